"""A campaign: which item, how often, from when to when; shows beside the fields what will happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.gui.campaigns import actions
from broadcaster.gui.campaigns.actions import Preview, Proposal
from broadcaster.gui.campaigns.fields import TermsForm
from broadcaster.gui.campaigns.preview_pane import PreviewPane
from broadcaster.gui.directives.model import proposal_reasons, proposal_words
from broadcaster.gui.errors import explain
from broadcaster.gui.library.model import STATE_TONES, kind_words, state_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import writer
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row, scrolled
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.library.model import Cart, State
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App

_FRAME = 64
"""Title bar and some air, in pixels."""
_LEAST = 150
_WAIT_MS = 250
"""Somebody still typing is not asked to wait for a plan of each figure."""
_WIDTH, _LEFT = 860, 508


class CampaignDialog(Sheet):
    """With a cart it asks only when and how often; without one, which item too; with a campaign it changes that one.

    `made` holds the result.
    """

    def __init__(self, parent: QWidget | None, app: App, by: str, proposal: Proposal, cart: Cart | None = None,
                 campaign: Campaign | None = None) -> None:
        title = QCoreApplication.translate("CampaignDialog", "Change the campaign") if campaign else \
            QCoreApplication.translate("CampaignDialog", "New campaign")
        super().__init__(parent, title, _WIDTH)
        self._app, self._by = app, by
        self._campaign, self._cart = campaign, campaign.cart if campaign else cart
        self._asked = 0
        self.made: Campaign | None = None
        self.body.addWidget(label(title, "title"))
        self._middle = column(spacing=14)
        if self._cart is None:
            self._choose_item()
        else:
            self.body.addWidget(ElidedLabel(f"{self._cart.title} · {clock_text(self._cart.cut.seconds)}", "strong"))
        self._show_asked(proposal)
        self._fields(proposal)
        area = self._panes()
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.wrong)
        words = self.tr("Save the changes") if campaign else self.tr("Make the campaign")
        self.save = primary_button(words, "" if campaign else "calendar-plus", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._look)
        self._say()
        self._fit(area)
        (self.form.times if self._cart else self.search).setFocus()

    def _show_asked(self, proposal: Proposal) -> None:
        if proposal.asked is None:
            return
        reasons = "; ".join(proposal_reasons(proposal.asked))
        words = self.tr("The letter proposes: {asked}").format(asked=proposal_words(proposal.asked))
        if reasons:
            words += " " + self.tr("Why: {reasons}.").format(reasons=reasons)
        words += " " + self.tr("What you save here is your decision.")
        self._middle.addWidget(Banner(words, "info", "info"))

    def _panes(self) -> QScrollArea:
        content = QWidget()
        self._middle.addStretch(1)
        self._middle.setContentsMargins(0, 0, 8, 0)
        content.setLayout(self._middle)
        area = scrolled(content)
        area.setMinimumWidth(_LEFT)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane = PreviewPane()
        self.words = self.pane.words
        self.pane.chosen.connect(self.form.set_terms)
        beside = scrolled(self.pane)
        beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = row(area, beside, spacing=16)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        self.body.addLayout(both, 1)
        return area

    def _fit(self, area: QScrollArea) -> None:
        """As tall as its fields, but never taller than a small screen at 150 %: then the fields scroll."""
        wanted = self._middle.sizeHint().height() + 8
        others = self.sizeHint().height() - area.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME - max(0, others)
        area.setMinimumHeight(max(_LEAST, min(wanted, room)))

    def _choose_item(self) -> None:
        self.search = SearchField(self.tr("Search the library (accents may be left out)…"))
        self.search.searched.connect(lambda _: self._find())
        self.table = Table("schedule.items", [
            Column(self.tr("Title"), lambda item: item.title, 0, tip=lambda item: item.title),
            Column(self.tr("Kind"), lambda item: kind_words(str(item.kind)), 84,
                   tip=lambda item: kind_words(str(item.kind))),
            Column(self.tr("Length"), lambda item: clock_text(item.cut.seconds), 100, digits=True),
            Column(self.tr("State"), lambda item: state_words(item.state), 110,
                   tone=lambda item: STATE_TONES[item.state]),
        ], accessible=self.tr("Items to air"))
        self.table.setMinimumHeight(172)
        self.table.set_empty("music", self.tr(
            "Nothing to choose from: add a sound in the library or approve a bulletin first."))
        self.table.picked.connect(self._pick)
        self._middle.addWidget(self.search)
        self._middle.addWidget(self.table, 1)
        self._find()

    def _fields(self, proposal: Proposal) -> None:
        self.form = TermsForm(proposal, [zone.name for zone in self._app.settings.zones])
        self.times, self.per, self.first, self.last = (
            self.form.times, self.form.per, self.form.first, self.form.last)
        self.weekdays, self.urgency, self.if_missed = self.form.weekdays, self.form.urgency, self.form.if_missed
        self._middle.addWidget(self.form)
        self.form.changed.connect(self._say)

    def _find(self) -> None:
        words = self.search.text().strip()
        Op(lambda: actions.items_to_air(self._app, words)).on_success(self._show_items).start(self)

    def _show_items(self, carts: Sequence[Cart]) -> None:
        self.table.show_rows(carts)
        if carts:
            # The best find, even where the row that was chosen before is still among them: Enter takes what is meant.
            self.table.selectRow(0)

    def _pick(self, cart: Cart | None) -> None:
        self._cart = cart
        self.pane.show_item(cart.title if cart else "")
        self._say()

    def _say(self) -> None:
        self.wrong.show_text("", "bad", "circle-alert")
        complaint = self.form.complaint()
        self._asked += 1
        self.save.setEnabled(not complaint and self._cart is not None)
        if complaint or self._cart is None:
            self._timer.stop()
            self.pane.show_nothing(complaint or self.tr("Choose an item first."))
            return
        self.pane.show_terms(self.form.terms(), self._app.clock.now().date(), self._cart.state is State.APPROVED,
                             self._app.settings.approval.weekly_sheet)
        self._timer.start()

    def _look(self) -> None:
        """Plan the coming days with it, off the window's thread; only the newest answer is shown."""
        if self._cart is None:
            return
        app, cart_id, terms, campaign, number = self._app, self._cart.id, self.form.terms(), self._campaign, self._asked

        def show(preview: Preview) -> None:
            if number == self._asked:
                self.pane.show_preview(preview)
        Op(lambda: actions.preview(app, cart_id, terms, campaign)).on_success(show).start(self)

    def _save(self) -> None:
        if self._cart is None:
            return
        app, cart_id, by, campaign = self._app, self._cart.id, self._by, self._campaign
        terms, order = self.form.terms(), self.form.before()
        self.save.setEnabled(False)

        def work() -> Campaign:
            return actions.edit(app, campaign, terms, by, order) if campaign else \
                actions.add(app, cart_id, terms, by, order)
        Op(work).on_success(self._done).on_failure(self._refused).start(self)

    def _done(self, campaign: Campaign) -> None:
        self.made = campaign
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")


