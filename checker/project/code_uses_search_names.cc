#include "checker/project/code_uses_search_names.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "checker/disk/paths.h"
#include "checker/project/project_files.h"
#include "lint/typescript/drizzle_config.h"

namespace hoglint {
namespace {

constexpr int kMaxSteps = 8;  // files that pass an export on

bool IsWordCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

bool HoldsWord(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !IsWordCharacter(text[at - 1])) &&
        (end == text.size() || !IsWordCharacter(text[end]))) {
      return true;
    }
  }
  return false;
}

// The schema's TypeScript with the files that it was read from.
struct ReadSchema {
  Gathering gathering;
  std::shared_ptr<const DeclaredSchema> declared;  // null: none is named, or there is no config
};

ReadSchema ReadSchemaOf(const Location& location, const Track& track) {
  ReadSchema result;
  if (track.config == nullptr) return result;
  const std::string path = AbsolutePath(track.config->path, location.shown_from);
  const auto file = AddProjectFile(result.gathering, location, path);
  if (!file) return result;
  auto values = ReadDrizzleConfig(result.gathering.sources[*file].text());
  if (!values) return result;
  DrizzleConfigFile config = *track.config;
  config.file = *file;
  config.config = *std::move(values);
  result.declared = ReadDeclaredSchema(result.gathering, location, ParentPath(path), config);
  return result;
}

bool IsNamed(const DeclaredName& declared, const QualifiedName& name) {
  return declared.name == name.name &&
         (declared.schema.empty() ? "public" : declared.schema) == name.schema;
}

const DeclaredTable* DeclaredAs(const DeclaredSchema* declared, const QualifiedName& name) {
  if (declared == nullptr) return nullptr;
  const auto found = std::ranges::find_if(declared->tables, [&](const DeclaredTable& table) {
    return table.exported && IsNamed(table.name, name);
  });
  return found == declared->tables.end() ? nullptr : &*found;
}

const DeclaredView* DeclaredViewAs(const DeclaredSchema* declared, const QualifiedName& name) {
  if (declared == nullptr) return nullptr;
  const auto found = std::ranges::find_if(declared->views, [&](const DeclaredView& view) {
    return view.exported && IsNamed(view.name, name);
  });
  return found == declared->views.end() ? nullptr : &*found;
}

SoughtColumn ColumnOf(const DeclaredSchema* declared, const DeclaredTable* table,
                      const std::string& name) {
  SoughtColumn column;
  column.name = name;
  if (table != nullptr) {
    const auto found = std::ranges::find(table->columns, name, &DeclaredColumn::name);
    if (found != table->columns.end()) column.property = found->property;
  }
  if (declared == nullptr) return column;
  for (const DeclaredTable& other : declared->tables) {
    if (&other == table ||
        std::ranges::find(other.columns, name, &DeclaredColumn::name) == other.columns.end()) {
      continue;
    }
    column.also_in.push_back(other.name.name);
  }
  return column;
}

SoughtTable& TableFor(Sought& sought, const DeclaredSchema* declared, const QualifiedName& name) {
  for (SoughtTable& table : sought.tables) {
    if (table.name == name.name && table.schema == name.schema) return table;
  }
  SoughtTable& table = sought.tables.emplace_back();
  table.schema = name.schema;
  table.name = name.name;
  if (const DeclaredTable* found = DeclaredAs(declared, name)) {
    table.constant = found->constant;
  } else if (const DeclaredView* view = DeclaredViewAs(declared, name)) {
    table.constant = view->constant;
  }
  return table;
}

void AddWord(Sought& sought, const std::string& word, const TakenName& name) {
  if (!word.empty()) sought.words.push_back({word, name});
}

void AddSchemaFiles(Sought& sought, const Location& location, const ReadSchema& schema) {
  std::map<FileId, std::string> paths;
  for (const DeclaredFile& file : schema.declared->files) {
    const std::string path = AbsolutePath(file.path, location.shown_from);
    paths[file.file] = path;
    sought.schema_files.insert(path);
  }
  for (const DeclaredTable& table : schema.declared->tables) {
    if (table.exported) sought.constants.insert({paths[table.span.file], table.constant});
  }
  for (const DeclaredView& view : schema.declared->views) {
    if (view.exported) sought.constants.insert({paths[view.span.file], view.constant});
  }
}

}  // namespace

