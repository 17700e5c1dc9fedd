#include "lint/facts/table_changes.h"

#include <algorithm>

namespace hoglint {
namespace {

// The words of a name: "pinnedApiKey" and "pinned_api_key" both have pinned, api and key.
std::set<std::string> WordsOf(std::string_view name) {
  std::set<std::string> words;
  std::string word;
  const auto end = [&] {
    if (word.size() > 2) words.insert(word);
    word.clear();
  };
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (c == '_' || upper) end();
    if (c != '_') word += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  end();
  return words;
}

}  // namespace

TableChanges ChangesOf(const QualifiedName& table, const StatementFacts& facts) {
  TableChanges changes;
  const auto look = [&](const Statement& statement) {
    if (const auto* update = As<Update>(statement)) {
      for (const Expression& value : update->values) {
        for (const ColumnReference& column : value.columns) changes.read.insert(column.column);
      }
    }
    const auto* alter = As<AlterTable>(statement);
    if (alter == nullptr || facts.before.ResolveExisting(alter->table) != table) return;
    for (const AlterTableAction& action : alter->actions) {
      if (action.column_definition) changes.added.push_back(&*action.column_definition);
    }
  };
  const auto look_at = [&](std::uint32_t position) {
    const BatchStatement& other = facts.batch.statements[position];
    if (other.migration == &facts.migration) look(*other.statement);
  };
  std::ranges::for_each(facts.EarlierNaming(table.name), look_at);
  look(facts.statement);
  std::ranges::for_each(facts.LaterNaming(table.name), look_at);
  return changes;
}

bool ShareWord(std::string_view a, std::string_view b) {
  const std::set<std::string> words = WordsOf(a);
  return std::ranges::any_of(WordsOf(b),
                             [&](const std::string& word) { return words.contains(word); });
}

}  // namespace hoglint
