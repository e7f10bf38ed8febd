"""The guard of how templates print: their samples, printed now, against what was accepted."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from documents.clinic.filling import filled_in
from documents.clinic.fonts import TWINS
from documents.manifests import ROOT, Template
from documents.print_lines import fonts_of, lines_of
from documents.print_picture import pages_as_pictures, side_by_side
from documents.prints import HOW_TO_ACCEPT, Print, differences, keep_print, kept_print
from documents.twin import lean
from infra.converter import to_pdf
from infra.libreoffice import has_font, office_version
from kernel.refusals import Missing, Refused

MOST_TOLD = 8


@dataclass(eq=False)
class NeverAccepted(Missing):
    """Nobody has accepted how this version of the template prints."""

    template: str
    why: str

    def __str__(self) -> str:
        name = self.template
        return f"{self.why} '{name}'. Look at its pages, then run: {HOW_TO_ACCEPT} {name}"


@dataclass(eq=False)
class Drifted(Refused):
    """A template prints otherwise than it was accepted."""

    template: str
    accepted_with: str
    printed_with: str
    differs: tuple[str, ...]
    picture: Path

    def __str__(self) -> str:
        before, now = f"LibreOffice {self.accepted_with}", f"LibreOffice {self.printed_with}"
        made = f"accepted with {before}, printed with {now}" if before != now else f"{now}, as accepted"
        told, more = "; ".join(self.differs[:MOST_TOLD]), len(self.differs) - MOST_TOLD
        words = f"{told}; and {more} more" if more > 0 else told
        return f"'{self.template}' prints otherwise ({made}): {words}. See {self.picture}"


@dataclass(eq=False)
class FontSubstituted(Refused):
    """Letters are printed in a font that the template does not ask for."""

    template: str
    fonts: tuple[str, ...]

    def __str__(self) -> str:
        return f"'{self.template}' asks for fonts that this machine has not: {', '.join(self.fonts)}."


def check_print(template: Template, pictures: Path, root: Path = ROOT) -> None:
    """Raises NeverAccepted, FontSubstituted, or Drifted with a picture of both in the folder ``pictures``."""
    name = template.manifest.id
    kept = kept_print(root / name)
    if kept is None:
        raise NeverAccepted(name, "Nobody has accepted how this template prints:")
    if kept.template != template.digest:
        raise NeverAccepted(name, "The template has changed since its print was accepted:")
    pdf, now = _printed(template)
    differs = differences(kept, now)
    if kept.lean and not now.lean:
        differs = (*differs, "its lean twin no longer prints the same")
    if differs:
        picture = side_by_side(kept, now, pdf, pictures / f"{name.replace('/', '-')}.png")
        raise Drifted(name, kept.libreoffice, now.libreoffice, differs, picture)


def accept(template: Template, root: Path = ROOT) -> Print:
    """Keep how the template prints now as how it shall print. Raises FontSubstituted."""
    _, printed = _printed(template)
    keep_print(root / template.manifest.id, printed)
    return printed


def _printed(template: Template) -> tuple[bytes, Print]:
    word = filled_in(template).word
    twin = lean(word)
    absent = tuple(font for font in _asked(twin) if not has_font(font) and not has_font(TWINS.get(font, font)))
    if absent:
        raise FontSubstituted(template.manifest.id, absent)
    pdf = to_pdf(word).data
    same = pages_as_pictures(pdf) == pages_as_pictures(to_pdf(twin).data)
    return pdf, Print(template.digest, office_version(), same, fonts_of(pdf), lines_of(pdf))


def _asked(twin: bytes) -> list[str]:
    """The fonts that its text asks for, and the styles that it uses."""
    with zipfile.ZipFile(io.BytesIO(twin)) as package:
        parts = [package.read(name) for name in package.namelist() if _SAYS_FONTS.fullmatch(name)]
    return sorted({font.decode() for part in parts for font in _FONT.findall(part)})


_SAYS_FONTS = re.compile(r"word/(document|styles|header\d*|footer\d*|footnotes)\.xml")
_FONT = re.compile(rb"\bw:ascii=\"([^\"]+)\"")
