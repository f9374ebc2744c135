"""The approval slip (phiếu duyệt): what was approved, by whom, until when, with a code that can be checked later."""

from __future__ import annotations

import hashlib
import hmac
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.verifier import canonical

_MARK = "DAIXA1"
_SEAL_LETTERS = 24
"""96 bits: nobody finds another text that fits, and the printed code stays small."""


@dataclass(frozen=True)
class Slip:
    """Everything that stands on the paper."""

    title: str
    kind: str
    directive: str
    """Number of the letter; empty: none."""
    author: str
    text: str
    """As approved; empty for a sound without words."""
    text_sha256: str
    audio_sha256: str
    seconds: float
    lufs: float | None
    true_peak_db: float
    source: str
    """As Cut.source: voice, recording, production, import, shipped."""
    original_name: str
    approval: Approval | None
    """None: a slip to sign by hand."""
    approver_title: str = ""
    second_title: str = ""
    voided_at: str = ""
    voided_reason: str = ""
    code: str = ""
    """What the QR code holds; empty on a slip to sign by hand."""
    two_needed: bool = False
    """Two must sign by hand."""
    own_reason: str = ""
    """Why whoever wrote it approved it."""


@dataclass(frozen=True)
class SlipCheck:
    """What became of the approval a printed code names."""

    verdict: str
    """valid | early | expired | withdrawn | changed (words or sound were edited) | replaced (by a newer approval) |
    altered | unknown."""
    approval: Approval | None = None
    title: str = ""
    reason: str = ""
    """Why it was withdrawn, or what was altered: code | approval | text | sound | sound_missing."""


@dataclass(frozen=True)
class Code:
    """The content of a printed code."""

    approval_id: str
    text_sha256: str
    audio_sha256: str
    seal: str


def code_text(approval: Approval, key: bytes) -> str:
    """What is printed as a QR code: the approval, both hashes, and a short seal of the three."""
    parts = (approval.id, approval.text_sha256, approval.audio_sha256)
    # Capitals only: the code is a third smaller in the alphanumeric mode.
    return ":".join((_MARK, *parts, _short_seal(parts, key))).upper()


def read_code(text: str) -> Code:
    """The parts of a scanned code. Raises Refused("slip.code")."""
    parts = "".join(text.split()).lower().split(":")
    if len(parts) != 5 or parts[0] != _MARK.lower() or not all((parts[1], parts[3], parts[4])):
        raise Refused("slip.code", "this is not the code of an approval slip")
    return Code(*parts[1:])


def code_holds(code: Code, key: bytes) -> bool:
    """Whether this station printed it."""
    right = _short_seal((code.approval_id, code.text_sha256, code.audio_sha256), key)
    return hmac.compare_digest(right.encode(), code.seal.encode())


@cache
def words() -> dict[str, dict[str, str]]:
    """The wording of the slip."""
    table: dict[str, Any] = tomllib.loads(shipped("resources", "templates", "slip.toml").read_text(encoding="utf-8"))
    return table


def _short_seal(parts: tuple[str, str, str], key: bytes) -> str:
    return hmac.new(key, canonical(["slip", *parts]), hashlib.sha256).hexdigest()[:_SEAL_LETTERS]
