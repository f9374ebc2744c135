"""Checks what a radio station says it aired: its journal, its seals, its packages. Plain Python 3.11, this one file.

    python verifier.py [--vi] [--json] [--key KEY] PATH …

PATH: a station's folder (asrun/ and seals/ in it), journal files, seals, packages (.dxgoi); or several copies of them,
which are held against each other. KEY: the key or the fingerprint you know the station by. Nothing is written.
Exit 0: all of it holds; 1: something does not; 2: nothing to look at.

1. Journal: one JSON object a line. `hash` is the sha256 of the line's other fields, `prev` the hash of the line before,
   `seq` counts the lines: whoever changes, adds or removes one breaks the link to the next (`walk`).
2. A seal says of one day, signed with the station's key (Ed25519): these lines, these bytes, after that seal. Whoever
   writes a journal anew, with fresh hashes, no longer fits under its seals (`thread`, `fit`).
3. A package is a ZIP; its signed manifest names size and sha256 of everything inside (`open_package`).

What no check can see: whether the key is the station's (compare the fingerprint by telephone), what was done with the
key by whoever had the station's machine, and what was cut off behind the last seal (compare the newest paper).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import zipfile
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import IO, Any, NamedTuple

GENESIS = "0" * 64  # stands where there is nothing before
LONGEST_LINE, LARGEST_SEAL, LARGEST_MANIFEST = 4 << 20, 1 << 16, 8 << 20
MOST_ENTRIES, LARGEST_WHOLE, MOST_TOLD = 20_000, 8 << 30, 1000
NOTES = {"unsealed", "restored"}  # worth knowing, but no fault; with --key also "key_changed": somebody asked
WORDS = {  # what is wrong, in English and Vietnamese
    "altered": ("the line was changed after it was written", "dòng này đã bị sửa sau khi ghi"),
    "unreadable": ("the line cannot be read", "không đọc được dòng này"),
    "broken_link": ("the line does not continue from the one before", "dòng này không nối tiếp dòng trước"),
    "out_of_order": ("the line's number does not follow the one before", "số thứ tự của dòng không nối tiếp"),
    "torn": ("the line is cut off, as by a power failure", "dòng bị cắt ngang, như khi mất điện"),
    "no_file": ("cannot be read: {}", "không đọc được: {}"),
    "missing": ("lines filed before are gone", "mất những dòng đã được lưu trước đây"),
    "rewritten": ("another line than was filed before", "khác với dòng đã được lưu trước đây"),
    "filed_altered": ("the database says otherwise of this line: it was changed there",
                      "cơ sở dữ liệu ghi khác dòng này: bản lưu ở đó đã bị sửa"),
    "airing_altered": ("the airings of {} are not what plan and journal give: changed in the database",
                       "nhật ký phát thanh ngày {} khác với lịch và nhật ký gốc: đã bị sửa trong cơ sở dữ liệu"),
    "sent_missing": ("lines up to {} were sent in a package and are gone",
                     "các dòng đến số {} đã gửi đi trong gói nay không còn"),
    "seal_removed": ("the seal filed before is gone or another one", "niêm phong đã lưu nay không còn hoặc bị thay"),
    "seal_unreadable": ("this is no seal", "tệp này không phải niêm phong"),
    "seal_altered": ("the seal was changed after it was signed", "niêm phong đã bị sửa sau khi ký"),
    "seal_misnamed": ("this is the seal of another day: {}", "đây là niêm phong của ngày khác: {}"),
    "seal_missing": ("the seal before this one is missing", "thiếu niêm phong đứng trước niêm phong này"),
    "seal_gap": ("this seal does not begin where the one before ended", "niêm phong không nối tiếp niêm phong trước"),
    "seal_key": ("signed with another key ({}) without a word", "ký bằng khóa khác ({}) mà không nêu lý do"),
    "seal_station": ("the seal of another station: {}", "niêm phong của đài khác: {}"),
    "seal_silent": ("damaged when it was sealed, and the seal does not say so", "đã hỏng từ trước mà niêm phong giấu"),
    "sealed_changed": ("lines {} were changed after they were sealed", "các dòng {} bị thay đổi sau khi niêm phong"),
    "sealed_missing": ("lines {} were sealed and are gone", "các dòng {} đã niêm phong nay không còn"),
    "fork": ("two histories from line {} on: restored from an old copy, or written anew",
             "hai lịch sử khác nhau từ dòng {}: đài được khôi phục từ bản sao cũ, hoặc nhật ký bị viết lại"),
    "restored": ("brought back from a backup of {}: what was aired from then until here is not in this log",
                 "khôi phục từ bản sao lưu lúc {}: những gì đã phát từ lúc đó đến dòng này không có trong nhật ký"),
    "key_none": ("no good seal or signature is here: nothing says whose it is",
                 "không có niêm phong hay chữ ký nào đúng: không biết là của đài nào"),
    "key_unknown": ("signed with the key {}, not the one you named", "ký bằng khóa {}, không phải khóa đã nêu"),
    "key_changed": ("from here on a new key ({}): ask the station why", "từ đây dùng khóa mới ({}): hãy hỏi đài lý do"),
    "unsealed": ("{} lines at the end are not sealed yet", "{} dòng cuối chưa được niêm phong"),
    "package_unreadable": ("no package, or a damaged one: {}", "không phải gói dữ liệu, hoặc gói đã hỏng: {}"),
    "package_signature": ("the signature of the package does not hold", "chữ ký của gói không đúng"),
    "package_entry": ("not what was signed: {}", "khác với nội dung đã ký: {}"),
    "package_journal": ("its journal is not the one it names: {}", "nhật ký trong gói không khớp: {}"),
}


@dataclass(frozen=True)
class Fault:
    """One place where something does not hold together."""

    file: str
    line: int  # 1-based; 0: the file as a whole
    problem: str  # a key of WORDS
    detail: str = ""

    def words(self, vi: bool = False) -> str:
        """What it means, in a sentence."""
        return WORDS.get(self.problem, (self.problem,) * 2)[vi].format(self.detail)


# --- 1. The journal ---------------------------------------------------------------------------------------------------

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(data: Any) -> bytes:
    """One byte form for equal data: keys in order, no blanks, UTF-8."""
    return _encode(data).encode("utf-8")


def link(entry: dict[str, Any], prev: str) -> dict[str, Any]:
    """`entry` with its `prev` and `hash`: how a line is made."""
    body = {**entry, "prev": prev}
    return {**body, "hash": hashlib.sha256(canonical(body)).hexdigest()}


def intact(line: dict[str, Any]) -> bool:
    """Whether the line's own hash is right."""
    body = {key: value for key, value in line.items() if key != "hash"}
    return bool(line.get("hash") == hashlib.sha256(canonical(body)).hexdigest())


