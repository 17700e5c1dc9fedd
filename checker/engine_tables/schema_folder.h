// The schema that a migrations folder of somebody else leads to: its newest snapshot, or the fold
// of its files.
#ifndef HOGLINT_CHECKER_ENGINE_TABLES_SCHEMA_FOLDER_H_
#define HOGLINT_CHECKER_ENGINE_TABLES_SCHEMA_FOLDER_H_

#include <string>

#include "checker/disk/file_system.h"
#include "lint/base/result.h"
#include "lint/base/source_file.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

struct FolderSchema {
  Catalogue catalogue;    // all of it from before any other track's history
  std::string read_from;  // absolute: the snapshot or the folder
  std::string newest;     // tag of the last migration; empty: a snapshot by itself
  std::string note = {};  // why something else than the newest snapshot was taken; or empty
};

// `path` is a snapshot (.json) or a migrations folder (Drizzle's with its journal, else numbered
// .sql files), absolute. A snapshot counts where it belongs to the journal's last entry and has the
// tables, columns and enums that the files make; else the files are folded. Files that links lead
// out of `boundary` are refused. What is read becomes part of `sources` under its path seen from
// `shown_from`.
[[nodiscard]] Result<FolderSchema> ReadFolderSchema(const FileSystem& files,
                                                    const std::string& path,
                                                    const std::string& boundary,
                                                    const std::string& shown_from,
                                                    Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_ENGINE_TABLES_SCHEMA_FOLDER_H_
