"""Carts and cuts on a real database and real files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest
from library_sounds import babble, encode, wav
from sqlalchemy import insert, select, update

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, sha256_of, shipped
from broadcaster.base.settings import Settings
from broadcaster.db import schema
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.library import source_file
from broadcaster.library.model import CartKind, State
from broadcaster.library.service import LibraryService


@pytest.fixture
def database(home: StationHome) -> Iterator[Database]:
    migrate(home)
    opened = open_database(home.database)
    yield opened
    opened.close()


@pytest.fixture
def library(database: Database, home: StationHome, clock: VirtualClock) -> LibraryService:
    return LibraryService(database, home, Settings(), clock)


@pytest.fixture
def song(tmp_path: Path) -> Path:
    return encode(tmp_path / "Thông điệp 5K.mp3", babble(2.0))


def stored(home: StationHome) -> list[Path]:
    return sorted(path for folder in ("audio", "run") for path in (home.root / folder).rglob("*") if path.is_file())


def approve(database: Database, cart_id: str, audio: str) -> None:
    with database.write("cart") as connection:
        connection.execute(insert(schema.approval).values(
            id="a1", subject=f"cart:{cart_id}", audio_sha256=audio, approver="Phó Chủ tịch", approved_at="", seal="s"))
        connection.execute(update(schema.cart).where(schema.cart.c.id == cart_id)
                           .values(state=State.APPROVED.value, approval_id="a1"))


def voided(database: Database) -> str:
    with database.read() as connection:
        return str(connection.scalar(select(schema.approval.c.voided_reason)))


def test_an_import_stores_the_sound_under_its_hash(library: LibraryService, home: StationHome, song: Path) -> None:
    before = song.read_bytes()
    imported = library.add(song, kind=CartKind.MESSAGE, by="Cán bộ")
    cart = imported.cart
    assert (cart.title, cart.kind, cart.state, cart.origin, cart.author) == (
        "Thông điệp 5K", CartKind.MESSAGE, State.DRAFT, "superior", "Cán bộ")
    assert not imported.known
    assert stored(home) == [home.audio(cart.cut.sha256)]
    assert sha256_of(home.audio(cart.cut.sha256)) == cart.cut.sha256
    assert song.read_bytes() == before
    assert library.get(cart.id) == cart
    assert library.cut(cart.cut.sha256) == cart.cut


def test_the_same_file_again_is_known(library: LibraryService, home: StationHome, song: Path, tmp_path: Path) -> None:
    first = library.add(song)
    again = library.add(song, title="Khác")
    renamed = library.add(Path(shutil.copy(song, tmp_path / "x.dat")))
    assert again.known
    assert renamed.known
    assert {first.cart.id} == {again.cart.id, renamed.cart.id}
    assert library.count() == 1
    assert len(stored(home)) == 1


def test_the_same_sound_in_another_file_is_known(library: LibraryService, tmp_path: Path) -> None:
    sound = babble(2.0)
    first = library.add(encode(tmp_path / "a.flac", sound))
    second = library.add(encode(tmp_path / "b.ogg", sound))
    assert second.known
    assert second.cart.id == first.cart.id


def test_two_imports_at_once_make_one_cart(library: LibraryService, home: StationHome, song: Path) -> None:
    results = []
    threads = [threading.Thread(target=lambda: results.append(library.add(song))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({result.cart.id for result in results}) == 1
    assert sorted(result.known for result in results) == [False, True, True, True]
    assert library.count() == 1
    assert len(stored(home)) == 1


@pytest.mark.parametrize("name", [
    "loa 📢 phường.mp3", unicodedata.normalize("NFD", "Hỏa tốc đêm.mp3"), "a" * 251 + ".mp3",
    """it's "quoted" ’.mp3""", "two\nlines.mp3", "-rf.mp3", " .mp3", "%s{0}.mp3",
])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names itself")
def test_any_name_a_file_may_have(library: LibraryService, song: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(song.read_bytes())
    cart = library.add(path).cart
    assert cart.title
    assert cart.title == unicodedata.normalize("NFC", cart.title)
    assert "\n" not in cart.title + cart.cut.original_name


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are not text")
def test_a_name_that_is_no_unicode(library: LibraryService, song: Path, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/tin \xf4\xff.mp3"))
    path.write_bytes(song.read_bytes())
    assert library.add(path).cart.title.startswith("tin ")


def test_title_from_the_tag_or_as_told(library: LibraryService, tmp_path: Path) -> None:
    path = encode(tmp_path / "track01.mp3", babble(2.0), title="Bản tin \t sáng")
    assert library.add(path).cart.title == "Bản tin sáng"
    other = encode(tmp_path / "track02.mp3", babble(2.0, seed=2), title="Khác")
    told = library.add(other, title="x" * 5000 + "\n").cart.title
    assert told.startswith("xxx")
    assert len(told) == 300


def test_missing_and_unusual_paths_are_refused(library: LibraryService, home: StationHome, tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.mp3", "file.missing"), (tmp_path, "file.unreadable"),
                       (tmp_path / "a\0b", "file.missing")):
        with pytest.raises(Refused) as caught:
            library.add(path)
        assert caught.value.code == code
    assert stored(home) == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted on Windows")
def test_a_source_deleted_meanwhile_is_still_imported(library: LibraryService, tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", babble(20.0))
    assert library.add(path, progress=lambda share: path.unlink(missing_ok=True)).cart.cut.seconds > 19
    assert not path.exists()


def test_a_source_still_being_copied_is_refused(library: LibraryService, home: StationHome, tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", babble(20.0))

    def grow(share: float) -> None:
        with path.open("ab") as file:
            file.write(b"more")

    with pytest.raises(Refused) as caught:
        library.add(path, progress=grow)
    assert caught.value.code == "file.changing"
    assert (stored(home), library.count()) == ([], 0)


def test_cancelled_and_broken_imports_leave_nothing(library: LibraryService, home: StationHome, song: Path,
                                                    tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp3"
    broken.write_bytes(song.read_bytes()[: song.stat().st_size // 3])
    with pytest.raises(Refused, match="damaged"):
        library.add(broken)
    with pytest.raises(Refused, match="stopped"):
        library.add(song, cancelled=lambda: True)
    with pytest.raises(Refused) as caught:
        library.add(song, directive_id="none")
    assert caught.value.code == "directive.unknown"
    assert (stored(home), library.count()) == ([], 0)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs root to mount a tiny disk")
def test_a_full_disk_leaves_nothing(library: LibraryService, home: StationHome, tmp_path: Path) -> None:
    song = encode(tmp_path / "long.mp3", babble(20.0))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(home.run)], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        with pytest.raises(Refused) as caught:
            library.add(song)
        assert caught.value.code == "disk.full"
        assert (stored(home), library.count()) == ([], 0)
    finally:
        subprocess.run(["umount", str(home.run)], check=True)
    assert not library.add(song).known


def test_a_failed_unit_of_work_takes_its_file_along(library: LibraryService, home: StationHome, song: Path,
                                                    database: Database) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("CREATE TRIGGER no BEFORE INSERT ON cart BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        library.add(song)
    assert (stored(home), library.count()) == ([], 0)


def test_a_lost_sound_file_is_whole_again_after_another_import(library: LibraryService, home: StationHome,
                                                               song: Path) -> None:
    cart = library.add(song).cart
    home.audio(cart.cut.sha256).unlink()
    assert library.add(song).cart.id == cart.id
    assert sha256_of(home.audio(cart.cut.sha256)) == cart.cut.sha256


def test_search_needs_no_accents(library: LibraryService, tmp_path: Path) -> None:
    titles = ["Phòng chống bão số 3", "Tiêm chủng đợt hai", "Phòng cháy chữa cháy"]
    for seed, title in enumerate(titles):
        library.add(wav(tmp_path / f"{seed}.wav", babble(1.0, seed=seed)), title=title, kind=list(CartKind)[seed])
    assert [cart.title for cart in library.find("dot HAI")] == [titles[1]]
    assert {cart.title for cart in library.find("phong")} == {titles[0], titles[2]}
    assert {cart.title for cart in library.find("phòng ch")} == {titles[0], titles[2]}
    assert library.find("""' OR "1"="1" * NEAR(""") == []
    assert library.count("phong") == 2
    assert library.count("phong", [CartKind.NEWS]) == 1
    ids = library.ids()
    assert [cart.id for cart in library.rows([*reversed(ids), "gone"])] == list(reversed(ids))
    assert [cart.id for cart in library.find(limit=1, offset=1)] == [ids[1]]


def test_rename_is_found_under_the_new_title_only(library: LibraryService, tmp_path: Path, clock: VirtualClock) -> None:
    cart = library.add(wav(tmp_path / "0.wav", babble(1.0)), title="Cũ kỹ").cart
    clock.advance(60)
    renamed = library.rename(cart.id, "Mới\ntinh", by="Cán bộ")
    assert renamed.title == "Mới tinh"
    assert renamed.updated_at > cart.updated_at
    assert library.find("cu ky") == []
    assert [found.id for found in library.find("moi tinh")] == [cart.id]
    with pytest.raises(Refused) as caught:
        library.rename(cart.id, " \n")
    assert caught.value.code == "cart.title"
    assert library.set_kind(cart.id, CartKind.NEWS).kind is CartKind.NEWS


def test_another_sound_voids_the_approval(library: LibraryService, database: Database, song: Path,
                                          tmp_path: Path) -> None:
    cart = library.add(song).cart
    approve(database, cart.id, cart.cut.sha256)
    assert library.replace_audio(cart.id, song).known
    assert library.get(cart.id).state is State.APPROVED
    changed = library.replace_audio(cart.id, wav(tmp_path / "new.wav", babble(2.0, seed=9))).cart
    assert (changed.state, changed.approval_id, changed.title) == (State.DRAFT, "", cart.title)
    assert changed.cut.sha256 != cart.cut.sha256
    assert voided(database) == "audio changed"


def test_withdrawn_items_are_unapproved_hidden_and_can_come_back(library: LibraryService, database: Database,
                                                                 home: StationHome, song: Path) -> None:
    cart = library.add(song).cart
    approve(database, cart.id, cart.cut.sha256)
    gone = library.withdraw(cart.id, "Phó Chủ tịch", "hết hạn")
    assert (gone.state, gone.approval_id, voided(database)) == (State.WITHDRAWN, "", "withdrawn")
    assert library.find() == []
    assert [found.id for found in library.find(states=[State.WITHDRAWN])] == [cart.id]
    assert home.audio(cart.cut.sha256).exists()
    assert library.restore(cart.id).state is State.DRAFT


def test_renaming_does_not_void(library: LibraryService, database: Database, song: Path) -> None:
    cart = library.add(song).cart
    approve(database, cart.id, cart.cut.sha256)
    assert replace(library.rename(cart.id, "Khác"), title=cart.title, updated_at="") == replace(
        cart, state=State.APPROVED, approval_id="a1", updated_at="")


def test_speech_becomes_a_cut_without_a_cart(library: LibraryService, home: StationHome, tmp_path: Path) -> None:
    path = wav(tmp_path / "speech.wav", 0.2 * babble(2.0, rate=22_050), rate=22_050)
    cut = library.store_speech(path, "Bản tin")
    assert (cut.source, cut.lufs) == ("voice", pytest.approx(-18.0, abs=0.1))
    assert library.store_speech(path, "Bản tin") == cut
    assert library.count() == 0
    assert stored(home) == [home.audio(cut.sha256)]


def test_shipped_sounds_are_stored_once(library: LibraryService) -> None:
    tune = library.add_shipped(shipped("resources", "audio", "nhac-hieu.flac"), CartKind.SIGNATURE, "Nhạc hiệu")
    again = library.add_shipped(shipped("resources", "audio", "nhac-hieu.flac"), CartKind.SIGNATURE, "Nhạc hiệu")
    assert tune.id == again.id
    assert (tune.origin, tune.cut.source, tune.kind) == ("shipped", "shipped", CartKind.SIGNATURE)
    assert tune.cut.lufs == pytest.approx(-18.0, abs=0.1)


def test_unknown_things_are_refused(library: LibraryService) -> None:
    for ask, code in ((lambda: library.get("x"), "cart.unknown"), (lambda: library.cut("x"), "cut.unknown"),
                      (lambda: library.withdraw("x"), "cart.unknown")):
        with pytest.raises(Refused) as caught:
            ask()
        assert caught.value.code == code


class FailingFile:
    """A file on a stick that is pulled out after some reads."""

    def __init__(self, file: IO[bytes], reads: int) -> None:
        self._file = file
        self._left = reads

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def read(self, size: int = -1) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise OSError(5, "Input/output error")
        return self._file.read(size)


@pytest.mark.parametrize("reads", [0, 3, 5, 8])
def test_a_stick_pulled_out_is_said_plainly(library: LibraryService, home: StationHome, tmp_path: Path, reads: int,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """The medium is to blame, not our disk."""
    path = encode(tmp_path / "long.mp3", babble(20.0))

    @contextmanager
    def failing(source: Path) -> Iterator[object]:
        with source_file.opened(source) as file:
            yield FailingFile(file, reads)

    monkeypatch.setattr("broadcaster.library.service.opened", failing)
    with pytest.raises(Refused) as caught:
        library.add(path)
    assert caught.value.code == "file.unreadable"
    assert (stored(home), library.count()) == ([], 0)
