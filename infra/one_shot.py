"""One start of LibreOffice for each paper: slow, but it needs nothing besides LibreOffice."""

import json
import shutil
import tempfile
from pathlib import Path

from infra.child import ChildStopped, Limits, NoSuchProgram, run
from infra.libreoffice import OPTIONS, soffice
from infra.office import OfficeFailed
from infra.office_profile import write_profile

WORD = "MS Word 2007 XML"
WANTS_TO_START_AGAIN = 81


class OneShot:
    """Converts as an Office does, where no Python of this machine has UNO."""

    is_spent = False

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="office-"))
        self._profile = write_profile(self._folder / "profile")

    def convert(self, word: bytes, seconds: float) -> bytes:
        """What LibreOffice wrote. Raises OfficeFailed."""
        paper, made = self._folder / "paper.docx", self._folder / "paper.pdf"
        paper.write_bytes(word)
        made.unlink(missing_ok=True)
        said = self._run(paper, seconds)
        if not made.is_file():
            raise OfficeFailed(f"LibreOffice made no file and said: {said or 'nothing'}.")
        return made.read_bytes()

    def close(self) -> None:
        """Remove what it left."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, paper: Path, seconds: float) -> str:
        """What LibreOffice printed. A new profile makes it leave at once and ask to be started again."""
        command = [
            soffice(), f"-env:UserInstallation={self._profile.as_uri()}",
            "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            f"--infilter={WORD}", "--convert-to", _filter(), "--outdir", str(self._folder), str(paper),
        ]  # fmt: skip
        limits = Limits(seconds=seconds, cpu_seconds=int(seconds) + 1, memory=4096, file=512)
        try:
            done = run(command, limits=limits, inside=self._folder)
            if done.status == WANTS_TO_START_AGAIN:
                done = run(command, limits=limits, inside=self._folder)
        except (ChildStopped, NoSuchProgram) as stopped:
            raise OfficeFailed(str(stopped)) from stopped
        printed = (done.err + b" " + done.out).decode(errors="replace").replace(str(self._folder), "")
        said = " ".join(printed.split())[:300]
        if done.status != 0:
            raise OfficeFailed(f"LibreOffice ended with status {done.status} and said: {said or 'nothing'}.")
        return said


def _filter() -> str:
    kinds = {bool: "boolean", int: "long"}
    told = {name: {"type": kinds[type(value)], "value": str(value).lower()} for name, value in OPTIONS.items()}
    return "pdf:writer_pdf_Export:" + json.dumps(told, separators=(",", ":"))
