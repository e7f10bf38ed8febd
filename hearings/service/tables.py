"""Issued papers and their chains, answers, consents to electronic service, and proofs of service."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from infra.db import Base, UtcDateTime


class IssuedPaper(Base):
    """A paper issued for service on one person. ``follows_id`` leads to the link before it in a chain of summonses.

    ``filed_on`` is the day on which the action began; ``abroad`` says that the person is outside the United States,
    ``under_disability`` that a guardian is served as well.
    """

    __tablename__ = "issued_paper"
    __table_args__ = (Index("ix_issued_paper_case", "office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    mpi_no: Mapped[str] = mapped_column(String(20))
    paper: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(20))
    issued_on: Mapped[date]
    filed_on: Mapped[date | None]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("issued_paper.id"))
    hearing_id: Mapped[int | None] = mapped_column(ForeignKey("hearing.id"))
    abroad: Mapped[bool] = mapped_column(default=False)
    under_disability: Mapped[bool] = mapped_column(default=False)
    entered_by: Mapped[str] = mapped_column(String(300))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Answer(Base):
    """That a person answered, or until when the time to answer was extended."""

    __tablename__ = "answer"
    __table_args__ = (Index("ix_answer_case", "office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    mpi_no: Mapped[str] = mapped_column(String(20))
    answered_on: Mapped[date | None]
    extended_until: Mapped[date | None]
    entered_by: Mapped[str] = mapped_column(String(300))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EServiceConsent(Base):
    """A person's consent, filed with the court, to take papers at an e-mail address."""

    __tablename__ = "e_service_consent"
    __table_args__ = (Index("ix_e_service_consent_case", "office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    mpi_no: Mapped[str] = mapped_column(String(20))
    email: Mapped[str] = mapped_column(String(200))
    filed_on: Mapped[date]
    ended_on: Mapped[date | None]
    entered_by: Mapped[str] = mapped_column(String(300))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ProofOfService(Base):
    """The sworn return of one attempt as a PDF. The original stays as it came; ``rebuilt_sha`` is the clean copy.

    ``attempt_key`` is the key of the attempt's record, which stays when the state's system tells of it anew.
    """

    __tablename__ = "proof_of_service"
    __table_args__ = (Index("ix_proof_of_service_case", "office_id", "case_no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    case_no: Mapped[str] = mapped_column(String(20))
    attempt_key: Mapped[str] = mapped_column(String(300))
    returned_on: Mapped[date]
    original_sha: Mapped[str] = mapped_column(String(64))
    rebuilt_sha: Mapped[str | None] = mapped_column(String(64))
    pages: Mapped[int | None]
    problem: Mapped[str | None] = mapped_column(String(600))
    added_by: Mapped[str] = mapped_column(String(300))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    checked_by: Mapped[str | None] = mapped_column(String(300))
    checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
