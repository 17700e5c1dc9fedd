// The files that a page of docs/guide shows: fenced blocks with title="NAME".
import fs from "node:fs";
import path from "node:path";
import { source } from "../packages/support/world.mjs";

export function readPage(name) {
  const text = fs.readFileSync(path.join(source, "docs/guide", name), "utf8");
  const blocks = new Map();
  for (const [, title, body] of text.matchAll(/^```\w+ title="([^"\n]+)"\n([\s\S]*?)^```$/gm)) {
    if (blocks.has(title)) throw new Error(`${name}: two blocks are called ${title}`);
    blocks.set(title, body);
  }
  return {
    // The block's text; an error when the page has none of that title.
    block(title) {
      if (!blocks.has(title)) throw new Error(`${name} has no block ${title}`);
      return blocks.get(title);
    },
    titles: () => [...blocks.keys()],
  };
}
