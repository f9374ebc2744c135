<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare voices</source>
        <translation>So sánh giọng đọc</translation>
    </message>
    <message>
        <source>What the voices say</source>
        <translation>Câu các giọng sẽ đọc</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source> words/min</source>
        <translation> từ/phút</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Độ cao</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Các giọng đọc</translation>
    </message>
    <message>
        <source>Looking for voices…</source>
        <translation>Đang tìm giọng đọc…</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>The keys 1 to 9 play a voice each</source>
        <translation>Nhấn phím 1 đến 9 để nghe từng giọng</translation>
    </message>
    <message>
        <source>Use this voice</source>
        <translation>Dùng giọng này</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>No voice can be used now.</source>
        <translation>Hiện không dùng được giọng nào.</translation>
    </message>
    <message>
        <source>is reading…</source>
        <translation>đang đọc…</translation>
    </message>
    <message>
        <source>sounding</source>
        <translation>đang phát</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Add a voice</source>
        <translation>Thêm giọng đọc</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Giấy phép: {licence}</translation>
    </message>
    <message>
        <source>This pack names no licence. Ask whoever gave it to you whether the station may broadcast with it.</source>
        <translation>Gói giọng này không ghi giấy phép. Hãy hỏi người đưa gói xem đài có được dùng để phát thanh không.</translation>
    </message>
    <message>
        <source>What the pack says of itself</source>
        <translation>Gói giọng tự giới thiệu</translation>
    </message>
    <message>
        <source>The station may use this voice under these terms</source>
        <translation>Đài được phép dùng giọng này theo các điều khoản trên</translation>
    </message>
    <message>
        <source>Add this voice</source>
        <translation>Thêm giọng này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>PackMenu</name>
    <message>
        <source>Voice packs</source>
        <translation>Gói giọng</translation>
    </message>
    <message>
        <source>Add from a zip file…</source>
        <translation>Thêm từ tệp zip…</translation>
    </message>
    <message>
        <source>Add from a folder…</source>
        <translation>Thêm từ thư mục…</translation>
    </message>
    <message>
        <source>Put away {name}…</source>
        <translation>Cất gói {name}…</translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation>Lấy lại {name}</translation>
    </message>
    <message>
        <source>Add a voice</source>
        <translation>Thêm giọng đọc</translation>
    </message>
    <message>
        <source>Voice pack (*.zip)</source>
        <translation>Gói giọng (*.zip)</translation>
    </message>
    <message>
        <source>The folder with the .onnx file</source>
        <translation>Thư mục có tệp .onnx</translation>
    </message>
    <message>
        <source>Copying and trying the voice…</source>
        <translation>Đang chép và đọc thử…</translation>
    </message>
    <message>
        <source>Adding a voice</source>
        <translation>Đang thêm giọng đọc</translation>
    </message>
    <message>
        <source>Put this voice away?</source>
        <translation>Cất giọng này đi?</translation>
    </message>
    <message>
        <source>Bulletins voiced already stay as they are. It can be brought back in this menu.</source>
        <translation>Các bản tin đã đọc bằng giọng này vẫn giữ nguyên. Có thể lấy lại giọng trong menu này.</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>Cất đi</translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>with the program</source>
        <translation>có sẵn</translation>
    </message>
    <message>
        <source>voice pack</source>
        <translation>gói giọng</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>macOS</translation>
    </message>
    <message>
        <source>Windows has a Vietnamese voice of its own: Settings, Time and language, Speech, Add voices.</source>
        <translation>Windows có giọng tiếng Việt riêng, hiện chưa cài: vào Cài đặt, Thời gian và ngôn ngữ, Giọng nói, Thêm giọng nói.</translation>
    </message>
    <message>
        <source>Not answering now: {engine}.</source>
        <translation>Hiện không trả lời: {engine}.</translation>
    </message>
    <message>
        <source>{size} MB, {count} speakers</source>
        <translation>{size} MB, {count} người đọc</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
</TS>
