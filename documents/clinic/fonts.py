"""Fonts that a template prints with and Courtready does not bring along: the PDF would break its lines elsewhere."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from documents.clinic.opened import Opened, texts_of
from documents.clinic.problems import Fix, Kind, Place, Problem, problem
from documents.reading import W

BUNDLED_FONTS: Final = frozenset({
    "Caladea", "Carlito", "Liberation Mono", "Liberation Sans", "Liberation Serif", "Noto Sans CJK SC",
    "Noto Serif CJK SC",
})  # fmt: skip
"""What every installation has: set-up installs them."""
TWINS: Final = {
    "Arial": "Liberation Sans", "Helvetica": "Liberation Sans", "Calibri": "Carlito", "Cambria": "Caladea",
    "Courier New": "Liberation Mono", "Times New Roman": "Liberation Serif", "Times": "Liberation Serif",
}  # fmt: skip
"""Bundled fonts whose letters are exactly as wide as those of another font."""
LATIN = ("ascii", "hAnsi")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def strange_fonts(paper: Opened) -> Iterator[Problem]:
    """Each font that is not bundled, once, at the first paragraph that prints with it."""
    faces = _Faces(paper, theme_fonts(paper), {})
    first: dict[str, Place] = {}
    count: Counter[str] = Counter()
    for paragraph in paper.paragraphs:
        for font in faces.of(paragraph.node) - BUNDLED_FONTS:
            first.setdefault(font, paragraph.place)
            count[font] += 1
    return (
        _told(font, first[font], count[font]) for font in sorted(first, key=lambda one: (first[one].paragraph, one))
    )


def theme_fonts(paper: Opened) -> dict[str, str]:
    """The fonts of the theme: ``major`` for headings, ``minor`` for text."""
    tree = next((paper.trees[name] for name in paper.trees if name.startswith("word/theme/theme")), None)
    found = {}
    for slot in ("major", "minor"):
        latin = None if tree is None else tree.find(f".//{_A}{slot}Font/{_A}latin")
        found[slot] = "" if latin is None else str(latin.get("typeface") or "")
    return found


def named_fonts(node: Any, theme: dict[str, str]) -> set[str]:
    """The fonts that a ``w:rFonts`` gives to Latin letters; the theme's go before its own."""
    if node is None:
        return set()
    named = (theme.get(str(node.get(f"{W}{slot}Theme"))[:5]) or node.get(f"{W}{slot}") for slot in LATIN)
    return {str(font) for font in named if font}


@dataclass(slots=True)
class _Faces:
    paper: Opened
    theme: dict[str, str]
    styles: dict[str, set[str]]

    def of(self, paragraph: Any) -> set[str]:
        """The fonts in which a paragraph prints something."""
        runs = {text.getparent() for text in texts_of(paragraph) if (text.text or "").strip()}
        return {font for run in runs for font in self._of_run(run, paragraph)}

    def _of_run(self, run: Any, paragraph: Any) -> set[str]:
        styles = (run.find(f"{W}rPr/{W}rStyle"), paragraph.find(f"{W}pPr/{W}pStyle"))
        return (
            named_fonts(run.find(f"{W}rPr/{W}rFonts"), self.theme)
            or next(
                (fonts for one in styles if one is not None and (fonts := self._of_style(one.get(f"{W}val")))), set()
            )
            or self._of_style(self.paper.normal)
            or self._defaults()
        )

    def _of_style(self, id: str | None) -> set[str]:
        """The fonts of a style, or of the one that it is based on."""
        if id is None:
            return set()
        if id not in self.styles:
            self.styles[id] = set()
            if (style := self.paper.style(id)) is not None:
                above = style.find(f"{W}basedOn")
                own = named_fonts(style.find(f"{W}rPr/{W}rFonts"), self.theme)
                self.styles[id] = own or (self._of_style(above.get(f"{W}val")) if above is not None else set())
        return self.styles[id]

    def _defaults(self) -> set[str]:
        tree = self.paper.trees.get("word/styles.xml")
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts"
        return set() if tree is None else named_fonts(tree.find(path), self.theme)


def _told(font: str, place: Place, count: int) -> Problem:
    twin = TWINS.get(font)
    advice = f"'{twin}' is, and has the same widths." if twin else f"use one of {', '.join(sorted(BUNDLED_FONTS))}."
    more = "" if count == 1 else f", here and in {count - 1} more paragraph{'s' if count > 2 else ''},"
    words = f"The font '{font[:60]}'{more} is not bundled with Courtready; {advice}"
    return problem(Kind.FONT, words, place, fix=Fix.TWIN_FONT if twin else None, blocks=not twin)
