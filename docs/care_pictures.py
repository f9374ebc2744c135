"""Pictures of help and care: the set-up, the guide, what to do about an alarm, the card for the wall, backups."""

from __future__ import annotations

from pathlib import Path

from desk_pictures import save_over, settle
from PySide6.QtWidgets import QApplication

from broadcaster.gui.care.page import CarePage
from broadcaster.gui.errors import reason_text
from broadcaster.gui.first_run.opening import open_first_run
from broadcaster.gui.help.book import OPERATOR
from broadcaster.gui.help.card import CardDialog
from broadcaster.gui.help.key_sheet import KeySheet
from broadcaster.gui.help.openings import close_guide, open_guide
from broadcaster.gui.help.what_now import Matter, show_what_now
from broadcaster.gui.main_window import MainWindow

EXAMINED = 12.0
"""Seconds in which the check-up has looked at everything."""


def shoot_care(application: QApplication, window: MainWindow, folder: Path) -> None:
    """What helps, and what is kept safe."""
    window.go("care", "doctor")
    settle(application, EXAMINED)
    window.grab().save(str(folder / "care.png"))
    window.go("care", "backup")
    settle(application, 3.0)
    page = window.page("care")
    assert isinstance(page, CarePage)
    window.grab().save(str(folder / "backup.png"))
    _sheets(application, window, folder)
    _guide(application, window, folder / "guide.png")


def _sheets(application: QApplication, window: MainWindow, folder: Path) -> None:
    window.go("on_air")
    settle(application, 1.0)
    words = reason_text("alarm.no_device", device="USB Audio")
    advice = show_what_now(window, window, [Matter("alarm.no_device", words)])
    assert advice is not None
    settle(application, 0.5)
    save_over(window, advice, (660, 520), folder / "what_now.png")
    advice.close()
    for sheet, size, name in ((KeySheet(window, "schedule"), (760, 660), "keys"),
                              (CardDialog(window, window), (700, 690), "wall_card")):
        sheet.show()
        settle(application, 2.0)
        save_over(window, sheet, size, folder / f"{name}.png")
        sheet.close()
        sheet.deleteLater()
    set_up = open_first_run(window, window)
    settle(application, 2.0)
    save_over(window, set_up, (1000, 660), folder / "first_run.png")
    set_up.close()


def _guide(application: QApplication, window: MainWindow, path: Path) -> None:
    guide = open_guide(window, OPERATOR, "không-nghe-thấy-tiếng")
    guide.resize(1200, 740)
    settle(application, 1.0)
    guide.grab().save(str(path))
    close_guide()
