<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutTab</name>
    <message>
        <source>Runs the commune&apos;s loudspeaker radio: from the letter to the report</source>
        <translation>Điều hành đài truyền thanh xã: từ văn bản chỉ đạo đến báo cáo</translation>
    </message>
    <message>
        <source>Copy this for support</source>
        <translation>Sao chép để gửi người hỗ trợ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>How the program looks</source>
        <translation>Trang mẫu giao diện</translation>
    </message>
    <message>
        <source>Open the station&apos;s folder</source>
        <translation>Mở thư mục của đài</translation>
    </message>
    <message>
        <source>Check the program&apos;s files</source>
        <translation>Kiểm tra tệp chương trình</translation>
    </message>
    <message>
        <source>This program and this station</source>
        <translation>Chương trình và đài này</translation>
    </message>
    <message>
        <source>The program&apos;s own sources: Apache License 2.0. It is given to you together with parts made by others, each under its own licence. Because eSpeak NG and Piper, which read aloud, are among them, the whole may be passed on under the GNU General Public License, version 3: to anybody, free of charge, with its sources.</source>
        <translation>Mã nguồn riêng của chương trình theo giấy phép Apache 2.0. Đi kèm là các thành phần do người khác làm, mỗi thành phần có giấy phép riêng. Vì trong đó có eSpeak NG và Piper (phần đọc thành tiếng), cả bộ cài được chia sẻ lại theo Giấy phép Công cộng GNU (GPL) phiên bản 3: cho bất cứ ai, miễn phí, kèm mã nguồn.</translation>
    </message>
    <message>
        <source>Licences of its parts</source>
        <translation>Giấy phép các thành phần</translation>
    </message>
    <message>
        <source>All licence texts</source>
        <translation>Toàn văn các giấy phép</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Đóng gói</translation>
    </message>
    <message>
        <source>runs from its sources</source>
        <translation>chạy từ mã nguồn</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Hệ điều hành</translation>
    </message>
    <message>
        <source>Program folder</source>
        <translation>Thư mục chương trình</translation>
    </message>
    <message>
        <source>Station folder</source>
        <translation>Thư mục của đài</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Copied: paste it into your message</source>
        <translation>Đã sao chép: dán vào tin nhắn để gửi</translation>
    </message>
    <message>
        <source>Looking through the program&apos;s files…</source>
        <translation>Đang kiểm tra các tệp chương trình…</translation>
    </message>
    <message>
        <source>All {count} files are as they were built.</source>
        <translation>Cả {count} tệp đều nguyên vẹn.</translation>
    </message>
    <message>
        <source>{count} files are missing or changed. A virus scanner may have taken them away: allow this program there, then install it again. The station&apos;s data is not touched by that.
{files}</source>
        <translation>{count} tệp bị thiếu hoặc bị thay đổi. Có thể phần mềm diệt vi-rút đã xóa nhầm: hãy cho phép chương trình này trong phần mềm đó rồi cài lại. Cài lại không ảnh hưởng đến dữ liệu của đài.
{files}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Find in this text</source>
        <translation>Tìm trong văn bản này</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Không tìm thấy</translation>
    </message>
</context>
</TS>
