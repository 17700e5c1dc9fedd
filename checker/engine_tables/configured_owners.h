// All that others own in the database of a track: what hoglint.json names, and Hogsend's engine.
#ifndef HOGLINT_CHECKER_ENGINE_TABLES_CONFIGURED_OWNERS_H_
#define HOGLINT_CHECKER_ENGINE_TABLES_CONFIGURED_OWNERS_H_

#include <string>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/engine_tables/read_ownership.h"
#include "lint/base/source_file.h"
#include "lint/config/config.h"

namespace hoglint {

// `engine` of hoglint.json.
struct ConfiguredOwners {
  std::string catalog;  // absolute path; empty: none
  std::string shown;    // the same as the config has it
  std::vector<ConfigPackage> packages;
  std::vector<std::string> schemas;

  [[nodiscard]] bool empty() const {
    return catalog.empty() && packages.empty() && schemas.empty();
  }
};

// `hogsend`: the track's database has the tables of Hogsend's engine; `catalog` takes then the
// place of the installed package. The ownership is null where nobody else owns anything. A package
// that is not installed, and a catalogue that cannot be read, are noted as not checked. A package
// or catalogue that the track itself is of, is no owner.
[[nodiscard]] FoundOwnership ReadOwners(const FileSystem& files, const ConfiguredOwners& configured,
                                        bool hogsend, const OwnershipRequest& request,
                                        Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_ENGINE_TABLES_CONFIGURED_OWNERS_H_
