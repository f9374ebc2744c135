<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ForksCard</name>
    <message>
        <source>Two courses of a log</source>
        <translation>Nhật ký đi theo hai nhánh</translation>
    </message>
    <message>
        <source>The station sent a package that does not go on from what is here: mostly after a restored backup. Ask what happened. “Keep ours” refuses the new course; “Go on with theirs” sets ours aside from that package on. Both stay here to be looked at.</source>
        <translation>Đài đã gửi một gói không nối tiếp phần đang có ở đây, thường là sau khi khôi phục từ bản sao lưu. Hãy gọi hỏi chuyện gì đã xảy ra. “Giữ nhánh đang có” là từ chối nhánh mới; “Theo nhánh của đài” là gác nhánh đang có từ gói đó trở đi. Cả hai vẫn được lưu ở đây để xem lại.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Here up to</source>
        <translation>Ở đây đến</translation>
    </message>
    <message>
        <source>No. {number}, {day}</source>
        <translation>Số {number}, {day}</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Gói của đài</translation>
    </message>
    <message>
        <source>Keep ours…</source>
        <translation>Giữ nhánh đang có…</translation>
    </message>
    <message>
        <source>Go on with theirs…</source>
        <translation>Theo nhánh của đài…</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Is this really their key?</source>
        <translation>Đây có đúng là khóa của đài không?</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Tự xưng là</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Mã đài</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Thấy lần đầu</translation>
    </message>
    <message>
        <source>Packages that wait</source>
        <translation>Số gói đang chờ</translation>
    </message>
    <message>
        <source>Call the commune on a number you know – not one from a letter or a message – and let them read out the fingerprint on their page “Send up”. It must be the same, digit by digit:</source>
        <translation>Gọi cho xã theo số điện thoại đã biết – không lấy số trong văn bản hay tin nhắn – và nhờ họ đọc dấu vân tay ở trang “Gửi cấp trên”. Từng chữ số phải giống hệt:</translation>
    </message>
    <message>
        <source>The last four, as they read them out</source>
        <translation>Bốn số cuối họ đọc</translation>
    </message>
    <message>
        <source>The same station, with a new key (new computer, installed anew)</source>
        <translation>Vẫn đài đó, khóa mới (thay máy, cài lại chương trình)</translation>
    </message>
    <message>
        <source>Another station that took the same id</source>
        <translation>Một đài khác dùng trùng mã</translation>
    </message>
    <message>
        <source>From then on everything this key signs counts as this station&apos;s word, and what waits is merged.</source>
        <translation>Từ đó, mọi thứ ký bằng khóa này được coi là lời của đài này, và các gói đang chờ được nhập ngay.</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Giống nhau, xác nhận</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Its id here</source>
        <translation>Mã của đài ở đây</translation>
    </message>
    <message>
        <source>The station {known} is known with another key. Either it was installed anew, or somebody else uses its id. Ask, before you confirm.</source>
        <translation>Đã biết {known} với một khóa khác. Hoặc đài vừa cài lại, hoặc có nơi khác dùng trùng mã. Hãy hỏi rõ trước khi xác nhận.</translation>
    </message>
    <message>
        <source>These are not the last four of this key. If they read something else, do not confirm: it is not theirs.</source>
        <translation>Đây không phải bốn số cuối của khóa này. Nếu họ đọc khác thì đừng xác nhận: khóa không phải của họ.</translation>
    </message>
    <message>
        <source>Choose first which of the two it is.</source>
        <translation>Hãy chọn một trong hai trường hợp ở trên.</translation>
    </message>
    <message>
        <source>Give it an id of its own, such as its commune&apos;s name.</source>
        <translation>Hãy đặt cho đài một mã riêng, chẳng hạn theo tên xã.</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys to be confirmed</source>
        <translation>Khóa chờ xác nhận</translation>
    </message>
    <message>
        <source>Each station signs with its own key. Telephone the commune on a number you know, let them read out the fingerprint from their page “Send up”, and compare. Nothing of a station counts before.</source>
        <translation>Mỗi đài ký bằng khóa riêng. Hãy gọi cho xã theo số đã biết, nhờ họ đọc dấu vân tay ở trang “Gửi cấp trên” rồi đối chiếu. Trước đó, số liệu của đài chưa được tính.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Dấu vân tay</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Số gói</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Đối chiếu…</translation>
    </message>
    <message>
        <source>Refuse this key…</source>
        <translation>Từ chối khóa này…</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
