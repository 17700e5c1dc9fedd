#include "lint/rule/ownership_text.h"

#include <fmt/format.h>

#include <utility>

namespace hoglint {

std::string OwnerWithVersion(const Ownership& ownership) {
  std::string text = ownership.owner;
  if (!ownership.version.empty()) text += " " + ownership.version;
  if (ownership.source == OwnershipSource::kBuiltIn) {
    text += fmt::format(" (by hoglint's own list: {} is not installed)", ownership.package);
  }
  if (ownership.source == OwnershipSource::kConfigured && !ownership.read_from.empty()) {
    text += fmt::format(" (by {})", ownership.read_from);
  }
  return text;
}

Finding& AddTouch(const Touch& touch, std::string message, Findings& findings) {
  Finding& finding = findings.Add(touch.span, std::move(message));
  finding.subject = touch.subject;
  return finding;
}

void GroupTouch(const Touch& touch, Finding& finding) {
  finding.group = touch.group;
  finding.group_label = "and " + touch.what;
}

}  // namespace hoglint
