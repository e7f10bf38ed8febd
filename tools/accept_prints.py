"""Accepts how templates print now: ``python -m tools.accept_prints [nc/fact-sheet …]``; without a name, all.

Look at the pages first. What is kept (``print.json`` beside the template) fails the tests from then on when pages,
lines or fonts come out otherwise.
"""

import sys

from documents.fidelity import accept
from documents.manifests import ROOT, Template, template_named, templates


def all_templates() -> tuple[Template, ...]:
    """Every template of every state."""
    states = sorted({manifest.parent.parent.name for manifest in ROOT.glob("*/*/manifest.toml")})
    return tuple(each for state in states for each in templates(state))


def main(names: list[str]) -> None:
    """Accept the named templates, or all."""
    every = all_templates()
    for template in [template_named(name, every) for name in names] or every:
        printed = accept(template)
        lean = "its lean twin prints the same" if printed.lean else "its lean twin prints OTHERWISE and is not used"
        print(f"{template.manifest.id}: {len(printed.pages)} pages in {', '.join(printed.fonts)}; {lean}")


if __name__ == "__main__":
    main(sys.argv[1:])
