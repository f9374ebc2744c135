"""Files of other programs, on a real station: nothing comes unseen, nothing is written over, all or nothing."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from schedule_station import KEY, Station, sound

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.schedule.exchange.model import MOST_BYTES, MOST_ROWS, Incoming
from broadcaster.schedule.model import Period, SessionTemplate
from broadcaster.wiring import App, build_app

SATURDAY = date(2026, 11, 21)


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    home.key.write_text(KEY.hex(), encoding="ascii")
    made = build_app(home, clock)
    yield made
    made.close()


def put(app: App, *titles: str) -> None:
    """Approved items of these names."""
    station = Station(app.home, app.clock)  # type: ignore[arg-type]
    for number, title in enumerate(titles):
        item = sound(f"{number}-{len(titles)}", 60)
        station.put(replace(item, cart=replace(item.cart, title=title)))
    station.close()


def table(tmp_path: Path, *lines: str, encoding: str = "utf-8", name: str = "lich.csv") -> Path:
    path = tmp_path / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def codes(incoming: Incoming) -> dict[int, str]:
    return {item.place: item.code for item in incoming.refused}


HEAD = "Mục;Số lần;Từ ngày;Đến ngày;Thứ;Mức độ"


def test_a_table_becomes_campaigns_when_somebody_says_so(app: App, tmp_path: Path) -> None:
    put(app, "Phòng cháy rừng", "Lịch tiêm chủng")
    path = table(tmp_path, HEAD, "Phòng cháy rừng;2 lần/ngày;;30/11/2026;T2-T6;Ưu tiên",
                 "lich tiem chung;3 lần/tuần;1/12/2026;2026-12-31;;")
    incoming = app.exchange.read(path)
    assert (codes(incoming), app.schedule.campaigns()) == ({}, [])
    made = app.exchange.accept(incoming, by="Cán bộ truyền thanh")
    assert [(item.title, item.times, str(item.per), item.first_day, item.last_day, item.weekdays, str(item.urgency))
            for item in app.schedule.campaigns()] == [
        ("Phòng cháy rừng", 2, "day", SATURDAY, date(2026, 11, 30), "12345", "priority"),
        ("Lịch tiêm chủng", 3, "week", date(2026, 12, 1), date(2026, 12, 31), "1234567", "routine")]
    assert len(made.campaigns) == 2
    again = app.exchange.read(path)
    assert (again.entries, again.there) == ((), 2), "what is there comes no second time"


def test_each_row_that_cannot_come_says_why(app: App, tmp_path: Path) -> None:
    put(app, "Phòng cháy rừng", "Trùng tên", "trùng tên")
    path = table(
        tmp_path, HEAD, "Không có bài này;2;;30/11/2026;;", "Phòng chay rùng2;2;;30/11/2026;;",
        "Trùng tên;2;;30/11/2026;;", "Phòng cháy rừng;hai;;30/11/2026;;", "Phòng cháy rừng;2;;30/2/2026;;",
        "Phòng cháy rừng;2;;21/11/26;;", "Phòng cháy rừng;2;;20/11/2026;;", "Phòng cháy rừng;99;;30/11/2026;;",
        "Phòng cháy rừng;2;;30/11/2026;T1;", ";2;;30/11/2026;;", "Phòng cháy rừng;2;;30/11/2026;;gấp lắm",
        "Phòng cháy rừng;2;30/12/2026;30/11/2026;;", "", "Phòng cháy rừng;2;;30/11/2026;;")
    incoming = app.exchange.read(path)
    assert codes(incoming) == {
        2: "exchange.no_item", 3: "exchange.item_unlike", 4: "exchange.several", 5: "exchange.value",
        6: "exchange.day", 7: "exchange.day", 8: "schedule.past", 9: "schedule.times", 10: "exchange.value",
        11: "exchange.no_name", 12: "exchange.value", 13: "schedule.window"}
    assert [item.place for item in incoming.entries] == [15]
    assert incoming.refused[1].facts["nearest"] == "Phòng cháy rừng"


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-8", ","), ("cp1258", "\t")])
def test_tables_of_every_age_are_read(app: App, tmp_path: Path, encoding: str, mark: str) -> None:
    put(app, "Phong chay rung", "Lich tiem")
    heads = ["item", "times", "from", "to", "weekdays"] if encoding == "cp1258" else \
        ["Tên bài", "Số lần phát", "Từ ngày", "Đến hết ngày", "Thứ"]
    days = "67" if encoding == "cp1258" else "T7 CN"
    path = table(tmp_path, "Lich phat thanh", mark.join(heads),
                 mark.join(["Phong chay rung", "2", "", "30/11/2026", days]), encoding=encoding)
    incoming = app.exchange.read(path)
    assert codes(incoming) == {}
    (entry,) = incoming.entries
    assert entry.kind == "campaign"
    assert entry.what.weekdays == "67"  # type: ignore[union-attr]


@pytest.mark.parametrize("letters", ["tcvn3", "vni", "cp1258"])
def test_tables_in_letters_of_the_nineties_are_read(app: App, tmp_path: Path, letters: str) -> None:
    titles = ("Thông báo phòng cháy, chữa cháy rừng mùa khô", "Lịch tiêm chủng mở rộng tháng 12")
    put(app, *titles)
    text = "\r\n".join([HEAD, f"{titles[0]};2 lần/ngày;;30/11/2026;T2-T6;Ưu tiên",
                        f"{titles[1]};3;;31/12/2026;thứ 7, CN;Thường"])
    (tmp_path / "a.csv").write_bytes(_in_letters(text, letters))
    incoming = app.exchange.read(tmp_path / "a.csv")
    assert codes(incoming) == {}
    assert [entry.name for entry in incoming.entries] == list(titles)


def _in_letters(text: str, letters: str) -> bytes:
    if letters != "cp1258":
        from viparse.normalize.tcvn3 import TCVN3
        from viparse.normalize.vni import VNI
        table = {new: old for old, new in (TCVN3 if letters == "tcvn3" else VNI).pairs}
        return "".join(table.get(letter, table.get(letter.lower(), letter)) for letter in text).encode("cp1252")
    data = b""
    for letter in text:
        try:
            data += letter.encode("cp1258")
        except UnicodeEncodeError:
            spread = unicodedata.normalize("NFD", letter)
            tone = "".join(mark for mark in spread if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = unicodedata.normalize("NFC", "".join(mark for mark in spread if mark not in tone))
            data += rest.encode("cp1258") + tone.encode("cp1258")
    return data


def test_campaigns_come_back_from_their_own_table(app: App, home: StationHome, tmp_path: Path) -> None:
    put(app, "=HYPERLINK(\"x\")", "Bài; có \"dấu\", phẩy", "Ba")
    for number, (_, cart) in enumerate(sorted((item[0][1], item[0][0]) for item in _items(app).values())):
        app.schedule.add_campaign(cart, 1 + number, SATURDAY, SATURDAY + timedelta(days=9 * number + 1),
                                  "1234567" if number else "67", per="week" if number == 2 else "day",
                                  dayparts=("morning",) if number == 1 else (), spacing_minutes=30 * number)
    raw = app.exchange.export("campaigns", "csv", SATURDAY, SATURDAY + timedelta(days=40))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert "' =HYPERLINK" in raw.decode("utf-8-sig"), "a spreadsheet runs nothing"
    (tmp_path / "a.csv").write_bytes(raw)
    incoming = app.exchange.read(tmp_path / "a.csv")
    assert (incoming.entries, codes(incoming), incoming.there) == ((), {}, 3)
    for item in app.schedule.campaigns():
        app.schedule.stop_campaign(item.id, reason="thử")
    incoming = app.exchange.read(tmp_path / "a.csv")
    assert len(incoming.entries) == 3


def _items(app: App) -> dict[str, list[tuple[str, str, str]]]:
    from broadcaster.schedule.exchange.store import items_by_name
    with app.database.read() as c:
        return items_by_name(c)


def test_all_or_nothing(app: App, tmp_path: Path) -> None:
    """The second item is gone by the time somebody accepts: the first does not come alone."""
    put(app, "Một", "Hai")
    incoming = app.exchange.read(table(tmp_path, HEAD, "Một;2;;30/11/2026;;", "Hai;2;;30/11/2026;;"))
    carts = {item[0][1]: item[0][0] for item in _items(app).values()}
    app.approvals.withdraw(f"cart:{carts['Hai']}", "Phó Chủ tịch", "sai")
    acts = _acts(app)
    with pytest.raises(Refused) as caught:
        app.exchange.accept(incoming, by="Cán bộ truyền thanh")
    assert caught.value.code == "schedule.withdrawn"
    assert (app.schedule.campaigns(), _acts(app)) == ([], acts)
    app.exchange.accept(incoming, {2}, by="Cán bộ truyền thanh")
    assert [item.title for item in app.schedule.campaigns()] == ["Một"]
    assert _acts(app)[-1] == "schedule_imported"
    with pytest.raises(Refused) as caught:
        app.exchange.accept(incoming, set())
    assert caught.value.code == "exchange.nothing"


def _acts(app: App) -> list[str]:
    from sqlalchemy import select

    from broadcaster.db.schema import audit
    with app.database.read() as c:
        return list(c.scalars(select(audit.c.action).order_by(audit.c.id)))


def test_sessions_and_periods_come_from_another_stations_calendar(app: App, tmp_path: Path, home: StationHome) -> None:
    ours = {item.id: item for item in app.schedule.templates()}
    app.schedule.save_template(SessionTemplate("trua-he", "Buổi trưa hè", time(11, 15), 30, "135", season_from="05-01",
                                               season_to="08-31"))
    app.periods.add(Period("", "mourning", "Quốc tang", date(2026, 12, 1), date(2026, 12, 2), "theo thông báo",
                           "01/TB", without=("nhac",)))
    path = tmp_path / "a.ics"
    path.write_bytes(app.exchange.export("sessions", "ics", SATURDAY, SATURDAY + timedelta(days=365)))
    incoming = app.exchange.read(path)
    assert (incoming.entries, codes(incoming), incoming.there) == ((), {}, len(ours) + 2)
    app.schedule.remove_template("trua-he")
    app.periods.remove(app.periods.between(SATURDAY, date(2026, 12, 31))[0].id)
    incoming = app.exchange.read(path)
    assert [item.kind for item in incoming.entries] == ["session", "period"]
    app.exchange.accept(incoming, by="Cán bộ truyền thanh")
    assert {item.id for item in app.schedule.templates()} == {*ours, "trua-he"}
    (period,) = app.periods.between(SATURDAY, date(2026, 12, 31))
    assert (period.name, period.last_day, period.without) == ("Quốc tang", date(2026, 12, 2), ("nhac",))


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(tmp_path: Path, *events: str) -> Path:
    path = tmp_path / "a.ics"
    path.write_text("\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def test_a_session_over_another_one_or_at_night_is_refused(app: App, tmp_path: Path) -> None:
    noon = event("SUMMARY:Buổi trưa", "DTSTART:20261123T113000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY;BYDAY=MO,SU")
    over = event("SUMMARY:Đè", "DTSTART:20261123T114500", "DURATION:PT30M", "RRULE:FREQ=DAILY")
    night = event("SUMMARY:Đêm", "DTSTART:20261123T220000", "DURATION:PT30M", "RRULE:FREQ=DAILY")
    incoming = app.exchange.read(calendar(tmp_path, noon, over, night))
    assert codes(incoming) == {2: "schedule.overlap", 3: "schedule.quiet_hours"}
    app.exchange.accept(incoming)
    assert {item.name: item.weekdays for item in app.schedule.templates()}["Buổi trưa"] == "17"


def test_a_session_at_an_unusual_hour_needs_a_reason(app: App, tmp_path: Path) -> None:
    incoming = app.exchange.read(calendar(tmp_path, event(
        "SUMMARY:Buổi tối", "DTSTART:20261123T193000", "DURATION:PT30M", "RRULE:FREQ=DAILY")))
    with pytest.raises(Refused) as caught:
        app.exchange.accept(incoming)
    assert caught.value.code == "schedule.reason"
    app.exchange.accept(incoming, reason="theo đề nghị của thôn")
    assert "Buổi tối" in {item.name for item in app.schedule.templates()}


def test_a_session_of_the_same_short_name_gets_another(app: App, tmp_path: Path) -> None:
    before = {item.id: item for item in app.schedule.templates()}
    incoming = app.exchange.read(calendar(tmp_path, event(
        "SUMMARY:Morning", "DTSTART:20261123T113000", "DURATION:PT30M", "RRULE:FREQ=DAILY")))
    app.exchange.accept(incoming)
    after = {item.id: item for item in app.schedule.templates()}
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"morning-2"}


def test_a_file_that_is_none_or_too_much_is_refused_whole(app: App, tmp_path: Path) -> None:
    cases = {
        "gone.csv": (None, "file.missing"), "big.csv": (b"a" * (MOST_BYTES + 1), "exchange.too_large"),
        "bin.csv": (bytes(range(256)) * 20, "exchange.encoding"), "empty.csv": (b"", "exchange.heads"),
        "heads.csv": ("Mục;Đến ngày\r\n".encode(), "exchange.heads"),
        "rows.csv": ("Mục;Số lần;Đến ngày\r\n" + "a;1;x\r\n" * (MOST_ROWS + 30)).encode(),
        "bad.ics": (b"BEGIN:VCALENDAR\r\nfoo\r\n", "exchange.broken"),
        "many.ics": (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * (MOST_ROWS + 1) +
                     b"END:VCALENDAR\r\n", "exchange.too_many"),
        "x.json": (b"{", "exchange.broken"), "deep.json": (b'{"a":' * 100_000, "exchange.broken"),
        "other.json": (b'{"format": "x"}', "exchange.broken"),
        "new.json": (b'{"format": "dai-xa.programmes", "version": 2, "programmes": []}', "exchange.newer"),
    }
    for name, given in cases.items():
        raw, code = given if isinstance(given, tuple) else (given, "exchange.too_many")
        if raw is not None:
            (tmp_path / name).write_bytes(raw)
        with pytest.raises(Refused) as caught:
            app.exchange.read(tmp_path / name)
        assert caught.value.code == code, name


def test_what_is_planned_goes_out_in_three_forms(app: App) -> None:
    put(app, "Phòng cháy rừng", "=1+1")
    for items in _items(app).values():
        app.schedule.add_campaign(items[0][0], 1, SATURDAY, SATURDAY + timedelta(days=6))
    last = SATURDAY + timedelta(days=2)
    rows = app.exchange.export("plan", "csv", SATURDAY, last).decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 2 * 3
    assert any("' =1+1" in row for row in rows)
    body = json.loads(app.exchange.export("plan", "json", SATURDAY, last))
    assert {item["name"] for item in body["programmes"]} == {"Phòng cháy rừng", "=1+1"}
    text = app.exchange.export("plan", "ics", SATURDAY, last).decode()
    assert text.count("BEGIN:VEVENT") == 2 * 3 or text.count("BEGIN:VEVENT") == 3
    for what, form, code in (("plan", "xlsx", "exchange.form"), ("sessions", "csv", "exchange.form"),
                             ("nothing", "ics", "exchange.form")):
        with pytest.raises(Refused) as caught:
            app.exchange.export(what, form, SATURDAY, last)
        assert caught.value.code == code
    with pytest.raises(Refused) as caught:
        app.exchange.export("plan", "csv", last, SATURDAY)
    assert caught.value.code == "exchange.span"


def test_a_vendors_programmes_become_campaigns(app: App, tmp_path: Path) -> None:
    put(app, "Phòng cháy rừng")
    base = {"name": "phòng cháy rừng", "start_date": "2026-11-23", "end_date": "2026-11-30", "repeats": 1}
    body = {"format": "dai-xa.programmes", "version": 1, "programmes": [
        {**base, "mode": "weekly", "weekdays": [1, 0], "time": "05:30:00"},
        {**base, "mode": "weekly", "weekdays": [7, 1], "time": "17:30:00"},
        {**base, "mode": "now", "time": "08:00"}, {**base, "type": "relay", "time": "05:00"}, {"name": 3}, "x"]}
    path = tmp_path / "p.json"
    path.write_text(json.dumps(body), encoding="utf-8")
    incoming = app.exchange.read(path)
    assert codes(incoming) == {3: "exchange.now", 4: "exchange.relay", 5: "exchange.value", 6: "exchange.value"}
    (entry,) = incoming.entries
    made = app.exchange.accept(incoming).campaigns[0]
    assert (entry.kind, made.times, made.weekdays, made.last_day, made.dayparts) == (
        "campaign", 2, "17", date(2026, 11, 30), ("morning", "afternoon"))


def test_a_session_that_cannot_be_written_takes_the_rest_back(app: App, home: StationHome, tmp_path: Path) -> None:
    incoming = app.exchange.read(calendar(
        tmp_path, event("SUMMARY:Hội làng", "DTSTART;VALUE=DATE:20261201", "CATEGORIES:event"),
        event("SUMMARY:Buổi trưa", "DTSTART:20261123T113000", "DURATION:PT30M", "RRULE:FREQ=DAILY")))
    assert [item.kind for item in incoming.entries] == ["period", "session"]
    before, acts = app.schedule.templates(), _acts(app)
    (home.root / "schedules").write_bytes(b"a file where a folder should be")
    with pytest.raises(Refused) as caught:
        app.exchange.accept(incoming)
    assert caught.value.code.startswith("disk.")
    (home.root / "schedules").unlink()
    assert app.schedule.templates() == before
    assert app.periods.between(SATURDAY, date(2026, 12, 31)) == []
    assert _acts(app) == acts


def test_what_was_taken_over_can_be_taken_back(app: App, tmp_path: Path) -> None:
    put(app, "Một")
    before = app.schedule.templates()
    made = app.exchange.accept(app.exchange.read(table(tmp_path, HEAD, "Một;2;;30/11/2026;;")))
    more = app.exchange.accept(app.exchange.read(calendar(
        tmp_path, event("SUMMARY:Hội làng", "DTSTART;VALUE=DATE:20261201", "CATEGORIES:event"),
        event("SUMMARY:Buổi trưa", "DTSTART:20261123T113000", "DURATION:PT30M", "RRULE:FREQ=DAILY"))))
    app.exchange.take_back(made)
    app.exchange.take_back(more)
    assert [item.state for item in app.schedule.campaigns()] == ["stopped"]
    assert app.schedule.templates() == before
    assert app.periods.between(SATURDAY, date(2026, 12, 31)) == []
