"""Use cases of the library: bring sounds in; what can be done with them afterwards stands in shelf.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sqlalchemy import Connection

from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.room import require_room
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.library import states, store
from broadcaster.library.checks import Checks
from broadcaster.library.intake import place, storing
from broadcaster.library.model import Cart, CartKind, Cut, Imported, State
from broadcaster.library.shelf import Shelf
from broadcaster.library.source_file import fingerprint, opened, refuse_changed, shown_name, stamp

if TYPE_CHECKING:
    from broadcaster.library.decode import Cancelled, Progress
    from broadcaster.library.house import Made
    from broadcaster.library.voiced import VoicedPieces


@dataclass(frozen=True)
class _Wish:
    """What a new cart shall be called and belong to."""

    title: str
    kind: CartKind
    origin: str
    source: str
    directive_id: str = ""
    by: str = ""
    category: str = ""


Note = Callable[[Connection, Imported], None]
"""What else belongs into the unit of work that stores a sound."""


class LibraryService(Shelf):
    """Cuts and carts of one station."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock) -> None:
        super().__init__(database, home, settings, clock)
        self._pieces: VoicedPieces | None = None

    def add(self, path: Path, *, title: str = "", kind: CartKind = CartKind.MESSAGE, origin: str = "superior",
            directive_id: str = "", by: str = "", progress: Progress | None = None,
            cancelled: Cancelled | None = None) -> Imported:
        """Import one sound file; the source is never touched. Without a title: its tag, else its file name.

        Raises Refused: sound.*, file.*, disk.*, import.cancelled; nothing is stored then.
        """
        wish = _Wish(one_line(title), CartKind(kind), origin, "import", directive_id, by)
        return self._add(Path(path), wish, progress, cancelled)

    def known(self, original_sha256: str) -> Cart | None:
        """The item that came out of a source file with this hash, if its sound is still there."""
        with self._database.read() as connection:
            found = _known(connection, store.cut_of_original(connection, original_sha256))
        return found if found is not None and self._home.audio(found.cut.sha256).exists() else None

    def take(self, sound: Made, path: Path, original_sha256: str, *, title: str = "",
             kind: CartKind = CartKind.MESSAGE, origin: str = "superior", category: str = "", directive_id: str = "",
             by: str = "", note: Note | None = None) -> Imported:
        """Store what another process made of the file at `path`; `note` writes in the same unit of work.

        Raises Refused: disk.*, database.*, directive.unknown; nothing is stored then.
        """
        wish = _Wish(one_line(title), CartKind(kind), origin, "import", directive_id, by, category)
        return self._store(sound, wish, path, original_sha256, note)

    def add_shipped(self, path: Path, kind: CartKind, title: str) -> Cart:
        """A sound that comes with the program, as a draft like any other."""
        return self._add(Path(path), _Wish(one_line(title), CartKind(kind), "shipped", "shipped"), None, None).cart

    def store_speech(self, wav: Path, title: str) -> Cut:
        """A voiced text as a cut, without a cart; a sentence heard before costs next to nothing. Raises like `add`."""
        from broadcaster.library import voiced

        name = one_line(title)
        if self._pieces is None:
            self._pieces = voiced.VoicedPieces()
        self._home.create()
        with opened(Path(wav)) as file:
            form = voiced.made(file, name, self._home.run, self._settings.audio.target_lufs, self._pieces) \
                if voiced.suits(file) else self._made(file, name, None, None)
            with form as sound, storing(self._database, self._home, sound, "cut") as connection:
                return place(connection, self._home, sound, "voice", name, "", self._now())

    def store_recording(self, path: Path, title: str, progress: Progress | None = None,
                        cancelled: Cancelled | None = None) -> Cut:
        """A person's own voice, or a file of it, as a cut without a cart. Raises like `add`."""
        name = one_line(title)
        require_room(self._home.root)
        with opened(Path(path)) as file:
            before = stamp(file)
            with self._made(file, shown_name(Path(path)), progress, cancelled) as sound:
                refuse_changed(file, shown_name(Path(path)), before)
                with storing(self._database, self._home, sound, "cut") as connection:
                    return place(connection, self._home, sound, "recording", name, "", self._now())

    def store_produced(self, wav: Path, title: str) -> Cut:
        """A mix of words and music as a cut, without a cart; its level is left as it is. Raises Refused: disk.*."""
        from broadcaster.library import produced

        self._home.create()
        with produced.made(wav, one_line(title), self._home.run) as sound, \
                storing(self._database, self._home, sound, "cut") as connection:
            return place(connection, self._home, sound, "production", one_line(title), "", self._now())

    def replace_audio(self, cart_id: str, path: Path, by: str = "") -> Imported:
        """Another sound for a cart, which thereby needs a new approval. Raises like `add`, or cart.unknown."""
        old, name = self.get(cart_id), shown_name(Path(path))
        require_room(self._home.root)
        with opened(Path(path)) as file:
            before, original = stamp(file), fingerprint(file, name)
            with self._made(file, name, None, None) as sound:
                refuse_changed(file, name, before)
                with storing(self._database, self._home, sound, "cart", "cut", "audit", "approval") as connection:
                    cut = place(connection, self._home, sound, "import", name, original, self._now())
                    states.give_sound(connection, old, cut, "replace", by, self._now())
        return Imported(self.get(cart_id), cut.sha256 == old.cut.sha256, sound.warnings)

    def cut(self, sha256: str) -> Cut:
        """Raises Refused("cut.unknown")."""
        with self._database.read() as connection:
            found = store.cut(connection, sha256)
        if found is None:
            raise Refused("cut.unknown", f"no such sound: {sha256[:12]}", sha256=sha256)
        return found

    def made_at(self, sha256: str) -> str:
        """When a sound was stored first, ISO 8601; empty when it is not known."""
        with self._database.read() as connection:
            return store.cut_created_at(connection, sha256)

    def _add(self, path: Path, wish: _Wish, progress: Progress | None, cancelled: Cancelled | None) -> Imported:
        name = shown_name(path)
        with opened(path) as file:
            before, original = stamp(file), fingerprint(file, name)
            known = self.known(original)
            if known is not None:
                return Imported(known, known=True)
            require_room(self._home.root)
            with self._made(file, name, progress, cancelled) as sound:
                refuse_changed(file, name, before)
                return self._store(sound, wish, path, original)

    def _store(self, sound: Made, wish: _Wish, path: Path, original: str, note: Note | None = None) -> Imported:
        name = shown_name(path)
        title = wish.title or one_line(sound.source.title) or one_line(shown_name(Path(path.stem))) or "?"
        with storing(self._database, self._home, sound, "cart", "cut", "audit", "import_file") as connection:
            cut = place(connection, self._home, sound, wish.source, name, original, self._now())
            known = _known(connection, [cut.sha256])
            if known is not None:  # the same sound in another file, or another import was quicker
                return _noted(connection, Imported(known, known=True, warnings=sound.warnings), note)
            if wish.directive_id and not store.has_directive(connection, wish.directive_id):
                raise Refused("directive.unknown", f"no such letter: {wish.directive_id}", id=wish.directive_id)
            artist = sound.source.tags.artist
            cart = Cart(new_id(), wish.kind, title, cut, State.DRAFT, wish.origin, category=wish.category,
                        artist=artist, directive_id=wish.directive_id, author=wish.by, created_at=self._now(),
                        updated_at=self._now())
            store.add_cart(connection, cart)
            store.add_audit(connection, self._now(), wish.by, "cart.import", cart.id, file=name, original=original)
            warnings = Checks.from_json(cut.checks).warnings
            return _noted(connection, Imported(cart, warnings=warnings), note)

    @contextmanager
    def _made(self, file: IO[bytes], name: str, progress: Progress | None,
              cancelled: Cancelled | None) -> Iterator[Made]:
        # Decoders and numpy are loaded by whoever brings in a sound, not at the window's start.
        from broadcaster.library.house import made

        self._home.create()
        target = self._settings.audio.target_lufs
        with made(file, name, self._home.run, target, progress, cancelled) as sound:
            yield sound


def _noted(connection: Connection, imported: Imported, note: Note | None) -> Imported:
    if note is not None:
        note(connection, imported)
    return imported


def _known(connection: Connection, hashes: Sequence[str]) -> Cart | None:
    return next(iter(store.carts_of_cuts(connection, hashes)), None)
