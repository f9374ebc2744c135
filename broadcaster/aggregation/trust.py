"""Whom this station believes: an office and servers, each after a person has compared a fingerprint."""

from __future__ import annotations

from broadcaster.aggregation import deliveries
from broadcaster.aggregation.answers import Answers
from broadcaster.aggregation.deliveries import QUEUED
from broadcaster.aggregation.places.opening import open_place
from broadcaster.aggregation.places.sftp import ssh_fingerprint
from broadcaster.aggregation.secrets import Login, Secrets, TrustBook, Trusted
from broadcaster.asrun.identity import fingerprint
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.db import trail
from broadcaster.db.engine import Database


class Trust:
    """Every confirmation stands in the trail with the fingerprint and the person."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, answers: Answers) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._answers = answers

    def office(self) -> Trusted | None:
        """Whose answers and letters count; None before anybody has compared. Raises Refused("trust.unreadable")."""
        return TrustBook(self._home).office()

    def confirm_office(self, key: str, by: str, name: str = "") -> None:
        """Answers and letters of any other key do not count from now on. Raises Refused: trust.*, disk.*."""
        book = TrustBook(self._home)
        before = book.office()
        with self._database.write("delivery", "audit") as connection:
            trail.add(connection, self._now(), by, "office.trust", "office", {
                "name": name, "fingerprint": fingerprint(key), "before": fingerprint(before.key) if before else ""})
            self._answers.forget_doubts(connection)
            book.trust_office(Trusted(key, by, self._now(), name))

    def confirm_host(self, host: str, key: str, by: str) -> None:
        """`host`: "HOST:PORT". What waits because of this server goes out at the next round. Raises as above."""
        with self._database.write("delivery", "audit") as connection:
            trail.add(connection, self._now(), by, "host.trust", f"host:{host}", {
                "host": host, "fingerprint": ssh_fingerprint(key)})
            for row in deliveries.in_state(connection, (QUEUED,)):
                deliveries.change(connection, row.number, (QUEUED,), next_try="", problem={})
            TrustBook(self._home).trust_host(host, Trusted(key, by, self._now()))

    def keep_login(self, address: str, login: Login) -> None:
        """Into station.secrets alone. Raises Refused: secrets.unreadable, disk.*."""
        Secrets(self._home).keep(address, login)

    def has_login(self, address: str) -> bool:
        return Secrets(self._home).login(address) != Login()

    def try_place(self, address: str, endpoint: str = "", login: Login | None = None) -> None:
        """Really write, read and remove a small file; `login`: not kept yet. Raises Refused place.*."""
        place = open_place(self._home, address, endpoint, login=login)
        try:
            place.test()
        finally:
            place.close()

    def _now(self) -> str:
        return format_time(self._clock.now())
