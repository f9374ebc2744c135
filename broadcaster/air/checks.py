"""Whether a planned item's sound is there and unaltered."""

from __future__ import annotations

import logging
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
