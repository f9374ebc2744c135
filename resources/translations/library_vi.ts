<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CartDetail</name>
    <message>
        <source>No campaign airs it yet.</source>
        <translation>Chưa có đợt phát nào dùng mục này.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Đóng phần chi tiết</translation>
    </message>
    <message>
        <source>The sound; click or use the arrow keys to go to another place</source>
        <translation>Âm thanh; bấm hoặc dùng phím mũi tên để chuyển đến chỗ khác</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Trình duyệt</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Duyệt…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <source>Make a campaign…</source>
        <translation>Lập đợt phát…</translation>
    </message>
    <message>
        <source>Keep ready for emergencies…</source>
        <translation>Để sẵn làm tin khẩn cấp…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Open the bulletin</source>
        <translation>Mở bản tin</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Where it airs</source>
        <translation>Đang dùng ở</translation>
    </message>
    <message>
        <source>Given back: {reason}</source>
        <translation>Bị trả lại: {reason}</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Độ to</translation>
    </message>
    <message>
        <source>{lufs}, peak {peak} dBTP</source>
        <translation>{lufs}, đỉnh {peak} dBTP</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>May air until</source>
        <translation>Được phát đến</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ngày nhập</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>{what} (Space)</source>
        <translation>{what} (phím cách)</translation>
    </message>
