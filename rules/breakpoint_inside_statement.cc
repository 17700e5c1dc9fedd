// breakpoint-inside-statement: Drizzle's marker cuts a statement in two.
#include <optional>
#include <string>
#include <string_view>

#include "lint/facts/breakpoints.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// The comment that drizzle-kit pull writes around the statements of its first migration.
constexpr std::string_view kPulled = "after introspecting the database";

void Check(const MigrationFacts& facts, Findings& findings) {
  const SourceFile& file = facts.sources[facts.migration.file];
  const std::optional<Span> marker = BreakpointCuts(facts.migration, file).marker();
  if (!marker) return;
  const bool pulled = file.text().find(kPulled) < marker->begin;
  Finding& finding = findings.Add(
      *marker, pulled ? "the baseline of drizzle-kit pull is a comment that its markers cut"
                      : "statement-breakpoint cuts a string, comment or function body in two");
  finding.subject = "breakpoint";
  finding.effect =
      "Drizzle splits the file at every such text, wherever it stands, and PostgreSQL refuses the "
      "pieces: the migration fails, and all pending ones with it";
  finding.remedy =
      pulled
          ? "on databases that have the schema already, delete everything between /* and */, so "
            "that the migration does nothing there; where it has to create the schema, delete "
            "the two comment marks instead"
          : "write the text in another way, such as '--' || '> statement-breakpoint' in a string, "
            "and leave it out of comments";
}

}  // namespace

extern const Rule breakpoint_inside_statement{
    .id = "breakpoint-inside-statement",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Drizzle's statement-breakpoint stands inside a string, comment or function body",
    .effect =
        "Drizzle's migrator splits a file at every `--> statement-breakpoint`, without looking at "
        "the SQL around it. Inside a string, a comment or a `$$` body both pieces are broken. "
        "`drizzle-kit pull` writes such a file itself: a baseline inside `/* */`, full of markers.",
    .remedy =
        "Keep the marker between statements. Of a pulled baseline, delete what is in the comment, "
        "or the comment marks.",
    .manual = "",
    .check = MigrationCheck{Check},
};

}  // namespace hoglint::rules
