"""The text of every channel, made by rule."""

from __future__ import annotations

from collections.abc import Callable

from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins.kit import leaflet, led, portal, script, sms, social
from broadcaster.bulletins.kit.message import Message
from broadcaster.bulletins.kit.wording import KitWords

COMPOSERS: dict[str, Callable[[Message, KitWords], str]] = {
    "sms": sms.compose, "social": social.compose, "portal": portal.compose, "led": led.compose,
    "leaflet": leaflet.compose, "poster": leaflet.compose_poster, "script": script.compose,
}


def compose(channel: str, message: Message, words: KitWords) -> str:
    """Raises Refused("template.broken") for wording that cannot be filled in."""
    return nfc(COMPOSERS[channel](message, words)).strip()
