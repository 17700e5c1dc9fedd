// What statements do to the relations of a small schema: Partitions and inheritance.
#include <gtest/gtest.h>

#include "tests/lint/locks/effects_text.h"

namespace hoglint::testing {
namespace {

constexpr const char* kPartitions = R"(CREATE TABLE orgs (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, org_id bigint REFERENCES orgs, at date NOT NULL)
  PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX events_id ON events (id);
CREATE TABLE logs (line text, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
CREATE TABLE bare (id bigint, org_id bigint, at date NOT NULL);
CREATE TABLE checked (id bigint, org_id bigint REFERENCES orgs, at date NOT NULL,
  CHECK (at >= '2026-01-01' AND at < '2027-01-01'));
CREATE INDEX checked_id ON checked (id);
)";

TEST(PartitionsEffects, ChangesReachThem) {
  EXPECT_EQ(ShortEffects(kPartitions, "ALTER TABLE events ADD COLUMN n int"),
            "events: ACCESS EXCLUSIVE; events_2024: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kPartitions, "ALTER TABLE events ALTER id SET NOT NULL"),
            "events: ACCESS EXCLUSIVE; events_2024: ACCESS EXCLUSIVE, scan");
  EXPECT_EQ(ShortEffects(kPartitions, "ALTER TABLE events ALTER at SET NOT NULL"),
            "events: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kPartitions, "CREATE INDEX i ON events (org_id)"),
            "events: SHARE; events_2024: SHARE, scan, index build");
  EXPECT_EQ(ShortEffects(kPartitions, "CREATE INDEX i ON ONLY events (org_id)"), "events: SHARE");
  EXPECT_EQ(ShortEffects(kPartitions, "DROP INDEX events_id"),
            "events: ACCESS EXCLUSIVE; events_2024: ACCESS EXCLUSIVE; events_2024_id_idx: ACCESS "
            "EXCLUSIVE; events_id: ACCESS EXCLUSIVE");
}

TEST(AttachPartitionEffects, ReadsTheTableUnlessACheckProvesTheBounds) {
  EXPECT_EQ(
      EffectsText(kPartitions,
                  "ALTER TABLE events ATTACH PARTITION bare FOR VALUES FROM ('2026-01-01') TO "
                  "('2027-01-01')"),
      R"(bare: ACCESS EXCLUSIVE, scan, index build -- every row is checked against the partition's bounds; every row is read to build the parent's index; every row is looked up by the parent's key
events: SHARE UPDATE EXCLUSIVE
events_id: SHARE UPDATE EXCLUSIVE -- the partition gets its part of it
orgs: SHARE ROW EXCLUSIVE, perhaps scan -- its keys are read to check the referencing rows
orgs_pkey: ACCESS SHARE -- opened to plan the check
)");
  EXPECT_EQ(EffectsText(kPartitions,
                        "ALTER TABLE events ATTACH PARTITION checked FOR VALUES FROM "
                        "('2026-01-01') TO ('2027-01-01')"),
            R"(checked: ACCESS EXCLUSIVE -- becomes a partition
events: SHARE UPDATE EXCLUSIVE
events_id: SHARE UPDATE EXCLUSIVE -- the partition gets its part of it
orgs: ACCESS EXCLUSIVE -- referenced by the partition's foreign key
)");
}

TEST(NewPartitionEffects, LocksTheParentAndReadsTheDefaultPartition) {
  EXPECT_EQ(EffectsText(kPartitions,
                        "CREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') "
                        "TO ('2027-01-01')"),
            R"(logs: ACCESS EXCLUSIVE -- gets a partition
logs_rest: ACCESS EXCLUSIVE, scan -- every row is checked not to belong into the new partition
)");
  EXPECT_EQ(EffectsText(kPartitions,
                        "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM "
                        "('2025-01-01') TO ('2026-01-01')"),
            R"(events: ACCESS EXCLUSIVE -- gets a partition
events_id: SHARE UPDATE EXCLUSIVE -- the partition gets its part of it
orgs: SHARE ROW EXCLUSIVE -- referenced by the parent's foreign key
)");
}

TEST(DetachPartitionEffects, LocksTheParentUnlessConcurrently) {
  EXPECT_EQ(EffectsText(kPartitions, "ALTER TABLE events DETACH PARTITION events_2024"),
            R"(events: ACCESS EXCLUSIVE
events_2024: ACCESS EXCLUSIVE -- is no partition any more
events_2024_id_idx: ACCESS EXCLUSIVE -- is no part of the parent's index any more
orgs: SHARE ROW EXCLUSIVE -- referenced by the partition's foreign key
)");
  EXPECT_EQ(
      EffectsText(kPartitions, "ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY"),
      R"(events: SHARE UPDATE EXCLUSIVE
events_2024: ACCESS EXCLUSIVE -- is no partition any more
events_2024_id_idx: ACCESS SHARE -- looked at
orgs: SHARE ROW EXCLUSIVE -- referenced by the partition's foreign key
)");
  EXPECT_EQ(ShortEffects(kPartitions, "DROP TABLE events_2024"),
            "events: ACCESS EXCLUSIVE; events_2024: ACCESS EXCLUSIVE; events_2024_id_idx: ACCESS "
            "EXCLUSIVE");
}

TEST(InheritanceEffects, ChildrenFollowUnlessOnlyIsWritten) {
  constexpr const char* kSchema =
      R"(CREATE TABLE par (id int PRIMARY KEY, a int, CONSTRAINT a_set CHECK (a > 0));
CREATE TABLE kid (b int) INHERITS (par);
)";
  EXPECT_EQ(ShortEffects(kSchema, "ALTER TABLE par ADD COLUMN n int"),
            "kid: ACCESS EXCLUSIVE; par: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kSchema, "ALTER TABLE ONLY par ALTER a SET DEFAULT 1"),
            "par: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kSchema, "ALTER TABLE par ADD UNIQUE (a)"),
            "par: ACCESS EXCLUSIVE, scan, index build");
  EXPECT_EQ(ShortEffects(kSchema, "ALTER TABLE par ADD UNIQUE (a)", {18, true}),
            "kid: ACCESS EXCLUSIVE; par: ACCESS EXCLUSIVE, scan, index build");
  EXPECT_EQ(ShortEffects(kSchema, "ALTER TABLE par DROP CONSTRAINT a_set"),
            "kid: ACCESS EXCLUSIVE; par: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kSchema, "ALTER TABLE kid NO INHERIT par"),
            "kid: ACCESS EXCLUSIVE; par: ACCESS SHARE");
}

}  // namespace
}  // namespace hoglint::testing
