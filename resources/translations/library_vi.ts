<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>BulkDialog</name>
    <message>
        <source>Change {count} items</source>
        <translation>Sửa {count} mục</translation>
    </message>
    <message>
        <source>Tick what is to change. Everything else stays as it is in each item. Ctrl+Z takes all of it back.</source>
        <translation>Đánh dấu những gì cần sửa. Phần còn lại của từng mục giữ nguyên. Ctrl+Z hoàn tác tất cả.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>May air from</source>
        <translation>Phát từ ngày</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Từ bây giờ</translation>
    </message>
    <message>
        <source>May air until</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Không có hạn</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Buổi trong ngày</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền sử dụng</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn tin</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Người thể hiện</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Nơi làm</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Change: {field}</source>
        <translation>Sửa: {field}</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>Select nothing</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Trình duyệt</translation>
    </message>
    <message>
        <source>Make campaigns…</source>
        <translation>Lập đợt phát…</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Lấy ra khỏi lưu trữ</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Đưa vào lưu trữ…</translation>
    </message>
    <message>
        <source>What does not fit an item, such as submitting one that is approved, is left out and said.</source>
        <translation>Mục nào không hợp với thao tác, ví dụ trình duyệt mục đã duyệt, sẽ được bỏ qua và báo lại.</translation>
    </message>
    <message>
        <source>{count} items selected</source>
        <translation>Đã chọn {count} mục</translation>
    </message>
    <message>
        <source>Change {count} items…</source>
        <translation>Sửa {count} mục…</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Tổng cộng</translation>
    </message>
</context>
<context>
    <name>CartDetail</name>
    <message>
        <source>Close the details</source>
        <translation>Đóng phần chi tiết</translation>
    </message>
    <message>
        <source>The sound; click or use the arrow keys to go to another place</source>
        <translation>Âm thanh; bấm hoặc dùng phím mũi tên để chuyển đến chỗ khác</translation>
    </message>
    <message>
        <source>Given back: {reason}</source>
        <translation>Bị trả lại: {reason}</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Another item took its place: “{title}”.</source>
        <translation>Đã có mục khác thay: “{title}”.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>Parts of the details</source>
        <translation>Các phần thông tin</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Sử dụng</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Trao đổi</translation>
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
        <translation>{what} (phím Cách)</translation>
    </message>
