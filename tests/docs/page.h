// Pages whose commands are run: what a reader would type is typed, and what the page shows behind
// it is compared with what came. tests/docs/README.md says how a page is marked.
#ifndef HOGLINT_TESTS_DOCS_PAGE_H_
#define HOGLINT_TESTS_DOCS_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"

namespace hoglint::testing {

// Where a page's commands run.
struct PageSetting {
  std::string folder;  // absolute
  // The whole environment, NAME=value.
  std::vector<std::string> environment;
  // Parts of the output that differ from machine to machine, and what the page has instead.
  std::vector<std::pair<std::string, std::string>> replacements;
};

// The page with everything behind its commands as it is now. Runs the page's blocks in order: files
// are written, changes are made, commands are run. The error says why the page cannot be followed:
// a change that does not fit, or a hidden command that fails.
[[nodiscard]] Result<std::string> FollowPage(std::string_view page, const PageSetting& setting);

// What stands in a page's `<!-- commands run in: WHERE -->`; empty without one.
[[nodiscard]] std::string PlaceOfCommands(std::string_view page);

// Whether the page has a block of commands with their output (```console).
[[nodiscard]] bool HasCommands(std::string_view page);

// What a terminal would leave on the screen: without escape sequences, what a carriage return
// overwrites, and blanks at the ends of lines.
[[nodiscard]] std::string AsOnScreen(std::string_view output);

// `text` after the change that a ```diff block tells: lines beginning with "-" or " " must be there
// once, together, and become those beginning with "+" or " ".
[[nodiscard]] Result<std::string> ApplyChange(std::string_view text, std::string_view change);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_DOCS_PAGE_H_
