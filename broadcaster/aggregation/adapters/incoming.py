"""What an adapter brings in, judged before anything is stored; the same for every adapter. Only reads."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from broadcaster.aggregation.adapters.boundary import LEVELS, IncomingBulletin, IncomingSound
from broadcaster.base.paths import sha256_of
from broadcaster.base.vietnamese import one_line

LARGEST_SOUND = 300 << 20
MOST_TIMES = 48
_LONGEST_TEXT, _LONGEST_LINE = 15_000, 300
_LONGEST_VALID = timedelta(days=5 * 366)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_SOUND_NAME = re.compile(r"[^/\\:\0<>|?*\"]{1,120}\.(?:flac|wav|mp3|m4a|ogg|opus)", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{64}")
_WORDS = {"thong_thuong": "thông thường", "uu_tien": "ưu tiên", "khan_cap": "khẩn cấp"}


def check_bulletin(item: IncomingBulletin, folder: Path, today: date) -> Path | None:
    """The sound that comes with it. Raises ValueError saying what is wrong."""
    if not _ID.fullmatch(item.id):
        raise ValueError(f"its id {item.id[:40]!r} is not one")
    for name in ("title", "issuer"):
        if not one_line(getattr(item, name)).strip():
            raise ValueError(f"no {name}")
    for name in ("title", "issuer", "number", "category"):
        if len(getattr(item, name)) > _LONGEST_LINE or not _plain(getattr(item, name), ""):
            raise ValueError(f"its {name} is not one line of plain text")
    if len(item.text) > _LONGEST_TEXT or not _plain(item.text, "\n\r\t"):
        raise ValueError("its text is too long or no plain text")
    if item.level not in LEVELS:
        raise ValueError(f"its level {item.level[:40]!r} is none of {', '.join(LEVELS)}")
    if not 0 <= item.times <= MOST_TIMES:
        raise ValueError(f"{item.times} times a day are not from 0 to {MOST_TIMES}")
    _check_days(item, today)
    if not item.text.strip() and item.sound is None:
        raise ValueError("it has neither a text nor a sound")
    return _sound(item.sound, folder) if item.sound is not None else None


def letter_text(item: IncomingBulletin) -> str:
    """The bulletin as a letter of the register, in the words its reader looks for."""
    lines = [item.issuer, f"Số: {item.number}" if item.number else "", "", "BẢN TIN",
             f"V/v {item.title}", "", f"Mã bản tin trên hệ thống thông tin nguồn: {item.id}",
             f"Mức độ: {_WORDS[item.level]}"]
    if item.valid_from or item.valid_until:
        span = [f"từ ngày {_shown(item.valid_from)}" if item.valid_from else "",
                f"đến hết ngày {_shown(item.valid_until)}" if item.valid_until else ""]
        lines.append("Thời gian phát: " + " ".join(filter(None, span)))
    if item.times:
        lines.append(f"Tần suất phát: {item.times:02d} lần/ngày")
    return "\n".join([*lines, "", item.text]).strip() + "\n"


def _check_days(item: IncomingBulletin, today: date) -> None:
    days = [date.fromisoformat(text) if text else None for text in (item.valid_from, item.valid_until)]
    first, last = days[0] or today, days[1]
    if last is not None and last < first:
        raise ValueError("it ends before it begins")
    if last is not None and last < today:
        raise ValueError(f"it was valid until {last}")
    if abs(first - today) > _LONGEST_VALID or (last is not None and last - first > _LONGEST_VALID):
        raise ValueError("its days are out of time")


def _sound(sound: IncomingSound, folder: Path) -> Path:
    if not _SOUND_NAME.fullmatch(sound.file) or sound.file.startswith(".") or not _HASH.fullmatch(sound.sha256):
        raise ValueError(f"its sound {sound.file[:40]!r} is no plain file name with a sha256")
    path = folder / sound.file
    if path.is_symlink() or not path.is_file():
        raise ValueError(f"its sound {sound.file!r} is not there")
    if path.stat().st_size > LARGEST_SOUND:
        raise ValueError(f"its sound {sound.file!r} is too large")
    if sha256_of(path) != sound.sha256:
        raise ValueError(f"its sound {sound.file!r} is not the one that is named")
    return path


def _plain(text: str, allowed: str) -> bool:
    return not any((letter < " " and letter not in allowed) or letter in "\x7f\u202e\u2028\u2029" for letter in text)


def _shown(day: str) -> str:
    return date.fromisoformat(day).strftime("%d/%m/%Y")
