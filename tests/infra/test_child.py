"""A program that misbehaves is stopped at its limit, in words, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from infra.child import ChildStopped, Finished, Limits, NoSuchProgram, run

QUICK = Limits(seconds=20, cpu_seconds=10, memory=512, file=5)


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))


def _python(code: str, limits: Limits = QUICK) -> Finished:
    return run([sys.executable, "-c", code], limits=limits)


def test_what_a_program_prints_and_how_it_ends_comes_back() -> None:
    done = run(["sh", "-c", "cat; echo why >&2; exit 3"], stdin=b"a paper")
    assert done == Finished(3, b"a paper", b"why\n")


def test_a_program_that_hangs_is_stopped_by_the_clock_on_the_wall() -> None:
    began = time.monotonic()
    with pytest.raises(ChildStopped, match=r"The program sleep was stopped after 0\.5 seconds"):
        run(["sleep", "60"], limits=Limits(seconds=0.5))
    assert time.monotonic() - began < 5


def test_a_program_that_swallows_polite_signals_is_stopped_all_the_same() -> None:
    deaf = "import signal, time\nfor n in (1, 2, 15): signal.signal(n, signal.SIG_IGN)\ntime.sleep(60)"
    with pytest.raises(ChildStopped, match="after 1 seconds"):
        _python(deaf, Limits(seconds=1))


def test_a_program_that_only_computes_is_stopped_by_its_processor_time() -> None:
    with pytest.raises(ChildStopped, match="processor time"):
        _python("while True: pass", Limits(seconds=20, cpu_seconds=1))


def test_a_program_that_grabs_memory_gets_none() -> None:
    done = _python("held = bytearray(2 * 1024 ** 3)")
    assert done.status == 1
    assert b"MemoryError" in done.err


def test_a_program_that_fills_the_disk_is_stopped_at_its_largest_file() -> None:
    done = run(["sh", "-c", "head -c 100000000 /dev/zero > big; wc -c < big"], limits=QUICK)
    assert done.out.split() == [str(5 * 1024 * 1024).encode()]


def test_a_program_that_prints_without_end_is_stopped_too() -> None:
    with pytest.raises(ChildStopped, match="too large a file"):
        run(["yes"], limits=QUICK)


def test_a_program_cannot_reach_the_network() -> None:
    done = run(["cat", "/proc/net/dev"])
    devices = [line.split(b":")[0].strip() for line in done.out.splitlines()[2:]]
    assert devices == [b"lo"]


def test_a_program_inherits_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURTREADY_SECRET", "correct horse")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "battery staple")
    shown = run(["env"]).out
    assert b"PATH=" in shown
    assert b"correct horse" not in shown
    assert b"battery staple" not in shown


def test_what_a_program_leaves_running_is_killed_with_it() -> None:
    done = run(["sh", "-c", "sleep 300 & echo $!"])
    _wait_until(lambda: not _lives(int(done.out)))


def test_what_a_stopped_program_started_is_killed_with_it(tmp_path: Path) -> None:
    with pytest.raises(ChildStopped):
        run(["sh", "-c", "sleep 300 & echo $! > pid; wait"], inside=tmp_path, limits=Limits(seconds=0.5))
    _wait_until(lambda: not _lives(int((tmp_path / "pid").read_text())))


def test_files_in_its_home_are_removed_and_files_where_it_works_stay(tmp_path: Path) -> None:
    run(["sh", "-c", "echo litter > $HOME/a; echo litter > $TMPDIR/b; echo paper > c"], inside=tmp_path)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert (tmp_path / "c").read_text() == "paper\n"


def test_a_crash_is_told_apart_from_an_exit() -> None:
    with pytest.raises(ChildStopped, match="crashed"):
        _python("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(NoSuchProgram, match="The program no-such-office is not installed"):
        run(["no-such-office"])


def test_a_program_dies_with_the_process_that_started_it(tmp_path: Path) -> None:
    starter = "import sys; from infra.child import run; from pathlib import Path\n"
    starter += "run(['sh', '-c', 'echo $$ > pid; exec sleep 300'], inside=Path(sys.argv[1]))"
    parent = subprocess.Popen([sys.executable, "-c", starter, str(tmp_path)])
    number = tmp_path / "pid"
    _wait_until(lambda: number.exists() and bool(number.read_text()))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    _wait_until(lambda: not _lives(int(number.read_text())))


def _wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    assert pid != os.getpid()
    return state not in "ZX"
