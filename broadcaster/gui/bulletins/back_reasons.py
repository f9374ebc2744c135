"""Why something is given back, so that the approver need not type what is said every week."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def back_reasons() -> list[str]:
    """Short enough for one line each; whoever gives back may write more behind it."""
    translate = QCoreApplication.translate
    return [translate("GiveBack", "Wrong date, hour or figure"), translate("GiveBack", "Wrong name or place"),
            translate("GiveBack", "Read wrongly"), translate("GiveBack", "Too long")]
