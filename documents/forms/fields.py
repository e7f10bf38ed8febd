"""The fields of an opened form, as plain values."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a field takes."""

    TEXT = "text"
    CHECK = "check box"
    CHOICE = "choice"
    SIGNATURE = "signature"
    BUTTON = "push button"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on a page, in points of the page's own coordinates."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def wide(self) -> float:
        return self.right - self.left

    @property
    def high(self) -> float:
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Box:
    """One place of a field: its page from 1, where it lies, how far it is turned, and for check boxes its on-state.

    ``mark`` is the sign that the form checks with (``cross``, ``check``…), ``picture`` the name under which the form's
    own drawing of it is kept, where that needs no font.
    """

    page: int
    rect: Rect
    turned: int = 0
    state: str = ""
    mark: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a field writes: face, size (0: as large as fits), colour as content writes it, 0 left 1 middle 2 right."""

    face: str = "Sans"
    size: float = 0
    colour: str = "0 g"
    align: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``value`` is what the form itself holds already; ``longest`` is 0 where it sets no limit."""

    name: str
    tooltip: str
    kind: Kind
    boxes: tuple[Box, ...]
    look: Look = Look()
    value: str = ""
    longest: int = 0
    lines: bool = False
    comb: bool = False
    required: bool = False
    read_only: bool = False
    options: tuple[tuple[str, str], ...] = ()

    @property
    def short(self) -> str:
        """The last part of its name, without the index of a repeated subform: ``CaseNumber[0]``."""
        return self.name.rsplit(".", 1)[-1]

    @property
    def takes_text(self) -> bool:
        return self.kind in (Kind.TEXT, Kind.CHOICE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is seen: its visible rectangle and its rotation."""

    seen: Rect
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A form that was opened and made flat once. ``base`` is its PDF without fields, to which values are added.

    ``overlays`` are the numbers of the objects that hold each page's values, ``fonts`` those of each page's list of
    fonts, ``info`` that of the title; ``faces`` are the typefaces inside the base.
    """

    sha256: str
    title: str
    fields: tuple[Field, ...]
    pages: tuple[Page, ...]
    faces: tuple[str, ...]
    overlays: tuple[int, ...]
    fonts: tuple[int, ...]
    info: int
    base: bytes = field(repr=False)


def as_plain(form: Form) -> dict[str, Any]:
    """The form as JSON, without its bytes."""
    return {name: value for name, value in asdict(form).items() if name != "base"}


def from_plain(told: dict[str, Any], base: bytes) -> Form:
    """The form that ``as_plain`` told."""
    pages = tuple(Page(Rect(**page["seen"]), page["turned"]) for page in told["pages"])
    lists = {name: tuple(told[name]) for name in ("faces", "overlays", "fonts")}
    return Form(**told | lists | {"fields": tuple(map(_field, told["fields"])), "pages": pages, "base": base})


def _field(told: dict[str, Any]) -> Field:
    return Field(
        **told
        | {
            "kind": Kind(told["kind"]),
            "boxes": tuple(Box(**box | {"rect": Rect(**box["rect"])}) for box in told["boxes"]),
            "look": Look(**told["look"]),
            "options": tuple((shown, kept) for shown, kept in told["options"]),
        }
    )
