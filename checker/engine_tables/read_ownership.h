// Finds what a package brings into the database of a track: in the installed package, or in
// hoglint's own list.
#ifndef HOGLINT_CHECKER_ENGINE_TABLES_READ_OWNERSHIP_H_
#define HOGLINT_CHECKER_ENGINE_TABLES_READ_OWNERSHIP_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checker/disk/file_system.h"
#include "lint/base/source_file.h"
#include "lint/facts/ownership.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// A package with migrations of its own.
struct OwnerPackage {
  std::string_view owner;    // "Hogsend's engine"
  std::string_view package;  // "@hogsend/db"
  std::string_view family;   // packages that are versioned with it: "@hogsend/"
  std::string_view folder;   // of its migrations, in the package
  std::string_view ledger_schema;
  std::string_view ledger_table;
  std::string_view built_in;  // its schema as SQL, for projects where it is not installed; or empty
  std::string_view built_in_version;
  // Instead of `folder`: several where they may be, the first one that is there counts.
  std::span<const std::string_view> folders = {};
};

[[nodiscard]] const OwnerPackage& HogsendEngine();

// hoglint's own list of what the package owns.
[[nodiscard]] std::shared_ptr<const Ownership> BuiltInOwnership(const OwnerPackage& package);

struct OwnershipRequest {
  std::string from;        // folder of the track, absolute
  std::string top;         // no folder above it is looked into; "/" without a repository
  std::string shown_from;  // reports show paths relative to this folder
};

struct FoundOwnership {
  std::shared_ptr<const Ownership> ownership;  // null: nothing is known of what is owned
  std::vector<NotChecked> not_checked;
};

// Looks from the track's folder up to `top` for node_modules/PACKAGE, through the links of package
// managers, and for a `file:` dependency of the nearest package.json; else the built-in list. A
// package outside of `top` counts only in a node_modules folder, and its files only inside of it.
// Without a built-in list the ownership is null then, with a note; without one for the migrations
// of the package itself.
[[nodiscard]] FoundOwnership ReadOwnership(const FileSystem& files, const OwnerPackage& package,
                                           const OwnershipRequest& request, Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_ENGINE_TABLES_READ_OWNERSHIP_H_
