"""Texts and marks that every program is measured with.

The same as tests/suite/support/large.rs makes for our own benches: the sample
over and over, every line numbered, and marks on its words, spread evenly:
mostly single words, some phrases over them, some passages.
"""

import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = sorted((ROOT / "assets/sample").glob("*.txt"))
TAGS = 12


def text(size):
    """The sample repeated, at least `size` bytes of UTF-8."""
    lines = [path.read_text(encoding="utf-8").splitlines() for path in SAMPLE]
    parts, length, copy = [], 0, 0
    while length < size:
        for document in lines:
            for line in document:
                copy += 1
                part = f"{line} {copy}\n" if line.strip() else "\n"
                parts.append(part)
                length += len(part.encode())
    return "".join(parts)


def words(text):
    """Start and end of every word, in code points."""
    found, start = [], None
    for at, c in enumerate(text):
        if c.isspace():
            if start is not None:
                found.append((start, at))
                start = None
        elif start is None:
            start = at
    if start is not None:
        found.append((start, len(text)))
    return found


def marks(text, count):
    """`count` marks as (start, end, number of the tag; None for a passage)."""
    all_words = words(text)
    found = []
    for index in range(min(count, len(all_words))):
        word = index * len(all_words) // count
        length = {0: 60, 1: 4, 11: 4, 21: 4}.get(index % 50, 1)
        last = min(word + length - 1, len(all_words) - 1)
        tag = None if length == 60 else index % TAGS
        found.append((all_words[word][0], all_words[last][1], tag))
    return found


def write(folder, name, size, count, hashiya):
    """Writes name.txt, name.marks.json and name.hashiya.json; the paths."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / f"{name}.txt"
    listed = folder / f"{name}.marks.json"
    project = folder / f"{name}.hashiya.json"
    words_of = text(size)
    plain.write_text(words_of, encoding="utf-8", newline="")
    found = marks(words_of, count)
    listed.write_text(json.dumps(found))
    if hashiya:
        project.unlink(missing_ok=True)
        project.with_name(f"{name}.hashiya.log").unlink(missing_ok=True)
        subprocess.run(
            [hashiya, "import", plain, "--out", project],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        mark_project(project, words_of, found)
    return plain, listed, project


def mark_project(path, text, found):
    """Adds the marks to a project file, one record a line as it has them."""
    before, after = path.read_text(encoding="utf-8").split('\n  "annotations": []', 1)
    head = json.loads(before.rstrip(",") + "}")
    entities = [tag["id"] for tag in head["tags"] if tag["kind"] == "entity"]
    document = head["documents"][0]
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(before + '\n  "annotations": [')
        for index, (start, end, tag) in enumerate(found):
            record = {
                "id": f"mark-{index:07}",
                "document": document["id"],
                "spans": [{"start": start, "end": end, "quote": text[start:end]}],
                "tag": "claim" if tag is None else entities[tag % len(entities)],
                "by": head["analysts"][0]["id"],
                "at": document["imported_at"],
                "origin": {"kind": "manual"},
            }
            comma = "," if index else ""
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            out.write(f"{comma}\n    {line}")
        out.write("\n  ]" + after)
