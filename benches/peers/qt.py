"""Qt's QTextEdit with extra selections, on a text and its marks.

usage: python qt.py TEXT MARKS FONT

Started by compare.py, with any Python that has PyQt6, PySide6 or PyQt5. The
key m marks the word in the middle of the window.
"""

import bisect
import json
import pathlib
import re
import sys

# PySide6 6.12 ends in "deallocating None" under Python 3.11 once some thousand
# cursors are made, so it is the second choice.
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
# A mark by key has a colour of its own, so that it is seen on any other.
COLORS.append(QtGui.QColor.fromHsv(0, 0, 150))
NEW = 12
COLUMN = 640


class Page(QtWidgets.QTextEdit):
    def __init__(self, text, marks, family):
        super().__init__()
        self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setReadOnly(True)
        self.keyed = set()
        font = QtGui.QFont(family)
        font.setPixelSize(19)
        self.setFont(font)
        self.setLineWrapMode(QtWidgets.QTextEdit.LineWrapMode.WidgetWidth)
        # Filled before it is shown: nothing is laid out twice, and the view
        # stays at the first line.
        document = QtGui.QTextDocument(self)
        document.setDefaultFont(font)
        option = document.defaultTextOption()
        option.setTextDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
        lines = QtGui.QTextBlockFormat()
        lines.setLineHeight(36, QtGui.QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QtGui.QTextCursor(document)
        cursor.setBlockFormat(lines)
        cursor.insertText(text)
        self.setDocument(document)
        # Within an edit no cursor asks for its place on the screen.
        cursor.beginEditBlock()
        self.marks = [self.mark(start, end, tag) for start, end, tag in marks]
        cursor.endEditBlock()
        self.setExtraSelections(self.marks)

    def resizeEvent(self, event):
        # A column in the middle, always as wide, as in the other programs: it
        # moves with the window and is not broken anew.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        before = max((room - COLUMN) // 2, 0)
        self.setViewportMargins(before, 0, max(room - COLUMN - before, 0), 0)
        super().resizeEvent(event)

    def mark(self, start, end, tag):
        selection = QtWidgets.QTextEdit.ExtraSelection()
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format.setBackground(COLORS[tag or 0])
        return selection

    def word_in_the_middle(self):
        # The line in the middle can be empty, or end before it gets there; and
        # what was marked by key before would look the same.
        middle = self.viewport().rect().center()
        for line in (0, 1, -1, 2, -2, -3, -4, -5):
            cursor = self.cursorForPosition(middle + QtCore.QPoint(0, line * 36))
            cursor.select(QtGui.QTextCursor.SelectionType.WordUnderCursor)
            new = cursor.hasSelection() and cursor.selectionStart() not in self.keyed
            if new and abs(self.cursorRect(cursor).x() - middle.x()) < 190:
                break
        self.keyed.add(cursor.selectionStart())
        return cursor

    def keyPressEvent(self, event):
        if event.text() == "m":
            cursor = self.word_in_the_middle()
            self.marks.append(self.mark(cursor.selectionStart(), cursor.selectionEnd(), NEW))
            self.setExtraSelections(self.marks)
            return
        super().keyPressEvent(event)


def units(text, marks):
    """The marks in UTF-16 units, as Qt counts."""
    wide = [found.start() for found in re.finditer("[\U00010000-\U0010ffff]", text)]
    if not wide:
        return marks
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
