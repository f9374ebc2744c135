"""One sentence per error code of the station itself: what happened, what was not lost, what to do.

Facts stand in {braces}; "alarm.*" are the alarms of the playing and resident processes.
tests/rules/test_error_sentences.py holds this table and error_words_content.py against every code in the program.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

STATION: dict[str, Any] = {
    "air.busy": QT_TRANSLATE_NOOP("Errors", "The player did not answer in time. The broadcast goes on. Try again."),
    "air.misplaced_plan": QT_TRANSLATE_NOOP(
        "Errors",
        "The plan {name} belongs to another day or station and is not aired."),
    "air.not_available": QT_TRANSLATE_NOOP("Errors", "This command is not available in this version ({command})."),
    "air.nothing_on_air": QT_TRANSLATE_NOOP("Errors", "Nothing is on air now, so there is nothing to skip."),
    "air.sink": QT_TRANSLATE_NOOP("Errors", "There is no such output: {sink}."),
    "air.unknown_command": QT_TRANSLATE_NOOP(
        "Errors",
        "The player does not know the command “{command}”. Restart the computer so that all parts are of "
        "the same version."),
    "air.unreadable_cut": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound file {name} cannot be played and is left out. Import or voice it again."),
    "air.unwritable_wav": QT_TRANSLATE_NOOP("Errors", "The sound file cannot be written: {path}."),
    "alarm.air_unstable": QT_TRANSLATE_NOOP(
        "Errors",
        "The player has ended several times and is being started again and again. Restart the computer; "
        "if that does not help, ask for support."),
    "alarm.approvals_broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The ledger of approvals is damaged or was altered: nothing airs but emergencies until an "
        "administrator makes it anew from the database. No item and no log was lost."),
    "alarm.clock_invalid": QT_TRANSLATE_NOOP(
        "Errors",
        "The computer's clock is wrong, nothing airs until it is right. Set date and time."),
    "alarm.disk_low": QT_TRANSLATE_NOOP("Errors", "The disk is nearly full: {free_mb} MB left. Free some room."),
    "alarm.filing_failed": QT_TRANSLATE_NOOP("Errors", "The journal could not be filed: {detail}"),
    "alarm.journal_faults": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} faults were found in the airing journal. See the airing log."),
    "alarm.journal_refused": QT_TRANSLATE_NOOP(
        "Errors",
        "The airing journal cannot be written; {waiting} lines wait. Free room on the disk."),
    "alarm.keeper_silent": QT_TRANSLATE_NOOP(
        "Errors",
        "The resident helper does not answer: plans are not published and the journal is not filed. The "
        "broadcast goes on. If this stays for some minutes, restart the computer."),
    "alarm.missed": QT_TRANSLATE_NOOP("Errors", "“{title}” ({session}) was not aired. See the airing log."),
    "alarm.no_device": QT_TRANSLATE_NOOP(
        "Errors",
        "No sound device: the loudspeakers are silent ({device}). Check cable and power; broadcasting "
        "goes on by itself when it is back."),
    "alarm.no_plan": QT_TRANSLATE_NOOP("Errors", "There is no plan for today, so nothing airs. Open the schedule."),
    "alarm.plan_refused": QT_TRANSLATE_NOOP(
        "Errors",
        "The plan {name} was refused because it was altered or is damaged. Publish the day again."),
    "alarm.program_error": QT_TRANSLATE_NOOP(
        "Errors",
        "A background task failed ({job}). The broadcast goes on; the details are in the log."),
    "alarm.publish_failed": QT_TRANSLATE_NOOP("Errors", "The plan could not be published: {detail}"),
    "alarm.report_overdue": QT_TRANSLATE_NOOP(
        "Errors", "{count} letters wait for a report whose day has passed: {letters}. Open the register of letters."),
    "alarm.seal_failed": QT_TRANSLATE_NOOP("Errors", "Yesterday's journal could not be sealed: {detail}"),
    "alarm.session_empty": QT_TRANSLATE_NOOP("Errors", "Sessions without items in the coming days: {sessions}."),
    "alarm.settings_broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The settings file is damaged; the player goes on with the last good settings. {detail}"),
    "alarm.silence": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” has been silent for {seconds} seconds. Listen at a loudspeaker."),
    "asrun.lines_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} damaged places of the journal are kept only in the filed copy, so it is not made anew. "
        "Nothing is lost."),
    "asrun.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The journal cannot be read: {path}. Check the disk; nothing was changed."),
    "clock_invalid": QT_TRANSLATE_NOOP(
        "Errors",
        "The computer's clock stands before the last entry of the journal. Nothing airs until it is "
        "right: set date and time."),
    "database.broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The station's database is damaged. The airing journal lies in its own files and is not lost. "
        "Restore a copy from the backup folder."),
    "database.busy": QT_TRANSLATE_NOOP(
        "Errors",
        "Another program holds the data of the station. Nothing was changed. Wait a moment and try again."),
    "demo.timeout": QT_TRANSLATE_NOOP("Errors", "The demonstration session did not end in time."),
    "disk.full": QT_TRANSLATE_NOOP(
        "Errors",
        "The disk is full, so nothing was written ({path}). What was saved before is safe. Free some room"
        " and try again."),
    "disk.unwritable": QT_TRANSLATE_NOOP(
        "Errors",
        "This place cannot be written: {path}. Nothing was changed. Check whether the disk is plugged in "
        "and this user may write there."),
    "home.exists": QT_TRANSLATE_NOOP(
        "Errors",
        "There is a station in {path} already; it was left as it is. Choose another folder."),
    "install.incomplete": QT_TRANSLATE_NOOP(
        "Errors",
        "A part of the program is missing: {part}. The station's data is safe. Install the program again."),
    "process.running": QT_TRANSLATE_NOOP("Errors", "This process runs already for this station."),
    "key.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The station's key cannot be read ({path}). Restore station.key from a backup; without it plans "
        "and approvals cannot be sealed."),
    "link.command": QT_TRANSLATE_NOOP(
        "Errors",
        "The resident helper does not know the command “{command}”. Restart the computer so that all "
        "parts are of the same version."),
    "link.down": QT_TRANSLATE_NOOP(
        "Errors",
        "The playing process does not answer. It is being started again; the broadcast goes on at the "
        "right place by itself. Try again in a few seconds."),
    "link.protocol": QT_TRANSLATE_NOOP(
        "Errors",
        "The playing process is of another version. Restart the computer so that all parts are of the "
        "same version."),
    "newer_format": QT_TRANSLATE_NOOP(
        "Errors",
        "{what} was made by a newer version of this program and was left untouched. Install the newer "
        "version."),
    "preview.no_device": QT_TRANSLATE_NOOP(
        "Errors",
        "No sound can be heard at this computer: there is no output device. The broadcast is not touched."
        " Plug in headphones or loudspeakers."),
    "power.failed": QT_TRANSLATE_NOOP(
        "Errors",
        "The amplifier's switch did not answer. Check cable, port and commands. ({detail})"),
    "power.in_use": QT_TRANSLATE_NOOP("Errors", "An amplifier is on for a session. Try again when nothing is on air."),
    "preview.unreadable": QT_TRANSLATE_NOOP("Errors", "The sound {name} cannot be played."),
    "program_error": QT_TRANSLATE_NOOP(
        "Errors",
        "The playing process could not carry out the command. The broadcast goes on. The details are in "
        "the log."),
    "refused": QT_TRANSLATE_NOOP("Errors", "The playing process refused the command."),
    "rundown.exists": QT_TRANSLATE_NOOP("Errors", "The plan {name} is published already and is never overwritten."),
    "rundown.tampered": QT_TRANSLATE_NOOP(
        "Errors",
        "The plan {name} was altered after it was sealed and is not aired. Publish the day again."),
    "rundown.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The plan {name} cannot be read and is not aired. Publish the day again."),
    "signing_key.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The station's signing key {path} cannot be read: nothing can be sealed or sent. The log itself is whole. Put "
        "the file back from a backup."),
    "settings.broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The settings file station.toml is damaged: {detail}. No data is lost. Correct that line, or "
        "rename the file to begin with fresh settings."),
    "settings.unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "station.toml holds an unknown word: “{name}” (perhaps “{nearest}”). No data is lost. Correct or "
        "remove that line."),
    "settings.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The settings file cannot be read: {detail}. No data is lost. Check the rights of the file "
        "station.toml."),
    "settings.value": QT_TRANSLATE_NOOP(
        "Errors",
        "The setting {name} cannot be “{value}”. Nothing was changed. Correct the value."),
}
