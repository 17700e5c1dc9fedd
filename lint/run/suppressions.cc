#include "lint/run/suppressions.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "lint/run/suppression_comments.h"

namespace hoglint {
namespace {

std::optional<FileId> FileOf(const Place& place) {
  if (const auto* span = std::get_if<Span>(&place)) return span->file;
  if (const auto* whole = std::get_if<WholeFile>(&place)) return whole->file;
  return std::nullopt;
}

bool Covers(const Suppression& suppression, const Place& place) {
  if (!suppression.problem.empty()) return false;
  if (suppression.whole_file) return true;
  const auto* span = std::get_if<Span>(&place);
  return span != nullptr && span->begin >= suppression.covers.begin &&
         span->begin < suppression.covers.end;
}

}  // namespace

Suppressions::Suppressions(std::span<const std::string_view> rule_ids,
                           std::function<bool(std::string_view rule)> is_on, bool squawk)
    : rule_ids_(rule_ids), is_on_(std::move(is_on)), squawk_(squawk) {}

void Suppressions::Add(const Migration& migration, const SourceFile& file) {
  if (by_file_.contains(migration.file)) return;
  std::vector<Suppression> all = SuppressionsOf(migration, file, squawk_);
  if (all.empty()) return;
  for (Suppression& suppression : all) SetStates(suppression);
  by_file_.emplace(migration.file, std::move(all));
}

void Suppressions::SetStates(Suppression& suppression) const {
  for (AllowedRule& rule : suppression.rules) {
    if (std::ranges::find(rule_ids_, rule.id) == rule_ids_.end()) {
      rule.state = AllowedRuleState::kUnknown;
    } else if (!is_on_(rule.id)) {
      rule.state = AllowedRuleState::kOff;
    }
  }
}

const Suppression* Suppressions::Find(const Finding& finding) {
  const auto file = FileOf(finding.place);
  if (!file) return nullptr;
  const auto found = by_file_.find(*file);
  if (found == by_file_.end()) return nullptr;
  for (Suppression& suppression : found->second) {
    if (!Covers(suppression, finding.place)) continue;
    const auto rule = std::ranges::find(suppression.rules, finding.rule, &AllowedRule::id);
    if (rule == suppression.rules.end()) continue;
    rule->state = AllowedRuleState::kUsed;
    return &suppression;
  }
  return nullptr;
}

std::span<const Suppression> Suppressions::Of(FileId file) const {
  const auto found = by_file_.find(file);
  if (found == by_file_.end()) return {};
  return found->second;
}

}  // namespace hoglint