</context>
<context>
    <name>MatrixTab</name>
    <message>
        <source>Letter: number, issuer or subject…</source>
        <translation>Văn bản: số, nơi ban hành, trích yếu…</translation>
    </message>
    <message>
        <source>Search stations (accents may be left out)…</source>
        <translation>Tìm đài (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Kém nhất trước</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Theo tên</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Theo đơn vị</translation>
    </message>
    <message>
        <source>Order of the stations</source>
        <translation>Thứ tự các đài</translation>
    </message>
    <message>
        <source>Letters before these</source>
        <translation>Các văn bản trước</translation>
    </message>
    <message>
        <source>Letters after these</source>
        <translation>Các văn bản sau</translation>
    </message>
    <message>
        <source>Letters and stations</source>
        <translation>Văn bản và đài</translation>
    </message>
    <message>
        <source>No letter was asked of these stations in this period.</source>
        <translation>Trong kỳ này các đài không được giao văn bản nào.</translation>
    </message>
    <message>
        <source>letters {first}–{last} of {count}</source>
        <translation>văn bản {first}–{last} / {count}</translation>
    </message>
    <message>
        <source>{count} stations; a double click shows the airings behind a figure.</source>
        <translation>{count} đài; nhấp đúp vào một ô để xem từng lần phát.</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>90 ngày qua</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Reports in full</source>
        <translation>Báo cáo đủ</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Chậm</translation>
    </message>
    <message>
        <source>Stopped reporting</source>
        <translation>Ngừng báo cáo</translation>
    </message>
    <message>
        <source>Never reported</source>
        <translation>Chưa gửi lần nào</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Có nghi vấn</translation>
    </message>
    <message>
        <source>Stopped, last {day}</source>
        <translation>Ngừng, cuối {day}</translation>
    </message>
    <message>
        <source>Late, up to {day}</source>
        <translation>Chậm, mới đến {day}</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>không giao</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>{words} · not told</source>
        <translation>{words} · chưa báo</translation>
    </message>
    <message>
        <source>{words} · not due</source>
        <translation>{words} · chưa đến hạn</translation>
    </message>
    <message>
        <source>{words} · short {open}</source>
        <translation>{words} · thiếu {open}</translation>
    </message>
    <message>
        <source>{words} · on time</source>
        <translation>{words} · đúng tiến độ</translation>
    </message>
    <message>
        <source>This letter was not asked of this station.</source>
        <translation>Văn bản này không giao cho đài này.</translation>
    </message>
    <message>
        <source>Asked for {required}, due by now {due}, aired {aired}, heard by the monitor {verified}.</source>
        <translation>Giao {required} lượt, đến nay phải phát {due}, đã phát {aired}, nghe kiểm thấy {verified}.</translation>
    </message>
    <message>
        <source>Last aired {day}.</source>
        <translation>Phát lần cuối {day}.</translation>
    </message>
    <message>
        <source>{done}/{all} stations did all</source>
        <translation>{done}/{all} đài đủ</translation>
    </message>
    <message>
        <source>New key of a known station</source>
        <translation>Khóa mới của đài đã biết</translation>
    </message>
    <message>
        <source>New station</source>
        <translation>Đài mới</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Key waits</source>
        <translation>Chờ khóa</translation>
    </message>
    <message>
        <source>One is missing</source>
        <translation>Thiếu gói trước</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Đã gác lại</translation>
    </message>
    <message>
        <source>{count} airings</source>
        <translation>{count} lượt phát</translation>
    </message>
    <message>
        <source>Tell the station: the file did not arrive whole, or was altered on the way. On its page “Send up” choose this package and press “Send again”; if it is refused again, “Package of everything…”.</source>
        <translation>Báo cho đài: tệp đến không nguyên vẹn hoặc đã bị sửa trên đường. Ở trang “Gửi cấp trên”, chọn gói này rồi bấm “Gửi lại”; nếu vẫn bị từ chối thì bấm “Gói lại toàn bộ…”.</translation>
    </message>
    <message>
        <source>Tell the station: send the missing packages again, on its page “Send up”. What is here already is kept and merged by itself.</source>
        <translation>Báo cho đài: gửi lại các gói còn thiếu ở trang “Gửi cấp trên”. Phần đã đến được giữ lại và sẽ tự nhập.</translation>
    </message>
    <message>
        <source>Telephone the station and compare the fingerprint; then everything that waits is merged at once.</source>
        <translation>Hãy gọi cho đài và đối chiếu dấu vân tay; mọi gói đang chờ sẽ được nhập ngay.</translation>
    </message>
    <message>
        <source>The station&apos;s log says that it was brought back from the backup of {when}. What it aired after that is only in our copy. “Go on with theirs” keeps both and goes on with the station as it is now.</source>
        <translation>Nhật ký của đài tự ghi: đã khôi phục từ bản sao lưu lúc {when}. Những gì đài phát sau đó chỉ còn ở bản lưu tại đây. “Theo nhánh của đài” giữ lại cả hai và đi tiếp với đài như hiện nay.</translation>
    </message>
    <message>
        <source>Ask the station whether it was restored from a backup or set up on another computer; then decide above.</source>
        <translation>Hãy hỏi đài có khôi phục từ bản sao lưu hay cài sang máy khác không, rồi quyết định ở phần trên.</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Báo cáo…</translation>
    </message>
    <message>
        <source>Send letters down…</source>
        <translation>Gửi văn bản xuống…</translation>
    </message>
    <message>
        <source>Take packages in…</source>
        <translation>Nhận gói…</translation>
    </message>
    <message>
        <source>Stations below</source>
        <translation>Các đài cấp dưới</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Xem…</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Các đài</translation>
    </message>
    <message>
        <source>Letters × stations</source>
        <translation>Văn bản × đài</translation>
    </message>
    <message>
        <source>Inbox and keys</source>
        <translation>Hộp nhận và khóa</translation>
    </message>
    <message>
        <source>Trend and calls</source>
        <translation>Xu hướng và gọi hỏi</translation>
    </message>
    <message>
        <source>{count} keys wait to be compared by telephone.</source>
        <translation>{count} khóa chờ đối chiếu qua điện thoại.</translation>
    </message>
    <message>
        <source>{count} logs came in two courses.</source>
        <translation>{count} nhật ký đi theo hai nhánh, chờ quyết định.</translation>
    </message>
    <message>
        <source>Packages of stations</source>
        <translation>Gói của các đài</translation>
    </message>
    <message>
        <source>Checking and merging packages…</source>
        <translation>Đang kiểm tra và nhập các gói…</translation>
    </message>
    <message>
        <source>Emptying the inbox…</source>
        <translation>Đang nhận các gói trong hộp…</translation>
    </message>
    <message>
        <source>{count} merged</source>
        <translation>{count} đã nhập</translation>
    </message>
    <message>
        <source>{count} wait</source>
        <translation>{count} đang chờ</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} bị từ chối</translation>
    </message>
    <message>
        <source>{count} were here already</source>
        <translation>{count} đã có từ trước</translation>
    </message>
    <message>
        <source>Packages: {said}</source>
        <translation>Các gói: {said}</translation>
    </message>
    <message>
        <source>There was nothing new.</source>
        <translation>Không có gì mới.</translation>
    </message>
    <message>
        <source>Confirming a station&apos;s key needs a signature.</source>
        <translation>Xác nhận khóa của đài cần có người ký.</translation>
    </message>
    <message>
        <source>Merging what waited…</source>
        <translation>Đang nhập phần đã chờ…</translation>
    </message>
    <message>
        <source>Refuse the key of {name}?</source>
        <translation>Từ chối khóa của {name}?</translation>
    </message>
    <message>
        <source>Everything it signed is refused, now and later, and the station is told so. Only for a key that is nobody&apos;s you know.</source>
        <translation>Mọi gói ký bằng khóa này bị từ chối, cả bây giờ và về sau, và bên gửi được báo như vậy. Chỉ làm thế khi khóa không phải của đài nào quen biết.</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Refusing a station&apos;s key needs a signature.</source>
        <translation>Từ chối khóa của đài cần có người ký.</translation>
    </message>
    <message>
        <source>Keep our course of {name}?</source>
        <translation>Giữ nhánh đang có của {name}?</translation>
    </message>
    <message>
        <source>What is here up to package {number} holds. The packages that do not fit are refused; the station then has to send a package of everything.</source>
        <translation>Phần ở đây đến gói số {number} được giữ. Các gói không khớp bị từ chối; đài phải gửi lại gói toàn bộ.</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Giữ nhánh đang có</translation>
    </message>
    <message>
        <source>Go on with package {number} of {name}?</source>
        <translation>Theo nhánh của {name} từ gói số {number}?</translation>
    </message>
    <message>
        <source>Our packages from that number on are set aside, and the days in them are counted as the new course states them.</source>
        <translation>Các gói đang có từ số đó trở đi được gác lại; số liệu những ngày ấy tính theo nhánh mới.</translation>
    </message>
    <message>
        <source>Go on with theirs</source>
        <translation>Theo nhánh của đài</translation>
    </message>
    <message>
        <source>Deciding which log holds needs a signature.</source>
        <translation>Quyết định nhật ký nào có giá trị cần có người ký.</translation>
    </message>
    <message>
        <source>Consolidated report {first} to {last}</source>
        <translation>Báo cáo tổng hợp {first} đến {last}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Đang lập báo cáo…</translation>
    </message>
    <message>
        <source>Saved: {name}.</source>
        <translation>Đã lưu: {name}.</translation>
    </message>
    <message>
        <source>Sending letters down needs a signature.</source>
        <translation>Gửi văn bản xuống cần có người ký.</translation>
    </message>
    <message>
        <source>Making the package…</source>
        <translation>Đang tạo gói…</translation>
    </message>
    <message>
        <source>On its way: {name}. The stations fetch it with their next round.</source>
        <translation>Đã gửi: {name}. Các đài sẽ lấy về ở lượt kết nối tới.</translation>
    </message>
