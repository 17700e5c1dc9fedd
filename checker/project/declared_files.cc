// The disk's half of reading a Drizzle schema: finds and reads the files that
// lint/typescript/declared_schema_build.h asks for.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/declared_files_search.h"
#include "checker/project/project_files.h"
#include "lint/typescript/declared_schema_build.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxModules = 500;
constexpr std::uint64_t kMaxBeside = std::uint64_t{2} << 20U;  // as for every project file

// One track's config may name the files of another's.
void AddNoteOnce(Gathering& gathering, NotChecked note) {
  const auto same = [&](const NotChecked& each) {
    return each.file == note.file && each.reason == note.reason;
  };
  if (std::ranges::none_of(gathering.not_checked, same)) {
    gathering.not_checked.push_back(std::move(note));
  }
}

bool IsTestName(std::string_view name) {
  for (const std::string_view part : {".test.", ".spec.", ".stories.", ".d."}) {
    if (name.find(part) != std::string_view::npos) return true;
  }
  return false;
}

class DiskSchemaFiles : public SchemaFiles {
 public:
  DiskSchemaFiles(Gathering& gathering, const Location& location, const std::string& folder)
      : gathering_(gathering), location_(location), aliases_(location, folder) {}

  void Name(const std::string& path) {
    SchemaModule* module = Load(path);
    if (module == nullptr) return;
    module->named = true;
    named_.push_back(module);
  }

  std::vector<const SchemaModule*> Named() override { return named_; }

  FollowedImport Follow(const SchemaModule& from, const std::string& specifier) override {
    auto [known, is_new] = followed_.try_emplace({&from, specifier});
    if (!is_new) return known->second;
    const auto path = aliases_.FileOf(from.absolute, specifier);
    FollowedImport followed;
    if (path) {
      followed.own = Load(*path);
      followed.package = followed.own == nullptr;  // noted already
    } else {
      followed.package = !specifier.starts_with('.');
    }
    known->second = followed;
    return followed;
  }

  std::vector<const SchemaModule*> Beside(const SchemaModule& index) override {
    std::vector<const SchemaModule*> beside;
    const std::string folder = ParentPath(index.absolute);
    const auto entries = location_.files->List(folder);
    if (!entries) return beside;
    for (const FolderEntry& each : *entries) {
      const std::string path = JoinPath(folder, each.name);
      if (each.kind != FileKind::kFile || path == index.absolute || !IsScriptName(each.name) ||
          IsTestName(each.name)) {
        continue;
      }
      const auto known = by_path_.find(path);
      if (known != by_path_.end() ? known->second == nullptr : !MayDeclare(path)) continue;
      if (const SchemaModule* module = Load(path)) beside.push_back(module);
    }
    return beside;
  }

  std::vector<const SchemaModule*> Read() const override {
    std::vector<const SchemaModule*> all;
    for (const SchemaModule& each : modules_) all.push_back(&each);
    return all;
  }

  bool complete = true;

 private:
  // Whether the text has a call like pgTable( or createTable( at all.
  [[nodiscard]] bool MayDeclare(const std::string& path) const {
    const auto status = location_.files->Stat(path);
    const auto real = location_.files->RealPath(path);
    if (!status || status->size > kMaxBeside || !real || !IsWithin(*real, location_.boundary)) {
      return false;
    }
    const auto text = location_.files->Read(path);
    return text && text->find("able(") != std::string::npos;
  }

