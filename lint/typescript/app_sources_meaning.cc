#include "lint/typescript/app_sources_meaning.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hoglint {
namespace {

// A constant that is made of a constant, and so on.
constexpr int kMaxSteps = 12;

bool IsPackageOf(std::string_view module, std::string_view package) {
  return module.starts_with(package);
}

// The returned expressions of a function's own body, not of those inside of it.
void CollectReturns(const TsNode& node, std::vector<const TsNode*>& returned) {
  for (const TsNode& child : node.children) {
    if (IsFunction(child)) continue;
    if (child.kind == "return_statement") {
      returned.push_back(child.children.empty() ? nullptr : &child.children.front());
    } else {
      CollectReturns(child, returned);
    }
  }
}

std::vector<const TsNode*> ReturnsOf(const TsNode& function) {
  std::vector<const TsNode*> returned;
  const TsNode* body = function.Field("body");
  if (body == nullptr) return returned;
  if (body->kind != "statement_block") return {body};
  CollectReturns(*body, returned);
  return returned;
}

// The number of characters of the last nanoid(24) inside.
std::optional<std::uint32_t> RandomLength(const TsNode& node) {
  if (node.kind == "call_expression") {
    const TsNode* function = node.Field("function");
    const TsNode* argument = ArgumentOf(node, 0);
    if (function != nullptr && function->text == "nanoid" && argument != nullptr &&
        argument->kind == "number" && argument->text.size() <= 3 &&
        argument->text.find_first_not_of("0123456789") == std::string_view::npos) {
      return static_cast<std::uint32_t>(std::stoul(std::string(argument->text)));
    }
  }
  for (const TsNode& child : node.children) {
    if (const auto found = RandomLength(child)) return found;
  }
  return std::nullopt;
}

// `${prefix}_${nanoid(24)}`.
std::optional<std::uint32_t> RandomBehindPrefix(const TsNode* expression) {
  const TsNode* node = BareExpression(expression);
  if (node == nullptr || node->kind != "template_string") return std::nullopt;
  if (node->text.find("}_${") == std::string_view::npos) return std::nullopt;
  return RandomLength(*node);
}

}  // namespace

Span Meanings::SpanOf(const TsNode& node) const {
  return {file_, node.begin, node.begin + static_cast<std::uint32_t>(node.text.size())};
}

Meaning Meanings::OfImport(const ImportedName& import) const {
  Meaning meaning;
  meaning.module = import.module;
  meaning.name = import.name;
  const bool whole = import.name == "default" || import.name == "*";
  if (IsOwnModule(import.module) && !import.module.ends_with(".json")) {
    meaning.kind = MeaningKind::kElsewhere;
  } else if (whole || IsPackageOf(import.module, "@hogsend/")) {
    meaning.kind = MeaningKind::kModule;
  }
  return meaning;
}

// dbModule.db of `import * as dbModule`.
Meaning Meanings::OfMember(const TsNode& member) const {
  const TsNode* object = member.Field("object");
  const TsNode* property = member.Field("property");
  if (object == nullptr || property == nullptr || object->kind != "identifier") return {};
  const Binding binding = tree_.Find(*object, object->text);
  if (binding.kind != BindingKind::kImport || binding.import->name != "*") return {};
  ImportedName import = *binding.import;
  import.name = std::string(property->text);
  return OfImport(import);
}

Meaning Meanings::OfJournal(const TsNode& object, int depth) const {
  for (const TsNode& pair : object.children) {
    const TsNode* key = pair.Field("key");
    if (key == nullptr || KeyName(*key) != "entries") continue;
    const TsNode* entries = BareExpression(pair.Field("value"));
    if (entries != nullptr && entries->kind == "identifier" && depth < kMaxSteps) {
      const Binding binding = tree_.Find(*entries, entries->text);
      if (binding.kind == BindingKind::kConstant) entries = BareExpression(binding.node);
    }
    if (entries == nullptr || entries->kind != "array") return {};
    Meaning meaning;
    meaning.kind = MeaningKind::kJournal;
    meaning.span = SpanOf(object);
    meaning.empty = entries->children.empty();
    return meaning;
  }
  return {};
}

