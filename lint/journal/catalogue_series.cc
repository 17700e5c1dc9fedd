#include "lint/journal/catalogue_series.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "lint/base/source_file.h"
#include "lint/journal/ddl_sql.h"
#include "lint/schema/apply.h"
#include "lint/sql/names.h"
#include "lint/sql/parse.h"

namespace hoglint::ddl {
namespace {

using Tables = std::vector<std::shared_ptr<const TableRows>>;
using TableName = std::pair<std::string_view, std::string_view>;

// Adds the statement; false when PostgreSQL would not read it, or takes it for several.
bool Add(const std::string& sql, std::vector<Statement>& statements) {
  const SourceFile text(FileId{}, "", sql);
  ParsedFile parsed = Parse(text, {});
  if (!parsed.problems.empty() || parsed.statements.size() != 1) return false;
  statements.push_back(std::move(parsed.statements.front()));
  return true;
}

template <typename Row>
bool AddAll(const std::vector<Row>& rows, std::vector<Statement>& statements) {
  return std::ranges::all_of(rows, [&](const Row& row) { return Add(Sql(row), statements); });
}

bool AddKeys(const std::vector<Key>& keys, bool primary, std::vector<Statement>& statements) {
  return std::ranges::all_of(keys,
                             [&](const Key& key) { return Add(KeySql(key, primary), statements); });
}

bool AddTable(const Ddl& rows, std::vector<Statement>& statements) {
  const Table& table = rows.tables.front();
  std::vector<const Column*> columns;
  for (const Column& column : rows.columns) columns.push_back(&column);
  if (!Add(TableSql(table, columns), statements)) return false;
  for (const Column& column : rows.columns) {
    if (!column.primary_key) continue;
    Key key{.place = column.place, .schema = table.schema, .table = table.name};
    key.columns = {column.name};
    if (!Add(KeySql(key, true), statements)) return false;
  }
  return !table.row_security || Add(RowSecuritySql(table), statements);
}

TableName NameOf(const TableRows& table) {
  return {table.rows.tables.front().schema, table.rows.tables.front().name};
}

// The statement did what it says. An index whose operator class is missing is made all the same:
// old snapshots do not hold operator classes (gin_trgm_ops).
bool WentWell(const ApplyOutcome& outcome) {
  return !outcome.not_modelled &&
         std::ranges::all_of(outcome.conflicts, [](const Conflict& conflict) {
           return conflict.kind == ConflictKind::kNoOperatorClass;
         });
}

// Applies statements as long as none contradicts what is there.
class Applying {
 public:
  explicit Applying(Catalogue catalogue) : catalogue_(std::move(catalogue)) {}

  void Run(const Statement& statement) {
    if (!WentWell(Apply(catalogue_, statement, BatchId::kBeforeHistory))) smooth_ = false;
  }
  void Run(const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) Run(statement);
  }
  void RunOf(const Tables& tables, std::vector<Statement> TableRows::*statements) {
    for (const auto& table : tables) Run((*table).*statements);
  }

  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] bool smooth() const { return smooth_ && catalogue_.complete(); }
  Catalogue Finish() && { return std::move(catalogue_); }

 private:
  Catalogue catalogue_;
  bool smooth_ = true;
};

// The order of BuildCatalogue.
void CreateTables(const Tables& tables, Applying& applying) {
  applying.RunOf(tables, &TableRows::table);
  applying.RunOf(tables, &TableRows::primary_keys);
  applying.RunOf(tables, &TableRows::uniques);
  applying.RunOf(tables, &TableRows::checks);
  applying.RunOf(tables, &TableRows::indexes);
}

Tables Without(const Tables& tables, const Tables& others) {
  std::unordered_set<const TableRows*> known;
  for (const auto& other : others) known.insert(other.get());
  Tables left;
  for (const auto& table : tables) {
    if (!known.contains(table.get())) left.push_back(table);
  }
  return left;
}

