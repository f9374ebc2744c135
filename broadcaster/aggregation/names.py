"""What an entry of a package may be called: a closed set, small letters only, no way out of a folder. No I/O."""

from __future__ import annotations

import re

from broadcaster.aggregation.model import DOWN
from broadcaster.base.vietnamese import fold

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NAME = r"[a-z0-9][a-z0-9._-]{0,79}\.(?:docx|xlsx|pdf|csv|txt)"
_LETTER = r"[a-z0-9][a-z0-9._-]{0,79}\.(?:docx|pdf|odt|doc|txt|png|jpg|jpeg|tif|tiff)"
_UP = re.compile(rf"journal/{_DAY}\.jsonl|seals/{_DAY}\.json|airings\.jsonl|corrections\.jsonl|signatures\.jsonl|"
                 rf"directives\.jsonl|station\.json|reports/{_NAME}|audio/[0-9a-f]{{64}}\.flac")
_DOWN = re.compile(rf"letters\.jsonl|letters/{_LETTER}|messages\.jsonl|messages/[0-9a-f]{{64}}\.flac")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\..*")
"""Windows knows these as devices in any folder."""

_MIB = 1 << 20
_LARGEST = {"journal": 256 * _MIB, "seals": _MIB, "reports": 64 * _MIB, "audio": 512 * _MIB, "letters": 64 * _MIB,
            "messages": 512 * _MIB}
_LARGEST_TABLE = 256 * _MIB
"""The airings of some fifteen years."""


def largest(name: str) -> int:
    """Bytes an entry of this name may unpack to."""
    folder, mark, _ = name.partition("/")
    return _LARGEST.get(folder, _LARGEST_TABLE) if mark else _LARGEST_TABLE


def entry_allowed(name: str, kind: str) -> bool:
    """Whether a package of this kind may hold an entry of this name."""
    pattern = _DOWN if kind == DOWN else _UP
    last = name.rpartition("/")[2]
    return bool(pattern.fullmatch(name)) and ".." not in name and not _RESERVED.fullmatch(last)


def entry_name(folder: str, file_name: str) -> str:
    """The name a person's file gets inside: "Báo cáo tháng 11.docx" → "reports/bao-cao-thang-11.docx"."""
    stem, _, suffix = file_name.rpartition(".")
    plain = re.sub(r"[^a-z0-9]+", "-", fold(stem)).strip("-")[:60] or "tep"
    if _RESERVED.fullmatch(f"{plain}."):
        plain += "-1"
    return f"{folder}/{plain}.{suffix.lower()}"
