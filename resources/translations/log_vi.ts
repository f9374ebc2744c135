<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AiringDetail</name>
    <message>
        <source>Close the details</source>
        <translation>Đóng phần chi tiết</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Sự việc</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Journal lines</source>
        <translation>Các dòng sổ gốc</translation>
    </message>
    <message>
        <source>The journal has no line for this item yet.</source>
        <translation>Sổ gốc chưa có dòng nào về mục này.</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>Phát lúc</translation>
    </message>
    <message>
        <source>The computer noted</source>
        <translation>Máy ghi</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Each zone</source>
        <translation>Từng cụm loa</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Người ra lệnh</translation>
    </message>
    <message>
        <source>Note or correction…</source>
        <translation>Ghi chú / đính chính…</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Bản ghi âm</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi</translation>
    </message>
    <message>
        <source>Loudspeakers</source>
        <translation>Cụm loa</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toàn xã</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Mã âm thanh</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Bản lịch</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>đã xác nhận</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check of the journal</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Sao chép danh sách</translation>
    </message>
    <message>
        <source>The journal does not hold together: {count} places</source>
        <translation>Nhật ký không nguyên vẹn: {count} chỗ</translation>
    </message>
    <message>
        <source>✓ The journal holds together</source>
        <translation>✓ Nhật ký nguyên vẹn</translation>
    </message>
    <message>
        <source>The airing log was made from what was filed before; this check changed nothing in it. Keep the files as they are and send this list to whoever looks after the station.</source>
        <translation>Bảng nhật ký được lập từ những gì đã lưu trước đó; việc kiểm tra này không thay đổi gì. Hãy giữ nguyên các tệp và gửi danh sách này cho người phụ trách kỹ thuật.</translation>
    </message>
    <message>
        <source>There is no journal yet: nothing has been broadcast.</source>
        <translation>Chưa có nhật ký: đài chưa phát gì.</translation>
    </message>
    <message>
        <source>{files} files, each line checked against the one before it and against what was filed: nothing was altered, removed or put in.</source>
        <translation>Đã kiểm tra {files} tệp, từng dòng đối chiếu với dòng trước và với bản đã lưu: không có dòng nào bị sửa, xóa hay chèn thêm.</translation>
    </message>
    <message>
        <source>{count} daily seals hold, the last over {day}.</source>
        <translation>{count} niêm phong ngày đều khớp, gần nhất là ngày {day}.</translation>
    </message>
    <message>
        <source>No day is sealed yet.</source>
        <translation>Chưa có ngày nào được niêm phong.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sai ở đâu</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Note or correction</source>
        <translation>Ghi chú / đính chính</translation>
    </message>
    <message>
        <source>{time} · the computer noted: {outcome}</source>
        <translation>{time} · máy ghi: {outcome}</translation>
    </message>
    <message>
        <source>The log itself stays as it is: this stands beside it under your name, and reports count it.</source>
        <translation>Bản ghi của máy giữ nguyên: điều này được ghi bên cạnh, dưới tên người ký, và báo cáo tính theo nó.</translation>
    </message>
    <message>
        <source>Sign and write down</source>
        <translation>Ký và ghi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>as the computer noted (takes the correction back)</source>
        <translation>như máy ghi (bỏ đính chính trước)</translation>
    </message>
    <message>
        <source>as the computer noted</source>
        <translation>như máy ghi</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>chọn…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Việc đã xảy ra</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Thực tế</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>Hãy chọn lý do.</translation>
    </message>
    <message>
        <source>Write in a few words what happened: it goes into the record.</source>
        <translation>Viết vài chữ về việc đã xảy ra: điều này được lưu vào hồ sơ.</translation>
    </message>
    <message>
        <source>Correction of “{title}” in the airing log</source>
        <translation>Đính chính “{title}” trong nhật ký phát thanh</translation>
    </message>
    <message>
        <source>Written down beside “{title}”.</source>
        <translation>Đã ghi bên cạnh “{title}”.</translation>
    </message>
    <message>
        <source>Power cut in the whole commune</source>
        <translation>Mất điện toàn xã</translation>
    </message>
    <message>
        <source>Loudspeakers were off</source>
        <translation>Loa không kêu</translation>
    </message>
    <message>
        <source>Aired with the spare equipment</source>
        <translation>Phát bằng thiết bị dự phòng</translation>
    </message>
    <message>
        <source>Checked at the place</source>
        <translation>Đã kiểm tra tại chỗ</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>Tệp CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Xuất nhật ký</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
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
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Từ ngày … đến ngày …</translation>
    </message>
    <message>
        <source>aired</source>
        <translation>đã phát</translation>
    </message>
    <message>
        <source>aired in part</source>
        <translation>phát một phần</translation>
    </message>
    <message>
        <source>not aired</source>
        <translation>không phát</translation>
    </message>
    <message>
        <source>made up later</source>
        <translation>phát bù</translation>
    </message>
    <message>
        <source>unscheduled</source>
        <translation>ngoài lịch</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>chưa đến giờ</translation>
    </message>
    <message>
        <source>noted by {name}</source>
        <translation>{name} ghi</translation>
    </message>
    <message>
        <source>power cut</source>
        <translation>mất điện</translation>
    </message>
    <message>
        <source>computer was off</source>
        <translation>máy tính tắt</translation>
    </message>
    <message>
        <source>computer was asleep</source>
        <translation>máy tính ngủ</translation>
    </message>
    <message>
        <source>sound device lost</source>
        <translation>mất thiết bị âm thanh</translation>
    </message>
    <message>
        <source>sound file missing</source>
        <translation>thiếu tệp âm thanh</translation>
    </message>
    <message>
        <source>sound file altered</source>
        <translation>tệp âm thanh bị sửa</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>chưa duyệt</translation>
    </message>
    <message>
        <source>approval expired</source>
        <translation>hết hạn duyệt</translation>
    </message>
    <message>
        <source>gave way to an urgent message</source>
        <translation>nhường cho tin khẩn</translation>
    </message>
    <message>
        <source>no time left in the session</source>
        <translation>hết giờ của buổi</translation>
    </message>
    <message>
        <source>ended by the operator</source>
        <translation>người trực dừng</translation>
    </message>
    <message>
        <source>not known: brought back from an older backup</source>
        <translation>không rõ: máy khôi phục từ bản sao lưu cũ hơn</translation>
    </message>
    <message>
        <source>“{why}”</source>
        <translation>lý do: “{why}”</translation>
    </message>
    <message>
        <source>sent to the output, not listened to</source>
        <translation>đã gửi tới đầu ra, không nghe kiểm</translation>
    </message>
    <message>
        <source>not recognised by the monitor</source>
        <translation>micrô nghe kiểm không nhận ra</translation>
    </message>
    <message>
        <source>synthetic voice ({name})</source>
        <translation>giọng máy ({name})</translation>
    </message>
    <message>
        <source>synthetic voice</source>
        <translation>giọng máy</translation>
    </message>
    <message>
        <source>a person&apos;s voice</source>
        <translation>giọng người</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>giờ yên lặng</translation>
    </message>
    <message>
        <source>computer clock wrong</source>
        <translation>đồng hồ máy sai</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>đầy ổ đĩa</translation>
    </message>
    <message>
        <source>relay lost</source>
        <translation>mất tín hiệu tiếp sóng</translation>
    </message>
    <message>
        <source>program error</source>
        <translation>lỗi chương trình</translation>
    </message>
    <message>
        <source>plan altered</source>
        <translation>bản lịch bị sửa</translation>
    </message>
    <message>
        <source>interrupted, then went on</source>
        <translation>bị ngắt, đã phát tiếp</translation>
    </message>
    <message>
        <source>interrupted, then began again</source>
        <translation>bị ngắt, đã phát lại từ đầu</translation>
    </message>
    <message>
        <source>end estimated, within two seconds</source>
        <translation>giờ kết thúc ước tính, lệch không quá 2 giây</translation>
    </message>
    <message>
        <source>in a later session</source>
        <translation>phát bù trong buổi sau</translation>
    </message>
    <message>
        <source>to be made up later today</source>
        <translation>sẽ phát bù trong ngày</translation>
    </message>
    <message>
        <source>handed over as a file</source>
        <translation>đã gửi tệp</translation>
    </message>
    <message>
        <source>planned after its time</source>
        <translation>lên lịch sau giờ phát</translation>
    </message>
    <message>
        <source>heard by the monitor</source>
        <translation>micrô nghe kiểm đã nghe thấy</translation>
    </message>
    <message>
        <source>silence at the output</source>
        <translation>đầu ra im lặng</translation>
    </message>
    <message>
        <source>another sound at the output</source>
        <translation>đầu ra là âm thanh khác</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>nghe thấy</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>không nghe thấy</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>im lặng</translation>
    </message>
    <message>
        <source>other sound</source>
        <translation>tiếng khác</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Khẩn cấp</translation>
    </message>
    <message>
        <source>Priority message</source>
        <translation>Ưu tiên</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Tiếp sóng</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Mọi thể loại</translation>
    </message>
    <message>
        <source>Put in between</source>
        <translation>Phát chen (khẩn cấp, trực tiếp…)</translation>
    </message>
    <message>
        <source>{names} (one of them wrote it)</source>
        <translation>{names} (một người tự soạn)</translation>
    </message>
    <message>
        <source>{name} (wrote it too)</source>
        <translation>{name} (tự soạn)</translation>
    </message>
    <message>
        <source>Planned {planned} · aired {aired} · in part {partial} · not aired {missed} · {length} on air</source>
        <translation>Kế hoạch {planned} lượt · đã phát {aired} · một phần {partial} · không phát {missed} · thời gian phát {length}</translation>
    </message>
    <message>
        <source>playing process started</source>
        <translation>bộ phát khởi động</translation>
    </message>
    <message>
        <source>item starts</source>
        <translation>bắt đầu phát</translation>
    </message>
    <message>
        <source>still sounding</source>
        <translation>vẫn đang phát</translation>
    </message>
    <message>
        <source>item ends</source>
        <translation>kết thúc</translation>
    </message>
    <message>
        <source>item left out</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>thiết bị âm thanh</translation>
    </message>
    <message>
        <source>computer clock</source>
        <translation>đồng hồ máy</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>người trực</translation>
    </message>
    <message>
        <source>put in between</source>
        <translation>phát chen</translation>
    </message>
    <message>
        <source>plan refused</source>
        <translation>lịch phát bị từ chối</translation>
    </message>
    <message>
        <source>listened at the output</source>
        <translation>nghe kiểm đầu ra</translation>
    </message>
    <message>
        <source>amplifier switched</source>
        <translation>bật, tắt tăng âm</translation>
    </message>
    <message>
        <source>file handed over</source>
        <translation>đã gửi tệp</translation>
    </message>
    <message>
        <source>at {place}</source>
        <translation>tại {place}</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>ra lệnh</translation>
    </message>
    <message>
        <source>next round</source>
        <translation>lượt tiếp theo</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>kết thúc</translation>
    </message>
    <message>
        <source>on</source>
        <translation>bật</translation>
    </message>
    <message>
        <source>off</source>
        <translation>tắt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>không được</translation>
    </message>
    <message>
        <source>language: en</source>
        <translation>language: vi</translation>
    </message>
    <message>
        <source>This line was altered after it was written.</source>
        <translation>Dòng này bị sửa sau khi ghi.</translation>
    </message>
    <message>
        <source>This line cannot be read.</source>
        <translation>Không đọc được dòng này.</translation>
    </message>
    <message>
        <source>This line does not continue from the one before it: something between them is missing or was replaced.</source>
        <translation>Dòng này không nối tiếp dòng trước: ở giữa đã bị xóa hoặc thay thế.</translation>
    </message>
    <message>
        <source>This line is out of order.</source>
        <translation>Dòng này sai thứ tự.</translation>
    </message>
    <message>
        <source>This line is cut off, as after a power failure.</source>
        <translation>Dòng này bị đứt, như khi mất điện.</translation>
    </message>
    <message>
        <source>Lines that were filed before are missing from this file.</source>
        <translation>Tệp thiếu những dòng đã lưu trước đó.</translation>
    </message>
    <message>
        <source>This line is another one than was filed before.</source>
        <translation>Dòng này khác với dòng đã lưu trước đó.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Check the journal</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất tệp…</translation>
    </message>
    <message>
        <source>Airing log</source>
        <translation>Nhật ký phát thanh</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>Phát lúc</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Buổi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Nghe kiểm</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Search by title, directive, session (accents may be left out)…</source>
        <translation>Tìm theo tiêu đề, văn bản, buổi phát (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Thời gian</translation>
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
        <source>Kind</source>
        <translation>Thể loại</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} dòng</translation>
    </message>
    <message>
        <source>Nothing matches. Try other words or another outcome.</source>
        <translation>Không có dòng nào khớp. Hãy thử từ khác hoặc kết quả khác.</translation>
    </message>
    <message>
        <source>Show everything of this period</source>
        <translation>Hiện tất cả trong thời gian này</translation>
    </message>
    <message>
        <source>Nothing was planned or broadcast in this period. Choose another one above, or plan something to air.</source>
        <translation>Thời gian này không có lịch và không phát gì. Hãy chọn thời gian khác ở trên, hoặc lập lịch phát.</translation>
    </message>
    <message>
        <source>Open the schedule</source>
        <translation>Mở Lịch phát</translation>
    </message>
    <message>
        <source>Checking every line of the journal…</source>
        <translation>Đang kiểm tra từng dòng nhật ký…</translation>
    </message>
    <message>
        <source>The journal does not hold together in {count} places. “Check the journal” lists them.</source>
        <translation>Nhật ký không nguyên vẹn ở {count} chỗ. Bấm “Kiểm tra nhật ký” để xem danh sách.</translation>
    </message>
    <message>
        <source>Excel workbook…</source>
        <translation>Bảng tính Excel…</translation>
    </message>
    <message>
        <source>CSV text…</source>
        <translation>Tệp CSV…</translation>
    </message>
    <message>
        <source>Logbook to print…</source>
        <translation>Sổ nhật ký để in…</translation>
    </message>
    <message>
        <source>airing log</source>
        <translation>nhật ký phát thanh</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
    <message>
        <source>{count} rows were written to {file}.</source>
        <translation>Đã ghi {count} dòng vào {file}.</translation>
    </message>
