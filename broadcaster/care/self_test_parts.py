"""What the program tries of itself below the window: the real thing, small, and a look at what came out."""

from __future__ import annotations

import importlib.metadata
import unicodedata
from zoneinfo import ZoneInfo

from broadcaster.accounts.model import Role
from broadcaster.asrun.identity import signature_holds
from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import sha256_of, shipped
from broadcaster.base.program import built
from broadcaster.care.build_facts import altered_files, build_facts
from broadcaster.care.self_test import Ground, Trial, must
from broadcaster.db import search
from broadcaster.db.migrate import current_revision

SENTENCE = "Đài truyền thanh xã Mẫu kính chào bà con."
_FONTS = ("BeVietnamPro-Regular", "BeVietnamPro-Bold", "Inter", "LiberationSerif-Regular", "LiberationSerif-Bold",
          "LiberationSerif-Italic")
_FEWEST_ICONS = 60
_TOLD = 5


def vietnamese_letters() -> str:
    """Every letter of the alphabet under every tone, small and capital."""
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    small = [unicodedata.normalize("NFC", vowel + mark) for vowel in "aăâeêioôơuưy" for mark in marks]
    return "".join(small) + "đ" + "".join(small).upper() + "Đ"


def files(_: Ground) -> str:
    """A virus scanner may have taken one away."""
    if not built():
        return "run from the sources: there is nothing to hold them against"
    wrong = list(altered_files())
    must(not wrong, f"{len(wrong)} files are not as they were built: {', '.join(wrong[:_TOLD])}")
    facts = build_facts()
    return f"{facts.files} files as they were built, version {facts.version}, {facts.commit[:12]}"


def time_zone(_: Ground) -> str:
    now = SystemClock().now()
    offset = now.utcoffset()
    must(offset is not None and offset.total_seconds() == 7 * 3600, f"the station's time is {now.isoformat()}")
    must(now.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).hour == now.hour, "the table of time zones is wrong")
    return now.isoformat(timespec="seconds")


def fonts(_: Ground) -> str:
    """Those a document is written with, and the window's."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    letters = vietnamese_letters()
    for name in _FONTS:
        known = TTFontFile(str(shipped("resources", "fonts", f"{name}.ttf"))).charToGlyph
        lacking = [letter for letter in letters if not known.get(ord(letter))]
        must(not lacking, f"{name} lacks {''.join(lacking[:20])}")
    return f"{len(_FONTS)} fonts with all {len(letters)} letters"


def icons(_: Ground) -> str:
    found = list(shipped("resources", "icons").glob("*.svg"))
    must(len(found) >= _FEWEST_ICONS, f"only {len(found)} icons")
    return f"{len(found)} icons"


def database(ground: Ground) -> str:
    """Made from nothing by the shipped migrations; found without accents."""
    app = ground.app
    revision = current_revision(ground.home.database)
    must(revision, "the database has no revision")
    with app.database.write("directive") as c:
        search.index(c, "self-test", "đê", "Hộ đê Đường số 7")
        found = search.refs_matching(c, "self-test", "duong ho de")
        search.forget(c, "self-test", "đê")
    must(found == ["đê"], "the search does not find đ as d")
    return f"revision {revision}, search finds đ as d"


def voice(ground: Ground) -> str:
    """eSpeak NG out of the package, in its process."""
    import numpy as np
    import soundfile

    wav = ground.app.speech.synthesise(SENTENCE, ground.folder)
    samples, rate = soundfile.read(wav, dtype="float32")
    seconds, level = len(samples) / rate, float(np.abs(samples).max())
    must(seconds > 1 and level > 0.05, f"{seconds:.1f} s, peak {level:.3f}: that is no sentence")
    return f"{seconds:.1f} s, peak {level:.2f}"


def packs(_: Ground) -> str:
    """What speaks the voice packs a station brings; without it the program still speaks."""
    import onnxruntime
    from piper import PiperVoice

    must(hasattr(PiperVoice, "load"), "piper has no voices")
    return f"piper {importlib.metadata.version('piper-tts')}, onnxruntime {onnxruntime.__version__}"


def letter(ground: Ground) -> str:
    """A letter in Word's form, read in the reader's own process."""
    from docx import Document

    source = min(shipped("resources", "letters").glob("*.txt"))
    document = Document()
    for line in source.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    path = ground.folder / f"{source.stem}.docx"
    document.save(str(path))
    read = ground.app.directives.parse(path)
    number = read.value("number") or read.value("symbol")
    must(number and read.points, "neither number nor points were found")
    return f"number {number}, {len(read.points)} points"


def sound(ground: Ground) -> str:
    """An MP3 into the library: decoded, measured, made into the house format."""
    import soundfile

    imported = ground.app.library.add(shipped("resources", "audio", "thong-diep-mau.mp3"), title="Thử máy")
    cut = imported.cart.cut
    path = ground.home.audio(cut.sha256)
    must(sha256_of(path) == cut.sha256, "the sound in the library is not the one that was made")
    with soundfile.SoundFile(path) as file:
        must((file.samplerate, file.channels, file.frames) == (48_000, 1, cut.frames), "not the house format")
    return f"{cut.seconds:.1f} s, {cut.lufs:.1f} LUFS"


def reports(ground: Ground) -> str:
    """One report in every form, opened again by others' readers."""
    import openpyxl
    import pypdfium2
    from docx import Document

    directive = ground.app.directives.add(min(shipped("resources", "letters").glob("*.txt"))).directive
    report = ground.app.reports.for_directive(directive.id)
    made = {form: ground.app.reports.write(report, form, ground.folder / f"báo cáo.{form}")
            for form in ("docx", "xlsx", "pdf", "csv")}
    must(len(Document(str(made["docx"])).paragraphs) > 1, "the Word document is empty")
    book = openpyxl.load_workbook(made["xlsx"], read_only=True)
    must(book.sheetnames, "the workbook is empty")
    book.close()
    with pypdfium2.PdfDocument(made["pdf"]) as document:
        text, pages = document[0].get_textpage().get_text_bounded(), len(document)
    must("BÁO CÁO" in unicodedata.normalize("NFC", text).upper(), "the PDF cannot be read again")
    must("báo cáo" in made["csv"].name and made["csv"].stat().st_size, "the CSV file is empty")
    return f"docx, xlsx, csv, pdf of {pages} pages"


