// Ownership: what a package brings into the database of a track with migrations of its own, and
// what a statement of the track does to it.
#ifndef HOGLINT_LINT_FACTS_OWNERSHIP_H_
#define HOGLINT_LINT_FACTS_OWNERSHIP_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/facts/statement_facts.h"
#include "lint/facts/workspace.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

enum class OwnershipSource : std::uint8_t {
  kPackage,     // the installed or vendored package
  kBuiltIn,     // hoglint's own list: the package is not installed
  kConfigured,  // what hoglint.json names
};

struct Ownership {
  std::string owner;    // "Hogsend's engine"
  std::string package;  // "@hogsend/db"
  std::string version;  // of the package that `catalogue` stands for; empty: unknown
  OwnershipSource source{};
  std::string read_from;  // shown path, or "hoglint's own list"
  std::string why;        // why it was read from there: a sentence's part
  // Of the built-in list: the version that the project asks for, where that is another one.
  std::string wanted;
  // As the owner's migrations leave it: all of it from before the history of any other track.
  Catalogue catalogue;
  QualifiedName ledger;              // the owner's table of applied migrations; empty: not known
  std::vector<std::string> schemas;  // of which everything is the owner's, listed or not
  // Where there are several owners: each of them. `catalogue` and `schemas` are then of all, the
  // names are joined, `ledger` is the first one's.
  std::vector<std::shared_ptr<const Ownership>> parts;
};

// The owner of the object, or of the ledger, of that name; the first one when it is nobody's.
[[nodiscard]] const Ownership& OwnerOf(const Ownership& ownership, const QualifiedName& object);

// The tables of applied migrations, of all owners.
[[nodiscard]] std::vector<QualifiedName> LedgersOf(const Ownership& ownership);

[[nodiscard]] bool OwnsSchema(const Ownership& ownership, std::string_view schema);

// What exists before the first migration of the track: what others own, with their ledger, or
// nothing. Without tables and enums that merged migrations of the track make under the same name.
[[nodiscard]] Catalogue StartOf(const Track& track);

// Of that only the types: for a comparison with what the track itself makes, whose columns may have
// them.
[[nodiscard]] Catalogue TypesAtStartOf(const Track& track);

// Takes away where and when the files made everything: for a catalogue that another track builds
// upon.
[[nodiscard]] Catalogue AsBeforeHistory(Catalogue catalogue);

enum class TouchKind : std::uint8_t {
  kRedefined,  // creates what the owner's migrations create, or takes its name
  kChanged,    // alters, renames, moves, drops, empties, or writes rows
  kForeignKey,
  kTypeUsed,  // a column of an own table has the owner's type
  kLedger,    // the owner's table of applied migrations
  kExtended,  // an additional column, index, trigger, policy
};

// One thing that a statement does to something that the track does not own.
struct Touch {
  TouchKind kind{};
  Span span;
  std::string what;      // "drops column email of contacts"; for kTypeUsed "column status of notes"
  std::string subject;   // "contacts.email"
  QualifiedName object;  // the owner's table, view, index or type
  std::string_view thing;     // "table", "enum": what `object` is
  std::string_view sqlstate;  // kRedefined: what PostgreSQL says then
  bool skipped = false;       // kRedefined: IF NOT EXISTS or a handler makes it do nothing
  bool writes = false;        // kChanged: rows only
  const ConstraintDefinition* foreign_key = nullptr;  // kForeignKey, alive with the statement
  // What belongs together: the owner's table that a batch redefines, for its indexes too.
  std::string group;
};

// In the order of the text; empty where nobody else owns anything. A table of the owner's name that
// the batch creates is redefined, and whatever the batch then does to it belongs to that.
[[nodiscard]] std::vector<Touch> TouchesOf(const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_OWNERSHIP_H_
