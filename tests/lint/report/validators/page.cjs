// node page.cjs FILE=COUNT...: opens HTML reports in headless Chromium, on a phone and on a wide
// screen, light and dark, and says what is wrong: sideways scrolling, a request, an error, a script
// that ran, text that is hard to read, another number of findings than COUNT. Then validates the
// markup. Exits with 1 when something is wrong, and with 3 when there is no browser.
const { existsSync, readFileSync, statSync } = require("node:fs");
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");

const browsers = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const problems = [];

// Runs in the page.
function look(count) {
  const found = [];
  const width = document.documentElement.clientWidth;
  const own = (element) => element.closest(".scroll, svg") !== null;
  if (document.documentElement.scrollWidth > width) found.push("scrolls sideways");
  for (const element of document.body.querySelectorAll("*")) {
    const { right } = element.getBoundingClientRect();
    if (right > width + 1 && !own(element)) found.push(`${element.tagName} ends at ${right}`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !own(element) &&
        getComputedStyle(element).display !== "inline") {
      found.push(`${element.tagName} ${element.className} has text of ${element.scrollWidth} pixels`);
    }
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
    if (scrolls && element.scrollHeight > element.clientHeight && !own(element)) {
      found.push(`${element.tagName} ${element.className} scrolls inside`);
    }
  }
  if (document.scripts.length > 0 || window.forged !== undefined) found.push("has a script");
  const findings = document.querySelectorAll("article.finding").length;
  if (findings !== count) found.push(`${findings} findings, not ${count}`);

  const rgb = (text) => text.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = color.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    if (element.matches("svg .on-bar")) return rgb(getComputedStyle(element.parentNode.querySelector("rect")).fill);
    if (element.closest("svg")) return rgb(getComputedStyle(element.closest(".timeline").querySelector(".band") ?? document.documentElement).fill);
    for (let each = element; each; each = each.parentElement) {
      const color = rgb(getComputedStyle(each).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const seen = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && seen.size < 3000) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || element.closest("title, desc")) continue;
    const style = getComputedStyle(element);
    const color = rgb(element.closest("svg") ? style.fill : style.color);
    const ratio = contrast(color, ground(element));
    if (ratio < 4.5) seen.set(`${element.tagName}.${element.getAttribute("class")}`, ratio);
  }
  for (const [what, ratio] of seen) found.push(`contrast of ${what} is ${ratio.toFixed(2)}`);
  return found.slice(0, 10);
}

async function check(browser, file, count) {
  // Of a very long page one look is enough: what differs between them is not its length.
  const once = statSync(file).size > 1_000_000;
  for (const width of once ? [360] : [360, 1280]) {
    for (const colorScheme of once ? ["dark"] : ["light", "dark"]) {
      const wrong = (what) => problems.push(`${file} (${width} px, ${colorScheme}): ${what}`);
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      page.on("request", (request) => request.url() === `file://${file}` || wrong(`asks for ${request.url()}`));
      page.on("console", (message) => wrong(`console: ${message.text()}`));
      page.on("pageerror", (error) => wrong(String(error)));
      page.on("dialog", (dialog) => (wrong(`dialog: ${dialog.message()}`), dialog.dismiss()));
      await page.goto(`file://${file}`);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      (await page.evaluate(look, count)).forEach(wrong);
      // Every link inside the page leads somewhere, and every one can be reached by the keyboard.
      const dead = await page.$$eval("a[href^='#']", (links) =>
        links.filter((link) => !document.getElementById(link.hash.slice(1)) || link.tabIndex < 0).map((link) => link.hash));
      if (dead.length > 0) wrong(`links lead nowhere: ${dead.slice(0, 5)}`);
      await page.close();
    }
  }
}

async function main() {
  const executablePath = browsers.find((path) => existsSync(path));
  if (!executablePath) {
    console.log("no Chromium here");
    process.exitCode = 3;
    return;
  }
  const browser = await chromium.launch({ executablePath, args });
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    // SQL may be long, and a table's cells need no more than the text that they have.
    rules: { "long-title": "off", "no-trailing-whitespace": "off" },
  });
  for (const pair of process.argv.slice(2)) {
    const at = pair.lastIndexOf("=");
    const file = pair.slice(0, at);
    await check(browser, file, Number(pair.slice(at + 1)));
    if (statSync(file).size > 1_000_000) continue; // its markup is that of the others
    const report = await validator.validateString(readFileSync(file, "utf8"));
    for (const result of report.results) {
      for (const message of result.messages.slice(0, 10)) {
        problems.push(`${file}:${message.line}:${message.column}: ${message.message} (${message.ruleId})`);
      }
    }
  }
  await browser.close();
  for (const problem of problems.slice(0, 60)) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${process.argv.length - 2} pages are fine`);
}

main();
