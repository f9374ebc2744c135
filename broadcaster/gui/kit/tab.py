"""The bulletin on other channels than the loudspeakers: look, change, approve, take away, note what was handed out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from broadcaster.accounts.model import Role
from broadcaster.base.errors import BroadcasterError
from broadcaster.bulletins.kit.service import Exported
from broadcaster.bulletins.model import Bulletin, ChannelText
from broadcaster.gui.bulletins.desk_tab import DeskTab
from broadcaster.gui.kit import actions
from broadcaster.gui.kit.channel_list import ChannelList
from broadcaster.gui.kit.editor import ChannelEditor
from broadcaster.gui.kit.hand_outs import HandOutsPanel
from broadcaster.gui.kit.model import HAND_OUTS, ON_PAPER, Kit, Row, channel_words, rows
from broadcaster.gui.kit.previews import pages
from broadcaster.gui.kit.texts_view import ChannelsDialog
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.layout import row
from broadcaster.library.model import State

_FOLDER = "kit/folder"
_SAVE_AFTER_MS = 900


class KitTab(DeskTab):
    """Shown beside the words of a bulletin."""

    def build(self) -> None:
        self._kit: Kit | None = None
        self._locked = True
        self._dirty = False
        self._asked = self._drawn = 0
        self._before: ChannelText | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self.editor = ChannelEditor(self.shell.memory)
        self.hand_outs = HandOutsPanel(self.app, self.shell)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.editor)
        self.stack.addWidget(self.hand_outs)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(14)
        box.addWidget(self._side())
        box.addWidget(self.stack, 1)
        self.editor.touched.connect(self._touched)
        self.editor.resting.connect(self._draw)
        self.editor.regenerate_asked.connect(self.regenerate)
        self.editor.undo_asked.connect(self.undo)
        self.editor.copy_asked.connect(self.copy)
        self.editor.keep_asked.connect(self.keep)
        self.editor.measures.changed.connect(self._choose)
        self.hand_outs.changed.connect(self._show)

    def show_bulletin(self, bulletin: Bulletin, locked: bool) -> None:
        """What an approver is looking at, or what was withdrawn, is not changed; an approved one may be."""
        self._locked = bulletin.state in {State.SUBMITTED, State.WITHDRAWN}
        if self._kit is not None and self._kit.bulletin.id != bulletin.id:
            self._kit, self._before = None, None
        if not self._dirty:
            self._read(bulletin.id)

    def leave(self) -> None:
        """Stored on the spot: the window may be closing."""
        self._timer.stop()
        if self._dirty and self._kit is not None:
            self._dirty = False
            try:
                actions.edit(self.app, self._kit.bulletin.id, self.editor.channel, self.editor.words())
            except BroadcasterError as error:
                self._dirty = True
                self.shell.error(error)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()

    @property
    def channel(self) -> str:
        """The one in the list's selection."""
        chosen = self.list.current_row()
        return chosen.id if chosen else ""

    def save(self) -> None:
        """Store what was typed."""
        self._timer.stop()
        if not self._dirty or self._kit is None:
            return
        self._dirty = False
        work = partial(actions.edit, self.app, self._kit.bulletin.id, self.editor.channel, self.editor.words())
        Op(work).on_success(self._saved).on_failure(self._not_saved).start(self)

    def regenerate(self) -> None:
        """As the rules make it; what was typed can be brought back."""
        if self._kit is not None and not self._locked:
            self.save()
            work = partial(actions.regenerate, self.app, self._kit.bulletin.id, self.channel)
            Op(work).on_success(self._regenerated).start(self)

    def undo(self) -> None:
        if self._before is not None:
            before, self._before = self._before, None
            Op(partial(actions.put_back, self.app, before)).on_success(self._show).start(self)

    def keep(self) -> None:
        """The edited words are right although the bulletin changed."""
        if self._kit is not None:
            self.save()
            work = partial(actions.keep, self.app, self._kit.bulletin.id, self.channel)
            Op(work).on_success(self._show).start(self)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.editor.words())
        self.shell.notify(self.tr("Copied: {channel}.").format(channel=channel_words(self.editor.channel)))

    def approve(self) -> None:
        """Texts changed after the bulletin's approval, signed on their own."""
        self.save()
        kit = self._kit
        if kit is None or not kit.waiting:
            return
        Op(partial(actions.load, self.app, kit.bulletin.id)).on_success(self._sign).start(self)

    def export(self, channel: str = "") -> None:
        """Write one channel, or all, into a folder of the operator's choice."""
        self.save()
        kit = self._kit
        if kit is None:
            return
        waiting = [item.channel for item in kit.texts if item.channel in {"sms", "led"} and not item.approved
                   and channel in {"", item.channel}]
        draft = bool(waiting) and self.shell.confirm(
            self.tr("Not approved yet"), self.tr(
                "{channels}: nobody approved this text. As a draft it is marked “BẢN NHÁP – CHƯA DUYỆT” and must not "
                "be sent.").format(channels=", ".join(channel_words(name) for name in waiting)),
            self.tr("Write it as a draft"))
        if waiting and not draft and channel:
            return
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to"), str(
            self.shell.memory.value(_FOLDER, "") or Path.home()))
        if not chosen:
            return
        self.shell.memory.setValue(_FOLDER, chosen)
        words = self.tr("file {done} of {total}")
        channels = [channel] if channel else []
        dialog = ProgressDialog(self.window(), self.tr("Writing the files…"))
        dialog.run(lambda step: actions.export(self.app, kit.bulletin.id, Path(chosen), channels, draft, step, words),
                   self._exported)

    # Building

    def _side(self) -> QWidget:
        self.list = ChannelList(self.tr("Other channels"))
        self.list.picked.connect(self._picked)
        self.approve_button = button(self.tr("Approve channels…"), "shield-check", self.approve)
        self.export_button = button(self.tr("Write files…"), "file-down")
        menu = QMenu(self.export_button)
        menu.addAction(self.tr("This channel…"), lambda: self.export(self.editor.channel))
        menu.addAction(self.tr("All channels…"), self.export)
        self.export_button.setMenu(menu)
        result = QWidget()
        result.setFixedWidth(194)
        box = QVBoxLayout(result)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.list, 1)
        box.addWidget(self.approve_button)
        box.addLayout(row(self.export_button))
        return result

    # Showing

    def _read(self, bulletin_id: str) -> None:
        self._asked += 1
        asked = self._asked
        Op(partial(actions.load, self.app, bulletin_id)).on_success(
            lambda kit: self._show(kit) if asked == self._asked and not self._dirty else None).start(self)

    def _show(self, kit: Kit) -> None:
        if self._kit is not None and self._kit.bulletin.id != kit.bulletin.id:
            return
        self._kit = kit
        self.list.show_rows(rows(kit))
        self.approve_button.setVisible(bool(kit.waiting))
        if not self.channel:
            self.list.select_id(kit.texts[0].channel)
        else:
            self._picked(self.list.current_row())

    def _picked(self, chosen: Row | None) -> None:
        kit = self._kit
        if kit is None or chosen is None:
            return
        if chosen.id != self.editor.channel:
            self.save()
            self._before = None
        if chosen.id == HAND_OUTS:
            self.hand_outs.show_kit(kit)
            self.stack.setCurrentWidget(self.hand_outs)
            return
        if not self._dirty:
            self.editor.show_channel(kit, chosen.id, self._locked)
            self.editor.show_undo(self._before is not None)
        self.stack.setCurrentWidget(self.editor)
        self._draw()

    def _draw(self) -> None:
        """The printed page of the words as they stand, the newest only."""
        kit, channel = self._kit, self.editor.channel
        if kit is None or channel not in ON_PAPER:
            return
        text = self.editor.words()
        self._drawn += 1
        asked = self._drawn

        def work() -> Any:
            return pages(self.app.kit.preview(kit.bulletin.id, channel, text))

        Op(work, lane="kit").on_success(
            lambda images: self.editor.paper.show_pages(images) if asked == self._drawn else None).start(self)

    def _touched(self) -> None:
        self._dirty = True
        self._timer.start()

    def _saved(self, kit: Kit) -> None:
        if self._dirty or (self._kit is not None and self._kit.bulletin.id != kit.bulletin.id):
            return
        self._show(kit)

    def _not_saved(self, error: Exception) -> None:
        self._dirty = True
        self.shell.error(error)

    def _regenerated(self, result: tuple[ChannelText, Kit]) -> None:
        self._before = result[0]
        self._show(result[1])

    def _choose(self, values: dict[str, Any]) -> None:
        if self._kit is not None:
            self.save()
            Op(partial(actions.choose, self.app, self._kit.bulletin.id, values)).on_success(self._show).start(self)

    def _sign(self, kit: Kit) -> None:
        self._show(kit)
        if not kit.waiting:
            return
        dialog = ChannelsDialog(self.window(), kit.bulletin.title, kit.waiting)
        wanted = dialog.exec() == ChannelsDialog.DialogCode.Accepted
        dialog.deleteLater()
        purpose = self.tr("I approve the other channels of “{title}”.").format(title=kit.bulletin.title)
        person = self.shell.ask_pin(Role.APPROVER, purpose) if wanted else None
        if person is not None:
            work = partial(actions.approve, self.app, kit.bulletin.id, kit.waiting, person)
            Op(work).on_success(self._show).start(self)

    def _exported(self, done: Exported) -> None:
        if done.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(done.files[0].parent)))
        words = self.tr("{count} files written.").format(count=len(done.files))
        if done.left_out:
            words += " " + self.tr("Left out, not approved yet: {channels}.").format(
                channels=", ".join(channel_words(name) for name in done.left_out))
        self.shell.notify(words)


TAB = KitTab
