"""The living page of the design: what a token looks like now, what each part is for. Reached from “This program”."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QProgressBar, QPushButton, QRadioButton, QVBoxLayout, QWidget

from broadcaster.gui.appearance import THEMES, theme_of
from broadcaster.gui.on_air.model import Lamp
from broadcaster.gui.on_air.now_card import LAMPS, LampSign
from broadcaster.gui.page import Page
from broadcaster.gui.settings.appearance_card import ThemeTile, theme_words
from broadcaster.gui.style.pairs_view import PairsView
from broadcaster.gui.style.samples import distances, flowing, letters
from broadcaster.gui.theme import TONES, running_theme, space, widths
from broadcaster.gui.theme_sets import MARK_PAIRS, TEXT_PAIRS
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, danger_button, flat_button, icon_button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.day_marks import COLORS, legend_html
from broadcaster.gui.widgets.day_strip import Block, DayStrip
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.hold_button import HoldButton
from broadcaster.gui.widgets.layout import Card, column, label, scrolled
from broadcaster.gui.widgets.meter import LevelMeter
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table

_HOUR = 3600


class StylePage(Page):
    """Not in the bar: for whoever looks after the program."""

    widest = widths.form

    def build(self) -> None:
        back = button(self.tr("Back to this program"), "chevron-left", lambda: self.shell.go("care", "about"))
        self.body.addLayout(self.header(self.tr("How the program looks"), back))
        content = QWidget()
        content.setObjectName("plain")
        parts = QVBoxLayout(content)
        parts.setContentsMargins(0, 0, space.small, 0)
        parts.setSpacing(space.large)
        self.words = PairsView(self.tr("Words and their grounds"), TEXT_PAIRS)
        self.marks = PairsView(self.tr("Drawn marks and borders"), MARK_PAIRS, marks=True)
        least = "7" if running_theme() == "contrast" else "4,5"
        parts.addWidget(self._theme_card())
        parts.addWidget(self._buttons_card())
        parts.addWidget(self._fields_card())
        parts.addWidget(self._states_card())
        parts.addWidget(self._lists_card())
        parts.addWidget(Card(self.tr("Letters")).add(*letters()))
        parts.addWidget(Card(self.tr("Distances")).add(distances()))
        parts.addWidget(Card(self.tr("Words and their grounds")).add(
            label(self.tr("At least {figure} : 1 in this theme.").format(figure=least), "soft"), self.words))
        parts.addWidget(Card(self.tr("Drawn marks and borders")).add(
            label(self.tr("At least {figure} : 1 in this theme.").format(figure="3"), "soft"), self.marks))
        parts.addStretch(1)
        self.body.addWidget(scrolled(content), 1)

    def _theme_card(self) -> Card:
        self._group = QButtonGroup(self)
        self.tiles: dict[str, ThemeTile] = {}
        words = theme_words()
        for theme in THEMES:
            self.tiles[theme] = tile = ThemeTile(theme, words[theme])
            tile.clicked.connect(lambda _=False, theme=theme: self._choose(theme))
            self._group.addButton(tile)
        self.tiles[theme_of(self.shell.memory)].setChecked(True)
        return Card(self.tr("Theme")).add(flowing(*self.tiles.values()))

    def _choose(self, theme: str) -> None:
        shell = self.shell
        if not shell.dress(theme):
            self.tiles[theme_of(shell.memory)].setChecked(True)

    def _buttons_card(self) -> Card:
        made: list[QPushButton] = [
            primary_button(self.tr("The one thing"), "plus"), button(self.tr("Another thing"), "pencil"),
            flat_button(self.tr("A small thing"), "info"), danger_button(self.tr("Takes away"), "trash-2")]
        alarm = button(self.tr("Emergency"), "siren")
        alarm.setObjectName("alarm")
        off = [primary_button(self.tr("The one thing"), "plus"), button(self.tr("Another thing"), "pencil"),
               danger_button(self.tr("Takes away"), "trash-2")]
        for each in off:
            each.setEnabled(False)
        hold = HoldButton(self.tr("Hold for a second"))
        dialog = button(self.tr("A dialog…"), "monitor", self._show_dialog)
        question = button(self.tr("A question…"), "circle-help", lambda: self.shell.confirm(
            self.tr("Remove it?"), self.tr("It can be taken back within thirty days."), self.tr("Remove"), danger=True))
        return Card(self.tr("Buttons")).add(
            flowing(*made, alarm, icon_button("settings", self.tr("A picture alone"))), flowing(*off), hold,
            flowing(dialog, question))

    def _show_dialog(self) -> None:
        dialog = Sheet(self, self.tr("A dialog"))
        dialog.body.addWidget(label(self.tr("A dialog"), "title"))
        dialog.body.addWidget(label(self.tr("Esc turns away; Enter presses the button with the ring."), wrap=True))
        dialog.buttons(button(self.tr("Cancel"), "", dialog.reject), primary_button(self.tr("Done"), "", dialog.accept))
        dialog.exec()
        dialog.deleteLater()

    def _fields_card(self) -> Card:
        form = Form()
        form.add(self.tr("A line of words"), text_field("", self.tr("A hint…")), self.tr("A note below the field."))
        wrong = form.add(self.tr("Something is wrong"), text_field("25:61"))
        form.wrong_quietly(wrong, self.tr("This is not a time. Write it as 17:30."))
        form.add(self.tr("One of several"), choice([("a", self.tr("The first")), ("b", self.tr("The second"))]))
        form.add(self.tr("A number"), number_field(12, 0, 99))
        off = form.add(self.tr("Switched off"), text_field(self.tr("Cannot be changed now")))
        off.setEnabled(False)
        ticked, round_one = QCheckBox(self.tr("Ticked")), QRadioButton(self.tr("Chosen"))
        ticked.setChecked(True)
        round_one.setChecked(True)
        return Card(self.tr("Fields")).add(
            form, flowing(ticked, QCheckBox(self.tr("Not ticked")), round_one, QRadioButton(self.tr("Not chosen"))))

    def _states_card(self) -> Card:
        badges = flowing(*(Badge(name, name) for name in TONES))
        chips = [chip(name, name) for name in TONES]
        for each in chips[::2]:
            each.setChecked(True)
        lamps = []
        for name in LAMPS:
            sign = LampSign(22)
            sign.show_lamp(Lamp(name.upper(), name))
            lamps.append(sign)
        box = Card(self.tr("States"))
        box.add(badges, flowing(*chips), flowing(*lamps))
        for tone, icon in (("good", "circle-check"), ("info", "info"), ("wait", "triangle-alert"), ("bad", "siren")):
            box.add(Banner(self.tr("Words say what the colour only helps to find."), tone, icon))
        return box

    def _lists_card(self) -> Card:
        table = Table("style.sample", [Column(self.tr("Title"), lambda item: item[1], 0),
                                       Column(self.tr("Length"), lambda item: item[2], 104, digits=True),
                                       Column(self.tr("State"), lambda item: item[3], 150, tone=lambda item: item[3])])
        table.show_rows([(1, "Thu gom rác thải sinh hoạt", "1:14", "good"), (2, "Lịch tiêm chủng", "2:05", "wait"),
                         (3, "Dự báo thời tiết nông vụ", "0:48", "bad")], key=lambda item: item[0])
        table.select_id(2)
        table.setMinimumHeight(180)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setValue(60)
        meter = LevelMeter(self.tr("Level"))
        strip = DayStrip(self.tr("A day"))
        blocks = [Block((2 + 2.4 * number) * _HOUR, (3.4 + 2.4 * number) * _HOUR, tone, tone)
                  for number, tone in enumerate(COLORS)]
        strip.show_blocks(blocks)
        legend = label("", "faint", wrap=True)
        legend.setTextFormat(Qt.TextFormat.RichText)
        legend.setText(legend_html([(name, name) for name in COLORS]))
        return Card(self.tr("Lists, bars and meters")).add(table, bar, meter, column(strip, legend, spacing=space.hair))


PAGE = StylePage
