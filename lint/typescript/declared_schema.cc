#include "lint/typescript/declared_schema.h"

#include <algorithm>

namespace hoglint {

bool DeclaredSchema::InSchema(FileId file, bool exported) const {
  const auto found = std::ranges::find(files, file, &DeclaredFile::file);
  return exported && found != files.end() && found->reached;
}

}  // namespace hoglint
