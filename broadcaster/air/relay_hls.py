"""A stream cut into pieces (HLS), as most large stations send it today: the pieces one after the other, as one file.

Each piece is asked for as any stream is (relay_http), with the same limits. Encrypted ones are not played.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from urllib.parse import urljoin

from broadcaster.air.relay_http import OPEN_SECONDS, READ_SECONDS, HttpSound, Unheard
from broadcaster.base.clock import Clock

_BEHIND = 3
"""Pieces between where we begin and the newest: what keeps coming while the next one is made."""
_PAUSE_SECONDS = 0.5
_LONGEST = 10
_PIECE_BYTES = 32 << 20
_ENOUGH_BITS = 256_000
_LEVELS = 3


@dataclass(frozen=True)
class Pieces:
    """One reading of the list."""

    first: int
    addresses: tuple[str, ...]
    head: str
    """Address of what must be read before the first piece, "" if nothing must."""
    ended: bool
    seconds: float
    """The longest piece, at most _LONGEST."""


class HlsSound:
    """The same face as HttpSound: read, allow, close, hang_up, fault."""

    def __init__(self, clock: Clock, address: str, text: str) -> None:
        self.fault: Unheard | None = None
        self._clock = clock
        self._closed = threading.Event()
        self._now: HttpSound | None = None
        for _ in range(_LEVELS):
            onward = _variant(text)
            if onward is None:
                break
            address = urljoin(address, onward)
            text = self._text(address)
        self._address = address
        self._pieces = parsed(address, text)
        count = len(self._pieces.addresses)
        self._next = self._pieces.first + (0 if self._pieces.ended else max(0, count - _BEHIND))
        self._head_due = bool(self._pieces.head)

    def allow(self, seconds: float, octets: int) -> None:
        """For the piece that is being read."""
        if self._now is not None:
            self._now.allow(seconds, octets)

    def read(self, size: int) -> bytes:
        """Some bytes; none at the end, after a fault and after `close`. Waits for the next piece to be made."""
        since = self._clock.monotonic()
        while self.fault is None and not self._closed.is_set():
            data = self._now.read(size) if self._now is not None else b""
            if data:
                return data
            fault = self._now.fault if self._now is not None else None
            self._put_down()
            if self._clock.monotonic() - since > max(READ_SECONDS, 2 * self._pieces.seconds):
                self.fault = Unheard("lost", "no new piece")
                break
            try:
                if fault is None and not self._take_up():
                    break
            except Unheard as error:
                fault = error
                self._closed.wait(_PAUSE_SECONDS)
            if fault is not None and fault.problem == "not_sound":
                self.fault = fault
        return b""

    def close(self) -> None:
        """From any thread."""
        self._closed.set()
        now = self._now
        if now is not None:
            now.close()

    def hang_up(self) -> None:
        """By the thread that reads."""
        self.close()
        self._put_down()

    def _put_down(self) -> None:
        now, self._now = self._now, None
        if now is not None:
            now.hang_up()

    def _take_up(self) -> bool:
        """Begin the next piece, or wait a little for it; False: there is no more. Raises Unheard."""
        if self._next >= self._pieces.first + len(self._pieces.addresses):
            if self._pieces.ended:
                return False
            self._closed.wait(min(2.0, self._pieces.seconds / 3))
            self._pieces = parsed(self._address, self._text(self._address))
            if self._next < self._pieces.first:
                self._next = self._pieces.first + max(0, len(self._pieces.addresses) - _BEHIND)
            return True
        if self._head_due:
            self._head_due = False
            self._open(self._pieces.head)
            return True
        number = max(0, self._next - self._pieces.first)
        self._next = self._pieces.first + number + 1
        self._open(self._pieces.addresses[number])
        return True

    def _open(self, address: str) -> None:
        sound = self._now = HttpSound(self._clock)
        sound.open(address, listed=False)
        sound.allow(OPEN_SECONDS, _PIECE_BYTES)

    def _text(self, address: str) -> str:
        sound = HttpSound(self._clock)
        self._now = sound
        try:
            sound.open(address)
            if not sound.listing:
                raise Unheard("not_sound", "not a list of pieces")
            return sound.listing
        finally:
            self._put_down()


def parsed(address: str, text: str) -> Pieces:
    """Raises Unheard for a list without pieces and for encrypted ones."""
    if re.search(r"^#EXT-X-KEY:(?!.*METHOD=NONE)", text, re.MULTILINE):
        raise Unheard("not_sound", "the stream is encrypted")
    lines = [line.strip() for line in text.splitlines()]
    addresses = tuple(urljoin(address, line) for line in lines if line and not line.startswith("#"))
    if not addresses:
        raise Unheard("not_sound", "a list without pieces")
    head = re.search(r'^#EXT-X-MAP:.*?URI="([^"]+)"', text, re.MULTILINE)
    return Pieces(_number(r"#EXT-X-MEDIA-SEQUENCE:\s*(\d{1,15})", text, 0), addresses,
                  urljoin(address, head[1]) if head else "", "#EXT-X-ENDLIST" in text,
                  float(min(_LONGEST, _number(r"#EXT-X-TARGETDURATION:\s*(\d{1,4})", text, 6))))


def _variant(text: str) -> str | None:
    """Of a list of qualities: the best that is good enough for speech; None if it is a list of pieces."""
    found: list[tuple[str, str]] = re.findall(
        r"^#EXT-X-STREAM-INF:([^\r\n]*)\r?\n\s*([^#\s][^\r\n]*)", text, re.MULTILINE)
    if not found:
        return None
    rated = sorted((_number(r"(?:^|,)\s*BANDWIDTH=(\d{1,12})", facts, 0), address.strip()) for facts, address in found)
    enough = [item for item in rated if item[0] <= _ENOUGH_BITS]
    return enough[-1][1] if enough else rated[0][1]


def _number(pattern: str, text: str, otherwise: int) -> int:
    match = re.search(pattern, text)
    return int(match[1]) if match else otherwise
