"""names.tsv (name words) and people.tsv (full names)."""

import json
import re
import sqlite3
from collections import Counter, defaultdict

from folding import bare, fold, is_arabic, loose

# Spellings kept for a word: the commonest of all, and of each country.
KEPT_OF_ALL = 5
KEPT_OF_COUNTRY = 2


def neat(latin):
    """A Latin name on one line, without what a table would trip over."""
    return " ".join(re.sub(r"[\t|;:,()\[\]\"]", " ", latin).split())


def read_units(database):
    """`{word: {role: count}}`, `{word: {(Latin, country): count}}`; عبد الله
    and آل سعود are words too."""
    roles, spellings = defaultdict(Counter), defaultdict(Counter)
    for key, latin, country, role, count in database.execute(
        "select arabic_key, latin, country, role, sum(count) from units group by 1, 2, 3, 4"
    ):
        word = loose(key)
        latin = neat(latin)
        if not is_arabic(bare(key)) or len(word) < 2 or not latin or len(word.split()) > 3:
            continue
        roles[word][{"given": "g", "surname": "f"}.get(role, "u")] += count
        spellings[word][latin, country] += count
    return roles, spellings


def read_foreign(dictionary):
    """`{word: [Latin …]}` of arabnamer: one-word names, capitalised, the
    plainest spelling first."""
    found = defaultdict(set)
    for latin, arabic in json.loads(dictionary.read_text(encoding="utf-8")).items():
        arabic = bare(arabic)
        word = loose(arabic)
        latin = neat(latin)
        if " " in word or " " in latin or len(word) < 3 or not is_arabic(arabic):
            continue
        if re.match(r"(abd|abu|abo|ibn|bin|ben|ul|al|el)", latin) and not word.startswith(("عبد", "ابو", "ال", "بن", "اب", "ب")):
            continue
        found[word].add(latin[:1].upper() + latin[1:])
    return {word: sorted(latins, key=lambda l: (len(l), l))[:3] for word, latins in found.items()}


def kept(spellings):
    """The spellings worth keeping, by country: `[(Latin, {country: count})]`, commonest first."""
    total, by_country = Counter(), defaultdict(list)
    shown = {}
    for (latin, country), count in spellings.items():
        shown.setdefault(latin.lower(), Counter())[latin] += count
    shown = {key: min(forms, key=lambda f: (-forms[f], f)) for key, forms in shown.items()}
    merged = Counter()
    for (latin, country), count in spellings.items():
        merged[shown[latin.lower()], country] += count
    for (latin, country), count in merged.items():
        total[latin] += count
        by_country[country].append((-count, latin))
    wanted = {latin for latin, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:KEPT_OF_ALL]}
    for entries in by_country.values():
        wanted.update(latin for count, latin in sorted(entries)[:KEPT_OF_COUNTRY] if count <= -2)
    for latin in sorted(wanted, key=lambda l: (-total[l], l)):
        yield latin, {country: count for (l, country), count in sorted(merged.items()) if l == latin}


def add_extra(file, roles, spellings):
    """The names of extra_names.tsv that are not there yet, as of two people."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, role, latin = line.split("\t")
            word = loose(name)
            if word not in roles:
                roles[word][role] += 2
                spellings[word][latin, ""] += 2


def join_compounds(roles, spellings):
    """عبد العزيز is often written عبدالعزيز, أبو زيد أبوزيد."""
    for word in [word for word in roles if word.startswith(("عبد ", "ابو "))]:
        joined = word.replace(" ", "", 1)
        if " " not in joined and joined not in roles:
            roles[joined], spellings[joined] = roles[word], spellings[word]


def make(raw, here):
    """`(rows of names.tsv, {word: how often it names people})`."""
    database = sqlite3.connect(raw["names.sqlite3"])
    roles, spellings = read_units(database)
    add_extra(here / "extra_names.tsv", roles, spellings)
    join_compounds(roles, spellings)
    foreign = read_foreign(raw["dict_FINAL.json"])
    rows, counts = [], {}
    for word in sorted(set(roles) | set(foreign)):
        role = roles.get(word, Counter())
        counts[word] = sum(role.values())
        cells = []
        for latin, countries in kept(spellings.get(word, {})):
            told = ",".join(f"{country}{count}" for country, count in countries.items() if country)
            cells.append(f"{latin}:{told}" if told else latin)
        for latin in foreign.get(word, []):
            if not any(cell.lower().startswith(latin.lower() + ":") for cell in cells):
                cells.append(latin)
        usage = "".join(f"{letter}{role[letter]}" for letter in "gfu" if role[letter])
        if word in foreign:
            usage += "x"
        rows.append((word, usage, ";".join(cells)))
    return rows, counts


def people(raw):
    """Full names of two words and more: `(key, Latin, country)`; the commonest Latin of each."""
    database = sqlite3.connect(raw["names.sqlite3"])
    best = {}
    for key, latin, country, count in database.execute(
        "select arabic_key, latin, country, count from full_names order by arabic_key, count desc, latin, country"
    ):
        name, latin = loose(key), neat(latin)
        if " " not in name or not is_arabic(bare(key)) or not latin or len(name.split()) > 6:
            continue
        if re.search(r"[A-Z]{3,}|\d", latin):
            continue
        best.setdefault(name, (latin, country))
    return [(name, *rest) for name, rest in sorted(best.items())]


NOTE = "# Source: arabic-name-romanizer 0.2.0 (MIT; data Wikidata CC0-1.0, Algerian corpora CC0-1.0 and MIT)"


def write(out, rows):
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(NOTE + ";\n# x: arabnamer 0.1.3 dict_FINAL.json (CC BY 4.0, Elsayed Yousef);\n# extra_names.tsv (CC0-1.0). Made by build/make.py; see README.md.\n")
        file.write("# word (folded, ة as ه)\tgiven, family, unknown counts, x foreign\tLatin:country and count,…;…\n")
        for row in rows:
            file.write("\t".join(row) + "\n")


def write_people(out, rows):
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(NOTE + ". Made by build/make.py; see README.md.\n# full name (folded, ة as ه)\tLatin\tcountry\n")
        for row in rows:
            file.write("\t".join(row) + "\n")
