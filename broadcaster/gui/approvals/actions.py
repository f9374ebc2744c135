"""What the approver's desk reads and what its buttons do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from broadcaster.accounts.model import Person
from broadcaster.base.errors import Refused
from broadcaster.bulletins.changes import TextChange, text_change
from broadcaster.bulletins.comments import Comment
from broadcaster.bulletins.desk import ApprovalDesk, Pile
from broadcaster.bulletins.languages import VIETNAMESE
from broadcaster.bulletins.model import Bulletin, ChannelText
from broadcaster.bulletins.sign_off import Snapshot, Step
from broadcaster.gui.approvals.model import Row, row_of, sheet_row
from broadcaster.gui.bulletins.model import same
from broadcaster.gui.publishing import publish
from broadcaster.library.model import Cart, Cut, State
from broadcaster.schedule.sheets.changes import changes_between
from broadcaster.schedule.sheets.sheet import Change, Sheet
from broadcaster.wiring import App

Letters = dict[str, tuple[str, str]]
"""Id of a letter → its number and urgency."""


@dataclass(frozen=True)
class Listing:
    rows: list[Row]
    counts: dict[Pile, int]


@dataclass(frozen=True)
class Material:
    """Everything needed to judge one thing, as it was at one moment."""

    subject: str
    bulletin: Bulletin | None
    cart: Cart | None
    spoken: str
    """The text as the voice reads it; empty for a recording."""
    texts: list[ChannelText]
    steps: list[Step]
    before: Snapshot | None
    """What was approved last, where it is not what stands here now."""
    change: TextChange | None
    comments: list[Comment]
    authors: frozenset[str] = field(default_factory=frozenset)
    """Who wrote or submitted it."""

    @property
    def cut(self) -> Cut | None:
        return self.bulletin.cut if self.bulletin else self.cart.cut if self.cart else None

    @property
    def sound_changed(self) -> bool:
        return self.before is not None and self.cut is not None and self.before.audio_sha256 != self.cut.sha256


def listing(app: App, pile: Pile, words: str, letters: Letters) -> Listing:
    """One pile and the counts of all; `letters` is read once and kept."""
    desk = ApprovalDesk(app.database, app.clock)
    found, counts = desk.pile(pile, words), desk.counts()
    if not letters and any(item.directive_id for item in found):
        letters.update({row.id: (row.number, row.urgency) for row in app.directives.list()})
    rows = [row_of(item, *letters.get(item.directive_id, ("", ""))) for item in found]
    sheets = [sheet_row(sheet.monday, sheet.submitted_by, sheet.submitted_at) for sheet in app.sheets.pending()]
    counts[Pile.WAITING] += len(sheets)
    if pile is Pile.WAITING:
        rows = sorted(rows + [sheet for sheet in sheets if words.casefold() in sheet.title.casefold()],
                      key=lambda row: row.since)
    return Listing(rows, counts)


def pile_of(app: App, subject: str) -> Pile | None:
    """Where a thing lies now; None: nowhere here, such as a draft. Raises Refused when there is no such thing."""
    kind, _, key = subject.partition(":")
    if kind == "sheet":
        return Pile.WAITING
    state = app.bulletins.get(key).state if kind == "bulletin" else app.library.get(key).state
    return {State.SUBMITTED: Pile.WAITING, State.CHECKED: Pile.SECOND, State.RETURNED: Pile.RETURNED,
            State.APPROVED: Pile.APPROVED, State.WITHDRAWN: Pile.WITHDRAWN}.get(state)


def material(app: App, subject: str) -> Material:
    """Raises Refused("approval.unknown")."""
    kind, _, key = subject.partition(":")
    bulletin = app.bulletins.get(key) if kind == "bulletin" else None
    cart = app.library.get(key) if kind == "cart" else None
    cut = bulletin.cut if bulletin else cart.cut if cart else None
    spoken = app.speech.normalise(bulletin.text) if bulletin and bulletin.language == VIETNAMESE else ""
    steps = app.approvals.history(subject)
    before = app.approvals.last_approved(subject)
    if before and before.holds and cut and before.audio_sha256 == cut.sha256:
        before = None
    change = text_change(before.text, bulletin.text) if before and before.text and bulletin else None
    texts = app.kit.shown_for_approval(bulletin.id) if bulletin else []
    author = bulletin.author if bulletin else cart.author if cart else ""
    submitters = [step.by for step in steps if step.act == "submit"][-1:]
    return Material(subject, bulletin, cart, spoken, texts, steps, before, change, app.comments.list(subject),
                    frozenset(name.casefold() for name in (author, *submitters) if name))


def approve(app: App, shown: Material, by: Person, valid_from: str = "", valid_until: str = "",
            reason: str = "") -> object:
    """Sign exactly what was shown; `reason`: why, by whoever wrote it.

    Raises Refused("bulletin.changed") when it is not that any more, and what ApprovalService.approve raises.
    """
    if shown.bulletin is not None:
        now = app.bulletins.get(shown.bulletin.id)
        if not same(now, shown.bulletin):
            raise Refused("bulletin.changed", f"{now.title!r} was changed after it was shown", title=now.title)
        return app.approvals.approve(shown.subject, by, valid_until, shown.texts, valid_from, reason)
    assert shown.cart is not None
    cart = app.library.get(shown.cart.id)
    if cart.cut.sha256 != shown.cart.cut.sha256:
        raise Refused("bulletin.changed", f"{cart.title!r} was changed after it was shown", title=cart.title)
    return app.approvals.approve(shown.subject, by, valid_until, valid_from=valid_from, reason=reason)


def give_back(app: App, subject: str, by: Person, reason: str) -> None:
    if subject.startswith("sheet:"):
        app.sheets.give_back(date.fromisoformat(subject[6:]), by, reason)
    else:
        app.approvals.give_back(subject, by, reason)


def withdraw(app: App, subject: str, by: Person, reason: str) -> None:
    """Out of every session to come."""
    app.approvals.withdraw(subject, by, reason)
    publish(app)


@dataclass(frozen=True)
class ShownSheet:
    """A week that waits, and what is different from the one now in force."""

    sheet: Sheet
    changes: tuple[Change, ...]
    first: bool
    """No sheet of this week was approved before."""
    moved_on: bool
    """The plan was changed after the sheet was submitted."""
    comments: list[Comment]


def sheet(app: App, subject: str) -> ShownSheet | None:
    """None: it waits no more."""
    look = app.sheets.look(date.fromisoformat(subject.partition(":")[2]))
    if look.waiting is None:
        return None
    changes = changes_between(look.in_force.slots, look.waiting.slots) if look.in_force else ()
    return ShownSheet(look.waiting, tuple(changes), look.in_force is None, bool(look.waiting_changes),
                      app.comments.list(subject))


def approve_sheet(app: App, shown: ShownSheet, by: Person, reason: str = "") -> None:
    """Exactly the sheet that was shown. Raises what SheetService.approve raises."""
    app.sheets.approve(shown.sheet.monday, by, shown.sheet.digest, reason)
    publish(app)
