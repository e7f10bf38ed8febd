"""The facts that templates may say, as people search them and programs list them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from documents.clinic.catalogue import Tellable, tellable
from documents.facts import FACTS
from documents.manifests import Template
from documents.template_queries import shelf
from offices.queries import state_of


@dataclass(frozen=True, slots=True)
class FactsOfType:
    """The facts of one type that a search found; ``of`` is how many the type has."""

    name: str
    used_by: tuple[str, ...]
    facts: tuple[Tellable, ...]
    of: int


def template_uses(db: Session, office_id: int, *, on: date) -> dict[str, tuple[Template, ...]]:
    """The templates in force by the name of the facts type that they may say; types that none uses have none."""
    found: dict[str, tuple[Template, ...]] = dict.fromkeys(FACTS, ())
    for one in shelf(db, office_id, state_of(db, office_id), on=on):
        template = one.current.template
        found[template.manifest.facts] = (*found[template.manifest.facts], template)
    return dict(sorted(found.items(), key=lambda item: (not item[1], item[0])))


def facts_told(uses: dict[str, tuple[Template, ...]], words: str = "", only: str = "") -> list[FactsOfType]:
    """The facts whose label, tag or sample holds all of these words, by type; types without a hit are left out."""
    told = []
    for name, used_by in uses.items():
        if only and name != only:
            continue
        sample = used_by[0].sample_facts() if used_by else None
        known = tellable(FACTS[name], sample)
        found = tuple(one for one in known if _holds(one, words))
        if found:
            told.append(FactsOfType(name, tuple(each.manifest.title for each in used_by), found, len(known)))
    return told


def _holds(one: Tellable, words: str) -> bool:
    text = f"{one.label} {one.tag} {one.name} {one.sample}".lower()
    return all(word in text for word in words.lower().split())
