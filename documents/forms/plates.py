"""A form ready to print values on: what is constant is written out once, a document adds only what differs."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.forms import faces, marking
from documents.forms.facing import font_objects, stream
from documents.forms.fields import Box, Form
from documents.forms.typesetting import Setting

HEAD = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
_ROW = 20
_ROOT = re.compile(rb"/Root (\d+) 0 R")


@dataclass(frozen=True, slots=True)
class Check:
    """A box that is to be checked, with the sign to use where it is not the form's own."""

    box: Box
    sign: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A form with its constant objects as bytes.

    ``rows`` are their places for the table at the end, by number; ``lists`` are the pages' lists of fonts.
    """

    form: Form
    constant: bytes
    rows: tuple[bytes, ...]
    lists: dict[int, bytes]
    root: int

    def printed(self, settings: Iterable[Setting], checks: Iterable[Check], title: str, foreign: str = "") -> bytes:
        """The flat PDF with these texts and marks. ``foreign`` are the letters outside Latin in them.

        Equal values give equal bytes.
        """
        held = faces.brought(foreign) if foreign else faces.NOTHING_BROUGHT
        objects = self._overlays(settings, checks, held.codes)
        objects[self.form.info] = f"<< /Title {_told(title)} /Producer (Courtready) >>".encode()
        if held.fonts:
            objects |= self._brought(held)
        return self._written(objects)

    def _brought(self, held: faces.Brought) -> dict[int, bytes]:
        """The fonts that a document brings along, and each page's list of fonts with them in it."""
        made: dict[int, bytes] = {}
        named = []
        for name, glyphs in held.fonts.items():
            number = len(self.rows) + len(made)
            named.append(f"/Cr{name} {number} 0 R ")
            made |= font_objects(glyphs, number, number + 1)
        lists = {number: body[:-2] + "".join(named).encode() + b">>" for number, body in self.lists.items()}
        return made | lists

    def _overlays(
        self, settings: Iterable[Setting], checks: Iterable[Check], foreign: dict[str, tuple[str, str]]
    ) -> dict[int, bytes]:
        drawn: list[list[str]] = [[] for _ in self.form.overlays]
        codes = {face: faces.glyphs(face).codes for face in self.form.faces}
        for setting in settings:
            drawn[setting.box.page - 1].append(marking.text(setting, codes[setting.face], foreign))
        for check in checks:
            drawn[check.box.page - 1].append(marking.mark(check.box, check.sign))
        return {
            number: stream("".join(parts).encode()) for number, parts in zip(self.form.overlays, drawn, strict=True)
        }

    def _written(self, objects: dict[int, bytes]) -> bytes:
        rows, parts, place = list(self.rows), [self.constant], len(self.constant)
        rows += [b""] * (max(objects) + 1 - len(rows))
        for number, data in sorted(objects.items()):
            rows[number] = b"%010d 00000 n \n" % place
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, data))
            place += len(parts[-1])
        name = hashlib.sha256(self.form.sha256.encode() + b"".join(parts[1:])).hexdigest()[:32].upper().encode()
        parts.append(b"xref\n0 %d\n%b" % (len(rows), b"".join(rows)))
        parts.append(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b><%b>] >>\nstartxref\n%d\n%%%%EOF\n"
            % (len(rows), self.root, self.form.info, name, name, place)
        )
        return b"".join(parts)


def plate(form: Form) -> Plate:
    """The form as a plate. Its base is a file as ``baking`` saves it: one table of places, no object streams."""
    base = form.base
    at = int(base[base.rindex(b"startxref") + 9 :].split()[0])
    places = _places(base, at)
    root = _ROOT.search(base, at)
    if root is None:
        raise ValueError("the base of a form has no root")
    differs = {*form.overlays, form.info}
    starts = sorted(place for place in places if place)
    ends = dict(zip(starts, [*starts[1:], at], strict=True))
    rows, parts, place = [b"0000000000 65535 f \n"], [HEAD], len(HEAD)
    for number, start in enumerate(places[1:], start=1):
        if number in differs or not start:
            rows.append(b"0000000000 00000 f \n")
            continue
        parts.append(base[start : ends[start]])
        rows.append(b"%010d 00000 n \n" % place)
        place += len(parts[-1])
    lists = {number: _body(base[places[number] : ends[places[number]]]) for number in form.fonts}
    return Plate(form, b"".join(parts), tuple(rows), lists, int(root[1]))


def _body(written: bytes) -> bytes:
    """What stands between the head and the end of an object."""
    return written[written.index(b"obj") + 3 : written.rindex(b"endobj")].strip()


def _places(base: bytes, at: int) -> Sequence[int]:
    """Where each object begins, by its number; 0 where there is none."""
    head = re.compile(rb"xref\n0 (\d+)\n").match(base, at)
    if head is None:
        raise ValueError("the base of a form has no table of places")
    rows = [base[head.end() + _ROW * place :][:_ROW] for place in range(int(head[1]))]
    return [int(row[:10]) if row[17:18] == b"n" else 0 for row in rows]


def _told(title: str) -> str:
    """A text string of PDF."""
    return f"<FEFF{title.encode('utf-16-be').hex().upper()}>"
