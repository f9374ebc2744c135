<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DemoStrip</name>
    <message>
        <source>Close the demo station</source>
        <translation>Đóng đài mẫu</translation>
    </message>
    <message>
        <source>DEMO STATION – to try things out. Nothing comes out of the real loudspeakers.</source>
        <translation>ĐÀI MẪU – để tập thử, không phát ra loa thật.</translation>
    </message>
    <message>
        <source>DEMO STATION – to try things out. It sounds through this computer&apos;s loudspeakers!</source>
        <translation>ĐÀI MẪU – để tập thử, ĐANG phát ra loa của máy này!</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Sample people and sounds…</source>
        <translation>Đang tạo người và âm thanh mẫu…</translation>
    </message>
    <message>
        <source>A sample letter is read…</source>
        <translation>Đang đọc một văn bản mẫu…</translation>
    </message>
    <message>
        <source>A bulletin is drafted from it…</source>
        <translation>Đang soạn bản tin từ văn bản…</translation>
    </message>
    <message>
        <source>The voice reads the bulletin…</source>
        <translation>Giọng máy đang đọc bản tin…</translation>
    </message>
    <message>
        <source>The bulletin is approved…</source>
        <translation>Đang duyệt bản tin…</translation>
    </message>
    <message>
        <source>A recorded message comes into the library…</source>
        <translation>Đang đưa một thông điệp thu sẵn vào Thư viện…</translation>
    </message>
    <message>
        <source>A past day goes on air in fast motion…</source>
        <translation>Đang phát nhanh một ngày đã qua…</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Set the station up</source>
        <translation>Thiết lập đài</translation>
    </message>
    <message>
        <source>Close and go on later</source>
        <translation>Đóng, làm tiếp sau</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua bước này</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Bước {number} trên {count}</translation>
    </message>
</context>
<context>
    <name>FrameSounds</name>
    <message>
        <source>Approve these sounds…</source>
        <translation>Duyệt các âm thanh này…</translation>
    </message>
    <message>
        <source>Sounds around every session</source>
        <translation>Âm thanh mở đầu và kết thúc buổi phát</translation>
    </message>
    <message>
        <source>Listen, then whoever approves signs once for all of them. Until then the first session begins without a tune.</source>
        <translation>Nghe thử, rồi người duyệt ký một lần cho tất cả. Chưa duyệt thì buổi phát chưa có nhạc hiệu và lời chào.</translation>
    </message>
    <message>
        <source>{title} ({count} seconds)</source>
        <translation>{title} ({count} giây)</translation>
    </message>
    <message>
        <source>Listen: {title}</source>
        <translation>Nghe: {title}</translation>
    </message>
    <message>
        <source>Nobody here may approve yet: enter them under “People”.</source>
        <translation>Chưa có ai được duyệt: hãy nhập ở bước “Người dùng”.</translation>
    </message>
    <message>
        <source>These {count} sounds may be aired.</source>
        <translation>Cho phép phát {count} âm thanh này.</translation>
    </message>
    <message>
        <source>You approve your own work</source>
        <translation>Tự duyệt nội dung của mình</translation>
    </message>
    <message>
        <source>It is marked so in the airing log. Why by the same person?</source>
        <translation>Nhật ký phát thanh sẽ ghi rõ việc này. Vì sao một người vừa làm vừa duyệt?</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>One person does both at this station</source>
        <translation>Đài chỉ có một người phụ trách</translation>
    </message>
    <message>
        <source>{count} sounds are approved.</source>
        <translation>Đã duyệt {count} âm thanh.</translation>
    </message>
