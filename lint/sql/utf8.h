// Bytes that PostgreSQL cannot take as text.
#ifndef HOGLINT_LINT_SQL_UTF8_H_
#define HOGLINT_LINT_SQL_UTF8_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoglint::sql {

struct BadBytes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string message;  // as PostgreSQL says it
};

// The first NUL byte or invalid UTF-8 sequence; nothing if the text is fine.
[[nodiscard]] std::optional<BadBytes> FindBadBytes(std::string_view text);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_UTF8_H_
