"""Facts frozen as they were when a paper was made, and compared with what the case says now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from documents.facts import asked
from documents.slots import in_words
from kernel.digest import digest, plain, sha256, spelled
from kernel.disclosure import Disclosure
from kernel.sealed import Sealed

DAY_STAMPS = frozenset({"arrears.as_of", "arrears.days_behind"})
"""Facts that only say for which day a paper was made; alone they make no approval stale.

The day from which the days behind are counted, and whether they have reached ninety, are facts of their own.
"""


@dataclass(frozen=True, slots=True)
class FrozenFact:
    """One fact as a paper was told it: its name, its value in JSON and in words, and its trace."""

    name: str
    label: str
    value: Any
    words: str
    source: str
    source_record: str
    as_of: str | None
    retrieved_at: str | None
    entered_by: str | None
    verified_by: str | None
    disclosure: str
    rule: str | None
    inputs: list[str]

    def told(self) -> dict[str, Any]:
        """The fact as JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Frozen:
    """All facts of a paper. ``digest`` covers values and traces, ``substance`` the values alone without day stamps."""

    facts: tuple[FrozenFact, ...]
    told: bytes
    """Canonical JSON of the facts."""
    digest: str
    substance: str


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is no longer what the paper says. ``was`` or ``now`` is empty where the fact came or went."""

    name: str
    label: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.label}: {self.was or 'nothing'} → {self.now or 'nothing'}"


def freeze(tree: Any) -> Frozen:
    """The facts of a tree as they are now. What may reach no document is frozen without its value."""
    facts = tuple(_frozen(ask.path, ask.label, traced) for ask, traced in asked(tree))
    substance = {fact.name: fact.value for fact in facts if fact.name not in DAY_STAMPS}
    told = spelled([fact.told() for fact in facts])
    return Frozen(facts, told, sha256(told), sha256(spelled(substance)))


def substance(tree: Any) -> str:
    """The digest of what a paper says, as ``freeze`` has it, without freezing where each fact comes from."""
    return digest({ask.path: _shown(traced) for ask, traced in asked(tree) if ask.path not in DAY_STAMPS})


def changes(was: Iterable[Mapping[str, Any]], now: Sequence[FrozenFact]) -> list[Change]:
    """Every fact that differs between the frozen facts of a paper and the facts now, in the order of the paper."""
    old = {fact["name"]: fact for fact in was}
    new = {fact.name: fact for fact in now}
    found = []
    for name in [*old, *(name for name in new if name not in old)]:
        before, after = old.get(name), new.get(name)
        if name in DAY_STAMPS or (before and after and before["value"] == after.value):
            continue
        label = after.label if after else str(before["label"] if before else "")
        found.append(Change(name, label, str(before["words"]) if before else "", after.words if after else ""))
    return found


def _frozen(name: str, label: str, fact: Any) -> FrozenFact:
    trace, shown = fact.trace, _shown(fact)
    return FrozenFact(
        name=name,
        label=label,
        value=plain(shown),
        words=_in_words(shown),
        source=trace.source,
        source_record=trace.record,
        as_of=_iso(trace.as_of),
        retrieved_at=_iso(trace.retrieved_at),
        entered_by=trace.entered_by,
        verified_by=trace.verified_by,
        disclosure=fact.disclosure.value,
        rule=trace.rule,
        inputs=list(trace.inputs),
    )


def _shown(fact: Any) -> Any:
    """The value of a fact; none of what may reach no document."""
    hidden = isinstance(fact.value, Sealed) or fact.disclosure in (Disclosure.PROTECTED, Disclosure.SEALED)
    return None if hidden else fact.value


def _in_words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return in_words(value)


def _iso(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None
