// The changes of SQL that must not change what is found.
#ifndef HOGLINT_TESTS_METAMORPHIC_TRANSFORMATIONS_H_
#define HOGLINT_TESTS_METAMORPHIC_TRANSFORMATIONS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/metamorphic/edits.h"
#include "tests/metamorphic/inputs.h"
#include "tests/metamorphic/outcome.h"

namespace hoglint::testing {

// The edits of each SQL file of an input, by path; a file that is not there cannot be transformed
// so. The same seed gives the same edits.
using EditsByFile = std::map<std::string, std::vector<Edit>>;

struct Transformation {
  std::string_view name;  // "comments between words"
  EditsByFile (*edits)(const Files& sql, std::uint32_t seed) = nullptr;
  Comparison comparison;
  // It would contradict snapshots and code beside the SQL, and what names mean to a preset or to
  // the owner of a table.
  bool free_names = false;
  std::size_t least = 0;  // files that it must apply to among the repository's own
};

// All of them, each once.
[[nodiscard]] const std::vector<Transformation>& Transformations();

// Of layout_changes.cc: nothing but layout, comments and spelling.
[[nodiscard]] EditsByFile AppendComment(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile AppendLineEnd(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile RemoveLastLineEnd(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile CommentBetweenWords(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile ChangeBlanks(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile JoinLines(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile RemoveBlanks(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile UseReturns(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile RaiseWords(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile LowerWords(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile QuoteNames(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile UnquoteNames(const Files& sql, std::uint32_t seed);

// Of structure_changes.cc: the same meaning in other statements.
[[nodiscard]] EditsByFile SplitAlterTable(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile WrapInDo(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile QualifyTables(const Files& sql, std::uint32_t seed);
[[nodiscard]] EditsByFile UnqualifyNames(const Files& sql, std::uint32_t seed);

// Of rename.cc: tables and columns are called otherwise, everywhere. Each word of a name (between
// underscores) gets kRenamed in front, but those of names that PostgreSQL makes ("pkey"), so that
// what it derives from a new name is what was derived from the old one, renamed.
inline constexpr std::string_view kRenamed = "zq";
[[nodiscard]] EditsByFile RenameAll(const Files& sql, std::uint32_t seed);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_METAMORPHIC_TRANSFORMATIONS_H_
