"""Report profiles: to whom, on what basis, which parts and columns; files a person reads, edits and shares."""

from __future__ import annotations

import difflib
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped, write_atomic
from broadcaster.reports.model import AXES
from broadcaster.reports.own_files import ALWAYS, TextFile, parsed, read_text
from broadcaster.reports.periods import Period

SECTIONS = ("situation", "results", "former", "difficulties", "proposals")
COLUMNS = ("number", "title", "directive", "news", "features", "airings", "minutes", "span", "zones", "note")
ABOUT = ("period", "directive", "campaign")
TABLES = ("auto", "content", "letter", "none")
APPENDICES = ("log", "days", "none")
COMPARED = ("none", "before", "year")
SIGNING = ("TM", "KT", "Q", "TL", "TUQ", "chuc_vu")
LETTER_DEFAULT, PERIOD_DEFAULT = "tra-loi-van-ban", "cap-tren"
FACTS = ALWAYS | {"letter", "campaign", "addressee"}

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_CHOICES = {"about": ABOUT, "sections": SECTIONS, "columns": COLUMNS,
            "breakdowns": (*AXES, "verification", "reason")}
_ONE_OF = {"table": TABLES, "compare": COMPARED, "appendix": APPENDICES, "signing": SIGNING}
_NUMBERS = {"month_from": (0, 28), "due_day": (0, 31)}


