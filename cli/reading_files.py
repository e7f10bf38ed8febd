"""Reading a file that a command was given: a regular file of a size that can be meant, and nothing else."""

import stat
from pathlib import Path

from cli.speaking import FileUnusable

MEBIBYTE = 1024 * 1024
LARGEST_TEXT = 8 * MEBIBYTE
"""A mapping, a manifest, settings or facts, written by a person or a program."""


def bytes_of(file: Path, *, largest: int) -> bytes:
    """What a file holds. Raises FileUnusable, before anything is read of what never ends or is too large."""
    with regular(file, largest=largest).open("rb") as opened:
        return opened.read(largest)


def text_bytes_of(file: Path) -> bytes:
    """What a file of text holds, as bytes. Raises FileUnusable."""
    return bytes_of(file, largest=LARGEST_TEXT)


def regular(file: Path, *, largest: int = LARGEST_TEXT) -> Path:
    """The file itself, once it is known to be one that ends. Raises FileUnusable."""
    told = file.stat()
    if not stat.S_ISREG(told.st_mode):
        raise FileUnusable(str(file), "it is not a regular file")
    if told.st_size > largest:
        raise FileUnusable(str(file), f"it is larger than {largest // MEBIBYTE} MB")
    return file
