// Everything that keeps hoglint drift from looking at a database, on real servers: each its own
// sentence, exit code 2, and no password anywhere.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "checker/live/connection.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/postgres_server.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kPassword = "hunter2";

int FreePort() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  ::sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::socklen_t size = sizeof address;
  int port = 0;
  if (::bind(listener, reinterpret_cast<::sockaddr*>(&address), size) == 0 &&
      ::getsockname(listener, reinterpret_cast<::sockaddr*>(&address), &size) == 0) {
    port = ntohs(address.sin_port);
  }
  ::close(listener);
  return port;
}

struct Said {
  int code = 0;
  std::string out, error;
};

// `hoglint drift` in a project with one migration.
Said Drift(const std::string& url) {
  MemoryFileSystem files;
  files.AddFile("/p/drizzle/meta/_journal.json",
                R"({"version":"7","dialect":"postgresql","entries":[
                    {"idx":0,"version":"7","when":1000,"tag":"0000_a","breakpoints":true}]})");
  files.AddFile("/p/drizzle/0000_a.sql", "CREATE TABLE a (id integer);\n");
  const NoGit git;
  CliRunner runner(files, git, "/p");
  runner.variables["DATABASE_URL"] = url;
  Said said;
  said.code = runner.Run({"drift", "drizzle"});
  said.out = runner.out.text();
  said.error = runner.error.text();
  return said;
}

void ExpectRefusal(const std::string& url, const std::string& sentence) {
  const Said said = Drift(url);
  EXPECT_EQ(said.code, 2) << url << said.out;
  EXPECT_THAT(said.out, IsEmpty()) << url;
  EXPECT_THAT(said.error, AllOf(HasSubstr(sentence), Not(HasSubstr(kPassword)))) << url;
}

class DriftConnectionOracle : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    const std::vector<InstalledServer> servers = PostgresServer::FindServers();
    const auto found = std::ranges::find(servers, GetParam(), &InstalledServer::major);
    if (found == servers.end()) {
      GTEST_SKIP() << "no PostgreSQL " << GetParam() << " on this machine: nothing tried";
    }
    port_ = FreePort();
    auto server = PostgresServer::Start(*found, port_);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    server_ = *std::move(server);
    ASSERT_TRUE(server_->CreateDatabase("app").ok());
    auto session = server_->Connect("app");
    ASSERT_TRUE(session.has_value()) << session.error().message;
    session_ = std::make_unique<Connection>(*std::move(session));
  }

  void Exec(const std::string& sql) {
    const QueryResult result = session_->Exec(sql);
    ASSERT_TRUE(result.ok()) << result.error->message << " in " << sql;
  }

  // The superuser of the tests keeps its socket.
  void LetIn(const std::string& lines) {
    const std::string path = session_->Query("SHOW hba_file").Scalar();
    std::ofstream(path) << "local all postgres trust\n" << lines;
    Exec("SELECT pg_reload_conf()");
    // The postmaster reads it when it comes to it.
    const std::string now = "SELECT pg_conf_load_time() > clock_timestamp() - interval '5 s'";
    for (int i = 0; i < 100 && session_->Query(now).Scalar() != "t"; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }

  [[nodiscard]] std::string Url(const std::string& user, const std::string& rest = "/app") const {
    return fmt::format("postgresql://{}@127.0.0.1:{}{}", user, port_, rest);
  }

  int port_ = 0;
  std::unique_ptr<PostgresServer> server_;
  std::unique_ptr<Connection> session_;
};

TEST_P(DriftConnectionOracle, EveryRefusalHasItsSentence) {
  Exec(fmt::format(
      "SET password_encryption = 'scram-sha-256';"
      "CREATE ROLE app LOGIN PASSWORD '{}'; CREATE ROLE sleeper;"
      "CREATE ROLE crowd LOGIN CONNECTION LIMIT 0; CREATE ROLE guest LOGIN;"
      "REVOKE CONNECT ON DATABASE app FROM PUBLIC; GRANT CONNECT ON DATABASE app TO app",
      kPassword));
  LetIn(
      "host all app,ghost 127.0.0.1/32 scram-sha-256\n"
      "host all sleeper,crowd,guest,nobody_here 127.0.0.1/32 trust\n"
      "host all outlaw 127.0.0.1/32 reject\n");
  const std::string good = fmt::format("app:{}", kPassword);
  const std::string bad = fmt::format("app:{}x", kPassword);
  ExpectRefusal(Url(bad), "the server refuses the password, or has no such role");
  ExpectRefusal(Url("ghost:" + std::string(kPassword)),
                "the server refuses the password, or has no such role");
  ExpectRefusal(Url("app"), "the server wants a password, and none was given");
  ExpectRefusal(Url("nobody_here"), "there is no such role");
  ExpectRefusal(Url("sleeper"), "this role may not log in");
  ExpectRefusal(Url("stranger:" + std::string(kPassword)),
                "the server's pg_hba.conf lets this role");
  ExpectRefusal(Url("outlaw"), "the server's pg_hba.conf lets this role");
  ExpectRefusal(Url("guest"), "this role may not connect to that database");
  ExpectRefusal(Url("crowd", "/postgres"), "the server has no connection left");
  ExpectRefusal(Url(good, "/nowhere"), "there is no such database");
  ExpectRefusal(Url(good, "/app?sslmode=require"),
                "TLS: the connection string asks for it, and the server has none");
  ExpectRefusal(Url(good, "/app?sslmode=nonsense"),
                "TLS: the connection string's sslmode is none that libpq knows");

  // Nothing of it is the connection's fault.
  const Said said = Drift(Url(good));
  EXPECT_EQ(said.code, 0) << said.error;
  EXPECT_THAT(said.out, AllOf(HasSubstr("0000_a"), Not(HasSubstr(kPassword))));

  // Case 12: nothing listens. Hogsend's probe calls it "all pending"; it is "could not look".
  const int port = port_;
  session_.reset();
  server_.reset();
  ExpectRefusal(fmt::format("postgresql://{}@127.0.0.1:{}/app", good, port),
                "nothing listens there");
}

