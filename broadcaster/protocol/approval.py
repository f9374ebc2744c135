"""An approval as the player sees it: who let exactly this sound go on air."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from broadcaster.protocol.seal import seal, seal_holds

_LATER = frozenset({"valid_from", "second_approver", "second_at"})


@dataclass(frozen=True)
class Approval:
    """A named person's yes to one text and one sound, bound to both by hash."""

    id: str
    subject: str
    """"bulletin:<id>" or "cart:<id>"."""
    text_sha256: str
    """sha256 of the text that was read, empty for a sound without a text."""
    audio_sha256: str
    """sha256 of the cut's file."""
    approver: str
    approved_at: str
    """ISO 8601 with offset."""
    valid_until: str = ""
    """ISO date, inclusive; empty means without end."""
    self_approved: bool = False
    """Author and approver are one person (a single-person station)."""
    valid_from: str = ""
    """ISO date; empty means at once."""
    second_approver: str = ""
    """Who agreed as the second (ban biên tập); empty where one yes is enough."""
    second_at: str = ""
    seal: str = ""

    def sealed(self, key: bytes) -> Approval:
        """The same approval with the station's seal."""
        return Approval(**{**asdict(self), "seal": seal(self._body(), key)})

    def holds(self, audio_sha256: str, day: str, key: bytes) -> bool:
        """Whether it lets the sound `audio_sha256` air on ISO date `day`."""
        return (
            seal_holds(self._body(), self.seal, key)
            and self.audio_sha256 == audio_sha256
            and (not self.valid_until or day <= self.valid_until)
            and (not self.valid_from or day >= self.valid_from)
        )

    def _body(self) -> dict[str, Any]:
        body = dict(vars(self))  # not asdict: a day's plan asks hundreds of times
        del body["seal"]
        # What earlier versions of the program did not know stays out while it is empty: their seals hold.
        return {name: value for name, value in body.items() if value or name not in _LATER}
