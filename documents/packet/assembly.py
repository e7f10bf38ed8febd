"""One PDF out of many: pages taken over by an allow-list, with their tags, and a foot for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from documents.packet.destinations import Destinations
from documents.packet.letter import bring_to_letter
from documents.packet.objects import whole_file
from documents.packet.opened import BROKEN, Opened
from documents.packet.stamps import Foot, Stamper, View, view
from documents.packet.tags import Tags
from documents.sheets import Tagged


@dataclass(eq=False)
class PartBroken(Exception):
    """A part that looked sound and could not be taken over."""

    part: object


class Assembly:
    """A PDF in the making. The same calls give the same bytes."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.tags = Tags(self.pdf)
        self.pages: list[Any] = []
        self.views: list[View] = []

    def add_part(self, part: object, source: Opened, within: Any, *, letter: bool) -> None:
        """Take over every page of a PDF and its structure. Raises PartBroken where that cannot be done."""
        try:
            pairs = [(own, self._add(own, letter=letter)) for own in source.pages]
            self.tags.take_over(source.pdf, pairs, within)
        except BROKEN as broken:
            raise PartBroken(part) from broken

    def add_drawn(self, pages: Iterable[Any]) -> list[Any]:
        """Take over pages that we drew; their structure is told by ``structure``."""
        return [self._add(page, letter=False) for page in pages]

    def structure(self, tagged: Sequence[Tagged], pages: Sequence[Any], links: Sequence[Any], within: Any) -> None:
        """The structure of pages that we drew."""
        self.tags.draw(tagged, pages, links, within)

    def _add(self, own: Any, *, letter: bool) -> Any:
        made = self.pdf.copy_foreign(own)
        if "/Parent" in made:  # a page that stands in its file twice
            made = self.pdf.make_indirect(Dictionary(made))  # type: ignore[arg-type]
        made[Name.Parent] = self.pdf.Root.Pages
        if "/StructParents" in made:
            del made[Name.StructParents]
        self.pages.append(made)
        self.views.append(bring_to_letter(self.pdf, made) if letter else view(made))
        return made

    def destinations(self) -> Destinations:
        """Everything that leads to a page; ask for it when all pages are there."""
        return Destinations(self.pdf, self.pages, self.views)

    def stamp(self, feet: Sequence[Foot]) -> None:
        """Write the foot of each page."""
        stamper = Stamper(self.pdf, {text for foot in feet for text in (foot.left, foot.right, foot.sticker)})
        places = self.destinations()
        for number, (page, seen, foot) in enumerate(zip(self.pages, self.views, feet, strict=True), start=1):
            stamper.stamp(page, seen, foot)
            if foot.back_to:
                places.link(number, stamper.back_box(seen), foot.back_to, "Back to index")

    def finished(self, title: str) -> bytes:
        """The PDF, with its title and language and nothing else about where it came from."""
        root = self.pdf.Root
        root.Pages[Name.Kids], root.Pages[Name.Count] = Array(self.pages), len(self.pages)
        self.tags.finish()
        root[Name.Lang] = String("en-US")
        root[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
        return whole_file(self.pdf, Dictionary(Title=String(title), Producer=String("Courtready")))
