"""The four ways in which Courtready says no. ``str(refusal)`` is one sentence fit for a clerk."""


class Courteous(Exception):
    """Anything that a person is told in words; never a defect."""


class Refused(Courteous):
    """The request goes against a rule or the state of the record (HTTP 409)."""


class Missing(Courteous):
    """There is no such thing, or not for this office (HTTP 404)."""


class Denied(Courteous):
    """This person may not do that (HTTP 403)."""


class Unavailable(Courteous):
    """A part of the system cannot answer now; the only refusal that a worker tries again (HTTP 503)."""
