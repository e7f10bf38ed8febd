"""Encryption at rest of sealed values: AES-256-GCM under the secret of this installation."""

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infra.config import config
from kernel.refusals import Unavailable
from kernel.sealed import Sealed

_VERSION = b"\x01"
_NONCE = 12


@dataclass(eq=False)
class WrongKey(Unavailable):
    """The stored value was sealed under another secret, or was changed."""

    def __str__(self) -> str:
        return "A sealed value does not open with this installation's secret; check COURTREADY_SECRET or the key file."


def seal(value: Sealed) -> bytes:
    """The value encrypted; equal values give different bytes."""
    nonce = os.urandom(_NONCE)
    plain = value.open(purpose="encrypt at rest").encode()
    return _VERSION + nonce + _cipher(config().sealing_secret()).encrypt(nonce, plain, _VERSION)


def unseal(stored: bytes) -> Sealed:
    """The sealed value that was stored. Raises WrongKey."""
    version, nonce, cipher = stored[:1], stored[1 : 1 + _NONCE], stored[1 + _NONCE :]
    try:
        return Sealed(_cipher(config().sealing_secret()).decrypt(nonce, cipher, version).decode())
    except (InvalidTag, ValueError):
        raise WrongKey() from None


@lru_cache(maxsize=8)
def _cipher(secret: str) -> AESGCM:
    return AESGCM(hashlib.sha256(b"courtready sealed column\x00" + secret.encode()).digest())
