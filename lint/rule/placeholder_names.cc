#include "lint/rule/placeholder_names.h"

#include <variant>

namespace hoglint {

void PlaceholderNames::Show(Finding& finding) {
  const auto* span = std::get_if<Span>(&finding.place);
  if (span == nullptr) return;
  const std::vector<sql::NamedPlaceholder>& placeholders = In(span->file);
  if (placeholders.empty()) return;
  sql::WritePlaceholders(placeholders, finding.message);
  sql::WritePlaceholders(placeholders, finding.effect);
  sql::WritePlaceholders(placeholders, finding.remedy);
  for (RelatedPlace& related : finding.related) {
    sql::WritePlaceholders(placeholders, related.message);
  }
}

const std::vector<sql::NamedPlaceholder>& PlaceholderNames::In(FileId file) {
  const auto [found, added] = known_.try_emplace(file);
  // Snapshots are large, and have none.
  if (added && sources_[file].path().ends_with(".sql")) {
    found->second = sql::PlaceholdersIn(sources_[file].text());
  }
  return found->second;
}

}  // namespace hoglint
