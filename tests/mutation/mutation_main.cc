// Runs the unit tests against every mutant (mutant.h) of the rules that are linked with them, in
// one process per mutant that begins as a copy of this one. Started by mutate.mjs:
//
//   mutation_tests MUTANTS RESULTS [--gtest_filter=...]
//
// MUTANTS has lines "id rule_file_stem". First all tests run once without a mutant, to see which
// mutants each of them reaches; a mutant then meets only the tests that reach it, those of its own
// rule first. RESULTS gets lines "id state tests", where state is how it ended (see kStates) and
// tests how many reach it, and a line "test seconds name" for every test that was used.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/mutation/mutant.h"

namespace hoglint::mutant {

constexpr std::size_t kMaxMutants = 1U << 19U;
int alive = -1;
// Zero before any static object asks it something.
std::array<unsigned char, kMaxMutants> all_reached{};
unsigned char* reached = all_reached.data();

}  // namespace hoglint::mutant

namespace {

// Processor seconds; a test that takes longer is left out, and named.
constexpr double kSlowest = 3.0;
constexpr std::array kGolden = {".ReadsAsItsGoldenFile/", "/VariantsTest."};

// How a mutant ended; the exit codes of its process are the first of these.
enum State : int { kSurvived = 0, kByIntent, kByGolden, kByOther, kByCrash, kByTime, kUnreached };
constexpr std::array kStates = {"survived", "intent", "golden",   "other",
                                "crash",    "time",   "unreached"};

struct Test {
  std::string name;
  double seconds = 0;
  bool failed = false;
};

struct Mutant {
  std::size_t id = 0;
  std::string rule;
  std::vector<std::size_t> tests;  // those that reach it
  State state = kUnreached;
};

// Notes for each test how long it took and which mutants it reached.
class Recorder : public ::testing::EmptyTestEventListener {
 public:
  explicit Recorder(std::vector<Mutant>& mutants) : mutants_(mutants) {}

  [[nodiscard]] const std::vector<Test>& tests() const { return tests_; }

 private:
  void OnTestStart(const ::testing::TestInfo& /*info*/) override {
    hoglint::mutant::all_reached.fill(0);
    start_ = std::clock();
  }

  void OnTestEnd(const ::testing::TestInfo& info) override {
    // Of the processor: whatever else the machine does, the same tests are used.
    const double seconds = static_cast<double>(std::clock() - start_) / CLOCKS_PER_SEC;
    const bool failed = info.result()->Failed();
    const std::string name = std::string(info.test_suite_name()) + "." + info.name();
    if (failed || seconds > kSlowest) {
      std::cerr << "mutate: left out, since it " << (failed ? "fails" : "is slow")
                << " without a mutant: " << name << '\n';
      return;
    }
    bool used = false;
    for (Mutant& mutant : mutants_) {
      if (hoglint::mutant::all_reached[mutant.id] == 0) continue;
      mutant.tests.push_back(tests_.size());
      used = true;
    }
    if (used) tests_.push_back({name, seconds, failed});
  }

  std::vector<Mutant>& mutants_;
  std::vector<Test> tests_;
  std::clock_t start_ = 0;
};

// True when one of the tests fails; the rest is then not run.
bool AnyFails(const std::vector<std::string>& names) {
  if (names.empty()) return false;
  std::string filter;
  for (const std::string& name : names) filter += name + ":";
  ::testing::GTEST_FLAG(filter) = filter;
  return RUN_ALL_TESTS() != 0;
}

// False for tests of other rules that say nothing of this one: what is about one rule alone, the
// lines of a fixture, which its golden file has too, and what needs a repository, which is slow.
bool IsAbout(const std::string& test, bool own) {
  constexpr std::array kOfOneRule = {"/VariantsTest.", "/SubjectTest.", ".ReportsWhatItsLinesSay/",
                                     "CommitsTest."};
  return own || std::ranges::none_of(kOfOneRule, [&](const char* part) {
           return test.find(part) != std::string::npos;
         });
}

// A mutant's process: its exit code is the state.
[[noreturn]] void RunTests(const Mutant& mutant, const std::vector<Test>& tests) {
  std::vector<std::string> intent;
  std::vector<std::string> golden;
  std::vector<std::string> others;
  double seconds = 0;
  for (const std::size_t index : mutant.tests) {
    const Test& test = tests[index];
    const bool own =
        mutant.rule.empty() || test.name.find("/" + mutant.rule + "_") != std::string::npos;
    if (!IsAbout(test.name, own)) continue;
    seconds += test.seconds;
    const bool is_golden = std::ranges::any_of(
        kGolden, [&](const char* part) { return test.name.find(part) != std::string::npos; });
    (!own ? others : is_golden ? golden : intent).push_back(test.name);
  }
  // Both clocks: a mutant may loop, or wait for something that never comes.
  const auto cpu = static_cast<rlim_t>(5 + 3 * seconds);
  const rlimit limit{cpu, cpu + 1};
  setrlimit(RLIMIT_CPU, &limit);
  const rlimit memory{3UL << 30U, 3UL << 30U};
  setrlimit(RLIMIT_AS, &memory);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  alarm(static_cast<unsigned>(30 + 10 * seconds));
  dup2(STDOUT_FILENO, STDERR_FILENO);  // what a failed assertion says is for the log
  hoglint::mutant::alive = static_cast<int>(mutant.id);
  ::testing::GTEST_FLAG(fail_fast) = true;
  State state = kSurvived;
  if (AnyFails(intent)) {
    state = kByIntent;
  } else if (AnyFails(golden)) {
    state = kByGolden;
  } else if (AnyFails(others)) {
    state = kByOther;
  }
  _exit(state);
}

State StateOf(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) <= kByOther) {
    return static_cast<State>(WEXITSTATUS(status));
  }
  const bool out_of_time =
      WIFSIGNALED(status) && (WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU);
  return out_of_time ? kByTime : kByCrash;
}

