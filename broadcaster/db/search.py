"""Search without accents: one FTS5 table over folded text (đ as d), for carts and directives."""

from __future__ import annotations

from sqlalchemy import Connection, Select, column, select, table, text

from broadcaster.base.vietnamese import fold


def index(connection: Connection, kind: str, ref: str, *parts: str) -> None:
    """Make `ref` of `kind` findable by the words of `parts`."""
    forget(connection, kind, ref)
    connection.execute(text("INSERT INTO search (kind, ref, body) VALUES (:kind, :ref, :body)"),
                       {"kind": kind, "ref": ref, "body": fold(" ".join(parts))})


def forget(connection: Connection, kind: str, ref: str) -> None:
    connection.execute(text("DELETE FROM search WHERE kind = :kind AND ref = :ref"), {"kind": kind, "ref": ref})


def match_expression(words: str) -> str:
    """An FTS5 query: all words, the last one as a beginning; empty when there is nothing to look for."""
    tokens = "".join(c if c.isalnum() else " " for c in fold(words)).split()
    if not tokens:
        return ""
    return " ".join(f'"{token}"' for token in tokens[:-1]) + f' "{tokens[-1]}"*'


def refs_matching(connection: Connection, kind: str, words: str) -> list[str]:
    """Ids of `kind` that hold all the words."""
    expression = match_expression(words)
    if not expression:
        return []
    rows = connection.execute(text("SELECT ref FROM search WHERE search MATCH :words AND kind = :kind ORDER BY rank"),
                              {"words": expression, "kind": kind})
    return [str(row[0]) for row in rows]


def matching(kind: str, words: str) -> Select[tuple[str]] | None:
    """The same as a part of a larger query; None when there is nothing to look for."""
    expression = match_expression(words)
    if not expression:
        return None
    return (select(column("ref")).select_from(table("search", column("ref")))
            .where(text("search MATCH :search_words AND kind = :search_kind")
                   .bindparams(search_words=expression, search_kind=kind)))