</context>
<context>
    <name>OrdersDialog</name>
    <message>
        <source>Send letters down</source>
        <translation>Gửi văn bản xuống</translation>
    </message>
    <message>
        <source>Letters stand in each station&apos;s register, sounds in its library as drafts: nothing airs before somebody there approves it.</source>
        <translation>Văn bản vào sổ của từng đài, âm thanh vào thư viện dưới dạng bản nháp: chưa có người ở đài duyệt thì chưa phát.</translation>
    </message>
    <message>
        <source>Files to be sent</source>
        <translation>Tệp sẽ gửi</translation>
    </message>
    <message>
        <source>Add letters…</source>
        <translation>Thêm văn bản…</translation>
    </message>
    <message>
        <source>Add sounds…</source>
        <translation>Thêm âm thanh…</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>To all stations</source>
        <translation>Gửi tất cả các đài</translation>
    </message>
    <message>
        <source>Only to the {count} stations the list shows now</source>
        <translation>Chỉ gửi {count} đài đang hiện trong danh sách</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Goes with each of them.</source>
        <translation>Đi kèm từng tệp.</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>Ký và gửi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Âm thanh</translation>
    </message>
</context>
<context>
    <name>OwnKeyCard</name>
    <message>
        <source>This office&apos;s fingerprint</source>
        <translation>Dấu vân tay của cơ quan này</translation>
    </message>
    <message>
        <source>This office&apos;s key as a square code</source>
        <translation>Khóa của cơ quan này dạng mã QR</translation>
    </message>
    <message>
        <source>Read it out when a station calls to compare. It confirms our receipts and letters with it, once.</source>
        <translation>Đọc dãy này khi đài gọi để đối chiếu. Đài chỉ cần xác nhận một lần để tin biên nhận và văn bản của cơ quan.</translation>
    </message>
