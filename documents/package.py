"""The zip that a Word file is: opened with care, closed with the same bytes each time."""

import io
import zipfile
from typing import Final

from documents.errors import TemplateBroken

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 64 * 1024 * 1024
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


def open_package(word: bytes) -> io.BytesIO:
    """The file, ready for a reader of Word files.

    Raises TemplateBroken where it is no Word file, holds a part twice, or unpacks to more than any paper needs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(word)) as package:
            _look_over(package.infolist())
            _refuse_entities(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as broken:
        raise TemplateBroken("it is not a Word file") from broken
    return io.BytesIO(word)


def _look_over(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if "word/document.xml" not in names or "[content_types].xml" not in names:
        raise TemplateBroken("it is not a Word file")
    if len(set(names)) != len(names):
        raise TemplateBroken("it holds a part twice")
    if len(names) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise TemplateBroken("it unpacks to more than any paper needs")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise TemplateBroken("it holds macros")


def _refuse_entities(package: zipfile.ZipFile) -> None:
    for part in package.infolist():
        if part.filename.lower().endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.read(part)[:4096]:
            raise TemplateBroken("it declares entities, which no Word file needs")


def settled(word: bytes) -> bytes:
    """The same parts under one fixed date, so that the same input gives the same bytes."""
    bound = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as package, zipfile.ZipFile(bound, "w", zipfile.ZIP_DEFLATED) as out:
        for part in package.infolist():
            kept = zipfile.ZipInfo(part.filename, FIRST_DAY)
            kept.compress_type, kept.create_system = zipfile.ZIP_DEFLATED, 3
            out.writestr(kept, package.read(part))
    return bound.getvalue()
