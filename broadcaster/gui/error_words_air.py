"""The sentences about what is put on the air by hand: emergencies, microphone, relay (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

BY_HAND: dict[str, Any] = {
    "air.insert_active": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is on the air already. Nothing was interrupted. End it first, then order this again."),
    "air.needs_confirmation": QT_TRANSLATE_NOOP(
        "Errors",
        "These are quiet hours: only a confirmed emergency may sound. Nothing was aired. Tick the "
        "confirmation and order it again."),
    "air.no_zone": QT_TRANSLATE_NOOP(
        "Errors",
        "The station has no zone called {zones}. Nothing was aired. Choose the zones again."),
    "air.not_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is not approved any more and was not aired. Have it approved and prepare it again in "
        "the library. What is urgent can be said through the microphone (F7)."),
    "air.not_finished": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” could not be finished because the player was ended. It is made again by itself."),
    "air.nothing_to_deliver": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing in “{name}” may be aired, so no file was made. Look at the plan."),
    "air.order": QT_TRANSLATE_NOOP(
        "Errors",
        "The order cannot be carried out: {name} cannot be “{value}”. Nothing was aired. Correct it and "
        "try again."),
    "air.quiet_hours": QT_TRANSLATE_NOOP(
        "Errors",
        "These are quiet hours, and “{title}” is no emergency. Nothing was aired."),
    "air.reason": QT_TRANSLATE_NOOP("Errors", "Write the reason first: it goes into the log."),
    "air.stop_unheard": QT_TRANSLATE_NOOP(
        "Errors",
        "The playing process did not answer the order to stop. If a loudspeaker still sounds, switch the "
        "amplifier off by hand. The process is being started again; then press STOP ALL once more."),
    "air.stream_refused": QT_TRANSLATE_NOOP(
        "Errors",
        "The stream server {name} does not take our sound ({answer}). The other zones go on. Check its "
        "address and password in the settings."),
    "air.under_way": QT_TRANSLATE_NOOP(
        "Errors",
        "The order is being carried out, but takes longer than usual. Watch the lamp before you order it "
        "again."),
    "alarm.air_slow": QT_TRANSLATE_NOOP(
        "Errors",
        "The playing process has been slow for {seconds} seconds; the sound goes on. Close what else runs on the "
        "computer."),
    "alarm.air_stuck": QT_TRANSLATE_NOOP(
        "Errors",
        "No sound has gone out for {seconds} seconds, though the device says it works. The output is being opened "
        "again. Listen at a loudspeaker."),
    "alarm.air_unreachable": QT_TRANSLATE_NOOP(
        "Errors",
        "The playing process plays, but takes no orders. It is left alone while it sounds. To stop a loudspeaker now, "
        "switch the amplifier off by hand."),
    "alarm.emergency_message": QT_TRANSLATE_NOOP(
        "Errors",
        "The emergency message “{title}” would not sound: {why}. Prepare it again in the library."),
    "alarm.emergency_soon": QT_TRANSLATE_NOOP(
        "Errors",
        "The emergency message “{title}” still sounds, but {why}. Prepare it again in the library."),
    "alarm.heard_other": QT_TRANSLATE_NOOP(
        "Errors",
        "While “{title}” was on the air the monitor heard another sound. Check who else feeds the "
        "loudspeakers."),
    "alarm.heard_silence": QT_TRANSLATE_NOOP(
        "Errors",
        "While “{title}” was on the air only silence was measured. Listen at a loudspeaker."),
    "alarm.not_heard": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” went out, but the monitor did not hear it. Check amplifier, line and loudspeaker."),
    "alarm.home_lost": QT_TRANSLATE_NOOP(
        "Errors",
        "The station's folder {path} has gone. What is on the air goes on as long as it can. Plug the disk "
        "in again."),
    "alarm.order_refused": QT_TRANSLATE_NOOP(
        "Errors",
        "The emergency order in the file {name} was refused and nothing was aired: {detail}. The file lies "
        "in the folder emergency/orders/refused."),
    "alarm.power_failed": QT_TRANSLATE_NOOP(
        "Errors",
        "The amplifier's switch does not answer ({detail}). The sound goes on. Switch the amplifier by "
        "hand and check the cable."),
    "alarm.recording_stopped": QT_TRANSLATE_NOOP(
        "Errors",
        "What is said through the microphone is no longer recorded; it goes on the air all the same, and what was "
        "recorded before is safe. Free some room on the disk."),
    "alarm.slept": QT_TRANSLATE_NOOP(
        "Errors",
        "The computer slept for {seconds} seconds; what was due then was not aired. Switch sleeping off in "
        "the computer's power settings."),
    "alarm.unheard": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing is heard at the monitor for {seconds} seconds, though the sound is being sent. Check amplifier, cable "
        "and monitor. What is aired goes on."),
    "alarm.status_unwritten": QT_TRANSLATE_NOOP(
        "Errors",
        "The resident helper cannot write its state: {detail}. The broadcast goes on. Check the disk."),
    "alarm.not_delivered": QT_TRANSLATE_NOOP(
        "Errors",
        "The sound of “{session}” could not be put into the folder of the other platform: {detail}. The plan is "
        "untouched. Check the folder."),
    "emergency.expired": QT_TRANSLATE_NOOP(
        "Errors",
        "The approval of “{title}” is over. Have it approved again, then prepare it once more."),
    "emergency.key": QT_TRANSLATE_NOOP("Errors", "A message takes one of the keys 1 to {most}, not {key}."),
    "emergency.key_taken": QT_TRANSLATE_NOOP(
        "Errors",
        "Key {key} plays “{title}” already. Nothing was changed. Choose another key."),
    "emergency.not_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is not approved. Only an approved item can be kept ready for emergencies."),
    "emergency.order": QT_TRANSLATE_NOOP(
        "Errors",
        "The order in the file {name} cannot be understood: {detail}. Nothing was aired."),
    "emergency.quiet_hours": QT_TRANSLATE_NOOP(
        "Errors",
        "It is quiet from {start} to {end}: only a confirmed emergency may sound. Nothing was aired."),
    "emergency.repeat": QT_TRANSLATE_NOOP(
        "Errors",
        "The repetition does not fit ({detail}: {value}, at most {most}). Nothing was changed. Every "
        "repetition needs an end."),
    "emergency.slug": QT_TRANSLATE_NOOP(
        "Errors",
        "“{slug}” cannot be the name of a message: small letters without accents, figures and hyphens."),
    "emergency.slug_taken": QT_TRANSLATE_NOOP("Errors", "A message called {slug} is kept ready already."),
    "emergency.tampered": QT_TRANSLATE_NOOP(
        "Errors",
        "The prepared message {name} was altered after it was sealed and is not aired. Prepare it again in "
        "the library. What is urgent can be said through the microphone (F7)."),
    "emergency.unknown": QT_TRANSLATE_NOOP(
        "Errors",
        "No message called {slug} is kept ready. Nothing was aired. Open the list again."),
    "emergency.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "The prepared message {name} cannot be read. Nothing was aired. Prepare it again in the library."),
    "emergency.urgency": QT_TRANSLATE_NOOP("Errors", "A routine item does not break in. Choose priority or emergency."),
    "preview.no_input": QT_TRANSLATE_NOOP(
        "Errors",
        "This microphone cannot be heard. The broadcast is not touched. Check its cable, or choose another."),
    "relay.address": QT_TRANSLATE_NOOP(
        "Errors",
        "“{address}” is no address of a programme. It begins with http:// or https://."),
    "relay.kind": QT_TRANSLATE_NOOP("Errors", "The program cannot relay this kind of source ({kind})."),
    "relay.missing_file": QT_TRANSLATE_NOOP(
        "Errors",
        "The file to relay is not there ({path}). Nothing was interrupted. Choose it again."),
    "schedule.if_missed": QT_TRANSLATE_NOOP(
        "Errors",
        "“{value}” is no rule for missed items: play it late by at most {most} minutes, make it up, or "
        "leave it out."),
}
