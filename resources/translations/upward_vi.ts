<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare the office&apos;s fingerprint</source>
        <translation>So dấu vân tay khóa của cấp trên</translation>
    </message>
    <message>
        <source>Until now another key was confirmed ({before}). Confirm the new one only if the office says that it has changed its key, for example on a new computer.</source>
        <translation>Trước nay đã xác nhận một khóa khác ({before}). Chỉ xác nhận khóa mới khi chính cấp trên nói họ đã đổi khóa, ví dụ do thay máy tính.</translation>
    </message>
    <message>
        <source>the office above</source>
        <translation>cơ quan cấp trên</translation>
    </message>
    <message>
        <source>Call {name} on a number you know – not one from the letter itself – and let them read out the fingerprint their program shows under “Stations below”. It must be the same, digit by digit:</source>
        <translation>Gọi cho {name} theo số điện thoại anh/chị đã biết từ trước – không dùng số ghi trong chính thư này – và nhờ họ đọc dấu vân tay hiện ở mục “Các đài cấp dưới” trên máy họ. Dãy số phải giống hệt, từng chữ số:</translation>
    </message>
    <message>
        <source>The last four, as they read them out</source>
        <translation>Bốn số cuối bên kia đọc</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Đúng là giống nhau</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>These are not the last four of this key. If they read something else, do not confirm: it is not theirs.</source>
        <translation>Đây không phải bốn số cuối của khóa này. Nếu họ đọc số khác thì đừng xác nhận: đó không phải khóa của họ.</translation>
    </message>
