<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Doctor</name>
    <message>
        <source>The station is set to “No loudspeakers”: nobody hears it.</source>
        <translation>Đài đang đặt là “Không có loa”: không ai nghe thấy gì.</translation>
    </message>
    <message>
        <source>The sound device that was chosen is not there: {device}.</source>
        <translation>Không thấy thiết bị âm thanh đã chọn: {device}.</translation>
    </message>
    <message>
        <source>The input that listens along with “{zone}” is not there: {device}.</source>
        <translation>Không thấy đường nghe kiểm của “{zone}”: {device}.</translation>
    </message>
    <message>
        <source>The computer&apos;s sound system does not answer.</source>
        <translation>Hệ thống âm thanh của máy tính không trả lời.</translation>
    </message>
    <message>
        <source>The program&apos;s sound part cannot be used ({detail}).</source>
        <translation>Phần âm thanh của chương trình không chạy được ({detail}).</translation>
    </message>
    <message>
        <source>There is a sound card, but this user may not use it.</source>
        <translation>Máy có cạc âm thanh nhưng tài khoản này không được dùng.</translation>
    </message>
    <message>
        <source>This computer has no sound output at all.</source>
        <translation>Máy tính này không có đầu ra âm thanh nào.</translation>
    </message>
    <message>
        <source>The computer now plays on “{now}”. Before, it was “{before}”.</source>
        <translation>Máy tính đang phát ra “{now}”. Lần trước là “{before}”.</translation>
    </message>
    <message>
        <source>The computer&apos;s sound is switched off (muted): {device}.</source>
        <translation>Máy tính đang tắt tiếng: {device}.</translation>
    </message>
    <message>
        <source>The computer&apos;s sound is turned down to {percent} %: {device}.</source>
        <translation>Âm lượng máy tính chỉ còn {percent} %: {device}.</translation>
    </message>
    <message>
        <source>This station is also open on another computer ({host}). Two at once spoil each other&apos;s work.</source>
        <translation>Đài này cũng đang mở trên máy khác ({host}). Hai máy cùng mở sẽ làm hỏng việc của nhau.</translation>
    </message>
    <message>
        <source>The resident helper does not run: plans are not published, the log is not filed, nobody restarts the player.</source>
        <translation>Chương trình thường trực không chạy: lịch không được gửi đi phát, nhật ký không được ghi sổ, bộ phát mà dừng thì không có gì bật lại.</translation>
    </message>
    <message>
        <source>The resident helper does not run: the stations&apos; packages are not taken in by themselves, and nothing is backed up.</source>
        <translation>Chương trình thường trực không chạy: gói của các đài không tự nhập, và không có sao lưu.</translation>
    </message>
    <message>
        <source>The player does not answer: nothing airs.</source>
        <translation>Bộ phát không trả lời: đài không phát gì.</translation>
    </message>
    <message>
        <source>The player runs, but has no sound output: {device}.</source>
        <translation>Bộ phát đang chạy nhưng không có đầu ra âm thanh: {device}.</translation>
    </message>
    <message>
        <source>Parts of the program ended by themselves {count} times within a week, last at {last}.</source>
        <translation>Trong một tuần chương trình tự dừng {count} lần, gần nhất lúc {last}.</translation>
    </message>
    <message>
        <source>The sound broke {count} times within a day: the computer had too much else to do.</source>
        <translation>Trong một ngày tiếng bị ngắt {count} lần: máy tính bận quá nhiều việc khác.</translation>
    </message>
    <message>
        <source>After a power cut the station does not start by itself with the computer.</source>
        <translation>Sau khi mất điện, đài chưa tự chạy lại cùng máy tính.</translation>
    </message>
    <message>
        <source>What starts with the computer is another copy of the program, or another station.</source>
        <translation>Chương trình tự chạy cùng máy là một bản khác, hoặc của đài khác.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong: it says {now}.</source>
        <translation>Đồng hồ máy tính sai: đang chỉ {now}.</translation>
    </message>
    <message>
        <source>The clock says {now}, but the log was already written at {journal}: it was set back.</source>
        <translation>Đồng hồ chỉ {now}, nhưng nhật ký đã ghi đến {journal}: giờ máy bị lùi lại.</translation>
    </message>
    <message>
        <source>The clock says {now}, more than a year after the log&apos;s last line ({journal}).</source>
        <translation>Đồng hồ chỉ {now}, sau dòng nhật ký cuối ({journal}) hơn một năm.</translation>
    </message>
    <message>
        <source>The clock was wrong {count} times lately: the battery inside the computer is empty.</source>
        <translation>Mấy ngày qua đồng hồ sai {count} lần: pin trong máy tính đã hết.</translation>
    </message>
    <message>
        <source>The clock was moved {count} times within the last days.</source>
        <translation>Mấy ngày qua đồng hồ bị chỉnh {count} lần.</translation>
    </message>
    <message>
        <source>The computer is set to another time zone (UTC{hours}). The station keeps Vietnam&apos;s time all the same.</source>
        <translation>Máy tính đặt múi giờ khác (UTC{hours}). Đài vẫn theo giờ Việt Nam.</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free_mb} MB left. Imports, recordings and backups are refused.</source>
        <translation>Ổ đĩa sắp đầy: còn {free_mb} MB. Chương trình tạm không nhập, không thu âm, không sao lưu.</translation>
    </message>
    <message>
        <source>The disk is getting full: {free_mb} MB left.</source>
        <translation>Ổ đĩa đang đầy dần: còn {free_mb} MB.</translation>
    </message>
    <message>
        <source>The disk is failing. Make a backup today. {detail}</source>
        <translation>Ổ đĩa đang hỏng. Hãy sao lưu ngay hôm nay. {detail}</translation>
    </message>
    <message>
        <source>The disk of the station can only be read: {path}.</source>
        <translation>Ổ đĩa của đài chỉ đọc được, không ghi được: {path}.</translation>
    </message>
    <message>
        <source>The disk is very slow: {seconds} seconds for one megabyte.</source>
        <translation>Ổ đĩa rất chậm: ghi 1 MB mất {seconds} giây.</translation>
    </message>
    <message>
        <source>The station&apos;s folder cannot be written: {path} ({detail}).</source>
        <translation>Không ghi được vào thư mục của đài: {path} ({detail}).</translation>
    </message>
    <message>
        <source>{count} of the station&apos;s files or folders are closed to us: {names}.</source>
        <translation>{count} tệp hoặc thư mục của đài bị khóa quyền: {names}.</translation>
    </message>
    <message>
        <source>The computer&apos;s folder for scratch files cannot be written: {path}.</source>
        <translation>Không ghi được vào thư mục tạm của máy: {path}.</translation>
    </message>
    <message>
        <source>The computer&apos;s folder for scratch files is full: {free_mb} MB left ({path}).</source>
        <translation>Thư mục tạm của máy đã đầy: còn {free_mb} MB ({path}).</translation>
    </message>
    <message>
        <source>Hardly any memory is left: {free_mb} MB.</source>
        <translation>Bộ nhớ máy gần như hết: còn {free_mb} MB.</translation>
    </message>
    <message>
        <source>Little memory is left: {free_mb} MB.</source>
        <translation>Bộ nhớ máy còn ít: {free_mb} MB.</translation>
    </message>
    <message>
        <source>The computer is very busy with other things.</source>
        <translation>Máy tính đang quá bận việc khác.</translation>
    </message>
    <message>
        <source>The computer is set to fall asleep by itself: {how}.</source>
        <translation>Máy tính đang đặt tự ngủ: {how}.</translation>
    </message>
    <message>
        <source>The settings cannot be read: {detail}.</source>
        <translation>Không đọc được cài đặt: {detail}.</translation>
    </message>
    <message>
        <source>The station&apos;s key is gone: nothing that was approved may air. Bring it back from a backup.</source>
        <translation>Mất khóa của đài: mục đã duyệt không phát được. Hãy lấy lại khóa từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The station&apos;s key is damaged: nothing that was approved may air. Bring it back from a backup.</source>
        <translation>Khóa của đài bị hỏng: mục đã duyệt không phát được. Hãy lấy lại khóa từ bản sao lưu.</translation>
    </message>
    <message>
        <source>Others on this computer may read the station&apos;s keys: {names}.</source>
        <translation>Tài khoản khác trên máy này đọc được khóa của đài: {names}.</translation>
    </message>
    <message>
        <source>The database is gone, though this station has run. Bring it back from a backup.</source>
        <translation>Mất cơ sở dữ liệu, dù đài đã từng chạy. Hãy khôi phục từ bản sao lưu.</translation>
    </message>
    <message>
        <source>The station was opened with a newer program. Use that one; nothing was changed.</source>
        <translation>Đài này đã mở bằng chương trình mới hơn. Hãy dùng bản ấy; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The database is damaged ({detail}).</source>
        <translation>Cơ sở dữ liệu bị hỏng ({detail}).</translation>
    </message>
    <message>
        <source>The ledger of approvals is damaged or gone ({detail}): only emergencies air.</source>
        <translation>Sổ duyệt bị hỏng hoặc mất ({detail}): chỉ tin khẩn cấp phát được.</translation>
    </message>
    <message>
        <source>The airing journal cannot be read ({detail}).</source>
        <translation>Không đọc được sổ gốc của nhật ký phát thanh ({detail}).</translation>
    </message>
    <message>
        <source>{count} faults in the airing journal, the first on {day}.</source>
        <translation>Sổ gốc của nhật ký phát thanh có {count} chỗ hỏng, chỗ đầu ở ngày {day}.</translation>
    </message>
    <message>
        <source>{count} sounds are gone: {titles}.</source>
        <translation>Mất {count} tệp âm thanh: {titles}.</translation>
    </message>
    <message>
        <source>{count} sounds were altered or damaged and will not air: {titles}.</source>
        <translation>{count} tệp âm thanh bị sửa hoặc hỏng, sẽ không được phát: {titles}.</translation>
    </message>
    <message>
        <source>Nothing is published yet for tomorrow, {day}.</source>
        <translation>Chưa có lịch phát cho ngày mai {day}.</translation>
    </message>
    <message>
        <source>The plan for tomorrow, {day}, is damaged or was altered.</source>
        <translation>Lịch phát ngày mai {day} bị hỏng hoặc bị sửa.</translation>
    </message>
    <message>
        <source>No session is planned for tomorrow, {day}.</source>
        <translation>Ngày mai {day} không có buổi phát nào.</translation>
    </message>
    <message>
        <source>Nothing approved for tomorrow&apos;s sessions: {sessions}.</source>
        <translation>Các buổi ngày mai chưa có mục đã duyệt: {sessions}.</translation>
    </message>
    <message>
        <source>Nothing approved yet for tomorrow&apos;s “{sessions}”.</source>
        <translation>Ngày mai chưa có mục đã duyệt cho “{sessions}”.</translation>
    </message>
    <message>
        <source>The reading voice does not speak.</source>
        <translation>Giọng đọc của máy không nói được.</translation>
    </message>
    <message>
        <source>Scanned letters cannot be read on this computer (Tesseract is missing).</source>
        <translation>Máy này chưa đọc được văn bản quét (thiếu Tesseract).</translation>
    </message>
    <message>
        <source>The disk or stick for the backups is not there: {path}.</source>
        <translation>Không thấy ổ đĩa hoặc USB dùng để sao lưu: {path}.</translation>
    </message>
    <message>
        <source>This station has never been backed up.</source>
        <translation>Đài này chưa sao lưu lần nào.</translation>
    </message>
    <message>
        <source>The newest backup is {days} days old.</source>
        <translation>Bản sao lưu mới nhất đã {days} ngày.</translation>
    </message>
    <message>
        <source>The newest backup was tried and does not come back whole.</source>
        <translation>Đã thử bản sao lưu mới nhất: không khôi phục được trọn vẹn.</translation>
    </message>
    <message>
        <source>The address of the office above is not right.</source>
        <translation>Địa chỉ gửi cấp trên không đúng.</translation>
    </message>
    <message>
        <source>The office above cannot be reached. Packages wait.</source>
        <translation>Không nối được tới cấp trên. Các gói đang chờ.</translation>
    </message>
    <message>
        <source>{count} packages for the office above have waited for two days.</source>
        <translation>{count} gói gửi cấp trên đã chờ quá hai ngày.</translation>
    </message>
    <message>
        <source>{count} parts of the program are gone ({names}): perhaps an antivirus program took them away.</source>
        <translation>Chương trình thiếu {count} tệp ({names}): có thể phần mềm diệt vi-rút đã lấy đi.</translation>
    </message>
    <message>
        <source>{count} parts of the program were altered ({names}).</source>
        <translation>{count} tệp của chương trình bị sửa ({names}).</translation>
    </message>
    <message>
        <source>One look did not come to an end: {check}.</source>
        <translation>Một mục kiểm tra mãi không xong: {check}.</translation>
    </message>
    <message>
        <source>One look failed: {check}. Send the file for support.</source>
        <translation>Một mục kiểm tra bị lỗi: {check}. Hãy gửi tệp cho người hỗ trợ.</translation>
    </message>
    <message>
        <source>Sound and volume</source>
        <translation>Âm thanh, âm lượng</translation>
    </message>
    <message>
        <source>Listening inputs</source>
        <translation>Đường nghe kiểm</translation>
    </message>
    <message>
        <source>Player and helper</source>
        <translation>Bộ phát, chương trình thường trực</translation>
    </message>
    <message>
        <source>Running without a break</source>
        <translation>Chạy liên tục</translation>
    </message>
    <message>
        <source>Sound without holes</source>
        <translation>Tiếng không ngắt quãng</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Múi giờ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Station key</source>
        <translation>Khóa của đài</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Sổ duyệt</translation>
    </message>
    <message>
        <source>Airing journal</source>
        <translation>Sổ gốc nhật ký</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Tệp âm thanh</translation>
    </message>
    <message>
        <source>Tomorrow&apos;s sessions</source>
        <translation>Buổi phát ngày mai</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Chỗ trống ổ đĩa</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Rights of folders</source>
        <translation>Quyền thư mục</translation>
    </message>
    <message>
        <source>Scratch folder</source>
        <translation>Thư mục tạm</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bộ nhớ</translation>
    </message>
    <message>
        <source>No falling asleep</source>
        <translation>Không tự ngủ</translation>
    </message>
    <message>
        <source>Starts by itself</source>
        <translation>Tự chạy cùng máy</translation>
    </message>
    <message>
        <source>Reading voice</source>
        <translation>Giọng đọc</translation>
    </message>
    <message>
        <source>Scanned letters</source>
        <translation>Đọc văn bản quét</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Line to the office above</source>
        <translation>Đường gửi cấp trên</translation>
    </message>
    <message>
        <source>The program&apos;s parts</source>
        <translation>Tệp chương trình</translation>
    </message>
    <message>
        <source>Start the helper</source>
        <translation>Bật chương trình thường trực</translation>
    </message>
    <message>
        <source>The resident helper is started; it starts the player. What is planned now begins to sound.</source>
        <translation>Chương trình thường trực sẽ chạy và bật bộ phát. Mục đến giờ sẽ phát ra loa ngay.</translation>
    </message>
    <message>
        <source>The helper was started. Looking again in a moment…</source>
        <translation>Đã bật chương trình thường trực. Lát nữa sẽ tự kiểm tra lại…</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Khởi động cùng máy</translation>
    </message>
    <message>
        <source>From now on the station starts by itself when somebody signs in to this computer. It can be switched off again in Updates.</source>
        <translation>Từ nay đài tự chạy khi có người đăng nhập vào máy tính này. Muốn tắt thì vào thẻ Cập nhật.</translation>
    </message>
    <message>
        <source>The station now starts by itself.</source>
        <translation>Từ nay đài tự chạy cùng máy.</translation>
    </message>
    <message>
        <source>Free some room</source>
        <translation>Dọn bớt</translation>
    </message>
    <message>
        <source>Only what the program makes again by itself goes: voiced sentences kept for speed, older program logs, half-written files. No sound, no letter, no airing log is touched.</source>
        <translation>Chỉ bỏ những gì chương trình tự làm lại được: câu đọc lưu sẵn cho nhanh, nhật ký kỹ thuật cũ, tệp ghi dở. Không đụng đến âm thanh, văn bản hay nhật ký phát thanh.</translation>
    </message>
    <message>
        <source>{freed_mb} MB were freed.</source>
        <translation>Đã dọn được {freed_mb} MB.</translation>
    </message>
    <message>
        <source>Set the rights</source>
        <translation>Mở quyền</translation>
    </message>
    <message>
        <source>You may read and write the station&apos;s files again; its keys nobody else. What is in them does not change.</source>
        <translation>Tài khoản này lại đọc, ghi được tệp của đài; khóa của đài thì không ai khác đọc được. Nội dung các tệp không đổi.</translation>
    </message>
    <message>
        <source>The rights were set ({count}).</source>
        <translation>Đã mở quyền ({count}).</translation>
    </message>
    <message>
        <source>This one is right</source>
        <translation>Đúng rồi</translation>
    </message>
    <message>
        <source>Have you heard the loudspeakers? Then this output is remembered as the right one.</source>
        <translation>Đã nghe thấy tiếng ở loa chưa? Nếu rồi, chương trình ghi nhớ đầu ra này là đúng.</translation>
    </message>
    <message>
        <source>Remembered.</source>
        <translation>Đã ghi nhớ.</translation>
    </message>
