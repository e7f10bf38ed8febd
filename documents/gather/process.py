"""Gathers the facts of papers about service: summons, attempts, certificate, military service of the obligor."""

from dataclasses import replace

from cases.trace import nowhere
from documents.errors import NoGround
from documents.facts import Address, filings
from documents.gather import people
from documents.gather.calendar import service_facts
from documents.gather.filed import heading, obligor_is_minor, on_obligor, pleaded
from documents.gather.matter import Matter
from hearings.notice import completed, that_count
from hearings.service.diligence import attempts_in_vain
from kernel.disclosure import Audience, Disclosure, may_see
from kernel.traced import computed


def summons_data_sheet(of: Matter) -> filings.SummonsDataSheet:
    """What the clerk's civil summons needs, without any address of a protected defendant."""
    obligor = people.party(of.record, "obligor")
    return filings.SummonsDataSheet(
        **heading(of, new_action=True),
        language=obligor.language,
        obligor_is_minor=obligor_is_minor(of),
        addresses=_for_court(obligor.addresses),
        address_withheld=obligor.protected,
        custody=people.custody(of.record),
        summonses=service_facts([one for one in on_obligor(of) if "summons" in one.paper]),
    )


def diligence_affidavit(of: Matter) -> filings.DiligenceAffidavit:
    """Attempts to serve the obligor. Raises NoGround without one, or where he was served for this hearing."""
    mine = on_obligor(of)
    tried = attempts_in_vain(mine, mine[0].mpi_no, as_of=of.as_of) if mine else []
    if any(completed(one, of.as_of) for one in that_count(of.kind, mine)):
        raise NoGround("diligence affidavit", of.record.case_no, "the obligor was served for this hearing")
    if not tried:
        raise NoGround("diligence affidavit", of.record.case_no, "no attempt to serve the obligor is on record")
    days = [one.attempted_on for one in tried]
    inputs = ("attempts",)
    return filings.DiligenceAffidavit(
        **heading(of),
        attempts=service_facts(tried),
        tried=computed(len(tried), rule="attempts without service", inputs=inputs),
        first_tried_on=computed(min(filter(None, days)), rule="first attempt", inputs=inputs),
        last_tried_on=computed(max(filter(None, days)), rule="last attempt", inputs=inputs),
    )


def servicemembers_declaration(of: Matter) -> filings.ServicemembersDeclaration:
    """Whether the obligor is in military service, as far as the check of the Department of Defense told."""
    check = people.military_check(of.record, of.hearing.on)
    return filings.ServicemembersDeclaration(
        **heading(of), military=replace(check, result=check.result.as_(Disclosure.OPEN))
    )


def certificate_of_service(of: Matter) -> filings.CertificateOfService:
    """Which papers were served on whom under Rule 5, and where, unless the person is protected."""
    return filings.CertificateOfService(
        **heading(of),
        served_papers=pleaded(of, "served_papers"),
        persons=tuple(_served(of, role) for role in ("obligor", "obligee") if of.record.person(role)),
    )


def _served(of: Matter, role: str) -> filings.PersonServed:
    person = people.party(of.record, role)
    found = _for_court(person.addresses)
    as_named = {"obligor": "Defendant", "obligee": "Person on whose behalf the action is brought"}[role]
    return filings.PersonServed(
        name=person.name,
        role=person.name.told(as_named),
        counsel=person.counsel.as_(Disclosure.OPEN),
        address=found[0].written if found else nowhere("service address"),
        address_withheld=person.protected,
        e_service=person.e_service.as_(Disclosure.OPEN),
    )


def _for_court(addresses: tuple[Address, ...]) -> tuple[Address, ...]:
    """Addresses in use that a court paper may tell; one from a registry alone may not (45 CFR 303.21)."""
    return tuple(
        one for one in addresses if one.ended_on.value is None and may_see(Audience.COURT, one.written.disclosure)
    )
