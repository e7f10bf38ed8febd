"""Answers with a file. Its name holds numbers and the kind of paper, never a person's name."""

from starlette.responses import Response

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PNG = "image/png"
SVG = "image/svg+xml"


def give(data: bytes, kind: str, name: str) -> Response:
    """The file: a PDF opens in the browser, a Word file or a workbook is saved."""
    where = "attachment" if kind in (WORD, XLSX) else "inline"
    return Response(data, media_type=kind, headers={"content-disposition": f'{where}; filename="{name}"'})
