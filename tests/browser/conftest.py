"""A real browser at a real server, with a worker that can be started."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.desks import PASSWORD, Desks, desks, email, kept_desks, made_desks, same_desks

__all__ = ["desks", "kept_desks", "made_desks", "same_desks"]

CHROMIUM = "/usr/bin/chromium"


@dataclass(frozen=True)
class Site:
    """A served office: its address, and what stands behind it."""

    url: str
    desks: Desks

    def sign_in(self, page: Page, role: str) -> None:
        """Sign in as a person does."""
        page.goto(f"{self.url}/sign-in")
        page.get_by_label("E-mail address").fill(email(role))
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)

    @contextmanager
    def worker(self) -> Iterator[None]:
        """Somebody who does the jobs meanwhile."""
        ended = threading.Event()
        hand = threading.Thread(target=self._work, args=(ended,))
        hand.start()
        try:
            yield
        finally:
            ended.set()
            hand.join()

    def _work(self, ended: threading.Event) -> None:
        while not ended.is_set():
            self.desks.work()
            ended.wait(0.2)


@pytest.fixture
def site(desks: Desks) -> Iterator[Site]:
    """The prepared office, served on this machine."""
    with _served(desks) as site:
        yield site


@pytest.fixture
def quiet_site(same_desks: Desks) -> Iterator[Site]:
    """The office that the tests of a module share, for those that only look."""
    with _served(same_desks) as site:
        yield site


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's browser."""
    return {"executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture
def browser_context_args() -> dict[str, Any]:
    """A desk's screen."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def accessible() -> Callable[[Page], None]:
    """Raises when axe finds anything serious or critical on a page."""
    axe = Axe()

    def check(page: Page) -> None:
        page.wait_for_load_state()  # a page half read has buttons whose words are still to come
        found = axe.run(page).response["violations"]
        grave = [
            (one["id"], one["impact"], [node["html"][:200] for node in one["nodes"][:3]])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert grave == [], page.url

    return check


def _served(desks: Desks) -> AbstractContextManager[Site]:
    @contextmanager
    def serving() -> Iterator[Site]:
        server = uvicorn.Server(uvicorn.Config(desks.app, port=0, log_config=None))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield Site(f"http://127.0.0.1:{port}", desks)
        finally:
            server.should_exit = True
            thread.join()

    return serving()
