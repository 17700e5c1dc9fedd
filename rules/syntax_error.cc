// syntax-error: PostgreSQL's grammar does not accept the file.
#include <string>
#include <string_view>

#include "lint/facts/breakpoints.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Only psql takes it. Whether psql runs the file, no file says.
void ExplainCommand(Finding& finding) {
  finding.level = Level::kNote;
  finding.effect = "a program that sends it to the server as it is gets a syntax error there";
  finding.remedy = "nothing, where psql runs the file; else take the line out";
  finding.group = "psql";
  finding.group_label = "and " + finding.message.substr(0, finding.message.find(' '));
}

// What is not for the grammar to refuse: bytes, depth, and a file of errors. What is said of depth
// was seen on PostgreSQL 15: 5,000 additions in a row exceed max_stack_depth's default of 2 MB.
void ExplainUnread(const ParsedFile& parsed, const ParseProblem& problem, Finding& finding) {
  if (problem.message.ends_with("is a command of psql's")) {
    ExplainCommand(finding);
  } else if (problem.message.starts_with("the statement nests too deeply")) {
    finding.effect =
        "PostgreSQL goes down as many levels and stops (\"stack depth limit exceeded\", at the "
        "default max_stack_depth from about 5,000 levels on); hoglint has not checked the "
        "statement";
    finding.remedy =
        "write it flat: a list (IN, VALUES, ARRAY) instead of a chain of operators, or several "
        "statements";
  } else if (parsed.chunks.empty()) {
    finding.effect = "PostgreSQL cannot read the file; hoglint has checked nothing in it";
    finding.remedy = "save the file as UTF-8 text";
  } else {
    finding.effect = "hoglint has not checked these bytes";
    finding.remedy = "correct what is reported before them, then check again";
  }
}

// Backticks quote names in MySQL: such a file is no use to PostgreSQL at all.
constexpr std::string_view kBacktick = "syntax error at or near \"`\"";

void ExplainSyntax(Finding& finding) {
  finding.effect =
      "PostgreSQL refuses the statement, so the migration cannot run; hoglint has not checked it";
  finding.remedy = finding.message == kBacktick
                       ? "quote names with \" as PostgreSQL does; leave out what is MySQL's"
                       : "correct the statement (the grammar is that of PostgreSQL 18)";
  finding.group = "syntax";
  finding.group_label = "and " + finding.message;
}

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
      ExplainSyntax(finding);
    } else {
      ExplainUnread(facts.migration.parsed, problem, finding);
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
