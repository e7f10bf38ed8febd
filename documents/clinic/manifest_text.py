"""A manifest written as its own file, so that a version keeps what it says beside its Word file."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from documents.manifests import Manifest

_TEXTS = ("id", "kind", "title", "state", "audience", "facts", "prepared", "file_name")


def manifest_text(manifest: Manifest) -> bytes:
    """The manifest as TOML; reading it gives the same manifest."""
    told: dict[str, str] = {name: _text(getattr(manifest, name)) for name in _TEXTS}
    told |= {
        "version": str(manifest.version),
        "position": str(manifest.position),
        "in_force": manifest.in_force.isoformat(),
        "hearings": _list(manifest.hearings),
        "cites": _list(str(cite) for cite in manifest.cites),
    }
    lines = [f"{name} = {told[name]}" for name in told]
    for picture in manifest.pictures:
        lines += ["", "[[picture]]", f"name = {_text(picture.name)}", f"alt = {_text(picture.alt)}"]
    return ("\n".join(lines) + "\n").encode()


def numbered(manifest: Manifest, number: int, in_force_on: date) -> bytes:
    """The manifest of a version, in force from a day."""
    return manifest_text(replace(manifest, version=number, in_force=in_force_on))


def _text(value: Any) -> str:
    return json.dumps(str(value), ensure_ascii=False)


def _list(values: Any) -> str:
    return f"[{', '.join(_text(each) for each in values)}]"
