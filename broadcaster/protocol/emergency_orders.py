"""Orders dropped as files into emergency/orders/: the way to break in when socket and window are dead.

Written by `broadcaster break-in`, or by a person with a text editor or an empty file: so reading is forgiving about
form, and strict about words, because a misspelt "confirm" must not be overlooked (docs/formats.md).
"""

from __future__ import annotations

import codecs
import contextlib
import json
import re
import unicodedata
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from broadcaster.base.clock import STATION_ZONE, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.protocol.emergency import SLUG, refuse_senseless

THEN = ("resume", "restart", "drop")
_LARGEST = 64 * 1024
_LEADING = re.compile(r"[a-z0-9][a-z0-9-]*")
_IGNORED = (".tmp", ".part", ".crdownload", ".partial", ".lnk", ".ini", ".db", ".exe")
_YES = {"", "1", "yes", "y", "true", "on", "co", "x"}
_NO = {"0", "no", "n", "false", "off", "khong"}
_WORDS = {
    "by": "by", "nguoi": "by", "nguoi phat": "by",
    "confirm": "confirmed", "confirmed": "confirmed", "xac nhan": "confirmed",
    "repeats": "repeats", "repeat": "repeats", "so lan": "repeats",
    "every": "every_minutes", "every_minutes": "every_minutes", "moi": "every_minutes",
    "for": "for_minutes", "for_minutes": "for_minutes", "trong": "for_minutes",
    "then": "then", "sau do": "then",
    "zones": "zones", "zone": "zones", "cum": "zones",
    "at": "ordered_at",
    "why": "why", "reason": "why", "ly do": "why",
}


@dataclass(frozen=True)
class Order:
    """What a dropped file asks for; None: as the message itself says."""

    slug: str
    by: str = ""
    confirmed: bool = False
    repeats: int | None = None
    every_minutes: int | None = None
    for_minutes: int | None = None
    then: str = "resume"
    """resume, restart, drop: what becomes of what it interrupts."""
    zones: tuple[str, ...] = ()
    """Empty: all."""
    ordered_at: datetime | None = None
    """As it says itself, else when the file was written or put there."""
    why: str = ""
    """May be said later too: an emergency must not wait for it."""

    def words(self) -> dict[str, Any]:
        """The words of the socket's command break_in."""
        words = {"message": self.slug, "by": self.by, "confirmed": self.confirmed, "then": self.then,
                 "zones": list(self.zones), **({"why": self.why} if self.why else {})}
        numbers = {name: getattr(self, name) for name in ("repeats", "every_minutes", "for_minutes")}
        return {**words, **{name: number for name, number in numbers.items() if number is not None}}


class OrderBox:
    """The folder as its one reader sees it, polled."""

    def __init__(self, home: StationHome) -> None:
        self.folder = orders_folder(home)
        self._seen: dict[Path, tuple[int, int]] = {}
        self._found: set[Path] | None = None
        """What lay there at the first look, perhaps for long."""

    def waiting(self) -> list[Path]:
        """Orders that did not change since the last call: a file still being copied, or still empty, is let be."""
        now: dict[Path, tuple[int, int]] = {}
        for path in sorted(self.folder.glob("*")):
            try:
                state = path.lstat()
                if not path.is_file() or path.name.startswith((".", "~")) or path.suffix.lower() in _IGNORED:
                    continue
            except OSError:  # gone meanwhile
                continue
            now[path] = (state.st_size, state.st_mtime_ns)
        ready = [path for path, state in now.items() if self._seen.get(path) == state]
        self._seen = now
        self._found = set(now) if self._found is None else self._found & set(now)
        return ready

    def read(self, path: Path) -> Order:
        """`read_order`; what came in under our eyes and names no time was ordered now (`ordered_at` None).

        A file keeps its old time when it is moved or, on Windows, copied.
        """
        order, said = _read(path)
        return order if said or path in (self._found or ()) else replace(order, ordered_at=None)

    def settle(self, path: Path, done: bool, why: str = "") -> Path | None:
        """Out of the way, into done/ or refused/ (there with the reason beside it); None if it cannot be moved.

        Whoever gets None must remember not to carry it out again.
        """
        folder = self.folder / ("done" if done else "refused")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target = _free(folder / path.name)
            path.replace(target)
        except OSError:
            return None
        finally:
            self._seen.pop(path, None)
        if why:
            with contextlib.suppress(OSError):  # the journal and the log have it too
                target.with_name(f"{target.name}.why.txt").write_text(f"{why}\n", encoding="utf-8")
        return target


def orders_folder(home: StationHome) -> Path:
    return home.emergency / "orders"