</context>
<context>
    <name>CartTable</name>
    <message>
        <source>{column} (no room now)</source>
        <translation>{column} (đang thiếu chỗ)</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Như ban đầu</translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <source>Choose</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Search (accents may be left out)…</source>
        <translation>Tìm (không cần dấu)…</translation>
    </message>
    <message>
        <source>Nothing matches. Try other words.</source>
        <translation>Không tìm thấy. Hãy thử từ khác.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Submit {items} for approval.</source>
        <translation>Trình duyệt {items}.</translation>
    </message>
    <message>
        <source>{items} waits for approval now.</source>
        <translation>{items} đang chờ duyệt.</translation>
    </message>
    <message>
        <source>{items}: one of two has approved; it airs when another person approves it too.</source>
        <translation>{items}: một trong hai người đã duyệt; được phát khi người thứ hai cũng duyệt.</translation>
    </message>
    <message>
        <source>{items} is approved.</source>
        <translation>{items} đã được duyệt.</translation>
    </message>
    <message>
        <source>Give it back?</source>
        <translation>Trả lại mục này?</translation>
    </message>
    <message>
        <source>{items} goes back to whoever made it, with your reason.</source>
        <translation>{items} được trả lại cho người làm, kèm lý do của anh/chị.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Give back {items}.</source>
        <translation>Trả lại {items}.</translation>
    </message>
    <message>
        <source>{items} was given back.</source>
        <translation>Đã trả lại {items}.</translation>
    </message>
    <message>
        <source>{items} airs no more from now on and needs a new approval if it is put back. What has aired stays in the log.</source>
        <translation>{items} không được phát nữa kể từ bây giờ; nếu khôi phục thì phải duyệt lại. Những gì đã phát vẫn còn trong nhật ký.</translation>
    </message>
    <message>
        <source>Withdraw?</source>
        <translation>Thu hồi?</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Withdraw {items}.</source>
        <translation>Thu hồi {items}.</translation>
    </message>
    <message>
        <source>{items} was withdrawn.</source>
        <translation>Đã thu hồi {items}.</translation>
    </message>
    <message>
        <source>Put {items} back.</source>
        <translation>Khôi phục {items}.</translation>
    </message>
    <message>
        <source>{items} is a draft again.</source>
        <translation>{items} trở lại là bản nháp.</translation>
    </message>
    <message>
        <source>{items} leaves every list and airs no more. Sound, history and log stay; it can be taken out of the archive at any time.</source>
        <translation>{items} không còn trong các danh sách và không được phát nữa. Âm thanh, lịch sử và nhật ký vẫn giữ; lúc nào cũng lấy ra khỏi lưu trữ được.</translation>
    </message>
    <message>
        <source>Archive?</source>
        <translation>Đưa vào lưu trữ?</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Đưa vào lưu trữ</translation>
    </message>
    <message>
        <source>Archive {items}.</source>
        <translation>Đưa {items} vào lưu trữ.</translation>
    </message>
    <message>
        <source>{items} is in the archive.</source>
        <translation>Đã đưa {items} vào lưu trữ.</translation>
    </message>
    <message>
        <source>Take {items} out of the archive.</source>
        <translation>Lấy {items} ra khỏi lưu trữ.</translation>
    </message>
    <message>
        <source>{items} airs no more; lists and history say what took its place. Campaigns do not change over by themselves.</source>
        <translation>{items} không được phát nữa; danh sách và lịch sử ghi rõ mục nào thay. Các đợt phát không tự chuyển sang mục mới.</translation>
    </message>
    <message>
        <source>What takes its place?</source>
        <translation>Mục nào thay?</translation>
    </message>
    <message>
        <source>Another item for {items}.</source>
        <translation>Thay {items} bằng mục khác.</translation>
    </message>
    <message>
        <source>{items} was superseded.</source>
        <translation>Đã thay {items}.</translation>
    </message>
    <message>
        <source>At most {count} items are changed at once. Filter the list first.</source>
        <translation>Mỗi lần sửa nhiều nhất {count} mục. Hãy lọc bớt danh sách trước.</translation>
    </message>
    <message>
        <source>{count} items were changed.</source>
        <translation>Đã sửa {count} mục.</translation>
    </message>
    <message>
        <source>{items} was changed.</source>
        <translation>Đã sửa {items}.</translation>
    </message>
    <message>
        <source>{items} gets its earlier sound back as a new version. It airs only after a new approval.</source>
        <translation>{items} lấy lại âm thanh cũ thành một bản mới. Chỉ được phát sau khi duyệt lại.</translation>
    </message>
    <message>
        <source>Use version {number} again?</source>
        <translation>Dùng lại bản {number}?</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>An earlier sound for {items}.</source>
        <translation>Dùng lại âm thanh cũ cho {items}.</translation>
    </message>
    <message>
        <source>{items} has its earlier sound again and needs an approval.</source>
        <translation>{items} đã dùng lại âm thanh cũ và cần được duyệt.</translation>
    </message>
    <message>
        <source>The new sound</source>
        <translation>Âm thanh mới</translation>
    </message>
    <message>
        <source>A new sound for {items}. It airs only after a new approval.</source>
        <translation>Thay âm thanh của {items}. Chỉ được phát sau khi duyệt lại.</translation>
    </message>
    <message>
        <source>{items} has a new sound and needs an approval.</source>
        <translation>{items} đã có âm thanh mới và cần được duyệt.</translation>
    </message>
    <message>
        <source>{items} for emergencies.</source>
        <translation>{items} làm tin khẩn cấp.</translation>
    </message>
    <message>
        <source>{items} is no longer kept ready.</source>
        <translation>{items} không còn để sẵn làm tin khẩn cấp.</translation>
    </message>
    <message>
        <source>{items} is kept ready for emergencies.</source>
        <translation>{items} đã để sẵn làm tin khẩn cấp.</translation>
    </message>
    <message>
        <source>None of the chosen items is in a state for this.</source>
        <translation>Không mục nào đã chọn ở trạng thái làm được việc này.</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>{items} in hand</source>
        <translation>Đang xử lý {items}</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Approvals do not come back by themselves.</source>
        <translation>Việc duyệt không tự trở lại, cần duyệt lại.</translation>
    </message>
    <message>
        <source>Sounds of bulletins are put back on the bulletins&apos; page.</source>
        <translation>Âm thanh của bản tin được khôi phục ở trang Bản tin.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Change what the library says about its items. Valid for 10 minutes.</source>
        <translation>Sửa thông tin các mục trong thư viện. Chữ ký có hiệu lực trong 10 phút.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Đã hoàn tác: {what}</translation>
    </message>
    <message>
        <source>{count} values were changed by somebody since and stay.</source>
        <translation>{count} chỗ đã có người sửa sau đó nên giữ nguyên.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>The approval itself ends earlier: to air longer it needs a new approval.</source>
        <translation>Lần duyệt có hạn sớm hơn: muốn phát lâu hơn phải duyệt lại.</translation>
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
        <translation>Khi cần, “{title}” phát được trong một giây: nhấn F9, nhấn phím số, rồi giữ Enter một giây.</translation>
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
    <name>FieldsCard</name>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>May air from</source>
        <translation>Phát từ ngày</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Từ bây giờ</translation>
    </message>
    <message>
        <source>May air until</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Không có hạn</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Buổi trong ngày</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>None chosen: any time of day.</source>
        <translation>Không chọn: buổi nào cũng phát.</translation>
    </message>
    <message>
        <source>None chosen: all zones.</source>
        <translation>Không chọn: tất cả cụm loa.</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền sử dụng</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn tin</translation>
    </message>
    <message>
        <source>who made it, where it comes from</source>
        <translation>ai làm, lấy từ đâu</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Người thể hiện</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Nơi làm</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Choose the letter</source>
        <translation>Chọn văn bản</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Open the letter</source>
        <translation>Mở văn bản</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Directive: {number}</source>
        <translation>Văn bản: {number}</translation>
    </message>
    <message>
        <source>Belongs to the bulletin and is changed there.</source>
        <translation>Thuộc về bản tin, sửa ở trang Bản tin.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search title, text, letter (accents may be left out)…</source>
        <translation>Tìm tiêu đề, nội dung, văn bản (không cần dấu)…</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Lọc…</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Bộ lọc đã lưu</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Xóa lọc</translation>
    </message>
    <message>
        <source>Remove this filter: {filter}</source>
        <translation>Bỏ lọc này: {filter}</translation>
    </message>
    <message>
        <source>Filter ({count})…</source>
        <translation>Lọc ({count})…</translation>
    </message>
