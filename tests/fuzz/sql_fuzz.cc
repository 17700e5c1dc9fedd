// SQL to findings: a fixture as in tests/rules (headers, several migrations), linted with all rules
// and rendered in every format.
#include "checker/cli/report_formats.h"
#include "lint/run/plan.h"
#include "tests/fuzz/report_checks.h"
#include "tests/fuzz/target.h"
#include "tests/support/lint_text.h"

namespace hoglint::fuzz {
namespace {

void Lint(std::string_view bytes) {
  const testing::Fixture fixture = testing::ParseFixture("0000_input.sql", bytes);
  const testing::LintedText linted = testing::LintText(fixture.migrations, fixture.options);
  CheckReport(linted.report, linted.sources);
  const Plan plan =
      BuildPlan(linted.workspace, linted.sources,
                {.runner = fixture.options.runner,
                 .server = {.major_version = fixture.options.pg_version, .time_zone_utc = true},
                 .all = fixture.options.all,
                 .setup = std::nullopt,
                 .sizes = {}});
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    const Format format = kFormats[i];
    // A third of them for one input: rendering takes longer than linting. SARIF holds all rules,
    // whatever was found: 300 kB to read back.
    const bool seldom = format == Format::kSarif && bytes.size() % 16 != 0;
    if (seldom || (bytes.size() + i) % 3 != 0) continue;
    const auto width = static_cast<std::uint32_t>(40 + bytes.size() % 80);
    CheckDocument(
        format,
        RenderReport(
            format, {linted.report, plan, linted.sources},
            {.color = false, .width = width, .seconds = std::nullopt, .show_suppressed = true}));
  }
}

const Target kTarget("sql", Lint);

}  // namespace
}  // namespace hoglint::fuzz
