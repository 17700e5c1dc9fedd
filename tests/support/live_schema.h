// What a database holds, as lines that a catalogue can be compared with. All introspection SQL of
// the tests is here.
#ifndef HOGLINT_TESTS_SUPPORT_LIVE_SCHEMA_H_
#define HOGLINT_TESTS_SUPPORT_LIVE_SCHEMA_H_

#include <map>
#include <string>
#include <vector>

#include "lint/base/result.h"
#include "lint/schema/catalogue.h"
#include "tests/support/postgres_connection.h"

namespace hoglint::testing {

// "column public.users.id" -> "1 uuid not null". A "?" in a value matches one word or more.
using SchemaLines = std::map<std::string, std::string>;

// Everything that users' statements made: schemas, relations of every kind, columns, constraints,
// indexes, enums, domains, sequences, inheritance, policies, triggers, functions. Left out: what
// extensions own, temporary tables, NOT NULL constraints (PostgreSQL 18 has them as rows), and the
// rows that PostgreSQL adds for each partition of a referenced table.
[[nodiscard]] Result<SchemaLines> ReadSchema(Connection& connection);

// The same of a catalogue. Types that the fold does not know are "?".
[[nodiscard]] SchemaLines DescribeCatalogue(const Catalogue& catalogue);

// One line per difference: "- ..." the server has, "+ ..." only the catalogue has.
[[nodiscard]] std::vector<std::string> CompareSchemas(const SchemaLines& server,
                                                      const SchemaLines& catalogue);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_LIVE_SCHEMA_H_
