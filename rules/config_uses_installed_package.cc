// config-uses-installed-package: drizzle.config writes migrations into node_modules, or generates
// them from the schema of a package that brings its own.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kModules = "node_modules/";
constexpr std::string_view kHogsend = "@hogsend/";  // its packages bring migrations of their own

// "@hogsend/db" of "./node_modules/@hogsend/db/drizzle"; empty for a path elsewhere.
std::string PackageOf(std::string_view path) {
  const std::size_t at = path.rfind(kModules);
  if (at == path.npos) return {};
  path.remove_prefix(at + kModules.size());
  std::size_t end = path.find('/');
  if (path.starts_with('@') && end != path.npos) end = path.find('/', end + 1);
  return std::string(path.substr(0, end));
}

Span SpanOf(const DrizzleConfigFile& config, const ConfigValue& value) {
  return {config.file, value.begin, value.end};
}

void CheckOut(const DrizzleConfigFile& config, Findings& findings) {
  const ConfigValue& out = config.config.out;
  const std::string package = out.is_literal() ? PackageOf(out.text()) : std::string();
  if (package.empty()) return;
  Finding& finding =
      findings.Add(SpanOf(config, out),
                   fmt::format("drizzle-kit writes migrations into the installed {}", package));
  finding.subject = package;
  finding.effect = fmt::format(
      "the folder is not in git, and the next install replaces it: the migrations are lost, or the "
      "journal of {} has entries that no other machine knows",
      package);
  finding.remedy = "write them into a folder of the project, out: \"./migrations\"";
}

void CheckSchema(const DrizzleConfigFile& config, Findings& findings) {
  const ConfigValue& schema = config.config.schema;
  if (!schema.is_literal()) return;
  for (const std::string& each : schema.values) {
    const std::string package = PackageOf(each);
    if (!package.starts_with(kHogsend)) continue;
    Finding& finding = findings.Add(
        SpanOf(config, schema),
        fmt::format("drizzle-kit generates from the schema of the installed {}", package));
    finding.subject = package;
    finding.effect = fmt::format(
        "{} brings migrations for its tables: the ones that are generated here create all of them "
        "once more, which fails (42P07)",
        package);
    finding.remedy =
        "name the project's own schema files alone, and import the engine's tables where queries "
        "use them";
    return;
  }
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const auto& config : facts.application.configs) {
    CheckOut(*config, findings);
    CheckSchema(*config, findings);
  }
}

}  // namespace

extern const Rule config_uses_installed_package;
const Rule config_uses_installed_package{
    .id = "config-uses-installed-package",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A Drizzle config leads into an installed package",
    .effect =
        "Migrations under node_modules are in no commit, and the next install deletes them. A "
        "package that brings tables, as Hogsend's engine does, brings their migrations too: what "
        "drizzle-kit generates from its schema creates them once more.",
    .remedy =
        "`out` and `schema` name folders and files of the project. Import the tables of a package "
        "where you query them.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
