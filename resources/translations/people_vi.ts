<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ForgottenDialog</name>
    <message>
        <source>Forgotten PIN</source>
        <translation>Quên mã PIN</translation>
    </message>
    <message>
        <source>Who forgot it</source>
        <translation>Ai quên mã</translation>
    </message>
    <message>
        <source>Two other people sign: {name} gets a one-time PIN</source>
        <translation>Hai người khác cùng ký: {name} được cấp mã dùng một lần</translation>
    </message>
    <message>
        <source>A code of the recovery sheet is used</source>
        <translation>Dùng một mã trên phiếu khôi phục</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>First to sign</source>
        <translation>Người ký thứ nhất</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Second to sign</source>
        <translation>Người ký thứ hai</translation>
    </message>
    <message>
        <source>One of the two approves or administers. Both stand here and know who asks.</source>
        <translation>Một trong hai người phải là người duyệt hoặc quản trị. Cả hai có mặt tại đây và biết rõ người xin cấp lại.</translation>
    </message>
    <message>
        <source>Code from the sheet</source>
        <translation>Mã trên phiếu</translation>
    </message>
    <message>
        <source>Small or capital letters, with or without hyphens. It is used up by this.</source>
        <translation>Chữ hoa hay chữ thường, có gạch nối hay không đều được. Mã này dùng xong là hết.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>Give a one-time PIN</source>
        <translation>Cấp mã dùng một lần</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Fewer than two others can sign here, one of whom approves: only the recovery sheet helps.</source>
        <translation>Ở đây chưa đủ hai người khác cùng ký, trong đó có một người duyệt: chỉ dùng được phiếu khôi phục.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Hãy nhập mã PIN.</translation>
    </message>
    <message>
        <source>Type one code of the sheet.</source>
        <translation>Hãy nhập một mã trên phiếu.</translation>
    </message>
    <message>
        <source>Only {name} should see it, and write it nowhere. At the next signature they choose a PIN of their own; this one signs nothing. It is not shown again.</source>
        <translation>Chỉ để {name} xem, không ghi lại ở đâu. Lần ký tới, người này sẽ tự đặt mã PIN của mình; mã này không dùng để ký được. Mã không hiện lại lần nữa.</translation>
    </message>
    <message>
        <source>One-time PIN</source>
        <translation>Mã PIN dùng một lần</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Đã đưa mã</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merger</source>
        <translation>Sáp nhập</translation>
    </message>
    <message>
        <source>The new unit</source>
        <translation>Đơn vị mới</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>Từ ngày nào</translation>
    </message>
    <message>
        <source>The former stations end the day before.</source>
        <translation>Các đài cũ kết thúc vào ngày trước đó.</translation>
    </message>
    <message>
        <source>Several former stations became one. Each keeps its loudspeakers as a zone, and its old logbooks can be taken in afterwards.</source>
        <translation>Nhiều đài cũ nhập lại thành một. Loa của mỗi đài cũ trở thành một cụm loa; sổ cũ của từng đài có thể đưa vào sau.</translation>
    </message>
    <message>
        <source>Former stations and their loudspeakers</source>
        <translation>Các đài cũ và loa của từng đài</translation>
    </message>
    <message>
        <source>One more former station</source>
        <translation>Thêm một đài cũ</translation>
    </message>
    <message>
        <source>Enter the merger</source>
        <translation>Ghi việc sáp nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Name of a former commune</source>
        <translation>Tên xã, phường cũ</translation>
    </message>
    <message>
        <source>Former station {number}</source>
        <translation>Đài cũ thứ {number}</translation>
    </message>
    <message>
        <source>a new zone of this name</source>
        <translation>lập cụm loa mới cùng tên</translation>
    </message>
    <message>
        <source>no zone</source>
        <translation>không có cụm loa</translation>
    </message>
    <message>
        <source>Zone of former station {number}</source>
        <translation>Cụm loa của đài cũ thứ {number}</translation>
    </message>
    <message>
        <source>Leave this station out</source>
        <translation>Bỏ đài này ra</translation>
    </message>
    <message>
        <source>Write the name of the new unit and of each former station.</source>
        <translation>Ghi tên đơn vị mới và tên từng đài cũ.</translation>
    </message>
    <message>
        <source>From {day}: {names} → {own}. New zones: {zones}.</source>
        <translation>Từ ngày {day}: {names} → {own}. Cụm loa mới: {zones}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>OldRecords</name>
    <message>
        <source>has no day</source>
        <translation>không có ngày</translation>
    </message>
    <message>
        <source>the day cannot be read</source>
        <translation>ngày không đọc được</translation>
    </message>
    <message>
        <source>says nothing of the content</source>
        <translation>không ghi nội dung</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>time</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>content</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>thể loại</translation>
    </message>
    <message>
        <source>length</source>
        <translation>thời lượng</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>người thực hiện</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>người duyệt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Where does the recovery sheet go?</source>
        <translation>Lưu phiếu khôi phục vào đâu?</translation>
    </message>
    <message>
        <source>Recovery sheet.pdf</source>
        <translation>Phiếu khôi phục.pdf</translation>
    </message>
    <message>
        <source>Writes and plans</source>
        <translation>Soạn và lên lịch</translation>
    </message>
    <message>
        <source>Approves</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Looks only</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Administers and approves</source>
        <translation>Quản trị và duyệt</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Soạn</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Administers</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>Look, listen, print, export</source>
        <translation>Xem, nghe, in, xuất tệp</translation>
    </message>
    <message>
        <source>Take letters in, write, bring sounds in, plan, submit</source>
        <translation>Nhận văn bản, soạn tin, nhập âm thanh, lên lịch, trình duyệt</translation>
    </message>
    <message>
        <source>Speak live, relay, skip an item</source>
        <translation>Nói trực tiếp, tiếp sóng, bỏ qua một mục</translation>
    </message>
    <message>
        <source>Change the station&apos;s settings</source>
        <translation>Sửa cài đặt của đài</translation>
    </message>
    <message>
        <source>Approve, give back, withdraw; keep messages ready for emergencies</source>
        <translation>Duyệt, trả lại, thu hồi; để sẵn tin khẩn cấp</translation>
    </message>
    <message>
        <source>Let old sounds go</source>
        <translation>Dọn kho âm thanh</translation>
    </message>
    <message>
        <source>Bring a backup back, update the program, choose where backups go</source>
        <translation>Khôi phục từ bản sao lưu, cập nhật chương trình, chọn nơi để bản sao lưu</translation>
    </message>
    <message>
        <source>People, the approval rule, the recovery sheet</source>
        <translation>Người dùng, quy tắc duyệt, phiếu khôi phục</translation>
    </message>
    <message>
        <source>left</source>
        <translation>đã nghỉ</translation>
    </message>
    <message>
        <source>locked until {time}</source>
        <translation>khóa đến {time}</translation>
    </message>
    <message>
        <source>one-time PIN</source>
        <translation>mã dùng một lần</translation>
    </message>
    <message>
        <source>active</source>
        <translation>đang hoạt động</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>chưa lần nào</translation>
    </message>
    <message>
        <source>No recovery sheet was printed yet. If the only administrator forgets the PIN, nobody can let them in again.</source>
        <translation>Chưa in phiếu khôi phục. Nếu người quản trị duy nhất quên mã PIN thì không ai mở lại được.</translation>
    </message>
    <message>
        <source>Printed at {time} on {day}. Codes left: {left}.</source>
        <translation>In lúc {time} ngày {day}. Còn {left} mã chưa dùng.</translation>
    </message>
    <message>
        <source>Print a new sheet soon.</source>
        <translation>Nên in phiếu mới.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People and rights</source>
        <translation>Người và quyền</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Nhật ký thao tác</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Old logbooks</source>
        <translation>Sổ cũ</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người dùng</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Change a person</source>
        <translation>Sửa thông tin người dùng</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>As it stands in approvals and reports.</source>
        <translation>Ghi như trong phiếu duyệt và báo cáo.</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Typed by this person, known to them alone: {rule}</source>
        <translation>Chính người này tự nhập, không cho ai biết: {rule}</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation>Hãy nhập họ tên.</translation>
    </message>
    <message>
        <source>New PIN for {name}</source>
        <translation>Mã PIN mới của {name}</translation>
    </message>
