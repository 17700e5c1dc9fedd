#include "lint/typescript/drizzle_config.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

// A constant that is made of a constant, and so on.
constexpr int kMaxSteps = 16;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// The key of a pair, without its quotes; empty for a computed one.
std::string KeyOf(const TsNode& pair) {
  const TsNode* key = pair.Field("key");
  if (key == nullptr) return {};
  if (key->kind == "property_identifier") return std::string(key->text);
  const TsString text = StringOf(*key);
  return text.plain ? text.value : std::string();
}

std::uint32_t EndOf(const TsNode& node) {
  return node.begin + static_cast<std::uint32_t>(node.text.size());
}

// The bytes of a key that is written in the object itself.
ConfigBytes KeyBytes(const TsNode& object, std::string_view name) {
  for (const TsNode& child : object.children) {
    if (child.kind != "pair" || KeyOf(child) != name) continue;
    const TsNode* key = child.Field("key");
    return {key->begin, EndOf(*key)};
  }
  return {};
}

class Reader {
 public:
  explicit Reader(const TsNode& program) : program_(program) {}

  // The object that the file exports; null when it is not to be seen.
  [[nodiscard]] const TsNode* Exported() const {
    for (const TsNode& statement : program_.children) {
      const TsNode* value = nullptr;
      if (statement.kind == "export_statement") {
        value = statement.Field("value");
        if (value == nullptr && statement.text.find("default") != std::string_view::npos) {
          value = statement.Child("identifier");
        }
      } else if (statement.kind == "expression_statement") {
        value = ModuleExports(statement);
      }
      if (value != nullptr) return Object(*value);
    }
    return nullptr;
  }

  // The object that an expression is, through defineConfig(...), `as`, constants.
  [[nodiscard]] const TsNode* Object(const TsNode& expression) const {
    const TsNode* node = &expression;
    for (int step = 0; step < kMaxSteps && node != nullptr; ++step) {
      node = Bare(node);
      if (node == nullptr || node->kind == "object") return node;
      if (node->kind == "call_expression") {
        const TsNode* arguments = node->Field("arguments");
        node = arguments == nullptr || arguments->children.empty() ? nullptr
                                                                   : &arguments->children.front();
      } else if (node->kind == "identifier") {
        node = Constant(node->text);
      } else {
        return nullptr;
      }
    }
    return nullptr;
  }

  // A member of an object; `computed` is set where it may be there though it is not written.
  [[nodiscard]] const TsNode* Member(const TsNode& object, std::string_view name, bool& computed,
                                     int step = 0) const {
    const TsNode* found = nullptr;
    if (step > kMaxSteps) {  // const a = {...a}
      computed = true;
      return nullptr;
    }
    for (const TsNode& child : object.children) {
      if (child.kind == "pair" && KeyOf(child) == name) {
        found = child.Field("value");
      } else if (child.kind == "shorthand_property_identifier" && child.text == name) {
        found = &child;
      } else if (child.kind == "spread_element") {
        // What is written behind it wins.
        const TsNode* spread = child.children.empty() ? nullptr : Object(child.children.front());
        bool inner = false;
        const TsNode* member = spread == nullptr ? nullptr : Member(*spread, name, inner, step + 1);
        if (member != nullptr) found = member;
        computed = computed || spread == nullptr || inner;
      }
    }
    return found;
  }

  [[nodiscard]] ConfigValue Value(const TsNode& object, std::string_view name) const {
    bool computed = false;
    const TsNode* node = Member(object, name, computed);
    if (node == nullptr) {
      return {.kind = computed ? ConfigValueKind::kComputed : ConfigValueKind::kAbsent,
              .values = {}};
    }
    return Evaluate(*node, 0);
  }

 private:
  static const TsNode* ModuleExports(const TsNode& statement) {
    const TsNode* assignment = statement.Child("assignment_expression");
    if (assignment == nullptr) return nullptr;
    const TsNode* left = assignment->Field("left");
    if (left == nullptr || !IsOneOf(left->text, {"module.exports", "exports.default"})) {
      return nullptr;
    }
    return assignment->Field("right");
  }

