"""How papers were delivered, and what the law makes of it."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person or a server's list told of an attempt beyond the state's own record; None is not told.

    ``place_key`` names the record from which the address was taken; the address itself never stands here.
    ``receipt_signed_on`` is the day of the signed receipt or acknowledgment, ``ordered_on`` that of the court's order,
    ``mailed_on`` that of a mailing after the papers were left.
    """

    hour: time | None = None
    place: str | None = None
    place_key: str | None = None
    recipient: str | None = None
    relation: str | None = None
    recipient_age: int | None = None
    lives_there: bool | None = None
    told_of_contents: bool | None = None
    restricted: bool | None = None
    receipt_signed_on: date | None = None
    mailed_on: date | None = None
    ordered_on: date | None = None
    server: str | None = None
    server_kind: str | None = None
    server_age: int | None = None
    server_is_party: bool | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What the law makes of service that a record tells.

    ``completed_on`` is the day on which it is or will be complete, None where it is not lawful; ``unmet`` tells each
    demand that it fails in one sentence with its cite.
    """

    completed_on: date | None
    unmet: tuple[str, ...] = ()
    cite: str = ""
