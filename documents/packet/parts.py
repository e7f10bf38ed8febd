"""What goes into a packet or binder."""

from dataclasses import dataclass

from documents.packet.changes import ChangeSheet
from documents.packet.covers import Cover
from documents.packet.leaves import ExhibitSheet
from documents.packet.page_map import Place


@dataclass(frozen=True, slots=True)
class Part:
    """A paper or exhibit. Without ``pdf``, or with a ``problem``, one page says what is missing and why.

    ``mark`` is what page addresses call it (``C``), ``version`` counts its replacements after it was issued. An
    exhibit comes with the cover ``sheet`` it gets, is brought to Letter size (``fit``), and bears its ``sticker`` on
    its first page. ``numbers`` are printed one to a page, as documents handed to another party bear them.
    """

    label: str
    title: str
    pdf: bytes | None
    problem: str | None = None
    mark: str = ""
    version: int = 1
    sheet: ExhibitSheet | None = None
    fit: bool = False
    sticker: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A cover and the parts behind it, in order; in a binder it stands under its ``label`` and ``title``.

    ``tab`` begins the addresses of its pages: ``14`` for 14-C-3. With ``duplex`` every part begins on a right-hand
    page. ``changes`` tell what is new since it was handed out last.
    """

    cover: Cover
    inside: tuple[Part, ...]
    label: str = ""
    title: str = ""
    tab: str = ""
    duplex: bool = False
    changes: ChangeSheet | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """A packet or binder and where everything stands in it."""

    pdf: bytes
    page_map: Place
