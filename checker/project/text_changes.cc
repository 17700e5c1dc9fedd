#include "checker/project/text_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "checker/project/sql_sections.h"
#include "lint/sql/statement_texts.h"

namespace hoglint {
namespace {

std::vector<StatementText> Statements(std::string_view text, bool sections) {
  if (!sections) return StatementTexts(text);
  const SqlSections parts = FindSections(FileId{}, text);
  if (parts.up.empty() && parts.down == 0) return StatementTexts(text);
  std::vector<StatementText> all;
  for (const Span& part : parts.up) {
    for (StatementText& each : StatementTexts(text.substr(part.begin, part.end - part.begin))) {
      all.push_back({each.begin + part.begin, each.end + part.begin, std::move(each.text)});
    }
  }
  return all;
}

std::string Count(std::size_t count, std::string_view what, bool first) {
  if (!first) return fmt::format("{} {}", count, what);
  return fmt::format("{} statement{} {}", count, count == 1 ? "" : "s", what);
}

// "1 statement changed, 2 added": a removed and an added one count as one that changed.
std::string Words(std::size_t removed, std::size_t added) {
  const std::size_t changed = std::min(removed, added);
  std::string words;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count == 0) return;
    words += (words.empty() ? "" : ", ") + Count(count, what, words.empty());
  };
  add(changed, "changed");
  add(added - changed, "added");
  add(removed - changed, "removed");
  return words.empty() ? "the statements are in another order" : words;
}

// Without white space outside of strings.
std::string Compact(std::string_view json) {
  std::string compact;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!in_string && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) continue;
    compact += c;
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\' && i + 1 < json.size()) compact += json[++i];
  }
  return compact;
}

// The digits of the first "version"; empty when there is none.
std::string_view VersionOf(std::string_view compact) {
  constexpr std::string_view kKey = R"("version":")";
  const std::size_t at = compact.find(kKey);
  if (at == std::string_view::npos) return {};
  const std::string_view value = compact.substr(at + kKey.size());
  return value.substr(0, value.find('"'));
}

}  // namespace

std::string StatementsOf(std::string_view text, bool sections) {
  std::string all;
  for (const StatementText& each : Statements(text, sections)) all.append(each.text).append(";");
  return all;
}

std::optional<StatementChange> CompareStatements(std::string_view before, std::string_view after,
                                                 bool sections) {
  const std::vector<StatementText> old_ones = Statements(before, sections);
  const std::vector<StatementText> new_ones = Statements(after, sections);
  if (std::ranges::equal(old_ones, new_ones, {}, &StatementText::text, &StatementText::text)) {
    return std::nullopt;
  }
  std::map<std::string_view, int> balance;
  for (const StatementText& each : old_ones) --balance[each.text];
  for (const StatementText& each : new_ones) ++balance[each.text];
  std::size_t removed = 0;
  std::size_t added = 0;
  for (const auto& [text, count] : balance) {
    (count < 0 ? removed : added) += static_cast<std::size_t>(std::abs(count));
  }
  StatementChange change{Words(removed, added), std::nullopt};
  const bool moved_only = added == 0 && removed == 0;
  for (std::size_t i = 0; i < new_ones.size() && !change.first; ++i) {
    const bool differs = i >= old_ones.size() || old_ones[i].text != new_ones[i].text;
    if (!differs || (!moved_only && balance[new_ones[i].text] <= 0)) continue;
    change.first = Span{FileId{}, new_ones[i].begin, new_ones[i].end};
  }
  return change;
}

bool SnapshotDiffers(std::string_view before, std::string_view after) {
  const std::string old_json = Compact(before);
  const std::string new_json = Compact(after);
  if (old_json == new_json) return false;
  const std::string_view old_version = VersionOf(old_json);
  const std::string_view new_version = VersionOf(new_json);
  if (old_version.empty() || new_version.empty()) return true;
  // drizzle-kit up writes them anew; versions have one digit so far.
  return new_version.size() < old_version.size() ||
         (new_version.size() == old_version.size() && new_version <= old_version);
}

}  // namespace hoglint
