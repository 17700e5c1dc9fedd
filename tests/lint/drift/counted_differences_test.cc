// Which differences between files and database count.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "lint/drift/schema_drift.h"
#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Counted(const std::string& files, const std::string& database) {
  ExpectedSchema expected;
  expected.applied = CatalogueAfter(files);
  expected.full = expected.applied;
  const Catalogue actual = CatalogueAfter(database);
  const SchemaDriftInput input{.expected = expected, .actual = actual, .tracks = {}};
  std::vector<std::string> names;
  for (const Difference& each : CountedDifferences(expected.applied, input)) {
    names.push_back(DriftObjectName(each));
  }
  return names;
}

// ALTER TYPE ... RENAME VALUE by hand: PostgreSQL prints the default with the new name.
TEST(CountedDifferences, ARenamedValueIsTheEnumsDifferenceAlone) {
  const std::string files =
      "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (m mood DEFAULT 'ok');";
  EXPECT_THAT(Counted(files,
                      "CREATE TYPE mood AS ENUM ('sad', 'fine');"
                      "CREATE TABLE t (m mood DEFAULT 'fine'::mood);"),
              ElementsAre("values of enum mood"));
  EXPECT_THAT(Counted(files,
                      "CREATE TYPE mood AS ENUM ('sad', 'fine');"
                      "CREATE TABLE t (m mood DEFAULT 'sad'::mood);"),
              ElementsAre("default of column m of t", "values of enum mood"));
  EXPECT_THAT(Counted(files,
                      "CREATE TYPE mood AS ENUM ('sad', 'ok');"
                      "CREATE TABLE t (m mood DEFAULT 'sad'::mood);"),
              ElementsAre("default of column m of t"));
}

}  // namespace
}  // namespace hoglint::testing
