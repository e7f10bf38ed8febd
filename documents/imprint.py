"""What a paper is printed from besides its facts, and what came of it: kept with each revision.

So it can be printed once more, and a file that was changed since is known as such.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from documents.drawn import png
from documents.pictures import PICTURES
from documents.sources import context
from documents.twin import lean
from documents.word import Merged, merge
from kernel.digest import canonical
from kernel.disclosure import Audience


@dataclass(frozen=True, slots=True)
class Files:
    """The facts that a revision was made of, its Word file and its PDF, each by digest."""

    facts: str
    word: str
    pdf: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """The type of the facts, for whom they are printed, the names of the pictures, and the two document properties."""

    facts: str
    audience: Audience
    pictures: tuple[str, ...]
    title: str
    author: str
    lean: bool
    """Whether the PDF is printed from the paper's lean twin."""

    def merged(self, word: bytes, facts: Any) -> Merged:
        """The Word template with these facts. Raises TemplateBroken."""
        return merge(
            word,
            context(facts, self.audience),
            pictures={name: png(PICTURES[name](facts)) for name in self.pictures},
            title=self.title,
            author=self.author,
        )

    def without_pictures(self, word: bytes, facts: Any) -> Merged:
        """The same paper for its text alone. Raises TemplateBroken."""
        return merge(word, context(facts, self.audience), title=self.title, author=self.author)

    def for_the_pdf(self, word: bytes) -> bytes:
        """The merged paper as the converter is given it."""
        return lean(word) if self.lean else word

    def as_bytes(self, word_sha: str, made: Files) -> bytes:
        """Canonical JSON, with the digest of the Word template and of what was made with it."""
        return canonical({
            "facts": self.facts, "audience": self.audience.value, "pictures": list(self.pictures),
            "title": self.title, "author": self.author, "lean": self.lean,
            "template": word_sha, "made": asdict(made),
        })  # fmt: skip


def imprint_of(kept: bytes) -> tuple[Imprint, str]:
    """The imprint that ``as_bytes`` wrote, and the digest of its Word template."""
    told = json.loads(kept)
    pictures, audience = tuple(told["pictures"]), Audience(told["audience"])
    imprint = Imprint(told["facts"], audience, pictures, told["title"], told["author"], told["lean"])
    return imprint, told["template"]


def files_made(kept: bytes) -> Files | None:
    """What was made with an imprint; None of one from before that was kept."""
    told = json.loads(kept).get("made")
    return Files(**told) if told else None