class Checked(NamedTuple):
    """One line as it stands in a file, with what the check says of it."""

    file: str
    number: int  # 1-based
    line: dict[str, Any] | None  # None: no JSON object at all
    problem: str  # empty, or as in Fault
    raw: bytes
    seq: int  # its place in the journal: the number it bears, or if it is damaged the one it should
    head: str  # the hash the next line must name


def walk(files: Iterable[Path | zipfile.Path], start: str | None = None) -> Iterator[Checked]:
    """Every line of whole journal files in order of day, checked against the one before.

    `start` is the hash the first line must continue from; None accepts whatever it names, for an extract.
    """
    prev, number_before, place = start, None, 0
    for file in files:
        with file.open("rb") as stream:
            for number, raw in enumerate(_lines(stream), start=1):
                problem, line = _check(raw, prev, number_before)
                said = line.get("seq") if line else None
                seq = said if isinstance(said, int) else None
                place = seq if seq is not None and problem not in {"altered", "torn"} else place + 1
                if line is not None:
                    prev, number_before = str(line.get("hash")), seq
                elif number_before is not None:
                    number_before += 1  # whoever writes on behind an unreadable line counts it and links past it
                yield Checked(file.name, number, line, problem, raw, place, prev or GENESIS)


def verify(files: Iterable[Path | zipfile.Path], start: str | None = None) -> Iterator[Fault]:
    """Every fault in the given journal files; see `walk`."""
    return (Fault(found.file, found.number, found.problem) for found in walk(files, start) if found.problem)


