#include "checker/engine_tables/configured_owners.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/engine_tables/merge_ownership.h"
#include "checker/engine_tables/owned_list.h"
#include "checker/engine_tables/schema_folder.h"

namespace hoglint {
namespace {

// Where packages keep the migrations that they bring, most usual first.
constexpr std::array<std::string_view, 5> kUsualFolders{"drizzle", "migrations", "db/migrations",
                                                        "dist/drizzle", "dist/migrations"};

class OwnersReader {
 public:
  OwnersReader(const FileSystem& files, const ConfiguredOwners& configured,
               const OwnershipRequest& request, Sources& sources)
      : files_(files), configured_(configured), request_(request), sources_(sources) {}

  FoundOwnership Read(bool hogsend) {
    AddEngine(hogsend);
    for (const ConfigPackage& package : configured_.packages) AddPackage(package, hogsend);
    for (const std::string& schema : configured_.schemas) AddSchema(schema);
    return {MergeOwnership(std::move(parts_)), std::move(notes_)};
  }

 private:
  void AddEngine(bool hogsend) {
    std::shared_ptr<const Ownership> catalogue;
    if (!configured_.catalog.empty() && !IsWithin(request_.from, configured_.catalog)) {
      catalogue = ReadCatalogue(hogsend);
    }
    if (catalogue != nullptr) {
      parts_.push_back(std::move(catalogue));
    } else if (hogsend) {
      Take(ReadOwnership(files_, HogsendEngine(), request_, sources_));
    }
  }

  void Take(FoundOwnership found) {
    if (found.ownership != nullptr) parts_.push_back(std::move(found.ownership));
    std::ranges::move(found.not_checked, std::back_inserter(notes_));
  }

  std::shared_ptr<const Ownership> ReadCatalogue(bool hogsend) {
    auto ownership = std::make_shared<Ownership>();
    ownership->source = OwnershipSource::kConfigured;
    ownership->read_from = RelativePath(configured_.catalog, request_.shown_from);
    ownership->why = "hoglint.json names it";
    ownership->owner = hogsend ? std::string(HogsendEngine().owner) : "another owner";
    ownership->package = hogsend ? std::string(HogsendEngine().package) : ownership->read_from;
    if (hogsend) {
      ownership->ledger = {std::string(HogsendEngine().ledger_schema),
                           std::string(HogsendEngine().ledger_table)};
    }
    const auto problem = FillCatalogue(*ownership);
    if (!problem) return ownership;
    notes_.push_back({std::nullopt, ownership->read_from,
                      fmt::format("what others own, by 'engine.catalog': {}", *problem)});
    return nullptr;
  }

  // What went wrong; absent when nothing did.
  std::optional<std::string> FillCatalogue(Ownership& ownership) {
    const std::string& path = configured_.catalog;
    const auto status = files_.Stat(path);
    if (status && status->kind == FileKind::kFile && path.ends_with(".json")) {
      const auto list = ReadList(path, status->size);
      if (list && !*list) return list->error().message;
      if (list) {
        TakeList(**list, ownership);
        return std::nullopt;
      }
    }
    auto schema = ReadFolderSchema(files_, path, request_.top, request_.shown_from, sources_);
    if (!schema) return schema.error().message;
    ownership.version = schema->newest;
    ownership.catalogue = std::move(schema->catalogue);
    AddNote(*schema);
    return std::nullopt;
  }

  std::optional<Result<OwnedList>> ReadList(const std::string& path, std::uint64_t size) {
    constexpr std::uint64_t kMaxListSize = std::uint64_t{4} << 20U;
    const auto real = files_.RealPath(path);
    if (size > kMaxListSize || !real || !IsWithin(*real, request_.top)) return std::nullopt;
    auto text = files_.Read(path);
    if (!text) return std::nullopt;
    return ReadOwnedList(SourceFile(FileId{}, path, *std::move(text)));
  }

  static void TakeList(OwnedList list, Ownership& ownership) {
    if (!list.owner.empty()) ownership.owner = std::move(list.owner);
    if (!list.package.empty()) ownership.package = std::move(list.package);
    if (!list.ledger.name.empty()) ownership.ledger = std::move(list.ledger);
    ownership.version = std::move(list.version);
    ownership.catalogue = std::move(list.catalogue);
  }

  void AddPackage(const ConfigPackage& package, bool hogsend) {
    if (package.name == HogsendEngine().package) {
      if (!hogsend) Take(ReadOwnership(files_, HogsendEngine(), request_, sources_));
      return;
    }
    const QualifiedName ledger =
        package.ledger.empty() ? QualifiedName{} : OwnedName(package.ledger);
    OwnerPackage owner{.owner = package.name,
                       .package = package.name,
                       .family = package.name,
                       .folder = package.folder,
                       .ledger_schema = ledger.schema,
                       .ledger_table = ledger.name,
                       .built_in = {},
                       .built_in_version = {}};
    owner.folders = package.folder.empty() ? std::span<const std::string_view>(kUsualFolders)
                                           : std::span(&owner.folder, 1);
    Take(ReadOwnership(files_, owner, request_, sources_));
  }

  void AddSchema(const std::string& schema) {
    auto ownership = std::make_shared<Ownership>();
    ownership->owner = fmt::format("the owner of schema {}", schema);
    ownership->package = "the project that the schema is of";
    ownership->source = OwnershipSource::kConfigured;
    ownership->why = "hoglint.json names its schema";
    ownership->schemas.push_back(schema);
    parts_.push_back(std::move(ownership));
  }

  void AddNote(const FolderSchema& schema) {
    if (schema.note.empty()) return;
    notes_.push_back(
        {std::nullopt, RelativePath(schema.read_from, request_.shown_from), schema.note});
  }

  const FileSystem& files_;
  const ConfiguredOwners& configured_;
  const OwnershipRequest& request_;
  Sources& sources_;
  std::vector<std::shared_ptr<const Ownership>> parts_;
  std::vector<NotChecked> notes_;
};

}  // namespace

FoundOwnership ReadOwners(const FileSystem& files, const ConfiguredOwners& configured, bool hogsend,
                          const OwnershipRequest& request, Sources& sources) {
  return OwnersReader(files, configured, request, sources).Read(hogsend);
}

}  // namespace hoglint
