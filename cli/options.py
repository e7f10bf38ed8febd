"""Options that several commands take alike."""

from typing import Annotated

import typer

CaseNumber = Annotated[str, typer.Argument(help="Case number, or any spelling of a docket number.")]
AsOf = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The day that it is told for; today if not given.")
]
OneOffice = Annotated[str | None, typer.Option(help="Office; needed when there are several.")]
AsJson = Annotated[bool, typer.Option("--json", help="Report as JSON.")]
