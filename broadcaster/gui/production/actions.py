"""What the buttons of the sound tab do."""

from __future__ import annotations

from pathlib import Path

from broadcaster.base.frames import clock_text
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.bulletins.production import bed_levels
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.ops import Step
from broadcaster.gui.production.model import Desk, Picture
from broadcaster.library.model import Cut
from broadcaster.wiring import App

_WPM = 160
"""Of a person, for the length of a text that no voice here can read."""


def read(app: App, bulletin_id: str) -> Desk:
    """The bulletin, its words, and what may stand around them."""
    bulletin = app.bulletins.get(bulletin_id)
    spoken = app.library.cut(bulletin.speech_sha256) if bulletin.speech_sha256 else None
    words = spoken if bulletin.words_current else None
    seconds = words.seconds if words else _guess(app, bulletin)
    older = words is None and spoken is not None and spoken.source == "recording"
    return Desk(bulletin, words, seconds, tuple(app.bulletins.producer.offered()), app.bulletins.last_production(),
                older)


def picture(app: App, desk: Desk, production: Production) -> Picture:
    """Raises Refused: production.*."""
    producer = app.bulletins.producer
    plan = producer.layout(production, desk.seconds)
    return Picture(plan, producer.parts(production), desk.words.waveform if desk.words else b"",
                   bed_levels(plan, production))


def render(app: App, words: Cut, production: Production, out: Path, step: Step, text: str) -> Path:
    """The sound as it would be, for listening; `text` is "{done} of {total}"."""
    return app.bulletins.producer.render(words, production, out, lambda done, total: _tell(step, done, total, text),
                                         lambda: step.cancelled)


def apply(app: App, bulletin_id: str, production: Production, step: Step, text: str) -> Bulletin:
    """Make it so; an approval ends when another sound comes out."""
    return app.bulletins.produce(bulletin_id, production, on_duty(app),
                                 lambda done, total: _tell(step, done, total, text), lambda: step.cancelled)


def take_file(app: App, bulletin_id: str, sound: Path, step: Step, text: str | None = None) -> Bulletin:
    """A recording becomes the words of the bulletin; `text`: what was read, by default its words now."""
    return app.bulletins.record(bulletin_id, sound, text, on_duty(app), lambda share: step(round(share * 100), 100),
                                lambda: step.cancelled)


def still_says(app: App, bulletin_id: str) -> Bulletin:
    """The recording fits the text as it is now."""
    return app.bulletins.still_says(bulletin_id, on_duty(app))


def _tell(step: Step, done: int, total: int, text: str) -> None:
    step(done, total, text.format(done=clock_text(done / 1000), total=clock_text(total / 1000)))


def _guess(app: App, bulletin: Bulletin) -> float:
    if bulletin.language == "vi":
        return app.speech.estimate_seconds(bulletin.text, bulletin.voice or None, bulletin.rate or None)
    return len(bulletin.text.split()) * 60 / _WPM
