#include "tests/agreement/fold_road.h"

#include <unistd.h>

#include <csignal>
#include <iterator>
#include <utility>

#include "lint/sql/parse.h"

namespace hoglint::agreement {
namespace {

std::string& Trail() {
  static std::string trail;
  return trail;
}

void WriteTrail(int signal) {
  const std::string& trail = Trail();
  (void)!write(STDERR_FILENO, trail.data(), trail.size());
  std::signal(signal, SIG_DFL);
  raise(signal);
}

// Also where the stack is full.
void Handle() {
  static char stack[64 << 10];
  const stack_t other = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
  sigaltstack(&other, nullptr);
  struct sigaction action = {};
  action.sa_handler = WriteTrail;
  action.sa_flags = SA_ONSTACK;
  sigaction(SIGABRT, &action, nullptr);
  sigaction(SIGSEGV, &action, nullptr);
}

}  // namespace

void BeginTrail() {
  Handle();
  Trail().clear();
}

FoldedStatement FoldOne(const Catalogue& before, const std::string& sql) {
  FoldedStatement folded{before, {}, {}};
  Trail() += sql + ";\n";
  Sources sources;
  const ParsedFile parsed = Parse(sources.Add("agreement.sql", sql), {});
  for (const ParseProblem& problem : parsed.problems) folded.not_modelled = problem.message;
  for (const Statement& statement : parsed.statements) {
    ApplyOutcome outcome = Apply(folded.after, statement, BatchId{0});
    std::ranges::move(outcome.conflicts, std::back_inserter(folded.conflicts));
    if (outcome.not_modelled) folded.not_modelled = std::move(*outcome.not_modelled);
  }
  return folded;
}

}  // namespace hoglint::agreement
