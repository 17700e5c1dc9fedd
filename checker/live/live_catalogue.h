// A living database as a Catalogue.
#ifndef HOGLINT_CHECKER_LIVE_LIVE_CATALOGUE_H_
#define HOGLINT_CHECKER_LIVE_LIVE_CATALOGUE_H_

#include "checker/live/database.h"
#include "lint/base/result.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

// Everything that users' statements made, but for functions. Left out: what extensions own, and
// temporary tables. Nothing in it has a place in a file. An Error when a query fails.
[[nodiscard]] Result<Catalogue> ReadLiveCatalogue(Database& database);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_LIVE_CATALOGUE_H_
