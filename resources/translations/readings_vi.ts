<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>EntryDialog</name>
    <message>
        <source>Change a reading</source>
        <translation>Sửa cách đọc</translation>
    </message>
    <message>
        <source>Add a reading</source>
        <translation>Thêm cách đọc</translation>
    </message>
    <message>
        <source>UBND, Krông Nô, VNeID</source>
        <translation>UBND, Krông Nô, VNeID</translation>
    </message>
    <message>
        <source>as it is spoken, in Vietnamese syllables</source>
        <translation>viết đúng như khi nói, ví dụ: cờ rông nô</translation>
    </message>
    <message>
        <source>where it comes from, who says it so</source>
        <translation>nguồn, hoặc ai đọc như vậy</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Chữ viết</translation>
    </message>
    <message>
        <source>In small letters it holds for every spelling; with capitals only as written here.</source>
        <translation>Viết chữ thường thì áp dụng cho cả chữ hoa; có chữ hoa thì chỉ đúng như viết ở đây.</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc là</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Write at least one letter or figure.</source>
        <translation>Hãy viết ít nhất một chữ hoặc một số.</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Lines that were left out</source>
        <translation>Các dòng bị bỏ qua</translation>
    </message>
    <message>
        <source>{count} lines were left out. Each line needs the word, a tab, and how it is read.</source>
        <translation>{count} dòng bị bỏ qua. Mỗi dòng cần có chữ viết, dấu tab, rồi cách đọc.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Nội dung dòng</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>LexiconWindow</name>
    <message>
        <source>The station&apos;s lexicon</source>
        <translation>Từ điển cách đọc của đài</translation>
    </message>
    <message>
        <source>Taken out: {words}</source>
        <translation>Đã bỏ: {words}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Đã hoàn tác.</translation>
    </message>
    <message>
        <source>{count} words were written to {name}.</source>
        <translation>Đã xuất {count} từ ra tệp {name}.</translation>
    </message>
    <message>
        <source>Search (accents may be left out)…</source>
        <translation>Tìm (gõ không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Thêm từ</translation>
    </message>
    <message>
        <source>Bring in a file…</source>
        <translation>Nhập từ tệp…</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Xuất ra tệp…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Chữ viết</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc là</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Taught</source>
        <translation>Ngày ghi</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>The station&apos;s own readings</source>
        <translation>Các cách đọc của đài</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Không tìm thấy.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>No readings yet. Teach the voice the names and abbreviations of your commune, here or by clicking a word in a bulletin.</source>
        <translation>Chưa có cách đọc nào. Hãy dạy giọng đọc các tên riêng và chữ viết tắt của xã, ngay tại đây hoặc bấm vào từ trong bản tin.</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} từ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stored: {written}</source>
        <translation>Đã lưu: {written}</translation>
    </message>
    <message>
        <source>{name}: {added} new, {changed} changed, {same} as before.</source>
        <translation>{name}: thêm {added}, sửa {changed}, giữ nguyên {same}.</translation>
    </message>
    <message>
        <source>Bring in readings</source>
        <translation>Nhập cách đọc</translation>
    </message>
    <message>
        <source>Tables (*.tsv *.csv *.txt);;All files (*)</source>
        <translation>Bảng (*.tsv *.csv *.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Write the readings to a file</source>
        <translation>Xuất cách đọc ra tệp</translation>
    </message>
    <message>
        <source>Table with tabs (*.tsv);;Table for a spreadsheet (*.csv)</source>
        <translation>Bảng phân cách bằng tab (*.tsv);;Bảng cho Excel (*.csv)</translation>
    </message>
</context>
<context>
    <name>ReadingPopup</name>
    <message>
        <source>Choose a reading</source>
        <translation>Chọn cách đọc</translation>
    </message>
    <message>
        <source>“{written}” is read as “{spoken}”</source>
        <translation>“{written}” đọc là “{spoken}”</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>The voice may read this wrongly.</source>
        <translation>Máy có thể đọc sai chỗ này.</translation>
    </message>
    <message>
        <source>Another reading:</source>
        <translation>Cách đọc khác:</translation>
    </message>
    <message>
        <source>write it as it is spoken</source>
        <translation>viết đúng như khi nói</translation>
    </message>
    <message>
        <source>Your own reading</source>
        <translation>Cách đọc tự viết</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Take out of the lexicon</source>
        <translation>Bỏ khỏi từ điển</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Chỉ ở đây</translation>
    </message>
    <message>
        <source>Writes the spoken words into this text (Enter)</source>
        <translation>Viết hẳn lời đọc vào bài này (Enter)</translation>
    </message>
    <message>
        <source>For the whole station</source>
        <translation>Cho cả đài</translation>
    </message>
    <message>
        <source>Writes them into the station&apos;s lexicon (Ctrl+Enter)</source>
        <translation>Ghi vào từ điển của đài (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>This text is locked: the reading can only be taught to the whole station.</source>
        <translation>Bài này đang khóa: chỉ có thể ghi cách đọc vào từ điển của cả đài.</translation>
    </message>
    <message>
        <source>For the whole station: “{written}” is then read so in every text.</source>
        <translation>Cho cả đài: từ nay mọi chỗ viết “{written}” đều đọc như vậy.</translation>
    </message>
    <message>
        <source>“Only here” changes the words of this text. “For the whole station” is remembered.</source>
        <translation>“Chỉ ở đây” sửa chữ trong bài này. “Cho cả đài” ghi vào từ điển để các bài sau cũng đọc vậy.</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>the word</source>
        <translation>chữ viết</translation>
    </message>
    <message>
        <source>how it is read</source>
        <translation>cách đọc</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>dòng quá dài</translation>
    </message>
    <message>
        <source>abbreviation</source>
        <translation>chữ viết tắt</translation>
    </message>
    <message>
        <source>link or address</source>
        <translation>đường dẫn, địa chỉ</translation>
    </message>
    <message>
        <source>code</source>
        <translation>mã</translation>
    </message>
    <message>
        <source>letters in capitals</source>
        <translation>chữ in hoa</translation>
    </message>
    <message>
        <source>date</source>
        <translation>ngày tháng</translation>
    </message>
    <message>
        <source>number of a document</source>
        <translation>số văn bản</translation>
    </message>
    <message>
        <source>foreign word</source>
        <translation>từ nước ngoài</translation>
    </message>
    <message>
        <source>the station&apos;s lexicon</source>
        <translation>từ điển của đài</translation>
    </message>
    <message>
        <source>money</source>
        <translation>số tiền</translation>
    </message>
    <message>
        <source>number</source>
        <translation>số</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <source>place</source>
        <translation>địa danh</translation>
    </message>
    <message>
        <source>Roman number</source>
        <translation>số La Mã</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>figure with a unit</source>
        <translation>số kèm đơn vị</translation>
    </message>
</context>
<context>
    <name>ReadingsSide</name>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Only words that the voice may read wrongly</source>
        <translation>Chỉ hiện những từ máy có thể đọc sai</translation>
    </message>
    <message>
        <source>Word to look at before (Shift+F3)</source>
        <translation>Từ cần xem trước đó (Shift+F3)</translation>
    </message>
    <message>
        <source>Next word to look at (F3)</source>
        <translation>Từ cần xem tiếp theo (F3)</translation>
    </message>
    <message>
        <source>Listen to this reading</source>
        <translation>Nghe thử cách đọc này</translation>
    </message>
    <message>
        <source>Lexicon…</source>
        <translation>Từ điển…</translation>
    </message>
    <message>
        <source>All readings this station has taught the voice</source>
        <translation>Mọi cách đọc đài đã dạy cho giọng đọc</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Chữ viết</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Đọc là</translation>
    </message>
    <message>
        <source>Words that are read otherwise than written</source>
        <translation>Các từ đọc khác với chữ viết</translation>
    </message>
    <message>
        <source>To look at ({count})</source>
        <translation>Cần xem ({count})</translation>
    </message>
    <message>
        <source>Nothing here needs a look.</source>
        <translation>Không còn từ nào cần xem.</translation>
    </message>
    <message>
        <source>Every word is read as it is written.</source>
        <translation>Mọi từ đều đọc đúng như viết.</translation>
    </message>
    <message>
        <source>Taken for: {kind}</source>
        <translation>Được hiểu là: {kind}</translation>
    </message>
    <message>
        <source>The voice may read this wrongly: look at it once.</source>
        <translation>Máy có thể đọc sai: nên xem lại.</translation>
    </message>
    <message>
        <source>Enter or a double click: choose another reading</source>
        <translation>Enter hoặc bấm đúp: chọn cách đọc khác</translation>
    </message>
</context>
</TS>