</context>
<context>
    <name>PackagesCard</name>
    <message>
        <source>Packages</source>
        <translation>Các gói</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Đến lúc</translation>
    </message>
    <message>
        <source>Number, station</source>
        <translation>Số gói, đài</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Các ngày</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>No package has come yet. Drag packages (.dxgoi) onto this page, or let the stations send them into the inbox.</source>
        <translation>Chưa có gói nào. Hãy kéo các gói (.dxgoi) vào trang này, hoặc để các đài gửi vào hộp nhận.</translation>
    </message>
    <message>
        <source>Only with trouble</source>
        <translation>Chỉ gói có vướng mắc</translation>
    </message>
    <message>
        <source>Take files in…</source>
        <translation>Nhận tệp…</translation>
    </message>
    <message>
        <source>Empty the inbox now</source>
        <translation>Nhận từ hộp ngay</translation>
    </message>
    <message>
        <source>Only with trouble: {count}</source>
        <translation>Chỉ gói có vướng mắc: {count}</translation>
    </message>
</context>
<context>
    <name>ProofView</name>
    <message>
        <source>Journal of the station</source>
        <translation>Nhật ký gốc của đài</translation>
    </message>
    <message>
        <source>This belongs to a course of the log that was not chosen.</source>
        <translation>Lượt phát này thuộc nhánh nhật ký không được chọn.</translation>
    </message>
    <message>
        <source>The journal is whole and signed within its package; the seal of that day has not come yet.</source>
        <translation>Nhật ký nguyên vẹn và đã ký trong gói; niêm phong của ngày đó chưa đến.</translation>
    </message>
    <message>
        <source>Proven: the journal lines are whole, sealed, and signed with this station&apos;s own key.</source>
        <translation>Đã chứng minh: các dòng nhật ký nguyên vẹn, có niêm phong và ký bằng đúng khóa của đài.</translation>
    </message>
    <message>
        <source>The seal of {day} does not hold. Do not rely on this line.</source>
        <translation>Niêm phong ngày {day} không khớp. Không dùng dòng này làm căn cứ.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Niêm phong</translation>
    </message>
    <message>
        <source>{day}, lines {first}–{last}, {hash}…</source>
        <translation>{day}, dòng {first}–{last}, {hash}…</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Ký bằng khóa</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>No. {number}, came {time}, {hash}…</source>
        <translation>Số {number}, đến {time}, {hash}…</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Tệp âm thanh</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Consolidated report</source>
        <translation>Báo cáo tổng hợp</translation>
    </message>
    <message>
        <source>Document for Word</source>
        <translation>Văn bản Word</translation>
    </message>
    <message>
        <source>PDF, to be printed</source>
        <translation>PDF, để in</translation>
    </message>
    <message>
        <source>Tables for Excel, every station</source>
        <translation>Bảng Excel, đủ các đài</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Leave out what a commune set itself</source>
        <translation>Bỏ văn bản xã tự đặt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Only of the unit that is chosen on the page.</source>
        <translation>Chỉ tính đơn vị đang chọn trên trang.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Ngày cuối đứng trước ngày đầu.</translation>
    </message>
