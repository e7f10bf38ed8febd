"""Whether bytes are a Word file that is safe to give to a converter."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from kernel.digest import sha256
from kernel.refusals import Refused

MOST_PARTS = 2_000
MOST_BYTES = 300 * 1024 * 1024
_ENCODING = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
_OF_BYTES = re.compile(rb"(?:utf-8|(?:us-)?ascii|iso-8859-\d+|windows-125\d)?", re.IGNORECASE)
_OF_WIDE = re.compile(rb"(?:utf-16)?", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")
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
        return f"The Word file cannot be used: {self.why}."


def check_word_file(word: bytes, *, most_bytes: int = MOST_BYTES) -> None:
    """Raises NotAWordFile unless the bytes are a sound Word file that fetches nothing from outside.

    Whatever fills or converts Word files asks this first; ``most_bytes`` is what the file may unpack to.
    """
    for name, data in sound_parts(word, most_bytes=most_bytes).items():
        if name.lower().endswith(".rels"):
            _check_links(data)


def sound_parts(word: bytes, *, most_bytes: int = MOST_BYTES) -> dict[str, bytes]:
    """The parts of a Word file by name, none of them outside of it, and none that declares entities.

    What they lead to is not looked at. Raises NotAWordFile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            _check_names([part.filename for part in archive.infolist()])
            if sum(part.file_size for part in archive.infolist()) > most_bytes:
                raise NotAWordFile(f"it unpacks to more than {most_bytes // 1024 // 1024} MB")
            parts = {part.filename: archive.read(part) for part in archive.infolist() if not part.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error) as broken:
        raise NotAWordFile("it is not a Word file, or is empty or damaged") from broken
    for name, data in parts.items():
        if _is_xml(name, data):
            _check_declarations(data)
    return parts


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
        raise NotAWordFile("it holds a part twice")
    if any(name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") for name in names):
        raise NotAWordFile("a part points outside the file")
    if not {"[Content_Types].xml", "word/document.xml"} <= set(names):
        raise NotAWordFile("it has no document inside")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise NotAWordFile("it holds macros")


def _is_xml(name: str, data: bytes) -> bool:
    """Whether any reader may take a part for XML, by its name or by its content."""
    begun = data[:100].lstrip(b"\xef\xbb\xbf\0 \t\r\n")
    return name.lower().endswith((".xml", ".rels")) or data.startswith(_WIDE) or begun.startswith(b"<")


def _check_declarations(data: bytes) -> None:
    text = _plain(data)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise NotAWordFile("it declares entities, which no Word file needs")


def _plain(data: bytes) -> bytes:
    """A part of XML in UTF-8, or in what shares its signs. Raises NotAWordFile where another encoding hides them."""
    wide = data.startswith(_WIDE)
    try:
        text = data.decode("utf-16").encode() if wide else data.removeprefix(b"\xef\xbb\xbf")
    except UnicodeError as broken:
        raise NotAWordFile("one of its parts cannot be read") from broken
    declared = _ENCODING.match(text)
    known = (_OF_WIDE if wide else _OF_BYTES).fullmatch(declared[1]) if declared else True
    if not known or b"\0" in text or not text.lstrip().startswith(b"<"):
        raise NotAWordFile("one of its parts cannot be read")
    return text


def _check_links(data: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        links = list(etree.fromstring(data, parser).iter("{*}Relationship"))
    except etree.LxmlError as broken:
        raise NotAWordFile("one of its parts cannot be read") from broken
    for link in links:
        leads_out = _SCHEME.match(link.get("Target", "").strip()) or link.get("TargetMode", "").lower() == "external"
        if leads_out and not link.get("Type", "").endswith("/hyperlink"):
            raise NotAWordFile("it fetches something from outside")
