"""Sound files as a stick, a download or a hostile hand brings them: real ones of every format, damaged and forged.

`forged()` are single cases, each with a name that says what is wrong; `mutated()` goes on for ever.
"""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import av
import numpy as np
from PIL import Image

AUDIO = Path(__file__).parents[1] / "data" / "audio"
_WORDS = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x80\0\0\0", b"\0\0\0\x80",
          b"\0\0\0\x01", b"\xff\xff\xff\xfe")
# suffix: container, codec, rate, format of the samples, layout
_MADE = {
    "s16.wav": ("wav", "pcm_s16le", 22_050, "s16", "stereo"), "s24.wav": ("wav", "pcm_s24le", 48_000, "s32", "mono"),
    "f32.wav": ("wav", "pcm_f32le", 48_000, "flt", "mono"), "f64.wav": ("wav", "pcm_f64le", 44_100, "dbl", "mono"),
    "alaw.wav": ("wav", "pcm_alaw", 8_000, "s16", "mono"), "mulaw.wav": ("wav", "pcm_mulaw", 8_000, "s16", "mono"),
    "adpcm.wav": ("wav", "adpcm_ima_wav", 22_050, "s16p", "mono"), "51.wav": ("wav", "pcm_s16le", 48_000, "s16", "5.1"),
    "sony.w64": ("w64", "pcm_s16le", 48_000, "s16", "mono"),
    "apple.aiff": ("aiff", "pcm_s16be", 48_000, "s16", "mono"),
    "apple.caf": ("caf", "pcm_s16be", 48_000, "s16", "mono"), "sun.au": ("au", "pcm_s16be", 8_000, "s16", "mono"),
    "phone.amr": ("amr", "libopencore_amrnb", 8_000, "s16", "mono"),
    "phone.3gp": ("3gp", "aac", 16_000, "fltp", "mono"),
    "dolby.ac3": ("ac3", "ac3", 48_000, "fltp", "stereo"), "pack.wv": ("wv", "wavpack", 48_000, "s16p", "mono"),
    "opus.webm": ("webm", "libopus", 48_000, "s16", "mono"),
    "opus.mka": ("matroska", "libopus", 48_000, "s16", "mono"),
    "wav.avi": ("avi", "pcm_s16le", 48_000, "s16", "mono"), "alac.m4a": ("ipod", "alac", 48_000, "s16p", "mono"),
    "aac.ts": ("mpegts", "aac", 48_000, "fltp", "mono"), "mp3.flv": ("flv", "libmp3lame", 44_100, "s16p", "mono"),
    "joint.mp3": ("mp3", "libmp3lame", 32_000, "s16p", "stereo"), "flac.ogg": ("ogg", "flac", 48_000, "s16", "mono"),
}
Write = Callable[[Path], object]


@cache
def whole() -> dict[str, bytes]:
    """Real files by name: those of tests/data/audio, and one of every other kind."""
    found = {path.name: path.read_bytes() for path in sorted(AUDIO.iterdir()) if path.suffix != ".md"}
    return {**found, **{name: encoded(name) for name in _MADE}}


