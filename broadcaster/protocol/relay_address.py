"""Which relays there may be, and how their addresses are told: asked before FFmpeg is loaded."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from broadcaster.base.errors import Refused
from broadcaster.protocol.rundown import Relay

KINDS = ("stream", "line", "file")
SCHEMES = ("http", "https", "icy")


def check_address(relay: Relay) -> None:
    """For whoever takes an order from a person. Raises Refused.

    relay.kind; relay.address (a stream that is not http, https or icy); relay.missing_file.
    """
    check_kind(relay)
    if relay.kind == "stream" and not is_address(relay.address):
        raise Refused("relay.address", f"not an http address: {told(relay.address)}", address=told(relay.address))
    if relay.kind == "file" and not (relay.address and Path(relay.address).is_file()):
        raise Refused("relay.missing_file", f"no such file: {relay.address}", path=relay.address)


def is_address(address: str) -> bool:
    """Whether a stream may be asked for there: http, https or icy, with a host."""
    try:
        parts = urlsplit(address)
        return parts.scheme in SCHEMES and bool(parts.hostname) and (parts.port or 80) > 0
    except ValueError:
        return False


def told(address: str) -> str:
    """The address as the journal and the window may say it: without name and password."""
    scheme, separator, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{separator}{host.rpartition('@')[2]}{slash}{path}" if separator else address


def check_kind(relay: Relay) -> None:
    """Raises Refused("relay.kind")."""
    if relay.kind not in KINDS:
        raise Refused("relay.kind", f"no such kind of relay: {relay.kind}", kind=relay.kind)
