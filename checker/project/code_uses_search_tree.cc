#include "checker/project/code_uses_search_tree.h"

#include <algorithm>
#include <initializer_list>

#include "checker/disk/paths.h"
#include "lint/config/package_json.h"
#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxFiles = 5'000;
constexpr std::size_t kMaxFolders = 10'000;
constexpr int kMaxDepth = 32;
constexpr std::uint64_t kMaxPackageJson = std::uint64_t{1} << 20U;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view ExtensionOf(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

bool IsScript(std::string_view extension) {
  return IsOneOf(extension, {"ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"});
}

// Their parts in TypeScript, or all of them, may name columns; there is no grammar for them here.
bool IsOtherCode(std::string_view extension) {
  return IsOneOf(extension, {"vue", "svelte", "astro", "py", "go", "rb", "rs", "java", "kt", "php",
                             "cs", "ex", "exs", "prisma"});
}

// Dependencies, build products, generated code, tests: nothing of it is the code that is deployed,
// or it is made of that.
bool IsSkippedFolder(std::string_view name) {
  return name.starts_with('.') ||
         IsOneOf(name, {"node_modules", "dist", "build", "out", "coverage", "generated",
                        "__generated__", "test", "tests", "__tests__", "__mocks__", "__fixtures__",
                        "e2e", "vendor", "venv", "target"});
}

bool IsSkippedFile(std::string_view name) {
  return IsOneOf(name, {"drizzle.config.ts", "drizzle.config.js"}) ||
         name.find(".d.") != std::string_view::npos ||
         name.find(".test.") != std::string_view::npos ||
         name.find(".spec.") != std::string_view::npos ||
         name.find(".gen.") != std::string_view::npos ||
         name.find(".generated.") != std::string_view::npos ||
         name.find(".min.") != std::string_view::npos;
}

class Lister {
 public:
  explicit Lister(const FileSystem& files) : files_(files) {}

  void Walk(const std::string& folder, int depth) {
    if (depth > kMaxDepth || ++folders_ > kMaxFolders) {
      tree.cut_off = true;
      return;
    }
    const auto entries = files_.List(folder);
    if (!entries) return;
    for (const FolderEntry& entry : *entries) {
      if (tree.cut_off) return;
      const std::string path = JoinPath(folder, entry.name);
      if (entry.kind == FileKind::kFolder) {
        if (!IsSkippedFolder(entry.name) && files_.RealPath(path) == path) Walk(path, depth + 1);
      } else if (entry.kind == FileKind::kFile) {
        AddFile(folder, entry.name, path);
      }
    }
  }

  CodeTree tree;

 private:
  void AddFile(const std::string& folder, const std::string& name, const std::string& path) {
    if (name == "package.json") return AddPackage(folder, path);
    if (name.starts_with("drizzle.config.")) tree.packages[folder].has_config = true;
    const std::string_view extension = ExtensionOf(name);
    const bool script = IsScript(extension);
    if ((!script && !IsOtherCode(extension)) || IsSkippedFile(name)) return;
    if (tree.files.size() == kMaxFiles) {
      tree.cut_off = true;
      return;
    }
    if (files_.RealPath(path) == path) tree.files.push_back({path, script});
  }

  void AddPackage(const std::string& folder, const std::string& path) {
    CodePackage& package = tree.packages[folder];
    package.is_package = true;
    const auto status = files_.Stat(path);
    if (!status || status->size > kMaxPackageJson) return;
    const auto text = files_.Read(path);
    auto read = text ? ReadPackageJson(*text) : std::nullopt;
    if (!read) return;
    package.name = std::move(read->name);
    package.dependencies = std::move(read->dependencies);
  }

  const FileSystem& files_;
  std::size_t folders_ = 0;
};

}  // namespace

CodeTree ListCode(const FileSystem& files, const std::string& top) {
  Lister lister(files);
  lister.Walk(top, 0);
  std::ranges::sort(lister.tree.files, {}, &CodeFile::path);
  return std::move(lister.tree);
}

const std::pair<const std::string, CodePackage>* PackageOf(const CodeTree& tree,
                                                           const std::string& path) {
  std::string folder = path;
  while (folder != "/") {
    folder = ParentPath(folder);
    const auto found = tree.packages.find(folder);
    if (found != tree.packages.end() && found->second.is_package) return &*found;
  }
  return nullptr;
}

