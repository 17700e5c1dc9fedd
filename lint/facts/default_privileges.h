// ALTER DEFAULT PRIVILEGES of the files: what objects that are made later are granted by
// themselves.
#ifndef HOGLINT_LINT_FACTS_DEFAULT_PRIVILEGES_H_
#define HOGLINT_LINT_FACTS_DEFAULT_PRIVILEGES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/granted.h"

namespace hoglint {

// Those of the whole track. For which role's objects they hold is not asked: who runs the
// migrations is not known.
class DefaultPrivileges {
 public:
  explicit DefaultPrivileges(const StatementFacts& facts);

  // True when the role may get something on a new object of the kind in the schema.
  [[nodiscard]] bool Give(std::string_view role, std::string_view schema, GrantedKind kind) const;
  // True when PUBLIC may not execute new functions. IN SCHEMA cannot take that away: what holds for
  // one schema only adds to what holds for all.
  [[nodiscard]] bool DenyExecute() const;

 private:
  struct Entry {
    bool revoke = false;
    std::vector<std::string> schemas;  // empty: all
    std::string objects;               // tables, sequences, functions, routines ...
    std::vector<std::string> roles;
  };
  void Read(std::string_view text);

  std::vector<Entry> entries_;
  bool unknown_ = false;  // some are set by SQL that is put together
};

// "tables" covers kRelation, "functions" and the like kRoutine.
[[nodiscard]] bool CoversKind(std::string_view objects, GrantedKind kind);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DEFAULT_PRIVILEGES_H_