</context>
<context>
    <name>PinChangeDialog</name>
    <message>
        <source>PIN until now</source>
        <translation>Mã PIN hiện nay</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>Only this person can do it, with the PIN they have now: nobody signs in another&apos;s name.</source>
        <translation>Chỉ chính người này đổi được, bằng mã PIN đang dùng: không ai ký thay người khác.</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <translation>Quên mã PIN?</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Type the PIN you have now.</source>
        <translation>Hãy nhập mã PIN đang dùng.</translation>
    </message>
</context>
<context>
    <name>RecordsDialog</name>
    <message>
        <source>Take an old logbook in</source>
        <translation>Đưa sổ cũ vào</translation>
    </message>
    <message>
        <source>Whose logbook</source>
        <translation>Sổ của đơn vị</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Đang đọc {file}…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Enter the former station under “Units” first.</source>
        <translation>Trước hết hãy ghi đơn vị cũ ở mục “Đơn vị”.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>Vì sao bỏ ra</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Trong sổ ghi</translation>
    </message>
    <message>
        <source>No line is left out.</source>
        <translation>Không dòng nào bị bỏ ra.</translation>
    </message>
    <message>
        <source>No line can be read as a record.</source>
        <translation>Không dòng nào đọc được.</translation>
    </message>
    <message>
        <source>{count} records from {first} to {last}; {bad} lines are left out.</source>
        <translation>{count} dòng từ ngày {first} đến ngày {last}; bỏ ra {bad} dòng.</translation>
    </message>
    <message>
        <source>Columns recognised: {columns}.</source>
        <translation>Các cột nhận ra: {columns}.</translation>
    </message>
    <message>
        <source>Records ({count})</source>
        <translation>Đưa vào ({count})</translation>
    </message>
    <message>
        <source>Left out ({count})</source>
        <translation>Bỏ ra ({count})</translation>
    </message>
