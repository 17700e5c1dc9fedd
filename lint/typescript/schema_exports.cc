#include "lint/typescript/schema_exports.h"

#include <algorithm>

namespace hoglint {
namespace {

// Names that lead to names of other files.
constexpr int kMaxDepth = 32;

bool IsRelative(std::string_view specifier) { return specifier.starts_with("."); }

}  // namespace

void SchemaExports::AddAll(const SchemaModule& module) {
  std::vector<const SchemaModule*> waiting = {&module};
  while (!waiting.empty()) {
    const SchemaModule& next = *waiting.back();
    waiting.pop_back();
    if (!whole.insert(&next).second) continue;
    for (const auto& [name, exported] : next.exports) {
      if (name == "default" && &next != &module) continue;  // a star leaves it out
      Add(next, exported);
    }
    for (const StarExport& star : next.stars) {
      const FollowedImport from = follow_(next, star.specifier);
      if (from.own != nullptr) {
        waiting.push_back(from.own);
      } else if (from.package) {
        AddForeign(next, star.node, star.specifier, {});
      } else {
        broken.push_back({&next, star.node, star.specifier});
      }
    }
  }
}

void SchemaExports::Add(const SchemaModule& module, const ModuleExport& exported) {
  exporter_ = &module;
  export_ = exported.node;
  if (exported.value != nullptr) {
    const TsNode* value = SchemaValues::Bare(exported.value);
    if (value != nullptr && value->kind == "identifier") {
      AddLocal(module, value->text, exported.node, 0);
    } else {
      origins.push_back({&module, {}, exported.value});
    }
  } else if (!exported.from.specifier.empty()) {
    AddImport(module, exported.from, exported.node, 0);
  } else {
    AddLocal(module, exported.local, exported.node, 0);
  }
}

void SchemaExports::AddLocal(const SchemaModule& module, std::string_view name, const TsNode* at,
                             int depth) {
  if (depth > kMaxDepth) return;
  const auto declared = module.declared.find(name);
  if (declared != module.declared.end()) {
    const TsNode* value = SchemaValues::Bare(declared->second);
    if (value != nullptr && value->kind == "identifier") {  // export const members = users
      AddLocal(module, value->text, at, depth + 1);
    } else {
      origins.push_back({&module, name, declared->second});
    }
    return;
  }
  const auto imported = module.imports.find(name);
  if (imported != module.imports.end()) AddImport(module, imported->second, at, depth + 1);
}

// A namespace is an object of tables, which drizzle-kit does not look into.
void SchemaExports::AddImport(const SchemaModule& module, const ModuleImport& import,
                              const TsNode* at, int depth) {
  if (import.name == "*" || depth > kMaxDepth) return;
  const FollowedImport from = follow_(module, import.specifier);
  if (from.own != nullptr) {
    AddNamed(*from.own, import.name, depth + 1);  // what it does not export is a type
  } else if (from.package) {
    AddForeign(module, at, import.specifier, import.name);
  } else {
    broken.push_back({&module, at, import.specifier});
  }
}

// False when the module exports no such name.
bool SchemaExports::AddNamed(const SchemaModule& module, const std::string& name, int depth) {
  if (depth > kMaxDepth) return true;
  const auto own = module.exports.find(name);
  if (own == module.exports.end()) {
    if (name == "default") return false;
    return std::ranges::any_of(module.stars, [&](const StarExport& star) {
      const FollowedImport from = follow_(module, star.specifier);
      if (from.own == nullptr) return from.package;
      return AddNamed(*from.own, name, depth + 1);
    });
  }
  const ModuleExport& exported = own->second;
  if (exported.value != nullptr) {
    const TsNode* value = SchemaValues::Bare(exported.value);
    if (value != nullptr && value->kind == "identifier") {
      AddLocal(module, value->text, exported.node, depth + 1);
    } else {
      origins.push_back({&module, {}, exported.value});
    }
  } else if (!exported.from.specifier.empty()) {
    AddImport(module, exported.from, exported.node, depth + 1);
  } else {
    AddLocal(module, exported.local, exported.node, depth + 1);
  }
  return true;
}

// At the export that drizzle-kit comes by, not in the file that it passes through.
void SchemaExports::AddForeign(const SchemaModule& module, const TsNode* at,
                               const std::string& package, const std::string& name) {
  if (package.starts_with("drizzle-orm") || IsRelative(package)) return;
  const bool star = name.empty();
  ForeignExport found;
  found.span = star || exporter_ == nullptr ? module.SpanOf(*at) : exporter_->SpanOf(*export_);
  found.module = package;
  if (!star) found.names.push_back(name);
  foreign.push_back(std::move(found));
}

}  // namespace hoglint
