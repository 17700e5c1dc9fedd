#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "tests/metamorphic/transformations.h"

namespace hoglint::testing {
namespace {

template <typename EditStatement>
EditsByFile EditStatements(const Files& sql, const EditStatement& edit_statement) {
  EditsByFile all;
  for (const auto& [path, text] : sql) {
    const ScannedSql scanned = Scan(text);
    if (!scanned.complete) continue;
    std::vector<Edit> edits;
    for (const StatementWords& statement : StatementsOf(scanned)) {
      edit_statement(scanned, statement, edits);
    }
    if (!edits.empty()) all.emplace(path, std::move(edits));
  }
  return all;
}

bool IsAnyOf(const ScannedSql& sql, std::size_t index,
             std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return sql.Is(index, word); });
}

bool HasWord(const ScannedSql& sql, const StatementWords& range,
             std::initializer_list<std::string_view> words) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (IsAnyOf(sql, i, words)) return true;
  }
  return false;
}

// Behind IF EXISTS, IF NOT EXISTS and ONLY.
std::size_t BehindOptions(const ScannedSql& sql, std::size_t index) {
  if (sql.Is(index, "if")) index += sql.Is(index + 1, "not") ? 3 : 2;
  return sql.Is(index, "only") ? index + 1 : index;
}

Edit Insertion(std::uint32_t at, std::string text) { return {{at, at}, std::move(text)}; }

// What cannot be a statement of a PL/pgSQL block, or would be another one there.
bool FitsInDo(const ScannedSql& sql, const StatementWords& statement) {
  if (!IsAnyOf(sql, statement.begin,
               {"alter", "create", "drop", "comment", "grant", "revoke", "insert", "update",
                "delete", "truncate", "lock", "set"})) {
    return false;
  }
  if (HasWord(sql, statement, {"concurrently", "returning", "database", "tablespace", "system"})) {
    return false;
  }
  return !(sql.Is(statement.begin, "set") && sql.Is(statement.begin + 1, "transaction"));
}

bool SaysSearchPath(const Files& sql) {
  return std::ranges::any_of(sql, [](const auto& file) {
    return Lowered(file.second).find("search_path") != std::string::npos;
  });
}

// Tables that are created without a schema, and whose names are those of nothing else here: not of
// a table with a schema, a temporary one or a WITH query.
std::set<std::string> PublicTables(const Files& sql) {
  std::set<std::string> tables;
  std::set<std::string> others;
  for (const auto& [path, text] : sql) {
    const ScannedSql scanned = Scan(text);
    for (std::size_t i = 0; i < scanned.words.size(); ++i) {
      if (scanned.Is(i, "as") && scanned.IsKind(i + 1, WordKind::kOpen) && i > 0) {
        others.insert(scanned.Name(i - 1));
      }
      if (!scanned.Is(i, "create")) continue;
      const std::size_t kind = scanned.Is(i + 1, "unlogged") ? i + 2 : i + 1;
      const bool is_table = scanned.Is(kind, "table");
      const std::size_t at = BehindOptions(scanned, is_table ? kind + 1 : kind + 2);
      if (is_table && scanned.EndOfName(at) == at + 1) {
        tables.insert(scanned.Name(at));
      } else {
        for (std::size_t name = at; name < scanned.EndOfName(at); ++name) {
          others.insert(scanned.Name(name));
        }
      }
    }
  }
  for (const std::string& other : others) tables.erase(other);
  return tables;
}

// True where the grammar wants the name of a table, as far as the words before it tell.
bool IsTablePlace(const ScannedSql& sql, const StatementWords& statement, std::size_t index) {
  std::size_t before = index;
  while (before > statement.begin && IsAnyOf(sql, before - 1, {"only", "exists", "not", "if"})) {
    --before;
  }
  if (before == statement.begin) return false;
  --before;
  if (IsAnyOf(sql, before, {"table", "into", "references", "update", "join"})) return true;
  if (sql.Is(before, "from")) {
    return sql.Is(statement.begin, "delete") || sql.Is(statement.begin, "select") ||
           sql.words[before].depth == 0;
  }
  if (sql.Is(before, "on") && sql.Is(statement.begin, "create")) {
    return HasWord(sql, {statement.begin, before}, {"index", "trigger", "policy"});
  }
  // DROP TABLE a, b and TRUNCATE a, b: names from there to the list's beginning.
  if (!IsAnyOf(sql, statement.begin, {"drop", "truncate"}) || sql.words[index].depth != 0 ||
      !sql.IsKind(before, WordKind::kComma)) {
    return false;
  }
  return sql.Is(statement.begin, "truncate") || sql.Is(statement.begin + 1, "table");
}

