"""How Alembic reaches our tables and our database."""

from importlib import import_module
from importlib.util import find_spec

from alembic import context
from sqlalchemy import Connection

from infra.base import Base
from infra.db import database

TABLES = (
    "infra.tables",
    "offices.tables",
    "cases.tables",
    "cases.ability.tables",
    "cases.guideline.tables",
    "cases.money.tables",
    "cases.plans.tables",
    "hearings.tables",
    "hearings.calendar.tables",
    "hearings.service.tables",
    "hearings.court_day.tables",
    "hearings.clocks.tables",
    "documents.tables",
    "filings.tables",
)

for module in TABLES:
    if find_spec(module) is not None:
        import_module(module)


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if connection.in_transaction():
        connection.commit()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with database().writer.connect() as connection:
        run(connection)
