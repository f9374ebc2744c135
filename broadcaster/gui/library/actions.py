"""What the library's buttons do: read the list, change one item, sign for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from broadcaster.accounts.model import Person, Role
from broadcaster.gui.library.emergency_dialog import Habits
from broadcaster.gui.library.model import CartRow, Filter
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.library.model import Cart, CartKind
from broadcaster.protocol.emergency import EmergencyMessage
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App


@dataclass(frozen=True)
class Listing:
    """All ids that match, and the numbers of the letters they may name."""

    asked: Filter
    ids: Sequence[str]
    numbers: dict[str, str]


def listing(app: App, asked: Filter, numbers: dict[str, str] | None = None) -> Listing:
    """The rows themselves are read when they come into sight; `numbers` are the letters' if they are known already."""
    known = letter_numbers(app) if numbers is None else numbers
    return Listing(asked, app.library.ids(asked.words, asked.kinds, asked.states), known)


def rows(app: App, numbers: dict[str, str], ids: Sequence[str]) -> list[CartRow | None]:
    """These rows, in this order; None for one that is gone."""
    found = {cart.id: cart for cart in app.library.rows(ids)}
    return [CartRow(found[item], numbers.get(found[item].directive_id, "")) if item in found else None for item in ids]


def letter_numbers(app: App) -> dict[str, str]:
    """Id of a letter → its number as people write it."""
    return {letter.id: letter.number for letter in app.directives.list()}


def where_used(app: App, cart_id: str) -> list[Campaign]:
    """The campaigns that air an item, newest first."""
    return [item for item in reversed(app.schedule.campaigns()) if item.cart.id == cart_id]


def subject_of(cart: Cart) -> str:
    """What an approver judges: the whole bulletin where the sound was made from one."""
    return f"bulletin:{cart.bulletin_id}" if cart.bulletin_id else f"cart:{cart.id}"


def submit(app: App, cart: Cart, by: Person) -> Cart:
    app.approvals.submit(subject_of(cart), by.name)
    return app.library.get(cart.id)


def approve(app: App, cart: Cart, by: Person) -> Cart:
    app.approvals.approve(subject_of(cart), by)
    return app.library.get(cart.id)


def give_back(app: App, cart: Cart, by: Person, reason: str) -> Cart:
    app.approvals.give_back(subject_of(cart), by, reason)
    return app.library.get(cart.id)


def withdraw(app: App, cart: Cart, by: Person, reason: str) -> Cart:
    """Out of use; what was aired stays in the log."""
    if cart.bulletin_id:
        app.approvals.withdraw(subject_of(cart), by, reason)
    else:
        app.library.withdraw(cart.id, by.name, reason)
    publish(app)
    return app.library.get(cart.id)


def restore(app: App, cart: Cart, by: str = "") -> Cart:
    return app.library.restore(cart.id, by)


def emergency_of(app: App, cart: Cart) -> EmergencyMessage | None:
    """The prepared message this very sound is, if it lies on the shelf."""
    return next((message for message in app.emergency.messages() if message.cut.sha256 == cart.cut.sha256), None)


def keep_ready(app: App, cart: Cart, habits: Habits, by: str) -> Cart:
    """Put an approved item on the emergency shelf, or take it off."""
    if habits.take_off:
        app.emergency.take_off(habits.slug, by)
    else:
        app.emergency.put(cart.id, habits.slug, habits.key, habits.repeats, habits.every_minutes, habits.for_minutes,
                          habits.chime, habits.urgency, by)
    return app.library.get(cart.id)


def rename(app: App, cart: Cart, title: str) -> Cart:
    return app.library.rename(cart.id, title)


def set_kind(app: App, cart: Cart, kind: CartKind) -> Cart:
    return app.library.set_kind(cart.id, kind)


def approver(shell: Shell, purpose: str) -> Person | None:
    """Someone who may approve, with their PIN."""
    return shell.ask_pin(Role.APPROVER, purpose)


def writer(shell: Shell, purpose: str) -> Person | None:
    """Someone who may write, with their PIN."""
    return shell.ask_pin(Role.OPERATOR, purpose)


def approval_words(cart: Cart, length: str) -> str:
    """Exactly what a signature lets on air."""
    text = QCoreApplication.translate(
        "Library", "I have listened to “{title}” ({length}) and let exactly this sound be broadcast. Sound: {hash}.")
    return text.format(title=cart.title, length=length, hash=cart.cut.sha256[:12])


fetcher = partial(partial, rows)
"""fetcher(app, numbers) → the function a table asks for rows."""