  // Without parentheses, `as const`, `satisfies Config`, `!`.
  static const TsNode* Bare(const TsNode* node) {
    while (node != nullptr &&
           IsOneOf(node->kind, {"parenthesized_expression", "as_expression", "satisfies_expression",
                                "non_null_expression"})) {
      node = node->children.empty() ? nullptr : &node->children.front();
    }
    return node;
  }

  // What the constant of that name is made of; null when the file has none.
  [[nodiscard]] const TsNode* Constant(std::string_view name) const {
    for (const TsNode& statement : program_.children) {
      const TsNode* declaration = &statement;
      if (statement.kind == "export_statement") declaration = statement.Field("declaration");
      if (declaration == nullptr || declaration->kind != "lexical_declaration" ||
          !declaration->text.starts_with("const")) {
        continue;
      }
      for (const TsNode& declarator : declaration->children) {
        const TsNode* declared = declarator.Field("name");
        if (declared != nullptr && declared->text == name) return declarator.Field("value");
      }
    }
    return nullptr;
  }

  [[nodiscard]] ConfigValue Evaluate(const TsNode& expression, int step) const {
    const TsNode* node = Bare(&expression);
    ConfigValue computed{.kind = ConfigValueKind::kComputed, .values = {}};
    computed.begin = expression.begin;
    computed.end = EndOf(expression);
    if (node == nullptr || step > kMaxSteps) return computed;
    if (node->kind == "identifier" || node->kind == "shorthand_property_identifier") {
      const TsNode* constant = Constant(node->text);
      return constant == nullptr ? computed : Evaluate(*constant, step + 1);
    }
    if (node->kind == "binary_expression") return Fallback(*node, step, computed);
    if (node->kind == "array") return List(*node, step, computed);
    std::optional<std::string> text = Text(*node, step);
    if (!text) return computed;
    ConfigValue value{.kind = ConfigValueKind::kLiteral, .values = {*std::move(text)}};
    value.begin = expression.begin;
    value.end = EndOf(expression);
    return value;
  }

  // process.env.X ?? "literal": what holds where the variable is not set.
  [[nodiscard]] ConfigValue Fallback(const TsNode& node, int step,
                                     const ConfigValue& computed) const {
    const TsNode* left = node.Field("left");
    const TsNode* right = node.Field("right");
    const TsNode* sign = node.Field("operator");
    if (left == nullptr || right == nullptr) return computed;
    const std::string_view between =
        node.text.substr(left->text.size(), right->begin - node.begin - left->text.size());
    const bool is_fallback = sign != nullptr ? IsOneOf(sign->text, {"??", "||"})
                                             : between.find("??") != std::string_view::npos ||
                                                   between.find("||") != std::string_view::npos;
    if (!is_fallback || !left->text.starts_with("process.env")) return computed;
    ConfigValue value = Evaluate(*right, step + 1);
    value.from_fallback = value.is_literal();
    return value;
  }

  [[nodiscard]] ConfigValue List(const TsNode& node, int step, const ConfigValue& computed) const {
    ConfigValue list{.kind = ConfigValueKind::kLiteral, .values = {}, .list = true};
    list.begin = node.begin;
    list.end = EndOf(node);
    for (const TsNode& element : node.children) {
      const ConfigValue value = Evaluate(element, step + 1);
      if (!value.is_literal() || value.list) return computed;
      list.values.push_back(value.text());
    }
    return list;
  }

  // A string, or a template whose substitutions are constants.
  [[nodiscard]] std::optional<std::string> Text(const TsNode& node, int step) const {
    const TsString plain = StringOf(node);
    if (plain.plain) return plain.value;
    if (node.kind != "template_string") return std::nullopt;
    std::string text;
    std::size_t at = 1;  // behind the backquote
    for (const TsNode& child : node.children) {
      if (child.kind == "escape_sequence") return std::nullopt;
      if (child.kind != "template_substitution") continue;
      const std::size_t begin = child.begin - node.begin;
      text += node.text.substr(at, begin - at);
      at = begin + child.text.size();
      if (child.children.empty()) return std::nullopt;
      const ConfigValue value = Evaluate(child.children.front(), step + 1);
      if (!value.is_literal() || value.list) return std::nullopt;
      text += value.text();
    }
    return text.append(node.text.substr(at, node.text.size() - 1 - at));
  }

  const TsNode& program_;
};