</context>
<context>
    <name>StationSheet</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Aired of planned</source>
        <translation>Phát / kế hoạch</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Các ngày</translation>
    </message>
    <message>
        <source>No day of this period was stated.</source>
        <translation>Trong kỳ này chưa có ngày nào được báo.</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Giờ hẹn</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Nghe kiểm</translation>
    </message>
    <message>
        <source>Airings of the day</source>
        <translation>Các lượt phát trong ngày</translation>
    </message>
    <message>
        <source>Choose a day: its airings stand here, with the proof below.</source>
        <translation>Chọn một ngày: các lượt phát hiện ở đây, bằng chứng ở dưới.</translation>
    </message>
    <message>
        <source>nothing came</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>Opening the package and checking it anew…</source>
        <translation>Đang mở gói và kiểm tra lại…</translation>
    </message>
</context>
<context>
    <name>StationsTab</name>
    <message>
        <source>Search stations (accents may be left out)…</source>
        <translation>Tìm đài (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Kém nhất trước</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Theo tên</translation>
    </message>
    <message>
        <source>Least aired first</source>
        <translation>Phát ít trước</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Theo đơn vị</translation>
    </message>
    <message>
        <source>Order of the stations</source>
        <translation>Thứ tự các đài</translation>
    </message>
    <message>
        <source>Last {days} days, one box a day: the fuller, the more of the plan aired; hatched: nothing came.</source>
        <translation>{days} ngày qua, mỗi ô một ngày: càng đầy là phát càng đủ; gạch chéo: ngày đó chưa gửi.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>{count} stations · {share} of what was planned aired · {calls} to telephone</source>
        <translation>{count} đài · phát {share} kế hoạch · {calls} đài cần gọi hỏi</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>{count} stations stopped reporting or are in doubt</source>
        <translation>{count} đài ngừng báo cáo hoặc có nghi vấn</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>Tất cả các đài</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Aired of planned</source>
        <translation>Phát / kế hoạch</translation>
    </message>
    <message>
        <source>Last {days} days</source>
        <translation>{days} ngày qua</translation>
    </message>
    <message>
        <source>No station fits this search.</source>
        <translation>Không có đài nào khớp.</translation>
    </message>
    <message>
        <source>{count} of {days} days came; up to {day}</source>
        <translation>Đã gửi {count}/{days} ngày; mới nhất {day}</translation>
    </message>
</context>
<context>
    <name>TrendTab</name>
    <message>
        <source>Full: aired of what was planned. Hatched: days that were reported, of all there should be. The newest week may still fill up.</source>
        <translation>Cột đặc: phần kế hoạch đã phát. Cột gạch: số ngày đã báo cáo trên số phải báo cáo. Tuần mới nhất còn có thể tăng.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Đã ngừng</translation>
    </message>
    <message>
        <source>Last package</source>
        <translation>Gói cuối</translation>
    </message>
    <message>
        <source>To telephone</source>
        <translation>Cần gọi hỏi</translation>
    </message>
    <message>
        <source>Every station reports: nobody needs to be called.</source>
        <translation>Đài nào cũng báo cáo: không phải gọi ai.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Sao chép danh sách</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>Theo tuần</translation>
    </message>
    <message>
        <source>{count} stations</source>
        <translation>{count} đài</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
</context>
<context>
    <name>WeekChart</name>
    <message>
        <source>Week by week</source>
        <translation>Theo tuần</translation>
    </message>
    <message>
        <source>week of {day}: {aired} aired, {came} reported</source>
        <translation>tuần từ {day}: phát {aired}, báo cáo {came}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Three steps to begin</source>
        <translation>Ba bước để bắt đầu</translation>
    </message>
    <message>
        <source>Say where packages arrive</source>
        <translation>Chọn nơi nhận gói</translation>
    </message>
    <message>
        <source>A shared folder or a server the communes can reach; it is set under Settings, “Office above stations”. Without one, packages come on sticks or by e-mail.</source>
        <translation>Một thư mục dùng chung hoặc máy chủ mà các xã kết nối được; đặt trong Cài đặt, mục “Cơ quan cấp trên của các đài”. Nếu chưa có thì gói đến bằng USB hoặc thư điện tử.</translation>
    </message>
    <message>
        <source>Let each station set its place</source>
        <translation>Từng đài chọn nơi gửi</translation>
    </message>
    <message>
        <source>On its page “Send up” the commune names the same place. Its first package arrives the next morning; or drag a .dxgoi file onto this page.</source>
        <translation>Ở trang “Gửi cấp trên”, xã khai đúng nơi đó. Gói đầu tiên đến vào sáng hôm sau; hoặc kéo tệp .dxgoi vào trang này.</translation>
    </message>
    <message>
        <source>Compare the fingerprint by telephone, once</source>
        <translation>Đối chiếu dấu vân tay qua điện thoại, một lần</translation>
    </message>
    <message>
        <source>Every station signs what it sends. You call it, they read twenty digits, you confirm. From then on everything is checked and merged by itself.</source>
        <translation>Đài nào cũng ký lên những gì gửi đi. Cơ quan gọi, đài đọc hai mươi chữ số, cơ quan xác nhận. Từ đó mọi gói được tự kiểm tra và nhập.</translation>
    </message>
    <message>
        <source>Take packages in…</source>
        <translation>Nhận gói…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Here you see every station below you: who reports, what became of each letter, and the proof behind each figure, down to the line in the station&apos;s own log.</source>
        <translation>Ở đây thấy mọi đài cấp dưới: đài nào báo cáo, từng văn bản được phát ra sao, và bằng chứng sau mỗi con số, đến tận dòng nhật ký của đài.</translation>
    </message>
</context>
</TS>
