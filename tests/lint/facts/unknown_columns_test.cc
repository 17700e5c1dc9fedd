// Columns that a statement names and its tables do not have: certain ones only.
#include "lint/facts/unknown_columns.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "lint/schema/apply.h"
#include "lint/schema/catalogue.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// people (id, email, data) and visits (id, person, at).
Catalogue Tables() {
  Catalogue catalogue;
  const auto add = [&](const std::string& name, const std::vector<std::string>& columns) {
    Relation table;
    table.name = {"public", name};
    for (const std::string& column : columns) {
      Column each;
      each.name = column;
      table.columns.push_back(std::move(each));
    }
    catalogue.AddRelation(std::move(table));
  };
  add("people", {"id", "email", "data"});
  add("visits", {"id", "person", "at"});
  return catalogue;
}

// "people.nick" of each.
std::vector<std::string> Unknown(const std::string& sql) {
  const Catalogue catalogue = Tables();
  std::vector<std::string> found;
  for (const UnknownColumn& each : UnknownColumns(sql, catalogue)) {
    EXPECT_EQ(sql.substr(each.begin, each.end - each.begin).find(each.column) == std::string::npos,
              false)
        << sql;
    found.push_back(each.table->name.name + "." + each.column);
  }
  return found;
}

TEST(UnknownColumnsTest, ATableWithoutTheColumnIsFound) {
  EXPECT_THAT(Unknown("SELECT nick FROM people"), ElementsAre("people.nick"));
  EXPECT_THAT(Unknown("SELECT p.nick FROM people p JOIN visits v ON v.person = p.id"),
              ElementsAre("people.nick"));
  EXPECT_THAT(Unknown("UPDATE people SET nick = lower(email) WHERE nick IS NULL"),
              ElementsAre("people.nick", "people.nick"));
  EXPECT_THAT(Unknown("DELETE FROM people WHERE nick = $1"), ElementsAre("people.nick"));
  EXPECT_THAT(Unknown("INSERT INTO visits (id, who) VALUES ($1, $2)"), ElementsAre("visits.who"));
  EXPECT_THAT(Unknown("SELECT id FROM people WHERE id IN (SELECT person FROM people)"),
              ElementsAre("people.person"));
}

TEST(UnknownColumnsTest, WhatTheTablesHaveIsNot) {
  EXPECT_THAT(Unknown("SELECT id, email, ctid, people.*, data->>'x' FROM people"), IsEmpty());
  EXPECT_THAT(Unknown("INSERT INTO people (id, email) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE "
                      "SET email = excluded.email"),
              IsEmpty());
}

TEST(UnknownColumnsTest, NamesOfTheStatementsOwnAreNot) {
  for (const char* sql : {
           "SELECT lower(email) AS nick FROM people ORDER BY nick",
           "SELECT lower(email) nick FROM people GROUP BY nick",
           "SELECT email nick FROM people ORDER BY nick",
           "SELECT CASE WHEN id = 1 THEN 2 END nick FROM people ORDER BY nick",
           "WITH b AS (SELECT id AS nick FROM people) SELECT nick FROM b",
           "WITH b (nick) AS (SELECT id FROM people) SELECT nick FROM b",
           "WITH people AS (SELECT 1 AS nick) SELECT people.nick FROM people",
           "SELECT people.nick FROM (SELECT id AS nick FROM people) people",
           "SELECT key FROM people, jsonb_each(data) WHERE value IS NULL",
           "SELECT nick FROM people, unnest($1::text[]) AS u(nick)",
           "SELECT people FROM people",
           "SELECT row_to_json(p) FROM people p",
       }) {
    EXPECT_THAT(Unknown(sql), IsEmpty()) << sql;
  }
}

TEST(UnknownColumnsTest, WhatIsNotCertainIsNot) {
  // A table that is not known may have the column.
  EXPECT_THAT(Unknown("SELECT nick FROM people JOIN others ON others.id = people.id"), IsEmpty());
  EXPECT_THAT(Unknown("SELECT nick FROM others"), IsEmpty());
  EXPECT_THAT(Unknown("SELECT o.nick FROM others o"), IsEmpty());
  // One of two tables, which a nested query may call by the same alias.
  EXPECT_THAT(Unknown("SELECT p.at FROM people p WHERE EXISTS (SELECT 1 FROM visits p)"),
              IsEmpty());
  EXPECT_THAT(Unknown("SELECT nick FROM people WHERE"), IsEmpty());
  EXPECT_THAT(Unknown("not SQL at all"), IsEmpty());
  EXPECT_THAT(Unknown(""), IsEmpty());
}

}  // namespace
}  // namespace hoglint::testing
