"""A device found by its name, and held to what the name meant when it was opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from broadcaster.base.pulse import pulse_watch

_BIND_SECONDS = 0.3
CARDS = Path("/proc/asound/cards")
"""ALSA's cards as they are now."""


class Binding:
    """Knows which output of the sound server a device's stream belongs on, and when it is no longer there.

    The system's default output (no name) may be moved by the system: that is what was asked for.
    """

    def __init__(self, wanted: str) -> None:
        self.moved = False
        self.channels = 0
        """How many the output really has; 0: unknown."""
        self.straight = True
        """Each channel of the stream comes out of the output's channel of the same number, as far as is known."""
        self.wanted = wanted
        self._watch = pulse_watch()
        self._sink: int | None = None
        self._stream: int | None = None
        self._tell: Callable[[], None] = lambda: None

    def listen(self, tell: Callable[[], None]) -> None:
        """`tell` is called when the stream was moved, from the watching thread."""
        self._tell = tell
        self._watch.listeners.append(self._look)

    def let_go(self) -> None:
        if self._look in self._watch.listeners:
            self._watch.listeners.remove(self._look)

    def bind(self, start: Callable[[], None]) -> None:
        """Start a stream and see where it plays. One at a time in a process."""
        self._sink, self._stream, self.moved, self.channels, self.straight = None, None, False, 0, True
        before = self._watch.look(_BIND_SECONDS)
        start()
        if before is None:
            return
        index = self._watch.new_stream(set(before.streams), _BIND_SECONDS)
        picture = self._watch.picture
        if index is None or picture is None or index not in picture.streams:
            return
        stream = picture.streams[index]
        self._stream = index
        self._sink, sink = stream.sink, picture.sinks.get(stream.sink)
        if sink is not None:
            self.channels, self.straight = len(sink.places), sink.places == stream.places

    def output_now(self) -> str:
        """The sound server's output the stream is on at this moment, as a person knows it; empty: unknown."""
        picture = self._watch.picture
        streams = picture.streams if picture else {}
        # One that did not show itself in time when it was opened is known when it is the only one.
        only = next(iter(streams.values())) if len(streams) == 1 else None
        stream = streams.get(self._stream, only) if self._stream is not None else only
        sink = picture.sinks.get(stream.sink) if picture and stream else None
        if picture is None or sink is None:
            return ""
        alone = [each.words for each in picture.sinks.values()].count(sink.words) == 1
        return sink.words if sink.words and alone else f"{sink.words} ({sink.name})".strip()

    def _look(self, left: set[int]) -> None:
        if self.wanted and self._sink in left and not self.moved:
            self.moved = True
            self._tell()


def find_output(sd: Any, wanted: str) -> int | None:
    """The index, now, of the output called `wanted`; of the default output when nothing is wanted."""
    devices = [item for item in sd.query_devices() if item["max_output_channels"] >= 1]
    if not wanted:
        default = sd.default.device[1]
        known = {item["index"] for item in devices}
        return default if default in known else None
    exact = [item["index"] for item in devices if item["name"] == wanted and _same_card(wanted)]
    # The number of a card changes with the order of plugging; its name does not.
    near = [item["index"] for item in devices if alike(item["name"], wanted) and _same_card(item["name"])]
    if len(near) == 1 or exact:
        return int(near[0] if len(near) == 1 else exact[0])
    # MME cuts names at 31 characters.
    cut = [item["index"] for item in devices if len(item["name"]) >= 31 and wanted.startswith(item["name"])]
    return int(cut[0]) if cut else None


def alike(name: str, other: str) -> bool:
    """The same name, but for the number of an ALSA card."""
    return re.sub(r"\(hw:[0-9]+,", "(hw:", name) == re.sub(r"\(hw:[0-9]+,", "(hw:", other)


def _same_card(name: str) -> bool:
    """PortAudio's list may be older than the last plugging: "USB Audio: - (hw:1,0)" must still be card 1's name."""
    found = re.search(r"\(hw:([0-9]+),", name)
    if found is None or not CARDS.exists():
        return True
    cards = CARDS.read_text(errors="replace").splitlines()
    card = next((line for line in cards if re.match(rf"\s*{found[1]} \[", line)), "")
    return card.rpartition(" - ")[2].strip() == name.partition(":")[0].strip() if card else False
