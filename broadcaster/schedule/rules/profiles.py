"""Rule profiles: files of schedules/profiles/ that a person reads, edits in the window and shares."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped, write_atomic
from broadcaster.schedule.model import Loudness, ProposedSession, RuleProfile
from broadcaster.schedule.sessions.toml_text import clock_text, commented, toml_value
from broadcaster.schedule.sessions.toml_words import (
    LONGEST_MINUTES,
    clock_of,
    decimal,
    identity,
    refuse_missing,
    refuse_unknown,
    table_of,
    tables_of,
    text,
    weekdays_of,
    whole,
    wrong_value,
)

QUIETEST_DB = -30.0
_NUMBERS = {"session_minutes": (1, LONGEST_MINUTES), "sessions_a_day": (1, 24), "default_times": (1, 24),
            "priority_times": (1, 24), "thin_percent": (0, 100)}
_WORDS = ("id", "name", "session_minutes", "sessions_a_day", "weekdays", "quiet_from", "quiet_to", "default_times",
          "priority_times", "thin_percent")
_SAID = {
    "session_minutes": "mỗi buổi dài nhất bao nhiêu phút, kể cả tiếp sóng",
    "sessions_a_day": "nhiều nhất mấy buổi một ngày",
    "weekdays": "được phát những ngày nào: 1 = thứ Hai … 7 = Chủ nhật",
    "quiet_from": "giờ yên lặng đề nghị cho đài mới; station.toml mới là nơi quyết định",
    "quiet_to": "đến giờ này",
    "default_times": "số lần phát mỗi ngày khi công văn không nêu",
    "priority_times": "cũng vậy, với tin ưu tiên",
    "thin_percent": "buổi phát kín chưa tới chừng này phần trăm thì nhắc",
}


@dataclass(frozen=True)
class KnownProfile:
    """A profile this station can choose, and where it comes from."""

    profile: RuleProfile
    own: bool
    """The station has a file of its own."""
    shipped: bool
    """The program brings one of this id: there is a way back to it."""
    fault: Refused | None = None
    """Why the file cannot be read; the profile is then a name alone."""

    @property
    def id(self) -> str:
        return self.profile.id


def own_folder(home: StationHome) -> Path:
    return home.root / "schedules" / "profiles"


def known_profiles(home: StationHome) -> list[KnownProfile]:
    """All that can be chosen, the station's own file before the shipped one of the same id; by id."""
    own = {path.stem: path for path in sorted(own_folder(home).glob("*.toml"))}
    brought = {path.stem: path for path in sorted(shipped("schedules", "profiles").glob("*.toml"))}
    paths = brought | own
    return [_known(paths[name], name in own, name in brought) for name in sorted(paths)]


def _known(path: Path, own: bool, brought: bool) -> KnownProfile:
    """One damaged file does not hide the others."""
    try:
        return KnownProfile(read_profile(path), own, brought)
    except Refused as fault:
        return KnownProfile(RuleProfile(path.stem, path.stem), own, brought, fault)