// The table is what it was, but for its links to others.
bool IsAsBefore(const Catalogue& before, const Catalogue& now, const TableRows& table) {
  const Table& row = table.rows.tables.front();
  const QualifiedName name{row.schema, TruncateIdentifier(row.name)};
  const Relation* was = before.Find(name);
  const Relation* is = now.Find(name);
  if (was == nullptr || is == nullptr) return false;
  const auto same_column = [](const hoglint::Column& one, const hoglint::Column& other) {
    return one.name == other.name && one.type == other.type &&
           one.default_value.has_value() == other.default_value.has_value();
  };
  return was == is ||
         (std::ranges::equal(was->columns, is->columns, same_column) &&
          was->constraints.size() == is->constraints.size() &&
          was->indexes.size() == is->indexes.size() && was->policies.size() == is->policies.size());
}

}  // namespace

std::shared_ptr<const TableRows> TableRowsOf(Ddl rows) {
  auto table = std::make_shared<TableRows>();
  table->rows = std::move(rows);
  const Ddl& own = table->rows;
  if (own.tables.size() != 1) return nullptr;
  const Table& name = own.tables.front();
  const bool read = AddTable(own, table->table) && Add(DropTableSql(name), table->drop) &&
                    AddKeys(own.primary_keys, true, table->primary_keys) &&
                    AddKeys(own.uniques, false, table->uniques) &&
                    AddAll(own.checks, table->checks) && AddAll(own.indexes, table->indexes) &&
                    AddAll(own.foreign_keys, table->foreign_keys) &&
                    AddAll(own.policies, table->policies);
  return read ? table : nullptr;
}

std::shared_ptr<const OtherRows> OtherRowsOf(Ddl rows) {
  auto other = std::make_shared<OtherRows>();
  other->rows = std::move(rows);
  const Ddl& own = other->rows;
  std::vector<View> defined;
  std::ranges::copy_if(own.views, std::back_inserter(defined),
                       [](const View& view) { return !view.definition.empty(); });
  const bool read = AddAll(own.schemas, other->before_tables) &&
                    AddAll(own.enums, other->before_tables) &&
                    AddAll(own.sequences, other->before_tables) &&
                    AddAll(own.policies, other->policies) && AddAll(defined, other->views);
  return read ? other : nullptr;
}

Catalogue CatalogueSeries::Next(std::shared_ptr<const OtherRows> other, Tables tables) {
  const Tables before = std::exchange(tables_, std::move(tables));
  const bool same_others = other_ == other;
  other_ = std::move(other);
  std::optional<Catalogue> updated;
  if (can_update_ && same_others) updated = Update(before);
  last_ = updated ? *std::move(updated) : Build();
  return last_;
}

Catalogue CatalogueSeries::Build() {
  Applying applying{Catalogue()};
  applying.Run(other_->before_tables);
  CreateTables(tables_, applying);
  applying.RunOf(tables_, &TableRows::foreign_keys);
  applying.RunOf(tables_, &TableRows::policies);
  applying.Run(other_->policies);
  applying.Run(other_->views);
  // Views and policies beside the tables may depend on any of them.
  can_update_ = applying.smooth() && other_->policies.empty() && other_->views.empty();
  return std::move(applying).Finish();
}

// Absent when a change reaches further than the tables that changed and foreign keys to them.
std::optional<Catalogue> CatalogueSeries::Update(const Tables& before) const {
  const Tables gone = Without(before, tables_);
  const Tables fresh = Without(tables_, before);
  const Tables kept = Without(tables_, fresh);
  Applying applying(last_);
  std::set<TableName> dropped;
  for (const auto& table : gone) {
    applying.Run(table->drop);
    dropped.insert(NameOf(*table));
  }
  CreateTables(fresh, applying);
  applying.RunOf(fresh, &TableRows::foreign_keys);
  for (const auto& table : kept) {
    const std::vector<ForeignKey>& keys = table->rows.foreign_keys;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (dropped.contains({keys[i].schema_to, keys[i].table_to})) {
        applying.Run(table->foreign_keys[i]);
      }
    }
  }
  applying.RunOf(fresh, &TableRows::policies);
  if (!applying.smooth()) return std::nullopt;
  for (const auto& table : kept) {
    if (!IsAsBefore(last_, applying.catalogue(), *table)) return std::nullopt;
  }
  return std::move(applying).Finish();
}

}  // namespace hoglint::ddl
