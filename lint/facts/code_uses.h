// CodeUses: where the code that runs now still names a table, view or column that new migrations
// drop or rename.
#ifndef HOGLINT_LINT_FACTS_CODE_USES_H_
#define HOGLINT_LINT_FACTS_CODE_USES_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/facts/workspace.h"
#include "lint/sql/names.h"

namespace hoglint {

// A column, or with `column` empty a table or view, whose name the new migrations take away.
// Without a schema in the SQL it is taken to be in public.
struct TakenName {
  QualifiedName table;
  std::string column;

  auto operator<=>(const TakenName&) const = default;
};

// Each once, in order of the names. With nothing to compare with (`only_newest`) every migration
// counts as new, and only the last one is looked at.
[[nodiscard]] std::vector<TakenName> NamesTakenAway(const Track& track, bool only_newest);

struct CodeUse {
  Span place;                 // in the file as it was searched, which is one of the sources
  bool every_column = false;  // a query that lists all columns that the schema declares
  bool stays = false;         // the change leaves it there; always false without a base
};

// What was found out about one name.
struct NameUses {
  std::vector<CodeUse> uses;  // those that name it themselves first, then by path and place
  // Files, as shown, that hold the word elsewhere: by it something else may be meant.
  std::vector<std::string> mentions;
  // Of a name that base's newest snapshot does not declare, though an earlier one did: the tag of
  // the first merged migration without it. Empty where no snapshot tells.
  std::string withdrawn_since;
};

struct CodeUses {
  // A name that is not in here was not looked for.
  std::map<TakenName, NameUses> names;
  std::string where;  // whose code it is: "origin/main"; empty: that of the work tree
  std::size_t files = 0;
  bool complete = true;  // no limit was hit, every file was read
};

// Null when it was not looked for.
[[nodiscard]] const NameUses* FindUses(const Track& track, const QualifiedName& table,
                                       std::string_view column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CODE_USES_H_
