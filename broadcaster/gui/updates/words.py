"""How an update stands, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.care.updates.model import OVER, Record, Step
from broadcaster.gui.errors import explain


def result(record: Record) -> tuple[str, str]:
    """Tone and sentence of an update that is over; empty while one is under way."""
    translate = QCoreApplication.translate
    if record.step not in OVER:
        return "", ""
    if record.step is Step.DONE:
        done = translate("UpdateWords", "Version {version} is in use since {at}.")
        return "good", done.format(version=record.version, at=_at(record))
    sentence = translate("UpdateWords", "The version before is in use again.")
    if record.code:
        sentence = explain(BroadcasterError(record.code, "", **record.facts)).text
    if record.facts.get("aired_since"):
        sentence += " " + translate("UpdateWords", "What was aired in between stands in the airing log.")
    return ("wait" if record.step is Step.ROLLED_BACK else "bad"), sentence


def progress(record: Record) -> str:
    """What is being done now."""
    translate = QCoreApplication.translate
    if record.step is Step.READY:
        words = translate("UpdateWords", "Version {version} is ready and waits for a quiet moment.")
        if record.when == "tonight":
            words = translate(
                "UpdateWords", "Version {version} is unpacked and was tried. It is put in use tonight after 21:30, "
                               "when nothing is near; leave the computer on.")
        return words.format(version=record.version)
    return {
        Step.UNPACKING: translate("UpdateWords", "Copying from the stick and checking every file…"),
        Step.TESTING: translate(
            "UpdateWords", "Trying the new version beside the old one. This may take a minute…"),
        Step.STOPPING: translate("UpdateWords", "Ending the old version…"),
        Step.COPYING: translate("UpdateWords", "Copying the database…"),
        Step.SWITCHING: translate("UpdateWords", "Switching…"),
        Step.TRIAL: translate("UpdateWords", "The new version runs and is watched for a minute…"),
        Step.ROLLING_BACK: translate(
            "UpdateWords", "The new version does not come up; the old one is taken back…"),
    }.get(record.step, "")


def _at(record: Record) -> str:
    try:
        return f"{parse_time(record.at):%H:%M, %d/%m/%Y}"
    except ValueError:
        return record.at
