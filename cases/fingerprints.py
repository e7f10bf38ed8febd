"""Keyed digests of records: equal content is known again, sealed content cannot be guessed."""

import hashlib
import hmac
from typing import Any

from infra.config import config
from kernel.digest import canonical
from kernel.sealed import Sealed


def fingerprint_key() -> bytes:
    """The key of this installation under which fingerprints are made."""
    return config().sealing_secret().encode()


def fingerprint(values: dict[str, Any], key: bytes) -> str:
    """A keyed digest of a record's fields, so that equal content is known and sealed content cannot be guessed."""
    opened = {
        name: value.open(purpose="compare with the record") if isinstance(value, Sealed) else _plain(value)
        for name, value in values.items()
    }
    return hmac.new(key, canonical(opened), hashlib.sha256).hexdigest()


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def told_key(value: Any, key: bytes) -> str:
    """A value as part of a record's key; a sealed one by its keyed digest."""
    if isinstance(value, Sealed):
        return hmac.new(key, value.open(purpose="key of a record").encode(), hashlib.sha256).hexdigest()[:16]
    return "" if value is None else str(_plain(value))


def shown_key(value: Any) -> str:
    """A value as part of the name of its record; a sealed one stays sealed."""
    return "" if value is None else str(_plain(value))
