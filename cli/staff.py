"""courtready users, courtready offices"""

import getpass
import secrets
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cases.placing import normalise_anew
from cli.opening import office_meant, ready
from cli.options import AsJson, OneOffice
from cli.reading_files import regular
from cli.speaking import err, operator, out, tell_json
from offices.actions import add_staff, open_office, set_office
from offices.facts import Role
from offices.seeds import read_settings, seed_for

users = typer.Typer(no_args_is_help=True, help="The people who sign in.")
offices = typer.Typer(no_args_is_help=True, help="The offices and what they put on their papers.")


@users.callback()
def _users() -> None:
    """Keeps `add` a command of its own."""


@users.command("add")
def add(
    email: Annotated[str, typer.Argument(help="E-mail address to sign in with.")],
    role: Annotated[Role, typer.Option(help="What the person does.")],
    name: Annotated[str, typer.Option(help="Name as it stands on papers.")],
    office: OneOffice = None,
    agent_code: Annotated[str | None, typer.Option(help="Worker code in the state's system.")] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put a person on the staff list. Without a password one is made and shown once."""
    password, made = _password(password_stdin)
    with ready().transaction() as db:
        person = add_staff(
            db, office_meant(db, office), name=name, email=email, role=role, password=password, agent_code=agent_code
        )
    if as_json:
        tell_json(
            {
                "id": person.id,
                "email": person.email,
                "role": person.role.value,
                **({"password": password} if made else {}),
            }
        )
        return
    out.print(f"{person.name} signs in as {person.email} ({person.role.value}).", markup=False)
    if made:
        out.print(f"Password, shown this once: {password}", markup=False)


@offices.command("set")
def set_(
    name: Annotated[str, typer.Argument(help="Name of the office; made when it is new.")],
    settings: Annotated[Path, typer.Option(help="TOML file with the office's settings.")],
    state: Annotated[str, typer.Option(help="State whose law the office works under, two letters.")] = "NC",
) -> None:
    """Set what an office puts on its papers."""
    new = read_settings(regular(settings))
    with ready().transaction() as db:
        office = open_office(db, name, state=state, new_settings=new)
        set_office(db, office, new, by=operator())
        db.flush()
        normalise_anew(db, office.id)
    err.print(f"{name} is set.", markup=False)


@offices.command("show")
def show(office: Annotated[str | None, typer.Argument(help="Name of the office.")] = None) -> None:
    """Show an office's settings as JSON."""
    with ready().reading() as db:
        found = office_meant(db, office)
        tell_json({"name": found.name, "state": found.state, "settings": asdict(seed_for("")) | found.settings})


def _password(from_stdin: bool) -> tuple[str, bool]:
    """The password and whether we made it."""
    if from_stdin:
        return typer.get_text_stream("stdin").readline().rstrip("\n"), False
    typed = getpass.getpass("Password (empty: make one): ") if typer.get_text_stream("stdin").isatty() else ""
    return (typed, False) if typed else (secrets.token_urlsafe(12), True)