def _check(raw: bytes, prev: str | None, seq: int | None) -> tuple[str, dict[str, Any] | None]:
    try:
        line = json.loads(raw)
        whole = isinstance(line, dict) and intact(line) and raw == canonical(line) + b"\n"
    except (ValueError, RecursionError):  # also NaN and lone surrogates, which have no canonical form
        line, whole = None, False
    if not raw.endswith(b"\n"):
        return "torn", line if isinstance(line, dict) else None
    if not isinstance(line, dict):
        return "unreadable", None
    if not whole:
        return "altered", line
    if prev is not None and line.get("prev") != prev:
        return "broken_link", line
    if seq is not None and line.get("seq") != seq + 1:
        return "out_of_order", line
    return "", line


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines with their ends. In place of one that is too long stands its sha256: no file takes much memory."""
    while raw := stream.readline(LONGEST_LINE):
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            digest, end = hashlib.sha256(raw), raw
            while not end.endswith(b"\n") and (end := stream.readline(LONGEST_LINE)):
                digest.update(end)
            raw = b"too long: " + digest.hexdigest().encode() + end[-1:]
        yield raw


# --- 2. The seals -----------------------------------------------------------------------------------------------------

Holds = Callable[[bytes, str, str], bool]  # (data, signature, public key) -> whether it was signed so


@dataclass(frozen=True)
class Seal:
    """seals/YYYY-MM-DD.json: canonical JSON of all but `file` and `sha256`, with `signature` over them, and LF."""

    station: str
    day: str
    made_at: str
    first_seq: int
    last_seq: int
    prev_head: str  # hash of the line before the first
    head: str  # hash of the last line
    lines_sha256: str  # of the lines as they stood, damaged or not, each with the name of its file: see named()
    previous: str  # sha256 of the seal before; GENESIS: this is the first
    key: str
    key_before: str  # where the seal before bears another key: that one
    faults: tuple[str, ...]  # damage known when it was made, the first places: "2026-11-21.jsonl:17 altered"
    fault_count: int
    format: str = "dai-xa.seal"
    version: int = 1
    file: str = ""
    sha256: str = ""  # of the file: what the next seal names, what the paper shows


def seal_body(seal: Seal) -> dict[str, Any]:
    """What is signed, as canonical JSON."""
    return {name: value for name, value in vars(seal).items() if name not in {"file", "sha256"}}


def read_seal(name: str, raw: bytes, holds: Holds) -> tuple[Seal | None, str]:
    """The seal in a file, None if it is good for nothing; and what is wrong with it by itself."""
    try:
        body = json.loads(raw)
        signature = body.pop("signature")
        seal = Seal(**{**body, "faults": tuple(body["faults"])}, file=name, sha256=hashlib.sha256(raw).hexdigest())
        kinds = {key: kind.partition("[")[0] for key, kind in Seal.__annotations__.items()}
        if kinds != {key: type(value).__name__ for key, value in vars(seal).items()} \
                or (seal.format, seal.version) != (Seal.format, Seal.version) or seal.first_seq > seal.last_seq:
            return None, "seal_unreadable"
        one_form = raw == canonical({**seal_body(seal), "signature": signature}) + b"\n"
        if not one_form or not holds(canonical(seal_body(seal)), signature, seal.key):
            return None, "seal_altered"
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None, "seal_unreadable"
    return seal, "" if name == f"{seal.day}.json" else "seal_misnamed"


def thread(seals: Iterable[Seal]) -> list[Seal]:
    """Seals in the order in which they name each other; where that breaks off, by the lines they cover."""
    rest = sorted(seals, key=lambda seal: (seal.first_seq, seal.last_seq, seal.made_at))
    known, after = {seal.sha256 for seal in rest}, {seal.previous: seal for seal in reversed(rest)}
    ordered: dict[str, Seal] = {}
    for seal in [each for each in rest if each.previous not in known] + rest:
        following: Seal | None = seal
        while following is not None and following.sha256 not in ordered:
            ordered[following.sha256] = following
            following = after.get(following.sha256)
    return list(ordered.values())


def thread_faults(ordered: list[Seal], whole: bool) -> Iterator[Fault]:
    """One seal against the one before. `whole`: they begin with the station's first."""
    if whole and ordered and (ordered[0].previous, ordered[0].first_seq) != (GENESIS, 1):
        yield Fault(ordered[0].file, 0, "seal_missing")
    for before, seal in pairwise(ordered):
        if seal.first_seq <= before.last_seq:
            yield Fault(seal.file, 0, "fork", str(seal.first_seq))
        elif seal.previous != before.sha256:
            yield Fault(seal.file, 0, "seal_missing")
        elif (seal.first_seq, seal.prev_head) != (before.last_seq + 1, before.head):
            yield Fault(seal.file, 0, "seal_gap")
        if seal.key != before.key:
            yield Fault(seal.file, 0, "key_changed" if seal.key_before == before.key else "seal_key",
                        fingerprint(seal.key))
        if seal.station != before.station:
            yield Fault(seal.file, 0, "seal_station", seal.station)


