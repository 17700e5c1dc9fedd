#include "checker/engine_tables/read_ownership.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/engine_tables/hogsend_engine.h"
#include "checker/engine_tables/schema_folder.h"
#include "lint/config/package_json.h"
#include "lint/schema/apply.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

Ownership OwnershipOf(const OwnerPackage& package) {
  Ownership ownership;
  ownership.owner = package.owner;
  ownership.package = package.package;
  ownership.ledger = {std::string(package.ledger_schema), std::string(package.ledger_table)};
  return ownership;
}

Ownership BuiltIn(const OwnerPackage& package) {
  Ownership ownership = OwnershipOf(package);
  ownership.source = OwnershipSource::kBuiltIn;
  ownership.version = package.built_in_version;
  ownership.read_from = "hoglint's own list";
  ownership.why = "the package is not installed";
  const SourceFile text(FileId{}, {}, std::string(package.built_in));
  for (const Statement& statement : Parse(text, {}).statements) {
    static_cast<void>(Apply(ownership.catalogue, statement, BatchId::kBeforeHistory));
  }
  ownership.catalogue = AsBeforeHistory(std::move(ownership.catalogue));
  return ownership;
}

// A package.json above the track, with its folder.
struct Manifest {
  std::string folder;
  PackageJson package;
};

// A folder of the package, and how it came to be taken.
struct PackageFolder {
  std::string shown;  // where it was found, absolute
  std::string real;   // where its files are
  std::string why;
};

// "0.67": major and minor version of "^0.67.0", "~0.67.1", "0.67.3"; empty for other ranges.
std::string MinorVersion(std::string_view range) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (!range.empty() && !digit(range.front())) range.remove_prefix(1);
  const std::size_t first = range.find('.');
  if (first == std::string_view::npos) return {};
  return std::string(range.substr(0, range.find_first_of(".-+ ", first + 1)));
}

class OwnershipFinder {
 public:
  OwnershipFinder(const FileSystem& files, const OwnerPackage& package,
                  const OwnershipRequest& request, Sources& sources)
      : files_(files), package_(package), request_(request), sources_(sources) {}

  FoundOwnership Find() {
    ReadManifests();
    if (!manifests_.empty() && manifests_.front().package.name == package_.package) return {};
    if (const auto installed = FindInstalled()) {
      if (auto ownership = ReadPackage(*installed)) return Finish(*std::move(ownership));
    }
    if (const auto vendored = FindVendored()) {
      if (auto ownership = ReadPackage(*vendored)) return Finish(*std::move(ownership));
    }
    if (!package_.built_in.empty()) return Finish(WithoutPackage());
    if (notes_.empty()) {
      notes_.push_back({std::nullopt,
                        {},
                        fmt::format("what {} owns: hoglint.json names it, and it is not installed",
                                    package_.package)});
    }
    return {nullptr, std::move(notes_)};
  }

 private:
  // From the track upwards; node_modules is looked up by name, never listed.
  void ReadManifests() {
    for (std::string folder = request_.from;; folder = ParentPath(folder)) {
      folders_.push_back(folder);
      const auto text = files_.Read(JoinPath(folder, "package.json"));
      const auto package = text ? ReadPackageJson(*text) : std::nullopt;
      if (package) manifests_.push_back({folder, *package});
      if (folder == request_.top || folder == "/" || !IsWithin(folder, request_.top)) return;
    }
  }

  [[nodiscard]] std::optional<PackageFolder> FindInstalled() {
    for (const std::string& folder : folders_) {
      const std::string path = JoinPath(JoinPath(folder, "node_modules"), package_.package);
      if (!files_.Stat(path)) continue;
      const auto real = files_.RealPath(path);
      if (!real) continue;
      const bool linked = *real != path;
      if (!IsWithin(*real, request_.top) && real->find("/node_modules/") == std::string::npos) {
        Note(path, fmt::format("it is a link to {}, outside of the repository", *real));
        continue;
      }
      return PackageFolder{path, *real,
                           linked ? "installed, by a link of the package manager" : "installed"};
    }
    return std::nullopt;
  }

