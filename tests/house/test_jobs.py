"""Every piece of work that a package may ask for is done by somebody."""

import importlib

from tests.house.tree import modules


def _asked_for() -> set[str]:
    places = [module.name for module in modules() if module.name.endswith(".jobs") and module.package != "infra"]
    return {
        value
        for place in places
        for name, value in vars(importlib.import_module(place)).items()
        if name.isupper() and isinstance(value, str)
    }


def test_every_job_name_has_an_errand_and_every_errand_a_job_name() -> None:
    from worker.errands import ERRANDS

    assert _asked_for(), "no package asks for any work"
    assert set(ERRANDS) == _asked_for()
