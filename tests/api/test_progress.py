"""A person who asks for much work sees how far it is, and may try again what failed."""

from sqlalchemy import select, update

from infra.jobs import Job, JobState
from tests.desks import Desks, csrf_of


def test_preparing_a_session_asks_for_every_paper_that_is_not_made_and_counts_them(desks: Desks) -> None:
    client = desks.browser("agent")
    token = csrf_of(client.get("/sessions").text)
    work = client.post(f"/sessions/{desks.session}/prepare", data={"csrf": token}).headers["location"]
    with desks.database.transaction() as db:
        waiting = list(db.scalars(select(Job.id).where(Job.state == JobState.QUEUED)))
        db.execute(update(Job).where(Job.id.in_(waiting[:7])).values(state=JobState.DONE))
        db.execute(update(Job).where(Job.id == waiting[8]).values(state=JobState.DEAD, error="The converter gave up."))
    page = client.get(work).text
    assert len(waiting) > 40
    assert f"<strong>8 of {len(waiting)}</strong> done, 1 failed" in page
    assert "The converter gave up." in page
    assert f'href="/sessions/{desks.session}"' in page
    assert "<html" not in client.get(work, headers={"hx-request": "true"}).text


def test_a_double_click_on_prepare_asks_once(desks: Desks) -> None:
    client = desks.browser("agent")
    token = csrf_of(client.get("/sessions").text)
    for _ in range(2):
        client.post(f"/sessions/{desks.session}/prepare", data={"csrf": token})
    with desks.database.reading() as db:
        asked = [(job.args["hearing_id"], job.args["template"]) for job in db.scalars(select(Job))]
    assert len(asked) == len(set(asked))


def test_papers_that_say_what_the_case_says_are_not_made_anew(desks: Desks) -> None:
    client = desks.browser("agent")
    token = csrf_of(client.get("/sessions").text)
    answer = client.post(f"/hearings/{desks.hearing}/prepare", data={"csrf": token})
    assert answer.headers["location"] == f"/hearings/{desks.hearing}"
    assert "so none is made anew" in client.get(f"/hearings/{desks.hearing}").text


def test_a_failed_job_says_why_and_is_tried_again_once(desks: Desks) -> None:
    with desks.database.transaction() as db:
        job = db.scalars(select(Job).limit(1)).one()
        job.state, job.error = JobState.DEAD, "The fact sheet was read back and is not right."
    client = desks.browser("agent")
    page = client.get("/jobs").text
    assert "The fact sheet was read back and is not right." in page
    form = {"csrf": csrf_of(page)}
    assert client.post(f"/jobs/{job.id}/retry", data=form).status_code == 303
    assert client.post(f"/jobs/{job.id}/retry", data=form).status_code == 409
    told = desks.bearer("agent").get("/api/v1/jobs").json()
    assert (told["counts"]["queued"], told["counts"]["failed"]) == (1, 0)
