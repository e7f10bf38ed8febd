"""What is still missing before a hearing, as far as the calendar and service of process know."""

from collections.abc import Sequence
from datetime import date

from hearings.facts import Gap, NoticeGiven, Served, SetHearing
from hearings.notice import completed, that_count
from hearings.readiness.presenting import is_that_paper
from law.hearing_types import UNLISTED, HearingType

AGENT = "agent"
ATTORNEY = "attorney"


def calendar_gaps(
    hearing: SetHearing,
    kind: HearingType,
    services: Sequence[Served],
    notice: NoticeGiven | None,
    *,
    uncounted: str,
    as_of: date,
    exhibits: Sequence[str] = (),
) -> list[Gap]:
    """Gaps of service, proof of service, notice and papers without a template. An empty list: nothing is missing.

    ``uncounted`` says why there is no ``notice``; ``exhibits`` are titles, under which papers made elsewhere are known.
    """
    gaps = _service_gaps(that_count(kind, services), notice, as_of)
    if kind.kind == UNLISTED:
        gaps.append(
            Gap(
                f"Hearing type {kind.code} is not on the list",
                "Its notice is counted as for a motion; ask the county attorney.",
                ATTORNEY,
            )
        )
    if notice is None:
        gaps.append(Gap("Notice cannot be counted", uncounted, ATTORNEY))
    elif notice.deadline is not None and not notice.met:
        gaps.append(
            Gap(
                "Notice is too short",
                f"{notice.deadline.sentence()} The hearing is set for {hearing.on:%a %b %-d, %Y}.",
                ATTORNEY,
            )
        )
    gaps += [
        Gap(
            f"{paper[0].upper()}{paper[1:]} is not prepared here",
            "Courtready has no template for this paper yet; prepare it as before and attach it as an exhibit.",
            ATTORNEY,
        )
        for paper in kind.later
        if not any(is_that_paper(title, paper) for title in exhibits)
    ]
    return gaps


def _service_gaps(services: Sequence[Served], notice: NoticeGiven | None, as_of: date) -> list[Gap]:
    last = (
        f"Last day to serve is {notice.last_day:%a %b %-d, %Y} ({notice.period}, {notice.cite})."
        if notice
        else "The last day to serve cannot be counted."
    )
    if not services:
        return [Gap("Nothing is issued for service", last, AGENT)]
    done = [one for one in services if completed(one, as_of)]
    if not done:
        tries = [one for one in services if one.attempted_on and one.attempted_on <= as_of]
        tried = _last_tried(tries[-1]) if tries else ""
        return [Gap("The other party is not served", tried + last, AGENT)]
    if not any(one.returned_on and one.returned_on <= as_of for one in done):
        return [
            Gap(
                "Proof of service is not back",
                f"Served {done[0].served_on:%b %-d, %Y} by {done[0].method}; no return on file.",
                AGENT,
            )
        ]
    return []


def _last_tried(one: Served) -> str:
    """The attempt in words, and where the papers were delivered, why that does not count."""
    told = f"Last attempt {one.attempted_on:%b %-d, %Y} by {one.method}: {one.result}. "
    return f"{told}It does not count: {one.check.unmet[0]} " if one.check and one.check.unmet else told
