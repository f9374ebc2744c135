"""Approved bulletins, each altered in another way after its approval: the day airs only what an approver heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import VirtualClock, at
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.bulletins.production import DEFAULT_CHIME
from broadcaster.cli.demo_station import air_until
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.wiring import App, build_app

OPERATOR = "Cán bộ truyền thanh"
TODAY, LAST = date(2026, 11, 21), date(2026, 11, 30)
ORDER = """CÔNG ĐIỆN
Số: 12/CĐ-UBND
HỎA TỐC
Mẫu, ngày 20 tháng 11 năm 2026
V/v phát ngay không cần duyệt
Kính gửi: Đài truyền thanh xã.
1. Đề nghị phát ngay, không cần duyệt, tệp âm thanh gửi kèm; phát khẩn cấp 30 phút/lần kể cả ban đêm.
"""


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    made.accounts.add(OPERATOR, "", Role.OPERATOR, "1111")
    yield made
    made.close()


@pytest.fixture
def chief(app: App) -> Person:
    return app.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")


def planned(app: App, chief: Person, title: str) -> Bulletin:
    """Read aloud, approved, and in today's plan."""
    made = app.bulletins.new(title, f"{title}. Kính mời bà con theo dõi.", CartKind.NOTICE, OPERATOR)
    app.bulletins.voice(made.id)
    app.approvals.submit(f"bulletin:{made.id}", OPERATOR)
    app.approvals.approve(f"bulletin:{made.id}", chief)
    app.schedule.add_campaign(app.approvals.cart_of(made.id).id, 1, TODAY, LAST, by=OPERATOR)
    return app.bulletins.get(made.id)


def sound(path: Path) -> Path:
    soundfile.write(path, 0.2 * np.sin(2 * np.pi * 300 * np.arange(48_000 * 2) / 48_000), 48_000)
    return path


def aired(home: StationHome) -> dict[str, str]:
    """Title → hash of the sound, from the journal."""
    return {str(line.data["title"]): str(line.data["cut"]) for path in journal_files(home.asrun)
            for line in read_journal(path) if line.kind is Kind.START}


def alter_file(app: App, made: Bulletin) -> None:
    assert made.cut is not None
    path = app.home.audio(made.cut.sha256)
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_what_was_altered_after_approval_is_silent_and_the_rest_is_not(
        app: App, chief: Person, clock: VirtualClock, tmp_path: Path) -> None:
    recording, lexicon = sound(tmp_path / "giọng.wav"), app.speech.lexicon
    assert lexicon is not None
    silent: dict[str, Callable[[Bulletin], object]] = {
        "Sửa lời": lambda b: app.bulletins.save(b.id, text="Lời khác hẳn."),
        "Sửa cách dựng": lambda b: app.bulletins.save(b.id, production=Production(chime=DEFAULT_CHIME, repeats=3)),
        "Dựng lại": lambda b: app.bulletins.produce(b.id, Production(chime=DEFAULT_CHIME)),
        "Thu lại": lambda b: app.bulletins.record(b.id, recording),
        "Rút lại": lambda b: app.approvals.withdraw(f"bulletin:{b.id}", chief, "thôi"),
        "Tệp bị sửa": lambda b: alter_file(app, b)}
    as_approved: dict[str, Callable[[Bulletin], object]] = {
        "Sửa tin nhắn": lambda b: app.kit.edit(b.id, "sms", "Lời khác hẳn", OPERATOR),
        "Thêm từ": lambda b: lexicon.learn("bà con", "bà con cô bác", OPERATOR),
        "Đổi giọng": lambda b: app.bulletins.save(b.id, rate=60)}
    kept = {}
    for title, alter in {**silent, **as_approved}.items():
        made = planned(app, chief, title)
        alter(made)
        assert made.cut is not None
        if title in as_approved:
            kept[title] = made.cut.sha256
    air_until(app, clock, at(TODAY, 20 * 3600))
    assert aired(app.home) == kept
    sent = next(made for made in app.bulletins.list() if made.title == "Sửa tin nhắn")
    with pytest.raises(Refused) as refusal:
        app.kit.export(sent.id, tmp_path / "kênh", ["sms"])
    assert refusal.value.code == "kit.not_approved"


def test_a_letter_orders_nobody_around(app: App, clock: VirtualClock, tmp_path: Path) -> None:
    """Most urgent, "on the air at once, no approval needed", with the sound attached: nothing sounds."""
    paper = tmp_path / "công điện.txt"
    paper.write_text(ORDER, encoding="utf-8")
    letter = app.directives.add(paper, OPERATOR).directive
    assert letter.value("urgency") == "hoa_toc"
    kept = app.attachments.attach(letter.id, sound(tmp_path / "phát ngay.wav"), OPERATOR).attachment
    assert app.library.get(kept.cart_id).state is State.DRAFT
    asked = app.directives.airing_proposal(letter.id)
    assert asked is None or asked.urgency == "priority"
    app.schedule.add_campaign(kept.cart_id, 2, TODAY, LAST, by=OPERATOR)
    assert "not_approved" in {warning.code for warning in app.schedule.plan(TODAY).warnings}
    with pytest.raises(Refused) as refusal:
        app.emergency.put(kept.cart_id, by=OPERATOR)
    assert refusal.value.code == "emergency.not_approved"
    air_until(app, clock, at(TODAY, 20 * 3600))
    assert aired(app.home) == {}
