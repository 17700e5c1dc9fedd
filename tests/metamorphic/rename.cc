#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <utility>

#include "lint/facts/tool_ledgers.h"
#include "tests/metamorphic/transformations.h"

namespace hoglint::testing {
namespace {

using Names = std::set<std::string>;

// Words that PostgreSQL ends names with, drizzle-kit's like ones, and words that are names of types
// or functions somewhere.
const Names& KeptWords() {
  static const Names kept = {
      "pkey",   "key",  "fkey",   "fk",    "pk",     "idx",    "index", "check", "seq",     "excl",
      "not",    "null", "unique", "date",  "text",   "json",   "jsonb", "uuid",  "count",   "sum",
      "min",    "max",  "avg",    "lower", "upper",  "length", "now",   "point", "box",     "path",
      "circle", "line", "money",  "inet",  "public", "array",  "new",   "old",   "excluded"};
  return kept;
}

std::vector<std::string> WordsOf(const std::string& name) {
  std::vector<std::string> words;
  std::stringstream stream(name);
  for (std::string word; std::getline(stream, word, '_');) words.push_back(word);
  if (name.ends_with('_')) words.emplace_back();
  return words;
}

std::size_t BehindIfExists(const ScannedSql& sql, std::size_t index) {
  if (sql.Is(index, "if")) index += sql.Is(index + 1, "not") ? 3 : 2;
  return sql.Is(index, "only") ? index + 1 : index;
}

struct Collected {
  Names tables;
  Names columns;
  Names kept;  // words that no name may change

