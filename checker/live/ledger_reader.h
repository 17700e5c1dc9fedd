// Reads the ledger of a track, the table of applied migrations.
#ifndef HOGLINT_CHECKER_LIVE_LEDGER_READER_H_
#define HOGLINT_CHECKER_LIVE_LEDGER_READER_H_

#include "checker/live/database.h"
#include "lint/base/result.h"
#include "lint/drift/ledger.h"

namespace hoglint {

// A table that is not there is a Ledger without `exists`. An Error when it is there and this role
// may not read it, or when it is no ledger of Drizzle's.
[[nodiscard]] Result<Ledger> ReadLedger(Database& database, const QualifiedName& name);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_LEDGER_READER_H_
