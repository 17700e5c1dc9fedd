#include "lint/rule/batch_text.h"

#include <fmt/format.h>

#include <vector>

#include "lint/facts/constant_comparison.h"
#include "lint/facts/new_column.h"
#include "lint/rule/wording.h"

namespace hoglint {
namespace {

constexpr int kBatchRows = 5000;

// The one column of the primary key; empty when there is none or it is not known.
std::string KeyColumn(const ObjectName& table, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(table);
  const Constraint* key = relation == nullptr ? nullptr : relation->PrimaryKey();
  return key == nullptr || key->columns.size() != 1 ? std::string()
                                                    : QuoteIdentifier(key->columns.front());
}

// What tells the rows that are still to be done, and no longer holds once they are: a column that
// the statement fills IS NULL. Empty: nothing does.
std::string StillToDo(const Update& update, const StatementFacts& facts) {
  for (const std::string& column : update.columns) {
    const std::string test = QuoteIdentifier(column) + " IS NULL";
    if (update.where && !update.where->is_true) {
      if (IsNullTest(update.where->text, column)) return test;
      continue;
    }
    const auto added = FindNewColumn(update.table, column, facts);
    if (added && !added->HasValue()) return test;
  }
  return {};
}

std::string Assignments(const Update& update) {
  if (update.columns.size() != update.values.size()) return {};
  std::string text;
  for (std::size_t i = 0; i < update.columns.size(); ++i) {
    if (update.values[i].text.empty()) return {};
    text += fmt::format("{}{} = {}", i == 0 ? "" : ", ", QuoteIdentifier(update.columns[i]),
                        update.values[i].text);
  }
  return text;
}

std::string Lines(std::string_view head, const std::string& table, const std::string& key,
                  const std::string& condition) {
  const std::string where = condition.empty() ? "" : fmt::format(" WHERE {}", condition);
  return SqlLine(fmt::format("{} WHERE {} IN (SELECT {} FROM {}{} LIMIT {});", head, key, key,
                             table, where, kBatchRows)) +
         SqlLine("-- again until it finds no more rows, each in a transaction of its own");
}

}  // namespace

std::string BoundedStatement(const StatementFacts& facts) {
  if (const auto* update = As<Update>(facts.statement)) {
    const std::string key = KeyColumn(update->table, facts);
    const std::string assignments = Assignments(*update);
    const std::string condition = StillToDo(*update, facts);
    const bool simple = !update->has_from && update->writes.empty() && update->alias.empty();
    if (key.empty() || assignments.empty() || condition.empty() || !simple) return {};
    const std::string table = ShownName(update->table, facts);
    return Lines(fmt::format("UPDATE {} SET {}", table, assignments), table, key, condition);
  }
  const auto* remove = As<Delete>(facts.statement);
  if (remove == nullptr || remove->has_using || !remove->writes.empty()) return {};
  const std::string key = KeyColumn(remove->table, facts);
  if (key.empty()) return {};
  const std::string table = ShownName(remove->table, facts);
  return Lines(fmt::format("DELETE FROM {}", table), table, key,
               remove->where && !remove->where->is_true ? remove->where->text : "");
}

std::string SomeNames(std::span<const std::string> names) {
  constexpr std::size_t kShown = 3;
  if (names.size() <= kShown + 1) return JoinNames(names);
  std::vector<std::string> shown(names.begin(), names.begin() + kShown);
  shown.push_back(fmt::format("{} more tables", names.size() - kShown));
  return JoinNames(shown);
}

}  // namespace hoglint
