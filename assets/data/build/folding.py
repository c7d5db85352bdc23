"""Folding as src/language/fold.rs does it at Level::Letters, for Arabic names.

The automata are keyed by the program's own folding; this copy is only used to
compare names while the text files are made. tests/suite/data.rs checks that
the keys of the text files survive the program's folding.
"""

import re
import unicodedata

ARABIC = set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱ ")
SIMPLE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و",
                        "ی": "ي", "ک": "ك"})
DROPPED = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e"
                     "\u2060-\u206f\ufeff\u061c\u00ad]")


def bare(text):
    """Composed, without vowel marks, tatweel and unseen characters; one space
    between words, none around."""
    text = DROPPED.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(re.sub(r"[\-–—_.،,/'’‘ʻ`\"“”«»]+", " ", text).split())


def is_arabic(text):
    """Whether a bare text is written with the letters of Arabic alone (no
    Persian, Urdu, Kurdish or Uyghur letters)."""
    return bool(text) and all(letter in ARABIC for letter in text)


def fold(text):
    """The key of a name; ة stays distinct from ه."""
    return bare(text).translate(SIMPLE)


def loose(text):
    """As `fold`, ة read as ه: the key of personal names."""
    return fold(text).replace("ة", "ه")
