"""Receipts as files: the answer to one package, signed, put beside where the packages lie (docs/formats.md).

A place holds STATION-….dxgoi at its top, `receipts/STATION-NUMBER.receipt.json` and `down/….dxgoi`; a stick is laid
out the same way. What is read here says only that the signature fits the key inside; whether that key is the office's
is for whoever asks.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields, replace
from typing import Any

from broadcaster.aggregation.model import Receipt
from broadcaster.asrun.identity import Identity, signature_holds
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.protocol.verifier import canonical

FOLDER, DOWN_FOLDER = "receipts", "down"
"""Below the place where packages lie."""
SUFFIX, ANSWER = ".receipt.json", ".answer.json"
FORMAT, VERSION = "dai-xa.receipt", 1
MAX_BYTES = 64_000

RECEIVED, REFUSED, WAITING = "received", "refused", "waiting"


def file_name(station: str, number: int) -> str:
    """Of the receipt for one package; letters a file system may stumble over become "_"."""
    return f"{plain(station)}-{number}{SUFFIX}"


def down_file_name(office: str, station: str, number: int) -> str:
    """Of a station's answer to what came down: the office collects them in the same folder."""
    return f"{plain(office)}-{number}-{plain(station)}{ANSWER}"


def to_bytes(receipt: Receipt, identity: Identity) -> bytes:
    """The file: what is said, signed in our name. Raises Refused("signing_key.unreadable")."""
    said = asdict(replace(receipt, key=identity.public))
    signature = identity.sign(canonical(said))
    return json.dumps({"format": FORMAT, "version": VERSION, "receipt": said, "signature": signature},
                      ensure_ascii=False, indent=1).encode("utf-8")


def from_bytes(data: bytes, name: str = "") -> Receipt:
    """A receipt whose signature fits the key it names. Raises Refused: receipt.broken, receipt.forged; NewerFormat."""
    if len(data) > MAX_BYTES:
        raise _broken(name)
    try:
        table = json.loads(data.decode("utf-8"))
        version, said, signature = table["version"], table["receipt"], table["signature"]
        if table["format"] != FORMAT or not isinstance(signature, str) or not isinstance(version, int):
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _broken(name) from error
    if version > VERSION:
        raise NewerFormat("receipt", version, VERSION)
    receipt = _receipt(said, name)
    if not signature_holds(_canonical(said, name), signature, receipt.key):
        raise Refused("receipt.forged", f"the signature of the receipt {name} does not hold", name=name)
    return receipt


def _receipt(said: Any, name: str) -> Receipt:
    known = {item.name: {"int": int, "str": str}.get(str(item.type), dict) for item in fields(Receipt)}
    if not isinstance(said, dict) or set(said) != set(known) \
            or any(type(said[key]) is not kind for key, kind in known.items()) \
            or said["state"] not in {RECEIVED, REFUSED, WAITING} or said["number"] < 0:
        raise _broken(name)
    return Receipt(**said)


def _canonical(said: Any, name: str) -> bytes:
    try:
        return canonical(said)
    except (ValueError, UnicodeEncodeError) as error:
        raise _broken(name) from error


def _broken(name: str) -> Refused:
    return Refused("receipt.broken", f"{name or 'this'} is no receipt, or only a part of one", name=name)


def plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", text)[:80] or "_"
