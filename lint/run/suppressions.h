// Which findings the comments of the migrations suppress, and what became of every comment.
#ifndef HOGLINT_LINT_RUN_SUPPRESSIONS_H_
#define HOGLINT_LINT_RUN_SUPPRESSIONS_H_

#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/workspace.h"
#include "lint/rule/finding.h"
#include "lint/rule/suppression.h"

namespace hoglint {

class Suppressions {
 public:
  // `rule_ids` are those of all rules; `is_on` tells which of them ran. `squawk`: see
  // ReadSquawkSuppression.
  Suppressions(std::span<const std::string_view> rule_ids,
               std::function<bool(std::string_view rule)> is_on, bool squawk);

  // Reads the comments of a migration; again: nothing.
  void Add(const Migration& migration, const SourceFile& file);
  // The suppression that the finding falls under, which is then a used one; null: none.
  const Suppression* Find(const Finding& finding);

  // Of one file, in its order.
  [[nodiscard]] std::span<const Suppression> Of(FileId file) const;

 private:
  void SetStates(Suppression& suppression) const;

  std::span<const std::string_view> rule_ids_;
  std::function<bool(std::string_view)> is_on_;
  bool squawk_;
  std::map<FileId, std::vector<Suppression>> by_file_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_SUPPRESSIONS_H_
