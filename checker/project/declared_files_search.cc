#include "checker/project/declared_files_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "lint/typescript/schema_glob.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxFolders = 2'000;
constexpr std::size_t kMaxFiles = 500;
constexpr int kMaxFolderDepth = 20;
constexpr int kMaxExtends = 4;
constexpr std::uint64_t kMaxTsConfig = std::uint64_t{1} << 20U;

constexpr std::array<std::string_view, 8> kExtensions = {".ts", ".tsx", ".mts", ".cts",
                                                         ".js", ".jsx", ".mjs", ".cjs"};
constexpr std::array<std::string_view, 6> kNeverWalked = {"node_modules", "dist",  "build",
                                                          ".git",         ".next", "coverage"};

bool IsFile(const Location& location, const std::string& path) {
  const auto status = location.files->Stat(path);
  return status && status->kind == FileKind::kFile;
}

bool IsInside(const Location& location, const std::string& path) {
  return IsWithin(path, location.boundary) && path.find("/node_modules/") == std::string::npos &&
         !path.ends_with("/node_modules");
}

class PatternWalk {
 public:
  explicit PatternWalk(const Location& location) : location_(location) {}

  void Add(const std::string& folder, const std::string& pattern) {
    const auto expanded = ExpandPattern(pattern);
    if (!expanded) {
      Problem(fmt::format("the pattern {} is not understood", pattern));
      return;
    }
    for (const std::string& each : *expanded) {
      const std::size_t magic = std::min(each.find_first_of("*?["), each.size());
      const std::size_t slash = each.rfind('/', magic);
      const bool whole = magic == each.size();
      const std::string fixed = whole ? each : each.substr(0, slash == each.npos ? 0 : slash + 1);
      const std::string start = AbsolutePath(fixed, folder);
      if (!IsInside(location_, start)) {
        Problem(fmt::format("{} lies outside of the project, or in node_modules", each));
      } else if (whole) {
        Match(start);
      } else {
        seen_.clear();
        Walk(start, Parts(std::string_view(each).substr(fixed.size())), 0, 0);
      }
    }
  }

  std::set<std::string> files;
  std::vector<std::string> problems;

 private:
  static std::vector<std::string> Parts(std::string_view pattern) {
    std::vector<std::string> parts;
    while (!pattern.empty()) {
      const std::size_t slash = std::min(pattern.find('/'), pattern.size());
      if (slash > 0 && pattern.substr(0, slash) != ".") {
        parts.emplace_back(pattern.substr(0, slash));
      }
      pattern.remove_prefix(std::min(slash + 1, pattern.size()));
    }
    return parts;
  }

  void Problem(std::string text) {
    if (std::ranges::find(problems, text) == problems.end()) problems.push_back(std::move(text));
  }

  // A folder stands for the files in it.
  void Match(const std::string& path) {
    const auto status = location_.files->Stat(path);
    if (!status) return;
    if (status->kind == FileKind::kFile) {
      AddFile(path);
    } else if (status->kind == FileKind::kFolder) {
      const auto entries = location_.files->List(path);
      if (!entries) return;
      for (const FolderEntry& each : *entries) {
        if (each.kind == FileKind::kFile) AddFile(JoinPath(path, each.name));
      }
    }
  }

  void AddFile(const std::string& path) {
    if (!IsScriptName(BaseName(path))) return;
    if (files.size() >= kMaxFiles) {
      Problem(fmt::format("`schema` names more than {} files", kMaxFiles));
      return;
    }
    files.insert(path);
  }

  [[nodiscard]] bool Enter(const std::string& folder, std::size_t part, int depth) {
    const auto real = location_.files->RealPath(folder);
    if (!real || !IsInside(location_, *real)) return false;
    if (depth > kMaxFolderDepth || folders_ >= kMaxFolders) {
      Problem(fmt::format("`schema` leads through more than {} folders", kMaxFolders));
      return false;
    }
    if (!seen_.emplace(*real, part).second) return false;  // links in a circle
    ++folders_;
    return true;
  }