</context>
<context>
    <name>RecordsSection</name>
    <message>
        <source>Take this file out…</source>
        <translation>Gỡ tệp này ra…</translation>
    </message>
    <message>
        <source>Files taken in</source>
        <translation>Các tệp đã đưa vào</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Old records</source>
        <translation>Sổ cũ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đưa vào lúc</translation>
    </message>
    <message>
        <source>Search content, kind, person, note (accents may be left out)…</source>
        <translation>Tìm nội dung, thể loại, người làm, ghi chú (không cần dấu)…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Take a logbook in…</source>
        <translation>Đưa sổ cũ vào…</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>từ đầu</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>đến cuối</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>{count} records, {length} altogether</source>
        <translation>{count} dòng, tổng cộng {length}</translation>
    </message>
    <message>
        <source>No old logbook was taken in yet. Excel (.xlsx) and CSV files of stations that were merged into this one can be kept and searched here.</source>
        <translation>Chưa có sổ cũ nào. Sổ của các đài đã nhập vào đài này, dạng Excel (.xlsx) hoặc CSV, có thể giữ và tra cứu ở đây.</translation>
    </message>
    <message>
        <source>Nothing matches. Try other words, another unit or other days.</source>
        <translation>Không thấy dòng nào. Hãy thử từ khác, đơn vị khác hoặc ngày khác.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Taking an old logbook in needs a signature.</source>
        <translation>Đưa sổ cũ vào cần có người ký.</translation>
    </message>
    <message>
        <source>{count} records were taken in from {file}.</source>
        <translation>Đã đưa vào {count} dòng từ {file}.</translation>
    </message>
    <message>
        <source>Choose the old logbook</source>
        <translation>Chọn tệp sổ cũ</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.txt)</source>
        <translation>Bảng (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Take {file} out?</source>
        <translation>Gỡ {file} ra?</translation>
    </message>
    <message>
        <source>Its {count} records leave this list. The file itself stays where it is and can be taken in again.</source>
        <translation>{count} dòng của tệp sẽ rời khỏi danh sách. Tệp gốc vẫn ở chỗ cũ và có thể đưa vào lại.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Gỡ ra</translation>
    </message>
    <message>
        <source>Taking {file} out needs a signature.</source>
        <translation>Gỡ {file} ra cần có người ký.</translation>
    </message>
    <message>
        <source>{count} records were taken out.</source>
        <translation>Đã gỡ ra {count} dòng.</translation>
    </message>
    <message>
        <source>Export old records</source>
        <translation>Xuất sổ cũ</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
    <message>
        <source>{count} records were written to {file}.</source>
        <translation>Đã ghi {count} dòng vào {file}.</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Phiếu khôi phục</translation>
    </message>
    <message>
        <source>Eight codes on paper, in a sealed envelope: each gives one person a new PIN when two colleagues cannot sign for them.</source>
        <translation>Tám mã in trên giấy, cho vào phong bì dán kín. Mỗi mã giúp một người đặt lại mã PIN khi không đủ hai đồng nghiệp ký xác nhận.</translation>
    </message>
    <message>
        <source>Make a new sheet…</source>
        <translation>In lại phiếu…</translation>
    </message>
    <message>
        <source>Make the sheet…</source>
        <translation>In phiếu…</translation>
    </message>
    <message>
        <source>Make a new recovery sheet?</source>
        <translation>In lại phiếu khôi phục?</translation>
    </message>
    <message>
        <source>The codes of the old sheet hold no more. Destroy it when the new one is printed.</source>
        <translation>Các mã trên phiếu cũ sẽ hết giá trị. In xong phiếu mới thì hủy phiếu cũ.</translation>
    </message>
    <message>
        <source>Make a new sheet</source>
        <translation>In lại phiếu</translation>
    </message>
    <message>
        <source>The recovery sheet opens every name here: it needs a signature.</source>
        <translation>Phiếu khôi phục mở được mọi tên ở đây nên cần có người ký.</translation>
    </message>
    <message>
        <source>The sheet is being made…</source>
        <translation>Đang làm phiếu…</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it, put it into an envelope, then delete the file {name}.</source>
        <translation>Đã lưu phiếu. Hãy in ra, cho vào phong bì dán kín, rồi xóa tệp {name}.</translation>
    </message>
</context>
<context>
    <name>RightsCard</name>
    <message>
        <source>Who may do what</source>
        <translation>Ai được làm gì</translation>
    </message>
    <message>
        <source>Where there is no administrator, those who approve stand in. STOP ALL and the prepared emergency messages are open to everybody. Nobody approves what they wrote, unless the station is set to one person.</source>
        <translation>Nơi chưa có người quản trị thì người duyệt làm thay. Nút DỪNG TẤT CẢ và các tin khẩn cấp để sẵn ai cũng dùng được. Không ai duyệt bản tin do chính mình soạn, trừ khi đài đặt chế độ một người.</translation>
    </message>
</context>
<context>
    <name>SignInSettings</name>
    <message>
        <source>Signing in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Whoever uses this window signs in first</source>
        <translation>Mở cửa sổ này phải đăng nhập</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Khóa sau</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không khóa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Lock without key or mouse after</source>
        <translation>Tự khóa khi không dùng phím, chuột sau</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>phần đăng nhập</translation>
    </message>
    <message>
        <source>The window locks; the broadcast, STOP ALL and the emergency key do not. It does not lock while somebody records or speaks live.</source>
        <translation>Chỉ cửa sổ bị khóa; việc phát thanh, nút DỪNG TẤT CẢ và phím khẩn cấp vẫn dùng được. Không khóa khi đang thu âm hoặc nói trực tiếp.</translation>
    </message>
    <message>
        <source>As it is now everybody may look, and each act is signed with a PIN.</source>
        <translation>Như hiện nay: ai cũng xem được, và mỗi việc đều ký bằng mã PIN.</translation>
    </message>
    <message>
        <source>Changing how people sign in needs a signature.</source>
        <translation>Đổi cách đăng nhập cần có người ký.</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Đã lưu cài đặt.</translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Quyền</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>Lần cuối</translation>
    </message>
    <message>
        <source>Nobody is entered yet. Three short steps set the station up: who writes, who approves, and a sheet for forgotten PINs.</source>
        <translation>Chưa có ai trong danh sách. Thiết lập qua ba bước ngắn: ai soạn, ai duyệt, và phiếu phòng khi quên mã PIN.</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Thiết lập…</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Thêm người…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>New PIN…</source>
        <translation>Đổi mã PIN…</translation>
    </message>
    <message>
        <source>Forgotten PIN…</source>
        <translation>Quên mã PIN…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>Take rights away…</source>
        <translation>Thu quyền…</translation>
    </message>
    <message>
        <source>People of the station</source>
        <translation>Người của đài</translation>
    </message>
    <message>
        <source>Give rights back</source>
        <translation>Trả lại quyền</translation>
    </message>
    <message>
        <source>Adding a person needs a signature.</source>
        <translation>Thêm người cần có người ký.</translation>
    </message>
    <message>
        <source>{name} can sign now.</source>
        <translation>{name} đã ký được.</translation>
    </message>
    <message>
        <source>Changing {name} needs a signature.</source>
        <translation>Sửa thông tin của {name} cần có người ký.</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>Đã sửa thông tin của {name}.</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name} đã có mã PIN mới.</translation>
    </message>
    <message>
        <source>Unlocking {name} needs a signature.</source>
        <translation>Mở khóa cho {name} cần có người ký.</translation>
    </message>
    <message>
        <source>{name} can sign again.</source>
        <translation>{name} ký lại được rồi.</translation>
    </message>
    <message>
        <source>Take the rights of {name} away?</source>
        <translation>Thu quyền của {name}?</translation>
    </message>
    <message>
        <source>{name} can sign nothing any more. What they signed stays, and “Give rights back” undoes it.</source>
        <translation>{name} sẽ không ký được việc gì nữa. Những gì đã ký vẫn giữ nguyên; bấm “Trả lại quyền” để hoàn lại.</translation>
    </message>
    <message>
        <source>Take rights away</source>
        <translation>Thu quyền</translation>
    </message>
    <message>
        <source>{name} may sign no more.</source>
        <translation>{name} không ký được nữa.</translation>
    </message>
    <message>
        <source>Changing the rights of {name} needs a signature.</source>
        <translation>Đổi quyền của {name} cần có người ký.</translation>
    </message>
