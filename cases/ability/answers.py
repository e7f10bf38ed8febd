"""What people found out. A blank is no answer; "none found" is one, when a person says it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

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
    """A question that nobody has answered, and why what is there does not do."""

    question: Question
    why: str

    def __str__(self) -> str:
        return f"{self.question.what}: {self.why} ({self.question.cite})."


def unanswered(
    questions: Iterable[Question], answers: Mapping[str, Answer], on_record: Collection[str] = ()
) -> tuple[Unanswered, ...]:
    """The questions that need a person, in the order of the rows; ``on_record`` names those that the record answers."""
    return tuple(
        Unanswered(question, _why(answers.get(question.entry)))
        for question in questions
        if question.entry not in on_record and not _answered(answers.get(question.entry))
    )


def _answered(answer: Answer | None) -> bool:
    return answer is not None and answer.counts


def _why(answer: Answer | None) -> str:
    if answer is None or not answer.words.strip():
        return "nothing is written down; 'none found' is an answer"
    return "that none was found must be said by a person"
