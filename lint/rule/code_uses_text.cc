#include "lint/rule/code_uses_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "lint/facts/code_uses.h"

namespace hoglint {
namespace {

constexpr std::size_t kListed = 5;
constexpr std::size_t kMentioned = 2;

// "origin/main still", "the code": whose code it is, as a subject.
std::string Who(const StatementFacts& facts) {
  const std::string& where = facts.track.code_uses->where;
  return where.empty() ? "the code" : where + " still";
}

std::string Places(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "place" : "places");
}

std::string PlaceOf(const CodeUse& use, const StatementFacts& facts) {
  const SourceFile& file = facts.sources[use.place.file];
  return fmt::format("{}:{}", file.path(), file.PositionAt(use.place.begin).line);
}

std::string LabelOf(const CodeUse& use, const StatementFacts& facts) {
  std::string label = fmt::format("{} {}", Who(facts),
                                  use.every_column ? "lists every column here" : "names it here");
  if (use.stays) label += ", and so does this change";
  return label;
}

std::string MentionText(const std::vector<std::string>& files, const std::string& where) {
  std::string text =
      fmt::format("; no certain use was found in the code of {}, but {} the word: {}", where,
                  files.size() == 1 ? "one file has" : "some files have", files.front());
  if (files.size() >= kMentioned) text += ", " + files[1];
  if (files.size() > kMentioned) text += fmt::format(" and {} more", files.size() - kMentioned);
  return text;
}

// ", and this change leaves 2 of them".
std::string LeftText(const std::vector<CodeUse>& uses) {
  const auto left = static_cast<std::size_t>(std::ranges::count_if(uses, &CodeUse::stays));
  if (left == 0) return {};
  if (left < uses.size()) return fmt::format(", and this change leaves {} of them", left);
  return left == 1 ? ", and this change leaves it" : ", and this change leaves them all";
}

// What the search came to where it found no use; empty where that says nothing about base.
std::string NothingFound(const NameUses& uses, const CodeUses& search) {
  if (search.where.empty()) return {};
  if (!uses.mentions.empty()) return MentionText(uses.mentions, search.where);
  if (!search.complete || search.files == 0) return {};
  return fmt::format("; no code of {} names it ({} {} searched)", search.where, search.files,
                     search.files == 1 ? "file" : "files");
}

}  // namespace

bool IsUsedByCode(const QualifiedName& table, std::string_view column,
                  const StatementFacts& facts) {
  const NameUses* uses = FindUses(facts.track, table, column);
  return uses != nullptr && !uses->uses.empty();
}

void AddCodeUses(const QualifiedName& table, std::string_view column, const StatementFacts& facts,
                 Finding& finding) {
  const NameUses* found = FindUses(facts.track, table, column);
  if (found == nullptr) return;
  const std::vector<CodeUse>& uses = found->uses;
  if (uses.empty()) {
    finding.effect += NothingFound(*found, *facts.track.code_uses);
    return;
  }
  for (std::size_t i = 0; i < std::min(uses.size(), kListed); ++i) {
    finding.related.push_back({uses[i].place, LabelOf(uses[i], facts)});
  }
  finding.effect += fmt::format("; {} names it in {}", Who(facts), Places(uses.size()));
  finding.effect += LeftText(uses);
}

std::string CodeUsesLabel(const QualifiedName& table, std::string_view column,
                          const StatementFacts& facts) {
  const NameUses* found = FindUses(facts.track, table, column);
  if (found == nullptr || found->uses.empty()) return {};
  std::string text =
      fmt::format("; {} names it in {}", Who(facts), PlaceOf(found->uses.front(), facts));
  if (found->uses.size() > 1) {
    const std::size_t more = found->uses.size() - 1;
    text += fmt::format(" and {} more {}", more, more == 1 ? "place" : "places");
  }
  return text;
}

}  // namespace hoglint
