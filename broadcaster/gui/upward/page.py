"""Gửi cấp trên: packages up, answers and letters down, and whose keys are believed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.aggregation.deliveries import RECEIVED, Delivery
from broadcaster.aggregation.received import WAITING, Received
from broadcaster.aggregation.upward import Sent
from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.page import Page
from broadcaster.gui.people.actions import signature
from broadcaster.gui.rights import needs
from broadcaster.gui.theme import widths
from broadcaster.gui.upward import actions
from broadcaster.gui.upward.actions import Look
from broadcaster.gui.upward.compare_dialog import HOST_DOUBTS, CompareDialog, ask_host
from broadcaster.gui.upward.down_card import DownCard
from broadcaster.gui.upward.model import KEYS
from broadcaster.gui.upward.place_dialog import PlaceDialog
from broadcaster.gui.upward.queue_card import QueueCard
from broadcaster.gui.upward.side import KeyCard, PlaceCard
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.layout import column, scrolled

_LOOK_MS = 10_000
_NARROW = 900
_SIDE = 330


class UpwardPage(Page):
    """The queue at the left, the place and the keys at the right."""

    widest = widths.page

    def build(self) -> None:
        self.found: Look | None = None
        self.make_button = primary_button(self.tr("Make a package now"), "archive", self._make)
        self.stick_button = button(self.tr("Copy to a stick…"), "hard-drive", lambda: self._stick([]))
        self.send_button = button(self.tr("Send now"), "send", self._send)
        self.body.addLayout(self.header(self.tr("Send up"), self.send_button, self.stick_button, self.make_button))
        self.doubt = Banner("", "wait", "key-round")
        self.compare_button = button(self.tr("Compare…"), "", self._compare_first)
        self.doubt.box.addWidget(self.compare_button)
        self.queue = QueueCard(self.app.home.outbox, self._again, self._copy, lambda row: self._stick([row.number]),
                               self._handed, self._anew)
        self.down = DownCard(self.shell.go, self._take, self._compare_row, self._refuse)
        self.place = PlaceCard(self._set_place)
        self.keys = KeyCard()
        needs(self.place.change, Right.SETTINGS)
        side = QWidget()
        side.setObjectName("plain")
        parts = column(self.place, self.keys, None, spacing=14)
        parts.setContentsMargins(0, 0, 0, 0)
        side.setLayout(parts)
        self._side = side
        content = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._both.setContentsMargins(0, 0, 6, 0)
        self._both.setSpacing(14)
        self._both.addLayout(column(self.doubt, self.queue, self.down, None, spacing=14), 1)
        self._both.addWidget(side)
        side.setFixedWidth(_SIDE)
        self.body.addWidget(scrolled(content), 1)
        self.setAcceptDrops(True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.reload)

    def on_shown(self, item: str = "") -> None:
        self.reload()
        self._timer.start(_LOOK_MS)

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"delivery", "received", "*"}:
            self.reload()

    def hideEvent(self, event: Any) -> None:
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(_SIDE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A package or an answer dragged in from a stick or a mail."""
        self.take_files(_files(event))

    def reload(self) -> None:
        app = self.app
        Op(lambda: actions.look(app)).on_success(self._show).start(self)

    def _show(self, found: Look) -> None:
        self.found = found
        has_place = bool(self.app.settings.upward.to.strip())
        self.queue.table.set_empty("send", self._purpose(has_place), self.tr("Make a package now"), self._make)
        self.queue.show_rows(found.rows, self.app.clock.now(), has_place=has_place)
        self.down.show_rows(found.down)
        self.place.show_look(self.app.settings.upward, found)
        self.keys.show_look(self.app.settings.station.name, found)
        self.send_button.setVisible(has_place)
        self.send_button.setEnabled(any(row.state != RECEIVED for row in found.rows))
        self._show_doubt(found)

    def _purpose(self, has_place: bool) -> str:
        about = self.tr(
            "A package holds the airing log with its seals, the signatures and what was aired for each letter. The "
            "office above can check it and nobody can alter it on the way.")
        how = self.tr("The first one is made tonight.") if has_place and self.app.settings.upward.every != "hand" else \
            self.tr("Set where packages go, or make one and carry it on a stick.")
        return f"{about} {how}"

    def _show_doubt(self, found: Look) -> None:
        doubt = self._doubt(found)
        if doubt is None:
            self.doubt.show_text("")
            return
        self.doubt.show_text(
            self.tr("The office above signs with another key than the one confirmed. Call them before anything counts.")
            if doubt.get("before") else
            self.tr("The office above has answered. Compare its key with them once by telephone; until then its "
                    "answers and letters do not count."), "bad" if doubt.get("before") else "wait", "key-round")

    def _doubt(self, found: Look) -> dict[str, Any] | None:
        rows: list[Delivery | Received] = [*(row for row in found.rows if row.state != RECEIVED),
                                           *(row for row in found.down if row.state == WAITING)]
        return next((row.facts for row in rows if row.code in KEYS), None)

    # Making and sending

    def _make(self) -> None:
        allowed, by = self._who(self.tr("Making a package needs a signature."))
        if allowed:
            app = self.app
            self._work(self.tr("Making the package…"), lambda _: actions.make(app, by), self._made)

    def _anew(self) -> None:
        if not self.shell.confirm(
                self.tr("Make a package of everything?"),
                self.tr("It states the whole log from its first line. Only for an office that lost its data or asks "
                        "for it; it may be large."), self.tr("Make it")):
            return
        allowed, by = self._who(self.tr("Making a package needs a signature."))
        if allowed:
            app = self.app
            self._work(self.tr("Making the package…"), lambda _: actions.make(app, by, full=True), self._made)

    def _made(self, path: Path) -> None:
        self.shell.notify(self.tr("{name} is made.").format(name=path.name))
        self.reload()

    def _send(self) -> None:
        app = self.app
        self._work(self.tr("Sending…"), lambda step: actions.send(app, step), self._sent)

    def _stick(self, numbers: list[int]) -> None:
        folder = actions.ask_folder(self, self.tr("Which stick or folder?"))
        if folder is None:
            return
        allowed, by = self._who(self.tr("Copying packages needs a signature."))
        if allowed:
            self.copy_to(folder, by, numbers)

    def copy_to(self, folder: Path, by: str, numbers: list[int]) -> None:
        """Packages onto a stick, and the answers that lie there back."""
        app = self.app
        self._work(self.tr("Copying…"), lambda step: actions.hand_over(app, folder, by, numbers, step), self._sent)

    def _sent(self, sent: Sent) -> None:
        self.reload()
        if sent.refusal is not None and sent.refusal.code in HOST_DOUBTS:
            self._compare_host(sent.refusal)
        elif sent.refusal is not None:
            self.shell.error(sent.refusal)
        elif sent.sent:
            self.shell.notify(self.tr("{count} packages are on their way.").format(count=len(sent.sent)))
        else:
            self.shell.notify(self.tr("Nothing waits to be sent."))

    def _compare_host(self, refusal: BroadcasterError) -> None:
        """The server's key has not been confirmed: that is done here, then it goes on."""
        if not ask_host(self.window(), refusal):
            self.shell.error(refusal)
            return
        allowed, by = signature(self.shell, self.tr("Confirming the server's key needs a signature."))
        app, facts = self.app, refusal.facts
        if allowed:
            Op(lambda: app.upward.trust.confirm_host(str(facts["host"]), str(facts["key"]), by)) \
                .on_success(lambda _: self._send()).start(self)

    # One package

    def _again(self, row: Delivery) -> None:
        app = self.app
        allowed, by = self._who(self.tr("Sending a package again needs a signature."))
        if allowed:
            Op(lambda: app.upward.send_again(row.number, by)).on_success(lambda _: self._send()).start(self)

    def _copy(self, row: Delivery) -> None:
        target = actions.ask_copy(self, self.tr("Save the package for e-mail"), row.package)
        app = self.app
        if target is not None:
            Op(lambda: app.upward.save_copy(row.number, target), lane="slow").on_success(self._copied).start(self)

    def _copied(self, path: Path) -> None:
        self.shell.notify(self.tr("Saved: {name}. Attach it to an e-mail; when the office says it has come, press “The "
                                  "office has it”.").format(name=path.name))

    def _handed(self, row: Delivery) -> None:
        if not self.shell.confirm(
                self.tr("Has the office got package {number}?").format(number=row.number),
                self.tr("It then counts as received, on your word. The program no longer waits for the office's own "
                        "answer."), self.tr("Yes, they have it")):
            return
        app = self.app
        allowed, by = self._who(self.tr("Confirming it needs a signature."))
        if allowed:
            Op(lambda: app.upward.confirm_handed(row.number, by)).on_success(lambda _: self.reload()).start(self)

    # What came down

    def _take(self) -> None:
        self.take_files(actions.ask_files(self, self.tr("Packages and answers of the office")))

    def take_files(self, paths: list[Path]) -> None:
        """Answers and packages, from anywhere."""
        if not paths:
            return
        allowed, by = self._who(self.tr("Taking in letters needs a signature."))
        app = self.app
        if allowed:
            self._work(self.tr("Reading…"), lambda _: actions.take(app, paths, by), self._taken)

    def _taken(self, refused: list[Any]) -> None:
        self.reload()
        if refused:
            self.shell.error(refused[0])
        else:
            self.shell.notify(self.tr("Read. Letters stand in the register, messages in the library as drafts."))

    def _compare_first(self) -> None:
        doubt = self._doubt(self.found) if self.found else None
        if doubt is not None:
            self._compare(doubt)

    def _compare_row(self, row: Received) -> None:
        self._compare(row.facts)

    def _compare(self, facts: dict[str, Any]) -> None:
        dialog = CompareDialog(self.window(), str(facts.get("fingerprint", "")), str(facts.get("sender", "")),
                               str(facts.get("before", "")))
        same = dialog.exec()
        dialog.deleteLater()
        if not same:
            return
        allowed, by = signature(self.shell, self.tr("Confirming the office's key needs a signature."))
        app, key, name = self.app, str(facts["key"]), str(facts.get("sender", ""))
        if allowed:
            self._work(self.tr("Reading what waited…"), lambda _: actions.trust(app, key, by, name), self._trusted)

    def _trusted(self, _: object) -> None:
        self.shell.notify(self.tr("The office's key is confirmed."))
        self.reload()
        if self.app.settings.upward.to.strip():
            self._send()

    def _refuse(self, row: Received) -> None:
        allowed, by = signature(self.shell, self.tr("Refusing a sender needs a signature."))
        app = self.app
        if allowed:
            Op(lambda: app.downward.refuse(row.sha256, by)).on_success(lambda _: self.reload()).start(self)

    # The rest

    def _set_place(self) -> None:
        allowed, by = self._who(self.tr("Changing where packages go needs a signature."))
        if not allowed:
            return
        dialog = PlaceDialog(self.window(), self.app, by)
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            self.shell.notify(self.tr("The place is saved."))
            self.shell.rebuild()

    def _who(self, purpose: str) -> tuple[bool, str]:
        """At a station without people nobody need sign."""
        if not self.app.accounts.people():
            return True, ""
        person = self.shell.ask_pin(Right.WRITE, purpose)
        return person is not None, person.name if person else ""

    def _work(self, title: str, work: Callable[[Step], Any], done: Callable[[Any], object]) -> None:
        dialog = ProgressDialog(self, title)
        dialog.run(work, done, self._failed, lane="line")

    def _failed(self, error: Exception) -> None:
        self.reload()
        if getattr(error, "code", "") == "package.nothing":
            self.shell.notify(explain(error).text)
        else:
            self.shell.error(error)


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


PAGE = UpwardPage
