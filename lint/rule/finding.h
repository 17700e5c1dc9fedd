// Finding: what a rule says, where, why it hurts and what to write instead.
#ifndef HOGLINT_LINT_RULE_FINDING_H_
#define HOGLINT_LINT_RULE_FINDING_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/base/span.h"
#include "lint/rule/level.h"

namespace hoglint {

struct WholeFile {
  FileId file{};
};
// A path that hoglint did not read, or that only git knows: as shown.
struct NamedFile {
  std::string path;
};
struct DatabaseObject {
  std::string name;
};
using Place = std::variant<Span, WholeFile, NamedFile, DatabaseObject>;

// A second place that explains the first: "column added here".
struct RelatedPlace {
  Place place;
  std::string message;
};

struct Finding {
  std::string_view rule;  // id, of static storage
  Level level = Level::kError;
  Place place;
  std::string message;  // what: this case, with its names. One sentence, no final stop
  std::string effect;   // why it hurts, for this case
  std::string
      remedy;  // what to write instead, for this table and this runner; may be several lines
  std::vector<RelatedPlace> related;
  // Names what the finding is about, independent of position and formatting ("users.email"):
  // with rule and migration it makes the fingerprint.
  std::string subject;
  // Findings of one rule and file with the same group ("users") are one hazard: the run keeps the
  // gravest, and makes the others its labels with their `group_label`. Empty: none.
  std::string group;
  std::string group_label;  // "and makes users.name NOT NULL"
  // Filled in by the run, not by rules:
  std::string migration;    // tag; empty when it belongs to none
  std::string track;        // folder of its track as shown; empty: it has none, or loose files
  bool merged = false;      // the migration is on the base branch: found by looking at all
  std::string fingerprint;  // stable over line shifts and reformatting
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_FINDING_H_
