"""The parts of a packet as files of their own, as a court's filing system takes them: a lead paper and attachments."""

import io
from dataclasses import dataclass

import pikepdf

from documents.packet.assembly import Assembly, PartBroken
from documents.packet.leaves import draw_exhibit_sheet
from documents.packet.opened import opened
from documents.packet.parts import Contents, Part
from documents.packet.stamps import Foot
from documents.sheets import Sheets


@dataclass(frozen=True, slots=True)
class SeparateFile:
    """One file; ``lead`` for a paper, which is filed as it was approved, byte for byte."""

    label: str
    title: str
    pdf: bytes
    lead: bool


def separate_files(packet: Contents) -> tuple[SeparateFile, ...]:
    """Every part that has a file, in order: papers as they are, exhibits as Letter pages with their label.

    Raises PartBroken for an exhibit whose stored file went bad.
    """
    return tuple(
        SeparateFile(part.label, part.title, _attachment(part) if part.fit else part.pdf, lead=not part.fit)
        for part in packet.inside
        if part.pdf is not None and not part.problem
    )


def _attachment(part: Part) -> bytes:
    source = opened(part.pdf) if part.pdf is not None else None
    if source is None:
        raise PartBroken(part)
    made = Assembly()
    within = made.tags.part(part.title)
    sheets = Sheets()
    front: list[pikepdf.Object] = []
    if part.sheet:
        draw_exhibit_sheet(sheets, part.sheet, part.title)
        drawn = pikepdf.open(io.BytesIO(sheets.finished()), inherit_page_attributes=False)
        front = made.add_drawn(page.obj for page in drawn.pages)
        made.structure(sheets.tags, front, (), made.tags.section(within))
    made.add_part(part, source, within, letter=True)
    numbers = [*([""] * len(front)), *part.numbers, *([""] * len(source.pages))]
    made.stamp([
        Foot(numbers[page], "", boxed=True, sticker=part.sticker if page == len(front) else "")
        for page in range(len(made.pages))
    ])  # fmt: skip
    return made.finished(part.title)
