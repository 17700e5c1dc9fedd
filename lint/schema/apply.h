// What one statement does to a catalogue.
#ifndef HOGLINT_LINT_SCHEMA_APPLY_H_
#define HOGLINT_LINT_SCHEMA_APPLY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint {

enum class ConflictKind : std::uint8_t {
  kMissing,          // names something that does not exist (42P01, 42703, 42704 ...)
  kDuplicate,        // creates something that exists (42P07, 42701, 42710)
  kWrongKind,        // DROP VIEW of a table (42809) ...
  kDependent,        // RESTRICT and something depends on it (2BP01)
  kNoOperatorClass,  // of the index's access method, for the column's type (42704)
};

// Why PostgreSQL would refuse the statement on this catalogue.
struct Conflict {
  ConflictKind kind{};
  std::string_view sqlstate;  // of PostgreSQL's error: "42P07"; of static storage
  std::string message;        // in PostgreSQL's words: relation "users" already exists
  Span span;
  bool certain = true;  // false: only if the unknown part of the schema is as assumed
  // Where the files made what stands in the way, or dropped what is missing; absent: not known.
  std::optional<Span> other = std::nullopt;
};

struct ApplyOutcome {
  std::vector<Conflict> conflicts;
  // Set when the statement changes something that the catalogue holds and hoglint does not follow.
  std::optional<std::string> not_modelled;
};

// Applies the statement. A statement that would fail changes as much as can be followed, so that
// one wrong file does not spoil the rest: creating what exists replaces nothing, dropping what is
// missing does nothing. Transaction control is the fold's business and is ignored here.
// `conditional` statements of DO blocks that would conflict are skipped without a conflict.
[[nodiscard]] ApplyOutcome Apply(Catalogue& catalogue, const Statement& statement, BatchId batch);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_APPLY_H_
