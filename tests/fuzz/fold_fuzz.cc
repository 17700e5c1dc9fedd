// A history folded into catalogues: the same statements give the same catalogue, one that was kept
// stays as it was (relations are shared until they change), and its names lead to what they name.
#include "lint/facts/fold.h"

#include <bit>
#include <vector>

#include "lint/schema/diff.h"
#include "tests/fuzz/target.h"
#include "tests/support/lint_text.h"
#include "tests/support/live_schema.h"

namespace hoglint::fuzz {
namespace {

std::string Describe(const Catalogue& catalogue) {
  std::string text;
  for (const auto& [what, value] : testing::DescribeCatalogue(catalogue)) {
    text += what + " -> " + value + "\n";
  }
  return text;
}

void CheckLinks(const Catalogue& catalogue) {
  for (const auto& [name, id] : catalogue.relation_names()) {
    const Relation* relation = catalogue.Get(id);
    if (relation == nullptr) Fail("a name leads to a relation that was dropped: " + ToString(name));
    ExpectEqual(ToString(relation->name), ToString(name), "a relation has two names");
    for (const RelationId index : relation->indexes) {
      if (catalogue.Get(index) == nullptr) Fail("a dropped index is left at " + ToString(name));
    }
  }
}

struct Kept {
  Catalogue catalogue;
  std::string description;
};

void FoldTwice(std::string_view bytes) {
  const testing::Fixture fixture = testing::ParseFixture("0000_input.sql", bytes);
  Sources sources;
  const Track track = testing::MakeTrack(fixture.migrations, fixture.options.complete, sources);
  const FoldOptions options{
      .runner = fixture.options.runner,
      .server = {.major_version = fixture.options.pg_version, .time_zone_utc = true},
      .batching = fixture.options.all ? Batching::kEachMigration : Batching::kNewTogether,
      .effects_of_merged = true};

  std::vector<Kept> kept;
  std::size_t statements = 0;
  FoldVisitor visitor;
  visitor.on_applied = [&](const AppliedStatement& applied) {
    // Few of them, at distances that grow: describing one takes longer than applying a statement.
    ++statements;
    if (!std::has_single_bit(statements)) return;
    kept.push_back({applied.after, Describe(applied.after)});
  };
  const Catalogue folded = Fold(track, sources, {}, options, visitor);
  CheckLinks(folded);
  const std::string description = Describe(folded);
  for (const Kept& each : kept) {
    ExpectEqual(Describe(each.catalogue), each.description,
                "a catalogue changed after it was kept");
  }
  const Catalogue again = Fold(track, sources, {}, options, {});
  ExpectEqual(Describe(again), description, "the same statements make another catalogue");
  Expect(Diff(folded, again, {}).empty(), "a catalogue differs from itself");
}

const Target kTarget("fold", FoldTwice);

}  // namespace
}  // namespace hoglint::fuzz
