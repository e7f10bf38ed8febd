"""The mail port: what a server is given, and what it never is."""

from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from infra.mail import Mail, MailUnavailable, Outbox, Smtp, post
from tests.servers import free_port

MAIL = Mail("ana@county.example.gov", "Two lines", "Wörter\n", key="reminder 7 1")


def test_a_mail_server_that_is_away_is_a_reason_to_try_again() -> None:
    with pytest.raises(MailUnavailable, match="The mail was not taken: ConnectionRefusedError"):
        Smtp(f"smtp://127.0.0.1:{free_port()}", "a@example.gov").send(MAIL)


def test_a_password_is_never_sent_without_tls() -> None:
    controller = Controller(Sink(), hostname="127.0.0.1", port=free_port(), auth_require_tls=False)
    controller.start()
    port = controller.server.sockets[0].getsockname()[1]
    try:
        with pytest.raises(MailUnavailable, match="SMTPNotSupportedError"):
            Smtp(f"smtp://ana:secret@127.0.0.1:{port}", "a@example.gov").send(MAIL)
        Smtp(f"smtp://127.0.0.1:{port}", "a@example.gov").send(MAIL)
    finally:
        controller.stop()


def test_the_same_mail_written_twice_is_one_file(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path, "a@example.gov")
    outbox.send(MAIL)
    outbox.send(MAIL)
    (file,) = tmp_path.iterdir()
    assert b"Message-ID: <reminder.7.1@example.gov>" in file.read_bytes()


def test_settings_decide_where_mail_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(post(), Outbox)
    monkeypatch.setenv("COURTREADY_MAIL_URL", "smtps://mail.example.gov")
    assert post() == Smtp("smtps://mail.example.gov", "courtready@localhost")
