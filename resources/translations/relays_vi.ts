<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>LetterRelayDialog</name>
    <message>
        <source>Put the relay into the schedule</source>
        <translation>Xếp chương trình tiếp sóng vào lịch</translation>
    </message>
    <message>
        <source>The letter: “{words}”</source>
        <translation>Văn bản viết: “{words}”</translation>
    </message>
    <message>
        <source>Put it into the schedule</source>
        <translation>Thêm vào lịch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Thêm mới…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Bắt đầu lúc</translation>
    </message>
    <message>
        <source>The letter does not say the hour. Ask for it, then enter it here.</source>
        <translation>Văn bản không ghi giờ. Hãy hỏi lại rồi nhập vào đây.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>No programme is entered yet: press “New…” and enter where its sound comes from.</source>
        <translation>Chưa có chương trình tiếp sóng nào: bấm “Thêm mới…” rồi nhập nguồn tiếng.</translation>
    </message>
    <message>
        <source>“{name}” is not approved for now. It can be put into the schedule, but it airs only once it is approved.</source>
        <translation>“{name}” hiện chưa được duyệt. Có thể xếp vào lịch trước, nhưng duyệt rồi mới được phát.</translation>
    </message>
    <message>
        <source>in “{session}”</source>
        <translation>trong “{session}”</translation>
    </message>
    <message>
        <source>as a session of its own</source>
        <translation>thành một buổi riêng</translation>
    </message>
    <message>
        <source>{day}, from {starts} to {ends}, {place}.</source>
        <translation>{day}, từ {starts} đến {ends}, {place}.</translation>
    </message>
    <message>
        <source>The session is held longer for it, until {ends}.</source>
        <translation>Buổi phát kéo dài thêm, đến {ends}.</translation>
    </message>
    <message>
        <source>Enter a programme of another station.</source>
        <translation>Thêm chương trình tiếp sóng.</translation>
    </message>
    <message>
        <source>Put a relay into the schedule.</source>
        <translation>Xếp chương trình tiếp sóng vào lịch.</translation>
    </message>
    <message>
        <source>The relay is in the schedule of {day}.</source>
        <translation>Đã xếp chương trình tiếp sóng vào lịch ngày {day}.</translation>
    </message>
</context>
<context>
    <name>LetterRelayPart</name>
    <message>
        <source>Put the relay into the schedule…</source>
        <translation>Thêm tiếp sóng vào lịch…</translation>
    </message>
    <message>
        <source>Its day is over.</source>
        <translation>Đã qua ngày này.</translation>
    </message>
