"""Words for scans: what tesseract reads, laid invisibly over the picture. Only where tesseract is installed."""

import io
import shutil
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

from documents.packet.measures import points
from documents.packet.stamps import view
from documents.reading import PDFIUM
from infra.child import ChildStopped, Limits, run

PROGRAM = "tesseract"
DOTS_PER_INCH, POINTS_PER_INCH = 300, 72
LIMITS = Limits(seconds=60, cpu_seconds=60, memory=1536, file=64)
MOST_PAGES = 50
WORDS = Name("/Words")


def reads_scans() -> bool:
    """Whether this machine has the part that reads scans."""
    return shutil.which(PROGRAM) is not None


def made_searchable(pdf: bytes) -> bytes:
    """The same pages of a rebuilt exhibit; those without words get the words read from their picture, unseen.

    Without tesseract nothing changes, nor does a page that it cannot read within its limits or one beyond the
    fiftieth. Equal bytes in give equal bytes out.
    """
    if not reads_scans():
        return pdf
    read = {number: words for number, picture in list(_scans(pdf)) if (words := _read(picture)) is not None}
    return _laid_over(pdf, read) if read else pdf


def _scans(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """A picture of every page that has no words, by its number from zero."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bare = [n for n in range(len(document)) if not document[n].get_textpage().count_chars()]
            for number in bare[:MOST_PAGES]:
                held = io.BytesIO()
                seen = document[number].render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil().convert("L")
                seen.save(held, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
                yield number, held.getvalue()
        finally:
            document.close()


def _read(picture: bytes) -> bytes | None:
    """A PDF of one page that holds the words of a picture and not the picture."""
    command = [PROGRAM, "stdin", "stdout", "-l", "eng", "-c", "textonly_pdf=1", "pdf"]
    try:
        done = run(command, stdin=picture, limits=LIMITS, env={"OMP_THREAD_LIMIT": "1"})
    except ChildStopped:
        return None
    return done.out if done.status == 0 and done.out.startswith(b"%PDF-") else None


def _laid_over(pdf: bytes, read: dict[int, bytes]) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as made:
        for number, words in read.items():
            with pikepdf.open(io.BytesIO(words)) as layer:
                _lay_over(made, made.pages[number].obj, layer)
        held = io.BytesIO()
        made.save(held, deterministic_id=True)
    return held.getvalue()


def _lay_over(made: pikepdf.Pdf, page: pikepdf.Object, layer: pikepdf.Pdf) -> None:
    """The words as they are seen, over the page as it is seen: turned with it and within its crop box."""
    words = made.copy_foreign(layer.pages[0].as_form_xobject())
    wide, high = (words.BBox[2], words.BBox[3])
    seen = view(page)
    across, up = seen.wide / points(wide), seen.high / points(high)
    a, b, c, d, e, f = seen.matrix
    matrix = " ".join(f"{value:.5f}" for value in (a * across, b * across, c * up, d * up, e, f))
    contents = page.get("/Contents", Array())
    own = list(contents) if isinstance(contents, Array) else [contents]
    page[Name.Contents] = Array([
        made.make_stream(b"q\n"), *own, made.make_stream(f"\nQ q {matrix} cm {WORDS} Do Q\n".encode()),
    ])  # fmt: skip
    if "/XObject" not in page.Resources:
        page.Resources[Name.XObject] = Dictionary()
    page.Resources.XObject[WORDS] = words
