"""From written to spoken text, and the voices that say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """One stretch of text and how it will be read; `spoken` equals `written` where nothing changes."""

    written: str
    spoken: str
    start: int
    end: int
    kind: str = ""
    """What it was taken for: "date", "money", "abbreviation", "lexicon" …; empty: read as it stands."""
    choices: tuple[str, ...] = ()
    """Other readings a person may want, the likeliest first."""
    risky: bool = False
    """Worth a look: an unknown abbreviation, a foreign word, a figure that can be read in two ways."""

    @property
    def changed(self) -> bool:
        return self.written != self.spoken


@dataclass(frozen=True)
class Voice:
    """One voice of one engine."""

    id: str
    """"vi", "vi-vn-x-south+f3", "piper:vais1000"; a pack's further speakers: "piper:vivos#3"."""
    name: str
    engine: str
    """espeak | sapi5 | nsss | winrt | piper."""
    region: str = ""
    """north | central | south."""
    licence: str = ""
    """Of the voice itself, as its pack says."""
    gender: str = ""
    """female | male."""
    version: str = ""
    """Another one may sound different: part of the key of kept sentences. Empty: the engine's."""


@dataclass(frozen=True)
class AbsentEngine:
    """An engine this computer could have and has not, and why."""

    engine: str
    code: str
    reason: str


@dataclass(frozen=True)
class Pack:
    """A Piper voice that a station brought."""

    name: str
    """Its folder, and "piper:NAME" of its voice."""
    sample_rate: int
    speakers: tuple[str, ...]
    """Empty: there is one."""
    size: int
    """Bytes of the model."""
    licence: str
    """One line."""
    licence_text: str
    """What the pack says of itself: model card and licence, whole."""
    sha256: str = ""
    """Of model and description; empty before it is installed."""
    region: str = ""
