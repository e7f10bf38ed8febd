"""How full a court session is, by matters and by minutes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """What is set in a session, and its limits; None is no limit."""

    matters: int
    minutes: int
    capacity: int | None
    longest: int | None

    @property
    def of_capacity(self) -> int | None:
        """Matters in percent of the capacity."""
        return _percent(self.matters, self.capacity)

    @property
    def of_minutes(self) -> int | None:
        """Minutes in percent of the session's time."""
        return _percent(self.minutes, self.longest)

    def why_full(self, minutes: int) -> str:
        """Why one more matter of so many minutes does not fit, or nothing when it does."""
        if self.capacity is not None and self.matters + 1 > self.capacity:
            return f"{self.matters} of {self.capacity} matters are set"
        if self.longest is not None and self.minutes + minutes > self.longest:
            return f"{self.minutes} of {self.longest} minutes are taken and this matter needs {minutes}"
        return ""


def _percent(part: int, whole: int | None) -> int | None:
    if whole is None:
        return None
    return 100 * part // whole if whole else 100
