"""Every piece of work that a package may ask for is done by somebody."""

import importlib
import json
import subprocess
import sys

from tests.house.tree import ROOT, modules


def _asked_for() -> set[str]:
    places = [module.name for module in modules() if module.name.endswith(".jobs") and module.package != "infra"]
    return {
        value
        for place in places
        for name, value in vars(importlib.import_module(place)).items()
        if name.isupper() and isinstance(value, str)
    }


def test_every_job_name_has_an_errand_and_every_errand_a_job_name() -> None:
    """Asked in a process of its own, because other tests lend the worker errands of their own."""
    ask = "import json; from worker.errands import ERRANDS; print(json.dumps(list(ERRANDS)))"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True, cwd=ROOT, timeout=60).stdout
    assert _asked_for(), "no package asks for any work"
    assert set(json.loads(told)) == _asked_for()
