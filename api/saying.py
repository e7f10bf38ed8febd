"""What was done, told once on the next page: who, what and when."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.visitor import Visitor

SAID = "said"
LONGEST = 600


def done(request: Request, visitor: Visitor, words: str, to: str) -> Response:
    """Back to a page that says what was done."""
    answer = RedirectResponse(to, 303)
    text = urlsafe_b64encode(f"{words} {visitor.stamp()}."[:LONGEST].encode()).decode()
    answer.set_cookie(
        SAID,
        f"{text}.{_mark(text, visitor)}",
        max_age=60,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


def said(request: Request, visitor: Visitor) -> str:
    """What the request before this one did, or nothing."""
    text, _, mark = request.cookies.get(SAID, "").partition(".")
    if not hmac.compare_digest(mark.encode(errors="replace"), _mark(text, visitor).encode()):
        return ""
    return urlsafe_b64decode(text).decode()


def _mark(text: str, visitor: Visitor) -> str:
    """Only this sign-in can have said it."""
    return hmac.new(visitor.csrf.encode(), text.encode(errors="replace"), sha256).hexdigest()