</context>
<context>
    <name>FilterPopover</name>
    <message>
        <source>What to filter by</source>
        <translation>Lọc theo</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Xóa lọc</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>One of them at a time.</source>
        <translation>Chỉ chọn một.</translation>
    </message>
    <message>
        <source>None ticked: all but withdrawn, superseded and archived ones.</source>
        <translation>Không đánh dấu: mọi mục trừ những mục đã thu hồi, đã thay và đã lưu trữ.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>This sound is here already as “{title}”; nothing was stored twice.</source>
        <translation>Âm thanh này đã có trong Thư viện với tên “{title}”; không lưu trùng.</translation>
    </message>
    <message>
        <source>known</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>taken, look</source>
        <translation>cần xem lại</translation>
    </message>
    <message>
        <source>Stored as the draft “{title}”, {length}.</source>
        <translation>Đã lưu thành bản nháp “{title}”, dài {length}.</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>đã nhập</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} tệp</translation>
    </message>
    <message>
        <source>{count} more are too many for one import: bring them in afterwards</source>
        <translation>còn {count} tệp vượt quá một lần nhập: hãy nhập sau</translation>
    </message>
    <message>
        <source>cannot be opened: {names}</source>
        <translation>không mở được: {names}</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>còn vài giây</translation>
    </message>
    <message>
        <source>about {count} seconds left</source>
        <translation>còn khoảng {count} giây</translation>
    </message>
    <message>
        <source>about {count} minutes left</source>
        <translation>còn khoảng {count} phút</translation>
    </message>
    <message>
        <source>about {count} hours left</source>
        <translation>còn khoảng {count} giờ</translation>
    </message>
    <message>
        <source>{done} of {count} files</source>
        <translation>{done}/{count} tệp</translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} trên {size}</translation>
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
        <translation>Vì sao</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>starting…</source>
        <translation>đang bắt đầu…</translation>
    </message>
    <message>
        <source>Sounds are coming in: {progress}</source>
        <translation>Đang nhập âm thanh: {progress}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>An import was interrupted: {count} files wait.</source>
        <translation>Lần nhập trước bị ngắt giữa chừng: còn {count} tệp chưa nhập.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Làm tiếp…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>“{name}” holds {count} sound files ({size}).</source>
        <translation>“{name}” có {count} tệp âm thanh ({size}).</translation>
    </message>
    <message>
        <source>Add them…</source>
        <translation>Thêm vào Thư viện…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
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
        <source>No file gives trouble.</source>
        <translation>Không có tệp nào có vấn đề.</translation>
    </message>
    <message>
        <source>Now: {names}</source>
        <translation>Đang đọc: {names}</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Ngừng nghe</translation>
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
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Lưu danh sách</translation>
    </message>
    <message>
        <source>The list is in {path}.</source>
        <translation>Danh sách đã lưu ở {path}.</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Who made them</source>
        <translation>Nơi làm</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa chọn</translation>
    </message>
    <message>
        <source>What they are about</source>
        <translation>Nội dung thuộc lĩnh vực nào</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Lĩnh vực</translation>
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
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Các tệp</translation>
    </message>
    <message>
        <source>Only files with trouble</source>
        <translation>Chỉ tệp có vấn đề</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Lưu danh sách…</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Chạy nền</translation>
    </message>
    <message>
        <source>There is no sound file in what was chosen.</source>
        <translation>Không có tệp âm thanh nào trong phần đã chọn.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Đang bắt đầu…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
