"""Blobs are kept once, under their own hash, and checked at every reading; in a folder and in S3."""

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from infra.blobs import BlobDamaged, Blobs, BlobsAway, NoSuchBlob, blobs
from tests.servers import free_port

BYTES = b"%PDF-1.7 a fact sheet"
SHA = hashlib.sha256(BYTES).hexdigest()
PATH = f"{SHA[:2]}/{SHA}"


@dataclass(frozen=True)
class Place:
    """Somewhere to keep blobs, and a way to spoil what is kept there."""

    blobs: Blobs
    overwrite: Callable[[str, bytes], object]


@pytest.fixture(params=["folder", "s3"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Place:
    if request.param == "folder":
        kept = tmp_path / "kept here"
        return Place(Blobs(kept.as_uri()), lambda path, data: (kept / path).write_bytes(data))
    return _bucket(request.getfixturevalue("s3_server"), monkeypatch)


def _bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Place:
    _speak_to(server, monkeypatch)
    name = f"papers-{os.urandom(4).hex()}"
    import boto3

    boto3.client("s3", endpoint_url=server, region_name="us-east-1").create_bucket(Bucket=name)
    store = S3Store(name, endpoint=server, client_options={"allow_http": True})
    monkeypatch.setenv("COURTREADY_BLOBS_URL", f"s3://{name}")
    return Place(blobs(), lambda path, data: obstore.put(store, path, data))


def _speak_to(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")


def test_bytes_come_back_by_their_hash(place: Place) -> None:
    assert place.blobs.put(BYTES) == SHA
    assert place.blobs.get(SHA) == BYTES
    assert place.blobs.has(SHA)


def test_empty_bytes_are_bytes(place: Place) -> None:
    assert place.blobs.get(place.blobs.put(b"")) == b""


def test_the_same_bytes_by_many_at_once_are_kept_once(place: Place) -> None:
    with ThreadPoolExecutor(8) as writers:
        assert set(writers.map(place.blobs.put, [BYTES] * 24)) == {SHA}
    assert place.blobs.get(SHA) == BYTES


def test_a_flipped_byte_is_refused_and_never_handed_out(place: Place) -> None:
    place.blobs.put(BYTES)
    place.overwrite(PATH, b"&" + BYTES[1:])
    with pytest.raises(BlobDamaged, match=SHA[:12]):
        place.blobs.get(SHA)


def test_putting_the_right_bytes_again_heals_damaged_ones(place: Place) -> None:
    place.blobs.put(BYTES)
    place.overwrite(PATH, b"")
    place.blobs.put(BYTES)
    assert place.blobs.get(SHA) == BYTES


def test_what_was_never_kept_is_missing(place: Place) -> None:
    assert not place.blobs.has(SHA)
    with pytest.raises(NoSuchBlob):
        place.blobs.get(SHA)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", SHA.upper(), SHA[:-1]])
def test_a_name_that_is_no_hash_reaches_no_file(place: Place, name: str) -> None:
    with pytest.raises(NoSuchBlob):
        place.blobs.get(name)


def test_a_file_store_that_is_away_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    _speak_to(f"http://127.0.0.1:{free_port()}", monkeypatch)
    with pytest.raises(BlobsAway, match="does not answer"):
        Blobs("s3://nowhere").get(SHA)


KEY = hashlib.sha256(b"the Word file").hexdigest()


def test_what_a_key_points_to_comes_back_by_the_key(place: Place) -> None:
    assert place.blobs.pointed(KEY) is None
    place.blobs.point(KEY, place.blobs.put(BYTES))
    assert place.blobs.pointed(KEY) == BYTES
    place.blobs.point(KEY, place.blobs.put(b"another"))
    assert place.blobs.pointed(KEY) == b"another"


def test_a_key_that_points_to_lost_or_damaged_bytes_points_to_nothing(place: Place) -> None:
    place.blobs.point(KEY, SHA)
    assert place.blobs.pointed(KEY) is None
    place.blobs.put(BYTES)
    place.overwrite(PATH, b"%PDF-1.7 a fact sheeT")
    assert place.blobs.pointed(KEY) is None
    place.overwrite(f"known/{KEY[:2]}/{KEY}", b"\xff nonsense")
    assert place.blobs.pointed(KEY) is None
