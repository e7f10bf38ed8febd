"""What stands before every request: no write from another site, and headers on every answer."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.refusing import TOO_LARGE, FromAnotherSite, refusal, too_large

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OURS_ALONE = frozenset({"same-origin", "none"})

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
HSTS = "max-age=31536000"


class CrossSiteGuard:
    """Refuses every write that a page of another site sent."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE and _from_another_site(Headers(scope=scope)):
            answer = refusal(Request(scope), FromAnotherSite())
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)


class SecurityHeaders:
    """Puts the security headers on every answer; nothing but what lies under ``/static`` is ever stored."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        told = False

        async def with_headers(message: Message) -> None:
            nonlocal told
            if told:
                return
            if message["type"] == "http.response.start" and _is_bare_413(message):
                told = True
                await too_large(Request(scope))(scope, receive, _adding(scope, send))
                return
            await _adding(scope, send)(message)

        await self.app(scope, receive, with_headers)


def _adding(scope: Scope, send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            _add(MutableHeaders(scope=message), scope)
        await send(message)

    return with_headers


def _is_bare_413(message: Message) -> bool:
    """An answer that the framework gave before our own code could give it in words."""
    return message["status"] == TOO_LARGE and Headers(raw=message["headers"]).get("content-type", "").startswith(
        "text/plain"
    )


def _add(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    stored = scope["path"].startswith("/static/")
    headers["cache-control"] = "public, max-age=86400" if stored else "no-store"
    if scope["scheme"] == "https":
        headers.setdefault("strict-transport-security", HSTS)


def _from_another_site(headers: Headers) -> bool:
    """Browsers say where a request comes from; other programs say nothing and hold no cookie of ours."""
    if site := headers.get("sec-fetch-site"):
        return site not in OURS_ALONE
    if origin := headers.get("origin"):
        return urlsplit(origin).netloc != headers.get("host", "")
    return False
