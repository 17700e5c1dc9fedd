// What the migrations leave open: SQL that they make when they run, and tables that only a
// condition makes. What a database has there is neither right nor wrong.
#ifndef HOGLINT_LINT_DRIFT_OPEN_CHANGES_H_
#define HOGLINT_LINT_DRIFT_OPEN_CHANGES_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/fold.h"
#include "lint/schema/diff.h"

namespace hoglint {

class OpenChanges {
 public:
  // Takes note of one statement of the history; for FoldVisitor::on_applied.
  void Note(const AppliedStatement& applied);

  // Where the difference is left open, and why, as a sentence's end; nothing where the files are
  // clear. A block that makes SQL is taken to change what it names: a table's constraints, indexes
  // and policies with the table, the type of columns by the type's name, a column only by its own
  // name too.
  struct Reason {
    std::string place;  // 0015_move.sql:73
    std::string_view why;

    auto operator<=>(const Reason&) const = default;
  };
  [[nodiscard]] std::optional<Reason> Find(const Difference& difference) const;

 private:
  struct Block {
    std::string place;
    std::set<std::string> words;  // in lower case, of its whole text
  };

  std::vector<Block> blocks_;
  std::map<QualifiedName, std::string> conditional_;  // tables, and where they are made
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_OPEN_CHANGES_H_
