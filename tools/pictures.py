"""Makes the pictures of the README from the demo's own data.

After ``make demo``: ``COURTREADY_DATA=demo .venv/bin/python -m tools.pictures``.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import uvicorn
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from api.app import create_app
from cli.demo import PASSWORD
from documents.imprint import Imprint
from documents.manifests import templates
from infra.config import config
from infra.converter import to_pdf

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PORT = 8742
DAY = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
"""The afternoon of the day that the sample county was exported."""
COLOURS = 48
WORKSHEET = "nc/guideline-worksheet-a"


def main() -> None:
    """Writes every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    session = config().folder("out") / "session-1"
    _write("fact-sheet", _page_of(sorted(session.glob("*-fact-sheet.pdf"))[4], 1))
    _write("binder-index", _page_of(session / "binder.pdf", 2))
    _write("worksheet", _page_of(_sample(WORKSHEET), 1))
    with _served(), sync_playwright() as started:
        browser = started.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        _write("session", _shot(browser, "/sessions/1"))
        _write("paper", _shot(browser, "/hearings/13/papers/motion-and-order-to-show-cause", section="Arrears"))
        _write("money", _shot(browser, "/cases/7000070296/money"))
        browser.close()


def _sample(template_id: str) -> bytes:
    """The PDF of a template with its made-up facts."""
    template = next(one for one in templates("nc") if one.manifest.id == template_id)
    manifest, pictures = template.manifest, tuple(one.name for one in template.manifest.pictures)
    imprint = Imprint(manifest.facts, manifest.audience, pictures, manifest.title, author="", lean=True)
    return to_pdf(imprint.merged(template.word, template.sample_facts()).word).data


def _page_of(pdf: Path | bytes, number: int) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(pdf)[number - 1].render(scale=1.5).to_pil()
    return picture


def _shot(browser: Browser, path: str, *, section: str = "") -> Image.Image:
    """A page as the agent sees it, its facts scrolled to a section."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(f"http://127.0.0.1:{PORT}/sign-in")
    page.fill("input[name=email]", "agent@example.gov")
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.goto(f"http://127.0.0.1:{PORT}{path}")
    page.wait_for_load_state("networkidle")
    if section:
        page.locator("#facts summary", has_text=section).evaluate("one => one.scrollIntoView()")
        page.evaluate("scrollTo(0, 0)")
    return Image.open(BytesIO(page.screenshot()))


@contextmanager
def _served() -> Iterator[None]:
    """The web pages, on the day of the sample county."""
    server = uvicorn.Server(uvicorn.Config(create_app(now=lambda: DAY), port=PORT, log_config=None))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def _write(name: str, picture: Image.Image) -> None:
    file = PICTURES / f"{name}.png"
    picture.convert("RGB").quantize(COLOURS).save(file, optimize=True)
    print(f"docs/pictures/{name}.png, {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
