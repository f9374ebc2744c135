"""The channel kit of a bulletin: texts by rule or by hand, their approval, their files."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from broadcaster.accounts.model import Person
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins import store as bulletin_store
from broadcaster.bulletins.kit import files, store
from broadcaster.bulletins.kit.blocks import Block, Sheet, place_and_date
from broadcaster.bulletins.kit.frame import Frame
from broadcaster.bulletins.kit.message import Message, message_of
from broadcaster.bulletins.kit.texts import compose
from broadcaster.bulletins.kit.wording import KitWords, Options, checked, load_kit
from broadcaster.bulletins.model import CHANNELS, Bulletin, ChannelText, text_sha256
from broadcaster.bulletins.service import BulletinService
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import State
from broadcaster.speech.service import SpeechService

MOST_CHARACTERS = 60_000
CHOSEN = "kit.toml"
"""In the station home: the measures last chosen in the window, over those of the templates."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Exported:
    """What was written."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()
    """Channels that are sent as they stand and nobody approved."""


@dataclass(frozen=True)
class _Source:
    """One bulletin with all that its channels are made from."""

    bulletin: Bulletin
    words: KitWords
    message: Message

    def made(self, channel: str) -> ChannelText:
        return ChannelText(self.bulletin.id, channel, compose(channel, self.message, self.words),
                           made_from=text_sha256(self.bulletin.text))


class KitService:
    """Use cases of the other channels."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 bulletins: BulletinService, directives: DirectiveService, speech: SpeechService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._bulletins = bulletins
        self._directives = directives
        self._speech = speech

    def texts(self, bulletin_id: str) -> list[ChannelText]:
        """Every channel, in order: as edited, else as the rules make it now.

        `approved` holds only while the bulletin itself is approved. Raises Refused: bulletin.unknown, template.broken.
        """
        return self._texts(self._source(bulletin_id))

    def text(self, bulletin_id: str, channel: str) -> ChannelText:
        """One of them. Raises Refused("kit.channel") too."""
        _known(channel)
        return next(item for item in self.texts(bulletin_id) if item.channel == channel)

    def edit(self, bulletin_id: str, channel: str, text: str, by: str = "") -> ChannelText:
        """Keep a person's words. Another text is not approved; the bulletin's airing is not touched.

        Raises Refused: kit.channel, kit.too_long, bulletin.unknown, template.broken.
        """
        _known(channel)
        cleaned, source = _cleaned(text), self._source(bulletin_id)
        before = next(item for item in self._texts(source) if item.channel == channel)
        if cleaned == before.text:
            return before
        made = source.made(channel)
        item = replace(made, text=cleaned, edited=cleaned != made.text, updated_at=self._now())
        self._store(item, by, "kit.edit")
        return self.text(bulletin_id, channel)

    def regenerate(self, bulletin_id: str, channel: str, by: str = "") -> ChannelText:
        """As the rules make it, whatever was edited. Returns what stood there before, for `put_back`."""
        before = self.text(bulletin_id, channel)
        with self._database.write("channel_text", "audit") as c:
            if kept := store.texts(c, bulletin_id).get(channel):
                # The rules' own text is approved if it is the one that was seen.
                store.put(c, replace(kept, edited=False, updated_at=self._now()))
            self._audit(c, by, "kit.regenerate", bulletin_id, channel=channel)
        return before

    def put_back(self, before: ChannelText, by: str = "") -> ChannelText:
        """Undo `regenerate` or an edit; an approval of that very text is back too."""
        self._store(before, by, "kit.put_back")
        return self.text(before.bulletin_id, before.channel)

    def keep(self, bulletin_id: str, channel: str, by: str = "") -> ChannelText:
        """An edited text that was left behind by its bulletin is still right: say so."""
        item = self.text(bulletin_id, channel)
        bulletin = self._bulletins.get(bulletin_id)
        self._store(replace(item, made_from=text_sha256(bulletin.text)), by, "kit.keep")
        return self.text(bulletin_id, channel)

    def left_behind(self, item: ChannelText, bulletin: Bulletin) -> bool:
        """Edited, and the bulletin has said something else since."""
        return item.edited and item.made_from != text_sha256(bulletin.text)

    def shown_for_approval(self, bulletin_id: str) -> list[ChannelText]:
        """What an approver signs with the bulletin; nothing when the wording is broken: the airing does not wait."""
        try:
            source = self._source(bulletin_id)
            return [item for item in self._texts(source) if not self.left_behind(item, source.bulletin)]
        except Refused as error:
            if error.code == "template.broken":
                return []
            raise

    def approve(self, bulletin_id: str, channels: Sequence[ChannelText], by: Person) -> list[ChannelText]:
        """Approve texts changed after the bulletin was approved, exactly as `channels` showed them.

        Raises Refused: approval.role, kit.bulletin_not_approved, kit.changed.
        """
        if not by.may_approve:
            raise Refused("approval.role", f"{by.name} may not approve", name=by.name)
        bulletin = self._bulletins.get(bulletin_id)
        if bulletin.state is not State.APPROVED:
            raise Refused("kit.bulletin_not_approved", "approve the bulletin first: its channels go with it",
                          title=bulletin.title)
        now = {item.channel: item for item in self.texts(bulletin_id)}
        if any(now[item.channel].text != item.text for item in channels):
            raise Refused("kit.changed", "the text was changed after it was shown", title=bulletin.title)
        made_from = text_sha256(bulletin.text)
        with self._database.write("channel_text", "audit") as c:
            store.approve(c, [replace(item, made_from=made_from) for item in channels], self._now())
            self._audit(c, by.name, "kit.approve", bulletin_id,
                        channels={item.channel: text_sha256(item.text) for item in channels})
        return self.texts(bulletin_id)

    def words(self) -> KitWords:
        """The wording and measures in force. Raises Refused("template.broken")."""
        return load_kit(self._home.root, self._chosen())

    def choose(self, **values: Any) -> Options:
        """Other measures for this station: `led_characters=24`, `sms_accents=True` … Raises template.broken, disk.*."""
        chosen = {**self._chosen(), **values}
        checked(chosen)
        lines = [f"{name} = {str(value).lower() if isinstance(value, bool) else repr(value)}"
                 for name, value in sorted(chosen.items())]
        write_atomic(self._home.root / CHOSEN, ("\n".join(lines) + "\n").encode())
        self._database.changes.announce(frozenset({"channel_text"}))
        return self.words().options

    def preview(self, bulletin_id: str, channel: str, text: str) -> bytes:
        """The PDF of a leaflet, notice or script with this text, marked as a draft unless it is approved."""
        source = self._source(bulletin_id)
        kept = next(item for item in self._texts(source) if item.channel == channel)
        draft = not (kept.approved and kept.text == _cleaned(text))
        return self._file(source, channel, ".pdf", _cleaned(text), draft=draft)

    def export(self, bulletin_id: str, folder: Path, channels: Sequence[str] = (), *, draft: bool = False,
               progress: Progress | None = None, cancelled: Cancelled | None = None) -> Exported:
        """Write the files of these channels (none named: all) into `folder`, over no other file.

        What is not approved is marked as a draft; a message or an LED board only with `draft`.
        Raises Refused: kit.channel, kit.not_approved, kit.cancelled (what was written by then stays), disk.*.
        """
        for channel in channels:
            _known(channel)
        source = self._source(bulletin_id)
        items = [item for item in self._texts(source) if item.channel in (channels or CHANNELS)]
        refused = [item.channel for item in items
                   if item.channel in files.SENT_AS_THEY_STAND and not item.approved and not draft]
        if refused and (channels or len(refused) == len(items)):
            names = ", ".join(source.words.channel(channel) for channel in refused)
            raise Refused("kit.not_approved", f"not approved yet: {', '.join(refused)}; export as a draft instead",
                          channels=names, title=source.bulletin.title)
        wanted = [(item, suffix) for item in items if item.channel not in refused and item.text
                  for suffix in files.SUFFIXES[item.channel]]
        written: list[Path] = []
        for number, (item, suffix) in enumerate(wanted):
            if cancelled is not None and cancelled():
                raise Refused("kit.cancelled", f"stopped after {number} of {len(wanted)} files", done=number,
                              total=len(wanted))
            if progress is not None:
                progress(number, len(wanted))
            data = self._file(source, item.channel, suffix, item.text, draft=not item.approved)
            name = files.file_name(source.bulletin.title, item.channel, source.words)
            written.append(files.write_new(folder, name, suffix, data))
        return Exported(tuple(written), tuple(refused))

    def _file(self, source: _Source, channel: str, suffix: str, text: str, *, draft: bool) -> bytes:
        sheet = self._sheet(source, channel, draft=draft)
        return files.render(channel, suffix, text, sheet, source.words, self._speech.readings)

    def _sheet(self, source: _Source, channel: str, *, draft: bool) -> Sheet:
        paper, station, options = source.words.of("paper"), self._settings.station, source.words.options
        sheet = Sheet((), draft=paper.word("draft") if draft else "", page_words=paper.word("page"),
                      link=source.message.link, caption=paper.word("scan"))
        if channel == "leaflet":
            return replace(sheet, page=options.leaflet_page, head=(station.commune.upper(), station.name))
        if channel == "poster":
            day = place_and_date(source.words, station.commune, self._approved_on(source.bulletin),
                                 self._clock.now().year)
            return replace(sheet, page=options.poster_page, head=(station.issuer, paper.word("notice")),
                           signature=(day, paper.word("authority"), paper.word("office")))
        if channel == "script":
            return replace(sheet, blocks=(Block("title", source.bulletin.title),), lines=paper.word("notes"), link="",
                           head=(paper.word("script_head"), station.name), caption=paper.word("script_note"))
        return replace(sheet, link="")

    def _approved_on(self, bulletin: Bulletin) -> date | None:
        if bulletin.state is not State.APPROVED:
            return None
        with self._database.read() as c:
            at = store.approved_at(c, bulletin.id)
        return parse_time(at).date() if at else None

    def _source(self, bulletin_id: str) -> _Source:
        bulletin = self._bulletins.get(bulletin_id)
        letter = self._directives.get(bulletin.directive_id) if bulletin.directive_id else None
        words = self.words()
        frame = Frame(self._home.root, words)
        return _Source(bulletin, words, message_of(bulletin, letter, self._settings.station, words, frame))

    def _texts(self, source: _Source) -> list[ChannelText]:
        with self._database.read() as c:
            stored = store.texts(c, source.bulletin.id)
        approved = source.bulletin.state is State.APPROVED
        found = []
        for channel in CHANNELS:
            made, kept = source.made(channel), stored.get(channel)
            item = made if kept is None else kept if kept.edited else replace(
                made, approved_sha256=kept.approved_sha256, updated_at=kept.updated_at)
            found.append(item if approved else replace(item, approved_sha256=""))
        return found

    def _store(self, item: ChannelText, by: str, action: str) -> None:
        with self._database.write("channel_text", "audit") as c:
            kept = store.texts(c, item.bulletin_id).get(item.channel)
            # An edit keeps what was approved: the same words again are approved again.
            seen = item.approved_sha256 or (kept.approved_sha256 if kept else "")
            store.put(c, replace(item, approved_sha256=seen, updated_at=item.updated_at or self._now()))
            self._audit(c, by, action, item.bulletin_id, channel=item.channel, text_sha256=text_sha256(item.text))

    def _chosen(self) -> dict[str, Any]:
        try:
            return tomllib.loads((self._home.root / CHOSEN).read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise Refused("template.broken", f"{CHOSEN}: {error}", detail=str(error)) from error

    def _audit(self, c: Connection, by: str, action: str, bulletin_id: str, **detail: Any) -> None:
        bulletin_store.audit(c, self._now(), by, action, f"bulletin:{bulletin_id}", **detail)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _known(channel: str) -> None:
    if channel not in CHANNELS:
        raise Refused("kit.channel", f"no such channel: {channel!r} (there are {', '.join(CHANNELS)})",
                      channel=channel, known=", ".join(CHANNELS))


def _cleaned(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise Refused("kit.too_long", f"the text has {len(text)} characters, at most {MOST_CHARACTERS} are kept",
                      length=len(text), limit=MOST_CHARACTERS)
    composed = nfc(text.encode("utf-8", "replace").decode("utf-8")).replace("\r\n", "\n").replace("\t", " ")
    kept = "".join(c for c in composed if c >= " " or c == "\n")
    return "\n".join(line.rstrip() for line in kept.splitlines()).strip()
