"""Approval: a named person's yes, bound to one text and one sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.accounts.model import Person
from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins import store
from broadcaster.bulletins.kit import store as kit_store
from broadcaster.bulletins.kit.service import KitService
from broadcaster.bulletins.model import Bulletin, ChannelText, Pending, text_sha256
from broadcaster.bulletins.service import BulletinService
from broadcaster.db.engine import Database
from broadcaster.library import store as library_store
from broadcaster.library.model import Cart, CartKind, Cut, State
from broadcaster.library.service import LibraryService
from broadcaster.protocol.approval import Approval

_TABLES = ("bulletin", "cart", "approval", "channel_text", "audit")


@dataclass(frozen=True)
class _Subject:
    """What is judged, of either kind, as it is inside one unit of work."""

    name: str
    title: str
    kind: CartKind
    state: State
    author: str
    cut: Cut | None
    text_sha256: str
    current: bool
    bulletin: Bulletin | None
    cart_id: str


class ApprovalService:
    """Submit, approve, give back, withdraw. Subjects are "bulletin:<id>" and "cart:<id>"."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, key: bytes, accounts: AccountService,
                 library: LibraryService, bulletins: BulletinService, kit: KitService) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._key = key
        self._accounts = accounts
        self._library = library
        self._bulletins = bulletins
        self._kit = kit

    def submit(self, subject: str, by: str = "") -> None:
        """Lay it before the approver. Raises Refused: approval.unknown, approval.state, approval.no_audio."""
        with self._database.write(*_TABLES) as connection:
            found = _subject(connection, subject)
            if found.state not in {State.DRAFT, State.RETURNED}:
                raise _wrong_state(found)
            _need_audio(found)
            self._set(connection, found, State.SUBMITTED, returned_reason="")
            if not found.author and by:
                self._set(connection, found, State.SUBMITTED, author=one_line(by))
            self._audit(connection, by, "submit", found)

    def approve(self, subject: str, by: Person, valid_until: str = "",
                channels: Sequence[ChannelText] | None = None) -> Approval:
        """Let it air, exactly as it is now; the texts of its other channels go with it.

        `channels`: those that were shown; None takes them as they stand.

        Raises Refused: approval.unknown, approval.role, approval.state, approval.no_audio, approval.self,
        approval.date, approval.audio_missing, approval.audio_altered.
        """
        if not by.may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        self._check_date(valid_until)
        texts = self._channels(subject) if channels is None else channels
        with self._database.write(*_TABLES) as connection:
            found = _subject(connection, subject)
            if found.state is not State.SUBMITTED:
                raise _wrong_state(found)
            cut = _need_audio(found)
            authors = (found.author, store.last_submitter(connection, found.name))
            own = by.name.casefold() in {author.casefold() for author in authors}
            if own and not self._settings.approval.single_person:
                raise Refused("approval.self", f"{by.name} cannot approve their own work", name=by.name)
            self._verify(cut)
            approval = Approval(new_id(), found.name, found.text_sha256, cut.sha256, by.name,
                                format_time(self._clock.now()), valid_until, own).sealed(self._key)
            store.void_approvals(connection, found.name, approval.approved_at, store.APPROVED_ANEW)
            store.add_approval(connection, approval)
            self._put_on(connection, found, approval, cut)
            if found.bulletin is not None:
                kit_store.approve_all(connection, found.bulletin.id, texts, approval.approved_at)
            self._audit(connection, by.name, "approve", found, approval=approval.id, self_approved=own,
                        text_sha256=approval.text_sha256, audio_sha256=approval.audio_sha256,
                        channels={item.channel: text_sha256(item.text) for item in texts})
            return approval

    def give_back(self, subject: str, by: Person | str, reason: str) -> None:
        """Not like this. Raises Refused: approval.reason, approval.unknown, approval.role, approval.state."""
        why = _reason(reason)
        if isinstance(by, Person) and not by.may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        with self._database.write(*_TABLES) as connection:
            found = _subject(connection, subject)
            if found.state is not State.SUBMITTED:
                raise _wrong_state(found)
            self._set(connection, found, State.RETURNED, returned_reason=why)
            self._audit(connection, by, "give_back", found, reason=why)

    def withdraw(self, subject: str, by: Person | str, reason: str) -> None:
        """It may no longer air; its history stays. Raises Refused: approval.reason, approval.unknown."""
        why = _reason(reason)
        with self._database.write(*_TABLES) as connection:
            found = _subject(connection, subject)
            store.void_approvals(connection, found.name, self._now(), f"withdrawn: {why}")
            self._set(connection, found, State.WITHDRAWN)
            if found.bulletin is not None and found.cart_id:
                library_store.change_cart(connection, found.cart_id, self._now(), state=State.WITHDRAWN.value)
            self._audit(connection, by, "withdraw", found, reason=why)

    def pending(self) -> list[Pending]:
        """What waits for an approver, the longest first."""
        with self._database.read() as connection:
            names = [f"bulletin:{row.id}" for row in store.rows(connection) if row.state is State.SUBMITTED]
            names += [f"cart:{cart}" for cart in library_store.ids(connection, "", (), (State.SUBMITTED,))]
            found = [(_subject(connection, name), store.submitted_at(connection, name)) for name in names]
        waiting = [Pending(item.name, item.title, item.kind, item.author, item.cut.seconds if item.cut else 0.0, at)
                   for item, at in found]
        return sorted(waiting, key=lambda item: item.submitted_at)

    def current(self, cart_id: str) -> Approval | None:
        """The approval a cart airs under now: sealed, not voided, for the very sound it has."""
        with self._database.read() as connection:
            approval = store.approval_of_cart(connection, cart_id)
            carts = library_store.carts(connection, [cart_id])
        if approval is None or not carts:
            return None
        day = self._clock.now().date().isoformat()
        return approval if approval.holds(carts[0].cut.sha256, day, self._key) else None

    def cart_of(self, bulletin_id: str) -> Cart:
        """The item an approved bulletin airs as. Raises Refused("cart.unknown")."""
        with self._database.read() as connection:
            cart_id = store.cart_id(connection, bulletin_id)
        return self._library.get(cart_id)

    def _put_on(self, connection: Connection, found: _Subject, approval: Approval, cut: Cut) -> None:
        """The cart of a bulletin keeps its id through all versions: campaigns point at it."""
        now = approval.approved_at
        if found.bulletin is None:
            library_store.change_cart(connection, found.cart_id, now, state=State.APPROVED.value,
                                      approval_id=approval.id, valid_until=approval.valid_until)
            return
        bulletin = found.bulletin
        store.change(connection, bulletin.id, now, state=State.APPROVED.value)
        cart = Cart(found.cart_id or new_id(), bulletin.kind, bulletin.title, cut, State.APPROVED, "own",
                    directive_id=bulletin.directive_id, bulletin_id=bulletin.id, approval_id=approval.id,
                    author=bulletin.author, valid_until=approval.valid_until, created_at=now, updated_at=now)
        if not found.cart_id:
            library_store.add_cart(connection, cart)
            return
        library_store.change_cart(
            connection, cart.id, now, kind=cart.kind.value, title=cart.title, cut_sha256=cut.sha256,
            state=cart.state.value, approval_id=approval.id, valid_until=cart.valid_until, returned_reason="")
        library_store.index(connection, cart)

    def _channels(self, subject: str) -> Sequence[ChannelText]:
        with self._database.read() as connection:
            bulletin = _subject(connection, subject).bulletin
        return self._kit.shown_for_approval(bulletin.id) if bulletin else ()

    def _set(self, connection: Connection, found: _Subject, state: State, **values: str) -> None:
        if found.bulletin is not None:
            store.change(connection, found.bulletin.id, self._now(), state=state.value, **values)
        else:
            library_store.change_cart(connection, found.cart_id, self._now(), state=state.value, **values)

    def _verify(self, cut: Cut) -> None:
        """The stored file is what its name says: an approval must not bind a damaged sound."""
        path = self._home().audio(cut.sha256)
        try:
            right = sha256_of(path) == cut.sha256
        except OSError as error:
            raise Refused("approval.audio_missing", f"the sound file is missing: {path}", path=str(path)) from error
        if not right:
            raise Refused("approval.audio_altered", f"the sound file was altered: {path}", path=str(path))

    def _check_date(self, valid_until: str) -> None:
        if not valid_until:
            return
        try:
            day = date.fromisoformat(valid_until)
        except ValueError as error:
            raise Refused("approval.date", f"{valid_until!r} is not a date YYYY-MM-DD", value=valid_until) from error
        if day < self._clock.now().date():
            raise Refused("approval.date", f"{valid_until} is in the past", value=valid_until)

    def _home(self) -> StationHome:
        return StationHome(Path(self._database.engine.url.database or ".").parent)

    def _audit(self, connection: Connection, by: Person | str, action: str, found: _Subject, **detail: object) -> None:
        name = by.name if isinstance(by, Person) else one_line(by)
        kind = found.name.partition(":")[0]
        store.audit(connection, self._now(), name, f"{kind}.{action}", found.name, title=found.title, **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _subject(connection: Connection, name: str) -> _Subject:
    kind, _, key = name.partition(":")
    if kind == "bulletin" and (bulletin := store.get(connection, key)) is not None:
        return _Subject(name, bulletin.title, bulletin.kind, bulletin.state, bulletin.author, bulletin.cut,
                        text_sha256(bulletin.text), bulletin.audio_current, bulletin,
                        store.cart_id(connection, key))
    carts = library_store.carts(connection, [key]) if kind == "cart" else []
    if not carts:
        raise Refused("approval.unknown", f"there is nothing called {name!r}", subject=name)
    cart = carts[0]
    if cart.bulletin_id:  # its words live in the bulletin: they are judged together
        return _subject(connection, f"bulletin:{cart.bulletin_id}")
    return _Subject(name, cart.title, cart.kind, cart.state, cart.author, cart.cut, "", True, None, cart.id)


def _need_audio(found: _Subject) -> Cut:
    if found.cut is None or not found.current:
        raise Refused("approval.no_audio", "the text has no current sound: voice it first", title=found.title)
    return found.cut


def _wrong_state(found: _Subject) -> Refused:
    return Refused("approval.state", f"{found.title!r} is {found.state.value}", state=found.state.value,
                   title=found.title)


def _reason(reason: str) -> str:
    why = one_line(reason)
    if not why:
        raise Refused("approval.reason", "a reason is needed")
    return why

