// The queries that read a database's schema: one for each kind of object, however many there are.
#ifndef HOGLINT_CHECKER_LIVE_SCHEMA_QUERIES_H_
#define HOGLINT_CHECKER_LIVE_SCHEMA_QUERIES_H_

#include "checker/live/database.h"

namespace hoglint {

// What stands between the names of a list: no identifier has it.
inline constexpr char kNameSeparator = '\x01';

// All of them leave out PostgreSQL's own schemas and what an extension owns, name objects by their
// oid, and expect pg_catalog alone as the search path. `version`: the server's, such as 150018.
[[nodiscard]] DatabaseQuery SchemaNames();     // nspname
[[nodiscard]] DatabaseQuery ExtensionNames();  // extname
[[nodiscard]] DatabaseQuery Relations();       // oid schema name kind persistence rls force_rls
[[nodiscard]] DatabaseQuery Columns();         // see the query
[[nodiscard]] DatabaseQuery Types();           // schema name kind base not_null
[[nodiscard]] DatabaseQuery EnumLabels();      // schema name label
[[nodiscard]] DatabaseQuery Indexes(int version);
[[nodiscard]] DatabaseQuery IndexColumns();  // index position column expression option included
[[nodiscard]] DatabaseQuery Constraints(int version);
[[nodiscard]] DatabaseQuery Policies();        // table name command permissive using check
[[nodiscard]] DatabaseQuery SequenceOwners();  // sequence table column identity
[[nodiscard]] DatabaseQuery Inheritance();     // child parent
[[nodiscard]] DatabaseQuery Triggers();        // table name function_schema function
[[nodiscard]] DatabaseQuery Rules();           // table name

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_SCHEMA_QUERIES_H_