def write_order(home: StationHome, order: Order, moment: datetime) -> Path:
    """Drop an order made by this program. Raises Refused("disk.full"/"disk.unwritable")."""
    body = {"by": order.by, "confirm": order.confirmed, "then": order.then, "zones": list(order.zones),
            "at": format_time(moment), "repeats": order.repeats, "every": order.every_minutes, "for": order.for_minutes,
            "why": order.why or None}
    raw = json.dumps({name: value for name, value in body.items() if value is not None}, ensure_ascii=False, indent=1)
    path = _free(orders_folder(home) / f"{order.slug}_{moment:%H%M%S}.json")
    write_atomic(path, raw.encode("utf-8"))
    return path


def read_order(path: Path) -> Order:
    """What one file asks for. Raises Refused("emergency.order") with a sentence for whoever dropped it."""
    return _read(path)[0]


def _read(path: Path) -> tuple[Order, bool]:
    """The order, and whether it says itself when it was given."""
    try:
        state = path.stat()
        if state.st_size > _LARGEST:
            raise _refused(path, f"it is too large for an order ({state.st_size} bytes)")
        text = _text(path.read_bytes(), path)
    except OSError as error:
        raise _refused(path, f"it cannot be read: {error.strerror or error}") from error
    order = _filled(Order(_slug(path)), _pairs(text, path), path)
    if order.ordered_at is not None:
        return order, True
    put_there = max(state.st_mtime, state.st_ctime)
    return replace(order, ordered_at=datetime.fromtimestamp(put_there, STATION_ZONE)), False


def _slug(path: Path) -> str:
    """"<slug>", then anything: a copy's " (2)" or " - Copy", Windows' hidden second ".txt", the time of day.

    A message's whole title works too. Where the shelf can be seen, a name on it wins.
    """
    stem = fold(path.name.split(".")[0]).strip()
    leading = _LEADING.match(stem)
    titled = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    on_shelf = {found.stem for found in path.parent.parent.glob("*.json")}
    for slug in (titled, leading.group().rstrip("-") if leading else ""):
        if slug in on_shelf:
            return slug
    slug = leading.group().rstrip("-") if leading else ""
    if not SLUG.match(slug):
        raise _refused(path, "its name does not begin with a message's name")
    return slug


def _text(raw: bytes, path: Path) -> str:
    """Whatever an editor may have written: UTF-8 with or without a mark, UTF-16, the Vietnamese code page."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif raw[1:2] == b"\0":
        encodings = ["utf-16-le"]
    elif raw[:1] == b"\0":
        encodings = ["utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1258"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(letter) in {"Cc", "Cn", "Co"} and letter not in "\t\r\n" for letter in text):
            return text
    raise _refused(path, "it is not text")


def _pairs(text: str, path: Path) -> list[tuple[str, Any]]:
    if text.lstrip().startswith("{"):
        try:
            body = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _refused(path, "it begins like JSON, but is none") from error
        return [(str(name), value) for name, value in body.items()]
    pairs = []
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            name, _, value = line.replace(":", "=", 1).partition("=") if "=" not in line else line.partition("=")
            pairs.append((name, value.strip()))
    return pairs


def _filled(order: Order, pairs: list[tuple[str, Any]], path: Path) -> Order:
    values: dict[str, Any] = {}
    for name, value in pairs:
        word = _WORDS.get(" ".join(fold(name).split()))
        if word is None:
            raise _refused(path, f"it has a word nobody knows: {one_line(name, 40)!r}")
        values[word] = _value(word, value, path)
    order = Order(**{**asdict(order), **values})
    try:
        refuse_senseless(order.repeats, order.every_minutes, order.for_minutes)
    except Refused as refusal:
        raise _refused(path, refusal.text) from refusal
    return order


def _value(word: str, value: Any, path: Path) -> Any:
    if word == "zones":
        names = value if isinstance(value, list) else str(value).split(",")
        return tuple(one_line(str(name), 100) for name in names if str(name).strip())
    if isinstance(value, list | dict):
        raise _refused(path, f"{word} is a list")
    text = str(value).strip()
    if word in {"by", "why"}:
        return one_line(text, 200 if word == "by" else 300)
    if word == "confirmed" and fold(text) in _YES | _NO:
        return fold(text) in _YES
    if word == "then" and text.lower() in THEN:
        return text.lower()
    try:
        if word == "ordered_at":
            return parse_time(text)
        if word.endswith("minutes") or word == "repeats":
            return int(text)
    except (ValueError, OverflowError):
        pass
    raise _refused(path, f"{one_line(text, 40)!r} is nothing for {word}")


def _free(path: Path) -> Path:
    """A name not taken yet: "x.json", "x_2.json" …"""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return free


def _refused(path: Path, why: str) -> Refused:
    name = one_line(path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), 100)
    return Refused("emergency.order", f"the order {name} is not carried out: {why}", name=name, detail=why)
