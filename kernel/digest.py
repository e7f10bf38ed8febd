"""One spelling for every value, so that equal facts have equal digests."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from kernel.money import Money
from kernel.sealed import Last4, Sealed

_PLAIN = frozenset({str, int, bool, type(None)})


def plain(value: Any) -> Any:
    """The value as JSON types: money as whole cents, dates as ISO text, dataclasses as objects.

    Raises TypeError for a Sealed value or anything else that has no plain form.
    """
    if type(value) in _PLAIN or (isinstance(value, str | bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Sealed):
        raise TypeError("A sealed value is never encoded.")
    if isinstance(value, Money):
        return value.cents
    if isinstance(value, Last4):
        return value.digits
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = [plain(item) for item in value]
        return sorted(items) if isinstance(value, set | frozenset) else items
    raise TypeError(f"{type(value).__name__} has no plain form.")


def canonical(value: Any) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8."""
    return spelled(plain(value))


def spelled(value: Any) -> bytes:
    """The same of a value that is JSON types already, as ``plain`` gives it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(value: Any) -> str:
    """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return sha256(canonical(value))


def sha256(data: bytes) -> str:
    """SHA-256 of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
