#include "lint/report/config_docs.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "lint/config/config.h"
#include "lint/facts/runner.h"
#include "lint/report/json_text.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOldestPostgres = 12;
constexpr int kNewestPostgres = 18;

Json Reference(std::string_view name) { return {{"$ref", fmt::format("#/$defs/{}", name)}}; }

Json ListOf(Json item) {
  Json list = {{"type", "array"}};
  list["items"] = std::move(item);
  return list;
}

Json Text() { return {{"type", "string"}, {"minLength", 1}}; }

Json Closed(Json properties, Json required) {
  Json object = {{"type", "object"}, {"additionalProperties", false}};
  if (!required.empty()) object["required"] = std::move(required);
  object["properties"] = std::move(properties);
  return object;
}

Json Names(std::span<const std::string_view> names) {
  Json json;
  json["enum"] = Json::array();
  for (const std::string_view name : names) json["enum"].push_back(name);
  return json;
}

Json Presets() {
  Json json;
  json["enum"] = Json::array();
  for (const ConfigPreset& preset : ConfigPresets()) json["enum"].push_back(preset.name);
  return json;
}

Json RunnerNames() {
  Json json;
  json["enum"] = Json::array();
  for (const Runner& runner : Runners()) json["enum"].push_back(runner.name);
  return json;
}

Json OneOrList(const Json& item) {
  Json json;
  json["anyOf"] = Json::array({item, ListOf(item)});
  return json;
}

Json OptionSchema(const RuleOption& option) {
  Json entry = {{"description", fmt::format("{}.", option.summary)}};
  switch (option.type) {
    case OptionType::kNumber:
      entry["type"] = "integer";
      entry["minimum"] = option.least;
      entry["maximum"] = option.most;
      entry["default"] = option.number;
      break;
    case OptionType::kText:
      entry.update(Text());
      break;
    case OptionType::kNames:
      entry.update(ListOf(Text()));
      break;
  }
  return entry;
}

// A rule's object: its level and its options.
Json RuleObject(const Rule& rule) {
  Json properties = {{"level", Reference("level")}};
  for (const RuleOption& option : rule.options) {
    properties[std::string(option.name)] = OptionSchema(option);
  }
  return Closed(std::move(properties), Json::array());
}

Json RuleLevels(std::span<const Rule* const> rules) {
  Json properties = Json::object();
  for (const Rule* rule : rules) {
    Json entry = {
        {"description", fmt::format("{}. Default: {}", rule->summary, LevelName(rule->level))}};
    entry["anyOf"] = Json::array({Reference("level"), RuleObject(*rule)});
    properties[std::string(rule->id.view())] = std::move(entry);
  }
  return Closed(std::move(properties), Json::array());
}

// The schema of one key; an empty object for one that is missing here.
Json SchemaOf(std::string_view key) {
  if (key == "$schema" || key == "base" || key == "baseline") return Text();
  if (key == "extends") return OneOrList(Presets());
  if (key == "tracks" || key == "ignore") return ListOf(Text());
  if (key == "runner") return RunnerNames();
  if (key == "postgres") {
    return {{"type", "integer"}, {"minimum", kOldestPostgres}, {"maximum", kNewestPostgres}};
  }
  if (key == "rules") return Reference("rules");
  if (key == "failOn") return Reference("level");
  if (key == "overrides") {
    Json paths = ListOf(Text());
    paths["minItems"] = 1;
    return ListOf(Closed({{"paths", std::move(paths)}, {"rules", Reference("rules")}},
                         Json::array({"paths", "rules"})));
  }
  if (key == "compat") return ListOf({{"enum", Json::array({"squawk"})}});
  if (key == "smallTableRows") {
    return {{"type", "integer"}, {"minimum", 0}, {"maximum", kMostTableRows}};
  }
  if (key == "engine") {
    const Json package =
        Closed({{"name", Text()}, {"folder", Text()}, {"ledger", Text()}}, Json::array({"name"}));
    const Json packages = ListOf({{"anyOf", Json::array({Text(), package})}});
    return Closed({{"catalog", Text()}, {"packages", packages}, {"schemas", ListOf(Text())}},
                  Json::array());
  }
  return Json::object();
}

}  // namespace

std::string RenderConfigSchema(std::span<const Rule* const> rules) {
  Json schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "hoglint.json";
  schema["description"] = "What a project has decided about its migrations.";
  schema["type"] = "object";
  schema["additionalProperties"] = false;
  for (const ConfigKey& key : ConfigKeys()) {
    Json entry = {{"description", key.summary}};
    entry.update(SchemaOf(key.name));
    schema["properties"][std::string(key.name)] = std::move(entry);
  }
  schema["$defs"]["level"] = Names(ConfigLevelNames());
  schema["$defs"]["rules"] = RuleLevels(rules);
  return JsonText(schema);
}

