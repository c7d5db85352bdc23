"""The page in which Chromium shows a text with CSS custom highlights.

Used by compare.py. The key m marks the word in the middle of the window.
"""

import html
import json
import pathlib

STYLE = "".join(
    f"::highlight(tag{index}) {{ background: hsl({index * 30} 90% 84%); }}\n"
    for index in range(12)
)
# A mark by key has a colour of its own, so that it is seen on any other.
STYLE += "::highlight(tag12) { background: hsl(0 0% 60%); }\n"

SCRIPT = """
const lines = document.querySelectorAll("p");
const sets = [], keyed = new Set();
for (let index = 0; index < 13; index++) {
  sets.push(new Highlight());
  CSS.highlights.set("tag" + index, sets[index]);
}
for (const [first, start, last, end, tag] of marks) {
  const from = lines[first].firstChild, to = lines[last].firstChild;
  if (!from || !to) continue;
  const range = new StaticRange({
    startContainer: from, startOffset: start, endContainer: to, endOffset: end,
  });
  sets[tag].add(range);
}
addEventListener("keydown", (event) => {
  if (event.key !== "m") return;
  // The line in the middle can be empty, or end before it gets there; and what
  // was marked by key before would look the same.
  for (const line of [0, 1, -1, 2, -2, -3, -4, -5]) {
    const y = innerHeight / 2 + line * 36;
    const at = document.caretRangeFromPoint(innerWidth / 2, y);
    const node = at && at.startContainer, text = node && node.textContent;
    if (!node || node.nodeType !== Node.TEXT_NODE) continue;
    let from = at.startOffset, to = at.startOffset;
    while (from > 0 && text[from - 1] !== " ") from--;
    while (to < text.length && text[to] !== " ") to++;
    const name = from + ":" + text;
    if (from === to || keyed.has(name)) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    if (Math.abs(range.getBoundingClientRect().x - innerWidth / 2) > 190) continue;
    keyed.add(name);
    sets[12].add(new StaticRange({
      startContainer: node, startOffset: from, endContainer: node, endOffset: to,
    }));
    return;
  }
});
"""


def write_page(path, text, marks, font):
    """Writes the page: one paragraph a line, marks in UTF-16 units of lines."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    placed, line = [], 0
    for start, end, tag in marks:
        while starts[line + 1] <= start:
            line += 1
        last = line
        while starts[last + 1] < end:
            last += 1
        placed.append(
            (line, wide(lines[line], start - starts[line]), last,
             wide(lines[last], end - starts[last]), (tag or 0) % 12)
        )
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    pathlib.Path(path).write_text(
        f"""<!doctype html><meta charset="utf-8"><title>peer</title><style>
@font-face {{ font-family: naskh; src: url("{pathlib.Path(font).as_uri()}"); }}
html {{ direction: rtl; font: 19px/1.9 naskh; }}
body {{ max-width: 640px; margin: 20px auto; }}
p {{ margin: 0 0 3px; min-height: .7em; }}
{STYLE}</style>
{body}
<script>const marks = {json.dumps(placed, separators=(",", ":"))};
{SCRIPT}</script>
""",
        encoding="utf-8",
    )


def wide(line, at):
    return at + sum(1 for c in line[:at] if ord(c) > 0xFFFF)
