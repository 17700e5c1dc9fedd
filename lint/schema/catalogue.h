// Catalogue: everything that exists in a database at one moment. The fold of SQL files, a Drizzle
// snapshot, the engine's tables and a live database all become this one value.
#ifndef HOGLINT_LINT_SCHEMA_CATALOGUE_H_
#define HOGLINT_LINT_SCHEMA_CATALOGUE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/schema/copy_on_write.h"
#include "lint/schema/name_index.h"
#include "lint/schema/relation.h"

namespace hoglint {

enum class TypeKind : std::uint8_t { kEnum, kDomain, kComposite, kRange, kOther };

struct EnumValue {
  std::string label;
  Origin origin;  // of the value, later than its type's when it was added
};

struct DomainConstraint {
  std::string name;
  bool validated = true;
};

struct Type {
  QualifiedName name;
  TypeKind kind{};
  std::vector<EnumValue> values;  // enum, in sort order
  TypeName base;                  // domain
  bool not_null = false;          // domain
  bool has_default = false;       // domain
  std::vector<DomainConstraint> constraints;
  bool of_extension = false;  // CREATE EXTENSION brought it along
  Origin origin;
};

struct Function {
  QualifiedName name;
  std::vector<std::string> argument_types;  // format_type, input arguments: the signature
  std::vector<std::string> argument_names;  // parallel to argument_types; "" for one without
  std::uint32_t defaults = 0;               // of the last arguments, how many have a DEFAULT
  Volatility volatility = Volatility::kVolatile;
  std::string language;
  // As CREATE FUNCTION prints it, of OUT arguments too; empty: a procedure, or made under a
  // condition.
  std::string returns;
  // OUT, INOUT and TABLE columns in order, "total integer"; "%TYPE" alone where they are not known.
  std::vector<std::string> row;
  bool procedure = false;
  Origin origin;
};

// A value: copying is cheap (relations are shared until one side changes one). Iteration is in
// the order of names, so that everything printed from it is deterministic.
class Catalogue {
 public:
  Catalogue();

  // --- reading -------------------------------------------------------------------------------

  // The relation that an unqualified or qualified name means; null when there is none.
  [[nodiscard]] const Relation* Find(const ObjectName& name) const;
  [[nodiscard]] const Relation* Find(const QualifiedName& name) const;
  // Null when it has been dropped.
  [[nodiscard]] const Relation* Get(RelationId id) const;
  // The same relation, kept as it is now: the catalogue copies it before it changes it.
  [[nodiscard]] std::shared_ptr<const Relation> Share(RelationId id) const;
  [[nodiscard]] const Type* FindType(const TypeName& type) const;
  [[nodiscard]] const Type* FindType(const ObjectName& type) const;
  // Every function of that name, whatever its arguments.
  [[nodiscard]] std::vector<const Function*> FindFunctions(const ObjectName& name) const;
  [[nodiscard]] bool HasSchema(std::string_view schema) const;

  // The key that a new object of this name gets: its schema, or the search path's first.
  [[nodiscard]] QualifiedName Resolve(const ObjectName& name) const;
  // The key of an existing relation (or type) that the name means along the search path; that of a
  // new one when nothing exists by that name.
  [[nodiscard]] QualifiedName ResolveExisting(const ObjectName& name) const;

  [[nodiscard]] const std::map<QualifiedName, RelationId>& relation_names() const {
    return *names_;
  }
  [[nodiscard]] const std::map<QualifiedName, Type>& types() const { return *types_; }
  [[nodiscard]] const std::multimap<QualifiedName, Function>& functions() const {
    return *functions_;
  }
  [[nodiscard]] const std::set<std::string>& schemas() const { return schemas_; }
  [[nodiscard]] const std::set<std::string>& extensions() const { return extensions_; }
  [[nodiscard]] const std::vector<std::string>& search_path() const { return search_path_; }

  // Whether a relation or domain of the schema has a constraint of that name.
  [[nodiscard]] bool HasConstraint(std::string_view schema, std::string_view name) const;

