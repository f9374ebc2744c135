"""Who did what: found, told in words, checked, exported."""

from __future__ import annotations

import ast
import csv
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from broadcaster.accounts import trail_words
from broadcaster.accounts.model import Role
from broadcaster.accounts.trail_service import Filter, TrailService, verify_file
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.vietnamese import fold
from broadcaster.cli.main import main
from broadcaster.wiring import App, build_app

PACKAGE = Path(trail_words.__file__).parents[1]
DEPUTY, OPERATOR = "Phó Chủ tịch", "Cán bộ truyền thanh"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    record = made.accounts.record
    record(OPERATOR, "cart.submit", "cart:1", title="Lịch tiêm chủng")
    clock.advance(86_400)
    record(DEPUTY, "cart.approve", "cart:1", title="Lịch tiêm chủng", self_approved=False)
    record("", "settings.people", "settings", sign_in=True, lock_minutes=[5, 10])
    record(DEPUTY, "cart.give_back", "cart:2", title="Thông báo họp dân", reason="Sai tên thôn Đồng Mẫu")
    yield made
    made.close()


def sentences(trail: TrailService, wanted: Filter) -> list[str]:
    found = trail.entries(wanted)
    assert trail.count(wanted) == len(found)
    return [entry.sentence for entry in found]


def test_every_act_is_one_sentence_newest_first(app: App) -> None:
    assert sentences(app.trail, Filter()) == [
        "Phó Chủ tịch trả lại âm thanh “Thông báo họp dân”", "(Không ký tên) đổi quy định đăng nhập",
        "Phó Chủ tịch duyệt âm thanh “Lịch tiêm chủng”", "Cán bộ truyền thanh trình duyệt âm thanh “Lịch tiêm chủng”"]
    assert [entry.id for entry in app.trail.entries(Filter(), limit=2, offset=1)] == [3, 2]


@pytest.mark.parametrize(("wanted", "ids"), [
    (Filter("lich tiem chung"), [2, 1]), (Filter("TIÊM duyệt phó"), [2]), (Filter("dong mau"), [4]),
    (Filter("trinh duyet"), [1]), (Filter("tra lai"), [4]), (Filter("không có gì"), []),
    (Filter(person=DEPUTY), [4, 2]), (Filter(person=""), [3]), (Filter(groups=("station",)), [3]),
    (Filter(groups=("other",)), []), (Filter(groups=("approval", "station")), [4, 3, 2, 1]),
    (Filter(subject="cart:1"), [2, 1]), (Filter(last=date(2026, 11, 21)), [1]),
    (Filter(first=date(2026, 11, 22)), [4, 3, 2]), (Filter("100%_' OR 1"), []),
])
def test_acts_are_found_by_what_one_remembers(app: App, wanted: Filter, ids: list[int]) -> None:
    assert [entry.id for entry in app.trail.entries(wanted)] == ids
    assert app.trail.count(wanted) == len(ids)


def test_people_and_groups_are_those_there_are(app: App) -> None:
    assert set(app.trail.people()) == {"", DEPUTY, OPERATOR}
    assert [group.key for group in app.trail.groups()] == ["approval", "station"]


def test_details_say_before_and_after(app: App) -> None:
    entry = app.trail.entries(Filter(groups=("station",)))[0]
    assert [(fact.name, fact.before, fact.value) for fact in entry.facts] == [
        ("Phải đăng nhập", None, "có"), ("Tự khóa sau (phút)", "5", "10")]


def test_an_item_is_found_by_its_name_though_the_act_tells_none(app: App) -> None:
    person = app.accounts.add("Quản trị", "", Role.ADMIN, "739182")
    app.accounts.record(OPERATOR, "session.start", f"person:{person.id}")
    newest = app.trail.entries(Filter("quan tri dang nhap"))[0]
    assert (newest.title, newest.action) == ("Quản trị", "session.start")


def test_an_act_nobody_has_words_for_still_shows(app: App) -> None:
    app.accounts.record(OPERATOR, "future.act", "x:1", strange={"a": [1, None]}, title="Mới")
    entry = app.trail.entries(Filter(groups=("other",)))[0]
    assert entry.sentence == f"{OPERATOR} future.act"
    assert all(isinstance(fact.value, str) for fact in entry.facts)


def test_what_was_altered_is_found(app: App) -> None:
    assert app.trail.verify() == []
    with app.database.engine.begin() as connection:
        connection.execute(text("UPDATE audit SET person = 'Ai đó' WHERE id = 2"))
    assert [(fault.line, fault.problem) for fault in app.trail.verify()] == [(2, "altered")]