</context>
<context>
    <name>EmergencyDialog</name>
    <message>
        <source>Keep ready for emergencies</source>
        <translation>Để sẵn làm tin khẩn cấp</translation>
    </message>
    <message>
        <source>“{title}” can then be aired within a second: F9, its key, Enter held for a second.</source>
        <translation>Khi cần, “{title}” phát được trong một giây: bấm F9, bấm phím số, rồi giữ Enter một giây.</translation>
    </message>
    <message>
        <source>Keep ready</source>
        <translation>Để sẵn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Bỏ khỏi tin để sẵn</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không đặt</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>1 lần</translation>
    </message>
    <message>
        <source>Every 30 min for 6 h</source>
        <translation>Mỗi 30 phút trong 6 giờ</translation>
    </message>
    <message>
        <source>Every 2 h for 24 h</source>
        <translation>Mỗi 2 giờ trong 24 giờ</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Như trước</translation>
    </message>
    <message>
        <source> times in a row</source>
        <translation> lần</translation>
    </message>
    <message>
        <source>Emergency: breaks in at once</source>
        <translation>Khẩn cấp: ngắt và phát ngay</translation>
    </message>
    <message>
        <source>Priority: after the item on air</source>
        <translation>Ưu tiên: phát sau mục đang phát</translation>
    </message>
    <message>
        <source>A chime before it</source>
        <translation>Phát chuông trước tin</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím số</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Số đợt</translation>
    </message>
    <message>
        <source>Can be chosen anew each time it is aired.</source>
        <translation>Khi phát vẫn chọn lại được.</translation>
    </message>
    <message>
        <source>Each time</source>
        <translation>Mỗi đợt đọc</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Add sound files</source>
        <translation>Nhập tệp âm thanh</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Looking for sound files…</source>
        <translation>Đang tìm tệp âm thanh…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Each file is checked and brought to the station&apos;s loudness. The files themselves are not touched.</source>
        <translation>Mỗi tệp được kiểm tra và đưa về độ to chung của đài. Tệp gốc được giữ nguyên.</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Who made them</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Các tệp</translation>
    </message>
    <message>
        <source>There is no sound file in what was chosen.</source>
        <translation>Không có tệp âm thanh nào trong mục đã chọn.</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} tệp</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>I have listened to “{title}” ({length}) and let exactly this sound be broadcast. Sound: {hash}.</source>
        <translation>Tôi đã nghe “{title}” ({length}) và cho phép phát đúng bản âm thanh này. Mã âm thanh: {hash}.</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Tin</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Chuyên mục</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Thông điệp</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Nhạc</translation>
    </message>
    <message>
        <source>Signature tune</source>
        <translation>Nhạc hiệu</translation>
    </message>
    <message>
        <source>Bridge tune</source>
        <translation>Nhạc cắt</translation>
    </message>
    <message>
        <source>Opening words</source>
        <translation>Lời xướng</translation>
    </message>
    <message>
        <source>Closing words</source>
        <translation>Lời chào</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>Chuông báo</translation>
    </message>
    <message>
        <source>Waiting music</source>
        <translation>Nhạc chờ</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>bản nháp</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>chờ duyệt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>đã duyệt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>Waiting for the second approval</source>
        <translation>Chờ duyệt lần hai</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Đã thay bằng bản mới</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Đã lưu trữ</translation>
    </message>
    <message>
        <source>sent from above</source>
        <translation>cấp trên gửi</translation>
    </message>
    <message>
        <source>made by this station</source>
        <translation>đài tự làm</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>kèm theo chương trình</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>The recording is distorted: it was recorded too loud.</source>
        <translation>Bản thu bị vỡ tiếng do thu quá to.</translation>
    </message>
    <message>
        <source>Silence at the beginning was cut off.</source>
        <translation>Đã cắt khoảng lặng ở đầu.</translation>
    </message>
    <message>
        <source>Silence at the end was cut off.</source>
        <translation>Đã cắt khoảng lặng ở cuối.</translation>
    </message>
    <message>
        <source>The recording is very quiet; it was made louder as far as possible.</source>
        <translation>Bản thu rất nhỏ; đã tăng to hết mức có thể.</translation>
    </message>
    <message>
        <source>The sound is very short.</source>
        <translation>Âm thanh rất ngắn.</translation>
    </message>
    <message>
        <source>The end of the file is missing: listen before it is approved.</source>
        <translation>Tệp bị thiếu phần cuối: cần nghe lại trước khi duyệt.</translation>
    </message>
    <message>
        <source>The file has telephone quality: words may be hard to understand.</source>
        <translation>Tệp chỉ có chất lượng điện thoại: có thể khó nghe rõ lời.</translation>
    </message>
    <message>
        <source>There is a long silence in the middle: listen before it is approved.</source>
        <translation>Ở giữa có khoảng lặng dài: cần nghe lại trước khi duyệt.</translation>
    </message>
    <message>
        <source>This sound is here already as “{title}”; nothing was stored twice.</source>
        <translation>Âm thanh này đã có trong thư viện với tên “{title}”; không lưu thêm lần nữa.</translation>
    </message>
    <message>
        <source>known</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>taken, look</source>
        <translation>đã nhập, cần xem</translation>
    </message>
    <message>
        <source>Stored as a draft, {length}, at the station&apos;s loudness.</source>
        <translation>Đã lưu thành bản nháp, dài {length}, đúng độ to của đài.</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>đã nhập</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>không nhận</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>{count} taken</source>
        <translation>{count} tệp đã nhập</translation>
    </message>
    <message>
        <source>{count} known already</source>
        <translation>{count} tệp đã có</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} tệp không nhận</translation>
    </message>
    <message>
        <source>{count} not tried</source>
        <translation>{count} tệp chưa xử lý</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Add sound files…</source>
        <translation>Nhập tệp âm thanh…</translation>
    </message>
    <message>
        <source>Ctrl+O, or drop files and folders here</source>
        <translation>Ctrl+O, hoặc kéo thả tệp và thư mục vào đây</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>Add sound files</source>
        <translation>Nhập tệp âm thanh</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Độ to</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cập nhật</translation>
    </message>
    <message>
        <source>Search by title or file name (accents may be left out)…</source>
        <translation>Tìm theo tiêu đề, tên tệp (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>Nothing matches. Try other words or another filter.</source>
        <translation>Không có mục nào khớp. Hãy thử từ khác hoặc bộ lọc khác.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>No sounds yet. Add recordings from this computer or a USB stick, or voice a bulletin.</source>
        <translation>Chưa có âm thanh nào. Hãy nhập bản thu từ máy này hoặc từ USB, hoặc đọc một bản tin thành tiếng.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Submit “{title}” for approval.</source>
        <translation>Trình duyệt “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” waits for approval now.</source>
        <translation>“{title}” đang chờ duyệt.</translation>
    </message>
    <message>
        <source>“{title}” is approved.</source>
        <translation>“{title}” đã được duyệt.</translation>
    </message>
    <message>
        <source>Give it back?</source>
        <translation>Trả lại mục này?</translation>
    </message>
    <message>
        <source>“{title}” goes back to whoever made it, with your reason.</source>
        <translation>“{title}” được trả lại người làm, kèm lý do.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Give back “{title}”.</source>
        <translation>Trả lại “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” was given back.</source>
        <translation>Đã trả lại “{title}”.</translation>
    </message>
    <message>
        <source>Withdraw this item?</source>
        <translation>Thu hồi mục này?</translation>
    </message>
    <message>
        <source>“{title}” airs no more from now on and needs a new approval if it is put back. What has aired stays in the log.</source>
        <translation>Từ nay “{title}” không phát nữa; nếu khôi phục thì phải duyệt lại. Những lần đã phát vẫn còn trong nhật ký.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Withdraw “{title}”.</source>
        <translation>Thu hồi “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” was withdrawn.</source>
        <translation>Đã thu hồi “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” is a draft again.</source>
        <translation>“{title}” trở lại là bản nháp.</translation>
    </message>
    <message>
        <source>It is called “{title}” now.</source>
        <translation>Đã đổi tên thành “{title}”.</translation>
    </message>
    <message>
        <source>The kind of “{title}” was changed.</source>
        <translation>Đã đổi loại của “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” for emergencies.</source>
        <translation>Để sẵn tin khẩn cấp “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” is no longer kept ready.</source>
        <translation>Đã bỏ “{title}” khỏi tin khẩn cấp để sẵn.</translation>
    </message>
    <message>
        <source>“{title}” is kept ready for emergencies.</source>
        <translation>Đã để sẵn “{title}” làm tin khẩn cấp.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã hoàn tác.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>What aired under the old title keeps it in the log.</source>
        <translation>Những lần đã phát vẫn giữ tên cũ trong nhật ký.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Write a title.</source>
        <translation>Hãy ghi tiêu đề.</translation>
    </message>
</context>
</TS>
