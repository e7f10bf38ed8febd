"""What every paper begins with: the office, the caption, the case."""

from typing import Any

from cases.names import spoken
from cases.queries import CaseRecord
from cases.trace import nowhere, traced
from documents.facts.matter import Caption, Office, SupportCase
from documents.gather.matter import Matter
from kernel.traced import Trace, Traced


def support_case(record: CaseRecord) -> SupportCase:
    """The case in the state's system."""
    header = record.header
    return SupportCase(
        number=traced(header, record.case_no),
        kind=traced(header, header.case_type),
        status=traced(header, header.status),
        process=traced(header, header.process_status),
        opened_on=traced(header, header.opened_on),
        docket_number=traced(header, header.docket),
        worker=traced(header, header.worker),
        family_violence=traced(header, header.family_violence),
    )


def office(of: Matter) -> Office:
    """The letterhead and the signature block."""
    settings = of.office
    street, _, town = settings.address.partition("\n")

    def set_byoffice(value: str | None) -> Traced[Any]:
        return Traced(value or None, Trace("Office settings", settings.letterhead))

    return Office(
        name=set_byoffice(settings.letterhead),
        street=set_byoffice(street),
        town=set_byoffice(town),
        phone=set_byoffice(settings.phone),
        attorney=set_byoffice(settings.attorney_name),
        attorney_title=set_byoffice(settings.attorney_title),
        bar_number=set_byoffice(settings.attorney_bar_number),
        attorney_email=set_byoffice(settings.attorney_email),
        agent=set_byoffice(of.agent or settings.representative),
        agent_title=set_byoffice(settings.representative_title),
    )


def caption(of: Matter) -> Caption:
    """How the court names the case, in the office's style."""
    record = of.record
    obligor, obligee = record.person("obligor"), record.person("obligee")
    county = Traced(of.office.county, Trace("Office settings", of.office.letterhead))
    named = of.office.plaintiff.format(county=of.office.county, obligee=spoken(obligee.name) if obligee else "")
    return Caption(
        county=county,
        plaintiff=traced(obligee, named) if obligee else nowhere("obligee"),
        defendant=traced(obligor, spoken(obligor.name)) if obligor else nowhere("obligor"),
        file_number=Traced(of.hearing.docket or record.header.docket, of.hearing.trace),
    )
