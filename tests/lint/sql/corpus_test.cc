// Real migrations: all of them parse, nothing in them is of an unknown kind, and our walk over
// PL/pgSQL finds the same SQL as PostgreSQL's own PL/pgSQL parser.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lint/sql/pg_nodes.h"
#include "lint/sql/plpgsql_walk.h"
#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class Corpora : public testing::Test {
 protected:
  void SetUp() override {
    const char* data = std::getenv("HOGLINT_SHARED_DATA");
    const fs::path corpora = fs::path(data ? data : "") / "corpora";
    if (!data || !fs::is_directory(corpora)) {
      GTEST_SKIP() << "no corpora: HOGLINT_SHARED_DATA/corpora is not there";
    }
    for (const auto& entry : fs::recursive_directory_iterator(corpora)) {
      if (entry.path().extension() == ".sql") paths_.push_back(entry.path());
    }
    std::ranges::sort(paths_);
  }

  std::vector<fs::path> paths_;
};

const ParseOptions kDrizzle{ChunkRule::kBreakpoints, {}};

TEST_F(Corpora, ParseWithoutProblemAndUnknownStatement) {
  const std::set<std::string> known{"CALL"};
  std::size_t bytes = 0;
  std::map<std::string, int> counts;
  for (const fs::path& path : paths_) {
    const std::string text = ReadFile(path);
    bytes += text.size();
    const Parsed sql(text, kDrizzle);
    ++counts["files"];
    counts["chunks"] += static_cast<int>(sql.file().chunks.size());
    for (const ParseProblem& problem : sql.problems()) {
      ADD_FAILURE() << path << ':' << sql.At(problem.span).line << ": " << problem.message;
    }
    for (const Statement& statement : sql.statements()) {
      ++counts[statement.nesting.in_do_block ? "statements in DO" : "statements"];
      EXPECT_LT(statement.span.begin, statement.span.end) << path;
      if (As<DynamicSql>(statement)) ++counts["dynamic SQL"];
      const auto* other = As<OtherStatement>(statement);
      if (other) ++counts["other: " + other->command];
      EXPECT_TRUE(!other || known.contains(other->command)) << path << ": " << other->command;
      const auto* block = As<DoBlock>(statement);
      EXPECT_TRUE(!block || block->body_parsed) << path;
    }
  }
  std::cout << bytes << " bytes";
  for (const auto& [what, count] : counts) std::cout << ", " << count << ' ' << what;
  std::cout << '\n';
}

// Every span that is not empty lies within its statement and spells what it stands for.
TEST_F(Corpora, NamesStandWhereTheirSpansSay) {
  const auto spells = [](const Parsed& sql, const ObjectName& name) {
    std::string text = sql.Text(name.span);
    std::erase(text, '"');
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    std::string expected = Dotted(name);
    std::ranges::transform(expected, expected.begin(),
                           [](unsigned char c) { return std::tolower(c); });
    EXPECT_EQ(text.substr(0, 63), expected.substr(0, 63));
  };
  for (const fs::path& path : paths_) {
    const Parsed sql(ReadFile(path), kDrizzle);
    for (const Statement& statement : sql.statements()) {
      if (const auto* table = As<CreateTable>(statement)) {
        spells(sql, table->table);
        for (const ColumnDefinition& column : table->columns) {
          spells(sql, {"", column.name, column.name_span});
          for (const ConstraintDefinition& constraint : column.constraints) {
            if (constraint.references) spells(sql, constraint.references->table);
          }
        }
        for (const ConstraintDefinition& constraint : table->constraints) {
          if (!constraint.name.empty()) spells(sql, {"", constraint.name, constraint.name_span});
        }
      } else if (const auto* alter = As<AlterTable>(statement)) {
        spells(sql, alter->table);
        for (const AlterTableAction& action : alter->actions) {
          const std::string& name = action.column.empty() ? action.name : action.column;
          if (!name.empty()) spells(sql, {"", name, action.name_span});
        }
      } else if (const auto* drop = As<Drop>(statement)) {
        for (const ObjectReference& object : drop->objects) spells(sql, object.name);
      } else if (const auto* index = As<CreateIndex>(statement)) {
        spells(sql, index->table);
        if (!index->name.empty()) spells(sql, {"", index->name, index->name_span});
      } else if (const auto* rename = As<Rename>(statement)) {
        spells(sql, rename->object.name);
        spells(sql, {"", rename->new_name, rename->new_name_span});
      } else if (const auto* create = As<CreateEnum>(statement)) {
        spells(sql, create->type);
      }
    }
  }
}

// White space does not count: PostgreSQL blanks PERFORM and INTO in its own way.
std::string Squeezed(std::string text) {
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return text;
}

