"""PortAudio is one per process: starting it anew closes every stream in it, inputs as well as outputs.

It knows only the devices it saw when it started, so somebody must start it anew when one is plugged in. Whoever has
a stream joins here, and is told to close it first: a stream that PortAudio has closed by itself leaves an address
behind, and closing that address again could close another's stream.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import logging
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Protocol

log = logging.getLogger(__name__)

_lock = threading.RLock()
_tenants: list[Tenant] = []
_ended = False
_END_SECONDS = 3.0


class Tenant(Protocol):
    """Has a stream, or may have one."""

    def release(self) -> None:
        """Close your stream now, and open it again by yourself afterwards."""
        ...


def join(tenant: Tenant) -> None:
    """From now on `tenant` is asked to release its stream before PortAudio is started anew."""
    with _lock:
        if tenant not in _tenants:
            _tenants.append(tenant)


def leave(tenant: Tenant) -> None:
    """`tenant` has no stream any more."""
    with _lock, contextlib.suppress(ValueError):
        _tenants.remove(tenant)


def others_ready(tenant: Tenant) -> bool:
    """Somebody else has a stream open, which starting PortAudio anew would interrupt."""
    with _lock:
        return any(bool(getattr(each, "ready", True)) for each in _tenants if each is not tenant)


@contextlib.contextmanager
def library() -> Iterator[ModuleType]:
    """`sounddevice`, for as long as a stream is being opened or closed.

    Raises OSError without PortAudio, and once the program ends.
    """
    with _lock:
        if _ended:
            raise OSError("the program ends")
        import sounddevice

        _leave_in_order()
        yield sounddevice


@functools.cache
def _leave_in_order() -> None:
    """Called after sounddevice has asked for the same, so that our turn comes first."""
    atexit.register(_end)


def _end() -> None:
    """At the program's end sounddevice ends PortAudio; with a stream being closed meanwhile, that may wait for ever."""
    global _ended
    if not _lock.acquire(timeout=_END_SECONDS):
        return
    try:
        _ended = True
        _release_all()
    finally:
        _lock.release()


def _release_all() -> None:
    for tenant in list(_tenants):
        try:
            tenant.release()
        except Exception:
            log.exception("a stream was not released")


def restart() -> None:
    """See the devices that are there now. Streams still open are closed first; their owners open them again."""
    with library() as sd:
        _release_all()
        with contextlib.suppress(Exception):
            sd._terminate()
        sd._initialize()