  // Null when it cannot be read, which is noted.
  SchemaModule* Load(const std::string& path) {
    const auto known = by_path_.find(path);
    if (known != by_path_.end()) return known->second;
    SchemaModule*& module = by_path_[path];
    module = nullptr;
    if (modules_.size() >= kMaxModules) {
      AddNoteOnce(gathering_, {std::nullopt, ShownPath(location_, path),
                               fmt::format("the schema has more than {} files", kMaxModules)});
      complete = false;
      return nullptr;
    }
    const auto file = AddProjectFile(gathering_, location_, path);
    if (!file) {
      complete = false;
      return nullptr;
    }
    SchemaModule& read = modules_.emplace_back(
        ReadSchemaModule(*file, gathering_.sources[*file].text(), GrammarOf(path)));
    read.path = ShownPath(location_, path);
    read.absolute = path;
    if (!read.problem.empty()) {
      AddNoteOnce(gathering_,
                  {std::nullopt, read.path, "its tables were not read: " + read.problem});
    }
    module = &read;
    return module;
  }

  Gathering& gathering_;
  const Location& location_;
  ImportAliases aliases_;
  std::deque<SchemaModule> modules_;
  std::map<std::string, SchemaModule*> by_path_;
  std::vector<const SchemaModule*> named_;
  std::map<std::pair<const SchemaModule*, std::string>, FollowedImport> followed_;
};

// drizzle-kit runs in the package's folder, a config may lie below it.
FoundSchemaFiles Find(const Location& location, std::string& folder,
                      const std::vector<std::string>& patterns) {
  FoundSchemaFiles found = FindSchemaFiles(location, folder, patterns);
  for (std::string at = folder; found.files.empty();) {
    if (location.files->Stat(JoinPath(at, "package.json")) || at == location.boundary ||
        !IsWithin(ParentPath(at), location.boundary) || at == "/") {
      break;
    }
    at = ParentPath(at);
    FoundSchemaFiles above = FindSchemaFiles(location, at, patterns);
    if (above.files.empty()) continue;
    folder = at;
    return above;
  }
  return found;
}

bool IsForPostgres(const DrizzleConfig& config) {
  const std::string dialect = config.dialect.text();
  return dialect.empty() || dialect == "postgresql" || dialect == "pg";
}

}  // namespace

std::shared_ptr<const DeclaredSchema> ReadDeclaredSchema(Gathering& gathering,
                                                         const Location& location,
                                                         const std::string& config_folder,
                                                         const DrizzleConfigFile& config,
                                                         DrizzleLine line) {
  if (!config.problem.empty()) {
    AddNoteOnce(gathering,
                {std::nullopt, config.path, "its `schema` was not read: " + config.problem});
    return nullptr;
  }
  const ConfigValue& schema = config.config.schema;
  if (schema.kind == ConfigValueKind::kAbsent || !IsForPostgres(config.config)) return nullptr;
  const Span place{config.file, schema.begin, schema.begin};
  if (schema.kind == ConfigValueKind::kComputed) {
    auto unknown = std::make_shared<DeclaredSchema>();
    unknown->complete = false;
    AddNoteOnce(gathering,
                {place, config.path,
                 "only running it would tell where `schema` is: no TypeScript was read"});
    return unknown;
  }
  std::string folder = config_folder;
  const FoundSchemaFiles found = Find(location, folder, schema.values);
  DiskSchemaFiles files(gathering, location, folder);
  for (const std::string& each : found.files) files.Name(each);
  for (const std::string& each : found.problems) AddNoteOnce(gathering, {place, config.path, each});
  if (found.files.empty() && found.problems.empty()) {
    AddNoteOnce(gathering, {place, config.path, "`schema` names no file that is there"});
  }
  const ConfigValue& casing = config.config.casing;
  SchemaSettings settings;
  settings.casing =
      casing.kind == ConfigValueKind::kComputed ? std::nullopt : std::optional(casing.text());
  settings.line = line;
  BuiltSchema built = BuildDeclaredSchema(files, settings);
  for (NotFollowed& each : built.not_followed) {
    AddNoteOnce(gathering,
                {each.place, gathering.sources[each.place.file].path(), std::move(each.reason)});
  }
  built.schema.complete =
      built.schema.complete && files.complete && found.problems.empty() && !found.files.empty();
  return std::make_shared<const DeclaredSchema>(std::move(built.schema));
}

}  // namespace hoglint
