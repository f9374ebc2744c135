"""Voice packs from a stick: looked at, tried, taken in whole or not at all, put away with a way back."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings
from broadcaster.speech import pack_shelf
from broadcaster.speech.pack_shelf import PackShelf
from broadcaster.speech.service import SpeechService

PACKS = Path(__file__).parents[2] / "data" / "voices"
MODEL = "vi_VN-tiny-medium.onnx"
NAME = "vi_vn-tiny-medium"


@pytest.fixture
def shelf(tmp_path: Path) -> PackShelf:
    return PackShelf(tmp_path / "voices" / "packs")


@pytest.fixture
def speech(tmp_path: Path) -> Iterator[SpeechService]:
    service = SpeechService(Settings(), cache=tmp_path / "voices" / "cache")
    yield service
    service.close()


def silent(_folder: Path, _name: str) -> None:
    """A trial that is content with anything."""


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def tiny() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (PACKS / "tiny").iterdir()}


def described(change: Callable[[dict], object]) -> dict[str, bytes]:
    """The tiny pack with another description."""
    body = json.loads(tiny()[f"{MODEL}.json"])
    change(body)
    return {**tiny(), f"{MODEL}.json": json.dumps(body).encode()}


def refused(shelf: PackShelf, path: Path, try_out: Callable[[Path, str], None] = silent) -> Refused:
    with pytest.raises(Refused) as refusal:
        shelf.install(path, try_out)
    assert shelf.packs() == []
    assert shelf._folder is not None
    assert list(shelf._folder.iterdir()) == []  # nothing half-made
    return refusal.value


def test_pack_speaks_after_it_was_installed(speech: SpeechService, tmp_path: Path) -> None:
    shares: list[float] = []
    pack = speech.install_pack(PACKS / "tiny-two", shares.append)
    assert (pack.name, pack.sample_rate, pack.speakers) == ("vi_vn-two-low", 16_000, ("giong-1", "giong-2"))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert "piper:vi_vn-two-low#1" in {voice.id for voice in speech.voices()}
    wav = speech.synthesise("Xin chào bà con. Mai họp thôn.", tmp_path, "piper:vi_vn-two-low#1")
    assert wav.stat().st_size > 10_000
    speech.remove_pack("vi_vn-two-low")
    assert {voice.engine for voice in speech.voices()} == {"espeak"}
    with pytest.raises(Refused) as refusal:
        speech.synthesise("Mốt họp thôn.", tmp_path, "piper:vi_vn-two-low#1")
    assert refusal.value.code == "speech.unknown_voice"
    speech.restore_pack("vi_vn-two-low")
    assert "piper:vi_vn-two-low#0" in {voice.id for voice in speech.voices()}


def test_licence_is_read_before_anything_is_installed(shelf: PackShelf, tmp_path: Path) -> None:
    for path in (PACKS / "tiny", zipped(tmp_path / "a.zip", tiny())):
        pack = shelf.look(path)
        assert pack.licence == "CC0-1.0, made for the tests of this project"
        assert "Model card" in pack.licence_text
        assert pack.sha256 == ""
    assert shelf.packs() == []


def test_pack_without_papers_says_so(shelf: PackShelf, tmp_path: Path) -> None:
    files = {name: content for name, content in tiny().items() if name.startswith(MODEL)}
    assert (shelf.look(zipped(tmp_path / "a.zip", files)).licence_text, shelf.packs()) == ("", [])


def test_zip_and_folder_give_the_same_pack(shelf: PackShelf, tmp_path: Path) -> None:
    first = shelf.install(PACKS / "tiny", silent)
    inside = {f"vi/medium/{name}": data for name, data in tiny().items()}
    again = shelf.install(zipped(tmp_path / "a.zip", inside), silent)
    assert first == again
    assert shelf.packs() == [first]
    assert shelf.removed() == []  # the same pack again changes nothing


def test_another_pack_of_the_name_keeps_the_old_one_back(shelf: PackShelf, tmp_path: Path) -> None:
    first = shelf.install(PACKS / "tiny", silent)
    other = shelf.install(zipped(tmp_path / "a.zip", described(lambda body: body["audio"].update(quality="x"))), silent)
    assert other.name == first.name
    assert other.sha256 != first.sha256
    assert shelf.packs() == [other]
    assert shelf.removed() == [first]
    assert shelf.restore(first.name) == first
    assert shelf.removed() == [other]


@pytest.mark.parametrize(("files", "code"), [
    ({}, "speech.pack_files"),
    ({"README.md": b"x", "a.txt": b"x"}, "speech.pack_files"),
    ({MODEL: b"x"}, "speech.pack_files"),
    ({f"{MODEL}.json": b"{}"}, "speech.pack_files"),
    ({**tiny(), "b.onnx": b"x", "b.onnx.json": b"{}"}, "speech.pack_several"),
    ({**tiny(), f"{MODEL}.json": b"\xff\xfe{"}, "speech.pack_broken"),
    ({**tiny(), f"{MODEL}.json": b"[" * 100_000}, "speech.pack_broken"),
    ({**tiny(), f"{MODEL}.json": b" " * (2 << 20)}, "speech.pack_broken"),
    ({**tiny(), f"{MODEL}.json": b"[]"}, "speech.pack_json"),
    (described(lambda body: body.pop("phoneme_id_map")), "speech.pack_json"),
    (described(lambda body: body.pop("espeak")), "speech.pack_json"),
    (described(lambda body: body.update(audio={"sample_rate": "22050"})), "speech.pack_json"),
    (described(lambda body: body.update(audio={"sample_rate": 4_000_000_000})), "speech.pack_json"),
    (described(lambda body: body.update(num_speakers=10**9)), "speech.pack_json"),
    (described(lambda body: body.update(espeak={"voice": "en-us"})), "speech.pack_language"),
    (described(lambda body: body.update(espeak={"voice": "vietnam"})), "speech.pack_language"),
    (described(lambda body: body.update(phoneme_type="pinyin")), "speech.pack_language"),
])
def test_wrong_packs_are_refused(files: dict[str, bytes], code: str, shelf: PackShelf, tmp_path: Path) -> None:
    assert refused(shelf, zipped(tmp_path / "a.zip", files)).code == code


@pytest.mark.parametrize("model", [b"", b"not a model", b"\x08\x08" + b"\0" * 4000, tiny()[MODEL][:300]])
def test_model_that_cannot_speak_is_refused(model: bytes, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {**tiny(), MODEL: model})
    service = SpeechService(Settings(), cache=tmp_path / "voices" / "cache")
    with pytest.raises(Refused) as refusal:
        service.install_pack(path)
    assert refusal.value.code == "speech.pack_broken"
    assert service.packs() == []
    assert list((tmp_path / "voices" / "packs").iterdir()) == []
    service.close()


@pytest.mark.parametrize("name", ["../../../escaped/" + MODEL, "/etc/" + MODEL, "C:\\x\\" + MODEL, "..\\" + MODEL])
def test_paths_in_a_zip_lead_nowhere(name: str, shelf: PackShelf, tmp_path: Path) -> None:
    files = {name: tiny()[MODEL], f"{name}.json": tiny()[f"{MODEL}.json"]}
    shelf.install(zipped(tmp_path / "a.zip", files), silent)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"a.zip", *(f"voices/packs/{NAME}/{part}" for part in (MODEL, f"{MODEL}.json", "pack.json"))}


def test_zip_that_swells_is_refused(shelf: PackShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_shelf, "MOST_BYTES", 5 << 20)
    honest = zipped(tmp_path / "a.zip", {**tiny(), MODEL: b"\0" * (6 << 20)})
    assert honest.stat().st_size < 100_000
    assert refused(shelf, honest).code == "speech.pack_too_large"


def test_zip_that_lies_about_its_size_is_refused(shelf: PackShelf, tmp_path: Path,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_shelf, "MOST_BYTES", 5 << 20)
    path = zipped(tmp_path / "a.zip", {**tiny(), MODEL: b"\0" * (6 << 20)})
    size = (6 << 20).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (600).to_bytes(4, "little")))
    assert refused(shelf, path).code in {"speech.pack_too_large", "speech.pack_broken"}


@pytest.mark.parametrize("damage", [
    lambda data: data[:len(data) // 2], lambda data: data[:200] + b"\0" * 400 + data[600:],
    lambda data: b"PK\x03\x04" + b"\0" * 300, lambda data: b"", lambda data: b"Rar!"])
def test_damaged_zip_is_refused(damage: Callable[[bytes], bytes], shelf: PackShelf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", tiny())
    path.write_bytes(damage(path.read_bytes()))
    assert refused(shelf, path).code in {"speech.pack_broken", "speech.pack_files", "speech.pack_json"}


def test_zip_with_a_password_is_refused(shelf: PackShelf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", tiny())
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    path.write_bytes(data)
    assert refused(shelf, path).code == "speech.pack_broken"


def test_zip_of_countless_files_is_refused(shelf: PackShelf, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{number}.txt": b"" for number in range(2_100)})
    assert refused(shelf, path).code == "speech.pack_broken"


def test_missing_place_is_refused(shelf: PackShelf, tmp_path: Path) -> None:
    assert refused(shelf, tmp_path / "no.zip").code == "file.missing"
    (tmp_path / "empty").mkdir()
    assert refused(shelf, tmp_path / "empty").code == "speech.pack_files"


def test_stopped_install_leaves_nothing(shelf: PackShelf) -> None:
    for asked in (1, 3, 4):
        answers = iter([False] * asked + [True] * 9)
        with pytest.raises(Refused) as refusal:
            shelf.install(PACKS / "tiny", silent, cancelled=lambda answers=answers: next(answers))
        assert refusal.value.code == "speech.pack_cancelled"
        assert shelf._folder is not None
        assert list(shelf._folder.iterdir()) == []


def test_altered_pack_is_not_spoken_with(speech: SpeechService, tmp_path: Path) -> None:
    speech.install_pack(PACKS / "tiny")
    description = tmp_path / "voices" / "packs" / NAME / f"{MODEL}.json"
    description.write_text(description.read_text().replace("22050", "16000"))
    with pytest.raises(Refused) as refusal:
        speech.synthesise("Xin chào.", tmp_path / "out", f"piper:{NAME}")
    assert refusal.value.code == "speech.pack_broken"


def test_damaged_record_hides_the_pack_alone(shelf: PackShelf) -> None:
    shelf.install(PACKS / "tiny", silent)
    shelf.install(PACKS / "tiny-two", silent)
    assert shelf._folder is not None
    (shelf._folder / NAME / "pack.json").write_text("{")
    assert [pack.name for pack in shelf.packs()] == ["vi_vn-two-low"]


def test_unknown_pack_cannot_be_put_away(shelf: PackShelf) -> None:
    for name in ("no", "", "..", "../packs"):
        for act in (shelf.remove, shelf.restore):
            with pytest.raises(Refused) as refusal:
                act(name)
            assert refusal.value.code == "speech.pack_unknown"


def test_folder_with_other_things_gives_only_the_pack(shelf: PackShelf, tmp_path: Path) -> None:
    stick = tmp_path / "USB của xã"
    shutil.copytree(PACKS / "tiny", stick)
    (stick / "phim.mp4").write_bytes(b"\0" * 1000)
    (stick / "thư mục").mkdir()
    (stick / "autorun.exe").write_bytes(b"MZ")
    shelf.install(stick, silent)
    assert shelf._folder is not None
    found = {path.name for path in (shelf._folder / NAME).iterdir()}
    assert found == {MODEL, f"{MODEL}.json", "MODEL_CARD", "pack.json"}



def test_what_a_killed_installation_left_goes_with_the_next_one(shelf: PackShelf, tmp_path: Path) -> None:
    pack = zipped(tmp_path / "voice.zip", tiny())
    shelf.install(pack, silent)
    packs = tmp_path / "voices" / "packs"
    old, young = packs / ".new-old", packs / ".new-young"
    for left in (old, young):
        left.mkdir()
        (left / "half.onnx").write_bytes(b"x")
    os.utime(old, (1, 1))
    shelf.remove(shelf.packs()[0].name)
    shelf.install(pack, silent)
    assert (old.exists(), young.exists()) == (False, True)
