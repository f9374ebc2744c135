"""The station's own words: how a name or an abbreviation of this commune is said."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from broadcaster.base.clock import Clock, SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.base.vietnamese import nfc, one_line

_LONGEST_WRITTEN, _LONGEST_SPOKEN, _LONGEST_NOTE = 80, 300, 200
_MOST_ENTRIES = 20_000
_LARGEST_FILE = 8_000_000
_MOST_FAULTS = 100
_HEAD = ("written", "spoken", "note", "added_at", "by")
_HEADS = {"written", "# written", "#written", "viết", "cách viết", "chữ viết", "chữ viết tắt", "viết là"}


@dataclass(frozen=True)
class Entry:
    """One word of the station. `added_at`: ISO 8601 with offset, empty where an imported file names none."""

    written: str
    spoken: str
    note: str = ""
    added_at: str = ""
    by: str = ""


@dataclass(frozen=True)
class Fault:
    """One line of an imported file that was left out."""

    line: int
    """From 1."""
    text: str
    """How it begins."""
    reason: str
    """written | spoken (nothing to say in that cell) | long."""


@dataclass(frozen=True)
class Imported:
    """What an import did; `bad` are the numbers of the lines left out, from 1."""

    added: int
    changed: int
    same: int
    removed: int
    bad: tuple[int, ...]
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    """The same lines, each with its reason; the first hundred."""


class Lexicon:
    """A TSV in the station's home. Read again when the file has changed; the one before stays beside it, for undo."""

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        self._path = path
        self._previous = path.with_suffix(".previous.tsv")
        self._clock = clock or SystemClock()
        self._seen: tuple[int, int] | None = None
        self._entries: dict[str, Entry] = {}
        self._table: dict[str, str] = {}

    def entries(self) -> tuple[Entry, ...]:
        """All words, by written form. Raises Refused: lexicon.unreadable."""
        self._reload()
        return tuple(sorted(self._entries.values(), key=lambda entry: entry.written.lower()))

    def table(self) -> Mapping[str, str]:
        """Written form → spoken form, for `normalise` and `readings`. Raises Refused: lexicon.unreadable."""
        self._reload()
        return self._table

    def learn(self, written: str, spoken: str, by: str, note: str = "") -> Entry:
        """Add or change one word. Raises Refused: lexicon.empty, lexicon.too_long, lexicon.full, disk.*."""
        entry = self._checked(written, spoken, note, by)
        self._reload()
        if entry.written not in self._entries and len(self._entries) >= _MOST_ENTRIES:
            raise Refused("lexicon.full", f"the lexicon holds {_MOST_ENTRIES} words already", limit=_MOST_ENTRIES)
        self._write({**self._entries, entry.written: entry})
        return entry

    def forget(self, written: str) -> None:
        """Take one word out. Raises Refused: lexicon.unknown, disk.*."""
        self._reload()
        name = _clean(written)
        if name not in self._entries:
            shown = one_line(written, 60)
            raise Refused("lexicon.unknown", f"not in the lexicon: {shown}", written=shown)
        self._write({key: entry for key, entry in self._entries.items() if key != name})

    def put(self, entries: Mapping[str, Entry | None]) -> None:
        """Set just these words, as they were at some time; None takes one out. Other words stay: the way back.

        Raises Refused: lexicon.unreadable, lexicon.full, disk.*.
        """
        self._reload()
        after = {**self._entries, **{name: entry for name, entry in entries.items() if entry is not None}}
        for name in (name for name, entry in entries.items() if entry is None):
            after.pop(name, None)
        if len(after) > _MOST_ENTRIES:
            raise Refused("lexicon.full", f"the lexicon holds {_MOST_ENTRIES} words at most", limit=_MOST_ENTRIES)
        if after != self._entries:
            self._write(after)

    def import_file(self, path: Path, by: str = "", *, replace: bool = False) -> Imported:
        """Words from a TSV or CSV: written, spoken, note. Merges; `replace` leaves only what the file holds.

        Raises Refused: lexicon.unreadable, lexicon.nothing, lexicon.full, disk.*. Nothing is changed then.
        """
        found, bad = self._from(path, by)
        if not found:
            raise Refused("lexicon.nothing", f"no words in {path.name}", name=path.name)
        self._reload()
        before = {} if replace else self._entries
        after = {**before, **{key: entry for key, entry in found.items() if not _same(self._entries.get(key), entry)}}
        if replace:
            after = {key: self._entries[key] if _same(self._entries.get(key), entry) else entry
                     for key, entry in found.items()}
        if len(after) > _MOST_ENTRIES:
            raise Refused("lexicon.full", f"the lexicon holds {_MOST_ENTRIES} words at most", limit=_MOST_ENTRIES)
        counts = Imported(
            added=sum(key not in self._entries for key in found),
            changed=sum(key in self._entries and not _same(self._entries[key], entry) for key, entry in found.items()),
            same=sum(_same(self._entries.get(key), entry) for key, entry in found.items()),
            removed=sum(key not in after for key in self._entries),
            bad=tuple(fault.line for fault in bad), faults=tuple(bad[:_MOST_FAULTS]))
        if counts.added or counts.changed or counts.removed:
            self._write(after)
        return counts

    def export(self, path: Path) -> int:
        """All words into a TSV, or a CSV by its ending (with a mark so that a spreadsheet reads the accents)."""
        entries = self.entries()
        separator = "," if path.suffix.lower() == ".csv" else "\t"
        text = _written(entries, separator)
        write_atomic(path, text.encode("utf-8-sig" if separator == "," else "utf-8"))
        return len(entries)

    def undo(self) -> None:
        """Back to the file before the last change. Raises Refused: lexicon.no_previous."""
        try:
            previous = self._previous.read_bytes()
        except OSError as error:
            raise Refused("lexicon.no_previous", "there is nothing to take back") from error
        current = self._path.read_bytes() if self._path.exists() else b""
        write_atomic(self._path, previous)
        write_atomic(self._previous, current)

    def _reload(self) -> None:
        try:
            state = self._path.stat()
        except FileNotFoundError:
            self._seen, self._entries, self._table = None, {}, {}
            return
        except OSError as error:
            raise _unreadable(self._path, error) from error
        if self._seen == (state.st_mtime_ns, state.st_size):
            return
        self._entries, _ = self._from(self._path, "")
        self._table = {entry.written: entry.spoken for entry in self._entries.values()}
        self._seen = (state.st_mtime_ns, state.st_size)

    def _write(self, entries: dict[str, Entry]) -> None:
        if self._path.exists():
            write_atomic(self._previous, self._path.read_bytes())
        else:
            write_atomic(self._previous, b"")
        ordered = sorted(entries.values(), key=lambda one: one.written.lower())
        write_atomic(self._path, _written(ordered).encode("utf-8"))
        self._seen = None

    def _checked(self, written: str, spoken: str, note: str, by: str) -> Entry:
        entry = Entry(_clean(written), _clean(spoken), _clean(note)[:_LONGEST_NOTE],
                      self._clock.now().isoformat(timespec="seconds"), _clean(by)[:_LONGEST_NOTE])
        if not _sayable(entry.written) or not _sayable(entry.spoken):
            raise Refused("lexicon.empty", "a word needs a written and a spoken form")
        if len(entry.written) > _LONGEST_WRITTEN or len(entry.spoken) > _LONGEST_SPOKEN:
            raise Refused(
                "lexicon.too_long", f"at most {_LONGEST_WRITTEN} letters written and {_LONGEST_SPOKEN} spoken",
                written=_LONGEST_WRITTEN, spoken=_LONGEST_SPOKEN)
        return entry

    def _from(self, path: Path, by: str) -> tuple[dict[str, Entry], list[Fault]]:
        """The words of a file, and the lines that hold none that can be used."""
        found: dict[str, Entry] = {}
        bad: list[Fault] = []
        now = self._clock.now().isoformat(timespec="seconds") if by else ""
        for line, cells in _rows(path):
            if not any(cell.strip() for cell in cells) or (cells[0].startswith("#") and "\t" not in cells[0]):
                continue
            if not found and not bad and cells[0].strip().lower() in _HEADS:
                continue
            written, spoken, note, added_at, who = (_clean(cell) for cell in (*cells, "", "", "", "", "")[:5])
            if reason := _wrong(written, spoken):
                bad.append(Fault(line, _clean("  ".join(cells))[:_LONGEST_WRITTEN], reason))
                continue
            found[written] = Entry(
                written, spoken, note[:_LONGEST_NOTE], added_at[:40] or now, (who or by)[:_LONGEST_NOTE])
        return found, bad


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The cells of a TSV, or of a CSV with commas or semicolons, with the numbers of their lines."""
    text = _text(path)
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if "\t" in first:
        return [(number, line.split("\t")) for number, line in enumerate(text.splitlines(), start=1)]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    rows: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            rows.append((reader.line_num, cells or [""]))
    except csv.Error as error:
        raise _unreadable(path, error) from error
    return rows


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
        if len(data) > _LARGEST_FILE:
            raise _unreadable(path, ValueError(f"larger than {_LARGEST_FILE // 1_000_000} MB"))
        wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
        return nfc(data.decode("utf-16" if wide else "utf-8-sig")).replace("\x00", "")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> Refused:
    return Refused("lexicon.unreadable", f"cannot read {path.name}: {error}", name=path.name, detail=str(error))


def _written(entries: tuple[Entry, ...] | list[Entry], separator: str = "\t") -> str:
    out = io.StringIO()
    if separator == "\t":
        for cells in (_HEAD, *((e.written, e.spoken, e.note, e.added_at, e.by) for e in entries)):
            out.write("\t".join(cells) + "\n")
    else:
        writer = csv.writer(out)
        writer.writerows([_HEAD, *((e.written, e.spoken, e.note, e.added_at, e.by) for e in entries)])
    return out.getvalue()


def _clean(text: str) -> str:
    return one_line(text, 10_000).strip()


def _sayable(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _wrong(written: str, spoken: str) -> str:
    if not _sayable(written) or not _sayable(spoken):
        return "spoken" if _sayable(written) else "written"
    return "long" if len(written) > _LONGEST_WRITTEN or len(spoken) > _LONGEST_SPOKEN else ""


def _same(old: Entry | None, new: Entry) -> bool:
    return old is not None and (old.spoken, old.note) == (new.spoken, new.note or old.note)
