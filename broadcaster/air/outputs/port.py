"""One zone's place on a sound device: some of its channels, and frame numbers of its own.

A device counts the frames it takes; a port counts those its zone has rendered. Both run side by side until what the
device has queued is thrown away: the zone that broke in goes on with new sound, the others play again what nobody
heard, so each port knows how far its numbers lie behind the device's.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from broadcaster.air.meter import Block
from broadcaster.air.sink import Render, Swap
from broadcaster.air.timeline import Timeline
from broadcaster.base.frames import RATE

if TYPE_CHECKING:
    from broadcaster.air.outputs.device import Device

KEPT_SECONDS = 2.0
"""Rendered sound a port keeps, besides what the device may have queued."""


class PortTimeline(Timeline):
    """The device's timeline in a port's own frame numbers."""

    def __init__(self, device: Timeline) -> None:
        self._device = device
        self.offset = 0
        """Device's frame number minus the port's."""

    @property
    def base(self) -> float:
        return self._device.base + self.offset / RATE

    @base.setter
    def base(self, value: float) -> None:
        self._device.base = value - self.offset / RATE

    @property
    def skew(self) -> float:
        return self._device.skew

    @skew.setter
    def skew(self, value: float) -> None:
        self._device.skew = value


class Port:
    """An AudioSink on some channels of a device; made by Device.port()."""

    def __init__(self, device: Device, render: Render, channels: tuple[int, ...]) -> None:
        self.timeline: Timeline
        self._line = self.timeline = PortTimeline(device.timeline)
        self.latency = device.latency
        self.underruns = 0
        self.channels = channels
        """Counted from 1; empty: all."""
        self.fits = True
        """The device has these channels."""
        self._device, self._render = device, render
        self._head = 0
        """Frames rendered."""
        self._floor = 0
        """Frames that have certainly left, or are lost."""
        self._kept: deque[tuple[int, Block]] = deque()
        self._again: deque[Block] = deque()
        """Sound to be handed over once more, before anything new."""

    @property
    def name(self) -> str:
        return self._device.name

    @property
    def ok(self) -> bool:
        return self._device.ok and self.fits

    @property
    def problem(self) -> str:
        return self._device.problem or ("" if self.fits else "no_channel")

    def heard(self) -> int:
        return max(self._floor, min(self._head, self._device.heard() - self._line.offset))

    def drop(self, swap: Swap | None = None) -> int:
        return self._device.drop(self, swap)

    def rebuild(self) -> None:
        self._device.rebuild()

    def poll(self) -> None:
        self._device.poll()

    def drift_ms(self) -> float:
        return self._device.drift_ms()

    def close(self) -> None:
        self._device.close_port(self)

    # -- for the device; the audio thread calls take(), the others are called while it stands still --

    def take(self, count: int) -> Block:
        """The next `count` frames for the device."""
        place = self._next()
        parts: list[Block] = []
        while count and self._again:
            block = self._again.popleft()
            if len(block) > count:
                self._again.appendleft(block[count:])
                block = block[:count]
            parts.append(block)
            count -= len(block)
        if count:
            parts.append(self._render(self._head, count))
            self._head += count
        whole = parts[0] if len(parts) == 1 else np.concatenate(parts)
        self._kept.append((place, whole))
        oldest = place - round((KEPT_SECONDS + self.latency) * RATE)
        while self._kept[0][0] < oldest:
            self._kept.popleft()
        return whole

    def give_up(self, frame: int, head: int) -> int:
        """The device threw away its frames from `frame` to `head`; what the port had there is not wanted any more."""
        first = max(self._floor, min(self._head, frame - self._line.offset))
        self.forget(head)
        self._floor = first
        return first

    def rewind(self, frame: int, head: int) -> None:
        """The device threw away its frames from `frame` to `head`; hand over again what the port had there."""
        first = max(self._floor, min(self._head, frame - self._line.offset))
        end = head - self._line.offset
        lost = [block[max(0, first - place):] for place, block in self._kept if place + len(block) > first]
        first = end - sum(map(len, lost))
        self._again.extendleft(reversed(lost))
        self._kept = deque((place, block[:first - place]) for place, block in self._kept if place < first)
        self._line.offset = head - first
        self._floor = max(self._floor, first)

    def forget(self, head: int) -> None:
        """The device goes on at its frame `head` with the port's next new sound."""
        self._floor = max(self._floor, min(self._head, self._device.heard() - self._line.offset))
        self._again.clear()
        self._kept.clear()
        self.settle(head)

    def settle(self, head: int) -> None:
        """The next frame to be handed over will be the device's frame `head`."""
        self._line.offset = head - self._next()

    def _next(self) -> int:
        return self._head - sum(map(len, self._again))


def lay(out: Block, block: Block, channels: tuple[int, ...]) -> None:
    """Put a zone's sound on its channels: one gets the mean of left and right, several get them in turn."""
    width = out.shape[1]
    places = [channel - 1 for channel in channels] or list(range(width))
    if len(places) == 1:
        out[:, places[0]] += block.mean(axis=1)
        return
    for turn, place in enumerate(places):
        out[:, place] += block[:, turn % block.shape[1]]
