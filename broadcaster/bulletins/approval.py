"""Approval: a named person's yes, bound to one text and one sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.accounts import store as accounts_store
from broadcaster.accounts.model import Person
from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins import approval_store, store
from broadcaster.bulletins.kit import store as kit_store
from broadcaster.bulletins.kit.service import KitService
from broadcaster.bulletins.model import ChannelText, Pending, text_sha256
from broadcaster.bulletins.service import BulletinService
from broadcaster.bulletins.sign_off import FirstYes, Snapshot, Step, check_days, narrowed
from broadcaster.bulletins.subjects import Subject, subject_of
from broadcaster.db.engine import Database
from broadcaster.library import store as library_store
from broadcaster.library.model import Cart, Cut, State
from broadcaster.library.service import LibraryService
from broadcaster.protocol.approval import Approval

_TABLES = ("bulletin", "cart", "approval", "channel_text", "first_yes", "audit")


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
            found = subject_of(connection, subject)
            if found.state not in {State.DRAFT, State.RETURNED}:
                raise _wrong_state(found)
            _need_audio(found)
            approval_store.forget_first(connection, found.name)
            self._set(connection, found, State.SUBMITTED, returned_reason="")
            if not found.author and by:
                self._set(connection, found, State.SUBMITTED, author=one_line(by))
            self._audit(connection, by, "submit", found)

    def approve(self, subject: str, by: Person, valid_until: str = "", channels: Sequence[ChannelText] | None = None,
                valid_from: str = "", reason: str = "") -> Approval | FirstYes:
        """Let it air, exactly as it is now; the texts of its other channels go with it.

        `channels`: those that were shown; None takes them as they stand. Where two must agree, the first gets a
        FirstYes and nothing airs yet; the second may only narrow the days. `reason`: why by whoever wrote it, needed
        and kept in that case alone.

        Raises Refused: approval.unknown, approval.role, approval.state, approval.no_audio, approval.self,
        approval.reason, approval.second, approval.changed, approval.date, approval.audio_missing,
        approval.audio_altered.
        """
        if not by.may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        texts = self._channels(subject) if channels is None else channels
        with self._database.write(*_TABLES) as connection:
            if not accounts_store.as_now(connection, by).may_approve:
                raise Refused("approval.role", f"{by.name} may not approve any more", name=by.name)
            found = subject_of(connection, subject)
            if found.state not in {State.SUBMITTED, State.CHECKED}:
                raise _wrong_state(found)
            own = self._own(connection, found, by)
            why = {"reason": _reason(reason)} if own else {}
            # What its author said of its days is approved with it, unless the approver says otherwise.
            days = check_days(valid_from or found.days[0], valid_until or found.days[1], self._clock.now().date())
            seen = replace(self._seen(found, by, texts), days=days)
            self._verify(seen.audio_sha256)
            first = self._agreed(connection, found)
            if first is None and self._settings.approval.second_approver:
                return self._first(connection, found, seen, why)
            return self._last(connection, found, seen, first, why, texts)

    def give_back(self, subject: str, by: Person | str, reason: str) -> None:
        """Not like this. Raises Refused: approval.reason, approval.unknown, approval.role, approval.state."""
        why = _reason(reason)
        if isinstance(by, Person) and not by.may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        with self._database.write(*_TABLES) as connection:
            found = subject_of(connection, subject)
            if found.state not in {State.SUBMITTED, State.CHECKED}:
                raise _wrong_state(found)
            approval_store.forget_first(connection, found.name)
            self._set(connection, found, State.RETURNED, returned_reason=why)
            self._audit(connection, by, "give_back", found, reason=why)

    def withdraw(self, subject: str, by: Person | str, reason: str) -> None:
        """It may no longer air; its history stays. Raises Refused: approval.reason, approval.unknown."""
        why = _reason(reason)
        with self._database.write(*_TABLES) as connection:
            found = subject_of(connection, subject)
            store.void_approvals(connection, found.name, self._now(), f"withdrawn: {why}")
            approval_store.forget_first(connection, found.name)
            self._set(connection, found, State.WITHDRAWN)
            if found.bulletin is not None and found.cart_id:
                library_store.change_cart(connection, found.cart_id, self._now(), state=State.WITHDRAWN.value)
            self._audit(connection, by, "withdraw", found, reason=why)

    def pending(self) -> list[Pending]:
        """What waits for an approver, the longest first."""
        waits = (State.SUBMITTED, State.CHECKED)
        with self._database.read() as connection:
            names = [f"bulletin:{row.id}" for row in store.rows(connection) if row.state in waits]
            names += [f"cart:{cart}" for cart in library_store.ids(connection, "", (), waits)]
            waiting = [self._waiting(connection, subject_of(connection, name)) for name in names]
        return sorted(waiting, key=lambda item: item.submitted_at)

    def history(self, subject: str) -> list[Step]:
        """Its way so far, oldest first. Raises Refused("approval.unknown")."""
        with self._database.read() as connection:
            found = subject_of(connection, subject)
            steps = approval_store.steps(connection, found.name, found.cart_id)
            last = approval_store.last_approved(connection, found.name)
        over = last.valid_until if last and found.state is State.APPROVED else ""
        if over and over < self._clock.now().date().isoformat():
            steps.append(Step(over, "", "expired", "", {"until": over}))
        return steps

    def last_approved(self, subject: str) -> Snapshot | None:
        """What was approved last, whether it still holds or not. Raises Refused("approval.unknown")."""
        with self._database.read() as connection:
            return approval_store.last_approved(connection, subject_of(connection, subject).name)

    def own_reason(self, audio_sha256: str, approved_at: str) -> str:
        """Why whoever wrote a sound approved it at that moment; empty where somebody else did."""
        with self._database.read() as connection:
            return approval_store.own_reason_of(connection, audio_sha256, approved_at)

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

    def _own(self, connection: Connection, found: Subject, by: Person) -> bool:
        """Whether `by` judges their own work; refused where more than one person works."""
        own = _is_author(connection, found, by.name)
        if own and not self._settings.approval.single_person:
            raise Refused("approval.self", f"{by.name} cannot approve their own work", name=by.name)
        return own

    def _seen(self, found: Subject, by: Person, texts: Sequence[ChannelText]) -> FirstYes:
        channels = {item.channel: text_sha256(item.text) for item in texts}
        return FirstYes(found.name, by.name, self._now(), found.text_sha256, _need_audio(found).sha256, ("", ""),
                        channels)

    def _agreed(self, connection: Connection, found: Subject) -> FirstYes | None:
        """The first yes, if one was given here; a state or a row that somebody else wrote is none."""
        first = approval_store.first(connection, found.name) if found.state is State.CHECKED else None
        return first if first is not None and first.holds(self._key) else None

    def _first(self, connection: Connection, found: Subject, yes: FirstYes, why: dict[str, str]) -> FirstYes:
        approval_store.keep_first(connection, yes.sealed(self._key))
        self._set(connection, found, State.CHECKED)
        self._audit(connection, yes.approver, "first_yes", found, text_sha256=yes.text_sha256,
                    audio_sha256=yes.audio_sha256, channels=yes.channels, valid_from=yes.days[0],
                    valid_until=yes.days[1], **why)
        return yes

    def _last(self, connection: Connection, found: Subject, yes: FirstYes, first: FirstYes | None,
              why: dict[str, str], texts: Sequence[ChannelText]) -> Approval:
        own, days, second, second_at = bool(why), yes.days, "", ""
        if first is not None:
            if first.approver.casefold() == yes.approver.casefold():
                raise Refused("approval.second", f"{yes.approver} was the first; another must be the second",
                              name=yes.approver)
            if not first.same_as(yes):
                raise Refused("approval.changed", f"{found.title!r} is not what {first.approver} agreed to",
                              name=first.approver, title=found.title)
            days, second, second_at = narrowed(first.days, days), yes.approver, yes.at
            own = own or _is_author(connection, found, first.approver)
        approval = Approval(
            new_id(), found.name, yes.text_sha256, yes.audio_sha256, first.approver if first else yes.approver,
            second_at or yes.at, days[1], own, days[0], second, second_at).sealed(self._key)
        store.void_approvals(connection, found.name, approval.approved_at, store.APPROVED_ANEW)
        store.add_approval(connection, approval, found.bulletin.text if found.bulletin else "")
        approval_store.forget_first(connection, found.name)
        self._put_on(connection, found, approval, _need_audio(found))
        if found.bulletin is not None:
            kit_store.approve_all(connection, found.bulletin.id, texts, approval.approved_at)
        self._audit(connection, yes.approver, "approve", found, approval=approval.id, self_approved=own,
                    first=first.approver if first else "", text_sha256=approval.text_sha256,
                    audio_sha256=approval.audio_sha256, channels=yes.channels, valid_from=approval.valid_from,
                    valid_until=approval.valid_until, **why)
        return approval

    def _waiting(self, connection: Connection, found: Subject) -> Pending:
        first = self._agreed(connection, found)
        return Pending(found.name, found.title, found.kind, found.author, found.cut.seconds if found.cut else 0.0,
                       store.submitted_at(connection, found.name), found.state, first.approver if first else "")

    def _put_on(self, connection: Connection, found: Subject, approval: Approval, cut: Cut) -> None:
        """The cart of a bulletin keeps its id through all versions: campaigns point at it."""
        now = approval.approved_at
        if found.bulletin is None:
            library_store.change_cart(connection, found.cart_id, now, state=State.APPROVED.value,
                                      approval_id=approval.id, valid_from=approval.valid_from,
                                      valid_until=approval.valid_until)
            return
        bulletin = found.bulletin
        store.change(connection, bulletin.id, now, state=State.APPROVED.value)
        cart = Cart(found.cart_id or new_id(), bulletin.kind, bulletin.title, cut, State.APPROVED, "own",
                    directive_id=bulletin.directive_id, bulletin_id=bulletin.id, approval_id=approval.id,
                    author=bulletin.author, valid_from=approval.valid_from, valid_until=approval.valid_until,
                    created_at=now, updated_at=now)
        if not found.cart_id:
            library_store.add_cart(connection, cart)
            return
        library_store.change_cart(
            connection, cart.id, now, kind=cart.kind.value, title=cart.title, cut_sha256=cut.sha256,
            state=cart.state.value, approval_id=approval.id, valid_from=cart.valid_from, valid_until=cart.valid_until,
            returned_reason="")
        library_store.add_version(connection, cart, "bulletin", approval.approver, now)
        library_store.index(connection, cart)

    def _channels(self, subject: str) -> Sequence[ChannelText]:
        with self._database.read() as connection:
            bulletin = subject_of(connection, subject).bulletin
        return self._kit.shown_for_approval(bulletin.id) if bulletin else ()

    def _set(self, connection: Connection, found: Subject, state: State, **values: str) -> None:
        if found.bulletin is not None:
            store.change(connection, found.bulletin.id, self._now(), state=state.value, **values)
        else:
            library_store.change_cart(connection, found.cart_id, self._now(), state=state.value, **values)

    def _verify(self, sha256: str) -> None:
        """The stored file is what its name says: an approval must not bind a damaged sound."""
        path = self._home().audio(sha256)
        try:
            right = sha256_of(path) == sha256
        except OSError as error:
            raise Refused("approval.audio_missing", f"the sound file is missing: {path}", path=str(path)) from error
        if not right:
            raise Refused("approval.audio_altered", f"the sound file was altered: {path}", path=str(path))

    def _home(self) -> StationHome:
        return StationHome(Path(self._database.engine.url.database or ".").parent)

    def _audit(self, connection: Connection, by: Person | str, action: str, found: Subject, **detail: object) -> None:
        name = by.name if isinstance(by, Person) else one_line(by)
        kind = found.name.partition(":")[0]
        store.audit(connection, self._now(), name, f"{kind}.{action}", found.name, title=found.title, **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _is_author(connection: Connection, found: Subject, name: str) -> bool:
    authors = (found.author, store.last_submitter(connection, found.name))
    return name.casefold() in {author.casefold() for author in authors}


def _need_audio(found: Subject) -> Cut:
    if found.cut is None or not found.current:
        raise Refused("approval.no_audio", "the text has no current sound: voice it first", title=found.title)
    return found.cut


def _wrong_state(found: Subject) -> Refused:
    return Refused("approval.state", f"{found.title!r} is {found.state.value}", state=found.state.value,
                   title=found.title)


def _reason(reason: str) -> str:
    why = one_line(reason)
    if not why:
        raise Refused("approval.reason", "a reason is needed")
    return why

