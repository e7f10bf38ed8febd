"""Who told us, in words, and which tellers need a second source before a court paper repeats them."""

TOLD_BY = {
    "NCP": "The obligor",
    "CP": "The obligee",
    "EMPL": "The employer",
    "USPS": "Postal service",
    "DMV": "Division of Motor Vehicles",
    "NDNH": "New-hire registry (NDNH)",
    "FCR": "Federal case registry (FCR)",
    "SESA": "Employment security wage record",
    "FIDM": "Bank data match",
    "BOARD": "Licensing board",
    "WRC": "Wildlife Resources Commission",
    "ROD": "Register of Deeds",
}

REGISTRIES = frozenset({"NDNH", "FCR", "SESA"})
"""Matches that stay inside the office until a second source confirms them (45 CFR 303.21)."""


def needs_second_source(code: str) -> bool:
    """Whether what this teller says stays inside the office for now; an unknown teller counts as a registry."""
    return code in REGISTRIES or code not in TOLD_BY


def told_by(code: str) -> str:
    """The teller in words; an unknown code as it is."""
    return TOLD_BY.get(code, code)
