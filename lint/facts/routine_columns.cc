#include "lint/facts/routine_columns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

// A column of a table, as the statements of a body are asked about it.
class ColumnSearch {
 public:
  ColumnSearch(const ObjectName& table, const std::string& column, const StatementFacts& facts)
      : table_(facts.before.ResolveExisting(table)), column_(column), facts_(facts) {}

  // Where the statement names the column; absent where it does not for certain.
  [[nodiscard]] std::optional<Span> In(const Statement& statement) const {
    if (!statement.nesting.handled_errors.empty()) return std::nullopt;
    bool named = false;
    if (const auto* update = As<Update>(statement)) named = Names(*update);
    if (const auto* insert = As<Insert>(statement)) named = Names(*insert);
    if (const auto* remove = As<Delete>(statement)) named = Names(*remove);
    if (const auto* select = As<Select>(statement)) named = Names(select->query);
    return named ? std::optional(statement.span) : std::nullopt;
  }

  // A table of the same name that the body makes itself may be meant.
  [[nodiscard]] bool IsMadeBy(const Statement& statement) const {
    const auto* create = As<CreateTable>(statement);
    const auto* filled = As<CreateTableAs>(statement);
    return (create != nullptr && create->table.name == table_.name) ||
           (filled != nullptr && filled->table.name == table_.name);
  }

 private:
  [[nodiscard]] bool IsTable(const ObjectName& name) const {
    return facts_.before.ResolveExisting(name) == table_;
  }
  [[nodiscard]] bool IsAmong(const std::vector<std::string>& columns) const {
    return std::ranges::count(columns, column_) > 0;
  }

  // `alias` is the other name of the table, if any; nothing else is read.
  [[nodiscard]] bool IsNamedAmong(const std::vector<ColumnReference>& columns,
                                  const std::string& alias) const {
    return std::ranges::any_of(columns, [&](const ColumnReference& reference) {
      const std::string& shown = alias.empty() ? table_.name : alias;
      return reference.column == column_ &&
             (reference.qualifier.empty() || reference.qualifier == shown);
    });
  }

  [[nodiscard]] bool Names(const Update& update) const {
    if (!IsTable(update.table)) return false;
    if (IsAmong(update.columns)) return true;
    if (update.has_from || !update.reads.empty()) return false;
    const auto names = [&](const Expression& part) {
      return IsNamedAmong(part.columns, update.alias);
    };
    return (update.where && names(*update.where)) || std::ranges::any_of(update.values, names);
  }

  [[nodiscard]] bool Names(const Delete& remove) const {
    return IsTable(remove.table) && remove.where && !remove.has_using && remove.reads.empty() &&
           IsNamedAmong(remove.where->columns, "");
  }

  [[nodiscard]] bool Names(const Insert& insert) const {
    if (IsTable(insert.table)) {
      if (IsAmong(insert.columns)) return true;
      const auto* conflict = insert.on_conflict ? &*insert.on_conflict : nullptr;
      if (conflict != nullptr && (IsAmong(conflict->columns) || IsAmong(conflict->updated))) {
        return true;
      }
    }
    return insert.from_query && Names(*insert.source);
  }

  // Another column of that name that the query itself makes: ORDER BY may mean it.
  [[nodiscard]] bool IsAlias(const Query& query) const {
    return std::ranges::any_of(query.outputs, [&](const OutputColumn& output) {
      return output.name == column_ && !output.value.text.ends_with(column_);
    });
  }

  [[nodiscard]] bool Names(const Query& query) const {
    // Nested queries and WITH have names of their own.
    if (query.from.size() != query.reads.size() || !query.writes.empty()) return false;
    if (query.from.size() == 1 && IsTable(query.from.front().relation)) {
      return !IsAlias(query) && IsNamedAmong(query.columns, query.from.front().alias);
    }
    return std::ranges::any_of(query.from, [&](const FromItem& item) {
      const std::string& shown = item.alias.empty() ? item.relation.name : item.alias;
      return IsTable(item.relation) &&
             std::ranges::any_of(query.columns, [&](const ColumnReference& reference) {
               return reference.column == column_ && reference.qualifier == shown;
             });
    });
  }

