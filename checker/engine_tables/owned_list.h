// A JSON list of what somebody owns in the database (docs/schema/owned.schema.json), for owners
// that bring neither migrations nor a snapshot.
#ifndef HOGLINT_CHECKER_ENGINE_TABLES_OWNED_LIST_H_
#define HOGLINT_CHECKER_ENGINE_TABLES_OWNED_LIST_H_

#include <optional>
#include <string>

#include "lint/base/result.h"
#include "lint/base/source_file.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

struct OwnedList {
  std::string owner;    // "Acme's auth library"; empty: not said
  std::string package;  // that it comes from; empty: not said
  std::string version;
  QualifiedName ledger;
  Catalogue catalogue;  // tables and views without their columns
};

// Absent when the file is no such list, but a snapshot; an Error when it is a broken one.
[[nodiscard]] std::optional<Result<OwnedList>> ReadOwnedList(const SourceFile& file);

// "schema.name", or "name" in public.
[[nodiscard]] QualifiedName OwnedName(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_ENGINE_TABLES_OWNED_LIST_H_