// Runs all mutants that a test reaches, as many at a time as there are processors.
void RunMutants(std::vector<Mutant>& mutants, const std::vector<Test>& tests) {
  std::map<pid_t, Mutant*> running;
  std::size_t done = 0;
  const auto wait_for_one = [&] {
    int status = 0;
    const pid_t pid = wait(&status);
    const auto found = running.find(pid);
    if (found == running.end()) return;
    found->second->state = StateOf(status);
    running.erase(found);
  };
  for (Mutant& mutant : mutants) {
    if (++done % 500 == 0) std::cerr << "mutate: " << done << " of " << mutants.size() << '\n';
    if (mutant.tests.empty()) continue;
    while (running.size() >= std::max(1U, std::thread::hardware_concurrency())) wait_for_one();
    const pid_t pid = fork();
    if (pid == 0) RunTests(mutant, tests);
    if (pid < 0) {
      std::cerr << "mutate: fork: " << std::strerror(errno) << '\n';
      std::exit(2);
    }
    running.emplace(pid, &mutant);
  }
  while (!running.empty()) wait_for_one();
}

std::vector<Mutant> ReadMutants(const char* path) {
  std::vector<Mutant> mutants;
  std::ifstream file(path);
  Mutant mutant;
  while (file >> mutant.id >> mutant.rule) {
    if (mutant.id < hoglint::mutant::kMaxMutants) mutants.push_back(mutant);
  }
  return mutants;
}

// True when all tests that are used pass in such a process without a mutant: else a death would
// mean nothing.
bool PassWithoutMutant(const std::vector<Test>& tests) {
  std::vector<Mutant> none(1);
  none.front().id = hoglint::mutant::kMaxMutants;
  for (std::size_t i = 0; i < tests.size(); ++i) none.front().tests.push_back(i);
  RunMutants(none, tests);
  return none.front().state == kSurvived;
}

}  // namespace

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  if (argc != 3) {
    std::cerr << "mutation_tests MUTANTS RESULTS [--gtest_filter=...]\n";
    return 2;
  }
  std::vector<Mutant> mutants = ReadMutants(argv[1]);
  std::ofstream results(argv[2]);
  auto& listeners = ::testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  auto* recorder = new Recorder(mutants);  // NOLINT: googletest deletes it
  listeners.Append(recorder);
  if (RUN_ALL_TESTS() != 0) std::cerr << "mutate: some tests fail without a mutant\n";
  listeners.Release(recorder);
  if (recorder->tests().empty() || !PassWithoutMutant(recorder->tests())) {
    std::cerr << "mutate: the tests fail in a second process without a mutant\n";
    return 2;
  }
  RunMutants(mutants, recorder->tests());
  if (!PassWithoutMutant(recorder->tests())) {
    std::cerr << "mutate: the tests fail now: what they read has changed meanwhile\n";
    return 2;
  }
  for (const Mutant& mutant : mutants) {
    results << mutant.id << ' ' << kStates[static_cast<std::size_t>(mutant.state)] << ' '
            << mutant.tests.size() << '\n';
  }
  for (const Test& test : recorder->tests()) {
    results << "test " << test.seconds << ' ' << test.name << '\n';
  }
  delete recorder;
  return results.good() ? 0 : 2;
}
