#include "lint/typescript/schema_aliases.h"

#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

std::string KeyOf(const TsNode& pair) {
  const TsNode* key = pair.Field("key");
  return key == nullptr ? std::string() : StringOf(*key).value;
}

const TsNode* Member(const TsNode* object, std::string_view name) {
  if (object == nullptr || object->kind != "object") return nullptr;
  for (const TsNode& each : object->children) {
    if (each.kind == "pair" && KeyOf(each) == name) return each.Field("value");
  }
  return nullptr;
}

std::vector<std::string> Strings(const TsNode* value) {
  std::vector<std::string> strings;
  if (value == nullptr) return strings;
  if (value->kind == "string") strings.push_back(StringOf(*value).value);
  if (value->kind != "array") return strings;
  for (const TsNode& each : value->children) {
    if (each.kind == "string") strings.push_back(StringOf(each).value);
  }
  return strings;
}

}  // namespace

TsConfigPaths ReadTsConfigPaths(std::string_view source) {
  TsConfigPaths result;
  // JSON with comments is an expression of TypeScript.
  if (source.starts_with("\xEF\xBB\xBF")) source.remove_prefix(3);
  const std::string module = "export default " + std::string(source);
  const auto program = ParseTypeScript(module);
  if (!program || program->children.empty()) return result;
  const TsNode* object = program->children.front().Field("value");
  const TsNode* options = Member(object, "compilerOptions");
  if (const TsNode* base = Member(options, "baseUrl")) result.base_url = StringOf(*base).value;
  result.extends = Strings(Member(object, "extends"));
  const TsNode* paths = Member(options, "paths");
  if (paths == nullptr || paths->kind != "object") return result;
  for (const TsNode& each : paths->children) {
    if (each.kind == "pair") result.paths.push_back({KeyOf(each), Strings(each.Field("value"))});
  }
  return result;
}

std::vector<std::string> TargetsOf(const PathAlias& alias, std::string_view import) {
  const std::string_view pattern = alias.pattern;
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) {
    return import == pattern ? alias.targets : std::vector<std::string>();
  }
  const std::string_view before = pattern.substr(0, star);
  const std::string_view behind = pattern.substr(star + 1);
  if (import.size() < before.size() + behind.size() || !import.starts_with(before) ||
      !import.ends_with(behind)) {
    return {};
  }
  import.remove_prefix(before.size());
  import.remove_suffix(behind.size());
  std::vector<std::string> targets;
  for (const std::string& target : alias.targets) {
    const std::size_t at = target.find('*');
    targets.push_back(at == std::string::npos
                          ? target
                          : target.substr(0, at) + std::string(import) + target.substr(at + 1));
  }
  return targets;
}

}  // namespace hoglint
