"""What the page does with the items chosen: ask, have it signed, do it, say it, keep a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from broadcaster.accounts.model import Person
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import clock_text
from broadcaster.gui.campaigns.dialog import make_campaign
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library import actions, files, menu
from broadcaster.gui.library.bulk_dialog import BulkDialog
from broadcaster.gui.library.campaigns import plan_many
from broadcaster.gui.library.choose_dialog import choose_cart, choose_letter
from broadcaster.gui.library.editing import Editing
from broadcaster.gui.library.emergency_dialog import EmergencyDialog
from broadcaster.gui.library.running import LANE, Outcome, run_each, summary
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.library.why_again import why_again
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.library.model import Cart, State
from broadcaster.wiring import App

MOST_EDITED = 5000
"""One unit of work: the keeper waits with its own writing until it is done."""
Back = Callable[[Cart, Person], object]


class Deeds(QObject):
    """One item is named by its title, several are counted."""

    def __init__(self, app: App, shell: Shell, owner: QWidget, editing: Editing) -> None:
        super().__init__(owner)
        self._app, self._shell, self._owner = app, shell, owner
        self._editing = editing

    # The way to approval

    def submit(self, carts: Sequence[Cart]) -> None:
        """Draft → waiting for approval."""
        chosen = self._fitting("submit", carts)
        person = chosen and actions.writer(self._shell, self._say(chosen, self.tr("Submit {items} for approval.")))
        if chosen and person:
            self._run(chosen, lambda cart: actions.submit(self._app, cart, person),
                      self.tr("{items} waits for approval now."))

    def approve(self, cart: Cart) -> None:
        """One at a time: each is listened to."""
        person = actions.approver(self._shell, actions.approval_words(cart, clock_text(cart.cut.seconds)))
        if person:
            first = self._app.settings.approval.second_approver and cart.state is State.SUBMITTED
            done = self.tr("{items}: one of two has approved; it airs when another person approves it too.") if first \
                else self.tr("{items} is approved.")
            self._run([cart], lambda cart: actions.approve(self._app, cart, person), done)

    def give_back(self, cart: Cart) -> None:
        """To whoever made it, with a reason."""
        reason = ask_reason(self._owner.window(), self.tr("Give it back?"), self._say(
            [cart], self.tr("{items} goes back to whoever made it, with your reason.")), self.tr("Give back"))
        person = reason and actions.approver(self._shell, self._say([cart], self.tr("Give back {items}.")))
        if reason and person:
            self._run([cart], lambda cart: actions.give_back(self._app, cart, person, reason),
                      self.tr("{items} was given back."))

    # Out of use and back

    def withdraw(self, carts: Sequence[Cart]) -> None:
        """Airs no more, with a reason."""
        chosen = self._fitting("withdraw", carts)
        if not chosen:
            return
        text = self._say(chosen, self.tr("{items} airs no more from now on and needs a new approval if it is put back. "
                                         "What has aired stays in the log."))
        signed = self._reason_and_writer(chosen, self.tr("Withdraw?"), text, self.tr("Withdraw"),
                                         self.tr("Withdraw {items}."))
        if signed:
            person, reason = signed
            self._run(chosen, lambda cart: actions.withdraw(self._app, cart, person, reason),
                      self.tr("{items} was withdrawn."), lambda cart, by: self._app.library.restore(cart.id, by.name),
                      person, publish=True)

    def restore(self, carts: Sequence[Cart]) -> None:
        """Withdrawn or superseded → draft."""
        chosen = self._fitting("restore", carts)
        person = chosen and self._editing.signer(self._say(chosen, self.tr("Put {items} back.")))
        if chosen and person:
            self._run(chosen, lambda cart: self._app.library.restore(cart.id, person.name),
                      self.tr("{items} is a draft again."))

    def archive(self, carts: Sequence[Cart]) -> None:
        """Out of every list, with a reason."""
        chosen = self._fitting("archive", carts)
        if not chosen:
            return
        text = self._say(chosen, self.tr("{items} leaves every list and airs no more. Sound, history and log stay; "
                                         "it can be taken out of the archive at any time."))
        signed = self._reason_and_writer(chosen, self.tr("Archive?"), text, self.tr("Archive"),
                                         self.tr("Archive {items}."))
        if signed:
            person, reason = signed
            self._run(chosen, lambda cart: self._app.library.archive(cart.id, person.name, reason),
                      self.tr("{items} is in the archive."),
                      lambda cart, by: self._app.library.unarchive(cart.id, by.name), person, publish=True)

    def unarchive(self, carts: Sequence[Cart]) -> None:
        """Archived → draft."""
        chosen = self._fitting("unarchive", carts)
        person = chosen and self._editing.signer(self._say(chosen, self.tr("Take {items} out of the archive.")))
        if chosen and person:
            self._run(chosen, lambda cart: self._app.library.unarchive(cart.id, person.name),
                      self.tr("{items} is a draft again."))

    def supersede(self, cart: Cart) -> None:
        """Another item takes its place."""
        words = self._say([cart], self.tr("{items} airs no more; lists and history say what took its place. "
                                          "Campaigns do not change over by themselves."))
        new = choose_cart(self._owner.window(), self._app, self.tr("What takes its place?"), words, cart.id)
        person = new and actions.writer(self._shell, self._say([cart], self.tr("Another item for {items}.")))
        if new and person:
            self._run([cart], lambda cart: self._app.library.supersede(cart.id, new, person.name),
                      self.tr("{items} was superseded."),
                      lambda cart, by: self._app.library.restore(cart.id, by.name), person, publish=True)

    # What is said of them

    def edit_many(self, ids: Sequence[str], vocabulary: Vocabulary) -> None:
        """“Sửa 12 mục…”: only what is ticked changes."""
        if len(ids) > MOST_EDITED:
            self._shell.notify(self.tr("At most {count} items are changed at once. Filter the list first.").format(
                count=number_text(MOST_EDITED)))
            return
        dialog = BulkDialog(self._owner.window(), self._app, len(ids), vocabulary)
        accepted, values = dialog.exec() == QDialog.DialogCode.Accepted, dialog.values()
        dialog.deleteLater()
        if accepted and values:
            done = self.tr("{count} items were changed.").format(count=number_text(len(ids)))
            self._editing.edit(ids, values, done)

    def choose_letter(self, cart: Cart) -> None:
        """Which letter it serves, or none."""
        chosen = choose_letter(self._owner.window(), self._app, cart.directive_id)
        if chosen is not None and chosen != cart.directive_id:
            self._editing.edit([cart.id], {"directive_id": chosen}, self._say([cart], self.tr("{items} was changed.")))

    def use_version(self, cart: Cart, number: int) -> None:
        """An earlier sound again."""
        text = self._say([cart], self.tr("{items} gets its earlier sound back as a new version. It airs only after a "
                                         "new approval."))
        reason = why_again(self._owner.window(), self._shell.memory,
                           self.tr("Use version {number} again?").format(number=number), text, self.tr("Use again"))
        if not reason:
            return
        person = actions.writer(self._shell, self._say([cart], self.tr("An earlier sound for {items}.")))
        if person:
            self._run([cart], lambda cart: self._app.library.use_version(cart.id, number, person.name, reason),
                      self.tr("{items} has its earlier sound again and needs an approval."), publish=True)

    def replace(self, cart: Cart) -> None:
        """Another file for the same item; the old sound stays among its versions."""
        path = files.ask_for_sound(self._owner, self._shell.memory, self.tr("The new sound"))
        words = self._say([cart], self.tr("A new sound for {items}. It airs only after a new approval."))
        person = actions.writer(self._shell, words) if path else None
        if path and person:
            self._run([cart], lambda cart: self._app.library.replace_audio(cart.id, path, person.name),
                      self.tr("{items} has a new sound and needs an approval."), publish=True, lane=LANE)

    # On air

    def campaign(self, carts: Sequence[Cart]) -> None:
        """One item: the campaign's own sheet. Many: the same days and times for each."""
        chosen = self._fitting("campaign", carts)
        if len(chosen) == 1:
            make_campaign(self._app, self._shell, self._owner, chosen[0])
        elif chosen:
            plan_many(self._app, self._shell, self._owner, chosen, self._editing)

    def emergency(self, cart: Cart) -> None:
        """Keep an approved item ready."""
        known = actions.emergency_of(self._app, cart)
        dialog = EmergencyDialog(self._owner.window(), cart, self._app.emergency.messages(), known)
        accepted, habits = dialog.exec() == QDialog.DialogCode.Accepted, dialog.habits
        dialog.deleteLater()
        words = self._say([cart], self.tr("{items} for emergencies."))
        person = actions.writer(self._shell, words) if accepted else None
        if person is not None:
            done = self.tr("{items} is no longer kept ready.") if habits.take_off else \
                self.tr("{items} is kept ready for emergencies.")
            self._run([cart], lambda cart: actions.keep_ready(self._app, cart, habits, person.name), done)

    # How it is done

    def _fitting(self, act: str, carts: Sequence[Cart]) -> list[Cart]:
        """Those of them the act makes sense for; says so when there are none."""
        found = [cart for cart in carts if menu.possible(act, cart)]
        if carts and not found:
            self._shell.notify(self.tr("None of the chosen items is in a state for this."))
        return found

    def _say(self, carts: Sequence[Cart], words: str) -> str:
        if len(carts) == 1:
            return words.format(items=f"“{carts[0].title}”")
        text = words.format(items=self.tr("{count} items").format(count=number_text(len(carts))))
        return text[:1].upper() + text[1:]

    def _reason_and_writer(self, carts: Sequence[Cart], title: str, text: str, action: str,
                           purpose: str) -> tuple[Person, str] | None:
        reason = ask_reason(self._owner.window(), title, text, action, danger=True)
        person = actions.writer(self._shell, self._say(carts, purpose)) if reason else None
        return (person, reason) if person is not None else None

    def _run(self, carts: Sequence[Cart], work: Callable[[Cart], object], done: str, back: Back | None = None,
             by: Person | None = None, *, publish: bool = False, lane: str = "data") -> None:
        def finish(outcome: Outcome) -> None:
            if len(carts) == 1 and outcome.refused:
                self._shell.error(outcome.refused[0][1])
            else:
                self._finished(carts, outcome, done, back, by)
            self._editing.changed.emit([cart.id for cart in carts])
        after = (lambda: actions.published(self._app)) if publish else None
        if len(carts) > 1:
            run_each(self._owner, self._say(carts, self.tr("{items} in hand")), carts, work, finish, after)
            return
        Op(lambda: _one(carts[0], work, after), lane=lane).on_success(finish).start(self._owner)

    def _finished(self, carts: Sequence[Cart], outcome: Outcome, done: str, back: Back | None,
                  by: Person | None) -> None:
        changed = [cart for cart in carts if cart.id in set(outcome.done)]
        words = [self._say(changed, done)] if changed else []
        if changed and back is not None and by is not None:
            self._editing.remember(words[0], lambda: self._back(changed, back, by))
            words.append(self.tr("Ctrl+Z takes it back."))
        self._shell.notify(" ".join(filter(None, [*words, summary(outcome, len(carts))])))

    def _back(self, carts: Sequence[Cart], back: Back, by: Person) -> str:
        own = [cart for cart in carts if not cart.bulletin_id]
        for cart in own:
            back(cart, by)
        words = [self.tr("Approvals do not come back by themselves.")]
        if len(own) < len(carts):
            words.append(self.tr("Sounds of bulletins are put back on the bulletins' page."))
        return " ".join(words)


def _one(cart: Cart, work: Callable[[Cart], object], after: Callable[[], object] | None) -> Outcome:
    try:
        work(cart)
    except BroadcasterError as error:
        return Outcome((), ((cart.id, error),))
    if after is not None:
        after()
    return Outcome((cart.id,))
