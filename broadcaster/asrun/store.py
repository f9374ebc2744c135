"""SQL of the airing log: the filed copy of the journal, and the airings made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery, Text, case, cast, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from broadcaster.asrun.correction_store import correction_of, frames_now, newest, outcome_now
from broadcaster.asrun.model import Airing, AiringQuery, Correction, Outcome, ZoneAiring
from broadcaster.base.clock import format_time, parse_time
from broadcaster.base.vietnamese import fold
from broadcaster.db.schema import airing, audit, journal_line, published_plan
from broadcaster.protocol.journal import Kind, Line
from broadcaster.protocol.restored import ACTION as RESTORED
from broadcaster.protocol.verifier import Fault

FAULT_ACTION = "journal.fault"
_NAMES = tuple(item.name for item in fields(Airing) if item.name != "correction")
_COLUMNS = tuple(airing.c[name] for name in _NAMES)
_OUTCOMES = {str(outcome): outcome for outcome in Outcome}
ORDER = (airing.c.day, airing.c.planned_start, airing.c.id)


def last_filed(c: Connection) -> tuple[int, str]:
    """Number and file of the newest filed line; (0, "") when nothing is filed."""
    newest = select(journal_line.c.seq, journal_line.c.file).order_by(journal_line.c.seq.desc()).limit(1)
    row = c.execute(newest).first()
    return (int(row.seq), str(row.file)) if row else (0, "")


def filed_hashes(c: Connection, file: str) -> dict[int, str]:
    """Line number -> hash of everything filed from one journal file."""
    rows = c.execute(select(journal_line.c.seq, journal_line.c.hash).where(journal_line.c.file == file))
    return {int(row.seq): str(row.hash) for row in rows}


def filed_texts(c: Connection, file: str) -> dict[int, tuple[str, str]]:
    """Line number -> kind and data, as JSON, of everything filed from one journal file."""
    rows = c.execute(select(journal_line.c.seq, journal_line.c.kind, cast(journal_line.c.data, Text))
                     .where(journal_line.c.file == file))
    return {int(seq): (str(kind), str(data)) for seq, kind, data in rows}


def filed_files(c: Connection) -> list[str]:
    return [str(name) for name in c.scalars(select(journal_line.c.file).distinct().order_by(journal_line.c.file))]


def add_lines(c: Connection, file: str, lines: Iterable[Line]) -> None:
    """File lines; one that another process filed meanwhile is left as it is."""
    rows = [{"seq": line.seq, "file": file, "at": format_time(line.at), "kind": str(line.kind), "data": line.data,
             "hash": line.hash} for line in lines]
    if rows:
        c.execute(insert(journal_line).on_conflict_do_nothing(), rows)


def forget_lines(c: Connection, files: Sequence[str]) -> None:
    """Take the filed copy of these files out, to file them anew."""
    c.execute(delete(journal_line).where(journal_line.c.file.in_(files)))


def lines_between(c: Connection, first: str, last: str) -> list[Line]:
    """Lines from ISO day `first` up to but not on `last`, and the next BOOT after them.

    BEATs, nine lines in ten, are read only where an airing has no END: they say how far it came.
    """
    within = or_(
        (journal_line.c.at >= first) & (journal_line.c.at < last),
        # With the clock set back, lines stay in the newest file.
        (journal_line.c.file >= f"{first}.jsonl") & (journal_line.c.file < f"{last}.jsonl"),
    )
    bare = select(journal_line).where(within, journal_line.c.kind != str(Kind.BEAT)).order_by(journal_line.c.seq)
    found = [_line(row) for row in c.execute(bare)]
    found = _with_beats(c, found, within)
    if found:
        boot = c.execute(select(journal_line).where(
            journal_line.c.seq > found[-1].seq, journal_line.c.kind == str(Kind.BOOT),
        ).order_by(journal_line.c.seq).limit(1)).first()
        if boot is not None:
            found.append(_line(boot))
    return found


def _with_beats(c: Connection, lines: list[Line], within: ColumnElement[bool]) -> list[Line]:
    begun: dict[tuple[str, str], int] = {}
    unended: list[int] = []
    for line in lines:
        key = str(line.data.get("event_id")), str(line.data.get("zone"))
        if line.kind in {Kind.START, Kind.END}:
            before = begun.pop(key, None)
            unended += [before] if before is not None and line.kind is Kind.START else []
        if line.kind is Kind.START:
            begun[key] = line.seq
    unended += begun.values()
    if not unended:
        return lines
    beats = within & (journal_line.c.kind == str(Kind.BEAT)) & (journal_line.c.seq > min(unended))
    found = lines + [_line(row) for row in c.execute(_without_beats(beats))]
    return sorted(found, key=lambda line: line.seq)


def lines_of(c: Connection, first: int, last: int) -> list[tuple[str, Line]]:
    """File and line of the numbers `first` to `last`; of each run of BEATs only the last."""
    rows = c.execute(_without_beats((journal_line.c.seq >= first) & (journal_line.c.seq <= last)))
    return [(str(row.file), _line(row)) for row in rows]


def verdicts_since(c: Connection, moment: str) -> list[Line]:
    """VERDICT lines written at or after an ISO time, that hold a self-test."""
    rows = c.execute(select(journal_line).where(
        journal_line.c.at >= moment, journal_line.c.kind == str(Kind.VERDICT),
        func.json_extract(journal_line.c.data, "$.self_test").is_not(None)).order_by(journal_line.c.seq))
    return [_line(row) for row in rows]


def _without_beats(within: ColumnElement[bool]) -> Select[Any]:
    data = journal_line.c.data
    airing_of = [func.json_extract(data, f"$.{name}") for name in ("event_id", "zone", "start_seq")]
    following = func.lead(journal_line.c.kind).over(partition_by=airing_of, order_by=journal_line.c.seq)
    lines = select(journal_line, following.label("following")).where(within).subquery()
    beat = str(Kind.BEAT)
    return select(lines).where(or_(lines.c.kind != beat, lines.c.following.is_(None), lines.c.following != beat)) \
        .order_by(lines.c.seq)


def summary(c: Connection, query: AiringQuery) -> dict[Outcome, tuple[int, int]]:
    """Outcome, with corrections -> rows and frames that sounded."""
    told = newest(query)
    unplanned = (airing.c.insert_id != "") | (airing.c.outcome == str(Outcome.UNSCHEDULED))
    outcome = case((unplanned, str(Outcome.UNSCHEDULED)), else_=outcome_now(told))
    statement = select(outcome, func.count(), func.coalesce(func.sum(frames_now(told)), 0))
    rows = c.execute(asked_for(c, with_newest(statement, told), query, told).group_by(outcome))
    return {Outcome(row[0]): (int(row[1]), int(row[2])) for row in rows}


def published_plans(c: Connection, day: str) -> dict[str, bytes]:
    """Name -> the rundown file as it was published, for each revision of ISO day `day`."""
    rows = c.execute(select(published_plan.c.name, published_plan.c.body).where(published_plan.c.day == day))
    return {str(row.name): bytes(row.body) for row in rows}


def published_days(c: Connection) -> set[str]:
    """ISO days of which a published plan was kept."""
    return set(c.scalars(select(published_plan.c.day).distinct()))


def new_faults(c: Connection, faults: Iterable[Fault]) -> list[Fault]:
    """Those nobody was told of yet."""
    told = set(c.scalars(select(audit.c.subject).where(audit.c.action == FAULT_ACTION)))
    return [fault for fault in faults if _subject(fault) not in told]


def add_faults(c: Connection, faults: Iterable[Fault], at: str) -> None:
    for fault in faults:
        c.execute(audit.insert().values(at=at, person="", action=FAULT_ACTION, subject=_subject(fault),
                                        detail={"file": fault.file, "line": fault.line, "problem": fault.problem}))


def airings_of(c: Connection, day: str) -> list[Airing]:
    """The day's rows as the journal proves them, whatever was said of them afterwards."""
    return [_airing(row) for row in c.execute(select(*_COLUMNS).where(airing.c.day == day).order_by(*ORDER))]