</context>
<context>
    <name>DownCard</name>
    <message>
        <source>From the office above</source>
        <translation>Cấp trên gửi xuống</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Letters and messages</source>
        <translation>Văn bản và thông điệp</translation>
    </message>
    <message>
        <source>Letters and messages of the office arrive here: letters go into the register, messages into the library as drafts. Nothing airs by itself.</source>
        <translation>Văn bản, thông điệp cấp trên gửi xuống sẽ hiện ở đây: văn bản vào sổ, thông điệp vào Thư viện ở dạng bản nháp. Không có gì tự phát.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Compare the key…</source>
        <translation>So khóa…</translation>
    </message>
    <message>
        <source>Do not take it in</source>
        <translation>Không nhận</translation>
    </message>
    <message>
        <source>From a stick…</source>
        <translation>Lấy từ USB…</translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Is this the right server?</source>
        <translation>Có đúng máy chủ này không?</translation>
    </message>
    <message>
        <source>Until now it answered with another key ({before}). Go on only if the office says that its server was set up anew.</source>
        <translation>Trước nay máy chủ này trả lời bằng khóa khác ({before}). Chỉ tiếp tục khi cấp trên nói họ đã cài lại máy chủ.</translation>
    </message>
    <message>
        <source>The server {host} is seen for the first time. Ask the office for the fingerprint of its server and compare it with this one:</source>
        <translation>Lần đầu kết nối tới máy chủ {host}. Hỏi cấp trên dấu vân tay máy chủ của họ rồi so với dãy này:</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>Đúng là giống</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Keys</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>This station&apos;s fingerprint, to read out when the office calls:</source>
        <translation>Dấu vân tay của đài, để đọc khi cấp trên gọi hỏi:</translation>
    </message>
    <message>
        <source>This station&apos;s key as a square code</source>
        <translation>Khóa của đài dạng mã QR</translation>
    </message>
    <message>
        <source>No office has been confirmed yet: its first answer shows its fingerprint here.</source>
        <translation>Chưa xác nhận cơ quan cấp trên nào. Khi cấp trên trả lời lần đầu, chương trình sẽ mời anh/chị so khóa.</translation>
    </message>
    <message>
        <source>The office above – {name}, confirmed by {by}, {time}:</source>
        <translation>Cấp trên – {name}, do {by} xác nhận lúc {time}:</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>chưa rõ tên</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Where packages go</source>
        <translation>Nơi gửi gói</translation>
    </message>
    <message>
        <source>Set the place…</source>
        <translation>Đặt nơi gửi…</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Nhịp gửi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Gửi gần nhất</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Biên nhận gần nhất</translation>
    </message>
    <message>
        <source>No. {number}, {time}</source>
        <translation>Gói {number}, {time}</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Where packages go</source>
        <translation>Nơi gửi gói</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Tự chuyển tay</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Thử kết nối</translation>
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
        <source>a folder, a network share, a folder kept in step</source>
        <translation>thư mục, thư mục dùng chung trên mạng, thư mục đồng bộ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>As the office gave it: https://…</source>
        <translation>Theo địa chỉ cấp trên cung cấp: https://…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Folder there</source>
        <translation>Thư mục trên máy chủ</translation>
    </message>
    <message>
        <source>Bucket and folder</source>
        <translation>Bucket và thư mục</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Địa chỉ dịch vụ</translation>
    </message>
    <message>
        <source>Empty: Amazon&apos;s own</source>
        <translation>Để trống: dùng dịch vụ của Amazon</translation>
    </message>
    <message>
        <source>User or key id</source>
        <translation>Tên đăng nhập hoặc mã khóa</translation>
    </message>
    <message>
        <source>Password or secret key</source>
        <translation>Mật khẩu hoặc khóa bí mật</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Tệp khóa</translation>
    </message>
    <message>
        <source>Only where the server asks for a key instead</source>
        <translation>Chỉ cần khi máy chủ dùng khóa thay cho mật khẩu</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Nhịp gửi</translation>
    </message>
    <message>
        <source>Also send the sound of what aired</source>
        <translation>Gửi kèm âm thanh đã phát</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Makes packages much larger.</source>
        <translation>Gói sẽ lớn hơn nhiều.</translation>
    </message>
    <message>
        <source>kept; type here to change it</source>
        <translation>đã lưu; gõ vào đây nếu muốn đổi</translation>
    </message>
    <message>
        <source>Nothing goes over any line. You make a package when you want one, and carry it on a stick or send it by e-mail.</source>
        <translation>Không gửi gì qua mạng. Khi cần, anh/chị bấm tạo gói rồi chép ra USB hoặc gửi thư điện tử.</translation>
    </message>
    <message>
        <source>A stick that stays plugged in, a share of the office, or a folder another program keeps in step with a server.</source>
        <translation>USB cắm thường xuyên, thư mục dùng chung của cơ quan, hoặc thư mục được phần mềm khác đồng bộ lên máy chủ.</translation>
    </message>
    <message>
        <source>Nextcloud and most office servers. The line is encrypted.</source>
        <translation>Nextcloud và phần lớn máy chủ cơ quan. Đường truyền được mã hóa.</translation>
    </message>
    <message>
        <source>A server the office runs; its key is compared once.</source>
        <translation>Máy chủ do cấp trên quản lý; so khóa một lần khi kết nối lần đầu.</translation>
    </message>
    <message>
        <source>Storage of a provider in Việt Nam or elsewhere that speaks S3.</source>
        <translation>Dịch vụ lưu trữ trong nước hoặc nước ngoài theo chuẩn S3.</translation>
    </message>
    <message>
        <source>Folder packages go to</source>
        <translation>Chọn thư mục để gửi gói</translation>
    </message>
    <message>
        <source>Writing and reading a small file…</source>
        <translation>Đang ghi rồi đọc thử một tệp nhỏ…</translation>
    </message>
    <message>
        <source>It works: a small file was written, read back and removed.</source>
        <translation>Kết nối tốt: đã ghi, đọc lại và xóa một tệp nhỏ.</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Packages</source>
        <translation>Gói đã tạo</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Ngày phát</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Tình hình</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Copy to a stick…</source>
        <translation>Chép ra USB…</translation>
    </message>
    <message>
        <source>Save for e-mail…</source>
        <translation>Lưu để gửi thư…</translation>
    </message>
    <message>
        <source>The office has it</source>
        <translation>Cấp trên đã nhận</translation>
    </message>
    <message>
        <source>Package of everything…</source>
        <translation>Gói lại toàn bộ…</translation>
    </message>
