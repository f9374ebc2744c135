"""All tables. Times are ISO 8601 text with offset, days ISO dates, durations whole frames or milliseconds.

The journal and the rundowns are the truth about what was planned and aired; `journal_line` and `airing` are a
filed copy that can always be rebuilt from them.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)

from broadcaster.db.columns import Json
from broadcaster.db.schema_log import (
    correction as correction,
)
from broadcaster.db.schema_log import (
    delivery as delivery,
)
from broadcaster.db.schema_log import (
    received as received,
)
from broadcaster.db.schema_log import (
    seal as seal,
)
from broadcaster.db.schema_log import (
    signature as signature,
)
from broadcaster.db.schema_people import (
    audit as audit,
)
from broadcaster.db.schema_people import (
    former_record as former_record,
)
from broadcaster.db.schema_people import (
    metadata as metadata,
)
from broadcaster.db.schema_people import (
    person as person,
)
from broadcaster.db.schema_people import (
    recovery_code as recovery_code,
)
from broadcaster.db.schema_people import (
    unit as unit,
)
from broadcaster.db.schema_schedule import (
    campaign as campaign,
)
from broadcaster.db.schema_schedule import (
    period as period,
)
from broadcaster.db.schema_schedule import (
    published_plan as published_plan,
)
from broadcaster.db.schema_schedule import (
    relay_source as relay_source,
)
from broadcaster.db.schema_schedule import (
    rule_override as rule_override,
)
from broadcaster.db.schema_schedule import (
    session_edit as session_edit,
)

directive = Table(
    "directive", metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),  # of the file as it arrived
    Column("suffix", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", String, nullable=False, index=True),  # the same letter in another file
    Column("number", String, nullable=False, default="", index=True),
    Column("issuer", String, nullable=False, default=""),
    Column("subject", String, nullable=False, default=""),
    Column("issued_date", String, nullable=False, default=""),
    Column("urgency", String, nullable=False, default=""),
    Column("report_due", String, nullable=False, default=""),
    Column("fields", JSON, nullable=False),  # name -> {value, span, confidence, source}
    Column("received_at", String, nullable=False, index=True),
    Column("received_by", String, nullable=False, default=""),
    Column("number_key", String, nullable=False, default="", index=True),  # without blanks and case: what others cite
    Column("work", String, nullable=False, default=""),  # "" | none | reported
    Column("reported_at", String, nullable=False, default=""),
    Column("reported_by", String, nullable=False, default=""),
    Column("report_note", String, nullable=False, default=""),
    Column("asks_report", Boolean, nullable=False, default=False),  # by a day, on request or otherwise
    Column("scanned", Boolean, nullable=False, default=False),  # read from a picture
    # The register's lines without the letters' texts, which would be read past otherwise.
    Index("ix_directive_register", "received_at", "id", "number", "issuer", "subject", "issued_date", "urgency",
          "report_due", "work", "reported_at", "reported_by", "asks_report"),
)

directive_citation = Table(
    "directive_citation", metadata,
    Column("directive_id", ForeignKey("directive.id"), primary_key=True),
    Column("number_key", String, primary_key=True, index=True),
    Column("number", String, nullable=False),  # as printed
    Column("role", String, nullable=False),  # based_on | also_cited
)

directive_attachment = Table(
    "directive_attachment", metadata,
    Column("id", String, primary_key=True),
    Column("directive_id", ForeignKey("directive.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),  # audio | script | other
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("suffix", String, nullable=False),
    Column("cart_id", ForeignKey("cart.id"), nullable=True),
    Column("bulletin_id", ForeignKey("bulletin.id"), nullable=True),
    Column("added_at", String, nullable=False),
    Column("added_by", String, nullable=False, default=""),
    Column("removed_at", String, nullable=False, default=""),
)

directive_reminder = Table(
    "directive_reminder", metadata,
    Column("id", String, primary_key=True),
    Column("directive_id", ForeignKey("directive.id"), nullable=False, index=True),
    Column("due", String, nullable=False, index=True),
    Column("text", String, nullable=False),
    Column("done_at", String, nullable=False, default=""),
    Column("done_by", String, nullable=False, default=""),
)

directive_point = Table(
    "directive_point", metadata,
    Column("id", String, primary_key=True),
    Column("directive_id", ForeignKey("directive.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("number", String, nullable=False),  # as printed: "1", "a", "-"
    Column("text", Text, nullable=False),
    Column("kind", String, nullable=False),  # content | task
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

bulletin = Table(
    "bulletin", metadata,
    Column("id", String, primary_key=True),
    Column("directive_id", ForeignKey("directive.id"), nullable=True, index=True),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("points", JSON, nullable=False, default=list),  # ids of directive_point
    Column("state", String, nullable=False, index=True),
    Column("author", String, nullable=False),
    Column("voice", String, nullable=False, default=""),
    Column("rate", Integer, nullable=False, default=0),
    Column("cut_sha256", ForeignKey("cut.sha256"), nullable=True),
    Column("voiced_text_sha256", String, nullable=False, default=""),  # which text the cut says
    Column("language", String, nullable=False, default="vi"),
    Column("production", JSON, nullable=False, default=dict),  # bulletins.model.Production as wanted
    Column("produced_with", JSON, nullable=False, default=dict),  # … and as the cut was made
    Column("speech_sha256", String, nullable=False, default=""),  # the words alone, before production
    Column("returned_reason", String, nullable=False, default=""),
    Column("created_at", String, nullable=False),
    Column("updated_at", String, nullable=False, index=True),
    Index(None, "directive_id", "state"),
)

channel_text = Table(
    "channel_text", metadata,
    Column("bulletin_id", ForeignKey("bulletin.id"), primary_key=True),
    Column("channel", String, primary_key=True),  # sms | social | portal | led | leaflet | poster | script
    Column("text", Text, nullable=False),
    Column("edited", Boolean, nullable=False, default=False),
    Column("approved_sha256", String, nullable=False, default=""),
    Column("updated_at", String, nullable=False),
    Column("made_from", String, nullable=False, default=""),
)

hand_out = Table(
    "hand_out", metadata,
    Column("id", String, primary_key=True),
    Column("directive_id", ForeignKey("directive.id"), nullable=True, index=True),
    Column("bulletin_id", ForeignKey("bulletin.id"), nullable=True, index=True),
    Column("channel", String, nullable=False),
    Column("day", String, nullable=False, index=True),
    Column("place", String, nullable=False, default=""),
    Column("count", Integer, nullable=False),
    Column("by", String, nullable=False),
    Column("note", String, nullable=False, default=""),
    Column("photo_sha256", String, nullable=False, default=""),
    Column("photo_suffix", String, nullable=False, default=""),
    Column("created_at", String, nullable=False),
    Column("removed_at", String, nullable=False, default=""),
)

cut = Table(
    "cut", metadata,
    Column("sha256", String, primary_key=True),
    Column("frames", Integer, nullable=False, index=True),
    Column("lufs", Float, nullable=True),  # of the stored file, played on two channels; null = too short to measure
    Column("true_peak_db", Float, nullable=False),
    Column("source", String, nullable=False),  # import | voice | recording | production | shipped
    Column("original_name", String, nullable=False, default=""),
    Column("original_sha256", String, nullable=False, default="", index=True),
    Column("waveform", LargeBinary, nullable=False),  # peak per column, one unsigned byte each
    Column("checks", Json, nullable=False, default=dict),  # library.model.Checks: what the import found
    Column("fingerprint", LargeBinary, nullable=False, default=b""),  # to find the same recording in another file
    Column("created_at", String, nullable=False),
    Index("ix_cut_warned", "sha256", sqlite_where=text("json_array_length(checks, '$.warnings') > 0")),
)

cut_edit = Table(
    "cut_edit", metadata,  # how a cut was made from a longer one, and what was taken off: nothing is lost
    Column("cut_sha256", ForeignKey("cut.sha256"), primary_key=True),
    Column("head_frames", Integer, nullable=False),
    Column("tail_frames", Integer, nullable=False),
    Column("fade_in_frames", Integer, nullable=False, default=0),
    Column("fade_out_frames", Integer, nullable=False, default=0),
    Column("ends_sha256", String, nullable=False),  # a sound file: what stood before and after, unfaded
)

cut_cover = Table(
    "cut_cover", metadata,
    Column("cut_sha256", ForeignKey("cut.sha256"), primary_key=True),
    Column("image", LargeBinary, nullable=False),  # JPEG, at most 256 pixels wide
)

cart = Table(
    "cart", metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("cut_sha256", ForeignKey("cut.sha256"), nullable=False, index=True),
    Column("state", String, nullable=False, index=True),
    Column("origin", String, nullable=False),  # own | superior | shipped
    Column("language", String, nullable=False, default="vi"),
    Column("category", String, nullable=False, default=""),
    Column("directive_id", ForeignKey("directive.id"), nullable=True, index=True),
    Column("bulletin_id", ForeignKey("bulletin.id"), nullable=True, unique=True),
    Column("approval_id", ForeignKey("approval.id"), nullable=True),
    Column("author", String, nullable=False, default=""),
    Column("returned_reason", String, nullable=False, default=""),
    Column("valid_from", String, nullable=False, default=""),
    Column("valid_until", String, nullable=False, default=""),
    Column("dayparts", Json, nullable=False, default=list),  # morning | noon | afternoon | evening; none: any
    Column("zones", Json, nullable=False, default=list),  # names of zones; none: all
    Column("rights", String, nullable=False, default=""),  # a key of resources/library/rights.toml
    Column("source_note", String, nullable=False, default=""),  # where it comes from, in words
    Column("artist", String, nullable=False, default=""),
    Column("note", String, nullable=False, default=""),
    Column("cue_frames", Integer, nullable=False, default=0),  # where listening begins in the window
    Column("superseded_by", String, nullable=False, default=""),  # id of the cart that took its place
    Column("archived_at", String, nullable=False, default=""),
    Column("created_at", String, nullable=False),
    Column("updated_at", String, nullable=False, index=True),
    # The library's lines without the rest of the rows, which would be read past at every key typed.
    Index("ix_cart_listing", "updated_at", "id", "state", "kind", "category", "directive_id", "language", "origin",
          "rights", "valid_until", "created_at"),
)

cart_version = Table(
    "cart_version", metadata,
    Column("cart_id", ForeignKey("cart.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("cut_sha256", ForeignKey("cut.sha256"), nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False, default=""),
    Column("why", String, nullable=False),  # import | replace | trim | bulletin | restore
)

import_run = Table(
    "import_run", metadata,
    Column("id", String, primary_key=True),
    Column("started_at", String, nullable=False),
    Column("started_by", String, nullable=False, default=""),
    Column("wish", JSON, nullable=False, default=dict),  # kind, origin, category … for all its files
    Column("state", String, nullable=False, index=True),  # running | done | cancelled
    Column("ended_at", String, nullable=False, default=""),
)

import_file = Table(
    "import_file", metadata,
    Column("run_id", ForeignKey("import_run.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("path", String, nullable=False),
    Column("size", Integer, nullable=False, default=0),
    Column("modified", String, nullable=False, default=""),  # time of change in ns, to know a watched file again
    Column("state", String, nullable=False, default="waiting"),  # waiting | accepted | warning | known | refused
    Column("cart_id", String, nullable=False, default=""),
    Column("verdict", JSON, nullable=False, default=dict),  # codes and facts
)

comment = Table(
    "comment", metadata,
    Column("id", String, primary_key=True),
    Column("subject", String, nullable=False, index=True),  # bulletin:<id> | cart:<id> | sheet:<monday>
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("removed_at", String, nullable=False, default=""),
)

first_yes = Table(
    "first_yes", metadata,  # where two must agree: what the first of them has seen
    Column("subject", String, primary_key=True),
    Column("text_sha256", String, nullable=False, default=""),
    Column("audio_sha256", String, nullable=False),
    Column("approver", String, nullable=False),
    Column("at", String, nullable=False),
    Column("valid_from", String, nullable=False, default=""),
    Column("valid_until", String, nullable=False, default=""),
    Column("channels", JSON, nullable=False, default=dict),  # channel -> sha256 of its text
    Column("seal", String, nullable=False, default=""),
)

schedule_sheet = Table(
    "schedule_sheet", metadata,
    Column("id", String, primary_key=True),
    Column("monday", String, nullable=False, index=True),
    Column("body", JSON, nullable=False),  # schedule.sheet.Slot rows as they were signed
    Column("digest", String, nullable=False),
    Column("state", String, nullable=False),  # submitted | approved | returned | voided
    Column("submitted_by", String, nullable=False),
    Column("submitted_at", String, nullable=False),
    Column("approver", String, nullable=False, default=""),
    Column("approved_at", String, nullable=False, default=""),
    Column("reason", String, nullable=False, default=""),
    Column("seal", String, nullable=False, default=""),
)

approval = Table(
    "approval", metadata,
    Column("id", String, primary_key=True),
    Column("subject", String, nullable=False, index=True),  # bulletin:<id> | cart:<id>
    Column("text_sha256", String, nullable=False, default=""),
    Column("audio_sha256", String, nullable=False),
    Column("approver", String, nullable=False),
    Column("approved_at", String, nullable=False),
    Column("valid_until", String, nullable=False, default=""),
    Column("self_approved", Boolean, nullable=False, default=False),
    Column("valid_from", String, nullable=False, default=""),
    Column("second_approver", String, nullable=False, default=""),
    Column("second_at", String, nullable=False, default=""),
    Column("text", Text, nullable=False, default=""),  # as approved, to show what changed since
    Column("seal", String, nullable=False),
    Column("voided_at", String, nullable=False, default=""),
    Column("voided_reason", String, nullable=False, default=""),
)

journal_line = Table(
    "journal_line", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("file", String, nullable=False, index=True),
    Column("at", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("data", JSON, nullable=False),
    Column("hash", String, nullable=False),
)

airing = Table(
    "airing", metadata,
    Column("id", String, primary_key=True),  # the rundown event's id, or "break_in:<seq>" for the unscheduled
    Column("day", String, nullable=False),
    Column("session_id", String, nullable=False),
    Column("session_name", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("urgency", String, nullable=False),
    Column("planned_start", String, nullable=False),
    Column("planned_frames", Integer, nullable=False),
    Column("started_at", String, nullable=False, default=""),
    Column("ended_at", String, nullable=False, default=""),
    Column("aired_frames", Integer, nullable=False, default=0),
    Column("outcome", String, nullable=False),
    Column("reason", String, nullable=False, default=""),
    Column("note", String, nullable=False, default=""),
    Column("verification", String, nullable=False, default=""),
    Column("zones", JSON, nullable=False, default=list),
    Column("cut_sha256", String, nullable=False),
    Column("approver", String, nullable=False, default=""),
    Column("approved_at", String, nullable=False, default=""),
    Column("directive_id", String, nullable=False, default=""),
    Column("directive_number", String, nullable=False, default=""),
    Column("directive_subject", String, nullable=False, default=""),
    Column("issuer", String, nullable=False, default=""),
    Column("campaign", String, nullable=False, default=""),
    Column("voice", String, nullable=False, default=""),
    Column("is_repeat", Boolean, nullable=False, default=False),
    Column("rundown", String, nullable=False, default=""),  # file name of the plan it belongs to
    Column("first_seq", Integer, nullable=False, default=0),  # journal lines that prove it
    Column("last_seq", Integer, nullable=False, default=0),
    Column("score", Float, nullable=True),  # 0–1, of the verification; null: nothing was listened to
    Column("by_zone", JSON, nullable=False, default=list),  # asrun.model.ZoneAiring; empty without zones
    Column("insert_id", String, nullable=False, default=""),  # what a person put in between
    Column("ordered_by", String, nullable=False, default=""),
    Column("confirmed", Boolean, nullable=False, default=False),
    Column("recording", String, nullable=False, default=""),
    Column("is_relay", Boolean, nullable=False, default=False),
    Column("self_approved", Boolean, nullable=False, default=False),
    Column("second_approver", String, nullable=False, default=""),
    Column("language", String, nullable=False, default="vi"),
    Column("category", String, nullable=False, default=""),
    Column("origin", String, nullable=False, default=""),  # own | superior | shipped | relay
    Index(None, "day", "planned_start"),
    Index(None, "directive_id", "day"),
    Index(None, "directive_id", "outcome"),
    Index(None, "cut_sha256", "outcome", "day"),
    Index(None, "campaign", "day"),
)
