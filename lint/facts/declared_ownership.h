// What the TypeScript of a track, or a snapshot of it, does to what others own: before a migration
// is generated from it, or where the migration was edited. What a migration says is left to
// TouchesOf.
#ifndef HOGLINT_LINT_FACTS_DECLARED_OWNERSHIP_H_
#define HOGLINT_LINT_FACTS_DECLARED_OWNERSHIP_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/facts/ownership.h"
#include "lint/facts/runner.h"
#include "lint/facts/workspace.h"

namespace hoglint {

enum class DeclaredTouchKind : std::uint8_t {
  kNameTaken,   // a table, view, enum, index or key is declared under a name of the owner's
  kInSnapshot,  // a snapshot has objects of the owner's that no migration creates
  kExported,    // schema files export what the owner's package declares
  kReference,   // a foreign key to a table of the owner's
  kTypeUsed,    // a column of the owner's type
};

struct DeclaredTouch {
  DeclaredTouchKind kind{};
  Span span;
  std::string what;           // "declares table contacts"; "column status of notes"
  std::string subject;        // "contacts"
  QualifiedName object;       // the owner's; not for kExported and kInSnapshot
  std::string_view thing;     // "table", "enum": what `object` is
  std::string_view sqlstate;  // kNameTaken: what PostgreSQL says to the migration generated from it
  // kExported, kInSnapshot: the owner's objects, by their names; empty: all that the package has.
  std::vector<std::string> objects;
  const Migration* migration = nullptr;  // kInSnapshot: whose snapshot it is
  const Ownership* owner = nullptr;      // of what is touched; lives as long as the track
};

// In the order of the files. Empty where nobody else owns anything, or nothing was read. Nothing
// that a migration of the track, merged or new, has made.
[[nodiscard]] std::vector<DeclaredTouch> DeclaredTouchesOf(const Track& track,
                                                           const Sources& sources,
                                                           const Runner& runner);

// The owner whose package the import is of; null when it is none of theirs.
[[nodiscard]] const Ownership* OwnerOfModule(const Ownership& ownership, std::string_view module);

// Whether a table, view or type of that name is the owner's.
[[nodiscard]] bool IsOwnersName(const Ownership& ownership, const QualifiedName& name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DECLARED_OWNERSHIP_H_