Meaning Meanings::Of(const TsNode* expression, int depth) const {
  const TsNode* node = BareExpression(expression);
  if (node == nullptr || depth > kMaxSteps) return {};
  if (node->kind == "call_expression") return OfCall(*node, depth + 1);
  if (node->kind == "object") return OfJournal(*node, depth + 1);
  if (node->kind == "member_expression") return OfMember(*node);
  if (node->kind == "binary_expression") {  // globalThis.db ?? drizzle(sql)
    Meaning made = Of(node->Field("right"), depth + 1);
    return made.kind == MeaningKind::kHttpDatabase ? made : Meaning{};
  }
  if (node->kind != "identifier" && node->kind != "shorthand_property_identifier") return {};
  const Binding binding = tree_.Find(*node, node->text);
  if (binding.kind == BindingKind::kImport) return OfImport(*binding.import);
  if (binding.kind == BindingKind::kConstant) return Of(binding.node, depth + 1);
  return {};
}

Meaning Meanings::OfCall(const TsNode& call, int depth) const {
  const TsNode* function = call.Field("function");
  if (function == nullptr) return {};
  if (function->kind != "identifier") {
    return function->kind == "member_expression" ? OfCalling(function, depth) : Meaning{};
  }
  const Binding binding = tree_.Find(*function, function->text);
  Meaning meaning;
  if (binding.kind == BindingKind::kNone && function->text == "require") {
    const TsNode* module = ArgumentOf(call, 0);
    if (module == nullptr || !StringOf(*module).plain) return {};
    return OfImport({"", StringOf(*module).value, "*"});
  }
  if (binding.kind != BindingKind::kImport) return OfCalling(function, depth);
  // Measured: drizzle-orm 0.45.4 and 1.0.0-rc.5, @neondatabase/serverless 1.2.0.
  const ImportedName& import = *binding.import;
  if (import.module == "drizzle-orm/neon-http" && import.name == "drizzle") {
    meaning.database = HttpDatabase::kDrizzle;
  } else if (import.module == "@neondatabase/serverless" && import.name == "neon") {
    meaning.database = HttpDatabase::kNeon;
  } else {
    return OfCalling(function, depth);
  }
  meaning.kind = MeaningKind::kHttpDatabase;
  meaning.span = SpanOf(call);
  return meaning;
}

Meaning Meanings::OfCalling(const TsNode* expression, int depth) const {
  const TsNode* node = BareExpression(expression);
  if (node == nullptr || depth > kMaxSteps) return {};
  if (IsFunction(*node)) return Returned(*node, depth + 1);
  if (node->kind == "identifier" || node->kind == "shorthand_property_identifier") {
    const Binding binding = tree_.Find(*node, node->text);
    if (binding.kind == BindingKind::kFunction) return Returned(*binding.node, depth + 1);
    if (binding.kind == BindingKind::kConstant) return OfCalling(binding.node, depth + 1);
  }
  Meaning meaning = node->kind == "call_expression" ? Meaning{} : Of(node, depth + 1);
  if (meaning.kind != MeaningKind::kElsewhere || meaning.called) return {};
  meaning.called = true;
  return meaning;
}

// All that it returns is the same.
Meaning Meanings::Returned(const TsNode& function, int depth) const {
  const auto [entry, is_new] = returned_.try_emplace(&function);
  if (!is_new) return entry->second;
  std::optional<Meaning> found;
  for (const TsNode* each : ReturnsOf(function)) {
    Meaning meaning;
    if (const auto random = RandomBehindPrefix(each)) {
      meaning.kind = MeaningKind::kIdMaker;
      meaning.random = *random;
    } else {
      meaning = Of(each, depth + 1);
    }
    const bool same =
        !found || (meaning.kind == found->kind && meaning.database == found->database);
    found = same ? std::move(meaning) : Meaning{};
    if (!same) break;
  }
  if (found) returned_[&function] = *found;
  return found.value_or(Meaning{});
}