</context>
<context>
    <name>RelayApproveDialog</name>
    <message>
        <source>Approve a programme of another station</source>
        <translation>Duyệt chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nguồn tiếng</translation>
    </message>
    <message>
        <source>When it is lost</source>
        <translation>Khi mất sóng</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>You sign for a programme nobody here hears beforehand: it airs as the other station sends it, at the hours of the schedule. Another address or another replacement needs another approval.</source>
        <translation>Anh/chị ký cho một chương trình không ai ở đây nghe trước: đài bạn phát thế nào thì loa phát thế ấy, vào đúng giờ trong lịch. Đổi nguồn tiếng hoặc đổi mục phát thay thì phải duyệt lại.</translation>
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
    <name>RelaySourcesDialog</name>
    <message>
        <source>Programmes of other stations</source>
        <translation>Chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>Add a programme…</source>
        <translation>Thêm chương trình…</translation>
    </message>
    <message>
        <source>What the schedule may take over from the province or from Voice of Vietnam, by a standing decision. Only an approved programme airs, only from this address, and only at the hours of the schedule.</source>
        <translation>Những chương trình của đài tỉnh, Đài Tiếng nói Việt Nam mà lịch phát được tiếp sóng theo quyết định của xã. Chỉ chương trình đã duyệt mới được phát, đúng nguồn này và đúng giờ trong lịch.</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nguồn tiếng</translation>
    </message>
    <message>
        <source>When it is lost</source>
        <translation>Khi mất sóng</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>No programme yet. Add the address the province gave, or the input the receiver is plugged into.</source>
        <translation>Chưa có chương trình nào. Hãy thêm địa chỉ đài tỉnh cho, hoặc đầu vào mà máy thu đang cắm vào.</translation>
    </message>
    <message>
        <source>Show removed ones</source>
        <translation>Hiện cả chương trình đã bỏ</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Duyệt…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Try the sound</source>
        <translation>Thử tín hiệu</translation>
    </message>
    <message>
        <source>Tries the programme for some seconds. Nothing goes on the air.</source>
        <translation>Thử nguồn tiếng trong vài giây. Không có gì phát ra loa.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Programmes of other stations.</source>
        <translation>Sửa danh sách chương trình tiếp sóng.</translation>
    </message>
    <message>
        <source>I approve the relay of “{name}” as shown.</source>
        <translation>Tôi duyệt cho tiếp sóng “{name}” như đã hiện.</translation>
    </message>
    <message>
        <source>“{name}” is approved.</source>
        <translation>Đã duyệt “{name}”.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>It is left out of every session to come. What was broadcast stays in the log.</source>
        <translation>Chương trình sẽ không có trong các buổi sắp tới. Những lần đã phát vẫn còn trong nhật ký.</translation>
    </message>
    <message>
        <source>Withdraw “{name}”.</source>
        <translation>Thu hồi “{name}”.</translation>
    </message>
    <message>
        <source>“{name}” was withdrawn.</source>
        <translation>Đã thu hồi “{name}”.</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>Bỏ “{name}”?</translation>
    </message>
    <message>
        <source>It leaves the list and airs no more. It can be restored, and must then be approved anew.</source>
        <translation>Chương trình rời danh sách và không phát nữa. Có thể khôi phục, nhưng khi đó phải duyệt lại.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>Đã bỏ “{name}”.</translation>
    </message>
    <message>
        <source>“{name}” is back. It must be approved before it airs.</source>
        <translation>Đã khôi phục “{name}”. Phải duyệt rồi mới được phát.</translation>
    </message>
    <message>
        <source>It waits for the second approver now.</source>
        <translation>Đang chờ người thứ hai duyệt.</translation>
    </message>
