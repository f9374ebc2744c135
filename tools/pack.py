"""What carries the collection to a station: a Debian package, an archive with its own installer, parts for Windows.

Both hold the same tree (docs/formats.md): versions/<version>/ with the collection, current.txt, the two launchers.
Files are in order, of one owner and one time, so that the same collection gives the same package.
"""

from __future__ import annotations

import platform
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parent.parent
LINUX, WINDOWS = ROOT / "packaging" / "linux", ROOT / "packaging" / "windows"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_DEBIAN = {"x86_64": "amd64", "aarch64": "arm64"}


def pack(folder: Path, out: Path, version: str, epoch: int) -> Iterator[Path]:
    """Both packages for Linux; the Debian one where dpkg-deb is."""
    with tempfile.TemporaryDirectory(prefix="dai-xa-pack-", dir=out) as temporary:
        tree = Path(temporary) / "tree"
        lay_out(folder, tree, version)
        yield archive(tree, out / f"dai-xa-{version}-linux-{platform.machine()}.tar.xz", epoch)
        if shutil.which("dpkg-deb"):
            yield debian(tree, Path(temporary), out, version, epoch)


def lay_out(folder: Path, tree: Path, version: str) -> None:
    """The tree below /opt/dai-xa or ~/.local/lib/dai-xa, and beside it share/ for the desktop."""
    place = tree / "versions" / version
    place.parent.mkdir(parents=True)
    # Hard links: half a gigabyte is not copied only to be packed.
    shutil.copytree(folder, place, symlinks=True, copy_function=_link)
    (tree / "current.txt").write_text(f"{version}\n", encoding="ascii")
    for name in ("broadcaster", "dai-xa"):
        shutil.copyfile(ROOT / "packaging" / "launcher" / "broadcaster.sh", tree / name)
        (tree / name).chmod(0o755)
    share = tree / "share"
    for name, into in (("dai-xa.desktop", "applications"), ("dai-xa.xml", "mime/packages")):
        (share / into).mkdir(parents=True)
        shutil.copyfile(LINUX / name, share / into / name)
    draw_icons(share / "icons" / "hicolor")
    shutil.copyfile(LINUX / "cai-dat.sh", tree / "cai-dat.sh")
    (tree / "cai-dat.sh").chmod(0o755)


def archive(tree: Path, path: Path, epoch: int) -> Path:
    """tar.xz with one folder, in which cai-dat.sh installs for the one who runs it."""
    name = path.name.removesuffix(".tar.xz")

    def same(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        return entry

    plain = path.with_suffix("")
    with tarfile.open(plain, "w", format=tarfile.PAX_FORMAT) as tar:
        for each in [tree, *sorted(tree.rglob("*"))]:
            tar.add(each, f"{name}/{each.relative_to(tree)}".removesuffix("/."), recursive=False, filter=same)
    # -T2: as many threads on every machine, for the number of blocks is in the file.
    subprocess.run(["xz", "-T2", "-4", "-f", str(plain)], check=True)
    return path


def debian(tree: Path, temporary: Path, out: Path, version: str, epoch: int) -> Path:
    """A package for Debian 12, Ubuntu 24.04 and newer: everything in /opt, links in /usr."""
    root = temporary / "deb"
    (root / "opt").mkdir(parents=True)
    (root / "usr" / "bin").mkdir(parents=True)
    tree.rename(root / "opt" / "dai-xa")
    (root / "opt/dai-xa/cai-dat.sh").unlink()
    (root / "opt/dai-xa/share").rename(root / "usr" / "share")
    for name in ("broadcaster", "dai-xa"):
        (root / "usr" / "bin" / name).symlink_to(f"/opt/dai-xa/{name}")
    note = root / "usr/share/doc/dai-xa/copyright"
    note.parent.mkdir(parents=True)
    internal = root / f"opt/dai-xa/versions/{version}/_internal"
    note.write_bytes((internal / "LICENSE").read_bytes())
    (note.parent / "THIRD_PARTY_NOTICES.txt").symlink_to(
        f"/opt/dai-xa/versions/{version}/_internal/resources/THIRD_PARTY_NOTICES.txt")
    kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    control = root / "DEBIAN"
    control.mkdir()
    machine = _DEBIAN.get(platform.machine(), platform.machine())
    (control / "control").write_text(Template((LINUX / "control").read_text(encoding="utf-8")).substitute(
        version=version, architecture=machine, kilobytes=kilobytes), encoding="utf-8")
    for name in ("postinst", "prerm", "postrm"):
        shutil.copyfile(LINUX / name, control / name)
        (control / name).chmod(0o755)
    for path in root.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    path = out / f"dai-xa_{version}_{machine}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(root), str(path)], check=True,
                   env={"SOURCE_DATE_EPOCH": str(epoch), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
                   stdout=subprocess.DEVNULL)
    return path


def draw_icons(folder: Path) -> None:
    """The program's icon in every size a desktop asks for, and as a drawing."""
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = (LINUX / "dai-xa.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(drawing))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        place = folder / f"{size}x{size}" / "apps" / "dai-xa.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(place)):
            raise RuntimeError(f"the icon cannot be written: {place}")
    (folder / "scalable" / "apps").mkdir(parents=True)
    (folder / "scalable" / "apps" / "dai-xa.svg").write_bytes(drawing)


def write_windows_parts(work: Path, version: str) -> None:
    """The icon of the two programs and the facts that Explorer shows of them."""
    with tempfile.TemporaryDirectory() as temporary:
        draw_icons(Path(temporary))
        pictures = [(size, (Path(temporary) / f"{size}x{size}/apps/dai-xa.png").read_bytes())
                    for size in (16, 24, 32, 48, 64, 256)]
    head, body, offset = struct.pack("<HHH", 0, 1, len(pictures)), b"", 6 + 16 * len(pictures)
    for size, data in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    (work / "dai-xa.ico").write_bytes(head + body)
    numbers = ([int(part) for part in version.split(".") if part.isdecimal()] + [0, 0, 0, 0])[:4]
    facts = Template((WINDOWS / "version.txt").read_text(encoding="utf-8"))
    (work / "windows-version.txt").write_text(
        facts.substitute(version=version, numbers=", ".join(map(str, numbers))), encoding="utf-8")


def _link(source: str, target: str) -> None:
    try:
        Path(target).hardlink_to(source)
    except OSError:  # another disk
        shutil.copy2(source, target)


if __name__ == "__main__":
    sys.exit("pack.py is called by tools/build.py")