std::string RenderConfigPage(std::span<const Rule* const> rules) {
  std::string out =
      "<!-- Generated from lint/config: ./dev docs -->\n"
      "# hoglint.json\n\n"
      "hoglint reads the nearest `hoglint.json`, from the path that it checks up to the "
      "repository's\nroot; `--config FILE` names another one. It is JSON that may hold `//` and "
      "`/* */` comments. What\nthe command line says beats it. A key, rule or preset that there is "
      "not, or a value of the wrong\ntype, is an error with its line and column, and nothing is "
      "checked then. Its\npaths stay inside of the repository.\n\n"
      "```json\n{\n  \"extends\": \"drizzle\",\n  \"tracks\": [\"packages/db/drizzle\"],\n"
      "  // nothing reads it before the next release\n"
      "  \"rules\": {\"drop-column\": \"warning\"}\n}\n```\n\n## Keys\n\n"
      "| key | value | meaning | example |\n| --- | --- | --- | --- |\n";
  for (const ConfigKey& key : ConfigKeys()) {
    out += fmt::format("| `{}` | {} | {} | `{}` |\n", key.name, key.type, key.summary, key.example);
  }
  out +=
      "\nPatterns are relative to the file: `?` is one character, `*` any number of them but no "
      "`/`, `**`\nanything, `{a,b}` one of several. One without a `/` fits names in any folder; "
      "one that fits a folder\nfits all that is in it. A run over the whole project lists a "
      "pattern that fits no file under *Unused*,\nwhich changes no exit code; where a name begins "
      "with a wildcard (`drizzle/*_seed.sql`), its files may\ncome, and only the folder has to be "
      "there.\n\n## Presets\n\n"
      "| preset | what it decides |\n| --- | --- |\n";
  for (const ConfigPreset& preset : ConfigPresets()) {
    out += fmt::format("| `{}` | {} |\n", preset.name, preset.summary);
  }
  out +=
      "\n## Options of rules\n\n"
      "A rule with options takes an object in the place of its level, here and in `overrides`. "
      "`level` may be\nleft out then. In names `*` and `?` stand for characters; a name without "
      "its schema or table fits in all\nof them. Rules that look at a whole track go by the path "
      "of its folder.\n\n"
      "```json\n{\n  \"rules\": {\"drop-table\": {\"level\": \"error\", \"allow\": "
      "[\"*_old\"]}}\n}\n```\n\n"
      "| rule | option | what it does | example | default |\n| --- | --- | --- | --- | --- |\n";
  for (const Rule* rule : rules) {
    for (const RuleOption& option : rule->options) {
      out += fmt::format("| [`{0}`](../rules/{0}.md) | `{1}` | {2}. | `{3}` | {4} |\n",
                         rule->id.view(), option.name, option.summary, option.example,
                         option.type == OptionType::kNumber ? fmt::format("`{}`", option.number)
                                                            : std::string("nothing"));
    }
  }
  return out +
         "\nThe [schema](../schema/hoglint.schema.json) lists every rule; name it in `$schema` and "
         "an editor\ncompletes them.\n\n"
         "## Allowing a finding\n\n"
         "A comment allows what rules find in the statement that it stands in, in the one that "
         "ends before it\non its line, else in the next one:\n\n"
         "```sql\n-- hoglint: allow drop-column nothing has read it since v2.3\n"
         "ALTER TABLE users DROP COLUMN name;\n```\n\n"
         "`allow-file` before the first statement does so for the whole file. Several rules are "
         "separated by\ncommas. A comment without a reason, one that names no rule, and one that "
         "allows what nothing finds\nare findings themselves. `--show-suppressed` lists what is "
         "allowed.\n\n"
         "## The baseline\n\n"
         "`hoglint baseline write --all` puts what is found today into `hoglint.baseline`, one "
         "finding a line;\ncommit it, and only what is new fails. A finding is known by its rule, "
         "its migration and what it is\nabout, so that it stays known when lines move. `hoglint "
         "baseline prune --all` forgets what is gone.\nIts lines are in the order of their "
         "fingerprints, so that git merges what two branches add; `hoglint\nbaseline show` prints "
         "them by file. A run that finds an entry no more, though it judged its migration and "
         "nothing was left\nunchecked, says so under *Unused*; the exit code stays.\n";
}

}  // namespace hoglint