// drizzle-kit reads neither of them at any place (run with 0.31.10 and 1.0.0-rc.5): they are
// options of drizzle-orm's migrate().
void AddIgnoredKeys(const Reader& reader, const TsNode& object, bool inner, DrizzleConfig& config) {
  for (const char* name : {"migrationsTable", "migrationsSchema"}) {
    const ConfigBytes bytes = KeyBytes(object, name);
    if (bytes.begin == bytes.end) continue;
    config.ignored_keys.push_back({name, bytes, inner, reader.Value(object, name)});
  }
}

void ReadLedger(const Reader& reader, const TsNode& object, DrizzleConfig& config) {
  bool computed = false;
  const TsNode* migrations = reader.Member(object, "migrations", computed);
  const TsNode* ledger = migrations == nullptr ? nullptr : reader.Object(*migrations);
  AddIgnoredKeys(reader, object, /*inner=*/false, config);
  if (ledger != nullptr) {
    AddIgnoredKeys(reader, *ledger, /*inner=*/true, config);
    config.migrations_table = reader.Value(*ledger, "table");
    config.migrations_schema = reader.Value(*ledger, "schema");
  } else if (migrations != nullptr || computed) {
    config.migrations_table.kind = ConfigValueKind::kComputed;
    config.migrations_schema.kind = ConfigValueKind::kComputed;
  }
}

void ReadCredentials(const Reader& reader, const TsNode& object, DrizzleConfig& config) {
  bool computed = false;
  const TsNode* value = reader.Member(object, "dbCredentials", computed);
  const TsNode* credentials = value == nullptr ? nullptr : reader.Object(*value);
  if (credentials == nullptr) return;
  config.db_credentials_key = KeyBytes(object, "dbCredentials");
  config.db_url = reader.Value(*credentials, "url");
  config.db_host = reader.Value(*credentials, "host");
}

// On Windows, drizzle-kit takes a path of backslashes as well.
void WithSlashes(ConfigValue& paths) {
  for (std::string& path : paths.values) {
    if (path.find('/') == std::string::npos) std::ranges::replace(path, '\\', '/');
  }
}

Result<DrizzleConfig> ReadProgram(std::string_view source) {
  const auto program = ParseTypeScript(source);
  if (!program) return program.error();
  const Reader reader(*program);
  const TsNode* object = reader.Exported();
  if (object == nullptr) return Error{"it exports no object that can be read without running it"};
  DrizzleConfig config;
  config.object = {object->begin, object->begin + 1};
  config.out = reader.Value(*object, "out");
  config.dialect = reader.Value(*object, "dialect");
  config.schema = reader.Value(*object, "schema");
  config.schema_filter = reader.Value(*object, "schemaFilter");
  config.tables_filter = reader.Value(*object, "tablesFilter");
  config.casing = reader.Value(*object, "casing");
  WithSlashes(config.out);
  WithSlashes(config.schema);
  ReadLedger(reader, *object, config);
  ReadCredentials(reader, *object, config);
  return config;
}

template <typename Place>
void MoveBack(Place& place, std::uint32_t bytes) {
  if (place.begin == place.end) return;
  place.begin -= bytes;
  place.end -= bytes;
}

// drizzle.config.json is what a program would export.
Result<DrizzleConfig> ReadJson(std::string_view source) {
  constexpr std::string_view kExport = "export default ";
  Result<DrizzleConfig> config = ReadProgram(std::string(kExport).append(source));
  if (!config) return config;
  for (ConfigValue* value :
       {&config->out, &config->dialect, &config->schema, &config->migrations_table,
        &config->migrations_schema, &config->schema_filter, &config->tables_filter, &config->casing,
        &config->db_url, &config->db_host}) {
    MoveBack(*value, kExport.size());
  }
  for (IgnoredConfigKey& key : config->ignored_keys) {
    MoveBack(key.bytes, kExport.size());
    MoveBack(key.value, kExport.size());
  }
  MoveBack(config->object, kExport.size());
  MoveBack(config->db_credentials_key, kExport.size());
  return config;
}

}  // namespace

Result<DrizzleConfig> ReadDrizzleConfig(std::string_view source) {
  const std::size_t first = source.find_first_not_of(" \t\r\n");
  const bool is_json = first != std::string_view::npos && source[first] == '{';
  return is_json ? ReadJson(source) : ReadProgram(source);
}

}  // namespace hoglint
