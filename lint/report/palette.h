// Colours of the text output.
#ifndef HOGLINT_LINT_REPORT_PALETTE_H_
#define HOGLINT_LINT_REPORT_PALETTE_H_

#include <string>
#include <string_view>

#include "lint/rule/level.h"

namespace hoglint {

// Wraps text into ANSI sequences, or leaves it as it is.
class Palette {
 public:
  explicit Palette(bool color) : color_(color) {}

  [[nodiscard]] std::string Bold(std::string_view text) const { return Wrap("1", text); }
  [[nodiscard]] std::string Dim(std::string_view text) const { return Wrap("2", text); }
  // The second label.
  [[nodiscard]] std::string Related(std::string_view text) const { return Wrap("34", text); }
  // In the colour of the level.
  [[nodiscard]] std::string AsLevel(Level level, std::string_view text) const {
    return Wrap(level == Level::kError ? "1;31" : level == Level::kWarning ? "1;33" : "1;36", text);
  }

 private:
  [[nodiscard]] std::string Wrap(std::string_view code, std::string_view text) const {
    if (!color_ || text.empty()) return std::string(text);
    std::string painted = "\x1b[";
    painted.append(code).append("m").append(text).append("\x1b[0m");
    return painted;
  }

  bool color_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PALETTE_H_