  QualifiedName table_;
  const std::string& column_;
  const StatementFacts& facts_;
};

// An unquoted name may be written in any case.
bool Contains(std::string_view body, std::string_view word) {
  return std::search(body.begin(), body.end(), word.begin(), word.end(), EqualIgnoringCase) !=
         body.end();
}

struct Definition {
  const CreateFunction* create = nullptr;
  const Statement* statement = nullptr;
};

// The last definition of every function of the files that contains both names.
std::map<QualifiedName, Definition> DefinitionsWith(const std::string& table,
                                                    const std::string& column,
                                                    const StatementFacts& facts) {
  std::map<QualifiedName, Definition> found;
  for (const auto& entry : OfKindUntilBatchEnds<CreateFunction>(facts)) {
    const Statement& statement = *entry.statement;
    const auto* create = As<CreateFunction>(statement);
    const bool has = !statement.nesting.conditional && Contains(create->body, column) &&
                     Contains(create->body, table);
    if (!has && found.empty()) continue;
    const QualifiedName name = facts.before.Resolve(create->function);
    if (has) {
      found.insert_or_assign(name, Definition{.create = create, .statement = &statement});
    } else {
      found.erase(name);
    }
  }
  return found;
}

// It exists, it is the only one of its name, and the batch leaves it as it is.
bool StaysAsItIs(const QualifiedName& name, const StatementFacts& facts) {
  const ObjectName object{.schema = name.schema, .name = name.name, .span = {}};
  return facts.before.FindFunctions(object).size() == 1 && facts.LaterNaming(name.name).empty();
}

// A parameter or a variable of the body may be meant.
bool MayMeanVariable(const CreateFunction& create, const std::string& column) {
  return Contains(create.body, "variable_conflict") ||
         std::ranges::count(create.parameters, column, &RoutineParameter::name) > 0;
}

bool IsGivenAgain(const ObjectName& table, const std::string& column, const StatementFacts& facts) {
  const auto adds = [&](const Statement& statement) {
    const auto* rename = As<Rename>(statement);
    if (rename != nullptr) return rename->new_name == column;
    const auto* alter = As<AlterTable>(statement);
    if (alter == nullptr) return As<CreateTable>(statement) != nullptr;
    return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
      return action.kind == AlterTableKind::kAddColumn && action.column_definition &&
             action.column_definition->name == column;
    });
  };
  return adds(facts.statement) ||
         std::ranges::any_of(facts.LaterNaming(table.name), [&](std::uint32_t position) {
           return adds(*facts.batch.statements[position].statement);
         });
}

std::optional<Span> PlaceIn(const Definition& definition, const ColumnSearch& search) {
  const auto body = ParseRoutineBody(*definition.create, definition.statement->span);
  if (!body) return std::nullopt;
  for (const Statement& statement : *body) {
    if (search.IsMadeBy(statement)) return std::nullopt;
  }
  for (const Statement& statement : *body) {
    if (const auto place = search.In(statement)) return place;
  }
  return std::nullopt;
}

}  // namespace

std::vector<NamingRoutine> RoutinesNaming(const ObjectName& table, const std::string& column,
                                          const StatementFacts& facts) {
  std::vector<NamingRoutine> routines;
  if (facts.before.functions().empty() || IsGivenAgain(table, column, facts)) return routines;
  const ColumnSearch search(table, column, facts);
  for (const auto& [name, definition] : DefinitionsWith(table.name, column, facts)) {
    if (MayMeanVariable(*definition.create, column) || !StaysAsItIs(name, facts)) continue;
    const std::optional<Span> place = PlaceIn(definition, search);
    if (!place) continue;
    routines.push_back(
        {.name = DisplayName(name), .procedure = definition.create->procedure, .place = *place});
  }
  return routines;
}

}  // namespace hoglint
