// Measures every grapheme of the paragraphs in `job` as the browser lays them
// out, and leaves the result as JSON in the page's body.
//
// job: { size, lineHeight, faces: [{ name, family, files: [url…] }],
//        widths: [px…], paragraphs: [{ text, rtl }…] }
// result: for each face, width and paragraph a list of graphemes, each
//         [start in UTF-16 units, line, left, right] in px from the column's
//         left edge.
async function measure(job) {
  const families = {};
  for (const face of job.faces) {
    families[face.name] = [];
    for (const [index, url] of face.files.entries()) {
      const family = `${face.name}-${index}`;
      const font = new FontFace(family, `url(${url})`);
      await font.load();
      document.fonts.add(font);
      families[face.name].push(family);
    }
  }
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const result = [];
  for (const face of job.faces) {
    for (const width of job.widths) {
      for (const paragraph of job.paragraphs) {
        const box = document.createElement("div");
        box.style.cssText = `position:absolute;left:0;top:0;width:${width}px;` +
          `font:${job.size}px/${job.lineHeight}px ${families[face.name].join(",")};` +
          "white-space:pre-wrap;overflow-wrap:anywhere;text-align:start;" +
          "text-rendering:geometricPrecision;font-synthesis:none;tab-size:8";
        box.dir = paragraph.rtl ? "rtl" : "ltr";
        const node = document.createTextNode(paragraph.text);
        box.append(node);
        document.body.append(box);
        const origin = box.getBoundingClientRect();
        const list = [];
        for (const { segment, index } of segmenter.segment(paragraph.text)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + segment.length);
          const rects = [...range.getClientRects()];
          if (rects.length === 0) {
            list.push([index, -1, 0, 0]);
            continue;
          }
          // A grapheme at a break has an empty rectangle on the line before.
          const rect = rects.reduce((a, b) => (b.width >= a.width ? b : a));
          const middle = (rect.top + rect.bottom) / 2 - origin.top;
          list.push([
            index,
            Math.floor(middle / job.lineHeight),
            Math.round((rect.left - origin.left) * 1000) / 1000,
            Math.round((rect.right - origin.left) * 1000) / 1000,
          ]);
        }
        result.push(list);
        box.remove();
      }
    }
  }
  const out = document.createElement("pre");
  out.id = "result";
  out.textContent = JSON.stringify(result);
  document.body.replaceChildren(out);
}
