// syntax-error: PostgreSQL's grammar does not accept the file.
#include <string_view>

#include "lint/facts/breakpoints.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void Check(const MigrationFacts& facts, Findings& findings) {
  const SourceFile& file = facts.sources[facts.migration.file];
  const BreakpointCuts cuts(facts.migration, file);
  for (const ParseProblem& problem : facts.migration.parsed.problems) {
    // breakpoint-inside-statement says what is wrong there.
    if (cuts.Explain(problem)) continue;
    Finding& finding = findings.Add(problem.span, problem.message);
    finding.subject = problem.message;
    if (problem.span.begin == 0 && file.text().starts_with(kByteOrderMark)) {
      finding.effect =
          "the file begins with a byte order mark, which is no white space to PostgreSQL: it "
          "refuses "
          "the first statement, so the migration cannot run";
      finding.remedy = "save the file as UTF-8 without a byte order mark";
    } else if (problem.syntax) {
      finding.effect =
          "PostgreSQL refuses the statement, so the migration cannot run; hoglint has not checked "
          "it";
      finding.remedy = "correct the statement (the grammar is that of PostgreSQL 18)";
    } else {
      finding.effect = "PostgreSQL cannot read the file; hoglint has checked nothing in it";
      finding.remedy = "save the file as UTF-8 text";
    }
  }
}

}  // namespace

extern const Rule syntax_error{
    .id = "syntax-error",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "PostgreSQL cannot parse the migration",
    .effect =
        "The migration fails before it has done anything, and what does not parse cannot be "
        "checked for anything else either.",
    .remedy =
        "Correct the statement. hoglint reads with PostgreSQL 18's own grammar, so what it "
        "refuses, no server accepts.",
    .manual = "sql-syntax.html",
    .check = MigrationCheck{Check},
};

}  // namespace hoglint::rules
