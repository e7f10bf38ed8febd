"""The facts that papers are made of: frozen trees whose leaves are traced."""

from documents.facts.catalogue import FACTS
from documents.facts.field import Asked, asked, fact, gaps
from documents.facts.matter import Caption, Hearing, Office, SupportCase
from documents.facts.means import Asset, Job
from documents.facts.papers import CaseFacts, Contempt, FactSheet, MotionToShowCause, NamedChild, PaymentHistory
from documents.facts.people import Address, Child, Custody, MilitaryCheck, Party
from documents.facts.service import DayOfNotice, Notice, Reading, Service
from documents.facts.support import Arrears, MonthOfSupport, Payment, StateBalance, SupportOrder

__all__ = [
    "FACTS", "Address", "Arrears", "Asked", "Asset", "Caption", "CaseFacts", "Child", "Contempt", "Custody",
    "DayOfNotice", "FactSheet", "Hearing", "Job", "MilitaryCheck", "MonthOfSupport", "MotionToShowCause", "NamedChild",
    "Notice", "Office", "Party", "Payment", "PaymentHistory", "Reading", "Service", "StateBalance", "SupportCase",
    "SupportOrder", "asked", "fact", "gaps",
]