</context>
<context>
    <name>TrailCheckDialog</name>
    <message>
        <source>Check of the record</source>
        <translation>Kiểm tra nhật ký thao tác</translation>
    </message>
    <message>
        <source>The record does not hold together in {count} places: somebody or something changed it outside the program. Nothing is changed by this check. Keep a copy of the station&apos;s folder and tell whoever looks after it.</source>
        <translation>Nhật ký không liền mạch ở {count} chỗ: có ai hoặc có gì đã sửa nó bên ngoài chương trình. Việc kiểm tra không sửa gì. Hãy giữ một bản sao thư mục của đài và báo cho người phụ trách máy.</translation>
    </message>
    <message>
        <source>All {count} acts hold together: none was altered, taken out or put in since it was written.</source>
        <translation>Cả {count} việc đều liền mạch: từ khi ghi đến nay không việc nào bị sửa, bị bớt hay bị chèn vào.</translation>
    </message>
    <message>
        <source>Nothing was done yet, so there is nothing to check.</source>
        <translation>Chưa có việc nào nên chưa có gì để kiểm tra.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Việc số</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sai ở đâu</translation>
    </message>
</context>
<context>
    <name>TrailDetail</name>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>Choose an act in the list to see what exactly was changed.</source>
        <translation>Chọn một việc trong danh sách để xem đã thay đổi những gì.</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Trước → sau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Everything about this</source>
        <translation>Mọi việc về mục này</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{time} ngày {day}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Việc số</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Mã kiểm tra</translation>
    </message>