</context>
<context>
    <name>Upward</name>
    <message>
        <source>Handed over</source>
        <translation>Đã giao tay</translation>
    </message>
    <message>
        <source>Waits above</source>
        <translation>Cấp trên đang chờ</translation>
    </message>
    <message>
        <source>Waiting to go</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>Tried again at {time}.</source>
        <translation>Thử lại lúc {time}.</translation>
    </message>
    <message>
        <source>Goes with the next round.</source>
        <translation>Sẽ gửi trong lượt tới.</translation>
    </message>
    <message>
        <source>Copy it to a stick or save it for e-mail.</source>
        <translation>Chép ra USB hoặc lưu để gửi thư điện tử.</translation>
    </message>
    <message>
        <source>The office has not answered yet.</source>
        <translation>Chưa có biên nhận của cấp trên.</translation>
    </message>
    <message>
        <source>Acknowledged at {time}.</source>
        <translation>Cấp trên ký nhận lúc {time}.</translation>
    </message>
    <message>
        <source>Send it again, or make a package of everything.</source>
        <translation>Hãy gửi lại, hoặc gói lại toàn bộ.</translation>
    </message>
    <message>
        <source>The office says: {said} {advice}</source>
        <translation>Cấp trên trả lời: {said} {advice}</translation>
    </message>
    <message>
        <source>Taken in part</source>
        <translation>Nhận một phần</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã vào sổ</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Chờ xác nhận</translation>
    </message>
    <message>
        <source>For others</source>
        <translation>Gửi nơi khác</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Không nhận</translation>
    </message>
    <message>
        <source>was here already</source>
        <translation>đã có từ trước</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>By hand: a stick or e-mail</source>
        <translation>Tự chuyển tay: USB hoặc thư điện tử</translation>
    </message>
    <message>
        <source>Folder {path}</source>
        <translation>Thư mục {path}</translation>
    </message>
    <message>
        <source>A package each night</source>
        <translation>Mỗi đêm một gói</translation>
    </message>
    <message>
        <source>A package each Monday</source>
        <translation>Mỗi thứ Hai một gói</translation>
    </message>
    <message>
        <source>Only when somebody makes one</source>
        <translation>Chỉ khi có người bấm tạo</translation>
    </message>
