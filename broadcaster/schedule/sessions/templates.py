"""Session templates: TOML files a person can read and edit. Rule profiles have a module of their own: profiles.py."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped, write_atomic
from broadcaster.schedule.model import SessionTemplate
from broadcaster.schedule.rules.profiles import load_profile as load_profile
from broadcaster.schedule.sessions.own_files import (
    SessionFiles,
    gone_files,
    in_order,
    kept_copies,
    read_file,
    read_own,
)
from broadcaster.schedule.sessions.own_files import own_files as own_files
from broadcaster.schedule.sessions.toml_text import clock_text, commented, toml_value
from broadcaster.schedule.sessions.toml_words import clock_of as clock_of
from broadcaster.schedule.sessions.toml_words import day_month
from broadcaster.schedule.sessions.toml_words import weekdays_of as weekdays_of
from broadcaster.schedule.sessions.words_of_file import WORDS
from broadcaster.schedule.sessions.words_of_file import seconds_into as seconds_into
from broadcaster.schedule.sessions.words_of_file import template_from as template_from

_SAID = {
    "starts": "giờ bắt đầu, theo 24 giờ: 05:00 là 5 giờ sáng, 17:00 là 5 giờ chiều",
    "minutes": "dài nhất bao nhiêu phút, kể cả tiếp sóng",
    "weekdays": '1 = thứ Hai … 7 = Chủ nhật; "": chỉ phát trong đợt đặc biệt có nêu tên buổi này',
    "season_from": 'mùa: từ ngày/tháng nào, ví dụ "15/04"; "": quanh năm',
    "season_to": "đến hết ngày/tháng nào; được vắt qua Tết dương lịch",
    "opening": "phát đầu buổi, theo thứ tự này",
    "bridge": 'giữa hai mục; "": không có gì',
    "closing": "phát cuối buổi, theo thứ tự này",
    "zones": 'các cụm loa; "all" là tất cả',
    "filler": 'loại mục lấp chỗ trống trước giờ tiếp sóng, ví dụ "nhac"; "": để im lặng',
}


def load_templates(home: StationHome) -> tuple[SessionTemplate, ...]:
    """The station's own templates if it has any, else the shipped ones; in order of time."""
    files = own_files(home) or sorted(shipped("schedules").glob("*.toml"))
    templates = [read_file(path) for path in files]
    seen: set[str] = set()
    for template in templates:
        if template.id in seen:
            raise Refused("schedule.twice", f"two session files have the id {template.id!r}", name=template.id)
        seen.add(template.id)
    return in_order(templates)


def examples() -> tuple[SessionTemplate, ...]:
    """Shipped sessions no station holds by itself: summer and winter hours, noon, a relay at six."""
    paths = sorted(shipped("schedules", "examples").glob("*.toml"))
    found = [read_file(path) for path in paths]
    return in_order(found)


def session_files(home: StationHome) -> SessionFiles:
    """The sessions that can be read, and the station's own files that cannot; nothing is refused."""
    if gone := gone_files(home):
        return SessionFiles((), tuple(gone))
    if not own_files(home):
        return SessionFiles(load_templates(home), ())
    found = list(read_own(home))
    good = [item.template for item in found if item.template and not item.fault]
    return SessionFiles(in_order(good), tuple(item for item in found if item.fault))


def write_template(home: StationHome, template: SessionTemplate) -> None:
    """Store one template in the station's own folder. The shipped ones come along, or they would vanish."""
    folder = home.root / "schedules"
    if not own_files(home):
        for path in kept_copies(home) or sorted(shipped("schedules").glob("*.toml")):
            write_atomic(folder / path.name, path.read_bytes())
    write_atomic(file_of(home, template.id), to_toml(template).encode("utf-8"))


def write_all(home: StationHome, templates: Iterable[SessionTemplate]) -> None:
    """Hold exactly these sessions. New files come before old ones go: a station is never without any.

    A damaged file stays where it is: what it held is for a person to say.
    """
    kept = {item.path for item in read_own(home) if item.fault}
    for template in templates:
        path = file_of(home, template.id)
        write_atomic(path, to_toml(template).encode("utf-8"))
        kept.add(path)
    for path in own_files(home):
        if path not in kept:
            path.unlink(missing_ok=True)


def file_of(home: StationHome, template_id: str) -> Path:
    """The file that holds a template of the station's own; the proposed one when there is none.

    Never a damaged file: another name is proposed then.
    """
    found = list(read_own(home))
    for item in found:
        if not item.fault and item.template and item.template.id == template_id:
            return item.path
    taken, number = {item.path.name for item in found}, 1
    name = f"{template_id}.toml"
    while name in taken:
        number += 1
        name = f"{template_id}-{number}.toml"
    return home.root / "schedules" / name


def to_toml(template: SessionTemplate) -> str:
    """The text of a session file. TOML's strings, numbers and lists are written as JSON writes them."""
    values: dict[str, Any] = {name: getattr(template, name) for name in WORDS if name != "relays"}
    values |= {"starts": clock_text(template.starts), "season_from": day_month(template.season_from),
               "season_to": day_month(template.season_to)}
    lines = [commented(f"{name} = {toml_value(value)}", _SAID.get(name, "")) for name, value in values.items()]
    for slot in template.relays:
        lines += ["", commented("[[relays]]", "tiếp sóng đúng giờ này, dù phần trước dài hay ngắn"),
                  f"source = {toml_value(slot.source)}", f"starts = {toml_value(clock_text(slot.starts))}",
                  f"minutes = {slot.minutes}"]
    return "\n".join(lines) + "\n"
