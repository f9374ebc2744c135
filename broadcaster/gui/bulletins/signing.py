"""From draft to air: submit, approve, give back, withdraw, plan. Every step is somebody's, with a PIN."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from broadcaster.accounts.model import Person, Role
from broadcaster.bulletins.model import Bulletin, ChannelText
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.gui.bulletins import actions
from broadcaster.gui.bulletins.approve_dialog import ApproveDialog
from broadcaster.gui.bulletins.back_reasons import back_reasons
from broadcaster.gui.bulletins.own_work import own_reason
from broadcaster.gui.bulletins.sign_terms import Signed
from broadcaster.gui.campaigns.dialog import make_campaign
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.library.model import Cart

if TYPE_CHECKING:
    from broadcaster.gui.bulletins.page import BulletinsPage


class Signing(QObject):
    """The buttons of the state bar."""

    def __init__(self, page: BulletinsPage) -> None:
        super().__init__(page)
        self._page = page
        self._shell = page.shell
        self._app = page.app

    def acts(self) -> dict[str, Callable[[], object]]:
        return {"submit": self.submit, "approve": self.approve, "give_back": self.give_back,
                "withdraw": self.withdraw, "campaign": self.campaign, "unlock": self._page.unlock,
                "put_away": self.put_away, "desk": self.desk}

    def submit(self) -> None:
        """Signed by whoever wrote it."""
        shown = self._page.shown
        person = self._sign(Role.OPERATOR, self.tr("Submit “{title}” for approval.")) if shown else None
        if shown and person:
            work = partial(actions.submit, self._app, shown.id, self._page.editor.edited(), person)
            self._do(work, self.tr("“{title}” waits for an approver."))

    def approve(self) -> None:
        """Shown first: exactly these words and this sound."""
        shown = self._page.shown
        if shown is not None:
            Op(partial(actions.to_sign, self._app, shown)).on_success(
                lambda found: self._show_and_sign(shown, *found)).start(self)

    def _show_and_sign(self, shown: Bulletin, texts: list[ChannelText], spoken: str, signed: Signed) -> None:
        dialog = ApproveDialog(self._page.window(), self._app, shown, texts, spoken, signed)
        wanted = dialog.exec() == ApproveDialog.DialogCode.Accepted
        days = dialog.terms.first, dialog.terms.last
        dialog.deleteLater()
        person = self._sign(Role.APPROVER, self.tr("I approve “{title}”, the text and the sound as shown.")) \
            if wanted else None
        why = own_reason(self._shell, person, signed.authors, self._page.window()) if person else None
        if person and why is not None:
            self._do(partial(actions.approve, self._app, shown, person, texts, *days, why),
                     self.tr("“{title}” is approved. Plan when it airs."))

    def give_back(self) -> None:
        shown = self._page.shown
        reason = ask_reason(self._page.window(), self.tr("Give back"), self.tr(
            "The author reads the reason above the text and can submit again."), self.tr("Give back"),
            offered=back_reasons()) if shown else ""
        person = self._sign(Role.APPROVER, self.tr("Give “{title}” back.")) if reason else None
        if shown and person:
            self._do(partial(actions.give_back, self._app, shown, person, reason), self.tr("“{title}” was given back."))

    def withdraw(self) -> None:
        shown = self._page.shown
        reason = ask_reason(self._page.window(), self.tr("Withdraw"), self.tr(
            "It is left out of every session to come. What was broadcast stays in the log."), self.tr("Withdraw"),
            danger=True) if shown else ""
        person = self._sign(Role.APPROVER, self.tr("Withdraw “{title}”.")) if reason else None
        if shown and person:
            self._do(partial(actions.withdraw, self._app, shown, person, reason), self.tr("“{title}” was withdrawn."))

    def desk(self) -> None:
        """Changes, remarks, history and the slip stand on the approver's desk."""
        if self._page.shown:
            self._shell.go("approvals", f"bulletin:{self._page.shown.id}")

    def put_away(self) -> None:
        shown = self._page.shown
        if shown and self._shell.confirm(
                self.tr("Put this draft away?"), self.tr(
                    "It leaves the list. The filter “withdrawn” still finds it; nothing is erased."),
                self.tr("Put away")):
            self._do(partial(actions.put_away, self._app, shown.id), self.tr("“{title}” was put away."))

    def campaign(self) -> None:
        """The fields begin with what the letter asks for."""
        shown = self._page.shown
        if shown:
            Op(partial(actions.cart, self._app, shown.id)).on_success(self._plan).start(self)

    def _plan(self, cart: Cart) -> None:
        make_campaign(self._app, self._shell, self._page, cart)

    def _sign(self, role: Role, purpose: str) -> Person | None:
        shown = self._page.shown
        return self._shell.ask_pin(role, purpose.format(title=shown.title if shown else ""))

    def _do(self, work: Callable[[], object], words: str) -> None:
        shown: Bulletin | None = self._page.shown
        if shown is None:
            return
        self._page.sound.stop()

        def done(result: object) -> None:
            text = self.tr("“{title}” waits for the second approver now.") if isinstance(result, FirstYes) else words
            self._shell.notify(text.format(title=shown.title))
            self._page.open(shown.id)
            self._page.reload()

        Op(work).on_success(done).start(self._page)
