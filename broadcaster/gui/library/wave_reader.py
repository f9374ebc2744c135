"""Reads recordings for the eye, off the window's thread: the whole of one, and what is looked at more closely."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from broadcaster.gui.library import wave_actions as actions
from broadcaster.gui.library.wave_sound import Detail, Envelope, Recording
from broadcaster.gui.ops import Op, Step

_LANE, _DETAIL_LANE = "wave", "wave-detail"
_KEPT = 4
"""Envelopes kept, so that going back to a sound shows it at once: 4 MB for three hours."""


class WaveReader(QObject):
    """`read(recording, picture)`; `seen(Envelope)` at once and again as more of it is known, `progress(0…1)`,
    `whole(Envelope)` at the end, `closer(Detail)`. Only the sound asked for last is read on."""

    seen = Signal(object)
    progress = Signal(float)
    whole = Signal(object)
    closer = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._recording: Recording | None = None
        self._known: dict[Recording, Envelope] = {}
        self._op: Op[Envelope] | None = None

    @property
    def envelope(self) -> Envelope | None:
        """Of the sound asked for last, once it is read to the end."""
        return self._known.get(self._recording) if self._recording is not None else None

    def share(self, other: WaveReader) -> None:
        """Know what `other` knows."""
        self._known = other._known

    def forget(self) -> None:
        """Nothing is looked at now."""
        self._recording = None
        if self._op is not None:
            self._op.cancel()
            self._op = None

    def read(self, recording: Recording, picture: bytes) -> None:
        """`picture` (Cut.waveform) is shown until more is known."""
        self.forget()
        self._recording = recording
        if (known := self.envelope) is not None:
            self.whole.emit(known)
            return
        found: list[Envelope] = []

        def work(step: Step) -> Envelope:
            return actions.read_envelope(recording, picture, found.append, step)

        self._op = Op(work, lane=_LANE).on_progress(partial(self._on_read, recording, found))
        self._op.on_success(partial(self._done, recording)).start(self)

    def look(self, first: int, count: int) -> None:
        """Read a short part more closely."""
        recording = self._recording
        if recording is not None:
            Op(partial(actions.read_detail, recording, first, count), lane=_DETAIL_LANE).on_success(
                lambda found: self._looked(recording, found)).start(self)

    def _on_read(self, recording: Recording, found: list[Envelope], done: int, total: int, _text: str) -> None:
        if recording is self._recording and found:
            self.seen.emit(found[0])
            self.progress.emit(done / max(1, total))

    def _done(self, recording: Recording, envelope: Envelope) -> None:
        self._known[recording] = envelope
        while len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        if recording is self._recording:
            self._op = None
            self.whole.emit(envelope)

    def _looked(self, recording: Recording, found: Detail) -> None:
        if recording is self._recording:
            self.closer.emit(found)
