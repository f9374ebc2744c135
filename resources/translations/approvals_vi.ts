<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ApprovalDetail</name>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Text as written</source>
        <translation>Lời đã viết</translation>
    </message>
    <message>
        <source>Text as it is read</source>
        <translation>Lời sẽ đọc</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Lời</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Lời đọc</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kênh khác</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Slip…</source>
        <translation>Phiếu duyệt…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Duyệt…</translation>
    </message>
    <message>
        <source>Sign all of them at once, or choose a single one to read and hear it.</source>
        <translation>Ký một lần cho tất cả, hoặc chọn riêng một mục để đọc và nghe.</translation>
    </message>
    <message>
        <source>{count} items chosen</source>
        <translation>Đã chọn {count} mục</translation>
    </message>
    <message>
        <source>Approve {count} items…</source>
        <translation>Duyệt {count} mục…</translation>
    </message>
    <message>
        <source>Give {count} items back…</source>
        <translation>Trả lại {count} mục…</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Given back: {reason}</source>
        <translation>Bị trả lại: {reason}</translation>
    </message>
    <message>
        <source>{name} agreed as the first of two.</source>
        <translation>{name} đã đồng ý (người thứ nhất trong hai người duyệt).</translation>
    </message>
    <message>
        <source>The sound does not say the present text.</source>
        <translation>Âm thanh không khớp với lời hiện tại.</translation>
    </message>
    <message>
        <source>Approved by {name}, holds {days}.</source>
        <translation>{name} đã duyệt, có hiệu lực {days}.</translation>
    </message>
    <message>
        <source>Whoever approved it wrote it too (station of one).</source>
        <translation>Người duyệt tự soạn (đài một người).</translation>
    </message>
    <message>
        <source>Remarks ({count})</source>
        <translation>Ý kiến ({count})</translation>
    </message>
    <message>
        <source>Choose something at the left: everything needed to judge it stands here.</source>
        <translation>Chọn một mục ở bên trái: mọi thứ cần để duyệt sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>taken out</source>
        <translation>bỏ đi</translation>
    </message>
    <message>
        <source>put in</source>
        <translation>thêm vào</translation>
    </message>
    <message>
        <source>: “{reason}”</source>
        <translation>: “{reason}”</translation>
    </message>
    <message>
        <source>Week of {first} to {last}</source>
        <translation>Tuần {first} – {last}</translation>
    </message>
    <message>
        <source>Weekly schedule</source>
        <translation>Lịch tuần</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Waiting for the second</source>
        <translation>Chờ người thứ hai</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Đã trả lại</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Running out</source>
        <translation>Sắp hết hạn</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã thu hồi</translation>
    </message>
    <message>
        <source>Nothing waits for approval. What is submitted under Bulletins or in the library appears here.</source>
        <translation>Không có gì chờ duyệt. Nội dung trình duyệt từ trang Bản tin hoặc Thư viện sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing waits for a second approver. Where two must agree, what the first has approved appears here.</source>
        <translation>Không có gì chờ người duyệt thứ hai. Khi đài cần hai người duyệt, nội dung người thứ nhất đã đồng ý sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing was given back. What the author has to rework stays here until it is submitted again.</source>
        <translation>Không có nội dung nào bị trả lại. Nội dung cần sửa nằm ở đây cho đến khi được trình lại.</translation>
    </message>
    <message>
        <source>Nothing is approved yet.</source>
        <translation>Chưa có nội dung nào được duyệt.</translation>
    </message>
    <message>
        <source>No approval ends within the next seven days.</source>
        <translation>Trong bảy ngày tới không có nội dung nào hết hạn.</translation>
    </message>
    <message>
        <source>Nothing was withdrawn.</source>
        <translation>Chưa thu hồi nội dung nào.</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Approved, from {day}</source>
        <translation>Đã duyệt, từ {day}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>{name} soạn</translation>
    </message>
    <message>
        <source>submitted {time}, waiting for {how_long}</source>
        <translation>trình {time}, đã chờ {how_long}</translation>
    </message>
    <message>
        <source>submitted {time}</source>
        <translation>trình {time}</translation>
    </message>
    <message>
        <source>approved {time}</source>
        <translation>duyệt {time}</translation>
    </message>
    <message>
        <source>given back {time}</source>
        <translation>trả lại {time}</translation>
    </message>
    <message>
        <source>withdrawn {time}</source>
        <translation>thu hồi {time}</translation>
    </message>
    <message>
        <source>Serves letter {number}</source>
        <translation>Thực hiện văn bản {number}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>từ {first} đến hết {last}</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>từ {first}</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>đến hết {last}</translation>
    </message>
    <message>
        <source>until it is withdrawn</source>
        <translation>cho đến khi thu hồi</translation>
    </message>
    <message>
        <source>made it</source>
        <translation>tạo mới</translation>
    </message>
    <message>
        <source>submitted it</source>
        <translation>trình duyệt</translation>
    </message>
    <message>
        <source>agreed as the first of two</source>
        <translation>đồng ý (người thứ nhất trong hai người duyệt)</translation>
    </message>
    <message>
        <source>approved it</source>
        <translation>đã duyệt</translation>
    </message>
    <message>
        <source>gave it back</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>withdrew it</source>
        <translation>thu hồi</translation>
    </message>
    <message>
        <source>changed it: the approval ended</source>
        <translation>sửa nội dung: phê duyệt hết hiệu lực</translation>
    </message>
    <message>
        <source>The approval ran out</source>
        <translation>Phê duyệt hết hạn</translation>
    </message>
    <message>
        <source>put another item in its place</source>
        <translation>thay bằng nội dung khác</translation>
    </message>
    <message>
        <source>opened it again to change it</source>
        <translation>mở lại để sửa</translation>
    </message>
    <message>
        <source>archived it</source>
        <translation>đưa vào lưu trữ</translation>
    </message>
    <message>
        <source>put it back</source>
        <translation>lấy dùng lại</translation>
    </message>
    <message>
        <source>approved what they had written themselves (station of one)</source>
        <translation>tự duyệt nội dung mình soạn (đài một người)</translation>
    </message>
    <message>
        <source>agreed as the second of two: approved</source>
        <translation>đồng ý (người thứ hai), nội dung được duyệt</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Letter number</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Con số</translation>
    </message>
    <message>
        <source>{kind}: {after} is new</source>
        <translation>{kind}: thêm {after}</translation>
    </message>
    <message>
        <source>{kind}: {before} is gone</source>
        <translation>{kind}: bỏ {before}</translation>
    </message>
    <message>
        <source>Valid: this text and this sound may be broadcast.</source>
        <translation>Còn hiệu lực: lời và âm thanh này được phép phát.</translation>
    </message>
    <message>
        <source>Approved, but its first day is still to come.</source>
        <translation>Đã duyệt nhưng chưa đến ngày có hiệu lực.</translation>
    </message>
    <message>
        <source>Expired: its last day is over.</source>
        <translation>Đã hết hạn.</translation>
    </message>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>Đã thu hồi: {reason}</translation>
    </message>
    <message>
        <source>No longer valid: text or sound was changed after the approval.</source>
        <translation>Không còn hiệu lực: lời hoặc âm thanh đã sửa sau khi duyệt.</translation>
    </message>
    <message>
        <source>Replaced: a newer approval was given. Take that slip instead.</source>
        <translation>Đã có lần duyệt mới hơn thay thế. Hãy dùng phiếu của lần duyệt đó.</translation>
    </message>
    <message>
        <source>This station knows no such approval. It may have been printed before a backup was brought back.</source>
        <translation>Đài không có phê duyệt này. Có thể phiếu được in trước khi khôi phục bản sao lưu.</translation>
    </message>
    <message>
        <source>Not genuine: this code was not made by this station, or was altered.</source>
        <translation>Không hợp lệ: mã này không do đài này in ra, hoặc đã bị sửa.</translation>
    </message>
    <message>
        <source>Altered: the stored text is not the one that was approved.</source>
        <translation>Đã bị thay đổi: lời đang lưu không phải lời đã duyệt.</translation>
    </message>
    <message>
        <source>Altered: the sound file is not the one that was approved.</source>
        <translation>Đã bị thay đổi: tệp âm thanh không phải âm thanh đã duyệt.</translation>
    </message>
    <message>
        <source>The sound file that was approved is missing.</source>
        <translation>Không tìm thấy tệp âm thanh đã duyệt.</translation>
    </message>
    <message>
        <source>Altered: the stored approval is not the one that was signed.</source>
        <translation>Đã bị thay đổi: phê duyệt đang lưu không phải phê duyệt đã ký.</translation>
    </message>
    <message>
        <source>over since {day}</source>
        <translation>hết từ {day}</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>hôm nay hết hạn</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>còn {count} ngày</translation>
    </message>
    <message>
        <source>Give {count} items back</source>
        <translation>Trả lại {count} mục</translation>
    </message>
    <message>
        <source>The author reads the reason with each of them and can submit again.</source>
        <translation>Người soạn đọc lý do ở từng mục, sửa và trình lại.</translation>
    </message>
    <message>
        <source>{count} items were given back.</source>
        <translation>Đã trả lại {count} mục.</translation>
    </message>
    <message>
        <source>I approve these {count} items, the texts and the sounds as shown.</source>
        <translation>Tôi duyệt {count} mục này, đúng lời và âm thanh đang hiện.</translation>
    </message>
    <message>
        <source>{count} items now wait for the second approver.</source>
        <translation>{count} mục đang chờ người duyệt thứ hai.</translation>
    </message>
    <message>
        <source>{count} items are approved.</source>
        <translation>Đã duyệt {count} mục.</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Check a slip…</source>
        <translation>Kiểm tra phiếu…</translation>
    </message>
    <message>
        <source>All that waits</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Search by title or author (accents may be left out)…</source>
        <translation>Tìm theo tiêu đề, người soạn…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Không tìm thấy.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Open the bulletins</source>
        <translation>Mở trang Bản tin</translation>
    </message>
    <message>
        <source>I approve the schedule “{title}” as shown.</source>
        <translation>Tôi duyệt lịch phát “{title}” như đang hiện.</translation>
    </message>
    <message>
        <source>“{title}” is approved.</source>
        <translation>Đã duyệt “{title}”.</translation>
    </message>
    <message>
        <source>I approve “{title}”, the text and the sound as shown.</source>
        <translation>Tôi duyệt “{title}”, đúng lời và âm thanh đang hiện.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>The author reads the reason and can submit again.</source>
        <translation>Người soạn đọc lý do, sửa và trình lại.</translation>
    </message>
    <message>
        <source>Give “{title}” back.</source>
        <translation>Trả lại “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” was given back.</source>
        <translation>Đã trả lại “{title}”.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>It is left out of every session to come. What was broadcast stays in the log.</source>
        <translation>Nội dung này không phát trong các buổi tới. Những lần đã phát vẫn còn trong nhật ký.</translation>
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
        <source>“{title}” waits for the second approver now.</source>
        <translation>“{title}” đang chờ người duyệt thứ hai.</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>The change before</source>
        <translation>Chỗ thay đổi trước</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Chỗ thay đổi tiếp theo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Lời</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Compared with what {name} approved on {time}.</source>
        <translation>So với bản {name} đã duyệt lúc {time}.</translation>
    </message>
    <message>
        <source>It has no text; the sound is another.</source>
        <translation>Không có lời văn; âm thanh đã khác.</translation>
    </message>
    <message>
        <source>The text that was approved was not kept in that version of the program: read it whole.</source>
        <translation>Phiên bản chương trình khi đó chưa lưu lời đã duyệt: hãy đọc lại toàn bộ.</translation>
    </message>
    <message>
        <source>The text is the same, word for word.</source>
        <translation>Lời giữ nguyên từng chữ.</translation>
    </message>
    <message>
        <source>The sound is the same.</source>
        <translation>Âm thanh không thay đổi.</translation>
    </message>
    <message>
        <source>The sound is another. Listen to it whole.</source>
        <translation>Âm thanh đã khác. Hãy nghe lại toàn bộ.</translation>
    </message>
    <message>
        <source>{at} of {count} changes</source>
        <translation>chỗ {at}/{count}</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} chỗ thay đổi</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check an approval slip</source>
        <translation>Kiểm tra phiếu duyệt</translation>
    </message>
    <message>
        <source>Scan the code on the slip with a scanner or a telephone and put its text here.</source>
        <translation>Quét mã trên phiếu bằng máy quét hoặc điện thoại rồi dán nội dung vào đây.</translation>
    </message>
    <message>
        <source>Text of the code</source>
        <translation>Nội dung mã</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>whoever approved it wrote it too</source>
        <translation>người duyệt tự soạn</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Có hiệu lực</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Lời</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
