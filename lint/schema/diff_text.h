// The parts of a catalogue as Diff compares and prints them. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_DIFF_TEXT_H_
#define HOGLINT_LINT_SCHEMA_DIFF_TEXT_H_

#include <string>
#include <string_view>

#include "lint/schema/catalogue.h"

namespace hoglint {

[[nodiscard]] std::string_view KindWord(RelationKind kind);  // "table", "view"
[[nodiscard]] std::string NullabilityText(const Column& column);
[[nodiscard]] std::string IdentityText(const Column& column);
[[nodiscard]] std::string GeneratedText(const Column& column);
// The default as written; empty: none.
[[nodiscard]] std::string DefaultText(const Column& column);
// "FOREIGN KEY (a) REFERENCES public.b (id) ON DELETE CASCADE"; a CHECK by its normalised text.
// With DiffOptions::constraint_details also "DEFERRABLE" and the like.
[[nodiscard]] std::string ConstraintText(const Catalogue& catalogue, const Constraint& constraint,
                                         bool details);
// "UNIQUE btree (lower(email), id DESC) WHERE ..."
[[nodiscard]] std::string IndexText(const Relation& index);
[[nodiscard]] std::string PolicyText(const Policy& policy);

// Equal for two spellings of one default: no casts, no outer parentheses, now() for
// CURRENT_TIMESTAMP, numbers without quotes.
[[nodiscard]] std::string NormalisedDefault(std::string_view text);
// Without the blank that Drizzle's snapshots write: "numeric(10, 2)", "timestamp (3) with time
// zone".
[[nodiscard]] std::string NormalisedType(std::string_view type);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_DIFF_TEXT_H_
