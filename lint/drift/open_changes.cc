#include "lint/drift/open_changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/base/ascii.h"
#include "lint/facts/do_block.h"

namespace hoglint {
namespace {

bool IsWordPart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

std::set<std::string> WordsOf(std::string_view text) {
  const std::string lower = ToLowerAscii(text);
  std::set<std::string> words;
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && IsWordPart(lower[end])) ++end;
    if (end > at) words.insert(lower.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The type itself moved to another schema, or has another name.
std::string LastPart(const std::string& type) { return type.substr(type.rfind('.') + 1); }

std::string PlaceOf(const Span& span, const Sources& sources) {
  const SourceFile& file = sources[span.file];
  return fmt::format("{}:{}", file.path(), file.PositionAt(span.begin).line);
}

// IF NOT EXISTS (...) THEN CREATE TABLE: whichever way it goes, the table is there afterwards.
bool AsksWhetherItLacks(const AppliedStatement& applied) {
  const Statement* block = DoBlockAround(applied);
  if (block == nullptr) return false;
  Span before = block->span;
  before.end = std::clamp(applied.statement.span.begin, before.begin, before.end);
  const std::set<std::string> words = WordsOf(applied.sources.Text(before));
  return words.contains("not") && words.contains("exists");
}

}  // namespace

void OpenChanges::Note(const AppliedStatement& applied) {
  const Statement& statement = applied.statement;
  if (As<DynamicSql>(statement) != nullptr) {
    const Statement* block = DoBlockAround(applied);
    const Span& whole = block == nullptr ? statement.span : block->span;
    blocks_.push_back(
        {PlaceOf(statement.span, applied.sources), WordsOf(applied.sources.Text(whole))});
  }
  const auto* create = As<CreateTable>(statement);
  if (create != nullptr && statement.nesting.conditional && !AsksWhetherItLacks(applied)) {
    conditional_.try_emplace(applied.after.Resolve(create->table),
                             PlaceOf(statement.span, applied.sources));
  }
}

std::optional<OpenChanges::Reason> OpenChanges::Find(const Difference& difference) const {
  const auto conditional = conditional_.find(difference.relation);
  if (conditional != conditional_.end() && difference.kind == DifferenceKind::kMissing &&
      difference.part.empty()) {
    return Reason{conditional->second, "makes it under a condition only"};
  }
  const bool retyped = difference.object == DifferenceObject::kColumnType;
  const std::string name =
      ToLowerAscii(retyped ? LastPart(difference.expected) : difference.relation.name);
  const std::string part = ToLowerAscii(difference.part);
  const bool by_name = retyped || difference.object == DifferenceObject::kConstraint ||
                       difference.object == DifferenceObject::kIndex ||
                       difference.object == DifferenceObject::kPolicy || part.empty();
  for (const Block& block : blocks_) {
    if (block.words.contains(name) && (by_name || block.words.contains(part))) {
      return Reason{block.place, "runs SQL that it makes then, and names it"};
    }
  }
  return std::nullopt;
}

}  // namespace hoglint
