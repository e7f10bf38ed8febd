"""What is told about ability to pay. Money in cents, days in ISO 8601."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from api.ability import Asked, asked
from cases.ability.evidence import Reached
from documents.gather import Matter
from documents.gather.ability import Ability, holding_rows


class EvidenceTold(BaseModel):
    kind: str
    words: str
    on: date


class FindingTold(BaseModel):
    """``lacks`` says what is missing; it is empty where the evidence reaches the finding."""

    id: str
    what: str
    cite: str
    verified: bool
    shown: bool
    lacks: str
    evidence: list[EvidenceTold]


class QuestionTold(BaseModel):
    """``open`` says why nobody has answered it; ``entry`` is the name of the note that answers it."""

    entry: str
    what: str
    cite: str
    open: str
    words: str
    by: str


class SourceTold(BaseModel):
    source: str
    confirmed: bool
    amounts: list[int]


class IncomeTold(BaseModel):
    quarters: list[str]
    sources: list[SourceTold]
    totals: list[int]
    average_month: int


class HoldingTold(BaseModel):
    """``note`` is null where nobody has looked for a lien or an exemption yet."""

    note: int | None
    asset_key: str
    what: str
    value: int
    seen_on: date
    lien: int
    lien_holder: str
    exempt: int
    exemption: str
    reachable: int


class NeedTold(BaseModel):
    what: str
    monthly: int


class HouseholdTold(BaseModel):
    note: int
    people: int
    needs: list[NeedTold]
    monthly: int
    orders: int
    supports_others: bool
    disposable: int | None
    proof: str
    by: str | None


class PriorTold(BaseModel):
    note: int
    found_on: date
    kind: str
    purge: int | None
    purge_due_on: date | None
    outcome: str
    proof: str
    by: str | None


class FundsTold(BaseModel):
    what: str
    amount: int
    available_on: date
    shown_by: str
    seen_on: date


class PurgeTold(BaseModel):
    note: int
    amount: int
    pay_on: date
    needs_first: int
    means: int
    funds: list[FundsTold]
    evidence: str
    proof: str
    by: str | None


class LimitTold(BaseModel):
    law: str
    percent: str
    most: int
    cites: list[str]


class TestTold(BaseModel):
    what: str
    met: bool
    because: str
    cite: str


class AbilityTold(BaseModel):
    """The sheet of one hearing. ``gaps`` is empty where it is complete; the limit that governs stands first."""

    hearing: int
    case_no: str
    as_of: date
    complete: bool
    supports_contempt: bool
    gaps: list[str]
    findings: list[FindingTold]
    questions: list[QuestionTold]
    income: IncomeTold
    holdings: list[HoldingTold]
    household: HouseholdTold | None
    prior_contempts: list[PriorTold]
    purge: PurgeTold | None
    limits: list[LimitTold]
    license_tests: list[TestTold]
    first_payment: int | None


class PastNoteTold(BaseModel):
    kind: str = Field(description="contempt, asset, household, evidence, purge or answer")
    entry: str = Field(description="The question of an answer; empty for a note.")
    words: str
    proof: str
    entered_by: str
    entered_at: datetime
    ended: str = Field(description="Who replaced it, or who took it back and why.")
    ended_at: datetime
    instead: str = Field(description="What replaced it, in words.")


class NotedTold(BaseModel):
    note: int
    kind: str


def ability_told(of: Matter, found: Ability) -> AbilityTold:
    """The sheet with everything that it is made of."""
    sheet, income = found.sheet, found.sheet.known.income
    return AbilityTold(
        hearing=of.hearing.id,
        case_no=of.hearing.case_no,
        as_of=of.as_of,
        complete=sheet.complete,
        supports_contempt=sheet.supports_contempt,
        gaps=list(sheet.gaps),
        findings=[_finding(one) for one in sheet.findings],
        questions=[_question(one) for one in asked(found)],
        income=IncomeTold(
            quarters=[str(one) for one in income.quarters],
            sources=[
                SourceTold(source=one.source, confirmed=one.confirmed, amounts=[each.cents for each in one.amounts])
                for one in income.sources
            ],
            totals=[one.cents for one in income.totals],
            average_month=income.average_month.cents,
        ),
        holdings=_holdings(of),
        household=_household(of),
        prior_contempts=_priors(of),
        purge=_purge(of, found),
        limits=[
            LimitTold(law=law, percent=one.percent, most=one.most.cents, cites=[str(row.cite) for row in one.rows])
            for law, one in found.limits
        ],
        license_tests=[
            TestTold(what=one.what, met=one.met, because=one.because, cite=str(one.cite)) for one in found.tests
        ],
        first_payment=found.to_keep.cents if found.to_keep else None,
    )


def _finding(one: Reached) -> FindingTold:
    row = one.finding
    evidence = [EvidenceTold(kind=each.kind, words=each.words, on=each.of) for each in one.evidence]
    return FindingTold(
        id=row.id, what=row.what, cite=str(row.cite), verified=bool(row.verified_by), shown=one.shown,
        lacks=one.lacks, evidence=evidence,
    )  # fmt: skip


def _question(one: Asked) -> QuestionTold:
    row = one.question
    return QuestionTold(
        entry=row.entry, what=row.what, cite=str(row.cite), open=one.open, words=one.words, by=one.by
    )


def _holdings(of: Matter) -> list[HoldingTold]:
    return [
        HoldingTold(
            note=row.id if held.looked_at else None,
            asset_key=getattr(row, "asset_key", row.source_key),
            what=held.what,
            value=held.value.cents,
            seen_on=held.seen_on,
            lien=held.lien.cents,
            lien_holder=held.lien_holder,
            exempt=held.exempt.cents,
            exemption=held.exemption,
            reachable=held.reachable.cents,
        )
        for row, held in holding_rows(of)
    ]


def _household(of: Matter) -> HouseholdTold | None:
    row = of.ability.household
    if row is None:
        return None
    return HouseholdTold(
        note=row.id,
        people=row.people,
        needs=[NeedTold(**each) for each in row.needs],
        monthly=sum(each["monthly"] for each in row.needs),
        orders=row.orders,
        supports_others=row.supports_others,
        disposable=row.disposable.cents if row.disposable else None,
        proof=row.proof,
        by=row.entered_by,
    )


def _priors(of: Matter) -> list[PriorTold]:
    return [
        PriorTold(
            note=row.id,
            found_on=row.found_on,
            kind=row.kind,
            purge=row.purge.cents if row.purge else None,
            purge_due_on=row.purge_due_on,
            outcome=row.outcome,
            proof=row.proof,
            by=row.entered_by,
        )
        for row in of.ability.contempts
    ]


def _purge(of: Matter, found: Ability) -> PurgeTold | None:
    row, purge = of.ability.purge_for(of.hearing.on), found.sheet.known.purge
    if row is None or purge is None:
        return None
    return PurgeTold(
        note=row.id,
        amount=purge.amount.cents,
        pay_on=purge.pay_on,
        needs_first=purge.needs_first.cents,
        means=purge.means.cents,
        funds=[
            FundsTold(
                what=one.what, amount=one.amount.cents, available_on=one.available_on, shown_by=one.shown_by,
                seen_on=one.seen_on,
            )
            for one in purge.funds
        ],
        evidence=purge.evidence,
        proof=row.proof,
        by=row.entered_by,
    )  # fmt: skip
