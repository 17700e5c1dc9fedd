#include "checker/project/drizzle_migrator.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "checker/disk/paths.h"

namespace hoglint {
namespace {

// Bounds of the search: a migrate script is small and not deep.
constexpr int kDepth = 4;
constexpr std::size_t kFiles = 400;
constexpr std::uint64_t kFileSize = std::uint64_t{64} << 10U;

constexpr std::string_view kNeonHttp = "neon-http";

bool IsScript(std::string_view name) {
  return std::ranges::any_of(
      std::array<std::string_view, 6>{".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"},
      [&](std::string_view extension) { return name.ends_with(extension); });
}

bool IsPassedOver(std::string_view name) {
  return name.starts_with('.') || name == "node_modules" || name == "dist" || name == "build" ||
         name == "out" || name == "vendor" || name == "coverage" || name == "public";
}

// Drivers whose migrator or database the scripts import.
class DriverSearch {
 public:
  explicit DriverSearch(const FileSystem& files) : files_(files) {}

  void Walk(const std::string& folder, int depth) {
    const auto entries = files_.List(folder);
    if (!entries) return;
    for (const FolderEntry& entry : *entries) {
      if (left_ == 0) return;
      if (IsPassedOver(entry.name)) continue;
      const std::string path = JoinPath(folder, entry.name);
      if (entry.kind == FileKind::kFolder) {
        if (depth > 0) Walk(path, depth - 1);
      } else if (entry.kind == FileKind::kFile && IsScript(entry.name)) {
        Read(path);
      }
    }
  }

  // With `drizzle-orm/<driver>/migrator`, in order, each once.
  [[nodiscard]] const std::vector<std::string>& migrators() const { return migrators_; }
  // A script opens its database with drizzle-orm/neon-http.
  [[nodiscard]] bool opens_neon_http() const { return opens_neon_http_; }

 private:
  void Read(const std::string& path) {
    const auto status = files_.Stat(path);
    if (!status || status->size > kFileSize) return;
    --left_;
    const auto text = files_.Read(path);
    if (text) Scan(*text);
  }

  // The quoted module names; what is behind `//` on its line is none.
  void Scan(std::string_view text) {
    static constexpr std::string_view kModule = "drizzle-orm/";
    for (std::size_t at = text.find(kModule); at != std::string_view::npos;
         at = text.find(kModule, at + 1)) {
      if (at == 0 || (text[at - 1] != '"' && text[at - 1] != '\'')) continue;
      const std::size_t line = text.rfind('\n', at) + 1;  // npos + 1 is 0
      if (text.substr(line, at - line).find("//") != std::string_view::npos) continue;
      std::string_view name = text.substr(at + kModule.size());
      name = name.substr(0, name.find(text[at - 1]));
      Add(name);
    }
  }

  void Add(std::string_view module) {
    static constexpr std::string_view kMigrator = "/migrator";
    if (module == kNeonHttp) opens_neon_http_ = true;
    if (!module.ends_with(kMigrator)) return;
    std::string driver(module.substr(0, module.size() - kMigrator.size()));
    if (std::ranges::find(migrators_, driver) == migrators_.end()) {
      migrators_.push_back(std::move(driver));
    }
  }

  const FileSystem& files_;
  std::size_t left_ = kFiles;
  std::vector<std::string> migrators_;
  bool opens_neon_http_ = false;
};

// 1.0.0-beta.1 still ran statement by statement; 1.0.0-rc.5 sends one batch (both read).
std::optional<bool> SendsOneBatch(const PackageJson& package) {
  const auto version = package.requested.find("drizzle-orm");
  if (version == package.requested.end()) return std::nullopt;
  const auto major = MajorOf(version->second);
  if (!major) return std::nullopt;
  if (*major >= 1 && version->second.find("-beta") != std::string::npos) return std::nullopt;
  return *major >= 1;
}

DrizzleMigrator NeonHttp(const PackageJson& package) {
  const std::optional<bool> batch = SendsOneBatch(package);
  if (batch) return {*batch ? kDrizzleNeonHttpBatchRunner : kDrizzleNeonHttpRunner, {}};
  return {kDrizzleNeonHttpRunner,
          "whether drizzle-orm/neon-http applies everything in one transaction: it does from 1.0 "
          "on, and package.json gives no such version; none was taken"};
}

// drizzle-kit migrate takes the first driver of this list that is installed; only the last is
// Neon's, over a socket, with a transaction (read in drizzle-kit 0.31).
bool HasSocketDriver(const PackageJson& package) {
  return std::ranges::any_of(
      std::array<std::string_view, 3>{"pg", "postgres", "@vercel/postgres"},
      [&](std::string_view name) { return package.dependencies.contains(std::string(name)); });
}

bool CallsDrizzleKit(const PackageJson& package) {
  return std::ranges::any_of(package.scripts, [](const auto& script) {
    return script.second.find("drizzle-kit migrate") != std::string::npos;
  });
}

}  // namespace

DrizzleMigrator FindDrizzleMigrator(const FileSystem& files, const std::string& folder,
                                    const PackageJson& package) {
  // Neon's HTTP needs its own driver; without it there is nothing to tell apart.
  if (folder.empty() || !package.dependencies.contains("@neondatabase/serverless")) return {};
  DriverSearch search(files);
  search.Walk(folder, kDepth);
  const std::vector<std::string>& migrators = search.migrators();
  if (migrators.size() > 1) {
    return {kDrizzleRunner,
            "which of the migrators that the scripts import applies the migrations: one "
            "transaction for all was taken; name another with --runner"};
  }
  if (migrators.size() == 1) {
    return migrators.front() == kNeonHttp ? NeonHttp(package) : DrizzleMigrator{};
  }
  if (search.opens_neon_http() && !CallsDrizzleKit(package) && !HasSocketDriver(package)) {
    return {kDrizzleRunner,
            "how the migrations are applied: the code reaches its database by "
            "drizzle-orm/neon-http, but no script imports a migrator; one transaction for all was "
            "taken, as drizzle-kit migrate does it; name another with --runner"};
  }
  return {};
}

}  // namespace hoglint
