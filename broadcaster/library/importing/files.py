"""Which files are meant: folders walked, what is no sound left out, any name taken as it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from broadcaster.library.importing.model import Found, FoundFile
from broadcaster.library.source_file import shown_name

SOUND_SUFFIXES = frozenset({
    ".mp3", ".m4a", ".mp4", ".aac", ".wav", ".flac", ".ogg", ".oga", ".opus", ".wma", ".amr", ".3gp", ".aif", ".aiff",
    ".webm", ".mka", ".caf", ".w64", ".au", ".ac3", ".ape", ".wv",
})
"""Looked for in a folder. A file named by hand is tried whatever it is called: the content decides."""
MOST_FILES = 20_000
_DEEPEST = 60
_NOT_OURS = frozenset({"$recycle.bin", "system volume information", "__macosx", "lost+found", "recycler", "found.000"})
_HIDDEN_OR_SYSTEM = 0x2 | 0x4
_JUNCTION = 0xA0000003
_AS_BYTES = "bytes:"


def files_of(paths: Sequence[Path], most: int = MOST_FILES) -> Found:
    """The files named, and the sounds inside the folders named, each once.

    Links inside a folder are not followed: what they show lies there too, or outside of what was chosen.
    """
    found: dict[Path, FoundFile] = {}
    unreadable: list[str] = []
    left_out = 0
    for path in paths:
        whole = Path(path).absolute()
        for file in _inside(whole, unreadable) if _is_folder(whole) else [_file(whole)]:
            if file.path in found:
                continue
            if len(found) < most:
                found[file.path] = file
            else:
                left_out += 1
    return Found(tuple(found.values()), left_out, tuple(unreadable))


def _is_folder(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def _file(path: Path) -> FoundFile:
    """A file named by hand; when it is not there, that becomes its verdict."""
    with suppress(OSError, ValueError):
        state = path.stat()
        return FoundFile(path, state.st_size, state.st_mtime_ns)
    return FoundFile(path, 0, 0)


def _inside(top: Path, unreadable: list[str]) -> Iterator[FoundFile]:
    waiting = [(top, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            unreadable.append(shown_name(folder))
            continue
        deeper = []
        for entry in inside:
            with suppress(OSError):
                if _passed_over(entry):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    deeper.append((Path(entry.path), depth + 1))
                elif entry.is_file(follow_symlinks=False) and Path(entry.name).suffix.lower() in SOUND_SUFFIXES:
                    state = entry.stat(follow_symlinks=False)
                    yield FoundFile(Path(entry.path), state.st_size, state.st_mtime_ns)
        if depth < _DEEPEST:
            waiting += reversed(deeper)


def _passed_over(entry: os.DirEntry[str]) -> bool:
    """Hidden things, what the system keeps on a stick, links."""
    if entry.name.startswith(".") or entry.name.lower() in _NOT_OURS or entry.is_symlink():
        return True
    state = entry.stat(follow_symlinks=False)
    return bool(getattr(state, "st_file_attributes", 0) & _HIDDEN_OR_SYSTEM
                or getattr(state, "st_reparse_tag", 0) == _JUNCTION)


def is_plain_file(path: Path) -> bool:
    """Neither a pipe nor a device, which would be waited for without end; True also for what is not there."""
    with suppress(OSError, ValueError):
        return stat.S_ISREG(path.stat().st_mode)
    return True


def kept(path: Path) -> str:
    """A path as the database can hold it, whatever bytes its name has."""
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _AS_BYTES + os.fsencode(text).hex()
    return text


def path_of(text: str) -> Path:
    """The path `kept` wrote."""
    return Path(os.fsdecode(bytes.fromhex(text.removeprefix(_AS_BYTES)))) if text.startswith(_AS_BYTES) else Path(text)


def openable(path: Path, system: str = os.name) -> Path:
    r"""On Windows a name such as CON.mp3 or one ending in a dot is a device or another file, unless under \\?\."""
    text = str(path)
    if system != "nt" or text.startswith("\\\\"):
        return path
    return Path("\\\\?\\" + text)
