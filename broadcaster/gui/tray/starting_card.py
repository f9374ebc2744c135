"""The settings' part about starting by itself, and about what closing the window means."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox

from broadcaster.accounts.model import Right
from broadcaster.care.autostart import service
from broadcaster.care.autostart.model import State, wake_time
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.tray import closing
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import Card, label
from broadcaster.wiring import App


class StartingCard(Card):
    """Acts at once, like every switch of the system: nothing here stands in station.toml."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__(self.tr("Starting and closing"))
        self._app, self._shell = app, shell
        self.starts = QCheckBox(self.tr("The station starts by itself with this computer"))
        self.with_window = QCheckBox(self.tr("The window, too, in the corner of the screen"))
        self.closes: QComboBox = choice([
            (closing.Wish.ASK.value, self.tr("Ask")), (closing.Wish.TRAY.value, self.tr("Keep it in the corner")),
            (closing.Wish.CLOSE.value, self.tr("Close it; the station plays on"))])
        self.note = label("", "soft", wrap=True)
        form = Form(label_width=168)
        form.add(self.tr("On closing the window"), self.closes)
        self.add(self.starts, self.with_window, self.note, form)
        self.starts.clicked.connect(self._switch)
        self.with_window.clicked.connect(self._switch)
        self.closes.activated.connect(self._choose)

    def refresh(self) -> None:
        """Read what is really there; asks the system, so off the window's thread."""
        home = self._app.home
        place = self.closes.findData(closing.remembered(self._shell.memory).value)
        self.closes.setCurrentIndex(place)
        Op(lambda: service.state(home), lane="system").on_success(self._show).start(self)

    def _switch(self) -> None:
        home, on, window = self._app.home, self.starts.isChecked(), self.with_window.isChecked()
        if not self._shell.allows(Right.SETTINGS):
            self._shell.refuse(Right.SETTINGS)
            self.refresh()
            return

        def failed(error: Exception) -> None:
            self._shell.error(error)
            self.refresh()
        def switch() -> State:
            if not on:
                return service.off(home)
            starts = (template.starts for template in self._app.schedule.templates())
            return service.on(home, window=window, wake_at=wake_time(starts))
        Op(switch, lane="system").on_success(self._show).on_failure(failed).start(self)

    def _choose(self) -> None:
        closing.remember(self._shell.memory, closing.Wish(str(self.closes.currentData())))

    def _show(self, state: State) -> None:
        self.starts.setChecked(state.on)
        self.starts.setEnabled(bool(state.way))
        self.with_window.setChecked(state.window)
        self.with_window.setEnabled(state.on)
        words = [self._words(code) for code in state.notes] if state.on else []
        if state.on and not state.fits:
            words.insert(0, self.tr("What starts now is another copy of the program or another folder: switch it "
                                    "off and on again."))
        if not state.on:
            words = [self.tr("After a power cut nobody broadcasts until somebody opens the program.")]
        self.note.setText(" ".join(words))
        self.note.setVisible(bool(words))

    def _words(self, code: str) -> str:
        return {
            "no_linger": self.tr("It starts once somebody signs in to the computer."),
            "bare_session": self.tr("This desktop may not start programs by itself; try it once by restarting."),
            "needs_sign_in": self.tr("It starts once somebody signs in: let Windows sign in by itself, so that it "
                                     "comes back after a power cut."),
        }.get(code, "")
