"""The same letter from every format; what each format hides, and what it only shows, is treated as on paper."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.directives import readers
from broadcaster.directives.readers import child, kinds

LETTERS = Path(__file__).parents[2] / "data" / "letters"
FORMATS = LETTERS / "formats"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"

HEAD = ["UBND XÃ MẪU\nSố: 12/UBND-VHXH\nV/v tuyên truyền tiêm chủng",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nXã Mẫu, ngày 05 tháng 8 năm 2021"]
BODY = ["Kính gửi: Ban Nhân dân các thôn", "I. Nội dung tuyên truyền", "1. Tuyên truyền về lịch tiêm chủng",
        "2. Tuyên truyền về 5K", "a) Khẩu trang", "b) Khử khuẩn", "II. Tổ chức thực hiện",
        "1. Các thôn phát loa mỗi ngày hai lần", "- Trạm Y tế xã;", "- Đài Truyền thanh xã.",
        "Thời gian: từ ngày 10/8/2021", "Phát lúc 5 giờ.", "PHÓ CHỦ TỊCH", "STT | Thôn | Giờ phát",
        "1 | Thôn Một | 05:00"]
FOOT = ["Xem trang của xã\ndòng sau ngắt", "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"]


def answer(path: Path) -> dict[str, object]:
    return child.answer(kinds.kind_of(path), path, lambda done, total: None)


def text_of(path: Path) -> str:
    found = answer(path)
    assert "text" in found, found
    return str(found["text"])


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def zipped(folder: Path, name: str, parts: dict[str, str | bytes]) -> Path:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return put(folder, name, file.getvalue())


def docx(folder: Path, body: str, namespace: str = _W, **parts: str) -> Path:
    extra = {f"word/{name}.xml": f'<w:{name} xmlns:w="{namespace}">{data}</w:{name}>' for name, data in parts.items()}
    document = f'<w:document xmlns:w="{namespace}" xmlns:mc="mc"><w:body>{body}</w:body></w:document>'
    return zipped(folder, "thư.docx", {"word/document.xml": document, **extra})


def odt(folder: Path, body: str, styles: str = "") -> Path:
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "style", "draw"))
    content = (f'<office:document-content {spaces} xmlns:fo="{_OFFICE}:xsl-fo-compatible:1.0">'
               f"<office:automatic-styles>{styles}</office:automatic-styles>"
               f"<office:body><office:text>{body}</office:text></office:body></office:document-content>")
    return zipped(folder, "thư.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


@pytest.mark.parametrize("name", ["rich.doc", "rich.odt", "rich.rtf"])
def test_one_letter_in_three_formats(name: str) -> None:
    parts = text_of(FORMATS / name).split("\n\n")
    assert parts[:2] == HEAD
    assert parts[2:-4] == BODY
    assert parts[-4].replace(" | ", " ") == "2 Thôn Hai 17:00 19:00"
    assert parts[-3:] == FOOT


def test_the_letter_as_a_page() -> None:
    parts = text_of(FORMATS / "rich.html").split("\n\n")
    # A page keeps neither tabs nor the brackets of lists; what is deleted stands in it as plain words.
    assert [part.replace("a. ", "a) ").replace("b. ", "b) ") for part in parts[3:13]] == BODY[:10]
    assert parts[14:18] == BODY[11:]
    assert "Trang 1/2" not in parts
    assert "Đầu trang" not in parts[0]


@pytest.mark.parametrize("name", ["tcvn3.doc", "tcvn3.rtf", "vni.doc", "vni.rtf"])
def test_old_letters_in_documents(name: str) -> None:
    parts = text_of(FORMATS / name).split("\n\n")
    assert parts[:3] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 21/UBND-VHXH", "Kính gửi: Các thôn"]
    assert "Kế hoạch tuyên truyền phòng, chống dịch" in parts[3]
    assert parts[-2:] == ["1. Tuyên truyền mục đích, ý nghĩa của tiêm chủng.", "Đường dẫn: http://xamau.example"]


@pytest.mark.parametrize("name", ["boxes.doc", "boxes.odt"])
def test_letterheads_in_text_boxes_are_columns(name: str) -> None:
    assert text_of(FORMATS / name).split("\n\n")[:3] == [
        "UBND XÃ MẪU\nSố: 15/TB-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nXã Mẫu, ngày 01 tháng 9 năm 2021",
        "THÔNG BÁO"]


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize("namespace", [_W, _STRICT], ids=["usual", "strict"])
def test_word_shows_what_paper_shows(tmp_path: Path, namespace: str) -> None:
    body = (f"<w:p>{run('Tuyên truyền')}{run(' mật', '<w:vanish/>')}{run(' rộng rãi', '<w:caps/>')}</w:p>"
            f"<w:p>{run('Còn')}<w:ins>{run(' lại')}</w:ins><w:del><w:r><w:delText> bỏ</w:delText></w:r></w:del>"
            f"<w:moveFrom>{run(' chỗ cũ')}</w:moveFrom><w:moveTo>{run(' chỗ mới')}</w:moveTo></w:p>"
            f"<w:sdt><w:sdtContent><w:p>{run('Trong khung')}</w:p></w:sdtContent></w:sdt>"
            "<w:p><w:r><w:t>thông</w:t><w:softHyphen/><w:t>tin</w:t><w:noBreakHyphen/><w:sym w:char='F0B7'/></w:r>"
            "</w:p>"
            f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('Hộp')}</w:p></w:txbxContent>"
            f"</mc:Choice><mc:Fallback><w:txbxContent><w:p>{run('Hộp')}</w:p></w:txbxContent></mc:Fallback>"
            f"</mc:AlternateContent></w:r>{run('Neo hộp')}</w:p>"
            "<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>Trang xã</w:t></w:r>"
            "</w:hyperlink><w:r><w:br/><w:t>dòng hai</w:t></w:r></w:p>")
    assert text_of(docx(tmp_path, body, namespace)).split("\n\n") == [
        "Tuyên truyền RỘNG RÃI", "Còn lại chỗ mới", "Trong khung", "thôngtin--", "Hộp", "Neo hộp", "Trang xã\ndòng hai"]


def test_word_styles_and_list_numbers(tmp_path: Path) -> None:
    styles = ('<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
              "</w:style>"
              '<w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="L"/><w:rPr><w:caps/></w:rPr></w:style>'
              '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>')
    numbering = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                 '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>'
                 '<w:lvlText w:val="%1.%2)"/>'
                 '</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
                 '<w:startOverride w:val="4"/></w:lvlOverride></w:num>')
    hidden = '<w:rStyle w:val="H"/>'
    body = (f'<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr>{run("một")}</w:p>'
            f'<w:p><w:pPr><w:pStyle w:val="M"/></w:pPr>{run("hai")}{run(" ẩn", hidden)}</w:p>'
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>{run("con")}</w:p>'
            f'<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr></w:p>'
            f'<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr>{run("bảy")}</w:p>')
    assert text_of(docx(tmp_path, body, styles=styles, numbering=numbering)).split("\n\n") == [
        "4. một", "5. HAI", "5.a) con", "7. bảy"]


def cells(*rows: str) -> str:
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{''.join(f'<w:p>{run(line)}</w:p>' for line in cell.split('/'))}</w:tc>"
                           for cell in row.split("|")) + "</w:tr>" for row in rows) + "</w:tbl>"


def test_tables_of_layout_and_of_data(tmp_path: Path) -> None:
    body = cells("UBND XÃ MẪU||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1-TB||Xã Mẫu, ngày 01 tháng 9 năm 2021")
    body += cells("Thôn|Giờ", "Một|05:00") + cells("Một ô/hai dòng") + cells("Nơi nhận:/- Lưu|CHỦ TỊCH")
    assert text_of(docx(tmp_path, body)).split("\n\n") == [
        "UBND XÃ MẪU\nSố: 1-TB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXã Mẫu, ngày 01 tháng 9 năm 2021",
        "Thôn | Giờ", "Một | 05:00", "Một ô", "hai dòng", "Nơi nhận:\n- Lưu", "CHỦ TỊCH"]


def test_notes_come_last_and_a_letterhead_may_stand_in_the_page_header(tmp_path: Path) -> None:
    path = docx(tmp_path, f"<w:p>{run('Nội dung')}</w:p>",
                footnotes=f'<w:footnote w:id="1"><w:p>{run("Chú thích")}</w:p></w:footnote>',
                header1=f"<w:p>{run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:p>",
                header2=f"<w:p>{run('Trang 2')}</w:p>")
    assert text_of(path) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nNội dung\n\n[1] Chú thích"


def test_opendocument_lists_notes_and_hidden_words(tmp_path: Path) -> None:
    level = "text:list-level-style-number"
    styles = (f'<text:list-style style:name="L"><{level} text:level="1" style:num-suffix="." style:num-format="1" '
              f'text:start-value="2"/><{level} text:level="2" style:num-suffix=")" style:num-format="a"/>'
              '</text:list-style><style:style style:name="T"><style:text-properties text:display="none"/></style:style>'
              '<style:style style:name="C"><style:text-properties fo:text-transform="uppercase"/></style:style>')
    body = ('<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes><text:list text:style-name="L">'
            "<text:list-item><text:p>hai</text:p><text:list><text:list-item><text:p>con</text:p></text:list-item>"
            "</text:list></text:list-item><text:list-item><text:p>ba</text:p></text:list-item></text:list>"
            '<text:p>Hiện<text:span text:style-name="T"> ẩn</text:span><text:s text:c="2"/><text:span '
            'text:style-name="C">to</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body>'
            "<text:p>chú thích</text:p></text:note-body></text:note><text:line-break/>dòng<text:tab/>hai</text:p>")
    assert text_of(odt(tmp_path, body, styles)).split("\n\n") == [
        "2. hai", "a) con", "3. ba", "Hiện  TO\ndòng hai", "[1] chú thích"]


def test_rich_text(tmp_path: Path) -> None:
    source = (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset163 Arial;}"
              r"{\f2\fcharset0 .VnTimeH;}}"
              r"{\header Trang}{\info{\author ai}}\pard T\u7915? K\'e9 {\f1 k\'ednh} {\v m\'e2t}{\deleted bo}\par "
              r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt \pard H\u7897?p\par}}{\shprslt {\*\do H\u7897?p}}}"
              r"{\f2 thong bao}{\*\la l\'ef}\line d{\uc2\u242ab}{\footnote ch\'fa}\par "
              r"{\listtext 1.\tab}M\'f4t\par \trowd\intbl A\cell B\par C\cell\row\pard {\pict\bin2 {}}Cu\u7889?i}")
    assert text_of(put(tmp_path, "thư.doc", source)).split("\n\n") == [
        "Từ Ké kính", "Hộp", "THONG BAO\ndò", "1. Môt", "A", "B\nC", "Cuối", "[1] chú"]


def test_a_page_as_a_person_sees_it(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><meta charset=utf-8><title>Tên</title><style>p{}</style></head><body>
<nav>Trang chủ</nav><script>var x</script><h1>THÔNG BÁO</h1><p>Kính gửi:
các&nbsp;thôn<br>dòng hai<br><br>Đoạn mới <b>đậm</b><span style="display:none">ẩn</span></p>
<ol start=3><li>ba<ul><li><p>con</p></li></ul></li><li>bốn</li></ol><pre>a
b</pre><table><tr><td><table><tr><td>UBND XÃ MẪU<br>Số: 1</td><td>CỘNG HÒA XÃ HỘI</td></tr></table></td></tr></table>
<div>Hết <del>bỏ</del><font face=".VnTimeH">hoa</font></div><div hidden>x</div><!-- ghi chú --></body></html>"""
    assert text_of(put(tmp_path, "thư.htm", page)).split("\n\n") == [
        "THÔNG BÁO", "Kính gửi: các thôn\ndòng hai", "Đoạn mới đậm", "3. ba", "- con", "4. bốn", "a\nb",
        "UBND XÃ MẪU\nSố: 1", "CỘNG HÒA XÃ HỘI", "Hết HOA"]