</context>
<context>
    <name>PeopleStep</name>
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
        <source>You</source>
        <translation>Anh/chị</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>The people of this station</source>
        <translation>Người dùng của đài</translation>
    </message>
    <message>
        <source>They are entered already.</source>
        <translation>Đã nhập đủ, không phải làm gì thêm.</translation>
    </message>
    <message>
        <source>Who works here, and who approves?</source>
        <translation>Ai làm ở đài, ai duyệt?</translation>
    </message>
    <message>
        <source>Nothing is aired without the approval of a named person, as a rule another than who wrote it. Each of you types your own PIN here.</source>
        <translation>Chưa có người duyệt ký tên thì không mục nào được phát; thường người duyệt khác người soạn. Mỗi người tự gõ mã PIN của mình vào đây.</translation>
    </message>
    <message>
        <source>More people, other PINs and rights: page People.</source>
        <translation>Thêm người, đổi mã PIN, đổi quyền: trang Người dùng.</translation>
    </message>
    <message>
        <source>chosen when the station was set up</source>
        <translation>chọn khi thiết lập đài</translation>
    </message>
    <message>
        <source>Each bulletin you approve yourself is marked “approved by its author” in the airing log and in reports, and in the record of who did what. As soon as a second person is there, enter them and turn this off in Settings.</source>
        <translation>Mỗi bản tin tự duyệt được ghi rõ là “người soạn tự duyệt” trong nhật ký phát thanh, trong báo cáo và trong nhật ký thao tác. Khi có người thứ hai, hãy thêm người đó và tắt chế độ này trong Cài đặt.</translation>
    </message>
    <message>
        <source>Until then nothing you write can be aired. Enter them under People when they are here.</source>
        <translation>Đến lúc đó, những gì soạn ra chưa phát được. Khi người duyệt có mặt, hãy thêm ở trang Người dùng.</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
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
<context>
    <name>Rail</name>
    <message>
        <source>Setting up</source>
        <translation>Thiết lập đài</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, đã xong</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>What happens by itself</source>
        <translation>Từ nay chương trình tự làm</translation>
    </message>
    <message>
        <source>The station starts by itself with this computer</source>
        <translation>Đài tự chạy mỗi khi bật máy</translation>
    </message>
    <message>
        <source>Backup on a second disk or stick</source>
        <translation>Nơi sao lưu: ổ thứ hai hoặc USB</translation>
    </message>
    <message>
        <source>Second disk or stick for the nightly backup</source>
        <translation>Chọn ổ thứ hai hoặc USB luôn cắm ở máy</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Worth doing now</source>
        <translation>Nên làm luôn</translation>
    </message>
    <message>
        <source>Where does the nightly backup go? Without a second disk it does not outlive this one.</source>
        <translation>Bản sao lưu hằng đêm để ở đâu? Không có ổ thứ hai thì ổ này hỏng là mất cả bản sao lưu.</translation>
    </message>
    <message>
        <source>Add the first directive letter</source>
        <translation>Thêm văn bản đầu tiên</translation>
    </message>
    <message>
        <source>Print the card for the wall…</source>
        <translation>In giấy dán tường…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>The office is ready</source>
        <translation>Máy của cơ quan đã sẵn sàng</translation>
    </message>
    <message>
        <source>What you left out can be done later under Settings and People.</source>
        <translation>Bước nào bỏ qua thì làm sau được ở Cài đặt và Người dùng.</translation>
    </message>
    <message>
        <source>The station is ready</source>
        <translation>Đài đã sẵn sàng</translation>
    </message>
    <message>
        <source>What you left out is offered again on the page On air, and under Settings.</source>
        <translation>Bước nào bỏ qua sẽ được nhắc ở trang Trực phát và làm lại được trong Cài đặt.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>Where the nightly backup goes.</source>
        <translation>Nơi để bản sao lưu mỗi đêm.</translation>
    </message>
    <message>
        <source>This system offers no way to start programs by itself.</source>
        <translation>Hệ điều hành này không cho chương trình tự chạy.</translation>
    </message>
    <message>
        <source>Second disk or stick</source>
        <translation>Ổ thứ hai hoặc USB</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
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
        <translation>Nên chọn khi người khác cũng đến được máy này. Nếu không, ai cũng xem được, và mỗi việc đều ký bằng mã PIN. Sau này đổi lại ở trang Người dùng.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Phiếu khôi phục</translation>
    </message>
    <message>
        <source>For the day a PIN is forgotten</source>
        <translation>Phòng khi quên mã PIN</translation>
    </message>
    <message>
        <source>Print eight one-time codes, seal them in an envelope and lock it away. Without them nobody can let you in again when you forget your PIN.</source>
        <translation>In tám mã dùng một lần, cho vào phong bì dán kín và cất nơi có khóa. Không có phiếu này mà quên mã PIN thì không ai mở lại được.</translation>
    </message>
    <message>
        <source>Nobody is entered yet: go back to “People” first, or leave this for later.</source>
        <translation>Chưa nhập ai: hãy làm bước “Người dùng” trước, hoặc để sau.</translation>
    </message>
    <message>
        <source>Whether people sign in at this window.</source>
        <translation>Có phải đăng nhập khi dùng cửa sổ này hay không.</translation>
    </message>
    <message>
        <source>A new recovery sheet; an older one holds no more.</source>
        <translation>Tạo phiếu khôi phục mới; phiếu cũ không dùng được nữa.</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it, seal it, then delete the file {name}.</source>
        <translation>Đã lưu phiếu. Hãy in, cho vào phong bì dán kín, rồi xóa tệp {name}.</translation>
    </message>
