"""The ordinary-word list: hunspell-ar stems and the closed classes."""

from folding import bare, fold, is_arabic

SECTIONS = {"stopwords.dic": "s", "tools.dic": "t", "names.dic": "n", "verb.huns.dic": "v"}
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


def function_words(file):
    """The words of the closed classes, folded."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {fold(word) for line in lines if not line.startswith("#") for word in line.split()}


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
        if is_participle(form, stems):
            return True
    return False


def is_participle(form, stems):
    """قائم of قام, كاتب and مكتوب of كتب."""
    form = form.removesuffix("ة")
    if len(form) == 4 and form[1] == "ا":
        root = form[0] + ("ا" + form[3] if form[2] == "ي" else form[2:])
    elif len(form) == 5 and form[0] == "م" and form[3] == "و":
        root = form[1:3] + form[4]
    else:
        return False
    return "v" in stems.get(root, ())


def write(out, stems, stops):
    """words.txt: one stem a line, a tab, its classes (q = closed class)."""
    rows = {stem: "".join(sorted(classes)) for stem, classes in stems.items()}
    for word in stops:
        rows[word] = "".join(sorted(set(rows.get(word, "")) | {"q"}))
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# Ordinary Arabic words, folded. Source: Ayaspell hunspell-ar 3.2 (Debian 3.2-1.2), MPL-1.1;\n")
        file.write("# class q: function_words.txt, CC0-1.0. Classes: n noun, v verb, t particle, s closed class with clitics, q closed class.\n")
        for stem in sorted(rows):
            file.write(f"{stem}\t{rows[stem]}\n")