</context>
<context>
    <name>DoctorTab</name>
    <message>
        <source>File for whoever helps</source>
        <translation>Tệp cho người hỗ trợ</translation>
    </message>
    <message>
        <source>Zip file (*.zip)</source>
        <translation>Tệp zip (*.zip)</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Đang ghi tệp…</translation>
    </message>
    <message>
        <source>Written: {name}. It holds no names, titles, telephone numbers or passwords.</source>
        <translation>Đã ghi {name}. Trong tệp không có tên người, tên tin bài, số điện thoại hay mật khẩu.</translation>
    </message>
    <message>
        <source>The check-up was stopped</source>
        <translation>Đã dừng kiểm tra</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Look through everything…</source>
        <translation>Kiểm tra toàn bộ…</translation>
    </message>
    <message>
        <source>Write the file for support…</source>
        <translation>Ghi tệp cho người hỗ trợ…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Kiểm tra máy</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Đã tốt</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả kiểm tra</translation>
    </message>
    <message>
        <source>The computer and the station are being looked at…</source>
        <translation>Đang kiểm tra máy tính và đài…</translation>
    </message>
    <message>
        <source>The broadcast goes on meanwhile.</source>
        <translation>Việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Looking at: {what}</source>
        <translation>Đang xem: {what}</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Mọi thứ đều tốt</translation>
    </message>
    <message>
        <source>The station can air. To see to when there is time: {doubts}</source>
        <translation>Đài phát được. Có {doubts} việc nên xem khi rảnh</translation>
    </message>
    <message>
        <source>To mend now: {wrong}</source>
        <translation>Có {wrong} việc cần sửa ngay</translation>
    </message>
    <message>
        <source>To mend now: {wrong} · when there is time: {doubts}</source>
        <translation>Có {wrong} việc cần sửa ngay, {doubts} việc nên xem khi rảnh</translation>
    </message>
    <message>
        <source>{count} things looked at, {at}</source>
        <translation>Đã xem {count} mục, lúc {at}</translation>
    </message>
    <message>
        <source>Look through everything?</source>
        <translation>Kiểm tra toàn bộ?</translation>
    </message>
    <message>
        <source>Every sound, the whole log and the whole database are read: some minutes, on an old computer longer. It can be stopped. The broadcast goes on.</source>
        <translation>Chương trình đọc lại từng tệp âm thanh, toàn bộ nhật ký và cơ sở dữ liệu: mất vài phút, máy cũ thì lâu hơn. Dừng lúc nào cũng được. Việc phát thanh vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Look through everything</source>
        <translation>Kiểm tra toàn bộ</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>To mend now</source>
        <translation>Cần sửa ngay</translation>
    </message>
    <message>
        <source>When there is time</source>
        <translation>Khi rảnh</translation>
    </message>
    <message>
        <source>Open “{page}”</source>
        <translation>Mở “{page}”</translation>
    </message>
