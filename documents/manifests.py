"""Templates as they lie in the project: a Word file, a manifest that says what it is for, and sample facts."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from documents.facts import FACTS
from documents.thaw import sample
from kernel.cite import Cite
from kernel.disclosure import Audience
from kernel.refusals import Missing, Refused
from law.hearing_types import HearingType

ROOT = Path(__file__).resolve().parent.parent / "templates"
ANY_HEARING = "*"
ALWAYS, ON_REQUEST = "always", "on request"


@dataclass(eq=False)
class ManifestBroken(Refused):
    """A manifest that does not say what it must."""

    folder: str
    why: str

    def __str__(self) -> str:
        return f"The manifest of '{self.folder}' {self.why}."


@dataclass(eq=False)
class NoSuchTemplate(Missing):
    """No template of that name is in force."""

    name: str

    def __str__(self) -> str:
        return f"There is no template '{self.name}'."


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the merge puts in, with the words for those who cannot see it."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a template is for, from when, for whom, and which facts it may say."""

    id: str
    title: str
    state: str
    version: int
    in_force: date
    audience: Audience
    facts: str
    hearings: tuple[str, ...]
    file_name: str
    cites: tuple[Cite, ...]
    position: int
    """Its place in a packet: lower ones first."""
    kind: str
    """The paper's kind. Of several templates of one kind a hearing takes the one that names it most closely."""
    prepared: str
    """``always``, or ``on request`` where somebody has to ask for it."""
    pictures: tuple[Picture, ...] = ()

    def closeness(self, of: HearingType) -> int:
        """How closely it names a type of hearing: 3 by its code, 2 by its kind, 1 as any hearing, 0 not at all."""
        ranks = {ANY_HEARING: 1, of.kind: 2, of.code: 3}
        return max(ranks.get(named, 0) for named in self.hearings)

    def name_of_file(self, *, case_number: str, hearing_on: date) -> str:
        """A file name without ending; it holds numbers and the kind of paper, never a person's name."""
        return self.file_name.format(case_number=case_number, hearing_on=hearing_on.isoformat())


@dataclass(frozen=True, slots=True)
class Template:
    """A manifest with its Word file. ``digest`` is over both; a revision names it."""

    manifest: Manifest
    word: bytes
    digest: str
    samples: bytes

    @property
    def facts_type(self) -> type[Any]:
        """The facts that the template may say."""
        return FACTS[self.manifest.facts]

    def rank(self, of: HearingType) -> tuple[int, date, int]:
        """Which of several templates of one kind goes first: the closest, then the one in force last."""
        return self.manifest.closeness(of), self.manifest.in_force, self.manifest.version

    def sample_facts(self) -> Any:
        """The template's own made-up facts. Raises NotTheseFacts."""
        return sample(self.facts_type, self.samples)


def templates(state: str, root: Path = ROOT) -> tuple[Template, ...]:
    """Every template of a state, in the order of their ids. Raises ManifestBroken."""
    return tuple(template(path.parent) for path in sorted((root / state).glob("*/manifest.toml")))


def template(folder: Path) -> Template:
    """One template from its folder. Raises ManifestBroken."""
    written, word = (folder / "manifest.toml").read_bytes(), (folder / "template.docx").read_bytes()
    return assembled(written, word, (folder / "sample.json").read_bytes(), folder.name)


def assembled(written: bytes, word: bytes, samples: bytes, folder: str) -> Template:
    """One template from the bytes of its manifest, its Word file and its sample. Raises ManifestBroken."""
    return Template(manifest(written, folder), word, _digest(written, word), samples)


def template_named(name: str, among: Iterable[Template]) -> Template:
    """The template with that id (``nc/fact-sheet``). Raises NoSuchTemplate."""
    for each in among:
        if each.manifest.id == name:
            return each
    raise NoSuchTemplate(name)


def papers_for(of: HearingType, on: date, among: Iterable[Template]) -> tuple[Template, ...]:
    """The templates in force on that day for a type of hearing, one of each kind, in the order of a packet."""
    best: dict[str, Template] = {}
    for each in among:
        if each.manifest.in_force <= on and each.manifest.closeness(of):
            held = best.setdefault(each.manifest.kind, each)
            best[each.manifest.kind] = max(held, each, key=lambda one: one.rank(of))
    return tuple(sorted(best.values(), key=lambda one: (one.manifest.position, one.manifest.id)))


def manifest(written: bytes, folder: str) -> Manifest:
    """The manifest that these bytes say, every key known and of its kind. Raises ManifestBroken."""
    try:
        told = tomllib.loads(written.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ManifestBroken(folder, "cannot be read as TOML") from broken
    told = {"kind": folder, "prepared": ALWAYS} | told
    _check_keys(told, folder)
    try:
        told["audience"] = Audience(told["audience"])
    except ValueError as broken:
        raise ManifestBroken(folder, f"names no audience that there is: '{told['audience']}'") from broken
    told["pictures"] = tuple(_picture(each, folder) for each in told.pop("picture", ()))
    made = Manifest(**told | {"hearings": tuple(told["hearings"]), "cites": tuple(Cite(c) for c in told["cites"])})
    _check_words(made, folder)
    return made


def _check_keys(told: dict[str, Any], folder: str) -> None:
    for key, kind in _KEYS.items():
        if type(told.get(key)) is not kind:
            raise ManifestBroken(folder, f"has no '{key}', or not as a {kind.__name__}")
    for key in told.keys() - _KEYS.keys() - {"picture"}:
        raise ManifestBroken(folder, f"has the key '{key}', which nothing reads")


def _check_words(made: Manifest, folder: str) -> None:
    if made.facts not in FACTS:
        raise ManifestBroken(folder, f"names no facts that there are: '{made.facts}'")
    if made.id != f"{made.state}/{folder}":
        raise ManifestBroken(folder, f"says that it is '{made.id}'")
    if not made.hearings or not made.cites or made.version < 1:
        raise ManifestBroken(folder, "needs at least one hearing code, one cite and a version from 1 on")
    if made.prepared not in (ALWAYS, ON_REQUEST):
        raise ManifestBroken(folder, f"is prepared '{made.prepared}', not '{ALWAYS}' or '{ON_REQUEST}'")
    if not re.fullmatch(r"[a-z0-9-]*(\{(case_number|hearing_on)\}[a-z0-9-]*)+", made.file_name):
        raise ManifestBroken(folder, "has a file name of other things than case number, hearing day and small letters")


def _picture(told: Any, folder: str) -> Picture:
    if not isinstance(told, dict) or told.keys() != {"name", "alt"}:
        raise ManifestBroken(folder, "has a picture without a name and alternative text")
    return Picture(str(told["name"]), str(told["alt"]))


def _digest(*parts: bytes) -> str:
    """SHA-256 over the digests of the parts, so that no byte can move from one part to the next."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


_KEYS: dict[str, type] = {
    "id": str, "title": str, "state": str, "version": int, "in_force": date, "audience": str, "facts": str,
    "hearings": list, "file_name": str, "cites": list, "position": int, "kind": str, "prepared": str,
}  # fmt: skip
