"""Broken and hostile letters of every format, the same for the same seed.

A document is made from a real one by a mutation (flipped bits, cuts, swapped parts, marks nobody sees), or from
nothing by a recipe (bombs, entities, tables in tables, pipes of NULs).
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

LETTERS = Path(__file__).parents[1] / "data" / "letters"
FORMATS = LETTERS / "formats"
Mutation = Callable[[bytes, random.Random], bytes]
_HIDDEN = "\u202e\u202d\u200b\u200f\u2066\u2069\ufeff\u00ad\u0000\u0007\u001b\u2028"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def documents(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of `count` documents; every eighth is a recipe, the others are mutations of real letters."""
    chance = random.Random(seed)
    sources = [(path.name, path.read_bytes()) for path in real_letters()]
    recipes = _recipes()
    for index in range(count):
        if index % 8 == 0:
            name, recipe = recipes[index // 8 % len(recipes)]
            yield f"{index:05d}-{name}", recipe(chance)
            continue
        source, data = sources[index % len(sources)]
        if data[:2] == b"PK" and chance.random() < 0.7:
            yield f"{index:05d}-inside-{source}", _inside_zip(data, chance)
        else:
            mutation = chance.choice(MUTATIONS)
            yield f"{index:05d}-{mutation.__name__.strip('_')}-{source}", mutation(data, chance)


def real_letters() -> list[Path]:
    """One letter of every kind and layout the project has."""
    return [*sorted(FORMATS.iterdir()), LETTERS / "seed-000.docx", LETTERS / "seed-004.docx", LETTERS / "seed-000.pdf",
            LETTERS / "seed-004.pdf", LETTERS / "seed-001.txt", LETTERS / "26.txt"]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100, 1000))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _hole(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 2000) :]


def _swap(data: bytes, chance: random.Random) -> bytes:
    a, b, c = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 3000)]
    return data[:start] + piece * chance.randrange(2, 60) + data[start:]