</context>
<context>
    <name>TrailFault</name>
    <message>
        <source>was altered after it was written</source>
        <translation>đã bị sửa sau khi ghi</translation>
    </message>
    <message>
        <source>does not follow from the act before it: one was replaced or put in</source>
        <translation>không nối tiếp việc trước: có việc bị thay hoặc bị chèn vào</translation>
    </message>
    <message>
        <source>an act before it is missing</source>
        <translation>thiếu một việc ngay trước đó</translation>
    </message>
    <message>
        <source>the record ends too early: the ledger of approvals knows of later acts</source>
        <translation>nhật ký bị cụt: sổ duyệt còn biết những việc sau đó</translation>
    </message>
</context>
<context>
    <name>TrailSection</name>
    <message>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Đã làm gì</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Nhật ký thao tác</translation>
    </message>
    <message>
        <source>Search person, deed, title, reason (accents may be left out)…</source>
        <translation>Tìm người, việc, tên mục, lý do (không cần dấu)…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>{count} acts</source>
        <translation>{count} việc</translation>
    </message>
    <message>
        <source>one item</source>
        <translation>một mục</translation>
    </message>
    <message>
        <source>Only: {title}</source>
        <translation>Chỉ xem: {title}</translation>
    </message>
    <message>
        <source>Remove this filter: {filter}</source>
        <translation>Bỏ lọc này: {filter}</translation>
    </message>
    <message>
        <source>Nothing was done yet. Every act will stand here.</source>
        <translation>Chưa có việc nào. Mọi thao tác sẽ được ghi ở đây.</translation>
    </message>
    <message>
        <source>Nothing matches. Try other words, another person or period.</source>
        <translation>Không thấy việc nào. Hãy thử từ khác, người khác hoặc khoảng thời gian khác.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Nobody signed</source>
        <translation>Không ký tên</translation>
    </message>
    <message>
        <source>Checking every act against the one before it…</source>
        <translation>Đang đối chiếu từng việc với việc trước đó…</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Bảng Excel…</translation>
    </message>
    <message>
        <source>CSV text…</source>
        <translation>Tệp CSV…</translation>
    </message>
    <message>
        <source>To be checked elsewhere (JSON lines, chained)…</source>
        <translation>Tệp để nơi khác kiểm tra (JSON)…</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Xuất nhật ký thao tác</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
    <message>
        <source>{count} acts were written to {file}.</source>
        <translation>Đã ghi {count} việc vào {file}.</translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message>
        <source>Change a unit</source>
        <translation>Sửa đơn vị</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Thêm đơn vị</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Xã Mẫu</source>
        <translation>Xã Mẫu</translation>
    </message>
    <message>
        <source>(nothing entered)</source>
        <translation>(chưa ghi)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>this station&apos;s own unit</source>
        <translation>đơn vị của chính đài này</translation>
    </message>
    <message>
        <source>gets the reports</source>
        <translation>nơi nhận báo cáo</translation>
    </message>
    <message>
        <source>merged into this one</source>
        <translation>đã nhập vào đơn vị này</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(không)</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>không ghi</translation>
    </message>
    <message>
        <source>exists today</source>
        <translation>hiện vẫn còn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Stands below</source>
        <translation>Trực thuộc</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Only one unit is the station&apos;s own, and only one gets the reports.</source>
        <translation>Chỉ một đơn vị là của đài, và chỉ một nơi nhận báo cáo.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>The loudspeakers of a former station, as a zone of this one.</source>
        <translation>Loa của đài cũ, nay là một cụm loa của đài này.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Write the unit&apos;s name.</source>
        <translation>Ghi tên đơn vị.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>this station&apos;s</source>
        <translation>của đài</translation>
    </message>
    <message>
        <source>gets the reports</source>
        <translation>nơi nhận báo cáo</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>đã nhập vào</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