std::string Meanings::PackageFunction(const TsNode& call, std::string_view package) const {
  const TsNode* function = call.Field("function");
  if (function == nullptr) return {};
  const TsNode* name = function;
  const TsNode* property = nullptr;
  if (function->kind == "member_expression") {
    name = function->Field("object");
    property = function->Field("property");
    if (name == nullptr || property == nullptr) return {};
  }
  if (name->kind != "identifier") return {};
  const Binding binding = tree_.Find(*name, name->text);
  if (binding.kind != BindingKind::kImport || !IsPackageOf(binding.import->module, package)) {
    return {};
  }
  if (property == nullptr) return binding.import->name;
  return binding.import->name == "*" ? std::string(property->text) : std::string();
}

const TsNode* Meanings::Object(const TsNode* expression, int depth) const {
  const TsNode* node = BareExpression(expression);
  if (node == nullptr || node->kind == "object") return node;
  if (node->kind != "identifier" || depth > kMaxSteps) return nullptr;
  const Binding binding = tree_.Find(*node, node->text);
  return binding.kind == BindingKind::kConstant ? Object(binding.node, depth + 1) : nullptr;
}

const TsNode* Meanings::Function(const TsNode* expression, int depth) const {
  const TsNode* node = BareExpression(expression);
  if (node == nullptr || IsFunction(*node)) return node;
  if (depth > kMaxSteps) return nullptr;
  if (node->kind != "identifier" && node->kind != "shorthand_property_identifier") return nullptr;
  const Binding binding = tree_.Find(*node, node->text);
  if (binding.kind == BindingKind::kFunction) return binding.node;
  return binding.kind == BindingKind::kConstant ? Function(binding.node, depth + 1) : nullptr;
}

namespace {

class Exports {
 public:
  Exports(const Meanings& meanings, SourceModule& module) : meanings_(meanings), module_(module) {}

  void Add(const TsNode& statement) {
    const TsNode* source = statement.Field("source");
    const std::string from = source == nullptr ? std::string() : StringOf(*source).value;
    if (const TsNode* clause = statement.Child("export_clause")) {
      for (const TsNode& specifier : clause->children) AddSpecifier(specifier, from);
    } else if (source != nullptr) {
      if (statement.Child("namespace_export") == nullptr) module_.all_of.push_back(from);
    } else if (const TsNode* declaration = statement.Field("declaration")) {
      AddDeclaration(*declaration, statement);
    } else if (const TsNode* value = statement.Field("value")) {
      AddValue("default", *value);
    }
  }

 private:
  void AddSpecifier(const TsNode& specifier, const std::string& from) {
    const TsNode* name = specifier.Field("name");
    const TsNode* alias = specifier.Field("alias");
    if (name == nullptr) return;
    const std::string exported(alias == nullptr ? name->text : alias->text);
    if (from.empty()) return AddValue(exported, *name);
    Meaning there;
    there.kind = MeaningKind::kElsewhere;
    there.module = from;
    there.name = std::string(name->text);
    ExportMeaning meaning{there, there};
    meaning.called.called = true;
    module_.exports.insert_or_assign(exported, std::move(meaning));
  }

  void AddDeclaration(const TsNode& declaration, const TsNode& statement) {
    if (IsFunction(declaration)) {
      const TsNode* name = declaration.Field("name");
      const bool is_default = statement.text.starts_with("export default");
      if (is_default || name != nullptr) {
        AddValue(is_default ? "default" : std::string(name->text), declaration);
      }
      return;
    }
    if (!declaration.text.starts_with("const")) return;
    for (const TsNode& declarator : declaration.children) {
      const TsNode* name = declarator.Field("name");
      const TsNode* value = declarator.Field("value");
      if (name == nullptr || value == nullptr || name->kind != "identifier") continue;
      AddValue(std::string(name->text), *value);
    }
  }

  void AddValue(const std::string& name, const TsNode& value) {
    module_.exports.insert_or_assign(
        name, ExportMeaning{meanings_.Of(&value), meanings_.OfCalling(&value)});
  }

  const Meanings& meanings_;
  SourceModule& module_;
};

}  // namespace

void AddExports(const SourceTree& tree, const Meanings& meanings, SourceModule& module) {
  Exports exports(meanings, module);
  for (const TsNode& statement : tree.program().children) {
    if (statement.kind == "export_statement") exports.Add(statement);
  }
}

}  // namespace hoglint
