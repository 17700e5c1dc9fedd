// One remedy of one finding, followed: what is wrong with it.
#ifndef HOGLINT_TESTS_ORACLE_REMEDY_CASE_H_
#define HOGLINT_TESTS_ORACLE_REMEDY_CASE_H_

#include <map>
#include <string>
#include <vector>

#include "tests/oracle/remedy_run.h"

namespace hoglint::testing {

// What was wrong, before reviewed exceptions.
struct RemedyProblem {
  std::string input;  // "drop-column/bad_kinds.sql"
  std::string rule;
  std::string kind;  // "form", "parse", "refused", "said again", "new error", "left"
  std::string text;
};

struct RemedyTally {
  int inputs = 0;
  int findings = 0;                         // with SQL
  int run = 0;                              // ways that were followed on the server
  int compared = 0;                         // whose end was compared with the statement's
  std::map<std::string, int> not_runnable;  // by reason
  std::map<std::string, int> no_history;    // inputs, by reason
  std::map<std::string, int> listed;        // new findings below an error: "rule because of rule"
};

struct RemedyInput {
  std::string name;
  std::vector<TextMigration> migrations;
  LintTextOptions options;
  bool is_real = false;   // a history that ran somewhere: what this server refuses of it is counted
  std::size_t every = 1;  // of the findings with SQL, so many are looked at
};

// Follows every remedy of the input on the server.
void CheckRemedies(const RemedyInput& input, const PostgresServer& server, RemedyTally& tally,
                   std::vector<RemedyProblem>& problems);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_REMEDY_CASE_H_
