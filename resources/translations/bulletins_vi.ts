<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Approve a bulletin</source>
        <translation>Duyệt bản tin</translation>
    </message>
    <message>
        <source>Text of the bulletin</source>
        <translation>Lời bản tin</translation>
    </message>
    <message>
        <source>The words as they will be read</source>
        <translation>Toàn bộ lời sẽ đọc</translation>
    </message>
    <message>
        <source>Sound {seconds} · text {text} · sound {sound}. Another text or another sound needs another approval.</source>
        <translation>Bản thu dài {seconds} · mã lời {text} · mã bản thu {sound}. Lời khác hoặc bản thu khác thì phải duyệt lại.</translation>
    </message>
    <message>
        <source>The texts of the other channels are signed with it.</source>
        <translation>Nội dung của các kênh khác được ký cùng.</translation>
    </message>
    <message>
        <source>Loudspeakers</source>
        <translation>Loa truyền thanh</translation>
    </message>
    <message>
        <source>Words to be read</source>
        <translation>Lời sẽ đọc</translation>
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
    <name>BulletinEditor</name>
    <message>
        <source>{syllables} syllables · about {time}</source>
        <translation>{syllables} từ · khoảng {time}</translation>
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
        <source>Language of the text</source>
        <translation>Tiếng của bản tin</translation>
    </message>
    <message>
        <source>Only Vietnamese is read aloud; a text in another language is recorded</source>
        <translation>Máy chỉ đọc được tiếng Việt; bản tin tiếng khác thì thu âm giọng người</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source> words/min</source>
        <translation> từ/phút</translation>
    </message>
    <message>
        <source>Speed of reading</source>
        <translation>Tốc độ đọc</translation>
    </message>
    <message>
        <source>Compare voices</source>
        <translation>So sánh giọng đọc</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>The words as they will be read</source>
        <translation>Toàn bộ lời sẽ đọc</translation>
    </message>
    <message>
        <source>Words to be read</source>
        <translation>Lời sẽ đọc</translation>
    </message>
    <message>
        <source>Shows the whole text as the voice will read it (Ctrl+L)</source>
        <translation>Xem cả bài đúng như giọng máy sẽ đọc (Ctrl+L)</translation>
    </message>
    <message>
        <source>How it is read ({count})</source>
        <translation>Cách đọc ({count})</translation>
    </message>
    <message>
        <source>{count} places to look at</source>
        <translation>{count} chỗ cần xem</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>Đọc là…</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Lưu nháp</translation>
    </message>
    <message>
        <source>What you type also saves itself (Ctrl+S)</source>
        <translation>Lời gõ vào cũng tự lưu (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>BulletinText</name>
    <message>
        <source>Text of the bulletin</source>
        <translation>Lời bản tin</translation>
    </message>
    <message>
        <source>Write here what will be read aloud…</source>
        <translation>Viết vào đây lời sẽ đọc…</translation>
    </message>
    <message>
        <source>read as: {spoken}</source>
        <translation>đọc là: {spoken}</translation>
    </message>
</context>
<context>
    <name>Bulletins</name>
    <message>
        <source>draft</source>
        <translation>bản nháp</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>chờ duyệt</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>đã duyệt</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <source>waiting for the second approval</source>
        <translation>chờ duyệt lần hai</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>đã thay bằng bản mới</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>đã lưu trữ</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
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
        <source>Opening words</source>
        <translation>Lời xướng</translation>
    </message>
    <message>
        <source>Closing words</source>
        <translation>Lời chào</translation>
    </message>
    <message>
        <source>Northern voice</source>
        <translation>Giọng miền Bắc</translation>
    </message>
    <message>
        <source>Central voice</source>
        <translation>Giọng miền Trung</translation>
    </message>
    <message>
        <source>Southern voice</source>
        <translation>Giọng miền Nam</translation>
    </message>
    <message>
        <source>{region}, high</source>
        <translation>{region}, giọng nữ</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Other channels</source>
        <translation>Kênh khác</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>a figure is missing</source>
        <translation>thiếu số</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>chưa nói</translation>
    </message>
    <message>
        <source>told shorter</source>
        <translation>nói gọn</translation>
    </message>
    <message>
        <source>work of an office</source>
        <translation>cơ quan</translation>
    </message>
</context>
<context>
    <name>BulletinsPage</name>
    <message>
        <source>Write a bulletin</source>
        <translation>Viết bản tin</translation>
    </message>
    <message>
        <source>All bulletins</source>
        <translation>Mọi bản tin</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Bản tin</translation>
    </message>
    <message>
        <source>New bulletin</source>
        <translation>Bản tin mới</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>sentence {done} of {total}</source>
        <translation>câu {done}/{total}</translation>
    </message>
    <message>
        <source>Reading aloud…</source>
        <translation>Đang đọc thành tiếng…</translation>
    </message>
    <message>
        <source>Search (accents may be left out)…</source>
        <translation>Tìm (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Against the letter</source>
        <translation>So với văn bản</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Lời</translation>
    </message>
    <message>
        <source>Choose a bulletin at the left, write a new one, or draft one from a letter.</source>
        <translation>Chọn một bản tin ở bên trái, viết bản tin mới, hoặc soạn từ một văn bản.</translation>
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
        <source>No bulletins yet. Draft one from a letter, or write one.</source>
        <translation>Chưa có bản tin. Hãy soạn từ một văn bản, hoặc tự viết.</translation>
    </message>
    <message>
        <source>Open the letters</source>
        <translation>Mở trang Văn bản</translation>
    </message>
    <message>
        <source>From letter {number}</source>
        <translation>Từ văn bản {number}</translation>
    </message>
    <message>
        <source>Given back: {reason}</source>
        <translation>Bị trả lại: {reason}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Saved at {time}</source>
        <translation>Đã lưu lúc {time}</translation>
    </message>
    <message>
        <source>Change the text?</source>
        <translation>Sửa lời bản tin?</translation>
    </message>
    <message>
        <source>As soon as you change it, the approval ends: it is not broadcast again until it is read aloud and approved anew. What was broadcast stays in the log.</source>
        <translation>Hễ sửa lời là phê duyệt hết hiệu lực: bản tin không phát nữa cho đến khi được đọc thành tiếng và duyệt lại. Những lượt đã phát vẫn còn trong nhật ký.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Sửa lời</translation>
    </message>
    <message>
        <source>A mistake in the text</source>
        <translation>Có chỗ sai trong bài</translation>
    </message>
    <message>
        <source>The letter was changed</source>
        <translation>Văn bản đã thay đổi</translation>
    </message>
    <message>
        <source>Hours or places changed</source>
        <translation>Đổi giờ hoặc địa điểm</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Draft a bulletin</source>
        <translation>Soạn bản tin</translation>
    </message>
    <message>
        <source>As the letter asks</source>
        <translation>Theo văn bản</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>A bulletin for each point</source>
        <translation>Mỗi nội dung một bản tin</translation>
    </message>
    <message>
        <source>How it would read</source>
        <translation>Bản tin sẽ đọc như sau</translation>
    </message>
    <message>
        <source>The program found nothing in this letter that speaks to the people: the draft gives its title and source only. Write yourself what they are to know.</source>
        <translation>Trong văn bản, máy không thấy nội dung nào nói với bà con: bản nháp chỉ có tên và nguồn tin. Cần tự viết phần bà con phải biết.</translation>
    </message>
    <message>
        <source>Draft it</source>
        <translation>Soạn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>A bulletin for each point ({count})</source>
        <translation>Mỗi nội dung một bản tin ({count})</translation>
    </message>
    <message>
        <source>As the letter asks: {kind}</source>
        <translation>Theo văn bản: {kind}</translation>
    </message>
</context>
<context>
    <name>GiveBack</name>
    <message>
        <source>Wrong date, hour or figure</source>
        <translation>Sai ngày, giờ hoặc số liệu</translation>
    </message>
    <message>
        <source>Wrong name or place</source>
        <translation>Sai tên người, tên đất</translation>
    </message>
    <message>
        <source>Read wrongly</source>
        <translation>Máy đọc sai</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Dài quá</translation>
    </message>
</context>
<context>
    <name>OwnWork</name>
    <message>
        <source>One person alone at the station</source>
        <translation>Đài chỉ có một người</translation>
    </message>
    <message>
        <source>The approver is away</source>
        <translation>Người duyệt đi vắng</translation>
    </message>
    <message>
        <source>Urgent, cannot wait for another approver</source>
        <translation>Gấp, không chờ được người duyệt khác</translation>
    </message>
    <message>
        <source>You approve your own work</source>
        <translation>Tự duyệt bản tin của mình</translation>
    </message>
    <message>
        <source>Nobody else looked at it. The reason stands in the history, in the airing log and on the approval slip.</source>
        <translation>Chưa có ai khác xem lại. Lý do được ghi trong lịch sử, nhật ký phát thanh và phiếu duyệt.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
</context>
<context>
    <name>ReadingDesk</name>
    <message>
        <source>Taught: {written} → {spoken}</source>
        <translation>Đã ghi: {written} → {spoken}</translation>
    </message>
    <message>
        <source>Taken out of the lexicon: {written}</source>
        <translation>Đã bỏ khỏi từ điển: {written}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã hoàn tác.</translation>
    </message>
</context>
<context>
    <name>SignTerms</name>
    <message>
        <source>at once</source>
        <translation>ngay khi duyệt</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>không thời hạn</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Có hiệu lực từ</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Có hiệu lực đến</translation>
    </message>
    <message>
        <source>until</source>
        <translation>đến hết</translation>
    </message>
    <message>
        <source>{name} agreed as the first. You sign as the second, after whom it may be broadcast; you can only shorten the days.</source>
        <translation>{name} đã đồng ý trước. Đây là chữ ký thứ hai, ký xong là được phát; chỉ có thể rút ngắn thời hạn.</translation>
    </message>
    <message>
        <source>Two must agree at this station: after you another approver signs, only then may it be broadcast.</source>
        <translation>Đài này cần hai người duyệt: sau chữ ký này còn một người duyệt nữa ký, khi đó mới được phát.</translation>
    </message>
    <message>
        <source>The author approves it alone, because this is a station of one. The log, the report and the approval slip say so.</source>
        <translation>Đài một người: người soạn tự duyệt. Nhật ký, báo cáo và phiếu duyệt đều ghi rõ điều này.</translation>
    </message>
    <message>
        <source>Nobody here may approve it: whoever wrote or submitted it cannot sign. Enter another approver under People.</source>
        <translation>Chưa có ai được duyệt nội dung này: người soạn hoặc người trình không được tự duyệt. Hãy thêm người duyệt khác ở trang Người dùng.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Submit “{title}” for approval.</source>
        <translation>Trình duyệt “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” waits for an approver.</source>
        <translation>“{title}” đang chờ duyệt.</translation>
    </message>
    <message>
        <source>I approve “{title}”, the text and the sound as shown.</source>
        <translation>Tôi duyệt “{title}”, đúng lời và đúng bản thu vừa xem.</translation>
    </message>
    <message>
        <source>“{title}” is approved. Plan when it airs.</source>
        <translation>Đã duyệt “{title}”. Hãy lập đợt phát.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>The author reads the reason above the text and can submit again.</source>
        <translation>Người soạn sẽ đọc lý do ở phía trên lời bản tin và có thể trình lại.</translation>
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
        <translation>Bản tin sẽ không có trong các buổi phát sắp tới. Những lượt đã phát vẫn còn trong nhật ký.</translation>
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
        <source>Put this draft away?</source>
        <translation>Cất bản nháp này?</translation>
    </message>
    <message>
        <source>It leaves the list. The filter “withdrawn” still finds it; nothing is erased.</source>
        <translation>Bản nháp rời khỏi danh sách. Bộ lọc “đã thu hồi” vẫn tìm thấy; không có gì bị xóa.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Cất đi</translation>
    </message>
    <message>
        <source>“{title}” was put away.</source>
        <translation>Đã cất “{title}”.</translation>
    </message>
    <message>
        <source>“{title}” waits for the second approver now.</source>
        <translation>“{title}” đang chờ người duyệt thứ hai.</translation>
    </message>
</context>
<context>
    <name>SoundBar</name>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Shape of the sound</source>
        <translation>Hình âm thanh</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc thành tiếng</translation>
    </message>
    <message>
        <source>Make the sound from the present text (Ctrl+R)</source>
        <translation>Tạo bản thu từ lời hiện có (Ctrl+R)</translation>
    </message>
    <message>
        <source>No sound yet</source>
        <translation>Chưa có bản thu</translation>
    </message>
    <message>
        <source>says the old text</source>
        <translation>đọc lời cũ</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>old reading</source>
        <translation>đọc theo cách cũ</translation>
    </message>
    <message>
        <source>The sound was made before these readings were changed: {words}</source>
        <translation>Bản thu có từ trước khi các cách đọc này thay đổi: {words}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>This bulletin was not made from a letter.</source>
        <translation>Bản tin này không soạn từ văn bản nào.</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Chưa nói tới</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>What of the letter is not told</source>
        <translation>Những điều trong văn bản chưa nói tới</translation>
    </message>
    <message>
        <source>Everything for the people is told.</source>
        <translation>Đã nói hết những điều cần nói với bà con.</translation>
    </message>
    <message>
        <source>Add to the bulletin, behind the other items, in words for the ear; then read it over</source>
        <translation>Thêm vào bản tin, sau các mục khác, bằng lời nói; đọc lại rồi sửa nếu cần</translation>
    </message>
    <message>
        <source>Add to the bulletin</source>
        <translation>Thêm vào bản tin</translation>
    </message>
    <message>
        <source>figures: {count}</source>
        <translation>thiếu số: {count}</translation>
    </message>
    <message>
        <source>Days, hours, numbers or phones of the letter that the bulletin does not say</source>
        <translation>Ngày, giờ, con số hoặc số điện thoại có trong văn bản mà bản tin chưa nói</translation>
    </message>
    <message>
        <source>Not told: {count}</source>
        <translation>Chưa nói: {count}</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Text of the letter, with what is not told marked</source>
        <translation>Lời văn bản, có đánh dấu phần chưa nói tới</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Put away</source>
        <translation>Cất đi</translation>
    </message>
    <message>
        <source>Change the text…</source>
        <translation>Sửa lời…</translation>
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
        <source>Submit for approval…</source>
        <translation>Trình duyệt…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Duyệt…</translation>
    </message>
    <message>
        <source>Plan its airing…</source>
        <translation>Lập đợt phát…</translation>
    </message>
    <message>
        <source>Changes, remarks, history, slip</source>
        <translation>Thay đổi, ý kiến, lịch sử, phiếu duyệt</translation>
    </message>
    <message>
        <source>A change of the text ends the approval.</source>
        <translation>Sửa lời là phê duyệt hết hiệu lực.</translation>
    </message>
    <message>
        <source>Ready to be submitted.</source>
        <translation>Có thể trình duyệt.</translation>
    </message>
    <message>
        <source>Next: read it aloud, listen, then submit.</source>
        <translation>Tiếp theo: đọc thành tiếng rồi nghe lại.</translation>
    </message>
    <message>
        <source>An approver signs it, or gives it back.</source>
        <translation>Chờ người duyệt ký hoặc trả lại.</translation>
    </message>
    <message>
        <source>One approver agreed; a second one signs it, or gives it back.</source>
        <translation>Một người đã đồng ý; người duyệt thứ hai ký duyệt hoặc trả lại.</translation>
    </message>
    <message>
        <source>It may be broadcast as it is.</source>
        <translation>Được phát.</translation>
    </message>
    <message>
        <source>It is not broadcast any more.</source>
        <translation>Không phát nữa.</translation>
    </message>
</context>
</TS>
