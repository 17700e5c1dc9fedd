#include "lint/report/plan_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "lint/rule/wording.h"

namespace hoglint {
namespace {

// "10 s", "15 min", "250 ms".
std::string Duration(int milliseconds) {
  if (milliseconds % 60'000 == 0) return fmt::format("{} min", milliseconds / 60'000);
  if (milliseconds % 1'000 == 0) return fmt::format("{} s", milliseconds / 1'000);
  return fmt::format("{} ms", milliseconds);
}

// "1,200,000".
std::string Grouped(std::int64_t number) {
  std::string text = fmt::format("{}", number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return text;
}

// "820 MB"; decimal, as disks are sold.
std::string Bytes(std::int64_t bytes) {
  const auto number = static_cast<double>(bytes);
  if (number < 1e6) return fmt::format("{:.0f} kB", number / 1e3);
  if (number < 1e9) return fmt::format("{:.0f} MB", number / 1e6);
  return fmt::format("{:.1f} GB", number / 1e9);
}

// An estimate is said with no more digits than it has.
std::string SecondsWords(double seconds) {
  if (seconds < 1) return "less than a second";
  if (seconds < 90) return fmt::format("some {:.0f} s", seconds);
  if (seconds < 5400) return fmt::format("some {:.0f} min", seconds / 60);
  return fmt::format("some {:.1f} h", seconds / 3600);
}

std::string_view ScopeWords(TransactionScope scope) {
  switch (scope) {
    case TransactionScope::kBatch:
      return "applies everything pending in one transaction";
    case TransactionScope::kFile:
      return "applies each file in a transaction of its own";
    case TransactionScope::kStatement:
      break;
  }
  return "commits every statement by itself";
}

// What the runner's and the files' lock_timeout leave to say.
std::string LockTimeoutWords(const Plan& plan) {
  const bool some = plan.unlimited < plan.waiting;  // of the waits are limited
  const std::string without =
      fmt::format("{} of the {} statements that wait for a lock which holds up queries",
                  plan.unlimited, plan.waiting);
  if (plan.runner.lock_timeout_ms) {
    if (plan.unlimited == 0) return {};
    return some ? fmt::format(" The files switch that limit off for {}.", without)
                : " The files switch that limit off wherever a lock holds up queries.";
  }
  if (some && plan.unlimited == 0) {
    return " It sets no lock_timeout, but the files do for every lock that holds up queries.";
  }
  const std::string files =
      some ? fmt::format(", and the files set none for {}", without) : std::string();
  return fmt::format(
      " It sets no lock_timeout{}: a lock that has to wait makes all later queries of the table"
      " wait behind it.",
      files);
}

// "users, orgs and 2 more": those that the plan blocks in this way, worst first; empty: none.
std::string Blocked(const Plan& plan, Blocks blocks, ShowName show) {
  constexpr std::size_t kNamed = 4;
  std::vector<std::string> names;
  for (const WorstLock& worst : plan.tables) {
    if (worst.blocks == blocks) names.push_back(show(worst.table));
  }
  if (names.empty()) return {};
  if (names.size() > kNamed) {
    const std::size_t more = names.size() - kNamed + 1;
    names.resize(kNamed - 1);
    names.push_back(fmt::format("{} more", more));
  }
  return JoinNames(names);
}

// Commands whose first word says what they do.
bool StandsAlone(std::string_view word) {
  constexpr std::array kWords = {"SELECT", "UPDATE", "COMMIT", "BEGIN",   "ROLLBACK", "DO",
                                 "COPY",   "SET",    "LOCK",   "ANALYZE", "VACUUM",   "TRUNCATE",
                                 "GRANT",  "REVOKE", "MERGE",  "WITH",    "INSERT",   "DELETE"};
  return std::ranges::find(kWords, word) != kWords.end();
}

std::string UpperWord(std::string_view& text) {
  const std::size_t end =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  std::string word(text.substr(0, end));
  text.remove_prefix(word.size());
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return word;
}

// The end of a path with that many of its parts; all of it where there are no more.
std::string_view EndOf(std::string_view path, int parts) {
  std::size_t begin = path.size() + 1;
  for (; parts > 0; --parts) {
    if (begin < 2) return path;
    const std::size_t slash = path.rfind('/', begin - 2);
    if (slash == std::string_view::npos) return path;
    begin = slash + 1;
  }
  return path.substr(begin);
}

}  // namespace

std::string Counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string_view BlocksWords(Blocks blocks) {
  switch (blocks) {
    case Blocks::kReadsAndWrites:
      return "reads and writes";
    case Blocks::kWrites:
      return "writes";
    case Blocks::kVacuum:
      return "DDL and VACUUM";
    case Blocks::kDdl:
      return "DDL";
    case Blocks::kNothing:
      break;
  }
  return "nothing";
}

std::string HeldWords(const PlannedEffect& effect) {
  const std::string later = effect.statements_later == 0
                                ? "its last statement"
                                : Counted(effect.statements_later, "statement") + " later";
  switch (effect.release) {
    case Release::kTransactionEnd:
      return fmt::format("until the end of the transaction ({})", later);
    case Release::kRollbackToSavepoint:
      return effect.statements_later == 0
                 ? "until the ROLLBACK TO SAVEPOINT that follows"
                 : fmt::format("until the ROLLBACK TO SAVEPOINT ({})", later);
    case Release::kStatementEnd:
      break;
  }
  return "while it runs";
}

std::string_view DoubtWords(const PlannedEffect& effect) {
  if (effect.unknown_relation) return " (whether it is scanned or rewritten is not known)";
  if (effect.assumed) return " (the worst case: hoglint cannot know)";
  return "";
}

std::string SizeWords(const PlannedEffect& effect) {
  // How long it takes to change rows is not known, but how many they are says something.
  const bool changes_all = effect.changes_rows && effect.scan;
  if (!effect.size || (effect.seconds == 0 && !changes_all)) return {};
  std::string words = "; about ";
  if (effect.size->rows) {
    words +=
        fmt::format("{} row{}, ", Grouped(*effect.size->rows), *effect.size->rows == 1 ? "" : "s");
  }
  words += Bytes(effect.size->bytes);
  return effect.seconds == 0 ? words : words + ": " + SecondsWords(effect.seconds);
}

std::string_view NobodyWaitsWords(const PlannedEffect& effect) {
  return effect.unseen ? "nobody waits: others cannot see it yet"
                       : "nobody waits: it is new, and deployed code does not know it";
}

std::string WorkWords(const Work& work) {
  std::vector<std::string_view> words;
  if (work.rewrite) words.push_back("rewrite");
  if (work.scan) words.push_back("scan");
  if (work.index_build) words.push_back("index build");
  if (work.row_changes) words.push_back("row changes");
  return fmt::format("{}", fmt::join(words, ", "));
}

Work WorkOf(const PlannedEffect& effect) {
  if (effect.new_and_empty) return {};
  return {.rewrite = effect.rewrite,
          .scan = effect.scan,
          .index_build = effect.index_build,
          .row_changes = effect.changes_rows};
}

std::string RunnerWords(const Plan& plan) {
  std::string words = fmt::format("PostgreSQL {}. The runner {} {}", plan.server_version,
                                  plan.runner.name, ScopeWords(plan.runner.scope));
  if (plan.runner.lock_timeout_ms) {
    words += fmt::format(", gives up waiting for a lock after {}",
                         Duration(*plan.runner.lock_timeout_ms));
  }
  if (plan.runner.statement_timeout_ms) {
    words += fmt::format(" and cancels a statement after {}",
                         Duration(*plan.runner.statement_timeout_ms));
  }
  words += '.';
  return words + LockTimeoutWords(plan);
}

std::string Verdict(const Plan& plan, ShowName show) {
  if (plan.migrations == 0) {
    return fmt::format("Nothing is pending: {} {} merged (--all plans the history).",
                       Counted(plan.merged, "migration"), plan.merged == 1 ? "is" : "are");
  }
  const std::string all = Blocked(plan, Blocks::kReadsAndWrites, show);
  const std::string writes = Blocked(plan, Blocks::kWrites, show);
  std::string verdict;
  if (!all.empty()) verdict = "Blocks reads and writes of " + all;
  if (!writes.empty()) {
    verdict += fmt::format("{} writes of {}", all.empty() ? "Blocks" : "; blocks", writes);
  }
  if (verdict.empty()) verdict = "No query of the application has to wait";
  if (!plan.not_checked.empty()) {
    verdict += fmt::format(", as far as is known: {} not checked",
                           plan.not_checked.size() == 1
                               ? "one thing was"
                               : fmt::format("{} things were", plan.not_checked.size()));
  }
  return verdict + '.';
}

std::string CommandWords(std::string_view line) {
  const std::string first = UpperWord(line);
  if (first.empty()) return "statement";
  if (StandsAlone(first)) return first;
  while (line.starts_with(' ')) line.remove_prefix(1);
  std::string second = UpperWord(line);
  if (second == "UNIQUE") {
    while (line.starts_with(' ')) line.remove_prefix(1);
    second = UpperWord(line);
  }
  return second.empty() ? first : fmt::format("{} {}", first, second);
}

std::size_t StatementsOf(const PlannedTransaction& transaction) {
  return static_cast<std::size_t>(std::ranges::count_if(
      transaction.statements, [](const PlannedStatement& each) { return !each.nested; }));
}

std::map<FileId, std::string> NamesOfFiles(const Plan& plan, const Sources& sources) {
  std::set<FileId> files;
  for (const PlannedTransaction& transaction : plan.transactions) {
    for (const PlannedStatement& statement : transaction.statements) {
      files.insert(statement.span.file);
    }
  }
  std::map<std::string_view, int> shared;
  constexpr int kMostParts = 2;
  for (const FileId file : files) {
    for (int parts = 1; parts <= kMostParts; ++parts) ++shared[EndOf(sources[file].path(), parts)];
  }
  std::map<FileId, std::string> names;
  for (const FileId file : files) {
    const std::string_view path = sources[file].path();
    const std::string_view last = EndOf(path, 1);
    const bool is_inner = last == "migration.sql" || last == "up.sql";
    int parts = is_inner ? 2 : 1;
    while (parts <= kMostParts && shared[EndOf(path, parts)] > 1) ++parts;
    names[file] = parts > kMostParts ? path : EndOf(path, parts);
  }
  return names;
}

}  // namespace hoglint
