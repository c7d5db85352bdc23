"""Qt's QTextEdit with extra selections, on a text and its marks.

usage: python qt.py TEXT MARKS FONT

Started by compare.py, with any Python that has PyQt6, PySide6 or PyQt5. The
key m marks the word in the middle of the window.
"""

import json
import pathlib
import sys

# PySide6 6.12 ends in "deallocating None" under Python 3.11 once some thousand
# cursors are made, so it is not the first choice.
try:
    from PyQt6 import QtCore, QtGui, QtWidgets
except ImportError:
    try:
        from PySide6 import QtCore, QtGui, QtWidgets
    except ImportError:
        try:
            from PyQt5 import QtCore, QtGui, QtWidgets
        except ImportError:
            sys.exit("Qt is not measured: neither PyQt6 nor PySide6 nor PyQt5 is installed")

COLORS = [QtGui.QColor.fromHsv(hue * 30, 60, 245) for hue in range(12)]


class Page(QtWidgets.QTextEdit):
    def __init__(self, text, marks, family):
        super().__init__()
        self.setReadOnly(True)
        self.setFont(QtGui.QFont(family, 14))
        self.setLineWrapMode(QtWidgets.QTextEdit.LineWrapMode.WidgetWidth)
        option = self.document().defaultTextOption()
        option.setTextDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        self.document().setDefaultTextOption(option)
        self.setPlainText(text)
        self.marks = [self.mark(start, end, tag) for start, end, tag in marks]
        self.setExtraSelections(self.marks)

    def mark(self, start, end, tag):
        selection = QtWidgets.QTextEdit.ExtraSelection()
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(COLORS[(tag or 0) % len(COLORS)])
        return selection

    def keyPressEvent(self, event):
        if event.text() == "m":
            cursor = self.cursorForPosition(self.viewport().rect().center())
            cursor.select(QtGui.QTextCursor.SelectionType.WordUnderCursor)
            self.marks.append(self.mark(cursor.selectionStart(), cursor.selectionEnd(), 3))
            self.setExtraSelections(self.marks)
            return
        super().keyPressEvent(event)


def units(text, marks):
    """The marks in UTF-16 units, as Qt counts."""
    wide = [at for at, c in enumerate(text) if ord(c) > 0xFFFF]
    if not wide:
        return marks
    import bisect

    return [
        (start + bisect.bisect_left(wide, start), end + bisect.bisect_left(wide, end), tag)
        for start, end, tag in marks
    ]


def main():
    if sys.argv[1:] == ["--version"]:
        print("Qt", QtCore.qVersion())
        return
    text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    marks = units(text, json.loads(pathlib.Path(sys.argv[2]).read_text()))
    app = QtWidgets.QApplication(sys.argv[:1])
    added = QtGui.QFontDatabase.addApplicationFont(sys.argv[3])
    family = QtGui.QFontDatabase.applicationFontFamilies(added)[0]
    page = Page(text, marks, family)
    page.setWindowTitle("peer")
    page.resize(1400, 880)
    page.move(0, 0)
    page.show()
    app.exec() if hasattr(app, "exec") else app.exec_()


main()