</context>
<context>
    <name>CommentsCard</name>
    <message>
        <source>Write a remark for the author or the approver…</source>
        <translation>Viết ý kiến cho người soạn hoặc người duyệt…</translation>
    </message>
    <message>
        <source>New remark</source>
        <translation>Ý kiến mới</translation>
    </message>
    <message>
        <source>Add with PIN…</source>
        <translation>Gửi ý kiến…</translation>
    </message>
    <message>
        <source>No remarks yet.</source>
        <translation>Chưa có ý kiến nào.</translation>
    </message>
    <message>
        <source>Take back my remark</source>
        <translation>Thu lại ý kiến của tôi</translation>
    </message>
    <message>
        <source>Add the remark in my name.</source>
        <translation>Gửi ý kiến đứng tên tôi.</translation>
    </message>
    <message>
        <source>Take back the remark of {name}.</source>
        <translation>Thu lại ý kiến của {name}.</translation>
    </message>
</context>
<context>
    <name>LedgerNotice</name>
    <message>
        <source>Make the ledger anew…</source>
        <translation>Lập lại sổ duyệt…</translation>
    </message>
    <message>
        <source>Make the ledger anew?</source>
        <translation>Lập lại sổ duyệt?</translation>
    </message>
    <message>
        <source>It is made from the station&apos;s data. Whatever was ever withdrawn stays withdrawn; look through what is approved afterwards. The damaged file is kept.</source>
        <translation>Sổ được lập lại từ dữ liệu của đài. Những gì đã thu hồi vẫn là đã thu hồi; lập xong hãy xem lại các mục đã duyệt. Tệp hỏng vẫn được giữ.</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>Lập lại</translation>
    </message>
    <message>
        <source>Make the ledger of approvals anew.</source>
        <translation>Lập lại sổ duyệt.</translation>
    </message>
    <message>
        <source>The ledger of approvals is whole again.</source>
        <translation>Sổ duyệt đã lập lại xong.</translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message>
        <source>{count} items were left as they are</source>
        <translation>{count} mục giữ nguyên, chưa xử lý được</translation>
    </message>
    <message>
        <source>The other {count} went through.</source>
        <translation>{count} mục còn lại đã xong.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>RemarksTab</name>
    <message>
        <source>Remarks</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Sessions and items of the week</source>
        <translation>Các buổi và nội dung trong tuần</translation>
    </message>
    <message>
        <source>No schedule of this week was approved before.</source>
        <translation>Lịch tuần này chưa từng được duyệt.</translation>
    </message>
    <message>
        <source>Nothing differs from the week that was approved.</source>
        <translation>Không có gì khác so với lịch tuần đã duyệt.</translation>
    </message>
    <message>
        <source>Different from the week that was approved:</source>
        <translation>Khác so với lịch tuần đã duyệt:</translation>
    </message>
    <message>
        <source>The schedule was changed after this sheet was submitted: those changes are not on it.</source>
        <translation>Lịch phát đã được sửa sau khi trình: các thay đổi đó không có trong bản trình này.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>You sign exactly this text and this sound ({length}, sound {sound}). Another text or another sound needs another approval.</source>
        <translation>Ký duyệt đúng lời và âm thanh này (dài {length}, mã âm thanh {sound}). Sửa lời hoặc âm thanh thì phải duyệt lại.</translation>
    </message>
    <message>
        <source>The texts of the other channels are signed with it.</source>
        <translation>Nội dung trên các kênh khác được duyệt cùng.</translation>
    </message>
    <message>
        <source>Sign with PIN…</source>
        <translation>Ký bằng mã PIN…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>You have not listened to this sound yet.</source>
        <translation>Chưa nghe âm thanh này.</translation>
    </message>
    <message>
        <source>You have listened to {heard} of {length}.</source>
        <translation>Mới nghe {heard} trên {length}.</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Approval slip</source>
        <translation>Phiếu duyệt</translation>
    </message>
    <message>
        <source>Leave the signature open (to sign by hand)</source>
        <translation>Để trống phần duyệt (ký tay)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save the approval slip</source>
        <translation>Lưu phiếu duyệt</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message>
        <source>read by the computer&apos;s voice</source>
        <translation>giọng đọc máy</translation>
    </message>
    <message>
        <source>recorded by a person</source>
        <translation>người đọc thu âm</translation>
    </message>
    <message>
        <source>words with music or tunes</source>
        <translation>lời kèm nhạc</translation>
    </message>
    <message>
        <source>too short to measure</source>
        <translation>quá ngắn để đo</translation>
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
        <source>True peak</source>
        <translation>Đỉnh thật</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Cách làm</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Mã âm thanh</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Buổi trong ngày</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền sử dụng</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Người làm</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Người thể hiện</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Around the words</source>
        <translation>Quanh lời đọc</translation>
    </message>
    <message>
        <source>nothing: the words alone</source>
        <translation>không có, chỉ lời đọc</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>Chuông</translation>
    </message>
    <message>
        <source>Ident</source>
        <translation>Nhạc hiệu</translation>
    </message>
    <message>
        <source>Music under the words</source>
        <translation>Nhạc nền</translation>
    </message>
    <message>
        <source>Closing tune</source>
        <translation>Nhạc kết</translation>
    </message>
    <message>
        <source>The words are said</source>
        <translation>Lời đọc</translation>
    </message>
</context>
<context>
    <name>StackDialog</name>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Approve {count} items</source>
        <translation>Duyệt {count} mục</translation>
    </message>
    <message>
        <source>You sign exactly the texts and sounds of these {count} items ({length} together), each for its own days. Listen to those you have not heard yet first.</source>
        <translation>Ký duyệt đúng lời và âm thanh của {count} mục này (tổng cộng {length}), mỗi mục theo thời hạn của nó. Mục nào chưa nghe thì hãy nghe trước khi ký.</translation>
    </message>
    <message>
        <source>{count} of them have a warning about their sound.</source>
        <translation>{count} mục có cảnh báo về âm thanh.</translation>
    </message>
    <message>
        <source>Two must agree at this station: another approver signs after you.</source>
        <translation>Đài này cần hai người duyệt: sau chữ ký này còn một người duyệt nữa ký.</translation>
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
        <source>Holds</source>
        <translation>Có hiệu lực</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Những mục được ký</translation>
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
    <name>TextChangeView</name>
    <message>
        <source>The text with its changes</source>
        <translation>Lời có đánh dấu thay đổi</translation>
    </message>
</context>
</TS>
