"""Word to PDF by LibreOffice, in a process that can be killed, with the result checked."""

from dataclasses import dataclass

from infra.finished_pdf import NotAPdf, Pdf, finished
from infra.libreoffice import NoOffice
from infra.office import OfficeFailed
from infra.pool import ConverterBusy, Pool, own_pool
from infra.set_aside import set_aside
from infra.word_file import check_word_file, pictures_in, written_at
from kernel.refusals import Unavailable

__all__ = ["ConverterBusy", "ConverterFailed", "NoOffice", "Pdf", "to_pdf"]


@dataclass(eq=False)
class ConverterFailed(Unavailable):
    """The Word file is sound, but no PDF came of it."""

    why: str

    def __str__(self) -> str:
        return f"The Word file could not be made into a PDF: {self.why}"


def to_pdf(word: bytes, *, seconds: float = 90, pool: Pool | None = None) -> Pdf:
    """The Word file as a tagged PDF/A-2b; equal bytes in give equal bytes out.

    Raises NotAWordFile for bytes that are not one, ConverterBusy when there is no turn, NoOffice, and ConverterFailed,
    with the converter's words, when LibreOffice fails twice, the second time in a fresh process. ``seconds`` bound
    each conversion, not the wait for it.
    """
    check_word_file(word)
    pool = pool or own_pool()
    try:
        return _converted(word, seconds, pool)
    except ConverterFailed:
        return _converted(word, seconds, pool)  # the office that failed was closed, so this is another one


def _converted(word: bytes, seconds: float, pool: Pool) -> Pdf:
    try:
        with pool.lent() as office:
            given, aside = set_aside(word)
            made = office.convert(given, seconds)
            return finished(made, made_at=written_at(word), pictures=pictures_in(word), aside=aside)
    except (OfficeFailed, NotAPdf) as failure:
        raise ConverterFailed(str(failure)) from failure
