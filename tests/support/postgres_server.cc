#include "tests/support/postgres_server.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <thread>
#include <utility>

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

// Whom servers run as. `switch_user` is false when the tests do not run as root.
struct Account {
  bool switch_user = false;
  uid_t uid = 0;
  gid_t gid = 0;
};

std::optional<Account> ServerAccount() {
  if (geteuid() != 0) return Account{false, geteuid(), getegid()};
  for (const char* name : {"postgres", "nobody"}) {
    if (const passwd* entry = getpwnam(name)) return Account{true, entry->pw_uid, entry->pw_gid};
  }
  return std::nullopt;
}

// Starts a program with both outputs appended to `log`, in the folder of `log`; -1 on failure.
pid_t Spawn(const Account& account, const std::vector<std::string>& command, const fs::path& log) {
  std::vector<char*> argv;
  for (const std::string& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  // A fixed environment: PGDATA, LC_* or TZ of the developer must not change what is observed.
  std::vector<std::string> settings = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"};
  if (const char* path = std::getenv("LD_LIBRARY_PATH")) {
    settings.push_back(std::string("LD_LIBRARY_PATH=") + path);
  }
  std::vector<char*> environment;
  for (std::string& setting : settings) environment.push_back(setting.data());
  environment.push_back(nullptr);
  const std::string folder = log.parent_path();

  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child != 0) return child;
  // Only async-signal-safe calls from here on: the test may have threads.
  if (chdir(folder.c_str()) != 0) _exit(126);
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  const int null = open("/dev/null", O_RDONLY);
  if (out < 0 || null < 0) _exit(126);
  if (dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0) _exit(126);
  // Its own process group, so that Ctrl-C reaches the test alone, which then stops the server.
  setpgid(0, 0);
  if (account.switch_user &&
      (setgroups(0, nullptr) != 0 || setgid(account.gid) != 0 || setuid(account.uid) != 0)) {
    _exit(126);
  }
  // After setuid, which would clear it. SIGQUIT is PostgreSQL's immediate shutdown.
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (getppid() != parent) _exit(126);
  execve(argv[0], argv.data(), environment.data());
  _exit(127);
}

std::string ReadTail(const fs::path& path, std::size_t bytes) {
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), {});
  return text.size() > bytes ? text.substr(text.size() - bytes) : text;
}

// Where clusters live. Not under the build folder: the path of a unix socket may have 107 bytes at
// most. Memory where there is enough of it: a database is made ten times as fast as on a disk.
fs::path ParentFolder() {
  struct statvfs space = {};
  if (std::getenv("TMPDIR") == nullptr && access("/dev/shm", W_OK) == 0 &&
      statvfs("/dev/shm", &space) == 0 && space.f_bavail * space.f_frsize > (1UL << 31)) {
    return "/dev/shm";
  }
  return fs::temp_directory_path();
}

bool IsProgram(const fs::path& path) { return access(path.c_str(), X_OK) == 0; }

void AddServers(const fs::path& folder, std::map<int, fs::path>& found) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename();
    int major = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), major);
    if (error != std::errc() || end != name.data() + name.size()) continue;
    const fs::path bin = entry.path() / "bin";
    if (IsProgram(bin / "initdb") && IsProgram(bin / "postgres")) found.try_emplace(major, bin);
  }
}

QueryResult NoConnection(const Error& error) {
  QueryResult result;
  result.error = SqlError{"", error.message};
  return result;
}

