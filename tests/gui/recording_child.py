"""A child process that records as the window does, with a sound server of its own.

Words: DEVICE FILE SECONDS [pause]. Prints what happened as lines of JSON: opened, noise, level, grew, failed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from broadcaster.gui.production.capture import Recorder


def main(device: str, path: Path, seconds: float, pause: bool) -> None:
    app = QCoreApplication([])
    recorder = Recorder()
    told: dict[str, float] = {"peak": -120.0}

    def say(kind: str, value: Any) -> None:
        print(json.dumps({kind: value}), flush=True)

    def end() -> None:
        recorder.close()
        say("peak", told["peak"])
        app.quit()

    def grown(length: float) -> None:
        if pause and "paused" not in told and length >= seconds / 2:
            told["paused"] = length
            recorder.pause()
            QTimer.singleShot(700, recorder.resume)
        elif length >= seconds:
            say("grew", length)
            end()

    def failed(refusal: Any) -> None:
        say("failed", refusal.code)
        end()

    def measured(noise: float) -> None:
        say("noise", noise)
        recorder.begin(path)

    recorder.opened.connect(lambda rate: (say("opened", rate), recorder.measure()))
    recorder.noise.connect(measured)
    recorder.level.connect(lambda level, _: told.update(peak=max(told["peak"], level)))
    recorder.grew.connect(grown)
    recorder.failed.connect(failed)
    QTimer.singleShot(30_000, app.quit)
    recorder.open(device)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), "pause" in sys.argv)
