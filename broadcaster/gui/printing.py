"""A PDF of ours on a printer: the slip, the logbook, schedules, reports and the card for the wall go this one way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from broadcaster.gui.page import Shell

_DPI = 200


def print_pdf(parent: QWidget, shell: Shell, pdf: bytes, name: str) -> None:
    """Ask for the printer, the paper turned as the first page lies; `name` stands in the printer's queue."""
    import pypdfium2

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name[:80])
    document = pypdfium2.PdfDocument(pdf)
    _lay(printer, document, 0)
    document.close()
    if QPrintDialog(printer, parent).exec():
        print_pages(printer, pdf)
        shell.notify(QCoreApplication.translate("Printing", "Sent to the printer."))


def print_pages(printer: QPrinter, pdf: bytes) -> None:
    """Each page of a PDF as a picture, across where it is: the printer needs no fonts and no PDF program."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    _lay(printer, document, 0)
    painter = QPainter(printer)
    try:
        for number in range(len(document)):
            if number:
                _lay(printer, document, number)
                printer.newPage()
            page = document[number]
            bitmap = page.render(scale=_DPI / 72)
            picture = bitmap.to_pil().convert("RGB")
            image = QImage(picture.tobytes(), picture.width, picture.height, picture.width * 3,
                           QImage.Format.Format_RGB888)
            bitmap.close()
            page.close()
            whole = printer.paperRect(QPrinter.Unit.DevicePixel)
            inner = printer.pageRect(QPrinter.Unit.DevicePixel)
            # Our pages have margins of their own: they are laid on the whole sheet, not inside the printer's.
            painter.drawImage(whole.translated(-inner.topLeft()), image)
    finally:
        painter.end()
        document.close()


def _lay(printer: QPrinter, document: Any, number: int) -> None:
    """Turn the paper as the page lies; holds from the next new page on."""
    width, height = document.get_page_size(number)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if width > height
                               else QPageLayout.Orientation.Portrait)
