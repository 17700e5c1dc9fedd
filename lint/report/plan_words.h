// The words that all renderings of a plan share.
#ifndef HOGLINT_LINT_REPORT_PLAN_WORDS_H_
#define HOGLINT_LINT_REPORT_PLAN_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "lint/base/source_file.h"
#include "lint/run/plan.h"

namespace hoglint {

// "1 statement", "2 statements".
[[nodiscard]] std::string Counted(std::size_t count, std::string_view noun);

// What waits: "reads and writes", "writes", "DDL and VACUUM", "DDL", "nothing".
[[nodiscard]] std::string_view BlocksWords(Blocks blocks);

// "until the end of the transaction (5 statements later)", "while it runs".
[[nodiscard]] std::string HeldWords(const PlannedEffect& effect);

// What is not sure about the effect, in parentheses after a blank; empty: nothing.
[[nodiscard]] std::string_view DoubtWords(const PlannedEffect& effect);

// "; about 1,200,000 rows, 800 MB: some 40 s" for long work on a table of known size, without the
// time where the size does not tell it; empty for other effects.
[[nodiscard]] std::string SizeWords(const PlannedEffect& effect);

// Why nobody waits for an effect's lock.
[[nodiscard]] std::string_view NobodyWaitsWords(const PlannedEffect& effect);

// "rewrite, scan, index build, row changes"; empty when there is no long work.
[[nodiscard]] std::string WorkWords(const Work& work);
[[nodiscard]] Work WorkOf(const PlannedEffect& effect);

// In which transactions the runner applies the batch, the server and the runner's timeouts: one
// sentence each.
[[nodiscard]] std::string RunnerWords(const Plan& plan);

// What holds up the application, in one sentence; `show` makes names fit the format.
using ShowName = std::string (*)(const QualifiedName& name);
[[nodiscard]] std::string Verdict(const Plan& plan, ShowName show);

// The command of a statement: its first word, or two where one says little ("CREATE TABLE").
[[nodiscard]] std::string CommandWords(std::string_view line);

// What the plan's files are called within a line: "0001_x.sql"; "20260101120000_x/migration.sql"
// where each migration has a folder; the whole path where that is of two tracks.
[[nodiscard]] std::map<FileId, std::string> NamesOfFiles(const Plan& plan, const Sources& sources);

// The statements of the whole plan; those in DO blocks do not count.
[[nodiscard]] std::size_t StatementsOf(const PlannedTransaction& transaction);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLAN_WORDS_H_
