"""Names as the state writes them and as a caption says them."""


def spoken(filed: str) -> str:
    """``PRUITT, ERIC D`` said in order: ``ERIC D PRUITT``. A name without a comma is left as it is."""
    family, comma, given = filed.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else filed.strip()
