"""PortAudio is one per process: starting it anew closes every stream in it, inputs as well as outputs.

It knows only the devices it saw when it started, so somebody must start it anew when one is plugged in. Whoever has
a stream joins here, and is told to close it first: a stream that PortAudio has closed by itself leaves an address
behind, and closing that address again could close another's stream.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Protocol

log = logging.getLogger(__name__)

_lock = threading.RLock()
_tenants: list[Tenant] = []


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
    """`sounddevice`, for as long as a stream is being opened or closed. Raises OSError without PortAudio."""
    with _lock:
        import sounddevice

        yield sounddevice


def restart() -> None:
    """See the devices that are there now. Streams still open are closed first; their owners open them again."""
    with library() as sd:
        for tenant in list(_tenants):
            try:
                tenant.release()
            except Exception:
                log.exception("a stream was not released")
        with contextlib.suppress(Exception):
            sd._terminate()
        sd._initialize()
