// What findings say of files with placeholders, in the words of the files.
#ifndef HOGLINT_LINT_RULE_PLACEHOLDER_NAMES_H_
#define HOGLINT_LINT_RULE_PLACEHOLDER_NAMES_H_

#include <map>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/rule/finding.h"
#include "lint/sql/placeholders.h"

namespace hoglint {

// Where a finding's file has ${schema}, its statements were read with a name in that place.
class PlaceholderNames {
 public:
  explicit PlaceholderNames(const Sources& sources) : sources_(sources) {}

  // Writes ${schema} in all that the finding says, its remedy too. Subject and fingerprint stay.
  void Show(Finding& finding);

 private:
  const std::vector<sql::NamedPlaceholder>& In(FileId file);

  const Sources& sources_;
  std::map<FileId, std::vector<sql::NamedPlaceholder>> known_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_PLACEHOLDER_NAMES_H_
