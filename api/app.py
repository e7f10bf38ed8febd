"""Puts the web application together."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api import desk, health, v1
from api.guards import CrossSiteGuard, SecurityHeaders
from api.refusing import answer_refusals
from infra.clock import now as instant

STATIC = Path(__file__).parent / "static"
LARGEST_BODY = 1024 * 1024
"""Of a form or of JSON; the routes for exhibits allow more."""


class _Courtready(FastAPI):
    """Security headers stand on every answer, also on those that are given before or after our own code."""

    def build_middleware_stack(self) -> ASGIApp:
        return SecurityHeaders(super().build_middleware_stack())


def create_app(*, now: Callable[[], datetime] = instant) -> FastAPI:
    """The whole application. It serves no OpenAPI document: ``courtready openapi`` writes it."""
    app = _Courtready(
        title="Courtready",
        version="1",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        max_body_size=LARGEST_BODY,
    )
    app.state.now = now
    app.add_middleware(CrossSiteGuard)
    answer_refusals(app)
    app.include_router(health.router)
    app.include_router(desk.router)
    app.include_router(v1.router, prefix="/api/v1")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
