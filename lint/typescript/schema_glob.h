// The patterns in a config's `schema`, as far as drizzle-kit's glob has them.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_GLOB_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_GLOB_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

// Without {a,b}: one pattern for each choice. Absent for what is not understood: +(a|b) and its
// kind, and more choices than anyone writes.
[[nodiscard]] std::optional<std::vector<std::string>> ExpandPattern(std::string_view pattern);

// Whether a part of a pattern between slashes is more than a name.
[[nodiscard]] bool HasWildcards(std::string_view part);

// Whether a name fits such a part: *, ? and [a-z]. A name that begins with a dot fits only a part
// that does.
[[nodiscard]] bool PartFits(std::string_view part, std::string_view name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_GLOB_H_
