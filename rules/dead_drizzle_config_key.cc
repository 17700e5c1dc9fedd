// dead-drizzle-config-key: drizzle.config names its ledger with a key that drizzle-kit does not
// read.
#include <fmt/format.h>

#include <string>

#include "lint/facts/client_config.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string TextOr(const ConfigValue& value, std::string_view fallback) {
  return value.is_literal() ? value.text() : std::string(fallback);
}

// The ledger that drizzle-kit really keeps; empty where only running the config would tell.
std::string RealLedger(const DrizzleConfig& config) {
  if (config.migrations_table.kind == ConfigValueKind::kComputed ||
      config.migrations_schema.kind == ConfigValueKind::kComputed) {
    return {};
  }
  return TextOr(config.migrations_schema, kLedgerSchema) + "." +
         TextOr(config.migrations_table, kEngineLedger);
}

// The value that stands under the wrong key, or else under the right one; empty for none.
std::string MeantValue(const DrizzleConfig& config, std::string_view wrong,
                       const ConfigValue& right) {
  for (const IgnoredConfigKey& key : config.ignored_keys) {
    if (key.name != wrong) continue;
    return key.value.is_literal() ? fmt::format("\"{}\"", key.value.text()) : "...";
  }
  return right.is_literal() ? fmt::format("\"{}\"", right.text()) : std::string();
}

std::string Meant(const DrizzleConfig& config) {
  const std::string table = MeantValue(config, "migrationsTable", config.migrations_table);
  const std::string schema = MeantValue(config, "migrationsSchema", config.migrations_schema);
  std::string text = table.empty() ? std::string() : "table: " + table;
  if (!schema.empty()) text += (text.empty() ? "schema: " : ", schema: ") + schema;
  return SqlLine(fmt::format("migrations: {{ {} }},", text));
}

std::string Remedy(const DrizzleConfigFile& file, const Application& application,
                   const std::string& real) {
  if (ClientConfig(application) == &file) {
    return "write the client's ledger where drizzle-kit reads it:" +
           SqlLine(fmt::format("migrations: {{ table: \"{}\", schema: \"{}\" }},", kClientLedger,
                               kLedgerSchema));
  }
  return fmt::format(
      "where databases have their migrations in {} already, delete the key: with another ledger "
      "drizzle-kit would apply all of them again. Else write{}",
      real.empty() ? "the real ledger" : real, Meant(file.config));
}

void CheckConfig(const DrizzleConfigFile& file, const Application& application,
                 Findings& findings) {
  const auto& keys = file.config.ignored_keys;
  if (keys.empty()) return;
  const std::string real = RealLedger(file.config);
  const IgnoredConfigKey& first = keys.front();
  Finding& finding =
      findings.Add(Span{file.file, first.bytes.begin, first.bytes.end},
                   fmt::format("drizzle-kit does not read `{}`{}: {}", first.name,
                               first.inner ? " in `migrations`" : "",
                               real.empty() ? "the ledger is another" : "the ledger is " + real));
  for (std::size_t i = 1; i < keys.size(); ++i) {
    finding.related.push_back({Span{file.file, keys[i].bytes.begin, keys[i].bytes.end},
                               fmt::format("`{}` is not read either", keys[i].name)});
  }
  finding.effect = "it says nothing of a key that it does not know";
  if (ClientConfig(application) == &file && real.ends_with(kEngineLedger)) {
    finding.effect +=
        "; that ledger is the engine's: migrations of the client are skipped or recorded there, "
        "and the engine's own are then skipped";
  } else {
    finding.effect += "; whoever looks for the applied migrations where the config says finds none";
  }
  finding.remedy = Remedy(file, application, real);
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const auto& file : facts.application.configs) {
    CheckConfig(*file, facts.application, findings);
  }
}

}  // namespace

extern const Rule dead_drizzle_config_key;
const Rule dead_drizzle_config_key{
    .id = "dead-drizzle-config-key",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "drizzle.config names the ledger with a key that drizzle-kit does not read",
    .effect =
        "`migrationsTable` and `migrationsSchema` are options of drizzle-orm's `migrate()`. In "
        "drizzle.config they are ignored without a word, at the top level and in `migrations` "
        "(run with drizzle-kit 0.31.10 and 1.0.0-rc.5): migrations are recorded in "
        "`drizzle.__drizzle_migrations`. In a project of two tracks that is the other track's "
        "ledger, and Drizzle then skips what is older than the newest row there.",
    .remedy =
        "Write `migrations: { table: \"...\", schema: \"...\" }`. Where databases have recorded "
        "their migrations in the default ledger already, delete the key instead, or copy the rows "
        "first: with an empty ledger every migration is applied again.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
