"""What the office says of a package, in one plain English line; the window has its own words by the same codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SENTENCES = {
    "merge.key_waiting": "the key of station {station} is not known yet: compare its fingerprint {fingerprint} "
                          "by telephone, then trust or refuse it",
    "merge.key_changed": "station {station} is known with another key; this one is {fingerprint}: the program was "
                          "installed anew, or two stations have one id; ask them, then trust or refuse it",
    "merge.key_refused": "the key {fingerprint} of {station} was refused",
    "merge.key_replaced": "the key {fingerprint} of {station} was replaced by a newer one",
    "merge.missing": "package {number} of {station} waits: packages {first} to {last} have not come",
    "merge.fork_number": "package {number} of {station} came before with other contents: the station seems to have "
                          "been restored from an older backup, or runs on two machines",
    "merge.fork_previous": "package {number} of {station} does not follow the one that is here: the station seems to "
                            "have been restored from an older backup, or runs on two machines",
    "merge.fork_journal": "the journal in package {number} of {station} does not go on from line {line} that is here: "
                           "the station seems to have been restored from an older backup",
    "merge.fork_open": "package {number} of {station} waits until somebody decides which course of its log holds",
    "merge.fork_refused": "package {number} of {station} belongs to the course of the log that was not chosen",
    "merge.covered": "package {number} of {station} holds nothing that a later one did not bring",
    "merge.unproven": "package {number} of {station}: what it says sounded is not in the journal: {airing}",
    "merge.not_merged": "package {number} of {station} could not be put into the database: {problem}",
    "merge.too_many_waiting": "too many packages of keys nobody confirmed are waiting; trust or refuse them first",
}


def sentence(code: str, facts: Mapping[str, Any]) -> str:
    """Empty for codes of other parts, which bring their own."""
    try:
        return SENTENCES[code].format(**facts) if code in SENTENCES else ""
    except (KeyError, IndexError):
        return code
