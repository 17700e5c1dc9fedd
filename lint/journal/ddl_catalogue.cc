#include "lint/journal/ddl_catalogue.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "lint/base/source_file.h"
#include "lint/journal/ddl_sql.h"
#include "lint/schema/apply.h"
#include "lint/sql/parse.h"

namespace hoglint::ddl {
namespace {

class CatalogueBuilder {
 public:
  CatalogueBuilder(const Ddl& ddl, std::vector<JsonProblem>& problems)
      : ddl_(ddl), problems_(problems) {}

  Catalogue Build() && {
    CreateAll(ddl_.schemas, "schema");
    CreateAll(ddl_.enums, "enum");
    CreateAll(ddl_.sequences, "sequence");
    CreateTables();
    for (const Key& key : ddl_.primary_keys) Create(KeySql(key, true), key.place, "key", key.name);
    for (const Key& key : ddl_.uniques) Create(KeySql(key, false), key.place, "key", key.name);
    CreateAll(ddl_.checks, "check");
    CreateAll(ddl_.indexes, "index");  // before the foreign keys: they may need a unique one
    CreateAll(ddl_.foreign_keys, "foreign key");
    CreateAll(ddl_.policies, "policy");
    for (const View& view : ddl_.views) {
      if (!view.definition.empty()) Create(Sql(view), view.place, "view", view.name);
    }
    return std::move(catalogue_);
  }

 private:
  template <typename Row>
  void CreateAll(const std::vector<Row>& rows, std::string_view kind) {
    for (const Row& row : rows) Create(Sql(row), row.place, kind, row.name);
  }

  void CreateTables() {
    std::map<std::pair<std::string_view, std::string_view>, std::vector<const Column*>> columns;
    for (const Column& column : ddl_.columns) {
      columns[{column.schema, column.table}].push_back(&column);
    }
    for (const Table& table : ddl_.tables) {
      const auto& own = columns[{table.schema, table.name}];
      if (const auto problem = Run(TableSql(table, own), table.place.file)) {
        CreateColumnByColumn(table, own);
      }
      for (const Column* column : own) {
        if (!column->primary_key) continue;
        Key key{.place = column->place, .schema = table.schema, .table = table.name};
        key.columns = {column->name};
        Create(KeySql(key, true), key.place, "key", column->name);
      }
      if (table.row_security) Create(RowSecuritySql(table), table.place, "table", table.name);
    }
  }

  // Some column cannot be read: the others can.
  void CreateColumnByColumn(const Table& table, const std::vector<const Column*>& columns) {
    Create(TableSql(table, {}), table.place, "table", table.name);
    for (const Column* column : columns) {
      if (Create(AddColumnSql(*column), column->place, "column", column->name)) continue;
      const Relation* relation =
          catalogue_.Find(QualifiedName{table.schema, TruncateIdentifier(table.name)});
      hoglint::Column unknown;
      unknown.name = TruncateIdentifier(column->name);
      if (relation == nullptr || relation->FindColumn(unknown.name) != nullptr) continue;
      unknown.not_null = column->not_null;
      catalogue_.Mutable(relation->id).columns.push_back(std::move(unknown));
    }
  }

  // False, with a problem, when PostgreSQL would not read the statement.
  bool Create(const std::string& sql, Span place, std::string_view kind, std::string_view name) {
    const std::optional<std::string> problem = Run(sql, place.file);
    if (!problem) return true;
    problems_.push_back({JsonProblemKind::kUnreadable, place,
                         fmt::format("{} {} cannot be read: {}", kind, name, *problem)});
    return false;
  }

  // Applies the statement, or returns why it cannot be read.
  std::optional<std::string> Run(const std::string& sql, FileId file) {
    const SourceFile text(file, "", sql);
    const ParsedFile parsed = Parse(text, {});
    if (!parsed.problems.empty()) return parsed.problems.front().message;
    // Text with a semicolon in it could do anything.
    if (parsed.statements.size() != 1) return "it is not one statement";
    // A conflict means that the snapshot contradicts itself; what can be followed is enough.
    static_cast<void>(Apply(catalogue_, parsed.statements.front(), BatchId::kBeforeHistory));
    return std::nullopt;
  }

  const Ddl& ddl_;
  std::vector<JsonProblem>& problems_;
  Catalogue catalogue_;
};

}  // namespace

Catalogue BuildCatalogue(const Ddl& ddl, std::vector<JsonProblem>& problems) {
  return CatalogueBuilder(ddl, problems).Build();
}

}  // namespace hoglint::ddl
