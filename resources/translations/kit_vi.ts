<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ChannelEditor</name>
    <message>
        <source>Still right</source>
        <translation>Vẫn đúng</translation>
    </message>
    <message>
        <source>You changed these words by hand, and the bulletin was changed after that. Compare them, or make them anew.</source>
        <translation>Nội dung này đã được sửa tay, sau đó bản tin lại thay đổi. Hãy so lại, hoặc soạn lại theo bản tin.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Bring back the words you had written</source>
        <translation>Lấy lại nội dung đã viết</translation>
    </message>
    <message>
        <source>Make it anew from the bulletin</source>
        <translation>Soạn lại theo bản tin</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Sao chép nội dung</translation>
    </message>
    <message>
        <source>Words of the channel</source>
        <translation>Nội dung của kênh</translation>
    </message>
</context>
<context>
    <name>ChannelsDialog</name>
    <message>
        <source>Approve other channels</source>
        <translation>Duyệt các kênh khác</translation>
    </message>
    <message>
        <source>You sign exactly these texts. The bulletin&apos;s own approval stays as it is.</source>
        <translation>Anh/chị ký đúng những nội dung này. Việc duyệt bản tin phát loa giữ nguyên.</translation>
    </message>
    <message>
        <source>Sign with PIN…</source>
        <translation>Ký bằng mã PIN…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Record what was handed out</source>
        <translation>Ghi nhận đã phát, đã dán</translation>
    </message>
    <message>
        <source>hamlet 3, culture house …</source>
        <translation>thôn 3, nhà văn hóa …</translation>
    </message>
    <message>
        <source>who gave it out</source>
        <translation>ai phát</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Người phát</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>chưa có ảnh</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Bỏ ảnh</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>Ảnh (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Write where it was given out or posted.</source>
        <translation>Hãy ghi nơi phát hoặc nơi dán.</translation>
    </message>
    <message>
        <source>Write who gave it out.</source>
        <translation>Hãy ghi ai là người phát.</translation>
    </message>
</context>
<context>
    <name>HandOutsPanel</name>
    <message>
        <source>Record…</source>
        <translation>Ghi nhận…</translation>
    </message>
    <message>
        <source>Handed out, posted</source>
        <translation>Đã phát, đã dán</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>What was handed out</source>
        <translation>Danh sách đã phát, đã dán</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Leaflets given out and notices posted belong into the report too.</source>
        <translation>Chưa ghi nhận gì. Tờ rơi đã phát, thông báo đã dán cũng được đưa vào báo cáo.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Xem ảnh</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ dòng này</translation>
    </message>
    <message>
        <source>Undo: put it back</source>
        <translation>Hoàn tác: ghi lại</translation>
    </message>
    <message>
        <source>Recorded: {channel}, {count}, {place}.</source>
        <translation>Đã ghi nhận: {channel}, {count}, {place}.</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>Text message</source>
        <translation>Tin nhắn SMS</translation>
    </message>
    <message>
        <source>Zalo, Facebook</source>
        <translation>Zalo, Facebook</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Cổng thông tin</translation>
    </message>
    <message>
        <source>LED board</source>
        <translation>Bảng LED</translation>
    </message>
    <message>
        <source>Leaflet</source>
        <translation>Tờ rơi</translation>
    </message>
    <message>
        <source>Posted notice</source>
        <translation>Thông báo dán bảng</translation>
    </message>
    <message>
        <source>Read by a person</source>
        <translation>Tuyên truyền miệng</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Hình thức khác</translation>
    </message>
    <message>
        <source>Loudspeakers</source>
        <translation>Loa truyền thanh</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>Handed out, posted</source>
        <translation>Đã phát, đã dán</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>xem lại</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>đã duyệt</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa duyệt</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>theo bản tin</translation>
    </message>
    <message>
        <source>{lines} lines · {seconds} seconds in all</source>
        <translation>{lines} dòng · cả vòng {seconds} giây</translation>
    </message>
    <message>
        <source>too wide: line {numbers}</source>
        <translation>quá dài: dòng {numbers}</translation>
    </message>
    <message>
        <source>{count} characters (Zalo takes {zalo}, Facebook {facebook})</source>
        <translation>{count} ký tự (Zalo nhận {zalo}, Facebook nhận {facebook})</translation>
    </message>
    <message>
        <source>{count} characters, {words} syllables</source>
        <translation>{count} ký tự, {words} từ</translation>
    </message>
    <message>
        <source>done: {list}</source>
        <translation>đã làm: {list}</translation>
    </message>
    <message>
        <source>still missing: {list}</source>
        <translation>còn thiếu: {list}</translation>
    </message>
    <message>
        <source>The letter asks for – {parts}</source>
        <translation>Văn bản yêu cầu – {parts}</translation>
    </message>
    <message>
        <source>without accents</source>
        <translation>không dấu</translation>
    </message>
    <message>
        <source>with accents</source>
        <translation>có dấu</translation>
    </message>
    <message>
        <source>{units} characters {kind} · {segments} messages · {room} left</source>
        <translation>{units} ký tự {kind} · {segments} tin · còn {room} ký tự</translation>
    </message>
    <message>
        <source>because of {signs}</source>
        <translation>vì có ký tự {signs}</translation>
    </message>
</context>
<context>
    <name>KitTab</name>
    <message>
        <source>Copied: {channel}.</source>
        <translation>Đã sao chép: {channel}.</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>Chưa được duyệt</translation>
    </message>
    <message>
        <source>{channels}: nobody approved this text. As a draft it is marked “BẢN NHÁP – CHƯA DUYỆT” and must not be sent.</source>
        <translation>{channels}: nội dung này chưa ai duyệt. Bản nháp được ghi rõ “BẢN NHÁP – CHƯA DUYỆT” và không được gửi đi.</translation>
    </message>
    <message>
        <source>Write it as a draft</source>
        <translation>Xuất bản nháp</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ghi vào thư mục nào</translation>
    </message>
    <message>
        <source>file {done} of {total}</source>
        <translation>tệp {done}/{total}</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Đang ghi tệp…</translation>
    </message>
    <message>
        <source>Other channels</source>
        <translation>Các kênh khác</translation>
    </message>
    <message>
        <source>Approve channels…</source>
        <translation>Duyệt các kênh…</translation>
    </message>
    <message>
        <source>Write files…</source>
        <translation>Xuất tệp…</translation>
    </message>
    <message>
        <source>This channel…</source>
        <translation>Kênh này…</translation>
    </message>
    <message>
        <source>All channels…</source>
        <translation>Tất cả các kênh…</translation>
    </message>
    <message>
        <source>I approve the other channels of “{title}”.</source>
        <translation>Tôi duyệt các kênh khác của “{title}”.</translation>
    </message>
    <message>
        <source>{count} files written.</source>
        <translation>Đã ghi {count} tệp.</translation>
    </message>
    <message>
        <source>Left out, not approved yet: {channels}.</source>
        <translation>Bỏ qua vì chưa duyệt: {channels}.</translation>
    </message>
</context>
<context>
    <name>LedPreview</name>
    <message>
        <source>How the board will look</source>
        <translation>Bảng LED sẽ như sau</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>With accents</source>
        <translation>Có dấu</translation>
    </message>
    <message>
        <source> messages at most</source>
        <translation> tin trở xuống</translation>
    </message>
    <message>
        <source>Messages at most</source>
        <translation>Nhiều nhất bao nhiêu tin</translation>
    </message>
    <message>
        <source>{count} characters a line</source>
        <translation>{count} ký tự/dòng</translation>
    </message>
    <message>
        <source>Characters a line</source>
        <translation>Số ký tự một dòng</translation>
    </message>
    <message>
        <source> seconds a line</source>
        <translation> giây/dòng</translation>
    </message>
    <message>
        <source>Seconds a line</source>
        <translation>Số giây mỗi dòng</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Chữ hoa</translation>
    </message>
    <message>
        <source>Paper A5</source>
        <translation>Giấy A5</translation>
    </message>
    <message>
        <source>Paper A4</source>
        <translation>Giấy A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>How it will be printed</source>
        <translation>Bản in sẽ như sau</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
</context>
</TS>
