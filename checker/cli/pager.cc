#include "checker/cli/pager.h"

#include "checker/cli/delivery.h"

namespace hoglint {

std::string PagerOf(const Environment& environment) {
  if (environment.variable("TERM") == "dumb") return {};
  for (const char* name : {"HOGLINT_PAGER", "PAGER"}) {
    const auto value = environment.variable(name);
    if (value) return *value == "cat" ? std::string() : *value;
  }
  // F: leave at once what fits; R: show colours; X: leave it on the screen. Without less, no word
  // of the shell's about that.
  const std::string options = environment.variable("LESS") ? "" : "LESS=FRX ";
  return "command -v less > /dev/null 2>&1 || exit 127; " + options + "exec less";
}

int PrintPaged(const Environment& environment, std::string_view text, bool paged) {
  if (paged && environment.out.is_terminal() && environment.show_with) {
    const std::string pager = PagerOf(environment);
    if (!pager.empty() && environment.show_with(pager, text)) return kClean;
  }
  return Print(environment, text);
}

}  // namespace hoglint
