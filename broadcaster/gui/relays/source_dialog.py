"""Entering or changing a programme: its name, where it comes from, what sounds when it is lost, the decision."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.library.choose_dialog import ChooseDialog
from broadcaster.gui.library.model import kind_words as item_kind_words
from broadcaster.gui.microphone import input_names
from broadcaster.gui.on_air.order_form import Choices
from broadcaster.gui.ops import Op
from broadcaster.gui.relays.model import from_words, kind_words
from broadcaster.gui.relays.trial import TrialStrip
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.sheet_room import bring_into_sight, grow
from broadcaster.library.importing.files import SOUND_SUFFIXES
from broadcaster.library.model import Cart, State
from broadcaster.protocol.relay_address import is_address
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayStanding, RelayState
from broadcaster.wiring import App


class SourceDialog(Sheet):
    """Ends accepted once saved; `saved` is the source as it is then."""

    def __init__(self, parent: QWidget | None, app: App, by: str, item: RelayStanding | None = None) -> None:
        """`item`: the source to be changed; None: a new one."""
        super().__init__(parent, "", 640)
        self.saved: RelayStanding | None = None
        self._app, self._by, self._item = app, by, item
        self._fallback = item.fallback_cart if item else ""
        title = self.tr("Change a programme of another station") if item else \
            self.tr("New programme of another station")
        self.setWindowTitle(title)
        self.body.addWidget(label(title, "title", wrap=True))
        self.warning = Banner("", "wait", "triangle-alert")
        self.body.addWidget(self.warning)
        self._build_form(item)
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.trial = TrialStrip(app)
        self.trial.changed.connect(lambda: QTimer.singleShot(0, self, self._show_trial))
        self.finished.connect(lambda _: self.trial.stop())
        self.body.addWidget(self.trial)
        self.body.addStretch(1)
        self.listen = button(self.tr("Try the sound"), "headphones", self._listen)
        self.save = primary_button(self.tr("Save"), "save", self._save)
        self.save.setDefault(True)
        self.body.addSpacing(4)
        self.body.addLayout(row(self.listen, None, button(self.tr("Cancel"), "", self.reject), self.save))
        self._show_kind()
        Op(input_names, lane="slow").on_success(self._show_inputs).on_failure(lambda _: None).start(self)
        self.name.setFocus()

    def _build_form(self, item: RelayStanding | None) -> None:
        relay = item.source.relay if item else Relay("stream", "")
        self.form = Form(label_width=130)
        self.name = text_field(item.source.name if item else "", self.tr("Thời sự VOV1"), 120)
        self.kind = Choices([(kind, kind_words(kind)) for kind in ("stream", "line", "file")], self._show_kind)
        self.kind.choose(relay.kind)
        self.address = text_field(relay.address if relay.kind == "stream" else "", "http://…", 1000)
        self.line = choice([("", self.tr("The computer's usual input"))])
        if relay.kind == "line" and relay.address:
            self.line.addItem(relay.address, relay.address)
            self.line.setCurrentIndex(1)
        self.file = text_field(relay.address if relay.kind == "file" else "", limit=1000)
        self.file.setAccessibleName(self.tr("File"))
        self.lost = label(item.fallback_title if item and item.fallback_title else self.tr("Silence"))
        self.note = text_field(item.note if item else "", self.tr("Number of the decision, hours"), 500)
        for field in (self.address, self.file, self.note):
            field.setCursorPosition(0)
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("From"), self.kind.widget)
        self.form.add(self.tr("Address"), self.address, self.tr("As the other station gave it: http:// or https://"))
        self.form.add(self.tr("Input"), self.line, self.tr("Where the receiver is plugged in"))
        self._file_row = self.form.add(
            self.tr("File"), _line(self.file, button(self.tr("Choose…"), "folder-open", self._choose_file)))
        self._lost_row = self.form.add(
            self.tr("When it is lost"), _line(self.lost, button(self.tr("Choose…"), "music", self._choose_fallback)),
            self.tr("After ten seconds without sound this item sounds, until the other station is back"))
        self.form.add(self.tr("Decision"), self.note)
        self.body.addWidget(self.form)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: grow(self, self.body))

    def relay(self) -> Relay:
        """As entered; an address without its beginning gets http://."""
        kind = self.kind.value()
        if kind == "line":
            return Relay(kind, str(self.line.currentData() or ""))
        if kind == "file":
            return Relay(kind, self.file.text().strip())
        typed = self.address.text().strip()
        return Relay(kind, f"http://{typed}" if typed and "://" not in typed and "." in typed else typed)

    def choose_fallback(self, cart: Cart | None) -> None:
        """What sounds when the source is lost; None: silence."""
        self._fallback = cart.id if cart else ""
        self.lost.setText(cart.title if cart else self.tr("Silence"))
        self._warn()

    def _wrong_address(self) -> tuple[QWidget, str] | None:
        relay = self.relay()
        if relay.kind == "stream" and not is_address(relay.address):
            return self.address, self.tr("Type the address of the programme: http://… or https://…")
        if relay.kind == "file" and not Path(relay.address).is_file():
            return self._file_row, self.tr("Choose a sound file.")
        return None

    def _listen(self) -> None:
        if self._is_right(self._wrong_address()):
            self.trial.try_out(self.relay(), self.name.text().strip() or from_words(self.relay()))

    def _show_trial(self) -> None:
        grow(self, self.body)
        bring_into_sight(self.body, self.trial)

    def _is_right(self, problem: tuple[QWidget, str] | None) -> bool:
        """Says what is wrong, where it is."""
        self.form.clear()
        self._show_kind()  # to clear shows every row's note
        self.wrong.hide()
        if problem is not None:
            self.form.wrong(*problem)
            grow(self, self.body)
        return problem is None

    def _save(self) -> None:
        problem = None if self.name.text().strip() else (self.name, self.tr("Give it the name people know it by."))
        if not self._is_right(problem or self._wrong_address()):
            return
        self.save.setEnabled(False)
        Op(self._work(), label=self.tr("Save")).on_success(self._done).on_failure(self._refused).start(self)

    def _work(self) -> Callable[[], RelayStanding]:
        name, relay, fallback, note = self.name.text(), self.relay(), self._fallback, self.note.text()
        relays, item, by = self._app.relays, self._item, self._by
        if item is None:
            return lambda: relays.add("", name, relay, fallback=fallback, note=note, by=by)
        source_id = item.id
        # An unchanged replacement is not judged anew: only a new choice must be approved already.
        chosen = None if fallback == item.fallback_cart else fallback
        return lambda: relays.change(source_id, name=name, relay=relay, fallback=chosen, note=note, by=by)

    def _done(self, saved: RelayStanding) -> None:
        self.saved = saved
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.wrong.setText(explain(error).text)
        self.wrong.show()
        grow(self, self.body)

    def _show_kind(self) -> None:
        kind = self.kind.value()
        for name, field in (("stream", self.address), ("line", self.line), ("file", self._file_row)):
            self.form.set_row_visible(field, kind == name)
        self._warn()
        if self.isVisible():
            grow(self, self.body)

    def _warn(self) -> None:
        """Another address is another programme."""
        item = self._item
        if item is None or item.state not in {RelayState.APPROVED, RelayState.NOT_YET, RelayState.CHECKED}:
            return
        self.warning.show_text(self.tr("It is approved as it is now. With another address or another replacement it "
                                       "must be approved anew before it airs; its name and the decision may change."))

    def _show_inputs(self, names: list[str]) -> None:
        for name in names:
            if self.line.findData(name) < 0:
                self.line.addItem(name, name)

    def _choose_file(self) -> None:
        sounds = " ".join(f"*{suffix}" for suffix in sorted(SOUND_SUFFIXES))
        kinds = "{sounds} ({patterns})".format(sounds=self.tr("Sound files"), patterns=sounds)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a sound file"), self.file.text(), kinds)
        if name:
            self.file.setText(name)

    def _choose_fallback(self) -> None:
        columns = [Column(self.tr("Title"), lambda cart: cart.title, 0),
                   Column(self.tr("Kind"), lambda cart: item_kind_words(cart.kind), 150)]
        dialog = ChooseDialog(self, self.tr("What sounds when it is lost"), self.tr("Only approved items."), columns,
                              self._approved, none_words=self.tr("Silence"))
        if dialog.exec() == ChooseDialog.DialogCode.Accepted:
            self.choose_fallback(self._app.library.get(dialog.chosen) if dialog.chosen else None)
        dialog.deleteLater()

    def _approved(self, words: str) -> list[Cart]:
        return self._app.library.find(words, states=[State.APPROVED])


def _line(*parts: QWidget) -> QWidget:
    """Fields in one row of the form."""
    box = QWidget()
    box.setObjectName("plain")
    fields = row(*parts)
    fields.setContentsMargins(0, 0, 0, 0)
    fields.setStretch(0, 1)
    box.setLayout(fields)
    return box
