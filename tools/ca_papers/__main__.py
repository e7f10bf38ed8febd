"""Writes the sample facts of the California papers under templates/ca: ``python -m tools.ca_papers``."""

from tools.ca_papers import samples
from tools.ca_papers.calculation_sample import calculation
from tools.ca_papers.contempt_sheet_sample import contempt_sheet
from tools.ca_papers.sheet_sample import sheet

FACTS = {
    "contempt-counts": samples.contempt,
    "contempt-sheet": contempt_sheet,
    "fact-sheet": sheet,
    "guideline-calculation": calculation,
    "notice-of-motion-and-declaration": samples.motion,
    "order-after-hearing": samples.order,
    "proof-of-service": samples.proof,
    "statement-of-arrears": samples.statement,
}

if __name__ == "__main__":
    for name, facts in FACTS.items():
        (samples.FOLDER / name).mkdir(parents=True, exist_ok=True)
        (samples.FOLDER / name / "sample.json").write_text(samples.written(facts()))
