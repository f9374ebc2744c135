"""One input — a microphone, a relay — heard on several lines at once, and recorded while it is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from broadcaster.air.recorder import Recorder, Recording
from broadcaster.air.sources import ChainSource, Fanout, Source
from broadcaster.base.errors import BroadcasterError
from broadcaster.protocol.messages import SILENT_DB

log = logging.getLogger(__name__)


class LiveHub:
    """Opened with the first reader; closed once, away from the audio thread."""

    def __init__(self, open_input: Callable[[str], Source], device: str, folder: Path | None, name: str,
                 lead: Callable[[], Source] | None = None) -> None:
        self._open_input, self._device, self._lead = open_input, device, lead
        self._folder, self._name = folder, name
        self._recorder: Recorder | None = None
        self._source: Source | None = None
        self._fanout: Fanout | None = None
        self._closer: threading.Thread | None = None
        self._recorded: Recording | None = None

    def reader(self) -> Source:
        """What one line hears; with `lead` before it."""
        if self._fanout is None:
            self._recorder = self._record()
            self._source = self._open_input(self._device)
            self._fanout = Fanout(self._source, self._recorder.add if self._recorder else None)
        reader = self._fanout.reader()
        return ChainSource(self._lead(), reader) if self._lead else reader

    def _record(self) -> Recorder | None:
        """A disk that takes no recording keeps nobody from speaking."""
        if self._folder is None:
            return None
        name, number = self._name, 1
        while any(self._folder.glob(f"{name}.*")):
            number += 1
            name = f"{self._name}-{number}"
        try:
            return Recorder(self._folder / f"{name}.flac")
        except BroadcasterError as error:
            log.error("it is not recorded: %s", error.text)
            return None

    @property
    def level_db(self) -> float:
        """Peak at the input, dBFS."""
        return float(getattr(self._source, "level_db", SILENT_DB))

    @property
    def detail(self) -> str:
        """A relay's state; open or no_input for a microphone."""
        state = getattr(self._source, "state", "")
        return str(state) if state else ("no_input" if getattr(self._source, "problem", "") else "open")

    @property
    def recording_problem(self) -> str:
        """Why what is said is not kept: "", or Recorder.problem."""
        return self._recorder.problem if self._recorder is not None else ""

    def facts(self) -> dict[str, Any]:
        """What became of it: the recording, the relay's losses."""
        names = ("received_seconds", "lost_seconds", "reconnects")
        facts = {name: getattr(self._source, name) for name in names if hasattr(self._source, name)}
        if self._recorded is not None:
            facts["recording"] = {"name": self._recorded.name, "sha256": self._recorded.sha256,
                                  "frames": self._recorded.frames}
        return facts

    def close(self) -> None:
        """Begin to close; `closed` once that is done and the recording is safe."""
        if self._closer is None:
            self._closer = threading.Thread(target=self._close, name="close-input", daemon=True)
            self._closer.start()

    @property
    def closed(self) -> bool:
        return self._closer is not None and not self._closer.is_alive()

    def wait(self, seconds: float) -> None:
        """Give a closing hub so long."""
        if self._closer is not None:
            self._closer.join(seconds)

    def _close(self) -> None:
        if self._source is not None:
            self._source.close()
        if self._recorder is not None:
            self._recorded = self._recorder.close()

