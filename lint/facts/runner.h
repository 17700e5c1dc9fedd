// Runner: what applies a track, and in which transactions.
#ifndef HOGLINT_LINT_FACTS_RUNNER_H_
#define HOGLINT_LINT_FACTS_RUNNER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hoglint {

enum class TransactionScope : std::uint8_t {
  kBatch,      // everything pending in one transaction (Drizzle)
  kFile,       // one transaction a file; a file of a single statement goes unwrapped
  kStatement,  // autocommit
};

struct Runner {
  std::string_view name;  // as --runner spells it
  TransactionScope scope = TransactionScope::kFile;
  // Set by the runner or its role for every migration: lock_timeout, in milliseconds.
  std::optional<int> lock_timeout_ms = std::nullopt;
  std::optional<int> statement_timeout_ms = std::nullopt;
  // One query of the extended protocol per chunk: a second statement in it is refused (42601).
  bool one_statement_per_chunk = false;
  // By the project's convention migrations change the schema only; data is changed elsewhere.
  bool schema_only = false;
};

// Drizzle on node-postgres, postgres-js, pglite, neon-serverless, vercel: one transaction for all
// pending migrations (measured, drizzle-orm 0.45.4 and 1.0.0-rc.5).
inline constexpr Runner kDrizzleRunner{.name = "drizzle", .scope = TransactionScope::kBatch};
// drizzle-orm/neon-http before 1.0: no transaction, one request per chunk (read in 0.45.4).
inline constexpr Runner kDrizzleNeonHttpRunner{.name = "drizzle-neon-http",
                                               .scope = TransactionScope::kStatement,
                                               .one_statement_per_chunk = true};
// drizzle-orm/neon-http from 1.0 on: all pending chunks are one request, which is one transaction
// (read in 1.0.0-rc.5). The same name: `--runner` means the older one.
inline constexpr Runner kDrizzleNeonHttpBatchRunner{.name = "drizzle-neon-http",
                                                    .scope = TransactionScope::kBatch,
                                                    .one_statement_per_chunk = true};
// Hogsend's migrate.ts: Drizzle with lock_timeout 10 s and statement_timeout 15 min.
inline constexpr Runner kHogsendRunner{.name = "hogsend",
                                       .scope = TransactionScope::kBatch,
                                       .lock_timeout_ms = 10'000,
                                       .statement_timeout_ms = 900'000,
                                       .schema_only = true};
inline constexpr Runner kPerFileRunner{.name = "per-file", .scope = TransactionScope::kFile};
inline constexpr Runner kAutocommitRunner{.name = "autocommit",
                                          .scope = TransactionScope::kStatement};

// Every statement is a session of its own: BEGIN and SET end with it.
[[nodiscard]] constexpr bool IsRequestPerStatement(const Runner& runner) {
  return runner.scope == TransactionScope::kStatement && runner.one_statement_per_chunk;
}

// Every built-in runner.
[[nodiscard]] std::span<const Runner> Runners();
// The built-in runner of that name; absent when there is none.
[[nodiscard]] std::optional<Runner> FindRunner(std::string_view name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_RUNNER_H_
