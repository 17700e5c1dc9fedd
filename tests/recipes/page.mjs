// The files that a page of docs/guide shows: fenced blocks behind a line such as "`lefthook.yml`:".
import fs from "node:fs";
import path from "node:path";
import { source } from "../packages/support/world.mjs";

export function readPage(name) {
  const text = fs.readFileSync(path.join(source, "docs/guide", name), "utf8");
  const blocks = new Map();
  const fences = [...text.matchAll(/^```\w+\n/gm)].length;
  for (const [, line, body] of text.matchAll(/^(.+):\n\n```\w+\n([\s\S]*?)^```$/gm)) {
    const title = line.replaceAll("`", "");
    if (blocks.has(title)) throw new Error(`${name}: two blocks are called ${title}`);
    blocks.set(title, body);
  }
  return {
    // The block's text; an error when the page has none of that title.
    block(title) {
      if (!blocks.has(title)) throw new Error(`${name} has no block "${title}:"`);
      return blocks.get(title);
    },
    // True when every fenced block has such a line.
    allNamed: () => blocks.size === fences,
    titles: () => [...blocks.keys()],
  };
}