std::string QuotedIdentifier(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

// A value of libpq's keyword/value strings.
std::string ConnInfoValue(const std::string& value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace

std::vector<InstalledServer> PostgresServer::FindServers() {
  std::map<int, fs::path> found;  // The first folder that has a major version wins.
  if (const char* folder = std::getenv("HOGLINT_POSTGRES_DIR")) AddServers(folder, found);
  const char* source = std::getenv("HOGLINT_SOURCE_DIR");
  AddServers(fs::path(source == nullptr ? "." : source) / ".deps" / "servers", found);
  AddServers("/usr/lib/postgresql", found);
  std::vector<InstalledServer> servers;
  for (auto& [major, bin] : found) servers.push_back({major, fs::absolute(bin)});
  return servers;
}

Result<std::unique_ptr<PostgresServer>> PostgresServer::Start(const InstalledServer& installed,
                                                              int port) {
  const std::optional<Account> account = ServerAccount();
  if (!account) return Error{"PostgreSQL refuses to run as root, and there is no other account"};
  std::string pattern = ParentFolder() / "hoglint-pg-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) return Error{"cannot make a folder like " + pattern};
  std::unique_ptr<PostgresServer> server(new PostgresServer(installed, pattern));
  server->port_ = port;
  if (account->switch_user && chown(pattern.c_str(), account->uid, account->gid) != 0) {
    return Error{"cannot give " + pattern + " to the account that runs PostgreSQL"};
  }
  if (Result<bool> done = server->InitDb(); !done) return done.error();
  if (Result<bool> done = server->Launch(); !done) return done.error();
  return server;
}

Result<bool> PostgresServer::InitDb() {
  const pid_t child = Spawn(
      *ServerAccount(),
      {installed_.bin / "initdb", "--pgdata=" + (folder_ / "data").string(), "--username=postgres",
       "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"},
      folder_ / "log");
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    return Error{"initdb of PostgreSQL " + std::to_string(major()) + " failed:\n" + LogTail()};
  }
  return true;
}

Result<bool> PostgresServer::Launch() {
  std::vector<std::string> command = {installed_.bin / "postgres", "-D", folder_ / "data"};
  std::vector<std::string> settings = {
      port_ == 0 ? "listen_addresses=" : "listen_addresses=127.0.0.1",
      "unix_socket_directories=" + folder_.string(),
      "timezone=UTC",
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
      "shared_buffers=64MB",
      "max_connections=30",
      "autovacuum=off",
      "jit=off",
      // Scans of parallel workers would be counted in their sessions instead of ours.
      "max_parallel_workers_per_gather=0",
      "max_parallel_maintenance_workers=0",
      // A whole migration history in one transaction holds thousands of locks.
      "max_locks_per_transaction=2048",
  };
  if (port_ != 0) settings.push_back("port=" + std::to_string(port_));
  if (major() >= 18) settings.push_back("io_method=sync");
  for (const std::string& setting : settings) {
    command.push_back("-c");
    command.push_back(setting);
  }
  process_ = Spawn(*ServerAccount(), command, folder_ / "log");
  if (process_ < 0) return Error{"cannot fork"};
  const auto deadline = steady_clock::now() + std::chrono::seconds(60);
  while (steady_clock::now() < deadline) {
    if (Connect()) return true;
    int status = 0;
    if (waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return Error{"PostgreSQL " + std::to_string(major()) + " does not start:\n" + LogTail()};
}

PostgresServer::~PostgresServer() {
  if (process_ > 0) {
    // Immediate shutdown: nothing of this cluster is worth a checkpoint.
    kill(process_, SIGQUIT);
    const auto deadline = steady_clock::now() + std::chrono::seconds(10);
    while (waitpid(process_, nullptr, WNOHANG) == 0) {
      if (steady_clock::now() > deadline) kill(process_, SIGKILL);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string PostgresServer::ConnInfo(const std::string& database) const {
  return "host=" + ConnInfoValue(folder_) + " user=postgres dbname=" + ConnInfoValue(database) +
         (port_ == 0 ? "" : " port=" + std::to_string(port_)) + " application_name=hoglint_test";
}

Result<Connection> PostgresServer::Connect(const std::string& database) const {
  return Connection::Open(ConnInfo(database));
}

QueryResult PostgresServer::CreateDatabase(const std::string& name, const std::string& from) const {
  if (QueryResult dropped = DropDatabase(name); !dropped.ok()) return dropped;
  Result<Connection> connection = Connect();
  if (!connection) return NoConnection(connection.error());
  return connection->Exec("CREATE DATABASE " + QuotedIdentifier(name) + " TEMPLATE " +
                          QuotedIdentifier(from) + (major() >= 15 ? " STRATEGY file_copy" : ""));
}

QueryResult PostgresServer::DropDatabase(const std::string& name) const {
  Result<Connection> connection = Connect();
  if (!connection) return NoConnection(connection.error());
  return connection->Exec("DROP DATABASE IF EXISTS " + QuotedIdentifier(name) + " WITH (FORCE)");
}

std::string PostgresServer::LogTail(std::size_t bytes) const {
  return ReadTail(folder_ / "log", bytes);
}

}  // namespace hoglint::testing
