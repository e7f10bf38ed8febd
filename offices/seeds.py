"""Settings with which a known office starts; it changes them as it likes."""

import tomllib
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

from kernel.legal_text import NotLegalText, legal_text
from offices.errors import SettingsBroken
from offices.facts import OfficeSettings

SEEDS = Path(__file__).parent / "seeds"
INTEREST_DAY_COUNTS = ("365", "actual", "monthly")
ADD_ON_SPLITS = ("", "proportional", "half")


def seed_for(name: str) -> OfficeSettings:
    """The settings that an office of this name starts with: its own seed if there is one, else blank ones."""
    for path in sorted(SEEDS.glob("*.toml")):
        if path.stem.replace("-", " ") in name.lower():
            return read_settings(path)
    return OfficeSettings(letterhead=name)


def read_settings(path: Path) -> OfficeSettings:
    """Office settings out of a TOML file. Raises SettingsBroken."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise SettingsBroken(path.name, "it cannot be read as TOML") from broken
    known = OfficeSettings.__dataclass_fields__
    for key, value in raw.items():
        if key not in known:
            raise SettingsBroken(path.name, f"it sets '{key}', which no office has")
        if type(value) is not known[key].type or (isinstance(value, int) and value < 1):
            raise SettingsBroken(path.name, f"'{key}' is not of the right kind")
        if isinstance(value, str) and (why := _unprintable(value)):
            raise SettingsBroken(path.name, f"'{key}' {why}")
    settings = OfficeSettings(**raw)
    if not _is_zone(settings.time_zone):
        raise SettingsBroken(path.name, "'time_zone' is not one such as America/New_York")
    if settings.interest_day_count not in INTEREST_DAY_COUNTS:
        raise SettingsBroken(path.name, f"'interest_day_count' is one of {', '.join(INTEREST_DAY_COUNTS)}")
    if settings.add_on_split not in ADD_ON_SPLITS:
        raise SettingsBroken(path.name, f"'add_on_split' is one of {', '.join(filter(None, ADD_ON_SPLITS))}, or empty")
    if not _names_only(settings.plaintiff, "county", "obligee"):
        raise SettingsBroken(path.name, "'plaintiff' may only name {county} and {obligee}")
    return settings


def _unprintable(value: str) -> str | None:
    try:
        legal_text(value, lines=True)
    except NotLegalText as refused:
        return refused.why
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _names_only(written: str, *names: str) -> bool:
    """Whether a text to be filled in asks for nothing but these."""
    try:
        asked = {name for _, name, _, _ in Formatter().parse(written) if name is not None}
    except ValueError:
        return False
    return asked <= set(names)
