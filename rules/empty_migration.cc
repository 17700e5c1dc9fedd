// empty-migration: a migration without a statement, which is recorded as applied all the same.
#include <algorithm>
#include <string_view>

#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// What drizzle-kit generate --custom writes (0.31.11, 1.0.0-rc.5).
constexpr std::string_view kCustom = "-- Custom SQL migration file, put your code below! --";

// Somebody says in a comment why nothing is done.
bool IsExplained(const MigrationFacts& facts) {
  return std::ranges::any_of(facts.migration.parsed.comments, [&facts](const SqlComment& comment) {
    const std::string_view text = facts.sources.Text(comment.span);
    return text != kCustom && text.find("statement-breakpoint") == std::string_view::npos;
  });
}

void Check(const MigrationFacts& facts, Findings& findings) {
  const ParsedFile& parsed = facts.migration.parsed;
  if (!parsed.statements.empty() || !parsed.problems.empty() || IsExplained(facts)) return;
  Finding& finding = findings.Add(WholeFile{facts.migration.file}, "the migration is empty");
  finding.subject = facts.migration.tag;
  finding.effect =
      "the runner records it as applied: SQL that is put into the file later never runs on "
      "databases that have it";
  finding.remedy =
      "write the SQL, or remove the migration (with Drizzle also its entry and snapshot); if it is "
      "to do nothing, say so in a comment";
}

}  // namespace

extern const Rule empty_migration{
    .id = "empty-migration",
    .family = Family::kJournal,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A migration has no statement",
    .effect =
        "An empty migration is recorded as applied. When the SQL that was forgotten is added "
        "later, databases that have the record never run it.",
    .remedy =
        "Write the SQL or remove the migration. If it is meant to do nothing, a comment in it says "
        "why.",
    .manual = "",
    .check = MigrationCheck{Check},
};

}  // namespace hoglint::rules
