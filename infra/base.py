"""The base of every table."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from infra.columns import Cents, Json, SealedText, UtcDateTime
from kernel.money import Money
from kernel.sealed import Sealed

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Rows with named constraints, and our own types for money, instants and sealed values."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        Money: Cents,
        Sealed: SealedText,
        datetime: UtcDateTime,
        dict[str, Any]: Json,
    }
