// shared-migrations-folder: two Drizzle configs for different schemas write into one folder, or
// keep one ledger for two folders.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kDefaultOut = "drizzle";
constexpr std::string_view kDefaultLedgerSchema = "drizzle";
constexpr std::string_view kDefaultLedger = "__drizzle_migrations";

struct Pair {
  const ApplicationFacts& facts;
  const DrizzleConfigFile& first;
  const DrizzleConfigFile& second;
};

// Without ./ and .. in it, as far as that goes.
std::string Plain(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (part == ".." && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  return fmt::format("{}", fmt::join(parts, "/"));
}

std::string InFolder(const DrizzleConfigFile& config, std::string_view path) {
  return Plain(config.folder + "/" + std::string(path));
}

// Empty where only running the config would tell.
std::string OutOf(const DrizzleConfigFile& config) {
  const ConfigValue& out = config.config.out;
  if (out.kind == ConfigValueKind::kComputed) return {};
  return InFolder(config, out.is_literal() ? out.text() : kDefaultOut);
}

std::string LedgerOf(const DrizzleConfig& config) {
  const ConfigValue& schema = config.migrations_schema;
  const ConfigValue& table = config.migrations_table;
  if (schema.kind == ConfigValueKind::kComputed || table.kind == ConfigValueKind::kComputed) {
    return {};
  }
  return (schema.is_literal() ? schema.text() : std::string(kDefaultLedgerSchema)) + "." +
         (table.is_literal() ? table.text() : std::string(kDefaultLedger));
}

// src/schema, src/schema/index.ts and src/schema/*.ts are much the same.
std::set<std::string> SchemaOf(const DrizzleConfigFile& config) {
  std::set<std::string> paths;
  for (const std::string& each : config.config.schema.values) {
    std::string path = InFolder(config, each);
    for (std::size_t slash = path.rfind('/'); slash != path.npos; slash = path.rfind('/')) {
      const std::string_view last = std::string_view(path).substr(slash + 1);
      if (last.find('*') == last.npos && !last.starts_with("index.")) break;
      path.resize(slash);
    }
    paths.insert(std::move(path));
  }
  return paths;
}

// The expression of the database's address, as it is written: the same one means the same database.
std::string_view DatabaseOf(const ApplicationFacts& facts, const DrizzleConfigFile& config) {
  const ConfigValue& url = config.config.db_url;
  if (url.kind == ConfigValueKind::kAbsent || url.end <= url.begin) return {};
  std::string_view text = facts.sources[config.file].text();
  text = text.substr(url.begin, url.end - url.begin);
  while (text.ends_with('!')) text.remove_suffix(1);
  return text;
}

// Drizzle's migrator before 1.0 goes by the newest entry of the ledger alone.
bool HasJournal(const ApplicationFacts& facts, const std::string& folder) {
  return std::ranges::any_of(facts.workspace.tracks, [&](const Track& track) {
    return track.layout == Layout::kDrizzleJournal && Plain(track.folder) == folder;
  });
}

Place PlaceOf(const DrizzleConfigFile& config, const ConfigValue& value) {
  if (value.end <= value.begin) return WholeFile{config.file};
  return Span{config.file, value.begin, value.end};
}

// At the config that changes, the second one where both do.
Finding& AddAt(const Pair& pair, const ConfigValue DrizzleConfig::*value, std::string message,
               std::string_view label, Findings& findings) {
  const auto& unchanged = pair.facts.workspace.unchanged;
  const bool at_first =
      unchanged.contains(pair.second.file) && !unchanged.contains(pair.first.file);
  const DrizzleConfigFile& here = at_first ? pair.first : pair.second;
  const DrizzleConfigFile& there = at_first ? pair.second : pair.first;
  Finding& finding = findings.Add(PlaceOf(here, here.config.*value), std::move(message));
  finding.related.push_back({PlaceOf(there, there.config.*value), std::string(label)});
  return finding;
}

// Ran, drizzle-kit 0.31.11: generate with the one config, then with the other, writes DROP TABLE
// ... CASCADE for the tables of the first; or asks whether they were renamed.
void AddFolder(const Pair& pair, const std::string& folder, Findings& findings) {
  Finding& finding = AddAt(pair, &DrizzleConfig::out,
                           fmt::format("{} and {} generate into {} from different schemas",
                                       pair.first.path, pair.second.path, folder),
                           "the other config's folder", findings);
  finding.subject = folder;
  finding.effect =
      "drizzle-kit compares a schema with the newest snapshot of the folder: generate with the one "
      "config takes the tables of the other for removed, and writes DROP TABLE ... CASCADE for "
      "them";
  finding.remedy = fmt::format(
      "give each config an `out` of its own, and a ledger (`migrations.table`) where both have one "
      "database; or let one config name both schemas:{}",
      SqlLine("schema: [\"...\", \"...\"],"));
}

// Measured, drizzle-orm 0.45.4: an entry is applied when its `when` is greater than the greatest in
// the ledger, whichever folder that came from.
void AddLedger(const Pair& pair, const std::string& ledger, Findings& findings) {
  Finding& finding = AddAt(pair, &DrizzleConfig::migrations_table,
                           fmt::format("{} and {} keep one ledger, {}, for two folders in one "
                                       "database",
                                       pair.first.path, pair.second.path, ledger),
                           "the other config's ledger", findings);
  finding.level = Level::kError;
  finding.subject = ledger;
  finding.effect = fmt::format(
      "the migrator applies what is newer than the newest entry of the ledger: a migration of {}/ "
      "that was generated before the last one of {}/ was applied is skipped for ever, and the "
      "command says success",
      OutOf(pair.first), OutOf(pair.second));
  finding.remedy = fmt::format(
      "give the younger of the two a ledger of its own before it is applied anywhere:{}",
      SqlLine("migrations: { table: \"__own_migrations\" },"));
}

void CheckPair(const Pair& pair, Findings& findings) {
  const ConfigValue& first = pair.first.config.schema;
  const ConfigValue& second = pair.second.config.schema;
  if (!first.is_literal() || !second.is_literal()) return;  // of `pull` and `studio`, or computed
  const std::string out = OutOf(pair.first);
  const std::string other = OutOf(pair.second);
  if (out.empty() || other.empty()) return;
  const bool both_written =
      pair.first.config.out.is_literal() == pair.second.config.out.is_literal();
  if (out == other) {
    if (both_written && SchemaOf(pair.first) != SchemaOf(pair.second)) {
      AddFolder(pair, out, findings);
    }
    return;
  }
  const std::string ledger = LedgerOf(pair.first.config);
  const std::string_view database = DatabaseOf(pair.facts, pair.first);
  if (!ledger.empty() && ledger == LedgerOf(pair.second.config) && !database.empty() &&
      database == DatabaseOf(pair.facts, pair.second) && HasJournal(pair.facts, out) &&
      HasJournal(pair.facts, other)) {
    AddLedger(pair, ledger, findings);
  }
}

bool IsPostgres(const DrizzleConfigFile& config) {
  const std::string dialect = config.config.dialect.text();
  return config.problem.empty() && (dialect.empty() || dialect == "postgresql");
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const auto& configs = facts.application.configs;
  for (std::size_t i = 0; i < configs.size(); ++i) {
    for (std::size_t j = i + 1; j < configs.size(); ++j) {
      if (!IsPostgres(*configs[i]) || !IsPostgres(*configs[j])) continue;
      CheckPair({facts, *configs[i], *configs[j]}, findings);
    }
  }
}

}  // namespace

extern const Rule shared_migrations_folder;
const Rule shared_migrations_folder{
    .id = "shared-migrations-folder",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Two Drizzle configs with different schemas share a folder, or a ledger",
    .effect =
        "drizzle-kit compares the schema of a config with the newest snapshot in its folder. Where "
        "two configs share the folder, each takes the other's tables for removed and drops them. "
        "Where two folders share a ledger in one database, the migrator of Drizzle before 1.0 "
        "skips "
        "what is older than the newest migration of the other folder, and says success.",
    .remedy =
        "One folder (`out`) and one ledger (`migrations.table`) for each schema and database. Two "
        "configs that differ in nothing but the database, for development and production, are "
        "fine.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
