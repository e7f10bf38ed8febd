"""The program that opens one form, from standard input to standard output. Run it only in a limited child."""

import json
import sys

import pikepdf
import pypdfium2

from documents.forms.baking import NoFields, OnlyItsOwnProgram, bake
from documents.forms.fields import Form, as_plain
from documents.forms.inventory import TooManyFields

UNFIT = 3
BROKEN = (
    pikepdf.PdfError, pypdfium2.PdfiumError, ArithmeticError, AssertionError, AttributeError, LookupError,
    NotImplementedError, OSError, RecursionError, RuntimeError, TypeError, ValueError,
)  # fmt: skip


def main() -> int:
    """The exit status; prints a line of JSON and the flat form, or, with status 3, the reason why not."""
    pdf = sys.stdin.buffer.read()
    try:
        form = _opened(pdf)
    except pikepdf.PasswordError:
        return _unfit("is locked with a password; ask for a copy without one")
    except NoFields:
        return _unfit("has no fields that could be filled in")
    except OnlyItsOwnProgram:
        return _unfit("is an XFA form that only its own program can draw")
    except TooManyFields:
        return _unfit("has more fields or pages than any form that a person fills in")
    except MemoryError:
        return _unfit("needs more memory than a form may")
    except BROKEN:
        return _unfit("cannot be read as a PDF")
    sys.stdout.buffer.write(json.dumps(as_plain(form)).encode() + b"\n" + form.base)
    return 0


def _opened(pdf: bytes) -> Form:
    """The form, each page of which was drawn once, so that it can be drawn again."""
    form = bake(pdf)
    document = pypdfium2.PdfDocument(form.base)
    for page in document:
        page.render(scale=0.5)
    return form


def _unfit(why: str) -> int:
    sys.stdout.write(why)
    return UNFIT


if __name__ == "__main__":
    sys.exit(main())