// SIGSTOP in the middle of a query: its own statement_timeout cannot end it.
TEST_P(DriftConnectionOracle, AServerThatFreezesInAQueryIsGivenUp) {
  const auto database = ConnectToDatabase(
      {.url = server_->ConnInfo("app"), .given_by = "the test", .statement_seconds = 1});
  ASSERT_TRUE(database.has_value()) << database.error().message;
  const auto pid = (*database)->Read({"the test", "SELECT pg_backend_pid()"});
  ASSERT_TRUE(pid.has_value());
  const ::pid_t backend = std::stoi(pid->rows[0][0].value_or("0"));
  ASSERT_GT(backend, 1);
  std::thread freezer([backend] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    ::kill(backend, SIGSTOP);
  });
  const auto begin = std::chrono::steady_clock::now();
  const auto rows = (*database)->Read({"the ledger", "SELECT pg_sleep(0.8)"});
  const auto taken = std::chrono::steady_clock::now() - begin;
  freezer.join();
  ::kill(backend, SIGCONT);
  ASSERT_FALSE(rows.has_value());
  EXPECT_THAT(rows.error().message, AllOf(HasSubstr("cannot read the ledger of database app"),
                                          HasSubstr("the server has been silent for 6 seconds")));
  EXPECT_LT(taken, std::chrono::seconds(20));
  // It answers again, and what it says belongs to nobody's question.
  EXPECT_FALSE((*database)->Read({"the ledger", "SELECT 1"}).has_value());
}

INSTANTIATE_TEST_SUITE_P(Servers, DriftConnectionOracle, ::testing::Values(15, 18),
                         [](const auto& server) { return "Pg" + std::to_string(server.param); });

// A server on a socket that refuses whoever comes, in words of its own.
class RefusingServer {
 public:
  RefusingServer(const std::string& sqlstate, const std::string& words) {
    std::string body;
    for (const char* field : {"SFATAL", "VFATAL"}) body += std::string(field) + '\0';
    body += "C" + sqlstate + '\0' + "M" + words + '\0' + '\0';
    const auto size = static_cast<std::uint32_t>(body.size() + 4);
    answer_ = "E";
    for (const int shift : {24, 16, 8, 0}) answer_ += static_cast<char>(size >> shift & 0xFF);
    answer_ += body;
    const std::string path = folder_ / ".s.PGSQL.5999";
    ::sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, std::begin(address.sun_path));
    listener_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (::bind(listener_, reinterpret_cast<::sockaddr*>(&address), sizeof address) == 0 &&
        ::listen(listener_, 4) == 0) {
      thread_ = std::thread([this] { Serve(); });
    }
  }
  ~RefusingServer() {
    ::shutdown(listener_, SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
    ::close(listener_);
  }
  RefusingServer(const RefusingServer&) = delete;
  RefusingServer& operator=(const RefusingServer&) = delete;

  [[nodiscard]] std::string Url() const {
    return fmt::format("host={} port=5999 user=app password={} dbname=app", folder_.path(),
                       kPassword);
  }

 private:
  void Serve() const {
    while (true) {
      const int guest = ::accept(listener_, nullptr, nullptr);
      if (guest < 0) return;
      std::array<char, 1024> startup{};
      if (::read(guest, startup.data(), startup.size()) > 0) {
        (void)!::write(guest, answer_.data(), answer_.size());
      }
      ::close(guest);
    }
  }

  TempFolder folder_;
  std::string answer_;
  int listener_ = -1;
  std::thread thread_;
};