</context>
<context>
    <name>ImportRunner</name>
    <message>
        <source>Sounds are coming in…</source>
        <translation>Đang nhập âm thanh…</translation>
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
        <translation>chờ duyệt lần hai</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>đã thay</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>đã lưu trữ</translation>
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
    <message>
        <source>Plan {count} items, all alike.</source>
        <translation>Lập đợt phát giống nhau cho {count} mục.</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>{count} campaigns were made.</source>
        <translation>Đã lập {count} đợt phát.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Making campaigns…</source>
        <translation>Đang lập các đợt phát…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Which letter does it serve?</source>
        <translation>Phục vụ văn bản nào?</translation>
    </message>
    <message>
        <source>Its airings are then reported under that letter.</source>
        <translation>Các lượt phát sẽ được báo cáo theo văn bản đó.</translation>
    </message>
    <message>
        <source>No letter</source>
        <translation>Không theo văn bản nào</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Độ to</translation>
    </message>
    <message>
        <source>May air until</source>
        <translation>Phát đến hết</translation>
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
        <source>Warnings</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Người thể hiện</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Nơi làm</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền sử dụng</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Buổi trong ngày</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ngày nhập</translation>
    </message>
    <message>
        <source>Add sound files</source>
        <translation>Nhập tệp âm thanh</translation>
    </message>
    <message>
        <source>Add a whole folder</source>
        <translation>Nhập cả thư mục</translation>
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
        <source>Validity</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Airing</source>
        <translation>Việc phát</translation>
    </message>
    <message>
        <source>Import check</source>
        <translation>Kiểm tra khi nhập</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Expires within {days} days</source>
        <translation>Hết hạn trong {days} ngày tới</translation>
    </message>
    <message>
        <source>Not expired</source>
        <translation>Còn hạn</translation>
    </message>
    <message>
        <source>Never aired</source>
        <translation>Chưa phát lần nào</translation>
    </message>
    <message>
        <source>Has aired</source>
        <translation>Đã phát</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Có cảnh báo</translation>
    </message>
    <message>
        <source>Without warnings</source>
        <translation>Không có cảnh báo</translation>
    </message>
    <message>
        <source>{seconds} s of silence at the beginning were cut off.</source>
        <translation>Đã cắt {seconds} giây im lặng ở đầu.</translation>
    </message>
    <message>
        <source>{seconds} s of silence at the end were cut off.</source>
        <translation>Đã cắt {seconds} giây im lặng ở cuối.</translation>
    </message>
    <message>
        <source>A silence of {seconds} s in the middle: listen before it is approved.</source>
        <translation>Có đoạn im lặng {seconds} giây ở giữa: hãy nghe trước khi duyệt.</translation>
    </message>
    <message>
        <source>The recording is distorted ({percent} % of it): it was recorded too loud.</source>
        <translation>Bản thu bị vỡ tiếng ({percent} %) do thu quá to.</translation>
    </message>
    <message>
        <source>Left and right cancel each other: on the loudspeakers it is {db} dB fainter. Listen to it.</source>
        <translation>Kênh trái và phải triệt nhau: ra loa sẽ nhỏ đi {db} dB. Hãy nghe lại.</translation>
    </message>
    <message>
        <source>The right channel was recorded upside down; only the left one is used.</source>
        <translation>Kênh phải bị ngược pha; chỉ dùng kênh trái.</translation>
    </message>
    <message>
        <source>The same recording seems to be here already ({percent} % alike).</source>
        <translation>Có vẻ bản thu này đã có trong thư viện (giống {percent} %).</translation>
    </message>
    <message>
        <source>The sound is very short: {seconds} s.</source>
        <translation>Âm thanh rất ngắn: {seconds} giây.</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>Đỉnh thật</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>{lufs} LUFS, brought to the station&apos;s loudness by {gain} dB</source>
        <translation>{lufs} LUFS, chỉnh {gain} dB về độ to của đài</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Lúc nhận</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>tiếng nói</translation>
    </message>
    <message>
        <source>music</source>
        <translation>nhạc</translation>
    </message>
    <message>
        <source>speech and music</source>
        <translation>tiếng nói và nhạc</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>{count} channels</source>
        <translation>{count} kênh</translation>
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
        <source>Put back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Lấy ra khỏi lưu trữ</translation>
    </message>
    <message>
        <source>Open the bulletin</source>
        <translation>Mở bản tin</translation>
    </message>
    <message>
        <source>Keep ready for emergencies…</source>
        <translation>Để sẵn làm tin khẩn cấp…</translation>
    </message>
    <message>
        <source>Replace the sound…</source>
        <translation>Thay tệp âm thanh…</translation>
    </message>
    <message>
        <source>Another item takes its place…</source>
        <translation>Thay bằng mục khác…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Đưa vào lưu trữ…</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Đổi tên (F2)</translation>
    </message>
    <message>
        <source>its item is archived</source>
        <translation>đã đưa vào lưu trữ</translation>
    </message>
    <message>
        <source>it was withdrawn</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>another item took its place</source>
        <translation>đã có mục khác thay</translation>
    </message>
    <message>
        <source>no item has it any more</source>
        <translation>không mục nào dùng nữa</translation>
    </message>
    <message>
        <source>{done} of {total} done.</source>
        <translation>Xong {done}/{total}.</translation>
    </message>
    <message>
        <source>{count} not: {why}</source>
        <translation>{count} mục không được: {why}</translation>
    </message>
    <message>
        <source>Drafts and given back</source>
        <translation>Bản nháp và bị trả lại</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Sắp hết hạn</translation>
    </message>
    <message>
        <source>Withdrawn, superseded, archived</source>
        <translation>Đã thu hồi, đã thay, đã lưu trữ</translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation>Bỏ bộ lọc này khỏi danh sách</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>Lưu bộ lọc này</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>nhập vào</translation>
    </message>
    <message>
        <source>sound replaced</source>
        <translation>thay âm thanh</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>cắt, chỉnh</translation>
    </message>
    <message>
        <source>approved bulletin</source>
        <translation>bản tin đã duyệt</translation>
    </message>
    <message>
        <source>earlier sound used again</source>
        <translation>dùng lại bản cũ</translation>
    </message>
    <message>
        <source>Version {number}: {why}</source>
        <translation>Bản {number}: {why}</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>đợt phát</translation>
    </message>
    <message>
        <source>frame of a session</source>
        <translation>khung của buổi phát</translation>
    </message>
    <message>
        <source>kept ready for emergencies</source>
        <translation>để sẵn làm tin khẩn cấp</translation>
    </message>
    <message>
        <source>part of a bulletin</source>
        <translation>phần của bản tin</translation>
    </message>
    <message>
        <source>came with a letter</source>
        <translation>kèm theo văn bản</translation>
    </message>
    <message>
        <source>published plan</source>
        <translation>lịch đã gửi đi phát</translation>
    </message>
    <message>
        <source>over</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>chime</source>
        <translation>chuông</translation>
    </message>
    <message>
        <source>station ident</source>
        <translation>nhạc hiệu đài</translation>
    </message>
    <message>
        <source>music below the words</source>
        <translation>nhạc nền</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>lời kết</translation>
    </message>
    <message>
        <source>aired whole</source>
        <translation>phát trọn</translation>
    </message>
    <message>
        <source>aired in part</source>
        <translation>phát một phần</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>không phát</translation>
    </message>
    <message>
        <source>made up later</source>
        <translation>phát bù</translation>
    </message>
    <message>
        <source>aired, not planned</source>
        <translation>phát ngoài lịch</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>sắp phát</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>bản {number}</translation>
    </message>
    <message>
        <source>no category yet</source>
        <translation>chưa có lĩnh vực</translation>
    </message>
    <message>
        <source>rights not stated</source>
        <translation>chưa ghi quyền</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>tất cả cụm loa</translation>
    </message>
    <message>
        <source>any time of day</source>
        <translation>buổi nào cũng được</translation>
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
        <source>More</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Add a whole folder or stick…</source>
        <translation>Nhập cả thư mục hoặc USB…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột hiển thị</translation>
    </message>
    <message>
        <source>Select all (Ctrl+A)</source>
        <translation>Chọn tất cả (Ctrl+A)</translation>
    </message>
    <message>
        <source>Take back the last change (Ctrl+Z)</source>
        <translation>Hoàn tác lần sửa cuối (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Tidy the sound store…</source>
        <translation>Dọn kho âm thanh…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
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
</context>
<context>
    <name>MarkFields</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Bắt đầu từ</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Kết thúc ở</translation>
    </message>
    <message>
        <source>Fades in over</source>
        <translation>To dần trong</translation>
    </message>
    <message>
        <source>Fades out over</source>
        <translation>Nhỏ dần trong</translation>
    </message>
    <message>
        <source>Listening begins at</source>
        <translation>Nghe thử từ</translation>
    </message>
</context>
<context>
    <name>OptionalDate</name>
    <message>
        <source>No date</source>
        <translation>Không đặt ngày</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Tidy the sound store</source>
        <translation>Dọn kho âm thanh</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>Không còn cần</translation>
    </message>
    <message>
        <source>Can be brought back</source>
        <translation>Có thể lấy lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Rule: sounds out of use that have not aired for {months} months may go. Only the sound file goes: title, length, hash, approvals and the airing log stay for ever.</source>
        <translation>Quy định: âm thanh không còn dùng và đã {months} tháng không phát thì được dọn. Chỉ tệp âm thanh mất đi: tiêu đề, thời lượng, mã kiểm tra, việc duyệt và nhật ký phát thanh giữ mãi.</translation>
    </message>
    <message>
        <source>Rule: everything is kept for ever. It can be changed in the settings.</source>
        <translation>Quy định: giữ mãi tất cả. Có thể đổi trong Cài đặt.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dùng lần cuối</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>What would be removed</source>
        <translation>Những gì sẽ được dọn</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang xem…</translation>
    </message>
    <message>
        <source>What can be brought back</source>
        <translation>Những gì lấy lại được</translation>
    </message>
    <message>
        <source>Nothing was removed in the last {days} days.</source>
        <translation>Trong {days} ngày qua không dọn gì.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>For {days} days a removed sound can be brought back here; then its file is deleted.</source>
        <translation>Trong {days} ngày, âm thanh đã dọn lấy lại được ở đây; sau đó tệp bị xóa hẳn.</translation>
    </message>
    <message>
        <source>Nothing has to go: every sound is in use or still young enough.</source>
        <translation>Không có gì phải dọn: âm thanh nào cũng đang dùng hoặc chưa đủ lâu.</translation>
    </message>
    <message>
        <source>Can be brought back ({count})</source>
        <translation>Có thể lấy lại ({count})</translation>
    </message>
    <message>
        <source>{count} sounds, {room} would become free.</source>
        <translation>{count} âm thanh, giải phóng được {room}.</translation>
    </message>
    <message>
        <source>Remove {count} sounds…</source>
        <translation>Dọn {count} âm thanh…</translation>
    </message>
    <message>
        <source>{count} sound files go ({room}). They can be brought back for {days} days; titles, approvals and the airing log stay for ever.</source>
        <translation>Sẽ dọn {count} tệp âm thanh ({room}). Trong {days} ngày vẫn lấy lại được; tiêu đề, việc duyệt và nhật ký phát thanh giữ mãi.</translation>
    </message>
    <message>
        <source>Remove these sounds?</source>
        <translation>Dọn những âm thanh này?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Dọn</translation>
    </message>
    <message>
        <source>Remove sounds that are no longer needed.</source>
        <translation>Dọn những âm thanh không còn cần.</translation>
    </message>
    <message>
        <source>{count} sounds were removed.</source>
        <translation>Đã dọn {count} âm thanh.</translation>
    </message>
    <message>
        <source>{count} came into use meanwhile and stay.</source>
        <translation>{count} âm thanh vừa được dùng lại nên giữ nguyên.</translation>
    </message>
    <message>
        <source>Bring back “{title}”.</source>
        <translation>Lấy lại “{title}”.</translation>
    </message>
    <message>
        <source>The sound is back in its place.</source>
        <translation>Âm thanh đã trở lại chỗ cũ.</translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>Cover</source>
        <translation>Ảnh bìa</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Các bản</translation>
    </message>
    <message>
        <source>Only this sound so far.</source>
        <translation>Mới chỉ có âm thanh này.</translation>
    </message>
    <message>
        <source>An earlier sound that is used again becomes a new version and needs a new approval.</source>
        <translation>Âm thanh cũ dùng lại sẽ thành một bản mới và phải duyệt lại.</translation>
    </message>
    <message>
        <source>{version} – in use</source>
        <translation>{version} – đang dùng</translation>
    </message>
    <message>
        <source>Listen to version {number}</source>
        <translation>Nghe bản {number}</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <source>Use version {number} again</source>
        <translation>Dùng lại bản {number}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Cut the silence</source>
        <translation>Tự cắt lặng</translation>
    </message>
    <message>
        <source>Proposes a beginning and an end without silence</source>
        <translation>Đề xuất điểm đầu và điểm cuối không còn khoảng lặng</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Làm lại (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Back to the full recording</source>
        <translation>Trả về bản đầy đủ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Again and again (L)</source>
        <translation>Nghe lặp lại (L)</translation>
    </message>
    <message>
        <source>Hear the first 3 seconds</source>
        <translation>Nghe 3 giây đầu</translation>
    </message>
    <message>
        <source>Hear the last 3 seconds</source>
        <translation>Nghe 3 giây cuối</translation>
    </message>
    <message>
        <source>Closer (+, Ctrl and the wheel)</source>
        <translation>Phóng to (+, hoặc Ctrl và con lăn)</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>Open large</source>
        <translation>Mở rộng</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>{what} (Space)</source>
        <translation>{what} (phím Cách)</translation>
    </message>
</context>
<context>
    <name>UsageCard</name>
    <message>
        <source>Where it is used</source>
        <translation>Đang dùng ở đâu</translation>
    </message>
    <message>
        <source>No campaign airs it yet.</source>
        <translation>Chưa có đợt phát nào dùng mục này.</translation>
    </message>
    <message>
        <source>When it aired</source>
        <translation>Đã phát khi nào</translation>
    </message>
    <message>
        <source>It has not aired yet.</source>
        <translation>Chưa phát lần nào.</translation>
    </message>
    <message>
        <source>Older airings are in the log.</source>
        <translation>Các lượt phát cũ hơn xem ở Nhật ký.</translation>
    </message>
</context>
<context>
    <name>WaveEditor</name>
    <message>
        <source>the shape of {names}</source>
        <translation>phần cắt, chỉnh của {names}</translation>
    </message>
    <message>
        <source>A new version of “{title}” with this beginning and end.</source>
        <translation>Tạo bản mới của “{title}” với đầu, cuối như đã chỉnh.</translation>
    </message>
    <message>
        <source>Making the new version…</source>
        <translation>Đang tạo bản mới…</translation>
    </message>
    <message>
        <source>Change an approved sound?</source>
        <translation>Sửa âm thanh đã duyệt?</translation>
    </message>
    <message>
        <source>“{title}” is approved. The new version airs only after a new approval.</source>
        <translation>“{title}” đã được duyệt. Bản mới chỉ được phát sau khi duyệt lại.</translation>
    </message>
    <message>
        <source>Make the new version</source>
        <translation>Tạo bản mới</translation>
    </message>
    <message>
        <source>“{title}” has a new version.</source>
        <translation>Đã lưu bản mới của “{title}”.</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Điểm đầu</translation>
    </message>
    <message>
        <source>End of the fade-in</source>
        <translation>Hết đoạn to dần</translation>
    </message>
    <message>
        <source>Where listening begins</source>
        <translation>Điểm bắt đầu nghe thử</translation>
    </message>
    <message>
        <source>Begin of the fade-out</source>
        <translation>Bắt đầu nhỏ dần</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Điểm cuối</translation>
    </message>
    <message>
        <source>The whole recording</source>
        <translation>Toàn bộ bản ghi</translation>
    </message>
    <message>
        <source>Reading the recording</source>
        <translation>Đang đọc bản ghi</translation>
    </message>
    <message>
        <source>The sound is being made…</source>
        <translation>Đang tạo âm thanh…</translation>
    </message>
    <message>
        <source>This is the sound of a bulletin: it is shaped there, under “Sound”, so that words and sound stay together.</source>
        <translation>Đây là âm thanh của một bản tin: hãy chỉnh ở trang bản tin, thẻ “Âm thanh”, để lời và tiếng luôn khớp nhau.</translation>
    </message>
    <message>
        <source>This item is out of use. Put it back first if its sound shall be shaped.</source>
        <translation>Mục này không còn dùng. Muốn chỉnh âm thanh, hãy đưa trở lại trước.</translation>
    </message>
    <message>
        <source>Saving makes a new version: the approval ends, and the item airs only after a new one. The version before is kept.</source>
        <translation>Lưu sẽ tạo bản mới: duyệt cũ hết hiệu lực, mục này chỉ được phát sau khi duyệt lại. Bản trước vẫn được giữ.</translation>
    </message>
    <message>
        <source>Saving makes a new version, which must be submitted for approval again. The version before is kept.</source>
        <translation>Lưu sẽ tạo bản mới và phải trình duyệt lại. Bản trước vẫn được giữ.</translation>
    </message>
    <message>
        <source>Saving makes a new version; it needs an approval before it airs. The version before is kept.</source>
        <translation>Lưu sẽ tạo bản mới; phải được duyệt thì mới phát. Bản trước vẫn được giữ.</translation>
    </message>
    <message>
        <source>All of it, {whole}</source>
        <translation>Toàn bộ, {whole}</translation>
    </message>
    <message>
        <source>{kept} of {whole} stays</source>
        <translation>Giữ {kept} trong {whole}</translation>
    </message>
    <message>
        <source>fades in over {seconds} s</source>
        <translation>to dần trong {seconds} giây</translation>
    </message>
    <message>
        <source>fades out over {seconds} s</source>
        <translation>nhỏ dần trong {seconds} giây</translation>
    </message>
    <message>
        <source>listening begins at {time}</source>
        <translation>nghe thử từ {time}</translation>
    </message>
</context>
<context>
    <name>WaveSheet</name>
    <message>
        <source>Shape the sound</source>
        <translation>Cắt, chỉnh âm thanh</translation>
    </message>
    <message>
        <source>Keys: Space plays, ← → go 5 s, L repeats, I and O begin and end here, C sets the cue, + − 0 zoom; Tab reaches the marks: ← → move them by 10 ms, with Shift by 1 s.</source>
        <translation>Phím: Cách để nghe, ← → tới lui 5 giây, L nghe lặp, I và O đặt điểm đầu và điểm cuối tại đây, C đặt điểm bắt đầu nghe, + − 0 phóng to thu nhỏ; Tab tới từng mốc rồi bấm ← → để dời 10 ms, thêm Shift là 1 giây.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>WhyAgain</name>
    <message>
        <source>The sound is bad</source>
        <translation>Âm thanh kém</translation>
    </message>
    <message>
        <source>A mistake in the words</source>
        <translation>Đọc sai</translation>
    </message>
    <message>
        <source>The earlier one was right</source>
        <translation>Bản cũ mới đúng</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Dài quá</translation>
    </message>
</context>
</TS>