void KeepFilesOf(CodeTree& tree, const std::string& home) {
  const auto own = tree.packages.find(home);
  const std::string name = own == tree.packages.end() ? std::string() : own->second.name;
  const auto reaches = [&](const CodeFile& file) {
    const auto* package = PackageOf(tree, file.path);
    if (package == nullptr) return false;
    if (package->first == home) return true;
    // With a config of its own it has another database, as far as can be told.
    if (IsWithin(file.path, home)) return !package->second.has_config;
    return !name.empty() && package->second.dependencies.contains(name);
  };
  std::erase_if(tree.files, [&](const CodeFile& file) { return !reaches(file); });
}

// --- CodeModules -----------------------------------------------------------------------------

CodeModules::CodeModules(const FileSystem& files, const CodeTree& tree)
    : files_(files), tree_(tree) {
  for (const CodeFile& file : tree.files) {
    if (!file.parsed) continue;
    paths_.insert(file.path);
    std::string module = file.path.substr(0, file.path.rfind('.'));
    if (BaseName(module) == "index") AddModule(ParentPath(module), file.path);
    AddModule(std::move(module), file.path);
  }
}

void CodeModules::AddModule(std::string module, const std::string& path) {
  std::string name(BaseName(module));
  modules_.emplace(std::move(name), std::pair(std::move(module), path));
}

std::optional<std::string> CodeModules::Probe(const std::string& path) const {
  if (paths_.contains(path)) return path;
  const std::string_view extension = ExtensionOf(BaseName(path));
  // "./users.js" is how TypeScript's modules call users.ts.
  const bool scripted = IsOneOf(extension, {"js", "mjs", "cjs", "jsx"});
  const std::string stem = scripted ? path.substr(0, path.size() - extension.size() - 1) : path;
  for (const char* ending : {".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx"}) {
    if (paths_.contains(stem + ending)) return stem + ending;
  }
  for (const char* index : {"index.ts", "index.tsx", "index.mts", "index.js", "index.mjs"}) {
    if (std::string inside = JoinPath(path, index); paths_.contains(inside)) return inside;
  }
  return std::nullopt;
}

// The only file in the importer's package whose path ends like the import.
std::optional<std::string> CodeModules::ByAlias(const std::string& importer,
                                                std::string_view tail) const {
  const auto* package = PackageOf(tree_, importer);
  if (package == nullptr || tail.empty()) return std::nullopt;
  if (IsOneOf(ExtensionOf(BaseName(tail)), {"js", "ts", "mjs", "jsx", "tsx"})) {
    tail = tail.substr(0, tail.rfind('.'));
  }
  const std::string end = "/" + std::string(tail);
  std::set<std::string> found;
  const auto [first, last] = modules_.equal_range(std::string(BaseName(tail)));
  for (auto each = first; each != last; ++each) {
    const auto& [module, path] = each->second;
    if (module.ends_with(end) && IsWithin(module, package->first)) found.insert(path);
  }
  if (found.size() != 1) return std::nullopt;
  return *found.begin();
}

std::optional<std::string> CodeModules::PackageFolder(std::string_view module) const {
  for (const auto& [folder, package] : tree_.packages) {
    if (package.name.empty() || !module.starts_with(package.name)) continue;
    const std::string_view rest = module.substr(package.name.size());
    if (rest.empty() || rest.starts_with('/')) return folder;
  }
  return std::nullopt;
}

std::optional<std::string> CodeModules::Resolve(const std::string& importer,
                                                const std::string& module) {
  if (module.starts_with('.')) return Probe(AbsolutePath(module, ParentPath(importer)));
  std::string_view tail = module;
  for (const std::string_view prefix : {"@/", "~/", "#/", "$", "~", "#", "@"}) {
    if (!tail.starts_with(prefix)) continue;
    tail.remove_prefix(prefix.size());
    break;
  }
  const bool marked = tail.size() != module.size();
  if (!marked && tail.find('/') == std::string_view::npos) return std::nullopt;
  const auto* package = PackageOf(tree_, importer);
  // What package.json lists comes from there.
  if (package != nullptr &&
      std::ranges::any_of(package->second.dependencies, [&](const auto& name) {
        return module == name || (module.starts_with(name) && module[name.size()] == '/');
      })) {
    return std::nullopt;
  }
  return ByAlias(importer, tail);
}

const std::vector<PassedOn>& CodeModules::PassedOnBy(const std::string& path) {
  const auto [entry, is_new] = passed_on_.try_emplace(path);
  if (!is_new) return entry->second;
  const auto text = files_.Read(path);
  if (!text) return entry->second;
  const auto tree = ParsePartOfTypeScript(*text, GrammarOf(path));
  if (tree) entry->second = WhatIsPassedOn(tree->program);
  return entry->second;
}

}  // namespace hoglint
