"""Files that come with a letter: sounds, scripts, the rest; kept once, taken away and put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sqlalchemy import select

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.bulletins import attachments
from broadcaster.db.schema import audit
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import App, build_app

WHO = "Cán bộ truyền thanh"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    opened = build_app(home, clock)
    yield opened
    opened.close()


@pytest.fixture
def letter(app: App) -> str:
    return app.directives.add_text("Kính gửi: UBND xã Mẫu.\n\nĐề nghị phát thanh 02 lần/ngày.", "Công văn").directive.id


def sound(path: Path) -> Path:
    random = np.random.default_rng(7)
    soundfile.write(path, 0.2 * random.standard_normal(48_000).clip(-2, 2), 32_000, format="WAV")
    return path


def test_a_sound_goes_into_the_library_with_the_letter(app: App, letter: str, tmp_path: Path,
                                                        home: StationHome) -> None:
    path = sound(tmp_path / "Thông điệp_phòng dịch.wav")
    told: list[tuple[int, int]] = []
    item = app.attachments.attach(letter, path, WHO, lambda done, total: told.append((done, total))).attachment
    cart = app.library.get(item.cart_id)
    assert (item.kind, cart.directive_id, cart.origin, cart.kind) == ("audio", letter, "superior", CartKind.MESSAGE)
    assert cart.title == "Thông điệp phòng dịch"
    kept = app.attachments.file(item.id)
    assert kept == home.root / "directives" / f"{item.sha256}.wav"
    assert sha256_of(kept) == sha256_of(path)
    (row,) = app.directives.list("phong dich wav")
    assert (row.id, row.attachments, row.state) == (letter, 1, "drafted")
    assert told


def test_a_script_becomes_a_draft_with_the_letter(app: App, letter: str, tmp_path: Path) -> None:
    path = tmp_path / "Bài tuyên truyền.txt"
    path.write_text("Mời bà con đi tiêm phòng.\n\nXin cảm ơn.", encoding="utf-8")
    item = app.attachments.attach(letter, path, WHO).attachment
    made = app.bulletins.get(item.bulletin_id)
    assert (item.kind, made.directive_id, made.kind, made.points) == ("script", letter, CartKind.FEATURE, ())
    assert made.text == "Mời bà con đi tiêm phòng.\n\nXin cảm ơn."
    assert (made.state, made.title) == (State.DRAFT, "Bài tuyên truyền")


def test_a_script_that_cannot_be_read_is_kept_and_told(app: App, letter: str, tmp_path: Path) -> None:
    path = tmp_path / "biểu mẫu.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    done = app.attachments.attach(letter, path, WHO)
    assert done.attachment.kind == "other"
    assert isinstance(done.problem, Refused)
    assert app.attachments.file(done.attachment.id).is_file()
    assert app.bulletins.list() == []


def test_anything_else_is_kept_as_it_is(app: App, letter: str, tmp_path: Path) -> None:
    path = tmp_path / "phụ lục.XLSX;rm -rf"
    path.write_bytes(b"1,2,3")
    item = app.attachments.attach(letter, path, WHO).attachment
    assert (item.kind, item.suffix) == ("other", ".xlsxrmrf")
    assert app.attachments.file(item.id).read_bytes() == b"1,2,3"


def test_the_same_file_is_known_and_comes_back_after_removal(app: App, letter: str, tmp_path: Path) -> None:
    path = sound(tmp_path / "a.wav")
    first = app.attachments.attach(letter, path, WHO).attachment
    copy = tmp_path / "b.wav"
    copy.write_bytes(path.read_bytes())
    again = app.attachments.attach(letter, copy, WHO)
    assert (again.known, again.attachment) == (True, first)
    app.attachments.remove(first.id, WHO)
    assert app.attachments.of(letter) == []
    assert app.directives.list("a wav") == []
    assert app.library.get(first.cart_id).state is State.DRAFT
    app.attachments.restore(first.id, WHO)
    assert app.attachments.of(letter) == [first]
    app.attachments.remove(first.id, WHO)
    assert app.attachments.attach(letter, copy, WHO).known
    assert app.attachments.of(letter) == [first]
    with app.database.read() as c:
        acts = c.execute(select(audit.c.action).where(audit.c.subject == letter)).scalars().all()
    assert acts == ["directive.add", "attachment.add", "attachment.remove", "attachment.restore", "attachment.remove",
                    "attachment.restore"]


def test_a_sound_that_was_there_first_belongs_to_the_letter_now(app: App, letter: str, tmp_path: Path) -> None:
    path = sound(tmp_path / "a.wav")
    cart = app.library.add(path).cart
    assert app.attachments.attach(letter, path, WHO).attachment.cart_id == cart.id
    assert app.library.get(cart.id).directive_id == letter
    other = app.directives.add_text("Kính gửi: UBND xã Mẫu.\n\nPhát lại thông điệp.", "Công văn khác").directive.id
    assert app.attachments.attach(other, path, WHO).attachment.cart_id == cart.id
    assert app.library.get(cart.id).directive_id == letter


def test_a_kept_file_can_be_used_later(app: App, letter: str, tmp_path: Path) -> None:
    path = sound(tmp_path / "thông điệp")
    item = app.attachments.attach(letter, path, WHO).attachment
    assert (item.kind, item.cart_id, item.suffix) == ("other", "", "")
    assert app.library.get(app.attachments.to_library(item.id, WHO).cart_id).directive_id == letter
    text = tmp_path / "lời đọc.md"
    text.write_text("Mời bà con.", encoding="utf-8")
    script = app.attachments.attach(letter, text, WHO).attachment
    assert app.bulletins.get(app.attachments.make_draft(script.id, WHO).bulletin_id).text == "Mời bà con."
    assert [bool(each.cart_id or each.bulletin_id) for each in app.attachments.of(letter)] == [True, True]


@pytest.mark.parametrize(("content", "code"), [(None, "attachment.missing"), (b"", "attachment.empty"),
                                               (b"\0" * 300, "sound.unreadable")])
def test_bad_files_change_nothing(app: App, letter: str, tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "x.mp3"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        app.attachments.attach(letter, path, WHO)
    assert caught.value.code == code
    assert app.attachments.of(letter) == []
    assert len(list((app.home.root / "directives").iterdir())) == 1


def test_the_limit_of_size_is_told(app: App, letter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_BYTES", 10)
    path = tmp_path / "x.bin"
    path.write_bytes(bytes(11))
    with pytest.raises(Refused) as caught:
        app.attachments.attach(letter, path, WHO)
    assert caught.value.code == "attachment.too_large"


def test_the_letter_is_no_attachment_of_itself(app: App, tmp_path: Path) -> None:
    path = tmp_path / "công văn.txt"
    path.write_text("Kính gửi: UBND xã Mẫu.\n\nĐề nghị phát thanh.", encoding="utf-8")
    letter = app.directives.add(path).directive.id
    with pytest.raises(Refused) as caught:
        app.attachments.attach(letter, path, WHO)
    assert caught.value.code == "attachment.letter_itself"
    for act in (app.attachments.get, app.attachments.remove, app.attachments.file):
        with pytest.raises(Refused):
            act("nichts")


def test_a_lost_file_is_said(app: App, letter: str, tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"abc")
    item = app.attachments.attach(letter, path, WHO).attachment
    app.attachments.file(item.id).unlink()
    with pytest.raises(Refused) as caught:
        app.attachments.file(item.id)
    assert caught.value.code == "attachment.missing"


def test_a_cancelled_import_leaves_nothing(app: App, letter: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        app.attachments.attach(letter, sound(tmp_path / "a.wav"), WHO, cancelled=lambda: True)
    assert caught.value.code == "import.cancelled"
    assert app.attachments.of(letter) == []
    assert app.library.count() == 0
