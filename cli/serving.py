"""courtready serve, work, doctor, openapi"""

import contextlib
import logging
import runpy
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from cli.opening import ready
from cli.options import AsJson
from cli.speaking import err, out, tell_json
from infra.log import set_up_log
from infra.own_worker import become_worker, own_worker_if_none_is_alive

WEB = "api.app:create_app"
OPENAPI = "api.openapi"
"""The web skin is started by name; no skin imports another."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    worker: Annotated[bool, typer.Option("--worker/--no-worker", help="Also keep a worker alive.")] = True,
) -> None:
    """Serve the web pages, and keep a worker alive beside them."""
    import uvicorn

    ready()
    set_up_log()
    logging.getLogger("uvicorn.access").addFilter(without_question)
    err.print(f"Courtready is at http://{host}:{port}", markup=False)
    with own_worker_if_none_is_alive() if worker else _nobody():
        uvicorn.run(WEB, factory=True, host=host, port=port, log_config=None, server_header=False)


def work(slots: Annotated[int, typer.Option(help="How many jobs at once.", min=1, max=64)] = 2) -> None:
    """Do jobs until told to stop."""
    ready()
    become_worker(slots=slots)


def doctor(as_json: AsJson = False) -> None:
    """Test each part and say what to do about what is wrong."""
    from infra.doctor import examine

    findings = examine()
    if as_json:
        tell_json([asdict(one) for one in findings])
    else:
        table = Table("Part", "", "What was found", "What to do")
        for one in findings:
            table.add_row(one.part, "[green]ok[/]" if one.ok else "[bold red]not ok[/]", one.words, one.advice)
        out.print(table)
    sys.exit(0 if all(one.ok for one in findings) else 1)


def openapi() -> None:
    """Write the OpenAPI document of the JSON API."""
    runpy.run_module(OPENAPI, run_name="__main__")


def without_question(line: logging.LogRecord) -> bool:
    """Cut off what stands after the question mark of an address: people search for names and numbers."""
    if isinstance(line.args, tuple) and len(line.args) == 5:
        client, method, path, *rest = line.args
        line.args = (client, method, str(path).partition("?")[0], *rest)
    return True


@contextlib.contextmanager
def _nobody() -> Iterator[None]:
    yield
