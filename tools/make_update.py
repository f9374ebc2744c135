"""Make an update file out of a finished collection, and the key pair it is signed with.

    python tools/make_update.py key RELEASE.KEY              a new pair; prints the line for resources/keys/release.pub
    python tools/make_update.py make COLLECTION --key RELEASE.KEY --news NEWS.txt --out X.dxcapnhat

The private half stays with whoever makes releases, never in the repository. NEWS.txt: what is new, in Vietnamese, one
sentence a line.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from broadcaster import __version__
from broadcaster.care.updates.model import platform_tag
from broadcaster.care.updates.package import write_update
from broadcaster.db.migrate import HEAD


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    key = verbs.add_parser("key")
    key.add_argument("path", type=Path)
    make = verbs.add_parser("make")
    make.add_argument("collection", type=Path)
    make.add_argument("--key", type=Path, required=True)
    make.add_argument("--news", type=Path)
    make.add_argument("--out", type=Path, required=True)
    make.add_argument("--version", default=__version__)
    args = parser.parse_args()
    return _make_key(args.path) if args.verb == "key" else _make(args)


def _make_key(path: Path) -> int:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(private.private_bytes_raw().hex() + "\n")
    print(private.public_key().public_bytes_raw().hex())  # noqa: T201
    return 0


def _make(args: argparse.Namespace) -> int:
    news = args.news.read_text(encoding="utf-8").splitlines() if args.news else []
    # Of the commit, where the build says so: the same collection makes the same file list.
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)
    facts = {"version": args.version, "platform": platform_tag(), "made_at": made.isoformat(timespec="seconds"),
             "schema": HEAD, "news": [line for line in news if line.strip()]}
    manifest = write_update(args.collection, args.out, facts, bytes.fromhex(args.key.read_text().strip()))
    print(f"{args.out}: {manifest.version}, {len(manifest.files)} files, {manifest.size} bytes")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