</context>
<context>
    <name>StoppedSheet</name>
    <message>
        <source>A part of the program had stopped by itself</source>
        <translation>Chương trình vừa có lúc tự dừng</translation>
    </message>
    <message>
        <source>It was started again. What was saved is whole, and the log of what aired goes on by itself. If it happens again, write the file for whoever helps you: it holds no names, titles or telephone numbers.</source>
        <translation>Chương trình đã chạy lại. Những gì đã lưu vẫn nguyên vẹn, nhật ký phát thanh vẫn tự ghi tiếp. Nếu còn xảy ra, hãy ghi tệp cho người hỗ trợ: trong tệp không có tên người, tên tin bài hay số điện thoại.</translation>
    </message>
    <message>
        <source>Write the file for support…</source>
        <translation>Ghi tệp cho người hỗ trợ…</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Kiểm tra máy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>{part}, at {at}</source>
        <translation>{part}, lúc {at}</translation>
    </message>
    <message>
        <source>and {count} times more</source>
        <translation>và {count} lần nữa</translation>
    </message>
    <message>
        <source>The player</source>
        <translation>Bộ phát</translation>
    </message>
    <message>
        <source>The resident helper</source>
        <translation>Chương trình thường trực</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Cửa sổ chương trình</translation>
    </message>
</context>
</TS>
