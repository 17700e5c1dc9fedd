// AppSources: what the code of an application, its scripts included, does that migrations depend
// on. Read from the syntax tree, never from comments or strings.
#ifndef HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_H_
#define HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_H_

#include <string>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// A source file that names something that is looked for; the others are not parsed.
struct AppSource {
  FileId file{};
  std::string path;  // as shown
};

struct AppSources {
  std::vector<AppSource> files;  // in the order of their paths
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_H_
