"""Which papers may stand in a packet for whom."""

from kernel.disclosure import Audience, Disclosure, may_see


def may_be_given(made_for: Audience, to: Audience) -> bool:
    """Whether a paper made for one audience may be handed to another: all that it may say, the other may see."""
    return all(may_see(to, one) for one in Disclosure if may_see(made_for, one))