</context>
<context>
    <name>UpwardPage</name>
    <message>
        <source>Make a package now</source>
        <translation>Tạo gói ngay</translation>
    </message>
    <message>
        <source>Copy to a stick…</source>
        <translation>Chép ra USB…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Send up</source>
        <translation>Gửi cấp trên</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>So khóa…</translation>
    </message>
    <message>
        <source>A package holds the airing log with its seals, the signatures and what was aired for each letter. The office above can check it and nobody can alter it on the way.</source>
        <translation>Mỗi gói chứa nhật ký phát thanh đã niêm phong, chữ ký và kết quả phát theo từng văn bản. Cấp trên kiểm tra được, không ai sửa được dọc đường.</translation>
    </message>
    <message>
        <source>The first one is made tonight.</source>
        <translation>Gói đầu tiên sẽ được tạo đêm nay.</translation>
    </message>
    <message>
        <source>Set where packages go, or make one and carry it on a stick.</source>
        <translation>Đặt nơi gửi, hoặc tạo gói rồi mang đi bằng USB.</translation>
    </message>
    <message>
        <source>The office above signs with another key than the one confirmed. Call them before anything counts.</source>
        <translation>Cấp trên ký bằng khóa khác với khóa đã xác nhận. Gọi hỏi họ trước; từ giờ đến lúc đó không có gì được tính.</translation>
    </message>
    <message>
        <source>The office above has answered. Compare its key with them once by telephone; until then its answers and letters do not count.</source>
        <translation>Cấp trên đã trả lời. Gọi điện so khóa với họ một lần; trước đó biên nhận và văn bản gửi xuống chưa được tính.</translation>
    </message>
    <message>
        <source>Making a package needs a signature.</source>
        <translation>Tạo gói cần có người ký.</translation>
    </message>
    <message>
        <source>Making the package…</source>
        <translation>Đang tạo gói…</translation>
    </message>
    <message>
        <source>Make a package of everything?</source>
        <translation>Gói lại toàn bộ?</translation>
    </message>
    <message>
        <source>It states the whole log from its first line. Only for an office that lost its data or asks for it; it may be large.</source>
        <translation>Gói này nêu lại toàn bộ nhật ký từ dòng đầu tiên. Chỉ dùng khi cấp trên mất dữ liệu hoặc yêu cầu; gói có thể lớn.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Tạo gói</translation>
    </message>
    <message>
        <source>{name} is made.</source>
        <translation>Đã tạo {name}.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Đang gửi…</translation>
    </message>
    <message>
        <source>Which stick or folder?</source>
        <translation>Chép ra USB hay thư mục nào?</translation>
    </message>
    <message>
        <source>Copying packages needs a signature.</source>
        <translation>Chép gói cần có người ký.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Đang chép…</translation>
    </message>
    <message>
        <source>{count} packages are on their way.</source>
        <translation>Đã chuyển đi {count} gói.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Không có gói nào chờ gửi.</translation>
    </message>
    <message>
        <source>Confirming the server&apos;s key needs a signature.</source>
        <translation>Xác nhận khóa máy chủ cần có người ký.</translation>
    </message>
    <message>
        <source>Sending a package again needs a signature.</source>
        <translation>Gửi lại gói cần có người ký.</translation>
    </message>
    <message>
        <source>Save the package for e-mail</source>
        <translation>Lưu gói để gửi thư điện tử</translation>
    </message>
    <message>
        <source>Saved: {name}. Attach it to an e-mail; when the office says it has come, press “The office has it”.</source>
        <translation>Đã lưu {name}. Đính kèm tệp này vào thư điện tử; khi cấp trên báo đã nhận, bấm “Cấp trên đã nhận”.</translation>
    </message>
    <message>
        <source>Has the office got package {number}?</source>
        <translation>Cấp trên đã nhận gói {number}?</translation>
    </message>
    <message>
        <source>It then counts as received, on your word. The program no longer waits for the office&apos;s own answer.</source>
        <translation>Gói sẽ được tính là đã nhận theo lời anh/chị. Chương trình không chờ biên nhận của cấp trên nữa.</translation>
    </message>
    <message>
        <source>Yes, they have it</source>
        <translation>Đúng, đã nhận</translation>
    </message>
    <message>
        <source>Confirming it needs a signature.</source>
        <translation>Xác nhận việc này cần có người ký.</translation>
    </message>
    <message>
        <source>Packages and answers of the office</source>
        <translation>Gói và biên nhận của cấp trên</translation>
    </message>
    <message>
        <source>Taking in letters needs a signature.</source>
        <translation>Nhận văn bản cần có người ký.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Read. Letters stand in the register, messages in the library as drafts.</source>
        <translation>Đã đọc xong. Văn bản nằm trong sổ, thông điệp nằm trong Thư viện ở dạng bản nháp.</translation>
    </message>
    <message>
        <source>Confirming the office&apos;s key needs a signature.</source>
        <translation>Xác nhận khóa của cấp trên cần có người ký.</translation>
    </message>
    <message>
        <source>Reading what waited…</source>
        <translation>Đang đọc những gì còn chờ…</translation>
    </message>
    <message>
        <source>The office&apos;s key is confirmed.</source>
        <translation>Đã xác nhận khóa của cấp trên.</translation>
    </message>
    <message>
        <source>Refusing a sender needs a signature.</source>
        <translation>Từ chối người gửi cần có người ký.</translation>
    </message>
    <message>
        <source>Changing where packages go needs a signature.</source>
        <translation>Đổi nơi gửi cần có người ký.</translation>
    </message>
    <message>
        <source>The place is saved.</source>
        <translation>Đã lưu nơi gửi.</translation>
    </message>
</context>
</TS>
