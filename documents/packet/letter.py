"""Pages of any size brought to Letter: upright, as they are seen, and with room for the foot where they shrink."""

from typing import Any

import pikepdf
from pikepdf import Array, Name

from documents.packet.measures import points
from documents.packet.stamps import View, view, visible

SHORT, LONG = 612, 792
EDGE, FOOT_ROOM = 18, 40
SLACK = 1


def bring_to_letter(pdf: pikepdf.Pdf, page: Any) -> View:
    """Make a page a Letter page, and say how it is seen now.

    What is larger is scaled down, what is smaller keeps its size in the middle, what is wide stands on a wide page.
    """
    unit = points(page.get("/UserUnit", 1))
    seen = view(page)
    if unit == 1 and _is_letter(page, seen):
        return seen
    wide, high = seen.wide * unit, seen.high * unit
    across, up = (LONG, SHORT) if wide > high else (SHORT, LONG)
    fits = wide <= across + SLACK and high <= up + SLACK
    scale = 1 if fits else min((across - 2 * EDGE) / wide, (up - EDGE - FOOT_ROOM) / high)
    left = (across - wide * scale) / 2
    bottom = (up - high * scale) / 2 if fits else FOOT_ROOM + (up - EDGE - FOOT_ROOM - high * scale) / 2
    _redraw(pdf, page, _upright(seen, unit * scale, left, bottom))
    page[Name.MediaBox] = Array([0, 0, across, up])
    for key in ("/CropBox", "/Rotate", "/UserUnit"):
        if key in page:
            del page[key]
    return View(across, up, (1, 0, 0, 1, 0, 0))


def _is_letter(page: Any, seen: View) -> bool:
    sizes = sorted((seen.wide, seen.high))
    plain = "/CropBox" not in page or visible(page) == tuple(map(points, page["/MediaBox"]))
    return (
        plain and seen.matrix == (1, 0, 0, 1, 0, 0) and abs(sizes[0] - SHORT) <= SLACK and abs(sizes[1] - LONG) <= SLACK
    )


def _upright(seen: View, scale: float, left: float, bottom: float) -> tuple[float, ...]:
    """The matrix that takes a point of the page to where it is seen, scaled and moved."""
    a, b, c, d, e, f = seen.matrix
    back = (a, c, b, d, -(a * e + b * f), -(c * e + d * f))
    return (*(value * scale for value in back[:4]), back[4] * scale + left, back[5] * scale + bottom)


def _redraw(pdf: pikepdf.Pdf, page: Any, matrix: tuple[float, ...]) -> None:
    x0, y0, x1, y1 = visible(page)
    moved = " ".join(f"{value:.5f}" for value in matrix)
    before = pdf.make_stream(f"q {moved} cm {x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f} re W n\n".encode())
    contents = page.get("/Contents", Array())
    own = list(contents) if isinstance(contents, Array) else [contents]
    page[Name.Contents] = Array([before, *own, pdf.make_stream(b"\nQ\n")])