def named(found: Checked) -> bytes:
    """A line as a seal counts it, so that none moves from day to day."""
    return found.file.encode() + b" " + found.raw


@dataclass
class _Under:
    """The lines under one seal, as they go by."""

    seal: Seal
    begun: bool  # with its first line; False: the extract begins later
    digest: Any = field(default_factory=hashlib.sha256)
    faults: int = 0

    def judged(self, head: str) -> str:
        """What is wrong; `head` is the hash of the last line."""
        same = head == self.seal.head and (not self.begun or self.digest.hexdigest() == self.seal.lines_sha256)
        if not same:
            return "sealed_changed" if self.faults else "fork"
        return "seal_silent" if self.faults > self.seal.fault_count else ""


def fit(lines: Iterable[Checked], seals: Iterable[Seal], whole: bool) -> Iterator[Fault]:
    """The faults of the lines, and of the seals they are not under. `whole`: the journal from its very first line."""
    waiting = sorted(seals, key=lambda seal: seal.first_seq, reverse=True)
    under: list[_Under] = []
    first = 0
    for found in lines:
        first = first or found.seq
        while not whole and waiting and waiting[-1].last_seq < first:
            waiting.pop()  # over lines before this extract: for whoever has those
        if found.problem:
            yield Fault(found.file, found.number, found.problem)
        while waiting and waiting[-1].first_seq <= found.seq:
            seal = waiting.pop()
            if len(under) < 8:  # two are a fork already, and have been named
                under.append(_Under(seal, whole or seal.first_seq == found.seq))
        for each in [*under]:
            if found.seq <= each.seal.last_seq:
                each.digest.update(named(found))
                each.faults += bool(found.problem)
            if found.seq >= each.seal.last_seq:
                under.remove(each)
                if problem := each.judged(found.head):
                    yield Fault(each.seal.file, 0, problem, _range(each.seal))
    for seal in [each.seal for each in under] + waiting[::-1] if whole else []:
        yield Fault(seal.file, 0, "sealed_missing", _range(seal))


def _range(seal: Seal) -> str:
    return f"{seal.first_seq}–{seal.last_seq}"


# --- Ed25519: RFC 8032, 5.1.7 ----------------------------------------------------------------------------------------

_P, _L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_Point = tuple[int, int, int, int]  # X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z


