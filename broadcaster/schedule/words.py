"""A session, a campaign, a period, a day read back as plain Vietnamese sentences before they are saved. Pure.

Hours are said twice, 05:00 (5 giờ sáng): who meant the afternoon hears it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from broadcaster.schedule.model import ALL, Campaign, IfMissed, Per, Period, RelaySlot, SessionTemplate
from broadcaster.schedule.sessions.toml_words import day_month

_PARTS = ((1, "đêm"), (11, "sáng"), (13, "trưa"), (18, "chiều"), (22, "tối"), (24, "đêm"))
"""Until which hour a time of day is called so."""
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_KINDS = {"nhac": "nhạc", "nhac_cat": "nhạc cắt", "nhac_hieu": "nhạc hiệu", "loi_xuong": "lời xướng",
          "loi_chao": "lời chào", "chuong": "chuông"}
_DAYPARTS = {"morning": "buổi sáng", "noon": "buổi trưa", "afternoon": "buổi chiều", "evening": "buổi tối"}
_PER = {Per.DAY: "mỗi ngày", Per.WEEK: "mỗi tuần"}


def part_of_day(moment: time | datetime) -> str:
    """sáng, trưa, chiều, tối or đêm, as people say it: 12:30 is trưa, 18:00 tối, 00:15 đêm."""
    return next(word for until, word in _PARTS if moment.hour < until)


def spoken_time(moment: time | datetime) -> str:
    """5 giờ sáng · 5 giờ 30 chiều · 12 giờ 15 đêm."""
    minutes = f" {moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12} giờ{minutes} {part_of_day(moment)}"


def time_words(moment: time | datetime) -> str:
    """05:00 (5 giờ sáng)."""
    return f"{moment:%H:%M} ({spoken_time(moment)})"


def day_words(day: date) -> str:
    """thứ Bảy, 21/11/2026."""
    return f"{_WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def weekday_words(weekdays: str) -> str:
    """tất cả các ngày trong tuần · thứ Hai đến thứ Sáu · thứ Bảy, Chủ nhật."""
    if len(weekdays) == len(_WEEKDAYS):
        return "tất cả các ngày trong tuần"
    runs: list[list[int]] = []
    for digit in map(int, weekdays):
        if runs and digit == runs[-1][-1] + 1:
            runs[-1].append(digit)
        else:
            runs.append([digit])
    return _listed([words for run in runs for words in _run_words([_WEEKDAYS[digit - 1] for digit in run])])


def zone_words(zones: Collection[str]) -> str:
    """trên mọi cụm loa · trên cụm loa Thôn Đông và Thôn Tây."""
    if not zones or ALL in zones:
        return "trên mọi cụm loa"
    return f"chỉ trên cụm loa {_listed(list(zones))}"


def season_words(template: SessionTemplate) -> str:
    """từ 15/04 đến hết 14/10 hằng năm; empty for the whole year."""
    if not template.season_from:
        return ""
    return f"từ {day_month(template.season_from)} đến hết {day_month(template.season_to)} hằng năm"


def sentences_of_template(template: SessionTemplate, sources: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What will sound when; `sources`: id of a relay source -> its name."""
    ends = _plus(template.starts, template.minutes)
    lines = [f"{template.name} bắt đầu lúc {time_words(template.starts)}, dài nhất {template.minutes} phút, "
             f"kết thúc chậm nhất lúc {time_words(ends)}{_next_day(template)}."]
    season = season_words(template)
    if not template.weekdays:
        lines.append(f"Ngày thường không phát; chỉ phát trong đợt đặc biệt có nêu tên buổi này, "
                     f"{zone_words(template.zones)}.")
    else:
        held = f"Phát vào {weekday_words(template.weekdays)}" if len(template.weekdays) < len(_WEEKDAYS) \
            else "Ngày nào cũng phát"
        lines.append(f"{held}, {season or 'quanh năm'}, {zone_words(template.zones)}.")
    lines += [_relay_sentence(slot, sources or {}) for slot in template.relays]
    if template.relays:
        lines.append("Các mục của đài xếp quanh phần tiếp sóng; phần tiếp sóng luôn bắt đầu đúng giờ.")
        filler = _KINDS.get(template.filler, template.filler)
        lines.append(f"Còn trống trước giờ tiếp sóng thì phát {filler}." if filler else
                     "Còn trống trước giờ tiếp sóng thì để im lặng.")
    return tuple(lines)