@dataclass(frozen=True)
class ReportProfile:
    """One addressee's habits."""

    id: str
    name: str
    about: tuple[str, ...] = ABOUT
    """What it is for: the first that fits is offered first."""
    to: tuple[str, ...] = ()
    """Kính gửi, a body each; none: the unit above."""
    subject: str = ""
    """Below BÁO CÁO; empty: as report.toml says."""
    basis: tuple[str, ...] = ()
    """What it rests on, italic lines before the sentence of report.toml."""
    opening: str = ""
    """Instead of that sentence."""
    above: str = ""
    """The line over the issuer in the letterhead."""
    issuer: str = ""
    """Empty: station.issuer."""
    symbol: str = "BC-UBND"
    reporter: str = "Ủy ban nhân dân {commune}"
    """Who reports, in the sentences."""
    sections: tuple[str, ...] = SECTIONS
    columns: tuple[str, ...] = COLUMNS
    breakdowns: tuple[str, ...] = ("kind", "origin", "language", "category", "zone")
    table: str = "auto"
    """content: a row each; letter: a row for each letter; auto: by letter when there are very many."""
    appendix: str = "log"
    landscape: bool = False
    charts: bool = False
    """A page of charts at the end of the PDF."""
    month_from: int = 0
    """The day this addressee's months begin on; 0: as station.toml says."""
    compare: str = "none"
    """Beside what the figures are put: the period "before", or the same one a "year" earlier."""
    due_day: int = 0
    """The day of the month by which they want it; 0: not said."""
    proposals: tuple[str, ...] = ()
    """What is proposed every time; none: "Không."."""
    recipients: tuple[str, ...] = ()
    """Nơi nhận; none: as report.toml says."""
    signing: str = "TM"
    """TM, KT, Q, TL, TUQ (Nghị định 30/2020), or chuc_vu: the post alone."""
    body: str = ""
    """The collective signed for; empty: as report.toml says."""
    post: str = ""
    """Of the signer under TL, TUQ and chuc_vu."""
    signer: str = ""
    """Name below the signature; empty: written in by hand."""

    def due(self, period: Period) -> date | None:
        """By when this addressee wants the report on a period; None: not said."""
        if not self.due_day:
            return None
        year, month = period.last.year, period.last.month
        if self.due_day <= period.last.day:
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        return date(year, month, min(self.due_day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class KnownProfile:
    """A profile that can be chosen, and where it comes from."""

    profile: ReportProfile
    own: bool
    shipped: bool
    fault: Refused | None = None
    """Why the file cannot be used; the profile is then a name alone."""


def own_folder(home: Path) -> Path:
    return home / "reports"


def known_profiles(home: Path) -> list[KnownProfile]:
    """The station's own before the shipped one of the same id; by id. A damaged file hides no other."""
    own = {path.stem: path for path in sorted(own_folder(home).glob("*.toml"))}
    brought = {path.stem: path for path in sorted(shipped("resources", "reports").glob("*.toml"))}
    return [_known(path, name in own, name in brought) for name, path in sorted((brought | own).items())]


def load_profile(home: Path, name: str) -> ReportProfile:
    """Raises Refused("report.profile") for a name nobody knows, report.file_* for what is wrong in it."""
    paths = {path.stem: path for folder in (shipped("resources", "reports"), own_folder(home))
             for path in sorted(folder.glob("*.toml"))}
    if name not in paths:
        near = difflib.get_close_matches(name, paths, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Refused("report.profile", f"no report profile {name!r}{hint}", name=name, nearest=near[0] if near else "")
    return profile_from(read_text(paths[name]), name)


def save_profile(home: Path, text: str, name: str = "") -> ReportProfile:
    """Store an own file after checking it, under its id; `name` for what is said of it. Raises as load_profile."""
    profile = profile_from(parsed(text, name or "profile.toml"))
    write_atomic(own_folder(home) / f"{profile.id}.toml", text.encode("utf-8"))
    return profile


def remove_profile(home: Path, name: str) -> None:
    """Take an own file away; the shipped one of the same id, if there is one, holds again."""
    path = own_folder(home) / f"{name}.toml"
    if not _ID.fullmatch(name) or not path.is_file():
        raise Refused("report.profile", f"there is no own report profile {name!r}", name=name, nearest="")
    path.unlink()


def profile_text(home: Path, name: str) -> str:
    """The file as it stands, comments and all: to be shared, or to begin an own one. Raises as load_profile."""
    profile = load_profile(home, name)
    for folder in (own_folder(home), shipped("resources", "reports")):
        if (path := folder / f"{profile.id}.toml").is_file():
            return path.read_text(encoding="utf-8-sig")
    raise Refused("report.profile", f"no report profile {name!r}", name=name, nearest="")


def profile_from(file: TextFile, name: str = "") -> ReportProfile:
    """A checked profile; `name`: what its id must be."""
    table, known = file.table, {item.name: item.type for item in fields(ReportProfile)}
    for key in table:
        if key not in known:
            raise file.unknown(key, known)
    for key in ("id", "name"):
        if not isinstance(table.get(key), str) or not str(table[key]).strip():
            raise file.wrong(key, table.get(key, ""), "a text")
    if not _ID.fullmatch(table["id"]) or (name and table["id"] != name):
        raise file.wrong("id", table["id"], "the file's name, of small letters, digits and hyphens")
    return ReportProfile(**{key: _value(file, key, value, table) for key, value in table.items()})


def _value(file: TextFile, key: str, value: Any, table: Mapping[str, Any]) -> Any:
    default = getattr(ReportProfile("", ""), key)
    if isinstance(default, tuple):
        texts = [value] if isinstance(value, str) and key in ("to", "basis", "proposals") else value
        if not isinstance(texts, list) or not all(isinstance(each, str) and each.strip() for each in texts):
            raise file.wrong(key, value, "a list of texts")
        for each in texts:
            if key in _CHOICES and each not in _CHOICES[key]:
                raise file.wrong(key, each, f"one of {', '.join(_CHOICES[key])}")
            if key not in _CHOICES:
                file.check_facts(key, each, FACTS)
        if key == "columns" and not texts:
            raise file.wrong(key, value, "at least one column")
        if len(set(texts)) != len(texts):
            raise file.wrong(key, value, "a list in which nothing stands twice")
        return tuple(texts)
    if type(value) is not type(default):
        raise file.wrong(key, value, {"int": "a whole number", "bool": "true or false"}.get(
            type(default).__name__, "a text"))
    if key in _NUMBERS and not _NUMBERS[key][0] <= value <= _NUMBERS[key][1]:
        raise file.wrong(key, value, f"a number from {_NUMBERS[key][0]} to {_NUMBERS[key][1]}")
    if key in _ONE_OF and value not in _ONE_OF[key]:
        raise file.wrong(key, value, f"one of {', '.join(_ONE_OF[key])}")
    if isinstance(value, str) and key not in ("id", "name"):
        file.check_facts(key, value, FACTS)
    return value


def _known(path: Path, own: bool, brought: bool) -> KnownProfile:
    try:
        return KnownProfile(profile_from(read_text(path), path.stem), own, brought)
    except Refused as fault:
        return KnownProfile(ReportProfile(path.stem, path.stem), own, brought, fault)
