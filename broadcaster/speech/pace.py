"""How fast each voice reads: foretold from the text, and learnt from every sentence it has read."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import write_atomic
from broadcaster.speech.sentences import Piece, syllables

# Seconds after trimming = (A x syllables + B x inner commas + C) / rate, fitted on eSpeak NG 1.52.
_A, _B, _C = 37.4, 48.0, 8.0
_REGION = {"vi-vn-x-south": 1.06, "vi-vn-x-central": 1.06}
_BELIEF_SECONDS = 20.0
"""The formula counts as much as so much heard speech."""
_MOST_SECONDS = 1800.0
_SLOWEST, _FASTEST = 0.4, 2.5


class Pace:
    """Forecasts in seconds; `file` keeps what was learnt from run to run."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._heard = _read(file)
        self._changed = False

    def seconds(self, piece: Piece, voice: str, rate: int) -> float:
        """How long the piece will sound, without the pause after it."""
        foretold, real = self._heard.get(_plain(voice), (0.0, 0.0))
        factor = (real + _BELIEF_SECONDS) / (foretold + _BELIEF_SECONDS)
        return _formula(piece.text, voice, rate) * min(_FASTEST, max(_SLOWEST, factor))

    def learn(self, text: str, voice: str, rate: int, real: float) -> None:
        """A sentence was read in `real` seconds."""
        name = _plain(voice)
        foretold, before = self._heard.get(name, (0.0, 0.0))
        foretold, real = foretold + _formula(text, voice, rate), before + real
        share = 0.5 if foretold > _MOST_SECONDS else 1.0  # an update of the engine is noticed in time
        self._heard[name] = (foretold * share, real * share)
        self._changed = True

    def save(self) -> None:
        """Keep it; what cannot be written is learnt again."""
        if self._file is None or not self._changed:
            return
        self._changed = False
        body = {voice: [round(value, 1) for value in values] for voice, values in sorted(self._heard.items())}
        with contextlib.suppress(BroadcasterError):
            write_atomic(self._file, json.dumps(body, indent=1).encode("utf-8"))


def _formula(text: str, voice: str, rate: int) -> float:
    commas = text.rstrip(" ,").count(",")
    return (_A * syllables(text) + _B * commas + _C) / rate * _REGION.get(_plain(voice), 1.0)


def _plain(voice: str) -> str:
    """Timbre changes nothing: "vi+f3" is "vi"."""
    return voice.partition("+")[0] if ":" not in voice else voice


def _read(file: Path | None) -> dict[str, tuple[float, float]]:
    try:
        body = json.loads(file.read_text(encoding="utf-8")) if file is not None else {}
        found = {str(voice): (float(values[0]), float(values[1])) for voice, values in body.items()}
        return {voice: values for voice, values in found.items() if 0 < values[0] < 1e5 and 0 < values[1] < 1e5}
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return {}
