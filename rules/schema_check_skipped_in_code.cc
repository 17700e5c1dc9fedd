// schema-check-skipped-in-code: the application itself switches the guard of its schema off.
#include <string>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const Span& span : facts.application.sources->schema_check_off) {
    Finding& finding =
        findings.Add(span, "the code sets SKIP_SCHEMA_CHECK, which takes the schema guard away");
    finding.subject = "SKIP_SCHEMA_CHECK";
    finding.effect =
        "the application starts with any schema, in every environment: a deploy whose migrations "
        "did not run takes traffic and fails query by query";
    finding.remedy =
        "take it out; in an emergency set the variable for one start of one instance, and take it "
        "back when the migrations have run";
  }
}

}  // namespace

extern const Rule schema_check_skipped_in_code{
    .id = "schema-check-skipped-in-code",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The code sets SKIP_SCHEMA_CHECK to true, so that no schema is ever out of date",
    .effect =
        "`SKIP_SCHEMA_CHECK=true` lets Hogsend's API start with any schema. It is meant for an "
        "emergency and repairs nothing. Set in the code it holds for every environment and every "
        "deploy. Assignments for `NODE_ENV` test or development, and scripts, are left alone.",
    .remedy = "Take the assignment out, and run the migrations before the API starts.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
