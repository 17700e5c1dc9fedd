#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lint/base/relative_path.h"
#include "lint/typescript/app_sources_module.h"
#include "lint/typescript/app_sources_tree.h"

namespace hoglint {
namespace {

constexpr int kMaxModules = 16;  // that a name is followed through

std::string FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string Join(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

std::optional<std::size_t> Position(const std::vector<std::string>& paths,
                                    const std::string& path) {
  const auto found = std::ranges::lower_bound(paths, path);
  if (found == paths.end() || *found != path) return std::nullopt;
  return static_cast<std::size_t>(found - paths.begin());
}

// The file of a path that is written without, or with another, ending.
std::optional<std::size_t> WithEnding(const std::vector<std::string>& paths,
                                      const std::string& path) {
  constexpr std::array<std::string_view, 6> kEndings = {".ts", ".tsx", ".mts",
                                                        ".js", ".mjs", ".cts"};
  if (const auto found = Position(paths, path)) return found;
  std::string stem = path;
  for (const std::string_view ending : {".js", ".mjs", ".jsx", ".cjs"}) {
    if (stem.ends_with(ending)) stem.resize(stem.size() - ending.size());
  }
  for (const std::string_view ending : kEndings) {
    if (const auto found = Position(paths, stem + std::string(ending))) return found;
  }
  for (const std::string_view ending : kEndings) {
    if (const auto found = Position(paths, Join(stem, "index") + std::string(ending))) {
      return found;
    }
  }
  return std::nullopt;
}

std::vector<std::string> PathsOf(const std::vector<SourceModule>& modules) {
  std::vector<std::string> paths;
  paths.reserve(modules.size());
  for (const SourceModule& module : modules) paths.push_back(module.path);
  return paths;
}

class Linker {
 public:
  explicit Linker(const std::vector<SourceModule>& modules)
      : modules_(modules), paths_(PathsOf(modules)) {}

  // What the meaning is in the end, and in which module that is written.
  struct Resolved {
    Meaning meaning;
    std::size_t module = 0;
  };
  [[nodiscard]] Resolved Resolve(const Meaning& meaning, std::size_t from) const {
    int steps = 0;
    return Follow(meaning, from, steps);
  }

  // The module that the one at `from` imports by that name.
  [[nodiscard]] std::optional<std::size_t> Target(std::size_t from, std::string_view module) const {
    return ResolveModule(paths_, modules_[from].path, module);
  }

  // The first createHogsendClient in the module or in what it imports.
  const SourceModule::Client* ClientFrom(std::size_t position, std::set<std::size_t>& seen) const {
    if (!seen.insert(position).second) return nullptr;
    const SourceModule& module = modules_[position];
    if (!module.clients.empty()) return &module.clients.front();
    for (const std::string& import : module.imports) {
      const auto target = Target(position, import);
      if (!target) continue;
      if (const auto* client = ClientFrom(*target, seen)) return client;
    }
    return nullptr;
  }

  [[nodiscard]] std::optional<AppEntry> FindEntry(const std::string& folder) const {
    for (const std::size_t position : EntriesAmong(paths_, folder)) {
      std::set<std::size_t> seen;
      const auto* client = ClientFrom(position, seen);
      if (client != nullptr) return AppEntry{modules_[position].file, client->call.span};
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Resolved Follow(const Meaning& meaning, std::size_t from, int& steps) const {
    if (meaning.kind != MeaningKind::kElsewhere) return {meaning, from};
    if (++steps > kMaxModules) return {};
    const auto target = Target(from, meaning.module);
    if (!target) return {};
    const SourceModule& module = modules_[*target];
    if (const auto found = module.exports.find(meaning.name); found != module.exports.end()) {
      const Meaning& there = meaning.called ? found->second.called : found->second.value;
      return Follow(there, *target, steps);
    }
    for (const std::string& all : module.all_of) {
      Meaning further = meaning;
      further.module = all;
      const Resolved resolved = Follow(further, *target, steps);
      if (resolved.meaning.kind != MeaningKind::kUnknown) return resolved;
    }
    return {};
  }

  const std::vector<SourceModule>& modules_;
  std::vector<std::string> paths_;
};

// Fills in where the journal comes from.
void SetJournal(const Linker::Resolved& journal, const std::string& written_in,
                HogsendClientCall& call) {
  const Meaning& meaning = journal.meaning;
  if (meaning.kind == MeaningKind::kJournal) {
    call.argument = meaning.empty ? JournalArgument::kEmpty : JournalArgument::kWritten;
  } else if (meaning.kind == MeaningKind::kModule && meaning.module.starts_with("@hogsend/")) {
    call.argument = JournalArgument::kPackage;
    call.journal = meaning.module;
  } else if (meaning.kind == MeaningKind::kModule && meaning.module.starts_with('.')) {
    call.argument = JournalArgument::kFile;
    call.journal = NormalPath(Join(FolderOf(written_in), meaning.module));
  }
}

void LinkOne(const std::vector<SourceModule>& modules, const Linker& linker, std::size_t position,
             AppSources& sources) {
  const SourceModule& module = modules[position];
  for (const SourceModule::Client& client : module.clients) {
    HogsendClientCall call = client.call;
    const Linker::Resolved journal = linker.Resolve(client.journal, position);
    if (call.argument == JournalArgument::kUnknown) {
      SetJournal(journal, modules[journal.module].path, call);
    }
    sources.clients.push_back(std::move(call));
  }
  for (const SourceModule::Transaction& each : module.transactions) {
    const Meaning database = linker.Resolve(each.database, position).meaning;
    if (database.kind != MeaningKind::kHttpDatabase) continue;
    if (database.database == HttpDatabase::kNeon && !each.async_argument) continue;
    HttpTransaction transaction = each.transaction;
    transaction.database = database.database;
    transaction.made = database.span;
    sources.http_transactions.push_back(std::move(transaction));
  }
  for (const SourceModule::Id& each : module.ids) {
    GeneratedId id = each.id;
    const Meaning maker = linker.Resolve(each.maker, position).meaning;
    if (maker.kind == MeaningKind::kIdMaker) id.random = maker.random;
    sources.ids.push_back(std::move(id));
  }
}

template <typename T>
void Append(const std::vector<T>& from, std::vector<T>& to) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::vector<std::string> NeededBy(const SourceModule& module, bool entry) {
  std::set<std::string> needed(module.all_of.begin(), module.all_of.end());
  const auto add = [&](const Meaning& meaning) {
    if (meaning.kind == MeaningKind::kElsewhere) needed.insert(meaning.module);
  };
  for (const auto& exported : module.exports) {
    add(exported.second.value);
    add(exported.second.called);
  }
  for (const SourceModule::Client& client : module.clients) add(client.journal);
  for (const SourceModule::Transaction& each : module.transactions) add(each.database);
  for (const SourceModule::Id& id : module.ids) add(id.maker);
  if (entry) needed.insert(module.imports.begin(), module.imports.end());
  return {needed.begin(), needed.end()};
}

std::vector<std::size_t> EntriesAmong(const std::vector<std::string>& paths,
                                      const std::string& folder) {
  std::vector<std::size_t> entries;
  for (const std::string_view stem : {"src/index", "src/main", "src/server"}) {
    if (const auto position = WithEnding(paths, Join(folder, stem))) entries.push_back(*position);
  }
  return entries;
}

std::optional<std::size_t> ResolveModule(const std::vector<std::string>& paths,
                                         const std::string& from, std::string_view module) {
  if (module.starts_with('.')) {
    return WithEnding(paths, NormalPath(Join(FolderOf(from), module)));
  }
  if (!IsOwnModule(module)) return std::nullopt;
  const std::size_t slash = module.find('/');
  std::string name(slash == std::string_view::npos ? module.substr(1) : module.substr(slash + 1));
  for (std::string folder = FolderOf(from);; folder = FolderOf(folder)) {
    if (const auto found = WithEnding(paths, Join(Join(folder, "src"), name))) return found;
    if (const auto found = WithEnding(paths, Join(folder, name))) return found;
    if (folder.empty()) return std::nullopt;
  }
}

AppSources LinkModules(const std::vector<SourceModule>& modules, const std::string& folder) {
  AppSources sources;
  const Linker linker(modules);
  for (std::size_t i = 0; i < modules.size(); ++i) {
    const SourceModule& module = modules[i];
    sources.files.push_back({module.file, module.path});
    LinkOne(modules, linker, i, sources);
    Append(module.own.versions, sources.versions);
    Append(module.own.schema_check_off, sources.schema_check_off);
    Append(module.own.unbounded, sources.unbounded);
    Append(module.own.offsets, sources.offsets);
    Append(module.own.sql, sources.sql);
  }
  sources.entry = linker.FindEntry(folder);
  return sources;
}

}  // namespace hoglint