</context>
<context>
    <name>RulesStep</name>
    <message>
        <source>Rules for sessions</source>
        <translation>Khung quy định</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Yên lặng từ</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Between these times nothing sounds.</source>
        <translation>Trong khoảng này loa không phát gì.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Giờ yên lặng</translation>
    </message>
    <message>
        <source>What may sound, and when is it quiet?</source>
        <translation>Được phát bao nhiêu, giờ nào phải yên lặng?</translation>
    </message>
    <message>
        <source>Take the rules of your province or city. They can be changed later under Settings.</source>
        <translation>Chọn khung gần với quy định của tỉnh, thành phố mình. Sau này đổi được trong Cài đặt.</translation>
    </message>
    <message>
        <source>The quiet hours begin and end at the same time: choose two different times.</source>
        <translation>Giờ yên lặng bắt đầu và kết thúc trùng nhau: hãy chọn hai giờ khác nhau.</translation>
    </message>
    <message>
        <source>Rules for sessions and quiet hours.</source>
        <translation>Khung quy định và giờ yên lặng.</translation>
    </message>
</context>
<context>
    <name>SessionsStep</name>
    <message>
        <source>Sessions</source>
        <translation>Các buổi phát</translation>
    </message>
    <message>
        <source>When does the station sound?</source>
        <translation>Đài phát vào giờ nào?</translation>
    </message>
    <message>
        <source>Tick the sessions you hold. A session without approved items stays silent, so nothing can go wrong yet.</source>
        <translation>Đánh dấu những buổi đài sẽ phát. Buổi chưa có mục nào được duyệt thì loa vẫn im, nên cứ yên tâm chọn.</translation>
    </message>
    <message>
        <source>A station keeps at least one session: tick one.</source>
        <translation>Đài phải có ít nhất một buổi phát: hãy đánh dấu một buổi.</translation>
    </message>
    <message>
        <source>The sessions of the station.</source>
        <translation>Các buổi phát của đài.</translation>
    </message>
    <message>
        <source>Really at these hours?</source>
        <translation>Có đúng các giờ này không?</translation>
    </message>
    <message>
        <source>Many people are asleep or at rest then: {names}.</source>
        <translation>Giờ này nhiều bà con còn ngủ hoặc đang nghỉ: {names}.</translation>
    </message>
    <message>
        <source>Yes, with this reason</source>
        <translation>Đúng, với lý do này</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>{name} begins at</source>
        <translation>{name}: giờ bắt đầu</translation>
    </message>
    <message>
        <source>{name} lasts at most</source>
        <translation>{name}: dài nhất</translation>
    </message>
