// Finds the source files of an application and holds their text. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_APP_SOURCE_FILES_WALK_H_
#define HOGLINT_CHECKER_PROJECT_APP_SOURCE_FILES_WALK_H_

#include <string>
#include <vector>

#include "checker/project/gathering.h"

namespace hoglint {

struct SourceText {
  std::string path;   // absolute
  std::string shown;  // as shown
  std::string text;
};

// The TypeScript and JavaScript of the folder, in the order of `shown`: without tests, stories,
// declarations, what is installed or generated, and packages below it that have a Drizzle config of
// their own. What is left out because there is too much of it is noted.
[[nodiscard]] std::vector<SourceText> WalkSources(Gathering& gathering, const Location& location,
                                                  const std::string& folder);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_APP_SOURCE_FILES_WALK_H_
