// engine-object-declared: TypeScript or a snapshot has something of an owner's name, and no
// migration has been generated from it, or the statement was taken out of it.
#include <fmt/format.h>

#include <string>

#include "lint/facts/declared_ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// "contacts", "contacts, deals and 50 more"
std::string Listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 3;
  if (names.size() <= kMost + 1) return JoinNames(names);
  return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + kMost, ", "),
                     names.size() - kMost);
}

// drizzle-kit 0.31.11 compares schema.ts with the snapshot alone (measured): it writes CREATE TABLE
// for what the snapshot lacks, and DROP TABLE ... CASCADE for what schema.ts does.
void AddDeclared(const DeclaredTouch& touch, const Ownership& ownership, Findings& findings) {
  Finding& finding = findings.Add(
      touch.span,
      fmt::format("{} is declared, a name that {} has taken", touch.what, ownership.owner));
  finding.subject = touch.subject;
  finding.effect = fmt::format(
      "drizzle-kit generates a migration that creates it, and {} {} is there already, created by "
      "the migrations of {}, which run first: the migration fails ({}), and with it the deploy",
      touch.thing, touch.subject, OwnerWithVersion(ownership), touch.sqlstate);
  const bool same = touch.what == fmt::format("{} {}", touch.thing, touch.subject);
  if (!same || touch.thing == "index") {
    finding.remedy = fmt::format(
        "give it a name that {} does not have, or declare the table in a schema of its own "
        "(pgSchema)",
        ownership.owner);
    return;
  }
  const std::string import =
      ownership.package.empty()
          ? "declare it in a file that drizzle.config's `schema` does not reach"
          : fmt::format(
                "take the declaration out and import it from {}, without exporting it again",
                ownership.package);
  finding.remedy = fmt::format(
      "to use the {} of {}, {}; for one of your own take another name, or a schema of your own "
      "(pgSchema)",
      touch.thing, ownership.owner, import);
}

void AddHeld(const DeclaredTouch& touch, const Ownership& ownership, Findings& findings) {
  const std::string names = Listed(touch.objects);
  const bool one = touch.objects.size() == 1;
  Finding& finding = findings.Add(
      touch.span, fmt::format("the snapshot holds {}, which {} owns and no migration here creates",
                              names, ownership.owner));
  finding.level = Level::kWarning;
  finding.subject = touch.subject;
  finding.migration = touch.migration->tag;
  finding.effect = fmt::format(
      "drizzle-kit takes {} for this project's own: it writes ALTER when the declaration changes "
      "and "
      "DROP ... CASCADE when it goes, and with that {} loses what it works with",
      one ? "it" : "them", ownership.owner);
  finding.remedy = fmt::format(
      "take the declaration out of the files that drizzle.config's `schema` reaches{}, then delete "
      "this migration with its journal entry and its snapshot, and generate it again",
      ownership.package.empty() ? "" : fmt::format(" (import it from {})", ownership.package));
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const DeclaredTouch& touch : DeclaredTouchesOf(facts.track, facts.sources, facts.runner)) {
    if (touch.kind == DeclaredTouchKind::kNameTaken) {
      AddDeclared(touch, *touch.owner, findings);
    } else if (touch.kind == DeclaredTouchKind::kInSnapshot &&
               (facts.all || !touch.migration->merged)) {
      AddHeld(touch, *touch.owner, findings);
    }
  }
}

}  // namespace

extern const Rule engine_object_declared;
const Rule engine_object_declared{
    .id = "engine-object-declared",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A schema file or a snapshot has something under a name of the engine's",
    .effect =
        "drizzle-kit generates SQL for whatever the files that drizzle.config's `schema` names "
        "export. A table, view, enum, index or key under a name that Hogsend's engine has taken "
        "becomes a CREATE that fails with \"already exists\". Where the statement was taken out of "
        "the migration by hand, the snapshot still holds the table: drizzle-kit goes on to alter "
        "and drop it as the project's own.",
    .remedy =
        "Import the engine's tables from `@hogsend/db` for queries and declare none of them. Give "
        "your own tables and indexes other names, or a schema of their own (`pgSchema`).",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
