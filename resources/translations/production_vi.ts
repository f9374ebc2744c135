<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Chain</name>
    <message>
        <source> times</source>
        <translation> lần</translation>
    </message>
    <message>
        <source>How often the words are said</source>
        <translation>Số lần đọc</translation>
    </message>
    <message>
        <source> s</source>
        <translation> giây</translation>
    </message>
    <message>
        <source>Pause between the parts</source>
        <translation>Khoảng nghỉ giữa các phần</translation>
    </message>
    <message>
        <source>pause between the parts</source>
        <translation>nghỉ giữa các phần</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức nhạc</translation>
    </message>
    <message>
        <source>How far the music lies under the words</source>
        <translation>Nhạc nhỏ hơn lời bao nhiêu</translation>
    </message>
    <message>
        <source>Music comes and goes within</source>
        <translation>Nhạc to dần, nhỏ dần trong</translation>
    </message>
    <message>
        <source>fades</source>
        <translation>to dần, nhỏ dần</translation>
    </message>
</context>
<context>
    <name>Production</name>
    <message>
        <source>Chime</source>
        <translation>Chuông</translation>
    </message>
    <message>
        <source>Ident</source>
        <translation>Nhạc hiệu</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Lời</translation>
    </message>
    <message>
        <source>Music underneath</source>
        <translation>Nhạc nền</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Nhạc kết</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>The program&apos;s own chime</source>
        <translation>Chuông có sẵn của chương trình</translation>
    </message>
    <message>
        <source>(no longer in the library)</source>
        <translation>(không còn trong thư viện)</translation>
    </message>
