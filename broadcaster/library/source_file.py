"""The file a sound comes from: opened, known by its bytes, watched for changes; nothing here knows the station."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.library.containers import unreadable_file


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The source, held open for the whole import: deleting or renaming it meanwhile harms nothing.

    Raises Refused: file.missing, file.unreadable.
    """
    name = shown_name(path)
    try:
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refused("file.missing", f"there is no file {name}", name=name) from error
    except IsADirectoryError as error:
        raise Refused("file.unreadable", f"{name} is a folder", name=name, detail="folder") from error
    except ValueError as error:  # a NUL in the name
        raise Refused("file.missing", f"there is no file {name}", name=name) from error
    except OSError as error:
        raise unreadable_file(name, error) from error
    with file:
        yield file


def fingerprint(file: IO[bytes], name: str) -> str:
    """sha256 of the source as it is now."""
    digest = hashlib.sha256()
    try:
        file.seek(0)
        while block := file.read(1 << 20):
            digest.update(block)
    except OSError as error:
        raise unreadable_file(name, error) from error
    return digest.hexdigest()


def stamp(file: IO[bytes]) -> tuple[int, int]:
    """Size and time of change, to see later whether the source was still being copied."""
    state = os.fstat(file.fileno())
    return state.st_size, state.st_mtime_ns


def refuse_changed(file: IO[bytes], name: str, before: tuple[int, int]) -> None:
    """Raise Refused("file.changing") when the source grew or was rewritten since `before`."""
    if stamp(file) != before:
        raise Refused("file.changing", f"{name} changed while it was read: is it still being copied?", name=name)


def shown_name(path: Path) -> str:
    """A file's name as it can be printed and stored: undecodable bytes and control characters replaced."""
    return one_line(path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), 255)