TakenName Sought::NameOf(const CodeName& found) const {
  const SoughtTable& table = tables[found.table];
  return {{table.schema, table.name}, found.column};
}

Sought SoughtNames(const Location& location, const Track& track,
                   const std::vector<TakenName>& names) {
  Sought sought;
  const ReadSchema schema = ReadSchemaOf(location, track);
  const DeclaredSchema* declared = schema.declared.get();
  if (declared != nullptr) AddSchemaFiles(sought, location, schema);
  for (const TakenName& name : names) {
    SoughtTable& table = TableFor(sought, declared, name.table);
    if (name.column.empty()) {
      table.whole = true;
      AddWord(sought, table.name, name);
      AddWord(sought, table.constant, name);
      continue;
    }
    table.columns.push_back(ColumnOf(declared, DeclaredAs(declared, name.table), name.column));
    AddWord(sought, name.column, name);
    AddWord(sought, table.columns.back().property, name);
  }
  return sought;
}

std::vector<std::size_t> WordsIn(std::string_view text, const Sought& sought) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < sought.words.size(); ++i) {
    const bool known = !found.empty() && sought.words[found.back()].name == sought.words[i].name;
    if (!known && HoldsWord(text, sought.words[i].word)) found.push_back(i);
  }
  return found;
}

bool HoldsTable(std::string_view text, const Sought& sought) {
  return std::ranges::any_of(sought.tables, [&](const SoughtTable& table) {
    return HoldsWord(text, table.name) || HoldsWord(text, table.constant);
  });
}

bool MayListEveryColumn(std::string_view text, const Sought& sought) {
  constexpr std::array kListing = {"select",    "insert",          "returning", "findMany",
                                   "findFirst", "getTableColumns", "getColumns"};
  const bool declared = std::ranges::any_of(sought.tables, [&](const SoughtTable& table) {
    const bool any = std::ranges::any_of(
        table.columns, [](const SoughtColumn& column) { return !column.property.empty(); });
    return any && HoldsWord(text, table.constant);
  });
  return declared && std::ranges::any_of(kListing, [&](const char* method) {
           return text.find(method) != std::string_view::npos;
         });
}

// --- SchemaModules -----------------------------------------------------------------------------

Imported SchemaModules::TableCalled(std::string_view constant) const {
  const auto found = std::ranges::find(sought_.tables, constant, &SoughtTable::constant);
  if (found == sought_.tables.end() || constant.empty()) return {};
  return {ImportKind::kTable, static_cast<std::size_t>(found - sought_.tables.begin())};
}

Imported SchemaModules::Find(const std::string& importer, const std::string& module,
                             std::string_view name) {
  if (const auto path = modules_.Resolve(importer, module)) return FindIn(*path, name, 0);
  if (const auto folder = modules_.PackageFolder(module)) return InPackage(*folder, name);
  return {};
}

// A package that holds the schema exports its constants: which file its entry is, only its
// package.json and its build tell.
Imported SchemaModules::InPackage(const std::string& folder, std::string_view name) const {
  const auto first = sought_.schema_files.lower_bound(folder);
  if (first == sought_.schema_files.end() || !IsWithin(*first, folder)) return {};
  if (name == "*" || name == "schema") return {ImportKind::kTables, 0};
  return TableCalled(name);
}

Imported SchemaModules::FindIn(const std::string& path, std::string_view name, int step) {
  if (step > kMaxSteps) return {};
  if (sought_.constants.contains({path, std::string(name)})) return TableCalled(name);
  const auto first = sought_.constants.lower_bound({path, std::string()});
  if (name == "*" && first != sought_.constants.end() && first->first == path) {
    return {ImportKind::kTables, 0};
  }
  const auto [known, is_new] = known_.try_emplace({path, std::string(name)});
  if (!is_new) return known->second;
  Imported result;
  for (const PassedOn& each : modules_.PassedOnBy(path)) {
    if (each.name != name && each.name != "*") continue;
    const auto next = modules_.Resolve(path, each.module);
    if (!next) continue;
    result = FindIn(*next, each.name == "*" ? name : std::string_view(each.source), step + 1);
    if (result.kind != ImportKind::kOther) break;
  }
  return known_[{path, std::string(name)}] = result;
}

}  // namespace hoglint
