// `hoglint drift --against`: two databases of a real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr const char* kBoth = R"(
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL, mood mood DEFAULT 'sad');
CREATE INDEX users_email ON users (email);
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('a', 1);
)";

class AgainstTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto servers = PostgresServer::FindServers();
    if (servers.empty()) return;
    auto started = PostgresServer::Start(servers.back());
    ASSERT_TRUE(started) << started.error().message;
    server_ = *std::move(started);
  }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override {
    if (server_ == nullptr) GTEST_SKIP() << "no PostgreSQL server on this machine";
    for (const char* name : {"staging", "production"}) {
      ASSERT_TRUE(server_->CreateDatabase(name).ok());
      Exec(name, kBoth);
    }
  }

  static void Exec(const std::string& database, const std::string& sql) {
    auto session = server_->Connect(database);
    ASSERT_TRUE(session) << session.error().message;
    const auto done = session->Exec(sql);
    ASSERT_TRUE(done.ok()) << done.error->message;
  }

  // The exit code, then all that was printed.
  static std::string Compare(const std::string& first = "staging",
                             const std::string& second = "production") {
    const MemoryFileSystem files;
    const NoGit git;
    CliRunner runner(files, git, "/");
    const int code = runner.Run({"drift", "--database-url", server_->ConnInfo(first), "--against",
                                 server_->ConnInfo(second)});
    return std::to_string(code) + "\n" + runner.out.text() + runner.error.text();
  }

 private:
  inline static std::unique_ptr<PostgresServer> server_;
};

TEST_F(AgainstTest, EqualDatabasesHaveNoDifference) {
  EXPECT_THAT(Compare(), AllOf(HasSubstr("0\n"), HasSubstr("no difference"),
                               HasSubstr("schema: 2 tables compared")));
}

TEST_F(AgainstTest, SaysWhichOfThemHasWhat) {
  Exec("staging", "ALTER TABLE users ADD COLUMN name text; CREATE TABLE notes (id int);");
  Exec("production",
       "ALTER TYPE mood ADD VALUE 'angry'; ALTER TABLE users ALTER COLUMN email DROP NOT NULL;"
       "DROP INDEX users_email; CREATE VIEW names AS SELECT email FROM users;"
       "INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('b', 2);");
  const std::string said = Compare();
  EXPECT_THAT(
      said, AllOf(HasSubstr("1\n"), HasSubstr("[only-in-first]"), HasSubstr("column name of users"),
                  HasSubstr("table notes"), HasSubstr("index users_email of users")));
  EXPECT_THAT(said, AllOf(HasSubstr("[only-in-second]"), HasSubstr("view names"),
                          HasSubstr("[differs]"), HasSubstr("in the first,"),
                          HasSubstr("column email of users: not null in the first, null in")));
  EXPECT_THAT(said, HasSubstr("0 that only the first database has, 1 that only the second has"));
}

TEST_F(AgainstTest, BlamesTheDatabaseThatDoesNotAnswer) {
  EXPECT_THAT(Compare("staging", "nowhere"), AllOf(HasSubstr("2\n"), HasSubstr("--against: ")));
}

}  // namespace
}  // namespace hoglint::testing