@pytest.mark.parametrize(("said", "real"), [("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("windows-1258", "cp1258"),
                                            ("utf-8", "utf-16"), ("x-unknown", "utf-8")])
def test_a_page_in_any_encoding(tmp_path: Path, said: str, real: str) -> None:
    page = f"<html><head><meta charset={said}></head><body><p>ke hoach tuyen truyen à ô ê</p></body></html>"
    path = put(tmp_path, "thư.html", page.encode(real))
    assert text_of(path) == "ke hoach tuyen truyen à ô ê"


def test_a_mail_is_its_body_with_what_is_attached_named(tmp_path: Path) -> None:
    mail = ("From: a@xamau.example\r\nTo: b@xamau.example\r\nSubject: =?utf-8?B?VGjDtG5nIGLDoW8=?=\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=k\r\n\r\n--k\r\n"
            "Content-Type: multipart/alternative; boundary=t\r\n\r\n--t\r\nContent-Type: text/plain; "
            "charset=utf-8\r\n\r\n"
            "bản chữ\r\n--t\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
            "quoted-printable\r\n\r\n<p>N=E1=BB=99i dung g=E1=BB=ADi c=C3=A1c th=C3=B4n "
            "=C4=91=E1=BB=83 ph=C3=A1t thanh trong ng=C3=A0y h=C3=B4m nay</p>\r\n--t--\r\n--k\r\n"
            "Content-Type: audio/mpeg; name=loa.mp3\r\n"
            "Content-Disposition: attachment; filename=loa.mp3\r\n\r\nx\r\n--k--\r\n")
    path = put(tmp_path, "thư.eml", mail)
    assert text_of(path).split("\n\n") == [
        "Thông báo", "Nội dung gửi các thôn để phát thanh trong ngày hôm nay", "Tệp đính kèm: loa.mp3"]
    assert readers.suffix_of(path) == ".eml"


def test_a_mail_that_only_carries_the_letter_says_so(tmp_path: Path) -> None:
    mail = ("From: a@xamau.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=k\n\n--k\n"
            "Content-Type: text/plain\n\nXem tệp.\n--k\nContent-Type: application/pdf; name=\"cong van.pdf\"\n\n"
            "%PDF\n--k--\n")
    with pytest.raises(Refused) as caught:
        readers.read(put(tmp_path, "thư.eml", mail))
    assert (caught.value.code, caught.value.facts["attached"]) == ("letter.attached", "cong van.pdf")


def test_a_web_archive(tmp_path: Path) -> None:
    archive = ("From: <Saved by Blink>\nSnapshot-Content-Location: https://xamau.example\nSubject: x\n"
               "MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"k\"\n\n--k\n"
               "Content-Type: text/html\n\n<html><body><p>V/v tuyên "
               "truyền</p></body></html>\n--k\nContent-Type: text/css\n\np{}\n--k--\n")
    assert text_of(put(tmp_path, "trang.mht", archive)) == "V/v tuyên truyền"


def patched(name: str, place: int, value: bytes) -> bytes:
    """A Word document whose own header says something else."""
    data = bytearray((FORMATS / name).read_bytes())
    start = data.index(b"\xec\xa5") + place
    data[start : start + len(value)] = value
    return bytes(data)


@pytest.mark.parametrize(("place", "value", "code"), [
    (0x0B, b"\x13", "letter.password"), (2, b"\x68\x00", "letter.unsupported"),
    (0x1A2, b"\xff\xff\xff\x7f", "letter.damaged"),
    (0x4C, b"\xff\xff\xff\xff", "letter.damaged")], ids=["sealed", "word 95", "no pieces", "no count"])
def test_word_documents_that_cannot_be_read(tmp_path: Path, place: int, value: bytes, code: str) -> None:
    path = put(tmp_path, "cũ.doc", patched("rich.doc", place, value))
    found = answer(path)
    assert (found["code"], found["facts"]["name"]) == (code, "cũ.doc")  # type: ignore[index]


def test_a_sealed_modern_document(tmp_path: Path) -> None:
    name, other = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
    data = bytearray((FORMATS / "rich.doc").read_bytes())
    start = data.index(name + b"\0\0")
    data[start : start + len(other)] = other
    data[start + 64] = len(other) + 2
    assert answer(put(tmp_path, "khóa.docx", bytes(data)))["code"] == "letter.password"


def test_what_each_kind_is_kept_as(tmp_path: Path) -> None:
    names = {"rich.doc": ".doc", "rich.odt": ".odt", "rich.rtf": ".rtf", "rich.html": ".html"}
    assert {name: readers.suffix_of(FORMATS / name) for name in names} == names
    assert readers.suffix_of(LETTERS / "seed-000.docx") == ".docx"
    again = tmp_path / "lại.odt"
    with zipfile.ZipFile(FORMATS / "rich.odt") as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, source.read(part))
    assert readers.suffix_of(again) == ".odt"
    assert readers.suffix_of(put(tmp_path, "thư.txt", "Kính gửi: các thôn\n\nSố: 12")) == ".txt"
    assert set(readers.SUFFIXES) >= {".doc", ".odt", ".rtf", ".html", ".eml", ".docx", ".pdf", ".txt", ".jpg"}


