// EffectSet: collects what a statement does, relation by relation, and merges it. The parts of the
// model (one file per family of statements) write into it.
#ifndef HOGLINT_LINT_LOCKS_EFFECT_SET_H_
#define HOGLINT_LINT_LOCKS_EFFECT_SET_H_

#include <map>
#include <string>
#include <string_view>

#include "lint/locks/effects.h"

namespace hoglint {

class EffectSet {
 public:
  // Both must outlive the set.
  EffectSet(const Catalogue& before, const ServerOptions& server)
      : before_(before), server_(server) {}

  [[nodiscard]] const Catalogue& before() const { return before_; }
  [[nodiscard]] const ServerOptions& server() const { return server_; }
  [[nodiscard]] int version() const { return server_.major_version; }

  // The relation is locked; the strongest mode counts. `reason`, here and below, is kept unless
  // a weightier one is known (rewrite before scan before lock).
  void Lock(const Relation& relation, LockMode mode, std::string_view reason = {});
  // Every row of the table is read. Partitioned tables and views hold no rows: nothing happens.
  void Scan(const Relation& table, std::string_view reason);
  // A query reads the table; `all_rows` when it needs every row, false for look-ups by key.
  void Query(const Relation& table, bool all_rows, std::string_view reason);
  // A new index of the table is built, which reads every row.
  void BuildIndex(const Relation& table, std::string_view reason);
  // The table's storage and that of its indexes, which are locked with it, is written anew.
  void RewriteTable(const Relation& table, std::string_view reason);
  // The same without reading a row first: TRUNCATE, REFRESH.
  void EmptyTable(const Relation& table, std::string_view reason, std::string_view index_reason);
  // The storage of one relation alone is written anew: an index that is rebuilt, a sequence.
  void Rewrite(const Relation& relation, std::string_view reason);
  // The relation is gone afterwards (ACCESS EXCLUSIVE): it is neither rewritten nor rebuilt.
  void Drop(const Relation& relation, std::string_view reason);
  // What was said of the relation is the worst case of something unknown.
  void Assume(const Relation& relation);
  // A relation of that name that the catalogue does not hold: taken for a table of which nothing
  // is known. Alive as long as the set.
  const Relation& Unknown(const ObjectName& name);
  // The statement is not modelled, wholly or in a part.
  void NotModelled(std::string why);

  // True when the relation is dropped by the statement.
  [[nodiscard]] bool IsDropped(const Relation& relation) const;

  // One effect per relation, by name; whose index is rewritten has an index built.
  [[nodiscard]] StatementEffects Take() &&;

 private:
  enum class Weight : int { kLock, kScan, kRewrite };
  struct Entry {
    Effect effect;
    Weight weight = Weight::kLock;
    bool dropped = false;
    bool scanned = false;  // for certain, whatever queries do besides
  };

  Entry& At(const Relation& relation);
  static void Explain(Entry& entry, Weight weight, std::string_view reason);
  void RewriteIndexes(const Relation& table, std::string_view reason);
  void DeriveIndexBuilds();

  const Catalogue& before_;
  const ServerOptions& server_;
  std::map<QualifiedName, Entry> entries_;
  std::map<QualifiedName, Relation> unknown_;
  std::optional<std::string> not_modelled_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_EFFECT_SET_H_
