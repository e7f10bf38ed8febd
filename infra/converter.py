"""Word to PDF by LibreOffice, in a child that can be killed, with the result checked."""

import json
import shutil
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from infra.child import ChildStopped, Limits, NoSuchProgram, run
from infra.finished_pdf import NotAPdf, Pdf, finished
from infra.office_profile import fresh_profile, warm_profile
from infra.word_file import check_word_file, written_at
from kernel.refusals import Unavailable

__all__ = ["ConverterFailed", "Pdf", "soffice", "to_pdf"]

PROGRAMS = ("/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin", "soffice")
WORD = "MS Word 2007 XML"
TAGGED_PDF = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "ExportBookmarks")}, separators=(",", ":")
)
WANTS_TO_START_AGAIN = 81

_one_at_a_time = threading.Lock()


@dataclass(eq=False)
class ConverterFailed(Unavailable):
    """The Word file is sound, but no PDF came of it."""

    why: str

    def __str__(self) -> str:
        return f"The Word file could not be made into a PDF: {self.why}"


def to_pdf(word: bytes, *, seconds: float = 90) -> Pdf:
    """The Word file as a tagged PDF; equal bytes in give equal bytes out.

    Raises NotAWordFile for bytes that are not one, and ConverterFailed, with the converter's words, when LibreOffice
    fails twice, the second time with a fresh profile.
    """
    check_word_file(word)
    with _one_at_a_time:  # a profile serves one LibreOffice at a time
        try:
            return _converted(word, warm_profile(), seconds)
        except ConverterFailed:
            return _converted(word, fresh_profile(), seconds)


def soffice() -> str:
    """The LibreOffice program of this machine. Raises ConverterFailed when there is none."""
    for program in PROGRAMS:
        if found := shutil.which(program):
            return found
    raise ConverterFailed("LibreOffice is not installed; install the package libreoffice-writer-nogui.")


def _converted(word: bytes, profile: Path, seconds: float) -> Pdf:
    with tempfile.TemporaryDirectory(prefix="convert-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(word)
        said = _run(folder, profile, seconds)
        made = folder / "paper.pdf"
        if not made.is_file():
            raise ConverterFailed(f"LibreOffice made no file and said: {said or 'nothing'}.")
        try:
            return finished(made.read_bytes(), made_at=written_at(word))
        except NotAPdf as wrong:
            raise ConverterFailed(str(wrong)) from wrong


def _run(folder: Path, profile: Path, seconds: float) -> str:
    """What LibreOffice printed. A new profile makes it leave at once and ask to be started again."""
    command = [
        soffice(), f"-env:UserInstallation={profile.as_uri()}",
        "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
        f"--infilter={WORD}", "--convert-to", TAGGED_PDF, "--outdir", str(folder), str(folder / "paper.docx"),
    ]  # fmt: skip
    limits = Limits(seconds=seconds, cpu_seconds=int(seconds) + 1, memory=4096, file=512)
    try:
        done = run(command, limits=limits, inside=folder)
        if done.status == WANTS_TO_START_AGAIN:
            done = run(command, limits=limits, inside=folder)
    except (ChildStopped, NoSuchProgram) as stopped:
        raise ConverterFailed(str(stopped)) from stopped
    said = " ".join((done.err + b" " + done.out).decode(errors="replace").replace(str(folder), "").split())[:300]
    if done.status != 0:
        raise ConverterFailed(f"LibreOffice ended with status {done.status} and said: {said or 'nothing'}.")
    return said
