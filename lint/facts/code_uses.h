// CodeUses: where the code that runs now still names a column or table that new migrations drop or
// rename.
#ifndef HOGLINT_LINT_FACTS_CODE_USES_H_
#define HOGLINT_LINT_FACTS_CODE_USES_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

struct CodeUse {
  std::string path;  // as shown; the file as base has it
  std::uint32_t line = 0;
  std::string text;  // what stands there: "users.legacyName", "legacy_name"
};

struct CodeUses {
  // By what is named, schema-qualified: "public.users", "public.users.legacy_name". In the order of
  // path and line.
  std::map<std::string, std::vector<CodeUse>> uses;
  std::string searched;  // "main at 3f2a91c, 212 files"; for people
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CODE_USES_H_
