#include "lint/report/rule_docs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "lint/base/did_you_mean.h"
#include "lint/report/display_text.h"
#include "lint/report/json_text.h"
#include "lint/report/palette.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

// Pages are read in the repository, whose place CMakeLists.txt knows.
constexpr std::string_view kPages = HOGLINT_HOMEPAGE "/blob/main/docs/rules/";
constexpr std::string_view kManual = "https://www.postgresql.org/docs/current/";

// By family, and within it as given.
std::vector<const Rule*> ByFamily(std::span<const Rule* const> rules) {
  std::vector<const Rule*> sorted(rules.begin(), rules.end());
  std::ranges::stable_sort(sorted, {}, &Rule::family);
  return sorted;
}

std::string Paragraph(std::string_view text, std::uint32_t width) {
  std::string out;
  for (const std::string& line : WrapWords(text, width - 2)) out += fmt::format("  {}\n", line);
  return out;
}

std::string CodeBlock(std::string_view language, std::string_view code) {
  return fmt::format("```{}\n{}{}```\n", language, code, code.ends_with('\n') ? "" : "\n");
}

// The presets that switch the rule on; empty: it needs none.
std::vector<std::string_view> PresetsOf(const Rule& rule) {
  std::vector<std::string_view> names;
  if ((rule.presets & kHogsendPreset) != 0) names.emplace_back("hogsend");
  if ((rule.presets & kSendokaPreset) != 0) names.emplace_back("sendoka");
  return names;
}

// "error", "warning (hogsend, sendoka)".
std::string LevelCell(const Rule& rule) {
  const auto presets = PresetsOf(rule);
  if (presets.empty()) return std::string(LevelName(rule.level));
  return fmt::format("{} ({})", LevelName(rule.level), fmt::join(presets, ", "));
}

// What the rules of a family have in common.
std::string_view FamilyMeaning(Family family) {
  switch (family) {
    case Family::kDestructive:
      return "Data, or what keeps it right, is lost";
    case Family::kCompatibility:
      return "Code that is deployed now breaks, or sees other rows";
    case Family::kLocks:
      return "Readers or writers wait while rows are read or written";
    case Family::kTransaction:
      return "The transaction that it runs in does not allow it";
    case Family::kData:
      return "Rows are changed in bulk, or no longer protected as before";
    case Family::kCorrectness:
      return "It fails on the server, or does not do what it says";
    case Family::kJournal:
      return "Drizzle's journal, snapshots and files contradict each other";
    case Family::kHistory:
      return "What is merged already is changed";
    case Family::kOwnership:
      return "It touches what another package has in the same database";
    case Family::kProject:
      return "The project is configured, built or deployed wrongly";
    case Family::kConvention:
      return "What teams agree on, and hoglint's own comments";
  }
  return {};
}

// "number".
std::string_view OptionTypeName(OptionType type) {
  switch (type) {
    case OptionType::kNumber:
      return "number";
    case OptionType::kText:
      return "text";
    case OptionType::kNames:
      return "names";
  }
  return {};
}

Json OptionJson(const RuleOption& option) {
  Json json;
  json["name"] = option.name;
  json["type"] = OptionTypeName(option.type);
  json["summary"] = option.summary;
  json["default"] = option.type == OptionType::kNumber ? Json(option.number) : Json(nullptr);
  return json;
}

// What hoglint.json says to set the option.
std::string OptionExample(const Rule& rule, const RuleOption& option) {
  return fmt::format("{{\"rules\": {{\"{}\": {{\"{}\": {}}}}}}}", rule.id.view(), option.name,
                     option.example);
}

// "", " The default is 60."
std::string OptionDefault(const RuleOption& option) {
  return option.type == OptionType::kNumber ? fmt::format(" The default is {}.", option.number)
                                            : std::string();
}

// "", ", with preset hogsend or sendoka".
std::string PresetClause(const Rule& rule) {
  const auto presets = PresetsOf(rule);
  if (presets.empty()) return {};
  return fmt::format(", with preset {}", fmt::join(presets, " or "));
}