@pytest.mark.parametrize("depth", [5, 40, 10_000])
def test_tables_in_tables(tmp_path: Path, depth: int) -> None:
    body = "<w:tbl><w:tr><w:tc>" * depth + f"<w:p>{run('Trong cùng')}</w:p>" + "</w:tc></w:tr></w:tbl>" * depth
    found = answer(docx(tmp_path, body))
    assert "Trong cùng" in str(found.get("text")) if depth < 50 else found.get("code") == "letter.damaged"
    page = "<html><body>" + "<table><tr><td>" * depth + "Trong cùng" + "</td></tr></table>" * depth
    found = answer(put(tmp_path, "thư.html", page))
    assert "Trong cùng" in str(found.get("text")) if depth < 50 else found.get("code") == "letter.damaged"


@pytest.mark.parametrize("entity", ["<!ENTITY e SYSTEM 'file:///etc/hostname'>", "<!ENTITY e 'bom bom'>"])
def test_entities_are_never_put_in(tmp_path: Path, entity: str) -> None:
    document = (f'<!DOCTYPE d [{entity}]><w:document xmlns:w="{_W}"><w:body><w:p>{run("Trước")}{run("&e;")}</w:p>'
                "</w:body></w:document>")
    path = zipped(tmp_path, "thư.docx", {"word/document.xml": document})
    assert text_of(path) == "Trước"
