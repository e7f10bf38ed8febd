"""PDF forms from outside, opened in a child that can be killed."""

import json
import sys
from functools import lru_cache
from pathlib import Path

from documents.forms.errors import FormBroken
from documents.forms.fields import from_plain
from documents.forms.plates import Plate, plate
from documents.forms.program import UNFIT
from infra.child import ChildStopped, Limits, run

LARGEST = 50 * 1024 * 1024
LIMITS = Limits(seconds=30, cpu_seconds=25, memory=1536, file=256)
_ROOT = Path(__file__).resolve().parents[2]


def pictures_of(pdf: bytes, *, limits: Limits = LIMITS) -> list[bytes]:
    """Each page of a form as a PNG with the number of every field drawn in. Raises FormBroken."""
    head, _, held = _answer(pdf, "documents.forms.picturing", limits).partition(b"\n")
    made, place = [], 0
    for length in json.loads(head):
        made.append(held[place : place + length])
        place += length
    return made


@lru_cache(maxsize=32)
def open_form(pdf: bytes, *, limits: Limits = LIMITS) -> Plate:
    """The form, made flat and ready to be filled. Raises FormBroken, in words, for what cannot be opened."""
    if len(pdf) > LARGEST:
        raise FormBroken(f"is larger than {LARGEST // 1024 // 1024} MB")
    if b"%PDF-" not in pdf[:1024]:
        raise FormBroken("is not a PDF")
    head, _, base = _answer(pdf, "documents.forms.program", limits).partition(b"\n")
    return plate(from_plain(json.loads(head), base))


def _answer(pdf: bytes, program: str, limits: Limits) -> bytes:
    """What the program printed in its child. Raises FormBroken."""
    try:
        done = run([sys.executable, "-m", program], stdin=pdf, limits=limits, env={"PYTHONPATH": str(_ROOT)})
    except ChildStopped as stopped:
        raise FormBroken(f"could not be opened within {limits.seconds:g} seconds and {limits.memory} MB") from stopped
    if done.status == UNFIT:
        raise FormBroken(done.out.decode(errors="replace")[:300] or "cannot be read as a PDF")
    if done.status != 0:
        raise FormBroken("cannot be read as a PDF")
    return done.out
