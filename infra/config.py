"""Settings, read from the environment."""

import os
import secrets
from functools import lru_cache
from pathlib import Path

from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

KEY_FILE = "secret.key"
PREFIX = "COURTREADY_"
_PREFIX = PREFIX.encode()


class Config(BaseSettings):
    """Every setting; each is the environment variable of the same name with ``COURTREADY_`` before it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    data: Path = Path("data")
    """Folder of the embedded default: database, blobs, broker files, key, temporary files."""
    database_url: str = ""
    broker_url: str = ""
    blobs_url: str = ""
    secret: SecretStr | None = None
    """What seals confidential columns. Several machines that share a database need the same one."""

    mail_url: str = ""
    """``smtp://user:password@host:port``, or ``smtps://`` for TLS from the start. Without it mail becomes files."""
    mail_from: str = "courtready@localhost"
    pages_url: str = "http://127.0.0.1:8000"
    """Where people find the pages, for the link in a mail."""

    @field_validator("data")
    @classmethod
    def _absolute(cls, folder: Path) -> Path:
        return folder.expanduser().absolute()

    @property
    def database(self) -> str:
        """The database as SQLAlchemy writes it; SQLite in the data folder unless another is set."""
        if not self.database_url:
            return f"sqlite:///{self.data / 'courtready.db'}"
        scheme, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else self.database_url

    @property
    def broker(self) -> str:
        """The broker; files in the data folder unless another is set."""
        return self.broker_url or "filesystem://"

    @property
    def blobs(self) -> str:
        """Where blobs are kept; a folder in the data folder unless another is set."""
        return self.blobs_url or (self.data / "blobs").as_uri()

    def folder(self, name: str) -> Path:
        """A folder inside the data folder, made when needed, readable by us alone."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = self.data / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    def sealing_secret(self) -> str:
        """The secret of this installation: from the environment, else from a key file made once in the data folder."""
        if self.secret is not None:
            return self.secret.get_secret_value()
        file = self.data / KEY_FILE
        if not file.exists():
            _write_once(self.folder(".") / KEY_FILE, secrets.token_urlsafe(48))
        return file.read_text().strip()


def config() -> Config:
    """The settings as the environment has them now."""
    ours = (name for name in os.environb if name.upper().startswith(_PREFIX))
    return _read(tuple((name, os.environb[name]) for name in ours), Path.cwd())


@lru_cache(maxsize=16)
def _read(environment: tuple[tuple[bytes, bytes], ...], folder: Path) -> Config:
    """Read once for each state of the environment: every sealed value that is opened asks for the settings."""
    return Config()


def _write_once(file: Path, text: str) -> None:
    """Two starters may race: the whole file appears at once and the first one wins."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