def make_campaign(app: App, shell: Shell, owner: QWidget, cart: Cart | None = None, day: date | None = None,
                  done: Callable[[Campaign], object] | None = None) -> None:
    """Sign, ask, make; the fields begin with what the item's letter asks for."""
    person = writer(shell, QCoreApplication.translate("CampaignDialog", "Plan what goes on air."))
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
    Op(lambda: actions.propose(app, cart, day)).on_success(ask).start(owner)


def change_campaign(app: App, shell: Shell, owner: QWidget, campaign: Campaign,
                    done: Callable[[Campaign, Campaign], object] | None = None) -> None:
    """Sign, ask, change; `done(before, after)`. `actions.put_back` is the way to undo it."""
    person = writer(shell, QCoreApplication.translate("CampaignDialog", "Change “{title}”.").format(
        title=campaign.title))
    if person is None:
        return

    def ask(proposal: Proposal) -> None:
        dialog = CampaignDialog(owner.window(), app, person.name, proposal, campaign=campaign)
        dialog.exec()
        made = dialog.made
        dialog.deleteLater()
        if made is None:
            return
        shell.air.command("reload").on_failure(lambda _: None).start(owner)
        shell.notify(QCoreApplication.translate("CampaignDialog", "“{title}” was changed.").format(title=made.title))
        if done:
            done(campaign, made)
    Op(lambda: actions.proposal_of(app, campaign)).on_success(ask).start(owner)
