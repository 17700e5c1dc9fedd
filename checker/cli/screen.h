// How text may look where it goes to: colours and width.
#ifndef HOGLINT_CHECKER_CLI_SCREEN_H_
#define HOGLINT_CHECKER_CLI_SCREEN_H_

#include <cstdint>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"

namespace hoglint {

struct Style {
  bool color = false;
  std::uint32_t width = 80;
};

// Standard output: coloured on a terminal unless NO_COLOR or TERM=dumb say otherwise, as wide as
// COLUMNS or the terminal; 80 columns elsewhere, so that logs look alike everywhere.
[[nodiscard]] Style ScreenStyle(const Environment& environment, ColorMode mode);
// A file: no colours, 80 columns.
[[nodiscard]] Style FileStyle();

// True when standard error is a terminal on which a line can be wiped.
[[nodiscard]] bool ShowsProgress(const Environment& environment);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_SCREEN_H_
