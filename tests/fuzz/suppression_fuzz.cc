// Suppression comments: hoglint's and squawk's, alone and in a migration.
#include "lint/run/suppression_comments.h"

#include <algorithm>

#include "lint/sql/parse.h"
#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

void Check(const Suppression& suppression, const SourceFile& file) {
  ExpectWithin(suppression.comment, file, "a comment");
  Expect(suppression.covers.begin <= suppression.covers.end, "a comment covers less than nothing");
  for (const AllowedRule& rule : suppression.rules) {
    ExpectWithin(rule.span, file, "a rule's name");
    Expect(rule.span.begin >= suppression.comment.begin && rule.span.end <= suppression.comment.end,
           "a rule's name is outside of its comment");
    Expect(!rule.id.empty(), "a rule has no name");
  }
}

void ReadComments(std::string_view bytes) {
  const SourceFile file(FileId{}, "0000_input.sql", std::string(bytes));
  const Span all{file.id(), 0, static_cast<std::uint32_t>(bytes.size())};
  for (const auto& read : {ReadSuppression, ReadSquawkSuppression}) {
    const auto suppression = read(file.text(), all);
    if (!suppression) continue;
    for (const AllowedRule& rule : suppression->rules) ExpectWithin(rule.span, file, "a name");
  }
  Migration migration;
  migration.tag = "0000_input";
  migration.file = file.id();
  migration.parsed = Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}});
  for (const SqlComment& comment : migration.parsed.comments) {
    ExpectWithin(comment.span, file, "a comment");
  }
  for (const bool squawk : {false, true}) {
    for (const Suppression& suppression : SuppressionsOf(migration, file, squawk)) {
      Check(suppression, file);
    }
  }
}

const Target kTarget("suppression", ReadComments);

}  // namespace
}  // namespace hoglint::fuzz
