#include "tests/precision/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>

namespace hoglint::testing {
namespace {

using Counts = std::map<Level, std::size_t>;

std::size_t Count(const Counts& counts, Level level) {
  const auto found = counts.find(level);
  return found == counts.end() ? 0 : found->second;
}

double Ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string CorpusRow(std::string_view name, std::string_view runner, std::size_t migrations,
                      std::size_t quiet, const Counts& counts) {
  return fmt::format("| {} | {} | {} | {} | {} | {} | {:.2f} | {:.0f} % |\n", name, runner,
                     migrations, Count(counts, Level::kError), Count(counts, Level::kWarning),
                     Count(counts, Level::kNote), Ratio(Count(counts, Level::kError), migrations),
                     100 * Ratio(quiet, migrations));
}

// A vertical bar would end the cell of a table.
std::string Cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.insert(at, "\\");
  }
  return text;
}

}  // namespace

std::string CorpusTable(std::span<const CorpusFigures> figures) {
  std::string table =
      "| corpus | runner | migrations | errors | warnings | notes | errors a migration | no error "
      "or "
      "warning |\n|---|---|---:|---:|---:|---:|---:|---:|\n";
  std::size_t migrations = 0;
  std::size_t quiet = 0;
  Counts sum;
  for (const CorpusFigures& each : figures) {
    table += CorpusRow(each.corpus.name, each.corpus.runner, each.migrations, each.quiet_migrations,
                       each.by_level);
    migrations += each.migrations;
    quiet += each.quiet_migrations;
    for (const auto& [level, count] : each.by_level) sum[level] += count;
  }
  return table + CorpusRow("**all**", "", migrations, quiet, sum);
}

std::string RuleTable(std::span<const CorpusFigures> figures) {
  std::map<std::string, Counts> rules;
  for (const CorpusFigures& corpus : figures) {
    for (const MeasuredFinding& finding : corpus.findings) ++rules[finding.rule][finding.level];
  }
  std::string table = "| rule | errors | warnings | notes |\n|---|---:|---:|---:|\n";
  for (const auto& [rule, counts] : rules) {
    table += fmt::format("| `{}` | {} | {} | {} |\n", rule, Count(counts, Level::kError),
                         Count(counts, Level::kWarning), Count(counts, Level::kNote));
  }
  return table;
}

std::string SampleTable(std::span<const MeasuredFinding> sample, const Judgements& judgements) {
  std::string rows;
  std::array<std::size_t, 3> verdicts{};  // thanks, no, not judged
  for (const MeasuredFinding& finding : sample) {
    const auto found = judgements.find({finding.corpus, finding.fingerprint});
    const bool judged = found != judgements.end();
    ++verdicts.at(judged ? (found->second.thanks ? 0 : 1) : 2);
    rows += fmt::format("| {} {} | `{}` {} | {} | {} | {} |\n", finding.corpus, finding.migration,
                        finding.rule, LevelName(finding.level), Cell(finding.message),
                        judged ? (found->second.thanks ? "thanks" : "no") : "not judged",
                        judged ? Cell(found->second.reason) : "");
  }
  return fmt::format(
      "Of {} findings a reviewer would thank hoglint for {}, not for {}; {} are not judged.\n\n"
      "| migration | rule | finding | verdict | why |\n|---|---|---|---|---|\n{}",
      sample.size(), verdicts[0], verdicts[1], verdicts[2], rows);
}

std::string WithSection(const std::string& page, std::string_view name, std::string_view text) {
  const std::string begin = fmt::format("<!-- {} -->\n", name);
  const std::string end = fmt::format("<!-- /{} -->", name);
  const std::size_t from = page.find(begin);
  const std::size_t to = page.find(end);
  if (from == std::string::npos || to == std::string::npos || to < from) return page;
  return page.substr(0, from) + begin + std::string(text) + page.substr(to);
}

}  // namespace hoglint::testing
