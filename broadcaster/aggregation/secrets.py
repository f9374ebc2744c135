"""Passwords of places, and whom this station trusts: two small files beside station.toml.

Passwords are in no log, error text, package or process list: they are read here and handed to the place alone.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic


@dataclass(frozen=True)
class Login:
    """What opens a place. Never shown: repr leaves the secrets out."""

    user: str = ""
    """Of WebDAV; of S3 the access key's id. SFTP and PostgreSQL name theirs in the address."""
    password: str = field(default="", repr=False)
    key_file: str = ""
    """SFTP: a private key's file; `password` opens it, if it has one."""


class Secrets:
    """station.secrets: {"version": 1, "logins": {address: login}}, readable by the owner only."""

    def __init__(self, home: StationHome) -> None:
        self._path = home.secrets

    def login(self, address: str) -> Login:
        """An empty one where nothing is kept. Raises Refused("secrets.unreadable")."""
        found = self._logins().get(address.strip())
        return Login(**{key: str(found.get(key, "")) for key in ("user", "password", "key_file")}) if found else Login()

    def keep(self, address: str, login: Login) -> None:
        """In the place of what was kept for this address; an empty login forgets it."""
        logins = self._logins()
        logins.pop(address.strip(), None)
        if login != Login():
            logins[address.strip()] = asdict(login)
        raw = json.dumps({"version": 1, "logins": logins}, ensure_ascii=False, indent=1)
        write_atomic(self._path, raw.encode("utf-8"), private=True)

    def _logins(self) -> dict[str, dict[str, Any]]:
        logins = _table(self._path, "secrets.unreadable").get("logins", {})
        if not isinstance(logins, dict) or not all(isinstance(item, dict) for item in logins.values()):
            raise _unreadable(self._path, "secrets.unreadable")
        return logins


@dataclass(frozen=True)
class Trusted:
    """A key somebody has compared with its owner's, and who that was."""

    key: str
    by: str
    at: str
    name: str = ""


class TrustBook:
    """station.trust: the office's key and the host keys of servers, each confirmed by a person."""

    def __init__(self, home: StationHome) -> None:
        self._path = home.trust

    def office(self) -> Trusted | None:
        """Whose letters and receipts count; None until somebody has compared a fingerprint."""
        found = self._book().get("office")
        return _trusted(found) if found else None

    def trust_office(self, trusted: Trusted) -> None:
        """From now on this key, and no other."""
        self._write({**self._book(), "office": asdict(trusted)})

    def host_keys(self) -> dict[str, str]:
        """"host:port" -> "ssh-ed25519 AAAA…"."""
        return {host: _trusted(item).key for host, item in self._book().get("hosts", {}).items()}

    def trust_host(self, host: str, trusted: Trusted) -> None:
        book = self._book()
        self._write({**book, "hosts": {**book.get("hosts", {}), host: asdict(trusted)}})

    def _book(self) -> dict[str, Any]:
        book = _table(self._path, "trust.unreadable")
        if not isinstance(book.get("hosts", {}), dict):
            raise _unreadable(self._path, "trust.unreadable")
        return book

    def _write(self, book: dict[str, Any]) -> None:
        raw = json.dumps({**book, "version": 1}, ensure_ascii=False, indent=1)
        write_atomic(self._path, raw.encode("utf-8"), private=True)


def _trusted(found: Any) -> Trusted:
    if not isinstance(found, dict):
        raise Refused("trust.unreadable", "station.trust is damaged", path="station.trust")
    return Trusted(*(str(found.get(key, "")) for key in ("key", "by", "at", "name")))


def _table(path: Path, code: str) -> dict[str, Any]:
    try:
        table = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, code) from error
    if not isinstance(table, dict):
        raise _unreadable(path, code)
    return table


def _unreadable(path: Path, code: str) -> Refused:
    return Refused(code, f"cannot read {path}", path=str(path))
