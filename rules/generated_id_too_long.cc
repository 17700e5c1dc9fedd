// generated-id-too-long: a prefix makes the ids of a table longer than their varchar(32).
#include <fmt/format.h>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

constexpr std::size_t kIdLength = 32;  // hogsend.md 7, S1

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const GeneratedId& id : facts.application.sources->ids) {
    const std::size_t length = id.prefix.size() + 1 + id.random;
    if (length <= kIdLength) continue;
    Finding& finding = findings.Add(
        id.span, fmt::format("ids that begin with \"{}_\" have {} characters, varchar(32) takes 32",
                             id.prefix, length));
    finding.subject = id.prefix;
    finding.effect =
        "every INSERT with such an id fails: value too long for type character varying(32) (22001)";
    finding.remedy =
        id.random + 1 < kIdLength
            ? fmt::format("take a prefix of at most {} characters", kIdLength - 1 - id.random)
            : "make the random part shorter";
  }
}

}  // namespace

extern const Rule generated_id_too_long{
    .id = "generated-id-too-long",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A prefix makes generated ids longer than the varchar(32) that they go into",
    .effect =
        "By Sendoka's rule an id is a prefix, an underscore and `nanoid(24)`, in a `varchar(32)`. "
        "With a prefix of more than seven characters it does not fit, and every INSERT fails with "
        "22001. Nothing tells before that: to TypeScript any text is an id.",
    .remedy = "Use a prefix of at most seven characters, as `msg` or `webhook`.",
    .manual = "datatype-character.html",
    .check = ApplicationCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