</context>
<context>
    <name>Relays</name>
    <message>
        <source>Address on the network</source>
        <translation>Địa chỉ trên mạng</translation>
    </message>
    <message>
        <source>Line input</source>
        <translation>Đầu vào của máy</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>the computer&apos;s usual input</source>
        <translation>mặc định</translation>
    </message>
    <message>
        <source>Approved until {day}</source>
        <translation>Duyệt đến {day}</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Approved from {day}</source>
        <translation>Duyệt từ {day}</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Chưa duyệt</translation>
    </message>
    <message>
        <source>One of two agreed</source>
        <translation>Chờ người thứ hai</translation>
    </message>
    <message>
        <source>Approval is over</source>
        <translation>Hết hạn duyệt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã thu hồi</translation>
    </message>
    <message>
        <source>Replacement is gone</source>
        <translation>Mất mục phát thay</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>It does not air until it is approved.</source>
        <translation>Chưa được duyệt thì chưa phát.</translation>
    </message>
    <message>
        <source>{name} agreed as the first; a second approver must agree too.</source>
        <translation>{name} đã duyệt lần thứ nhất; còn cần người thứ hai duyệt.</translation>
    </message>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>Đã thu hồi: {reason}</translation>
    </message>
    <message>
        <source>“{title}”, which sounds when the other station is lost, was withdrawn or changed. Choose another and have it approved anew: until then it does not air.</source>
        <translation>“{title}”, mục phát thay khi mất sóng, đã bị thu hồi hoặc thay đổi. Hãy chọn mục khác rồi duyệt lại; từ nay đến lúc đó chương trình này không phát.</translation>
    </message>
    <message>
        <source>Approved by {names} on {day}.</source>
        <translation>{names} duyệt ngày {day}.</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>để im lặng</translation>
    </message>
    <message>
        <source>{level} dB at its loudest</source>
        <translation>lúc to nhất {level} dB</translation>
    </message>
    <message>
        <source>Heard, but very low: {level}. Turn it up where it comes from.</source>
        <translation>Có tiếng nhưng rất nhỏ: {level}. Hãy chỉnh to ở nơi phát tiếng.</translation>
    </message>
    <message>
        <source>Heard well: {level}.</source>
        <translation>Nghe rõ: {level}.</translation>
    </message>
    <message>
        <source>It answers, but there is only silence. Perhaps their programme has not begun.</source>
        <translation>Có kết nối nhưng chỉ im lặng. Có thể chương trình của đài bạn chưa bắt đầu.</translation>
    </message>
    <message>
        <source>No answer. Check the network line and the address.</source>
        <translation>Không kết nối được. Hãy kiểm tra đường mạng và địa chỉ.</translation>
    </message>
    <message>
        <source>The other side refuses. Ask whether the address and the password are right.</source>
        <translation>Đài bạn từ chối. Hãy hỏi lại xem địa chỉ và mật khẩu có đúng không.</translation>
    </message>
    <message>
        <source>There is something, but no sound that can be played. Check the address.</source>
        <translation>Có kết nối nhưng không phải âm thanh phát được. Hãy kiểm tra lại địa chỉ.</translation>
    </message>
    <message>
        <source>It broke off. Check the network line.</source>
        <translation>Bị ngắt giữa chừng. Hãy kiểm tra đường mạng.</translation>
    </message>
    <message>
        <source>This input is not on the computer. Plug the receiver in.</source>
        <translation>Máy không có đầu vào này. Hãy cắm máy thu vào.</translation>
    </message>
    <message>
        <source>The input cannot be opened: another program may hold it.</source>
        <translation>Không mở được đầu vào: có thể chương trình khác đang dùng.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Tệp không còn ở chỗ cũ.</translation>
    </message>
    <message>
        <source>Nothing was heard.</source>
        <translation>Không nghe thấy gì.</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Change a programme of another station</source>
        <translation>Sửa chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>New programme of another station</source>
        <translation>Thêm chương trình tiếp sóng</translation>
    </message>
    <message>
        <source>Try the sound</source>
        <translation>Thử tín hiệu</translation>
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
        <source>Thời sự VOV1</source>
        <translation>Thời sự VOV1</translation>
    </message>
    <message>
        <source>The computer&apos;s usual input</source>
        <translation>Đầu vào mặc định của máy</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Để im lặng</translation>
    </message>
    <message>
        <source>Number of the decision, hours</source>
        <translation>Số quyết định, khung giờ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nguồn tiếng</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>As the other station gave it: http:// or https://</source>
        <translation>Đúng như đài bạn cho: http:// hoặc https://</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Where the receiver is plugged in</source>
        <translation>Nơi cắm máy thu</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>When it is lost</source>
        <translation>Khi mất sóng</translation>
    </message>
    <message>
        <source>After ten seconds without sound this item sounds, until the other station is back</source>
        <translation>Mười giây không có tiếng thì phát mục này, đến khi đài bạn có tiếng lại</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Give it the name people know it by.</source>
        <translation>Hãy đặt tên quen gọi của chương trình.</translation>
    </message>
    <message>
        <source>Type the address of the programme: http://… or https://…</source>
        <translation>Hãy gõ địa chỉ của chương trình: http://… hoặc https://…</translation>
    </message>
    <message>
        <source>Choose a sound file.</source>
        <translation>Hãy chọn một tệp âm thanh.</translation>
    </message>
    <message>
        <source>It is approved as it is now. With another address or another replacement it must be approved anew before it airs; its name and the decision may change.</source>
        <translation>Chương trình đã được duyệt như hiện nay. Đổi nguồn tiếng hoặc đổi mục phát thay thì phải duyệt lại rồi mới phát; đổi tên và quyết định thì không cần.</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>Choose a sound file</source>
        <translation>Chọn tệp âm thanh</translation>
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
        <source>What sounds when it is lost</source>
        <translation>Phát gì khi mất sóng</translation>
    </message>
    <message>
        <source>Only approved items.</source>
        <translation>Chỉ chọn được mục đã duyệt.</translation>
    </message>
</context>
<context>
    <name>TrialStrip</name>
    <message>
        <source>Level of the programme</source>
        <translation>Mức tiếng của chương trình</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Trying “{name}”…</source>
        <translation>Đang thử tín hiệu “{name}”…</translation>
    </message>
</context>
</TS>
