#include "checker/cli/screen.h"

#include <charconv>
#include <optional>
#include <string>

namespace hoglint {
namespace {

bool IsDumb(const Environment& environment) { return environment.variable("TERM") == "dumb"; }

// https://no-color.org: set and not empty.
bool RefusesColor(const Environment& environment) {
  return !environment.variable("NO_COLOR").value_or("").empty();
}

std::optional<std::uint32_t> ColumnsVariable(const Environment& environment) {
  const std::string text = environment.variable("COLUMNS").value_or("");
  std::uint32_t columns = 0;
  const auto [rest, code] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (code != std::errc() || rest != text.data() + text.size() || columns == 0) return std::nullopt;
  return columns;
}

}  // namespace

Style ScreenStyle(const Environment& environment, ColorMode mode) {
  Style style = FileStyle();
  const bool terminal = environment.out.is_terminal();
  if (mode == ColorMode::kAuto) {
    style.color = terminal && !IsDumb(environment) && !RefusesColor(environment);
  } else {
    style.color = mode == ColorMode::kAlways;
  }
  if (!terminal) return style;
  const auto columns = ColumnsVariable(environment);
  style.width = columns ? *columns : environment.out.width().value_or(style.width);
  return style;
}

Style FileStyle() { return {}; }

bool ShowsProgress(const Environment& environment) {
  return environment.error.is_terminal() && !IsDumb(environment);
}

}  // namespace hoglint
