#include "lint/facts/called_routines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/schema/expression_text.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

// Functions of PostGIS, pg_partman and TimescaleDB that add and drop columns, constraints, indexes
// and tables. In order.
constexpr std::array<std::string_view, 16> kOfExtensions = {
    "addgeometrycolumn",     "addoverviewconstraints",
    "addrasterconstraints",  "addtopogeometrycolumn",
    "create_hypertable",     "create_parent",
    "create_sub_parent",     "createtopology",
    "dropgeometrycolumn",    "dropgeometrytable",
    "droprasterconstraints", "droptopogeometrycolumn",
    "droptopology",          "populate_geometry_columns",
    "run_maintenance",       "updategeometrysrid"};
static_assert(std::ranges::is_sorted(kOfExtensions));

// Functions that call each other deeper than that are not followed.
constexpr int kMaxDepth = 50;

// How SQL begins that a string holds and that leaves tables, columns and the like as they are.
constexpr std::array<std::string_view, 25> kHarmlessWords = {
    "(",           "alter default privileges",
    "alter role",  "alter user",
    "analyze",     "comment",
    "copy",        "create role",
    "create user", "delete",
    "drop role",   "drop user",
    "explain",     "grant",
    "insert",      "lock",
    "notify",      "refresh",
    "revoke",      "select",
    "set",         "show",
    "update",      "values",
    "with"};

// What makes, alters or drops nothing that the catalogue holds.
template <typename Body>
constexpr bool kLeavesSchema =
    std::is_same_v<Body, Insert> || std::is_same_v<Body, Update> || std::is_same_v<Body, Delete> ||
    std::is_same_v<Body, Merge> || std::is_same_v<Body, Select> || std::is_same_v<Body, Copy> ||
    std::is_same_v<Body, LockTable> || std::is_same_v<Body, Truncate> ||
    std::is_same_v<Body, RefreshMaterializedView> || std::is_same_v<Body, Reindex> ||
    std::is_same_v<Body, Cluster> || std::is_same_v<Body, Vacuum> ||
    std::is_same_v<Body, TransactionControl> || std::is_same_v<Body, SetVariable> ||
    std::is_same_v<Body, Grant> || std::is_same_v<Body, Comment> ||
    std::is_same_v<Body, CreateRole> || std::is_same_v<Body, AlterOwner> ||
    std::is_same_v<Body, CreateStatistics> || std::is_same_v<Body, DoBlock> ||
    std::is_same_v<Body, OtherStatement>;

bool LeavesSchema(const Statement& statement) {
  return std::visit([](const auto& body) { return kLeavesSchema<std::decay_t<decltype(body)>>; },
                    statement.body);
}

// 'SELECT ' || list, format('SELECT %s', list).
bool IsHarmless(const DynamicSql& dynamic) {
  const std::vector<apply::TextToken> tokens = apply::Tokens(dynamic.expression);
  const auto string = std::ranges::find(tokens, apply::TokenKind::kString, &apply::TextToken::kind);
  const bool leads =
      string == tokens.begin() ||
      (string != tokens.end() && tokens.front().value == "format" && string == tokens.begin() + 2);
  if (!leads) return false;
  std::string text = ToLowerAscii(string->value);
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  return std::ranges::any_of(kHarmlessWords,
                             [&](std::string_view word) { return text.starts_with(word); });
}

const ObjectName* TemporaryTable(const Statement& statement) {
  if (const auto* create = As<CreateTable>(statement)) {
    return create->persistence == Persistence::kTemporary ? &create->table : nullptr;
  }
  const auto* filled = As<CreateTableAs>(statement);
  const bool temporary = filled != nullptr && filled->persistence == Persistence::kTemporary;
  return temporary ? &filled->table : nullptr;
}

// The temporary tables that a body makes for its own use.
std::set<std::string> TemporaryTables(const std::vector<Statement>& body) {
  std::set<std::string> names;
  for (const Statement& statement : body) {
    if (const ObjectName* table = TemporaryTable(statement)) names.insert(table->name);
  }
  return names;
}

// It makes, alters or drops such a table or an index of one.
bool IsAboutTemporary(const Statement& statement, const std::set<std::string>& temporary) {
  if (TemporaryTable(statement) != nullptr) return true;
  if (const auto* index = As<CreateIndex>(statement)) return temporary.contains(index->table.name);
  if (const auto* alter = As<AlterTable>(statement)) return temporary.contains(alter->table.name);
  const auto* drop = As<Drop>(statement);
  return drop != nullptr && std::ranges::all_of(drop->objects, [&](const ObjectReference& object) {
           return temporary.contains(object.name.name);
         });
}

}  // namespace

void CalledRoutines::Take(const Statement& statement) {
  const auto* create = As<CreateFunction>(statement);
  if (create == nullptr) return;
  routines_.insert_or_assign(create->function.span,
                             Routine{.create = create, .statement = &statement});
}

std::optional<std::string> CalledRoutines::SchemaChange(const Statement& statement,
                                                        const Catalogue& catalogue) {
  const auto* select = As<Select>(statement);
  if (select == nullptr) return std::nullopt;
  for (const FunctionCall& call : select->query.functions) {
    if (!ChangesSchema(call, catalogue)) continue;
    return fmt::format("the function {}() may change the schema",
                       DisplayName({call.name.schema, call.name.name}));
  }
  return std::nullopt;
}

bool CalledRoutines::ChangesSchema(const FunctionCall& call, const Catalogue& catalogue) {
  const std::vector<const Function*> functions = catalogue.FindFunctions(call.name);
  if (functions.empty()) return std::ranges::binary_search(kOfExtensions, call.name.name);
  return std::ranges::any_of(functions, [&](const Function* function) {
    const auto routine = routines_.find(function->origin.span);
    return routine != routines_.end() && BodyChangesSchema(routine->second, catalogue);
  });
}

bool CalledRoutines::ReadBody(const Routine& routine, const Catalogue& catalogue) {
  const auto body = ParseRoutineBody(*routine.create, routine.statement->span);
  if (!body) return false;
  const std::set<std::string> temporary = TemporaryTables(*body);
  return std::ranges::any_of(*body, [&](const Statement& statement) {
    if (const auto* dynamic = As<DynamicSql>(statement)) return !IsHarmless(*dynamic);
    if (SchemaChange(statement, catalogue)) return true;
    return !LeavesSchema(statement) && !IsAboutTemporary(statement, temporary);
  });
}

bool CalledRoutines::BodyChangesSchema(Routine& routine, const Catalogue& catalogue) {
  if (routine.changes_schema) return *routine.changes_schema;
  if (depth_ == kMaxDepth) return false;
  routine.changes_schema = false;  // where it calls itself
  ++depth_;
  const bool changes = ReadBody(routine, catalogue);
  --depth_;
  routine.changes_schema = changes;
  return changes;
}

}  // namespace hoglint
