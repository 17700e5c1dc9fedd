// The drizzle.config of an application that has tables beside those of Hogsend's engine.
#ifndef HOGLINT_LINT_FACTS_CLIENT_CONFIG_H_
#define HOGLINT_LINT_FACTS_CLIENT_CONFIG_H_

#include <string>
#include <string_view>

#include "lint/facts/application.h"

namespace hoglint {

// The ledgers of Hogsend's runner, both in one database: of the application's own migrations, and
// of the engine's, which has drizzle-orm's default name.
inline constexpr std::string_view kLedgerSchema = "drizzle";
inline constexpr std::string_view kClientLedger = "__client_migrations";
inline constexpr std::string_view kEngineLedger = "__drizzle_migrations";

// The application is not Hogsend's engine itself, and has a config of its own for the engine's
// database: the only one; of several the one with the client's ledger, or else drizzle.config.* in
// the application's folder. Null when there is none, or it does not tell its values.
[[nodiscard]] const DrizzleConfigFile* ClientConfig(const Application& application);

// The config keeps a ledger that has neither the schema nor the table of Hogsend's: it is for
// another database, or at least a track that Hogsend's runner does not know.
[[nodiscard]] bool HasLedgerOfItsOwn(const DrizzleConfig& config);

// Where the config's migrations are, as shown; empty when only running it would tell.
[[nodiscard]] std::string ShownOut(const DrizzleConfigFile& file);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CLIENT_CONFIG_H_