// The language of an example: of its "-- file: NAME" sections where all are of one, else plain
// text.
std::string_view LanguageOf(std::string_view example) {
  struct Extension {
    std::string_view ending, language;
  };
  constexpr auto kExtensions = std::to_array<Extension>({{".sql", "sql"},
                                                         {".ts", "ts"},
                                                         {".json", "json"},
                                                         {".toml", "toml"},
                                                         {".yml", "yaml"},
                                                         {".yaml", "yaml"},
                                                         {"Dockerfile", "dockerfile"},
                                                         {".sh", "sh"}});
  constexpr std::string_view kFile = "-- file: ";
  std::string_view language;
  for (std::size_t at = 0; (at = example.find(kFile, at)) != std::string_view::npos;) {
    at += kFile.size();
    const std::string_view name = example.substr(at, example.find('\n', at) - at);
    const auto* known = std::ranges::find_if(
        kExtensions, [name](const Extension& each) { return name.ends_with(each.ending); });
    if (known == kExtensions.end() || (!language.empty() && language != known->language)) {
      return "text";
    }
    language = known->language;
  }
  return language.empty() ? "sql" : language;
}

}  // namespace

std::string RuleUrl(std::string_view id) { return fmt::format("{}{}.md", kPages, id); }

std::string ManualUrl(const Rule& rule) {
  return rule.manual.empty() ? std::string() : std::string(kManual) + std::string(rule.manual);
}

Result<const Rule*> FindRule(std::string_view id, std::span<const Rule* const> rules) {
  std::vector<std::string_view> ids;
  for (const Rule* rule : rules) {
    if (rule->id.view() == id) return rule;
    ids.push_back(rule->id.view());
  }
  const auto meant = DidYouMean(id, ids);
  return Error{fmt::format(
      "no rule is called '{}'; {}", DisplayText(id),
      meant ? fmt::format("did you mean '{}'?", *meant) : "'hoglint rules' lists them")};
}

std::string RenderRuleList(std::span<const Rule* const> rules, bool color) {
  const Palette style(color);
  std::size_t widest = 0;
  for (const Rule* rule : rules) widest = std::max(widest, rule->id.view().size());
  std::string out;
  std::string_view family;
  for (const Rule* rule : ByFamily(rules)) {
    if (family != FamilyName(rule->family)) {
      family = FamilyName(rule->family);
      out += fmt::format("{}{}\n", out.empty() ? "" : "\n", style.Bold(family));
    }
    const std::string_view id = rule->id.view();
    const auto presets = PresetsOf(*rule);
    out += fmt::format("  {}{}  {}  {}{}\n", id, std::string(widest - id.size(), ' '),
                       style.AsLevel(rule->level, fmt::format("{:7}", LevelName(rule->level))),
                       rule->summary,
                       presets.empty() ? "" : fmt::format(" ({})", fmt::join(presets, ", ")));
  }
  return out;
}

std::string RenderRuleListJson(std::span<const Rule* const> rules) {
  Json json;
  json["version"] = 1;
  json["rules"] = Json::array();
  for (const Rule* rule : rules) {
    Json entry;
    entry["id"] = rule->id.view();
    entry["family"] = FamilyName(rule->family);
    entry["level"] = LevelName(rule->level);
    entry["presets"] = PresetsOf(*rule);
    entry["since"] = rule->since;
    entry["summary"] = rule->summary;
    entry["effect"] = rule->effect;
    entry["remedy"] = rule->remedy;
    entry["options"] = Json::array();
    for (const RuleOption& option : rule->options) entry["options"].push_back(OptionJson(option));
    entry["url"] = RuleUrl(rule->id.view());
    entry["manual"] = rule->manual.empty() ? Json(nullptr) : Json(ManualUrl(*rule));
    json["rules"].push_back(std::move(entry));
  }
  return JsonText(json);
}