def sentences_of_campaign(campaign: Campaign, sessions: Mapping[str, str] | None = None,
                          zones: Collection[str] = ()) -> tuple[str, ...]:
    """How often, when and where an item airs; `sessions`: id of a template -> its name, `zones`: all there are."""
    first, last = campaign.first_day, campaign.last_day
    span = f"trong một ngày, {day_words(first)}" if first == last else \
        f"từ {day_words(first)} đến hết {day_words(last)}"
    lines = [f"“{campaign.title}” phát {campaign.times} lần {_PER[campaign.per]}, {span}."]
    days = _airing_days(campaign)
    only = "" if len(campaign.weekdays) == len(_WEEKDAYS) else f"Chỉ phát vào {weekday_words(campaign.weekdays)}. "
    if campaign.per is Per.DAY:
        lines.append(f"{only}Tất cả {days} ngày, {days * campaign.times} lượt phát.")
    elif only:
        lines.append(only.strip())
    where = [_DAYPARTS.get(part, part) for part in campaign.dayparts]
    if where:
        lines.append(f"Chỉ phát vào {_listed(where)}.")
    if campaign.zones and ALL not in campaign.zones and set(campaign.zones) != set(zones):
        lines.append(f"Phát {zone_words(campaign.zones)}.")
    if campaign.spacing_minutes:
        lines.append(f"Hai lần phát trong ngày cách nhau ít nhất {length_words(campaign.spacing_minutes)}.")
    lines.append(_if_missed(campaign.if_missed, sessions or {}))
    return tuple(lines)


def sentences_of_period(period: Period, sessions: Mapping[str, str] | None = None,
                        profiles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What is other on these days; `sessions`: id of a template -> name, `profiles`: id of a profile -> name."""
    days = (period.last_day - period.first_day).days + 1
    span = day_words(period.first_day) if days == 1 else \
        f"từ {day_words(period.first_day)} đến hết {day_words(period.last_day)} ({days} ngày)"
    lines = [f"{period.name}: {span}."]
    names = sessions or {}
    if period.sessions is not None:
        held = _listed([names.get(item, item) for item in period.sessions])
        lines.append(f"Những ngày này chỉ phát {held}." if held else "Những ngày này không phát buổi nào.")
    if period.profile:
        lines.append(f"Theo khung quy định “{(profiles or {}).get(period.profile, period.profile)}”.")
    if period.without:
        lines.append(f"Không phát {_listed([_KINDS.get(kind, kind) for kind in period.without])}.")
    if period.directive_number:
        lines.append(f"Theo văn bản số {period.directive_number}.")
    if period.reason:
        lines.append(f"Lý do: {period.reason}.".replace("..", "."))
    return tuple(lines)


def length_words(minutes: int) -> str:
    """45 phút · 1 giờ · 1 giờ 30 phút."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{hours} giờ" if hours else "", f"{rest} phút" if rest or not hours else "")))


def _relay_sentence(slot: RelaySlot, sources: Mapping[str, str]) -> str:
    ends = _plus(slot.starts, slot.minutes)
    return f"Đúng {time_words(slot.starts)} tiếp sóng {sources.get(slot.source, f'“{slot.source}”')} trong " \
           f"{slot.minutes} phút, đến {ends:%H:%M}."


def _if_missed(policy: IfMissed, sessions: Mapping[str, str]) -> str:
    if policy.session:
        return f"Lỡ giờ thì phát bù vào {sessions.get(policy.session, policy.session)} cùng ngày."
    if policy.late_minutes:
        return f"Lỡ giờ thì phát muộn nhiều nhất {policy.late_minutes} phút, quá nữa thì thôi và ghi lý do."
    return "Lỡ giờ thì thôi, ghi lý do vào nhật ký."


def _airing_days(campaign: Campaign) -> int:
    length = (campaign.last_day - campaign.first_day).days + 1
    whole, rest = divmod(length, len(_WEEKDAYS))
    tail = (campaign.first_day + timedelta(days=n) for n in range(rest))
    return whole * len(set(campaign.weekdays)) + sum(str(day.isoweekday()) in campaign.weekdays for day in tail)


def _plus(moment: time, minutes: int) -> time:
    return (datetime.combine(date(2027, 1, 1), moment) + timedelta(minutes=minutes)).time()


def _next_day(template: SessionTemplate) -> str:
    start = template.starts.hour * 60 + template.starts.minute
    return " ngày hôm sau" if start + template.minutes >= 24 * 60 else ""


def _run_words(names: Sequence[str]) -> Sequence[str]:
    return [f"{names[0]} đến {names[-1]}"] if len(names) > 2 else names


def _listed(names: Sequence[str]) -> str:
    """A, B và C."""
    return " và ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
