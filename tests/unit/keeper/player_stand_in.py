"""A process that answers like the player and makes no sound: `player_stand_in.py HOME broadcaster air`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from broadcaster.base.paths import StationHome
from broadcaster.protocol.link import LinkServer


def main() -> None:
    over = threading.Event()

    def answer(message: dict[str, object]) -> dict[str, object]:
        if message["command"] == "shutdown":
            over.set()
        return {}

    server = LinkServer(StationHome(Path(sys.argv[1])), "air", answer)
    over.wait(120)
    server.close()


if __name__ == "__main__":
    main()