def replace_airings(c: Connection, day: str, rows: Sequence[Airing]) -> None:
    """The day's rows become exactly `rows`."""
    c.execute(delete(airing).where(or_(airing.c.day == day, airing.c.id.in_([row.id for row in rows]))))
    if rows:
        c.execute(airing.insert(), [_values(row) for row in rows])


def select_airings(c: Connection, query: AiringQuery, *, newest_first: bool = False, limit: int | None = None,
                   offset: int = 0) -> Iterator[Airing]:
    """The rows `query` asks for, each with its newest correction, by planned start, read piece by piece."""
    told = newest(query)
    statement = with_newest(select(*_COLUMNS, *told.c), told)
    statement = asked_for(c, statement, query, told).order_by(*(key.desc() if newest_first else key for key in ORDER))
    if limit is not None or offset:
        statement = statement.limit(-1 if limit is None else limit).offset(offset)
    for row in c.execution_options(yield_per=1000).execute(statement):
        yield _airing(row, correction_of(row))


def airing_by_id(c: Connection, airing_id: str) -> Airing | None:
    """As the journal proves it."""
    row = c.execute(select(*_COLUMNS).where(airing.c.id == airing_id)).first()
    return _airing(row) if row else None


def count_airings(c: Connection, query: AiringQuery) -> int:
    told = newest(query)
    statement = select(func.count()).select_from(airing)
    # Only a question for outcomes is answered otherwise by corrections.
    statement = with_newest(statement, told) if query.outcomes else statement
    return int(c.scalar(asked_for(c, statement, query, told)) or 0)


