"""Answers with a file. Its name holds numbers and the kind of paper, never a person's name."""

from starlette.responses import Response

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PNG = "image/png"
SVG = "image/svg+xml"


def give(data: bytes, kind: str, name: str) -> Response:
    """The file: a PDF opens in the browser, a Word file is saved."""
    where = "attachment" if kind == WORD else "inline"
    return Response(data, media_type=kind, headers={"content-disposition": f'{where}; filename="{name}"'})