def load_profile(home: StationHome, name: str) -> RuleProfile:
    """The rule profile `name`: the station's own file first, then the shipped one."""
    folders = (own_folder(home), shipped("schedules", "profiles"))
    found = {path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.toml"))}
    if name not in found:
        near = difflib.get_close_matches(name, found, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Refused("schedule.profile", f"no rule profile {name!r}{hint}", name=name, nearest=near[0] if near else "")
    return read_profile(found[name])


def shipped_profile(name: str) -> RuleProfile | None:
    """As the program brings it; None when it brings none of this id."""
    path = shipped("schedules", "profiles") / f"{name}.toml"
    return read_profile(path) if path.is_file() else None


def read_profile(path: Path, *, shared: bool = False) -> RuleProfile:
    """One file; its name and the id inside must agree, unless it is `shared`: then it may be called anything."""
    profile = profile_from(table_of(path), path.name)
    if profile.id != path.stem and not shared:
        raise wrong_value(path.name, "id", profile.id, f"the file's name, {path.stem!r}")
    return profile


def write_profile(home: StationHome, profile: RuleProfile) -> None:
    """A file of the station's own; it hides a shipped one of the same id."""
    write_atomic(own_folder(home) / f"{profile.id}.toml", profile_toml(profile).encode("utf-8"))


def profile_toml(profile: RuleProfile) -> str:
    """The text of a profile file, with what each word means."""
    lines = [commented(f"{name} = {toml_value(getattr(profile, name))}", _SAID.get(name, "")) for name in _WORDS]
    for part in profile.volume:
        lines += ["", commented("[[volume]]", "loa nhỏ hơn trong khoảng giờ này"),
                  f"starts = {toml_value(part.starts)}", f"ends = {toml_value(part.ends)}",
                  commented(f"gain_db = {part.gain_db:g}", "0 là như thường; -6 là nhỏ hơn rõ rệt; thấp nhất -30")]
    for session in profile.sessions:
        lines += ["", commented("[[sessions]]", "buổi phát đề nghị khi chọn khung này"),
                  f"id = {toml_value(session.id)}", f"name = {toml_value(session.name)}",
                  f"starts = {toml_value(clock_text(session.starts))}", f"minutes = {session.minutes}"]
    return "\n".join(lines) + "\n"


def profile_from(table: Mapping[str, Any], where: str) -> RuleProfile:
    """A checked rule profile. Raises Refused that names file, word and value."""
    refuse_unknown(table, (*_WORDS, "volume", "sessions"), where)
    refuse_missing(table, ("id", "name"), where)
    values: dict[str, Any] = {"id": identity(table["id"], where), "name": text(table, "name", where)}
    for name, (least, most) in _NUMBERS.items():
        if name in table:
            values[name] = whole(table, name, least, most, where)
    for name in ("quiet_from", "quiet_to"):
        if name in table:
            values[name] = clock_of(table[name], where).strftime("%H:%M")
    if "weekdays" in table:
        values["weekdays"] = weekdays_of(table["weekdays"], where)
    values["volume"] = _volume(table, where)
    values["sessions"] = _sessions(table, where)
    return RuleProfile(**values)


def _volume(table: Mapping[str, Any], where: str) -> tuple[Loudness, ...]:
    """In order of time; two that hold at one minute would leave open which."""
    parts = [Loudness(f"{clock_of(part['starts'], where):%H:%M}", f"{clock_of(part['ends'], where):%H:%M}",
                      decimal(part, "gain_db", QUIETEST_DB, 0, where))
             for part in tables_of(table, "volume", ("starts", "ends", "gain_db"), where)]
    taken: set[int] = set()
    for part in parts:
        minutes = minutes_of(part)
        if not minutes or taken & minutes:
            raise Refused("rules.volume", f"{where}: the volume from {part.starts} to {part.ends} has no length or "
                          "meets another", file=where, starts=part.starts, ends=part.ends)
        taken |= minutes
    return tuple(sorted(parts, key=lambda part: part.starts))


def minutes_of(part: Loudness) -> set[int]:
    """Minutes of the day in which it holds; it may run past midnight."""
    first, last = (int(word[:2]) * 60 + int(word[3:]) for word in (part.starts, part.ends))
    return {minute % LONGEST_MINUTES for minute in range(first, last if first <= last else last + LONGEST_MINUTES)}


def _sessions(table: Mapping[str, Any], where: str) -> tuple[ProposedSession, ...]:
    parts = tables_of(table, "sessions", ("id", "name", "starts", "minutes"), where)
    found = [ProposedSession(identity(part["id"], where), text(part, "name", where), clock_of(part["starts"], where),
                             whole(part, "minutes", 1, LONGEST_MINUTES, where)) for part in parts]
    _refuse_twice((session.id for session in found), where)
    return tuple(sorted(found, key=lambda session: session.starts))


def _refuse_twice(ids: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise Refused("schedule.twice", f"{where}: two sessions have the id {name!r}", name=name)
        seen.add(name)
