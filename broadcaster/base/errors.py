"""Errors are facts; the words for people are added at the edge (gui/errors.py, cli/main.py)."""

from __future__ import annotations

from typing import Any


class BroadcasterError(Exception):
    """Any failure this program knows how to explain.

    `code` names the kind ("directive.empty"); the window looks its Vietnamese sentence up by it.
    `text` is one plain English line for the log and the command line.
    `facts` fill the sentence (name, size, number …).
    """

    def __init__(self, code: str, text: str, **facts: Any) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.facts = facts


class Refused(BroadcasterError):
    """What was asked cannot be done as asked; nothing was changed."""


class NewerFormat(BroadcasterError):
    """A file was written by a newer program: this one must not touch it."""

    def __init__(self, what: str, found: object, known: object) -> None:
        super().__init__(
            "newer_format",
            f"{what} has format {found}, this program knows {known}: use the newer program",
            what=what, found=found, known=known,
        )


class Tampered(BroadcasterError):
    """A sealed or chained file does not match its seal."""