def _fill(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    size = min(chance.randrange(1, 600), len(data) - start)
    return data[:start] + bytes([chance.choice((0, 0xFF, 0x7F, 0x20))]) * size + data[start + size :]


def _hide(data: bytes, chance: random.Random) -> bytes:
    changed = data
    for _ in range(chance.randrange(1, 40)):
        place = chance.randrange(len(changed))
        changed = changed[:place] + chance.choice(_HIDDEN).encode() + changed[place:]
    return changed


def _numbers(data: bytes, chance: random.Random) -> bytes:
    """Fields of four bytes become extreme: offsets and counts that point anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 20))):
        place = chance.randrange(max(1, len(changed) - 4))
        changed[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f",
                                                    chance.randbytes(4)))
    return bytes(changed)


def _header(data: bytes, chance: random.Random) -> bytes:
    """The same, in the first kilobyte, where the formats keep what they believe about themselves."""
    return _numbers(data[:1600], chance) + data[1600:]


MUTATIONS: tuple[Mutation, ...] = (_flip, _cut, _hole, _swap, _repeat, _fill, _hide, _numbers, _header)


def _inside_zip(data: bytes, chance: random.Random) -> bytes:
    """A sound archive whose parts are broken: the damage gets behind the check sums."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    names = [name for name in parts if name.endswith((".xml", ".rels")) and parts[name]]
    for _ in range(chance.randrange(1, 3)):
        name = chance.choice([*names, "word/document.xml" if "word/document.xml" in parts else "content.xml"])
        parts[name] = chance.choice((*MUTATIONS, _tags, _tags))(parts[name] or b"<a/>", chance)
    if chance.random() < 0.2:
        a, b = chance.sample(names, 2)
        parts[a], parts[b] = parts[b], parts[a]
    return _zipped(parts)


def _tags(data: bytes, chance: random.Random) -> bytes:
    """Well-formed nonsense: elements and values change their names all over the part."""
    words = [b"w:p>", b"w:tbl>", b"w:r>", b"w:t>", b"w:tc>", b"w:tr>", b"w:txbxContent>", b"text:p>", b"text:span>",
             b"table:table>", b"text:list>", b'w:val="', b"w:sdt>", b"w:ins>"]
    return data.replace(chance.choice(words), chance.choice(words))


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _docx(body: str, head: str = "") -> bytes:
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return _zipped({"word/document.xml": document.encode("utf-8", "surrogatepass")})


def _odt(body: str, head: str = "") -> bytes:
    text = (f'<?xml version="1.0"?>{head}<o:document-content xmlns:o="{_OFFICE}:office:1.0" '
            f'xmlns:text="{_OFFICE}:text:1.0" xmlns:table="{_OFFICE}:table:1.0">'
            f'<o:body><o:text>{body}</o:text></o:body></o:document-content>')
    return _zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": text.encode()})


def _laughs(levels: int) -> str:
    entities = '<!ENTITY a0 "ha ha ha ha ha ha ha ha ha ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, levels))
    return f"<!DOCTYPE l [{entities}]>"


def _outside() -> str:
    return '<!DOCTYPE l [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "http://127.0.0.1:9/x"> %d;]>'


def _bomb(size: int, name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w", force_zip64=True) as part:
        for _ in range(size // 1_000_000):
            part.write(b" " * 1_000_000)
    return file.getvalue()


def _lying_bomb(name: str) -> bytes:
    """Its directory says ten bytes; unpacked it has thirty million."""
    data = bytearray(_bomb(30_000_000, name))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def _many_entries(chance: random.Random) -> bytes:
    return _zipped({"word/document.xml": b"<a/>"} | {f"word/{i}.xml": b"" for i in range(chance.randrange(2001, 2500))})


def _slip(chance: random.Random) -> bytes:
    names = ("../../../../tmp/escaped.xml", "/etc/escaped.xml", "C:\\escaped.xml", "word/../../escaped.xml", "word/\0x")
    data = {name: b"<w/>" for name in names}
    return _zipped(data | {"word/document.xml": f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>Thông báo'
                                                "</w:t></w:r></w:p></w:body></w:document>".encode()})


def _deep(opening: str, closing: str, words: str, chance: random.Random) -> str:
    depth = chance.choice((12, 60, 250, 3000, 10_000))
    return opening * depth + words + closing * depth


_P = "<w:p><w:r><w:t>Tuyên truyền phòng dịch</w:t></w:r></w:p>"
_MAIL = b"From: a@xamau.example\nTo: b@xamau.example\nSubject: =?utf-8?B?VGjDtG5nIGLDoW8=?=\nMIME-Version: 1.0\n"


def _deep_mail(chance: random.Random) -> bytes:
    depth = chance.choice((3, 50, 600))
    lines = [_MAIL.decode()]
    for index in range(depth):
        lines.append(f'Content-Type: multipart/mixed; boundary="b{index}"\n\n--b{index}\n')
    return ("".join(lines) + "Content-Type: text/plain\n\nKính gửi: các thôn\n").encode()


def _odd_mail(chance: random.Random) -> bytes:
    kind = chance.choice((b"text/html; charset=zip", b"text/plain; charset=punycode", b"text/plain; charset=x" * 50,
                          b"application/octet-stream", b"multipart/related", b"message/rfc822"))
    return _MAIL + b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: base64\n\n" + chance.randbytes(400)


def _odd_rtf(chance: random.Random) -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg" + str(chance.choice((0, 65001, 99999, 1258))).encode() + chance.choice((
        b"{" * 20_000, b"\\bin999999999 ", b"\\u-99999999?" * 500, b"\\'" * 5000, b"\\cell" * 50_000,
        b"{\\fonttbl" + b"{\\f1 x;}" * 30_000 + b"}", b"\\row" * 50_000, b"{\\footnote" * 4000, b"}" * 5000 + b"chu",
        b"{\\shp{\\*\\shpinst{\\shptxt " * 3000, b"\\uc9999\\u7875 " * 900, b"\\pard\\intbl a\\nestcell" * 20_000))


def _odd_html(chance: random.Random) -> bytes:
    words = "Kính gửi: các thôn"
    return chance.choice((
        "<html><body>" + _deep("<table><tr><td>", "</td></tr></table>", words, chance),
        "<html><body>" + _deep("<div>", "</div>", words, chance), "<!doctype html>" + "<p" * 100_000,
        "<html>" + "<ol start=99999999999><li>a" * 2000,
        "<html><body>" + "&nbsp;&#x202e;&#0;&#xD800;&#x110000;" * 3000 + words,
        f"<!doctype html {_laughs(9)[9:]}<p>&a8;{words}</p>", "<html><style>" + "a{}" * 50_000 + f"</style><p>{words}",
        "<html><body style='font-size:" + "0" * 200_000 + f"'>{words}", "<html><!--" * 20_000 + words,
        "<html><body><p>" + "<b>" * 30_000 + words)).encode("utf-8", "surrogatepass")


def _odd_text(chance: random.Random) -> bytes:
    words = "Kính gửi: Ủy ban nhân dân xã\n"
    return chance.choice((
        chance.randbytes(5000), bytes(range(256)) * 40,
        (words * 20).encode("utf-16-le"), (words * 20).encode("utf-16-be"),
        ("\u0300" * 100_000).encode(), words.encode() + b"\0" * 50, ("a" + "\u0323\u0302" * 50_000).encode(),
        (_HIDDEN[:7] * 2000 + words).encode(), ("\n" * 400_000 + words).encode(), ("\t \n" * 100_000 + words).encode(),
        ("Số: " * 100_000).encode(), (("- " * 50_000) + words).encode(), b"\xff\xfe\0\xd8" * 3000,
        ("\ue000\ue001\ue010\ue011" * 5000 + words).encode(), b"{" * 90_000, ("1\n\f" * 60_000 + words).encode(),
        b"<svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>", b"a,b,c\n1,2,3\n" * 900, b'{"a": [' * 9000))


def _recipes() -> list[tuple[str, Callable[[random.Random], bytes]]]:
    table, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    frame = "<table:table><table:table-row><table:table-cell>"
    frame_end = "</table:table-cell></table:table-row></table:table>"
    item, item_end = "<text:list><text:list-item>", "</text:list-item></text:list>"
    paragraph = "<text:p>Tuyên truyền phòng dịch</text:p>"
    wide = "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 20_000 + "</w:tr></w:tbl>"
    return [
        ("nested.docx", lambda c: _docx(_deep(table, end, _P, c))),
        ("nested.odt", lambda c: _odt(_deep(frame, frame_end, paragraph, c))),
        ("boxes.docx", lambda c: _docx(_deep("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", _P, c))),
        ("runs.docx", lambda c: _docx(f"<w:p>{_deep('<w:ins>', '</w:ins>', '<w:r><w:t>a</w:t></w:r>', c)}</w:p>")),
        ("lists.odt", lambda c: _odt(_deep(item, item_end, paragraph, c))),
        ("laughs.docx", lambda c: _docx(_P.replace("phòng", "&a8;"), _laughs(9))),
        ("laughs.odt", lambda c: _odt(paragraph.replace("phòng", "&a8;"), _laughs(9))),
        ("outside.docx", lambda c: _docx(_P.replace("phòng", "&e;"), _outside())),
        ("outside.odt", lambda c: _odt(paragraph.replace("phòng", "&e;"), _outside())),
        ("wide.docx", lambda c: _docx(wide + _P)),
        ("long.docx", lambda c: _docx("<w:p><w:r><w:t>" + "Thông báo " * 60_000 + "</w:t></w:r></w:p>")),
        ("blanks.odt", lambda c: _odt('<text:p>a<text:s text:c="999999999"/>b</text:p>' * 900 + paragraph)),
        ("bomb.docx", lambda c: _bomb(c.choice((20, 120)) * 1_000_000, "word/document.xml")),
        ("bomb.odt", lambda c: _bomb(20_000_000, "content.xml")),
        ("lying.docx", lambda c: _lying_bomb("word/document.xml")),
        ("entries.docx", _many_entries), ("slip.docx", _slip), ("mail.eml", _deep_mail), ("odd.eml", _odd_mail),
        ("odd.rtf", _odd_rtf), ("odd.html", _odd_html), ("odd.txt", _odd_text), ("odd2.txt", _odd_text),
        ("odd2.html", _odd_html), ("odd2.rtf", _odd_rtf),
    ]
