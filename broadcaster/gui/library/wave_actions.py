"""What the wave editor asks of the program; nothing here touches a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from broadcaster.base.errors import Refused
from broadcaster.gui.library.wave_model import Marks, marks_of, shape_of
from broadcaster.gui.library.wave_sound import Detail, Envelope, Recording, detail
from broadcaster.library import edit_store
from broadcaster.library.model import Cart, State
from broadcaster.wiring import App

if TYPE_CHECKING:
    from broadcaster.gui.ops import Step

_PERCENT = 100


@dataclass(frozen=True)
class Loaded:
    """What is known of an item before its sound is read."""

    marks: Marks
    recording: Recording


def load(app: App, cart: Cart) -> Loaded:
    """How the sound lies in its recording. Raises Refused: cart.unknown, preview.unreadable."""
    marks = marks_of(app.shaping.shape_of(cart.id))
    with app.database.read() as connection:
        edit = edit_store.edit_of(connection, cart.cut.sha256)
    path = app.home.audio(cart.cut.sha256)
    if not path.exists():
        raise Refused("preview.unreadable", f"the file is not there: {path.name}", name=cart.title)
    ends = app.home.audio(edit.ends_sha256) if edit else None
    return Loaded(marks, Recording(path, cart.cut.frames, edit, ends))


def read_envelope(recording: Recording, picture: bytes, shown: Callable[[Envelope], object], step: Step) -> Envelope:
    """The peaks of the whole recording; `shown` gets them at once, to be looked at while they fill."""
    envelope = Envelope(recording, picture)
    shown(envelope)
    step(0, recording.whole)
    envelope.fill(recording, step)
    return envelope


def read_detail(recording: Recording, first: int, count: int) -> Detail:
    return detail(recording, first, count)


def silence_cut(envelope: Envelope, marks: Marks) -> Marks:
    """The marks as an import sets them: the silence at both ends goes."""
    from broadcaster.library.trim import bounds

    found = bounds(envelope.peaks, envelope.frames)
    return marks.cut_to(found.start, found.end)


def save(app: App, cart: Cart, marks: Marks, by: str, step: Step, reason: str = "") -> Cart:
    """A new version of the item. Raises Refused: shape.*, cart.unknown, disk.*, import.cancelled."""
    text = QCoreApplication.translate("WaveEditor", "The sound is being made…")

    def moved(share: float) -> None:
        step(round(share * _PERCENT), _PERCENT, text)

    return app.shaping.shape(cart.id, shape_of(marks), by, moved, lambda: step.cancelled, reason)


def locked_words(cart: Cart) -> str:
    """Why this sound is only to be looked at; empty when it may be shaped."""
    translate = QCoreApplication.translate
    if cart.bulletin_id:
        return translate("WaveEditor", "This is the sound of a bulletin: it is shaped there, under “Sound”, so that "
                                       "words and sound stay together.")
    if cart.state in {State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED}:
        return translate("WaveEditor", "This item is out of use. Put it back first if its sound shall be shaped.")
    return ""


def save_words(cart: Cart) -> str:
    """What saving will mean for this item."""
    translate = QCoreApplication.translate
    if cart.state is State.APPROVED:
        return translate("WaveEditor", "Saving makes a new version: the approval ends, and the item airs only after a "
                                       "new one. The version before is kept.")
    if cart.state in {State.SUBMITTED, State.CHECKED}:
        return translate("WaveEditor", "Saving makes a new version, which must be submitted for approval again. The "
                                       "version before is kept.")
    return translate("WaveEditor", "Saving makes a new version; it needs an approval before it airs. The version "
                                   "before is kept.")
