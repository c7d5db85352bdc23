#!/usr/bin/env python3
"""Makes the subsets among the faces of this folder.

    subset.py CJK SYMBOLS2 MATH NASKH OUT

CJK is NotoSansCJK-Regular.ttc of Debian's fonts-noto-cjk, SYMBOLS2 and MATH
are NotoSansSymbols2-Regular.ttf and NotoSansMath-Regular.ttf of
fonts-noto-core, NASKH is Noto Naskh Arabic 2.021, OUT is this folder. Needs
fontTools 4.68; the same inputs give the same bytes. The names of the faces
stay; none of them declares a reserved font name. What is kept is said in
README.md.
"""

import sys
import unicodedata
from fontTools import subset
from fontTools.ttLib import TTFont


def characters(codec, lead, trail, keep=lambda lead: True):
    """The characters of a double-byte character set."""
    found = set()
    for first in lead:
        for second in trail:
            try:
                text = bytes([first, second]).decode(codec)
            except UnicodeDecodeError:
                continue
            if keep(first):
                found.update(ord(c) for c in text)
    return found


def assigned(*ranges):
    """The assigned characters of some blocks."""
    return {
        c
        for start, end in ranges
        for c in range(start, end + 1)
        if unicodedata.category(chr(c)) not in ("Cn", "Co", "Cs", "Cc")
    }


HIGH = range(0xA1, 0xFF)

# Chinese: all of GB 2312, and the frequent plane of Big5 (5401 characters).
# Japanese: all of JIS X 0208. Korean: the 11172 syllables and the jamo.
CJK = (
    characters("gb2312", HIGH, HIGH)
    | characters("big5", range(0xA1, 0xC7), list(range(0x40, 0x7F)) + list(HIGH))
    | characters("euc_jp", HIGH, HIGH)
    | assigned((0x3000, 0x30FF), (0x3105, 0x312F), (0x31F0, 0x31FF))
    | assigned((0x3131, 0x318E), (0xAC00, 0xD7A3))
    | assigned((0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF01, 0xFFEE))
)
# Only what no other face shows: no Latin, no Greek, no Cyrillic.
CJK = {c for c in CJK if c >= 0x2E80}

# Arrows, technical signs, enclosed letters, dingbats, shapes; not the game
# tiles, the terminal graphics and the ancient signs.
SYMBOLS2 = assigned(
    (0x2190, 0x21FF),
    (0x2300, 0x23FF),
    (0x2400, 0x2426),
    (0x2440, 0x244A),
    (0x2460, 0x24FF),
    (0x25A0, 0x27BF),
    (0x27F0, 0x28FF),
    (0x2900, 0x297F),
    (0x2B00, 0x2BFF),
    (0x1F100, 0x1F1FF),
    (0x1F300, 0x1F6FF),
    (0x1F780, 0x1F8FF),
)

# Operators, and the letters that social media write as ornament.
MATH = assigned(
    (0x2190, 0x22FF),
    (0x2308, 0x230B),
    (0x27C0, 0x27FF),
    (0x2900, 0x2AFF),
    (0x1D400, 0x1D7FF),
)


def make(source, number, kept, target, features=()):
    options = subset.Options(
        layout_features=["ccmp", "mark", "mkmk", "kern", *features],
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        name_languages=[0x409],
        drop_tables=["MATH", "DSIG", "vhea", "vmtx", "VORG", "BASE", "STAT"],
        recalc_timestamp=False,
        font_number=number,
    )
    font = TTFont(source, fontNumber=number, recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=kept)
    worker.subset(font)
    font.save(target)
    print(target, len(font.getBestCmap()), "characters")


def main():
    cjk, symbols2, math, naskh, out = sys.argv[1:]
    # The third face of the collection is the simplified Chinese one.
    jamo = ("ljmo", "vjmo", "tjmo")
    make(cjk, 2, CJK, f"{out}/NotoSansCJKsc-Subset.otf", jamo)
    make(symbols2, -1, SYMBOLS2, f"{out}/NotoSansSymbols2-Subset.ttf")
    make(math, -1, MATH, f"{out}/NotoSansMath-Subset.ttf")
    # Letters of African and Asian languages that version 2.004 lacks.
    known = set(TTFont(f"{out}/NotoNaskhArabic-Regular.ttf").getBestCmap())
    more = assigned((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF)) - known
    # The sign for the end of a verse, which 2.004 does not draw around digits.
    more |= {0x06DD} | assigned((0x0660, 0x0669), (0x06F0, 0x06F9))
    forms = ("isol", "init", "medi", "fina", "rlig", "calt", "liga")
    make(naskh, -1, more, f"{out}/NotoNaskhArabic-More.ttf", forms)


if __name__ == "__main__":
    main()
