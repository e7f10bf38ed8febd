"""The slowest clerk: goes through every day with a pencil and exact fractions, and knows nothing of our code.

Takes only the nouns of a ledger. How charges fall due, how money is applied and how interest accrues is written here
a second time, from the statutes, in another way: no events, no sums kept, every day looked at.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

DAY = timedelta(days=1)
PAYEES = ("family", "assigned", "other state")
SINCE_2009 = ("current", "principal", "interest")
BEFORE_2009 = ("current", "interest", "principal")
KINDS = ("child support", "medical support", "spousal support")
NONE = 99


@dataclass
class Slip:
    due: date
    payee: str
    left: int
    older: bool
    course: int | None
    kind: str = ""

    @property
    def place(self) -> tuple[date, int, int]:
        """In which order slips are paid: the oldest, then the first kind, then what bears interest."""
        return (
            self.due, KINDS.index(self.kind) if self.kind in KINDS else 0, NONE if self.course is None else self.course
        )


class SlowClerk:
    """What is owed at the end of a day, in cents by bucket."""

    def __init__(self, ledger: Any, as_of: date) -> None:
        self.ledger, self.as_of, self.terms = ledger, as_of, ledger.terms
        self.slips: list[Slip] = []
        self.earned = dict.fromkeys(PAYEES, Fraction(0))
        self.settled = dict.fromkeys(PAYEES, 0)
        self.fees = self.ahead = 0
        self.courses = [[one.rate] for one in self.terms.judgments] or [list(self.terms.rates)]
        self.owed_again: list[tuple[date, int]] = []
        self.standing: list[tuple[date, int]] = []
        self._sort_the_receipts()

    def buckets(self) -> dict[str, int]:
        opening = self.ledger.opening
        if opening and opening.on > self.as_of:
            return dict.fromkeys(("current", *PAYEES, "interest", "fees", "ahead"), 0)
        day = opening.on if opening else self._first_day()
        if opening:
            self._open()
            day += DAY
        while day <= self.as_of:
            self._one_day(day)
            day += DAY
        return {
            "current": sum(slip.left for slip in self.slips if not slip.older),
            **{who: sum(slip.left for slip in self.slips if slip.older and slip.payee == who) for who in PAYEES},
            "interest": sum(self._interest(who) for who in PAYEES),
            "fees": self.fees,
            "ahead": self.ahead,
        }

    def unpaid_by_kind(self) -> dict[str, int]:
        """What is left of each kind, once the buckets were counted; support without a kind is told as the first."""
        left = dict.fromkeys(KINDS, 0)
        for slip in self.slips:
            left[slip.kind or KINDS[0]] += slip.left
        return {kind: cents for kind, cents in left.items() if cents}

    def _first_day(self) -> date:
        of = self.ledger
        days = [one.effective_on for one in of.obligations] + [one.collected_on for one in of.entries]
        days += [one.on for each in (of.adjustments, of.fees, of.credits, of.splits) for one in each]
        days += [one.paid_on for one in of.direct_payments]
        return min([*days, self.as_of])

    def _open(self) -> None:
        opening = self.ledger.opening
        family = opening.amount.cents - opening.assigned.cents - opening.other_state.cents
        self.settled["family"] -= opening.interest.cents
        self.fees += opening.fees.cents
        for who, cents in zip(PAYEES, (family, opening.assigned.cents, opening.other_state.cents), strict=True):
            self._add(opening.on, who, cents)
        self._use_what_waits(opening.on)
        self._judge(opening.on)

    def _add(self, day: date, who: str, cents: int) -> None:
        if cents < 0:
            self.ahead -= cents
        elif cents:
            at_once = str(self.terms.begins) in ("first of the next month", "due day")
            self.slips.append(Slip(day, who, cents, True, 0 if at_once else None))

    def _one_day(self, day: date) -> None:
        if day.day == 1:
            for slip in self.slips:
                if not slip.older:
                    slip.older = True
                    slip.course = 0 if str(self.terms.begins) == "first of the next month" else slip.course
        for one in self.ledger.obligations:
            self._charge(one, day)
        money, debts, relief = self._in_and_out(day)
        for who, cents in debts:
            self._add(day, who, cents)
        self._use_what_waits(day)
        self._judge(day)
        for who, cents in relief:
            left = self._pay_slips(who, cents, older=True)
            self._pay(day, self._pay_slips(who, left, older=False))
        for cents in money:
            self._pay(day, cents)
        for one in self.ledger.adjustments:
            if one.on == day and one.of_interest:
                self.settled[one.payee] -= one.amount.cents
                self._use_what_waits(day)
        self.fees += sum(one.amount.cents for one in self.ledger.fees if one.on == day)
        for one in self.ledger.splits:
            if one.on == day:
                self._divide(one.assigned.cents)
        self._earn(day)

    def _falls_due(self, one: Any, day: date) -> bool:
        if not one.effective_on <= day <= (one.until or day) or str(one.kind) == "toward arrears":
            return False
        last = calendar.monthrange(day.year, day.month)[1]
        gone = (day - one.effective_on).days
        months = 12 * (day.year - one.effective_on.year) + day.month - one.effective_on.month
        anchored = day.day == min(one.effective_on.day, last)
        return {
            "weekly": gone % 7 == 0,
            "biweekly": gone % 14 == 0,
            "semimonthly": day.day in (1, 15),
            "monthly": day.day == min(one.due_day, last),
            "two-monthly": anchored and months % 2 == 0,
            "quarterly": anchored and months % 3 == 0,
            "semiannual": anchored and months % 6 == 0,
            "yearly": anchored and months % 12 == 0,
        }[str(one.frequency)]

    def _charge(self, one: Any, day: date) -> None:
        cents = self._due(one, day)
        if str(one.kind) == "fees":
            self.fees += cents
            return
        if not cents:
            return
        aided = str(one.payee) == "family" and any(
            each.since <= day <= (each.until or day) for each in self.ledger.assignments
        )
        who, course = "assigned" if aided else str(one.payee), 0 if str(self.terms.begins) == "due day" else None
        self.slips.append(Slip(day, who, cents, False, course, str(one.kind)))

    def _due(self, one: Any, day: date) -> int:
        if not self._falls_due(one, day):
            return 0
        cents = one.amount.cents
        for step in sorted(one.steps, key=lambda step: (step.on, step.amount.cents)):
            cents = step.amount.cents if step.on <= day else cents
        return int(cents) if str(one.kind) == "fees" else self._not_suspended(one, day, cents)

    def _still_to_come(self, day: date) -> int:
        """The support that falls due later in the month."""
        support = [one for one in self.ledger.obligations if str(one.kind) != "fees"]
        days = [day.replace(day=later) for later in range(day.day + 1, calendar.monthrange(day.year, day.month)[1] + 1)]
        return sum(self._due(one, later) for one in support for later in days)

    def _not_suspended(self, one: Any, day: date, cents: int) -> int:
        """A child's and medical support stop; of the child's a portion may go on."""
        for each in self.ledger.suspensions:
            if each.proof and each.since <= day <= (each.until or day):
                if each.portion is None and str(one.kind) in ("child support", "medical support"):
                    return 0
                if each.portion is not None and str(one.kind) == "child support":
                    cents = max(0, cents - each.portion.cents)
        return cents

    def _in_and_out(self, day: date) -> tuple[list[int], list[tuple[str, int]], list[tuple[str, int]]]:
        """Money that stands, debts and relief of a day, as they are known on the last one."""
        debts = [("family", cents) for on, cents in self.owed_again if on == day]
        money = [
            one.amount.cents for one in self.ledger.credits
            if one.on == day and one.found_on and one.found_on <= self.as_of
        ]  # fmt: skip
        money += [one.amount.cents for one in self.ledger.direct_payments if one.paid_on == day and self._proven(one)]
        money += [cents for on, cents in self.standing if on == day]
        moved = [one for one in self.ledger.adjustments if one.on == day and not one.of_interest]
        debts += [(str(one.payee), one.amount.cents) for one in moved if one.amount.cents > 0]
        return money, debts, [(str(one.payee), -one.amount.cents) for one in moved if one.amount.cents <= 0]

    def _sort_the_receipts(self) -> None:
        """What is left of each payment, and what came back beyond it, as they are known on the last day."""
        opened = self.ledger.opening.on if self.ledger.opening else date.min
        known = [one for one in self.ledger.entries if opened < one.collected_on <= self.as_of]
        came = {one.receipt_no: one.amount.cents for one in known if one.reverses is None and one.amount.cents > 0}
        for one in sorted(known, key=lambda one: (one.collected_on, one.receipt_no)):
            if one.reverses is None:
                if one.amount.cents < 0:
                    self.owed_again.append((one.collected_on, -one.amount.cents))
                continue
            back = -one.amount.cents
            taken = min(back, came.get(one.reverses, 0))
            came[one.reverses] = came.get(one.reverses, 0) - taken
            if back > taken:
                self.owed_again.append((one.collected_on, back - taken))
        paid = [one for one in known if one.reverses is None and one.amount.cents > 0]
        self.standing = [(one.collected_on, came[one.receipt_no]) for one in paid]

    def _proven(self, one: Any) -> bool:
        if one.found_on:
            return bool(one.found_on <= self.as_of)
        if self.terms.state == "CA":
            return bool(one.proof == "admitted by the obligee")
        return one.proof in ("cancelled check", "money order", "dated receipt") and one.paid_on >= date(1987, 10, 1)

    def _judge(self, day: date) -> None:
        """What no judgment before has taken bears the interest of this one, up to what it names."""
        for number, judgment in enumerate(self.terms.judgments):
            if judgment.on != day:
                continue
            named = judgment.principal
            open_for = named.cents if named else sum(slip.left for slip in self.slips)
            free = [slip for slip in self.slips if slip.course is None and slip.left]
            for slip in sorted(free, key=lambda slip: (slip.place, PAYEES.index(slip.payee))):
                part = min(slip.left, open_for)
                if part:
                    self.slips.append(Slip(slip.due, slip.payee, part, slip.older, number, slip.kind))
                    slip.left -= part
                    open_for -= part

    def _pay_slips(self, who: str, cents: int, *, older: bool) -> int:
        for slip in sorted(self.slips, key=lambda slip: slip.place):
            if slip.payee == who and slip.older is older:
                part = min(slip.left, cents)
                slip.left -= part
                cents -= part
        return cents

    def _pay(self, day: date, cents: int) -> None:
        early = self.terms.state == "CA" and day < date(2009, 1, 1)
        for who in PAYEES:
            cents = self._pay_slips(who, cents, older=False)
        waits = min(cents, max(0, self._still_to_come(day) - self.ahead)) if cents else 0
        cents -= waits
        for what in (BEFORE_2009 if early else SINCE_2009)[1:]:
            for who in PAYEES:
                if what == "interest":
                    part = max(0, min(cents, self._interest(who)))
                    self.settled[who] += part
                    cents -= part
                else:
                    cents = self._pay_slips(who, cents, older=what == "principal")
        self.ahead += cents + waits

    def _use_what_waits(self, day: date) -> None:
        waiting, self.ahead = self.ahead, 0
        if waiting:
            self._pay(day, waiting)

    def _divide(self, told: int) -> None:
        more = told - sum(slip.left for slip in self.slips if slip.payee == "assigned")
        giver, taker = ("family", "assigned") if more > 0 else ("assigned", "family")
        left = abs(more)
        for slip in sorted(self.slips, key=lambda slip: slip.place):
            if slip.older and slip.payee == giver and left:
                part = min(slip.left, left)
                slip.left -= part
                left -= part
                self.slips.append(Slip(slip.due, taker, part, True, slip.course, slip.kind))

    def _interest(self, who: str) -> int:
        earned = self.earned[who]
        rounded = (2 * earned.numerator + earned.denominator) // (2 * earned.denominator)
        return rounded - self.settled[who]

    def _earn(self, day: date) -> None:
        for course, rates in enumerate(self.courses):
            for rate in rates:
                if rate.first <= day <= (rate.last or day) and (share := self._share(day)):
                    for who in PAYEES:
                        mine = [slip.left for slip in self.slips if slip.course == course and slip.payee == who]
                        if bearing := sum(mine):
                            self.earned[who] += bearing * share * Fraction(rate.yearly)

    def _share(self, day: date) -> Fraction:
        count = str(self.terms.day_count)
        if count == "monthly":
            return Fraction(1, 12) if (day + DAY).day == 1 else Fraction(0)
        return Fraction(1, 366 if count == "actual" and calendar.isleap(day.year) else 365)
