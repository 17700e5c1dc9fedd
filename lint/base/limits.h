// Every limit on what hoglint reads, with its reason. What is beyond one is told as not checked and
// ends with exit code 2: it is never cut off in silence, and never taken for clean.
#ifndef HOGLINT_LINT_BASE_LIMITS_H_
#define HOGLINT_LINT_BASE_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace hoglint {

inline constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20U;

// A file of SQL. The largest migration of the corpora has 0.4 MB; seed data of 32 MB is parsed in
// about 1 s. Offsets are 32 bits wide, and text with its tokens takes 7 times its size in memory.
inline constexpr std::uint64_t kMaxSqlBytes = 32 * kMegabyte;
// Statements of a file. Those of a dump with an INSERT for each row take up to 5 KB of memory each.
inline constexpr std::size_t kMaxStatementsOfFile = 200'000;
// Statements of a run: 5 GB of memory in the worst case, which a build machine has.
inline constexpr std::size_t kMaxStatements = 1'000'000;

// meta/_journal.json: 200,000 entries as drizzle-kit writes them.
inline constexpr std::uint64_t kMaxJournalBytes = 32 * kMegabyte;
inline constexpr std::size_t kMaxJournalEntries = 200'000;
// A snapshot. The largest of the corpora has 1.2 MB, with 100 tables; as JSON values it takes ten
// times its size in memory.
inline constexpr std::uint64_t kMaxSnapshotBytes = 32 * kMegabyte;

// hoglint.json is written by hand.
inline constexpr std::uint64_t kMaxConfigBytes = 1 * kMegabyte;
// The baseline has a line a finding: 100,000 of them.
inline constexpr std::uint64_t kMaxBaselineBytes = 32 * kMegabyte;
// hoglint.stats.json has a line a table and index: 100,000 of them.
inline constexpr std::uint64_t kMaxStatsBytes = 16 * kMegabyte;

// TypeScript, package.json, YAML, TOML, Dockerfiles: people write far less; what is larger was
// generated.
inline constexpr std::uint64_t kMaxProjectFileBytes = 2 * kMegabyte;
// Any other file, and none may be larger.
inline constexpr std::uint64_t kMaxFileBytes = 32 * kMegabyte;

// All that is read in one run, git's objects apart: what a build machine can hold and go through in
// a minute.
inline constexpr std::uint64_t kMaxBytesOfRun = 1024 * kMegabyte;
// An object of git's: the contents of a file in some commit, so the largest of the above.
inline constexpr std::uint64_t kMaxBlobBytes = kMaxFileBytes;
// Files and folders of a commit below one folder. Trees that hold one tree many times make
// trillions of a few kilobytes.
inline constexpr std::size_t kMaxTreeEntries = 1'000'000;

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_LIMITS_H_
