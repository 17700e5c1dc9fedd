#include "lint/config/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lint/base/did_you_mean.h"
#include "lint/config/json_comments.h"
#include "lint/journal/json_positions.h"

namespace hoglint {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> kEngineKeys{"catalog", "packages", "schemas"};
constexpr std::array<std::string_view, 3> kPackageKeys{"name", "folder", "ledger"};
constexpr std::array<std::string_view, 2> kOverrideKeys{"paths", "rules"};
constexpr std::array<std::string_view, 1> kCompat{"squawk"};

std::vector<std::string_view> KeyNames() {
  std::vector<std::string_view> names;
  for (const ConfigKey& key : ConfigKeys()) names.push_back(key.name);
  return names;
}

std::vector<std::string_view> PresetNames() {
  std::vector<std::string_view> names;
  for (const ConfigPreset& preset : ConfigPresets()) names.push_back(preset.name);
  return names;
}

// "no rule 'drop-colum'; did you mean 'drop-column'?"
std::string NoSuch(std::string_view kind, std::string_view word, Words known) {
  if (const auto meant = DidYouMean(word, known)) {
    return fmt::format("no {} '{}'; did you mean '{}'?", kind, word, *meant);
  }
  if (kind == "rule") return fmt::format("no rule '{}'; hoglint rules lists them", word);
  return fmt::format("no {} '{}'; it is one of {}", kind, word, fmt::join(known, ", "));
}

// Reads one file into a config, over what is in it.
class ConfigReader {
 public:
  ConfigReader(const ConfigWords& words, ConfigReading& out) : words_(words), out_(out) {}

  void Read(JsonValue root);
  // The name, when it is one of these; a problem otherwise.
  std::optional<std::string> Name(JsonValue value, std::string_view kind, Words known);

 private:
  void Member(JsonValue member);
  void Settings(JsonValue member);
  void Lists(JsonValue member);
  void Extends(JsonValue value);
  void Preset(JsonValue value);
  void Rules(JsonValue object, ConfigLevels& levels, ConfigOptions& options);
  // A rule's own object: its level and its options.
  void Rule(JsonValue object, std::span<const RuleOption> declared, ConfigLevels& levels,
            ConfigOptions& options);
  std::optional<OptionValue> Option(JsonValue value, const RuleOption& option);
  void Overrides(JsonValue array);
  void Engine(JsonValue object);
  void Package(JsonValue value, ConfigEngine& engine);
  void Compat(JsonValue array);
  std::optional<std::int64_t> Number(JsonValue value, std::int64_t least, std::int64_t most);
  std::optional<std::string> Text(JsonValue value, std::string_view wanted);
  std::vector<std::string> Texts(JsonValue array, std::string_view wanted);
  // Notes where each pattern of the list stands.
  void Patterns(std::string_view key, JsonValue array);
  bool IsObject(JsonValue value, Words keys);
  void Add(const Span& span, std::string message) {
    out_.problems.push_back({span, std::move(message)});
  }
  void WrongType(JsonValue value, std::string_view wanted) {
    Add(value.span(), fmt::format("{}wants {}, not {}",
                                  value.key().empty() ? "" : fmt::format("'{}' ", value.key()),
                                  wanted, KindName(value.kind())));
  }

