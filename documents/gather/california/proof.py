"""Gathers the proof of service. Where a person was served is not even looked up (Fam. Code § 17212(b)(3))."""

from cases.names import spoken
from cases.trace import nowhere, traced
from documents.errors import NoGround
from documents.facts.california import ProofOfService, ServedPaper
from documents.gather.california.heading import filing, for_court
from documents.gather.matter import Matter
from hearings.facts import Served
from hearings.notice import completed, that_count
from kernel.traced import Traced

IN_PERSON = frozenset({"defendant", "respondent", "obligor", "obligee", "party"})
"""Words by which a return of service says that the paper reached the party in person."""


def proof_of_service(of: Matter) -> ProofOfService:
    """Every completed service of this hearing's papers. Raises NoGround where nobody was served."""
    done = [one for one in that_count(of.kind, of.services) if completed(one, of.as_of)]
    if not done:
        raise NoGround("proof of service", of.record.case_no, "the record shows no completed service for this hearing")
    return ProofOfService(
        **filing(of),
        served=tuple(_served(one, of) for one in done),
        by_mail=Traced(any(one.by_mail for one in done), done[0].trace),
        **for_court(of, "server", "mailed_from", "address_verified"),
    )


def _served(one: Served, of: Matter) -> ServedPaper:
    person = next((each for each in of.record.participants if each.mpi_no == one.mpi_no), None)
    upon = one.served_upon.lower() if one.served_upon else None
    told = upon if upon not in IN_PERSON and not (person and of.record.protection(person)) else None
    return ServedPaper(
        paper=Traced(one.paper[0].upper() + one.paper[1:], one.trace),
        person=traced(person, spoken(person.name)) if person else nowhere("person served"),
        served_on=Traced(one.served_on or of.as_of, one.trace),
        method=Traced(one.method[0].upper() + one.method[1:], one.trace),
        left_with=Traced(told, one.trace),
    )
