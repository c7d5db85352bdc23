"""The ordinary-word list: hunspell-ar stems, stop words."""

import json
import re

from folding import bare, fold, is_arabic

SECTIONS = {"stopwords.dic": "s", "tools.dic": "t", "names.dic": "n", "verb.huns.dic": "v"}
# stopwords-iso was gathered from news: these of its words are content words.
CONTENT = set(fold(w) for w in """
اعادة اعلنت اكد الاخيرة الذاتي الف الوقت اليوم امس ايار ايام ابتدأ اخذ برس باسم تبدل تحول اطار تم جعل جلل جير حار حم حاي
راح رجع زيارة سنة سنوات شخصا شرع صباح صفر طاق طق علق عوض غدا فلان قوة كرب كلم لقاء لوكالة للامم مايو مساء مليار مليون
نفس نهاية هب هيت واضاف واضافت واكد واوضح وقف يوم قال وقال وقالت استحال اقبل انشأ انقلب عاد عام عاما عدس عين قام ارتد
ثلاثة اربعة عشرة عشر الثاني الثانية الاول الاولى السابق الماضي المقبل مقابل اب اخ شبه يمكن عدد عدم عادة ذيت كيت بات لعمر كخ نخ هج بخ بس
""".split())


def stems(dictionary):
    """`{folded stem: classes}`; classes n noun, v verb, t particle, s closed
    class with its clitics."""
    found = {}
    section = None
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        if line in SECTIONS:
            section = SECTIONS[line]
            continue
        word = bare(line.split("/")[0].split("\t")[0])
        if section is None or " " in word or not is_arabic(word):
            continue
        if len(word) < 2 and section not in "st":
            continue
        found.setdefault(fold(word), set()).add(section)
    return found


def stopwords(file):
    """The closed-class words of stopwords-iso, folded."""
    words = (bare(word) for word in json.loads(file.read_text(encoding="utf-8"))["ar"])
    return {fold(word) for word in words if is_arabic(word) and " " not in word} - CONTENT


SUFFIXES = sorted("ه ها هم هما هن كم نا ات ون ين ان ية ته تها تهم ي ا وا تي ت".split(), key=len, reverse=True)


def is_word(word, stems):
    """The ordinary-word test of src/entities/data/words.rs."""
    forms = [word]
    if word.startswith("ال") and len(word) > 4:
        forms.append(word[2:])
    if word.startswith("لل") and len(word) > 4:
        forms.append(word[2:])
    for form in forms:
        if form in stems:
            return True
        for suffix in SUFFIXES:
            stem = form[: -len(suffix)]
            if form.endswith(suffix) and len(stem) >= 3 and (stem in stems or stem + "ة" in stems):
                return True
    return False


def write(out, stems, stops):
    """words.txt: one stem a line, a tab, its classes (q = stop word)."""
    rows = {stem: "".join(sorted(classes)) for stem, classes in stems.items()}
    for word in stops:
        rows[word] = "".join(sorted(set(rows.get(word, "")) | {"q"}))
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# Ordinary Arabic words, folded. Source: Ayaspell hunspell-ar 3.2 (Debian 3.2-1.2), MPL-1.1;\n")
        file.write("# class q: stopwords-iso 1.1.0, MIT. Classes: n noun, v verb, t particle, s closed class with clitics, q stop word.\n")
        for stem in sorted(rows):
            file.write(f"{stem}\t{rows[stem]}\n")
