"""Structured logs on standard error, one JSON object a line, without confidential values."""

import logging
import re
import sys
import traceback
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

import structlog

CONFIDENTIAL = frozenset({
    "ssn", "social_security_number", "ein", "account", "account_number", "card", "pin", "password", "secret", "token",
    "totp", "cookie", "authorization", "address", "street", "line1", "line2", "phone", "email", "born_on", "birth_date",
    "date_of_birth", "dob", "driver_licence", "driver_license", "employer", "wage", "args", "body", "text", "value",
})  # fmt: skip
"""Keys that never reach a log, whatever they hold."""

_SSN = re.compile(r"(?<![\d.])\d{3}([- ]?)\d{2}\1\d{4}(?![\d.])")
_LOUD = ("celery", "kombu", "amqp", "alembic", "botocore", "urllib3")


def set_up_log(level: str = "INFO") -> None:
    """Send our own log and the log of every library through one mask to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    output = logging.StreamHandler(sys.stderr)
    output.setFormatter(structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            only_where_it_broke,
            without_confidential,
            structlog.processors.JSONRenderer(default=str),
        ],
    ))  # fmt: skip
    logging.basicConfig(handlers=[output], level=level, force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel("WARNING")


def only_where_it_broke(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The event with the kinds of its exceptions and the lines they passed, without their words, which quote values."""
    told = event.pop("exc_info", None)
    failure = sys.exc_info()[1] if told is True else told[1] if isinstance(told, tuple) else told
    if isinstance(failure, BaseException):
        event["exception"] = [_place(link) for link in _chain(failure)]
    return event


def _chain(failure: BaseException | None) -> Iterator[BaseException]:
    while failure is not None:
        yield failure
        failure = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)


def _place(failure: BaseException) -> str:
    lines = traceback.extract_tb(failure.__traceback__)
    return " < ".join([type(failure).__name__, *(f"{line.name} {line.filename}:{line.lineno}" for line in lines[::-1])])


def without_confidential(_logger: Any, _method: str, event: Mapping[str, Any]) -> dict[str, Any]:
    """The event with confidential keys withheld and everything that looks like an SSN masked, at any depth."""
    return {key: _told(key, value) for key, value in event.items()}


def _told(key: str, value: Any) -> Any:
    if key.lower() in CONFIDENTIAL:
        return "[withheld]"
    if isinstance(value, Mapping):
        return {str(inner): _told(str(inner), held) for inner, held in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_told("", held) for held in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return _SSN.sub("[SSN]", str(value))
