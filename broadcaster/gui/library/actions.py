"""What the library reads and changes, off the window's thread: lists, one item, an emergency message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication

from broadcaster.accounts.model import Person, Role
from broadcaster.gui.library.emergency_dialog import Habits
from broadcaster.gui.library.model import CartRow
from broadcaster.gui.library.usage_card import MOST_AIRED
from broadcaster.gui.library.vocabulary import Vocabulary, vocabulary
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.library.model import Aired, Cart, Filter, Use, Version
from broadcaster.protocol.emergency import EmergencyMessage
from broadcaster.wiring import App


@dataclass(frozen=True)
class Station:
    """What the rows need besides the items: numbers of letters, words of the fields."""

    numbers: dict[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


@dataclass(frozen=True)
class Listing:
    """All ids that match."""

    asked: Filter
    ids: Sequence[str]
    station: Station


@dataclass(frozen=True)
class Learned:
    """What is looked up about one item once it is in sight."""

    versions: Sequence[Version] = ()
    used: Sequence[Use] = ()
    aired: Sequence[Aired] = ()
    cover: bytes = b""
    successor: str = ""
    """Title of the item that took its place."""


def listing(app: App, asked: Filter, station: Station | None = None) -> Listing:
    """The rows themselves are read when they come into sight; `station` if it is known already."""
    return Listing(asked, app.library.ids(asked), station or read_station(app))


def read_station(app: App) -> Station:
    return Station({letter.id: letter.number for letter in app.directives.list()}, vocabulary(app))


def rows(app: App, numbers: dict[str, str], ids: Sequence[str]) -> list[CartRow | None]:
    """These rows, in this order; None for one that is gone."""
    found = {cart.id: cart for cart in app.library.rows(ids)}
    return [CartRow(found[item], numbers.get(found[item].directive_id, "")) if item in found else None for item in ids]


def counts(app: App, asked: Sequence[Filter]) -> list[int]:
    """How many each of these shows."""
    return [app.library.count(item) for item in asked]


def learn(app: App, cart: Cart) -> Learned:
    """Versions, uses, airings, cover, successor."""
    library = app.library
    successor = library.get(cart.superseded_by).title if cart.superseded_by else ""
    return Learned(library.versions(cart.id), library.used(cart.id), library.aired(cart.id, MOST_AIRED + 1),
                   cover(app, cart), successor)


def cover(app: App, cart: Cart) -> bytes:
    """A JPEG; nothing when there is none."""
    return app.shaping.cover(cart.id)


def subject_of(cart: Cart) -> str:
    """What an approver judges: the whole bulletin where the sound was made from one."""
    return f"bulletin:{cart.bulletin_id}" if cart.bulletin_id else f"cart:{cart.id}"


def submit(app: App, cart: Cart, by: Person) -> None:
    app.approvals.submit(subject_of(cart), by.name)


def approve(app: App, cart: Cart, by: Person) -> None:
    """For the days the item itself says."""
    app.approvals.approve(subject_of(cart), by, cart.valid_until, valid_from=cart.valid_from)


def give_back(app: App, cart: Cart, by: Person, reason: str) -> None:
    app.approvals.give_back(subject_of(cart), by, reason)


def withdraw(app: App, cart: Cart, by: Person, reason: str) -> None:
    """Out of use; what was aired stays in the log. The plans are published by whoever calls."""
    if cart.bulletin_id:
        app.approvals.withdraw(subject_of(cart), by, reason)
    else:
        app.library.withdraw(cart.id, by.name, reason)


def emergency_of(app: App, cart: Cart) -> EmergencyMessage | None:
    """The prepared message this very sound is, if it lies on the shelf."""
    return next((message for message in app.emergency.messages() if message.cut.sha256 == cart.cut.sha256), None)


def keep_ready(app: App, cart: Cart, habits: Habits, by: str) -> None:
    """Put an approved item on the emergency shelf, or take it off."""
    if habits.take_off:
        app.emergency.take_off(habits.slug, by)
    else:
        app.emergency.put(cart.id, habits.slug, habits.key, habits.repeats, habits.every_minutes, habits.for_minutes,
                          habits.chime, habits.urgency, by)


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


def published(app: App) -> None:
    """After a change that takes something off the air."""
    publish(app)


fetcher = partial(partial, rows)
"""fetcher(app, numbers) → the function a table asks for rows."""
