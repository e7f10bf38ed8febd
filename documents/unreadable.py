"""What pypdf raises where a PDF is broken: far more than its own errors."""

import logging
import struct
import zlib

from pypdf.errors import PyPdfError

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings quote what it reads

UNREADABLE = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError,
    RecursionError, StopIteration, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
