"""The sound of an item: what was measured and found, its shape, and every sound it has had."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from broadcaster.base.clock import parse_time
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.library import findings
from broadcaster.gui.library.link_list import Line, LinkList
from broadcaster.gui.library.usage_words import version_words
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import caption_label, label, rule
from broadcaster.library.model import Cart, Version
from broadcaster.wiring import App

_COVER = 96
"""Pixels."""


class SoundCard(QWidget):
    """`version_chosen(number)` when an earlier sound is wanted again, `listen(sha256)` to hear one."""

    version_chosen = Signal(int)
    listen = Signal(str)

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app, self._shell = app, shell
        self._cart: Cart | None = None
        self.editor: Any = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(9)
        self.warnings = Banner("", "wait", "triangle-alert")
        self.cover = QLabel()
        self.cover.setAccessibleName(self.tr("Cover"))
        self.cover.hide()
        self.facts = Facts()
        self._editor_place = QVBoxLayout()
        self._editor_place.setContentsMargins(0, 0, 0, 0)
        self.versions = LinkList(self.tr("Versions"), self.tr("Only this sound so far."))
        self._box.addWidget(self.warnings)
        self._box.addLayout(self._editor_place)
        self._box.addWidget(self.cover)
        self._box.addWidget(self.facts)
        self._box.addWidget(rule())
        self._box.addWidget(caption_label(self.tr("Versions")))
        self._box.addWidget(self.versions)
        self._box.addWidget(label(self.tr(
            "An earlier sound that is used again becomes a new version and needs a new approval."), "faint", wrap=True))

    def show_cart(self, cart: Cart) -> None:
        """Everything the row knows; the editor of the sound is made when it is first seen."""
        self._cart = cart
        found = findings.warnings(cart)
        self.warnings.show_text("\n".join(found), "wait", "triangle-alert")
        self.facts.show_facts(findings.sound_facts(cart))
        if self.isVisible():
            self._show_editor()

    def show_cover(self, image: bytes) -> None:
        """A JPEG, or nothing."""
        picture = QPixmap()
        if image and picture.loadFromData(image):
            self.cover.setPixmap(picture.scaled(_COVER, _COVER, Qt.AspectRatioMode.KeepAspectRatio,
                                                Qt.TransformationMode.SmoothTransformation))
        self.cover.setVisible(not picture.isNull())

    def show_versions(self, versions: Sequence[Version]) -> None:
        """The newest first; the one in use cannot be chosen again."""
        cart = self._cart
        if cart is None:
            return
        lines = []
        for version in versions:
            now = version.cut_sha256 == cart.cut.sha256
            words = version_words(version)
            text = self.tr("{version} – in use").format(version=words) if now else words
            detail = " · ".join(part for part in (moment_text(parse_time(version.at)), version.by) if part)
            buttons: tuple[Callable[[], QWidget], ...] = (partial(self._listen_button, version),)
            if not now and not cart.bulletin_id:
                buttons = (*buttons, partial(self._use_button, version))
            lines.append(Line(text, detail, None, buttons))
        self.versions.show_lines(lines)

    def silence(self) -> None:
        """Nobody listens here any more."""
        if self.editor is not None:
            self.editor.silence()

    def unsaved(self) -> str:
        """What the editor would lose, in a few words."""
        return str(self.editor.unsaved()) if self.editor is not None else ""

    def showEvent(self, event: object) -> None:
        self._show_editor()

    def _listen_button(self, version: Version) -> QWidget:
        words = self.tr("Listen to version {number}").format(number=version.number)
        return icon_button("headphones", words, partial(self.listen.emit, version.cut_sha256))

    def _use_button(self, version: Version) -> QWidget:
        result = flat_button(self.tr("Use again"), "", partial(self.version_chosen.emit, version.number))
        result.setAccessibleName(self.tr("Use version {number} again").format(number=version.number))
        return result

    def _show_editor(self) -> None:
        """The wave editor reads the whole sound: only for a person who looks at it."""
        if self._cart is None:
            return
        if self.editor is None and importlib.util.find_spec("broadcaster.gui.library.wave") is not None:
            self.editor = importlib.import_module("broadcaster.gui.library.wave").WaveEditor(self._app, self._shell)
            self._editor_place.addWidget(self.editor)
        if self.editor is not None:
            self.editor.show_cart(self._cart)
