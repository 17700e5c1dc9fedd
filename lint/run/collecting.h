// From what the rules found, one by one, to the lists of a report.
#ifndef HOGLINT_LINT_RUN_COLLECTING_H_
#define HOGLINT_LINT_RUN_COLLECTING_H_

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/rule/finding.h"
#include "lint/rule/suppression.h"
#include "lint/run/report.h"

namespace hoglint {

// Where a finding stands in the order of the history, and the comment that suppresses it.
struct OrderedFinding {
  std::size_t track = 0;
  std::size_t migration = 0;
  Finding finding;
  const Suppression* suppression = nullptr;
};

// Sorts the findings, merges groups, gives all of them their fingerprints, and parts those that are
// reported from those that a comment or the baseline (fingerprints) suppresses. Placeholders of the
// sources stand in them as they were written.
void Collect(std::vector<OrderedFinding> found, const std::set<std::string>& baseline,
             const Sources& sources, Report& report);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_COLLECTING_H_
