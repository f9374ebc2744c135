"""Approval slips: what is printed, and that a printed code tells the truth whatever became of the approval."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from kit_case import AUTHOR, TITLE, WORDS

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ApprovalSection, Settings, save_settings
from broadcaster.bulletins.slip import SlipCheck
from broadcaster.cli.main import main
from broadcaster.wiring import App, build_app

PIN = "2222"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "Phó Chủ tịch UBND xã Mẫu", Role.APPROVER, PIN)


def submitted(app: App, text: str = "Mời bà con họp thôn tối thứ Bảy.") -> str:
    made = app.bulletins.new("Họp thôn", text, by=AUTHOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    return f"bulletin:{made.id}"


def approved(app: App, chief: Person, until: str = "") -> tuple[str, str]:
    """Subject and the code on its slip."""
    subject = submitted(app)
    app.approvals.approve(subject, chief, until)
    return subject, app.slips.of(subject).code


def words_of(pdf: bytes) -> tuple[str, int]:
    document = pypdfium2.PdfDocument(pdf)
    text = ""
    count = len(document)
    for number in range(count):
        page = document[number]
        part = page.get_textpage()
        text += part.get_text_range() + "\n"
        part.close()
        page.close()
    document.close()
    return " ".join(text.split()), count


def verdict(app: App, code: str) -> tuple[str, str]:
    found = app.slips.check(code)
    return found.verdict, found.reason


def test_the_slip_says_who_approved_what(app: App, chief: Person) -> None:
    subject, _ = approved(app, chief, "2026-12-31")
    text, pages = words_of(app.slips.pdf(subject))
    assert pages == 1
    for words in ("PHIẾU DUYỆT", "ỦY BAN NHÂN DÂN XÃ MẪU", "Độc lập - Tự do - Hạnh phúc",
                  "Mẫu, ngày 21 tháng 11 năm 2026", "Họp thôn", AUTHOR, "Phó Chủ tịch UBND xã Mẫu",
                  "đến hết ngày 31/12/2026", "Mời bà con họp thôn tối thứ Bảy.", "LUFS"):
        assert words in text, words
    assert "tự soạn" not in text


def test_a_long_text_flows_and_keeps_its_signatures(app: App, chief: Person) -> None:
    subject = submitted(app, "\n".join(f"{number}. {WORDS}" for number in range(6)))
    app.approvals.approve(subject, chief)
    text, pages = words_of(app.slips.pdf(subject))
    assert pages >= 3
    assert f"Trang {pages}/{pages}" in text
    assert text.count("Trạm Thú y") == 6


def test_a_slip_to_sign_by_hand(app: App, chief: Person) -> None:
    subject = submitted(app)
    assert app.slips.of(subject).code == ""
    text, _ = words_of(app.slips.pdf(subject))
    assert "chưa được phê duyệt" in text
    assert "Quét mã" not in text
    app.approvals.approve(subject, chief)
    assert "chưa được phê duyệt" in words_of(app.slips.pdf(subject, blank=True))[0]


def test_nothing_to_approve_is_no_slip(app: App) -> None:
    made = app.bulletins.new(TITLE, WORDS, by=AUTHOR)
    with pytest.raises(Refused) as caught:
        app.slips.pdf(f"bulletin:{made.id}")
    assert caught.value.code == "slip.no_sound"
    with pytest.raises(Refused) as caught:
        app.slips.pdf("bulletin:gone")
    assert caught.value.code == "approval.unknown"


def test_a_station_of_one_says_so(home: StationHome, clock: VirtualClock) -> None:
    save_settings(home, Settings(approval=ApprovalSection(single_person=True)))
    app = build_app(home, clock)
    alone = app.accounts.add(AUTHOR, "", Role.APPROVER, PIN)
    subject = submitted(app)
    app.approvals.approve(subject, alone, reason="Gấp <b> & không ai thay")
    words = " ".join(words_of(app.slips.pdf(subject))[0].split())
    assert "Người duyệt tự soạn" in words
    assert "Lý do: Gấp <b> & không ai thay." in words
    app.close()


def test_two_approvers_both_stand_on_it(home: StationHome, clock: VirtualClock) -> None:
    save_settings(home, Settings(approval=ApprovalSection(second_approver=True)))
    app = build_app(home, clock)
    people = [app.accounts.add(name, "", Role.APPROVER, PIN) for name in ("Phó Chủ tịch", "Trưởng ban biên tập")]
    subject = submitted(app)
    app.approvals.approve(subject, people[0])
    assert app.slips.of(subject).approval is None
    app.approvals.approve(subject, people[1])
    text, _ = words_of(app.slips.pdf(subject))
    assert "NGƯỜI DUYỆT THỨ HAI" in text
    assert all(person.name in text for person in people)
    assert text.count("duyệt lúc") == 1
    assert verdict(app, app.slips.of(subject).code) == ("valid", "")
    app.close()


def test_a_printed_code_is_valid_also_when_typed(app: App, chief: Person) -> None:
    _, code = approved(app, chief)
    assert verdict(app, code) == ("valid", "")
    assert verdict(app, f" {code.lower()[:50]}\n{code[50:]} ") == ("valid", "")


def test_what_became_of_it(app: App, chief: Person, clock: VirtualClock) -> None:
    ends, ended = approved(app, chief, "2026-11-22")
    withdrawn, gone = approved(app, chief)
    edited, old = approved(app, chief)
    app.approvals.withdraw(withdrawn, chief, "Sai giờ họp")
    app.bulletins.save(edited.partition(":")[2], text="Mời bà con họp thôn tối Chủ nhật.", by=AUTHOR)
    assert verdict(app, ended) == ("valid", "")
    assert verdict(app, gone) == ("withdrawn", "Sai giờ họp")
    assert verdict(app, old) == ("changed", "")
    assert "không còn hiệu lực" in words_of(app.slips.pdf(withdrawn))[0]
    clock.advance(3 * 86_400)
    assert verdict(app, ended) == ("expired", "")
    assert app.slips.check(ended).title == app.slips.of(ends).title


def test_an_approval_for_later_is_early(app: App, chief: Person) -> None:
    subject = submitted(app)
    app.approvals.approve(subject, chief, valid_from="2026-12-01")
    assert verdict(app, app.slips.of(subject).code) == ("early", "")


def test_a_code_with_another_letter_is_not_ours(app: App, chief: Person) -> None:
    _, code = approved(app, chief)
    for place in (10, 40, 100, 170):
        other = code[:place] + ("A" if code[place] != "A" else "B") + code[place + 1:]
        assert verdict(app, other) == ("altered", "code")


def test_another_stations_code_is_not_ours(app: App, chief: Person, tmp_path: Path, clock: VirtualClock) -> None:
    other = build_app(StationHome(tmp_path / "trạm khác"), clock)
    theirs = other.accounts.add("Phó Chủ tịch", "", Role.APPROVER, PIN)
    _, code = approved(other, theirs)
    other.close()
    assert verdict(app, code) == ("altered", "code")


def test_what_is_no_code_is_refused(app: App) -> None:
    for text in ("", "xin chào", "DAIXA1::::", "DAIXA2:a:b:c:d", "DAIXA1:a:b:c", ":" * 500):
        with pytest.raises(Refused) as caught:
            app.slips.check(text)
        assert caught.value.code == "slip.code"


def test_an_edited_database_is_seen(app: App, chief: Person) -> None:
    for change, reason in (("approver = 'Người khác'", "approval"), ("valid_until = '2099-01-01'", "approval"),
                           ("audio_sha256 = 'x'", "approval"), ("text = 'Lời khác'", "text")):
        _, code = approved(app, chief)
        raw = sqlite3.connect(app.home.database)
        with raw:
            raw.execute(f"update approval set {change} where upper(id) = ?", (code.split(":")[1],))
        raw.close()
        assert verdict(app, code) == ("altered", reason)


def test_an_altered_or_missing_sound_is_seen(app: App, chief: Person) -> None:
    subject, code = approved(app, chief)
    path = app.home.audio(app.slips.of(subject).audio_sha256)
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert verdict(app, code) == ("altered", "sound")
    path.unlink()
    assert verdict(app, code) == ("altered", "sound_missing")


def test_a_code_of_an_approval_that_was_never_filed_is_unknown(app: App, chief: Person) -> None:
    subject, code = approved(app, chief)
    raw = sqlite3.connect(app.home.database)
    with raw:
        raw.execute("update cart set approval_id = null")
        raw.execute("delete from approval")
    raw.close()
    assert app.slips.check(code) == SlipCheck("unknown")
    assert app.slips.of(subject).approval is None


def test_on_the_command_line(app: App, chief: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subject, code = approved(app, chief)
    home = ["--home", str(app.home.root)]
    out = tmp_path / "phiếu.pdf"
    assert main([*home, "approve", "slip", subject, "--out", str(out)]) == 0
    assert "PHIẾU DUYỆT" in words_of(out.read_bytes())[0]
    capsys.readouterr()
    assert main([*home, "approve", "check", code]) == 0
    assert capsys.readouterr().out.startswith("valid: Họp thôn, approved by Phó Chủ tịch")
    assert main([*home, "approve", "check", code[:-1] + "%"]) == 1
    assert "altered" in capsys.readouterr().out
    assert main([*home, "approve", "check", "nothing"]) == 1
    assert main([*home, "approve", "slip", subject]) == 2
    assert main([*home, "approve", subject]) == 2
    assert main([*home, "approve", "one", "two", "--as", "Phó Chủ tịch"]) == 2
    assert "usage" in capsys.readouterr().err
