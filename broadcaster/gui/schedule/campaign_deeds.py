"""Changing, ordering, stopping campaigns from the schedule page; each can be undone like everything else there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from broadcaster.gui.campaigns.actions import Taken, put_back, untake
from broadcaster.gui.campaigns.dialog import change_campaign
from broadcaster.gui.campaigns.ways_dialog import show_ways
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import change
from broadcaster.gui.schedule import actions
from broadcaster.gui.schedule.hand import Hand
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.library.model import Cart
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App


class CampaignDeeds(QObject):
    """`done()` is called after each."""

    def __init__(self, app: App, shell: Shell, hand: Hand, owner: QWidget, done: Callable[[], object]) -> None:
        super().__init__(owner)
        self._app = app
        self._shell = shell
        self._hand = hand
        self._owner = owner
        self._done = done
        self._deeds: dict[str, Callable[[Campaign], object]] = {
            "edit": self.change, "stop": self.stop, "resume": self.resume,
            "open": lambda campaign: shell.go("library", campaign.cart.id),
        }

    def do(self, name: str, campaign: Campaign, day: date) -> None:
        """What a button, a key or the menu of its card on that day stands for."""
        if name in self._deeds:
            self._deeds[name](campaign)
        else:
            self.order(campaign, day, -1 if name == "sooner" else 1)

    def change(self, campaign: Campaign) -> None:
        """Ask for other terms."""
        app = self._app

        def done(before: Campaign, after: Campaign) -> None:
            self._hand.deed(self.tr("Change “{title}”").format(title=after.title),
                            lambda by: put_back(app, before, by), lambda by: put_back(app, after, by))
            self._done()
        change_campaign(app, self._shell, self._owner, campaign, done)

    def ways(self, campaign: str, day: date) -> None:
        """Show what could be moved where it has no room."""
        app = self._app

        def done(taken: Taken) -> None:
            words = self.tr("Room for “{title}”").format(title=taken.campaign.title)
            if taken.edits:
                self._hand.take_over(words, taken.edits)
            else:
                after: list[Campaign] = []

                def undo(by: str) -> None:
                    after[:] = [app.schedule.campaign(campaign)]
                    untake(app, taken, by)
                self._hand.deed(words, undo, lambda by: put_back(app, after[0], by))
            self._done()
        show_ways(app, self._shell, self._owner, campaign, day, done)

    def order(self, campaign: Campaign, day: date, step: int) -> None:
        """Before (-1) or behind (1) its neighbour among those of its urgency on that day."""
        person = self._hand.sign(self.tr("“{title}” in another place among the campaigns.").format(
            title=campaign.title))
        if person is None:
            return
        app = self._app

        def done(pair: tuple[list[str], list[str]]) -> None:
            before, after = pair
            if before != after:
                self._hand.deed(self.tr("Order of “{title}”").format(title=campaign.title),
                                lambda by: app.schedule.order_campaigns(before, by),
                                lambda by: app.schedule.order_campaigns(after, by))
                self._shell.notify(self.tr("The one above has its place first where room is short. Ctrl+Z takes it "
                                           "back."))
            self._done()
        change(self._shell, self._owner,
                       lambda: actions.order_campaign(app, campaign, day, step, person.name), done)

    def added(self, campaign: Campaign) -> None:
        """A new one was made: taking it back stops it."""
        app, reason = self._app, self.tr("taken back")
        self._hand.deed(self.tr("Campaign “{title}”").format(title=campaign.title),
                        lambda by: app.schedule.stop_campaign(campaign.id, by, reason),
                        lambda by: app.schedule.resume_campaign(campaign.id, by))

    def stop(self, campaign: Campaign) -> None:
        """Asks why."""
        reason = ask_reason(self._owner.window(), self.tr("Stop this campaign?"), self.tr(
            "“{title}” airs no more from the next session on. It can be resumed at any time.").format(
                title=campaign.title), self.tr("Stop"), danger=True)
        person = self._hand.sign(self.tr("Stop “{title}”.").format(title=campaign.title)) if reason else None
        if person is None:
            return
        app = self._app

        def done(stopped: Campaign) -> None:
            self._hand.deed(self.tr("Stop “{title}”").format(title=stopped.title),
                            lambda by: app.schedule.resume_campaign(campaign.id, by),
                            lambda by: app.schedule.stop_campaign(campaign.id, by, reason))
            self._shell.notify(self.tr("“{title}” was stopped. Ctrl+Z resumes it.").format(title=stopped.title))
            self._done()
        change(self._shell, self._owner,
                       lambda: actions.stop_campaign(app, campaign, person.name, reason), done)

    def resume(self, campaign: Campaign) -> None:
        person = self._hand.sign(self.tr("Resume “{title}”.").format(title=campaign.title))
        if person is None:
            return
        app, why = self._app, self.tr("taken back")

        def done(resumed: Campaign) -> None:
            self._hand.deed(self.tr("Resume “{title}”").format(title=resumed.title),
                            lambda by: app.schedule.stop_campaign(campaign.id, by, why),
                            lambda by: app.schedule.resume_campaign(campaign.id, by))
            self._shell.notify(self.tr("“{title}” airs again.").format(title=resumed.title))
            self._done()
        change(self._shell, self._owner, lambda: actions.resume_campaign(app, campaign, person.name), done)

    def move(self, campaign: Campaign, cart: Cart) -> None:
        """To the item that took the place of its own."""
        person = self._hand.sign(self.tr("Air “{new}” instead of “{title}”.").format(
            new=cart.title, title=campaign.title))
        if person is None:
            return
        app = self._app

        def done(_: Campaign) -> None:
            self._hand.deed(self.tr("“{new}” instead of “{title}”").format(new=cart.title, title=campaign.title),
                            lambda by: app.schedule.move_campaign(campaign.id, campaign.cart.id, by),
                            lambda by: app.schedule.move_campaign(campaign.id, cart.id, by))
            self._shell.notify(self.tr("“{new}” airs in its place. Ctrl+Z takes it back.").format(new=cart.title))
            self._done()
        change(self._shell, self._owner,
                       lambda: actions.move_campaign(app, campaign, cart.id, person.name), done)
