"""Step: the rules for sessions and the quiet hours, read back in whole sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from broadcaster.base.settings import Settings
from broadcaster.gui.first_run import plan
from broadcaster.gui.first_run.halves import Halves
from broadcaster.gui.first_run.model import RULES
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.hours.read_back import ReadBack
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.form import Form
from broadcaster.gui.widgets.layout import column
from broadcaster.schedule.model import RuleProfile
from broadcaster.schedule.rules.profiles import KnownProfile

_ROW = 38


class RulesStep(Step):
    """A list of rule profiles; beside it what the chosen one means."""

    name = RULES

    def build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rules for sessions"))
        self.list.currentRowChanged.connect(lambda _: self._chosen())
        self.form = Form(label_width=110)
        self.quiet_from, self.quiet_to = ClockField(time(21)), ClockField(time(4, 30))
        self.form.add(self.tr("Quiet from"), self.quiet_from)
        self.form.add(self.tr("Quiet until"), self.quiet_to, self.tr("Between these times nothing sounds."))
        self.read_back = ReadBack()
        left = QWidget()
        left.setObjectName("plain")
        inside = column(self.list, self.form, None, spacing=12)
        inside.setContentsMargins(0, 0, 0, 0)
        left.setLayout(inside)
        self.body.addWidget(Halves(left, self.read_back))
        self.body.addStretch(1)
        self._profiles: list[RuleProfile] = []
        self._touched = False
        for field in (self.quiet_from, self.quiet_to):
            field.changed.connect(self._show)
            field.field.timeChanged.connect(lambda _: setattr(self, "_touched", True))

    def short(self) -> str:
        return self.tr("Quiet hours")

    def heading(self) -> tuple[str, str]:
        return (self.tr("What may sound, and when is it quiet?"),
                self.tr("Take the rules of your province or city. They can be changed later under Settings."))

    def enter(self) -> None:
        if self._profiles:
            self.list.setFocus()
            return
        app, settings = self.run.app, self.run.settings()
        Op(lambda: (app.rules.profiles(), app.rules.chosen())).on_success(
            lambda found: self._fill(settings, *found)).on_failure(self.refused.emit).start(self)

    def finish(self, then: Callable[[], object]) -> None:
        profile = self._picked()
        self.form.clear()
        start, end = f"{self.quiet_from.value():%H:%M}", f"{self.quiet_to.value():%H:%M}"
        if start == end:
            self.form.wrong(self.quiet_to, self.tr("The quiet hours begin and end at the same time: choose two "
                                                   "different times."))
            return
        by = self.run.signer(self.tr("Rules for sessions and quiet hours.")) if profile else None
        if profile is None or by is None:
            return
        run = self.run
        self.do(lambda: plan.store_rules(run, profile.id, start, end, by), lambda _: then())

    def _fill(self, settings: Settings, profiles: list[KnownProfile], chosen: str) -> None:
        self._profiles = [known.profile for known in profiles if known.fault is None]
        self.quiet_from.set_value(time.fromisoformat(settings.hours.quiet_from))
        self.quiet_to.set_value(time.fromisoformat(settings.hours.quiet_to))
        self._touched = self.run.memory.done >= {RULES}
        for profile in self._profiles:
            item = QListWidgetItem(profile.name)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        # All of them in sight: six short names.
        self.list.setFixedHeight(_ROW * min(7, max(3, len(self._profiles))) + 6)
        names = [profile.id for profile in self._profiles]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.list.setFocus()

    def _picked(self) -> RuleProfile | None:
        number = self.list.currentRow()
        return self._profiles[number] if 0 <= number < len(self._profiles) else None

    def _chosen(self) -> None:
        profile = self._picked()
        if profile is not None and not self._touched:
            self.quiet_from.set_value(time.fromisoformat(profile.quiet_from))
            self.quiet_to.set_value(time.fromisoformat(profile.quiet_to))
            self._touched = False
        self._show()

    def _show(self) -> None:
        profile = self._picked()
        if profile is not None:
            self.read_back.show_sentences(
                plan.sentences_of_rules(profile, self.quiet_from.value(), self.quiet_to.value()))
