"""Gửi cấp trên: the place tried and saved, packages sent and copied, answers and letters after a comparison."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from gui_steps import PIN, settle
from page_station import answer
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.aggregation.orders import OrderService
from broadcaster.asrun.identity import Identity
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.upward import actions
from broadcaster.gui.upward.compare_dialog import CompareDialog
from broadcaster.gui.upward.model import told
from broadcaster.gui.upward.page import UpwardPage
from broadcaster.gui.upward.place_dialog import PlaceDialog
from broadcaster.gui.upward.place_form import BY_HAND, Fields, address_of, fields_of
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "aggregation"))
from upward_station import Ends, use

Opener = Callable[[], MainWindow]
LETTER = Path(__file__).parents[1] / "data" / "letters" / "01.txt"


@pytest.fixture
def way(station: App, tmp_path: Path) -> Ends:
    """Packages go into a folder; `station` is what the window works on."""
    return use(station, tmp_path)


def page_of(qtbot: QtBot, window: MainWindow) -> UpwardPage:
    window.go("upward")
    settle(qtbot)
    page = window.page("upward")
    assert isinstance(page, UpwardPage)
    return page


def sign(dialog: PinDialog) -> None:
    dialog.pin.setText(PIN)
    dialog.sign.click()


def states(page: UpwardPage) -> list[str]:
    rows = page.queue.table.rows
    return [str(rows.index(number, 2).data()) for number in range(len(rows.ids))]


def test_an_empty_page_says_what_it_is_for(qtbot: QtBot, open_window: Opener) -> None:
    page = page_of(qtbot, open_window())
    assert not page.send_button.isVisible()
    assert page.queue.table._empty.isVisible()
    assert page.keys.own_digits.text() == page.app.identity.fingerprint
    answer(qtbot, PinDialog, sign)
    page.make_button.click()  # nothing has aired: said, not an error
    settle(qtbot)
    assert page.app.upward.queue() == []


def test_a_place_is_tried_and_saved(qtbot: QtBot, open_window: Opener, tmp_path: Path) -> None:
    window = open_window()
    page = page_of(qtbot, window)

    def fill(dialog: PlaceDialog) -> None:
        dialog.kind.choose("folder")
        dialog._show_kind()
        dialog.folder.setText(str(tmp_path / "không có"))
        dialog.try_button.click()
        settle(qtbot)
        assert "không có" in dialog.verdict.text()
        assert "Không thấy" in dialog.verdict.text()
        dialog.folder.setText(str(tmp_path))
        dialog.try_button.click()
        settle(qtbot)
        assert dialog.verdict.text().startswith("Kết nối tốt")
        dialog.every.setCurrentIndex(dialog.every.findData("week"))
        dialog.save_button.click()
        settle(qtbot)

    answer(qtbot, PinDialog, sign)
    answer(qtbot, PlaceDialog, fill)
    page.place.change.click()
    settle(qtbot)
    saved = load_settings(window.app.home).upward
    assert (saved.to, saved.every) == (str(tmp_path), "week")
    assert list(tmp_path.glob("dai-xa-thu*")) == []


def test_a_password_goes_into_its_own_file_alone(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    page = page_of(qtbot, window)

    def fill(dialog: PlaceDialog) -> None:
        dialog.kind.choose("webdav")
        dialog._show_kind()
        dialog.url.setText("https://may-chu.example/dav")
        dialog.user.setText("xa-mau")
        dialog.password.setText("rat-bi-mat")
        dialog.save_button.click()
        settle(qtbot)

    answer(qtbot, PinDialog, sign)
    answer(qtbot, PlaceDialog, fill)
    page.place.change.click()
    settle(qtbot)
    home = window.app.home
    assert load_settings(home).upward.to == "webdav+https://may-chu.example/dav"
    assert json.loads(home.secrets.read_text("utf-8"))["logins"]["webdav+https://may-chu.example/dav"][
        "password"] == "rat-bi-mat"
    holding = [path.name for path in home.root.rglob("*") if path.is_file() and b"rat-bi-mat" in path.read_bytes()]
    assert holding == ["station.secrets"]


def test_packages_go_out_and_an_answer_counts_after_a_comparison(qtbot: QtBot, open_window: Opener, way: Ends) -> None:
    rows = way.packages(2)
    page = page_of(qtbot, open_window())
    assert states(page) == ["Chờ gửi", "Chờ gửi"]
    page.send_button.click()
    settle(qtbot)
    assert states(page) == ["Đã gửi", "Đã gửi"]
    way.answer(rows[0])
    way.answer(rows[1], "refused", code="package.damaged", facts={"name": "gói", "entry": "airings.jsonl", "code": "x"})
    page.send_button.click()
    settle(qtbot)
    assert page.doubt.isVisible()

    def compare(dialog: CompareDialog) -> None:
        assert way.office.fingerprint[-4:] not in dialog.digits.text()
        dialog.typed.setText("0")
        dialog.yes.click()
        assert dialog.form.complaints() != []
        dialog.typed.setText(way.office.fingerprint[-4:])
        dialog.yes.click()

    answer(qtbot, CompareDialog, compare)
    answer(qtbot, PinDialog, sign)
    page.compare_button.click()
    settle(qtbot)
    settle(qtbot)
    page.reload()
    settle(qtbot)
    assert states(page) == ["Bị từ chối", "Đã nhận"]
    assert not page.doubt.isVisible()
    assert page.keys.office_digits.text() == way.office.fingerprint
    page.queue.table.selectRow(0)
    assert "Cấp trên trả lời" in page.queue.note.text()


def test_by_hand_onto_a_stick_and_into_an_e_mail(
        qtbot: QtBot, open_window: Opener, way: Ends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = way.packages(2)
    usb = tmp_path / "USB"
    usb.mkdir()
    page = page_of(qtbot, open_window())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "thư.dxgoi"), ""))
    page.queue.table.selectRow(1)
    page.queue.copy.click()
    settle(qtbot)
    assert (tmp_path / "thư.dxgoi").read_bytes() == (way.app.home.outbox / rows[0].package).read_bytes()
    answer(qtbot, PinDialog, sign)
    page.stick_button.click()
    settle(qtbot)
    assert sorted(path.name for path in usb.iterdir()) == [row.package for row in rows]
    page.queue.table.selectRow(0)
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    answer(qtbot, PinDialog, sign)
    page.queue.handed.click()
    settle(qtbot)
    assert states(page)[0] == "Đã giao tay"


def test_a_letter_that_came_down_is_opened(qtbot: QtBot, open_window: Opener, way: Ends, tmp_path: Path) -> None:
    above = StationHome(tmp_path / "cap-tren")
    above.create()
    orders = OrderService(way.app.database, above, load_settings(above), way.app.clock, Identity(above))
    path = orders.make([LETTER])
    window = open_window()
    page = page_of(qtbot, window)
    answer(qtbot, PinDialog, sign)
    page.take_files([path])
    settle(qtbot)
    assert way.app.directives.list() == []
    page.down.table.selectRow(0)
    assert page.down.compare.isVisible()
    answer(qtbot, CompareDialog, lambda dialog: (dialog.typed.setText(Identity(above).fingerprint[-4:]),
                                                 dialog.yes.click()))
    answer(qtbot, PinDialog, sign)
    page.down.compare.click()
    settle(qtbot)
    page.reload()
    settle(qtbot)
    assert len(way.app.directives.list()) == 1
    page.down.table.selectRow(0)
    page.down.open.click()
    settle(qtbot)
    assert window._current == "directives"


def test_a_package_can_be_pulled_out_of_the_list(qtbot: QtBot, open_window: Opener, way: Ends) -> None:
    row = way.packages(1)[0]
    page = page_of(qtbot, open_window())
    drag = page.queue._drag
    middle = page.queue.table.visualRect(page.queue.table.rows.index(0, 1)).center()
    data = drag.mime(middle)
    assert data is not None
    assert [Path(url.toLocalFile()) for url in data.urls()] == [way.app.home.outbox / row.package]
    assert drag.mime(QPoint(5, 5_000)) is None
    (way.app.home.outbox / row.package).unlink()
    assert drag.mime(middle) is None


def test_the_bar_says_what_waits_for_a_person(qtbot: QtBot, open_window: Opener, way: Ends) -> None:
    rows = way.packages(1)
    way.app.upward.send_due()
    way.app.upward.trust.confirm_office(way.office.public, "Phó Chủ tịch")
    way.answer(rows[0], "refused", code="package.damaged")
    way.app.upward.send_due()
    window = open_window()
    settle(qtbot)
    assert window._side.buttons["upward"].accessibleName() == "Gửi cấp trên, 1 mục đang chờ"


def test_every_button_has_a_name_and_long_texts_fit(qtbot: QtBot, open_window: Opener, way: Ends) -> None:
    way.packages(30)
    window = open_window()
    page = page_of(qtbot, window)
    window.resize(940, 600)
    settle(qtbot)
    from PySide6.QtWidgets import QPushButton

    assert [key for key in page.findChildren(QPushButton)
            if key.isVisibleTo(page) and not key.accessibleName()] == []
    assert page.queue.width() <= page.width()


@pytest.mark.parametrize("text", [
    "", "/media/usb", "sftp://xa@may-chu:2222/goi", "sftp://xa@may-chu/~/goi", "sftp://xa@may-chu/goi tin",
    "s3://goi/xa-mau", "webdav+https://may-chu/dav",
])
def test_addresses_go_into_the_form_and_back(text: str) -> None:
    assert address_of(fields_of(address_of(fields_of(text)))) == address_of(fields_of(text))
    assert fields_of(text).kind == {"": BY_HAND, "/": "folder"}.get(text[:1], text.partition("://")[0].partition("+")[0])


@pytest.mark.parametrize("fields", [Fields("sftp", "x", "h:99999", "a"), Fields("webdav", "http://may-chu/x"),
                                    Fields("folder", ""), Fields("s3", "")])
def test_fields_that_make_no_address_are_refused(fields: Fields) -> None:
    with pytest.raises(Refused) as refused:
        address_of(fields)
    assert refused.value.code.startswith("place.")


def test_words_of_an_office_break_no_sentence() -> None:
    assert "…" in told("package.damaged", {"code": "x", "self": 1}) or told("package.damaged", {"code": "x"})
    assert actions.SUFFIX == ".dxgoi"
