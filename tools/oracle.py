"""Holds compiled templates against docxtpl as it is published: the same files, filled both ways, part by part.

    python -m tools.oracle scripts FOLDER   the example scripts of docxtpl's own repository (its tests/ folder)
    python -m tools.oracle papers FOLDER    every .docx of a folder, with no facts at all

The folder stands beside the project and is only read.
"""

import io
import json
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment
from jinja2.tests import TESTS as DEFAULT_TESTS
from lxml import etree

from documents.language import Language
from documents.reading import word_text
from documents.word import stock
from documents.word.compiled import compiled
from documents.word.finishing import NotCarried

NOTES = "oracle.json"
UNSIGNED = "docProps/core.xml"  # compiled templates never run a template's own properties


def scripts(folder: Path) -> None:
    """Run each script twice, with docxtpl as it is and with its ``render`` compiled, and compare what they write."""
    found = [path.name for path in sorted(folder.glob("*.py")) if path.name not in ("__init__.py", "runtests.py")]
    counts: Counter[str] = Counter()
    for name in found:
        with tempfile.TemporaryDirectory() as place:
            stock, ours = (Path(shutil.copytree(folder, Path(place) / side)) for side in ("stock", "ours"))
            ends = [_run(side, name, each) for side, each in ((stock, "stock"), (ours, "compiled"))]
            verdict = _verdict(stock / "output", ours / "output") if ends[0] == ends[1] else f"ends differ: {ends}"
            ways = json.loads((ours / NOTES).read_text())
        counts.update([verdict, *(way.partition(":")[0] for way in ways)])
        print(f"{name:36}{verdict:14}{'; '.join(f'{n}x {way}' for way, n in Counter(ways).items())}")
    print(f"{len(found)} scripts: {dict(counts)}")


def _run(folder: Path, name: str, way: str) -> int:
    (folder / "output").mkdir(exist_ok=True)
    (folder / NOTES).write_text("[]")
    command = [sys.executable, "-m", "tools.oracle", way, str(folder / name)]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    home = Path(__file__).parent.parent
    return subprocess.run(
        command, check=False, capture_output=True, cwd=home, env=os.environ | {"PATH": path}
    ).returncode


def _verdict(stock: Path, ours: Path) -> str:
    names = [sorted(path.name for path in folder.rglob("*.docx")) for folder in (stock, ours)]
    if names[0] != names[1]:
        return "other files"
    found = {_alike((stock / name).read_bytes(), (ours / name).read_bytes()) for name in names[0]}
    return next((verdict for verdict in ("DIFFERENT", "same text", "same XML") if verdict in found), "no file")


def _alike(stock: bytes, ours: bytes) -> str:
    if _parts(stock) == _parts(ours):
        return "same XML"
    return "same text" if word_text(stock) == word_text(ours) else "DIFFERENT"


