// engine-ledger-in-config: drizzle.config of a Hogsend client names no ledger, or not the client's.
#include <fmt/format.h>

#include <string>

#include "lint/facts/client_config.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Whether drizzle-kit takes its default for the value.
bool IsDefault(const ConfigValue& value, std::string_view fallback) {
  return value.kind == ConfigValueKind::kAbsent || (value.is_literal() && value.text() == fallback);
}

Span SpanIn(const DrizzleConfigFile& file, const ConfigValue& value) {
  if (value.is_literal()) return {file.file, value.begin, value.end};
  return {file.file, file.config.object.begin, file.config.object.end};
}

std::string Remedy() {
  return "give it the client's ledger:" +
         SqlLine(fmt::format("migrations: {{ table: \"{}\", schema: \"{}\" }},", kClientLedger,
                             kLedgerSchema));
}

// Measured with drizzle-kit 0.31.10 and PostgreSQL 15: rows of the other track count as this one's.
void SayEngineLedger(const DrizzleConfigFile& file, Findings& findings) {
  const bool written = file.config.migrations_table.is_literal();
  Finding& finding = findings.Add(
      SpanIn(file, file.config.migrations_table),
      written ? "migrations.table is the ledger of Hogsend's engine"
              : "The config names no ledger: drizzle-kit takes that of Hogsend's engine");
  finding.effect = fmt::format(
      "{0}.{1} records the engine's migrations: `drizzle-kit migrate` skips every migration here "
      "that is older than the engine's newest, and still prints \"migrations applied "
      "successfully!\"; one that is newer it records there, and then the engine's next migration "
      "is not applied, though the engine takes itself for up to date",
      kLedgerSchema, kEngineLedger);
  finding.remedy = Remedy();
}

void SayOtherLedger(const DrizzleConfigFile& file, const ConfigValue& wrong, std::string_view key,
                    Findings& findings) {
  Finding& finding = findings.Add(
      SpanIn(file, wrong), fmt::format("migrations.{} is \"{}\", which is not where Hogsend keeps "
                                       "the client's ledger",
                                       key, wrong.text()));
  finding.level = Level::kWarning;
  finding.effect = fmt::format(
      "migrateClient and /v1/health know {}.{} only: what `drizzle-kit migrate` applies by another "
      "ledger counts as pending there, and the next deploy applies it a second time",
      kLedgerSchema, kClientLedger);
  finding.remedy = Remedy();
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const DrizzleConfigFile* file = ClientConfig(facts.application);
  // A key that drizzle-kit does not read is said by dead-drizzle-config-key.
  if (file == nullptr || !file->config.ignored_keys.empty()) return;
  const ConfigValue& table = file->config.migrations_table;
  const ConfigValue& schema = file->config.migrations_schema;
  if (HasLedgerOfItsOwn(file->config)) return;
  if (IsDefault(table, kEngineLedger)) {
    if (IsDefault(schema, kLedgerSchema)) SayEngineLedger(*file, findings);
  } else if (table.is_literal() && table.text() != kClientLedger) {
    SayOtherLedger(*file, table, "table", findings);
  } else if (table.is_literal() && schema.is_literal() && schema.text() != kLedgerSchema) {
    SayOtherLedger(*file, schema, "schema", findings);
  }
}

}  // namespace

extern const Rule engine_ledger_in_config;
const Rule engine_ledger_in_config{
    .id = "engine-ledger-in-config",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "drizzle.config of a Hogsend project does not name the client's ledger",
    .effect =
        "Two tracks share the database: the engine's migrations are recorded in "
        "`drizzle.__drizzle_migrations`, which is also drizzle-kit's default, and the client's in "
        "`drizzle.__client_migrations`. Drizzle compares with the newest row of a ledger only. In "
        "the engine's ledger `drizzle-kit migrate` therefore skips the client's migrations that "
        "are older than the engine's newest and says \"migrations applied successfully!\" "
        "(measured, drizzle-kit 0.31.10); one that is newer is recorded as if it were the "
        "engine's, whose own next migration is then skipped, while its check, which counts rows, "
        "passes. Any other ledger than the client's is a warning: Hogsend's runner does not look "
        "there.",
    .remedy =
        "Write `migrations: { table: \"__client_migrations\", schema: \"drizzle\" }` into "
        "drizzle.config. A config for another database has a schema and a table of its own "
        "(`cloud.__cloud_migrations`), about which the rule is silent.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
