// The proof of the catalogue: every migration of every corpus runs on a real server and through
// Apply, and at the end both hold the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "checker/live/connection.h"
#include "checker/live/live_catalogue.h"
#include "lint/drift/same_definition.h"
#include "lint/drift/schema_drift.h"
#include "tests/support/catalogue_after.h"
#include "tests/support/corpus.h"
#include "tests/support/live_schema.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

// pgvector is in neither Debian 12 nor the npm servers: its type with its modifier, and an access
// method and an operator class of its names over those of hash indexes. What the stub makes belongs
// to an extension, as the real one's would.
constexpr std::string_view kVectorStub = R"(
CREATE TYPE vector;
CREATE FUNCTION vector_in(cstring, oid, integer) RETURNS vector
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION vector_out(vector) RETURNS cstring
  LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION vector_typmod_in(cstring[]) RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION vector_typmod_out(integer) RETURNS cstring
  LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE TYPE vector (INPUT = vector_in, OUTPUT = vector_out, TYPMOD_IN = vector_typmod_in,
  TYPMOD_OUT = vector_typmod_out, LIKE = text);
CREATE FUNCTION vector_hash(vector) RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT AS 'hashvarlena';
CREATE FUNCTION vector_eq(vector, vector) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT AS 'byteaeq';
CREATE OPERATOR = (LEFTARG = vector, RIGHTARG = vector, FUNCTION = vector_eq);
CREATE ACCESS METHOD hnsw TYPE INDEX HANDLER hashhandler;
CREATE OPERATOR CLASS vector_cosine_ops FOR TYPE vector USING hnsw AS
  OPERATOR 1 =, FUNCTION 1 vector_hash(vector);
ALTER EXTENSION plpgsql ADD TYPE vector;
ALTER EXTENSION plpgsql ADD FUNCTION vector_in(cstring, oid, integer);
ALTER EXTENSION plpgsql ADD FUNCTION vector_out(vector);
ALTER EXTENSION plpgsql ADD FUNCTION vector_typmod_in(cstring[]);
ALTER EXTENSION plpgsql ADD FUNCTION vector_typmod_out(integer);
ALTER EXTENSION plpgsql ADD FUNCTION vector_hash(vector);
ALTER EXTENSION plpgsql ADD FUNCTION vector_eq(vector, vector);
)";

struct Corpus {
  std::string name;
  std::string folder;  // below corpora/
  ChunkRule chunks = ChunkRule::kBreakpoints;
  std::string_view server_prelude = {};  // what only the server must be given first
  std::string_view prelude = {};         // what both must be given: other tools' objects, settings
};

// The storage server connects with this search path (0047 names tables without their schema).
constexpr std::string_view kTenantPrelude = "SET search_path = storage, public";
// Objects of pg-boss, which the storage server installs (0024 asks for them), and settings that
// 0022 cannot do without.
constexpr std::string_view kMultitenantPrelude =
    "SET storage.iceberg_shards = '{}';"
    "CREATE SCHEMA pgboss_v10;"
    "CREATE TABLE pgboss_v10.queue (name text PRIMARY KEY, policy text, partition_name text)";

const std::vector<Corpus>& Corpora() {
  static const std::vector<Corpus> corpora = {
      {"appstrate", "appstrate"},
      {"hogsend-engine", "hogsend-engine"},
      {"hogsend-scaffold", "hogsend-scaffold"},
      {"motormetrics", "motormetrics", ChunkRule::kBreakpoints, kVectorStub},
      {"sim", "sim"},
      {"zero", "zero"},
      {"supabase-storage tenant",
       "supabase-storage/tenant",
       ChunkRule::kWholeFile,
       {},
       kTenantPrelude},
      {"supabase-storage multitenant",
       "supabase-storage/multitenant",
       ChunkRule::kWholeFile,
       {},
       kMultitenantPrelude},
      {"supabase-storage vector_store", "supabase-storage/vector_store", ChunkRule::kWholeFile},
  };
  return corpora;
}

std::filesystem::path CorporaFolder() {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  return data == nullptr ? std::filesystem::path() : std::filesystem::path(data) / "corpora";
}

std::string Without(std::string text, std::string_view begin, std::string_view end) {
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    const std::size_t close = text.find(end, at);
    text.erase(at, close == std::string::npos ? close : close + end.size() - at);
  }
  return text;
}

// What the server gets in place of a statement that needs pgvector.
std::string ForServer(const Statement& statement, std::string text) {
  const auto* extension = As<CreateExtension>(statement);
  if (extension != nullptr && extension->name == "vector") return std::string(kVectorStub);
  const auto* index = As<CreateIndex>(statement);
  if (index != nullptr && index->access_method == "hnsw") return Without(text, " WITH (", ")");
  const auto* block = As<DoBlock>(statement);
  if (block != nullptr && text.find("pg_extension") != std::string::npos &&
      text.find("pgvector") != std::string::npos) {
    return "";  // asks for pgvector's version
  }
  return text;
}

struct Replay {
  Catalogue catalogue;
  BatchId batch{0};  // one per file
  std::size_t statements = 0;
  std::vector<std::string> not_modelled;
};

// What PostgreSQL refuses inside of a transaction block.
bool RunsOutside(const Statement& statement, const std::string& text) {
  if (As<DoBlock>(statement) != nullptr) return text.find("COMMIT;") != std::string::npos;
  if (const auto* create = As<CreateIndex>(statement)) return create->concurrently;
  if (const auto* drop = As<Drop>(statement)) return drop->concurrently;
  if (const auto* reindex = As<Reindex>(statement)) return reindex->concurrently;
  return false;
}

