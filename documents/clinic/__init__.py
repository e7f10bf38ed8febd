"""The template clinic: what is wrong with a Word template, where, and which mends are safe.

Everything here but ``examine``, ``looking`` and ``marking`` is pure: bytes in, frozen values out.
"""

from documents.clinic.checking import check
from documents.clinic.fixes import fix, fix_all_safe
from documents.clinic.problems import Problem

__all__ = ["Problem", "check", "fix", "fix_all_safe"]