def test_the_exported_chain_is_checked_with_nothing_but_hashes(app: App, tmp_path: Path) -> None:
    path = tmp_path / "nhật ký.jsonl"
    # The words match the first and the last but one: the acts between them belong to the chain.
    assert app.trail.export(path, "jsonl", Filter("tiem chung")) == 2
    assert app.trail.export(path, "jsonl", Filter(person=DEPUTY)) == 3
    prev = ""
    for raw in path.read_bytes().splitlines():
        line = json.loads(raw)
        claimed = line.pop("hash")
        plain = json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        assert hashlib.sha256(plain).hexdigest() == claimed
        assert not prev or line["prev"] == prev
        prev = claimed
    assert verify_file(path) == []
    assert main(["trail", "verify", str(path)]) == 0
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[2])
    assert [fault.problem for fault in verify_file(path)] == ["broken_link"]
    path.write_bytes(b"".join(lines).replace("họp dân".encode(), b"xong"))
    assert main(["trail", "verify", str(path)]) == 1


def test_tables_hold_what_was_asked_for(app: App, tmp_path: Path) -> None:
    assert app.trail.export(tmp_path / "a.csv", "csv", Filter(person=DEPUTY)) == 2
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert rows[0][2] == "Người thực hiện"
    assert [(row[2], row[5], row[6]) for row in rows[1:]] == [
        (DEPUTY, "duyệt âm thanh “Lịch tiêm chủng”", ""),
        (DEPUTY, "trả lại âm thanh “Thông báo họp dân”", "Sai tên thôn Đồng Mẫu")]
    assert app.trail.export(tmp_path / "a.xlsx", "xlsx") == 4
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    try:
        assert book.active is not None
        assert [row[0] for row in book.active.iter_rows(values_only=True)] == ["Số", 1, 2, 3, 4]
    finally:
        book.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a.csv", "a.xlsx"]


def test_what_cannot_be_written_or_read_is_said(app: App, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path, fmt, code in ((tmp_path / "a.pdf", "pdf", "trail.format"), (tmp_path / "file" / "a.csv", "csv", "disk.")):
        with pytest.raises(Refused) as refused:
            app.trail.export(path, fmt)
        assert refused.value.code.startswith(code)
    with pytest.raises(Refused) as refused:
        verify_file(tmp_path / "none.jsonl")
    assert refused.value.code == "trail.unreadable"


_WRITERS = {"add", "audit", "record", "note", "add_audit", "_audit", "_note", "_record", "_set_state", "_mark", "_put",
            "_replace", "_back", "bring_back", "_change", "_store"}
_PREFIXES = {"bulletins/approval.py": ("bulletin.", "cart."), "schedule/sheets/service.py": ("sheet.",),
             "library/shelf.py": ("cart.",), "library/states.py": ("cart.",)}
_ACT = re.compile(r"[a-z]+[._][a-z_]+")


def _written() -> Iterator[str]:
    """Every act the sources name where something is written down."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called not in _WRITERS or name.startswith(("air/", "cli/")):
                continue
            for each in [part for given in node.args if not isinstance(given, ast.Dict) for part in ast.walk(given)]:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    if _ACT.fullmatch(each.value) and not each.value.endswith(("_at", "_id")):
                        yield each.value
                    if called in {"_audit", "_record", "_back"} and name in _PREFIXES and each.value.isidentifier():
                        yield from (prefix + each.value for prefix in _PREFIXES[name])


def test_every_act_in_the_sources_has_words() -> None:
    from broadcaster.bulletins import approval_book
    from broadcaster.library import states

    named = {act for act in _written() if not act.startswith(("give_", "first_"))}
    assert {"cart.import", "person.add", "campaign_stopped", "bulletin.first_yes", "sheet.approve", "cart.unarchive",
            "reminder.move", "attachment.restore", "kit.put_back"} <= named, "the sweep sees nothing any more"
    named |= {approval_book.ENTERED, approval_book.ENDED, "bulletin.voice", "bulletin.recording"}
    named |= {f"cart.{act}" for act in states._ACTS.values()}
    assert sorted(named - trail_words.sentences().keys()) == []


def test_the_words_are_those_of_one_act_each() -> None:
    told = [words for _, words in trail_words.sentences().values()]
    assert len(set(told)) == len(told)
    assert all(words == words.strip() and fold(words) != words for words in told), "Vietnamese with its accents"
