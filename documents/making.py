"""Makes one revision: facts into Word, Word into PDF, both read back, both looked over for what may not stand there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from documents.errors import LeakFound
from documents.facts import gaps
from documents.freeze import Frozen, freeze
from documents.imprint import Files, Imprint
from documents.leaks import find_leaks
from documents.manifests import Template
from documents.prints import lean_is_proved
from documents.read_back import check_pdf, check_word
from infra.blobs import blobs
from infra.kept_pdf import kept_pdf
from kernel.disclosure import Audience

Say = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a template, the facts gathered for it from a case, and words that it must not hold."""

    template: Template
    facts: Any
    case_no: str
    protected: tuple[str, ...]
    title: str
    author: str
    mark: str = ""
    """Of the record that the facts come from (``documents.marks``)."""

    @property
    def frozen(self) -> Frozen:
        """The facts as they are frozen with the revision."""
        return freeze(self.facts)

    @property
    def imprint(self) -> Imprint:
        """What the paper is printed from, but its facts."""
        manifest = self.template.manifest
        names = tuple(picture.name for picture in manifest.pictures)
        proved = lean_is_proved(self.template.digest)
        return Imprint(manifest.facts, manifest.audience, names, self.title, self.author, proved)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished revision, its bytes kept as blobs."""

    frozen: Frozen
    facts_sha: str
    imprint_sha: str
    word_sha: str
    pdf_sha: str
    pages: int
    gaps: tuple[dict[str, str], ...]


def make(order: Order, say: Say) -> Made:
    """The finished revision. Raises TemplateBroken, ReadBackFailed, LeakFound or ConverterFailed."""
    say(0, 3, "merging")
    merged = order.imprint.merged(order.template.word, order.facts)
    _refuse_leaks(check_word(merged.word, merged.said), order)
    say(1, 3, "converting")
    pdf = kept_pdf(order.imprint.for_the_pdf(merged.word))
    say(2, 3, "reading back")
    _refuse_leaks("\n".join(check_pdf(pdf.data, merged.said)), order)
    kept, frozen = blobs(), order.frozen
    made = Files(kept.put(frozen.told), kept.put(merged.word), kept.put(pdf.data))
    return Made(
        frozen=frozen,
        facts_sha=made.facts,
        imprint_sha=kept.put(order.imprint.as_bytes(kept.put(order.template.word), made)),
        word_sha=made.word,
        pdf_sha=made.pdf,
        pages=pdf.pages,
        gaps=tuple(
            {"name": ask.path, "label": ask.label, "entry": ask.name if ask.entry else ""} for ask in gaps(order.facts)
        ),
    )


def _refuse_leaks(text: str, order: Order) -> None:
    birth_dates = order.template.manifest.audience is not Audience.PUBLIC_FILE
    leaks = find_leaks(text, protected=order.protected, birth_dates=birth_dates)
    if leaks:
        raise LeakFound(tuple(sorted({leak.kind for leak in leaks})))
