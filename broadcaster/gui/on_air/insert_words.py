"""What a person put on the air, in words: break-in, live microphone, relay, an item put next. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.gui.on_air.model import zones_text
from broadcaster.protocol.messages import Insert, OnAir, Status

_EMERGENCY_KINDS = {"khan_cap", "uu_tien", "chuong"}


@dataclass(frozen=True)
class InsertLine:
    """What the bar says."""

    head: str
    title: str
    detail: str
    look: str
    """red: sounds now; amber: waits or is in trouble; blue: a relay that runs as it should."""
    seconds_left: float | None
    end: str
    """What the button says."""
    measured: bool
    """Whether the level at the microphone or the relay's input is worth showing."""


def insert_line(status: Status, insert: Insert, now: datetime) -> InsertLine:
    """The bar's words for one insert."""
    head, look = _head(insert, own_item(status))
    parts = [_state(insert), *_rounds(insert), zones_text(insert.zones, 0), _until(insert),
             QCoreApplication.translate("OnAir", "by {name}").format(name=insert.by) if insert.by else ""]
    return InsertLine(head, insert.title, " · ".join(part for part in parts if part), look,
                      _left(status, insert, now), _end(insert), insert.kind in {"live", "relay"})


def ending_needs_a_question(insert: Insert) -> bool:
    """Further rounds are lost with it."""
    return insert.kind == "break_in" and bool(insert.next_at)


def end_command(insert: Insert) -> str:
    """The command that ends it."""
    return {"live": "live_off", "relay": "relay_off", "next": "end_next"}.get(insert.kind, "end_break_in")


def own_item(status: Status) -> OnAir | None:
    """The emergency message itself, as it sounds in any zone; a priority message waits for its turn first."""
    heard = [status.on_air, *(zone.on_air for zone in status.zones)]
    return next((item for item in heard if item is not None and item.kind in _EMERGENCY_KINDS), None)


def _head(insert: Insert, own: OnAir | None) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if insert.kind == "live":
        words = translate("OnAir", "MICROPHONE IS OPEN")
        return words, "amber" if insert.detail == "no_input" else "red"
    if insert.kind == "relay":
        return translate("OnAir", "RELAY"), "blue" if insert.detail in {"sound", ""} else "amber"
    if insert.kind == "next":
        return translate("OnAir", "ITEM PUT INTO THE SESSION"), "blue"
    if insert.state == "waiting":
        return translate("OnAir", "EMERGENCY: BETWEEN TWO ROUNDS"), "amber"
    if own is None:
        return translate("OnAir", "MESSAGE ORDERED, SOUNDS NEXT"), "amber"
    return translate("OnAir", "EMERGENCY MESSAGE ON AIR"), "red"


def _state(insert: Insert) -> str:
    translate = QCoreApplication.translate
    return {
        "no_input": translate("OnAir", "No sound comes from the microphone: check cable and switch"),
        "connecting": translate("OnAir", "connecting…"),
        "sound": translate("OnAir", "sound comes in"),
        "silent": translate("OnAir", "the source is silent"),
        "fallback": translate("OnAir", "the source is lost; it goes on by itself when it is back"),
    }.get(insert.detail, "")


def _rounds(insert: Insert) -> list[str]:
    translate = QCoreApplication.translate
    if insert.rounds <= 1:
        return []
    words = [translate("OnAir", "round {number} of {all}").format(number=insert.round, all=insert.rounds)]
    if insert.next_at:
        words.append(translate("OnAir", "next at {time}").format(time=f"{parse_time(insert.next_at):%H:%M:%S}"))
    return words


def _until(insert: Insert) -> str:
    if not insert.ends_at:
        return ""
    return QCoreApplication.translate("OnAir", "ends at {time} at the latest").format(
        time=f"{parse_time(insert.ends_at):%H:%M}")


def _left(status: Status, insert: Insert, now: datetime) -> float | None:
    """Live and relay: to their end. A break-in: to the end of what is read, or to the next round."""
    if insert.kind == "break_in" and insert.state == "on_air":
        own = own_item(status)
        return max(0.0, own.duration_seconds - own.position_seconds) if own else None
    if insert.kind == "next":
        return None  # its bound is the session's end, which says nothing of it
    target = insert.next_at if insert.kind == "break_in" and insert.state == "waiting" else insert.ends_at
    return max(0.0, (parse_time(target) - now).total_seconds()) if target else None


def _end(insert: Insert) -> str:
    translate = QCoreApplication.translate
    return {"live": translate("OnAir", "Close the microphone"), "relay": translate("OnAir", "End the relay"),
            "next": translate("OnAir", "Do not play it"),
            }.get(insert.kind, translate("OnAir", "End the emergency"))
