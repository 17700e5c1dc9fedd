// The style sheet of HTML reports. Of every pair of colours that text and its ground make, the
// contrast is at least 4.5 to 1 (WCAG 2, AA); a test measures it in a browser.
#ifndef HOGLINT_LINT_REPORT_HTML_STYLE_H_
#define HOGLINT_LINT_REPORT_HTML_STYLE_H_

#include <string_view>

namespace hoglint {

inline constexpr std::string_view kHtmlStyle = R"(
:root {
  --ground: #ffffff; --raised: #f6f8fa; --line: #d0d7de; --text: #1f2328; --quiet: #57606a;
  --link: #0550ae; --error: #b42318; --warning: #8a5300; --note: #0b5cad; --clean: #1a6b32;
  --on-level: #ffffff; --error-mark: #ffd9d5; --warning-mark: #ffe7b3; --note-mark: #d3e6ff;
  --related-mark: #dcdcf7; --band: #eef1f4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --raised: #161b22; --line: #3d444d; --text: #e6edf3; --quiet: #9aa4af;
    --link: #79b8ff; --error: #ff8a80; --warning: #f0b84a; --note: #79b8ff; --clean: #6fdd8b;
    --on-level: #0d1117; --error-mark: #6b2320; --warning-mark: #5c4300; --note-mark: #163d66;
    --related-mark: #35356b; --band: #1c2129;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; line-height: 1.4; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
ul, ol { margin: .25rem 0; padding-left: 1.5rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
code, pre, .source { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { unicode-bidi: isolate; }
h2 code, h3 code { font-size: 1em; font-weight: 600; }
pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--ground);
  border: 1px solid var(--line); border-radius: 6px; }
pre, .source code { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
summary { cursor: pointer; padding: .25rem 0; font-weight: 600; }
.quiet { color: var(--quiet); font-size: .875rem; }
.verdict { border-left: .5rem solid var(--quiet); padding-left: .75rem; }
.verdict.error { border-color: var(--error); }
.verdict.warning { border-color: var(--warning); }
.verdict.note { border-color: var(--note); }
.verdict.clean { border-color: var(--clean); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.level { display: inline-block; padding: 0 .5em; border-radius: 4px; font-size: .8125rem;
  font-weight: 700; color: var(--on-level); background: var(--quiet); }
.error > h3 > .level, .level.error { background: var(--error); }
.warning > h3 > .level, .level.warning { background: var(--warning); }
.note > h3 > .level, .level.note { background: var(--note); }
.finding { margin: .5rem 0 1rem; padding: .75rem; background: var(--raised);
  border: 1px solid var(--line); border-left: .25rem solid var(--quiet); border-radius: 6px; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.note { border-left-color: var(--note); }
.finding:target, .row:target, li:target { outline: 3px solid var(--link); }
.message, .migration, bdi { unicode-bidi: isolate; }
.advice { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 .75rem;
  margin: .5rem 0; }
.advice dt { font-weight: 600; }
.advice dd { margin: 0; min-width: 0; }
.advice p { margin: 0; }
.source { margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.row { display: grid; grid-template-columns: 4rem minmax(0, 1fr); }
.row > .number { padding: 0 .75rem 0 0; text-align: right; color: var(--quiet);
  background: var(--raised); user-select: none; }
.row > code { padding: 0 .75rem; unicode-bidi: isolate; direction: ltr; }
.left-out { padding: 0 .75rem; color: var(--quiet); background: var(--band); font-style: italic; }
mark { color: inherit; background: var(--related-mark); border-radius: 2px; }
mark.error { background: var(--error-mark); border-bottom: 2px solid var(--error); }
mark.warning { background: var(--warning-mark); border-bottom: 2px solid var(--warning); }
mark.note { background: var(--note-mark); border-bottom: 2px solid var(--note); }
mark.related { border-bottom: 2px dashed var(--quiet); }
.timeline { display: block; margin: .5rem 0; overflow: hidden;
  font: 13px/1 system-ui, sans-serif; }
.timeline text { fill: var(--text); }
.timeline .axis { fill: var(--quiet); }
.timeline .tick { stroke: var(--line); stroke-width: 1; }
.timeline .band { fill: var(--band); stroke: var(--ground); stroke-width: 2; }
.timeline .reads { fill: var(--error); }
.timeline .writes { fill: var(--warning); }
.timeline text.on-bar { fill: var(--on-level); font-weight: 600; }
.key { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: normal; min-width: 5rem; }
td:first-child { min-width: 9rem; overflow-wrap: anywhere; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; }
@media (max-width: 40rem) {
  body { padding: .75rem; }
  .advice { grid-template-columns: minmax(0, 1fr); }
  .row { grid-template-columns: 2.75rem minmax(0, 1fr); }
  .row > .number { padding-right: .5rem; }
  .row > code { padding: 0 .5rem; }
}
@media screen { .migration-part { content-visibility: auto; contain-intrinsic-size: auto 30rem; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .finding, .row, svg { break-inside: avoid; }
  .level, mark, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
)";

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HTML_STYLE_H_
