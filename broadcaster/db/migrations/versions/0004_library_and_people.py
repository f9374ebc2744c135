"""Library: checks, edits, versions, imports. Approval: two approvers, comments, sheets. People: trail, units."""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _plain(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")


def _data(name: str, empty: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default=empty)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _ref(table: str, column: str, other: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=op.f(f"fk_{table}_{column}_{other}"))


def _added() -> dict[str, list[sa.Column[Any]]]:
    return {
        "audit": [_text("prev"), _text("hash"), sa.Column("words", sa.Text(), nullable=False, server_default="")],
        "person": [sa.Column("must_change", sa.Boolean(), nullable=False, server_default=sa.false())],
        "cut": [_data("checks", "{}"),
                sa.Column("fingerprint", sa.LargeBinary(), nullable=False, server_default=sa.text("x''"))],
        "cart": [_data("dayparts", "[]"), _data("zones", "[]"), _text("rights"), _text("source_note"), _text("artist"),
                 _text("note"), _count("cue_frames"), _text("superseded_by"), _text("archived_at")],
        "approval": [_text("valid_from"), _text("second_approver"), _text("second_at"),
                     sa.Column("text", sa.Text(), nullable=False, server_default="")],
        "airing": [sa.Column("self_approved", sa.Boolean(), nullable=False, server_default=sa.false()),
                   _text("second_approver")],
    }


_TABLES = ("schedule_sheet", "first_yes", "comment", "import_file", "import_run", "cart_version", "cut_cover",
           "cut_edit", "former_record", "unit", "recovery_code")

_LISTING = ["updated_at", "id", "state", "kind", "category", "directive_id", "language", "origin", "rights",
            "valid_until", "created_at"]


def upgrade() -> None:
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    _people()
    _library()
    _approval()
    _first_versions()
    _indexes()
    _search()
    _chain()


def downgrade() -> None:
    for index, table in (("ix_audit_person_action", "audit"), ("ix_airing_cut_sha256_outcome_day", "airing"), ("ix_cart_listing", "cart"),
                         ("ix_cut_warned", "cut"), ("ix_cut_frames", "cut")):
        op.drop_index(index, table)
    _old_search()
    for table in _TABLES:
        op.drop_table(table)
    for table, columns in _added().items():
        for column in reversed(columns):
            op.drop_column(table, column.name)


def _people() -> None:
    op.create_table("recovery_code", *_plain("id", "code_hash", "printed_at"), _text("used_at"), _text("used_for"),
                    _text("revoked_at"), _key("recovery_code", "id"))
    op.create_table("unit", *_plain("id", "name", "level"), sa.Column("parent_id", sa.String(), nullable=True),
                    *(_text(name) for name in ("code", "zone", "role", "since", "until", "note")),
                    _ref("unit", "parent_id", "unit"), _key("unit", "id"))
    op.create_index(op.f("ix_unit_parent_id"), "unit", ["parent_id"])
    op.create_table("former_record", *_plain("id", "unit_id", "day"),
                    *(_text(name) for name in ("time", "title", "kind", "author", "approver", "note")),
                    _count("seconds"), _data("extra", "{}"), *_plain("file_name", "file_sha256"),
                    sa.Column("row", sa.Integer(), nullable=False), *_plain("imported_at"), _text("imported_by"),
                    _ref("former_record", "unit_id", "unit"), _key("former_record", "id"))
    for name in ("unit_id", "day", "file_sha256"):
        op.create_index(op.f(f"ix_former_record_{name}"), "former_record", [name])


def _library() -> None:
    op.create_table("cut_edit", *_plain("cut_sha256"),
                    *(sa.Column(name, sa.Integer(), nullable=False) for name in ("head_frames", "tail_frames")),
                    _count("fade_in_frames"), _count("fade_out_frames"), *_plain("ends_sha256"),
                    _ref("cut_edit", "cut_sha256", "cut", "sha256"), _key("cut_edit", "cut_sha256"))
    op.create_table("cut_cover", *_plain("cut_sha256"), sa.Column("image", sa.LargeBinary(), nullable=False),
                    _ref("cut_cover", "cut_sha256", "cut", "sha256"), _key("cut_cover", "cut_sha256"))
    op.create_table("cart_version", *_plain("cart_id"), sa.Column("number", sa.Integer(), nullable=False),
                    *_plain("cut_sha256", "title", "at"), _text("by"), *_plain("why"),
                    _ref("cart_version", "cart_id", "cart"), _ref("cart_version", "cut_sha256", "cut", "sha256"),
                    _key("cart_version", "cart_id", "number"))
    op.create_index(op.f("ix_cart_version_cut_sha256"), "cart_version", ["cut_sha256"])
    op.create_table("import_run", *_plain("id", "started_at"), _text("started_by"), _data("wish", "{}"),
                    *_plain("state"), _text("ended_at"), _key("import_run", "id"))
    op.create_index(op.f("ix_import_run_state"), "import_run", ["state"])
    op.create_table("import_file", *_plain("run_id"), sa.Column("number", sa.Integer(), nullable=False),
                    *_plain("path"), _count("size"), _text("modified"), _text("state", "waiting"),
                    _text("cart_id"), _data("verdict", "{}"),
                    _ref("import_file", "run_id", "import_run"), _key("import_file", "run_id", "number"))


def _approval() -> None:
    op.create_table("comment", *_plain("id", "subject", "at", "by"), sa.Column("text", sa.Text(), nullable=False),
                    _text("removed_at"), _key("comment", "id"))
    op.create_index(op.f("ix_comment_subject"), "comment", ["subject"])
    op.create_table("first_yes", *_plain("subject"), _text("text_sha256"), *_plain("audio_sha256", "approver", "at"),
                    _text("valid_from"), _text("valid_until"), _data("channels", "{}"), _text("seal"),
                    _key("first_yes", "subject"))
    op.create_table("schedule_sheet", *_plain("id", "monday"), sa.Column("body", sa.JSON(), nullable=False),
                    *_plain("digest", "state", "submitted_by", "submitted_at"),
                    *(_text(name) for name in ("approver", "approved_at", "reason", "seal")),
                    _key("schedule_sheet", "id"))
    op.create_index(op.f("ix_schedule_sheet_monday"), "schedule_sheet", ["monday"])


def _first_versions() -> None:
    op.execute("INSERT INTO cart_version (cart_id, number, cut_sha256, title, at, \"by\", why) "
               "SELECT id, 1, cut_sha256, title, created_at, author, 'import' FROM cart")


def _indexes() -> None:
    op.create_index(op.f("ix_airing_cut_sha256_outcome_day"), "airing", ["cut_sha256", "outcome", "day"])
    op.create_index("ix_cart_listing", "cart", _LISTING)
    op.create_index(op.f("ix_audit_person_action"), "audit", ["person", "action"])
    op.create_index("ix_cut_frames", "cut", ["frames"])
    op.create_index("ix_cut_warned", "cut", ["sha256"],
                    sqlite_where=sa.text("json_array_length(checks, '$.warnings') > 0"))


def _search() -> None:
    """Letters as they were indexed; items anew, by more than their titles."""
    # Today's words on purpose: what is stored must be folded as the queries of this program are.
    from broadcaster.db import item_words, search

    connection = op.get_bind()
    letters = connection.execute(sa.text("SELECT ref, body FROM search WHERE kind = 'directive'")).all()
    op.execute("DROP TABLE search")
    search.create(connection)
    for letter in letters:
        search.index(connection, "directive", letter.ref, letter.body)
    item_words.index_all(connection)


def _old_search() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT kind, ref, body FROM search JOIN search_item ON id = search.rowid")).all()
    op.execute("DROP TABLE search")
    op.execute("DROP TABLE search_item")
    op.execute("CREATE VIRTUAL TABLE search USING fts5 (kind UNINDEXED, ref UNINDEXED, body, tokenize = 'unicode61',"
               " prefix = '2 3')")
    for row in rows:
        connection.execute(sa.text("INSERT INTO search (kind, ref, body) VALUES (:kind, :ref, :body)"),
                           {"kind": row.kind, "ref": row.ref, "body": row.body})


def _chain() -> None:
    """What was written down before, linked as db.trail links it now."""
    # Today's words on purpose, as in _search.
    from broadcaster.db import trail_words

    connection = op.get_bind()
    prev = "0" * 64
    rows = connection.execute(sa.text("SELECT id, at, person, action, subject, detail FROM audit ORDER BY id")).all()
    for row in rows:
        body = {"id": row.id, "at": row.at, "person": row.person, "action": row.action, "subject": row.subject,
                "detail": json.loads(row.detail), "prev": prev}
        plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
        words = trail_words.folded(connection, row.person, row.subject, body["detail"])
        connection.execute(sa.text("UPDATE audit SET prev = :prev, hash = :hash, words = :words WHERE id = :id"),
                           {"prev": prev, "hash": digest, "words": words, "id": row.id})
        prev = digest
