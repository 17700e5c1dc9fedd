#include "checker/live/connection_errors.h"

#include <gmock/gmock.h>
#include <libpq-fe.h>

#include "checker/live/connection.h"
#include "checker/live/libpq.h"

namespace hoglint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

static_assert(libpq::kConnectionOk == CONNECTION_OK);
static_assert(libpq::kCommandOk == PGRES_COMMAND_OK);
static_assert(libpq::kTuplesOk == PGRES_TUPLES_OK);
static_assert(libpq::kDiagSqlState == 'C' && libpq::kDiagPrimary == 'M');
static_assert(libpq::kVerbose == PQERRORS_VERBOSE);
static_assert(sizeof(libpq::Option) == sizeof(PQconninfoOption));

TEST(ConnectionErrors, ScrubsSecretsAsTheyAreAndAsAUrlWritesThem) {
  EXPECT_EQ(Scrubbed("no p@ss here\n\tnor p%40ss there\n", {"p@ss", ""}),
            "no *** here; nor *** there");
}

TEST(ConnectionErrors, SaysWhatAFailureMeans) {
  EXPECT_THAT(DescribeConnectFailure("", "FATAL:  password authentication failed for user \"app\""),
              StartsWith("the server refuses the password, or has no such role"));
  EXPECT_THAT(DescribeConnectFailure("", "FATAL:  unsupported startup parameter: options"),
              StartsWith("the pooler in between refuses a parameter"));
  EXPECT_THAT(DescribeConnectFailure("", "SSL error: certificate verify failed"),
              StartsWith("TLS: the server's certificate"));
  EXPECT_THAT(DescribeQueryFailure("57014", "canceling statement due to statement timeout"),
              StartsWith("the server took too long"));
  EXPECT_THAT(DescribeQueryFailure("", "server closed the connection unexpectedly"),
              StartsWith("the connection broke"));
}

// PostgreSQL 15's German and French words.
TEST(ConnectionErrors, SqlStatesCountMoreThanWords) {
  EXPECT_THAT(DescribeConnectFailure("3D000", "FATAL:  Datenbank »SSL« existiert nicht"),
              StartsWith("there is no such database ("));
  EXPECT_THAT(DescribeConnectFailure("28000", "FATAL:  Rolle »certificate« existiert nicht"),
              StartsWith("the server does not let this role in"));
  EXPECT_THAT(DescribeConnectFailure("28000", "FATAL:  role \"pgbouncer\" does not exist"),
              StartsWith("there is no such role ("));
  EXPECT_THAT(DescribeConnectFailure("28000",
                                     "FATAL:  kein pg_hba.conf-Eintrag für Host »::1«, Benutzer "
                                     "»app«, Datenbank »app«, SSL aus"),
              StartsWith("the server's pg_hba.conf lets"));
  EXPECT_THAT(DescribeConnectFailure("57P03", "FATAL:  le système de base de données démarre"),
              StartsWith("the server is starting up, shutting down or recovering"));
  // Poolers say 08P01 for everything: their words decide.
  EXPECT_THAT(DescribeConnectFailure("08P01", "FATAL:  unsupported startup parameter: options"),
              StartsWith("the pooler in between refuses a parameter"));
}

TEST(ConnectionErrors, FindsTheSqlStateInVerboseText) {
  EXPECT_EQ(SqlStateOfRefusal("connection to server on socket \"/s\" failed: FATAL:  28P01: "
                              "Passwort-Authentifizierung für Benutzer »app« fehlgeschlagen\n"
                              "ORT:  auth_failed, auth.c:333"),
            "28P01");
  EXPECT_EQ(SqlStateOfRefusal("failed: Connection refused"), "");
  EXPECT_EQ(SqlStateOfRefusal("FATAL:  role: none"), "");
  EXPECT_EQ(SqlStateOfRefusal("FATAL:  3D0"), "");
}

TEST(ConnectionErrors, TakesForeignParametersOutOfAUrl) {
  const std::string url = "postgresql://u@h/d?sslmode=require&pgbouncer=true&schema=public";
  EXPECT_EQ(WithoutUrlParameter(url, "pgbouncer"),
            "postgresql://u@h/d?sslmode=require&schema=public");
  EXPECT_EQ(WithoutUrlParameter("postgresql://u@h/d?a=1", "a"), "postgresql://u@h/d");
  EXPECT_EQ(WithoutUrlParameter("postgresql://u@h/d", "a"), "postgresql://u@h/d");
}

// libpq's own words on a string that it cannot read hold parts of it.
TEST(Connection, NeverTellsAPassword) {
  for (const char* url : {
           "postgresql://app:hunt@er2@127.0.0.1:1/app",
           "postgresql://app:hunt/er2@127.0.0.1:1/app",
           "postgresql://app:hunt?er2@127.0.0.1:1/app",
           "postgresql://app:hunter2@127.0.0.1:port/app",
           "postgresql://app:hunter2@127.0.0.1:1/app",
           "postgresql://app:hunt%65r2@127.0.0.1:1/app",
           "postgresql://app:hunter2@127.0.0.1:1/app?nonsense=hunter2",
           "host=127.0.0.1 port=1 password=hunter2 nonsense=hunter2",
           "host=127.0.0.1 port=1 password='hunter2",
           "hunter2",
       }) {
    const auto database = ConnectToDatabase({.url = url, .given_by = "DATABASE_URL"});
    ASSERT_FALSE(database.has_value()) << url;
    EXPECT_THAT(database.error().message, HasSubstr("DATABASE_URL"));
    EXPECT_THAT(database.error().message, Not(HasSubstr("er2"))) << url;
    EXPECT_THAT(database.error().message, Not(HasSubstr("hunt"))) << url;
  }
}

TEST(Connection, LeavesOutWhatOtherDriversPutIntoAUrl) {
  const auto database = ConnectToDatabase(
      {.url = "postgresql://app:x@127.0.0.1:1/app?pgbouncer=true&schema=public&connection_limit=1",
       .given_by = "DATABASE_URL"});
  ASSERT_FALSE(database.has_value());
  EXPECT_THAT(database.error().message, HasSubstr("nothing listens there"));
}

}  // namespace
}  // namespace hoglint