  // "file:./vendor/db" in a package.json, not installed.
  [[nodiscard]] std::optional<PackageFolder> FindVendored() const {
    for (const Manifest& manifest : manifests_) {
      const auto found = manifest.package.requested.find(package_.package);
      if (found == manifest.package.requested.end()) continue;
      std::string_view range = found->second;
      if (!range.starts_with("file:") && !range.starts_with("link:")) continue;
      range.remove_prefix(std::string_view("file:").size());
      const std::string path = AbsolutePath(range, manifest.folder);
      const auto real = files_.RealPath(path);
      if (real && IsWithin(*real, request_.top)) {
        return PackageFolder{path, *real,
                             fmt::format("vendored, package.json has {}", found->second)};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view MigrationsIn(const PackageFolder& folder) const {
    for (const std::string_view each : package_.folders) {
      if (files_.Stat(JoinPath(folder.real, each))) return each;
    }
    return package_.folders.empty() ? package_.folder : package_.folders.front();
  }

  [[nodiscard]] std::optional<Ownership> ReadPackage(const PackageFolder& folder) {
    const std::string_view inside = MigrationsIn(folder);
    const std::string migrations = JoinPath(folder.real, inside);
    auto schema = ReadFolderSchema(files_, migrations, folder.real, request_.shown_from, sources_);
    if (!schema) {
      Note(JoinPath(folder.shown, inside), fmt::format("what {} owns could not be read there: {}",
                                                       package_.package, schema.error().message));
      return std::nullopt;
    }
    if (!schema->note.empty()) Note(schema->read_from, schema->note);
    Ownership ownership = OwnershipOf(package_);
    ownership.source = OwnershipSource::kPackage;
    ownership.read_from = RelativePath(schema->read_from, request_.shown_from);
    ownership.why = folder.why;
    const auto text = files_.Read(JoinPath(folder.real, "package.json"));
    const auto package = text ? ReadPackageJson(*text) : std::nullopt;
    if (package) ownership.version = package->version;
    ownership.catalogue = std::move(schema->catalogue);
    return ownership;
  }

  // The version that the nearest package.json asks for; empty: none does.
  [[nodiscard]] std::string Wanted() const {
    for (const Manifest& manifest : manifests_) {
      const auto& requested = manifest.package.requested;
      const auto exact = requested.find(package_.package);
      if (exact != requested.end()) return exact->second;
      const auto family = std::ranges::find_if(
          requested, [&](const auto& each) { return each.first.starts_with(package_.family); });
      if (family != requested.end()) return family->second;
    }
    return {};
  }

  [[nodiscard]] Ownership WithoutPackage() {
    Ownership ownership = BuiltIn(package_);
    const std::string wanted = Wanted();
    if (MinorVersion(wanted) == MinorVersion(ownership.version)) return ownership;
    ownership.wanted = wanted.empty() ? "any version" : wanted;
    // Another version may have more: nothing is then known to be missing.
    std::vector<RelationId> ids;
    for (const auto& [name, id] : ownership.catalogue.relation_names()) ids.push_back(id);
    for (const RelationId id : ids) ownership.catalogue.Mutable(id).columns_unknown = true;
    notes_.push_back({std::nullopt,
                      {},
                      fmt::format("what {} {} owns: it is not installed, so hoglint's own list of "
                                  "version {} was taken",
                                  package_.package, wanted.empty() ? "of this project" : wanted,
                                  ownership.version)});
    return ownership;
  }

  void Note(const std::string& path, std::string reason) {
    notes_.push_back({std::nullopt, RelativePath(path, request_.shown_from), std::move(reason)});
  }

  FoundOwnership Finish(Ownership ownership) {
    return {std::make_shared<const Ownership>(std::move(ownership)), std::move(notes_)};
  }

  const FileSystem& files_;
  const OwnerPackage& package_;
  const OwnershipRequest& request_;
  Sources& sources_;
  std::vector<std::string> folders_;  // from the track up
  std::vector<Manifest> manifests_;
  std::vector<NotChecked> notes_;
};

}  // namespace

const OwnerPackage& HogsendEngine() {
  static const OwnerPackage engine{.owner = "Hogsend's engine",
                                   .package = "@hogsend/db",
                                   .family = "@hogsend/",
                                   .folder = "drizzle",
                                   .ledger_schema = "drizzle",
                                   .ledger_table = "__drizzle_migrations",
                                   .built_in = kHogsendEngineSql,
                                   .built_in_version = kHogsendEngineVersion};
  return engine;
}

std::shared_ptr<const Ownership> BuiltInOwnership(const OwnerPackage& package) {
  return std::make_shared<const Ownership>(BuiltIn(package));
}

FoundOwnership ReadOwnership(const FileSystem& files, const OwnerPackage& package,
                             const OwnershipRequest& request, Sources& sources) {
  return OwnershipFinder(files, package, request, sources).Find();
}

}  // namespace hoglint
