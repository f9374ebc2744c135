"""The check-up in words: one sentence a finding, a name for each look, what a remedy does. Steps: resources/help."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from broadcaster.care.doctor.model import Finding, Remedy
from broadcaster.gui.errors import readable

FINDINGS: dict[str, Any] = {
    "doctor.nobody": QT_TRANSLATE_NOOP("Doctor", "The station is set to “No loudspeakers”: nobody hears it."),
    "doctor.device_missing": QT_TRANSLATE_NOOP(
        "Doctor", "The sound device that was chosen is not there: {device}."),
    "doctor.input_missing": QT_TRANSLATE_NOOP(
        "Doctor", "The input that listens along with “{zone}” is not there: {device}."),
    "doctor.sound_hangs": QT_TRANSLATE_NOOP("Doctor", "The computer's sound system does not answer."),
    "doctor.sound_library": QT_TRANSLATE_NOOP("Doctor", "The program's sound part cannot be used ({detail})."),
    "doctor.sound_denied": QT_TRANSLATE_NOOP(
        "Doctor", "There is a sound card, but this user may not use it."),
    "doctor.no_sound_device": QT_TRANSLATE_NOOP("Doctor", "This computer has no sound output at all."),
    "doctor.default_changed": QT_TRANSLATE_NOOP(
        "Doctor", "The computer now plays on “{now}”. Before, it was “{before}”."),
    "doctor.muted": QT_TRANSLATE_NOOP("Doctor", "The computer's sound is switched off (muted): {device}."),
    "doctor.volume_low": QT_TRANSLATE_NOOP("Doctor", "The computer's sound is turned down to {percent} %: {device}."),
    "doctor.elsewhere": QT_TRANSLATE_NOOP(
        "Doctor", "This station is also open on another computer ({host}). Two at once spoil each other's work."),
    "doctor.keeper_down": QT_TRANSLATE_NOOP(
        "Doctor", "The resident helper does not run: plans are not published, the log is not filed, nobody restarts "
        "the player."),
    "doctor.office_keeper_down": QT_TRANSLATE_NOOP(
        "Doctor", "The resident helper does not run: the stations' packages are not taken in by themselves, and "
        "nothing is backed up."),
    "doctor.air_down": QT_TRANSLATE_NOOP("Doctor", "The player does not answer: nothing airs."),
    "doctor.air_silent": QT_TRANSLATE_NOOP("Doctor", "The player runs, but has no sound output: {device}."),
    "doctor.stopped_often": QT_TRANSLATE_NOOP(
        "Doctor", "Parts of the program ended by themselves {count} times within a week, last at {last}."),
    "doctor.stumbles": QT_TRANSLATE_NOOP(
        "Doctor", "The sound broke {count} times within a day: the computer had too much else to do."),
    "doctor.autostart_off": QT_TRANSLATE_NOOP(
        "Doctor", "After a power cut the station does not start by itself with the computer."),
    "doctor.autostart_other": QT_TRANSLATE_NOOP(
        "Doctor", "What starts with the computer is another copy of the program, or another station."),
    "doctor.clock_impossible": QT_TRANSLATE_NOOP("Doctor", "The computer's clock is wrong: it says {now}."),
    "doctor.clock_behind": QT_TRANSLATE_NOOP(
        "Doctor", "The clock says {now}, but the log was already written at {journal}: it was set back."),
    "doctor.clock_ahead": QT_TRANSLATE_NOOP(
        "Doctor", "The clock says {now}, more than a year after the log's last line ({journal})."),
    "doctor.battery": QT_TRANSLATE_NOOP(
        "Doctor", "The clock was wrong {count} times lately: the battery inside the computer is empty."),
    "doctor.clock_jumps": QT_TRANSLATE_NOOP("Doctor", "The clock was moved {count} times within the last days."),
    "doctor.zone_wrong": QT_TRANSLATE_NOOP(
        "Doctor", "The computer is set to another time zone (UTC{hours}). The station keeps Vietnam's time all the "
        "same."),
    "doctor.disk_low": QT_TRANSLATE_NOOP(
        "Doctor", "The disk is nearly full: {free_mb} MB left. Imports, recordings and backups are refused."),
    "doctor.disk_getting_full": QT_TRANSLATE_NOOP("Doctor", "The disk is getting full: {free_mb} MB left."),
    "doctor.disk_failing": QT_TRANSLATE_NOOP("Doctor", "The disk is failing. Make a backup today. {detail}"),
    "doctor.disk_read_only": QT_TRANSLATE_NOOP("Doctor", "The disk of the station can only be read: {path}."),
    "doctor.disk_slow": QT_TRANSLATE_NOOP("Doctor", "The disk is very slow: {seconds} seconds for one megabyte."),
    "doctor.home_closed": QT_TRANSLATE_NOOP("Doctor", "The station's folder cannot be written: {path} ({detail})."),
    "doctor.rights": QT_TRANSLATE_NOOP(
        "Doctor", "{count} of the station's files or folders are closed to us: {names}."),
    "doctor.temporary_closed": QT_TRANSLATE_NOOP(
        "Doctor", "The computer's folder for scratch files cannot be written: {path}."),
    "doctor.temporary_full": QT_TRANSLATE_NOOP(
        "Doctor", "The computer's folder for scratch files is full: {free_mb} MB left ({path})."),
    "doctor.memory_gone": QT_TRANSLATE_NOOP("Doctor", "Hardly any memory is left: {free_mb} MB."),
    "doctor.memory_low": QT_TRANSLATE_NOOP("Doctor", "Little memory is left: {free_mb} MB."),
    "doctor.busy": QT_TRANSLATE_NOOP("Doctor", "The computer is very busy with other things."),
    "doctor.sleeps": QT_TRANSLATE_NOOP("Doctor", "The computer is set to fall asleep by itself: {how}."),
    "doctor.settings_broken": QT_TRANSLATE_NOOP("Doctor", "The settings cannot be read: {detail}."),
    "doctor.key_missing": QT_TRANSLATE_NOOP(
        "Doctor", "The station's key is gone: nothing that was approved may air. Bring it back from a backup."),
    "doctor.key_broken": QT_TRANSLATE_NOOP(
        "Doctor", "The station's key is damaged: nothing that was approved may air. Bring it back from a backup."),
    "doctor.key_open": QT_TRANSLATE_NOOP("Doctor", "Others on this computer may read the station's keys: {names}."),
    "doctor.database_missing": QT_TRANSLATE_NOOP(
        "Doctor", "The database is gone, though this station has run. Bring it back from a backup."),
    "doctor.database_newer": QT_TRANSLATE_NOOP(
        "Doctor", "The station was opened with a newer program. Use that one; nothing was changed."),
    "doctor.database_broken": QT_TRANSLATE_NOOP("Doctor", "The database is damaged ({detail})."),
    "doctor.ledger_broken": QT_TRANSLATE_NOOP(
        "Doctor", "The ledger of approvals is damaged or gone ({detail}): only emergencies air."),
    "doctor.journal_unreadable": QT_TRANSLATE_NOOP("Doctor", "The airing journal cannot be read ({detail})."),
    "doctor.journal_faults": QT_TRANSLATE_NOOP(
        "Doctor", "{count} faults in the airing journal, the first on {day}."),
    "doctor.sounds_missing": QT_TRANSLATE_NOOP("Doctor", "{count} sounds are gone: {titles}."),
    "doctor.sounds_altered": QT_TRANSLATE_NOOP(
        "Doctor", "{count} sounds were altered or damaged and will not air: {titles}."),
    "doctor.no_plan": QT_TRANSLATE_NOOP("Doctor", "Nothing is published yet for tomorrow, {day}."),
    "doctor.plan_broken": QT_TRANSLATE_NOOP("Doctor", "The plan for tomorrow, {day}, is damaged or was altered."),
    "doctor.no_session": QT_TRANSLATE_NOOP("Doctor", "No session is planned for tomorrow, {day}."),
    "doctor.tomorrow_empty": QT_TRANSLATE_NOOP("Doctor", "Nothing approved for tomorrow's sessions: {sessions}."),
    "doctor.session_empty": QT_TRANSLATE_NOOP("Doctor", "Nothing approved yet for tomorrow's “{sessions}”."),
    "doctor.voice_silent": QT_TRANSLATE_NOOP("Doctor", "The reading voice does not speak."),
    "doctor.no_ocr": QT_TRANSLATE_NOOP(
        "Doctor", "Scanned letters cannot be read on this computer (Tesseract is missing)."),
    "doctor.backup_place": QT_TRANSLATE_NOOP("Doctor", "The disk or stick for the backups is not there: {path}."),
    "doctor.backup_never": QT_TRANSLATE_NOOP("Doctor", "This station has never been backed up."),
    "doctor.backup_old": QT_TRANSLATE_NOOP("Doctor", "The newest backup is {days} days old."),
    "doctor.backup_failed": QT_TRANSLATE_NOOP("Doctor", "The newest backup was tried and does not come back whole."),
    "doctor.upward_address": QT_TRANSLATE_NOOP("Doctor", "The address of the office above is not right."),
    "doctor.upward_gone": QT_TRANSLATE_NOOP("Doctor", "The office above cannot be reached. Packages wait."),
    "doctor.unsent": QT_TRANSLATE_NOOP("Doctor", "{count} packages for the office above have waited for two days."),
    "doctor.program_missing": QT_TRANSLATE_NOOP(
        "Doctor", "{count} parts of the program are gone ({names}): perhaps an antivirus program took them away."),
    "doctor.program_altered": QT_TRANSLATE_NOOP(
        "Doctor", "{count} parts of the program were altered ({names})."),
    "doctor.look_hangs": QT_TRANSLATE_NOOP("Doctor", "One look did not come to an end: {check}."),
    "doctor.look_failed": QT_TRANSLATE_NOOP("Doctor", "One look failed: {check}. Send the file for support."),
}

CHECKS: dict[str, Any] = {
    "sound": QT_TRANSLATE_NOOP("Doctor", "Sound and volume"), "inputs": QT_TRANSLATE_NOOP("Doctor", "Listening inputs"),
    "running": QT_TRANSLATE_NOOP("Doctor", "Player and helper"),
    "steady": QT_TRANSLATE_NOOP("Doctor", "Running without a break"),
    "stumbling": QT_TRANSLATE_NOOP("Doctor", "Sound without holes"), "clock": QT_TRANSLATE_NOOP("Doctor", "Clock"),
    "zone": QT_TRANSLATE_NOOP("Doctor", "Time zone"), "settings": QT_TRANSLATE_NOOP("Doctor", "Settings"),
    "key": QT_TRANSLATE_NOOP("Doctor", "Station key"), "database": QT_TRANSLATE_NOOP("Doctor", "Database"),
    "approvals": QT_TRANSLATE_NOOP("Doctor", "Approvals"), "journal": QT_TRANSLATE_NOOP("Doctor", "Airing journal"),
    "sounds": QT_TRANSLATE_NOOP("Doctor", "Sound files"),
    "tomorrow": QT_TRANSLATE_NOOP("Doctor", "Tomorrow's sessions"),
    "space": QT_TRANSLATE_NOOP("Doctor", "Room on the disk"), "disk": QT_TRANSLATE_NOOP("Doctor", "Disk"),
    "rights": QT_TRANSLATE_NOOP("Doctor", "Rights of folders"),
    "temporary": QT_TRANSLATE_NOOP("Doctor", "Scratch folder"), "memory": QT_TRANSLATE_NOOP("Doctor", "Memory"),
    "sleeping": QT_TRANSLATE_NOOP("Doctor", "No falling asleep"),
    "autostart": QT_TRANSLATE_NOOP("Doctor", "Starts by itself"),
    "voice": QT_TRANSLATE_NOOP("Doctor", "Reading voice"), "scans": QT_TRANSLATE_NOOP("Doctor", "Scanned letters"),
    "backup": QT_TRANSLATE_NOOP("Doctor", "Backups"), "upward": QT_TRANSLATE_NOOP("Doctor", "Line to the office above"),
    "program": QT_TRANSLATE_NOOP("Doctor", "The program's parts"),
}

REMEDIES: dict[Remedy, tuple[Any, str, Any, Any]] = {
    Remedy.START_KEEPER: (
        QT_TRANSLATE_NOOP("Doctor", "Start the helper"), "play",
        QT_TRANSLATE_NOOP("Doctor", "The resident helper is started; it starts the player. What is planned now begins "
                          "to sound."),
        QT_TRANSLATE_NOOP("Doctor", "The helper was started. Looking again in a moment…")),
    Remedy.AUTOSTART: (
        QT_TRANSLATE_NOOP("Doctor", "Start with the computer"), "power",
        QT_TRANSLATE_NOOP("Doctor", "From now on the station starts by itself when somebody signs in to this "
                          "computer. It can be switched off again in Updates."),
        QT_TRANSLATE_NOOP("Doctor", "The station now starts by itself.")),
    Remedy.TIDY: (
        QT_TRANSLATE_NOOP("Doctor", "Free some room"), "trash-2",
        QT_TRANSLATE_NOOP("Doctor", "Only what the program makes again by itself goes: voiced sentences kept for "
                          "speed, older program logs, half-written files. No sound, no letter, no airing log is "
                          "touched."),
        QT_TRANSLATE_NOOP("Doctor", "{freed_mb} MB were freed.")),
    Remedy.RIGHTS: (
        QT_TRANSLATE_NOOP("Doctor", "Set the rights"), "key-round",
        QT_TRANSLATE_NOOP("Doctor", "You may read and write the station's files again; its keys nobody else. What is "
                          "in them does not change."),
        QT_TRANSLATE_NOOP("Doctor", "The rights were set ({count}).")),
    Remedy.DEVICE_RIGHT: (
        QT_TRANSLATE_NOOP("Doctor", "This one is right"), "check",
        QT_TRANSLATE_NOOP("Doctor", "Have you heard the loudspeakers? Then this output is remembered as the right "
                          "one."),
        QT_TRANSLATE_NOOP("Doctor", "Remembered.")),
}
"""Button, icon, what is asked before, what is said after."""


def sentence(finding: Finding) -> str:
    """What was found, in one or two plain sentences."""
    facts = dict(finding.facts)
    if "check" in facts:
        facts["check"] = check_name(str(facts["check"]))
    return readable(QCoreApplication.translate("Doctor", FINDINGS.get(finding.code, "")), facts) or finding.text


def check_name(name: str) -> str:
    return QCoreApplication.translate("Doctor", CHECKS.get(name, "")) or name


def remedy_words(remedy: Remedy) -> tuple[str, str, str, str]:
    """Button, icon, question, success."""
    button, icon, question, done = REMEDIES[remedy]
    said = [QCoreApplication.translate("Doctor", words) for words in (button, question, done)]
    return said[0], icon, said[1], said[2]
