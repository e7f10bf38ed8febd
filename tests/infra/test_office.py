"""A LibreOffice that stays: what becomes of it, and of the paper in its hands, when something goes wrong."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from infra import libreoffice, office
from infra.converter import ConverterFailed, to_pdf
from infra.jobs.machine import children, process
from infra.office import Office, OfficeFailed
from infra.pool import Pool

IN_ITS_PLACE = """
import json, os, sys, time
def say(**answer): os.write(1, json.dumps(answer).encode() + b"\\n")
say(ready=True)
request = json.loads(sys.stdin.readline())
done = {"done": True, "memory": 100}
"""


def _paper(text: str = "Arrears 4,210.00", pages: int = 1) -> bytes:
    paper, held = docx.Document(), io.BytesIO()
    for _ in range(pages):
        paper.add_paragraph(text)
        paper.add_page_break()
    paper.save(held)
    return held.getvalue()


@pytest.fixture
def one() -> Iterator[Office]:
    started = Office()
    yield started
    started.close()


def _soffices(below: int | None = None) -> list[int]:
    """The LibreOffice processes below a process, oldest first."""
    drivers = [child for child in children(below or os.getpid()) if b"office_driver" in _command(child)]
    return sorted(grandchild for driver in drivers for grandchild in children(driver))


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _of(one: Office) -> int:
    (soffice,) = children(one._driver.pid)
    return soffice


def _soon(true: Callable[[], bool], seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()


def _is_gone(pid: int) -> bool:
    return not process(pid).started


def _stand_in(folder: Path, script: str) -> Pool:
    """Offices whose driver starts well and then does as told, each time anew."""
    driver = folder / "driver.py"
    driver.write_text(IN_ITS_PLACE + script)
    return Pool(start=lambda: Office(driver))


def test_one_office_converts_paper_after_paper(one: Office) -> None:
    assert [one.convert(_paper(str(number)), 30)[:5] for number in range(3)] == [b"%PDF-"] * 3
    assert (one.papers, one.is_spent) == (3, False)
    assert 50 < one.memory < office.MOST_MEMORY


def test_a_libreoffice_that_hangs_is_stopped_after_its_time_and_said_so(one: Office) -> None:
    os.kill(_of(one), signal.SIGSTOP)
    with pytest.raises(OfficeFailed, match=r"stopped after 0\.5 seconds"):
        one.convert(_paper(), 0.5)


def test_a_hung_libreoffice_is_gone_once_it_is_closed_and_nothing_is_left_of_it() -> None:
    hung = Office()
    soffice, folder = _of(hung), hung._folder
    os.kill(soffice, signal.SIGSTOP)
    with pytest.raises(OfficeFailed):
        hung.convert(_paper(), 0.2)
    hung.close()
    assert _is_gone(soffice)
    assert not folder.exists()


def test_a_libreoffice_that_is_killed_in_the_middle_of_a_paper_is_said_to_be(one: Office) -> None:
    threading.Timer(0.3, os.kill, (_of(one), signal.SIGKILL)).start()
    with pytest.raises(OfficeFailed, match="LibreOffice was killed"):
        one.convert(_paper(pages=600), 60)


def test_a_libreoffice_that_crashes_between_papers_is_said_to_have_crashed(one: Office) -> None:
    os.kill(_of(one), signal.SIGSEGV)
    with pytest.raises(OfficeFailed, match="LibreOffice crashed"):
        one.convert(_paper(), 30)


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGKILL], ids=["hangs", "is killed"])
def test_after_a_fault_the_paper_is_converted_by_a_fresh_libreoffice(number: signal.Signals) -> None:
    pool = Pool()
    try:
        first = to_pdf(_paper(), pool=pool)
        (bad,) = [soffice for soffice in _soffices() if _holds(pool, soffice)]
        os.kill(bad, number)
        assert to_pdf(_paper(), pool=pool, seconds=2) == first
        assert _is_gone(bad)
    finally:
        pool.close()


def _holds(pool: Pool, soffice: int) -> bool:
    return any(isinstance(idle, Office) and soffice in children(idle._driver.pid) for idle in pool._idle)


@pytest.mark.parametrize(
    ("script", "why"),
    [("say(**done)", "said that it was done, but made no file"),
     ("open(request['pdf'], 'wb').write(b'%PDF-1.6 1 0 obj <<'); say(**done)", "is only a part of a PDF"),
     ("open(request['pdf'], 'wb').write(b'Hello'); say(**done)", "is no PDF"),
     ("open(request['pdf'], 'wb').write(b'%PDF-1.6 startxref 5 %%EOF'); say(**done)", "cannot be read"),
     ("say(done=False, memory=1)", "could not be loaded"),
     ("say(failed='Write error.', said='disk quota')", "said: Write error. It printed: disk quota."),
     ("sys.exit(0)", "driver of LibreOffice ended by itself with status 0"),
     ("raise RuntimeError('out of order')", "status 1 and said: RuntimeError: out of order"),
     ("os.kill(os.getpid(), 9)", "driver of LibreOffice was killed"),
     ("time.sleep(60)", r"stopped after 0\.3 seconds")],
    ids=["done without a file", "half a file", "not a PDF", "a broken PDF", "not loaded", "its own words",
         "exits 0", "fails", "is killed", "hangs"],
)  # fmt: skip
def test_every_fault_is_named_tried_twice_and_never_shown_as_done(script: str, why: str, tmp_path: Path) -> None:
    pool, starts = _stand_in(tmp_path, f"open({str(tmp_path / 'starts')!r}, 'a').write('x')\n{script}"), tmp_path
    with pytest.raises(ConverterFailed, match=why):
        to_pdf(_paper(), pool=pool, seconds=0.3)
    assert (starts / "starts").read_text() == "xx"
    assert pool._idle == []


def test_an_office_that_does_not_start_is_said_to_with_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "PROGRAMS", (str(program),))
    with pytest.raises(ConverterFailed, match="LibreOffice ended by itself with status 3"):
        to_pdf(_paper(), pool=Pool())


def test_an_office_that_has_served_long_or_has_grown_gives_way_to_a_fresh_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = Pool()
    try:
        for limit, at_most in (("MOST_PAPERS", 2), ("MOST_MEMORY", 1)):
            monkeypatch.setattr(office, limit, at_most)
            to_pdf(_paper(), pool=pool)
            (before,) = pool._idle
            to_pdf(_paper(), pool=pool)
            to_pdf(_paper(), pool=pool)
            assert before not in pool._idle
    finally:
        pool.close()


def test_memory_stays_steady_over_sixty_papers(one: Office) -> None:
    paper = _paper("Paid 100.00 on the first of the month. " * 40, pages=3)
    held = [0] * 60
    for number in range(60):
        one.convert(paper, 30)
        held[number] = one.memory
    assert held[-1] < office.MOST_MEMORY
    assert held[-1] - held[19] < 20


def test_a_full_disk_is_named_and_room_made_again_is_enough_to_go_on(tmp_path: Path) -> None:
    script = tmp_path / "fill.py"
    script.write_text(FILL)
    (tmp_path / "disk").mkdir()
    inside = f'mount -t tmpfs -o size=30m none "{tmp_path}/disk" && exec "{sys.executable}" "{script}"'
    for own in ([], ["--map-root-user"]):
        command = ["unshare", "--mount", *own, "sh", "-c", inside]
        surroundings = os.environ | {"TMPDIR": str(tmp_path / "disk"), "PYTHONPATH": str(Path.cwd())}
        told = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=120)
        if told.returncode == 0:
            assert told.stdout.splitlines() == ["1", "ConverterFailed: The disk is full.", "1"]
            return
    pytest.skip(f"this kernel lets nobody mount a small disk: {told.stderr}")


FILL = """
import io, os, docx
from pathlib import Path
from infra.converter import to_pdf
paper = docx.Document(); paper.add_paragraph("Arrears"); held = io.BytesIO(); paper.save(held)
print(to_pdf(held.getvalue()).pages)
fill = Path(os.environ["TMPDIR"], "fill")
with open(fill, "wb", buffering=0) as out:
    try:
        while True:
            out.write(bytes(4096))
    except OSError:
        pass
