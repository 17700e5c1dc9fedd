#include "tests/oracle/remedy_run.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <string_view>

namespace hoglint::testing {
namespace {

struct Piece {
  std::string sql;
  std::size_t begin = 0;
};

// The statements that the server gets; DO blocks are one.
std::vector<Piece> Pieces(const std::string& sql) {
  Sources sources;
  const SourceFile& file = sources.Add("pieces.sql", sql);
  const ParsedFile parsed = Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}});
  std::vector<Piece> pieces;
  for (const Statement& statement : parsed.statements) {
    if (statement.nesting.in_do_block) continue;
    pieces.push_back({std::string(sources.Text(statement.span)), statement.span.begin});
  }
  return pieces;
}

bool IsIn(std::span<const TextRange> ranges, std::size_t position) {
  return std::ranges::any_of(ranges, [&](const TextRange& range) {
    return range.begin <= position && position < range.end;
  });
}

// In a transaction a refused statement is taken back alone. Outside of one the savepoint is
// refused.
std::optional<SqlError> ExecAlone(Connection& connection, const std::string& sql) {
  const bool open = connection.Exec("SAVEPOINT before_piece").ok();
  QueryResult result = connection.Exec(sql);
  if (open && !result.ok()) {
    EXPECT_TRUE(connection.Exec("ROLLBACK TO SAVEPOINT before_piece").ok()) << sql;
  }
  return std::move(result.error);
}

std::string ErrorText(const SqlError& error) {
  return fmt::format("{} {}", error.sqlstate, error.message);
}

std::vector<Refused> RunPieces(Connection& connection, const std::vector<Piece>& pieces,
                               std::span<const TextRange> in_remedy) {
  std::vector<Refused> refused;
  for (const Piece& piece : pieces) {
    if (const auto error = ExecAlone(connection, piece.sql)) {
      refused.push_back({piece.sql, ErrorText(*error), IsIn(in_remedy, piece.begin)});
    }
  }
  return refused;
}

