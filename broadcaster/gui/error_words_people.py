"""The sentences about people, their PINs and what they may do (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PEOPLE: dict[str, Any] = {
    "person.exists": QT_TRANSLATE_NOOP(
        "Errors", "{name} is in the list already. Choose another name, as in “Văn hóa xã (2)”."),
    "person.inactive": QT_TRANSLATE_NOOP("Errors", "{name} may no longer sign. Ask someone whose rights are active."),
    "person.last": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is the last one who may decide over people, so nothing was changed. First give somebody else the same "
        "rights."),
    "person.name": QT_TRANSLATE_NOOP("Errors", "A person needs a name."),
    "person.signed": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} has signed things under this name, and the record keeps them by name. The position and the rights can "
        "be changed; for another name add a new person and take the rights of this one away."),
    "person.unknown": QT_TRANSLATE_NOOP("Errors", "There is nobody called {name} in the list. Open People."),
    "pin.form": QT_TRANSLATE_NOOP(
        "Errors", "A PIN is 4 to 12 digits; a password has 8 characters or more, letters among them."),
    "pin.locked": QT_TRANSLATE_NOOP(
        "Errors",
        "Too many wrong PINs: {name} is locked for {minutes} more minutes, until {until}. The broadcast is not "
        "touched. Wait, or let an administrator unlock the name under People."),
    "pin.must_change": QT_TRANSLATE_NOOP(
        "Errors", "{name} was given a one-time PIN. Choose a PIN of your own first; then you can sign."),
    "pin.nobody": QT_TRANSLATE_NOOP(
        "Errors", "Nobody here has the right to sign this yet. Enter the person under People."),
    "pin.same": QT_TRANSLATE_NOOP("Errors", "The new PIN is the old one. Choose another."),
    "pin.wait": QT_TRANSLATE_NOOP(
        "Errors", "Too many wrong tries at this window. Wait {seconds} seconds, then try again."),
    "pin.weak": QT_TRANSLATE_NOOP(
        "Errors",
        "This password is too easy to guess: it is a common one, repeats itself, or is hardly more than the name. "
        "Four words that have nothing to do with each other are good and easy to keep in mind."),
    "pin.wrong": QT_TRANSLATE_NOOP(
        "Errors", "Wrong PIN. {tries_left} tries left before the name is locked for some minutes."),
    "reset.code": QT_TRANSLATE_NOOP(
        "Errors",
        "This code does not hold: look at each letter again. A code is used once, and a sheet printed later makes the "
        "one before worthless."),
    "reset.rank": QT_TRANSLATE_NOOP("Errors", "One of the two must be somebody who approves or administers."),
    "reset.same": QT_TRANSLATE_NOOP("Errors", "Two different people must sign."),
    "reset.self": QT_TRANSLATE_NOOP(
        "Errors", "{name} cannot vouch for themselves. Two others must sign, or use the recovery sheet."),
    "right.missing": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} does not have the right to do this, so nothing was changed. Somebody else may sign in with “Change "
        "person”; an administrator changes rights under People."),
    "right.signed_out": QT_TRANSLATE_NOOP("Errors", "The window is locked. Sign in first. The broadcast goes on."),
}
