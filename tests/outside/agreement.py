"""Reckons agreement anew, from the definitions, over drawn projects, and
compares it with what `hashiya agreement` prints.

    python3 agreement.py HASHIYA CASES

Marks are drawn with everything that makes figures go wrong: no marks on one
side, the same place twice, several pieces, places without length, tags on
whole documents, signs outside the basic plane. F1 comes from counting equal
marks, kappa from the two rows of yes and no over all characters, alpha from
the coincidence matrix, the pairs from trying every assignment.
"""

import functools
import json
import os
import random
import subprocess
import sys
import tempfile

TAGS = {"x": "entity", "y": "entity", "p": "passage", "w": "document"}
LETTERS = "اب ت😀e\u064bن"
WHOLE = 1_000_000


def spans_of(draw, text):
    cuts = sorted(draw.randrange(len(text) + 1) for _ in range(2 * draw.choice([1, 1, 1, 2, 3])))
    spans = []
    for start, end in zip(cuts[::2], cuts[1::2]):
        apart = not spans or start > spans[-1][1]
        # A place without length stands alone.
        if apart and (start < end or len(cuts) == 2):
            spans.append((start, end))
    return spans


def drawn(seed):
    draw, marks, documents = random.Random(seed), 0, []
    for number in range(draw.choice([1, 2, 3])):
        text = "".join(draw.choice(LETTERS) for _ in range(draw.choice([1, 8, 25, 40])))
        annotations = []
        for by in "ab":
            last = None
            for _ in range(0 if seed % 7 == 0 and by == "b" else draw.choice([0, 0, 1, 2, 3, 4])):
                tag = draw.choice(list(TAGS))
                spans = [] if TAGS[tag] == "document" else spans_of(draw, text)
                if last and draw.random() < 0.2:
                    tag, spans = last
                if not spans and TAGS[tag] != "document":
                    continue
                last, marks = (tag, spans), marks + 1
                annotations.append({
                    "id": f"m{marks}", "tag": tag, "by": by, "at": "2026-01-02T03:04:05Z",
                    "spans": [{"start": a, "end": b, "quote": text[a:b]} for a, b in spans],
                })
        documents.append({"id": f"d{number}", "title": f"t{number}", "text": text, "annotations": annotations})
    tags = [
        {"id": tag, "names": {"en": tag.upper()}, "color": "#225688", "color_dark": "#8AB3E4", "kind": kind, "order": at}
        for at, (tag, kind) in enumerate(TAGS.items())
    ]
    people = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    return {"format": "hashiya-annotated-set", "version": 1, "tags": tags, "analysts": people, "documents": documents}


def likeness(one, other, text):
    if TAGS[one[0]] != TAGS[other[0]]:
        return None
    bytes_of = lambda places: sum(len(text[at].encode()) for at in places)
    places = [[at for start, end in mark[1] for at in range(start, end)] for mark in (one, other)]
    if one[1] == other[1] and one[1]:
        dice = WHOLE
    else:
        shared = bytes_of(set(places[0]) & set(places[1]))
        if shared == 0:
            return None
        dice = 2 * shared * WHOLE // (bytes_of(places[0]) + bytes_of(places[1]))
    if one[0] == other[0]:
        return dice + WHOLE
    return dice if 2 * dice >= WHOLE else None


def greatest(first, second, text):
    edges = [[likeness(one, other, text) for other in second] for one in first]

    @functools.lru_cache(None)
    def best(at, used):
        if at == len(first):
            return 0
        most = best(at + 1, used)
        for other, alike in enumerate(edges[at]):
            if alike is not None and not used >> other & 1:
                most = max(most, alike + best(at + 1, used | 1 << other))
        return most

    return best(0, 0)


def divided(above, below):
    return above / below if below else None


