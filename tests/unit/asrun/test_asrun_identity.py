"""The key a station signs with: one, whoever needs it first."""

from __future__ import annotations

import subprocess
import sys

import pytest

from broadcaster.asrun.identity import Identity, signature_holds
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome

_CHILD = """
import sys
from pathlib import Path
from broadcaster.asrun.identity import Identity
from broadcaster.base.paths import StationHome
sys.stdin.readline()
print(Identity(StationHome(Path(sys.argv[1]))).public)
"""


def test_programs_that_start_at_once_make_one_key(bare_home: StationHome) -> None:
    programs = [subprocess.Popen([sys.executable, "-c", _CHILD, str(bare_home.root)], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    keys = {program.communicate(timeout=60)[0].strip() for program in programs}
    assert keys == {Identity(bare_home).public}


def test_what_is_signed_is_known_again(bare_home: StationHome) -> None:
    identity = Identity(bare_home)
    signature = identity.sign(b"nh\xe1\xba\xadt k\xc3\xbd")
    assert signature_holds(b"nh\xe1\xba\xadt k\xc3\xbd", signature, identity.public)
    assert not signature_holds(b"nh\xe1\xba\xadt k", signature, identity.public)
    assert not signature_holds(b"", "xyz", identity.public)


def test_a_damaged_key_is_a_refusal_and_stays(bare_home: StationHome) -> None:
    bare_home.signing_key.write_text("hỏng", encoding="utf-8")
    with pytest.raises(Refused, match="signing key"):
        _ = Identity(bare_home).public
    assert bare_home.signing_key.read_text(encoding="utf-8") == "hỏng"
