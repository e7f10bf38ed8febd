"""Bytes kept under their own SHA-256: written once, checked at every reading."""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from infra.config import config
from kernel.digest import sha256
from kernel.refusals import Missing, Unavailable


@dataclass(eq=False)
class NoSuchBlob(Missing):
    sha: str

    def __str__(self) -> str:
        return f"The stored file {self.sha[:12]} is not there."


@dataclass(eq=False)
class BlobDamaged(Unavailable):
    """The stored bytes are not the bytes that were stored."""

    sha: str

    def __str__(self) -> str:
        return f"The stored file {self.sha[:12]} was damaged; restore it from a backup."


@dataclass(eq=False)
class BlobsAway(Unavailable):
    def __str__(self) -> str:
        return "The file store does not answer."


class Blobs:
    """A store of bytes by content: a local folder (``file://``) or a bucket (``s3://``)."""

    def __init__(self, url: str) -> None:
        self._folder = Path(unquote(urlsplit(url).path)) if url.startswith("file:") else None
        self._store: ObjectStore = _local(self._folder) if self._folder else _bucket(url)

    def put(self, data: bytes) -> str:
        """The SHA-256 under which the bytes are kept now; the same bytes again change nothing."""
        sha = sha256(data)
        try:
            self._store.put(_path(sha), data, mode="create")
        except AlreadyExistsError:
            self._heal(sha, data)
        except BaseError as failure:
            raise BlobsAway() from failure
        if self._folder:
            _to_disk(self._folder / _path(sha))
        return sha

    def get(self, sha: str) -> bytes:
        """The bytes. Raises NoSuchBlob, BlobDamaged or BlobsAway."""
        data = self._read(sha)
        if sha256(data) != sha:
            raise BlobDamaged(sha)
        return data

    def has(self, sha: str) -> bool:
        """Whether bytes are kept under this SHA-256."""
        try:
            self._store.head(_path(sha))
        except (NotFoundError, FileNotFoundError):
            return False
        except BaseError as failure:
            raise BlobsAway() from failure
        return True

    def point(self, key: str, sha: str) -> None:
        """Remember that what is known as ``key``, a SHA-256 as well, is kept under ``sha``."""
        try:
            self._store.put(_pointer(key), sha.encode())
        except BaseError as failure:
            raise BlobsAway() from failure

    def pointed(self, key: str) -> bytes | None:
        """The bytes that are known as ``key``; none where nobody remembers, or where they are lost or damaged."""
        try:
            sha = bytes(self._store.get(_pointer(key)).bytes()).decode(errors="replace")
            return self.get(sha)
        except (NotFoundError, FileNotFoundError, NoSuchBlob, BlobDamaged):
            return None
        except BaseError as failure:
            raise BlobsAway() from failure

    def _read(self, sha: str) -> bytes:
        try:
            return bytes(self._store.get(_path(sha)).bytes())
        except (NotFoundError, FileNotFoundError):
            raise NoSuchBlob(sha) from None
        except BaseError as failure:
            raise BlobsAway() from failure

    def _heal(self, sha: str, data: bytes) -> None:
        """The bytes in hand are the right ones by their hash; put them back where stored ones went bad."""
        if sha256(self._read(sha)) != sha:
            self._store.put(_path(sha), data, mode="overwrite")


def blobs() -> Blobs:
    """The blobs of the settings."""
    url = config().blobs
    if url not in _open:
        _open[url] = Blobs(url)
    return _open[url]


_open: dict[str, Blobs] = {}
os.register_at_fork(after_in_child=_open.clear)


def _pointer(key: str) -> str:
    return f"known/{_path(key)}"


def _path(sha: str) -> str:
    if len(sha) != 64 or not set(sha) <= set("0123456789abcdef"):
        raise NoSuchBlob(sha)
    return f"{sha[:2]}/{sha}"


def _local(folder: Path) -> LocalStore:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return LocalStore(folder)


def _bucket(url: str) -> ObjectStore:
    """AWS_* names in the environment say where and who; a plain-http endpoint is meant when it is written so."""
    plain_http = os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://")
    return from_url(
        url,
        client_options={"allow_http": plain_http, "connect_timeout": "5s", "timeout": "60s"},
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=20)},
    )


def _to_disk(file: Path) -> None:
    """Ask the disk to keep the file and its name, so that a power cut after an answer takes nothing back."""
    for place in (file, file.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
