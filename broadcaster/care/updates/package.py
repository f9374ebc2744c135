"""The update file itself: whose it is, whether it is whole, and out of the zip into a folder of its own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError, Refused, Tampered
from broadcaster.base.paths import shipped, sync_folder, unwritable
from broadcaster.care.updates.model import FileEntry, Manifest, damaged, manifest_from

MANIFEST, SIGNATURE, FILES = "manifest.json", "manifest.sig", "files/"
_LARGEST_LIST = 8_000_000
_BLOCK = 1 << 20
_SPARE = 300_000_000
"""Bytes the disk keeps free beside the new version."""

Told = Callable[[float], object]


def release_keys() -> tuple[str, ...]:
    """The public halves that may have signed an update, hex, a line each; `#` begins a remark."""
    lines = shipped("resources", "keys", "release.pub").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def read_manifest(path: Path, keys: Sequence[str] | None = None) -> Manifest:
    """What the file says, once its signature holds. Reads little: the files themselves are checked by `unpack`.

    Raises Refused update.no_key (this program knows no maker's key), update.unreadable, update.damaged,
    update.unsigned, update.too_big; Tampered; NewerFormat.
    """
    known = release_keys() if keys is None else keys
    if not known:
        raise Refused("update.no_key", "this copy of the program knows no key to check updates with: it takes none")
    try:
        with zipfile.ZipFile(path) as archive:
            raw = _small(archive, MANIFEST, _LARGEST_LIST)
            signature = _small(archive, SIGNATURE, 1_000)
    except (OSError, RuntimeError, NotImplementedError, zlib.error, EOFError, ValueError) as error:
        raise Refused("update.unreadable", f"cannot read {path}: {error}", name=path.name,
                      detail=str(error)) from error
    except zipfile.BadZipFile as error:
        raise damaged(str(error)) from error
    _verify(raw, signature, known, path.name)
    return manifest_from(raw)


def unpack(path: Path, manifest: Manifest, target: Path, told: Told = lambda part: None) -> None:
    """Every file of the manifest into `target` (made here), each checked against its digest while it is written.

    Raises as `read_manifest`, and disk.full, disk.unwritable; then nothing is left of `target`.
    """
    shutil.rmtree(target, ignore_errors=True)
    try:
        target.mkdir(parents=True)
        _check_room(target, manifest)
        done = 0
        with zipfile.ZipFile(path) as archive:
            for entry in manifest.files:
                place = target / entry.path
                place.parent.mkdir(parents=True, exist_ok=True)
                if entry.link:
                    place.symlink_to(entry.link)
                    continue
                _write(archive, entry, place)
                done += entry.bytes
                told(done / max(1, manifest.size))
        _sync(target)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        shutil.rmtree(target, ignore_errors=True)
        raise damaged(str(error)) from error
    except OSError as error:
        shutil.rmtree(target, ignore_errors=True)
        if error.filename is None and error.errno is None:
            raise damaged(str(error)) from error
        raise unwritable(target, error) from error
    except BroadcasterError:
        shutil.rmtree(target, ignore_errors=True)
        raise


def check_tree(folder: Path, manifest: Manifest) -> None:
    """What lies on the disk is what was signed. Raises Refused("update.damaged")."""
    for entry in manifest.files:
        place = folder / entry.path
        if entry.link:
            if not place.is_symlink() or str(place.readlink()) != entry.link:
                raise damaged(f"{entry.path} is not as it was made")
        elif not place.is_file() or place.stat().st_size != entry.bytes or _digest(place) != entry.sha256:
            raise damaged(f"{entry.path} is not as it was made")


def write_update(collection: Path, path: Path, facts: dict[str, Any], private_key: bytes) -> Manifest:
    """Make an update file out of a finished collection; for tools/make_update.py and tests.

    `facts`: version, platform, made_at, schema, news. `private_key`: 32 raw bytes (Ed25519).
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    entries = [_entry(collection, place) for place in sorted(collection.rglob("*"))
               if place.is_symlink() or place.is_file()]
    files = [vars(entry) for entry in entries]
    raw = json.dumps({"format": 1, **facts, "files": files}, ensure_ascii=False, indent=1).encode()
    manifest = manifest_from(raw)
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(raw).hex()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(MANIFEST, raw)
        archive.writestr(SIGNATURE, signature)
        for entry in entries:
            if not entry.link:
                archive.write(collection / entry.path, FILES + entry.path)
    return manifest


def _small(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    try:
        with archive.open(name) as file:
            raw = file.read(limit + 1)
    except KeyError as error:
        raise damaged(f"{name} is not in it") from error
    if len(raw) > limit:
        raise damaged(f"{name} is too long")
    return raw


def _verify(raw: bytes, signature: bytes, keys: Sequence[str], name: str) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature.decode()), raw)
        except (InvalidSignature, ValueError):
            continue
        return
    raise Tampered("update.unsigned", f"{name} is not signed by the makers of this program", name=name)


def _write(archive: zipfile.ZipFile, entry: FileEntry, place: Path) -> None:
    """Never more bytes than were promised, whatever the zip blows up to."""
    digest, left = hashlib.sha256(), entry.bytes
    try:
        source = archive.open(FILES + entry.path)
    except KeyError as error:
        raise damaged(f"{entry.path} is not in it") from error
    with source, place.open("xb") as file:
        while block := source.read(min(_BLOCK, left + 1)):
            left -= len(block)
            if left < 0:
                raise damaged(f"{entry.path} is longer than it says")
            digest.update(block)
            file.write(block)
        if left or digest.hexdigest() != entry.sha256:
            raise damaged(f"{entry.path} is not as it was made")
        file.flush()
        os.fsync(file.fileno())
    if entry.executable:
        place.chmod(0o755)


def _check_room(target: Path, manifest: Manifest) -> None:
    free = shutil.disk_usage(target).free
    if free < manifest.size + _SPARE:
        raise Refused("update.no_room", f"{manifest.size} bytes are needed, {free} are free",
                      needed_mb=(manifest.size + _SPARE) // 1_000_000, free_mb=free // 1_000_000)


def _sync(folder: Path) -> None:
    """The new folders themselves; the files were synced one by one."""
    for each in (folder, *(place for place in folder.rglob("*") if place.is_dir() and not place.is_symlink())):
        sync_folder(each)


def _entry(collection: Path, place: Path) -> FileEntry:
    name = place.relative_to(collection).as_posix()
    if place.is_symlink():
        return FileEntry(name, link=str(place.readlink()).replace("\\", "/"))
    return FileEntry(name, _digest(place), place.stat().st_size, bool(place.stat().st_mode & 0o100))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