def signature(ground: Ground) -> str:
    data = SENTENCE.encode()
    signed, public = ground.app.identity.sign(data), ground.app.identity.public
    must(signature_holds(data, signed, public), "a true signature does not hold")
    must(not signature_holds(data + b".", signed, public), "a false signature holds")
    return f"Ed25519, key {ground.app.identity.fingerprint}"


def people(ground: Ground) -> str:
    """A PIN is hashed as at a station: it must not take long on an old computer."""
    person = ground.app.accounts.add("Cán bộ truyền thanh", "Thử máy", Role.OPERATOR, "4726")
    must([each.name for each in ground.app.accounts.people()] == [person.name], "nobody was added")
    return "one person, PIN hashed with Argon2"


def code(_: Ground) -> str:
    import segno

    rows = [list(row) for row in segno.make(SENTENCE, error="m", micro=False).matrix]
    must(len(rows) > 20 and any(map(any, rows)), "no QR code")
    return f"QR of {len(rows)} × {len(rows)}"


def sending(_: Ground) -> str:
    """The ways a package goes up; nothing is called."""
    import botocore.session
    import fsspec

    ways = [fsspec.get_filesystem_class(name).__name__ for name in ("s3", "sftp", "webdav", "file")]
    session = botocore.session.Session(profile=None)
    client = session.create_client("s3", region_name="ap-southeast-1", aws_access_key_id="x",
                                   aws_secret_access_key="x")  # noqa: S106 - nobody is asked
    must(hasattr(client, "put_object"), "S3 is not described")
    client.close()
    return ", ".join(ways)


def office(_: Ground) -> str:
    """The database of a large office."""
    import psycopg

    must(psycopg.pq.__impl__ == "binary", f"psycopg is {psycopg.pq.__impl__}")
    return f"psycopg {psycopg.__version__}, libpq {psycopg.pq.version()}"


PARTS = tuple(Trial(name, run) for name, run in (
    ("files", files), ("time zone", time_zone), ("fonts", fonts), ("icons", icons), ("database", database),
    ("people", people), ("voice", voice), ("voice packs", packs), ("letter", letter), ("sound", sound),
    ("reports", reports), ("signature", signature), ("QR code", code), ("sending", sending), ("office", office)))


