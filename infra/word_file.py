"""Whether bytes are a Word file that is safe to give to a converter."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime

from kernel.digest import sha256
from kernel.refusals import Refused

MOST_PARTS = 2_000
MOST_BYTES = 300 * 1024 * 1024
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_DECLARED = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)</dcterms:modified>")
_LINKS = "word/_rels/document.xml.rels"
_LINK = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_SHOWN = re.compile(rb"<a:blip\b[^>]*?\br:embed=[\"']([^\"']+)[\"']")
_PAINTED = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(eq=False)
class NotAWordFile(Refused):
    """The bytes are no Word file, or one that nobody should open."""

    why: str

    def __str__(self) -> str:
        return f"This is not a Word file that can be used: {self.why}."


def check_word_file(word: bytes) -> None:
    """Raises NotAWordFile unless the bytes are a sound Word file that fetches nothing from outside."""
    try:
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            _check_names([part.filename for part in archive.infolist()])
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise NotAWordFile("it unpacks to more than 300 MB")
            for part in archive.infolist():
                _check_part(part.filename, archive.read(part))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as broken:
        raise NotAWordFile("it is empty or damaged") from broken
    except zipfile.zlib.error as broken:  # type: ignore[attr-defined]
        raise NotAWordFile("it is empty or damaged") from broken


def written_at(word: bytes) -> datetime:
    """When the file says it was last changed; a fixed day when it does not say."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return _UNDATED
        found = _MODIFIED.search(archive.read("docProps/core.xml"))
    return datetime.fromisoformat(found[1].decode()) if found else _UNDATED


def pictures_in(word: bytes) -> int:
    """How many different pictures the body shows; drawings of lines are not counted."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return len({sha256(archive.read(name)) for name in pictures_shown(archive)})


def pictures_shown(archive: zipfile.ZipFile) -> set[str]:
    """The names of the parts that hold the pictures of the body."""
    names = set(archive.namelist())
    if _LINKS not in names:
        return set()
    shown = {found.decode() for found in _SHOWN.findall(archive.read("word/document.xml"))}
    parts = {link["Id"]: link["Target"] for link in map(_attributes, _LINK.findall(archive.read(_LINKS)))}
    files = {parts[id].lstrip("/") for id in shown & parts.keys() if parts[id].lower().endswith(_PAINTED)}
    return {file if file.startswith("word/") else f"word/{file}" for file in files} & names


def _attributes(link: bytes) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(link)}


def _check_names(names: list[str]) -> None:
    if len(names) > MOST_PARTS:
        raise NotAWordFile("it holds too many parts")
    if len({name.lower() for name in names}) != len(names):
        raise NotAWordFile("it holds the same part twice")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names):
        raise NotAWordFile("a part points outside the file")
    if not {"[Content_Types].xml", "word/document.xml"} <= set(names):
        raise NotAWordFile("it has no document inside")


def _check_part(name: str, data: bytes) -> None:
    if name.endswith((".xml", ".rels")) and _DECLARED.search(data):
        raise NotAWordFile("it declares entities")
    if name.endswith(".rels"):
        for link in _OUTSIDE.findall(data):
            if b"/relationships/hyperlink" not in link:
                raise NotAWordFile("it fetches something from outside")
