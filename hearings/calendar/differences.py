"""Where a court's docket list and our calendar part, matter by matter."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hearings.calendar.docket_lines import DocketLine, plain
from hearings.facts import SessionOnCalendar, SetHearing
from kernel.digest import digest


class Parted(StrEnum):
    """How a matter differs."""

    NOT_ON_OURS = "not on ours"
    NOT_ON_THEIRS = "not on theirs"
    OTHER_PLACE = "other place"
    NO_CASE = "no case of ours"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``key`` stays the same for as long as both sides say the same."""

    key: str
    parted: Parted
    words: str
    docket: str
    case_no: str | None
    hearing: SetHearing | None
    line: DocketLine | None


def differences(
    session: SessionOnCalendar,
    lines: Sequence[DocketLine],
    ours: Sequence[SetHearing],
    cases: Mapping[str, Sequence[str]],
    dockets: Mapping[str, frozenset[str]],
    normal: Mapping[str, str],
) -> list[Difference]:
    """Every difference for one session, in the order of the court's list, then of ours.

    ``cases`` names our cases by normal docket number, ``dockets`` the normal docket numbers of each case of ours in
    the session, ``normal`` the normal spelling of each docket number on the list. Lines for other days are left out.
    """
    open_: dict[str, list[SetHearing]] = defaultdict(list)
    for hearing in ours:
        for docket in dockets.get(hearing.case_no, frozenset()):
            open_[docket].append(hearing)
    matched: set[int] = set()
    found: list[Difference] = []
    for line in (line for line in lines if line.on in (None, session.on)):
        docket = normal[line.docket]
        ours_of_it = _closest(line, [one for one in open_.get(docket, []) if one.id not in matched])
        if ours_of_it is None:
            found.append(_not_ours(line, docket, cases.get(docket, ())))
            continue
        matched.add(ours_of_it.id)
        if words := _other_place(session, ours_of_it, line):
            found.append(_of(Parted.OTHER_PLACE, words, docket, ours_of_it.case_no, ours_of_it, line))
    return found + [
        _of(
            Parted.NOT_ON_THEIRS,
            f"We have {one.docket or one.case_no} at {one.at:%-I:%M %p}; the court's list does not.",
            one.docket,
            one.case_no,
            one,
            None,
        )
        for one in ours
        if one.id not in matched
    ]


def _closest(line: DocketLine, hearings: Sequence[SetHearing]) -> SetHearing | None:
    """Of several matters of one docket: the same code first, then the same hour."""
    return min(hearings, key=lambda one: (one.code != line.code, one.at != line.at, one.id), default=None)


def _not_ours(line: DocketLine, docket: str, cases: Sequence[str]) -> Difference:
    at = f" at {line.at:%-I:%M %p}" if line.at else ""
    if not cases:
        words = f"The court has {line.docket}{at}; no case of ours has this docket number."
        return _of(Parted.NO_CASE, words, docket, None, None, line)
    words = f"The court has {line.docket}{at}; it is not on ours."
    return _of(Parted.NOT_ON_OURS, words, docket, cases[0], None, line)


def _other_place(session: SessionOnCalendar, hearing: SetHearing, line: DocketLine) -> str:
    said = []
    if line.at and line.at != hearing.at:
        said.append(f"at {line.at:%-I:%M %p}, not {hearing.at:%-I:%M %p}")
    if line.room and plain(line.room) != plain(session.room):
        said.append(f"in room {line.room}, not {session.room or 'none'}")
    if line.judge and not same_judge(line.judge, session.judge):
        said.append(f"before {line.judge}, not {session.judge or 'nobody named'}")
    return f"The court has {line.docket} {' and '.join(said)}." if said else ""


def same_judge(one: str, other: str) -> bool:
    """Whether two spellings name one judge: titles and dots aside, the same, or the same last name and initial."""
    names = [_name(each) for each in (one, other)]
    if not all(names):
        return not any(names)
    (first, second) = names
    return first == second or (first[-1] == second[-1] and first[0][0] == second[0][0])


_TITLES = frozenset({"hon", "honorable", "the", "judge", "justice", "commissioner", "magistrate"})


def _name(written: str) -> list[str]:
    last, comma, first = written.partition(",")
    words = f"{first} {last}" if comma else written
    return [word for each in words.split() if (word := plain(each)) and word not in _TITLES]


def _of(
    parted: Parted, words: str, docket: str, case_no: str | None, hearing: SetHearing | None, line: DocketLine | None
) -> Difference:
    what = [parted.value, docket, case_no, hearing.setting_id if hearing else None, line.as_row() if line else None]
    return Difference(digest(what)[:32], parted, words, docket, case_no, hearing, line)
