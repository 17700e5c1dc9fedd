#include "lint/facts/statements_by_kind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "lint/facts/fold.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<TextMigration> ThreeFiles() {
  return {
      {.name = "0_a.sql", .text = "SELECT 1; GRANT SELECT ON a TO r; SELECT 2;", .merged = false},
      {.name = "1_b.sql",
       .text = "CREATE TABLE t (i int); GRANT SELECT ON b TO r;"
               "DO $$ BEGIN GRANT SELECT ON c TO r; END $$; SELECT 3;",
       .merged = false},
      {.name = "2_c.sql", .text = "SELECT 4; GRANT SELECT ON d TO r;", .merged = false}};
}

using Names = std::vector<std::string>;

// What each SELECT of the files sees.
std::vector<Names> SeenBySelects(const std::function<Names(const StatementFacts&)>& look) {
  Sources sources;
  const Track track = MakeTrack(ThreeFiles(), true, sources);
  std::vector<Names> seen;
  const FoldVisitor visitor{
      .on_statement =
          [&](const StatementFacts& facts) {
            if (As<Select>(facts.statement) != nullptr) seen.push_back(look(facts));
          },
      .on_applied = nullptr,
      .on_migration = nullptr,
  };
  const Catalogue end = Fold(track, sources, Catalogue(), {.runner = kPerFileRunner}, visitor);
  return seen;
}

std::string NameOf(const Statement& statement) {
  if (const auto* create = As<CreateTable>(statement)) return create->table.name;
  return As<Grant>(statement)->objects.front().name.name;
}

TEST(StatementsByKindTest, AreThoseBeforeTheStatementInTheOrderOfTheFiles) {
  const auto grants = [](const StatementFacts& facts) {
    Names names;
    for (const auto& entry : EarlierOfKind<Grant>(facts)) names.push_back(NameOf(*entry.statement));
    return names;
  };
  EXPECT_THAT(SeenBySelects(grants),
              ElementsAre(IsEmpty(), ElementsAre("a"), ElementsAre("a", "b", "c"),
                          ElementsAre("a", "b", "c")));
}

TEST(StatementsByKindTest, OfABatchAreAllToItsEnd) {
  const auto grants = [](const StatementFacts& facts) {
    Names names;
    for (const auto& entry : OfKindUntilBatchEnds<Grant>(facts)) {
      names.push_back(NameOf(*entry.statement));
    }
    return names;
  };
  EXPECT_THAT(SeenBySelects(grants), Each(ElementsAre("a", "b", "c", "d")));
}

TEST(StatementsByKindTest, SeveralKindsAreShownLatestFirst) {
  const auto until_table = [](const StatementFacts& facts) {
    Names names;
    EachEarlier<CreateTable, Truncate, Grant>(facts, [&](const Statement& statement) {
      names.push_back(NameOf(statement));
      return names.back() != "t";
    });
    return names;
  };
  EXPECT_THAT(SeenBySelects(until_table),
              ElementsAre(IsEmpty(), ElementsAre("a"), ElementsAre("c", "b", "t"),
                          ElementsAre("c", "b", "t")));
}

TEST(StatementsByKindTest, KnowsWhatTheTrackHas) {
  const auto kinds = [](const StatementFacts& facts) {
    return Names{TrackHas<Grant>(facts) ? "grants" : "", TrackHas<Truncate>(facts) ? "none" : ""};
  };
  EXPECT_THAT(SeenBySelects(kinds), Each(ElementsAre("grants", "")));
}

}  // namespace
}  // namespace hoglint::testing
