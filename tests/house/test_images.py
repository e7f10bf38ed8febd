"""The images hold what set-up installs, and start commands that exist."""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT, packages

DOCKERFILE = (ROOT / "Dockerfile").read_text()


def _stage(name: str) -> str:
    """The text of one stage."""
    found = re.search(rf"^FROM \S+ AS {name}$(.*?)(?=^FROM |\Z)", DOCKERFILE, flags=re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def _packages_to_run() -> set[str]:
    show = '. tools/packages.sh; printf "%s\\n" "${TO_RUN[@]%%|*}"'
    return set(subprocess.check_output(["bash", "-c", show], cwd=ROOT, text=True).split())


def test_the_worker_image_holds_every_debian_package_that_set_up_installs() -> None:
    words = set((_stage("base") + _stage("worker")).split())
    assert _packages_to_run() - words == set()


def test_the_web_image_holds_no_libreoffice() -> None:
    assert "libreoffice" in _stage("worker")
    assert "libreoffice" not in _stage("base") + _stage("web")


def test_both_images_run_as_somebody_without_rights() -> None:
    assert [_stage(name).count("\nUSER courtready\n") for name in ("web", "worker")] == [1, 1]


def test_every_package_is_let_into_the_images_and_compiled_there() -> None:
    let_in = set(re.findall(r"^!(.*)$", (ROOT / ".dockerignore").read_text(), flags=re.MULTILINE))
    (compiled,) = re.findall(r"compileall -q (.*)", DOCKERFILE)
    assert set(packages()) - let_in == set()
    assert set(packages()) - set(compiled.split()) == set()


def test_the_images_start_commands_and_options_that_exist() -> None:
    started = [json.loads(found) for found in re.findall(r"CMD (\[\"courtready\".*\])", DOCKERFILE)]
    assert len(started) == 3
    for _, command, *options in started:
        run = [str(Path(sys.executable).with_name("courtready")), command, "--help"]
        said = subprocess.run(run, capture_output=True, text=True, check=True, timeout=60).stdout
        assert [option for option in options if option.startswith("--") and option not in said] == []
