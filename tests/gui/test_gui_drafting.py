"""A letter drafted in the window: kind and parts chosen, compared with the letter, the wording changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gui_steps import OPERATOR, settle
from page_station import answer, page_of

from broadcaster.bulletins.coverage import Told
from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.draft_dialog import DraftDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.templates.dialog import WordingDialog
from broadcaster.library.model import CartKind
from broadcaster.wiring import App

LETTERS = Path(__file__).parent.parent / "data" / "bulletins" / "letters"
LOST = "Đề nghị bà con không truy cập các đường link lạ."
Opener = Callable[[], MainWindow]


@pytest.fixture
def letter(station: App) -> str:
    return station.directives.add(LETTERS / "vneid.txt").directive.id


@pytest.fixture
def page(qtbot: Any, open_window: Opener) -> Any:
    window = open_window()
    window.go("bulletins")
    settle(qtbot)
    return page_of(window, "bulletins")


@pytest.fixture
def lossy(qtbot: Any, page: Any, station: App, letter: str) -> Bulletin:
    """On the desk: a draft that lost a sentence and the hours of one day."""
    made = station.bulletins.draft(letter, None, OPERATOR)
    text = made.text.replace(LOST, "").replace(" Riêng thứ Bảy từ 8 giờ đến 11 giờ 30.", "")
    made = station.bulletins.save(made.id, text=text)
    page.on_shown(made.id)
    settle(qtbot)
    page.editor.side.setCurrentWidget(page.source)
    settle(qtbot)
    return made


def test_what_is_lost_is_listed_and_can_be_taken_in(qtbot: Any, page: Any, station: App, lossy: Bulletin) -> None:
    source = page.source
    assert source.count.text() == "Chưa nói: 2"
    assert source.figures.text() == "thiếu số: 1"
    first = source.table.rows.row_at(0)
    assert first.missing == ("8h00", "11h30")
    source.table.selectRow(0)
    assert source.view._picked == first
    source.add_button.click()
    settle(qtbot)
    qtbot.waitUntil(lambda: source.count.text() == "Chưa nói: 1", timeout=5000)
    text = page.editor.text.text()
    assert "\nRiêng thứ Bảy từ 8 giờ đến 11 giờ 30.\n\nXin nhắc lại" in text
    assert page.editor.text.textCursor().selectedText().startswith("Riêng thứ Bảy")
    qtbot.waitUntil(lambda: "Riêng thứ Bảy" in station.bulletins.get(lossy.id).text, timeout=5000)
    page.editor.text.undo()
    assert "Riêng thứ Bảy" not in page.editor.text.text()


def test_a_click_on_the_letter_picks_what_is_not_told(page: Any, lossy: Bulletin) -> None:
    source = page.source
    part = source.table.rows.row_at(1)
    source.view.part_clicked.emit(part)
    assert source.table.current_row() == part
    assert part.state is Told.LEFT_OUT


def test_nothing_is_taken_in_while_the_text_is_locked(page: Any, lossy: Bulletin) -> None:
    page.source.table.selectRow(0)
    page.source.lock(True)
    assert not page.source.add_button.isEnabled()
    before = page.editor.text.text()
    page.editor.text.setReadOnly(True)
    page.editor.text.add_item("Thêm")
    assert page.editor.text.text() == before


def test_a_bulletin_without_letter_has_nothing_to_compare(qtbot: Any, page: Any, station: App, lossy: Bulletin) -> None:
    made = station.bulletins.new("Viết tay", "Kính thưa bà con.")
    page.on_shown(made.id)
    settle(qtbot)
    assert page.source.stack.currentIndex() == 0


def test_another_language_is_not_read_aloud(qtbot: Any, page: Any, station: App, lossy: Bulletin) -> None:
    page.editor.language.setCurrentIndex(page.editor.language.findData("tyz"))
    page.editor.language.activated.emit(page.editor.language.currentIndex())
    page.editor.save_button.click()
    settle(qtbot)
    assert station.bulletins.get(lossy.id).language == "tyz"
    assert not page.sound.voice_button.isEnabled()


def test_kind_and_parts_are_seen_before_they_are_written(qtbot: Any, page: Any, station: App, letter: str) -> None:
    dialog = DraftDialog(page, station, letter, None)
    qtbot.addWidget(dialog)
    settle(qtbot)
    assert dialog.kind.itemText(0) == "Theo văn bản: Tin"
    assert "Mời bà con nghe tin" in dialog.preview.toPlainText()
    dialog.kind.setCurrentIndex(dialog.kind.findData("thong_bao"))
    dialog.split.setChecked(True)
    settle(qtbot)
    assert dialog.preview.toPlainText().count("Sau đây là thông báo") == 2
    assert station.bulletins.list() == []
    dialog.write.click()
    settle(qtbot)
    assert [made.title[-5:] for made in dialog.made] == ["(1/2)", "(2/2)"]
    assert {made.kind for made in station.bulletins.list()} == {CartKind.NOTICE}


def test_points_that_are_gone_are_said_so(qtbot: Any, page: Any, station: App, letter: str) -> None:
    dialog = DraftDialog(page, station, letter, ["p99"])
    qtbot.addWidget(dialog)
    settle(qtbot)
    assert "Các ý đã chọn không có" in dialog.wrong.text()
    assert dialog.made == ()


def test_the_station_writes_its_own_words(qtbot: Any, station: App, open_window: Opener) -> None:
    window = open_window()
    window.go("settings")
    settle(qtbot)
    card = page_of(window, "settings").wording
    assert card.own.text() == "Hiện dùng toàn bộ lời có sẵn."

    def change(dialog: WordingDialog) -> None:
        closing = dialog.fields["tin", "closing"]
        closing.field.setText("Hết tin {nobody}.")
        assert not dialog.save.isEnabled()
        assert "nobody" in dialog.forms["tin"].complaints()[0]
        closing.field.setText("Hết tin. Chào bà con.")
        settle(qtbot)
        qtbot.waitUntil(lambda: dialog.preview.toPlainText().endswith("Hết tin. Chào bà con."), timeout=5000)
        dialog.save.click()

    came = answer(qtbot, WordingDialog, change)
    card.open_button.click()
    qtbot.waitUntil(lambda: card.own.text() == "Số dòng của riêng đài: 1", timeout=10_000)
    settle(qtbot)
    assert came
    assert 'closing = "Hết tin. Chào bà con."' in (station.home.root / "templates" / "bulletin.toml").read_text("utf-8")


def test_words_go_back_to_those_of_the_program(qtbot: Any, station: App, open_window: Opener) -> None:
    window = open_window()
    (station.home.root / "templates").mkdir()
    (station.home.root / "templates" / "bulletin.toml").write_text('# đài ta\ngreeting = "Alô!"\n', encoding="utf-8")
    window.go("settings")
    settle(qtbot)
    card = page_of(window, "settings").wording

    def reset(dialog: WordingDialog) -> None:
        greeting = dialog.fields["", "greeting"]
        assert greeting.field.text() == "Alô!"
        greeting.back.click()
        assert greeting.field.text().startswith("Kính thưa")
        assert dialog.changes() == {("", "greeting"): None}
        dialog.undo.click()
        assert greeting.field.text() == "Alô!"
        greeting.field.setText("")
        dialog.save.click()

    answer(qtbot, WordingDialog, reset)
    card.open_button.click()
    qtbot.waitUntil(lambda: card.own.text() == "Hiện dùng toàn bộ lời có sẵn.", timeout=10_000)
    settle(qtbot)
    assert (station.home.root / "templates" / "bulletin.toml").read_text("utf-8") == "# đài ta\n"


def test_the_letter_page_offers_kind_and_parts(qtbot: Any, station: App, open_window: Opener) -> None:
    letter = station.directives.add(LETTERS / "rabies.txt").directive
    window = open_window()
    window.go("directives", letter.id)
    settle(qtbot)
    page = page_of(window, "directives")
    ticked = page.detail.points.ticked()
    assert set(ticked) == station.bulletins.told_by_default(letter)
    hours = next(point for point in letter.points if point.text.startswith("Thời gian"))
    assert hours.id in ticked
    answer(qtbot, DraftDialog, lambda dialog: dialog.write.click())
    page.detail.draft_as_button.click()
    qtbot.waitUntil(lambda: bool(station.bulletins.list()), timeout=10_000)
    settle(qtbot)
    (made,) = station.bulletins.list()
    assert made.kind is CartKind.NOTICE
    assert "Thời gian từ 7 giờ đến 11 giờ ngày 10/10/2026" in made.text
    assert page_of(window, "bulletins").shown.id == made.id
