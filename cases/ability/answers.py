"""What people found out. A blank is no answer; "none found" is one, when a person says it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from law.findings import Question

NONE_FOUND = "none found"


@dataclass(frozen=True, slots=True)
class Answer:
    """Words under the name of a question; ``by`` is the person who wrote them, None where a system did."""

    words: str
    by: str | None
    on: date

    @property
    def found_nothing(self) -> bool:
        """Whether the words say that nothing was found."""
        return self.words.strip().lower().startswith(NONE_FOUND)

    @property
    def counts(self) -> bool:
        """Whether this answers anything: words, and for "none found" a person behind them."""
        return bool(self.words.strip()) and (self.by is not None or not self.found_nothing)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that nobody has answered, and why what is there does not do.

    ``contradicted`` where a person wrote that none was found although the record holds some.
    """

    question: Question
    why: str
    contradicted: bool = False

    def __str__(self) -> str:
        return f"{self.question.what}: {self.why} ({self.question.cite})."


def unanswered(
    questions: Iterable[Question],
    answers: Mapping[str, Answer],
    on_record: Collection[str] = (),
    held: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Unanswered, ...]:
    """The questions that need a person, in the order of the rows.

    ``on_record`` names those that the record answers. ``held`` says of some what the record holds, against which
    "none found" is no answer.
    """
    asked = ((question, answers.get(question.entry), held.get(question.entry, "")) for question in questions)
    return tuple(
        Unanswered(question, _why(answer, against), _contradicted(answer, against))
        for question, answer, against in asked
        if _contradicted(answer, against) or not (question.entry in on_record or _answered(answer))
    )


def _answered(answer: Answer | None) -> bool:
    return answer is not None and answer.counts


def _contradicted(answer: Answer | None, held: str) -> bool:
    return bool(held) and answer is not None and answer.counts and answer.found_nothing


def _why(answer: Answer | None, held: str) -> str:
    if answer is None or not answer.words.strip():
        return "nothing is written down; 'none found' is an answer"
    if _contradicted(answer, held):
        return f"{held}, so 'none found' is no answer; write what was found"
    return "that none was found must be said by a person"
