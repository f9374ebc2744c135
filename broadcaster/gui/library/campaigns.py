"""The same campaign for many items: asked once, made for each, taken back together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person
from broadcaster.gui.campaigns.actions import Proposal, propose
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library import actions
from broadcaster.gui.library.editing import Editing
from broadcaster.gui.library.running import Outcome, run_each, summary
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.library.model import Cart
from broadcaster.schedule.campaigns.terms import terms_of
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App


def plan_many(app: App, shell: Shell, owner: QWidget, carts: Sequence[Cart], editing: Editing) -> None:
    """The sheet of the first item asks; the others get the same times, days and rules."""
    translate = QCoreApplication.translate
    person = actions.writer(shell, translate("Library", "Plan {count} items, all alike.").format(
        count=number_text(len(carts))))
    if person is None:
        return

    def ask(proposal: Proposal) -> None:
        dialog = CampaignDialog(owner.window(), app, person.name, proposal, carts[0])
        dialog.exec()
        made = dialog.made
        dialog.deleteLater()
        if made is not None:
            _others(app, shell, owner, carts[1:], made, person, editing)
    Op(lambda: propose(app, carts[0])).on_success(ask).start(owner)


def _others(app: App, shell: Shell, owner: QWidget, carts: Sequence[Cart], first: Campaign, by: Person,
            editing: Editing) -> None:
    made = [first.id]

    def one(cart: Cart) -> None:
        made.append(app.schedule.add_campaign(cart.id, by=by.name, **terms_of(first).words()).id)

    def stop_all() -> str:
        reason = QCoreApplication.translate("Library", "taken back")
        for campaign in made:
            app.schedule.stop_campaign(campaign, by.name, reason)
        actions.published(app)
        return ""

    def done(outcome: Outcome) -> None:
        translate = QCoreApplication.translate
        words = translate("Library", "{count} campaigns were made.").format(count=number_text(len(made)))
        editing.remember(words, stop_all)
        shell.air.command("reload").on_failure(lambda _: None).start(owner)
        shell.notify(" ".join(filter(None, [words, translate("Library", "Ctrl+Z takes it back."),
                                            summary(outcome, len(carts))])))
        editing.changed.emit([cart.id for cart in carts])
    title = QCoreApplication.translate("Library", "Making campaigns…")
    run_each(owner, title, carts, one, done, lambda: actions.published(app))
