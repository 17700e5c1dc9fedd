#include "checker/disk/file_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "checker/disk/paths.h"
#include "lint/base/limits.h"
#include "lint/sql/statement_count.h"

namespace hoglint {
namespace {

struct Limit {
  std::uint64_t bytes = 0;
  std::string_view of;      // "SQL files"
  std::string_view advice;  // what to do, as the end of the sentence; empty: nothing to say
};

constexpr std::string_view kSplitSql =
    "split it, or load data of that size outside of the migrations";

Limit LimitFor(std::string_view path) {
  const std::string_view name = BaseName(path);
  if (name.ends_with(".sql")) return {kMaxSqlBytes, "SQL files", kSplitSql};
  if (name == "_journal.json") {
    return {kMaxJournalBytes, "journals", {}};
  }
  if (name.ends_with("snapshot.json")) return {kMaxSnapshotBytes, "snapshots", {}};
  if (name.ends_with(".sql.conf")) return {kMaxConfigBytes, "configs", {}};
  if (name == "hoglint.json") return {kMaxConfigBytes, "configs", {}};
  if (name == "hoglint.stats.json") return {kMaxStatsBytes, "table sizes", {}};
  if (name == "hoglint.baseline") {
    return {kMaxBaselineBytes, "baselines", {}};
  }
  return {kMaxFileBytes, "files", {}};
}

// "104 MB"; rounded up, so that what is beyond a limit does not look equal to it.
std::string Megabytes(std::uint64_t bytes) {
  return fmt::format("{} MB", (bytes + kMegabyte - 1) / kMegabyte);
}

// "200,000".
std::string Grouped(std::size_t number) {
  std::string text = fmt::format("{}", number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace

std::uint64_t LimitOf(std::string_view path) { return LimitFor(path).bytes; }

std::optional<Error> BeyondLimit(std::string_view path, std::uint64_t size) {
  const Limit limit = LimitFor(path);
  if (size <= limit.bytes) return std::nullopt;
  return Error{fmt::format("it has {}; hoglint reads {} of up to {}{}{}", Megabytes(size), limit.of,
                           Megabytes(limit.bytes), limit.advice.empty() ? "" : ": ", limit.advice)};
}

std::optional<Error> TooManyStatements(std::string_view text, std::size_t& before) {
  const std::size_t count = CountStatements(text);
  if (count > kMaxStatementsOfFile) {
    return Error{fmt::format("it has more than {} statements: {}", Grouped(kMaxStatementsOfFile),
                             kSplitSql)};
  }
  if (before + count > kMaxStatements) {
    return Error{fmt::format(
        "with the files before it, these are more than {} statements: name fewer files, or load "
        "data outside of the migrations",
        Grouped(kMaxStatements))};
  }
  before += count;
  return std::nullopt;
}

std::optional<Error> TooManyEntries(std::string_view journal) {
  const auto objects = static_cast<std::size_t>(std::ranges::count(journal, '{'));
  if (objects <= kMaxJournalEntries + 1) return std::nullopt;
  return Error{fmt::format("it has more than {} entries, which is the most that hoglint reads",
                           Grouped(kMaxJournalEntries))};
}

}  // namespace hoglint
