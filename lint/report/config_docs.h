// What is said of hoglint.json: its JSON Schema and its reference page, from the keys, the presets
// and the rules themselves.
#ifndef HOGLINT_LINT_REPORT_CONFIG_DOCS_H_
#define HOGLINT_LINT_REPORT_CONFIG_DOCS_H_

#include <span>
#include <string>

#include "lint/rule/rule.h"

namespace hoglint {

// docs/schema/hoglint.schema.json.
[[nodiscard]] std::string RenderConfigSchema(std::span<const Rule* const> rules);
// docs/guide/config.md.
[[nodiscard]] std::string RenderConfigPage(std::span<const Rule* const> rules);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_CONFIG_DOCS_H_
