"""Sending mail: through an SMTP server, or into a folder of files where none is set."""

import smtplib
import ssl
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from infra.config import config
from kernel.refusals import Unavailable

SECONDS = 20.0
SUBMISSION, OVER_TLS = 587, 465


@dataclass(eq=False)
class MailUnavailable(Unavailable):
    """A mail server that did not take the mail."""

    why: str

    def __str__(self) -> str:
        return f"The mail was not taken: {self.why}"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one person. ``key`` makes its message id, so that the same mail sent twice is known as one."""

    to: str
    subject: str
    text: str
    key: str


class Post(Protocol):
    """Takes mail."""

    def send(self, mail: Mail) -> None:
        """Hand a mail over. Raises MailUnavailable."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """A folder in which every mail becomes a file."""

    folder: Path
    sender: str

    def send(self, mail: Mail) -> None:
        """Write the mail; the same key writes the same file."""
        name = "".join(letter if letter.isalnum() else "-" for letter in mail.key)
        draft = self.folder / f".{name}.part"
        draft.write_bytes(_message(mail, self.sender).as_bytes())
        draft.replace(self.folder / f"{name}.eml")


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server. A password is sent only after TLS has begun, and to a server whose certificate is good."""

    url: str
    sender: str

    def send(self, mail: Mail) -> None:
        """Hand the mail to the server. Raises MailUnavailable."""
        place = urlsplit(self.url)
        try:
            with _opened(place) as server:
                if place.username:
                    server.login(unquote(place.username), unquote(place.password or ""))
                server.send_message(_message(mail, self.sender))
        except (smtplib.SMTPException, OSError) as failure:
            raise MailUnavailable(type(failure).__name__) from failure


def post() -> Post:
    """Where the settings say that mail goes."""
    settings = config()
    if settings.mail_url:
        return Smtp(settings.mail_url, settings.mail_from)
    return Outbox(settings.folder("outbox"), settings.mail_from)


def _opened(place: SplitResult) -> AbstractContextManager[smtplib.SMTP]:
    host = place.hostname or "localhost"
    if place.scheme == "smtps":
        return smtplib.SMTP_SSL(host, place.port or OVER_TLS, timeout=SECONDS, context=ssl.create_default_context())
    server = smtplib.SMTP(host, place.port or SUBMISSION, timeout=SECONDS)
    try:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        elif place.username:
            raise smtplib.SMTPNotSupportedError("no TLS, so no password is sent")
    except BaseException:
        server.close()
        raise
    return server


def _message(mail: Mail, sender: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, mail.to, mail.subject
    made["Message-ID"] = f"<{mail.key.replace(' ', '.')}@{sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(mail.text)
    return made
