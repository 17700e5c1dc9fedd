#include "tests/oracle/observe_all.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "tests/oracle/observer.h"
#include "tests/support/postgres_server.h"

namespace hoglint::oracle {
namespace {

using testing::PostgresServer;

// One server and what was seen on it; filled by one thread.
struct Run {
  std::unique_ptr<PostgresServer> server;
  std::vector<Observation> observations;  // in the order of the cases
  std::optional<Error> error;
};

void Observe(const Setup& setup, const std::vector<Case>& cases, Run& run) {
  const std::string version = "PostgreSQL " + std::to_string(run.server->major());
  Result<std::unique_ptr<Observer>> observer = Observer::Create(*run.server, setup);
  if (!observer) {
    run.error = Error{version + ": " + observer.error().message};
    return;
  }
  for (const Case& one : cases) {
    Result<Observation> observation = (*observer)->Observe(one);
    if (!observation) {
      // Not an outcome: it has no SQLSTATE. UnexpectedOutcomes reports it with the others.
      Observation broken;
      broken.error = testing::SqlError{"", observation.error().message};
      observation = broken;
    }
    run.observations.push_back(std::move(*observation));
  }
}

}  // namespace

Result<Recordings> ObserveAll(const std::filesystem::path& oracle_folder,
                              const std::vector<Case>& cases, int only_major) {
  Result<Setup> setup = LoadSetup(oracle_folder);
  if (!setup) return setup.error();
  std::vector<Run> runs;
  for (const auto& installed : PostgresServer::FindServers()) {
    if (installed.major < kFirstMajor || installed.major > kLastMajor) continue;
    if (only_major != 0 && installed.major != only_major) continue;
    // All are started by this thread, which outlives them (see PostgresServer).
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::Start(installed);
    if (!server) return server.error();
    runs.push_back({std::move(*server), {}, std::nullopt});
  }
  std::vector<std::thread> threads;
  for (Run& run : runs) threads.emplace_back([&] { Observe(*setup, cases, run); });
  for (std::thread& thread : threads) thread.join();

  Recordings recordings;
  for (const Run& run : runs) {
    if (run.error) return *run.error;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      recordings[cases[i].id][run.server->major()] = run.observations[i];
    }
  }
  return recordings;
}

std::vector<std::string> UnexpectedOutcomes(const std::vector<Case>& cases,
                                            const Recordings& observed) {
  std::vector<std::string> lines;
  for (const Case& one : cases) {
    const auto found = observed.find(one.id);
    if (found == observed.end()) continue;
    for (const auto& [major, observation] : found->second) {
      const std::string where = one.file + ".sql:" + std::to_string(one.line) + ": " + one.id +
                                " on " + std::to_string(major);
      const auto& error = observation.error;
      if (error && (error->sqlstate.empty() || one.ExpectedToSucceed(major))) {
        lines.push_back(where + " fails: " + error->sqlstate + " " + error->message);
      } else if (!error && !one.ExpectedToSucceed(major)) {
        lines.push_back(where + " succeeds, which was not expected");
      } else if (error && one.fails.at(major) != kAnyError &&
                 error->sqlstate != one.fails.at(major)) {
        lines.push_back(where + " fails with " + error->sqlstate + " " + error->message +
                        " instead of " + one.fails.at(major));
      }
      if (one.alone && !error && !observation.transaction_error) {
        lines.push_back(where + " also runs in a transaction");
      }
    }
  }
  return lines;
}

std::vector<std::string> Differences(const std::vector<Case>& cases, const Recordings& recorded,
                                     const Recordings& observed) {
  std::vector<std::string> lines;
  for (const Case& one : cases) {
    const auto now = observed.find(one.id);
    if (now == observed.end()) continue;
    const auto then = recorded.find(one.id);
    for (const auto& [major, observation] : now->second) {
      std::vector<std::string> before;
      if (then != recorded.end() && then->second.contains(major)) {
        before = RenderCase(one.id, {{major, then->second.at(major)}});
      }
      const std::vector<std::string> after = RenderCase(one.id, {{major, observation}});
      for (const std::string& line : before) {
        if (std::ranges::find(after, line) == after.end()) lines.push_back("-" + line);
      }
      for (const std::string& line : after) {
        if (std::ranges::find(before, line) == before.end()) lines.push_back("+" + line);
      }
    }
  }
  return lines;
}

}  // namespace hoglint::oracle
