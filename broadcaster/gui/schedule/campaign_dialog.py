"""A campaign: which item, how often, from when to when; says in one sentence what will happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.directives.model import AiringProposal
from broadcaster.gui.directives.model import proposal_reasons, proposal_words
from broadcaster.gui.errors import explain
from broadcaster.gui.library.model import STATE_TONES, kind_words, state_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule import actions
from broadcaster.gui.schedule.model import if_missed_choices, promise, urgency_words
from broadcaster.gui.schedule.weekdays import WeekdayPicker
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field
from broadcaster.gui.widgets.layout import column, label, scrolled
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.times import DateField
from broadcaster.library.model import Cart, State
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.model import Campaign, IfMissed, SessionTemplate
from broadcaster.wiring import App

_MOST_TIMES = 24
_FRAME = 90
"""Title bar and some air, in pixels."""
_LEAST = 150


@dataclass(frozen=True)
class Proposal:
    """What the fields begin with."""

    times: int
    first: date
    last: date
    weekdays: str = "1234567"
    urgency: Urgency = Urgency.ROUTINE
    templates: tuple[SessionTemplate, ...] = ()
    """In which of them a missed airing may be made up."""
    asked: AiringProposal | None = None
    """What the item's letter asks for; whoever makes the campaign confirms or changes it."""


