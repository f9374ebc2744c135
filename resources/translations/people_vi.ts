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
        <translation>Nói trực tiếp, tiếp âm, bỏ qua một mục</translation>
    </message>
    <message>
        <source>Change the station&apos;s settings</source>
        <translation>Sửa cài đặt của đài</translation>
    </message>
    <message>
        <source>Approve, give back, withdraw; keep messages ready for emergencies</source>
        <translation>Duyệt, trả lại, rút bài; để sẵn thông báo khẩn cấp</translation>
    </message>
    <message>
        <source>Let old sounds go</source>
        <translation>Cho xóa âm thanh đã hết hạn lưu</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục từ bản sao lưu</translation>
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
        <translation>Phiếu khôi phục mở được mọi tên ở đây nên cần người có quyền ký.</translation>
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
        <translation>Nơi chưa có người quản trị thì người duyệt làm thay. Nút DỪNG TẤT CẢ và các thông báo khẩn cấp để sẵn ai cũng dùng được. Không ai duyệt bài do chính mình soạn, trừ khi đài đặt chế độ một người.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Set the station up</source>
        <translation>Thiết lập đài</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để lúc khác</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Somebody else approves, and is here now</source>
        <translation>Người khác duyệt, và đang có mặt</translation>
    </message>
    <message>
        <source>I work alone: I write and I approve</source>
        <translation>Một mình tôi làm: tôi soạn và tôi duyệt</translation>
    </message>
    <message>
        <source>The approver comes later</source>
        <translation>Người duyệt sẽ thêm sau</translation>
    </message>
    <message>
        <source>Make the recovery sheet (PDF)…</source>
        <translation>Làm phiếu khôi phục (PDF)…</translation>
    </message>
    <message>
        <source>Whoever uses this window signs in first; it locks after 10 minutes</source>
        <translation>Mở cửa sổ phải đăng nhập; tự khóa sau 10 phút không dùng</translation>
    </message>
    <message>
        <source>For a computer that others can reach. Otherwise everybody may look, and each act is signed with a PIN. Both can be changed later under People.</source>
        <translation>Nên chọn khi người khác cũng đến được máy này. Nếu không, ai cũng xem được, và mỗi việc đều ký bằng mã PIN. Sau này đổi lại trong mục Người dùng.</translation>
    </message>
    <message>
        <source>Step {number} of 3</source>
        <translation>Bước {number}/3</translation>
    </message>
    <message>
        <source>Who works at this station?</source>
        <translation>Ai phụ trách đài này?</translation>
    </message>
    <message>
        <source>You: who writes the bulletins and plans the day. You also look after people and settings.</source>
        <translation>Chính bạn: người soạn tin và lên lịch phát. Bạn cũng quản lý người dùng và cài đặt.</translation>
    </message>
    <message>
        <source>Who approves?</source>
        <translation>Ai duyệt?</translation>
    </message>
    <message>
        <source>Nothing is aired without the approval of a named person, as a rule another than who wrote it.</source>
        <translation>Không nội dung nào được phát khi chưa có người duyệt ký tên; thường là người khác với người soạn.</translation>
    </message>
    <message>
        <source>For the day a PIN is forgotten</source>
        <translation>Phòng khi quên mã PIN</translation>
    </message>
    <message>
        <source>Print eight one-time codes, seal them in an envelope and lock it away. Without them nobody can let you in again when you forget your PIN.</source>
        <translation>In tám mã dùng một lần, cho vào phong bì dán kín và cất nơi có khóa. Không có phiếu này, khi bạn quên mã PIN sẽ không ai mở lại được.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Sheet later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Each bulletin you approve yourself is marked “approved by its author” in the airing log and in reports, and in the record of who did what. As soon as a second person is there, enter them and turn this off in Settings.</source>
        <translation>Mỗi bản tin bạn tự duyệt sẽ được ghi rõ là “người soạn tự duyệt” trong nhật ký phát, trong báo cáo và trong sổ ghi việc. Khi có người thứ hai, hãy thêm người đó và tắt chế độ này trong Cài đặt.</translation>
    </message>
    <message>
        <source>Until then nothing you write can be aired. Enter them under People when they are here.</source>
        <translation>Đến lúc đó, những gì bạn soạn chưa phát được. Khi người duyệt có mặt, hãy thêm trong mục Người dùng.</translation>
    </message>
    <message>
        <source>chosen when the station was set up</source>
        <translation>chọn khi thiết lập đài</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it, seal it, then delete the file {name}.</source>
        <translation>Đã lưu phiếu. Hãy in, niêm phong, rồi xóa tệp {name}.</translation>
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
        <translation>Đổi cách đăng nhập cần người có quyền ký.</translation>
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
        <translation>Chưa có ai trong danh sách. Chỉ ba bước ngắn để thiết lập: ai soạn, ai duyệt, và phiếu phòng khi quên mã PIN.</translation>
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
        <translation>Thêm người cần người có quyền ký.</translation>
    </message>
    <message>
        <source>{name} can sign now.</source>
        <translation>{name} đã ký được.</translation>
    </message>
    <message>
        <source>Changing {name} needs a signature.</source>
        <translation>Sửa thông tin của {name} cần người có quyền ký.</translation>
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
        <translation>Mở khóa cho {name} cần người có quyền ký.</translation>
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
        <translation>Đổi quyền của {name} cần người có quyền ký.</translation>
    </message>
</context>
<context>
    <name>_PersonFields</name>
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
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation>Hãy nhập họ tên.</translation>
    </message>
</context>
</TS>
