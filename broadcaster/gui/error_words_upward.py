"""The sentences about places, packages on their way, answers and what comes down (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

UPWARD: dict[str, Any] = {
    "alarm.office_key_changed": QT_TRANSLATE_NOOP(
        "Errors",
        "An answer or a letter came with another key than the one confirmed for the office above. Nothing of it "
        "counts. Call the office and compare the fingerprint on the page “Send up”."),
    "alarm.package_failed": QT_TRANSLATE_NOOP(
        "Errors", "The package for the office above could not be made: {detail} The log itself is whole."),
    "alarm.send_failed": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} packages have not reached {place} since {day}. They are kept and tried again; they can also go on a "
        "stick. See the page “Send up”."),
    "alarm.sent_refused": QT_TRANSLATE_NOOP(
        "Errors", "The office above refused {count} packages (number {numbers}). See the page “Send up”."),
    "delivery.by_hand": QT_TRANSLATE_NOOP("Errors", "Handed over; confirmed by {by}."),
    "delivery.file_gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The file of package {number} is not on this computer any more. Make a package of everything instead."),
    "delivery.settled": QT_TRANSLATE_NOOP("Errors", "The office has package {number} already; nothing was changed."),
    "delivery.unknown": QT_TRANSLATE_NOOP("Errors", "There is no package number {number}."),
    "down.file": QT_TRANSLATE_NOOP("Errors", "{name} is not there."),
    "down.history_lost": QT_TRANSLATE_NOOP(
        "Errors",
        "Which number the next package to the stations bears is not known any more ({path}). Put the file back from a "
        "backup."),
    "down.item_missing": QT_TRANSLATE_NOOP("Errors", "{name} is named in the package but does not lie in it."),
    "down.letter_kind": QT_TRANSLATE_NOOP(
        "Errors", "{name} is no kind of file a letter has (Word, PDF, picture, text)."),
    "down.message_kind": QT_TRANSLATE_NOOP("Errors", "Something of the kind “{kind}” cannot be sent to stations."),
    "down.not_for_us": QT_TRANSLATE_NOOP("Errors", "{name} of {sender} is for another station. It was set aside."),
    "down.nothing": QT_TRANSLATE_NOOP("Errors", "Choose at least one letter or message."),
    "down.number_used": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} bears the number {number}, which another package of this office had. Nothing was taken in. Ask the "
        "office."),
    "down.refused": QT_TRANSLATE_NOOP("Errors", "Not taken in: {by} does not know this sender."),
    "down.titles": QT_TRANSLATE_NOOP("Errors", "There are more titles than messages."),
    "down.too_many": QT_TRANSLATE_NOOP("Errors", "At most {most} letters and {most} messages go into one package."),
    "down.unknown": QT_TRANSLATE_NOOP("Errors", "Nothing of this kind is waiting any more."),
    "office.key_changed": QT_TRANSLATE_NOOP(
        "Errors",
        "Signed with another key than the one confirmed for the office above. It does not count. Call "
        "the office and compare."),
    "office.unknown": QT_TRANSLATE_NOOP(
        "Errors", "Nobody has confirmed the office's key yet. Call the office and compare."),
    "place.address": QT_TRANSLATE_NOOP("Errors", "“{address}” is no place packages can be put."),
    "place.cancelled": QT_TRANSLATE_NOOP("Errors", "Called off. Nothing was left half done; the package waits."),
    "place.certificate": QT_TRANSLATE_NOOP(
        "Errors", "The server of {place} cannot prove who it is (certificate). Nothing was sent. Ask the office."),
    "place.cut": QT_TRANSLATE_NOOP(
        "Errors", "The line to {place} broke off. Nothing half sent lies there; it is tried again."),
    "place.differs": QT_TRANSLATE_NOOP("Errors", "{place} does not give back what was written there. Ask the office."),
    "place.failed": QT_TRANSLATE_NOOP(
        "Errors",
        "{place} did not take it: the disk there may be full or the folder locked. Nothing is lost. ({detail})"),
    "place.forbidden": QT_TRANSLATE_NOOP("Errors", "This user may not write in {place}. Ask the office for the right."),
    "place.full": QT_TRANSLATE_NOOP("Errors", "No room is left in {place}. Nothing is lost; it is tried again."),
    "place.host_changed": QT_TRANSLATE_NOOP(
        "Errors",
        "The server {host} answers with another key ({fingerprint}) than the one confirmed. It may be somebody else: "
        "nothing was sent. Ask the office."),
    "place.host_unknown": QT_TRANSLATE_NOOP(
        "Errors", "Nobody has confirmed the key of the server {host} yet ({fingerprint})."),
    "place.missing": QT_TRANSLATE_NOOP(
        "Errors", "{place} is not there. Is the stick plugged in, is the folder's name right?"),
    "place.password": QT_TRANSLATE_NOOP("Errors", "{place}: user or password is wrong."),
    "place.password_in_address": QT_TRANSLATE_NOOP(
        "Errors", "A password stands in the address of {host}. Enter it in its own field: there it is kept safe."),
    "place.timeout": QT_TRANSLATE_NOOP("Errors", "{place} does not answer. Nothing is lost; it is tried again."),
    "place.too_large": QT_TRANSLATE_NOOP("Errors", "{name} is too large and was not fetched."),
    "place.unencrypted": QT_TRANSLATE_NOOP(
        "Errors", "Without https the password could be read on the way to {host}. Use webdav+https://"),
    "place.unreachable": QT_TRANSLATE_NOOP(
        "Errors", "{place} cannot be reached. Is the computer online? Nothing is lost; it is tried again."),
    "receipt.broken": QT_TRANSLATE_NOOP("Errors", "{name} is no answer of the office, or only a part of one."),
    "receipt.forged": QT_TRANSLATE_NOOP("Errors", "{name}: the signature does not hold. It does not count."),
    "receipt.other_package": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} answers another package number {number} than ours: was this station restored from a backup, or does a "
        "second one use its id? Ask the office."),
    "receipt.other_station": QT_TRANSLATE_NOOP("Errors", "{name} is for another station ({station})."),
    "receipt.unknown": QT_TRANSLATE_NOOP("Errors", "{name} answers package {number}, which this station has not made."),
    "receipt.waiting": QT_TRANSLATE_NOOP(
        "Errors",
        "The office has it; it waits there for somebody to confirm this station's key, or for a package before."),
    "secrets.unreadable": QT_TRANSLATE_NOOP(
        "Errors", "The file with the passwords cannot be read ({path}). Put it back from a backup or remove it."),
    "send.name_taken": QT_TRANSLATE_NOOP(
        "Errors",
        "{place} holds another file {name}. It was not overwritten. Does a second station use the same id? Ask the "
        "office."),
    "send.no_place": QT_TRANSLATE_NOOP("Errors", "No place to send to is set. Set one, or copy to a stick."),
    "send.nothing": QT_TRANSLATE_NOOP("Errors", "Nothing waits to be sent, and no answer lies there."),
    "send.running": QT_TRANSLATE_NOOP("Errors", "Packages are being sent right now. Try again in a moment."),
    "trust.not_seen": QT_TRANSLATE_NOOP("Errors", "No key with the fingerprint {fingerprint} has shown itself."),
    "trust.unreadable": QT_TRANSLATE_NOOP(
        "Errors", "The file with the confirmed keys cannot be read ({path}). Put it back from a backup."),
}