// Behind the words of a subcommand that stand before its name: ADD COLUMN IF NOT EXISTS x.
std::size_t NamePlace(const ScannedSql& sql, std::size_t verb) {
  std::size_t at = verb + 1;
  while (IsAnyOf(sql, at, {"column", "constraint", "if", "not", "exists"})) ++at;
  return at;
}

// PostgreSQL drops first, wherever that is written: where a name is dropped and added in one
// statement, its parts, one by one, do something else.
bool AddsWhatItDrops(const ScannedSql& sql, const StatementWords& statement, std::size_t behind) {
  std::set<std::string> dropped;
  std::set<std::string> added;
  for (std::size_t i = behind; i < statement.end; ++i) {
    const bool begins =
        i == behind || (sql.IsKind(i - 1, WordKind::kComma) && sql.words[i].depth == 0);
    if (begins && sql.Is(i, "drop")) dropped.insert(sql.Name(NamePlace(sql, i)));
    if (begins && sql.Is(i, "add")) added.insert(sql.Name(NamePlace(sql, i)));
  }
  return std::ranges::any_of(added, [&](const auto& name) { return dropped.contains(name); });
}

}  // namespace

EditsByFile SplitAlterTable(const Files& sql, std::uint32_t) {
  return EditStatements(
      sql, [](const ScannedSql& text, const StatementWords& statement, std::vector<Edit>& edits) {
        if (!text.Is(statement.begin, "alter") || !text.Is(statement.begin + 1, "table")) return;
        if (text.Is(statement.begin + 2, "all")) return;
        const std::size_t name = BehindOptions(text, statement.begin + 2);
        const std::size_t behind = text.EndOfName(name);
        if (AddsWhatItDrops(text, statement, behind)) return;
        std::string head = " ";
        for (std::size_t i = statement.begin; i < behind; ++i) {
          const bool close = text.IsKind(i, WordKind::kDot) || text.IsKind(i + 1, WordKind::kDot);
          head += std::string(text.Text(i)) + (close ? "" : " ");
        }
        for (std::size_t i = behind; i < statement.end; ++i) {
          if (text.words[i].kind != WordKind::kComma || text.words[i].depth != 0) continue;
          edits.push_back({text.words[i].at, ";"});
          edits.push_back(Insertion(text.words[i].at.end, head));
        }
      });
}

EditsByFile WrapInDo(const Files& sql, std::uint32_t) {
  return EditStatements(
      sql, [](const ScannedSql& text, const StatementWords& statement, std::vector<Edit>& edits) {
        if (!FitsInDo(text, statement)) return;
        edits.push_back(Insertion(text.words[statement.begin].at.begin, "DO $wrapped$ BEGIN "));
        if (statement.semicolon) {
          edits.push_back(Insertion(text.words[statement.end].at.end, " END $wrapped$;"));
        } else {
          edits.push_back(Insertion(text.words[statement.end - 1].at.end, "; END $wrapped$"));
        }
      });
}

EditsByFile QualifyTables(const Files& sql, std::uint32_t) {
  if (SaysSearchPath(sql)) return {};
  const std::set<std::string> tables = PublicTables(sql);
  return EditStatements(
      sql, [&](const ScannedSql& text, const StatementWords& statement, std::vector<Edit>& edits) {
        for (std::size_t i = statement.begin; i < statement.end; ++i) {
          const bool is_alone = text.EndOfName(i) == i + 1 && !text.IsKind(i - 1, WordKind::kDot);
          if (!is_alone || !tables.contains(text.Name(i)) || !IsTablePlace(text, statement, i))
            continue;
          edits.push_back(Insertion(text.words[i].at.begin, "public."));
        }
      });
}

EditsByFile UnqualifyNames(const Files& sql, std::uint32_t) {
  if (SaysSearchPath(sql)) return {};
  return EditStatements(
      sql, [](const ScannedSql& text, const StatementWords& statement, std::vector<Edit>& edits) {
        for (std::size_t i = statement.begin; i + 2 < statement.end; ++i) {
          if (text.Name(i) != "public" || !text.IsKind(i + 1, WordKind::kDot)) continue;
          if (i > 0 && text.IsKind(i - 1, WordKind::kDot)) continue;
          edits.push_back({{text.words[i].at.begin, text.words[i + 1].at.end}, std::string()});
        }
      });
}

}  // namespace hoglint::testing
