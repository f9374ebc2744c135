"""What each line of the wording is for, in words for people. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

LISTS = frozenset({"about", "also", "heading", "praise"})
NUMBERS = frozenset({"repeat_points"})
FLAGS = frozenset({"topics"})
OF_A_KIND = ("greeting", "station", "title", "source", "no_source", "headlines", "topics", "repeat", "repeat_points",
             "phone", "closing")
"""What a kind may say in its own way; the rest is said in all kinds alike."""


def sections() -> list[tuple[str, str]]:
    """(section, words)."""
    translate = QCoreApplication.translate
    return [("", translate("Templates", "Every kind")), ("tin", translate("Templates", "News")),
            ("bai", translate("Templates", "Feature")), ("thong_bao", translate("Templates", "Notice"))]


def labels() -> dict[str, str]:
    """Name of a line in the file → what it is for, in the order of the dialog."""
    translate = QCoreApplication.translate
    return {
        "greeting": translate("Templates", "Greeting"),
        "station": translate("Templates", "Who speaks"),
        "title": translate("Templates", "What it is about"),
        "source": translate("Templates", "After which letter"),
        "no_source": translate("Templates", "Without a known sender"),
        "source_only": translate("Templates", "With nothing to tell yet"),
        "headlines": translate("Templates", "Headlines"),
        "topics": translate("Templates", "Also what is only to be known"),
        "ask": translate("Templates", "Asking people"),
        "call": translate("Templates", "Calling on people"),
        "people": translate("Templates", "What people are called"),
        "about": translate("Templates", "A first topic"),
        "also": translate("Templates", "A further topic"),
        "heading": translate("Templates", "A heading"),
        "praise": translate("Templates", "Praise"),
        "link_help": translate("Templates", "Instead of a long link"),
        "phone": translate("Templates", "Phone"),
        "phone_theirs": translate("Templates", "Phone of another place"),
        "repeat": translate("Templates", "Before the key facts"),
        "repeat_untitled": translate("Templates", "Before the key facts, without a title"),
        "repeat_points": translate("Templates", "Key facts said again"),
        "repeat_phone": translate("Templates", "Phone, said again"),
        "repeat_phone_theirs": translate("Templates", "Phone of another place, said again"),
        "closing": translate("Templates", "Closing"),
        "part": translate("Templates", "A part of several"),
        "untitled": translate("Templates", "Title when there is none"),
    }


def fact_words() -> dict[str, str]:
    """What each {fact} stands for."""
    translate = QCoreApplication.translate
    return {
        "station": translate("Templates", "name of the station"), "commune": translate("Templates", "commune or ward"),
        "province": translate("Templates", "province or city"), "title": translate("Templates", "title"),
        "source": translate("Templates", "the letter: kind, number, day, sender"),
        "issuer": translate("Templates", "sender of the letter"), "phone": translate("Templates", "phone number"),
        "topic": translate("Templates", "the topic"), "count": translate("Templates", "how many items"),
        "items": translate("Templates", "names of the items"), "part": translate("Templates", "number of the part"),
    }
