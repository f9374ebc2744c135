"""How the journal's own lines read, and what can be wrong with them. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.base.frames import clock_text, seconds
from broadcaster.gui.log.model import reason_words, verification_words
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.verifier import Fault

_PLAIN = ("action", "command", "event", "title", "text", "note", "why", "by", "name")
"""Facts of a line that are words for a person already."""


def journal_kind_words(kind: Kind) -> str:
    """What a journal line says happened."""
    translate = QCoreApplication.translate
    return {
        Kind.BOOT: translate("Log", "playing process started"), Kind.START: translate("Log", "item starts"),
        Kind.BEAT: translate("Log", "still sounding"), Kind.END: translate("Log", "item ends"),
        Kind.MISSED: translate("Log", "item left out"), Kind.BREAK_IN: translate("Log", "put in between"),
        Kind.SILENCE: translate("Log", "silence at the output"), Kind.DEVICE: translate("Log", "sound device"),
        Kind.CLOCK: translate("Log", "computer clock"), Kind.OPERATOR: translate("Log", "operator"),
        Kind.QUIET: translate("Log", "quiet hours"), Kind.SEAL: translate("Log", "plan refused"),
        Kind.VERDICT: translate("Log", "listened at the output"), Kind.POWER: translate("Log", "amplifier switched"),
        Kind.DELIVERED: translate("Log", "file handed over"),
    }[kind]


def journal_note(line: Line) -> str:
    """The figures of a line a person wants to see."""
    translate = QCoreApplication.translate
    data = line.data
    parts = [str(data["zone"])] if data.get("zone") else []
    if line.kind in {Kind.BEAT, Kind.END} and isinstance(data.get("position"), int):
        parts.append(translate("Log", "at {place}").format(place=clock_text(seconds(data["position"]))))
    if line.kind is Kind.VERDICT:
        score = data.get("score")
        parts.append(verification_words(str(data.get("verdict") or ""),
                                        float(score) if isinstance(score, int | float) else None))
    if line.kind in {Kind.BREAK_IN, Kind.POWER}:
        parts.append(state_words(str(data.get("state") or "")))
    if isinstance(data.get("reason"), str):
        parts.append(reason_words(data["reason"]))
    if line.kind not in {Kind.START, Kind.MISSED}:
        parts += [str(data[name]) for name in _PLAIN if isinstance(data.get(name), str)]
    return " · ".join(dict.fromkeys(filter(None, parts)))


def state_words(state: str) -> str:
    """States of an insert and of an amplifier's switch."""
    translate = QCoreApplication.translate
    return {
        "ordered": translate("Log", "ordered"), "round": translate("Log", "next round"),
        "ended": translate("Log", "ended"), "on": translate("Log", "on"), "off": translate("Log", "off"),
        "failed": translate("Log", "failed"),
    }.get(state, state)


def fault_words(fault: Fault) -> str:
    """What is wrong with a journal line or a seal, in a sentence; the verifier has its own words in two languages."""
    translate = QCoreApplication.translate
    vietnamese = translate("Log", "language: en").endswith("vi")
    return {
        "altered": translate("Log", "This line was altered after it was written."),
        "unreadable": translate("Log", "This line cannot be read."),
        "broken_link": translate("Log", "This line does not continue from the one before it: something between them "
                                        "is missing or was replaced."),
        "out_of_order": translate("Log", "This line is out of order."),
        "torn": translate("Log", "This line is cut off, as after a power failure."),
        "missing": translate("Log", "Lines that were filed before are missing from this file."),
        "rewritten": translate("Log", "This line is another one than was filed before."),
    }.get(fault.problem) or fault.words(vietnamese)