</context>
<context>
    <name>SoundStep</name>
    <message>
        <source>Sound device</source>
        <translation>Thiết bị âm thanh</translation>
    </message>
    <message>
        <source>The one whose cable goes to the amplifier or the transmitter.</source>
        <translation>Thiết bị có dây nối tới tăng âm hoặc máy phát.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> giây</translation>
    </message>
    <message>
        <source>Silence before a session</source>
        <translation>Khoảng lặng trước buổi phát</translation>
    </message>
    <message>
        <source>Wakes amplifiers and receivers, so that the first words are heard. 3 seconds suit most; more when the first word is swallowed.</source>
        <translation>Để tăng âm và cụm thu kịp mở, không mất tiếng đầu. Thường 3 giây là vừa; vẫn mất tiếng đầu thì tăng lên.</translation>
    </message>
    <message>
        <source>Sound the test tone</source>
        <translation>Phát tiếng thử</translation>
    </message>
    <message>
        <source>Level of the test tone</source>
        <translation>Mức của tiếng thử</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Tìm lại thiết bị</translation>
    </message>
    <message>
        <source>I hear it</source>
        <translation>Nghe rõ</translation>
    </message>
    <message>
        <source>I hear nothing</source>
        <translation>Không nghe thấy gì</translation>
    </message>
    <message>
        <source>Loudspeakers</source>
        <translation>Loa</translation>
    </message>
    <message>
        <source>Can the loudspeakers be heard?</source>
        <translation>Loa có nghe được không?</translation>
    </message>
    <message>
        <source>Choose the sound device, let the tone sound, and turn the amplifier up until it is heard well. The tone really goes out: tell people who may be startled.</source>
        <translation>Chọn thiết bị, phát tiếng thử rồi vặn tăng âm cho tới khi nghe rõ. Tiếng thử phát ra loa thật: nên báo trước cho người ở gần.</translation>
    </message>
    <message>
        <source>This computer has no sound output now. Plug one in (a USB sound card will do) and look again; everything else can be set up without it.</source>
        <translation>Máy này hiện không có đầu ra âm thanh. Cắm thêm (bộ âm thanh USB cũng được) rồi tìm lại; các bước khác vẫn làm được bình thường.</translation>
    </message>
    <message>
        <source>This choice plays to nobody: it is only for trying the program.</source>
        <translation>Lựa chọn này không phát ra đâu cả, chỉ để tập dùng chương trình.</translation>
    </message>
    <message>
        <source>It is quiet time now</source>
        <translation>Đang trong giờ yên lặng</translation>
    </message>
    <message>
        <source>People are asleep. Sound the tone only if the amplifier is off or you listen with headphones.</source>
        <translation>Bà con đang nghỉ. Chỉ phát tiếng thử khi đã tắt tăng âm hoặc đang nghe bằng tai nghe.</translation>
    </message>
    <message>
        <source>Sound it all the same</source>
        <translation>Vẫn phát</translation>
    </message>
    <message>
        <source>Stop the tone</source>
        <translation>Dừng tiếng thử</translation>
    </message>
    <message>
        <source>Good. The station plays on this device.</source>
        <translation>Tốt rồi. Đài sẽ phát qua thiết bị này.</translation>
    </message>
    <message>
        <source>Look in this order; the tone goes on meanwhile:</source>
        <translation>Xem lần lượt; tiếng thử vẫn đang phát:</translation>
    </message>
    <message>
        <source>1. Is the amplifier on, and its volume up? Is the right input chosen (AUX, LINE)?</source>
        <translation>1. Tăng âm đã bật và vặn to chưa? Đã chọn đúng ngõ vào (AUX, LINE) chưa?</translation>
    </message>
    <message>
        <source>2. Does the cable sit in the green socket of the computer, not in the pink one?</source>
        <translation>2. Dây có cắm vào lỗ màu xanh lá của máy tính không (không phải lỗ màu hồng)?</translation>
    </message>
    <message>
        <source>3. Is the computer&apos;s own volume up and not muted (the loudspeaker beside the clock)?</source>
        <translation>3. Âm lượng của máy tính đã vặn lên, không bị tắt tiếng chưa (hình cái loa cạnh đồng hồ)?</translation>
    </message>
    <message>
        <source>4. Choose another device in the list above and sound the tone again.</source>
        <translation>4. Chọn thiết bị khác trong danh sách ở trên rồi phát lại tiếng thử.</translation>
    </message>
    <message>
        <source>5. Plug headphones in instead of the cable: if they sound, look at cable and amplifier.</source>
        <translation>5. Cắm tai nghe thay cho dây: nếu tai nghe có tiếng thì lỗi ở dây hoặc tăng âm.</translation>
    </message>
</context>
<context>
    <name>StationStep</name>
    <message>
        <source>Kind of commune</source>
        <translation>Loại đơn vị hành chính</translation>
    </message>
    <message>
        <source>Commune or ward</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Type a few letters, with or without accents.</source>
        <translation>Gõ vài chữ, có dấu hay không dấu đều được.</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>Tên đài</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>Tên cơ quan</translation>
    </message>
    <message>
        <source>As it is spoken on air.</source>
        <translation>Như khi xướng trên loa.</translation>
    </message>
    <message>
        <source>Body on reports</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Reports go to</source>
        <translation>Báo cáo gửi</translation>
    </message>
    <message>
        <source>Proposed; write another if need be.</source>
        <translation>Đề nghị sẵn; khác thì sửa lại.</translation>
    </message>
    <message>
        <source>Loudspeaker clusters</source>
        <translation>Số cụm loa</translation>
    </message>
    <message>
        <source>0 when you do not know it yet.</source>
        <translation>Chưa biết thì để 0.</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Đài</translation>
    </message>
    <message>
        <source>Which office is this?</source>
        <translation>Đây là cơ quan nào?</translation>
    </message>
    <message>
        <source>The name stands on reports and on what goes down to the stations.</source>
        <translation>Tên này ghi trên báo cáo và trên văn bản gửi xuống các đài.</translation>
    </message>
    <message>
        <source>Which station is this?</source>
        <translation>Đây là đài nào?</translation>
    </message>
    <message>
        <source>Write commune and province: the other names are proposed from them.</source>
        <translation>Chỉ cần gõ tên xã và tỉnh, các tên còn lại chương trình đề nghị sẵn.</translation>
    </message>
    <message>
        <source>Write the name of the commune or ward.</source>
        <translation>Hãy nhập tên xã hoặc phường.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ một chút…</translation>
    </message>