def head_of(c: Connection, first_day: str, last_day: str) -> str:
    """Hash of the last line filed from the journal files of these ISO days; empty when there is none."""
    within = (journal_line.c.file >= f"{first_day}.jsonl") & (journal_line.c.file <= f"{last_day}.jsonl")
    return str(c.scalar(select(journal_line.c.hash).where(within).order_by(journal_line.c.seq.desc()).limit(1)) or "")


def days(c: Connection) -> list[str]:
    """Days that have a log, newest first."""
    return [str(day) for day in c.scalars(select(airing.c.day).distinct().order_by(airing.c.day.desc()))]


def unaccounted_days(c: Connection, since: str) -> set[str]:
    """Days from ISO day `since` on with rows, but none of a plan: it may have been published after them."""
    days = select(airing.c.day).where(airing.c.day >= since).group_by(airing.c.day)
    return set(c.scalars(days.having(func.max(airing.c.rundown) == "")))


def open_days(c: Connection) -> set[str]:
    """Days on which something is still pending."""
    return {str(day) for day in c.scalars(
        select(airing.c.day).distinct().where(airing.c.outcome == str(Outcome.PENDING)))}


def with_newest(statement: Select[Any], told: Subquery) -> Select[Any]:
    """Each airing beside its newest correction (correction_store.newest)."""
    return statement.outerjoin(told, told.c.correction_of == airing.c.id)


def asked_for(c: Connection, statement: Select[Any], query: AiringQuery, told: Subquery) -> Select[Any]:
    """Only the rows `query` asks for; `told` as `with_newest` joined it."""
    if query.first_day:
        statement = statement.where(airing.c.day >= query.first_day)
    if query.last_day:
        statement = statement.where(airing.c.day <= query.last_day)
    if query.directive_id:
        statement = statement.where(airing.c.directive_id == query.directive_id)
    if query.outcomes:
        statement = statement.where(outcome_now(told).in_([str(outcome) for outcome in query.outcomes]))
    if query.kinds:
        statement = statement.where(airing.c.kind.in_(query.kinds))
    if query.zone:
        each = func.json_each(airing.c.by_zone).table_valued("value")
        statement = statement.where(select(each.c.value).where(
            func.json_extract(each.c.value, "$.zone") == query.zone).exists())
    words = fold(query.words).split()
    if words:
        raw: Any = c.connection.driver_connection
        raw.create_function("folded", 1, fold, deterministic=True)
        text = func.folded(airing.c.title + " " + airing.c.directive_number + " " + airing.c.directive_subject + " "
                           + airing.c.session_name + " " + airing.c.issuer + " " + airing.c.ordered_by)
        statement = statement.where(*(func.instr(text, word) > 0 for word in words))
    return statement


def _subject(fault: Fault) -> str:
    return f"{fault.file}:{fault.line} {fault.problem}"


def _line(row: Row[Any]) -> Line:
    return Line(int(row.seq), parse_time(row.at), Kind(row.kind), dict(row.data), str(row.hash))




def _values(row: Airing) -> dict[str, Any]:
    values = asdict(row)
    del values["correction"]
    return {**values, "outcome": str(row.outcome), "zones": list(row.zones)}


def _airing(row: Row[Any], told: Correction | None = None) -> Airing:
    values = dict(zip(_NAMES, row, strict=False))  # by place: names are looked up too slowly for a year of rows
    outcome, zones, by_zone = values["outcome"], values["zones"], values["by_zone"]
    values |= {"outcome": _OUTCOMES[outcome], "zones": tuple(zones), "correction": told,
               "by_zone": tuple(_by_zone(item) for item in by_zone)}
    return Airing(**values)


def _by_zone(body: dict[str, Any]) -> ZoneAiring:
    return ZoneAiring(**{**body, "outcome": Outcome(body["outcome"])})


def restored_notes(c: Connection) -> list[Fault]:
    """Where the journal says that the station was brought back from a backup: before it, lines that were are not."""
    rows = c.execute(select(journal_line.c.file, journal_line.c.data).where(
        journal_line.c.kind == str(Kind.OPERATOR)).order_by(journal_line.c.seq))
    return [Fault(str(row.file), 0, "restored", str(row.data.get("made_at"))[:16]) for row in rows
            if row.data.get("action") == RESTORED]
