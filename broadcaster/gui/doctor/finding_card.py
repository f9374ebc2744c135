"""One finding: how bad, what it is, what to do, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from broadcaster.care.doctor.model import Finding, Remedy, Severity
from broadcaster.gui.doctor.finding_words import remedy_words, sentence
from broadcaster.gui.help.what_now import what_now_button
from broadcaster.gui.icons import pixmap
from broadcaster.gui.page import Shell
from broadcaster.gui.sidebar import places
from broadcaster.gui.theme import colors, space
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.layout import Card, label, row

_PICTURE = 26


class FindingCard(Card):
    """`mend` is called when the remedy's button is pressed."""

    def __init__(self, shell: Shell, finding: Finding, mend: Callable[[], object]) -> None:
        super().__init__()
        self.finding = finding
        bad = finding.severity is Severity.WRONG
        picture = QLabel()
        picture.setPixmap(pixmap("octagon-x" if bad else "triangle-alert", _PICTURE,
                                 colors.bad_mark if bad else colors.wait_mark))
        picture.setFixedWidth(_PICTURE)
        self.words = label(sentence(finding), wrap=True)
        how_bad = Badge(self.tr("To mend now") if bad else self.tr("When there is time"), "bad" if bad else "wait")
        line = row(picture, self.words, how_bad, spacing=space.medium)
        line.setStretch(1, 1)
        for part in (picture, how_bad):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.remedy: QPushButton | None = None
        if finding.remedy is not Remedy.NONE:
            text, icon, _, _ = remedy_words(finding.remedy)
            self.remedy = button(text, icon, mend)
        self.add(line, row(*self._steps(shell), None, *filter(None, [self.remedy])))
        self.setAccessibleName(self.words.text())

    def _steps(self, shell: Shell) -> list[QWidget]:
        """What to do, and where."""
        finding = self.finding
        found: list[QWidget] = []
        steps = what_now_button(shell, self, finding.code, sentence(finding), finding.item)
        if steps is not None:
            found.append(steps)
        goes = _page_words(shell, finding)
        if goes:
            found.append(flat_button(goes, "chevron-right", lambda: shell.go(finding.page, finding.item)))
        return found


def _page_words(shell: Shell, finding: Finding) -> str:
    """“Open Settings”; nothing for this very page."""
    if not finding.page or (finding.page, finding.item) == ("care", "doctor"):
        return ""
    name = next((place.words for place in places(shell.app.settings.office.role) if place.name == finding.page), "")
    return QCoreApplication.translate("FindingCard", "Open “{page}”").format(page=name) if name else ""
