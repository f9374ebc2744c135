<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AbPlayer</name>
    <message>
        <source>as approved</source>
        <translation>bản đã duyệt</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>bản bây giờ</translation>
    </message>
    <message>
        <source>A, {what}</source>
        <translation>A, {what}</translation>
    </message>
    <message>
        <source>B, {what}</source>
        <translation>B, {what}</translation>
    </message>
    <message>
        <source>Listen (Space)</source>
        <translation>Nghe thử (phím Cách)</translation>
    </message>
    <message>
        <source>Change A/B (X)</source>
        <translation>Đổi A/B (X)</translation>
    </message>
    <message>
        <source>Next difference (N)</source>
        <translation>Chỗ khác tiếp theo (N)</translation>
    </message>
    <message>
        <source>Where they differ is being looked for…</source>
        <translation>Đang tìm chỗ khác nhau…</translation>
    </message>
    <message>
        <source>Where they differ is being looked for… {percent} %</source>
        <translation>Đang tìm chỗ khác nhau… {percent} %</translation>
    </message>
    <message>
        <source>They sound the same all along.</source>
        <translation>Hai bản nghe giống nhau từ đầu đến cuối.</translation>
    </message>
    <message>
        <source>They are two different recordings.</source>
        <translation>Đây là hai bản ghi khác hẳn nhau.</translation>
    </message>
    <message>
        <source>Shaded: what only A has ({a} s), what only B has ({b} s).</source>
        <translation>Chỗ gạch chéo: chỉ có trong A ({a} giây), chỉ có trong B ({b} giây).</translation>
    </message>
    <message>
        <source>B is {length} longer.</source>
        <translation>B dài hơn {length}.</translation>
    </message>
    <message>
        <source>B is {length} shorter.</source>
        <translation>B ngắn hơn {length}.</translation>
    </message>
    <message>
        <source>B is {units} LU louder; here both are made equal.</source>
        <translation>B to hơn {units} LU; nghe ở đây đã cân cho bằng nhau.</translation>
    </message>
    <message>
        <source>B is {units} LU quieter; here both are made equal.</source>
        <translation>B nhỏ hơn {units} LU; nghe ở đây đã cân cho bằng nhau.</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Tạm dừng (phím Cách)</translation>
    </message>
</context>
<context>
    <name>BigClock</name>
    <message>
        <source>Station time</source>
        <translation>Giờ đài</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>No, go back</source>
        <translation>Không, quay lại</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Time left</source>
        <translation>Thời gian còn lại</translation>
    </message>
    <message>
        <source>nothing is running</source>
        <translation>không có gì đang chạy</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Locked. What is written here is kept.</source>
        <translation>Đã khóa. Nội dung đang viết ở đây được giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>{weekday}, {month}/{day}/{year}</source>
        <translation>{weekday}, {day} tháng {month} năm {year}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} giờ {minutes} phút</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} giờ</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} phút</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>sessions {hours}</source>
        <translation>các buổi {hours}</translation>
    </message>
    <message>
        <source>nothing in it yet</source>
        <translation>chưa có gì</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>No loudspeakers (only to try the program)</source>
        <translation>Không phát ra loa (chỉ để thử)</translation>
    </message>
    <message>
        <source>The computer&apos;s default</source>
        <translation>Thiết bị mặc định của máy</translation>
    </message>