try:
    to_pdf(held.getvalue())
except Exception as failure:
    print(f"{type(failure).__name__}: {failure.why[:17]}")
fill.unlink()
print(to_pdf(held.getvalue()).pages)
"""


def test_a_paper_whose_picture_found_no_room_is_not_passed_on_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "LIMITS", office.Limits(cpu_seconds=600, memory=4096, file=1))
    pool = Pool()
    try:
        with pytest.raises(ConverterFailed, match="shows 0 of 1 pictures"):
            to_pdf(_picture_paper(), pool=pool)
    finally:
        pool.close()


def test_a_paper_with_a_picture_is_passed_on_with_it() -> None:
    assert b"/DCTDecode" in to_pdf(_picture_paper()).data


def _picture_paper() -> bytes:
    """A paper whose PDF takes several megabytes."""
    from PIL import Image

    picture, paper, held = io.BytesIO(), docx.Document(), io.BytesIO()
    Image.frombytes("RGB", (2000, 2000), os.urandom(2000 * 2000 * 3)).save(picture, "PNG")
    picture.seek(0)
    paper.add_paragraph("A picture")
    paper.add_picture(picture)
    paper.save(held)
    return held.getvalue()


OWNER = """
import io, sys, time, docx
from infra.office import Office
one = Office()
paper = docx.Document()
for _ in range(300):
    paper.add_paragraph("x"); paper.add_page_break()
held = io.BytesIO(); paper.save(held)
print(one._folder, flush=True)
while True:
    one.convert(held.getvalue(), 60)
"""


def test_a_killed_owner_takes_its_libreoffice_along_and_leaves_no_file(tmp_path: Path) -> None:
    surroundings = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    owner = subprocess.Popen([sys.executable, "-c", OWNER], env=surroundings, stdout=subprocess.PIPE, text=True)
    assert owner.stdout is not None
    folder = Path(owner.stdout.readline().strip())
    (soffice,) = _soffices(owner.pid)
    assert folder.is_dir()
    owner.kill()
    owner.wait()
    assert _soon(lambda: _is_gone(soffice) and not folder.exists())
    assert list(tmp_path.iterdir()) == []


def test_no_socket_of_a_running_libreoffice_can_be_found_by_anybody_else(one: Office) -> None:
    pid = _of(one)
    held = {os.readlink(handle) for handle in Path(f"/proc/{pid}/fd").iterdir() if handle.is_symlink()}
    lines = [line.split() for line in Path(f"/proc/{pid}/net/unix").read_text().splitlines()[1:]]
    named = {line[7] for line in lines if len(line) == 8 and f"socket:[{line[6]}]" in held}
    assert named, "LibreOffice listens on a named socket"
    assert [name for name in named if Path(name).exists()] == []


def test_libreoffice_has_no_network_where_the_kernel_allows(one: Office) -> None:
    from infra.child import _without_network

    devices = Path(f"/proc/{_of(one)}/net/dev").read_text().split()
    assert {word for word in devices if word.endswith(":")} == {"lo:"} or not _without_network()
