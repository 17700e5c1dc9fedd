#include "checker/cli/report_formats.h"

#include "lint/report/report_ci.h"
#include "lint/report/report_html.h"
#include "lint/report/report_json.h"
#include "lint/report/report_markdown.h"
#include "lint/report/report_sarif.h"
#include "rules/rule_table.h"

namespace hoglint {

bool DrawsPlan(Format format) { return format == Format::kMarkdown || format == Format::kHtml; }

std::string RenderReport(Format format, const ReportParts& parts, const TextOptions& text) {
  const Report& report = parts.report;
  const Sources& sources = parts.sources;
  switch (format) {
    case Format::kText:
      break;
    case Format::kJson:
      return RenderJson(report, sources, HOGLINT_VERSION);
    case Format::kMarkdown:
      return RenderMarkdown(report, parts.plan, sources);
    case Format::kHtml:
      return RenderHtml(report, parts.plan, sources, HOGLINT_VERSION);
    case Format::kSarif:
      return RenderSarif(report, sources, AllRules(), HOGLINT_VERSION);
    case Format::kGithub:
      return RenderGithub(report, sources);
    case Format::kGitlab:
      return RenderGitlab(report, sources);
    case Format::kJunit:
      return RenderJunit(report, sources);
    case Format::kCheckstyle:
      return RenderCheckstyle(report, sources);
  }
  return RenderText(report, sources, text);
}

}  // namespace hoglint
