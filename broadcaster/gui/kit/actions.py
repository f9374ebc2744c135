"""What the tab of the other channels asks of the services. Runs off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.accounts.model import Person
from broadcaster.asrun.model import SOUNDED, AiringQuery
from broadcaster.bulletins.kit.service import Exported
from broadcaster.bulletins.model import ChannelText, HandOut
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.kit.model import Kit
from broadcaster.gui.ops import Step
from broadcaster.wiring import App


def load(app: App, bulletin_id: str) -> Kit:
    """Texts, measures, hand-outs and what the letter asks for."""
    bulletin = app.bulletins.get(bulletin_id)
    texts = tuple(app.kit.texts(bulletin_id))
    behind = frozenset(item.channel for item in texts if app.kit.left_behind(item, bulletin))
    letter = bulletin.directive_id
    given = app.hand_outs.list(letter) if letter else app.hand_outs.list(bulletin_id=bulletin_id)
    aired = bool(letter) and app.asrun.count(AiringQuery(directive_id=letter, outcomes=SOUNDED)) > 0
    asked = app.hand_outs.coverage(letter, aired) if letter else ()
    return Kit(bulletin, texts, behind, app.kit.words().options, tuple(given), asked)


def edit(app: App, bulletin_id: str, channel: str, text: str) -> Kit:
    app.kit.edit(bulletin_id, channel, text, on_duty(app))
    return load(app, bulletin_id)


def regenerate(app: App, bulletin_id: str, channel: str) -> tuple[ChannelText, Kit]:
    """As the rules make it; also what stood there, for the way back."""
    return app.kit.regenerate(bulletin_id, channel, on_duty(app)), load(app, bulletin_id)


def put_back(app: App, before: ChannelText) -> Kit:
    app.kit.put_back(before, on_duty(app))
    return load(app, before.bulletin_id)


def keep(app: App, bulletin_id: str, channel: str) -> Kit:
    app.kit.keep(bulletin_id, channel, on_duty(app))
    return load(app, bulletin_id)


def choose(app: App, bulletin_id: str, values: dict[str, Any]) -> Kit:
    """Other measures, for all bulletins of this station from now on."""
    app.kit.choose(**values)
    return load(app, bulletin_id)


def approve(app: App, bulletin_id: str, texts: Sequence[ChannelText], by: Person) -> Kit:
    app.kit.approve(bulletin_id, texts, by)
    return load(app, bulletin_id)


def export(app: App, bulletin_id: str, folder: Path, channels: Sequence[str], draft: bool, step: Step,
           words: str) -> Exported:
    """`words` is "file {done} of {total}"."""
    return app.kit.export(bulletin_id, folder, channels, draft=draft, cancelled=lambda: step.cancelled,
                          progress=lambda done, total: step(done, total, words.format(done=done + 1, total=total)))


def record(app: App, bulletin_id: str, values: dict[str, Any]) -> tuple[HandOut, Kit]:
    """Note something handed out."""
    return app.hand_outs.record(bulletin_id=bulletin_id, **values), load(app, bulletin_id)


def remove(app: App, bulletin_id: str, hand_out_id: str) -> Kit:
    app.hand_outs.remove(hand_out_id, on_duty(app))
    return load(app, bulletin_id)


def restore(app: App, bulletin_id: str, hand_out_id: str) -> Kit:
    app.hand_outs.restore(hand_out_id, on_duty(app))
    return load(app, bulletin_id)


def today(app: App) -> date:
    return app.clock.now().date()
