"""The sentences about the office above: its database, stations' keys, packages, disputes (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

OFFICE: dict[str, Any] = {
    "alarm.office_forks": QT_TRANSLATE_NOOP(
        "Errors",
        "The log of {count} stations came in two courses ({stations}). Nothing of it was merged: decide which one "
        "holds, on the page “Stations below”."),
    "alarm.office_inbox": QT_TRANSLATE_NOOP(
        "Errors", "Packages of stations cannot be taken in: {detail}. Nothing is lost; they wait in the inbox."),
    "alarm.office_keys": QT_TRANSLATE_NOOP(
        "Errors",
        "The keys of {count} stations wait to be confirmed ({stations}). Call them and compare the fingerprint, on the "
        "page “Stations below”."),
    "merge.covered": QT_TRANSLATE_NOOP(
        "Errors", "Package {number} of {station} holds nothing that a later one did not bring. It was kept."),
    "merge.fork_journal": QT_TRANSLATE_NOOP(
        "Errors",
        "The journal in package {number} of {station} does not go on from line {line}, which is here. The "
        "station seems to have been restored from an older backup. Nothing was merged; decide which course of "
        "its log holds."),
    "merge.fork_number": QT_TRANSLATE_NOOP(
        "Errors",
        "Package {number} of {station} came before with other contents. The station seems to have been restored "
        "from an older backup, or runs on two computers. Nothing was merged; decide which course of its log holds."),
    "merge.fork_open": QT_TRANSLATE_NOOP(
        "Errors", "Package {number} of {station} waits until somebody decides which course of its log holds."),
    "merge.fork_previous": QT_TRANSLATE_NOOP(
        "Errors",
        "Package {number} of {station} does not follow the one that is here. The station seems to have been restored "
        "from an older backup, or runs on two computers. Nothing was merged; decide which course of its log holds."),
    "merge.fork_refused": QT_TRANSLATE_NOOP(
        "Errors", "Package {number} of {station} belongs to the course of the log that was not chosen."),
    "merge.key_changed": QT_TRANSLATE_NOOP(
        "Errors",
        "{station} is known with another key; this one is {fingerprint}. The program was installed anew, or two "
        "stations have one id. Call them and compare, then confirm or refuse the key."),
    "merge.key_refused": QT_TRANSLATE_NOOP("Errors", "The key {fingerprint} of {station} was refused."),
    "merge.key_replaced": QT_TRANSLATE_NOOP(
        "Errors", "The key {fingerprint} of {station} was replaced by a newer one and signs nothing any more."),
    "merge.key_waiting": QT_TRANSLATE_NOOP(
        "Errors",
        "The key of {station} is not confirmed yet. Call the station, compare the fingerprint {fingerprint}, then "
        "confirm or refuse it. The package is kept."),
    "merge.missing": QT_TRANSLATE_NOOP(
        "Errors",
        "Package {number} of {station} waits: packages {first} to {last} have not come. It is merged by itself when "
        "they do; ask the station to send them again."),
    "merge.not_merged": QT_TRANSLATE_NOOP(
        "Errors",
        "Package {number} of {station} could not be put into the database; it stays in the inbox. ({problem})"),
    "merge.too_many_waiting": QT_TRANSLATE_NOOP(
        "Errors", "Too many packages of keys nobody confirmed are waiting. Confirm or refuse those keys first."),
    "merge.unproven": QT_TRANSLATE_NOOP(
        "Errors",
        "Package {number} of {station} was refused: the journal does not say that {airing} sounded. Nothing of it was "
        "merged."),
    "office.address": QT_TRANSLATE_NOOP(
        "Errors", "office.database in station.toml is no address of a database. It looks like "
                  "postgresql://USER@HOST/NAME; empty: a file beside the program's data."),
    "office.archive_damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "The kept package {file} is damaged or missing, so this cannot be proven from here. Put it back from a backup, "
        "or let the station send it again."),
    "office.database_broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The office's database {name} is damaged. The packages themselves are kept; put the database back from a "
        "backup."),
    "office.fingerprint_differs": QT_TRANSLATE_NOOP(
        "Errors",
        "The fingerprint of {station} here is {fingerprint}, not {said}. This is not that station's key: do not "
        "confirm it. Nothing was changed."),
    "office.id_taken": QT_TRANSLATE_NOOP("Errors", "A station is called {id} already. Choose another id."),
    "office.key_ambiguous": QT_TRANSLATE_NOOP(
        "Errors", "{count} keys call themselves {wanted}: {fingerprints}. Choose one by its fingerprint."),
    "office.key_choice": QT_TRANSLATE_NOOP(
        "Errors",
        "{station} is known with another key ({fingerprint}). Say first whether it was installed anew, or whether this "
        "is another station that needs an id of its own. Nothing was changed."),
    "office.key_unknown": QT_TRANSLATE_NOOP("Errors", "No key of {wanted} is waiting any more."),
    "office.no_fork": QT_TRANSLATE_NOOP("Errors", "Nothing is to be decided about {station} any more."),
    "office.no_such_airing": QT_TRANSLATE_NOOP("Errors", "{station} stated no such airing on {day} ({airing})."),
    "office.no_such_package": QT_TRANSLATE_NOOP("Errors", "No such package of {station} waits for a decision."),
    "office.none": QT_TRANSLATE_NOOP(
        "Errors",
        "This computer is a station, not an office above stations. That is set in station.toml, office.role."),
    "office.password_in_settings": QT_TRANSLATE_NOOP(
        "Errors",
        "office.database holds a password, and station.toml is no place for one. Take it out; it is kept in "
        "station.secrets."),
    "office.period": QT_TRANSLATE_NOOP("Errors", "The period ends ({last}) before it begins ({first})."),
    "office.seal": QT_TRANSLATE_NOOP(
        "Errors", "The seal of {day} in this package does not hold. Nothing of the package was merged."),
    "office.sort": QT_TRANSLATE_NOOP("Errors", "Stations cannot be sorted by “{sort}”."),
    "office.station_unknown": QT_TRANSLATE_NOOP("Errors", "No station is called {station}."),
    "office.target_not_empty": QT_TRANSLATE_NOOP(
        "Errors", "{name} holds an office's data already. Nothing was copied; choose an empty database."),
    "office.too_many_airings": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} states {count} airings on {day}; no station airs more than {most} a day. Nothing of it was merged."),
    "office.unit_unknown": QT_TRANSLATE_NOOP("Errors", "This unit is not in the tree any more. Choose another one."),
    "office.unreachable": QT_TRANSLATE_NOOP(
        "Errors",
        "The office's database {name} does not answer: {reason}. Nothing is lost: packages wait in the inbox. "
        "Try again later, or call whoever runs the server."),
}