def check(seed, told, case):
    wrong = []

    def same(what, found, expected):
        both = found is not None and expected is not None and abs(found - expected) < 1e-9
        if not both and found is not expected:
            wrong.append(f"case {seed}: {what} is {found}, should be {expected}")

    sums = {tag: dict.fromkeys(["first", "second", "same", "both", "one", "other"], 0) for tag in TAGS}
    letters = sum(len(document["text"]) for document in case["documents"])
    paired = expected = 0
    for document in case["documents"]:
        text = document["text"]
        marks = {
            by: [
                (mark["tag"], [(span["start"], span["end"]) for span in mark["spans"]])
                for mark in document["annotations"] if mark["by"] == by
            ]
            for by in "ab"
        }
        for tag, sum_of in sums.items():
            first, second = ([mark for mark in marks[by] if mark[0] == tag] for by in "ab")
            left = list(second)
            for mark in first:
                if mark in left:
                    left.remove(mark)
                    sum_of["same"] += 1
            on = [{at for _, spans in side for a, b in spans for at in range(a, b)} for side in (first, second)]
            sum_of["first"] += len(first)
            sum_of["second"] += len(second)
            sum_of["both"] += len(on[0] & on[1])
            sum_of["one"] += len(on[0] - on[1])
            sum_of["other"] += len(on[1] - on[0])
        first, second = list(marks["a"]), list(marks["b"])
        for mark in list(first):
            if mark in second:
                first.remove(mark)
                second.remove(mark)
        expected += greatest(first, second, text)
        for pair in told["pairs"]:
            if pair["document"] == document["id"] and pair["first"] and pair["second"] and pair["agreement"] != "same":
                sides = [(pair[side]["tag"], [tuple(span) for span in pair[side]["spans"]]) for side in ("first", "second")]
                paired += likeness(*sides, text)
    same("the likeness of all pairs", paired, expected)
    total = {name: sum(sum_of[name] for sum_of in sums.values()) for name in ("same", "first", "second")}
    same("F1", told["all"]["f1"], divided(2 * total["same"], total["first"] + total["second"]))
    for tag, sum_of in sums.items():
        figures, marks = told["tags"].get(tag), sum_of["first"] + sum_of["second"]
        if figures is None:
            if marks:
                wrong.append(f"case {seed}: {tag} is missing")
            continue
        spans = sum(pair["agreement"] == "span" and pair["first"]["tag"] == tag for pair in told["pairs"])
        same(f"F1 of {tag}", figures["f1"], divided(2 * sum_of["same"], marks))
        same(f"lenient F1 of {tag}", figures["f1_overlap"], divided(2 * (sum_of["same"] + spans), marks))
        differ = sum_of["one"] + sum_of["other"]
        yes = [(sum_of["both"] + sum_of[side]) / letters for side in ("one", "other")]
        chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
        observed = 1 - differ / letters
        kappa = None if abs(1 - chance) < 1e-12 else (observed - chance) / (1 - chance)
        ones = 2 * sum_of["both"] + differ
        zeros = 2 * letters - ones
        alpha = None if ones * zeros == 0 else 1 - (2 * letters - 1) * differ / (ones * zeros)
        same(f"kappa of {tag}", figures["kappa"], kappa)
        same(f"alpha of {tag}", figures["alpha"], alpha)
    return wrong


def main():
    program, cases = sys.argv[1], int(sys.argv[2])
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(cases):
            case = drawn(seed)
            drawn_file = os.path.join(folder, f"{seed}.json")
            project = os.path.join(folder, f"{seed}.hashiya.json")
            with open(drawn_file, "w", encoding="utf-8") as out:
                json.dump(case, out, ensure_ascii=False)
            subprocess.run([program, "import", drawn_file, "--out", project], check=True, capture_output=True)
            told = subprocess.run(
                [program, "agreement", project, "--first", "A", "--second", "B", "--pairs"],
                check=True, capture_output=True,
            )
            wrong += check(seed, json.loads(told.stdout), case)
    print("\n".join(wrong))
    sys.exit(bool(wrong))


main()
