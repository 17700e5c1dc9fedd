// The eight modes against the manual's table 13.2 (explicit-locking), written down once more by
// hand.
#include <gtest/gtest.h>

#include <string>

#include "lint/locks/effects.h"

namespace hoglint {
namespace {

constexpr int kModes = 8;

TEST(LockMode, ConflictsAsTheManualsTableHasThem) {
  // Rows: the mode held; columns: the mode wanted; both from ACCESS SHARE to ACCESS EXCLUSIVE.
  const std::string table[kModes] = {
      ".......X",  // ACCESS SHARE
      "......XX",  // ROW SHARE
      "....XXXX",  // ROW EXCLUSIVE
      "...XXXXX",  // SHARE UPDATE EXCLUSIVE
      "..XX.XXX",  // SHARE
      "..XXXXXX",  // SHARE ROW EXCLUSIVE
      ".XXXXXXX",  // EXCLUSIVE
      "XXXXXXXX",  // ACCESS EXCLUSIVE
  };
  for (int held = 0; held < kModes; ++held) {
    std::string row;
    for (int wanted = 0; wanted < kModes; ++wanted) {
      row +=
          Conflicts(static_cast<LockMode>(held + 1), static_cast<LockMode>(wanted + 1)) ? 'X' : '.';
    }
    EXPECT_EQ(row, table[held]) << LockModeName(static_cast<LockMode>(held + 1));
  }
  EXPECT_FALSE(Conflicts(LockMode::kNone, LockMode::kAccessExclusive));
}

TEST(LockMode, OnlyTheStrongestBlocksReads) {
  EXPECT_TRUE(BlocksReads(LockMode::kAccessExclusive));
  EXPECT_FALSE(BlocksReads(LockMode::kExclusive));
}

TEST(LockMode, WritesAreBlockedFromShareOn) {
  EXPECT_FALSE(BlocksWrites(LockMode::kShareUpdateExclusive));
  EXPECT_TRUE(BlocksWrites(LockMode::kShare));
  EXPECT_TRUE(BlocksWrites(LockMode::kShareRowExclusive));
  EXPECT_EQ(LockModeName(LockMode::kShareRowExclusive), "SHARE ROW EXCLUSIVE");
}

}  // namespace
}  // namespace hoglint