  const ConfigWords& words_;
  ConfigReading& out_;
};

// Keys that nobody knows, and keys that come twice, are problems.
bool ConfigReader::IsObject(JsonValue value, Words keys) {
  if (!value.is_object()) {
    WrongType(value, "an object");
    return false;
  }
  std::vector<JsonProblem> twice;
  CheckDuplicateKeys(value, twice, {});
  for (JsonProblem& problem : twice) Add(problem.span, std::move(problem.message));
  if (keys.empty()) return true;
  for (const JsonValue member : value) {
    if (std::ranges::find(keys, member.key()) != keys.end()) continue;
    Add(member.key_span(), NoSuch("key", member.key(), keys));
  }
  return true;
}

void ConfigReader::Read(JsonValue root) {
  const std::vector<std::string_view> keys = KeyNames();
  if (!IsObject(root, keys)) return;
  if (const JsonValue extends = root["extends"]; extends.present()) Extends(extends);
  for (const JsonValue member : root) Member(member);
}

void ConfigReader::Member(JsonValue member) {
  const std::string_view key = member.key();
  if (key == "rules") {
    Rules(member, out_.config.rules, out_.config.options);
  } else if (key == "overrides") {
    Overrides(member);
  } else if (key == "engine") {
    Engine(member);
  } else if (key == "tracks" || key == "ignore" || key == "compat") {
    Lists(member);
  } else {
    Settings(member);
  }
}

void ConfigReader::Lists(JsonValue member) {
  const std::string_view key = member.key();
  if (key == "tracks") out_.config.tracks = Texts(member, "a list of paths");
  if (key == "ignore") {
    out_.config.ignore = Texts(member, "a list of patterns");
    Patterns("ignore", member);
  }
  if (key == "compat") Compat(member);
}

// The keys with one value.
void ConfigReader::Settings(JsonValue member) {
  const std::string_view key = member.key();
  Config& config = out_.config;
  if (key == "runner") config.runner = Name(member, "runner", words_.runners);
  if (key == "failOn") config.fail_on = Name(member, "level", ConfigLevelNames());
  if (key == "base") config.base = Text(member, "a branch");
  if (key == "baseline") config.baseline = Text(member, "a path");
  if (key == "$schema") (void)Text(member, "a string");
  if (key == "smallTableRows") config.small_table_rows = Number(member, 0, kMostTableRows);
  if (key == "postgres") {
    if (const auto number = Number(member, words_.oldest_postgres, words_.newest_postgres)) {
      config.postgres = static_cast<int>(*number);
    }
  }
}

void ConfigReader::Extends(JsonValue value) {
  if (!out_.config.extends) out_.config.extends.emplace();
  if (!value.is_array()) return Preset(value);
  for (const JsonValue element : value) Preset(element);
}

void ConfigReader::Preset(JsonValue value) {
  const auto name = Name(value, "preset", PresetNames());
  if (!name) return;
  out_.config.extends->push_back(*name);
  const auto presets = ConfigPresets();
  const auto preset = std::ranges::find(presets, std::string_view(*name), &ConfigPreset::name);
  const SourceFile file(value.span().file, "preset " + *name, std::string(preset->text));
  const JsonDocument document(file);
  Read(document.root());
}

void ConfigReader::Rules(JsonValue object, ConfigLevels& levels, ConfigOptions& options) {
  if (!IsObject(object, {})) return;
  for (const JsonValue member : object) {
    const auto rule = std::ranges::find(words_.rules, member.key());
    if (rule == words_.rules.end()) {
      Add(member.key_span(), NoSuch("rule", member.key(), words_.rules));
    } else if (member.is_object()) {
      const auto position = static_cast<std::size_t>(rule - words_.rules.begin());
      Rule(member,
           position < words_.options.size() ? words_.options[position]
                                            : std::span<const RuleOption>(),
           levels, options);
    } else if (auto name = Name(member, "level", ConfigLevelNames())) {
      levels[std::string(member.key())] = *std::move(name);
    }
  }
}

void ConfigReader::Rule(JsonValue object, std::span<const RuleOption> declared,
                        ConfigLevels& levels, ConfigOptions& options) {
  std::vector<std::string_view> keys{"level"};
  for (const RuleOption& option : declared) keys.push_back(option.name);
  (void)IsObject(object, keys);
  const std::string id(object.key());
  for (const JsonValue member : object) {
    if (member.key() == "level") {
      if (auto name = Name(member, "level", ConfigLevelNames())) levels[id] = *std::move(name);
      continue;
    }
    const auto option = std::ranges::find(declared, member.key(), &RuleOption::name);
    if (option == declared.end()) continue;
    if (auto value = Option(member, *option)) {
      options[id].insert_or_assign(std::string(option->name), *std::move(value));
    }
  }
}

std::optional<OptionValue> ConfigReader::Option(JsonValue value, const RuleOption& option) {
  switch (option.type) {
    case OptionType::kNumber:
      return Number(value, option.least, option.most);
    case OptionType::kText:
      return Text(value, OptionWants(option));
    case OptionType::kNames:
      return Texts(value, OptionWants(option));
  }
  return std::nullopt;
}

void ConfigReader::Overrides(JsonValue array) {
  if (!array.is_array()) return WrongType(array, "a list of objects");
  for (const JsonValue element : array) {
    if (!IsObject(element, kOverrideKeys)) continue;
    ConfigOverride entry;
    entry.paths = Texts(element["paths"], "a list of patterns");
    Patterns("overrides", element["paths"]);
    if (entry.paths.empty()) Add(element.span(), "an override wants 'paths', a list of patterns");
    if (const JsonValue rules = element["rules"]; rules.present()) {
      Rules(rules, entry.rules, entry.options);
    } else {
      Add(element.span(), "an override wants 'rules', levels by rule id");
    }
    out_.config.overrides.push_back(std::move(entry));
  }
}

void ConfigReader::Patterns(std::string_view key, JsonValue array) {
  if (!array.is_array()) return;
  for (const JsonValue element : array) {
    const auto text = element.AsString();
    if (text) out_.config.patterns.push_back({key, std::string(*text), element.span()});
  }
}

void ConfigReader::Engine(JsonValue object) {
  if (!IsObject(object, kEngineKeys)) return;
  ConfigEngine engine;
  if (const JsonValue catalog = object["catalog"]; catalog.present()) {
    engine.catalog = Text(catalog, "a path").value_or("");
  }
  const JsonValue packages = object["packages"];
  if (packages.present() && !packages.is_array()) {
    WrongType(packages, "a list of packages");
  } else {
    for (const JsonValue package : packages) Package(package, engine);
  }
  engine.schemas = Texts(object["schemas"], "a list of schemas");
  out_.config.engine = std::move(engine);
}

// "name", or an object with it.
void ConfigReader::Package(JsonValue value, ConfigEngine& engine) {
  constexpr std::string_view kWanted = "a package, or an object with 'name'";
  if (!value.is_object()) {
    if (auto name = Text(value, kWanted)) engine.packages.push_back({*std::move(name), {}, {}});
    return;
  }
  if (!IsObject(value, kPackageKeys)) return;
  ConfigPackage package;
  if (!value["name"].present()) return Add(value.span(), "a package wants 'name'");
  package.name = Text(value["name"], "a package").value_or("");
  if (const JsonValue folder = value["folder"]; folder.present()) {
    package.folder = Text(folder, "a path in the package").value_or("");
  }
  if (const JsonValue ledger = value["ledger"]; ledger.present()) {
    package.ledger = Text(ledger, "a table: \"schema.table\"").value_or("");
  }
  engine.packages.push_back(std::move(package));
}

void ConfigReader::Compat(JsonValue array) {
  if (!array.is_array()) return WrongType(array, "a list of names");
  for (const JsonValue element : array) {
    if (Name(element, "linter", kCompat)) out_.config.squawk_comments = true;
  }
}

std::optional<std::string> ConfigReader::Name(JsonValue value, std::string_view kind, Words known) {
  const auto text = value.AsString();
  if (!text) {
    WrongType(value, fmt::format("a {}: {}", kind, fmt::join(known, ", ")));
    return std::nullopt;
  }
  if (std::ranges::find(known, *text) == known.end()) {
    Add(value.span(), NoSuch(kind, *text, known));
    return std::nullopt;
  }
  return std::string(*text);
}

std::optional<std::int64_t> ConfigReader::Number(JsonValue value, std::int64_t least,
                                                 std::int64_t most) {
  const auto number = value.AsInteger();
  if (!number || *number < least || *number > most) {
    Add(value.span(),
        fmt::format("'{}' wants a whole number from {} to {}", value.key(), least, most));
    return std::nullopt;
  }
  return number;
}

std::optional<std::string> ConfigReader::Text(JsonValue value, std::string_view wanted) {
  const auto text = value.AsString();
  if (!text || text->empty()) {
    if (text) {
      Add(value.span(), fmt::format("'{}' is empty: it wants {}", value.key(), wanted));
    } else {
      WrongType(value, wanted);
    }
    return std::nullopt;
  }
  return std::string(*text);
}

std::vector<std::string> ConfigReader::Texts(JsonValue array, std::string_view wanted) {
  std::vector<std::string> texts;
  if (!array.present()) return texts;
  if (!array.is_array()) {
    WrongType(array, wanted);
    return texts;
  }
  for (const JsonValue element : array) {
    const auto text = element.AsString();
    if (text && !text->empty()) {
      texts.emplace_back(*text);
    } else {
      Add(element.span(), fmt::format("'{}' wants {}", array.key(), wanted));
    }
  }
  return texts;
}

}  // namespace

ConfigReading ReadConfig(const SourceFile& file, const ConfigWords& words) {
  ConfigReading reading;
  const SourceFile plain(file.id(), file.path(), BlankComments(file.text()));
  const JsonDocument document(plain);
  for (const JsonProblem& problem : document.problems()) {
    if (problem.kind == JsonProblemKind::kByteOrderMark) continue;
    reading.problems.push_back({problem.span, problem.message});
  }
  // What could be read of a broken file is not judged: the one mistake would look like many.
  if (reading.problems.empty()) ConfigReader(words, reading).Read(document.root());
  std::ranges::stable_sort(reading.problems, {}, &ConfigProblem::span);
  return reading;
}

}  // namespace hoglint
