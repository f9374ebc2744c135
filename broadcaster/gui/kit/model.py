"""Rows and words of the other channels. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.bulletins.kit import led, sms
from broadcaster.bulletins.kit.hand_outs import HAND_OUT_CHANNELS, Asked
from broadcaster.bulletins.kit.social import FACEBOOK_MOST, ZALO_MOST
from broadcaster.bulletins.kit.wording import Options
from broadcaster.bulletins.model import CHANNELS, Bulletin, ChannelText, HandOut
from broadcaster.gui.i18n import number_text
from broadcaster.library.model import State

ON_PAPER = frozenset({"leaflet", "poster", "script"})
HAND_OUTS = "hand_outs"
"""The last row of the list: what was given out."""


@dataclass(frozen=True)
class Row:
    """One line of the list of channels."""

    id: str
    words: str
    state: str = ""
    tone: str = "plain"


@dataclass(frozen=True)
class Kit:
    """All the tab shows of one bulletin."""

    bulletin: Bulletin
    texts: tuple[ChannelText, ...]
    behind: frozenset[str]
    """Edited channels whose bulletin says something else by now."""
    options: Options
    hand_outs: tuple[HandOut, ...] = ()
    asked: tuple[Asked, ...] = ()

    def text(self, channel: str) -> ChannelText:
        return next(item for item in self.texts if item.channel == channel)

    @property
    def waiting(self) -> list[ChannelText]:
        """What an approver could still sign, after the bulletin itself."""
        if self.bulletin.state is not State.APPROVED:
            return []
        return [item for item in self.texts if not item.approved and item.channel not in self.behind]


def channel_words(channel: str) -> str:
    """A channel's name in the window."""
    translate = QCoreApplication.translate
    names = {"sms": translate("Kit", "Text message"), "social": translate("Kit", "Zalo, Facebook"),
             "portal": translate("Kit", "Web page"), "led": translate("Kit", "LED board"),
             "leaflet": translate("Kit", "Leaflet"), "poster": translate("Kit", "Posted notice"),
             "script": translate("Kit", "Read by a person"), "other": translate("Kit", "Another way"),
             "loudspeaker": translate("Kit", "Loudspeakers")}
    return names.get(channel, channel)


def hand_out_channels() -> list[tuple[str, str]]:
    """For the chooser; what is given out by hand stands first."""
    first = ("leaflet", "poster", "script")
    rest = [channel for channel in HAND_OUT_CHANNELS if channel not in first]
    return [(channel, channel_words(channel)) for channel in (*first, *rest)]


def rows(kit: Kit) -> list[Row]:
    """The list at the left."""
    translate = QCoreApplication.translate
    found = [Row(channel, channel_words(channel), *state(kit, channel)) for channel in CHANNELS]
    count = translate("Kit", "{count} times").format(count=number_text(len(kit.hand_outs))) if kit.hand_outs else ""
    return [*found, Row(HAND_OUTS, translate("Kit", "Handed out, posted"), count)]


def state(kit: Kit, channel: str) -> tuple[str, str]:
    """A channel's state in a word or two, and its tone."""
    translate, item = QCoreApplication.translate, kit.text(channel)
    if channel in kit.behind:
        return translate("Kit", "look again"), "bad"
    if item.approved:
        return translate("Kit", "approved"), "good"
    if kit.bulletin.state is State.APPROVED:
        return translate("Kit", "not approved"), "wait"
    if item.edited:
        return translate("Kit", "edited"), "info"
    return translate("Kit", "by rule"), "plain"


def counted(channel: str, text: str, options: Options) -> tuple[str, bool]:
    """What the channel counts, and whether it is too much."""
    translate, characters = QCoreApplication.translate, number_text(len(text))
    if channel == "sms":
        return _message(text, options)
    if channel == "led":
        lines = led.shown(text)
        words = translate("Kit", "{lines} lines · {seconds} seconds in all").format(
            lines=len(lines), seconds=len(lines) * options.led_seconds)
        if wide := led.too_long(text, options.led_characters):
            numbers = ", ".join(str(number) for number in wide[:5])
            return f"{words} · " + translate("Kit", "too wide: line {numbers}").format(numbers=numbers), True
        return words, False
    if channel == "social":
        words = translate("Kit", "{count} characters (Zalo takes {zalo}, Facebook {facebook})").format(
            count=characters, zalo=number_text(ZALO_MOST), facebook=number_text(FACEBOOK_MOST))
        return words, len(text) > ZALO_MOST
    return translate("Kit", "{count} characters, {words} syllables").format(
        count=characters, words=number_text(len(text.split()))), False


def asked_words(asked: tuple[Asked, ...]) -> str:
    """What the letter asks for beside the loudspeakers, done and missing."""
    translate = QCoreApplication.translate
    if not asked:
        return ""
    done = [item.words for item in asked if item.done]
    missing = [item.words for item in asked if not item.done]
    parts = [translate("Kit", "done: {list}").format(list=", ".join(done))] if done else []
    parts += [translate("Kit", "still missing: {list}").format(list=", ".join(missing))] if missing else []
    return translate("Kit", "The letter asks for – {parts}").format(parts="; ".join(parts))


def _message(text: str, options: Options) -> tuple[str, bool]:
    translate, count = QCoreApplication.translate, sms.count(text)
    kind = translate("Kit", "without accents") if count.gsm else translate("Kit", "with accents")
    words = translate("Kit", "{units} characters {kind} · {segments} messages · {room} left").format(
        units=count.units, kind=kind, segments=count.segments, room=count.room)
    most = options.sms_segments_plain if count.gsm else options.sms_segments_accents
    if not count.gsm and not options.sms_accents:
        words += " · " + translate("Kit", "because of {signs}").format(signs=" ".join(count.foreign[:6]))
    return words, count.segments > most