class CampaignDialog(Sheet):
    """With a cart it asks only when and how often; without one, which item too. `made` holds the result."""

    def __init__(self, parent: QWidget | None, app: App, by: str, proposal: Proposal, cart: Cart | None = None) -> None:
        title = QCoreApplication.translate("CampaignDialog", "New campaign")
        super().__init__(parent, title, 620)
        self._app = app
        self._by = by
        self._cart = cart
        self.made: Campaign | None = None
        self.body.addWidget(label(title, "title"))
        self._middle = column(spacing=14)
        if cart is None:
            self._choose_item()
        else:
            self._middle.addWidget(label(f"{cart.title} · {clock_text(cart.cut.seconds)}", "strong", wrap=True))
        self._show_asked(proposal.asked)
        self._fields(proposal)
        area = self._scroll_area()
        self.words = Banner("", "accent", "info")
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.words)
        self.body.addWidget(self.wrong)
        self.save = primary_button(self.tr("Make the campaign"), "calendar-plus", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self._say()
        self._fit(area)

    def _show_asked(self, asked: AiringProposal | None) -> None:
        if asked is None:
            return
        reasons = "; ".join(proposal_reasons(asked))
        words = self.tr("The letter proposes: {asked}").format(asked=proposal_words(asked))
        if reasons:
            words += " " + self.tr("Why: {reasons}.").format(reasons=reasons)
        self._middle.addWidget(Banner(f"{words} {self.tr('What you save here is your decision.')}", "info", "info"))

    def _scroll_area(self) -> QScrollArea:
        content = QWidget()
        content.setLayout(self._middle)
        area = scrolled(content)
        self.body.addWidget(area, 1)
        return area

    def _fit(self, area: QScrollArea) -> None:
        """As tall as its fields, but never taller than a small screen at 150 %: then the fields scroll."""
        wanted = self._middle.sizeHint().height() + 8
        others = self.sizeHint().height() - area.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME - others
        area.setMinimumHeight(max(_LEAST, min(wanted, room)))

    def _choose_item(self) -> None:
        self.search = SearchField(self.tr("Search the library (accents may be left out)…"))
        self.search.searched.connect(lambda _: self._find())
        self.table = Table("schedule.items", [
            Column(self.tr("Title"), lambda item: item.title, 0),
            Column(self.tr("Kind"), lambda item: kind_words(str(item.kind)), 110),
            Column(self.tr("Length"), lambda item: clock_text(item.cut.seconds), 100, digits=True),
            Column(self.tr("State"), lambda item: state_words(item.state), 120,
                   tone=lambda item: STATE_TONES[item.state]),
        ], accessible=self.tr("Items to air"))
        self.table.setMinimumHeight(172)
        self.table.set_empty("music", self.tr(
            "Nothing to choose from: add a sound in the library or approve a bulletin first."))
        self.table.picked.connect(self._pick)
        self._middle.addWidget(self.search)
        self._middle.addWidget(self.table, 1)
        self.setMinimumWidth(720)
        self._find()

    def _fields(self, proposal: Proposal) -> None:
        self.form = Form(label_width=130)
        self.times = number_field(proposal.times, 1, _MOST_TIMES)
        self.first, self.last = DateField(proposal.first), DateField(proposal.last)
        self.weekdays = WeekdayPicker(proposal.weekdays)
        self.urgency = choice([(str(item), urgency_words(item)) for item in Urgency], str(proposal.urgency))
        self.form.add(self.tr("Times a day"), self.times)
        self.form.add(self.tr("First day"), self.first)
        self.form.add(self.tr("Last day"), self.last, self.tr("It still airs on this day."))
        self.form.add(self.tr("Days of the week"), self.weekdays)
        self.form.add(self.tr("Urgency"), self.urgency)
        self.if_missed = choice(if_missed_choices(proposal.templates), str(IfMissed()))
        self.form.add(self.tr("If its time is missed"), self.if_missed,
                      self.tr("After a power cut, a break-in or another failure."))
        self._middle.addWidget(self.form)
        self.times.valueChanged.connect(lambda _: self._say())
        self.first.dateChanged.connect(lambda _: self._say())
        self.last.dateChanged.connect(lambda _: self._say())
        self.weekdays.changed.connect(self._say)

    def _find(self) -> None:
        words = self.search.text().strip()
        Op(lambda: actions.items_to_air(self._app, words)).on_success(self._show_items).start(self)

    def _show_items(self, carts: Sequence[Cart]) -> None:
        self.table.show_rows(carts)
        if carts and self.table.current_row() is None:
            self.table.selectRow(0)

    def _pick(self, cart: Cart | None) -> None:
        self._cart = cart
        self._say()

    def _say(self) -> None:
        self.form.clear()
        self.wrong.show_text("", "bad", "circle-alert")
        first, last, weekdays = self.first.value(), self.last.value(), self.weekdays.value()
        right = True
        if last < first:
            self.form.wrong_quietly(self.last, self.tr("The last day lies before the first."))
            right = False
        elif not weekdays:
            self.form.wrong_quietly(self.weekdays, self.tr("Choose at least one day."))
            right = False
        self.save.setEnabled(right and self._cart is not None)
        if right and self._cart:
            approved = self._cart.state is State.APPROVED
            by_sheet = self._app.settings.approval.weekly_sheet
            self.words.show_text(promise(self.times.value(), first, last, weekdays, approved, by_sheet),
                                 "accent" if approved else "wait", "info" if approved else "triangle-alert")
        else:
            self.words.show_text("", "accent", "info")

    def _save(self) -> None:
        if self._cart is None:
            return
        cart_id, by, app = self._cart.id, self._by, self._app
        times, first, last = self.times.value(), self.first.value(), self.last.value()
        weekdays, urgency = self.weekdays.value(), Urgency(str(self.urgency.currentData()))
        if_missed = str(self.if_missed.currentData())
        self.save.setEnabled(False)
        Op(lambda: actions.add_campaign(app, cart_id, times, first, last, weekdays, urgency, by, if_missed)) \
            .on_success(self._done).on_failure(self._refused).start(self)

    def _done(self, campaign: Campaign) -> None:
        self.made = campaign
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")


def make_campaign(app: App, shell: Shell, owner: QWidget, cart: Cart | None = None, day: date | None = None,
                  done: Callable[[Campaign], object] | None = None) -> None:
    """Sign, ask, make; the fields begin with what the item's letter asks for."""
    person = actions.writer(shell, QCoreApplication.translate("CampaignDialog", "Plan what goes on air."))
    if person is None:
        return

    def ask(proposal: Proposal) -> None:
        dialog = CampaignDialog(owner.window(), app, person.name, proposal, cart)
        dialog.exec()
        made = dialog.made
        dialog.deleteLater()
        if made is None:
            return
        shell.air.command("reload").on_failure(lambda _: None).start(owner)
        shell.notify(QCoreApplication.translate("CampaignDialog", "“{title}” is in the schedule.").format(
            title=made.title))
        if done:
            done(made)
    Op(lambda: propose(app, cart, day)).on_success(ask).start(owner)


def propose(app: App, cart: Cart | None, day: date | None = None) -> Proposal:
    """From the item's letter, else ten days from `day` as often as the rule profile says."""
    today = app.clock.now().date()
    first = max(today, day or today)
    usual = app.schedule.profile().default_times
    asked = app.directives.airing_proposal(cart.directive_id, usual) if cart and cart.directive_id else None
    if asked is None or asked.last_day < today:
        return Proposal(usual, first, first + timedelta(days=9), templates=app.schedule.templates())
    return Proposal(asked.times_per_day, max(first, asked.first_day), asked.last_day, asked.weekdays,
                    Urgency(str(asked.urgency)), app.schedule.templates(), asked)