  void Add(const ScannedSql& sql, std::size_t index, Names& names) {
    const std::string name = sql.Name(index);
    // What a tool calls its own table is no name that a user may choose.
    if (sql.IsKind(index, WordKind::kKeyword) || IsToolLedger(name)) {
      Keep(name);
    } else if (!name.empty()) {
      names.insert(name);
    }
  }
  void Keep(const std::string& name) {
    for (const std::string& word : WordsOf(name)) kept.insert(word);
  }
};

// Columns of CREATE TABLE name (...).
void CollectColumns(const ScannedSql& sql, std::size_t open, Collected& names) {
  const std::uint32_t depth = sql.words[open].depth + 1;
  bool begins = true;
  for (std::size_t i = open + 1; i < sql.words.size(); ++i) {
    if (sql.words[i].kind == WordKind::kClose && sql.words[i].depth < depth) return;
    if (begins && !sql.Is(i, "constraint") && !sql.Is(i, "primary") && !sql.Is(i, "unique") &&
        !sql.Is(i, "foreign") && !sql.Is(i, "check") && !sql.Is(i, "exclude") &&
        !sql.Is(i, "like")) {
      names.Add(sql, i, names.columns);
    }
    begins = sql.words[i].kind == WordKind::kComma && sql.words[i].depth == depth;
  }
}

// What stands behind TABLE, ADD COLUMN and RENAME.
void CollectStatement(const ScannedSql& sql, const StatementWords& statement, Collected& names) {
  for (std::size_t i = statement.begin; i < statement.end; ++i) {
    if (sql.Is(i, "table") && i <= statement.begin + 2) {
      const std::size_t name = BehindIfExists(sql, i + 1);
      const std::size_t behind = sql.EndOfName(name);
      names.Add(sql, behind - 1, names.tables);
      if (sql.Is(statement.begin, "create") && sql.IsKind(behind, WordKind::kOpen)) {
        CollectColumns(sql, behind, names);
      }
      if (sql.Is(behind, "rename") && sql.Is(behind + 1, "to")) {
        names.Add(sql, behind + 2, names.tables);
      }
    }
    if (sql.Is(i, "column")) {
      const std::size_t name = BehindIfExists(sql, i + 1);
      names.Add(sql, name, names.columns);
      if (sql.Is(name + 1, "to")) names.Add(sql, name + 2, names.columns);
    }
  }
}

// Strings that name a thing ('users'::regclass, dynamic SQL) are not changed: what stands in one
// keeps its words.
void KeepWordsOfStrings(const ScannedSql& sql, Collected& names) {
  for (std::size_t i = 0; i < sql.words.size(); ++i) {
    if (sql.words[i].kind != WordKind::kOther || sql.Text(i).find('\'') == std::string_view::npos) {
      continue;
    }
    std::string word;
    for (const char c : std::string(sql.Text(i)) + ' ') {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
        word += c;
      } else if (!word.empty()) {
        names.Keep(std::exchange(word, {}));
      }
    }
  }
}

// What stands somewhere as an unquoted keyword is not told from a keyword.
void KeepKeywords(const ScannedSql& sql, Collected& names) {
  for (std::size_t i = 0; i < sql.words.size(); ++i) {
    if (sql.IsKind(i, WordKind::kKeyword)) names.Keep(sql.Name(i));
  }
}

// A name that is called like a function where no table stands: sum(...), "count" (...).
void KeepCalls(const ScannedSql& sql, Collected& names) {
  for (std::size_t i = 1; i + 1 < sql.words.size(); ++i) {
    if (sql.IsKind(i, WordKind::kName) && sql.IsKind(i + 1, WordKind::kOpen) &&
        (sql.Is(i - 1, "select") || sql.Is(i - 1, "default") || sql.Is(i - 1, "function") ||
         sql.IsKind(i - 1, WordKind::kOpen))) {
      names.Keep(sql.Name(i));
    }
  }
}

// Of the text and of the code in it.
void KeepWordsOf(const std::string& text, Collected& names) {
  const ScannedSql sql = Scan(text);
  KeepWordsOfStrings(sql, names);
  KeepCalls(sql, names);
  KeepKeywords(sql, names);
  for (const Word& word : sql.words) {
    if (word.kind != WordKind::kCode) continue;
    const Bytes inside = InsideOf(sql, word);
    KeepWordsOf(text.substr(inside.begin, inside.end - inside.begin), names);
  }
}

Collected Collect(const Files& sql) {
  Collected names;
  names.kept = KeptWords();
  for (const auto& [path, text] : sql) {
    const ScannedSql scanned = Scan(text);
    for (const StatementWords& statement : StatementsOf(scanned)) {
      CollectStatement(scanned, statement, names);
    }
    KeepWordsOf(text, names);
  }
  return names;
}

std::string Renamed(const std::string& name, const Collected& names) {
  const bool is_derived = std::ranges::any_of(names.tables, [&](const std::string& table) {
    return name.size() > table.size() + 1 && name.starts_with(table) && name[table.size()] == '_';
  });
  if (!is_derived && !names.tables.contains(name) && !names.columns.contains(name)) return name;
  std::string renamed;
  bool begins = true;
  for (const std::string& word : WordsOf(name)) {
    if (!std::exchange(begins, false)) renamed += '_';
    if (!word.empty() && !names.kept.contains(word)) renamed += kRenamed;
    renamed += word;
  }
  return renamed;
}

// PostgreSQL cuts names at 63 bytes: none may become longer.
void KeepLongNames(const Files& sql, Collected& names) {
  constexpr std::size_t kMost = 63;
  std::set<std::string> all;
  for (const auto& [path, text] : sql) {
    const ScannedSql scanned = Scan(text);
    for (std::size_t i = 0; i < scanned.words.size(); ++i) all.insert(scanned.Name(i));
  }
  for (bool found = true; std::exchange(found, false);) {
    for (const std::string& name : all) {
      const std::string renamed = Renamed(name, names);
      if (renamed.size() <= kMost || renamed == name) continue;
      names.Keep(name);
      found = true;
    }
  }
}

void RenameIn(const std::string& text, std::uint32_t offset, const Collected& names,
              std::vector<Edit>& edits) {
  const ScannedSql sql = Scan(text);
  for (std::size_t i = 0; i < sql.words.size(); ++i) {
    const Word& word = sql.words[i];
    if (word.kind == WordKind::kCode) {
      const Bytes inside = InsideOf(sql, word);
      RenameIn(text.substr(inside.begin, inside.end - inside.begin), offset + inside.begin, names,
               edits);
    }
    if (word.kind != WordKind::kName && word.kind != WordKind::kQuoted) continue;
    const std::string renamed = Renamed(sql.Name(i), names);
    if (renamed == sql.Name(i)) continue;
    const bool quoted = word.kind == WordKind::kQuoted;
    edits.push_back(
        {{word.at.begin + offset, word.at.end + offset}, quoted ? '"' + renamed + '"' : renamed});
  }
}

}  // namespace

EditsByFile RenameAll(const Files& sql, std::uint32_t) {
  Collected names = Collect(sql);
  KeepLongNames(sql, names);
  EditsByFile all;
  for (const auto& [path, text] : sql) {
    if (!Scan(text).complete) return {};
    std::vector<Edit> edits;
    RenameIn(text, 0, names, edits);
    if (!edits.empty()) all.emplace(path, std::move(edits));
  }
  return all;
}

}  // namespace hoglint::testing
