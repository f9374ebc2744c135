"""How a cut lies in its whole recording: what the trim took off and where it fades. Nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """What a cut lacks of its recording. The ends file holds it: head, fade-in and fade-out as they were, tail."""

    head_frames: int
    tail_frames: int
    fade_in_frames: int
    fade_out_frames: int
    ends_sha256: str


@dataclass(frozen=True)
class Shape:
    """Where a sound begins, ends and fades, in frames of 1/48,000 s."""

    head_frames: int
    """Cut off before the sound, counted from the beginning of the whole recording."""
    tail_frames: int
    """Cut off after the sound, counted back from the end of the whole recording."""
    fade_in_frames: int = 0
    """Inside the sound, from its beginning."""
    fade_out_frames: int = 0
    """Inside the sound, up to its end."""
    cue_frames: int = 0
    """Where listening begins in the window, counted from the beginning of the sound (not of the whole)."""
    whole_frames: int = 0

    @property
    def frames(self) -> int:
        """Of the sound that stays."""
        return self.whole_frames - self.head_frames - self.tail_frames
