// What is wrong with a JSON file of Drizzle's, as a value with its place: rules make findings of
// it.
#ifndef HOGLINT_LINT_JOURNAL_JSON_PROBLEM_H_
#define HOGLINT_LINT_JOURNAL_JSON_PROBLEM_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "lint/base/span.h"

namespace hoglint {

enum class JsonProblemKind : std::uint8_t {
  kSyntax,           // not JSON from here on: what comes after was not read
  kConflictMarkers,  // git's <<<<<<< lines: the first side was read, the other left out
  kByteOrderMark,    // JSON.parse, hence Drizzle, refuses the file; it was read nevertheless
  kMissing,          // a member that has to be there is not
  kWrongType,        // a member has another type than Drizzle writes; it was left out
  kDuplicateKey,     // a key twice in one object: the last one counts, as for JSON.parse
  kUnsupported,      // a version or dialect that hoglint does not know
  kUnreadable,       // SQL text inside the JSON (type, default, check) that does not parse
};

// One problem. `message` is one sentence part without the file's name: "entry 3 has no tag".
struct JsonProblem {
  JsonProblemKind kind{};
  Span span;
  std::string message;
  // Of a journal, the member that is missing or wrong: "when"; empty otherwise.
  std::string_view member = {};

  bool operator==(const JsonProblem&) const = default;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_JSON_PROBLEM_H_
