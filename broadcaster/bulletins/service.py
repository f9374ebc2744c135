"""Bulletins: draft, edit, voice or record, produce."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import fold, nfc, one_line
from broadcaster.bulletins import store
from broadcaster.bulletins.coverage import Comparison
from broadcaster.bulletins.drafting import (
    chosen_points,
    draft_text,
    draft_texts,
    kind_of,
    said,
    tells_something,
    told_by_default,
)
from broadcaster.bulletins.languages import check_language, check_readable
from broadcaster.bulletins.model import Bulletin, Production, text_sha256
from broadcaster.bulletins.producer import Producer
from broadcaster.bulletins.production import check_production
from broadcaster.bulletins.wording import Template, load_template
from broadcaster.db.engine import Database
from broadcaster.directives.model import Directive, Point
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import CartKind, Cut, State
from broadcaster.library.service import LibraryService
from broadcaster.speech.service import SpeechService

MOST_CHARACTERS = 60_000
"""About an hour and a half of reading: more is a mistake, not a bulletin."""


class BulletinService:
    """Use cases of the bulletin page."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, directives: DirectiveService,
                 speech: SpeechService, library: LibraryService) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._directives = directives
        self._speech = speech
        self._library = library
        self._home = Path(database.engine.url.database or ".").parent
        self.producer = Producer(library, StationHome(self._home), clock)

    def draft(self, directive_id: str, points: Sequence[str] | None = None, by: str = "",
              kind: CartKind | None = None) -> Bulletin:
        """A bulletin from a letter's ticked points (ids or numbers; None = all that tell something).

        `kind`: news, feature, notice …; None = the one the letter's form asks for. Raises Refused: directive.unknown,
        bulletin.no_points, template.broken.
        """
        letter, chosen, template, kind = self._to_draft(directive_id, points, kind)
        title, text = draft_text(letter, chosen, self._settings.station, template)
        return self._add(title, text, kind, by, letter.id, tuple(point.id for point in chosen))

    def told_by_default(self, letter: Directive) -> frozenset[str]:
        """Ids of the points `draft` tells when none are named."""
        return frozenset(point.id for point in told_by_default(letter, load_template(self._home)))

    def sketch(self, directive_id: str, points: Sequence[str] | None = None,
               kind: CartKind | None = None) -> tuple[CartKind, list[tuple[str, str]]]:
        """What would be written: kind; title and text in one, then of each part. Stores nothing. Raises as `draft`."""
        letter, chosen, template, kind = self._to_draft(directive_id, points, kind)
        made = draft_texts(letter, chosen, self._settings.station, template)
        whole = draft_text(letter, chosen, self._settings.station, template)
        return kind, [whole, *((title, text) for title, text, _ in made)]

    def tells(self, directive_id: str, points: Sequence[str] | None = None, kind: CartKind | None = None) -> bool:
        """A draft would say more than title and source. Raises as `draft`."""
        letter, chosen, template, kind = self._to_draft(directive_id, points, kind)
        return tells_something(letter, chosen, self._settings.station, template)

    def draft_each(self, directive_id: str, points: Sequence[str] | None = None, by: str = "",
                   kind: CartKind | None = None) -> tuple[Bulletin, ...]:
        """A bulletin for each point, "… (1/3)"; points under one heading stay together. Raises as `draft`."""
        letter, chosen, template, kind = self._to_draft(directive_id, points, kind)
        made = draft_texts(letter, chosen, self._settings.station, template)
        bulletins = tuple(self._made(title, text, kind, by, letter.id, ids) for title, text, ids in made)
        with self._database.write("bulletin", "audit") as connection:
            for bulletin in bulletins:
                self._store(connection, bulletin)
        return bulletins

    def new(self, title: str, text: str, kind: CartKind = CartKind.NOTICE, by: str = "",
            directive_id: str = "") -> Bulletin:
        """A bulletin from an empty page, or from a script that came with a letter.

        Raises Refused: bulletin.title, bulletin.too_long.
        """
        return self._add(title, text, CartKind(kind), by, directive_id, ())

    def save(self, bulletin_id: str, *, title: str | None = None, text: str | None = None,
             kind: CartKind | None = None, voice: str | None = None, rate: int | None = None, by: str = "",
             language: str | None = None, production: Production | None = None) -> Bulletin:
        """Store edits. Another text or production voids the approval at once, another voice when it is read (`voice`).

        Raises Refused: bulletin.unknown, bulletin.title, bulletin.too_long, bulletin.language_unknown,
        production.value.
        """
        values: dict[str, Any] = {}
        if title is not None:
            values["title"] = _title(title)
        if text is not None:
            values["text"] = _text(text)
        if kind is not None:
            values["kind"] = CartKind(kind).value
        if language is not None:
            values["language"] = check_language(language)
        if voice is not None:
            values["voice"] = voice
        if rate is not None:
            values["rate"] = int(rate)
        if production is not None:
            values["production"] = check_production(production)
        with self._database.write("bulletin", "cart", "approval", "audit") as connection:
            old = _get(connection, bulletin_id)
            changed = {name: value for name, value in values.items() if getattr(old, name) != value}
            if changed:
                stored = {name: asdict(value) if isinstance(value, Production) else value
                          for name, value in changed.items()}
                store.change(connection, bulletin_id, self._now(), **stored)
                store.audit(connection, self._now(), by, "bulletin.save", f"bulletin:{bulletin_id}",
                            fields=sorted(changed))
                for name in {"text", "production"} & changed.keys():
                    self.void(connection, old, f"{name} changed")
            return _get(connection, bulletin_id)

    def voice(self, bulletin_id: str, voice: str | None = None, rate: int | None = None,
              progress: Callable[[int, int], None] | None = None,
              cancelled: Callable[[], bool] | None = None) -> Bulletin:
        """Read the present text into words, and lay around them what the bulletin's production wants.

        Raises Refused: bulletin.unknown, bulletin.language, speech.*, sound.*, disk.*, production.*.
        """
        before = self.get(bulletin_id)
        check_readable(before.language, before.title)
        name = voice or before.voice or self._settings.speech.voice
        speed = int(rate or before.rate or self._settings.speech.rate)
        self.producer.parts(before.production)  # what is missing is told before, not after the reading
        with tempfile.TemporaryDirectory(prefix="dai-xa-") as folder:
            wav = self._speech.synthesise(before.text, Path(folder), name, speed, progress, cancelled)
            words = self._library.store_speech(wav, before.title)
        cut = self.producer.produce(words, before.title, before.production, cancelled=cancelled)
        return self._sounds(before, words, cut, text_sha256(before.text), voice=name, rate=speed)

    def record(self, bulletin_id: str, sound: Path, text: str | None = None, by: str = "",
               progress: Callable[[float], None] | None = None,
               cancelled: Callable[[], bool] | None = None) -> Bulletin:
        """A person's own voice, recorded here or brought as a file of any form, instead of a synthetic one.

        `text`: the words that were read, by default those of the bulletin now.
        Raises Refused: bulletin.unknown, sound.*, file.*, disk.*, import.cancelled, production.*.
        """
        before = self.get(bulletin_id)
        self.producer.parts(before.production)
        words = self._library.store_recording(sound, before.title, progress, cancelled)
        cut = self.producer.produce(words, before.title, before.production, cancelled=cancelled)
        said = text_sha256(before.text if text is None else text)
        return self._sounds(before, words, cut, said, by=by, voice="")

    def produce(self, bulletin_id: str, production: Production | None = None, by: str = "",
                progress: Callable[[int, int], None] | None = None,
                cancelled: Callable[[], bool] | None = None) -> Bulletin:
        """Lay chime, music, repeats around the words there are; another production voids an approval at once.

        Raises Refused: bulletin.unknown, production.*, sound.unreadable, disk.*.
        """
        before = self.get(bulletin_id)
        if production is not None:
            if before.words_current:  # what cannot be made voids no approval
                self.producer.layout(production, self.words(before).seconds)
            before = self.save(bulletin_id, production=production, by=by)
        words = self.words(before)
        cut = self.producer.produce(words, before.title, before.production, progress, cancelled)
        return self._sounds(before, words, cut, text_sha256(before.text), by=by)

    def words(self, bulletin: Bulletin) -> Cut:
        """The cut with the words alone, of the present text. Raises Refused("production.no_words")."""
        if not bulletin.speech_sha256 or not bulletin.words_current:
            raise Refused("production.no_words", "the text has no current words: read it aloud or record it first",
                          title=bulletin.title)
        return self._library.cut(bulletin.speech_sha256)

    def still_says(self, bulletin_id: str, by: str = "") -> Bulletin:
        """A person heard the recording and found that it fits the text as it was corrected since.

        Raises Refused: bulletin.unknown, production.no_words.
        """
        with self._database.write("bulletin", "audit") as connection:
            old = _get(connection, bulletin_id)
            if not old.speech_sha256 or self._library.cut(old.speech_sha256).source != "recording":
                raise Refused("production.no_words", "only a recording is judged by ear: read the text aloud",
                              title=old.title)
            store.change(connection, old.id, self._now(), voiced_text_sha256=text_sha256(old.text))
            store.audit(connection, self._now(), by, "bulletin.still_says", f"bulletin:{old.id}",
                        speech=old.speech_sha256, text_sha256=text_sha256(old.text))
            return _get(connection, old.id)

    def last_production(self) -> Production | None:
        """What the bulletin made last had around its words: offered again for the next one."""
        with self._database.read() as connection:
            return store.last_production(connection)

    def comparison(self, bulletin_id: str) -> tuple[Directive, Comparison] | None:
        """The letter of a bulletin, ready to be compared with its text while that is written; None: no letter.

        Raises Refused: bulletin.unknown, template.broken.
        """
        bulletin = self.get(bulletin_id)
        if not bulletin.directive_id:
            return None
        letter = self._directives.get(bulletin.directive_id)
        return letter, Comparison(letter, load_template(self._home).officialese, bulletin.points)

    def as_said(self, clause: str) -> str:
        """Words of a letter as a bulletin would say them; as they stand where no rule fits."""
        return said(clause, self._settings.station, load_template(self._home))

    def get(self, bulletin_id: str) -> Bulletin:
        """Raises Refused("bulletin.unknown")."""
        with self._database.read() as connection:
            return _get(connection, bulletin_id)

    def find(self, ref: str) -> Bulletin:
        """By id, or its beginning or end. Raises Refused: bulletin.unknown, bulletin.ambiguous."""
        with self._database.read() as connection:
            exact = store.get(connection, ref)
            ids = store.like_id(connection, ref)
        if exact is not None:
            return exact
        if len(ids) > 1:
            raise Refused("bulletin.ambiguous", f"{ref!r} fits more than one bulletin", ref=ref)
        return self.get(ids[0] if ids else ref)

    def list(self, words: str = "", *, withdrawn: bool = False) -> list[Bulletin]:
        """Those with all the words in title or text, accents or none; last changed first."""
        with self._database.read() as connection:
            found = store.rows(connection, withdrawn=withdrawn)
        wanted = fold(words).split()
        return [row for row in found if all(word in fold(f"{row.title} {row.text}") for word in wanted)]

    def estimate(self, bulletin_id: str) -> float:
        """Seconds it will take on the air, before it is voiced. Raises Refused: bulletin.unknown, production.*."""
        bulletin = self.get(bulletin_id)
        words = self._speech.estimate_seconds(bulletin.text, bulletin.voice or None, bulletin.rate or None)
        return words if bulletin.production.plain else self.producer.layout(bulletin.production, words).seconds

    def reopen(self, bulletin_id: str, by: str, reason: str) -> Bulletin:
        """Somebody is going to change what was submitted or approved: who and why stands in its history.

        Its state stays: only a change ends an approval. Raises Refused: bulletin.unknown, approval.reason.
        """
        why = one_line(reason)
        if not why:
            raise Refused("approval.reason", "a reason is needed")
        with self._database.write("audit") as connection:
            old = _get(connection, bulletin_id)
            store.audit(connection, self._now(), one_line(by), "bulletin.reopen", f"bulletin:{old.id}",
                        title=old.title, state=old.state.value, reason=why)
            return old

    def delete_draft(self, bulletin_id: str, by: str = "") -> Bulletin:
        """Put a draft away; nothing is erased. Raises Refused: bulletin.unknown, bulletin.not_draft."""
        with self._database.write("bulletin", "audit") as connection:
            old = _get(connection, bulletin_id)
            if old.state not in {State.DRAFT, State.RETURNED}:
                raise Refused("bulletin.not_draft", "only a draft can be deleted; withdraw it instead",
                              state=old.state.value)
            store.change(connection, bulletin_id, self._now(), state=State.WITHDRAWN.value)
            store.audit(connection, self._now(), by, "bulletin.delete", f"bulletin:{bulletin_id}")
            return _get(connection, bulletin_id)

    def void(self, connection: Connection, bulletin: Bulletin, reason: str) -> None:
        """Inside a unit of work: what was approved or submitted is not what there is now."""
        subject = f"bulletin:{bulletin.id}"
        voided = store.void_approvals(connection, subject, self._now(), reason)
        if bulletin.state is not State.DRAFT:
            store.change(connection, bulletin.id, self._now(), state=State.DRAFT.value)
        if voided:
            store.audit(connection, self._now(), "", "approval.void", subject, reason=reason)

    def _sounds(self, before: Bulletin, words: Cut, cut: Cut, text: str, by: str = "", **values: Any) -> Bulletin:
        """Store what `before` sounds like now; `text`: hash of what the words say."""
        with self._database.write("bulletin", "cart", "approval", "audit") as connection:
            old = _get(connection, before.id)
            store.change(connection, old.id, self._now(), cut_sha256=cut.sha256, speech_sha256=words.sha256,
                         voiced_text_sha256=text, produced_with=asdict(before.production), **values)
            if by:
                store.audit(connection, self._now(), by, f"bulletin.{words.source}", f"bulletin:{old.id}",
                            cut=cut.sha256)
            if old.cut is None or old.cut.sha256 != cut.sha256:
                self.void(connection, old, "audio changed")
            return _get(connection, old.id)

    def _to_draft(self, directive_id: str, points: Sequence[str] | None,
                  kind: CartKind | None) -> tuple[Directive, Sequence[Point], Template, CartKind]:
        letter = self._directives.get(directive_id)
        general = load_template(self._home)
        chosen = told_by_default(letter, general) if points is None else chosen_points(letter, points)
        kind = CartKind(kind) if kind is not None else kind_of(letter, chosen, general)
        return letter, chosen, load_template(self._home, kind.value), kind

    def _add(self, title: str, text: str, kind: CartKind, by: str, directive_id: str,
             points: tuple[str, ...]) -> Bulletin:
        made = self._made(title, text, kind, by, directive_id, points)
        with self._database.write("bulletin", "audit") as connection:
            self._store(connection, made)
        return made

    def _made(self, title: str, text: str, kind: CartKind, by: str, directive_id: str,
              points: tuple[str, ...]) -> Bulletin:
        now = self._now()
        speech = self._settings.speech
        return Bulletin(new_id(), _title(title), kind, _text(text), State.DRAFT, one_line(by), directive_id, points,
                        speech.voice, speech.rate, created_at=now, updated_at=now)

    def _store(self, connection: Connection, made: Bulletin) -> None:
        store.add(connection, made)
        store.audit(connection, made.created_at, made.author, "bulletin.new", f"bulletin:{made.id}",
                    directive=made.directive_id)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _get(connection: Connection, bulletin_id: str) -> Bulletin:
    found = store.get(connection, bulletin_id)
    if found is None:
        raise Refused("bulletin.unknown", f"no such bulletin: {bulletin_id}", id=bulletin_id)
    return found


def _title(title: str) -> str:
    cleaned = one_line(title)
    if not cleaned:
        raise Refused("bulletin.title", "a bulletin needs a title")
    return cleaned


def _text(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise Refused("bulletin.too_long", f"the text has {len(text)} characters, at most {MOST_CHARACTERS} are read",
                      length=len(text), limit=MOST_CHARACTERS)
    composed = nfc(text.encode("utf-8", "replace").decode("utf-8")).replace("\r\n", "\n")
    return "".join(c for c in composed if c >= " " or c in "\n\t")
