"""What the buttons of the bulletin page do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from broadcaster.accounts.model import Person
from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins.languages import VIETNAMESE
from broadcaster.bulletins.model import Bulletin, ChannelText
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.gui.bulletins.model import Preview, same
from broadcaster.gui.bulletins.sign_terms import Signed, signed_by
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.ops import Step
from broadcaster.gui.publishing import publish
from broadcaster.gui.readings.model import heard
from broadcaster.library.model import Cart, CartKind, State
from broadcaster.protocol.approval import Approval
from broadcaster.speech.model import Reading
from broadcaster.wiring import App


@dataclass(frozen=True)
class Edited:
    """What the editor now holds."""

    title: str
    text: str
    kind: str
    voice: str
    rate: int
    language: str = VIETNAMESE


def listing(app: App, words: str, state: str) -> list[Bulletin]:
    """Those with the words and in the state; withdrawn ones only when asked for."""
    found = app.bulletins.list(words, withdrawn=state == State.WITHDRAWN)
    return [item for item in found if not state or item.state == state]


def open_bulletin(app: App, bulletin_id: str) -> tuple[Bulletin, str]:
    """A bulletin, and the name of the letter it tells of."""
    bulletin = app.bulletins.get(bulletin_id)
    if not bulletin.directive_id:
        return bulletin, ""
    letter = app.directives.get(bulletin.directive_id)
    symbol = letter.value("symbol")
    return bulletin, str(letter.value("number") or (f"…/{symbol}" if symbol else letter.file_name))


def new(app: App, title: str) -> Bulletin:
    """An empty bulletin."""
    return app.bulletins.new(title, "", CartKind.NOTICE, on_duty(app))


def save(app: App, bulletin_id: str, edited: Edited) -> Bulletin:
    """Store what the editor holds; a title that is empty for the moment keeps the old one."""
    return app.bulletins.save(bulletin_id, title=edited.title.strip() or None, text=edited.text,
                              kind=CartKind(edited.kind), voice=edited.voice or None, rate=edited.rate,
                              language=edited.language, by=on_duty(app))


def preview(app: App, edited: Edited) -> Preview:
    """How long it will be, and which words are read otherwise than they are written."""
    text = nfc(edited.text)
    seconds = app.speech.estimate_seconds(text, edited.voice or None, edited.rate) if text.strip() else 0.0
    found = app.speech.readings(text) if edited.language == VIETNAMESE else [Reading(text, text, 0, len(text))]
    said = "".join(reading.spoken for reading in found).split()
    return Preview(edited.text, seconds, sum(any(map(str.isalnum, word)) for word in said), heard(found))


def voice(app: App, bulletin_id: str, edited: Edited, step: Step, words: str) -> Bulletin:
    """Save, then read aloud; `words` is "sentence {done} of {total}"."""
    save(app, bulletin_id, edited)
    return app.bulletins.voice(
        bulletin_id, edited.voice or None, edited.rate, cancelled=lambda: step.cancelled,
        progress=lambda done, total: step(done, total, words.format(done=done, total=total)))


def subject(bulletin: Bulletin) -> str:
    """What an approver judges."""
    return f"bulletin:{bulletin.id}"


def submit(app: App, bulletin_id: str, edited: Edited, by: Person) -> Bulletin:
    """Lay it before the approver."""
    bulletin = save(app, bulletin_id, edited)
    app.approvals.submit(subject(bulletin), by.name)
    return app.bulletins.get(bulletin_id)


def to_sign(app: App, shown: Bulletin) -> tuple[list[ChannelText], str, Signed]:
    """The texts of other channels that are signed together with a bulletin, how its own is read aloud, and whose
    hands it went through."""
    spoken = app.speech.normalise(shown.text) if shown.language == VIETNAMESE else ""
    return app.kit.shown_for_approval(shown.id), spoken, signed_by(app, subject(shown), shown.author)


def approve(app: App, shown: Bulletin, by: Person, texts: Sequence[ChannelText] = (), valid_from: str = "",
            valid_until: str = "", reason: str = "") -> Approval | FirstYes:
    """Sign what was shown, `texts` of other channels with it, for these days; `reason`: why, by whoever wrote it.

    Raises Refused("bulletin.changed") when it is not that any more.
    """
    if not same(app.bulletins.get(shown.id), shown):
        raise Refused("bulletin.changed", f"{shown.title!r} was changed after it was shown", title=shown.title)
    return app.approvals.approve(subject(shown), by, valid_until, texts, valid_from, reason)


def give_back(app: App, shown: Bulletin, by: Person, reason: str) -> None:
    app.approvals.give_back(subject(shown), by, reason)


def withdraw(app: App, shown: Bulletin, by: Person, reason: str) -> None:
    app.approvals.withdraw(subject(shown), by, reason)
    publish(app)


def reopen(app: App, bulletin_id: str, reason: str) -> Bulletin:
    """What was submitted or approved is going to be changed."""
    return app.bulletins.reopen(bulletin_id, on_duty(app), reason)


def put_away(app: App, bulletin_id: str) -> Bulletin:
    """A draft nobody wants; nothing is erased."""
    return app.bulletins.delete_draft(bulletin_id, on_duty(app))


def cart(app: App, bulletin_id: str) -> Cart:
    """The item it airs as."""
    return app.approvals.cart_of(bulletin_id)


def voices(app: App) -> list[Any]:
    """The voices of this computer."""
    return app.speech.voices()