</context>
<context>
    <name>Digits</name>
    <message>
        <source>nothing is running</source>
        <translation>không có gì đang chạy</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program (number {number}). Nothing that was saved is lost and the broadcast goes on. Try once more; if it comes again, copy the details and send them to whoever helps you.</source>
        <translation>Chương trình gặp lỗi (số {number}). Những gì đã lưu không mất và việc phát thanh vẫn tiếp tục. Hãy thử lại; nếu còn lặp lại, hãy sao chép chi tiết và gửi cho người hỗ trợ.</translation>
    </message>
    <message>
        <source>The player did not answer in time. The broadcast goes on. Try again.</source>
        <translation>Bộ phát chưa kịp trả lời. Việc phát thanh vẫn tiếp tục. Hãy thử lại.</translation>
    </message>
    <message>
        <source>The plan {name} belongs to another day or station and is not aired.</source>
        <translation>Lịch {name} thuộc ngày khác hoặc đài khác nên không được phát.</translation>
    </message>
    <message>
        <source>This command is not available in this version ({command}).</source>
        <translation>Phiên bản này chưa có lệnh đó ({command}).</translation>
    </message>
    <message>
        <source>Nothing is on air now, so there is nothing to skip.</source>
        <translation>Hiện không phát mục nào nên không có gì để bỏ qua.</translation>
    </message>
    <message>
        <source>There is no such output: {sink}.</source>
        <translation>Không có đầu ra âm thanh như vậy: {sink}.</translation>
    </message>
    <message>
        <source>The player does not know the command “{command}”. Restart the computer so that all parts are of the same version.</source>
        <translation>Bộ phát không hiểu lệnh “{command}”. Hãy khởi động lại máy tính để mọi phần cùng một phiên bản.</translation>
    </message>
    <message>
        <source>The sound file {name} cannot be played and is left out. Import or voice it again.</source>
        <translation>Tệp âm thanh {name} không phát được nên bị bỏ qua. Hãy nhập hoặc đọc lại.</translation>
    </message>
    <message>
        <source>The sound file cannot be written: {path}.</source>
        <translation>Không ghi được tệp âm thanh: {path}.</translation>
    </message>
    <message>
        <source>The player has ended several times and is being started again and again. Restart the computer; if that does not help, ask for support.</source>
        <translation>Bộ phát bị dừng nhiều lần và đang được khởi động lại. Hãy khởi động lại máy; nếu chưa được, hãy gọi hỗ trợ.</translation>
    </message>
    <message>
        <source>The ledger of approvals is damaged or was altered: nothing airs but emergencies until an administrator makes it anew from the database. No item and no log was lost.</source>
        <translation>Sổ duyệt bị hỏng hoặc bị sửa: trừ tin khẩn cấp, chưa có gì được phát cho đến khi người quản trị lập lại sổ ở trang Duyệt. Không mất tin, bài hay nhật ký nào.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong, nothing airs until it is right. Set date and time.</source>
        <translation>Đồng hồ máy tính sai, đài không phát cho đến khi giờ đúng. Hãy chỉnh lại ngày giờ.</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free_mb} MB left. Free some room.</source>
        <translation>Ổ đĩa sắp đầy: còn {free_mb} MB. Hãy dọn bớt tệp.</translation>
    </message>
    <message>
        <source>The journal could not be filed: {detail}</source>
        <translation>Không đưa được nhật ký vào sổ: {detail}</translation>
    </message>
    <message>
        <source>{count} faults were found in the airing journal. See the airing log.</source>
        <translation>Nhật ký phát thanh có {count} chỗ sai. Xem trang Nhật ký.</translation>
    </message>
    <message>
        <source>The airing journal cannot be written; {waiting} lines wait. Free room on the disk.</source>
        <translation>Không ghi được nhật ký phát thanh; {waiting} dòng đang chờ. Hãy dọn bớt ổ đĩa.</translation>
    </message>
    <message>
        <source>The resident helper does not answer: plans are not published and the journal is not filed. The broadcast goes on. If this stays for some minutes, restart the computer.</source>
        <translation>Chương trình thường trực không trả lời: lịch phát chưa được cập nhật, nhật ký chưa được ghi sổ. Việc phát thanh vẫn tiếp tục. Nếu kéo dài vài phút, hãy khởi động lại máy.</translation>
    </message>
    <message>
        <source>“{title}” ({session}) was not aired. See the airing log.</source>
        <translation>“{title}” ({session}) không được phát. Xem trang Nhật ký.</translation>
    </message>
    <message>
        <source>No sound device: the loudspeakers are silent ({device}). Check cable and power; broadcasting goes on by itself when it is back.</source>
        <translation>Không có thiết bị âm thanh ({device}): loa đang im lặng. Hãy kiểm tra dây cắm và nguồn; có lại thiết bị là tự phát tiếp.</translation>
    </message>
    <message>
        <source>There is no plan for today, so nothing airs. Open the schedule.</source>
        <translation>Hôm nay chưa có lịch phát nên đài không phát gì. Hãy mở trang Lịch phát.</translation>
    </message>
    <message>
        <source>The plan {name} was refused because it was altered or is damaged. Publish the day again.</source>
        <translation>Lịch {name} bị từ chối vì đã bị sửa hoặc hỏng. Hãy mở Lịch phát ở ngày đó: máy sẽ gửi lại lịch.</translation>
    </message>
    <message>
        <source>A background task failed ({job}). The broadcast goes on; the details are in the log.</source>
        <translation>Một việc chạy nền bị lỗi ({job}). Việc phát thanh vẫn tiếp tục; chi tiết có trong nhật ký chương trình.</translation>
    </message>
    <message>
        <source>The plan could not be published: {detail}</source>
        <translation>Không gửi được lịch đi phát: {detail}</translation>
    </message>
    <message>
        <source>{count} letters wait for a report whose day has passed: {letters}. Open the register of letters.</source>
        <translation>{count} văn bản đã quá hạn báo cáo: {letters}. Mở trang Văn bản để xem và ghi nhận.</translation>
    </message>
    <message>
        <source>Yesterday&apos;s journal could not be sealed: {detail}</source>
        <translation>Chưa niêm phong được nhật ký hôm qua: {detail}</translation>
    </message>
    <message>
        <source>Sessions without items in the coming days: {sessions}.</source>
        <translation>Những buổi sắp tới chưa có mục nào: {sessions}.</translation>
    </message>
    <message>
        <source>The settings file is damaged; the player goes on with the last good settings. {detail}</source>
        <translation>Tệp cài đặt bị hỏng; đài vẫn phát theo cài đặt trước đó. {detail}</translation>
    </message>
    <message>
        <source>“{title}” has been silent for {seconds} seconds. Listen at a loudspeaker.</source>
        <translation>“{title}” im lặng đã {seconds} giây. Hãy nghe kiểm tra ở loa.</translation>
    </message>
    <message>
        <source>{count} damaged places of the journal are kept only in the filed copy, so it is not made anew. Nothing is lost.</source>
        <translation>Có {count} chỗ hỏng của nhật ký chỉ còn trong bản lưu nên không lập lại bản lưu. Không có gì bị mất.</translation>
    </message>
    <message>
        <source>The journal cannot be read: {path}. Check the disk; nothing was changed.</source>
        <translation>Không đọc được nhật ký: {path}. Hãy kiểm tra ổ đĩa; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock stands before the last entry of the journal. Nothing airs until it is right: set date and time.</source>
        <translation>Đồng hồ máy tính chậm hơn dòng nhật ký cuối cùng. Đài không phát cho đến khi giờ đúng: hãy chỉnh lại ngày giờ.</translation>
    </message>
    <message>
        <source>The station&apos;s database is damaged. The airing journal lies in its own files and is not lost. Restore a copy from the backup folder.</source>
        <translation>Cơ sở dữ liệu của đài bị hỏng. Nhật ký phát thanh nằm ở tệp riêng, không mất. Hãy khôi phục bản sao trong thư mục backup.</translation>
    </message>
    <message>
        <source>Another program holds the data of the station. Nothing was changed. Wait a moment and try again.</source>
        <translation>Chương trình khác đang giữ dữ liệu của đài. Chưa có gì bị thay đổi. Hãy đợi một lát rồi thử lại.</translation>
    </message>
    <message>
        <source>The demonstration session did not end in time.</source>
        <translation>Buổi phát thử chưa kết thúc đúng lúc.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was written ({path}). What was saved before is safe. Free some room and try again.</source>
        <translation>Ổ đĩa đã đầy nên chưa ghi được ({path}). Dữ liệu đã lưu vẫn còn nguyên. Hãy dọn bớt tệp rồi thử lại.</translation>
    </message>
    <message>
        <source>This place cannot be written: {path}. Nothing was changed. Check whether the disk is plugged in and this user may write there.</source>
        <translation>Không ghi được vào {path}. Chưa có gì bị thay đổi. Hãy kiểm tra ổ đĩa đã cắm và tài khoản máy tính có quyền ghi.</translation>
    </message>
    <message>
        <source>There is a station in {path} already; it was left as it is. Choose another folder.</source>
        <translation>Thư mục {path} đã có dữ liệu của một đài và được giữ nguyên. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>A part of the program is missing: {part}. The station&apos;s data is safe. Install the program again.</source>
        <translation>Chương trình thiếu một phần: {part}. Dữ liệu của đài vẫn an toàn. Hãy cài đặt lại chương trình.</translation>
    </message>
    <message>
        <source>This process runs already for this station.</source>
        <translation>Phần này của chương trình đang chạy rồi.</translation>
    </message>
    <message>
        <source>The station&apos;s key cannot be read ({path}). Restore station.key from a backup; without it plans and approvals cannot be sealed.</source>
        <translation>Không đọc được khóa của đài ({path}). Hãy khôi phục station.key từ bản sao lưu; thiếu khóa thì không đóng dấu được lịch và phê duyệt.</translation>
    </message>
    <message>
        <source>The resident helper does not know the command “{command}”. Restart the computer so that all parts are of the same version.</source>
        <translation>Chương trình thường trực không hiểu lệnh “{command}”. Hãy khởi động lại máy tính để mọi phần cùng một phiên bản.</translation>
    </message>
    <message>
        <source>The playing process does not answer. It is being started again; the broadcast goes on at the right place by itself. Try again in a few seconds.</source>
        <translation>Bộ phát không trả lời. Chương trình đang khởi động lại và sẽ tự phát tiếp đúng chỗ. Hãy thử lại sau vài giây.</translation>
    </message>
    <message>
        <source>The playing process is of another version. Restart the computer so that all parts are of the same version.</source>
        <translation>Bộ phát thuộc phiên bản khác. Hãy khởi động lại máy tính để mọi phần cùng một phiên bản.</translation>
    </message>
    <message>
        <source>{what} was made by a newer version of this program and was left untouched. Install the newer version.</source>
        <translation>{what} do phiên bản mới hơn tạo ra; chương trình không động vào để tránh hỏng. Hãy cài phiên bản mới hơn.</translation>
    </message>
    <message>
        <source>{name} is in the list already. Choose another name, as in “Văn hóa xã (2)”.</source>
        <translation>{name} đã có trong danh sách. Hãy đặt tên khác cho dễ phân biệt, ví dụ “Văn hóa xã (2)”.</translation>
    </message>
    <message>
        <source>{name} may no longer sign. Ask someone whose rights are active.</source>
        <translation>{name} đã thôi quyền ký. Hãy nhờ người đang có quyền.</translation>
    </message>
    <message>
        <source>{name} is the last one who may decide over people, so nothing was changed. First give somebody else the same rights.</source>
        <translation>{name} là người cuối cùng còn quyền quyết định về người dùng nên chưa thay đổi gì. Hãy trao quyền tương tự cho người khác trước.</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Hãy nhập họ tên.</translation>
    </message>
    <message>
        <source>{name} has signed things under this name, and the record keeps them by name. The position and the rights can be changed; for another name add a new person and take the rights of this one away.</source>
        <translation>{name} đã ký bằng tên này, và nhật ký thao tác lưu theo tên. Chức vụ và quyền vẫn sửa được; nếu cần tên khác, hãy thêm người mới rồi thu quyền của tên này.</translation>
    </message>
    <message>
        <source>There is nobody called {name} in the list. Open People.</source>
        <translation>Trong danh sách không có ai tên {name}. Hãy mở mục Người dùng.</translation>
    </message>
    <message>
        <source>A PIN is 4 to 12 digits; a password has 8 characters or more, letters among them.</source>
        <translation>Mã PIN gồm 4 đến 12 chữ số; mật khẩu từ 8 ký tự trở lên, phải có chữ cái.</translation>
    </message>
    <message>
        <source>Too many wrong PINs: {name} is locked for {minutes} more minutes, until {until}. The broadcast is not touched. Wait, or let an administrator unlock the name under People.</source>
        <translation>Nhập sai mã PIN quá nhiều lần: {name} bị khóa thêm {minutes} phút, đến {until}. Việc phát thanh không bị ảnh hưởng. Hãy chờ, hoặc nhờ người quản trị mở khóa trong mục Người dùng.</translation>
    </message>
    <message>
        <source>{name} was given a one-time PIN. Choose a PIN of your own first; then you can sign.</source>
        <translation>{name} đang dùng mã PIN một lần. Hãy tự đặt mã PIN của mình trước rồi mới ký được.</translation>
    </message>
    <message>
        <source>Nobody here has the right to sign this yet. Enter the person under People.</source>
        <translation>Chưa có ai ở đây có quyền ký việc này. Hãy thêm người trong mục Người dùng.</translation>
    </message>
    <message>
        <source>The new PIN is the old one. Choose another.</source>
        <translation>Mã PIN mới trùng mã cũ. Hãy chọn mã khác.</translation>
    </message>
    <message>
        <source>Too many wrong tries at this window. Wait {seconds} seconds, then try again.</source>
        <translation>Nhập sai quá nhiều lần tại cửa sổ này. Hãy chờ {seconds} giây rồi thử lại.</translation>
    </message>
    <message>
        <source>This password is too easy to guess: it is a common one, repeats itself, or is hardly more than the name. Four words that have nothing to do with each other are good and easy to keep in mind.</source>
        <translation>Mật khẩu này quá dễ đoán: là mật khẩu phổ biến, lặp đi lặp lại, hoặc gần như chỉ là họ tên. Bốn từ không liên quan gì với nhau thì vừa chắc vừa dễ nhớ.</translation>
    </message>
    <message>
        <source>This code does not hold: look at each letter again. A code is used once, and a sheet printed later makes the one before worthless.</source>
        <translation>Mã này không đúng: hãy xem lại từng chữ. Mỗi mã chỉ dùng một lần, và khi đã in phiếu mới thì phiếu cũ hết giá trị.</translation>
    </message>
    <message>
        <source>One of the two must be somebody who approves or administers.</source>
        <translation>Một trong hai người phải là người duyệt hoặc quản trị.</translation>
    </message>
    <message>
        <source>Two different people must sign.</source>
        <translation>Phải là hai người khác nhau cùng ký.</translation>
    </message>
    <message>
        <source>{name} cannot vouch for themselves. Two others must sign, or use the recovery sheet.</source>
        <translation>{name} không tự xác nhận cho mình được. Cần hai người khác cùng ký, hoặc dùng phiếu khôi phục.</translation>
    </message>
    <message>
        <source>{name} does not have the right to do this, so nothing was changed. Somebody else may sign in with “Change person”; an administrator changes rights under People.</source>
        <translation>{name} không có quyền làm việc này nên chưa thay đổi gì. Người khác có thể đăng nhập bằng nút “Đổi người”; người quản trị sửa quyền trong mục Người dùng.</translation>
    </message>
    <message>
        <source>The window is locked. Sign in first. The broadcast goes on.</source>
        <translation>Cửa sổ đang khóa. Hãy đăng nhập trước. Việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Wrong PIN. {tries_left} tries left before the name is locked for some minutes.</source>
        <translation>Sai mã PIN. Còn {tries_left} lần thử trước khi bị khóa vài phút.</translation>
    </message>
    <message>
        <source>No sound can be heard at this computer: there is no output device. The broadcast is not touched. Plug in headphones or loudspeakers.</source>
        <translation>Máy này không có đầu ra âm thanh để nghe thử. Việc phát thanh không bị ảnh hưởng. Hãy cắm tai nghe hoặc loa.</translation>
    </message>
    <message>
        <source>The amplifier&apos;s switch did not answer. Check cable, port and commands. ({detail})</source>
        <translation>Công tắc tăng âm không trả lời. Hãy kiểm tra dây, cổng và lệnh. ({detail})</translation>
    </message>
    <message>
        <source>An amplifier is on for a session. Try again when nothing is on air.</source>
        <translation>Đang có tăng âm bật cho buổi phát. Hãy thử lại khi không phát.</translation>
    </message>
    <message>
        <source>The sound {name} cannot be played.</source>
        <translation>Không phát được âm thanh {name}.</translation>
    </message>
    <message>
        <source>The playing process could not carry out the command. The broadcast goes on. The details are in the log.</source>
        <translation>Bộ phát không thực hiện được lệnh. Việc phát thanh vẫn tiếp tục. Chi tiết có trong nhật ký chương trình.</translation>
    </message>
    <message>
        <source>The playing process refused the command.</source>
        <translation>Bộ phát từ chối lệnh này.</translation>
    </message>
    <message>
        <source>The plan {name} is published already and is never overwritten.</source>
        <translation>Lịch {name} đã gửi đi phát nên không ghi đè.</translation>
    </message>
    <message>
        <source>The plan {name} was altered after it was sealed and is not aired. Publish the day again.</source>
        <translation>Lịch {name} bị sửa sau khi đóng dấu nên không được phát. Hãy mở Lịch phát ở ngày đó: máy sẽ gửi lại lịch.</translation>
    </message>
    <message>
        <source>The plan {name} cannot be read and is not aired. Publish the day again.</source>
        <translation>Không đọc được lịch {name} nên không được phát. Hãy mở Lịch phát ở ngày đó: máy sẽ gửi lại lịch.</translation>
    </message>
    <message>
        <source>The station&apos;s signing key {path} cannot be read: nothing can be sealed or sent. The log itself is whole. Put the file back from a backup.</source>
        <translation>Không đọc được khóa ký của đài tại {path}: chưa niêm phong và chưa gửi đi được gì. Nhật ký vẫn nguyên vẹn. Hãy chép lại tệp này từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The settings file station.toml is damaged: {detail}. No data is lost. Correct that line, or rename the file to begin with fresh settings.</source>
        <translation>Tệp cài đặt station.toml bị hỏng: {detail}. Dữ liệu không mất. Hãy sửa dòng đó, hoặc đổi tên tệp để dùng cài đặt ban đầu.</translation>
    </message>
    <message>
        <source>station.toml holds an unknown word: “{name}” (perhaps “{nearest}”). No data is lost. Correct or remove that line.</source>
        <translation>Tệp station.toml có từ lạ: “{name}” (có thể là “{nearest}”). Dữ liệu không mất. Hãy sửa hoặc xóa dòng đó.</translation>
    </message>
    <message>
        <source>The settings file cannot be read: {detail}. No data is lost. Check the rights of the file station.toml.</source>
        <translation>Không đọc được tệp cài đặt: {detail}. Dữ liệu không mất. Hãy kiểm tra quyền đọc tệp station.toml.</translation>
    </message>
    <message>
        <source>The setting {name} cannot be “{value}”. Nothing was changed. Correct the value.</source>
        <translation>Cài đặt {name} không thể là “{value}”. Chưa có gì bị thay đổi. Hãy sửa lại giá trị.</translation>
    </message>
    <message>
        <source>The sound file of this item was altered after it was made, so it cannot be approved. Voice or import it again.</source>
        <translation>Tệp âm thanh đã bị sửa sau khi tạo nên không duyệt được. Hãy đọc lại hoặc nhập lại.</translation>
    </message>
    <message>
        <source>The sound file of this item is missing. Voice or import it again.</source>
        <translation>Thiếu tệp âm thanh của mục này. Hãy đọc lại hoặc nhập lại.</translation>
    </message>
    <message>
        <source>“{title}” is not what {name} agreed to: words, sound or another channel&apos;s text changed since. Give it back, and both approve anew.</source>
        <translation>“{title}” không còn đúng như khi {name} đồng ý: lời, âm thanh hoặc bản chữ của kênh khác đã đổi. Hãy trả lại, rồi hai người duyệt lại từ đầu.</translation>
    </message>
    <message>
        <source>The day {value} does not fit. The last day must not be in the past, nor before the first day.</source>
        <translation>Ngày {value} không hợp. Ngày cuối không được ở quá khứ, cũng không được trước ngày đầu.</translation>
    </message>
    <message>
        <source>“{title}” has no sound for its present text. Voice it first.</source>
        <translation>“{title}” chưa có âm thanh đúng với nội dung hiện tại. Hãy đọc thành tiếng trước.</translation>
    </message>
    <message>
        <source>Write the reason: it goes into the record.</source>
        <translation>Hãy ghi lý do: lý do được lưu vào sổ.</translation>
    </message>
    <message>
        <source>{name} may not approve. Ask someone with the right to approve.</source>
        <translation>{name} không có quyền duyệt. Hãy nhờ người có quyền duyệt.</translation>
    </message>
    <message>
        <source>{name} agreed already as the first. The second approval must come from another person.</source>
        <translation>{name} đã duyệt lần đầu rồi. Lần hai phải là người khác duyệt.</translation>
    </message>
    <message>
        <source>{name} wrote this and cannot approve it too. Ask another person, or allow it in Settings.</source>
        <translation>{name} là người soạn nên không được tự duyệt. Hãy nhờ người khác, hoặc cho phép trong Cài đặt.</translation>
    </message>
    <message>
        <source>“{title}” is not in the right state for this step ({state}). Look at the list again.</source>
        <translation>“{title}” đang ở trạng thái không làm được bước này ({state}). Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>What was to be approved is not there any more ({subject}).</source>
        <translation>Mục cần duyệt không còn nữa ({subject}).</translation>
    </message>
    <message>
        <source>The ledger of approvals is damaged or was altered, so nothing can be approved now. An administrator can make it anew from the database. No item and no log was lost.</source>
        <translation>Sổ duyệt bị hỏng hoặc bị sửa, nên lúc này chưa duyệt được và không phát gì trừ tin khẩn cấp. Người quản trị lập lại sổ ở trang Duyệt. Không mất tin, bài hay nhật ký nào.</translation>
    </message>
    <message>
        <source>“{ref}” fits more than one bulletin. Choose it from the list.</source>
        <translation>“{ref}” ứng với nhiều bản tin. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>“{title}” was changed after it was shown to you. Nothing was approved. Look at it and listen once more.</source>
        <translation>“{title}” vừa bị sửa trong lúc anh/chị đang xem. Chưa có gì được duyệt. Hãy xem và nghe lại.</translation>
    </message>
    <message>
        <source>None of the chosen points is in the letter. Choose the points again.</source>
        <translation>Các ý đã chọn không có trong văn bản. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>Only a draft can be deleted. Withdraw this bulletin instead; it stays in the records.</source>
        <translation>Chỉ xóa được bản nháp. Hãy thu hồi bản tin này; hồ sơ vẫn được giữ.</translation>
    </message>
    <message>
        <source>A bulletin needs a title.</source>
        <translation>Hãy nhập tiêu đề bản tin.</translation>
    </message>
    <message>
        <source>The text has {length} characters; at most {limit} are read aloud. Make two bulletins of it.</source>
        <translation>Nội dung có {length} ký tự; mỗi bản tin đọc tối đa {limit}. Hãy tách thành hai bản tin.</translation>
    </message>
    <message>
        <source>This bulletin is not there any more.</source>
        <translation>Bản tin này không còn nữa.</translation>
    </message>
    <message>
        <source>Say the last day: no letter names it.</source>
        <translation>Hãy chọn ngày cuối: không có văn bản nào nêu ngày.</translation>
    </message>
    <message>
        <source>An item needs a title.</source>
        <translation>Hãy nhập tiêu đề.</translation>
    </message>
    <message>
        <source>This item is not in the library any more.</source>
        <translation>Mục này không còn trong thư viện.</translation>
    </message>
    <message>
        <source>This sound is not in the library any more.</source>
        <translation>Âm thanh này không còn trong thư viện.</translation>
    </message>
    <message>
        <source>“{ref}” fits more than one letter. Choose it from the list.</source>
        <translation>“{ref}” ứng với nhiều văn bản. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>A letter has no field “{field}”.</source>
        <translation>Văn bản không có mục “{field}”.</translation>
    </message>
    <message>
        <source>The original file of {name} is not in the station&apos;s folder any more ({path}). Its text and fields are safe.</source>
        <translation>Tệp gốc của {name} không còn trong thư mục của đài ({path}). Nội dung và các mục đã đọc vẫn còn.</translation>
    </message>
    <message>
        <source>This letter is not in the register any more.</source>
        <translation>Văn bản này không còn trong sổ.</translation>
    </message>
    <message>
        <source>“{value}” does not fit the field {field}: {wanted}. Nothing was changed.</source>
        <translation>“{value}” không hợp với mục {field}: {wanted}. Chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>{name} is still being copied. Wait until it is complete and try again.</source>
        <translation>{name} đang được chép dở. Hãy đợi chép xong rồi thử lại.</translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation>Không còn tệp {name}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {detail}.</source>
        <translation>Không đọc được {name}: {detail}.</translation>
    </message>
    <message>
        <source>The import was stopped at {name}. What was imported before stays.</source>
        <translation>Đã dừng nhập ở {name}. Những tệp nhập trước đó vẫn giữ.</translation>
    </message>
    <message>
        <source>{name} is a mail: the letter is attached to it ({attached}). Save the attachment and add that file.</source>
        <translation>{name} là thư điện tử: văn bản nằm trong tệp đính kèm ({attached}). Hãy lưu tệp đính kèm ra máy rồi nhận tệp đó.</translation>
    </message>
    <message>
        <source>{name} is not a text document. Open it in its own program and save it as .docx or PDF.</source>
        <translation>{name} không phải tệp văn bản. Hãy mở bằng phần mềm của nó rồi lưu thành .docx hoặc PDF.</translation>
    </message>
    <message>
        <source>{name} would unpack to an enormous size and was refused. Ask for the letter again.</source>
        <translation>{name} có nội dung nén lớn bất thường nên bị từ chối. Hãy xin lại văn bản.</translation>
    </message>
    <message>
        <source>Reading {name} was called off. Nothing of it was kept.</source>
        <translation>Đã dừng đọc {name}. Không lưu gì của tệp này.</translation>
    </message>
    <message>
        <source>{name} is damaged ({detail}). Copy it again from where it came.</source>
        <translation>{name} bị hỏng ({detail}). Hãy chép lại từ nguồn.</translation>
    </message>
    <message>
        <source>{name} holds no words.</source>
        <translation>{name} không có chữ nào.</translation>
    </message>
    <message>
        <source>The letters of {name} are in an encoding that cannot be told. Open it in its own program and save it as .docx or PDF.</source>
        <translation>Không xác định được bảng mã chữ của {name}. Hãy mở tệp bằng chương trình đã soạn rồi lưu thành .docx hoặc PDF.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Không có tệp {name}.</translation>
    </message>
    <message>
        <source>{name} is a scan, and this computer has no program that reads Vietnamese from pictures. Install Tesseract with Vietnamese (see the guide), or paste the letter’s text.</source>
        <translation>{name} là bản quét, mà máy này chưa có phần mềm nhận dạng chữ tiếng Việt. Hãy cài Tesseract kèm tiếng Việt (xem hướng dẫn), hoặc dán nội dung văn bản vào.</translation>
    </message>
    <message>
        <source>Hardly a word could be recognised on {name}. Scan it again, straight and sharp (200 dpi or more), or paste the letter’s text.</source>
        <translation>Hầu như không nhận ra chữ nào trong {name}. Hãy quét lại cho thẳng và rõ (từ 200 dpi trở lên), hoặc dán nội dung văn bản vào.</translation>
    </message>
    <message>
        <source>{name} is protected by a password. Open it and save it without one.</source>
        <translation>{name} có mật khẩu. Hãy mở và lưu lại không đặt mật khẩu.</translation>
    </message>
    <message>
        <source>{name} could not be read within {seconds} seconds. Save it again as .docx or PDF and try once more.</source>
        <translation>Quá {seconds} giây chưa đọc xong {name}. Hãy lưu lại thành .docx hoặc PDF rồi thử lại.</translation>
    </message>
    <message>
        <source>{name} is larger than a letter may be. Make it smaller, for example without its pictures.</source>
        <translation>{name} lớn quá mức cho phép. Hãy giảm dung lượng, ví dụ bỏ bớt ảnh.</translation>
    </message>
    <message>
        <source>{name} has {pages} scanned pages; at most {limit} are read. Scan the letter without its annexes.</source>
        <translation>{name} có {pages} trang quét; chương trình chỉ đọc nhiều nhất {limit} trang. Hãy quét riêng văn bản, bỏ phụ lục.</translation>
    </message>
    <message>
        <source>The program cannot read the kind of file that {name} is. Open it and save it as .docx or PDF.</source>
        <translation>Chương trình không đọc được loại tệp của {name}. Hãy mở và lưu thành .docx hoặc PDF.</translation>
    </message>
    <message>
        <source>“{value}” is not a day.</source>
        <translation>“{value}” không phải là ngày.</translation>
    </message>
    <message>
        <source>There is no report format “{format}”.</source>
        <translation>Không có định dạng báo cáo “{format}”.</translation>
    </message>
    <message>
        <source>“{value}” is not a month.</source>
        <translation>“{value}” không phải là tháng.</translation>
    </message>
    <message>
        <source>The period ends ({last}) before it begins ({first}).</source>
        <translation>Kỳ báo cáo kết thúc ({last}) trước khi bắt đầu ({first}).</translation>
    </message>
    <message>
        <source>The session file {file} is damaged. Its session airs as the file last was while it was good. To mend it, copy {file} from the folder kept/schedules over the one in schedules. For a technician: {detail}.</source>
        <translation>Tệp giờ buổi phát {file} bị hỏng. Buổi này vẫn phát như khi tệp còn tốt. Để sửa, chép {file} từ thư mục kept/schedules đè lên tệp trong thư mục schedules. Dành cho người sửa máy: {detail}.</translation>
    </message>
    <message>
        <source>This campaign is not there any more.</source>
        <translation>Đợt phát này không còn nữa.</translation>
    </message>
    <message>
        <source>The item to be aired is not in the library, or several fit.</source>
        <translation>Mục cần phát không có trong thư viện, hoặc có nhiều mục trùng.</translation>
    </message>
    <message>
        <source>“{title}” already airs just like that. Nothing was added.</source>
        <translation>“{title}” đã có đợt phát y như vậy. Không thêm gì.</translation>
    </message>
    <message>
        <source>“{value}” does not say what becomes of a missed airing: late:MINUTES (at most {most}), make-up:SESSION or skip.</source>
        <translation>“{value}” không nói rõ xử lý lượt lỡ giờ thế nào: late:PHÚT (nhiều nhất {most}), make-up:BUỔI hoặc skip.</translation>
    </message>
    <message>
        <source>“{title}” belongs to the frame of a session (signature tune, greeting) and cannot be aired by itself.</source>
        <translation>“{title}” thuộc phần khung của buổi phát (nhạc hiệu, lời chào), không xếp lịch riêng được.</translation>
    </message>
    <message>
        <source>A station keeps at least one session.</source>
        <translation>Đài phải có ít nhất một buổi phát.</translation>
    </message>
    <message>
        <source>{file}: “{name}” is missing.</source>
        <translation>{file}: thiếu “{name}”.</translation>
    </message>
    <message>
        <source>Between {first} and {last} there is none of the chosen days of the week. Choose other days.</source>
        <translation>Từ {first} đến {last} không có ngày nào trùng các thứ đã chọn. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>No approved item was made for {name} yet.</source>
        <translation>Chưa có mục nào đã duyệt cho {name}.</translation>
    </message>
    <message>
        <source>{name} and {other} overlap. Choose another time.</source>
        <translation>{name} và {other} bị chồng giờ. Hãy chọn giờ khác.</translation>
    </message>
    <message>
        <source>The last day {last} is over. Choose a later day.</source>
        <translation>Ngày cuối {last} đã qua. Hãy chọn ngày sau.</translation>
    </message>
    <message>
        <source>There is no rule profile “{name}”. Choose one in Settings.</source>
        <translation>Không có khung quy định “{name}”. Hãy chọn trong Cài đặt.</translation>
    </message>
    <message>
        <source>{name} would lie in the quiet hours ({quiet_from}–{quiet_to}). Choose another time.</source>
        <translation>{name} rơi vào giờ yên lặng ({quiet_from}–{quiet_to}). Hãy chọn giờ khác.</translation>
    </message>
    <message>
        <source>“{name}” would begin at {starts}, when many people are asleep or at rest. Write the reason first.</source>
        <translation>“{name}” sẽ bắt đầu lúc {starts}, khi nhiều người đang ngủ hoặc nghỉ. Hãy ghi lý do trước.</translation>
    </message>
    <message>
        <source>There is no session {name}.</source>
        <translation>Không có buổi phát {name}.</translation>
    </message>
    <message>
        <source>“{value}” is not a time of day, such as 17:05.</source>
        <translation>“{value}” không phải giờ trong ngày, ví dụ 17:05.</translation>
    </message>
    <message>
        <source>{times} airings a day are not possible; at most {most}.</source>
        <translation>Không thể phát {times} lượt một ngày; tối đa {most}.</translation>
    </message>
    <message>
        <source>Two session files have the same name {name}. Remove one of them.</source>
        <translation>Hai tệp giờ buổi phát trùng tên {name}. Hãy bỏ một tệp.</translation>
    </message>
    <message>
        <source>{file}: unknown word “{name}” (perhaps “{nearest}”).</source>
        <translation>{file}: có từ lạ “{name}” (có thể là “{nearest}”).</translation>
    </message>
    <message>
        <source>{file}: {name} cannot be “{value}”.</source>
        <translation>{file}: {name} không thể là “{value}”.</translation>
    </message>
    <message>
        <source>“{value}” are not days of the week.</source>
        <translation>“{value}” không phải các thứ trong tuần.</translation>
    </message>
    <message>
        <source>The last day ({last}) is before the first ({first}).</source>
        <translation>Ngày cuối ({last}) trước ngày đầu ({first}).</translation>
    </message>
    <message>
        <source>“{title}” was withdrawn and does not air.</source>
        <translation>“{title}” đã được thu hồi, không phát.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} là tệp rỗng.</translation>
    </message>
    <message>
        <source>{name} holds only silence.</source>
        <translation>{name} chỉ có khoảng lặng.</translation>
    </message>
    <message>
        <source>{name} is longer than {hours} hours. Cut it into parts.</source>
        <translation>{name} dài quá {hours} giờ. Hãy cắt thành nhiều phần.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off: only {percent} % can be heard. Copy it again from where it came.</source>
        <translation>{name} bị hỏng hoặc thiếu: chỉ nghe được {percent} %. Hãy chép lại từ nguồn.</translation>
    </message>
    <message>
        <source>{name} is not a sound file this program can read. Try MP3, WAV, M4A, OGG or FLAC.</source>
        <translation>{name} không phải tệp âm thanh đọc được. Hãy dùng MP3, WAV, M4A, OGG hoặc FLAC.</translation>
    </message>
    <message>
        <source>Reading was stopped. The text is safe.</source>
        <translation>Đã dừng đọc. Nội dung vẫn còn.</translation>
    </message>
    <message>
        <source>The voice stopped unexpectedly and was started again. The text is safe. Try once more.</source>
        <translation>Giọng đọc dừng đột ngột và đã được khởi động lại. Nội dung vẫn còn. Hãy thử lại.</translation>
    </message>
    <message>
        <source>There is nothing to read aloud.</source>
        <translation>Không có gì để đọc.</translation>
    </message>
    <message>
        <source>The voice could not read this: {detail}. The text is safe.</source>
        <translation>Giọng đọc không đọc được: {detail}. Nội dung vẫn còn.</translation>
    </message>
    <message>
        <source>The reading voice cannot start: {detail}. Recordings can still be imported. Install the program again.</source>
        <translation>Không khởi động được giọng đọc: {detail}. Vẫn nhập được bản thu. Hãy cài đặt lại chương trình.</translation>
    </message>
    <message>
        <source>The voice gave no answer in {seconds} seconds. The text is safe. Try once more, or make the text shorter.</source>
        <translation>Giọng đọc không trả lời trong {seconds} giây. Nội dung vẫn còn. Hãy thử lại hoặc rút ngắn.</translation>
    </message>
    <message>
        <source>The voice “{voice}” is not on this computer. Choose another in Settings.</source>
        <translation>Máy này không có giọng “{voice}”. Hãy chọn giọng khác trong Cài đặt.</translation>
    </message>
    <message>
        <source>The template for bulletins is damaged: {detail}. Install the program again.</source>
        <translation>Mẫu soạn bản tin bị hỏng: {detail}. Hãy cài đặt lại chương trình.</translation>
    </message>
    <message>
        <source>“{title}” is on the air already. Nothing was interrupted. End it first, then order this again.</source>
        <translation>“{title}” đang phát. Chưa ngắt gì cả. Hãy kết thúc nội dung đó rồi ra lệnh lại.</translation>
    </message>
    <message>
        <source>These are quiet hours: only a confirmed emergency may sound. Nothing was aired. Tick the confirmation and order it again.</source>
        <translation>Đang là giờ yên lặng: chỉ được phát khẩn cấp có xác nhận. Chưa phát gì. Hãy đánh dấu ô xác nhận rồi ra lệnh lại.</translation>
    </message>
    <message>
        <source>The station has no zone called {zones}. Nothing was aired. Choose the zones again.</source>
        <translation>Đài không có cụm loa tên {zones}. Chưa phát gì. Hãy chọn lại cụm loa.</translation>
    </message>
    <message>
        <source>“{title}” is not approved any more and was not aired. Have it approved and prepare it again in the library. What is urgent can be said through the microphone (F7).</source>
        <translation>“{title}” không còn hiệu lực phê duyệt nên không phát. Hãy trình duyệt và để sẵn lại trong Thư viện. Việc gấp có thể nói trực tiếp qua micrô (F7).</translation>
    </message>
    <message>
        <source>“{name}” could not be finished because the player was ended. It is made again by itself.</source>
        <translation>Chưa làm xong “{name}” vì bộ phát đã dừng. Chương trình sẽ tự làm lại.</translation>
    </message>
    <message>
        <source>Nothing in “{name}” may be aired, so no file was made. Look at the plan.</source>
        <translation>Trong “{name}” không có gì được phép phát nên không tạo tệp. Hãy xem lại lịch phát.</translation>
    </message>
    <message>
        <source>The order cannot be carried out: {name} cannot be “{value}”. Nothing was aired. Correct it and try again.</source>
        <translation>Không thực hiện được lệnh: {name} không thể là “{value}”. Chưa phát gì. Hãy sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>These are quiet hours, and “{title}” is no emergency. Nothing was aired.</source>
        <translation>Đang là giờ yên lặng mà “{title}” không phải tin khẩn cấp. Chưa phát gì.</translation>
    </message>
    <message>
        <source>Write the reason first: it goes into the log.</source>
        <translation>Hãy ghi lý do trước: lý do được ghi vào nhật ký.</translation>
    </message>
    <message>
        <source>The playing process did not answer the order to stop. If a loudspeaker still sounds, switch the amplifier off by hand. The process is being started again; then press STOP ALL once more.</source>
        <translation>Bộ phát không trả lời lệnh dừng. Nếu loa vẫn kêu, hãy tắt nguồn tăng âm bằng tay. Bộ phát đang được khởi động lại; sau đó bấm DỪNG TẤT CẢ lần nữa.</translation>
    </message>
    <message>
        <source>The stream server {name} does not take our sound ({answer}). The other zones go on. Check its address and password in the settings.</source>
        <translation>Máy chủ truyền luồng {name} không nhận tiếng của đài ({answer}). Các cụm khác vẫn phát. Hãy kiểm tra địa chỉ và mật khẩu trong Cài đặt.</translation>
    </message>
    <message>
        <source>The order is being carried out, but takes longer than usual. Watch the lamp before you order it again.</source>
        <translation>Lệnh đang được thực hiện nhưng lâu hơn bình thường. Hãy nhìn đèn báo trước khi ra lệnh lại.</translation>
    </message>
    <message>
        <source>The playing process has been slow for {seconds} seconds; the sound goes on. Close what else runs on the computer.</source>
        <translation>Bộ phát chậm đã {seconds} giây; âm thanh vẫn tiếp tục. Hãy đóng bớt chương trình khác trên máy.</translation>
    </message>
    <message>
        <source>No sound has gone out for {seconds} seconds, though the device says it works. The output is being opened again. Listen at a loudspeaker.</source>
        <translation>Đã {seconds} giây không có âm thanh ra, dù thiết bị báo vẫn hoạt động. Đầu ra đang được mở lại. Hãy nghe thử tại loa.</translation>
    </message>
    <message>
        <source>The playing process plays, but takes no orders. It is left alone while it sounds. To stop a loudspeaker now, switch the amplifier off by hand.</source>
        <translation>Bộ phát vẫn đang phát nhưng không nhận lệnh. Còn tiếng thì cứ để phát tiếp. Muốn ngắt loa ngay, hãy tắt tăng âm bằng tay.</translation>
    </message>
    <message>
        <source>The emergency message “{title}” would not sound: {why}. Prepare it again in the library.</source>
        <translation>Tin khẩn cấp “{title}” sẽ không phát được: {why}. Hãy để sẵn lại trong Thư viện.</translation>
    </message>
    <message>
        <source>The emergency message “{title}” still sounds, but {why}. Prepare it again in the library.</source>
        <translation>Tin khẩn cấp “{title}” vẫn phát được, nhưng {why}. Hãy để sẵn lại trong Thư viện.</translation>
    </message>
    <message>
        <source>While “{title}” was on the air the monitor heard another sound. Check who else feeds the loudspeakers.</source>
        <translation>Khi phát “{title}”, micrô nghe kiểm nghe thấy tiếng khác. Kiểm tra xem có nguồn nào khác phát ra loa.</translation>
    </message>
    <message>
        <source>While “{title}” was on the air only silence was measured. Listen at a loudspeaker.</source>
        <translation>Khi phát “{title}” chỉ đo được im lặng. Hãy ra nghe tại loa.</translation>
    </message>
    <message>
        <source>“{title}” went out, but the monitor did not hear it. Check amplifier, line and loudspeaker.</source>
        <translation>Đã phát “{title}” nhưng micrô nghe kiểm không nghe thấy. Kiểm tra tăng âm, đường dây và loa.</translation>
    </message>
    <message>
        <source>The station&apos;s folder {path} has gone. What is on the air goes on as long as it can. Plug the disk in again.</source>
        <translation>Không còn thấy thư mục của đài {path}. Nội dung đang phát vẫn tiếp tục khi còn có thể. Hãy cắm lại ổ đĩa.</translation>
    </message>
    <message>
        <source>The emergency order in the file {name} was refused and nothing was aired: {detail}. The file lies in the folder emergency/orders/refused.</source>
        <translation>Lệnh khẩn cấp trong tệp {name} bị từ chối, chưa phát gì: {detail}. Tệp nằm trong thư mục emergency/orders/refused.</translation>
    </message>
    <message>
        <source>The amplifier&apos;s switch does not answer ({detail}). The sound goes on. Switch the amplifier by hand and check the cable.</source>
        <translation>Công tắc tăng âm không trả lời ({detail}). Âm thanh vẫn phát. Hãy bật tăng âm bằng tay và kiểm tra dây.</translation>
    </message>
    <message>
        <source>What is said through the microphone is no longer recorded; it goes on the air all the same, and what was recorded before is safe. Free some room on the disk.</source>
        <translation>Lời nói qua micrô không còn được ghi lại; loa vẫn phát bình thường và phần đã ghi trước đó vẫn còn. Hãy dọn bớt ổ đĩa.</translation>
    </message>
    <message>
        <source>The computer slept for {seconds} seconds; what was due then was not aired. Switch sleeping off in the computer&apos;s power settings.</source>
        <translation>Máy tính đã ngủ {seconds} giây; nội dung đến giờ trong lúc đó không được phát. Hãy tắt chế độ ngủ trong cài đặt nguồn của máy.</translation>
    </message>
    <message>
        <source>Nothing is heard at the monitor for {seconds} seconds, though the sound is being sent. Check amplifier, cable and monitor. What is aired goes on.</source>
        <translation>Micrô nghe kiểm không nghe thấy gì đã {seconds} giây, dù âm thanh vẫn được gửi đi. Hãy kiểm tra tăng âm, dây và micrô nghe kiểm. Việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>The resident helper cannot write its state: {detail}. The broadcast goes on. Check the disk.</source>
        <translation>Chương trình thường trực không ghi được trạng thái: {detail}. Việc phát thanh vẫn tiếp tục. Hãy kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <source>The sound of “{session}” could not be put into the folder of the other platform: {detail}. The plan is untouched. Check the folder.</source>
        <translation>Không đưa được âm thanh của “{session}” vào thư mục của nền tảng kia: {detail}. Lịch phát vẫn giữ nguyên. Hãy kiểm tra thư mục.</translation>
    </message>
    <message>
        <source>The approval of “{title}” is over. Have it approved again, then prepare it once more.</source>
        <translation>Phê duyệt của “{title}” đã hết hạn. Hãy trình duyệt lại rồi để sẵn lần nữa.</translation>
    </message>
    <message>
        <source>A message takes one of the keys 1 to {most}, not {key}.</source>
        <translation>Tin khẩn cấp dùng phím từ 1 đến {most}, không dùng {key}.</translation>
    </message>
    <message>
        <source>Key {key} plays “{title}” already. Nothing was changed. Choose another key.</source>
        <translation>Phím {key} đã dành cho “{title}”. Chưa thay đổi gì. Hãy chọn phím khác.</translation>
    </message>
    <message>
        <source>“{title}” is not approved. Only an approved item can be kept ready for emergencies.</source>
        <translation>“{title}” chưa được duyệt. Chỉ mục đã duyệt mới để sẵn làm tin khẩn cấp được.</translation>
    </message>
    <message>
        <source>The order in the file {name} cannot be understood: {detail}. Nothing was aired.</source>
        <translation>Không hiểu lệnh trong tệp {name}: {detail}. Chưa phát gì.</translation>
    </message>
    <message>
        <source>It is quiet from {start} to {end}: only a confirmed emergency may sound. Nothing was aired.</source>
        <translation>Giờ yên lặng từ {start} đến {end}: chỉ được phát khẩn cấp có xác nhận. Chưa phát gì.</translation>
    </message>
    <message>
        <source>The repetition does not fit ({detail}: {value}, at most {most}). Nothing was changed. Every repetition needs an end.</source>
        <translation>Cách lặp không hợp lệ ({detail}: {value}, nhiều nhất {most}). Chưa thay đổi gì. Lặp lại phải có lúc kết thúc.</translation>
    </message>
    <message>
        <source>“{slug}” cannot be the name of a message: small letters without accents, figures and hyphens.</source>
        <translation>“{slug}” không làm tên tin được: chỉ dùng chữ thường không dấu, chữ số và gạch nối.</translation>
    </message>
    <message>
        <source>A message called {slug} is kept ready already.</source>
        <translation>Đã có tin để sẵn tên {slug}.</translation>
    </message>
    <message>
        <source>The prepared message {name} was altered after it was sealed and is not aired. Prepare it again in the library. What is urgent can be said through the microphone (F7).</source>
        <translation>Tin để sẵn {name} bị sửa sau khi niêm phong nên không phát. Hãy để sẵn lại trong Thư viện. Việc gấp có thể nói trực tiếp qua micrô (F7).</translation>
    </message>
    <message>
        <source>No message called {slug} is kept ready. Nothing was aired. Open the list again.</source>
        <translation>Không có tin để sẵn tên {slug}. Chưa phát gì. Hãy mở lại danh sách.</translation>
    </message>
    <message>
        <source>The prepared message {name} cannot be read. Nothing was aired. Prepare it again in the library.</source>
        <translation>Không đọc được tin để sẵn {name}. Chưa phát gì. Hãy để sẵn lại trong Thư viện.</translation>
    </message>
    <message>
        <source>A routine item does not break in. Choose priority or emergency.</source>
        <translation>Mục thông thường không được ngắt chương trình. Hãy chọn mức ưu tiên hoặc khẩn cấp.</translation>
    </message>
    <message>
        <source>This microphone cannot be heard. The broadcast is not touched. Check its cable, or choose another.</source>
        <translation>Không nghe được micrô này. Việc phát thanh không bị ảnh hưởng. Hãy kiểm tra dây hoặc chọn micrô khác.</translation>
    </message>
    <message>
        <source>“{address}” is no address of a programme. It begins with http:// or https://.</source>
        <translation>“{address}” không phải địa chỉ chương trình. Địa chỉ bắt đầu bằng http:// hoặc https://.</translation>
    </message>
    <message>
        <source>The program cannot relay this kind of source ({kind}).</source>
        <translation>Không tiếp sóng được loại nguồn này ({kind}).</translation>
    </message>
    <message>
        <source>The file to relay is not there ({path}). Nothing was interrupted. Choose it again.</source>
        <translation>Không có tệp cần tiếp sóng ({path}). Chưa ngắt gì cả. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>“{value}” is no rule for missed items: play it late by at most {most} minutes, make it up, or leave it out.</source>
        <translation>“{value}” không phải cách xử lý mục bị lỡ: phát muộn nhiều nhất {most} phút, phát bù, hoặc bỏ.</translation>
    </message>
    <message>
        <source>{name} is this letter itself; it is in the register.</source>
        <translation>{name} chính là văn bản này, đã có trong sổ.</translation>
    </message>
    <message>
        <source>The file {name} cannot be found. Add it again.</source>
        <translation>Không tìm thấy tệp {name}. Hãy thêm lại.</translation>
    </message>
    <message>
        <source>{name} is larger than 500 MB and cannot be kept here.</source>
        <translation>{name} lớn hơn 500 MB nên không lưu được ở đây.</translation>
    </message>
    <message>
        <source>This file is not in the register any more.</source>
        <translation>Tệp này không còn trong sổ.</translation>
    </message>
    <message>
        <source>{day} is still to come. Choose the day on which the report went out.</source>
        <translation>Ngày {day} chưa tới. Hãy chọn ngày đã gửi báo cáo.</translation>
    </message>
    <message>
        <source>Write in a few words what is to be done.</source>
        <translation>Hãy ghi vài chữ về việc cần làm.</translation>
    </message>
    <message>
        <source>This reminder is not there any more.</source>
        <translation>Nhắc việc này không còn nữa.</translation>
    </message>
    <message>
        <source>This voice pack is damaged and was not used. Copy it to the stick again. ({detail})</source>
        <translation>Gói giọng này bị hỏng nên không được dùng. Hãy chép lại gói vào USB. ({detail})</translation>
    </message>
    <message>
        <source>Adding the voice was stopped. Nothing was changed.</source>
        <translation>Đã dừng việc thêm giọng. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>There is no complete voice pack here: {missing} is missing. A pack is a folder or zip with an .onnx file and its .onnx.json beside it.</source>
        <translation>Ở đây không có gói giọng đầy đủ: thiếu {missing}. Gói giọng là một thư mục hoặc tệp zip có tệp .onnx và tệp .onnx.json đi kèm.</translation>
    </message>
    <message>
        <source>The description of this voice pack is incomplete ({key}). Nothing was changed. Ask for a pack made for Piper.</source>
        <translation>Phần mô tả của gói giọng này thiếu mục {key}. Không có gì thay đổi. Hãy xin gói giọng làm cho Piper.</translation>
    </message>
    <message>
        <source>This voice does not speak Vietnamese ({language}). Nothing was changed.</source>
        <translation>Giọng này không nói tiếng Việt ({language}). Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>{count} voices lie together here ({names}). Put each into a folder of its own and add one at a time.</source>
        <translation>Ở đây có {count} giọng để chung ({names}). Hãy để mỗi giọng vào một thư mục riêng rồi thêm từng giọng.</translation>
    </message>
    <message>
        <source>This voice pack has {mb} MB; at most {limit} MB are taken. Nothing was changed.</source>
        <translation>Gói giọng này nặng {mb} MB, chương trình chỉ nhận đến {limit} MB. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>There is no voice pack called “{name}” any more.</source>
        <translation>Không còn gói giọng nào tên là “{name}”.</translation>
    </message>
    <message>
        <source>Write both the word and how it is read.</source>
        <translation>Hãy ghi cả chữ viết và cách đọc.</translation>
    </message>
    <message>
        <source>The lexicon holds at most {limit} words. Nothing was changed. Take out words that are not needed.</source>
        <translation>Từ điển đọc chứa tối đa {limit} từ. Chưa có gì thay đổi. Hãy bỏ bớt những từ không cần.</translation>
    </message>
    <message>
        <source>There is no earlier lexicon to go back to.</source>
        <translation>Không có bản từ điển đọc trước đó để quay lại.</translation>
    </message>
    <message>
        <source>No words were found in {name}. Nothing was changed. Each line needs the word and, in the next column, how it is read.</source>
        <translation>Không thấy từ nào trong {name}. Chưa có gì thay đổi. Mỗi dòng cần chữ viết và, ở cột kế bên, cách đọc.</translation>
    </message>
    <message>
        <source>The word may have {written} characters and its reading {spoken}. Shorten it.</source>
        <translation>Chữ viết dài tối đa {written} ký tự, cách đọc tối đa {spoken} ký tự. Hãy rút ngắn.</translation>
    </message>
    <message>
        <source>“{written}” is not in the lexicon.</source>
        <translation>“{written}” không có trong từ điển đọc.</translation>
    </message>
    <message>
        <source>The lexicon file {name} cannot be read. Nothing was changed. Save it as text (UTF-8) and try again. ({detail})</source>
        <translation>Không đọc được tệp từ điển {name}. Chưa có gì thay đổi. Hãy lưu tệp dạng văn bản (UTF-8) rồi thử lại. ({detail})</translation>
    </message>
    <message>
        <source>No voice here reads {language}. Record “{title}” with a person&apos;s voice instead; the text stays for reading.</source>
        <translation>Máy không có giọng đọc {language}. Hãy thu âm “{title}” bằng giọng người; phần chữ vẫn giữ để đọc.</translation>
    </message>
    <message>
        <source>There is no language “{language}” in the list.</source>
        <translation>Không có tiếng “{language}” trong danh sách.</translation>
    </message>
    <message>
        <source>A curly bracket is opened or closed too often in this line.</source>
        <translation>Dòng này thừa hoặc thiếu dấu ngoặc nhọn.</translation>
    </message>
    <message>
        <source>This line must keep “{fact}” in curly brackets.</source>
        <translation>Dòng này phải giữ chữ “{fact}” trong ngoặc nhọn.</translation>
    </message>
    <message>
        <source>This line cannot fill in “{fact}”. Take it out.</source>
        <translation>Dòng này không điền được “{fact}”. Hãy bỏ đi.</translation>
    </message>
    <message>
        <source>Choose the letter or the bulletin this was made from.</source>
        <translation>Hãy chọn văn bản hoặc bản tin đã dùng để làm.</translation>
    </message>
    <message>
        <source>Write who gave it out.</source>
        <translation>Hãy ghi ai là người phát.</translation>
    </message>
    <message>
        <source>There is no such channel: {channel}.</source>
        <translation>Không có kênh này: {channel}.</translation>
    </message>
    <message>
        <source>Write how many there were, from 1 to {limit}.</source>
        <translation>Hãy ghi số lượng, từ 1 đến {limit}.</translation>
    </message>
    <message>
        <source>{day} is still to come. Choose the day on which it was given out.</source>
        <translation>Chưa đến ngày {day}. Hãy chọn ngày đã phát hoặc dán.</translation>
    </message>
    <message>
        <source>{name} is not a whole photo. Choose a JPG or PNG picture. Nothing was recorded.</source>
        <translation>Tệp {name} không phải là ảnh nguyên vẹn. Hãy chọn ảnh JPG hoặc PNG. Chưa ghi gì cả.</translation>
    </message>
    <message>
        <source>{name} is larger than 20 MB. Choose a smaller photo. Nothing was recorded.</source>
        <translation>Ảnh {name} lớn hơn 20 MB. Hãy chọn ảnh nhỏ hơn. Chưa ghi gì cả.</translation>
    </message>
    <message>
        <source>The photo {name} cannot be read. Nothing was recorded.</source>
        <translation>Không đọc được ảnh {name}. Chưa ghi gì cả.</translation>
    </message>
    <message>
        <source>Write where it was given out or posted.</source>
        <translation>Hãy ghi nơi phát hoặc nơi dán.</translation>
    </message>
    <message>
        <source>This record is not there any more.</source>
        <translation>Dòng ghi nhận này không còn nữa.</translation>
    </message>
    <message>
        <source>“{title}” is not approved yet. Its channels are approved together with it.</source>
        <translation>“{title}” chưa được duyệt. Các kênh được duyệt cùng bản tin.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {total} files. Those written stay.</source>
        <translation>Đã dừng sau {done}/{total} tệp. Các tệp đã ghi vẫn còn.</translation>
    </message>
    <message>
        <source>The text was changed after it was shown to you. Look at it again, then approve.</source>
        <translation>Nội dung vừa bị sửa trong lúc anh/chị đang xem. Hãy xem lại rồi duyệt.</translation>
    </message>
    <message>
        <source>Not approved yet: {channels}. Have it approved first, or write it out as a draft.</source>
        <translation>Chưa được duyệt: {channels}. Hãy trình duyệt trước, hoặc xuất dưới dạng bản nháp.</translation>
    </message>
    <message>
        <source>The text has {length} characters; at most {limit} are kept. Nothing was changed.</source>
        <translation>Nội dung dài {length} ký tự; chỉ nhận nhiều nhất {limit} ký tự. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Stopped. The bulletin sounds as before.</source>
        <translation>Đã dừng. Tiếng của bản tin vẫn như trước.</translation>
    </message>
    <message>
        <source>“{title}” has no words of its present text yet. Read it aloud or record it, then add chime and music.</source>
        <translation>“{title}” chưa có tiếng đọc của lời hiện tại. Hãy cho đọc hoặc thu âm trước, rồi thêm chuông và nhạc.</translation>
    </message>
    <message>
        <source>{count} items of the library are called “{name}”. Nothing was changed. Name the one you mean.</source>
        <translation>Trong thư viện có {count} mục tên “{name}”. Chưa có gì thay đổi. Hãy chỉ rõ mục nào.</translation>
    </message>
    <message>
        <source>“{name}” is no longer in the library, so the sound was not made. The words are safe. Choose another sound in its place.</source>
        <translation>“{name}” không còn trong thư viện nên chưa làm được tiếng. Lời đọc vẫn còn. Hãy chọn âm thanh khác thay vào.</translation>
    </message>
    <message>
        <source>“{name}” is not approved or no longer valid, so the sound was not made. The words are safe. Have it approved in the library or choose another.</source>
        <translation>“{name}” chưa được duyệt hoặc đã hết hạn nên chưa làm được tiếng. Lời đọc vẫn còn. Hãy trình duyệt mục đó trong thư viện hoặc chọn mục khác.</translation>
    </message>
    <message>
        <source>This would take {minutes} minutes; at most {limit} are made in one piece. Repeat it less often, or plan several airings.</source>
        <translation>Bài sẽ dài {minutes} phút; mỗi bài chỉ làm tối đa {limit} phút. Hãy bớt số lần đọc, hoặc xếp lịch phát nhiều lượt.</translation>
    </message>
    <message>
        <source>{name} cannot be {value}: it lies between {low} and {high}. Nothing was changed.</source>
        <translation>{name} không thể là {value}: phải từ {low} đến {high}. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The recording was ended after {minutes} minutes. What was said until then is kept.</source>
        <translation>Đã dừng thu sau {minutes} phút. Phần đã thu vẫn còn.</translation>
    </message>
    <message>
        <source>The microphone gives no more sound: was it unplugged? What was said until then is kept. Plug it in and go on from the last sentence.</source>
        <translation>Micrô không còn tiếng, có thể đã bị rút. Phần đã thu vẫn còn. Hãy cắm lại rồi thu tiếp từ câu cuối.</translation>
    </message>
    <message>
        <source>The device for listening in the window, {name}, is not there; {used} is used instead. The broadcast is not touched. Plug it in again or choose another in the settings.</source>
        <translation>Không thấy thiết bị nghe thử {name}; đang nghe tạm qua {used}. Việc phát thanh không bị ảnh hưởng. Hãy cắm lại, hoặc chọn thiết bị khác trong Cài đặt.</translation>
    </message>
    <message>
        <source>The device for listening, {name}, has gone. Listening was stopped, because only the station&apos;s own loudspeakers are left. The broadcast is not touched. Plug it in again.</source>
        <translation>Thiết bị nghe thử {name} vừa mất. Đã dừng nghe, vì chỉ còn thiết bị ra loa của đài. Việc phát thanh không bị ảnh hưởng. Hãy cắm lại thiết bị.</translation>
    </message>
    <message>
        <source>What is listened to here comes out of {used}, because the station itself plays on the computer&apos;s own sound device.</source>
        <translation>Nghe thử đang phát qua {used}, vì đài đang phát ra loa bằng thiết bị âm thanh của máy.</translation>
    </message>
    <message>
        <source>Damaged, and left out of the plan or held as it last was: {names} ({count} in all). Open it in the schedule and save it again.</source>
        <translation>Dữ liệu bị hỏng, lịch bỏ qua hoặc giữ như lần cuối còn đọc được: {names} (tất cả {count}). Hãy mở trong lịch phát và lưu lại.</translation>
    </message>
    <message>
        <source>Not on the approved weekly schedule, so not aired: {titles} ({count} in all). Submit the changed week.</source>
        <translation>Không có trong lịch phát thanh tuần đã duyệt nên không phát: {titles} (tất cả {count}). Hãy trình lại lịch tuần.</translation>
    </message>
    <message>
        <source>The weekly schedule {first}–{last} is not approved yet: nothing planned airs in that week. Open the schedule, submit the week and have it approved.</source>
        <translation>Lịch tuần {first}–{last} chưa được duyệt: trong tuần đó không buổi nào được phát theo lịch. Hãy mở Lịch phát, trình lịch tuần và xin duyệt.</translation>
    </message>
    <message>
        <source>“{title}” is out of use: another item took its place, or it was archived. Nothing was planned. Choose the item that is used now.</source>
        <translation>“{title}” không còn dùng: đã có mục khác thay thế hoặc đã được lưu trữ. Chưa đặt lịch gì. Hãy chọn mục đang dùng.</translation>
    </message>
    <message>
        <source>The schedule of the week from {monday} was changed outside the program after it was submitted. It was not approved. Submit it again.</source>
        <translation>Lịch tuần từ {monday} đã bị sửa từ bên ngoài chương trình sau khi trình. Lịch chưa được duyệt. Hãy trình lại.</translation>
    </message>
    <message>
        <source>Nothing is planned for the week from {monday}, so there is nothing to submit. Add campaigns first.</source>
        <translation>Tuần từ {monday} chưa có gì trong lịch nên không có gì để trình. Hãy thêm đợt phát trước.</translation>
    </message>
    <message>
        <source>A schedule is submitted under a name. Sign with your name and PIN.</source>
        <translation>Trình lịch phải có tên người trình. Hãy ký bằng tên và mã PIN của mình.</translation>
    </message>
    <message>
        <source>The week from {monday} was submitted anew while you were reading. Nothing was approved. Look at the new schedule and approve it then.</source>
        <translation>Lịch tuần từ {monday} vừa được trình lại trong lúc anh/chị đang xem. Chưa duyệt gì. Hãy xem lịch mới rồi duyệt.</translation>
    </message>
    <message>
        <source>The week from {monday} is over. Nothing was changed.</source>
        <translation>Tuần từ {monday} đã qua. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>{name} may not approve schedules. Ask someone who may.</source>
        <translation>{name} không có quyền duyệt lịch. Hãy nhờ người có quyền.</translation>
    </message>
    <message>
        <source>{name} submitted this schedule and cannot approve it too. Let somebody else approve it, or set the station to a single person under Settings.</source>
        <translation>{name} là người trình lịch này nên không thể tự duyệt. Hãy để người khác duyệt, hoặc chọn đài một người trong Cài đặt.</translation>
    </message>
    <message>
        <source>No schedule of the week from {monday} waits for approval. Nothing was changed.</source>
        <translation>Không có lịch tuần từ {monday} nào đang chờ duyệt. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The week from {monday} is submitted or approved exactly as it is now. Nothing needs to be done.</source>
        <translation>Lịch tuần từ {monday} đã trình hoặc đã duyệt đúng như hiện nay. Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The watched folder cannot be looked after now ({detail}). It is tried again by itself.</source>
        <translation>Hiện chưa lấy được tệp từ thư mục theo dõi ({detail}). Chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The watched folder {path} is not there: new files in it do not come into the library. Check the disk or the network, or choose another folder in the settings.</source>
        <translation>Không thấy thư mục theo dõi {path}: tệp mới trong đó không được đưa vào Thư viện. Hãy kiểm tra ổ đĩa hoặc mạng, hoặc chọn thư mục khác trong Cài đặt.</translation>
    </message>
    <message>
        <source>{count} files of the watched folder could not be taken into the library, the last one {name}: {detail}</source>
        <translation>{count} tệp trong thư mục theo dõi không đưa được vào Thư viện, gần nhất là {name}: {detail}</translation>
    </message>
    <message>
        <source>There is no sound file in what was chosen.</source>
        <translation>Không có tệp âm thanh nào trong phần đã chọn.</translation>
    </message>
    <message>
        <source>Another window or program works on this import already. Wait until it is done.</source>
        <translation>Một cửa sổ hoặc chương trình khác đang làm lần nhập này. Hãy chờ cho xong.</translation>
    </message>
    <message>
        <source>{path} is no longer there: was the stick pulled out? {left} files wait; what came in is safe. Plug it in again and press “Go on”.</source>
        <translation>Không còn thấy {path}: USB có bị rút ra không? Còn {left} tệp chờ nhập; những tệp đã nhập vẫn còn. Hãy cắm lại rồi bấm “Làm tiếp”.</translation>
    </message>
    <message>
        <source>This import is not known any more.</source>
        <translation>Không còn lần nhập này nữa.</translation>
    </message>
    <message>
        <source>{name} is so damaged that it cannot be read; it was left out. Ask for the file again.</source>
        <translation>{name} hỏng nặng, không đọc được nên đã bỏ qua. Hãy xin lại tệp này.</translation>
    </message>
    <message>
        <source>{name} could not be read within {minutes} minutes and was left out. Ask for the file in another format.</source>
        <translation>{name} đọc {minutes} phút chưa xong nên đã bỏ qua. Hãy xin lại tệp ở định dạng khác.</translation>
    </message>
    <message>
        <source>The watched folder {path} holds the station&apos;s own data. Choose another folder in the settings.</source>
        <translation>Thư mục theo dõi {path} chứa dữ liệu của chính đài. Hãy chọn thư mục khác trong phần cài đặt.</translation>
    </message>
    <message>
        <source>Write the remark first.</source>
        <translation>Hãy viết ý kiến trước.</translation>
    </message>
    <message>
        <source>The remark has {length} characters; at most {limit} are kept. Shorten it.</source>
        <translation>Ý kiến dài {length} ký tự, tối đa {limit}. Hãy viết ngắn lại.</translation>
    </message>
    <message>
        <source>Only {name} can take this remark back.</source>
        <translation>Chỉ {name} mới thu lại được ý kiến này.</translation>
    </message>
    <message>
        <source>What the remark is about is not there any more.</source>
        <translation>Nội dung được góp ý không còn nữa.</translation>
    </message>
    <message>
        <source>This remark is not there any more.</source>
        <translation>Ý kiến này không còn nữa.</translation>
    </message>
    <message>
        <source>This is not the code of an approval slip. Scan the square code on the slip and put all of its text here.</source>
        <translation>Đây không phải mã của phiếu duyệt. Hãy quét mã QR trên phiếu và dán đầy đủ nội dung vào đây.</translation>
    </message>
    <message>
        <source>“{title}” has no sound yet, so there is nothing to approve. Read it aloud first.</source>
        <translation>“{title}” chưa có âm thanh nên chưa thể duyệt. Hãy đọc thành tiếng trước.</translation>
    </message>
    <message>
        <source>The station&apos;s data is older than its files: it ends at {until}, {sounds} sounds and {approvals} approvals came later. No file was deleted. Call whoever helps you, before you import or approve these items anew.</source>
        <translation>Cơ sở dữ liệu cũ hơn các tệp của đài: dữ liệu dừng ở {until}, sau đó còn {sounds} âm thanh và {approvals} lần duyệt. Không tệp nào bị xóa. Hãy gọi người hỗ trợ trước khi nhập hoặc duyệt lại các mục này.</translation>
    </message>
    <message>
        <source>The sound files of {count} items are not there, “{title}” is the first: they cannot air. Copy the folder “audio” back, or import them again.</source>
        <translation>Thiếu tệp âm thanh của {count} mục, trước hết là “{title}”: các mục này không phát được. Hãy chép lại thư mục “audio”, hoặc nhập lại các mục đó.</translation>
    </message>
    <message>
        <source>Listening cannot begin there: “{title}” is only {seconds} seconds long. Nothing was changed.</source>
        <translation>Không bắt đầu nghe từ chỗ đó được: “{title}” chỉ dài {seconds} giây. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>“{title}” would end on {valid_until}, before it begins on {valid_from}. Nothing was changed. Check the days.</source>
        <translation>“{title}” sẽ hết hạn ngày {valid_until}, trước cả ngày bắt đầu {valid_from}. Chưa có gì thay đổi. Xem lại ngày.</translation>
    </message>
    <message>
        <source>“{value}” cannot be used here. Nothing was changed. Choose from the list, or write days in full.</source>
        <translation>Không dùng “{value}” ở mục này được. Chưa có gì thay đổi. Hãy chọn trong danh sách, hoặc ghi đủ ngày, tháng, năm.</translation>
    </message>
    <message>
        <source>“{title}” was made from a bulletin. Change its words there and have them read again.</source>
        <translation>“{title}” được làm từ một bản tin. Hãy sửa lời trong bản tin rồi cho đọc lại.</translation>
    </message>
    <message>
        <source>The sound of version {number} of “{title}” is no longer kept. What was taken away less than 30 days ago can be brought back.</source>
        <translation>Âm thanh của phiên bản {number} của “{title}” không còn lưu nữa. Những gì mới dọn đi chưa quá 30 ngày thì lấy lại được.</translation>
    </message>
    <message>
        <source>“{title}” has no version {number}.</source>
        <translation>“{title}” không có phiên bản {number}.</translation>
    </message>
    <message>
        <source>The list of categories {path} cannot be used ({detail}). Put it right, or delete it to go on with the shipped list.</source>
        <translation>Không dùng được danh mục lĩnh vực {path} ({detail}). Hãy sửa lại, hoặc xóa tệp này để dùng danh mục có sẵn.</translation>
    </message>
    <message>
        <source>The sound of “{title}” was altered or lost where it lay, so it was not brought back.</source>
        <translation>Âm thanh của “{title}” đã bị sửa hoặc bị mất ở nơi cất, nên không lấy lại.</translation>
    </message>
    <message>
        <source>Say why these sounds are taken away. Nothing was taken yet.</source>
        <translation>Hãy ghi lý do dọn những âm thanh này. Chưa dọn gì cả.</translation>
    </message>
    <message>
        <source>This sound can no longer be brought back: what is taken away is kept for 30 days.</source>
        <translation>Không lấy lại âm thanh này được nữa: những gì dọn đi chỉ giữ 30 ngày.</translation>
    </message>
    <message>
        <source>This sound file is damaged and was not taken in. It stays where it lies.</source>
        <translation>Tệp âm thanh này bị hỏng nên không đưa vào thư viện. Tệp vẫn nằm nguyên chỗ cũ.</translation>
    </message>
    <message>
        <source>This sound file is not there, or an item has it already.</source>
        <translation>Không có tệp âm thanh này, hoặc đã có mục dùng tệp này rồi.</translation>
    </message>
    <message>
        <source>{name} cannot be read: it is damaged or is no table. Nothing was taken in.</source>
        <translation>Không đọc được {name}: tệp bị hỏng hoặc không phải bảng. Chưa nhập gì.</translation>
    </message>
    <message>
        <source>{name}: only Excel (.xlsx) and CSV can be read. Open it in Excel and save it as .xlsx.</source>
        <translation>{name}: chỉ đọc được Excel (.xlsx) và CSV. Hãy mở bằng Excel rồi lưu thành .xlsx.</translation>
    </message>
    <message>
        <source>{name} was taken in before; nothing was taken in twice.</source>
        <translation>{name} đã được nhập trước đây; không nhập lần thứ hai.</translation>
    </message>
    <message>
        <source>{name} has no row of headings with a day and a content (“Ngày”, “Nội dung”). Write them above the columns.</source>
        <translation>{name} không có dòng tiêu đề với cột ngày và nội dung (“Ngày”, “Nội dung”). Hãy ghi tiêu đề phía trên các cột.</translation>
    </message>
    <message>
        <source>No line of {name} can be read as a record. Nothing was taken in.</source>
        <translation>Không dòng nào của {name} đọc được thành một lần phát. Chưa nhập gì.</translation>
    </message>
    <message>
        <source>{name} is too large. Split it by year, for example.</source>
        <translation>{name} quá lớn. Hãy tách ra, chẳng hạn theo từng năm.</translation>
    </message>
    <message>
        <source>Enter at least one former unit that was merged.</source>
        <translation>Hãy ghi ít nhất một đơn vị cũ được sáp nhập.</translation>
    </message>
    <message>
        <source>The units were changed again since, so this cannot be undone any more. Nothing was changed.</source>
        <translation>Sau đó các đơn vị đã được sửa tiếp nên không hoàn tác được nữa. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{value} is not a date.</source>
        <translation>{value} không phải là ngày.</translation>
    </message>
    <message>
        <source>There is no level “{value}”.</source>
        <translation>Không có cấp “{value}”.</translation>
    </message>
    <message>
        <source>Write the unit&apos;s name.</source>
        <translation>Hãy ghi tên đơn vị.</translation>
    </message>
    <message>
        <source>{name} cannot stand below a unit that stands below it.</source>
        <translation>{name} không thể trực thuộc đơn vị nằm dưới chính nó.</translation>
    </message>
    <message>
        <source>That unit is not there any more.</source>
        <translation>Đơn vị đó không còn nữa.</translation>
    </message>
    <message>
        <source>{name} cannot be removed: {below} units stand below it and {records} old records belong to it. Give it a last day instead.</source>
        <translation>Không xóa được {name}: còn {below} đơn vị trực thuộc và {records} bản ghi cũ. Hãy ghi ngày kết thúc thay vì xóa.</translation>
    </message>
    <message>
        <source>The station has no zone “{value}”. Add it in Settings first.</source>
        <translation>Đài không có cụm loa “{value}”. Hãy thêm trong Cài đặt trước.</translation>
    </message>
    <message>
        <source>“{title}” was made from a bulletin. Trim it where that bulletin is produced.</source>
        <translation>“{title}” được làm từ một bản tin. Hãy cắt, chỉnh ở bước dàn dựng của bản tin đó.</translation>
    </message>
    <message>
        <source>“{title}” was given another sound while you were trimming it. Nothing was changed. Open it again.</source>
        <translation>“{title}” vừa được thay âm thanh khác trong lúc anh/chị đang cắt, chỉnh. Chưa có gì thay đổi. Hãy mở lại mục này.</translation>
    </message>
    <message>
        <source>The sound file of “{name}” is missing or damaged, so it cannot be trimmed. Bring the sound in again.</source>
        <translation>Tệp âm thanh của “{name}” bị mất hoặc bị hỏng nên không cắt, chỉnh được. Hãy nhập lại âm thanh này.</translation>
    </message>
    <message>
        <source>These marks do not fit into the sound. Nothing was changed. Move the cut or fade marks apart.</source>
        <translation>Các mốc này không nằm gọn trong âm thanh. Chưa có gì thay đổi. Hãy dời các mốc cắt hoặc mốc to dần, nhỏ dần ra xa nhau.</translation>
    </message>
    <message>
        <source>Only silence would stay between these marks. Nothing was changed. Move the cut marks apart.</source>
        <translation>Giữa các mốc này chỉ còn lại khoảng lặng. Chưa có gì thay đổi. Hãy dời các mốc cắt ra xa nhau.</translation>
    </message>
    <message>
        <source>“{title}” is out of use. Bring it back first, then trim it.</source>
        <translation>“{title}” đã ngừng sử dụng. Hãy đưa mục này trở lại trước, rồi mới cắt, chỉnh.</translation>
    </message>
    <message>
        <source>Less than {seconds} seconds would stay. Nothing was changed. Move the cut marks apart.</source>
        <translation>Phần còn lại chưa đến {seconds} giây. Chưa có gì thay đổi. Hãy dời các mốc cắt ra xa nhau.</translation>
    </message>
    <message>
        <source>The record cannot be written as {format}; there are {known}.</source>
        <translation>Không ghi được nhật ký ra dạng {format}; chỉ có {known}.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>Không đọc được {path}.</translation>
    </message>
    <message>
        <source>The sound of {items} is damaged or was altered, so it will not air. Voice or import it again and have it approved before the session begins.</source>
        <translation>Tệp âm thanh của {items} bị hỏng hoặc đã bị sửa, nên sẽ không phát được. Hãy đọc lại hoặc nhập lại rồi trình duyệt trước giờ phát.</translation>
    </message>
    <message>
        <source>The approval of {items} is over by then, so it will not air. Have it approved again or put something else in its place.</source>
        <translation>Đến giờ phát, {items} đã hết hạn duyệt nên sẽ không phát. Hãy trình duyệt lại hoặc xếp mục khác thay vào.</translation>
    </message>
    <message>
        <source>The sound file of {items} is gone, so it will not air. Put the file back from a backup, or voice or import the item again before the session begins.</source>
        <translation>Tệp âm thanh của {items} đã mất nên sẽ không phát được. Hãy lấy lại tệp từ bản sao lưu, hoặc đọc lại, nhập lại trước giờ phát.</translation>
    </message>
    <message>
        <source>The approval of {items} does not hold any more, so it will not air. Have it approved again or put something else in its place.</source>
        <translation>Phê duyệt của {items} không còn hiệu lực nên sẽ không phát. Hãy trình duyệt lại hoặc xếp mục khác thay vào.</translation>
    </message>
    <message>
        <source>Nothing is planned for {sessions}: the loudspeakers will be silent. Plan something while you are here.</source>
        <translation>Chưa có mục nào cho {sessions}: loa sẽ im lặng. Hãy xếp lịch ngay khi còn ở cơ quan.</translation>
    </message>
    <message>
        <source>Planned, but out of its days, so it will not air: {items}. Have it approved for longer or plan something else.</source>
        <translation>Đã xếp lịch nhưng hết hạn, nên sẽ không phát: {items}. Hãy trình duyệt gia hạn hoặc xếp mục khác.</translation>
    </message>
    <message>
        <source>Planned, but not approved yet, so it will not air: {items}. Have it approved before the session begins.</source>
        <translation>Đã xếp lịch nhưng chưa được duyệt, nên sẽ không phát: {items}. Hãy trình duyệt trước giờ phát.</translation>
    </message>
    <message>
        <source>Planned, but withdrawn or out of use, so it will not air: {items}. Plan something else or stop the campaign.</source>
        <translation>Đã xếp lịch nhưng đã thu hồi hoặc không dùng nữa, nên sẽ không phát: {items}. Hãy xếp mục khác hoặc dừng đợt phát.</translation>
    </message>
    <message>
        <source>Very little is planned for {sessions}. Plan more while you are here.</source>
        <translation>Còn rất ít mục cho {sessions}. Hãy xếp thêm ngay khi còn ở cơ quan.</translation>
    </message>
    <message>
        <source>“{name}” was changed while you were looking at it. Nothing was approved. Look at it again and approve then.</source>
        <translation>“{name}” vừa được sửa trong lúc anh/chị đang xem. Chưa duyệt gì. Hãy xem lại rồi duyệt.</translation>
    </message>
    <message>
        <source>There is a programme with the short name “{id}” already. Nothing was saved. Choose another.</source>
        <translation>Đã có chương trình mang tên tắt “{id}”. Chưa lưu gì. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>“{title}” is not approved, so it cannot sound when the other station is lost. Nothing was changed. Choose an approved item, or silence.</source>
        <translation>“{title}” chưa được duyệt nên không thể phát thay khi mất sóng. Chưa thay đổi gì. Hãy chọn một mục đã duyệt, hoặc để im lặng.</translation>
    </message>
    <message>
        <source>“{id}” is no short name: only small letters without accents, digits and hyphens, such as thoi-su-vov1.</source>
        <translation>“{id}” không dùng làm tên tắt được: chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ thoi-su-vov1.</translation>
    </message>
    <message>
        <source>Give the programme a name, such as “Thời sự VOV1”.</source>
        <translation>Hãy đặt tên cho chương trình, ví dụ “Thời sự VOV1”.</translation>
    </message>
    <message>
        <source>Another programme is taken over from {starts} to {ends} already. Nothing was saved. Choose another hour.</source>
        <translation>Từ {starts} đến {ends} đã có chương trình tiếp sóng khác. Chưa lưu gì. Hãy chọn giờ khác.</translation>
    </message>
    <message>
        <source>“{name}” was removed from the list. Restore it first, then approve it.</source>
        <translation>“{name}” đã bị bỏ khỏi danh sách. Hãy khôi phục trước rồi mới duyệt.</translation>
    </message>
    <message>
        <source>The programme could not be tried: the part that listens did not answer. The broadcast is not affected. Try again.</source>
        <translation>Chưa thử được chương trình: bộ phận nghe thử không trả lời. Việc phát thanh không bị ảnh hưởng. Hãy thử lại.</translation>
    </message>
    <message>
        <source>There is no programme “{id}” any more. Nothing was changed. Open the list again.</source>
        <translation>Không còn chương trình “{id}”. Chưa thay đổi gì. Hãy mở lại danh sách.</translation>
    </message>
    <message>
        <source>There is no way out number {number}; there are {count}. Nothing was changed.</source>
        <translation>Không có cách số {number}; chỉ có {count} cách. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Say how many times: the letter counts otherwise (by the day or by the week).</source>
        <translation>Hãy ghi số lần phát: văn bản tính theo cách khác (theo ngày hoặc theo tuần).</translation>
    </message>
    <message>
        <source>“{name}” is no time of day the program knows. Nothing was changed.</source>
        <translation>Không có buổi nào trong ngày tên là “{name}”. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>No session of today has room for “{title}”, so nothing was changed. Make a session longer or take something out, then try again.</source>
        <translation>Hôm nay không buổi phát nào còn chỗ cho “{title}” nên chưa có gì thay đổi. Hãy kéo dài một buổi hoặc bớt một mục rồi làm lại.</translation>
    </message>
    <message>
        <source>Nothing of “{title}” is missing from {day} any more: somebody has settled it. Nothing was changed.</source>
        <translation>“{title}” của ngày {day} không còn thiếu lượt nào: đã có người xử lý rồi. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Campaigns of differing urgency cannot be put in order: the more urgent one always goes first. Nothing was changed.</source>
        <translation>Không xếp thứ tự được giữa các đợt phát khác mức độ: đợt khẩn hơn luôn phát trước. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{minutes} minutes between two airings are not possible; at most {most}.</source>
        <translation>Hai lượt phát không thể cách nhau {minutes} phút; nhiều nhất là {most} phút.</translation>
    </message>
    <message>
        <source>{times} airings a week are not possible; at most {most}.</source>
        <translation>Không thể phát {times} lượt mỗi tuần; nhiều nhất là {most}.</translation>
    </message>
    <message>
        <source>The station has no zone “{zone}”. Nothing was changed. Choose the zones again, or add the zone under Settings.</source>
        <translation>Đài không có cụm loa “{zone}”. Chưa có gì thay đổi. Hãy chọn lại cụm loa, hoặc thêm cụm loa trong mục Cài đặt.</translation>
    </message>
    <message>
        <source>The file of holidays cannot be used: {path} ({detail}). The plan is not touched. Correct that line.</source>
        <translation>Không dùng được tệp ngày lễ {path} ({detail}). Lịch phát không bị ảnh hưởng. Hãy sửa dòng đó.</translation>
    </message>
    <message>
        <source>The lunar calendar is known from {first} to {last}. Choose a day between them.</source>
        <translation>Âm lịch chỉ có từ {first} đến {last}. Hãy chọn ngày trong khoảng này.</translation>
    </message>
    <message>
        <source>“{name}” changes what airs, so the number of the letter that orders it is needed. Nothing was saved.</source>
        <translation>“{name}” làm thay đổi nội dung phát nên phải ghi số văn bản yêu cầu. Chưa lưu gì.</translation>
    </message>
    <message>
        <source>There is no kind of item “{name}”. Nothing was saved. Choose another one.</source>
        <translation>Không có loại nội dung “{name}”. Chưa lưu gì. Hãy chọn loại khác.</translation>
    </message>
    <message>
        <source>There is no kind of special day “{name}”. Nothing was saved. Choose another one.</source>
        <translation>Không có loại đợt đặc biệt “{name}”. Chưa lưu gì. Hãy chọn loại khác.</translation>
    </message>
    <message>
        <source>The special day needs a name. Nothing was saved.</source>
        <translation>Chưa đặt tên cho đợt đặc biệt. Chưa lưu gì.</translation>
    </message>
    <message>
        <source>The last day ({last}) is before the first ({first}). Nothing was saved. Correct the days.</source>
        <translation>Ngày cuối ({last}) đứng trước ngày đầu ({first}). Chưa lưu gì. Hãy sửa lại ngày.</translation>
    </message>
    <message>
        <source>These days are over ({last}): what aired does not change any more. Nothing was saved.</source>
        <translation>Những ngày này đã qua ({last}), việc đã phát không thay đổi được nữa. Chưa lưu gì.</translation>
    </message>
    <message>
        <source>“{name}” changes what airs, so a reason is needed. Nothing was saved.</source>
        <translation>“{name}” làm thay đổi nội dung phát nên phải ghi lý do. Chưa lưu gì.</translation>
    </message>
    <message>
        <source>There is no session “{name}” any more. Nothing was saved. Choose the sessions again.</source>
        <translation>Không còn buổi phát “{name}”. Chưa lưu gì. Hãy chọn lại các buổi.</translation>
    </message>
    <message>
        <source>{count} days are too many, {limit} are the most. Nothing was saved. Correct the days.</source>
        <translation>{count} ngày là quá dài, nhiều nhất {limit} ngày. Chưa lưu gì. Hãy sửa lại ngày.</translation>
    </message>
    <message>
        <source>“{name}” is entered for these days already. Nothing was saved.</source>
        <translation>Những ngày này đã có “{name}”. Chưa lưu gì.</translation>
    </message>
    <message>
        <source>The special day “{name}” was removed meanwhile. Nothing was saved. Open the list again.</source>
        <translation>Đợt đặc biệt “{name}” vừa bị bỏ. Chưa lưu gì. Hãy mở lại danh sách.</translation>
    </message>
    <message>
        <source>{year} is no year of the calendar.</source>
        <translation>Không có năm {year} trong lịch.</translation>
    </message>
    <message>
        <source>The station has rules of its own called “{name}” already. Nothing was changed.</source>
        <translation>Đài đã có khung quy định riêng tên “{name}”. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>No reason lifts the quiet hours: they hold for everything but a confirmed emergency.</source>
        <translation>Không lý do nào bỏ được giờ yên lặng: chỉ tin khẩn cấp đã xác nhận mới được phát.</translation>
    </message>
    <message>
        <source>These rules are in use and were not removed. Choose others first, also in the special period {where}.</source>
        <translation>Khung này đang dùng nên chưa bỏ. Hãy chọn khung khác trước, cả trong đợt đặc biệt {where}.</translation>
    </message>
    <message>
        <source>{value} is not possible: from 1 to {most}.</source>
        <translation>Không thể đặt {value}: chỉ từ 1 đến {most}.</translation>
    </message>
    <message>
        <source>These rules come with the program and cannot be removed. Nothing was changed.</source>
        <translation>Khung này có sẵn trong chương trình, không bỏ được. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Write the reason first: it goes into the record.</source>
        <translation>Hãy ghi lý do trước: lý do được lưu lại.</translation>
    </message>
    <message>
        <source>This reason was taken back already.</source>
        <translation>Lý do này đã được rút lại từ trước.</translation>
    </message>
    <message>
        <source>{file}: the volume from {starts} to {ends} has no length, or meets another. Nothing was changed.</source>
        <translation>{file}: khoảng giờ loa nhỏ từ {starts} đến {ends} không có độ dài hoặc trùng khoảng khác. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>The relay at {starts} ({minutes} minutes) does not lie inside the session. Make the session longer, or move the relay.</source>
        <translation>Phần tiếp sóng lúc {starts} ({minutes} phút) không nằm trọn trong buổi. Hãy kéo dài buổi phát hoặc đổi giờ tiếp sóng.</translation>
    </message>
    <message>
        <source>Two relays sound at {starts}. Move one of them.</source>
        <translation>Lúc {starts} có hai phần tiếp sóng chồng nhau. Hãy dời một phần.</translation>
    </message>
    <message>
        <source>“{title}” is {seconds} seconds too long for what is left of this session. Nothing was changed. Choose a shorter item, or put it into the next session.</source>
        <translation>“{title}” dài hơn phần còn lại của buổi này {seconds} giây. Chưa có gì thay đổi. Hãy chọn mục ngắn hơn, hoặc xếp vào buổi sau.</translation>
    </message>
    <message>
        <source>No session is on the air now, so there is no place for the item. Put it into a session of the schedule.</source>
        <translation>Lúc này không có buổi nào đang phát nên không phát tiếp ngay được. Hãy xếp mục này vào một buổi trong lịch.</translation>
    </message>
    <message>
        <source>“{name}” ({starts}) has begun or is over: it is not changed any more. What has to be said now can be put next into the running session.</source>
        <translation>“{name}” ({starts}) đã bắt đầu hoặc đã qua nên không sửa được nữa. Việc cần nói ngay thì dùng “Phát tiếp ngay” trong buổi đang phát.</translation>
    </message>
    <message>
        <source>There was nothing that could be copied: nothing planned, or all sessions there have begun. Nothing was changed.</source>
        <translation>Không có gì để chép: chưa xếp mục nào, hoặc các buổi của ngày nhận đều đã bắt đầu. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose another day to copy to.</source>
        <translation>Hãy chọn một ngày khác để chép sang.</translation>
    </message>
    <message>
        <source>The file “{name}” holds no changes of a schedule. Nothing was changed.</source>
        <translation>Tệp “{name}” không phải là tệp thay đổi lịch phát. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This item is not there any more: the schedule has changed meanwhile. Nothing was changed; look at the day again.</source>
        <translation>Mục này không còn ở đó nữa vì lịch vừa được sửa. Chưa có gì thay đổi, hãy xem lại ngày phát.</translation>
    </message>
    <message>
        <source>A session of {minutes} minutes is not possible. Choose a length from 1 to {most} minutes.</source>
        <translation>Buổi dài {minutes} phút thì không được. Hãy chọn từ 1 đến {most} phút.</translation>
    </message>
    <message>
        <source>Give the session a name first.</source>
        <translation>Hãy đặt tên cho buổi phát trước.</translation>
    </message>
    <message>
        <source>“{name}” is not held on this day. Hold it first, then put items into it.</source>
        <translation>“{name}” không phát ngày này. Hãy cho phát buổi đó trước, rồi mới xếp mục vào.</translation>
    </message>
    <message>
        <source>“{title}” is to air from {first} to {last} only, so it was not put there. Nothing was changed. Extend the campaign first, or put the item in from the library.</source>
        <translation>“{title}” chỉ phát từ {first} đến {last} nên không xếp vào ngày này được. Chưa có gì thay đổi. Hãy kéo dài đợt phát trước, hoặc xếp từ Thư viện vào.</translation>
    </message>
    <message>
        <source>“{title}” may not air today: it is not approved, or its days are over. Look at it in the library.</source>
        <translation>“{title}” hôm nay không được phát: chưa duyệt, hoặc đã hết hạn. Hãy xem lại mục này trong Thư viện.</translation>
    </message>
    <message>
        <source>“{name}” would go beyond the rules that hold for the station. Nothing was changed. If it has to be, write the reason down as an exception first.</source>
        <translation>“{name}” sẽ vượt quy định đang áp dụng cho đài. Chưa có gì thay đổi. Nếu vẫn cần phát như vậy, hãy ghi lý do vượt khung trước.</translation>
    </message>
    <message>
        <source>Somebody else has changed this session meanwhile. Nothing was changed; the page shows it as it is now. Do it again if it is still wanted.</source>
        <translation>Buổi phát này vừa được người khác sửa. Chưa có gì thay đổi; trang đã hiện đúng lịch bây giờ. Nếu vẫn cần, hãy làm lại.</translation>
    </message>
    <message>
        <source>The trial run broke off. Nothing of the station was changed. Try it again. ({detail})</source>
        <translation>Bản chạy thử bị ngắt giữa chừng. Đài không thay đổi gì. Hãy chạy lại. ({detail})</translation>
    </message>
    <message>
        <source>A trial run is for 1 to {most} days, not {days}.</source>
        <translation>Mỗi lần chạy thử từ 1 đến {most} ngày, không phải {days} ngày.</translation>
    </message>
    <message>
        <source>“{fault}” is no fault that can be supposed.</source>
        <translation>“{fault}” không phải là sự cố có thể giả định.</translation>
    </message>
    <message>
        <source>The fault “{fault}” is on {day}; the trial run is from {first} to {last}.</source>
        <translation>Sự cố “{fault}” rơi vào ngày {day}; bản chạy thử từ {first} đến {last}.</translation>
    </message>
    <message>
        <source>The time of the fault “{fault}” is over. Choose a later time or day.</source>
        <translation>Giờ của sự cố “{fault}” đã qua. Hãy chọn giờ hoặc ngày muộn hơn.</translation>
    </message>
    <message>
        <source>No item called “{what}” is planned on {day}, so its file cannot be missing.</source>
        <translation>Ngày {day} không có mục nào tên “{what}”, nên không thể giả định mất tệp của mục đó.</translation>
    </message>
    <message>
        <source>No relay is planned on {day}, so none can be lost.</source>
        <translation>Ngày {day} không có tiếp sóng, nên không thể giả định mất nguồn tiếp sóng.</translation>
    </message>
    <message>
        <source>The day {day} is over. A trial run begins today or later.</source>
        <translation>Ngày {day} đã qua. Chạy thử bắt đầu từ hôm nay trở đi.</translation>
    </message>
    <message>
        <source>{name} is damaged or is no schedule. Nothing was taken over. Let it be saved again as CSV, ICS or JSON.</source>
        <translation>{name} bị hỏng hoặc không phải tệp lịch phát. Chưa nhận gì. Hãy lưu lại tệp dạng CSV, ICS hoặc JSON.</translation>
    </message>
    <message>
        <source>{name}: “{value}” is no day. Write it like 21/11/2026, the year in full.</source>
        <translation>{name}: “{value}” không phải là ngày. Hãy ghi như 21/11/2026, đủ bốn chữ số năm.</translation>
    </message>
    <message>
        <source>The letters of {name} cannot be read. Nothing was taken over. Save it again as “CSV UTF-8”.</source>
        <translation>Không đọc được chữ trong {name}. Chưa nhận gì. Hãy lưu lại tệp dạng “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>“{name}” ends on a certain day, a session goes on every week. Enter it by hand as a special day.</source>
        <translation>“{name}” chỉ kéo dài đến một ngày nhất định, còn buổi phát thì tuần nào cũng có. Hãy nhập tay ở phần đợt đặc biệt.</translation>
    </message>
    <message>
        <source>“{name}” leaves out single days, or adds some. Enter the session by hand and take out these days.</source>
        <translation>“{name}” có ngày bỏ ra hoặc thêm vào. Hãy nhập buổi phát bằng tay rồi bỏ những ngày đó.</translation>
    </message>
    <message>
        <source>This cannot be written as {form}. Choose another kind of file.</source>
        <translation>Không xuất được nội dung này dạng {form}. Hãy chọn loại tệp khác.</translation>
    </message>
    <message>
        <source>{name} has no column {heads}. Nothing was taken over. The first line must name the columns: Mục, Số lần, Đến ngày.</source>
        <translation>{name} thiếu cột {heads}. Chưa nhận gì. Dòng đầu phải ghi tên các cột: Mục, Số lần, Đến ngày.</translation>
    </message>
    <message>
        <source>No item is called “{name}”. Is “{nearest}” meant? Write the name as it stands in the library.</source>
        <translation>Không có mục nào tên “{name}”. Có phải là “{nearest}” không? Hãy ghi đúng tên như trong Thư viện.</translation>
    </message>
    <message>
        <source>The length of “{name}” is missing or not between one minute and a day.</source>
        <translation>“{name}” thiếu thời lượng, hoặc thời lượng không nằm trong khoảng từ một phút đến một ngày.</translation>
    </message>
    <message>
        <source>{name} was written by a newer program (version {version}). Nothing was taken over.</source>
        <translation>{name} do chương trình mới hơn tạo ra (phiên bản {version}). Chưa nhận gì.</translation>
    </message>
    <message>
        <source>No item is called “{name}”. Import the sound or write the bulletin first.</source>
        <translation>Không có mục nào tên “{name}”. Hãy nhập âm thanh hoặc soạn bản tin trước.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Thiếu tên.</translation>
    </message>
    <message>
        <source>Nothing of {name} was chosen, so nothing was taken over.</source>
        <translation>Chưa chọn mục nào của {name} nên chưa nhận gì.</translation>
    </message>
    <message>
        <source>“{name}” is to be aired at once: that is done on the page On air, by a person.</source>
        <translation>“{name}” là mục phát ngay: việc này do người trực làm ở trang Trực phát.</translation>
    </message>
    <message>
        <source>“{name}” takes over another station&apos;s programme: enter it under relays, with its approval.</source>
        <translation>“{name}” là chương trình tiếp sóng: hãy nhập ở phần tiếp sóng và trình duyệt.</translation>
    </message>
    <message>
        <source>“{name}” comes back in a way no session does. Only every day, or some weekdays of every week, can be taken over.</source>
        <translation>“{name}” lặp lại theo cách mà buổi phát không có. Chỉ nhận được loại hằng ngày, hoặc vào một số thứ trong tuần.</translation>
    </message>
    <message>
        <source>There is a session with the short name of “{name}” by now. Nothing was taken over. Read the file again.</source>
        <translation>Vừa có một buổi phát trùng tên tắt với “{name}”. Chưa nhận gì. Hãy đọc lại tệp.</translation>
    </message>
    <message>
        <source>{count} items are called “{name}”. Give them different names in the library.</source>
        <translation>Có {count} mục cùng tên “{name}”. Hãy đặt tên khác nhau trong Thư viện.</translation>
    </message>
    <message>
        <source>“{name}” is held once only. Add it to its day by hand.</source>
        <translation>“{name}” chỉ diễn ra một lần. Hãy thêm bằng tay vào đúng ngày đó.</translation>
    </message>
    <message>
        <source>{days} days cannot be written: at least one, at most {most}. Choose other days.</source>
        <translation>Không xuất được {days} ngày: ít nhất một ngày, nhiều nhất {most} ngày. Hãy chọn lại ngày.</translation>
    </message>
    <message>
        <source>{name} is larger than {limit_mb} MB, too large for a schedule. Nothing was taken over.</source>
        <translation>{name} lớn hơn {limit_mb} MB, quá lớn so với một lịch phát. Chưa nhận gì.</translation>
    </message>
    <message>
        <source>{name} holds more than {most} entries. Nothing was taken over. Divide it into several files.</source>
        <translation>{name} có hơn {most} mục. Chưa nhận gì. Hãy chia thành nhiều tệp.</translation>
    </message>
    <message>
        <source>{name}: “{value}” cannot be used.</source>
        <translation>{name}: không dùng được “{value}”.</translation>
    </message>
    <message>
        <source>“{name}” comes back every year. Holidays are entered year by year under special days.</source>
        <translation>“{name}” lặp lại hằng năm. Ngày lễ được nhập theo từng năm ở phần đợt đặc biệt.</translation>
    </message>
    <message>
        <source>The time zone {zone} of “{name}” is unknown or changes between summer and winter. Save the calendar in Vietnamese time.</source>
        <translation>Múi giờ {zone} của “{name}” không rõ hoặc đổi giữa mùa hè và mùa đông. Hãy lưu lịch theo giờ Việt Nam.</translation>
    </message>
    <message>
        <source>That row is not in the airing log any more. Read the log again.</source>
        <translation>Dòng này không còn trong nhật ký phát thanh. Hãy đọc lại nhật ký.</translation>
    </message>
    <message>
        <source>“{title}” is planned for {day}: what has not happened yet cannot be corrected.</source>
        <translation>“{title}” xếp vào {day}: việc chưa diễn ra thì chưa đính chính được.</translation>
    </message>
    <message>
        <source>A correction bears a name. Sign with your name and PIN.</source>
        <translation>Đính chính phải có người ký. Hãy ký bằng tên và mã PIN.</translation>
    </message>
    <message>
        <source>Write in a few words what happened: it goes into the record.</source>
        <translation>Viết vài chữ về việc đã xảy ra: điều này được lưu vào hồ sơ.</translation>
    </message>
    <message>
        <source>“{title}” cannot be corrected to that outcome. Choose another one.</source>
        <translation>Không thể đính chính “{title}” sang kết quả đó. Hãy chọn kết quả khác.</translation>
    </message>
    <message>
        <source>“{title}” has not ended yet. Correct it when its outcome stands in the log.</source>
        <translation>“{title}” chưa kết thúc. Khi nhật ký có kết quả thì đính chính được.</translation>
    </message>
    <message>
        <source>Choose one of the reasons of the list.</source>
        <translation>Hãy chọn một lý do trong danh sách.</translation>
    </message>
    <message>
        <source>The same was said of “{title}” already. Nothing was added.</source>
        <translation>Điều này đã được ghi cho “{title}”. Không ghi thêm gì.</translation>
    </message>
    <message>
        <source>{count} days of this week are not signed yet, the first is {day}. Have them signed, then sign the week.</source>
        <translation>Còn {count} ngày trong tuần chưa ký, ngày đầu là {day}. Ký đủ các ngày rồi ký tuần.</translation>
    </message>
    <message>
        <source>Nothing was planned or aired on {day}, so there is nothing to sign.</source>
        <translation>Ngày {day} không có lịch và không phát gì nên không có gì để ký.</translation>
    </message>
    <message>
        <source>{day} is not over yet. The log is signed the day after.</source>
        <translation>Chưa hết ngày {day}. Nhật ký được ký vào hôm sau.</translation>
    </message>
    <message>
        <source>{count} items have no outcome yet. The journal is filed within a minute while the resident helper runs; sign then.</source>
        <translation>Còn {count} mục chưa có kết quả. Khi chương trình thường trực chạy, nhật ký được ghi sổ trong vòng một phút; khi đó hãy ký.</translation>
    </message>
    <message>
        <source>{name} signed this already ({at}), and nothing has changed since.</source>
        <translation>{name} đã ký rồi ({at}), từ đó không có gì thay đổi.</translation>
    </message>
    <message>
        <source>A Word logbook holds at most {most} days, {days} were asked for. Save it as PDF or Excel, or a month at a time.</source>
        <translation>Sổ dạng Word chứa tối đa {most} ngày, mà kỳ đã chọn có {days} ngày. Hãy lưu dạng PDF, Excel, hoặc lưu từng tháng.</translation>
    </message>
    <message>
        <source>The logbook holds whole days. Take the filters away, or save the list as Excel or CSV.</source>
        <translation>Sổ nhật ký ghi trọn từng ngày. Hãy bỏ các bộ lọc, hoặc lưu danh sách dạng Excel, CSV.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {detail}.</source>
        <translation>Không đọc được tệp {file}: {detail}.</translation>
    </message>
    <message>
        <source>{file}, line {line}, “{word}”: {fact} cannot be filled in here. What can be: {known}.</source>
        <translation>{file}, dòng {line}, “{word}”: ở đây không điền được {fact}. Chỉ dùng được: {known}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{value}” cannot stand at “{word}” (wanted: {wanted}).</source>
        <translation>{file}, dòng {line}: “{value}” không dùng được cho “{word}” (cần: {wanted}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is no word “{word}”.</source>
        <translation>{file}, dòng {line}: không có mục “{word}”.</translation>
    </message>
    <message>
        <source>“{value}” is not half a year. Write 2026-H1 or 2026-H2.</source>
        <translation>“{value}” không phải kỳ 6 tháng. Hãy ghi 2026-H1 (đầu năm) hoặc 2026-H2 (cuối năm).</translation>
    </message>
    <message>
        <source>There is no kind of items “{value}”.</source>
        <translation>Không có thể loại “{value}”.</translation>
    </message>
    <message>
        <source>Choose a period, a letter or a campaign to report on.</source>
        <translation>Hãy chọn kỳ, văn bản hoặc đợt tuyên truyền cần báo cáo.</translation>
    </message>
    <message>
        <source>Say which file the report is to be written to.</source>
        <translation>Hãy cho biết ghi báo cáo vào tệp nào.</translation>
    </message>
    <message>
        <source>There is no addressee “{name}” for reports.</source>
        <translation>Không có mẫu báo cáo “{name}”.</translation>
    </message>
    <message>
        <source>“{value}” is not a quarter. Write 2026-Q1 to 2026-Q4.</source>
        <translation>“{value}” không phải một quý. Hãy ghi từ 2026-Q1 đến 2026-Q4.</translation>
    </message>
    <message>
        <source>“{value}” is not a year.</source>
        <translation>“{value}” không phải một năm.</translation>
    </message>
    <message>
        <source>There is no zone “{value}” in the settings, and nothing of it in the log of that time.</source>
        <translation>Trong cài đặt không có cụm loa “{value}”, và nhật ký của kỳ này cũng không có.</translation>
    </message>
    <message>
        <source>“{value}” is not a package number and mark as the office shows them. Copy both from the office.</source>
        <translation>“{value}” không phải số gói và mã của gói như cơ quan cấp trên đang thấy. Hãy chép cả hai từ cơ quan cấp trên.</translation>
    </message>
    <message>
        <source>Another package was made just now, and nothing was made twice. Try again in a moment.</source>
        <translation>Vừa có một gói khác được lập, không gói nào bị lập hai lần. Lát nữa hãy thử lại.</translation>
    </message>
    <message>
        <source>{name} was refused: the journal inside does not hold together ({place}). Nothing of it was taken in. Ask the station for a new package of everything.</source>
        <translation>Không nhận {name}: nhật ký trong gói không liền mạch ({place}). Chưa có gì được đưa vào. Hãy đề nghị đài gửi lại gói toàn bộ số liệu.</translation>
    </message>
    <message>
        <source>{name} was refused: it does not hold what its list of contents says ({entry}). Nothing of it was taken in.</source>
        <translation>Không nhận {name}: trong gói không đúng như bảng kê ({entry}). Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>{name} was damaged on the way ({entry}). Nothing of it was taken in. Copy it again from where it came.</source>
        <translation>{name} bị hỏng trên đường chuyển ({entry}). Chưa có gì được đưa vào. Hãy chép lại từ nơi gửi.</translation>
    </message>
    <message>
        <source>{name} was refused: it is dated {day}, and today is {today}. Check the clock of this computer and of the station.</source>
        <translation>Không nhận {name}: gói ghi ngày {day}, hôm nay là {today}. Hãy kiểm tra đồng hồ của máy này và của đài.</translation>
    </message>
    <message>
        <source>{name} was refused: it holds something that is not allowed in a package ({entry}).</source>
        <translation>Không nhận {name}: trong gói có thứ không được phép ({entry}).</translation>
    </message>
    <message>
        <source>Package {number} was made before, but nothing on this computer says where it ended. Make one package of everything: nothing gets lost or counted twice.</source>
        <translation>Gói số {number} đã được lập trước đây nhưng trên máy không còn gì cho biết gói đó dừng ở đâu. Hãy lập một gói toàn bộ số liệu: không mất gì và không bị tính hai lần.</translation>
    </message>
    <message>
        <source>The journal no longer holds line {seq}, up to which packages were made; it was perhaps put back from an old backup. Make one package of everything and tell the office above why.</source>
        <translation>Nhật ký không còn dòng {seq} là dòng cuối đã gửi; có thể máy vừa được khôi phục từ bản sao lưu cũ. Hãy lập một gói toàn bộ số liệu và báo lý do cho cơ quan cấp trên.</translation>
    </message>
    <message>
        <source>{name} goes the other way: it is not meant for this place.</source>
        <translation>{name} đi chiều ngược lại, không dùng ở đây.</translation>
    </message>
    <message>
        <source>{name} was refused: its list of contents cannot be used ({problem}). Nothing of it was taken in.</source>
        <translation>Không nhận {name}: không dùng được bảng kê của gói ({problem}). Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>{name} is no package, or was cut off or repacked on the way. Copy the file again; do not open and save it with another program.</source>
        <translation>{name} không phải gói số liệu, hoặc bị cắt ngang hay nén lại trên đường chuyển. Hãy chép lại tệp; đừng mở rồi lưu bằng chương trình khác.</translation>
    </message>
    <message>
        <source>Nothing happened since the last package, so none was made.</source>
        <translation>Từ gói trước đến nay không có gì mới nên không lập gói.</translation>
    </message>
    <message>
        <source>This station has made package {number} already, so it cannot go on from an earlier one.</source>
        <translation>Đài đã lập gói số {number}, nên không thể nối tiếp từ một gói cũ hơn.</translation>
    </message>
    <message>
        <source>{name} was refused: line {row} of {entry} is not as it must be ({problem}). Nothing of it was taken in.</source>
        <translation>Không nhận {name}: dòng {row} của {entry} không đúng mẫu ({problem}). Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>{name} cannot go into a package: only Word, Excel, PDF, CSV and text files can, each name once.</source>
        <translation>Không thể cho {name} vào gói: chỉ nhận tệp Word, Excel, PDF, CSV và văn bản thuần, mỗi tên một lần.</translation>
    </message>
    <message>
        <source>{name} was refused: airing {row} does not rest on the journal inside ({problem}). Nothing of it was taken in.</source>
        <translation>Không nhận {name}: lượt phát {row} không có dòng nhật ký làm chứng ({problem}). Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>{name} was refused: its signature does not hold, so somebody changed it. Nothing of it was taken in.</source>
        <translation>Không nhận {name}: chữ ký không đúng, tức là đã có người sửa gói. Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>{name} was refused: {entry} inside unpacks to far more than a station can have written.</source>
        <translation>Không nhận {name}: {entry} trong gói bung ra lớn hơn nhiều so với những gì một đài có thể ghi.</translation>
    </message>
    <message>
        <source>{name} is larger than a package may be. Leave the sound out, or send fewer days at once.</source>
        <translation>{name} lớn hơn mức cho phép. Hãy bỏ phần âm thanh, hoặc gửi ít ngày hơn mỗi lần.</translation>
    </message>
    <message>
        <source>{name} cannot be read. Check that the stick or the folder is still there.</source>
        <translation>Không đọc được {name}. Hãy xem USB hay thư mục có còn ở đó không.</translation>
    </message>
    <message>
        <source>No connection to the source information system is chosen. Choose one in the settings first.</source>
        <translation>Chưa chọn cách kết nối với hệ thống thông tin nguồn. Hãy chọn trong phần Cài đặt trước.</translation>
    </message>
    <message>
        <source>There is no connection called “{name}” in this program. Known: {known}.</source>
        <translation>Chương trình không có kết nối nào tên “{name}”. Các kết nối có sẵn: {known}.</translation>
    </message>
    <message>
        <source>The connection “{name}” failed: {problem}. Nothing was changed. Ask whoever made it.</source>
        <translation>Kết nối “{name}” bị lỗi: {problem}. Chưa có gì thay đổi. Hãy hỏi đơn vị làm ra nó.</translation>
    </message>
    <message>
        <source>{name} holds no bulletins of the source system: {problem}. Nothing was taken in.</source>
        <translation>{name} không chứa bản tin của hệ thống thông tin nguồn: {problem}. Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>{name} is larger than bulletins can be. Nothing was taken in.</source>
        <translation>{name} lớn hơn mức của một tệp bản tin. Chưa có gì được đưa vào.</translation>
    </message>
    <message>
        <source>The package for the office above could not be made: {detail} The log itself is whole.</source>
        <translation>Chưa tạo được gói gửi cấp trên: {detail} Nhật ký vẫn nguyên vẹn.</translation>
    </message>
    <message>
        <source>{count} packages have not reached {place} since {day}. They are kept and tried again; they can also go on a stick. See the page “Send up”.</source>
        <translation>{count} gói chưa gửi được tới {place} từ ngày {day}. Các gói vẫn được giữ và tự gửi lại; cũng có thể chép ra USB. Xem trang “Gửi cấp trên”.</translation>
    </message>
    <message>
        <source>The office above refused {count} packages (number {numbers}). See the page “Send up”.</source>
        <translation>Cấp trên từ chối {count} gói (số {numbers}). Xem trang “Gửi cấp trên”.</translation>
    </message>
    <message>
        <source>Handed over; confirmed by {by}.</source>
        <translation>Đã giao tận tay; {by} xác nhận.</translation>
    </message>
    <message>
        <source>The file of package {number} is not on this computer any more. Make a package of everything instead.</source>
        <translation>Tệp của gói {number} không còn trên máy này. Hãy gói lại toàn bộ.</translation>
    </message>
    <message>
        <source>The office has package {number} already; nothing was changed.</source>
        <translation>Cấp trên đã nhận gói {number}; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>There is no package number {number}.</source>
        <translation>Không có gói số {number}.</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation>Không tìm thấy {name}.</translation>
    </message>
    <message>
        <source>Which number the next package to the stations bears is not known any more ({path}). Put the file back from a backup.</source>
        <translation>Không còn biết gói tiếp theo gửi các đài mang số mấy ({path}). Hãy lấy lại tệp này từ bản sao lưu.</translation>
    </message>
    <message>
        <source>{name} is named in the package but does not lie in it.</source>
        <translation>Gói có ghi tên {name} nhưng không chứa tệp này.</translation>
    </message>
    <message>
        <source>{name} is no kind of file a letter has (Word, PDF, picture, text).</source>
        <translation>{name} không phải loại tệp của văn bản (Word, PDF, ảnh, văn bản thuần).</translation>
    </message>
    <message>
        <source>Something of the kind “{kind}” cannot be sent to stations.</source>
        <translation>Không gửi được loại “{kind}” xuống các đài.</translation>
    </message>
    <message>
        <source>{name} of {sender} is for another station. It was set aside.</source>
        <translation>{name} của {sender} gửi cho đài khác. Đã để riêng ra.</translation>
    </message>
    <message>
        <source>Choose at least one letter or message.</source>
        <translation>Hãy chọn ít nhất một văn bản hoặc thông điệp.</translation>
    </message>
    <message>
        <source>{name} bears the number {number}, which another package of this office had. Nothing was taken in. Ask the office.</source>
        <translation>{name} mang số {number}, trùng với một gói khác của cơ quan này. Chưa nhận gì. Hãy hỏi lại cấp trên.</translation>
    </message>
    <message>
        <source>Not taken in: {by} does not know this sender.</source>
        <translation>Không nhận: {by} không biết người gửi này.</translation>
    </message>
    <message>
        <source>There are more titles than messages.</source>
        <translation>Số tiêu đề nhiều hơn số thông điệp.</translation>
    </message>
    <message>
        <source>At most {most} letters and {most} messages go into one package.</source>
        <translation>Mỗi gói chứa tối đa {most} văn bản và {most} thông điệp.</translation>
    </message>
    <message>
        <source>Nothing of this kind is waiting any more.</source>
        <translation>Không còn mục nào như vậy đang chờ.</translation>
    </message>
    <message>
        <source>An answer or a letter came with another key than the one confirmed for the office above. Nothing of it counts. Call the office and compare the fingerprint on the page “Send up”.</source>
        <translation>Có biên nhận hoặc văn bản ký bằng khóa khác với khóa đã xác nhận của cấp trên. Chưa có gì được tính. Hãy gọi cấp trên và so dấu vân tay ở trang “Gửi cấp trên”.</translation>
    </message>
    <message>
        <source>Signed with another key than the one confirmed for the office above. It does not count. Call the office and compare.</source>
        <translation>Ký bằng khóa khác với khóa đã xác nhận của cấp trên nên chưa được tính. Gọi cấp trên để so khóa.</translation>
    </message>
    <message>
        <source>Nobody has confirmed the office&apos;s key yet. Call the office and compare.</source>
        <translation>Chưa ai xác nhận khóa của cấp trên. Gọi cấp trên để so khóa.</translation>
    </message>
    <message>
        <source>“{address}” is no place packages can be put.</source>
        <translation>“{address}” không phải nơi gửi được gói.</translation>
    </message>
    <message>
        <source>Called off. Nothing was left half done; the package waits.</source>
        <translation>Đã dừng theo yêu cầu. Không để lại tệp dở dang; gói vẫn chờ gửi.</translation>
    </message>
    <message>
        <source>The server of {place} cannot prove who it is (certificate). Nothing was sent. Ask the office.</source>
        <translation>Máy chủ của {place} không chứng minh được danh tính (chứng thư). Chưa gửi gì. Hãy hỏi cấp trên.</translation>
    </message>
    <message>
        <source>The line to {place} broke off. Nothing half sent lies there; it is tried again.</source>
        <translation>Đường truyền tới {place} bị ngắt. Không có tệp dở dang ở đó; chương trình sẽ gửi lại.</translation>
    </message>
    <message>
        <source>{place} does not give back what was written there. Ask the office.</source>
        <translation>{place} không trả lại đúng tệp vừa ghi. Hãy hỏi cấp trên.</translation>
    </message>
    <message>
        <source>{place} did not take it: the disk there may be full or the folder locked. Nothing is lost. ({detail})</source>
        <translation>{place} không nhận tệp: có thể ổ đĩa ở đó đầy hoặc thư mục bị khóa. Không mất gì. ({detail})</translation>
    </message>
    <message>
        <source>This user may not write in {place}. Ask the office for the right.</source>
        <translation>Người dùng này không được ghi vào {place}. Hãy xin cấp trên cấp quyền.</translation>
    </message>
    <message>
        <source>No room is left in {place}. Nothing is lost; it is tried again.</source>
        <translation>{place} đã hết chỗ. Không mất gì; chương trình sẽ gửi lại.</translation>
    </message>
    <message>
        <source>The server {host} answers with another key ({fingerprint}) than the one confirmed. It may be somebody else: nothing was sent. Ask the office.</source>
        <translation>Máy chủ {host} trả lời bằng khóa khác ({fingerprint}) với khóa đã xác nhận. Có thể không phải máy chủ thật nên chưa gửi gì. Hãy hỏi cấp trên.</translation>
    </message>
    <message>
        <source>Nobody has confirmed the key of the server {host} yet ({fingerprint}).</source>
        <translation>Chưa ai xác nhận khóa của máy chủ {host} ({fingerprint}).</translation>
    </message>
    <message>
        <source>{place} is not there. Is the stick plugged in, is the folder&apos;s name right?</source>
        <translation>Không thấy {place}. USB đã cắm chưa, tên thư mục có đúng không?</translation>
    </message>
    <message>
        <source>{place}: user or password is wrong.</source>
        <translation>{place}: sai tên người dùng hoặc mật khẩu.</translation>
    </message>
    <message>
        <source>A password stands in the address of {host}. Enter it in its own field: there it is kept safe.</source>
        <translation>Địa chỉ của {host} có chứa mật khẩu. Hãy nhập mật khẩu vào ô riêng để được giữ kín.</translation>
    </message>
    <message>
        <source>{place} does not answer. Nothing is lost; it is tried again.</source>
        <translation>{place} không trả lời. Không mất gì; chương trình sẽ gửi lại.</translation>
    </message>
    <message>
        <source>{name} is too large and was not fetched.</source>
        <translation>{name} quá lớn nên không tải về.</translation>
    </message>
    <message>
        <source>Without https the password could be read on the way to {host}. Use webdav+https://</source>
        <translation>Không có https thì mật khẩu có thể bị đọc trộm trên đường tới {host}. Hãy dùng webdav+https://</translation>
    </message>
    <message>
        <source>{place} cannot be reached. Is the computer online? Nothing is lost; it is tried again.</source>
        <translation>Không kết nối được tới {place}. Máy có mạng không? Không mất gì; chương trình sẽ gửi lại.</translation>
    </message>
    <message>
        <source>{name} is no answer of the office, or only a part of one.</source>
        <translation>{name} không phải biên nhận của cấp trên, hoặc chỉ là một phần.</translation>
    </message>
    <message>
        <source>{name}: the signature does not hold. It does not count.</source>
        <translation>{name}: chữ ký không đúng nên không được tính.</translation>
    </message>
    <message>
        <source>{name} answers another package number {number} than ours: was this station restored from a backup, or does a second one use its id? Ask the office.</source>
        <translation>{name} trả lời cho một gói số {number} khác với gói của đài: đài có vừa khôi phục từ bản sao lưu, hay có đài khác dùng trùng mã? Hãy hỏi cấp trên.</translation>
    </message>
    <message>
        <source>{name} is for another station ({station}).</source>
        <translation>{name} gửi cho đài khác ({station}).</translation>
    </message>
    <message>
        <source>{name} answers package {number}, which this station has not made.</source>
        <translation>{name} trả lời cho gói {number} mà đài này chưa từng tạo.</translation>
    </message>
    <message>
        <source>The office has it; it waits there for somebody to confirm this station&apos;s key, or for a package before.</source>
        <translation>Cấp trên đã có gói này, đang chờ xác nhận khóa của đài hoặc chờ một gói trước đó.</translation>
    </message>
    <message>
        <source>The file with the passwords cannot be read ({path}). Put it back from a backup or remove it.</source>
        <translation>Không đọc được tệp mật khẩu ({path}). Hãy lấy lại từ bản sao lưu hoặc xóa tệp này.</translation>
    </message>
    <message>
        <source>{place} holds another file {name}. It was not overwritten. Does a second station use the same id? Ask the office.</source>
        <translation>{place} đang có một tệp {name} khác. Chương trình không ghi đè. Có đài nào dùng trùng mã không? Hãy hỏi cấp trên.</translation>
    </message>
    <message>
        <source>No place to send to is set. Set one, or copy to a stick.</source>
        <translation>Chưa đặt nơi gửi. Hãy đặt nơi gửi hoặc chép ra USB.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent, and no answer lies there.</source>
        <translation>Không có gói nào chờ gửi, ở đó cũng không có biên nhận.</translation>
    </message>
    <message>
        <source>Packages are being sent right now. Try again in a moment.</source>
        <translation>Đang gửi gói. Lát nữa hãy thử lại.</translation>
    </message>
    <message>
        <source>No key with the fingerprint {fingerprint} has shown itself.</source>
        <translation>Chưa thấy khóa nào có dấu vân tay {fingerprint}.</translation>
    </message>
    <message>
        <source>The file with the confirmed keys cannot be read ({path}). Put it back from a backup.</source>
        <translation>Không đọc được tệp các khóa đã xác nhận ({path}). Hãy lấy lại từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The resident helper does not run: plans are not published and the log is not filed. It starts with this window; if this stays for a minute, restart the computer.</source>
        <translation>Chương trình thường trực không chạy: lịch không được gửi đi phát, nhật ký không được ghi vào sổ. Nó khởi động cùng cửa sổ này; nếu sau một phút vẫn còn báo, hãy khởi động lại máy tính.</translation>
    </message>
    <message>
        <source>The player does not answer: nothing would sound now. It is being started; if this stays for a minute, restart the computer.</source>
        <translation>Bộ phát không trả lời: lúc này loa sẽ không kêu. Máy đang khởi động lại bộ phát; nếu sau một phút vẫn còn báo, hãy khởi động lại máy tính.</translation>
    </message>
    <message>
        <source>No session is planned for today. If one is to be held, set it up in the schedule.</source>
        <translation>Hôm nay không có buổi phát nào. Nếu phải phát, hãy đặt buổi trong lịch phát.</translation>
    </message>
    <message>
        <source>Nothing is planned for {sessions}: the loudspeakers will be silent. Plan something now.</source>
        <translation>{sessions} chưa có mục nào: loa sẽ im. Hãy xếp lịch ngay.</translation>
    </message>
    <message>
        <source>Very little is planned for {sessions}. Add an item or let it be short.</source>
        <translation>{sessions} có rất ít mục. Hãy thêm mục, hoặc cứ để buổi ngắn.</translation>
    </message>
    <message>
        <source>Planned for today but not approved, so it will not air: {items}. Have it approved.</source>
        <translation>Đã xếp phát hôm nay nhưng chưa được duyệt nên sẽ không phát: {items}. Hãy trình duyệt.</translation>
    </message>
    <message>
        <source>Planned for today but out of its days, so it will not air: {items}. Have it approved for longer or plan something else.</source>
        <translation>Đã xếp phát hôm nay nhưng ngoài thời hạn được phát nên sẽ không phát: {items}. Trình duyệt gia hạn hoặc xếp mục khác.</translation>
    </message>
    <message>
        <source>Planned for today but withdrawn or replaced, so it will not air: {items}. Plan something else.</source>
        <translation>Đã xếp phát hôm nay nhưng đã thu hồi hoặc có mục khác thay nên sẽ không phát: {items}. Hãy xếp mục khác.</translation>
    </message>
    <message>
        <source>The relay has no standing approval today, so it will not be taken over: {items}. Have it approved.</source>
        <translation>Chương trình tiếp sóng chưa được duyệt cho hôm nay nên sẽ không tiếp sóng: {items}. Hãy trình duyệt.</translation>
    </message>
    <message>
        <source>No room was found today for {items}. Move something or lengthen the session.</source>
        <translation>Hôm nay không còn chỗ cho {items}. Hãy dời bớt mục hoặc kéo dài buổi phát.</translation>
    </message>
    <message>
        <source>Parts of today&apos;s plan cannot be read: {items}. Open the schedule, it offers the way back.</source>
        <translation>Một phần lịch hôm nay không đọc được: {items}. Hãy mở Lịch phát, ở đó có cách khôi phục.</translation>
    </message>
    <message>
        <source>The schedule of this week is not approved: nothing airs by it. Submit the sheet and have it approved.</source>
        <translation>Lịch phát tuần này chưa được duyệt nên chưa phát được gì. Hãy trình lịch tuần để duyệt.</translation>
    </message>
    <message>
        <source>Not on this week&apos;s approved sheet, so it waits: {items}. Submit the sheet anew.</source>
        <translation>Không có trong lịch tuần đã duyệt nên còn chờ: {items}. Hãy trình lại lịch tuần.</translation>
    </message>
    <message>
        <source>More is planned than fits into {items}: the end would be cut. Move something.</source>
        <translation>{items} xếp quá thời lượng, phần cuối sẽ bị cắt. Hãy dời bớt mục.</translation>
    </message>
    <message>
        <source>Runs out within the week and then will not air: {items}. Have it approved for longer while there is time.</source>
        <translation>Trong tuần này hết thời hạn được phát, sau đó sẽ không phát: {items}. Nên trình duyệt gia hạn sớm.</translation>
    </message>
    <message>
        <source>Planned in the coming days but withdrawn or replaced: {items}.</source>
        <translation>Đã xếp phát những ngày tới nhưng đã thu hồi hoặc có mục khác thay: {items}.</translation>
    </message>
    <message>
        <source>Planned in the coming days and not approved yet: {items}.</source>
        <translation>Đã xếp phát những ngày tới nhưng chưa được duyệt: {items}.</translation>
    </message>
    <message>
        <source>Reports that are due within a week: {letters}.</source>
        <translation>Báo cáo đến hạn trong 7 ngày tới: {letters}.</translation>
    </message>
    <message>
        <source>There has never been a backup. Plug in a stick or a second disk, choose it under Care of this computer and keep it in another room.</source>
        <translation>Chưa từng có bản sao lưu nào. Hãy cắm USB hoặc ổ đĩa thứ hai, chọn nơi sao lưu ở Chăm sóc máy, thẻ Sao lưu và cất ở phòng khác.</translation>
    </message>
    <message>
        <source>The newest backup is {days} days old. Make another one.</source>
        <translation>Bản sao lưu gần nhất đã {days} ngày. Hãy sao lưu lại.</translation>
    </message>
    <message>
        <source>Today&apos;s plan cannot be made: {detail}</source>
        <translation>Không lập được lịch phát hôm nay: {detail}</translation>
    </message>
    <message>
        <source>The journal of {days} is not sealed yet. The resident helper does it within minutes; if it stays, look at the airing log.</source>
        <translation>Nhật ký {days} chưa được niêm phong. Chương trình thường trực sẽ làm trong vài phút; nếu vẫn còn báo, hãy xem trang Nhật ký.</translation>
    </message>
    <message>
        <source>The office above refused {count} packages. Look at the reason; nothing of the log is lost.</source>
        <translation>Cấp trên từ chối {count} gói dữ liệu. Hãy xem lý do; nhật ký không mất gì.</translation>
    </message>
    <message>
        <source>{count} packages wait to be sent up, the oldest since {since}. Nothing is lost; look at what stands in the way.</source>
        <translation>{count} gói dữ liệu chưa gửi được lên cấp trên, gói cũ nhất từ {since}. Không mất gì; hãy xem vướng ở đâu.</translation>
    </message>
    <message>
        <source>The log of {count} stations came in two courses ({stations}). Nothing of it was merged: decide which one holds, on the page “Stations below”.</source>
        <translation>Nhật ký của {count} đài đến theo hai nhánh ({stations}). Chưa nhập gì: hãy quyết định giữ nhánh nào, ở trang “Các đài cấp dưới”.</translation>
    </message>
    <message>
        <source>Packages of stations cannot be taken in: {detail}. Nothing is lost; they wait in the inbox.</source>
        <translation>Không nhận được gói của các đài: {detail}. Không mất gì; các gói chờ trong hộp nhận.</translation>
    </message>
    <message>
        <source>The keys of {count} stations wait to be confirmed ({stations}). Call them and compare the fingerprint, on the page “Stations below”.</source>
        <translation>Có {count} đài chờ xác nhận khóa ({stations}). Hãy gọi điện cho đài và so dấu vân tay khóa, ở trang “Các đài cấp dưới”.</translation>
    </message>
    <message>
        <source>Package {number} of {station} holds nothing that a later one did not bring. It was kept.</source>
        <translation>Gói số {number} của {station} không có gì mà gói sau chưa mang tới. Gói vẫn được lưu.</translation>
    </message>
    <message>
        <source>The journal in package {number} of {station} does not go on from line {line}, which is here. The station seems to have been restored from an older backup. Nothing was merged; decide which course of its log holds.</source>
        <translation>Nhật ký trong gói số {number} của {station} không nối tiếp dòng {line} đã có ở đây. Có vẻ đài đã khôi phục từ bản sao lưu cũ. Chưa nhập gì; hãy quyết định giữ nhánh nhật ký nào.</translation>
    </message>
    <message>
        <source>Package {number} of {station} came before with other contents. The station seems to have been restored from an older backup, or runs on two computers. Nothing was merged; decide which course of its log holds.</source>
        <translation>Gói số {number} của {station} đã đến trước đây với nội dung khác. Có vẻ đài đã khôi phục từ bản sao lưu cũ, hoặc chạy trên hai máy. Chưa nhập gì; hãy quyết định giữ nhánh nhật ký nào.</translation>
    </message>
    <message>
        <source>Package {number} of {station} waits until somebody decides which course of its log holds.</source>
        <translation>Gói số {number} của {station} chờ người quyết định giữ nhánh nhật ký nào.</translation>
    </message>
    <message>
        <source>Package {number} of {station} does not follow the one that is here. The station seems to have been restored from an older backup, or runs on two computers. Nothing was merged; decide which course of its log holds.</source>
        <translation>Gói số {number} của {station} không nối tiếp gói đã có ở đây. Có vẻ đài đã khôi phục từ bản sao lưu cũ, hoặc chạy trên hai máy. Chưa nhập gì; hãy quyết định giữ nhánh nhật ký nào.</translation>
    </message>
    <message>
        <source>Package {number} of {station} belongs to the course of the log that was not chosen.</source>
        <translation>Gói số {number} của {station} thuộc nhánh nhật ký không được chọn.</translation>
    </message>
    <message>
        <source>{station} is known with another key; this one is {fingerprint}. The program was installed anew, or two stations have one id. Call them and compare, then confirm or refuse the key.</source>
        <translation>{station} đã có khóa khác; khóa này là {fingerprint}. Có thể đài đã cài lại chương trình, hoặc hai đài trùng mã. Hãy gọi điện đối chiếu rồi xác nhận hoặc từ chối khóa.</translation>
    </message>
    <message>
        <source>The key {fingerprint} of {station} was refused.</source>
        <translation>Khóa {fingerprint} của {station} đã bị từ chối.</translation>
    </message>
    <message>
        <source>The key {fingerprint} of {station} was replaced by a newer one and signs nothing any more.</source>
        <translation>Khóa {fingerprint} của {station} đã được thay bằng khóa mới và không còn giá trị.</translation>
    </message>
    <message>
        <source>The key of {station} is not confirmed yet. Call the station, compare the fingerprint {fingerprint}, then confirm or refuse it. The package is kept.</source>
        <translation>Khóa của {station} chưa được xác nhận. Hãy gọi điện cho đài, so dấu vân tay khóa {fingerprint}, rồi xác nhận hoặc từ chối. Gói vẫn được giữ.</translation>
    </message>
    <message>
        <source>Package {number} of {station} waits: packages {first} to {last} have not come. It is merged by itself when they do; ask the station to send them again.</source>
        <translation>Gói số {number} của {station} đang chờ: chưa nhận được gói từ số {first} đến số {last}. Khi đủ gói sẽ tự nhập; hãy nhắc đài gửi lại.</translation>
    </message>
    <message>
        <source>Package {number} of {station} could not be put into the database; it stays in the inbox. ({problem})</source>
        <translation>Không ghi được gói số {number} của {station} vào cơ sở dữ liệu; gói vẫn nằm trong hộp nhận. ({problem})</translation>
    </message>
    <message>
        <source>Too many packages of keys nobody confirmed are waiting. Confirm or refuse those keys first.</source>
        <translation>Quá nhiều gói của các khóa chưa xác nhận đang chờ. Hãy xác nhận hoặc từ chối các khóa đó trước.</translation>
    </message>
    <message>
        <source>Package {number} of {station} was refused: the journal does not say that {airing} sounded. Nothing of it was merged.</source>
        <translation>Gói số {number} của {station} bị từ chối: nhật ký không ghi {airing} đã phát. Không nhập gì từ gói này.</translation>
    </message>
    <message>
        <source>office.database in station.toml is no address of a database. It looks like postgresql://USER@HOST/NAME; empty: a file beside the program&apos;s data.</source>
        <translation>Mục office.database trong station.toml không phải địa chỉ cơ sở dữ liệu. Địa chỉ có dạng postgresql://NGƯỜI_DÙNG@MÁY/TÊN; để trống thì dùng tệp cạnh dữ liệu của chương trình.</translation>
    </message>
    <message>
        <source>The kept package {file} is damaged or missing, so this cannot be proven from here. Put it back from a backup, or let the station send it again.</source>
        <translation>Gói đã lưu {file} bị hỏng hoặc mất, nên chưa chứng minh được tại đây. Hãy lấy lại từ bản sao lưu, hoặc nhờ đài gửi lại.</translation>
    </message>
    <message>
        <source>The office&apos;s database {name} is damaged. The packages themselves are kept; put the database back from a backup.</source>
        <translation>Cơ sở dữ liệu {name} của cấp trên bị hỏng. Các gói vẫn còn; hãy khôi phục cơ sở dữ liệu từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The fingerprint of {station} here is {fingerprint}, not {said}. This is not that station&apos;s key: do not confirm it. Nothing was changed.</source>
        <translation>Dấu vân tay khóa của {station} ở đây là {fingerprint}, không phải {said}. Đây không phải khóa của đài đó: đừng xác nhận. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>A station is called {id} already. Choose another id.</source>
        <translation>Đã có đài mang mã {id}. Hãy chọn mã khác.</translation>
    </message>
    <message>
        <source>{count} keys call themselves {wanted}: {fingerprints}. Choose one by its fingerprint.</source>
        <translation>Có {count} khóa cùng xưng là {wanted}: {fingerprints}. Hãy chọn theo dấu vân tay của khóa.</translation>
    </message>
    <message>
        <source>{station} is known with another key ({fingerprint}). Say first whether it was installed anew, or whether this is another station that needs an id of its own. Nothing was changed.</source>
        <translation>{station} đã có khóa khác ({fingerprint}). Hãy nói rõ: đài này cài lại chương trình, hay là đài khác cần mã riêng. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>No key of {wanted} is waiting any more.</source>
        <translation>Không còn khóa nào của {wanted} đang chờ.</translation>
    </message>
    <message>
        <source>Nothing is to be decided about {station} any more.</source>
        <translation>Không còn gì phải quyết định về {station}.</translation>
    </message>
    <message>
        <source>{station} stated no such airing on {day} ({airing}).</source>
        <translation>{station} không báo lượt phát này vào ngày {day} ({airing}).</translation>
    </message>
    <message>
        <source>No such package of {station} waits for a decision.</source>
        <translation>Không có gói nào như vậy của {station} đang chờ quyết định.</translation>
    </message>
    <message>
        <source>This computer is a station, not an office above stations. That is set in station.toml, office.role.</source>
        <translation>Máy này là đài, không phải cơ quan cấp trên của các đài. Vai trò này đặt trong station.toml, mục office.role.</translation>
    </message>
    <message>
        <source>office.database holds a password, and station.toml is no place for one. Take it out; it is kept in station.secrets.</source>
        <translation>Mục office.database có chứa mật khẩu, mà station.toml không phải chỗ để mật khẩu. Hãy bỏ ra; mật khẩu để trong station.secrets.</translation>
    </message>
    <message>
        <source>The seal of {day} in this package does not hold. Nothing of the package was merged.</source>
        <translation>Niêm phong ngày {day} trong gói này không đúng. Không nhập gì từ gói này.</translation>
    </message>
    <message>
        <source>Stations cannot be sorted by “{sort}”.</source>
        <translation>Không xếp các đài theo “{sort}” được.</translation>
    </message>
    <message>
        <source>No station is called {station}.</source>
        <translation>Không có đài nào mang mã {station}.</translation>
    </message>
    <message>
        <source>{name} holds an office&apos;s data already. Nothing was copied; choose an empty database.</source>
        <translation>{name} đã có dữ liệu của một cơ quan cấp trên. Chưa chép gì; hãy chọn cơ sở dữ liệu trống.</translation>
    </message>
    <message>
        <source>{name} states {count} airings on {day}; no station airs more than {most} a day. Nothing of it was merged.</source>
        <translation>{name} báo {count} lượt phát trong ngày {day}; không đài nào phát quá {most} lượt một ngày. Không nhập gì từ gói này.</translation>
    </message>
    <message>
        <source>This unit is not in the tree any more. Choose another one.</source>
        <translation>Đơn vị này không còn trong cây đơn vị. Hãy chọn đơn vị khác.</translation>
    </message>
    <message>
        <source>The office&apos;s database {name} does not answer: {reason}. Nothing is lost: packages wait in the inbox. Try again later, or call whoever runs the server.</source>
        <translation>Cơ sở dữ liệu {name} của cấp trên không trả lời: {reason}. Không mất gì: các gói chờ trong hộp nhận. Hãy thử lại sau, hoặc gọi người quản lý máy chủ.</translation>
    </message>
    <message>
        <source>The disk is getting full: {free_mb} MB left. Free some room this week; the broadcast goes on.</source>
        <translation>Ổ đĩa đang đầy dần: còn {free_mb} MB. Hãy dọn bớt trong tuần này; việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Only {free_mb} MB are free on the disk, and {keep_mb} MB are kept for the broadcast and its log. Nothing was taken in. Free some room (Care of this computer), then try again.</source>
        <translation>Ổ đĩa chỉ còn {free_mb} MB; {keep_mb} MB phải để dành cho việc phát và nhật ký. Chưa nhận vào gì. Hãy dọn bớt (trang Chăm sóc máy) rồi thử lại.</translation>
    </message>
    <message>
        <source>That could not be done from here ({detail}). Nothing was changed. Follow “What do I do now?”.</source>
        <translation>Không làm được từ đây ({detail}). Chưa có gì bị thay đổi. Hãy làm theo “Làm gì bây giờ?”.</translation>
    </message>
    <message>
        <source>This version does not know that remedy ({remedy}).</source>
        <translation>Bản này không biết cách sửa ấy ({remedy}).</translation>
    </message>
    <message>
        <source>The demo station could not be made: {detail}. Your own station is not touched.</source>
        <translation>Không tạo được đài mẫu: {detail}. Đài thật không bị đụng tới.</translation>
    </message>
    <message>
        <source>The demo station&apos;s window is still open. Close it first, then delete it.</source>
        <translation>Cửa sổ đài mẫu còn đang mở. Hãy đóng cửa sổ đó rồi xóa.</translation>
    </message>
    <message>
        <source>The backup of the night could not be made: {detail}. The earlier ones are whole; it is tried again.</source>
        <translation>Đêm qua không sao lưu được: {detail}. Các bản trước vẫn nguyên vẹn; máy sẽ thử lại.</translation>
    </message>
    <message>
        <source>The newest backup is {days} days old. Plug in the backup disk, or press Back up now.</source>
        <translation>Bản sao lưu gần nhất đã {days} ngày. Hãy cắm ổ đĩa sao lưu hoặc bấm Sao lưu ngay.</translation>
    </message>
    <message>
        <source>The backup disk is not there ({path}). Plug it in; the backup is then made by itself.</source>
        <translation>Không thấy ổ đĩa sao lưu ({path}). Cắm vào là máy tự sao lưu.</translation>
    </message>
    <message>
        <source>The backup of {day} is much smaller than the one before: look whether something of the station is missing. No older backup is deleted until you have looked.</source>
        <translation>Bản sao lưu ngày {day} nhỏ hơn hẳn bản trước: hãy xem đài có thiếu gì không. Chưa có người xem thì máy không xóa bản cũ nào.</translation>
    </message>
    <message>
        <source>The backup of {day} was tried and is not good ({detail}). Make another one; if that is not good either, the disk is worn out.</source>
        <translation>Thử bản sao lưu ngày {day} không đạt ({detail}). Hãy sao lưu lại; vẫn không đạt thì ổ đĩa sao lưu đã hỏng.</translation>
    </message>
    <message>
        <source>This station was brought back from the backup of {made}. Nothing sounds until you say that the old computer is switched off: Care of this computer, Backups.</source>
        <translation>Đài này được khôi phục từ bản sao lưu {made}. Máy chưa phát gì cho đến khi có người xác nhận máy cũ đã tắt: Chăm sóc máy, thẻ Sao lưu.</translation>
    </message>
    <message>
        <source>This backup is damaged and cannot be used. Nothing was changed; choose another one.</source>
        <translation>Bản sao lưu này đã hỏng, không dùng được. Chưa có gì thay đổi; hãy chọn bản khác.</translation>
    </message>
    <message>
        <source>The station folder {path} is still in use, so the restored one could not take its place; it lies whole in {restored}. Close the program, wait a minute and open it again.</source>
        <translation>Thư mục của đài {path} còn đang được dùng nên chưa thay được; đài vừa khôi phục nằm nguyên vẹn ở {restored}. Hãy đóng chương trình, đợi một phút rồi mở lại.</translation>
    </message>
    <message>
        <source>{path} lies inside of the station itself. Choose a folder on another disk or a stick.</source>
        <translation>{path} nằm ngay trong thư mục của đài. Hãy chọn thư mục trên ổ đĩa khác hoặc USB.</translation>
    </message>
    <message>
        <source>The key for encrypted backups cannot be read ({path}). Turn encryption on again and print the new phrase.</source>
        <translation>Không đọc được khóa mã hóa bản sao lưu ({path}). Hãy bật lại mã hóa và in phiếu mới.</translation>
    </message>
    <message>
        <source>This is the only backup there is. It is not deleted.</source>
        <translation>Đây là bản sao lưu duy nhất, không xóa.</translation>
    </message>
    <message>
        <source>This backup names a file no station has ({path}). It was altered; nothing was restored.</source>
        <translation>Bản sao lưu này có tệp lạ ({path}), đã bị sửa. Không khôi phục gì.</translation>
    </message>
    <message>
        <source>There is no station in {path}.</source>
        <translation>Không có đài nào ở {path}.</translation>
    </message>
    <message>
        <source>This backup is encrypted. Type the phrase from the printed sheet.</source>
        <translation>Bản sao lưu này có mã hóa. Hãy gõ tám nhóm số trên phiếu đã in.</translation>
    </message>
    <message>
        <source>{path} has only {free_mb} MB free, {needed_mb} MB are needed. Earlier backups are whole. Make room, or choose a larger disk.</source>
        <translation>{path} chỉ còn trống {free_mb} MB, cần {needed_mb} MB. Các bản sao lưu trước vẫn nguyên vẹn. Hãy dọn bớt hoặc chọn ổ đĩa lớn hơn.</translation>
    </message>
    <message>
        <source>There is no backup in {path}.</source>
        <translation>Không có bản sao lưu nào ở {path}.</translation>
    </message>
    <message>
        <source>Group {group} ({digits}) is not as printed. Compare it with the sheet.</source>
        <translation>Nhóm {group} ({digits}) không đúng như trên phiếu. Hãy so lại.</translation>
    </message>
    <message>
        <source>The phrase has {wanted} digits in eight groups; you typed {digits}.</source>
        <translation>Dãy số trên phiếu có {wanted} chữ số chia tám nhóm; mới gõ {digits}.</translation>
    </message>
    <message>
        <source>This phrase is right in itself, but of another sheet: it does not open this backup.</source>
        <translation>Dãy số này gõ đúng nhưng là của phiếu khác, không mở được bản sao lưu này.</translation>
    </message>
    <message>
        <source>The backup disk went away meanwhile ({path}). Earlier backups are whole; plug it in and try again.</source>
        <translation>Ổ đĩa sao lưu bị rút ra giữa chừng ({path}). Các bản trước vẫn nguyên vẹn; cắm lại rồi làm lại.</translation>
    </message>
    <message>
        <source>The backup disk is not there ({path}). Plug it in.</source>
        <translation>Không thấy ổ đĩa sao lưu ({path}). Hãy cắm vào.</translation>
    </message>
    <message>
        <source>The station on this computer is newer than the backup (last entry {at}). Nothing was changed.</source>
        <translation>Đài trên máy này mới hơn bản sao lưu (ghi chép cuối lúc {at}). Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>The restored copy does not hold ({detail}). Nothing was changed; choose an earlier backup.</source>
        <translation>Bản vừa khôi phục không đạt ({detail}). Chưa có gì thay đổi; hãy chọn bản cũ hơn.</translation>
    </message>
    <message>
        <source>{path} holds the backups of several stations: {stations}.</source>
        <translation>{path} có bản sao lưu của nhiều đài: {stations}.</translation>
    </message>
    <message>
        <source>That backup is not there any more.</source>
        <translation>Bản sao lưu đó không còn nữa.</translation>
    </message>
    <message>
        <source>This station was not brought back from a backup.</source>
        <translation>Đài này không phải được khôi phục từ bản sao lưu.</translation>
    </message>
    <message>
        <source>This station was brought back from a backup. Say first that the old computer is switched off.</source>
        <translation>Đài này được khôi phục từ bản sao lưu. Trước hết hãy xác nhận máy cũ đã tắt.</translation>
    </message>
    <message>
        <source>The computer now sends its sound to “{now}”; the station used to play on “{before}”. If the horns are silent, choose their output in Settings.</source>
        <translation>Máy tính vừa chuyển tiếng sang “{now}”, trước đây đài phát ra “{before}”. Nếu loa không kêu, chọn lại thiết bị ra trong Cài đặt.</translation>
    </message>
    <message>
        <source>The station&apos;s folder is also open on the computer “{host}” (last seen {at}). Two computers on one folder spoil the log: close the program there.</source>
        <translation>Thư mục của đài cũng đang mở trên máy “{host}” (thấy lần cuối lúc {at}). Hai máy dùng chung một thư mục sẽ làm hỏng nhật ký: hãy đóng chương trình ở máy kia.</translation>
    </message>
    <message>
        <source>The station plays on “{now}”, which sounds like a screen or a headset and not like an amplifier. Choose the output in Settings.</source>
        <translation>Đài đang phát ra “{now}”, nghe tên giống màn hình hoặc tai nghe chứ không phải tăng âm. Hãy chọn thiết bị ra trong Cài đặt.</translation>
    </message>
    <message>
        <source>The system did not take it: {detail}. The station runs now, but does not start by itself.</source>
        <translation>Hệ thống không nhận: {detail}. Đài đang chạy, nhưng chưa tự khởi động cùng máy.</translation>
    </message>
    <message>
        <source>This system offers no way to start programs by themselves.</source>
        <translation>Hệ thống này không có cách cho chương trình tự chạy.</translation>
    </message>
    <message>
        <source>An update is under way already.</source>
        <translation>Đang có một lần cập nhật chưa xong.</translation>
    </message>
    <message>
        <source>The update file is damaged ({detail}). Nothing was changed. Copy it onto the stick once more.</source>
        <translation>Tệp cập nhật bị hỏng ({detail}). Máy chưa thay đổi gì. Hãy chép lại tệp vào USB.</translation>
    </message>
    <message>
        <source>The new version did not start, so the earlier one was taken back by itself. The station plays on.</source>
        <translation>Bản mới không chạy được nên máy đã tự quay về bản trước. Đài vẫn phát.</translation>
    </message>
    <message>
        <source>The new version ended in its first minute, so the earlier one was taken back by itself. The station plays on.</source>
        <translation>Bản mới bị dừng ngay phút đầu nên máy đã tự quay về bản trước. Đài vẫn phát.</translation>
    </message>
    <message>
        <source>The update did not work: {detail}. The version before plays on.</source>
        <translation>Cập nhật không thành: {detail}. Bản trước vẫn chạy.</translation>
    </message>
    <message>
        <source>The new version could not be started again and again, so the earlier one was taken back.</source>
        <translation>Bản mới nhiều lần không khởi động được nên máy đã quay về bản trước.</translation>
    </message>
    <message>
        <source>The update was interrupted (power, or the computer was shut down). The version before is in use; update again when it suits you.</source>
        <translation>Cập nhật bị ngắt giữa chừng (mất điện hoặc máy bị tắt). Bản trước vẫn đang dùng; khi nào tiện hãy cập nhật lại.</translation>
    </message>
    <message>
        <source>This copy of the program takes no updates from a stick, because it cannot check whose they are. Get the newer version from whoever installed the program.</source>
        <translation>Bản chương trình này không nhận cập nhật từ USB, vì không kiểm tra được tệp do ai làm. Hãy nhờ người đã cài chương trình đưa bản mới.</translation>
    </message>
    <message>
        <source>There is no earlier version on this computer to go back to.</source>
        <translation>Trên máy không còn bản trước để quay lại.</translation>
    </message>
    <message>
        <source>The update needs {needed_mb} MB, {free_mb} MB are free. Free some room first.</source>
        <translation>Cập nhật cần {needed_mb} MB, ổ đĩa còn {free_mb} MB. Hãy dọn bớt trước.</translation>
    </message>
    <message>
        <source>No update is ready to be put in.</source>
        <translation>Không có bản cập nhật nào đang chờ.</translation>
    </message>
    <message>
        <source>This program runs from its sources and is updated with them, not from a stick.</source>
        <translation>Chương trình này chạy từ mã nguồn và được cập nhật cùng mã nguồn, không qua USB.</translation>
    </message>
    <message>
        <source>The file holds version {version}; version {current} is in use and is not older.</source>
        <translation>Tệp chứa phiên bản {version}; phiên bản {current} đang dùng không cũ hơn.</translation>
    </message>
    <message>
        <source>Not now: a session is on, or begins within half an hour, or the window is open.</source>
        <translation>Chưa được: đang phát, hoặc trong nửa giờ nữa có buổi phát, hoặc cửa sổ còn mở.</translation>
    </message>
    <message>
        <source>The program in {path} belongs to the computer&apos;s administrator. Ask them to install the new version.</source>
        <translation>Chương trình trong {path} do người quản trị máy cài. Hãy nhờ họ cài phiên bản mới.</translation>
    </message>
    <message>
        <source>{name} is for another kind of computer ({platform}).</source>
        <translation>{name} dành cho loại máy khác ({platform}).</translation>
    </message>
    <message>
        <source>Since the update of {at}, things were aired or done that the earlier version cannot read. Going back sets them aside.</source>
        <translation>Từ lần cập nhật {at} đã có lượt phát hoặc việc làm mà bản trước không đọc được. Quay lại thì những việc ấy được cất riêng.</translation>
    </message>
    <message>
        <source>The new version does not run on this computer ({detail}). Nothing was changed.</source>
        <translation>Bản mới không chạy được trên máy này ({detail}). Máy chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>The station could not be ended for the update, so nothing was changed. Restart the computer and try again.</source>
        <translation>Không dừng được đài để cập nhật nên chưa thay đổi gì. Khởi động lại máy tính rồi thử lại.</translation>
    </message>
    <message>
        <source>The update file claims {megabytes} MB, which no version of this program has. It is not used.</source>
        <translation>Tệp cập nhật ghi dung lượng {megabytes} MB, không bản nào của chương trình lớn như vậy. Tệp không được dùng.</translation>
    </message>
    <message>
        <source>{name} cannot be read. Is the stick still plugged in?</source>
        <translation>Không đọc được {name}. USB còn cắm không?</translation>
    </message>
    <message>
        <source>{name} does not come from the makers of this program, or was altered. It is not used.</source>
        <translation>{name} không phải do nơi làm chương trình phát hành, hoặc đã bị sửa. Tệp không được dùng.</translation>
    </message>
    <message>
        <source>The update waits for a quiet moment.</source>
        <translation>Bản cập nhật đang chờ lúc không có buổi phát.</translation>
    </message>
    <message>
        <source>There are no steps for “{asked}”. Read the guide (F1).</source>
        <translation>Chưa có hướng dẫn riêng cho “{asked}”. Hãy xem hướng dẫn (F1).</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>The program cannot open</source>
        <translation>Chương trình chưa mở được</translation>
    </message>
    <message>
        <source>Station folder: {folder}</source>
        <translation>Thư mục dữ liệu của đài: {folder}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Sao chép chi tiết</translation>
    </message>
    <message>
        <source>Write the file for support…</source>
        <translation>Ghi tệp cho người hỗ trợ…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>A backup brings the station back; what is here now is kept beside it.</source>
        <translation>Có bản sao lưu thì khôi phục lại được đài; những gì đang có ở đây vẫn được giữ lại bên cạnh.</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>silent</source>
        <translation>im lặng</translation>
    </message>
</context>
<context>
    <name>LockSheet</name>
    <message>
        <source>The window is locked</source>
        <translation>Cửa sổ đang khóa</translation>
    </message>
</context>
<context>
    <name>LockStrip</name>
    <message>
        <source>On air now</source>
        <translation>Đang phát</translation>
    </message>
    <message>
        <source>Output level</source>
        <translation>Mức âm ra</translation>
    </message>
    <message>
        <source>STOP ALL</source>
        <translation>DỪNG TẤT CẢ</translation>
    </message>
    <message>
        <source>Silences the loudspeakers at once. Ctrl+Shift+S</source>
        <translation>Tắt tiếng toàn bộ loa ngay lập tức. Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Stopped by hand. Sign in to go on broadcasting.</source>
        <translation>Đang dừng theo lệnh. Đăng nhập để phát tiếp.</translation>
    </message>
    <message>
        <source>EMERGENCY  F9</source>
        <translation>PHÁT KHẨN CẤP  F9</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Change the look now?</source>
        <translation>Đổi giao diện ngay?</translation>
    </message>
    <message>
        <source>The pages are built anew. Not saved yet: {what}.</source>
        <translation>Các trang sẽ được dựng lại. Chưa lưu: {what}.</translation>
    </message>
    <message>
        <source>Change and discard</source>
        <translation>Đổi và bỏ phần chưa lưu</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the station…</source>
        <translation>Đang mở dữ liệu của đài…</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Đóng mà không lưu?</translation>
    </message>
    <message>
        <source>Not saved yet: {what}. The broadcast goes on either way.</source>
        <translation>Chưa lưu: {what}. Chọn cách nào thì việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Close and discard</source>
        <translation>Đóng, bỏ thay đổi</translation>
    </message>
    <message>
        <source>{name} (demo)</source>
        <translation>{name} (đài mẫu)</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>This page is not available in this version.</source>
        <translation>Trang này chưa có trong phiên bản đang dùng.</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Sign with your PIN</source>
        <translation>Ký bằng mã PIN</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi tới máy in.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Write the reason: it goes into the record.</source>
        <translation>Hãy ghi lý do: lý do được lưu vào sổ.</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>RightsKeeper</name>
    <message>
        <source>Your rights here are: looking, listening and printing. “Change person” lets somebody else sign in.</source>
        <translation>Quyền ở đây: xem, nghe và in. Bấm “Đổi người” để người khác đăng nhập.</translation>
    </message>
</context>
<context>
    <name>Secret</name>
    <message>
        <source>4 to 12 digits, or a password of 8 letters and digits or more.</source>
        <translation>4 đến 12 chữ số, hoặc mật khẩu từ 8 ký tự trở lên.</translation>
    </message>
    <message>
        <source>A PIN is 4 to 12 digits.</source>
        <translation>Mã PIN gồm 4 đến 12 chữ số.</translation>
    </message>
    <message>
        <source>A PIN is 4 to 12 digits; a password has 8 characters or more.</source>
        <translation>Mã PIN gồm 4 đến 12 chữ số; mật khẩu từ 8 ký tự trở lên.</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>Mã PIN này quá dễ đoán.</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>Mật khẩu này quá dễ đoán.</translation>
    </message>
    <message>
        <source>The two entries differ.</source>
        <translation>Hai lần nhập không giống nhau.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show or hide what is typed</source>
        <translation>Hiện hoặc ẩn phần vừa nhập</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>On air</source>
        <translation>Trực phát</translation>
    </message>
    <message>
        <source>This morning</source>
        <translation>Sáng nay</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Bản tin</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lịch phát</translation>
    </message>
    <message>
        <source>Airing log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Stations below</source>
        <translation>Các đài cấp dưới</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Chăm sóc máy</translation>
    </message>
    <message>
        <source>Send up</source>
        <translation>Gửi cấp trên</translation>
    </message>
    <message>
        <source>{page}, {count} waiting</source>
        <translation>{page}, {count} mục đang chờ</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>This PIN was made by somebody else and holds once. Choose one of your own: {rule}</source>
        <translation>Mã PIN này do người khác cấp, chỉ dùng một lần. Hãy tự đặt mã của mình: {rule}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
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
        <source>Type your PIN.</source>
        <translation>Hãy nhập mã PIN.</translation>
    </message>
</context>
<context>
    <name>SignInCard</name>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Forgot your PIN?</source>
        <translation>Quên mã PIN?</translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation>Cửa sổ đang khóa</translation>
    </message>
    <message>
        <source>{name} was here. Nothing of what was begun is lost, and the broadcast goes on.</source>
        <translation>{name} đang làm dở. Những gì đang làm không mất, và việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>The broadcast goes on by itself, signed in or not.</source>
        <translation>Đăng nhập hay chưa, việc phát thanh vẫn tự chạy.</translation>
    </message>
</context>
<context>
    <name>SlimMeter</name>
    <message>
        <source>silent</source>
        <translation>im lặng</translation>
    </message>
</context>
<context>
    <name>Splash</name>
    <message>
        <source>Opening the station…</source>
        <translation>Đang mở dữ liệu của đài…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Locks this window; the broadcast goes on. Ctrl+Shift+L</source>
        <translation>Khóa cửa sổ này; việc phát thanh vẫn tiếp tục. Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>Đổi người</translation>
    </message>
    <message>
        <source>Playing process: starting</source>
        <translation>Bộ phát: đang khởi động</translation>
    </message>
    <message>
        <source>Playing process: not running</source>
        <translation>Bộ phát: chưa chạy</translation>
    </message>
    <message>
        <source>Playing process: no sound device</source>
        <translation>Bộ phát: không có thiết bị âm thanh</translation>
    </message>
    <message>
        <source>Playing process: stopped by hand</source>
        <translation>Bộ phát: đang dừng theo lệnh</translation>
    </message>
    <message>
        <source>Playing process: on air</source>
        <translation>Bộ phát: đang phát</translation>
    </message>
    <message>
        <source>Playing process: ready</source>
        <translation>Bộ phát: đang chạy</translation>
    </message>
    <message>
        <source>Clock off by {seconds} s</source>
        <translation>Lệch giờ {seconds} giây</translation>
    </message>
    <message>
        <source>Journal: line {number}</source>
        <translation>Nhật ký: dòng {number}</translation>
    </message>
    <message>
        <source>Emergency: next round waits</source>
        <translation>Khẩn cấp: chờ đợt sau</translation>
    </message>
    <message>
        <source>The microphone is open (F10 closes it)</source>
        <translation>Micrô đang mở (F10 để đóng)</translation>
    </message>
    <message>
        <source>A relay is on (F10 ends it)</source>
        <translation>Đang tiếp sóng (F10 để kết thúc)</translation>
    </message>
    <message>
        <source>An item was put into the session</source>
        <translation>Đang phát một mục bằng “Phát tiếp ngay”</translation>
    </message>
    <message>
        <source>Emergency on air (F10 ends it)</source>
        <translation>Đang phát khẩn cấp (F10 để kết thúc)</translation>
    </message>
    <message>
        <source>Disk: {size} GB free</source>
        <translation>Ổ đĩa còn {size} GB</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Đang xử lý…</translation>
    </message>
</context>
<context>
    <name>ToastBar</name>
    <message>
        <source>Copy details</source>
        <translation>Sao chép chi tiết</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>VolumeSlider</name>
    <message>
        <source>Volume of listening in the window</source>
        <translation>Âm lượng nghe thử</translation>
    </message>
    <message>
        <source>Only here: the broadcast is as loud as ever</source>
        <translation>Chỉ ở đây: âm lượng phát ra loa không đổi</translation>
    </message>
</context>
</TS>
