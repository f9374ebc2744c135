"""What the import found in a file, kept with its cut: the facts behind "accepted" and every warning.

Warning codes, and the facts `Checks.facts(code)` gives for the sentence:

    silent_head, silent_tail   seconds                 silence at the ends, cut off (it can be had back)
    silent_middle              seconds                 the longest hole inside
    clipped                    percent                 of all samples stand at full scale
    quiet                      lufs, target            peaks forbid bringing it up to house loudness
    short                      seconds                 under a second
    truncated                  seconds                 the file's last piece is missing
    resampled                  rate                    a narrow recording, as over a telephone (Hz)
    mono_loss                  db, correlation         left and right cancel each other: the mix is that much fainter
    opposite_polarity          correlation             left is right upside down: only the left was taken
    near_duplicate             sha256, percent         the same recording is here already, from another file
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

WARNINGS = ("silent_head", "silent_tail", "silent_middle", "clipped", "quiet", "short", "truncated", "resampled",
            "mono_loss", "opposite_polarity", "near_duplicate")
MOST_MONO_LOSS_DB = 6.0
SPEECH, MUSIC, MIXED = "speech", "music", "mixed"


@dataclass(frozen=True)
class Checks:
    """One file's findings. Times in seconds, levels in dB relative to full scale, shares 0–1."""

    seconds: float = 0.0
    """Of the cut, after trimming."""
    source_seconds: float = 0.0
    head_silence: float = 0.0
    middle_silence: float = 0.0
    tail_silence: float = 0.0
    clipped: float = 0.0
    source_lufs: float | None = None
    """All channels of the source by ITU-R BS.1770, before anything was done; None: too short or silent."""
    source_true_peak_db: float = -120.0
    lufs: float | None = None
    """Of the cut, as a mono sound on two channels."""
    true_peak_db: float = -120.0
    gain_db: float = 0.0
    limited: bool = False
    """Peaks were held down on the way."""
    target_lufs: float = 0.0
    channels: int = 0
    correlation: float | None = None
    """Of left and right, −1…1; None for mono."""
    mono_loss_db: float = 0.0
    """How much fainter the mix of the channels is than the channels."""
    speech: float | None = None
    """Share of the sounding time that is speech, the rest being music; None: too short to say."""
    container: str = ""
    codec: str = ""
    rate: int = 0
    bit_rate: int = 0
    encoder_delay: int = 0
    """Frames at the source's rate that an encoder put before the sound; removed."""
    encoder_padding: int = 0
    near_sha256: str = ""
    near_share: float = 0.0
    warnings: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """accepted | warning; what is refused never gets this far."""
        return "warning" if self.warnings else "accepted"

    @property
    def content(self) -> str:
        """speech | music | mixed, or empty when it cannot be told."""
        if self.speech is None:
            return ""
        return SPEECH if self.speech >= 0.8 else MUSIC if self.speech <= 0.2 else MIXED

    def facts(self, code: str) -> dict[str, Any]:
        """What the sentence of a warning names."""
        found: dict[str, dict[str, Any]] = {
            "silent_head": {"seconds": round(self.head_silence, 1)},
            "silent_tail": {"seconds": round(self.tail_silence, 1)},
            "silent_middle": {"seconds": round(self.middle_silence, 1)},
            "clipped": {"percent": round(100 * self.clipped, 2)},
            "quiet": {"lufs": self.lufs, "target": self.target_lufs},
            "short": {"seconds": round(self.seconds, 2)},
            "truncated": {"seconds": round(self.source_seconds, 1)},
            "resampled": {"rate": self.rate},
            "mono_loss": {"db": round(self.mono_loss_db, 1), "correlation": self.correlation},
            "opposite_polarity": {"correlation": self.correlation},
            "near_duplicate": {"sha256": self.near_sha256, "percent": round(100 * self.near_share)},
        }
        return found[code]

    def to_json(self) -> dict[str, object]:
        """As it is kept in Cut.checks."""
        return {**asdict(self), "warnings": list(self.warnings)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Checks:
        """What to_json wrote, now or by an older or newer program: what is not known is left out."""
        known = {field.name for field in fields(cls)}
        values = {key: value for key, value in data.items() if key in known}
        return cls(**{**values, "warnings": tuple(values.get("warnings", ()))})
