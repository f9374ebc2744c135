"""Search without accents: one FTS5 table over folded text (đ as d), for carts and directives.

`search_item` says whose text a row is. It stands apart from the text: a letter typed may find 50,000 items, and
reading their texts past only to learn their ids took most of a keystroke.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, Integer, String, column, table, text

from broadcaster.base.vietnamese import fold

ITEM = table("search_item", column("id", Integer), column("kind", String), column("ref", String),
             column("sort", String))
"""`sort`: what orders the items of a kind by title as a dictionary does."""

_PREFIXES = "1 2 3"
More = Callable[[str, bool], Iterable[str]]
"""(folded word, whether it is only a beginning) -> other tokens that stand for it."""


def create(connection: Connection) -> None:
    """The two tables; migrations call this."""
    connection.execute(text("CREATE TABLE search_item (id INTEGER NOT NULL PRIMARY KEY, kind VARCHAR NOT NULL,"
                            " ref VARCHAR NOT NULL, sort VARCHAR DEFAULT '' NOT NULL, UNIQUE (kind, ref))"))
    connection.execute(text("CREATE INDEX ix_search_item_sort ON search_item (kind, sort, ref)"))
    connection.execute(text("CREATE VIRTUAL TABLE search USING fts5"
                            f" (body, tokenize = 'unicode61', prefix = '{_PREFIXES}')"))


def index(connection: Connection, kind: str, ref: str, *parts: str, sort: str = "") -> None:
    """Make `ref` of `kind` findable by the words of `parts`."""
    # The driver's own statements: thousands of items are indexed in one unit of work.
    number = connection.exec_driver_sql(
        "INSERT INTO search_item (kind, ref, sort) VALUES (?, ?, ?)"
        " ON CONFLICT (kind, ref) DO UPDATE SET sort = excluded.sort RETURNING id", (kind, ref, sort)).scalar_one()
    connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (number,))
    connection.exec_driver_sql("INSERT INTO search (rowid, body) VALUES (?, ?)", (number, fold(" ".join(parts))))


def forget(connection: Connection, kind: str, ref: str) -> None:
    number = connection.exec_driver_sql("DELETE FROM search_item WHERE kind = ? AND ref = ? RETURNING id",
                                        (kind, ref)).scalar()
    if number is not None:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (number,))


def match_expression(words: str, more: More | None = None) -> str:
    """An FTS5 query: all words, the last one as a beginning; empty when there is nothing to look for."""
    tokens = "".join(c if c.isalnum() else " " for c in fold(words)).split()
    asked = []
    for place, token in enumerate(tokens):
        last = place == len(tokens) - 1
        others = more(token, last) if more else ()
        ways = [f'"{token}"*' if last else f'"{token}"', *(f'"{other}"' for other in others)]
        asked.append(ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})")
    return " AND ".join(asked)


def refs_matching(connection: Connection, kind: str, words: str, more: More | None = None) -> list[str]:
    """Ids of `kind` that hold all the words, the oldest first."""
    expression = match_expression(words, more)
    if not expression:
        return []
    # One long string instead of 50,000 rows: carrying them over is what takes time. Ids hold no blanks.
    # CROSS: SQLite would else start from the items and ask the index about each of them.
    joined = connection.scalar(
        text("SELECT group_concat(ref, ' ') FROM (SELECT item.ref FROM search CROSS JOIN search_item item"
             " ON item.id = search.rowid WHERE search MATCH :words AND item.kind = :kind)"),
        {"words": expression, "kind": kind})
    return str(joined).split() if joined else []
