"""What was handed out: recorded with a real photo, taken back, covered in the report; and the commands of the kit."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from kit_case import AUTHOR, TITLE, WORDS
from PIL import Image

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.kit.hand_outs import MOST_PHOTO_BYTES, asked_for
from broadcaster.bulletins.kit.wording import load_kit
from broadcaster.cli.main import main
from broadcaster.library.model import CartKind
from broadcaster.wiring import App, build_app

LETTERS = Path(__file__).resolve().parents[2] / "data" / "letters"
DAY = date(2026, 11, 20)


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def letter(app: App) -> str:
    return app.directives.add(LETTERS / "seed-003.txt").directive.id


def picture(path: Path, kind: str = "JPEG") -> Path:
    Image.linear_gradient("L").resize((640, 480)).save(path, kind)
    return path


def test_a_photo_is_kept_with_the_record(app: App, home: StationHome, letter: str, tmp_path: Path) -> None:
    source = picture(tmp_path / "ảnh phát.png", "JPEG")  # what it is counts, not what it is called
    item = app.hand_outs.record("leaflet", DAY, " Thôn 3\n ", 120, "Trưởng thôn", directive_id=letter, photo=source)
    assert (item.place, item.count, item.photo_suffix) == ("Thôn 3", 120, ".jpg")
    source.unlink()
    kept = app.hand_outs.photo(item)
    assert kept is not None
    assert kept.parent == home.root / "handouts"
    with Image.open(kept) as shown:
        assert shown.size == (640, 480)
    assert app.hand_outs.list(letter) == [item]


def test_a_record_taken_back_can_be_put_back(app: App, letter: str) -> None:
    item = app.hand_outs.record("poster", DAY, "Bảng tin", 2, AUTHOR, directive_id=letter)
    assert app.hand_outs.remove(item.id, AUTHOR).removed_at
    assert app.hand_outs.list(letter) == []
    app.hand_outs.restore(item.id, AUTHOR)
    assert app.hand_outs.list(letter) == [item]
    assert [entry.action for entry in app.accounts.audit(limit=3)] == [
        "handout.restore", "handout.remove", "handout.add"]


def test_a_bulletins_hand_outs_belong_to_its_letter(app: App, letter: str) -> None:
    bulletin = app.bulletins.new(TITLE, WORDS, CartKind.NOTICE, AUTHOR, directive_id=letter)
    item = app.hand_outs.record("sms", DAY, "Toàn xã", 1200, AUTHOR, bulletin_id=bulletin.id)
    assert item.directive_id == letter
    assert app.hand_outs.list(bulletin_id=bulletin.id) == app.hand_outs.list(letter) == [item]
    assert app.hand_outs.list(first=date(2026, 11, 21)) == []
    assert app.hand_outs.list(first=DAY, last=DAY) == [item]


@pytest.mark.parametrize(("code", "change"), [
    ("handout.channel", {"channel": "fax"}), ("handout.day", {"day": date(2026, 11, 22)}),
    ("handout.count", {"count": 0}), ("handout.count", {"count": 2_000_000}), ("handout.place", {"place": " \n"}),
    ("handout.by", {"by": ""}), ("handout.about", {"directive_id": ""}), ("directive.unknown", {"directive_id": "x"}),
    ("bulletin.unknown", {"bulletin_id": "x"}), ("handout.photo_missing", {"photo": Path("nowhere.jpg")}),
])
def test_what_cannot_be_is_refused(app: App, letter: str, code: str, change: dict[str, Any]) -> None:
    given: dict[str, Any] = {"channel": "leaflet", "day": DAY, "place": "Thôn 1", "count": 5, "by": AUTHOR,
                             "directive_id": letter, **change}
    with pytest.raises(Refused) as refused:
        app.hand_outs.record(**given)
    assert refused.value.code == code
    assert app.hand_outs.list() == []


def test_only_whole_pictures_are_photos(app: App, letter: str, home: StationHome, tmp_path: Path) -> None:
    whole = picture(tmp_path / "a.jpg").read_bytes()
    png = picture(tmp_path / "a.png", "PNG").read_bytes()
    files = {"cut.jpg": whole[:len(whole) // 2], "cut.png": png[:len(png) // 2], "text.jpg": b"Not a picture" * 9,
             "empty.png": b"", "page.jpg": b"%PDF-1.7", "nul.png": b"\x89PNG\r\n\x1a\n" + bytes(64)}
    picture(tmp_path / "moving.gif", "GIF").rename(tmp_path / "gif.jpg")
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    for name in (*files, "gif.jpg"):
        with pytest.raises(Refused) as refused:
            app.hand_outs.record("leaflet", DAY, "Thôn", 1, AUTHOR, directive_id=letter, photo=tmp_path / name)
        assert refused.value.code == "handout.photo_kind", name
    with (tmp_path / "large.jpg").open("wb") as file:
        file.truncate(MOST_PHOTO_BYTES + 1)
    with pytest.raises(Refused) as large:
        app.hand_outs.record("leaflet", DAY, "Thôn", 1, AUTHOR, directive_id=letter, photo=tmp_path / "large.jpg")
    assert large.value.code == "handout.photo_large"
    assert not (home.root / "handouts").exists()


def test_channels_the_letter_asks_for() -> None:
    words = load_kit(Path("nowhere"))
    wanted = ["hệ thống loa truyền thanh cơ sở", "tờ rơi, tờ gấp", "Zalo", "trang mạng xã hội", "báo chí",
              "màn hình LED", "bảng tin công cộng", "nhắn tin (SMS)", "Cổng Thông tin điện tử tỉnh",
              "tuyên truyền viên và báo cáo viên cơ sở", "xe thông tin lưu động"]
    found = asked_for(wanted, {"loudspeaker", "leaflet"}, words)
    assert [(item.channel, item.done) for item in found] == [
        ("loudspeaker", True), ("leaflet", True), ("social", False), ("other", False), ("led", False),
        ("poster", False), ("sms", False), ("portal", False), ("script", False)]


def test_the_report_covers_every_channel(app: App, letter: str, tmp_path: Path) -> None:
    photo = picture(tmp_path / "a.jpg")
    app.hand_outs.record("leaflet", DAY, "Thôn 1", 120, "Trưởng thôn", directive_id=letter, photo=photo)
    app.hand_outs.record("leaflet", date(2026, 11, 19), "=Thôn 2", 100, AUTHOR, directive_id=letter, note="chợ")
    report = app.reports.for_directive(letter)
    assert (report.first, report.last) == (date(2026, 11, 19), DAY)
    said = "\n".join(p.text for p in Document(str(app.reports.write(report, "docx", tmp_path / "a.docx"))).paragraphs)
    assert "Tờ rơi 220 (02 lần)" in said
    assert "đã thực hiện: tờ rơi, tờ gấp" in said
    assert "chưa thực hiện: " in said
    assert "báo chí" not in said, "the press is asked of others"
    sheet = openpyxl.load_workbook(app.reports.write(report, "xlsx", tmp_path / "a.xlsx"))["Kênh khác"]
    assert [cell.value for cell in sheet[2]][2:6] == ["Tờ rơi", "=Thôn 2", 100, AUTHOR]
    assert sheet["D2"].data_type == "s", "a place is no formula"
    rows = app.reports.write(report, "csv", tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "20/11/2026,Tờ rơi,Thôn 1,120,Trưởng thôn,có ảnh" in rows
    assert "' =Thôn 2" in rows
    month = app.reports.for_month("2026-11")
    assert len(month.hand_outs) == 2
    assert month.asked == ()


def test_the_commands(home: StationHome, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                      monkeypatch: pytest.MonkeyPatch) -> None:
    def line(*words: str) -> Any:
        assert main(["--home", str(home.root), *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    letter = line("directive", "add", str(LETTERS / "seed-004.txt"))[0]
    made = line("bulletin", "draft", letter["id"])["id"]
    shown = line("kit", "show", made)
    assert len(shown) == 7
    assert line("kit", "show", made, "--channel", "sms")[0]["sms"]["segments"] == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("Tin nhắn có dấu"))
    edited = line("kit", "edit", made, "sms", "-")
    assert (edited["edited"], edited["sms"]["gsm"]) == (True, False)
    assert line("kit", "renew", made, "sms")["text"] == shown[0]["text"]
    written = line("kit", "export", made, "--out", str(tmp_path / "ra"), "--draft")
    assert len(written["files"]) == 11
    assert all(Path(name).is_file() for name in written["files"])
    assert main(["--home", str(home.root), "kit", "export", made, "--out", str(tmp_path), "--channel", "sms"]) == 1
    assert "not approved yet: sms" in capsys.readouterr().err
    item = line("kit", "hand-out", letter["id"], "--channel", "leaflet", "--day", "2026-11-20", "--place", "Thôn 1",
                "--count", "50", "--by", "Trưởng thôn", "--photo", str(picture(tmp_path / "a.jpg")))
    assert line("kit", "hand-outs", letter["id"]) == [item]
    line("kit", "undo-hand-out", item["id"])
    assert line("kit", "hand-outs") == []
