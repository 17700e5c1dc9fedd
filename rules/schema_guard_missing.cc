// schema-guard-missing: Hogsend's API starts whatever the engine's schema is.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/application.h"
#include "lint/rule/application_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kClient = "getClientSchemaVersion";

// hogsend.md 3: the guard of the scaffold.
std::string Guard() {
  return SqlLine("const schema = await getEngineSchemaVersion(client.db);") +
         SqlLine("if (!schema.inSync) process.exit(1);");
}

void AddMissing(const ApplicationFacts& facts, Findings& findings) {
  const AppEntry& entry = *facts.application.sources->entry;
  const bool here = entry.client.file == entry.file;
  Finding& finding =
      findings.Add(here ? Place{entry.client} : Place{WholeFile{entry.file}},
                   "the API starts without looking at the version of the engine's schema");
  finding.subject = "getEngineSchemaVersion";
  finding.effect =
      "a build that needs a newer schema than the database has starts and answers: what fails is "
      "the first query that names a missing column, in production";
  finding.remedy = fmt::format("stop before it serves:{}", Guard());
}

void AddPowerless(const SchemaVersionCall& call, Findings& findings) {
  Finding& finding = findings.Add(
      call.span,
      fmt::format("nothing stops the API when {} says that it is behind", call.function));
  finding.subject = "process.exit";
  finding.effect =
      "a build that needs a newer schema than the database has starts and answers: what fails is "
      "the first query that names a missing column, in production";
  finding.remedy = fmt::format("leave the process where it is not in sync:{}", Guard());
}

void AddWrongTrack(const SchemaVersionCall& call, Findings& findings) {
  Finding& finding = findings.Add(
      call.span, "the API does not start while a migration of the project's own is pending");
  finding.subject = call.function;
  finding.effect =
      "Hogsend's guard is about the engine's track alone; this one keeps every new instance down "
      "for a migration that the code may be able to run without";
  finding.remedy = fmt::format(
      "guard by the engine's version, and leave the project's to /v1/health (clientJournal):{}",
      Guard());
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const AppSources& sources = *facts.application.sources;
  if (!sources.entry) return;
  std::vector<const SchemaVersionCall*> engine;
  const SchemaVersionCall* client = nullptr;
  for (const SchemaVersionCall& call : sources.versions) {
    if (IsWorker(PathOf(call.span, facts))) continue;
    if (call.function != kClient) engine.push_back(&call);
    if (call.function == kClient && call.exits && client == nullptr) client = &call;
  }
  if (client != nullptr) {
    AddWrongTrack(*client, findings);
  } else if (engine.empty()) {
    AddMissing(facts, findings);
  } else if (std::ranges::none_of(engine, &SchemaVersionCall::stops)) {
    AddPowerless(*engine.front(), findings);
  }
}

}  // namespace

extern const Rule schema_guard_missing{
    .id = "schema-guard-missing",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Hogsend's API starts whatever version the engine's schema has",
    .effect =
        "The scaffold's src/index.ts asks `getEngineSchemaVersion` and leaves with "
        "`process.exit(1)` when the database is behind, so that a deploy whose migrations did not "
        "run never takes traffic. Without that guard it does, and fails query by query. With "
        "`getClientSchemaVersion` in it the API stays down for a pending migration of the "
        "project's own, which the engine can live with.",
    .remedy =
        "Keep the guard of the scaffold in front of what serves requests. `SKIP_SCHEMA_CHECK=true` "
        "goes past it in an emergency.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
