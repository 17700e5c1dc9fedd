#include "lint/run/placeholder_names.h"

#include <map>
#include <variant>
#include <vector>

#include "lint/sql/placeholders.h"

namespace hoglint {
namespace {

class Showing {
 public:
  explicit Showing(const Sources& sources) : sources_(sources) {}

  void In(Finding& finding) {
    const auto* span = std::get_if<Span>(&finding.place);
    if (span == nullptr) return;
    const std::vector<sql::NamedPlaceholder>& placeholders = Of(span->file);
    if (placeholders.empty()) return;
    sql::WritePlaceholders(placeholders, finding.message);
    sql::WritePlaceholders(placeholders, finding.effect);
    sql::WritePlaceholders(placeholders, finding.remedy);
    for (auto& related : finding.related) sql::WritePlaceholders(placeholders, related.message);
  }

 private:
  const std::vector<sql::NamedPlaceholder>& Of(FileId file) {
    const auto [found, added] = known_.try_emplace(file);
    // Snapshots are large, and have none.
    if (added && sources_[file].path().ends_with(".sql")) {
      found->second = sql::PlaceholdersIn(sources_[file].text());
    }
    return found->second;
  }

  const Sources& sources_;
  std::map<FileId, std::vector<sql::NamedPlaceholder>> known_;
};

}  // namespace

void ShowPlaceholders(const Sources& sources, Report& report) {
  Showing showing(sources);
  for (Finding& finding : report.findings) showing.In(finding);
  for (SuppressedFinding& suppressed : report.suppressed) showing.In(suppressed.finding);
}

}  // namespace hoglint
