// What `hoglint schema` prints: the catalogue after the fold.
#ifndef HOGLINT_LINT_REPORT_SCHEMA_REPORT_H_
#define HOGLINT_LINT_REPORT_SCHEMA_REPORT_H_

#include <span>
#include <string>

#include "lint/run/report.h"

namespace hoglint {

class Catalogue;
class Sources;

// {"version": 1, "tables": {...}, "enums": {...}, "sequences": [...], "schemas": [...],
// "notModelled": [...]} and a newline. `not_modelled` names the statements whose effect on the
// catalogue is not followed; their `place` is the statement.
[[nodiscard]] std::string RenderSchemaJson(const Catalogue& catalogue,
                                           std::span<const NotChecked> not_modelled,
                                           const Sources& sources);

// The same for people: one paragraph for every table, enum and view; ends with a newline.
[[nodiscard]] std::string RenderSchemaText(const Catalogue& catalogue,
                                           std::span<const NotChecked> not_modelled,
                                           const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_SCHEMA_REPORT_H_
