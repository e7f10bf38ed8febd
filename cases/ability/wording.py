"""The words of a note, checked at the border."""

from cases.ability.errors import NotNoted
from kernel.legal_text import legal_text

LONGEST = 300


def words_of(written: str, what: str, *, longest: int = LONGEST) -> str:
    """Words that may not be blank, in one line. Raises NotNoted or NotLegalText."""
    found = short(written, longest=longest)
    if not found:
        raise NotNoted(f"{what} is blank")
    return found


def short(written: str, *, longest: int = 200) -> str:
    """Words that may be blank, in one line. Raises NotLegalText."""
    return legal_text(written, longest=longest, lines=True).replace("\n", " ")
