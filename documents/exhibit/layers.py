"""Layers of a PDF that are switched off: what they hold must not come to light, and must not be lost unseen."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject


class HiddenLayer(Exception):
    """A page draws something in a layer that is switched off."""


def hidden_layers(root: Any) -> frozenset[int]:
    """The object numbers of the layers that are off when the file is opened."""
    held = root.get("/OCProperties")
    layers = held.get_object() if held is not None else {}
    usual = layers.get("/D", {})
    off = set(_numbers(usual.get("/OFF")))
    if usual.get("/BaseState") == "/OFF":
        off |= set(_numbers(layers.get("/OCGs"))) - set(_numbers(usual.get("/ON")))
    return frozenset(off)


def is_hidden(layer: Any, hidden: frozenset[int]) -> bool:
    """Whether a reference to a layer, or to a group of layers, names one that is off."""
    if isinstance(layer, IndirectObject) and layer.idnum in hidden:
        return True
    held = layer.get_object()
    members = held.raw_get("/OCGs") if isinstance(held, DictionaryObject) and "/OCGs" in held else ()
    return any(number in hidden for number in _numbers([members] if isinstance(members, IndirectObject) else members))


def refuse_hidden(found: DictionaryObject, hidden: frozenset[int]) -> None:
    """Raises HiddenLayer where a drawing, or a name in resources, belongs to a layer that is off."""
    if not hidden:
        return
    named = found.get("/Properties", DictionaryObject()).get_object()
    layers = [named.raw_get(name) for name in named]
    if "/OC" in found:
        layers.append(found.raw_get("/OC"))
    if any(is_hidden(layer, hidden) for layer in layers):
        raise HiddenLayer


def _numbers(held: Any) -> Iterator[int]:
    items = held.get_object() if hasattr(held, "get_object") else held or ()
    for item in list.__iter__(items) if isinstance(items, list) else items:
        if isinstance(item, IndirectObject):
            yield item.idnum
            inside = item.get_object()
            if isinstance(inside, list):
                yield from _numbers(inside)
