"""Whoever reads money leaves a line in the audit log: the routes are read off the application, not off a list."""

import re
from typing import Final

from fastapi.routing import iter_route_contexts
from sqlalchemy import select

from api.app import create_app
from infra.audit import Audit
from tests.desks import Desks

PARTS: Final = "money|account|audit|plans|guideline|ability|figures|morning|balances|what-if"
MONEY: Final = re.compile(rf"/(?:{PARTS})(?=\.|/|$)")
PROPOSED: Final = {"instalment": "75.00"}
READ: Final = sorted(
    {
        (verb, re.sub(":int", "", context.path or ""))
        for context in iter_route_contexts(create_app().routes)
        for verb in context.methods or set()
        if MONEY.search(context.path or "") and (verb == "GET" or (context.path or "").endswith("/what-if"))
    }
)
NOT_THERE: Final = {"/cases/{case_no}/guideline/{number}", "/api/v1/cases/{case_no}/guideline/{number}"}
"""Of a run that nobody made."""
AGENT: Final = "agent:agent@here.example.gov"


def test_the_walk_finds_what_there_is_to_read() -> None:
    read = {path for _, path in READ}
    assert len(read) >= 24
    assert {
        "/cases/{case_no}/money", "/api/v1/cases/{case_no}/account", "/cases/{case_no}/audit.xlsx", "/balances",
        "/sessions/{session_id}/morning", "/hearings/{hearing_id}/ability", "/api/v1/hearings/{hearing_id}/figures",
    } <= read  # fmt: skip


def test_every_reading_of_money_stands_in_the_log_with_who_read_what(same_desks: Desks) -> None:
    page, api, silent = same_desks.browser("agent"), same_desks.bearer("agent"), []
    for verb, path in READ:
        before, client = _newest(same_desks), api if path.startswith("/api/") else page
        address = path.format(
            case_no=same_desks.case_no, hearing_id=same_desks.hearing, session_id=same_desks.session, number=1
        )
        asked = PROPOSED if "what-if" in path else None
        answer = client.post(address, json=asked) if verb == "POST" else client.get(address, params=asked)
        assert answer.status_code == (404 if path in NOT_THERE else 200), path
        if answer.status_code == 200 and (AGENT, _subject(path, same_desks)) not in _since(same_desks, before):
            silent.append(path)
    assert silent == []


def _subject(path: str, desks: Desks) -> str:
    named = {"{case_no}": f"case {desks.case_no}", "{hearing_id}": f"hearing {desks.hearing}",
             "{session_id}": f"court session {desks.session}"}  # fmt: skip
    return next((subject for name, subject in named.items() if name in path), "every case")


def _since(desks: Desks, before: int) -> list[tuple[str, str]]:
    with desks.database.reading() as db:
        return [(row.actor, row.subject) for row in db.scalars(select(Audit).where(Audit.id > before))]


def _newest(desks: Desks) -> int:
    with desks.database.reading() as db:
        return db.scalar(select(Audit.id).order_by(Audit.id.desc()).limit(1)) or 0