</context>
<context>
    <name>LogbookDialog</name>
    <message>
        <source>Logbook</source>
        <translation>Sổ nhật ký phát thanh</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Một ngày</translation>
    </message>
    <message>
        <source>Its week</source>
        <translation>Cả tuần</translation>
    </message>
    <message>
        <source>Its month</source>
        <translation>Cả tháng</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Những ngày nào</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
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
        <source>The page is being drawn…</source>
        <translation>Đang lập trang…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Văn bản Word (*.docx)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the logbook</source>
        <translation>Lưu sổ nhật ký</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>SignStrip</name>
    <message>
        <source>Sign…</source>
        <translation>Ký…</translation>
    </message>
    <message>
        <source>{signed} of {count} days signed</source>
        <translation>đã ký {signed}/{count} ngày</translation>
    </message>
    <message>
        <source>Not signed: {days}</source>
        <translation>Chưa ký: {days}</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>chưa ký</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>có thay đổi sau khi ký</translation>
    </message>
    <message>
        <source>not complete yet</source>
        <translation>chưa đủ kết quả</translation>
    </message>
    <message>
        <source>not over</source>
        <translation>chưa hết ngày</translation>
    </message>
    <message>
        <source>nothing aired</source>
        <translation>không có gì để ký</translation>
    </message>
    <message>
        <source>Nobody has signed yet.</source>
        <translation>Chưa có ai ký.</translation>
    </message>
    <message>
        <source>Some items have no outcome yet; it can be signed when they do.</source>
        <translation>Có mục chưa có kết quả; khi đủ kết quả thì ký được.</translation>
    </message>
    <message>
        <source>It is signed when it is over.</source>
        <translation>Hết ngày mới ký.</translation>
    </message>
    <message>
        <source>Nothing was planned or aired, so there is nothing to sign.</source>
        <translation>Không có lịch và không phát gì nên không có gì để ký.</translation>
    </message>
    <message>
        <source>{count} corrections since, by {names}</source>
        <translation>{names} ghi {count} đính chính</translation>
    </message>
    <message>
        <source>the journal has been filed anew since and reads otherwise</source>
        <translation>nhật ký được ghi sổ lại và đã khác</translation>
    </message>
    <message>
        <source>But: {what}. Look again and sign anew.</source>
        <translation>Sau đó {what}. Hãy xem và ký lại.</translation>
    </message>
    <message>
        <source>Signed by {who}, {when}.</source>
        <translation>Đã ký: {who}, {when}.</translation>
    </message>
    <message>
        <source>Sign the airing log of {day}</source>
        <translation>Ký nhật ký phát thanh {day}</translation>
    </message>
    <message>
        <source>Sign the airing log of {count} days, {first} – {last}</source>
        <translation>Ký nhật ký phát thanh {count} ngày, {first} – {last}</translation>
    </message>
    <message>
        <source>{count} days of the log are signed.</source>
        <translation>Đã ký nhật ký {count} ngày.</translation>
    </message>
    <message>
        <source>The log is signed.</source>
        <translation>Đã ký nhật ký.</translation>
    </message>
    <message>
        <source>Sign the airing log of the week {first} – {last}</source>
        <translation>Ký nhật ký phát thanh tuần {first} – {last}</translation>
    </message>
    <message>
        <source>The week is signed.</source>
        <translation>Đã ký nhật ký tuần.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký</translation>
    </message>
</context>
</TS>
