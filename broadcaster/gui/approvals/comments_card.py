"""Remarks about one thing: read them, add one, take back one's own. Any page can put it in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import parse_time
from broadcaster.bulletins.comments import Comment
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.layout import label, row, scrolled


class CommentsCard(QWidget):
    """`show_subject("bulletin:…")` reads and shows; `changed(count)` after each reading."""

    changed = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shell = shell
        self._subject = ""
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(self.tr("Write a remark for the author or the approver…"))
        self.field.setAccessibleName(self.tr("New remark"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(64)
        self.field.textChanged.connect(self._show_send)
        self.send = button(self.tr("Add with PIN…"), "message-square", self._add)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(10)
        inside = QWidget()
        inside.setLayout(self._list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(scrolled(inside), 1)
        line = row(self.field, self.send)
        line.setStretch(0, 1)
        line.setAlignment(self.send, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(line)
        self._show_send()

    def show_subject(self, subject: str) -> None:
        """Another thing, or the same anew; what was being typed about another is dropped."""
        if subject != self._subject:
            self._subject = subject
            self.field.clear()
            self._show(())
        if subject:
            Op(partial(self._shell.app.comments.list, subject)).on_success(
                lambda found: self._show(found) if subject == self._subject else None).start(self)

    def _show(self, comments: Sequence[Comment]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for comment in comments:
            self._list.addWidget(self._remark(comment))
        if not comments:
            self._list.addWidget(label(self.tr("No remarks yet."), "soft"))
        self._list.addStretch(1)
        self.changed.emit(len(comments))

    def _remark(self, comment: Comment) -> QWidget:
        made = QWidget()
        head = label(f"{comment.by} · {moment_text(parse_time(comment.at))}", "faint")
        remove = icon_button("x", self.tr("Take back my remark"), partial(self._remove, comment))
        words = label(comment.text, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row(head, None, remove))
        box.addWidget(words)
        return made

    def _show_send(self) -> None:
        self.send.setEnabled(bool(self.field.toPlainText().strip()))

    def _sign(self, purpose: str) -> Person | None:
        return self._shell.ask_pin(Role.OPERATOR, purpose)

    def _add(self) -> None:
        subject, text = self._subject, self.field.toPlainText()
        person = self._sign(self.tr("Add the remark in my name.")) if text.strip() else None
        if person is None:
            return

        def done(_: object) -> None:
            if subject == self._subject:
                self.field.clear()
            self.show_subject(self._subject)

        Op(partial(self._shell.app.comments.add, subject, text, person)).on_success(done).start(self)

    def _remove(self, comment: Comment) -> None:
        person = self._sign(self.tr("Take back the remark of {name}.").format(name=comment.by))
        if person is not None:
            Op(partial(self._shell.app.comments.remove, comment.id, person)).on_success(
                lambda _: self.show_subject(self._subject)).start(self)