</context>
<context>
    <name>UnitsSection</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Các đơn vị</translation>
    </message>
    <message>
        <source>No unit is entered yet. Enter the commune itself and what stands above it: reports then name whom they go to. A merged commune also enters the stations it was made of.</source>
        <translation>Chưa có đơn vị nào. Hãy ghi xã của mình và đơn vị cấp trên: báo cáo sẽ ghi đúng nơi nhận. Xã mới sáp nhập thì ghi thêm các đài cũ.</translation>
    </message>
    <message>
        <source>Add a unit…</source>
        <translation>Thêm đơn vị…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>Merger…</source>
        <translation>Sáp nhập…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Old logbooks</source>
        <translation>Sổ cũ</translation>
    </message>
    <message>
        <source>Units above and before this station</source>
        <translation>Cấp trên và các đài cũ</translation>
    </message>
    <message>
        <source>Reports go to: {name}.</source>
        <translation>Báo cáo gửi: {name}.</translation>
    </message>
    <message>
        <source>Nobody is entered whom reports go to. Mark a unit as “gets the reports”, or enter what stands above the commune.</source>
        <translation>Chưa ghi nơi nhận báo cáo. Hãy chọn vai trò “nơi nhận báo cáo” cho một đơn vị, hoặc ghi đơn vị cấp trên của xã.</translation>
    </message>
    <message>
        <source>Adding a unit needs a signature.</source>
        <translation>Thêm đơn vị cần có người ký.</translation>
    </message>
    <message>
        <source>Changing {name} needs a signature.</source>
        <translation>Sửa {name} cần có người ký.</translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation>Đã sửa {name}.</translation>
    </message>
    <message>
        <source>{name} is entered.</source>
        <translation>Đã ghi {name}.</translation>
    </message>
    <message>
        <source>Removing {name} needs a signature.</source>
        <translation>Gỡ {name} cần có người ký.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>Đã gỡ {name}.</translation>
    </message>
    <message>
        <source>A merger needs a signature.</source>
        <translation>Ghi việc sáp nhập cần có người ký.</translation>
    </message>
    <message>
        <source>The merger into {name} is entered.</source>
        <translation>Đã ghi việc sáp nhập vào {name}.</translation>
    </message>
    <message>
        <source>New zones: {names}. Set their outputs in Settings.</source>
        <translation>Cụm loa mới: {names}. Hãy đặt đầu ra cho các cụm này trong Cài đặt.</translation>
    </message>
    <message>
        <source>The units are as they were before.</source>
        <translation>Các đơn vị đã trở lại như trước.</translation>
    </message>
</context>
</TS>
