"""Papers that were converted before are not converted again."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

import pikepdf

from infra.blobs import blobs
from infra.converter import to_pdf
from infra.finished_pdf import NotAPdf, Pdf, counted
from infra.libreoffice import OPTIONS, fonts, office_version
from kernel.digest import sha256

_OURS = ("office_driver.py", "office_profile.py", "finished_pdf.py", "png.py", "set_aside.py", "tags.py", "type1.py")


def kept_pdf(word: bytes) -> Pdf:
    """What ``to_pdf`` gives; from the blobs where the same bytes were converted by the same LibreOffice before.

    Raises as ``to_pdf`` does, and BlobsAway.
    """
    store, key = blobs(), _key(word)
    kept = store.pointed(key)
    if kept is not None:
        try:
            return counted(kept)
        except NotAPdf:  # so it is made anew
            pass
    pdf = to_pdf(word)
    store.point(key, store.put(pdf.data))
    return pdf


def _key(word: bytes) -> str:
    return sha256(f"{sha256(word)} {_way_of_making()}".encode())


@lru_cache(maxsize=1)
def _way_of_making() -> str:
    """Changes with whatever may change a PDF: LibreOffice, the fonts, the options, and what we do afterwards."""
    whole = hashlib.sha256()
    for part in (office_version(), fonts(), json.dumps(OPTIONS), pikepdf.__version__, pikepdf.__libqpdf_version__):
        whole.update(part.encode() + b"\0")
    for name in _OURS:
        whole.update(Path(__file__).with_name(name).read_bytes())
    return whole.hexdigest()