  void Walk(const std::string& folder, const std::vector<std::string>& parts, std::size_t at,
            int depth) {
    if (at == parts.size()) {
      Match(folder);
      return;
    }
    const std::string& part = parts[at];
    const bool last = at + 1 == parts.size();
    if (!HasWildcards(part)) {
      const std::string path = AbsolutePath(part, folder);
      if (last) {
        Match(path);
      } else if (!IsNeverWalked(part) && location_.files->Stat(path)) {
        Walk(path, parts, at + 1, depth + 1);
      }
      return;
    }
    if (!Enter(folder, at, depth)) return;
    const auto entries = location_.files->List(folder);
    if (!entries) return;
    const bool any_depth = part == "**";
    if (any_depth && !last) Walk(folder, parts, at + 1, depth);
    for (const FolderEntry& each : *entries) {
      const std::string path = JoinPath(folder, each.name);
      if (!PartFits(part, each.name) || IsNeverWalked(each.name)) continue;
      if (each.kind == FileKind::kFolder && any_depth) {
        Walk(path, parts, at, depth + 1);
      } else if (last) {
        Match(path);
      } else if (each.kind == FileKind::kFolder) {
        Walk(path, parts, at + 1, depth + 1);
      }
    }
  }

  const Location& location_;
  std::set<std::pair<std::string, std::size_t>> seen_;
  std::size_t folders_ = 0;
};

}  // namespace

bool IsScriptName(std::string_view name) {
  return std::ranges::any_of(kExtensions, [&](std::string_view each) {
    return name.size() > each.size() && name.ends_with(each);
  });
}

bool IsNeverWalked(std::string_view name) {
  return std::ranges::find(kNeverWalked, name) != kNeverWalked.end();
}

FoundSchemaFiles FindSchemaFiles(const Location& location, const std::string& folder,
                                 const std::vector<std::string>& patterns) {
  PatternWalk walk(location);
  for (const std::string& each : patterns) walk.Add(folder, each);
  return {{walk.files.begin(), walk.files.end()}, std::move(walk.problems)};
}

ImportAliases::ImportAliases(const Location& location, const std::string& folder)
    : location_(location) {
  for (std::string at = folder; IsWithin(at, location.boundary); at = ParentPath(at)) {
    const std::string path = JoinPath(at, "tsconfig.json");
    if (IsFile(location, path)) {
      Read(path, 0);
      return;
    }
    if (at == location.boundary || at == "/") return;
  }
}

void ImportAliases::Read(const std::string& path, int depth) {
  const auto status = location_.files->Stat(path);
  const auto real = location_.files->RealPath(path);
  if (depth > kMaxExtends || !status || status->kind != FileKind::kFile ||
      status->size > kMaxTsConfig || !real || !IsWithin(*real, location_.boundary)) {
    return;
  }
  const auto text = location_.files->Read(path);
  if (!text) return;
  TsConfigPaths values = ReadTsConfigPaths(*text);
  const std::string folder = ParentPath(path);
  const std::vector<std::string> extends = values.extends;
  configs_.push_back({folder, std::move(values)});
  for (auto each = extends.rbegin(); each != extends.rend(); ++each) {
    if (!each->starts_with('.')) continue;  // of a package
    const std::string base = AbsolutePath(*each, folder);
    Read(base.ends_with(".json") ? base : base + ".json", depth + 1);
  }
}

std::optional<std::string> ImportAliases::FileOf(const std::string& from,
                                                 const std::string& specifier) const {
  if (specifier.starts_with('.')) return FileAt(AbsolutePath(specifier, ParentPath(from)));
  for (const Config& config : configs_) {
    const std::string base = AbsolutePath(config.values.base_url, config.folder);
    for (const PathAlias& alias : config.values.paths) {
      for (const std::string& target : TargetsOf(alias, specifier)) {
        if (auto file = FileAt(AbsolutePath(target, base))) return file;
      }
    }
    if (config.values.base_url.empty()) continue;
    if (auto file = FileAt(AbsolutePath(specifier, base))) return file;
  }
  return std::nullopt;
}

// As Node and bundlers find it: ./x, ./x.js for ./x.ts, ./x/index.ts.
std::optional<std::string> ImportAliases::FileAt(const std::string& base) const {
  if (!IsInside(location_, base)) return std::nullopt;
  std::vector<std::string> candidates;
  if (IsScriptName(BaseName(base))) candidates.push_back(base);
  for (const std::string_view each : kExtensions) candidates.push_back(base + std::string(each));
  for (const auto& [written, meant] : {std::pair{".js", ".ts"}, std::pair{".js", ".tsx"},
                                       std::pair{".mjs", ".mts"}, std::pair{".cjs", ".cts"}}) {
    if (!base.ends_with(written)) continue;
    candidates.push_back(base.substr(0, base.rfind('.')) + meant);
  }
  for (const std::string_view each : kExtensions) {
    candidates.push_back(JoinPath(base, "index" + std::string(each)));
  }
  const auto found = std::ranges::find_if(
      candidates, [&](const std::string& each) { return IsFile(location_, each); });
  return found == candidates.end() ? std::nullopt : std::optional(*found);
}

}  // namespace hoglint