def encoded(name: str, seconds: float = 0.5, **tags: str) -> bytes:
    """A hum with clicks, in one of the kinds of _MADE."""
    form, codec, rate, samples, layout = _MADE[name]
    out = io.BytesIO()
    with av.open(out, "w", format=form) as container:
        container.metadata.update({"title": "Tin vắn", **tags})
        stream = container.add_stream(codec, rate=rate, layout=layout)
        stream.format = samples
        if codec.endswith("amrnb"):
            stream.bit_rate = 12_200
        sound = np.sin(np.arange(int(seconds * rate)) * 2 * np.pi * 300 / rate) * 0.2
        sound[::rate // 10] = 0.7
        frame = av.AudioFrame.from_ndarray(np.tile(sound.astype(np.float32), (1, 1)), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = rate, 0
        for ready in av.AudioResampler(format=samples, layout=layout, rate=rate).resample(frame):
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return out.getvalue()


def mutated(seed: int) -> Iterator[tuple[str, bytes]]:
    """Name and content, without end."""
    dice = random.Random(seed)
    names = list(whole())
    ways = (_flip, _cut, _swap, _hole, _repeat, _take_out, _put_in, _lie, _lie, _splice, _other_head, _id3)
    number = 0
    while True:
        name = dice.choice(names)
        body = bytearray(whole()[name])
        for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
            way = dice.choice(ways)
            body = way(body, dice) if len(body) > 16 else body
        number += 1
        yield f"{number:05} {name}", bytes(body)


def _place(body: bytearray, dice: random.Random) -> int:
    """Headers are met as often as all the rest."""
    return dice.randrange(min(len(body), 200)) if dice.random() < 0.5 else dice.randrange(len(body))


def _flip(body: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.choice((1, 4, 40))):
        body[_place(body, dice)] ^= 1 << dice.randrange(8)
    return body


def _cut(body: bytearray, dice: random.Random) -> bytearray:
    return body[:_place(body, dice)]


def _swap(body: bytearray, dice: random.Random) -> bytearray:
    size = dice.randint(1, max(1, len(body) // 3))
    first, second = dice.randrange(len(body)), dice.randrange(len(body))
    body[first:first + size], body[second:second + size] = body[second:second + size], body[first:first + size]
    return body


def _hole(body: bytearray, dice: random.Random) -> bytearray:
    start, size = _place(body, dice), dice.choice((4, 100, 2000, 1 << 16))
    body[start:start + size] = bytes([dice.choice((0, 0, 255))]) * min(size, len(body) - start)
    return body


def _repeat(body: bytearray, dice: random.Random) -> bytearray:
    start = dice.randrange(len(body))
    piece = body[start:start + dice.randint(1, 2000)]
    return body[:start] + piece * dice.choice((2, 3, 50)) + body[start:]


def _take_out(body: bytearray, dice: random.Random) -> bytearray:
    start = _place(body, dice)
    del body[start:start + dice.choice((1, 2, 60, 1000))]
    return body


def _put_in(body: bytearray, dice: random.Random) -> bytearray:
    start = _place(body, dice)
    body[start:start] = dice.randbytes(dice.choice((1, 2, 60, 5000)))
    return body


def _lie(body: bytearray, dice: random.Random) -> bytearray:
    start = _place(body, dice) // 2 * 2
    body[start:start + 4] = dice.choice(_WORDS) if dice.random() < 0.7 else dice.randbytes(4)
    return body


def _splice(body: bytearray, dice: random.Random) -> bytearray:
    other = whole()[dice.choice(list(whole()))]
    return body[:_place(body, dice)] + bytearray(other[dice.randrange(len(other)):])


def _other_head(body: bytearray, dice: random.Random) -> bytearray:
    other = whole()[dice.choice(list(whole()))]
    size = dice.choice((4, 12, 44, 200))
    return bytearray(other[:size]) + body[dice.choice((0, size)):]


def _id3(body: bytearray, dice: random.Random) -> bytearray:
    size = dice.choice((0, 10, len(body), 1 << 20, (1 << 28) - 1))
    tag = b"ID3" + bytes([dice.choice((2, 3, 4, 9)), 0, dice.choice((0, 0x80, 0x40, 0xff))])
    return bytearray(tag + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
                     + dice.randbytes(dice.choice((0, 20, 300)))) + body


def forged(big: bool = False) -> Iterator[tuple[str, Write]]:
    """Name and how to write it; `big`: those of hundreds of megabytes too."""
    for name, content in _forged():
        yield name, lambda path, content=content: path.write_bytes(content)  # type: ignore[misc]
    if big:
        yield "mp3 head and 200 MB of zeros.mp3", lambda path: _sparse(path, whole()["lame.mp3"], 200_000_000)
        yield "adts head and 200 MB of zeros.aac", lambda path: _sparse(path, whole()["adts.aac"], 200_000_000)
        yield "ogg head and 200 MB of zeros.ogg", lambda path: _sparse(path, whole()["vorbis.ogg"], 200_000_000)
        yield "mp4 head and 200 MB of zeros.m4a", lambda path: _sparse(path, whole()["edit-list.m4a"], 200_000_000)
        yield "1 GB of nothing.mp3", lambda path: _sparse(path, b"", 1 << 30)
        yield "1 GB behind a size of 0.wav", lambda path: _sparse(path, riff(size=0, data=0), 1 << 30)
        yield "a tag of 256 MB.mp3", lambda path: _sparse(path, _tag((1 << 28) - 1), 1 << 28)


def _forged() -> Iterator[tuple[str, bytes]]:
    lame, m4a, opus = whole()["lame.mp3"], whole()["edit-list.m4a"], whole()["opus.opus"]
    yield "nothing.mp3", b""
    yield "one byte.wav", b"R"
    yield "zeros.mp3", bytes(300_000)
    yield "ones.aac", b"\xff" * 300_000
    yield "frame marks only.mp3", b"\xff\xfb\x90\x64" * 60_000
    yield from _waves()
    yield "RF64.wav", rf64(48_000)
    yield "RF64 of 2^63 bytes.wav", rf64(1 << 62)
    yield "ID3 of 256 MB.mp3", _tag((1 << 28) - 1) + lame
    yield "ID3 of 24 MB of zeros.mp3", _tag(24_000_000) + bytes(24_000_000) + lame
    yield "ID3 in ID3.mp3", b"".join(_tag(10) for _ in range(3000)) + lame
    yield "10,000 tags.mp3", _tag(10_000 * 12) + (b"TXXX\0\0\0\x02\0\0\0\0"[:12]) * 10_000 + lame
    yield "compressed tag bomb.mp3", _frames([(b"TIT2", zlib.compress(bytes(60_000_000)))], b"\0\x08") + lame
    yield "title of 2 MB.mp3", _frames([(b"TIT2", b"\x03" + "đ".encode() * 1_000_000)]) + lame
    yield "title of raw bytes.mp3", _frames([(b"TIT2", b"\x03" + bytes(range(1, 256)))]) + lame
    yield "cover bomb.mp3", _cover(_png(60_000, 60_000)) + lame
    yield "cover of 30 megapixels.mp3", _cover(_png(6_000, 5_000)) + lame
    yield "cover of text bomb.mp3", _cover(_png(10, 10, bytes(40_000_000))) + lame
    yield "cover is no picture.mp3", _cover(b"\x89PNG\r\n\x1a\n" + bytes(200)) + lame
    yield "cover is a gif.mp3", _cover(b"GIF89a" + bytes(200)) + lame
    yield "cover cut off.mp3", _cover(_jpeg()[:400]) + lame
    for words, value in (("begins late", 1 << 30), ("begins before", 0xFFFFFFF0), ("at the end", 0x7FFFFFFF)):
        yield f"edit list {words}.m4a", _edit_list(m4a, media_time=value)
    yield "edit list of 4 billion entries.m4a", _after(m4a, b"elst", 4, b"\xff\xff\xff\xff")
    yield "4 billion samples.m4a", _after(m4a, b"stsz", 8, b"\xff\xff\xff\xff")
    yield "box of 0.m4a", m4a.replace(m4a[:4], b"\0\0\0\0", 1)
    yield "boxes in boxes.m4a", _nested(4_000)
    for skip in (0, 1, 65_535):
        yield f"opus skips {skip}.opus", _after(opus, b"OpusHead", 2, struct.pack("<H", skip))
    yield "opus of 255 channels.opus", _after(opus, b"OpusHead", 1, b"\xff")
    yield "tags of 4 GB.opus", _after(opus, b"OpusTags", 0, b"\xff\xff\xff\xff")
    yield from _other_formats()


def _waves() -> Iterator[tuple[str, bytes]]:
    yield "1000 channels.wav", riff(channels=1000, data=200_000)
    yield "65535 channels.wav", riff(channels=65_535, data=262_140)
    yield "no channel.wav", riff(channels=0)
    yield "24 channels.wav", riff(channels=24, body=_noise(24 * 24_000).astype("<i2").tobytes())
    for rate in (0, 1, 10_000_000, 0xFFFFFFFF):
        yield f"{rate} Hz.wav", riff(rate=rate, body=_noise(20_000).astype("<i2").tobytes())
    for words, value in (("NaN", np.nan), ("infinity", np.inf), ("1e30", 1e30), ("-1e38", -1e38), ("1e-40", 1e-40)):
        yield f"{words}.wav", riff(form=3, bits=32, body=np.full(24_000, value, "<f4").tobytes())
        mixed = _noise(24_000) / 40_000
        mixed[::100] = value
        yield f"{words} here and there.wav", riff(form=3, bits=32, body=mixed.astype("<f4").tobytes())
    yield "1e300 in 64 bits.wav", riff(form=3, bits=64, body=np.full(24_000, 1e300, "<f8").tobytes())
    yield "full scale for ever.wav", riff(body=np.full(24_000, 32_767, "<i2").tobytes())
    yield "one sample.wav", riff(body=b"\xff\x3f")
    yield "half a sample.wav", riff(body=b"\x01")
    for bits in (0, 1, 7, 24, 32, 64, 255):
        yield f"{bits} bits.wav", riff(bits=bits, body=_noise(24_000).astype("<i2").tobytes())
    yield "no data.wav", riff(body=b"")
    yield "too much promised.wav", riff(size=1 << 20, data=1 << 20, body=_noise(20_000).astype("<i2").tobytes())
    yield "sizes of 4 GB.wav", riff(size=0xFFFFFFFF, data=0xFFFFFFFF, body=_noise(20_000).astype("<i2").tobytes())
    yield "unknown codec.wav", riff(form=0x4321, body=bytes(9000))
    yield "a chunk of 4 GB.wav", riff()[:12] + b"LIST\xff\xff\xff\xff" + riff()[12:]


def _other_formats() -> Iterator[tuple[str, bytes]]:
    yield "playlist.mp3", b"#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:9,\nfile:///etc/passwd\n/dev/zero\n#EXT-X-ENDLIST\n"
    yield "concat.mp3", b"ffconcat version 1.0\nfile '/etc/passwd'\n"
    yield "pls.wav", b"[playlist]\nFile1=/etc/passwd\n"
    yield "sdp.mp3", b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n"
    yield "dash.m4a", b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period/></MPD>'
    yield "picture.mp3", _jpeg()
    yield "png.wav", _png(50, 50)
    yield "pdf.mp3", b"%PDF-1.7\n" + bytes(4000)
    yield "zip.m4a", b"PK\x03\x04" + bytes(4000)
    yield "program.wav", b"MZ" + bytes(range(256)) * 40
    yield "text.mp3", "Cộng hòa xã hội chủ nghĩa Việt Nam\n".encode() * 300
    yield "midi.wav", b"MThd\0\0\0\x06\0\x01\0\x01\x01\xe0MTrk\0\0\0\x04\0\xff\x2f\0"
    yield "module.mp3", b"Extended Module: x" + bytes(3000)
    yield "flac without frames.flac", whole()["lossless.flac"][:42]
    yield "flac of 2^36 samples.flac", _after(whole()["lossless.flac"], b"fLaC", 17, b"\x0f\xff\xff\xff\xff")


def riff(*, form: int = 1, channels: int = 1, rate: int = 48_000, bits: int = 16, body: bytes | None = None,
         size: int | None = None, data: int | None = None) -> bytes:
    """A WAV that may lie in every field."""
    sound = _noise(24_000).astype("<i2").tobytes() if body is None else body
    if body is None and data is not None:
        sound = sound * (data // len(sound) + 1) if data else b""
    width = channels * bits // 8
    head = struct.pack("<HHIIHH", form, channels & 0xFFFF, rate, rate * width & 0xFFFFFFFF, width & 0xFFFF, bits)
    count = len(sound) if data is None else data
    length = 36 + len(sound) if size is None else size
    opening = b"RIFF" + struct.pack("<I", length) + b"WAVEfmt \x10\0\0\0" + head
    return opening + b"data" + struct.pack("<I", count) + sound


def rf64(size: int) -> bytes:
    sound = _noise(24_000).astype("<i2").tobytes()
    return b"RF64\xff\xff\xff\xffWAVEds64" + struct.pack("<IQQQI", 28, size + 72, size, size // 2, 0) \
        + riff()[12:36] + b"data\xff\xff\xff\xff" + sound


def _noise(count: int) -> np.ndarray:
    return np.random.default_rng(1).normal(0, 3000, count).clip(-30_000, 30_000)


def _sparse(path: Path, head: bytes, size: int) -> None:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(max(size, len(head)))


def _syncsafe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _tag(size: int) -> bytes:
    return b"ID3\x04\0\0" + _syncsafe(size)


def _frames(frames: list[tuple[bytes, bytes]], flags: bytes = b"\0\0") -> bytes:
    body = b"".join(name + _syncsafe(len(data)) + flags + data for name, data in frames)
    return _tag(len(body)) + body


def _cover(picture: bytes) -> bytes:
    return _frames([(b"APIC", b"\0image/png\0\x03\0" + picture)])


def _png(width: int, height: int, words: bytes = b"") -> bytes:
    """Black, written by hand: nobody has the memory to draw the big ones."""
    packer = zlib.compressobj(9)
    row = bytes(1 + width)
    data = b"".join(packer.compress(row) for _ in range(min(height, 8000))) + packer.flush()
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))]
    if words:
        chunks.append((b"zTXt", b"words\0\0" + zlib.compress(words)))
    chunks += [(b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks)


def _jpeg() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((80, 80), 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def _after(content: bytes, mark: bytes, skip: int, new: bytes) -> bytes:
    """`new` written over what stands `skip` bytes behind `mark`."""
    place = content.index(mark) + len(mark) + skip
    return content[:place] + new + content[place + len(new):]


def _edit_list(content: bytes, media_time: int) -> bytes:
    return _after(content, b"elst", 12, struct.pack(">I", media_time))


def _nested(depth: int) -> bytes:
    inside = b""
    for _ in range(depth):
        inside = struct.pack(">I", len(inside) + 8) + b"moov" + inside
    return b"\0\0\0\x14ftypM4A \0\0\0\0M4A " + inside
