"""The OpenAPI document of the JSON API."""

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import v1


def openapi_document() -> dict[str, Any]:
    """The document that ``courtready openapi`` writes."""
    app = FastAPI()
    app.include_router(v1.router, prefix="/api/v1")
    told = get_openapi(
        title="Courtready",
        version="1",
        routes=app.routes,
        description="The same verbs as the web pages. Sign in for a token and send it as `Authorization: Bearer …`.",
    )
    told.setdefault("components", {})["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
    for path, verbs in told["paths"].items():
        for verb in verbs.values():
            verb["responses"].pop("422", None)
            verb["responses"]["4XX"] = _REFUSAL
            if path != "/api/v1/sign-in":
                verb["security"] = [{"bearer": []}]
    for unused in ("HTTPValidationError", "ValidationError"):
        told["components"].get("schemas", {}).pop(unused, None)
    return told


_REFUSAL: dict[str, Any] = {
    "description": "A refusal: one sentence.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "properties": {"error": {"type": "string"}},
                "required": ["error"],
            }
        }
    },
}

if __name__ == "__main__":
    print(json.dumps(openapi_document(), ensure_ascii=False, indent=2))  # noqa: T201 - what the command writes