def signature_holds(data: bytes, signature: str, public: str) -> bool:
    """Whether `signature` (hex) over `data` was made with the key whose public half is `public` (hex)."""
    try:
        key, mark = bytes.fromhex(public), bytes.fromhex(signature)
    except (ValueError, TypeError):
        return False
    point, s = _point(key), int.from_bytes(mark[32:], "little")
    if point is None or len(mark) != 64 or s >= _L or (key.hex(), mark.hex()) != (public, signature):
        return False  # in one form only: or a seal could be changed a little and still hold
    k = int.from_bytes(hashlib.sha512(mark[:32] + key + data).digest(), "little") % _L
    x, y, z, _ = _sum(s, _BASE, k, (_P - point[0], point[1], 1, _P - point[3]))
    x, y = x * pow(z, -1, _P) % _P, y * pow(z, -1, _P) % _P
    return (y | (x & 1) << 255).to_bytes(32, "little") == mark[:32]


def fingerprint(public: str) -> str:
    """Twenty digits of a key to compare by eye and telephone: "4821 0937 5520 1184 6603"."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(public)).digest()[:16], "big") % 10**20
    return " ".join(re.findall("....", f"{number:020d}"))


def _point(packed: bytes) -> _Point | None:
    """The point of the curve that 32 bytes name; None: there is none."""
    odd, y = divmod(int.from_bytes(packed, "little"), 1 << 255)
    if len(packed) != 32 or y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * pow(2, (_P - 1) // 4, _P) % _P
    if (x * x - square) % _P or (odd and not x):
        return None
    x = x if x & 1 == odd else _P - x
    return x, y, 1, x * y % _P


def _add(p: _Point, q: _Point) -> _Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _sum(a: int, p: _Point, b: int, q: _Point) -> _Point:
    """a times p plus b times q, bit by bit."""
    total: _Point = (0, 1, 1, 0)
    steps = (total, p, q, _add(p, q))
    for bit in range(252, -1, -1):
        total = _add(total, total)
        total = _add(total, steps[(a >> bit & 1) + 2 * (b >> bit & 1)])
    return total


_BASE = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little")) or (0, 1, 1, 0)

# --- 3. Packages, folders, loose files --------------------------------------------------------------------------------

_DAMAGED = (OSError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, EOFError, zlib.error,
            zipfile.BadZipFile)


@dataclass
class Source:
    """Files that belong together, and what a look at them gave."""

    name: str
    journal: list[Any] = field(default_factory=list)
    seals: list[Any] = field(default_factory=list)
    start: str | None = None  # what the first line must name; None: an extract
    whole: bool = False  # all of a station, from its first line
    manifest: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    station: str = ""
    key: str = ""
    sealed: tuple[int, int] = (0, 0)  # seals that are good by themselves, and the last line under one
    lines: int = 0
    times: tuple[str, str] = ("", "")
    first: int = 0
    head: tuple[int, str] = (0, "")  # number and hash of the last line
    inside: str = ""  # of a package: the station's folder it lies in
    marks: array[int] = field(default_factory=lambda: array("Q"))  # 8 bytes of each hash, to hold other copies against

    def fail(self, problem: str, detail: object = "") -> None:
        self.faults.append(Fault(Path(self.name).name, 0, problem, str(detail)[:80]))

    def seen(self, lines: Iterable[Checked]) -> Iterator[Checked]:
        """The lines as they come, counted."""
        for found in lines:
            self.first = self.first or found.seq
            time = str((found.line or {}).get("at", ""))[:19]
            self.lines, self.head, self.times = self.lines + 1, (found.seq, found.head), (self.times[0] or time, time)
            said = (found.line or {}).get("data")
            if not found.problem and isinstance(said, dict) and said.get("action") == "restored":
                self.faults.append(Fault(found.file, found.number, "restored", str(said.get("made_at"))[:16]))
            if found.seq == self.first + len(self.marks):
                self.marks.append(0 if found.problem else int(found.head[:16], 16))
            yield found


def gather(paths: Iterable[Path], holds: Holds) -> Iterator[Source]:
    """Folders and packages one by one, loose journal files and seals together."""
    loose = Source("")
    for path in paths:
        if path.is_dir():
            journal = path / "asrun" if (path / "asrun").is_dir() else path
            seals = sorted((path / "seals").glob("????-??-??.json"))
            yield Source(str(path), sorted(journal.glob("????-??-??.jsonl")), seals, GENESIS, whole=True)
            for each in sorted([*path.glob("*.dxgoi"), *path.glob("outbox/*.dxgoi")]):
                found = open_package(each, holds)
                found.inside = str(path)
                yield found
        elif path.suffix == ".dxgoi":
            yield open_package(path, holds)
        else:
            (loose.seals if path.suffix == ".json" else loose.journal).append(path)
            loose.name = loose.name or str(path)
    loose.journal.sort(key=lambda path: path.name)
    yield loose


def open_package(path: Path, holds: Holds) -> Source:
    """What a package holds, if its signature does."""
    found = Source(str(path))
    try:
        archive = _archive(path)
        raw = _small(zipfile.Path(archive, "manifest.json"), LARGEST_MANIFEST)
        if not holds(raw, _small(zipfile.Path(archive, "manifest.sig"), 128).decode(), json.loads(raw)["key"]):
            found.fail("package_signature")
            return found
        found.manifest = json.loads(raw)
        found.station, found.key = str(found.manifest["sender"]["id"]), found.manifest["key"]
        named = {entry["name"]: (entry["size"], entry["sha256"]) for entry in found.manifest["entries"]}
        inside = {entry.filename: entry.file_size for entry in archive.infolist()}
        for odd in inside.keys() ^ {*named, "manifest.json", "manifest.sig"}:
            found.fail("package_entry", odd)
        for name in named.keys() & inside.keys():
            digest = hashlib.sha256()
            with archive.open(name) as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
            if named[name] != (inside[name], digest.hexdigest()):
                found.fail("package_entry", name)
            for folder, files in (("journal", found.journal), ("seals", found.seals)):
                if re.fullmatch(folder + r"/\d{4}-\d\d-\d\d\.jsonl?", name):
                    files.append(zipfile.Path(archive, name))
        found.journal.sort(key=lambda file: file.name)
        found.start = str(found.manifest["prev_head"])
    except _DAMAGED as error:
        found.fail("package_unreadable", error)
    return found


def _archive(path: Path) -> zipfile.ZipFile:
    """A ZIP that makes nobody unpack a mountain. Raises _DAMAGED."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 42))
        tail = file.read().rjust(42)
    count, size = int.from_bytes(tail[-12:-10], "little"), int.from_bytes(tail[-10:-6], "little")
    if tail[-22:-18] != b"PK\5\6" or tail[:4] == b"PK\6\7" or count > MOST_ENTRIES or size > LARGEST_MANIFEST:
        raise ValueError("its end is not that of a package")
    archive = zipfile.ZipFile(path)
    entries, methods = archive.infolist(), {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE or \
            len({entry.filename for entry in entries if entry.compress_type in methods}) != len(entries):
        raise ValueError("not packed as a package is")
    return archive


def _small(file: Any, most: int) -> bytes:
    with file.open("rb") as stream:
        raw: bytes = stream.read(most + 1)
    if len(raw) > most:
        raise ValueError("larger than it can be")
    return raw


def check(source: Source, holds: Holds = signature_holds) -> Source:
    """Everything that can be said of one source, into its `faults`."""
    try:
        seals = []
        for file in source.seals:
            seal, problem = read_seal(file.name, _small(file, LARGEST_SEAL), holds)
            seals += [seal] if seal else []
            source.faults += [Fault(file.name, 0, problem, seal.day if seal else "")] if problem else []
        seals = thread(seals)
        found = fit(source.seen(walk(source.journal, source.start)), seals, source.whole)
        source.faults += islice(chain(thread_faults(seals, source.whole), found), MOST_TOLD)
        if seals:
            source.station, source.key = source.station or seals[-1].station, source.key or seals[-1].key
            source.sealed = len(seals), max(seal.last_seq for seal in seals)
        if source.manifest:
            named = tuple(source.manifest.get(name) for name in ("first_seq", "last_seq", "head"))
            inside = (source.first, *source.head) if source.journal else (0, 0, source.start)
            if inside != named:
                source.fail("package_journal", f"{inside[0]}–{inside[1]} ≠ {named[0]}–{named[1]}")
            for seal in seals[-1:]:
                if seal.station not in {"", source.station} or seal.key != source.key:
                    source.fail("seal_station", seal.station)
        if (seals or source.whole) and source.head[0] > source.sealed[1]:
            source.fail("unsealed", source.head[0] - source.sealed[1])
    except _DAMAGED as error:
        source.fail("no_file", error)
    source.journal, source.seals = [], []  # and with them the open package: there may be thousands
    return source


def hold_together(sources: Iterable[Source]) -> None:
    """Several copies and packages of one station must tell one story."""
    known: dict[str, list[Source]] = {}
    for source in sources:
        others = known.setdefault(source.station or source.key, [])
        for other in others if source.station or source.key else []:
            if source.inside == other.name and other.whole and other.head[0] < source.head[0]:
                other.fail("sent_missing", source.head[0])
            begin = max(source.first, other.first)
            pairs = zip(source.marks[begin - source.first:], other.marks[begin - other.first:], strict=False)
            place = next((number for number, (one, two) in enumerate(pairs, start=begin) if one != two), 0)
            if place:
                source.fail("fork", place)
                break
        others.append(source)


def main(argv: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Checks a station's journal, seals and packages.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--vi", action="store_true", help="nói tiếng Việt")
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.add_argument("--key", default="", help="key or fingerprint the station is known by")
    args = parser.parse_args(argv)
    sources = [check(source) for source in gather(args.paths, signature_holds)]
    sources = [source for source in sources if source.lines or source.faults or source.sealed[0]]
    notes = NOTES | {"key_changed"} if args.key else NOTES
    hold_together(sources)
    wanted = re.sub(r"\s", "", args.key)
    for source in sources:
        if wanted and wanted not in {source.key, fingerprint(source.key).replace(" ", "")}:
            source.fail(*("key_unknown", fingerprint(source.key)) if source.key else ("key_none",))
    if args.json:
        faults = [{**vars(fault), "source": source.name, "note": fault.problem in notes, "words": fault.words(args.vi)}
                  for source in sources for fault in source.faults]
        print(json.dumps({"faults": faults, "lines": sum(source.lines for source in sources),
                          "keys": sorted({source.key for source in sources} - {""})}, ensure_ascii=False, indent=1))
    for source in [] if args.json else sources:
        print(told(source, notes, args.vi))
    if not sources:
        print("không có gì để kiểm tra" if args.vi else "nothing to look at", file=sys.stderr)
        return 2
    return int(any(fault.problem not in notes for source in sources for fault in source.faults))


def told(source: Source, notes: set[str], vi: bool) -> str:
    """The verdict on one source, for a person."""
    bad = sum(fault.problem not in notes for fault in source.faults)
    names = ("niêm phong", "khóa", "dòng") if vi else ("seals", "key", "lines")
    key = f"{names[1]} {fingerprint(source.key)}" if source.key else ""
    whose = ", ".join(filter(None, [source.station, f"{source.sealed[0]} {names[0]}", key]))
    faults = [f"{f'{fault.file}:{fault.line}' if fault.line else fault.file} {fault.problem}: {fault.words(vi)}"
              for fault in source.faults]
    good = ("tất cả khớp", "CÓ {} CHỖ KHÔNG KHỚP") if vi else ("all of it holds together", "{} PLACES DO NOT HOLD")
    head = f"{source.name}: {source.lines} {names[2]} {source.times[0]} … {source.times[1]}"
    lines = filter(None, [head, whose, *faults, good[bool(bad)].format(bad)])
    return "\n  ".join("".join(letter if letter.isprintable() else "?" for letter in line) for line in lines)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
