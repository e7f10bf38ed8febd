"""A session's papers, packets and binder as scripts of the usual libraries make them: nothing is read back or kept."""

import io
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from pypdf import PdfReader

from bench.peers.pypdf_packet import packet
from documents.drawn import png
from documents.language import FILTERS
from documents.pictures import PICTURES

Convert = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to be made: its Word template, what is merged into it, and its pictures by name."""

    title: str
    template: bytes
    context: Mapping[str, Any]
    pictures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hearing:
    """The papers of a hearing, in the order of its packet."""

    title: str
    papers: Sequence[Paper]


_TO_MAKE: list[Hearing] = []
_CONVERTERS: list[Convert] = []
"""Read by the processes that are forked after it was filled."""


def session(hearings: Sequence[Hearing], converters: Sequence[Convert]) -> bytes:
    """Every packet by a few processes at once, one for each converter, then the binder by one."""
    _TO_MAKE[:], _CONVERTERS[:] = hearings, converters
    workers = len(converters)
    shares = [list(range(first, len(hearings), workers)) for first in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as processes:
        made = processes.map(_share, range(workers), shares)
        packets = dict(pair for share in made for pair in share)
    return packet("Binder", [(hearings[place].title, packets[place]) for place in sorted(packets)])


def _share(worker: int, places: Sequence[int]) -> list[tuple[int, bytes]]:
    return [(place, _packet(_TO_MAKE[place], _CONVERTERS[worker])) for place in places]


def _packet(hearing: Hearing, convert: Convert) -> bytes:
    return packet(hearing.title, [(paper.title, convert(_merged(paper))) for paper in hearing.papers])


def _merged(paper: Paper) -> bytes:
    """As docxtpl's own examples do it, but that data is escaped."""
    document = DocxTemplate(io.BytesIO(paper.template))
    for name, facts in paper.pictures.items():
        document.replace_pic(name, io.BytesIO(png(PICTURES[name](facts))))
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    document.render(dict(paper.context), environment, autoescape=True)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def pages(pdf: bytes) -> int:
    """How many pages a file has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


