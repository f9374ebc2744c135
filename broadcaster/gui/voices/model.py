"""The words of the voice comparison. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.base.settings import Settings
from broadcaster.gui.bulletins.model import voice_words
from broadcaster.speech.model import AbsentEngine, Pack, Voice
from broadcaster.speech.voices.piper import PREFIX

KEYS = 9
"""Voices that a digit plays."""


@dataclass(frozen=True)
class VoiceLine:
    """One row: a voice, and the digit that plays it."""

    id: str
    key: str
    name: str
    engine: str
    licence: str
    pack: str
    """Name of the pack it belongs to; empty: it came with the program or the system."""


@dataclass(frozen=True)
class Manner:
    """What a person settled on."""

    voice: str
    rate: int
    pitch: int


def lines(voices: Sequence[Voice]) -> list[VoiceLine]:
    """As they are listed."""
    return [VoiceLine(voice.id, str(number) if number <= KEYS else "", voice_words(voice), engine_words(voice.engine),
                      voice.licence, pack_of(voice.id)) for number, voice in enumerate(voices, 1)]


def pack_of(voice: str) -> str:
    """The pack a voice belongs to."""
    return voice.removeprefix(PREFIX).partition("#")[0] if voice.startswith(PREFIX) else ""


def engine_words(engine: str) -> str:
    """Where a voice comes from."""
    translate = QCoreApplication.translate
    return {"espeak": translate("Voices", "with the program"), "piper": translate("Voices", "voice pack"),
            "sapi5": translate("Voices", "Windows"), "winrt": translate("Voices", "Windows"),
            "nsss": translate("Voices", "macOS")}.get(engine, engine)


def absent_words(absent: Sequence[AbsentEngine]) -> str:
    """Why a voice one might expect is not in the list; empty when none is missing."""
    translate = QCoreApplication.translate
    windows = any(gone.engine in {"sapi5", "winrt"} and gone.code == "speech.no_vietnamese" for gone in absent)
    words = [translate("Voices", "Windows has a Vietnamese voice of its own: Settings, Time and language, Speech, "
                                 "Add voices.")] if windows else []
    sick = [gone for gone in absent if gone.code != "speech.no_vietnamese"
            and not (gone.code == "speech.no_engine" and gone.engine != "espeak")]
    words += [translate("Voices", "Not answering now: {engine}.").format(engine=engine_words(gone.engine))
              for gone in sick]
    return " ".join(words)


def default_text(settings: Settings) -> str:
    """What the voices say until another text is typed: the station's greeting, in Vietnamese."""
    return (f"Đây là {settings.station.name}, {settings.station.province}. Kính thưa bà con và các đồng chí. "
            "Đúng 17 giờ 30 phút ngày 21/11, mời bà con đến nhà văn hóa thôn để tiêm chủng.")


def pack_facts(pack: Pack) -> str:
    """Size and speakers in a line."""
    translate = QCoreApplication.translate
    size = max(1, round(pack.size / 1_048_576))
    if pack.speakers:
        return translate("Voices", "{size} MB, {count} speakers").format(size=size, count=len(pack.speakers))
    return translate("Voices", "{size} MB").format(size=size)
