"""The child process that feeds an Icecast server: an MP3 file over and over, at its own speed; stdin names another."""

from __future__ import annotations

import base64
import socket
import sys
import threading
import time
from pathlib import Path


def send(port: int, mount: str, sound: str, kbit: int, user: str, password: str) -> None:
    """PUT, then a tenth of a second at a time until killed."""
    playing = [Path(sound).read_bytes()]

    def listen() -> None:
        for line in sys.stdin:
            playing[0] = Path(line.strip()).read_bytes()

    threading.Thread(target=listen, daemon=True).start()
    words = base64.b64encode(f"{user}:{password}".encode()).decode()
    with socket.create_connection(("127.0.0.1", port), 5) as line:
        line.sendall(f"PUT {mount} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {words}\r\n"
                     "Content-Type: audio/mpeg\r\nExpect: 100-continue\r\nIce-Public: 0\r\n\r\n".encode())
        if line.recv(1000).split()[1:2] not in ([b"100"], [b"200"]):
            sys.exit(1)
        piece, place, now = kbit * 125 // 10, 0, playing[0]
        due = time.monotonic()
        while True:
            if now is not playing[0]:
                now, place = playing[0], 0
            line.sendall(now[place:place + piece])
            place = place + piece if place + piece < len(now) else 0
            due = max(due + 0.1, time.monotonic() - 0.5)
            time.sleep(max(0.0, due - time.monotonic()))


if __name__ == "__main__":
    send(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5], sys.argv[6])