  // The volatility of an expression: the worst of its calls, PostgreSQL's own functions by
  // pg_proc, the files' by their declaration. Stable and immutable calls alone are kStable.
  [[nodiscard]] Volatility VolatilityOf(const Expression& expression) const;

  // False when some statement has named a relation, column or type that no file created: then the
  // history is partial, and nothing may be called missing.
  [[nodiscard]] bool complete() const { return complete_; }

  // True for a relation or type of that name that the files dropped, renamed or moved away: it is
  // missing for certain, not merely unknown.
  [[nodiscard]] bool WasDropped(const QualifiedName& name) const {
    return dropped_->contains(name);
  }
  // The statement that dropped, renamed or moved it; null when none did.
  [[nodiscard]] const Span* DroppedAt(const QualifiedName& name) const {
    const auto found = dropped_->find(name);
    return found == dropped_->end() ? nullptr : &found->second;
  }

  // --- writing (Apply, and readers that build a catalogue) --------------------------------------

  // Adds a relation under its name and gives it an id. The name must be free.
  RelationId AddRelation(Relation relation);
  // The relation, for change; the id must be alive. The reference is good until the next call that
  // changes the catalogue.
  Relation& Mutable(RelationId id);
  void RenameRelation(RelationId id, QualifiedName name);
  // Removes the relation and every link other relations hold to it (indexes, referenced_by ...);
  // what depends on it is the caller's business.
  void RemoveRelation(RelationId id);
  // What was created in earlier batches may have rows from now on; their temporary tables are gone
  // with their sessions. Does nothing when the batch is the current one.
  void BeginBatch(BatchId batch);
  // What is noted as dropped from now on was dropped there.
  void BeginStatement(const Span& statement) { statement_ = statement; }
  void NoteDropped(const QualifiedName& name) {
    dropped_.Mutable().insert_or_assign(name, statement_);
  }

  // Adds a type under its name, which must be free.
  Type& AddType(Type type);
  // Adds a constraint to a relation that is alive.
  void AddConstraint(RelationId id, Constraint constraint);
  // To be called where a constraint of a relation or domain of the schema gets its name in another
  // way than by the Add functions and RenameRelation: HasConstraint finds what was noted.
  void NoteConstraintName(std::string_view schema, std::string_view name);

  std::map<QualifiedName, Type>& mutable_types() { return types_.Mutable(); }
  std::multimap<QualifiedName, Function>& mutable_functions() { return functions_.Mutable(); }
  std::set<std::string>& mutable_schemas() { return schemas_; }
  std::set<std::string>& mutable_extensions() { return extensions_; }
  void set_search_path(std::vector<std::string> path) { search_path_ = std::move(path); }
  void mark_incomplete() { complete_ = false; }
  // Some statement that hoglint cannot read may have changed anything: from now on a conflict with
  // what the catalogue holds is more likely its doing than the files' mistake.
  void mark_opaque() {
    opaque_ = true;
    complete_ = false;
  }
  [[nodiscard]] bool opaque() const { return opaque_; }

 private:
  // The relation of that schema; null when it has none of that name.
  [[nodiscard]] const Relation* FindIn(std::string_view schema, std::string_view name) const;
  void RemoveTemporaries();
  CopyOnWrite<std::map<QualifiedName, RelationId>> names_;  // in order, to go through them
  NameIndex name_index_;                                    // the same names, to look one up
  SharedVector<std::shared_ptr<Relation>> relations_;       // by id; null: dropped
  CopyOnWrite<std::map<QualifiedName, Type>> types_;
  CopyOnWrite<std::multimap<QualifiedName, Function>> functions_;
  CopyOnWrite<std::map<QualifiedName, Span>> dropped_;
  // The hash of every constraint's name that was ever there: a name that is not among them is free,
  // without a look at every relation.
  HashParts<std::size_t> constraint_hashes_;
  std::set<std::string> schemas_;
  std::set<std::string> extensions_;
  std::vector<std::string> search_path_;
  BatchId batch_ = BatchId::kBeforeHistory;
  std::vector<RelationId> new_;  // added since the batch began
  Span statement_;
  bool temporaries_ = false;  // something was ever made in pg_temp
  bool complete_ = true;
  bool opaque_ = false;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_CATALOGUE_H_
