"""The words of the bulletin page, and what its side list shows. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.readings.model import Heard
from broadcaster.library.model import CartKind, State
from broadcaster.speech.model import Voice

STATE_TONES = {State.DRAFT: "plain", State.SUBMITTED: "wait", State.APPROVED: "good", State.RETURNED: "bad",
               State.WITHDRAWN: "plain", State.CHECKED: "wait", State.SUPERSEDED: "plain", State.ARCHIVED: "plain"}
EDITABLE = (State.DRAFT, State.RETURNED)
"""In these states the text lies open; in the others a person unlocks it first."""
_SPOKEN_KINDS = (CartKind.NEWS, CartKind.FEATURE, CartKind.NOTICE, CartKind.COLUMN, CartKind.MESSAGE,
                 CartKind.OPENING, CartKind.CLOSING)


@dataclass(frozen=True)
class Preview:
    """What the text will sound like, before it is voiced."""

    text: str
    seconds: float
    syllables: int
    heard: tuple[Heard, ...]


def state_words(state: State) -> str:
    """Where a bulletin stands."""
    translate = QCoreApplication.translate
    return {
        State.DRAFT: translate("Bulletins", "draft"), State.SUBMITTED: translate("Bulletins", "waiting for approval"),
        State.APPROVED: translate("Bulletins", "approved"), State.RETURNED: translate("Bulletins", "given back"),
        State.WITHDRAWN: translate("Bulletins", "withdrawn"),
        State.CHECKED: translate("Bulletins", "waiting for the second approval"),
        State.SUPERSEDED: translate("Bulletins", "superseded"), State.ARCHIVED: translate("Bulletins", "archived"),
    }[state]


def filters() -> list[tuple[str, str]]:
    """(value, words) of the state filter."""
    return [("", QCoreApplication.translate("Bulletins", "All states")),
            *((str(state), state_words(state)) for state in STATE_TONES)]


def kinds() -> list[tuple[str, str]]:
    """(value, words) of what a voice may read."""
    translate = QCoreApplication.translate
    words = {
        CartKind.NEWS: translate("Bulletins", "News"), CartKind.FEATURE: translate("Bulletins", "Feature"),
        CartKind.NOTICE: translate("Bulletins", "Notice"), CartKind.COLUMN: translate("Bulletins", "Column"),
        CartKind.MESSAGE: translate("Bulletins", "Message"), CartKind.OPENING: translate("Bulletins", "Opening words"),
        CartKind.CLOSING: translate("Bulletins", "Closing words"),
    }
    return [(str(kind), words[kind]) for kind in _SPOKEN_KINDS]


def voice_words(voice: Voice) -> str:
    """Giọng miền Bắc, nữ (eSpeak)."""
    translate = QCoreApplication.translate
    region = {"north": translate("Bulletins", "Northern voice"), "central": translate("Bulletins", "Central voice"),
              "south": translate("Bulletins", "Southern voice")}.get(voice.region, voice.name)
    if voice.engine != "espeak":
        return f"{region} ({voice.name})" if voice.region else voice.name
    return translate("Bulletins", "{region}, high").format(region=region) if "+f" in voice.id else region


def same(left: Bulletin, right: Bulletin) -> bool:
    """Whether an approver would sign the very same thing."""
    return (left.text, left.title, left.kind, left.cut and left.cut.sha256) == (
        right.text, right.title, right.kind, right.cut and right.cut.sha256)
