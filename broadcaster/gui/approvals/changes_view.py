"""What changed since the last approval: the figures first, then the text word by word, then both sounds."""

from __future__ import annotations

import importlib
import importlib.util
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QLabel, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from broadcaster.base.clock import parse_time
from broadcaster.bulletins.changes import TextChange
from broadcaster.gui.approvals.actions import Material
from broadcaster.gui.approvals.model import figure_words
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import TONES, sizes, text_font
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.layout import label, row

_MOST_FIGURES = 8
_AB = "broadcaster.gui.widgets.ab_player"


class TextChangeView(QTextEdit):
    """New words are underlined and marked +, old ones struck through and marked −; the colours only help."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("The text with its changes"))
        self.setStyleSheet("QTextEdit { border: 0; padding: 0; }")
        self.places: list[int] = []
        self._at = -1

    def show_change(self, change: TextChange) -> None:
        self.clear()
        self.places = []
        self._at = -1
        cursor = self.textCursor()
        pieces = change.pieces
        for number, piece in enumerate(pieces):
            if piece.kind != "same" and (number == 0 or pieces[number - 1].kind == "same"):
                self.places.append(cursor.position())
            text = piece.text
            if piece.kind == "same":
                # "bà con" before a struck word would run into it.
                ends = number + 1 < len(pieces) and pieces[number + 1].kind == "removed" and not text[-1:].isspace()
                cursor.insertText(text + (" " if ends else ""), _look("same"))
                continue
            body = text.rstrip()
            cursor.insertText("−" if piece.kind == "removed" else "+", _look(f"{piece.kind} sign"))
            cursor.insertText(body or "¶", _look(piece.kind))
            cursor.insertText(text[len(body):] or (" " if piece.kind == "removed" else ""), _look("same"))
        self.setTextCursor(QTextCursor(self.document()))

    def go(self, step: int) -> int:
        """Bring the next place (or the one before) into sight; returns its number from 1, 0 when there is none."""
        if not self.places:
            return 0
        self._at = (self._at + step) % len(self.places) if self._at >= 0 else 0 if step > 0 else len(self.places) - 1
        cursor = self.textCursor()
        cursor.setPosition(self.places[self._at])
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 3)
        return self._at + 1


class ChangesView(QWidget):
    """Both halves of a change; hidden parts are those that did not change."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._player: QWidget | None = None
        self.when = label("", "soft", wrap=True)
        self.figures = Banner("", "bad", "triangle-alert")
        self.text = TextChangeView()
        self.count = label("", "soft")
        self.back = icon_button("chevron-up", self.tr("The change before"), lambda: self._go(-1))
        self.on = icon_button("chevron-down", self.tr("Next change"), lambda: self._go(1))
        self.nothing = label("", "soft", wrap=True)
        self.texts = chip(self.tr("Text"))
        self.sounds = chip(self.tr("Sound"))
        self._moves = QWidget()
        line = row(_legend(), None, self.count, self.back, self.on, spacing=4)
        line.setContentsMargins(0, 0, 0, 0)
        self._moves.setLayout(line)
        self._sound_words = label("", "soft", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._text_half())
        self._stack.addWidget(self._sound_half())
        choice = QButtonGroup(self)
        for number, part in enumerate((self.texts, self.sounds)):
            choice.addButton(part)
            part.clicked.connect(partial(self._stack.setCurrentIndex, number))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        head = row(self.when, self.texts, self.sounds, spacing=6)
        head.setStretch(0, 1)
        box.addLayout(head)
        box.addWidget(self._stack, 1)

    def _text_half(self) -> QWidget:
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self.figures, self.nothing, self._moves):
            box.addWidget(part)
        box.addWidget(self.text, 1)
        return place

    def _sound_half(self) -> QWidget:
        place = QWidget()
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._sound_words)
        self._sounds = QVBoxLayout()
        box.addLayout(self._sounds)
        box.addStretch(1)
        return place

    def show_material(self, shown: Material) -> None:
        """Nothing to compare with: the page leaves the tab out."""
        self._drop_player()
        before, change = shown.before, shown.change
        if before is None:
            return
        self.when.setText(self.tr("Compared with what {name} approved on {time}.").format(
            name=before.approver, time=moment_text(parse_time(before.approved_at)))
            + ("" if shown.sound_changed else " " + self.tr("The sound is the same.")))
        told = [figure_words(item) for item in change.figures] if change else []
        more = f"  ·  … +{len(told) - _MOST_FIGURES}" if len(told) > _MOST_FIGURES else ""
        self.figures.show_text("  ·  ".join(told[:_MOST_FIGURES]) + more, "bad", "triangle-alert")
        changed = change is not None and change.changed
        self._moves.setVisible(changed)
        self.text.setVisible(changed)
        self.nothing.setVisible(not changed)
        self.nothing.setText(self._why_nothing(shown))
        if change and changed:
            self.text.show_change(change)
            self.text.setFont(text_font(sizes.strong))
            self._count(0)
        self._show_sounds(shown)
        both = changed and shown.sound_changed
        for part in (self.texts, self.sounds):
            part.setVisible(both)
        first = self.sounds if shown.sound_changed and not changed else self.texts
        first.setChecked(True)
        self._stack.setCurrentIndex(int(first is self.sounds))

    def leave(self) -> None:
        """Another item or page comes: nothing sounds on."""
        stop = getattr(self._player, "stop", None) or getattr(self._player, "silence", None)
        if stop:
            stop()

    def _why_nothing(self, shown: Material) -> str:
        if shown.bulletin is None:
            return self.tr("It has no text; the sound is another.") if shown.sound_changed else ""
        if shown.before and not shown.before.text:
            return self.tr("The text that was approved was not kept in that version of the program: read it whole.")
        return self.tr("The text is the same, word for word.")

    def _show_sounds(self, shown: Material) -> None:
        self._sound_words.show()
        if not shown.sound_changed or shown.before is None or shown.cut is None:
            return
        kept = self._shell.app.home.audio(shown.before.audio_sha256).is_file()
        if not kept or importlib.util.find_spec(_AB) is None:
            self._sound_words.setText(self.tr("The sound is another. Listen to it whole."))
            return
        self._sound_words.hide()
        player = importlib.import_module(_AB).AbPlayer(self._shell.app)
        player.show_sounds(shown.before.audio_sha256, shown.cut.sha256)
        self._player = player
        self._sounds.addWidget(player)

    def _drop_player(self) -> None:
        if self._player is not None:
            self.leave()
            self._sounds.removeWidget(self._player)
            self._player.deleteLater()
            self._player = None

    def _go(self, step: int) -> None:
        self._count(self.text.go(step))

    def _count(self, at: int) -> None:
        count = len(self.text.places)
        words = self.tr("{at} of {count} changes").format(at=at, count=count) if at else \
            self.tr("{count} changes").format(count=count)
        self.count.setText(words)


def _legend() -> QLabel:
    parts = []
    translate = QCoreApplication.translate
    for kind, words in (("removed", translate("Approvals", "taken out")), ("added", translate("Approvals", "put in"))):
        ground, ink = TONES["bad" if kind == "removed" else "good"]
        line = "line-through" if kind == "removed" else "underline"
        sign = "−" if kind == "removed" else "+"
        parts.append(f'<span style="background:{ground}; color:{ink}">&nbsp;{sign}'
                     f'<span style="text-decoration:{line}">{words}</span>&nbsp;</span>')
    made = label("", "faint")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText("  ".join(parts))
    return made


def _look(kind: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(text_font(sizes.strong))
    if kind == "same":
        return look
    removed = kind.startswith("removed")
    ground, ink = TONES["bad" if removed else "good"]
    look.setBackground(QColor(ground))
    look.setForeground(QColor(ink))
    if kind.endswith("sign"):
        look.setFontWeight(QFont.Weight.Bold)
    elif removed:
        look.setFontStrikeOut(True)
    else:
        look.setFontUnderline(True)
        look.setFontWeight(QFont.Weight.Medium)
    return look
