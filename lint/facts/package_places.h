// Where package.json says what it says.
#ifndef HOGLINT_LINT_FACTS_PACKAGE_PLACES_H_
#define HOGLINT_LINT_FACTS_PACKAGE_PLACES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"

namespace hoglint {

// One entry of dependencies, devDependencies, peerDependencies or optionalDependencies.
struct RequestedPackage {
  std::string name;
  std::string range;  // "^0.67.0"
  Span span;          // of the name and the range: `"drizzle-orm": "^0.45.2"`
  bool development = false;
};

// In the order of the file; none when it is no JSON.
[[nodiscard]] std::vector<RequestedPackage> RequestedPackages(const SourceFile& package);

// The command of that script, with its quotes; the file's first byte when there is none.
[[nodiscard]] Span ScriptSpan(const SourceFile& package, std::string_view script);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_PACKAGE_PLACES_H_
