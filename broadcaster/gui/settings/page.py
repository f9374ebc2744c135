"""Cài đặt: who we are, when it is quiet, how it sounds, who may do what, where the data lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QWidget

from broadcaster.base.settings import NOBODY, Settings
from broadcaster.gui.bulletins.model import voice_words
from broadcaster.gui.devices import device_words
from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.hours.profile_dialog import open_rules
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.people.actions import signature
from broadcaster.gui.preview import PreviewPlayer, output_names
from broadcaster.gui.readings.window import open_lexicon
from broadcaster.gui.settings import actions
from broadcaster.gui.settings.appearance_card import AppearanceCard
from broadcaster.gui.settings.approval_card import ApprovalCard
from broadcaster.gui.settings.columns import Columns
from broadcaster.gui.settings.fields import on_change, set_choices, set_value, value_of
from broadcaster.gui.settings.listening import PREVIEW_DEVICE, ListeningField
from broadcaster.gui.settings.model import complaints, profiles, sample_sentence
from broadcaster.gui.settings.office_card import OfficeCard
from broadcaster.gui.settings.upward_card import UpwardCard
from broadcaster.gui.settings.watched_folder import WATCH, WatchedFolderField
from broadcaster.gui.settings.zones import ZonesCard
from broadcaster.gui.templates.card import WordingCard
from broadcaster.gui.theme import widths
from broadcaster.gui.tray.starting_card import StartingCard
from broadcaster.gui.voices.compare import compare_voices
from broadcaster.gui.voices.model import Manner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.form import Form, choice, decimal_field, number_field, text_field
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.speech.model import Voice


class SettingsPage(Page):
    """One form over station.toml; nothing changes until it is saved."""

    widest = widths.form

    def build(self) -> None:
        self._decided: tuple[str, str] | None = None
        self.fields: dict[str, QWidget] = {}
        self.forms: dict[str, Form] = {}
        self._trial = actions.VoiceTrial()
        self.destroyed.connect(self._trial.close)
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self.shell.error)
        self.save_button = primary_button(self.tr("Save the settings"), "save", self._save)
        self.back_button = button(self.tr("Undo changes"), "undo-2", self._take_back)
        self.body.addLayout(self.header(self.tr("Settings"), self.back_button, self.save_button))
        self.wording = WordingCard(self.app, self.shell)
        self.zones = ZonesCard(self.shell)
        self.zones.changed.connect(self._changed)
        self.approval = ApprovalCard()
        self.appearance = AppearanceCard(self.shell)
        self.starting = StartingCard(self.app, self.shell)
        self.upward = UpwardCard(lambda: self.shell.go("upward"))
        self.office = OfficeCard()
        self.fields |= self.approval.fields | self.upward.fields | self.office.fields
        self.forms["office"] = self.office.form
        top = Columns(column(self._station_card(), self.approval, None, spacing=14),
                      column(self.appearance, self._sound_card(), None, spacing=14))
        rest = Columns(column(self._hours_card(), self.wording, self.upward, self.office, None, spacing=14),
                       column(self._voice_card(), self.starting, self._data_card(), None, spacing=14))
        content = QWidget()
        parts = column(spacing=14)
        for part in (top, self.zones, rest):
            parts.addWidget(part)
        parts.addStretch(1)
        parts.setContentsMargins(0, 0, 6, 0)
        content.setLayout(parts)
        self.body.addWidget(scrolled(content), 1)
        self._fill(self.app.settings)
        self._connect_fields()

    def on_shown(self, item: str = "") -> None:
        self.wording.reload()
        self.starting.refresh()
        Op(output_names, lane="slow").on_success(self._show_devices).start(self)
        app = self.app
        Op(lambda: actions.voices(app), lane="slow").on_success(self._show_voices).start(self)

    def unsaved(self) -> str:
        return self.tr("the settings") if self.collect() != self.app.settings else ""

    def collect(self) -> Settings:
        """What the fields now say."""
        values = {name: value_of(field) for name, field in self.fields.items()}
        return replace(actions.with_values(self.app.settings, values), zones=self.zones.zones)

    def _station_card(self) -> Card:
        box, form = self._card("station", self.tr("Station"))
        self._add(form, "station.name", self.tr("Name of the station"), text_field(limit=120))
        self._add(form, "station.commune", self.tr("Commune or ward"), text_field(limit=80))
        self._add(form, "station.province", self.tr("Province or city"), text_field(limit=80))
        self._add(form, "station.issuer", self.tr("Body on reports"), text_field(limit=160),
                  self.tr("Stands above the station's name on reports, in capitals."))
        self._add(form, "station.superior", self.tr("Reports go to"), text_field(limit=160))
        self._add(form, "station.clusters", self.tr("Loudspeaker clusters"), number_field(0, 0, 999))
        self.again_button = button(self.tr("Run the set-up again…"), "wand-sparkles", self._set_up_again)
        box.add(row(self.again_button, None))
        return box

    def _set_up_again(self) -> None:
        # Its steps draw in half the pages: loaded only where they are wanted.
        from broadcaster.gui.first_run.opening import open_first_run

        open_first_run(self.window(), self.shell)

    def _hours_card(self) -> Card:
        box, form = self._card("hours", self.tr("Hours and rules"))
        self._add(form, "hours.quiet_from", self.tr("Quiet from"), ClockField(time(21)))
        self._add(form, "hours.quiet_to", self.tr("Quiet until"), ClockField(time(4, 30)),
                  self.tr("Between these times nothing sounds."))
        self._add(form, "hours.profile", self.tr("Rules for sessions"), choice(profiles(self.app)))
        self.rules_button = button(self.tr("Rules for sessions…"), "shield-check", self._open_rules)
        box.add(row(self.rules_button, None))
        return box

    def _open_rules(self) -> None:
        if open_rules(self, self.app, self.shell):
            self.shell.rebuild()

    def _sound_card(self) -> Card:
        box, form = self._card("audio", self.tr("Sound"))
        devices = [(name, device_words(name)) for name in ("", NOBODY)]
        self._add(form, "audio.device", self.tr("Sound device"), choice(devices))
        self.ear = ListeningField(self, self.shell.error)
        self.ear.add_to(form)
        self.fields[PREVIEW_DEVICE], self.forms["library"] = self.ear.box, form
        self._add(form, "audio.latency", self.tr("Sound queued ahead"),
                  decimal_field(0.4, 0.1, 3.0, self.tr(" s"), decimals=2),
                  self.tr("More makes a slow computer safer, less makes the stop button quicker."))
        self._add(form, "audio.target_lufs", self.tr("Loudness of speech"),
                  decimal_field(-18, -30, -10, self.tr(" LUFS"), 0.5))
        self._add(form, "audio.lead_in", self.tr("Silence before a session"),
                  decimal_field(3, 0, 30, self.tr(" s"), 0.5),
                  self.tr("Wakes amplifiers and receivers, so that the first words are heard."))
        self._add(form, "audio.live_minutes", self.tr("Microphone open for"),
                  number_field(15, 1, 720, self.tr(" min")),
                  self.tr("Ends by itself then, unless another end is chosen."))
        self._add(form, "audio.max_session_minutes", self.tr("Longest session"),
                  number_field(120, 1, 720, self.tr(" min")),
                  self.tr("Nothing sounds longer than this without a new order."))
        return box

    def _voice_card(self) -> Card:
        box, form = self._card("speech", self.tr("Reading voice"))
        self._add(form, "speech.voice", self.tr("Voice"), choice([]))
        self._add(form, "speech.rate", self.tr("Speed"), number_field(130, 80, 260, self.tr(" words/min"), 5),
                  self.tr("120 to 140 suits horn loudspeakers with echo."))
        self._add(form, "speech.pitch", self.tr("Pitch"), number_field(50, 0, 99, "", 5),
                  self.tr("50 is the voice as it was made."))
        self.listen = button(self.tr("Listen"), "headphones", self._listen)
        self.player.state_changed.connect(self._show_listen)
        self.compare = button(self.tr("Compare voices…"), "list-filter", self._compare)
        self.lexicon = button(self.tr("Lexicon…"), "book-open", lambda: open_lexicon(self.app, self))
        self.lexicon.setToolTip(self.tr("How names and abbreviations of this commune are read"))
        box.add(row(self.listen, self.compare, self.lexicon, None))
        return box

    def _data_card(self) -> Card:
        box = Card(self.tr("Data"))
        where = label(str(self.app.home.root), wrap=True)
        where.setTextInteractionFlags(where.textInteractionFlags().TextSelectableByMouse)
        box.add(label(self.tr("Letters, sounds, plans and the airing log of this station lie in this folder:"), "soft",
                      wrap=True), where,
                row(button(self.tr("Open the folder"), "folder-open", self._open_folder), None))
        box.add(label(self.tr("New sound files in this folder come into the library by themselves, as drafts:"), "soft",
                      wrap=True))
        self.fields[WATCH] = WatchedFolderField(self.app.home)
        box.add(self.fields[WATCH])
        keep = number_field(24, 0, 600, self.tr(" months"))
        keep.setSpecialValueText(self.tr("for ever"))
        keep.setAccessibleName(self.tr("Sounds that have aired are kept for"))
        self.fields["library.retention_months"] = keep
        box.add(row(label(keep.accessibleName()), keep, None),
                label(self.tr("Nothing goes by itself: the library lists what is no longer needed, and somebody tidies "
                              "it away."), "soft", wrap=True))
        return box

    def _card(self, section: str, caption: str) -> tuple[Card, Form]:
        form = Form(label_width=168)
        self.forms[section] = form
        return Card(caption).add(form), form

    def _add(self, form: Form, name: str, words: str, field: QWidget, note: str = "") -> None:
        self.fields[name] = form.add(words, field, note)

    def _fill(self, settings: Settings) -> None:
        for name, field in self.fields.items():
            section, key = name.split(".")
            set_value(field, getattr(getattr(settings, section), key))
        self.zones.show_zones(settings.zones)
        self.upward.show_place(settings.upward)
        self._changed()

    def _connect_fields(self) -> None:
        for field in self.fields.values():
            on_change(field, self._changed)

    def _changed(self) -> None:
        dirty = bool(self.unsaved())
        self.save_button.setEnabled(dirty)
        self.back_button.setEnabled(dirty)
        for opens_anew in (self.rules_button, self.again_button):
            opens_anew.setEnabled(not dirty)  # the station is opened anew: what is not saved would go
        self.approval.show_notes()
        self.office.show_notes()

    def _take_back(self) -> None:
        for form in self.forms.values():
            form.clear()
        self._fill(self.app.settings)

    def _save(self) -> None:
        wanted = self.collect()
        for form in self.forms.values():
            form.clear()
        wrong = complaints(wanted)
        if text := self.ear.complaint(wanted):
            wrong[PREVIEW_DEVICE] = text
        for name, text in reversed(wrong.items()):
            field = self.ear.row if name == PREVIEW_DEVICE else self.fields[name]
            self.forms[name.split(".")[0]].wrong(field, text)
        if wrong or not self._may_save(wanted):
            return
        app = self.app
        self.save_button.setEnabled(False)
        decided = self._decided
        Op(lambda: actions.save(app, wanted, decided)).on_success(self._saved).on_failure(self._not_saved).start(self)

    def _may_save(self, wanted: Settings) -> bool:
        """Whether approval may be waived is for those who approve to decide, and to give a reason for."""
        before = self.app.settings.approval
        self._decided = None
        if wanted.approval == before:
            return True
        reason = ""
        if wanted.approval.single_person and not before.single_person:
            reason = ask_reason(
                self, self.tr("One person for both?"),
                self.tr("Whoever writes a bulletin may then approve it too. Each such approval is marked in the airing "
                        "log and in reports."), self.tr("Go on"))
            if not reason:
                return False
        allowed, by = signature(self.shell, self.tr("Changing who may approve needs a signature."))
        self._decided = by, reason
        return allowed

    def _saved(self, _settings: Settings) -> None:
        self.shell.notify(self.tr("The settings are saved."))
        actions.tell_air(self.shell, self)
        self.shell.rebuild()

    def _not_saved(self, error: Exception) -> None:
        self._changed()
        self.shell.error(error)

    def _show_devices(self, names: list[str]) -> None:
        status = self.shell.air.status
        known = dict.fromkeys(["", *names, *([status.device] if status else []), NOBODY])
        self._offer("audio.device", [(name, device_words(name)) for name in known])
        self.ear.show_devices(names)

    def _show_voices(self, voices: list[Voice]) -> None:
        self._offer("speech.voice", [(voice.id, voice_words(voice)) for voice in voices])

    def _offer(self, name: str, items: list[tuple[str, str]]) -> None:
        box = self.fields[name]
        assert isinstance(box, QComboBox)
        set_choices(box, items)
        self._changed()

    def _compare(self) -> None:
        speech = self.collect().speech
        self.player.stop()
        dialog = compare_voices(self.app, self.shell, self, self._take_voice, station=True,
                                now=Manner(speech.voice, speech.rate, speech.pitch))
        dialog.finished.connect(lambda _: self.on_shown())  # voices may have come or gone

    def _take_voice(self, manner: Manner) -> None:
        """In the form, not yet saved."""
        for name, value in (("voice", manner.voice), ("rate", manner.rate), ("pitch", manner.pitch)):
            set_value(self.fields[f"speech.{name}"], value)

    def _listen(self) -> None:
        if self.player.state == "playing":
            self.player.stop()
            return
        app, wanted = self.app, self.collect()
        self.listen.setEnabled(False)
        text, speech = sample_sentence(wanted), wanted.speech
        Op(lambda: self._trial.speak(app, text, speech.voice, speech.rate, speech.pitch), lane="slow",
           label=self.tr("The voice is reading…")).on_success(self._play).on_failure(self._no_voice).start(self)

    def _play(self, path: Path) -> None:
        self.listen.setEnabled(True)
        self.player.play(path)

    def _no_voice(self, error: Exception) -> None:
        self.listen.setEnabled(True)
        self.shell.error(error)

    def _show_listen(self, state: str) -> None:
        self.listen.setText(self.tr("Stop listening") if state == "playing" else self.tr("Listen"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.app.home.root)))


PAGE = SettingsPage