</context>
<context>
    <name>ProductionTab</name>
    <message>
        <source>The bulletin as it will sound</source>
        <translation>Bản tin sẽ nghe như thế này</translation>
    </message>
    <message>
        <source>Mixing…</source>
        <translation>Đang trộn tiếng…</translation>
    </message>
    <message>
        <source>Making the sound…</source>
        <translation>Đang làm tiếng…</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>Choose a recording of these words</source>
        <translation>Chọn tệp ghi âm lời này</translation>
    </message>
    <message>
        <source>Taking in the recording…</source>
        <translation>Đang lấy bản ghi âm…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Thu âm…</translation>
    </message>
    <message>
        <source>Read the text yourself, with the words in front of you</source>
        <translation>Tự đọc, lời hiện ngay trước mắt</translation>
    </message>
    <message>
        <source>Sound file…</source>
        <translation>Lấy tệp âm thanh…</translation>
    </message>
    <message>
        <source>A recording of these words made elsewhere</source>
        <translation>Bản ghi lời này đã thu ở nơi khác</translation>
    </message>
    <message>
        <source>It still fits</source>
        <translation>Bản thu vẫn đúng</translation>
    </message>
    <message>
        <source>The recording says what the text says now: keep it</source>
        <translation>Bản thu đọc đúng lời hiện nay: giữ lại</translation>
    </message>
    <message>
        <source>As in the bulletin made last</source>
        <translation>Như bản tin làm gần nhất</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Words spoken by a person, {time}</source>
        <translation>Lời do người đọc, {time}</translation>
    </message>
    <message>
        <source>Words read by the voice {voice}, {time}</source>
        <translation>Máy đọc lời (giọng {voice}), {time}</translation>
    </message>
    <message>
        <source>The text was changed after it was recorded.</source>
        <translation>Lời đã sửa sau khi thu.</translation>
    </message>
    <message>
        <source>No voice reads {language}: record the words or bring a sound file.</source>
        <translation>{language} chưa có giọng đọc: hãy thu âm hoặc lấy tệp âm thanh.</translation>
    </message>
    <message>
        <source>The words have no sound yet: read them aloud below, or record them.</source>
        <translation>Lời chưa có tiếng: bấm nút đọc ở dưới, hoặc tự thu âm.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>khoảng {time}</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>cả bài {time}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>The bulletin has its new sound.</source>
        <translation>Bản tin đã có tiếng mới.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>RecorderDialog</name>
    <message>
        <source>Record: {title}</source>
        <translation>Thu âm: {title}</translation>
    </message>
    <message>
        <source>This recording was made with another microphone that does not fit. Choose that one again, or record anew.</source>
        <translation>Bản này thu bằng micrô khác, không nối tiếp được. Hãy chọn lại micrô đó, hoặc thu lại cả bài.</translation>
    </message>
    <message>
        <source>Quiet for a moment: the room is measured…</source>
        <translation>Giữ yên lặng một chút, đang đo tiếng ồn trong phòng…</translation>
    </message>
    <message>
        <source>Taking in the recording…</source>
        <translation>Đang lấy bản ghi âm…</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>Xóa bản thu này?</translation>
    </message>
    <message>
        <source>It cannot be brought back. Other recordings stay.</source>
        <translation>Xóa rồi không lấy lại được. Các bản thu khác vẫn còn.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>The text to read</source>
        <translation>Lời cần đọc</translation>
    </message>
    <message>
        <source>Pace of the text</source>
        <translation>Tốc độ chạy chữ</translation>
    </message>
    <message>
        <source> syllables/min</source>
        <translation> từ/phút</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>The computer&apos;s default microphone</source>
        <translation>Micrô mặc định của máy</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrô</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Mức tiếng của micrô</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Delete this recording</source>
        <translation>Xóa bản thu này</translation>
    </message>
    <message>
        <source>Again from here</source>
        <translation>Thu lại từ câu này</translation>
    </message>
    <message>
        <source>From the marked sentence on; a click on the text marks another one</source>
        <translation>Thu lại từ câu tô màu trở đi; bấm vào lời để tô câu khác</translation>
    </message>
    <message>
        <source>Anew</source>
        <translation>Thu lại cả bài</translation>
    </message>
    <message>
        <source>Another recording from the beginning; this one is kept</source>
        <translation>Thu thêm một bản từ đầu; bản này vẫn giữ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Thu âm</translation>
    </message>
    <message>
        <source>Space records and pauses; the arrows down and up move the text</source>
        <translation>Phím Cách để thu và tạm dừng; mũi tên xuống, lên để chuyển câu</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Use this recording</source>
        <translation>Dùng bản này</translation>
    </message>
    <message>
        <source>The computer was too busy for a moment: a piece of the recording is missing. Close other programs and speak this sentence again.</source>
        <translation>Máy vừa bị quá tải nên bản thu mất một đoạn. Hãy đóng bớt chương trình khác rồi đọc lại câu này.</translation>
    </message>
    <message>
        <source>The station is on air now: a loudspeaker near this room will be heard in the recording.</source>
        <translation>Đài đang phát: loa gần phòng này sẽ lọt tiếng vào bản thu.</translation>
    </message>
    <message>
        <source>No microphone was found on this computer. Plug one in and open this again.</source>
        <translation>Máy này chưa có micrô. Hãy cắm micrô rồi mở lại cửa sổ này.</translation>
    </message>
    <message>
        <source>There are recordings of this bulletin that were not used yet.</source>
        <translation>Bản tin này có bản thu chưa dùng.</translation>
    </message>
    <message>
        <source>Speak as you will read: the bar should reach the yellow, never the red.</source>
        <translation>Hãy nói thử như khi đọc: vạch nên lên tới màu vàng, không tới màu đỏ.</translation>
    </message>
    <message>
        <source>Too loud: it is distorted. Turn the microphone down or step back.</source>
        <translation>To quá, tiếng bị vỡ. Hãy vặn nhỏ micrô hoặc ngồi xa ra.</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all: check its switch and cable.</source>
        <translation>Micrô không có tiếng: hãy xem lại công tắc và dây cắm.</translation>
    </message>
    <message>
        <source>Noisy room: {level} dB. Close the door and windows, switch off fans.</source>
        <translation>Phòng ồn: {level} dB, nên đóng cửa, tắt quạt.</translation>
    </message>
    <message>
        <source>The room is quiet enough: {level} dB.</source>
        <translation>Phòng đủ yên: {level} dB.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Thu tiếp</translation>
    </message>
    <message>
        <source>Get ready: recording begins when the figure is gone.</source>
        <translation>Chuẩn bị: hết số đếm thì bắt đầu thu.</translation>
    </message>
    <message>
        <source>Paused. Space goes on.</source>
        <translation>Đang tạm dừng. Nhấn phím Cách để thu tiếp.</translation>
    </message>
    <message>
        <source>Recording. Space pauses; the arrows down and up move the text.</source>
        <translation>Đang thu. Phím Cách: tạm dừng; mũi tên xuống, lên: chuyển câu.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Recording</source>
        <translation>Bản thu</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Shape of the recording, with a handle at each end</source>
        <translation>Hình tiếng của bản thu, có tay nắm ở hai đầu</translation>
    </message>
    <message>
        <source>Drag the ends to cut them off (Ctrl+arrows and Shift+arrows on the keyboard)</source>
        <translation>Kéo hai đầu để cắt bỏ (bàn phím: Ctrl+mũi tên và Shift+mũi tên)</translation>
    </message>
    <message>
        <source>Recording {number} · {time}</source>
        <translation>Bản thu {number} · {time}</translation>
    </message>
    <message>
        <source>{time} used, distorted</source>
        <translation>dùng {time}, có chỗ vỡ tiếng</translation>
    </message>
    <message>
        <source>{time} used</source>
        <translation>dùng {time}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
</context>
</TS>
