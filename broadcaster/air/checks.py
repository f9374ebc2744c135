"""Whether a planned item's sound is there and unaltered."""

from __future__ import annotations

import logging
import os
from concurrent.futures import Executor, Future, ThreadPoolExecutor

from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.rundown import Relay

log = logging.getLogger(__name__)


class ImmediateExecutor(Executor):
    """Runs work on the spot: in virtual time nobody may wait for a thread."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[object] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def background() -> Executor:
    """One thread: hashing must not compete with the sound."""
    return ThreadPoolExecutor(1, thread_name_prefix="check")


Stamp = tuple[int, int, int, int, int]
"""What of a file differs once somebody wrote to it or put another in its place."""


def stamp_of(state: os.stat_result) -> Stamp:
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def stamp(home: StationHome, sha256: str) -> Stamp | None:
    """Of a cut's file; None: there is none."""
    try:
        return stamp_of(home.audio(sha256).stat())
    except (OSError, ValueError):
        return None


def check_file(home: StationHome, sha256: str) -> Reason:
    """Compare the file with its name."""
    try:
        return Reason.NONE if sha256_of(home.audio(sha256)) == sha256 else Reason.FILE_ALTERED
    except (OSError, ValueError):  # ValueError: a name no file can have
        return Reason.FILE_MISSING
    except Exception:  # whoever waits for the answer is the player itself
        log.exception("the check of %s broke off", sha256)
        return Reason.PROGRAM_ERROR


def check_relay(home: StationHome, relay: Relay, sha256: str) -> Reason:
    """Whether the relay is the one that was approved, and what replaces it is there."""
    if relay.digest() != sha256:
        return Reason.FILE_ALTERED
    return check_file(home, relay.fallback.sha256) if relay.fallback else Reason.NONE
