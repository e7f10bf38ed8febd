"""Why papers and packets of some hearings could not be made, read beside their papers."""

from documents import jobs
from documents.beside import given_up, problems_beside
from infra.db import Database
from infra.jobs import enqueue
from infra.jobs.lease import claim, fail


def test_of_the_jobs_that_gave_up_only_those_of_these_hearings_are_read(db: Database) -> None:
    with db.transaction() as session:
        ids = [
            enqueue(session, kind, {"hearing_id": hearing, "template": "nc/complaint"}, office_id=office, key=f"{n}").id
            for n, (kind, hearing, office) in enumerate(
                [(jobs.RENDER, 7, 1), (jobs.PACKET, 7, 1), (jobs.RENDER, 8, 1), (jobs.RENDER, 7, 2), ("import", 7, 1)]
            )
        ]
    for id in ids:
        with db.transaction() as session:
            held = claim(session, id, "one")
            assert held is not None
            fail(session, held, f"Job {id} gave up.", again=False)

    with db.reading() as session:
        found = given_up(session, 1, {7, 9})
    assert [(one.kind, one.words) for one in found] == [
        (jobs.RENDER, f"Job {ids[0]} gave up."), (jobs.PACKET, f"Job {ids[1]} gave up."),
    ]  # fmt: skip
    assert problems_beside(found, [7, 9]) == {7: {"nc/complaint": f"Job {ids[0]} gave up."}, 9: {}}
