"""The main job on PostgreSQL, RabbitMQ and S3, through the same commands as on the embedded default."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.county import OFFICE, county_of, in_folder
from tests.house.tree import ROOT

CASES = ("7000070000", "7000070444", "7000070888")
COMMAND = (sys.executable, "-c", "from cli.main import run; run()")


@pytest.fixture
def bucket(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty bucket, and the names by which it is reached."""
    import boto3

    keys = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1"}
    for name, value in (keys | {"AWS_ENDPOINT_URL": s3_server}).items():
        monkeypatch.setenv(name, value)
    boto3.client("s3", endpoint_url=s3_server, region_name="us-east-1").create_bucket(Bucket="main-job")
    return "s3://main-job"


def courtready(*words: str) -> Any:
    """What a command answers in JSON."""
    done = subprocess.run(
        [*COMMAND, *words, "--json"], capture_output=True, cwd=ROOT, env=dict(os.environ), timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_the_main_job_runs_unchanged_on_postgresql_rabbitmq_and_s3(
    tmp_path: Path, data: Path, postgresql_url: str, rabbitmq_url: str, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURTREADY_DATABASE_URL", postgresql_url)
    monkeypatch.setenv("COURTREADY_BROKER_URL", rabbitmq_url)
    monkeypatch.setenv("COURTREADY_BLOBS_URL", bucket)
    extract = str(in_folder(tmp_path / "extract", county_of(*CASES)))

    first = courtready("import", extract, "--mapping", "nc-acts", "--office", OFFICE)
    again = courtready("import", extract, "--mapping", "nc-acts", "--office", OFFICE)
    (session,) = courtready("sessions")
    made = courtready("prepare", "--session", str(session["id"]), "--as-of", "2026-11-20")
    binder = tmp_path / "binder.pdf"
    bound = courtready("binder", "--session", str(session["id"]), "--as-of", "2026-11-20", "--out", str(binder))

    assert first["rejects"] == []
    assert {(count["created"], count["changed"]) for count in again["files"].values()} == {(0, 0)}
    assert session["hearings"] == len(made["hearings"]) == len(CASES)
    assert sorted(len(one["documents"]) for one in made["hearings"]) == [2, 3, 3]
    assert all(
        Path(paper[kind]).stat().st_size
        for one in made["hearings"]
        for paper in one["documents"]
        for kind in ("word", "pdf")
    )
    assert len(PdfReader(binder).pages) == bound["pages"]
    assert not (data / "blobs").exists()
    assert not (data / "courtready.db").exists()
