// Which of lint/base/limits.h is for which file, by its name, and what is said of one beyond it.
#ifndef HOGLINT_CHECKER_DISK_FILE_LIMITS_H_
#define HOGLINT_CHECKER_DISK_FILE_LIMITS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "lint/base/error.h"

namespace hoglint {

// Bytes that a file of that path may have.
[[nodiscard]] std::uint64_t LimitOf(std::string_view path);

// Absent when a file of that path and size may be read; else why not, and what to do, as a part of
// a sentence about the file.
[[nodiscard]] std::optional<Error> BeyondLimit(std::string_view path, std::uint64_t size);

// Absent when the text has at most kMaxStatementsOfFile statements, and those of the run, of which
// there were `before`, stay below kMaxStatements; `before` then counts these too.
[[nodiscard]] std::optional<Error> TooManyStatements(std::string_view text, std::size_t& before);

// Absent when a journal of that text has at most kMaxJournalEntries objects.
[[nodiscard]] std::optional<Error> TooManyEntries(std::string_view journal);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_FILE_LIMITS_H_