// What the error says is missing, as SQL that makes it; empty where that is not simple.
std::string Creation(const std::string& error, const std::string& sql) {
  const auto find = [&](const char* pattern) {
    std::smatch match;
    std::regex_search(error, match, std::regex(pattern));
    return match;
  };
  if (const auto match = find(R"re(type "([^"]+)" does not exist)re"); !match.empty()) {
    return fmt::format("CREATE TYPE \"{}\" AS ENUM ('a')", match.str(1));
  }
  if (const auto match = find(R"re(schema "([^"]+)" does not exist)re"); !match.empty()) {
    return fmt::format("CREATE SCHEMA \"{}\"", match.str(1));
  }
  if (const auto match = find(R"re(role "([^"]+)" does not exist)re"); !match.empty()) {
    return fmt::format("CREATE ROLE \"{}\"", match.str(1));
  }
  if (const auto match = find(R"re(column "([^"]+)" of relation "([^"]+)" does not exist)re");
      !match.empty()) {
    return fmt::format("ALTER TABLE \"{}\" ADD COLUMN \"{}\" text", match.str(2), match.str(1));
  }
  if (const auto match = find(R"re(relation "([^"]+)" does not exist)re"); !match.empty()) {
    return fmt::format("CREATE TABLE {} ()", match.str(1));
  }
  std::smatch table;
  const std::regex names(R"re((?:TABLE|ON|UPDATE|INTO|FROM)\s+(?:ONLY\s+)?("?\w+"?))re",
                         std::regex::icase);
  if (const auto match = find(
          R"re(column "([^"]+)" (?:named in key |referenced in foreign key constraint )?does not exist)re");
      !match.empty() && std::regex_search(sql, table, names)) {
    return fmt::format("ALTER TABLE {} ADD COLUMN \"{}\" text", table.str(1), match.str(1));
  }
  return {};
}

// Every index and constraint in full, which ReadSchema has in parts.
constexpr std::array<const char*, 3> kDefinitions = {
    R"(SELECT 'indexdef ' || c.oid::regclass, pg_get_indexdef(c.oid)
            || CASE WHEN c.reltablespace = 0 THEN '' ELSE ' tablespace ' || c.reltablespace END
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('i', 'I') AND n.nspname !~ '^pg_')",
    R"(SELECT 'constraintdef ' || k.conrelid::regclass || '.' || k.conname,
              pg_get_constraintdef(k.oid)
       FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
       WHERE k.conrelid <> 0 AND k.contype IN ('p','u','f','c','x') AND n.nspname !~ '^pg_'
         AND n.nspname <> 'information_schema')",
    R"(SELECT 'collation ' || a.attrelid::regclass || '.' || a.attname, a.attcollation::regcollation
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attcollation > 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')",
};

}  // namespace

std::vector<Refused> RunByHand(Connection& connection, const std::string& sql) {
  std::vector<Refused> refused;
  for (const Piece& piece : Pieces(sql)) {
    const QueryResult result = connection.Exec(piece.sql);
    if (!result.ok()) refused.push_back({piece.sql, ErrorText(*result.error), true});
  }
  return refused;
}

bool IsOneTransaction(const std::string& sql, const Runner& runner) {
  if (runner.scope != TransactionScope::kBatch) return false;
  Sources sources;
  const ParsedFile parsed =
      Parse(sources.Add("migration.sql", sql), {.chunks = ChunkRule::kBreakpoints, .sections = {}});
  return std::ranges::none_of(parsed.statements, [](const Statement& statement) {
    return As<TransactionControl>(statement) != nullptr;
  });
}

std::vector<Refused> RunOpen(Connection& connection, const std::string& sql,
                             std::span<const TextRange> in_remedy) {
  EXPECT_TRUE(connection.Exec("BEGIN").ok());
  std::vector<Refused> refused = RunPieces(connection, Pieces(sql), in_remedy);
  if (const auto error = ExecAlone(connection, "SET CONSTRAINTS ALL IMMEDIATE")) {
    refused.push_back({"COMMIT", ErrorText(*error), !in_remedy.empty()});
  }
  return refused;
}

std::vector<Refused> RunMigration(Connection& connection, const std::string& sql,
                                  const Runner& runner, std::span<const TextRange> in_remedy) {
  const std::vector<Piece> pieces = Pieces(sql);
  const bool wrapped = runner.scope == TransactionScope::kBatch ||
                       (runner.scope == TransactionScope::kFile && pieces.size() > 1);
  if (wrapped) {
    EXPECT_TRUE(connection.Exec("BEGIN").ok());
  }
  std::vector<Refused> refused = RunPieces(connection, pieces, in_remedy);
  // Also where the file has left one open. What was deferred may fail here.
  const QueryResult end = connection.Exec("COMMIT");
  if (!end.ok()) refused.push_back({"COMMIT", ErrorText(*end.error), !in_remedy.empty()});
  return refused;
}

void CreateWhatIsMissing(const PostgresServer& server, const std::string& database,
                         const std::string& sql, const Runner& runner) {
  constexpr int kTries = 40;
  for (int i = 0; i < kTries; ++i) {
    EXPECT_TRUE(server.CreateDatabase("remedy_try", database).ok());
    std::string creation;
    {
      Result<Connection> connection = server.Connect("remedy_try");
      ASSERT_TRUE(connection.has_value()) << connection.error().message;
      for (const Refused& each : RunMigration(*connection, sql, runner, {})) {
        creation = Creation(each.error, each.sql);
        if (!creation.empty()) break;
      }
    }
    if (creation.empty()) return;
    Result<Connection> connection = server.Connect(database);
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    if (!connection->Exec(creation).ok()) return;
  }
}

SchemaLines ReadDefinitions(Connection& connection) {
  Result<SchemaLines> lines = ReadSchema(connection);
  EXPECT_TRUE(lines.has_value()) << lines.error().message;
  if (!lines) return {};
  for (const char* query : kDefinitions) {
    const QueryResult result = connection.Query(query);
    EXPECT_TRUE(result.ok()) << query << (result.ok() ? "" : result.error->message);
    for (const Row& row : result.rows) (*lines)[*row[0]] = row[1].value_or("");
  }
  return *lines;
}

}  // namespace hoglint::testing