def _parts(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return {name: _canonical(name, package.read(name)) for name in package.namelist() if name != UNSIGNED}


def _canonical(name: str, content: bytes) -> bytes:
    return (
        bytes(etree.tostring(etree.fromstring(content), method="c14n")) if name.endswith((".xml", ".rels")) else content
    )


def one_script(path: Path, *, compile_it: bool) -> None:
    """Run one script in its folder; with ``compile_it`` note which way each of its papers was filled."""
    os.chdir(path.parent)
    sys.path[0] = str(path.parent)
    sys.argv = [path.name]
    notes: list[str] = []
    if compile_it:
        DocxTemplate.render = _rendering(DocxTemplate.render, notes)
    try:
        runpy.run_path(str(path), run_name="__main__")
    finally:
        (path.parent / NOTES).write_text(json.dumps(notes))


def _rendering(stock: Callable[..., None], notes: list[str]) -> Callable[..., None]:
    def render(self: DocxTemplate, context: Any, jinja_env: Any = None, autoescape: bool = False) -> None:
        environment = jinja_env or Environment()  # noqa: S701 - as the script asks
        environment.autoescape = autoescape or environment.autoescape
        try:
            word = compiled(_untouched(self), environment).filled(context, {}, "", "")
        except Exception as why:  # noqa: BLE001 - whatever it is, docxtpl decides
            notes.append(f"stock: {type(why).__name__} {why}"[:90])
            stock(self, context, jinja_env, autoescape)
            return
        notes.append("compiled")
        self.render_init()
        self.docx = docx.Document(io.BytesIO(word))
        self.is_rendered = True

    return render


def _untouched(paper: DocxTemplate) -> bytes:
    file = paper.template_file
    if hasattr(file, "read"):
        file.seek(0)
    template = file.read() if hasattr(file, "read") else Path(file).read_bytes()
    fresh = docx.Document(io.BytesIO(template))
    if (
        paper.docx
        and not paper.is_rendered
        and len(list(paper.docx.part.package.iter_rels())) != len(list(fresh.part.package.iter_rels()))
    ):
        raise NotCarried("the paper was given links before it was filled")
    return bytes(template)


def papers(folder: Path) -> None:
    """Fill every .docx of a folder where any name, call or filter says nothing, and compare."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("**/*.docx")):
        for environment in (_anybodys, OurOwn):
            ends = [_end(fill, path.read_bytes(), environment()) for fill in (_by_stock, _compiled)]
            verdict = f"{_verdict_of(*ends)}, {_way(path.read_bytes(), environment())}"
            counts[verdict] += 1
            print(f"{path.name:44}{environment.__name__.strip('_'):12}{verdict}")
    print(dict(counts))


def _verdict_of(stock: "bytes | str", ours: "bytes | str") -> str:
    if isinstance(stock, bytes) and isinstance(ours, bytes):
        return _alike(stock, ours)
    if isinstance(ours, str) and ours.startswith(NotCarried.__name__):
        return f"stock: {ours}"
    return "both refuse" if isinstance(stock, str) and isinstance(ours, str) else "DIFFERENT"


def _way(template: bytes, environment: Environment) -> str:
    try:
        return type(compiled(template, environment).texts[0].finish).__name__
    except Exception as why:  # noqa: BLE001 - told, not answered
        return type(why).__name__


def _anybodys() -> Environment:
    environment = Environment(autoescape=True, undefined=Nothing)
    environment.filters = AnyFilter(environment.filters)
    return environment


def _end(fill: Callable[[bytes, Environment], bytes], template: bytes, environment: Environment) -> "bytes | str":
    try:
        return fill(template, environment)
    except Exception as why:  # noqa: BLE001 - both sides must end alike
        return f"{type(why).__name__} {why}"[:90]


class Nothing(ChainableUndefined):
    """A name that nobody gave: it can be called and compared, and says nothing."""

    def __call__(self, *_: Any, **__: Any) -> "Nothing":
        return self

    def __gt__(self, _: object) -> bool:
        return False

    __ge__ = __lt__ = __le__ = __gt__
    __add__ = __radd__ = __sub__ = __mul__ = __call__


class AnyFilter(dict[str, Any]):
    """Filters that a template may have from elsewhere give back what they get."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[..., Any]:
        return lambda value, *_, **__: value

    def get(self, name: str, default: Any = None) -> Any:
        return self[name]


class OurOwn(Language):
    """Our own environment, so that bodies are filled without being read again, but any tag may stand in them."""

    def __init__(self) -> None:
        super().__init__()
        self.undefined, self.filters, self.tests = Nothing, AnyFilter(), dict(DEFAULT_TESTS)

    def from_string(self, source: Any, globals: Any = None, template_class: Any = None) -> Any:  # noqa: A002
        return Environment.from_string(self, source)

    def getattr(self, obj: Any, attribute: str) -> Any:
        return getattr(obj, attribute, self.undefined(name=attribute))

    def is_safe_callable(self, obj: Any) -> bool:
        return True

    def _say(self, value: Any) -> str:
        return "O&#39;DELL &amp; &lt;3&gt;\nsecond line"


def _by_stock(template: bytes, environment: Environment) -> bytes:
    if isinstance(environment, Language):
        return stock.filled(template, {}, environment, {}, "", "")
    paper = DocxTemplate(io.BytesIO(template))
    paper.render({}, environment, autoescape=True)
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def _compiled(template: bytes, environment: Environment) -> bytes:
    return compiled(template, environment).filled({}, {}, "", "")


def _ways() -> Iterator[tuple[str, Callable[[Path], None]]]:
    yield "scripts", scripts
    yield "papers", papers
    yield "stock", lambda path: one_script(path, compile_it=False)
    yield "compiled", lambda path: one_script(path, compile_it=True)


if __name__ == "__main__":
    dict(_ways())[sys.argv[1]](Path(sys.argv[2]).resolve())
