"""Letters: citations, attachments, reminders, reports made. Bulletins: language, production, other channels."""

import json
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# bulletins.model.Production as it was when this was written: the cuts there are hold the words alone.
_PLAIN = json.dumps({"chime": "", "ident": "", "bed": "", "bed_db": -18.0, "repeats": 1, "pause_seconds": 1.5,
                     "fade_seconds": 1.0, "closing": ""})


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


_REGISTER = ["received_at", "id", "number", "issuer", "subject", "issued_date", "urgency", "report_due", "work",
             "reported_at", "reported_by", "asks_report"]
_COUNTED = (("airing", "outcome"), ("bulletin", "state"))
_TRUTHS = ("asks_report", "scanned")
_DIRECTIVE = ("number_key", "work", "reported_at", "reported_by", "report_note")


def upgrade() -> None:
    for name in _DIRECTIVE:
        op.add_column("directive", _text(name))
    op.create_index(op.f("ix_directive_number_key"), "directive", ["number_key"])
    for name in _TRUTHS:
        op.add_column("directive", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_directive_register", "directive", _REGISTER)
    for table, column in _COUNTED:
        op.create_index(op.f(f"ix_{table}_directive_id_{column}"), table, ["directive_id", column])
    for name in ("production", "produced_with"):
        op.add_column("bulletin", sa.Column(name, sa.JSON(), nullable=False, server_default=_PLAIN))
    for added in (_text("language", "vi"), _text("speech_sha256")):
        op.add_column("bulletin", added)
    _letters()
    _channels()
    _fill()


def _letters() -> None:
    op.create_table(
        "directive_citation",
        sa.Column("directive_id", sa.String(), nullable=False),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["directive_id"], ["directive.id"],
                                name=op.f("fk_directive_citation_directive_id_directive")),
        sa.PrimaryKeyConstraint("directive_id", "number_key", name=op.f("pk_directive_citation")),
    )
    op.create_index(op.f("ix_directive_citation_number_key"), "directive_citation", ["number_key"])
    op.create_table(
        "directive_attachment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("directive_id", sa.String(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("kind", "file_name", "sha256", "suffix")),
        sa.Column("cart_id", sa.String(), nullable=True),
        sa.Column("bulletin_id", sa.String(), nullable=True),
        sa.Column("added_at", sa.String(), nullable=False),
        _text("added_by"), _text("removed_at"),
        *(sa.ForeignKeyConstraint([f"{table}_id"], [f"{table}.id"],
                                  name=op.f(f"fk_directive_attachment_{table}_id_{table}"))
          for table in ("directive", "cart", "bulletin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directive_attachment")),
    )
    op.create_index(op.f("ix_directive_attachment_directive_id"), "directive_attachment", ["directive_id"])
    op.create_table(
        "directive_reminder",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("id", "directive_id", "due", "text")),
        _text("done_at"), _text("done_by"),
        sa.ForeignKeyConstraint(["directive_id"], ["directive.id"],
                                name=op.f("fk_directive_reminder_directive_id_directive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directive_reminder")),
    )
    for name in ("directive_id", "due"):
        op.create_index(op.f(f"ix_directive_reminder_{name}"), "directive_reminder", [name])


def _fill() -> None:
    """Letters that are in the register already: their key, the letters they name, whether they ask for a report."""
    connection = op.get_bind()
    for letter, number, text in connection.execute(sa.text("SELECT id, number, fields FROM directive")).all():
        fields = {name: item.get("value") for name, item in json.loads(text or "{}").items()}
        asks = any(fields.get(name) for name in ("report_due", "report_on_request", "report_duty"))
        connection.execute(sa.text("UPDATE directive SET number_key = :key, asks_report = :asks WHERE id = :id"),
                           {"key": _key(number), "asks": asks, "id": letter})
        seen = {_key(number), ""}
        for role in ("based_on", "also_cited"):
            for cited in fields.get(role) or ():
                if _key(cited) not in seen:
                    seen.add(_key(cited))
                    connection.execute(
                        sa.text("INSERT INTO directive_citation VALUES (:id, :key, :number, :role)"),
                        {"id": letter, "key": _key(cited), "number": cited, "role": role})


def _key(number: str) -> str:
    # directives.citations.number_key as it was when this was written.
    return "".join(unicodedata.normalize("NFC", number).replace("–", "-").split()).upper()


def _channels() -> None:
    op.create_table(
        "channel_text",
        sa.Column("bulletin_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False, server_default=sa.false()),
        _text("approved_sha256"),
        sa.Column("updated_at", sa.String(), nullable=False),
        _text("made_from"),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletin.id"], name=op.f("fk_channel_text_bulletin_id_bulletin")),
        sa.PrimaryKeyConstraint("bulletin_id", "channel", name=op.f("pk_channel_text")),
    )
    op.create_table(
        "hand_out",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("directive_id", sa.String(), nullable=True),
        sa.Column("bulletin_id", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        _text("place"),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        _text("note"), _text("photo_sha256"), _text("photo_suffix"),
        sa.Column("created_at", sa.String(), nullable=False),
        _text("removed_at"),
        *(sa.ForeignKeyConstraint([f"{table}_id"], [f"{table}.id"], name=op.f(f"fk_hand_out_{table}_id_{table}"))
          for table in ("directive", "bulletin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_out")),
    )
    for name in ("directive_id", "bulletin_id", "day"):
        op.create_index(op.f(f"ix_hand_out_{name}"), "hand_out", [name])


def downgrade() -> None:
    for table in ("hand_out", "channel_text", "directive_reminder", "directive_attachment", "directive_citation"):
        op.drop_table(table)
    for name in ("speech_sha256", "produced_with", "production", "language"):
        op.drop_column("bulletin", name)
    for table, column in _COUNTED:
        op.drop_index(op.f(f"ix_{table}_directive_id_{column}"), table)
    op.drop_index("ix_directive_register", "directive")
    op.drop_index(op.f("ix_directive_number_key"), "directive")
    for name in reversed(_TRUTHS):
        op.drop_column("directive", name)
    for name in reversed(_DIRECTIVE):
        op.drop_column("directive", name)
