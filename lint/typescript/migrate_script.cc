#include "lint/typescript/migrate_script.h"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "lint/typescript/path_value.h"
#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool IsFunction(const TsNode& node) {
  return IsOneOf(node.kind, {"function_declaration", "function", "function_expression",
                             "arrow_function", "method_definition", "generator_function"});
}

// Modules with which a script starts other programs.
bool StartsProcesses(std::string_view module) {
  return IsOneOf(module, {"child_process", "node:child_process", "execa", "zx", "zx/globals",
                          "cross-spawn", "shelljs", "tinyexec", "nano-spawn", "bun"});
}

class Reader {
 public:
  Reader(const TsNode& program, std::string_view path) : program_(program), path_(path) {}

  MigrateScript Read() && {
    for (const TsNode& statement : program_.children) {
      if (statement.kind == "import_statement") Import(statement);
    }
    Walk(program_, 0);
    return std::move(script_);
  }

 private:
  void Import(const TsNode& statement) {
    const TsNode* source = statement.Field("source");
    if (source == nullptr) return;
    const std::string module = StringOf(*source).value;
    if (module.starts_with('.') || module.starts_with("@/") || module.starts_with("~/") ||
        module.starts_with('#') || StartsProcesses(module)) {
      script_.leads_elsewhere = true;
    }
    Names(statement, module);
  }

  // import { migrateEngine as engine }
  void Names(const TsNode& node, const std::string& module) {
    if (node.kind == "import_specifier") {
      const TsNode* name = node.Field("name");
      const TsNode* alias = node.Field("alias");
      if (name == nullptr) return;
      if (alias != nullptr) aliases_[std::string(alias->text)] = std::string(name->text);
      if (module.starts_with("@hogsend/") && !IsMigrate(name->text) &&
          name->text.find("igrat") != std::string_view::npos) {
        script_.leads_elsewhere = true;
      }
    }
    for (const TsNode& child : node.children) Names(child, module);
  }

  static bool IsMigrate(std::string_view name) {
    return IsOneOf(name, {"migrateEngine", "migrateClient", "migrateTrack", "migrate"});
  }

  void Walk(const TsNode& node, std::uint32_t scope) {
    if (IsFunction(node)) scope = node.begin + 1;
    if (node.kind == "call_expression") Call(node, scope);
    for (const TsNode& child : node.children) Walk(child, scope);
  }

  void Call(const TsNode& node, std::uint32_t scope) {
    const TsNode* function = node.Field("function");
    const TsNode* arguments = node.Field("arguments");
    if (function == nullptr) return;
    if (function->text == "import" || function->text == "require") script_.leads_elsewhere = true;
    std::string_view name = function->text.substr(function->text.rfind('.') + 1);
    const auto alias = aliases_.find(name);
    if (alias != aliases_.end()) name = alias->second;
    if (!IsMigrate(name)) return;
    const auto end = function->begin + static_cast<std::uint32_t>(function->text.size());
    MigrateCall call;
    call.function = name;
    call.begin = function->begin;
    call.end = end;
    call.scope = scope;
    if (arguments != nullptr) Folder(*arguments, call);
    script_.calls.push_back(std::move(call));
  }

  void Folder(const TsNode& arguments, MigrateCall& call) const {
    for (const TsNode& argument : arguments.children) {
      if (argument.kind == "object") {
        for (const TsNode& member : argument.children) FolderIn(member, call);
      } else if (call.function == "migrateClient" &&
                 argument.text.find("older") != std::string::npos) {
        TakeFolder(argument, call);
      }
    }
  }

  void FolderIn(const TsNode& member, MigrateCall& call) const {
    const TsNode* key = member.kind == "pair" ? member.Field("key") : &member;
    const TsNode* value = member.kind == "pair" ? member.Field("value") : &member;
    if (key == nullptr || value == nullptr) return;
    if (key->text.find("older") == std::string_view::npos) return;  // migrationsFolder, folder
    if (member.kind == "pair" || member.kind == "shorthand_property_identifier") {
      TakeFolder(*value, call);
    }
  }

  void TakeFolder(const TsNode& expression, MigrateCall& call) const {
    const auto folder = PathValueOf(expression, program_, path_);
    if (!folder || folder->empty()) return;
    const TsNode& made = MadeOf(expression, program_);
    call.folder = folder;
    call.folder_begin = made.begin;
    call.folder_end = made.begin + static_cast<std::uint32_t>(made.text.size());
  }

  const TsNode& program_;
  std::string_view path_;
  std::map<std::string, std::string, std::less<>> aliases_;
  MigrateScript script_;
};

}  // namespace

Result<MigrateScript> ReadMigrateScript(std::string_view source, std::string_view path) {
  const auto program = ParseTypeScript(source);
  if (!program) return program.error();
  return Reader(*program, path).Read();
}

}  // namespace hoglint
