"""What the check-up's buttons do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from broadcaster.base.clock import Clock
from broadcaster.base.paths import StationHome
from broadcaster.care.doctor import remedies
from broadcaster.care.doctor.model import Examination, Finding
from broadcaster.care.doctor.report import write_report as write
from broadcaster.care.doctor.service import examine
from broadcaster.gui.doctor.finding_words import remedy_words, sentence
from broadcaster.gui.errors import readable
from broadcaster.gui.ops import Op

if TYPE_CHECKING:
    from broadcaster.gui.doctor.tab import DoctorTab


def mend(tab: DoctorTab, finding: Finding, then: Callable[[Finding], object]) -> None:
    """Ask, do it, say it, look again."""
    button, _, question, done = remedy_words(finding.remedy)
    if not tab.shell.confirm(button, f"{sentence(finding)}\n\n{question}", button):
        return
    home, clock = tab.app.home, tab.app.clock

    def told(facts: dict[str, object]) -> None:
        tab.shell.notify(readable(done, facts))
        then(finding)

    Op(lambda: remedies.apply(finding, home, clock), lane="doctor").on_success(told).start(tab)


def write_report(owner: QWidget, home: StationHome, clock: Clock, found: Examination | None,
                 told: Callable[[str], object], failed: Callable[[Exception], object]) -> None:
    """Ask where to, then write it; without a check-up so far one is made first. Needs no services: they may not start.
    """
    translate = QCoreApplication.translate
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation) or str(Path.home())
    usual = Path(place) / f"dai-xa-ho-tro-{clock.now():%Y%m%d-%H%M}.zip"
    chosen, _ = QFileDialog.getSaveFileName(owner, translate("DoctorTab", "File for whoever helps"), str(usual),
                                            translate("DoctorTab", "Zip file (*.zip)"))
    if not chosen:
        return
    target = Path(chosen if chosen.lower().endswith(".zip") else f"{chosen}.zip")

    def done(path: Path) -> None:
        words = translate("DoctorTab", "Written: {name}. It holds no names, titles, telephone numbers or passwords.")
        told(words.format(name=path.name))

    Op(lambda: write(home, target, found or examine(home, clock), clock), lane="doctor",
       label=translate("DoctorTab", "Writing the file…")).on_success(done).on_failure(failed).start(owner)


def later(owner: QWidget, milliseconds: int, act: Callable[[], object]) -> None:
    """Unless the owner is gone by then."""
    QTimer.singleShot(milliseconds, owner, act)
