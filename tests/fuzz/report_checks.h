// What every report has to be, whatever was linted: a document of its format, without anything that
// steers a terminal, hides, or is a command to a CI system.
#ifndef HOGLINT_TESTS_FUZZ_REPORT_CHECKS_H_
#define HOGLINT_TESTS_FUZZ_REPORT_CHECKS_H_

#include <array>
#include <string>
#include <string_view>

#include "checker/cli/arguments.h"
#include "lint/base/source_file.h"
#include "lint/run/report.h"

namespace hoglint::fuzz {

inline constexpr std::array kFormats{Format::kText,   Format::kJson,  Format::kMarkdown,
                                     Format::kHtml,   Format::kSarif, Format::kGithub,
                                     Format::kGitlab, Format::kJunit, Format::kCheckstyle};

// Every place of the report is in a file that there is, and every finding says what, why and what
// to do.
void CheckReport(const Report& report, const Sources& sources);

[[nodiscard]] bool IsUtf8(std::string_view text);
// Aborts unless the text is a document of the format.
void CheckDocument(Format format, std::string_view text);
// Characters and lines that no output may have; `commands`: lines that begin with :: are its own.
void CheckOutput(std::string_view text, bool commands = false);

// The elements of the document, one a line, without text: two reports that differ in their words
// only have the same. Of text what stands at the left margin, of Markdown the HTML and headings.
[[nodiscard]] std::string StructureOf(Format format, std::string_view text);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_REPORT_CHECKS_H_