</context>
<context>
    <name>VoiceStep</name>
    <message>
        <source> words/min</source>
        <translation> từ/phút</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tốc độ</translation>
    </message>
    <message>
        <source>120 to 140 suits horn loudspeakers with echo.</source>
        <translation>Loa nén có tiếng vọng nên để 120 đến 140.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Let this voice read the words a session begins and ends with</source>
        <translation>Cho giọng này đọc sẵn lời mở đầu và lời kết thúc buổi phát</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Mở đầu</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>They sound once somebody has approved them, like everything else.</source>
        <translation>Duyệt xong mới được phát, như mọi nội dung khác.</translation>
    </message>
    <message>
        <source>Which voice reads your bulletins?</source>
        <translation>Giọng nào đọc bản tin?</translation>
    </message>
    <message>
        <source>Listen to it here; better voices can be added later under Settings.</source>
        <translation>Nghe thử ngay ở đây; sau này thêm giọng hay hơn trong Cài đặt.</translation>
    </message>
    <message>
        <source>The voice is reading…</source>
        <translation>Giọng máy đang đọc…</translation>
    </message>
    <message>
        <source>The words a session begins and ends with are in Bulletins and the library already.</source>
        <translation>Lời mở đầu và lời kết thúc đã có sẵn trong Bản tin hoặc Thư viện.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Dừng nghe</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Set my station up</source>
        <translation>Bắt đầu thiết lập</translation>
    </message>
    <message>
        <source>Open the demo station</source>
        <translation>Mở đài mẫu</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Let it be heard through this computer&apos;s loudspeakers</source>
        <translation>Cho đài mẫu phát ra loa của máy này</translation>
    </message>
    <message>
        <source>Delete the demo station…</source>
        <translation>Xóa đài mẫu…</translation>
    </message>
    <message>
        <source>I set up my station</source>
        <translation>Thiết lập đài của tôi</translation>
    </message>
    <message>
        <source>Seven short steps, about five minutes. Each can be left out and done later.</source>
        <translation>Bảy bước ngắn, khoảng năm phút. Bước nào cũng bỏ qua và làm sau được.</translation>
    </message>
    <message>
        <source>I only want to try it</source>
        <translation>Tôi muốn dùng thử trước</translation>
    </message>
    <message>
        <source>A made-up station “Xã Mẫu” with letters, bulletins and some days of log, in a window and a folder of its own. Your own station is not touched.</source>
        <translation>Đài “Xã Mẫu” có sẵn văn bản, bản tin và vài ngày nhật ký, mở ở cửa sổ riêng, để ở thư mục riêng. Đài thật không bị đụng tới.</translation>
    </message>
    <message>
        <source>This station has run on another computer</source>
        <translation>Đài này từng chạy trên máy khác</translation>
    </message>
    <message>
        <source>Bring everything back from the stick or disk with the backup: letters, sounds, schedule, log and people.</source>
        <translation>Lấy lại mọi thứ từ USB hoặc ổ đĩa sao lưu: văn bản, âm thanh, lịch phát, nhật ký và người dùng.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Welcome to Đài Xã</source>
        <translation>Chào mừng đến với Đài Xã</translation>
    </message>
    <message>
        <source>From the letter that comes in to the voice over the loudspeakers. How do you want to begin?</source>
        <translation>Từ văn bản gửi xuống đến tiếng loa ở thôn. Anh/chị muốn bắt đầu thế nào?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Making the demo station</source>
        <translation>Đang tạo đài mẫu</translation>
    </message>
    <message>
        <source>The demo station opens in its own window in a moment. Close that window to be back here; it can be deleted here too.</source>
        <translation>Đài mẫu sắp mở ở cửa sổ riêng. Đóng cửa sổ đó là trở về đây; muốn xóa đài mẫu cũng làm ở đây.</translation>
    </message>
    <message>
        <source>Delete the demo station?</source>
        <translation>Xóa đài mẫu?</translation>
    </message>
    <message>
        <source>Everything that was tried in it goes. Your own station is not touched.</source>
        <translation>Mọi thứ đã làm thử trong đó sẽ mất. Đài thật không bị đụng tới.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Đang xóa…</translation>
    </message>
    <message>
        <source>The demo station is deleted.</source>
        <translation>Đã xóa đài mẫu.</translation>
    </message>
</context>
</TS>
