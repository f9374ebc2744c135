"""What a report says in sentences, from its figures, the station's wording and the addressee's profile. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadcaster.asrun.model import CONTENT_KINDS, NOT_HEARD
from broadcaster.reports import wording
from broadcaster.reports.model import Fault, Report
from broadcaster.reports.periods import Span, free, month_number
from broadcaster.reports.profiles import ReportProfile
from broadcaster.reports.template import Words, shipped_words

_TIERS = ("xã ", "phường ", "thị trấn ", "đặc khu ")
_MOST_DAYS = 12
"""How many days are named one by one in a sentence."""
_MOST_SOURCES = 6


class Sentences:
    """All a document says between its tables."""

    def __init__(self, report: Report, words: Words | None = None, profile: ReportProfile | None = None,
                 named: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """`named`: what the library calls its classes and tongues ("category", "language")."""
        self.named = named or {}
        self.report = report
        self.words = words or shipped_words()
        self.profile = profile or ReportProfile("", "")
        self._facts = {"station": report.sender.station, "commune": report.sender.commune,
                       "province": report.sender.province, "superior": report.sender.superior, "span": self.span(),
                       "letter": self.letter_name(), "campaign": report.campaign,
                       "addressee": (report.letter.addressee if report.letter else "") or report.sender.superior}
        self._facts["reporter"] = self.profile.reporter.format(**{**self._facts, "reporter": ""})

    def say(self, section: str, key: str, **facts: object) -> str:
        """One line of the wording with its facts filled in."""
        return self.words[section][key].format(**{**self._facts, **facts})

    def own(self, text: str) -> str:
        """A line of the profile, filled in."""
        return text.format(**self._facts)

    # The head

    def letterhead(self) -> dict[str, str]:
        """above, issuer, number, place_and_date."""
        made, profile = self.report.made_on, self.profile
        return {"above": self.own(profile.above).upper(),
                "issuer": (self.own(profile.issuer) or self.report.sender.issuer).upper(),
                "number": self.say("letterhead", "number", symbol=profile.symbol),
                "place_and_date": self.say("letterhead", "date", place=self.place(), year=made.year,
                                           month=month_number(made.month))}

    def place(self) -> str:
        """The commune's name without its tier: "xã Mẫu" -> "Mẫu"."""
        commune = self.report.sender.commune.strip()
        for tier in _TIERS:
            if commune.lower().startswith(tier):
                return commune[len(tier):].strip()
        return commune

    def to(self) -> tuple[str, ...]:
        """Kính gửi, a line for each; nothing where nobody is named."""
        bodies = [text for text in (self.own(text).strip() for text in self.profile.to) if text]
        bodies = bodies or ([self.report.sender.superior] if self.report.sender.superior else [])
        if len(bodies) < 2:
            return tuple(self.say("letterhead", "to", to=body) for body in bodies)
        return (self.say("letterhead", "to_many"), *(self.say("letterhead", "to_one", to=body) for body in bodies[:-1]),
                self.say("letterhead", "to_last", to=bodies[-1]))

    def span(self) -> str:
        """tháng 11 năm 2026 (15/10–14/11/2026), or từ ngày … đến ngày …"""
        return (self.report.period or free(self.report.first, self.report.last)).name

    def letter_name(self) -> str:
        """Công văn số 1349/STTTT-BCXBTT."""
        letter = self.report.letter
        if letter is None:
            return ""
        kinds = self.words["doc_types"]
        name = kinds.get(letter.kind, kinds["other"])
        return f"{name} số {letter.number}" if letter.number else name

    def subject(self) -> str:
        if self.profile.subject:
            return self.own(self.profile.subject)
        return self.say("subject", self._about(month=True))

    def basis(self) -> list[str]:
        """Lines of the profile; the sentence that opens the report is `opening`."""
        return [self.own(text) for text in self.profile.basis]

    def opening(self) -> str:
        if self.profile.opening:
            return self.own(self.profile.opening)
        letter = self.report.letter
        if letter is None:
            return self.say("basis", self._about())
        text = self.say(
            "basis", "directive",
            dated=self.say("basis", "dated", date=wording.day(letter.issued)) if letter.issued else "",
            issuer=self.say("basis", "issuer", issuer=letter.issuer) if letter.issuer else "",
            subject=self.say("basis", "subject", subject=_running(letter.subject)) if letter.subject else "")
        return text.replace(" ,", ",")

    # Sections

    def situation(self) -> list[str]:
        report, sums = self.report, self.report.totals
        count = report.sender.clusters
        clusters = self.say("situation", "clusters", count=wording.number(count)) if count else ""
        lines = [self.say("situation", "station", clusters=clusters)]
        when = self.span()
        when = when[:1].upper() + when[1:]
        if sums.airings:
            lines.append(self.say("situation", "airing", span_capital=when, sessions=wording.number(sums.sessions),
                                  days=wording.number(sums.days)))
        else:
            lines.append(self.say("situation", "nothing", span_capital=when))
        if report.days_asked:
            lines.append(self.say("situation", "days", asked=wording.number(report.days_asked),
                                  covered=wording.number(report.days_covered)))
        if report.query.zone:
            lines.append(self.say("situation", "zone", zone=report.query.zone))
        if report.query.kinds:
            lines.append(self.say("situation", "kinds", kinds=", ".join(map(self.kind, report.query.kinds))))
        if report.unfinished:
            lines.append(self.say("situation", "unfinished", date=wording.day(report.made_on)))
        return lines

    def content(self) -> list[list[str]]:
        """Numbered paragraphs of the results, each with the sentences that belong below it."""
        sums = self.report.totals
        parts = [[self.say("results", "items", items=self.items(sums.items))]] if sums.items else []
        airings = self.say("results", "airings", airings=wording.number(sums.airings),
                           new=wording.number(sums.new_airings), repeats=wording.number(sums.repeats),
                           minutes=wording.minutes(sums.seconds))
        if sums.partial:
            airings += " " + self.say("results", "partial", count=wording.number(sums.partial))
        parts.append([airings, *self._compared(), *self._beyond_the_plan()])
        kept = list(self._kept())
        return [*parts, kept] if kept else parts

    def _beyond_the_plan(self) -> Iterator[str]:
        """Own and relayed minutes, what nobody had planned, made up, corrected; nothing where there was none."""
        sums, report = self.report.totals, self.report
        if sums.relay_seconds:
            yield self.say("results", "relay", own=wording.minutes(sums.seconds - sums.relay_seconds),
                           relay=wording.minutes(sums.relay_seconds))
        sources = report.breakdowns.get("source", ())
        if 1 < len(sources) <= _MOST_SOURCES:
            yield self.say("results", "relay_sources", sources="; ".join(
                self.say("results", "relay_source", name=group.key, minutes=wording.minutes(group.seconds),
                         airings=wording.number(group.airings)) for group in sources))
        if sums.unscheduled:
            yield self.say("results", "unscheduled", kinds="; ".join(
                f"{self.kind(kind)} {sums.unscheduled[kind]} lượt" for kind in CONTENT_KINDS
                if sums.unscheduled.get(kind)))
        for key, count in (("made_up", sums.made_up), ("self_approved", sums.self_approved),
                           ("corrected", sums.corrected)):
            if count:
                yield self.say("results", key, count=wording.number(count))
        if sums.verification:
            yield self.say("results", "verification", counts=wording.verifications(sums.verification))

    def _compared(self) -> Iterator[str]:
        """More or less than in an earlier period."""
        if self.report.earlier is not None:
            period, then = self.report.earlier
            now = self.report.totals
            yield self.say("results", "compared", period=period.name,
                           airings=self._moved_by(now.airings, then.airings, "airings_unit"),
                           minutes=self._moved_by(now.seconds / 60, then.seconds / 60, "minutes_unit"))

    def _moved_by(self, now: float, then: float, unit: str) -> str:
        difference = now - then
        if abs(difference) < 0.05:
            return self.say("results", "same")
        share = wording.number(100 * abs(difference) / then, 1) if then else ""
        percent = self.say("results", "by_percent", percent=share) if share else ""
        return self.say("results", "more" if difference > 0 else "less", unit=self.say("results", unit),
                        count=wording.number(abs(difference), int(unit == "minutes_unit")), percent=percent)

    def _kept(self) -> Iterator[str]:
        """How the plan, and what letters ask, was kept."""
        report, sums = self.report, self.report.totals
        if sums.planned:
            aired = sum(item.aired for item in report.coverage)
            key = "coverage" if sums.missed or aired < sums.planned else "coverage_all"
            yield self.say("results", key, aired=wording.number(aired), planned=wording.number(sums.planned),
                           percent=wording.number(100 * aired / sums.planned, 1), missed=wording.number(sums.missed),
                           reasons=self.reasons(sums.missed_by_reason))
        if short := report.short_days:
            days = [self.say("results", "short_day", date=wording.day(item.day), aired=item.aired, planned=item.planned)
                    for item in short[:_MOST_DAYS]]
            if len(short) > _MOST_DAYS:
                days.append(self.say("results", "more_days", count=wording.number(len(short) - _MOST_DAYS)))
            yield self.say("results", "short_days", days="; ".join(days))
        if asked := sum(item.asked for item in report.requirements):
            aired = sum(min(item.aired, item.asked) for item in report.requirements)
            missing = sum(item.missing for item in report.requirements)
            to_come = sum(item.to_come for item in report.requirements)
            said = [self.say("results", "required", aired=wording.number(aired), asked=wording.number(asked),
                             percent=wording.number(100 * aired / asked, 1))]
            said += [self.say("results", "required_missing", missing=wording.number(missing))] if missing else []
            said += [self.say("results", "required_to_come", count=wording.number(to_come))] if to_come else []
            yield " ".join(said)

    def difficulties(self) -> list[str]:
        sums = self.report.totals
        bad = {word: count for word, count in sums.verification.items() if word in NOT_HEARD}
        faults = self.faults(self.report.faults)
        lines = [self.say("difficulties", "missed", missed=wording.number(sums.missed),
                          reasons=self.reasons(sums.missed_by_reason))] \
            if sums.missed else [self.say("difficulties", "none" if sums.planned else "no_plan")]
        lines += [self.say("difficulties", "partial", count=wording.number(sums.partial))] if sums.partial else []
        lines += [self.say("difficulties", "not_heard", count=wording.number(sum(bad.values())),
                           counts=wording.verifications(bad))] if bad else []
        return lines + ([self.say("difficulties", "faults", faults=faults)] if faults else [])

    def faults(self, found: tuple[Fault, ...]) -> str:
        """mất điện 2 lần trong 2 ngày (03/11, 17/11); …"""
        said = []
        for kind in self.words["faults"]:
            some = [item for item in found if item.kind == kind]
            if some:
                dates = ", ".join(f"{item.day:%d/%m}" for item in some[:_MOST_DAYS])
                said.append(self.say("difficulties", "fault", name=self.words["faults"][kind], days=len(some),
                                     count=sum(item.count for item in some),
                                     dates=dates + (" …" if len(some) > _MOST_DAYS else "")))
        return "; ".join(said)

    def proposals(self) -> list[str]:
        return [self.own(text) for text in self.profile.proposals] or [self.say("proposals", "none")]

    # The foot

    def closing(self) -> str:
        return self.say("section", "closing", about=self.say("section", f"closing_{self._about()}"))

    def recipients(self) -> list[str]:
        if self.profile.recipients:
            lines = [self.own(text) for text in self.profile.recipients]
            return [line for line in lines if line.replace("(b/c)", "").strip(" -;.")]
        to, above = self.to(), self.report.sender.superior
        first = [self.say("recipients", "same")] if to else []
        if above and not any(above in line for line in to):
            first.append(self.say("recipients", "above"))
        return [*first, self.say("recipients", "chair"), self.say("recipients", "file")]

    def authority(self) -> tuple[str, ...]:
        """TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."""
        body = self.own(self.profile.body) or self.say("signature", "body")
        post = self.own(self.profile.post) or self.say("signature", "post")
        lines = self.words["signing"][self.profile.signing]
        return tuple(line.format(**{**self._facts, "body": body, "post": post}).upper() for line in lines)

    # Names as this station calls them

    def kind(self, name: str) -> str:
        return self.words["kinds"].get(name, name)

    def items(self, counts: Mapping[str, int]) -> str:
        """03 tin, 02 bài, 01 thông báo."""
        return ", ".join(f"{counts[kind]:02} {self.kind(kind)}" for kind in CONTENT_KINDS if counts.get(kind))

    def reasons(self, counts: Mapping[str, int]) -> str:
        return wording.reasons(counts, self.words["reasons"])

    def zones(self, names: tuple[str, ...], most: int = 0) -> str:
        """Their names; more than `most` (0: never) are only counted, as a narrow column holds no more."""
        if "all" in names:
            names = ("all",)
        if most and len(names) > most:
            return self.say("results", "many_zones", count=len(names))
        return ", ".join(self.words["zones"].get(name, name) for name in names)

    def _about(self, *, month: bool = False) -> str:
        """directive, campaign, period; month where its subject is worded apart."""
        report = self.report
        if report.letter is not None:
            return "directive"
        if report.campaign:
            return "campaign"
        return "month" if month and report.period and report.period.span is not Span.FREE else "period"


def title_of(report: Report) -> str:
    """The report's title in the shipped wording, for lists and windows."""
    return Sentences(report).subject()


def _running(text: str) -> str:
    """A subject inside a sentence: small first letter, unless an abbreviation stands there."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
