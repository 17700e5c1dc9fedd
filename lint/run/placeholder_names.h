// What findings say of files with placeholders, in the words of the files.
#ifndef HOGLINT_LINT_RUN_PLACEHOLDER_NAMES_H_
#define HOGLINT_LINT_RUN_PLACEHOLDER_NAMES_H_

#include "lint/base/source_file.h"
#include "lint/run/report.h"

namespace hoglint {

// Where a finding's file has ${schema}, the statements were read with a name in its place: writes
// ${schema} there in all that the report's findings say, remedies too. Subjects and fingerprints
// stay.
void ShowPlaceholders(const Sources& sources, Report& report);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_PLACEHOLDER_NAMES_H_
