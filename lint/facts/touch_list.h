// TouchList: what TouchesOf collects, and its questions about what is whose. Private to lint/facts.
#ifndef HOGLINT_LINT_FACTS_TOUCH_LIST_H_
#define HOGLINT_LINT_FACTS_TOUCH_LIST_H_

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/facts/ownership.h"

namespace hoglint {

// "table", "view", "index": what the owner's object is.
[[nodiscard]] std::string_view ThingOf(const Relation& relation);
// "enum", "domain", "type".
[[nodiscard]] std::string_view ThingOf(const Type& type);

class TouchList {
 public:
  // The facts, with an owner, outlive the list.
  explicit TouchList(const StatementFacts& facts)
      : facts_(facts), owned_(facts.track.ownership->catalogue) {}

  std::vector<Touch> Finish() && { return std::move(touches_); }

  [[nodiscard]] const StatementFacts& facts() const { return facts_; }
  [[nodiscard]] const Ownership& ownership() const { return *facts_.track.ownership; }

  // --- what is whose ---------------------------------------------------------------------------

  // The owner's relation that the name means; null when it is none of its.
  [[nodiscard]] const Relation* Owned(const ObjectName& name) const;
  // It is the owner's because of its schema alone: there is a way for users to build on it.
  [[nodiscard]] bool IsOfOwnedSchema(const Relation& table) const;
  [[nodiscard]] const Type* OwnedType(const ObjectName& name) const;
  // False for a column or constraint that the track itself has added to the owner's table.
  [[nodiscard]] bool OwnsColumn(const Relation& table, std::string_view column) const;
  [[nodiscard]] bool OwnsConstraint(const Relation& table, std::string_view constraint) const;

  // --- what is found ---------------------------------------------------------------------------

  // An empty span is the whole statement.
  Touch& Add(TouchKind kind, Span span, const QualifiedName& object, std::string_view thing);
  Touch& AddRedefined(Span span, const QualifiedName& object, std::string_view thing,
                      std::string what, std::string_view sqlstate, bool if_not_exists);
  // A part of the owner's table; when the batch redefines the whole table, it belongs to that.
  Touch& AddToTable(TouchKind kind, Span span, const Relation& table, std::string what);
  // What creates a relation, or a type: their names are shared. Null when the name is not the
  // owner's.
  Touch* AddNewName(const ObjectName& name, Span span, std::string_view thing, bool is_type,
                    bool if_not_exists);
  // Something of the track gets a name of the owner's by RENAME or SET SCHEMA.
  void AddTakenName(const QualifiedName& name, Span span, std::string what, bool is_type);
  // False when the name is not that of the owner's ledger.
  bool AddLedger(const ObjectName& name, std::string_view verb);
  void AddLedger(const QualifiedName& ledger, Span span, std::string_view verb);

  // True when an earlier statement of the batch creates the owner's table once more: the track
  // takes the table for its own.
  [[nodiscard]] bool IsRedefined(const Relation& table) const;

 private:
  const StatementFacts& facts_;
  const Catalogue& owned_;
  std::vector<Touch> touches_;
  mutable std::map<QualifiedName, Relation> assumed_;  // of owned schemas, as far as named
};

// Adds what a statement does that renames, moves, drops or fills something, or alters a type.
void AddChanges(const Statement& statement, TouchList& list);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TOUCH_LIST_H_
