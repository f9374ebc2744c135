"""Files that came with a letter: a sound goes into the library, a script becomes a draft, the rest is kept."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, sha256_of, sync_folder, unwritable
from broadcaster.base.vietnamese import one_line
from broadcaster.bulletins.service import BulletinService
from broadcaster.db.engine import Database
from broadcaster.directives import attachment_store, readers, store
from broadcaster.directives.model import Attachment
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import CartKind
from broadcaster.library.service import LibraryService

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
MAX_BYTES = 500_000_000
SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wma", ".amr", ".aif", ".aiff", ".mp2",
          ".3gp", ".mp4")
SCRIPTS = (".docx", ".doc", ".docm", ".odt", ".rtf", ".pdf", ".txt", ".html", ".htm")
_TABLES = ("directive_attachment", "directive", "cart", "bulletin", "audit")


@dataclass(frozen=True)
class Attached:
    """What became of one file."""

    attachment: Attachment
    known: bool = False
    """It is with this letter already."""
    problem: Exception | None = None
    """Why no draft could be made of a script; the file is kept."""


class AttachmentService:
    """Use cases of the files beside a letter."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, directives: DirectiveService,
                 library: LibraryService, bulletins: BulletinService) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._directives = directives
        self._library = library
        self._bulletins = bulletins

    def attach(self, directive_id: str, path: Path, by: str = "", progress: Progress | None = None,
               cancelled: Cancelled | None = None) -> Attached:
        """Keep a file with its letter and make of it what it is for; the source is never touched.

        Raises Refused: directive.unknown, attachment.missing, empty, too_large, letter_itself; sound.*, disk.*,
        import.cancelled, letter.cancelled. Nothing is stored then.
        """
        letter = self._directives.get(directive_id)
        sha256 = _checked(path)
        if sha256 == letter.sha256:
            raise Refused("attachment.letter_itself", f"{path.name} is the letter itself", name=path.name)
        with self._database.read() as c:
            found = attachment_store.same_file(c, directive_id, sha256)
        if found is not None:
            item, removed = found
            return Attached(self.restore(item.id, by) if removed else item, known=True)
        item = Attachment(new_id(), directive_id, _kind(path), one_line(path.name), sha256, _suffix(path),
                          self._clock.now(), by)
        made, problem = self._make(item, path, by, progress, cancelled)
        self._keep(path, made)
        with self._database.write(*_TABLES) as c:
            attachment_store.add(c, made)
            if made.cart_id:
                attachment_store.adopt(c, made.cart_id, directive_id)
            attachment_store.reindex(c, directive_id)
            store.note(c, self._clock.now(), by, "attachment.add", directive_id, file=made.file_name, sha256=sha256,
                       kind=made.kind, cart=made.cart_id, bulletin=made.bulletin_id)
        return Attached(made, problem=problem)

    def of(self, directive_id: str) -> list[Attachment]:
        """The files of one letter, in the order they came."""
        with self._database.read() as c:
            return attachment_store.of(c, directive_id)

    def get(self, attachment_id: str) -> Attachment:
        """Raises Refused("attachment.unknown")."""
        with self._database.read() as c:
            found = attachment_store.get(c, attachment_id)
        if found is None:
            raise Refused("attachment.unknown", f"no such attachment: {attachment_id}", id=attachment_id)
        return found

    def file(self, attachment_id: str) -> Path:
        """The kept file. Raises Refused: attachment.unknown, attachment.missing."""
        item = self.get(attachment_id)
        path = self._home.original(item.sha256, item.suffix)
        if not path.is_file():
            raise Refused("attachment.missing", f"the file {item.file_name} is gone: {path}", name=item.file_name)
        return path

    def to_library(self, attachment_id: str, by: str = "", progress: Progress | None = None,
                   cancelled: Cancelled | None = None) -> Attachment:
        """Import it as a sound of the office above. Raises like LibraryService.add, or attachment.*."""
        item, path = self.get(attachment_id), self.file(attachment_id)
        cart = self._import(item, path, by, progress, cancelled)
        with self._database.write(*_TABLES) as c:
            attachment_store.change(c, item.id, cart_id=cart)
            attachment_store.adopt(c, cart, item.directive_id)
            store.note(c, self._clock.now(), by, "attachment.to_library", item.directive_id, file=item.file_name,
                       cart=cart)
        return replace(item, cart_id=cart)

    def make_draft(self, attachment_id: str, by: str = "", progress: Progress | None = None,
                   cancelled: Cancelled | None = None) -> Attachment:
        """A bulletin of its words. Raises letter.* and bulletin.*, or attachment.*."""
        item, path = self.get(attachment_id), self.file(attachment_id)
        bulletin = self._draft(item, path, by, progress, cancelled)
        with self._database.write(*_TABLES) as c:
            attachment_store.change(c, item.id, bulletin_id=bulletin)
            store.note(c, self._clock.now(), by, "attachment.draft", item.directive_id, file=item.file_name,
                       bulletin=bulletin)
        return replace(item, bulletin_id=bulletin)

    def remove(self, attachment_id: str, by: str = "") -> Attachment:
        """Take it from the letter; the kept file, the sound and the draft stay. Raises attachment.unknown."""
        return self._mark(attachment_id, by, "attachment.remove", format_time(self._clock.now()))

    def restore(self, attachment_id: str, by: str = "") -> Attachment:
        """Undo `remove`. Raises Refused("attachment.unknown")."""
        return self._mark(attachment_id, by, "attachment.restore", "")

    def _mark(self, attachment_id: str, by: str, action: str, removed_at: str) -> Attachment:
        item = self.get(attachment_id)
        with self._database.write(*_TABLES) as c:
            attachment_store.change(c, item.id, removed_at=removed_at)
            attachment_store.reindex(c, item.directive_id)
            store.note(c, self._clock.now(), by, action, item.directive_id, file=item.file_name)
        return item

    def _make(self, item: Attachment, path: Path, by: str, progress: Progress | None,
              cancelled: Cancelled | None) -> tuple[Attachment, Exception | None]:
        if item.kind == "audio":
            return replace(item, cart_id=self._import(item, path, by, progress, cancelled)), None
        if item.kind != "script":
            return item, None
        try:
            return replace(item, bulletin_id=self._draft(item, path, by, progress, cancelled)), None
        except Refused as error:
            if error.code == "letter.cancelled":
                raise
            # A form or a table is no script; it is kept all the same, and the reason is told.
            return replace(item, kind="other"), error

    def _import(self, item: Attachment, path: Path, by: str, progress: Progress | None,
                cancelled: Cancelled | None) -> str:
        def told(share: float) -> None:
            if progress is not None:
                progress(round(share * 100), 100)

        return self._library.add(path, title=_title(item), kind=CartKind.MESSAGE, origin="superior",
                                 directive_id=item.directive_id, by=by, progress=told, cancelled=cancelled).cart.id

    def _draft(self, item: Attachment, path: Path, by: str, progress: Progress | None,
               cancelled: Cancelled | None) -> str:
        text = readers.read(path, progress, cancelled)
        return self._bulletins.new(_title(item), text, CartKind.FEATURE, by, directive_id=item.directive_id).id

    def _keep(self, path: Path, item: Attachment) -> None:
        target = self._home.original(item.sha256, item.suffix)
        if target.is_file():
            return
        temporary = ""
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".attachment.", delete=False) as out:
                temporary = out.name
                with path.open("rb") as source:
                    shutil.copyfileobj(source, out, 1 << 20)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).replace(target)
            sync_folder(target.parent)
        except OSError as error:
            with suppress(OSError):
                Path(temporary).unlink()
            raise unwritable(target, error) from error


def _checked(path: Path) -> str:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("attachment.missing", f"there is no such file: {path}", name=path.name)
        if not size:
            raise Refused("attachment.empty", f"{path.name} is empty", name=path.name)
        if size > MAX_BYTES:
            raise Refused("attachment.too_large", f"{path.name} has {size} bytes", name=path.name, size=size,
                          limit=MAX_BYTES)
        return sha256_of(path)
    except OSError as error:
        raise Refused("attachment.missing", f"cannot read {path}: {error.strerror}", name=path.name) from error


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    return "audio" if suffix in SOUNDS else "script" if suffix in SCRIPTS else "other"


def _suffix(path: Path) -> str:
    """As it is called, for the program that will open it; nothing but letters and digits."""
    plain = "".join(character for character in path.suffix.lower() if character.isascii() and character.isalnum())
    return f".{plain[:8]}" if plain else ""


def _title(item: Attachment) -> str:
    return one_line(Path(item.file_name).stem.replace("_", " ")) or item.file_name
