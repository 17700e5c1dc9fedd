// Reports for CI systems and code-review services, each a format of theirs. Nothing from the input
// can end or forge an element of one.
#ifndef HOGLINT_LINT_REPORT_REPORT_CI_H_
#define HOGLINT_LINT_REPORT_REPORT_CI_H_

#include <string>

#include "lint/run/report.h"

namespace hoglint {

class Sources;

// Workflow commands of GitHub Actions: what could not be read and what was not checked, then the
// findings, of each level as many as GitHub shows; the last line counts all of them.
[[nodiscard]] std::string RenderGithub(const Report& report, const Sources& sources);

// GitLab's code quality report: a JSON list.
[[nodiscard]] std::string RenderGitlab(const Report& report, const Sources& sources);

// JUnit XML: one test case for each finding, failed when it is an error; one in error for each
// thing that could not be read; one that passes when there is nothing else.
[[nodiscard]] std::string RenderJunit(const Report& report, const Sources& sources);

// Checkstyle XML, by file.
[[nodiscard]] std::string RenderCheckstyle(const Report& report, const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_CI_H_
