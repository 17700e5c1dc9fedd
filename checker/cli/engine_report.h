// What `hoglint engine` prints: what a package owns in the database, and what its upgrade changes.
#ifndef HOGLINT_CHECKER_CLI_ENGINE_REPORT_H_
#define HOGLINT_CHECKER_CLI_ENGINE_REPORT_H_

#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/ownership.h"
#include "lint/schema/diff.h"

namespace hoglint {

// One line for where it was read, then the schema as `hoglint schema` prints it.
[[nodiscard]] std::string RenderOwnershipText(const Ownership& ownership, const Sources& sources);
// {"version": 1, "owner", "package", "packageVersion", "source", "readFrom", "ledger", "tables",
// "enums"} and a newline.
[[nodiscard]] std::string RenderOwnershipJson(const Ownership& ownership, const Sources& sources);

// One difference of an upgrade, as a project that builds upon the owner's tables sees it.
struct UpgradeChange {
  Difference difference;
  // Code or foreign keys that rely on the old state may fail: something is gone, or narrower.
  bool may_break = false;
  // The project has something of that name already: the owner's migration will fail.
  bool collides = false;
};

struct Upgrade {
  std::string from;  // as shown
  std::string to;
  // Whether a project was compared, too: else nothing is known to collide.
  bool with_project = false;
  std::vector<UpgradeChange> changes;  // sorted by table
};

// What leads from `before` to `after`. `project`: what a client has by its own migrations; may be
// null.
[[nodiscard]] std::vector<UpgradeChange> CompareUpgrade(const Catalogue& before,
                                                        const Catalogue& after,
                                                        const Catalogue* project);

[[nodiscard]] std::string RenderUpgradeText(const Upgrade& upgrade);
// {"version": 1, "from", "to", "changes": [{"change", "object", "name", "part", "before", "after",
// "mayBreak", "collides"}]} and a newline.
[[nodiscard]] std::string RenderUpgradeJson(const Upgrade& upgrade);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_ENGINE_REPORT_H_