std::string RenderRuleForTerminal(const Rule& rule, std::uint32_t width, bool color) {
  const Palette style(color);
  // Longer lines of prose are hard to read, however wide the terminal is.
  const std::uint32_t columns = std::clamp<std::uint32_t>(width, 40, 100);
  std::string out = fmt::format("{}  {}{}, {}, since {}\n\n", style.Bold(rule.id.view()),
                                style.AsLevel(rule.level, LevelName(rule.level)),
                                PresetClause(rule), FamilyName(rule.family), rule.since);
  out += Paragraph(rule.summary, columns);
  out += fmt::format("\n{}\n{}", style.Bold("Why"), Paragraph(rule.effect, columns));
  out += fmt::format("\n{}\n{}", style.Bold("What to do"), Paragraph(rule.remedy, columns));
  if (!rule.options.empty()) out += fmt::format("\n{}\n", style.Bold("Options in hoglint.json"));
  for (const RuleOption& option : rule.options) {
    out += Paragraph(fmt::format("{}: {}.{}", option.name, option.summary, OptionDefault(option)),
                     columns);
    out += fmt::format("    {}\n", OptionExample(rule, option));
  }
  out += fmt::format("\n{}\n  {}\n", style.Bold("Examples"), RuleUrl(rule.id.view()));
  if (!rule.manual.empty()) {
    out += fmt::format("\n{}\n  {}\n", style.Bold("PostgreSQL manual"), ManualUrl(rule));
  }
  return out;
}

std::string RenderRulePage(const Rule& rule, const RuleExamples& examples) {
  std::string out = fmt::format("<!-- Generated from rules/ and tests/rules/: ./dev docs -->\n");
  out += fmt::format("# {}\n\n{}.\n\n", rule.id.view(), rule.summary);
  out += fmt::format("Level **{}**{} · family {} · since {}\n\n", LevelName(rule.level),
                     PresetClause(rule), FamilyName(rule.family), rule.since);
  out += fmt::format("## Why\n\n{}\n\n## What to do\n\n{}\n\n", rule.effect, rule.remedy);
  out += fmt::format("## Reported\n\n{}\nhoglint says:\n\n{}\n",
                     CodeBlock(LanguageOf(examples.bad), examples.bad),
                     CodeBlock("text", examples.output));
  out +=
      fmt::format("## Not reported\n\n{}\n", CodeBlock(LanguageOf(examples.good), examples.good));
  if (!rule.options.empty()) out += "## Options\n\nIn [hoglint.json](../guide/config.md):\n\n";
  for (const RuleOption& option : rule.options) {
    out += fmt::format("`{}`: {}.{}\n\n{}\n", option.name, option.summary, OptionDefault(option),
                       CodeBlock("json", OptionExample(rule, option)));
  }
  if (!rule.manual.empty()) {
    out += fmt::format("## PostgreSQL manual\n\n[{}]({})\n\n", rule.manual, ManualUrl(rule));
  }
  return out + "[All rules](README.md)\n";
}

std::string RenderRuleTable(std::span<const Rule* const> rules) {
  std::string out;
  std::string_view family;
  for (const Rule* rule : ByFamily(rules)) {
    if (family != FamilyName(rule->family)) {
      family = FamilyName(rule->family);
      out += fmt::format("{}## {}\n\n{}.\n\n| rule | level | reports |\n| --- | --- | --- |\n",
                         out.empty() ? "" : "\n", family, FamilyMeaning(rule->family));
    }
    out += fmt::format("| [`{0}`]({0}.md) | {1} | {2} |\n", rule->id.view(), LevelCell(*rule),
                       rule->summary);
  }
  return out;
}

std::string RenderFamilyTable(std::span<const Rule* const> rules, std::string_view page) {
  std::map<Family, std::map<Level, int>> counts;
  for (const Rule* rule : rules) ++counts[rule->family][rule->level];
  std::string out =
      "| family | rules | errors | warnings | notes | off | what they report |\n"
      "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n";
  for (auto& [family, levels] : counts) {
    int sum = 0;
    for (const auto& level : levels) sum += level.second;
    out +=
        fmt::format("| [{0}]({1}#{0}) | {2} | {3} | {4} | {5} | {6} | {7} |\n", FamilyName(family),
                    page, sum, levels[Level::kError], levels[Level::kWarning], levels[Level::kNote],
                    levels[Level::kOff], FamilyMeaning(family));
  }
  return out;
}

}  // namespace hoglint
