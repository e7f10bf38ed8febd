"""What a paper is printed from besides its facts: kept with each revision, so that it can be printed once more."""

import json
from dataclasses import dataclass
from typing import Any

from documents.drawn import png
from documents.pictures import PICTURES
from documents.sources import context
from documents.twin import lean
from documents.word import Merged, merge
from kernel.digest import canonical
from kernel.disclosure import Audience


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

    def as_bytes(self, word_sha: str) -> bytes:
        """Canonical JSON, with the digest of the Word template."""
        return canonical({
            "facts": self.facts, "audience": self.audience.value, "pictures": list(self.pictures),
            "title": self.title, "author": self.author, "lean": self.lean,
            "template": word_sha,
        })  # fmt: skip


def imprint_of(kept: bytes) -> tuple[Imprint, str]:
    """The imprint that ``as_bytes`` wrote, and the digest of its Word template."""
    told = json.loads(kept)
    pictures, audience = tuple(told["pictures"]), Audience(told["audience"])
    imprint = Imprint(told["facts"], audience, pictures, told["title"], told["author"], told["lean"])
    return imprint, told["template"]
