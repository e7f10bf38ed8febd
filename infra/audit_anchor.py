"""The newest link of an office's audit chain, written outside the database, so that cutting rows off shows."""

import fcntl
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from infra.config import config


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a chain: its number and its hash."""

    seq: int
    hash: str


def anchor(office_id: int, head: Head) -> None:
    """Write the head down, unless a later one is written already."""
    file = _file(office_id)
    with open(file.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = anchored(office_id)
        if known is None or known.seq < head.seq:
            draft = file.with_suffix(".draft")
            draft.write_text(json.dumps(asdict(head)))
            draft.rename(file)


def anchored(office_id: int) -> Head | None:
    """The head that was last written down."""
    try:
        return Head(**json.loads(_file(office_id).read_text()))
    except FileNotFoundError:
        return None


def _file(office_id: int) -> Path:
    return config().folder("audit-anchors") / f"office-{office_id}.json"
