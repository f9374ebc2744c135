"""The sentences about letters, bulletins, sounds, schedule and reports (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTENT: dict[str, Any] = {
    "approval.audio_altered": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound file of this item was altered after it was made, so it cannot be approved. Voice or "
        "import it again."),
    "approval.audio_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound file of this item is missing. Voice or import it again."),
    "approval.changed": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is not what {name} agreed to: words, sound or another channel's text changed since. Give it back, "
        "and both approve anew."),
    "approval.date": QT_TRANSLATE_NOOP(
        "Errors",
        "The day {value} does not fit. The last day must not be in the past, nor before the first day."),
    "approval.no_audio": QT_TRANSLATE_NOOP("Errors", "“{title}” has no sound for its present text. Voice it first."),
    "approval.reason": QT_TRANSLATE_NOOP("Errors", "Write the reason: it goes into the record."),
    "approval.role": QT_TRANSLATE_NOOP("Errors", "{name} may not approve. Ask someone with the right to approve."),
    "approval.second": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} agreed already as the first. The second approval must come from another person."),
    "approval.self": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} wrote this and cannot approve it too. Ask another person, or allow it in Settings."),
    "approval.state": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is not in the right state for this step ({state}). Look at the list again."),
    "approval.unknown": QT_TRANSLATE_NOOP("Errors", "What was to be approved is not there any more ({subject})."),
    "ledger.broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The ledger of approvals is damaged or was altered, so nothing can be approved now. An administrator "
        "can make it anew from the database. No item and no log was lost."),
    "bulletin.ambiguous": QT_TRANSLATE_NOOP("Errors", "“{ref}” fits more than one bulletin. Choose it from the list."),
    "bulletin.changed": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” was changed after it was shown to you. Nothing was approved. Look at it and listen once more."),
    "bulletin.no_points": QT_TRANSLATE_NOOP(
        "Errors",
        "None of the chosen points is in the letter. Choose the points again."),
    "bulletin.not_draft": QT_TRANSLATE_NOOP(
        "Errors",
        "Only a draft can be deleted. Withdraw this bulletin instead; it stays in the records."),
    "bulletin.title": QT_TRANSLATE_NOOP("Errors", "A bulletin needs a title."),
    "bulletin.too_long": QT_TRANSLATE_NOOP(
        "Errors",
        "The text has {length} characters; at most {limit} are read aloud. Make two bulletins of it."),
    "bulletin.unknown": QT_TRANSLATE_NOOP("Errors", "This bulletin is not there any more."),
    "campaign.no_end": QT_TRANSLATE_NOOP("Errors", "Say the last day: no letter names it."),
    "cart.title": QT_TRANSLATE_NOOP("Errors", "An item needs a title."),
    "cart.unknown": QT_TRANSLATE_NOOP("Errors", "This item is not in the library any more."),
    "cut.unknown": QT_TRANSLATE_NOOP("Errors", "This sound is not in the library any more."),
    "directive.ambiguous": QT_TRANSLATE_NOOP("Errors", "“{ref}” fits more than one letter. Choose it from the list."),
    "directive.field": QT_TRANSLATE_NOOP("Errors", "A letter has no field “{field}”."),
    "directive.original_missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The original file of {name} is not in the station's folder any more ({path}). Its text and "
        "fields are safe."),
    "directive.unknown": QT_TRANSLATE_NOOP("Errors", "This letter is not in the register any more."),
    "directive.value": QT_TRANSLATE_NOOP(
        "Errors",
        "“{value}” does not fit the field {field}: {wanted}. Nothing was changed."),
    "file.changing": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is still being copied. Wait until it is complete and try again."),
    "file.missing": QT_TRANSLATE_NOOP("Errors", "The file {name} is not there any more."),
    "file.unreadable": QT_TRANSLATE_NOOP("Errors", "{name} cannot be read: {detail}."),
    "import.cancelled": QT_TRANSLATE_NOOP(
        "Errors",
        "The import was stopped at {name}. What was imported before stays."),
    "letter.attached": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is a mail: the letter is attached to it ({attached}). Save the attachment and add that file."),
    "letter.binary": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is not a text document. Open it in its own program and save it as .docx or PDF."),
    "letter.bomb": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} would unpack to an enormous size and was refused. Ask for the letter again."),
    "letter.cancelled": QT_TRANSLATE_NOOP("Errors", "Reading {name} was called off. Nothing of it was kept."),
    "letter.damaged": QT_TRANSLATE_NOOP("Errors", "{name} is damaged ({detail}). Copy it again from where it came."),
    "letter.empty": QT_TRANSLATE_NOOP("Errors", "{name} holds no words."),
    "letter.encoding": QT_TRANSLATE_NOOP(
        "Errors",
        "The letters of {name} are in an encoding that cannot be told. Open it in its own program and save it as .docx "
        "or PDF."),
    "letter.missing": QT_TRANSLATE_NOOP("Errors", "There is no file {name}."),
    "letter.no_ocr": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is a scan, and this computer has no program that reads Vietnamese from pictures. Install Tesseract"
        " with Vietnamese (see the guide), or paste the letter’s text."),
    "letter.no_text": QT_TRANSLATE_NOOP(
        "Errors",
        "Hardly a word could be recognised on {name}. Scan it again, straight and sharp (200 dpi or more), or paste"
        " the letter’s text."),
    "letter.password": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is protected by a password. Open it and save it without one."),
    "letter.slow": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} could not be read within {seconds} seconds. Save it again as .docx or PDF and try once "
        "more."),
    "letter.too_large": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is larger than a letter may be. Make it smaller, for example without its pictures."),
    "letter.too_many_pages": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} has {pages} scanned pages; at most {limit} are read. Scan the letter without its annexes."),
    "letter.unreadable": QT_TRANSLATE_NOOP("Errors", "{name} cannot be read: {detail}."),
    "letter.unsupported": QT_TRANSLATE_NOOP(
        "Errors",
        "The program cannot read the kind of file that {name} is. Open it and save it as .docx or PDF."),
    "report.day": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a day."),
    "report.format": QT_TRANSLATE_NOOP("Errors", "There is no report format “{format}”."),
    "report.month": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a month."),
    "report.period": QT_TRANSLATE_NOOP("Errors", "The period ends ({last}) before it begins ({first})."),
    "schedule.broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The session file {file} is damaged. Its session airs as the file last was while it was good. To mend it, "
        "copy {file} from the folder kept/schedules over the one in schedules. For a technician: {detail}."),
    "schedule.campaign_unknown": QT_TRANSLATE_NOOP("Errors", "This campaign is not there any more."),
    "schedule.cart_unknown": QT_TRANSLATE_NOOP("Errors", "The item to be aired is not in the library, or several fit."),
    "schedule.duplicate": QT_TRANSLATE_NOOP("Errors", "“{title}” already airs just like that. Nothing was added."),
    "schedule.if_missed": QT_TRANSLATE_NOOP(
        "Errors",
        "“{value}” does not say what becomes of a missed airing: late:MINUTES (at most {most}), make-up:SESSION or "
        "skip."),
    "schedule.kind": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” belongs to the frame of a session (signature tune, greeting) and cannot be aired by "
        "itself."),
    "schedule.last_template": QT_TRANSLATE_NOOP("Errors", "A station keeps at least one session."),
    "schedule.missing": QT_TRANSLATE_NOOP("Errors", "{file}: “{name}” is missing."),
    "schedule.never": QT_TRANSLATE_NOOP(
        "Errors",
        "Between {first} and {last} there is none of the chosen days of the week. Choose other days."),
    "schedule.nothing_to_air": QT_TRANSLATE_NOOP("Errors", "No approved item was made for {name} yet."),
    "schedule.overlap": QT_TRANSLATE_NOOP("Errors", "{name} and {other} overlap. Choose another time."),
    "schedule.past": QT_TRANSLATE_NOOP("Errors", "The last day {last} is over. Choose a later day."),
    "schedule.profile": QT_TRANSLATE_NOOP("Errors", "There is no rule profile “{name}”. Choose one in Settings."),
    "schedule.quiet_hours": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} would lie in the quiet hours ({quiet_from}–{quiet_to}). Choose another time."),
    "schedule.reason": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” would begin at {starts}, when many people are asleep or at rest. Write the reason first."),
    "schedule.template_unknown": QT_TRANSLATE_NOOP("Errors", "There is no session {name}."),
    "schedule.time": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a time of day, such as 17:05."),
    "schedule.times": QT_TRANSLATE_NOOP("Errors", "{times} airings a day are not possible; at most {most}."),
    "schedule.twice": QT_TRANSLATE_NOOP("Errors", "Two session files have the same name {name}. Remove one of them."),
    "schedule.unknown": QT_TRANSLATE_NOOP("Errors", "{file}: unknown word “{name}” (perhaps “{nearest}”)."),
    "schedule.value": QT_TRANSLATE_NOOP("Errors", "{file}: {name} cannot be “{value}”."),
    "schedule.weekdays": QT_TRANSLATE_NOOP("Errors", "“{value}” are not days of the week."),
    "schedule.window": QT_TRANSLATE_NOOP("Errors", "The last day ({last}) is before the first ({first})."),
    "schedule.withdrawn": QT_TRANSLATE_NOOP("Errors", "“{title}” was withdrawn and does not air."),
    "sound.empty": QT_TRANSLATE_NOOP("Errors", "{name} is empty."),
    "sound.silent": QT_TRANSLATE_NOOP("Errors", "{name} holds only silence."),
    "sound.too_long": QT_TRANSLATE_NOOP("Errors", "{name} is longer than {hours} hours. Cut it into parts."),
    "sound.truncated": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is damaged or cut off: only {percent} % can be heard. Copy it again from where it came."),
    "sound.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is not a sound file this program can read. Try MP3, WAV, M4A, OGG or FLAC."),
    "speech.cancelled": QT_TRANSLATE_NOOP("Errors", "Reading was stopped. The text is safe."),
    "speech.crashed": QT_TRANSLATE_NOOP(
        "Errors",
        "The voice stopped unexpectedly and was started again. The text is safe. Try once more."),
    "speech.empty": QT_TRANSLATE_NOOP("Errors", "There is nothing to read aloud."),
    "speech.failed": QT_TRANSLATE_NOOP("Errors", "The voice could not read this: {detail}. The text is safe."),
    "speech.no_engine": QT_TRANSLATE_NOOP(
        "Errors",
        "The reading voice cannot start: {detail}. Recordings can still be imported. Install the program "
        "again."),
    "speech.timeout": QT_TRANSLATE_NOOP(
        "Errors",
        "The voice gave no answer in {seconds} seconds. The text is safe. Try once more, or make the text"
        " shorter."),
    "speech.unknown_voice": QT_TRANSLATE_NOOP(
        "Errors",
        "The voice “{voice}” is not on this computer. Choose another in Settings."),
    "template.broken": QT_TRANSLATE_NOOP(
        "Errors",
        "The template for bulletins is damaged: {detail}. Install the program again."),
}
