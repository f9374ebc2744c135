"""An update that was chosen for the night, or that a power cut interrupted, is taken up by a process of its own."""

from __future__ import annotations

import logging
import subprocess

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.program import own_command
from broadcaster.care.installed import Installed, installed
from broadcaster.care.updates.model import OVER, Record, Step, record_from
from broadcaster.care.updates.updater_lock import UpdaterLock
from broadcaster.keeper.children import start_detached

log = logging.getLogger(__name__)


class Updating:
    """Looked at once a minute. `place`: the installation, none when the program runs from its sources."""

    def __init__(self, home: StationHome, place: Installed | None = None) -> None:
        self._home = home
        self._place = place or installed()
        self._child: subprocess.Popen[bytes] | None = None

    def look(self) -> str:
        """Start the updater where one is wanted; gives the verb it was started with."""
        if self._child is not None and self._child.poll() is None:
            return ""
        record = self._record()
        verb = _wanted(record)
        if self._place is None or not verb or not self._free():
            return ""
        log.warning("the update to %s is taken up: %s", record.version if record else "", verb)
        command = own_command("--home", str(self._home.root), "update", verb, "--root", str(self._place.root))
        self._child = start_detached(command, self._home.logs / "update.stderr")
        return verb

    def let_go(self) -> None:
        """The updater ends us when it needs to: it is not ours to wait for."""
        if self._child is not None and self._child.poll() is None:
            self._child.returncode = 0
        self._child = None

    def _record(self) -> Record | None:
        if self._place is None:
            return None
        try:
            record = record_from((self._place.root / "update.json").read_bytes())
        except OSError:
            return None
        # Two stations of one installation: each looks after its own.
        return record if record is not None and record.home == str(self._home.root) else None

    def _free(self) -> bool:
        assert self._place is not None
        try:
            with UpdaterLock(self._place):
                return True
        except BroadcasterError:
            return False


def _wanted(record: Record | None) -> str:
    if record is None or record.step in OVER:
        return ""
    if record.step is Step.READY:
        return "carry-out" if record.when == "tonight" else ""
    return "resume"
