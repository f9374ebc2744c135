"""A process that answers like the player and makes no sound: `player_stand_in.py HOME broadcaster air [--safe]`.

HOME/run/stand_in.json rules what it says: {"hang": true} answers no more; anything else is added to its answers.
What it was asked is appended to HOME/run/asked.txt.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from broadcaster.base.paths import StationHome
from broadcaster.protocol.link import LinkServer


def main() -> None:
    home, over = StationHome(Path(sys.argv[1])), threading.Event()

    def answer(message: dict[str, object]) -> dict[str, object]:
        with (home.run / "asked.txt").open("a", encoding="utf-8") as asked:
            asked.write(f"{message['command']}\n")
        if message["command"] == "shutdown":
            over.set()
        rules = json.loads((home.run / "stand_in.json").read_bytes()) if (home.run / "stand_in.json").exists() else {}
        if rules.pop("hang", False):
            threading.Event().wait(60)
        return {"safe": "--safe" in sys.argv, **rules}

    server = LinkServer(home, "air", answer)
    over.wait(120)
    server.close()


if __name__ == "__main__":
    main()
