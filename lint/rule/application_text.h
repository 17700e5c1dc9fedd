// The words of the rules about an application's code: its tracks, and paths between its files.
#ifndef HOGLINT_LINT_RULE_APPLICATION_TEXT_H_
#define HOGLINT_LINT_RULE_APPLICATION_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/rule.h"

namespace hoglint {

// The tracks around which the application is, that have migrations under a journal and beside them
// an owner's.
[[nodiscard]] std::vector<const Track*> ClientTracks(const ApplicationFacts& facts);

// "migrations/meta/_journal.json", as shown.
[[nodiscard]] std::string JournalPathOf(const Track& track);

// `path` as a file at `from` imports it: "../migrations/meta/_journal.json".
[[nodiscard]] std::string ImportPath(std::string_view from, std::string_view path);

// The lines of a remedy that wire the track's journal in a file at `from`.
[[nodiscard]] std::string JournalWiring(std::string_view from, const Track& track);

// The shown path of the file that the span is in.
[[nodiscard]] const std::string& PathOf(const Span& span, const ApplicationFacts& facts);

// True for src/worker.ts and the like: a process that serves no requests.
[[nodiscard]] bool IsWorker(std::string_view path);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_APPLICATION_TEXT_H_