// The SQL that PostgreSQL's PL/pgSQL parser finds in a DO or CREATE FUNCTION statement.
void CollectQueries(const nlohmann::json& node, std::vector<std::string>& queries) {
  static const std::map<std::string, std::string> kStatements{
      {"PLpgSQL_stmt_execsql", "sqlstmt"},   {"PLpgSQL_stmt_perform", "expr"},
      {"PLpgSQL_stmt_fors", "query"},        {"PLpgSQL_stmt_dynexecute", "query"},
      {"PLpgSQL_stmt_dynfors", "query"},     {"PLpgSQL_stmt_call", "expr"},
      {"PLpgSQL_stmt_open", "query"},        {"PLpgSQL_var", "cursor_explicit_expr"},
      {"PLpgSQL_stmt_return_query", "query"}};
  if (node.is_object()) {
    for (const auto& [key, value] : node.items()) {
      const auto found = kStatements.find(key);
      if (found != kStatements.end() && value.contains(found->second)) {
        const auto& query = value[found->second]["PLpgSQL_expr"]["query"];
        queries.push_back(Squeezed(query.get<std::string>()));
      }
      if (key == "PLpgSQL_stmt_commit") queries.emplace_back("COMMIT");
      if (key == "PLpgSQL_stmt_rollback") queries.emplace_back("ROLLBACK");
      if (key == "PLpgSQL_stmt_return_query" && value.contains("dynquery")) {
        queries.push_back(Squeezed(value["dynquery"]["PLpgSQL_expr"]["query"].get<std::string>()));
      }
    }
  }
  for (const auto& child : node) {
    if (child.is_structured()) CollectQueries(child, queries);
  }
}

// libpg_query 18.1 closes one brace too many behind some variables of trigger functions.
std::string Repaired(std::string json) {
  for (std::size_t at = 0; (at = json.find(",{}}", at)) != std::string::npos;)
    json.erase(at + 3, 1);
  return json;
}

// Nothing where libpg_query cannot judge: without a catalogue it takes a variable of an enum type
// for a record.
std::optional<std::vector<std::string>> TheirQueries(const std::string& statement) {
  const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(statement.c_str());
  const std::string error = result.error ? result.error->message : "";
  const std::string json = result.plpgsql_funcs ? Repaired(result.plpgsql_funcs) : "";
  pg_query_free_plpgsql_parse_result(result);
  if (error == "record variable cannot be part of multiple-item INTO list") return std::nullopt;
  EXPECT_EQ(error, "") << statement;
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  EXPECT_FALSE(parsed.is_discarded()) << statement;
  std::vector<std::string> queries;
  CollectQueries(parsed, queries);
  std::ranges::sort(queries);
  return queries;
}

std::vector<std::string> OurQueries(const std::string& body) {
  const sql::Tokens tokens(body);
  const auto pieces = sql::WalkPlpgsql(tokens);
  std::vector<std::string> queries;
  if (!pieces) ADD_FAILURE() << "no structure in " << body;
  for (const sql::PlpgsqlPiece& piece : pieces.value_or(std::vector<sql::PlpgsqlPiece>())) {
    if (piece.kind == sql::PlpgsqlPieceKind::kExpression) continue;
    queries.push_back(Squeezed(sql::SqlOf(tokens, piece)));
  }
  std::ranges::sort(queries);
  return queries;
}

// What stands between the first and the last $tag$ of a statement.
std::string DollarBody(const std::string& statement) {
  const std::size_t begin = statement.find('$');
  if (begin == std::string::npos) return {};
  const std::string tag = statement.substr(begin, statement.find('$', begin + 1) + 1 - begin);
  const std::size_t end = statement.rfind(tag);
  return statement.substr(begin + tag.size(), end - begin - tag.size());
}

TEST_F(Corpora, HoldTheSamePlpgsqlForPostgresql) {
  int blocks = 0;
  int functions = 0;
  std::size_t queries = 0;
  const auto compare = [&](const std::string& statement, const std::string& body) {
    const std::optional<std::vector<std::string>> theirs = TheirQueries(statement);
    const std::vector<std::string> ours = OurQueries(body);
    if (!theirs) return;
    EXPECT_EQ(ours, *theirs) << statement;
    queries += theirs->size();
  };
  for (const fs::path& path : paths_) {
    const Parsed sql(ReadFile(path), kDrizzle);
    for (const Statement& statement : sql.statements()) {
      const std::string text = sql.Text(statement.span);
      const auto* block = As<DoBlock>(statement);
      const auto* function = As<CreateFunction>(statement);
      if (block && block->language == "plpgsql") {
        ++blocks;
        compare(text, DollarBody(text));
      } else if (function && function->language == "plpgsql") {
        ++functions;
        compare(text, function->body);
      }
    }
  }
  EXPECT_GT(blocks, 100);
  EXPECT_GT(functions, 30);
  std::cout << blocks << " DO blocks, " << functions << " functions, " << queries << " queries\n";
}

}  // namespace
}  // namespace hoglint