// Most servers of distributions speak their machine's language; the SQLSTATE is the same in all.
TEST(DriftConnection, AServerOfAnotherLanguageIsUnderstood) {
  const std::vector<std::array<std::string, 3>> cases = {
      {"28P01", "Passwort-Authentifizierung für Benutzer »app« fehlgeschlagen",
       "the server refuses the password, or has no such role"},
      {"3D000", "la base de données « app » n'existe pas", "there is no such database"},
      {"28000", "no existe el rol «SSL»", "the server does not let this role in"},
      {"42501", "keine Berechtigung für Datenbank »app«",
       "this role may not connect to that database"},
      {"53300", "tut mir leid, schon zu viele Verbindungen", "the server has no connection left"},
      {"57P03", "das Datenbanksystem startet", "the server is starting up, shutting down"},
  };
  for (const auto& [sqlstate, words, sentence] : cases) {
    const RefusingServer server(sqlstate, words);
    ExpectRefusal(server.Url(), sentence);
    EXPECT_THAT(Drift(server.Url()).error, HasSubstr(words));
  }
}

// It takes connections and says nothing.
TEST(DriftConnection, ASilentServerIsGivenUp) {
  const TempFolder folder;
  const std::string path = folder / ".s.PGSQL.5999";
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_GE(listener, 0);
  ::sockaddr_un address{};
  address.sun_family = AF_UNIX;
  ASSERT_LT(path.size(), sizeof address.sun_path);
  std::ranges::copy(path, std::begin(address.sun_path));
  ASSERT_EQ(::bind(listener, reinterpret_cast<::sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(::listen(listener, 4), 0);
  const auto database = ConnectToDatabase({.url = fmt::format("host={} port=5999", folder.path()),
                                           .given_by = "the test",
                                           .connect_seconds = 2});
  ::close(listener);
  ASSERT_FALSE(database.has_value());
  EXPECT_THAT(database.error().message, HasSubstr("no answer in time"));
}

// PgBouncer in front of a real server; stopped with the object.
class Pooler {
 public:
  Pooler(const PostgresServer& server, const std::string& program, const std::string& mode) {
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
    folder_.Write("pooler.ini",
                  fmt::format("[databases]\napp = {}\n"
                              "[pgbouncer]\nlisten_addr =\nlisten_port = 6999\n"
                              "unix_socket_dir = {}\nauth_type = any\npool_mode = {}\n"
                              "default_pool_size = 1\nlogfile = {}/log\npidfile =\n",
                              server.ConnInfo("app"), folder_.path(), mode, folder_.path()));
    std::string ini = folder_ / "pooler.ini";
    std::vector<std::string> words = {program, "-q"};
    if (::geteuid() == 0)
      words.insert(
          words.end(),
          {"-u", ::getpwnam("postgres") == nullptr ? "nobody" : "postgres"});  // the server's
    words.push_back(ini);
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    if (::posix_spawn(&process_, program.c_str(), nullptr, nullptr, argv.data(), environ) != 0) {
      process_ = -1;
    }
    const std::string socket = folder_ / ".s.PGSQL.6999";
    for (int i = 0; i < 250 && !std::filesystem::exists(socket); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  ~Pooler() {
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }
  Pooler(const Pooler&) = delete;
  Pooler& operator=(const Pooler&) = delete;

  [[nodiscard]] std::string Url(const std::string& database) const {
    return fmt::format("host={} port=6999 user=postgres password={} dbname={}", folder_.path(),
                       kPassword, database);
  }

 private:
  TempFolder folder_;
  ::pid_t process_ = -1;
};

TEST_P(DriftConnectionOracle, APoolerInTransactionModeIsAsGoodAsTheServer) {
  const char* named = std::getenv("HOGLINT_PGBOUNCER");
  const std::string program = named == nullptr ? "/usr/sbin/pgbouncer" : named;
  if (::access(program.c_str(), X_OK) != 0) GTEST_SKIP() << "no pgbouncer on this machine";
  {
    const Pooler pooler(*server_, program, "transaction");
    // Twice, and another's transaction in between on the same session of the server.
    for (int i = 0; i < 2; ++i) {
      const Said said = Drift(pooler.Url("app"));
      EXPECT_EQ(said.code, 0) << said.error;
      EXPECT_THAT(said.out, HasSubstr("pending"));
      auto other = Connection::Open(pooler.Url("app"));
      ASSERT_TRUE(other.has_value()) << other.error().message;
      // What the transaction set went with it.
      EXPECT_EQ(other->Query("SHOW transaction_read_only").Scalar(), "off");
      EXPECT_EQ(other->Query("SHOW search_path").Scalar(), "\"$user\", public");
      EXPECT_EQ(other->Query("SHOW statement_timeout").Scalar(), "0");
    }
    ExpectRefusal(pooler.Url("unknown"), "the pooler in between knows no such database");
  }
  const Pooler pooler(*server_, program, "statement");
  ExpectRefusal(pooler.Url("app"), "a pooler in transaction mode is fine, one in statement mode");
}

}  // namespace
}  // namespace hoglint::testing