// Runs one file on both roads, in one transaction where that is possible. A server error that the
// fold did not foresee fails the test.
void RunFile(const MigrationFile& migration, ChunkRule chunks, Connection& connection,
             Replay& replay) {
  replay.batch = BatchId{static_cast<int>(replay.batch) + 1};
  Sources sources;
  const SourceFile& file = sources.Add(migration.name, migration.text);
  ParseOptions options;
  options.chunks = chunks;
  const ParsedFile parsed = Parse(file, options);
  for (const ParseProblem& problem : parsed.problems) {
    ADD_FAILURE() << migration.name << ": " << problem.message;
  }
  (void)connection.Exec("BEGIN");
  for (std::size_t at = 0; at < parsed.statements.size();) {
    const Statement& statement = parsed.statements[at];
    const std::string text(sources.Text(statement.span));
    if (RunsOutside(statement, text)) (void)connection.Exec("COMMIT");
    const std::string for_server = ForServer(statement, text);
    if (!for_server.empty()) {
      const QueryResult result = connection.Exec(for_server);
      if (!result.ok()) {
        ADD_FAILURE() << migration.name << ": the server says " << result.error->message << "\n"
                      << text.substr(0, 400);
      }
    }
    do {
      ApplyOutcome outcome = Apply(replay.catalogue, parsed.statements[at], replay.batch);
      for (const Conflict& conflict : outcome.conflicts) {
        ADD_FAILURE() << migration.name << ": the fold says " << conflict.message << "\n"
                      << sources.Text(parsed.statements[at].span).substr(0, 400);
      }
      if (outcome.not_modelled) {
        replay.not_modelled.push_back(migration.name + ": " + *outcome.not_modelled);
      }
      ++at;
      ++replay.statements;
    } while (at < parsed.statements.size() && parsed.statements[at].nesting.in_do_block);
  }
  (void)connection.Exec("COMMIT");
}

// The program's own reading of a database, as hoglint drift has it.
void CompareCatalogues(const PostgresServer& server, const Catalogue& fold) {
  const auto database = ConnectToDatabase({.url = server.ConnInfo("fold"), .given_by = "the test"});
  ASSERT_TRUE(database.has_value()) << database.error().message;
  const auto live = ReadLiveCatalogue(**database);
  ASSERT_TRUE(live.has_value()) << live.error().message;
  for (const Difference& difference : Diff(fold, *live, {})) {
    if (IsSpelling(difference)) continue;
    ADD_FAILURE() << "drift: " << DriftObjectName(difference) << ": " << difference.expected
                  << " in the fold, " << difference.actual << " in the database";
  }
}

void CompareOn(const PostgresServer& server, const Corpus& corpus) {
  const std::vector<MigrationFile> files = ReadCorpus(CorporaFolder() / corpus.folder);
  ASSERT_FALSE(files.empty()) << corpus.folder;
  ASSERT_TRUE(server.CreateDatabase("fold").ok());
  Result<Connection> connection = server.Connect("fold");
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  const QueryResult prelude =
      connection->Exec(std::string(corpus.server_prelude) + std::string(corpus.prelude));
  ASSERT_TRUE(prelude.ok()) << prelude.error->message;
  Replay replay;
  replay.catalogue = CatalogueAfter(corpus.prelude);
  for (const MigrationFile& file : files) RunFile(file, corpus.chunks, *connection, replay);
  const Result<SchemaLines> live = ReadSchema(*connection);
  ASSERT_TRUE(live.has_value()) << live.error().message;
  for (const std::string& line : CompareSchemas(*live, DescribeCatalogue(replay.catalogue))) {
    ADD_FAILURE() << line;
  }
  CompareCatalogues(server, replay.catalogue);

  std::cout << corpus.name << " on PostgreSQL " << server.major() << ": " << files.size()
            << " migrations, " << replay.statements << " statements, " << live->size()
            << " facts compared, " << replay.not_modelled.size() << " statements not modelled\n";
  for (const std::string& line : replay.not_modelled)
    std::cout << "  not modelled: " << line << "\n";
}

class FoldOracle : public ::testing::TestWithParam<int> {};

TEST_P(FoldOracle, EveryCorpusEqualsTheServer) {
  if (!std::filesystem::is_directory(CorporaFolder())) {
    GTEST_SKIP() << "no corpora at $HOGLINT_SHARED_DATA/corpora: nothing compared";
  }
  const std::vector<InstalledServer> servers = PostgresServer::FindServers();
  const auto found = std::ranges::find(servers, GetParam(), &InstalledServer::major);
  if (found == servers.end()) {
    GTEST_SKIP() << "no PostgreSQL " << GetParam() << " on this machine: nothing compared";
  }
  const auto server = PostgresServer::Start(*found);
  ASSERT_TRUE(server.has_value()) << server.error().message;
  for (const Corpus& corpus : Corpora()) {
    SCOPED_TRACE(corpus.name);
    CompareOn(**server, corpus);
  }
}

INSTANTIATE_TEST_SUITE_P(Servers, FoldOracle, ::testing::Values(15, 18),
                         [](const auto& server) { return "Pg" + std::to_string(server.param); });

}  // namespace
}  // namespace hoglint::testing
