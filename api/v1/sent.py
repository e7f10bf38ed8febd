"""What a caller sends. A field that is not named here is refused."""

from pydantic import Field

from api.patterns import Amount, FactName, IsoDay, Sha, Strict, Whole
from kernel.disclosure import Audience


class SignInSent(Strict):
    email: str = Field(max_length=254)
    password: str = Field(max_length=1024)


class NoteSent(Strict):
    words: str = Field(max_length=4000, description='What was found out; "None found" is an answer.')


class PaymentSent(Strict):
    receipt_no: str = Field(min_length=1, max_length=40)
    collected_on: IsoDay
    amount: Amount
    reverses: str | None = Field(None, max_length=40, description="The receipt that a negative amount takes back.")


class RemarkSent(Strict):
    words: str = Field(min_length=1, max_length=2000)
    fact: FactName = Field("", description="The name of the fact that the remark hangs on, such as `arrears.total`.")


class ReturnSent(Strict):
    remarks: list[RemarkSent] = Field(min_length=1, max_length=100)


class ApprovalSent(Strict):
    pdf_sha: Sha = Field(description="The SHA-256 of the PDF that the attorney looked at.")


class RejectionSent(Strict):
    reason: str = Field(max_length=40, description="One of the codes that an envelope may be rejected for.")
    words: str = Field(min_length=1, max_length=2000)


class MendSent(Strict):
    problem: Whole | None = Field(None, ge=1, le=9999, description="The number of one problem; all safe mends if null.")


class PublishSent(Strict):
    in_force_on: IsoDay = Field(description="The version is for hearings on or after this day.")
    note: str = Field("", max_length=600)


class PacketSent(Strict):
    audience: Audience = Field(Audience.INTERNAL, description="For whom; the attorney's own packet is `internal`.")


class HandOutSent(PacketSent):
    pdf_sha: Sha = Field(description="The SHA-256 of the packet that is handed out.")
