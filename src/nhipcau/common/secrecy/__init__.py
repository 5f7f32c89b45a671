"""Unclassified matter only: what carries a secrecy mark is refused and leaves no copy.

The marks are those of the Law on the Protection of State Secrets (29/2018/QH14, art. 8): TUYỆT
MẬT, TỐI MẬT, MẬT. Every way by which a file comes in calls :func:`refuse_classified`.
"""

from nhipcau.common.secrecy.files import UncheckableFile, refuse_classified, refuse_classified_texts
from nhipcau.common.secrecy.marks import ClassifiedMaterial, find_mark

__all__ = [
    "ClassifiedMaterial",
    "UncheckableFile",
    "find_mark",
    "refuse_classified",
    "refuse_classified_texts",
]
