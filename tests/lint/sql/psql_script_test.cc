#include "lint/sql/psql_script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The commands as they were written.
std::vector<std::string> Commands(std::string& text) {
  const std::string before = text;
  std::vector<std::string> commands;
  for (const sql::PsqlCommand& range : sql::BlankPsqlParts(text)) {
    commands.push_back(before.substr(range.begin, range.end - range.begin));
  }
  return commands;
}

TEST(PsqlScript, BlanksCommandsWhereAStatementWouldBegin) {
  std::string text =
      "\\restrict k3y\n-- a comment\n  \\set ON_ERROR_STOP on \nSELECT 1;\n\\unrestrict";
  EXPECT_THAT(Commands(text),
              ElementsAre("\\restrict k3y", "\\set ON_ERROR_STOP on", "\\unrestrict"));
  EXPECT_EQ(text, std::string(13, ' ') + "\n-- a comment\n" + std::string(24, ' ') +
                      "\nSELECT 1;\n" + std::string(11, ' '));
}

TEST(PsqlScript, BlanksTheRowsOfACopy) {
  std::string text =
      "COPY public.users (id, note)\n  FROM stdin WITH (NULL '');\n1\tit's; DROP TABLE users;\n"
      "\\N\t$$\n\\.\nSELECT 2;";
  EXPECT_THAT(Commands(text), IsEmpty());
  EXPECT_EQ(text, "COPY public.users (id, note)\n  FROM stdin WITH (NULL '');\n" +
                      std::string(25, ' ') + "\n" + "     " + "\n  \nSELECT 2;");
}

TEST(PsqlScript, LeavesWhatOnlyLooksLikeIt) {
  for (const std::string written : {
           "SELECT E'\n\\set';",                       // in a string
           "CREATE FUNCTION f() AS $x$\n\\set\n$x$;",  // in a dollar quote
           "/* \n\\set */ SELECT 1;",                  // in a comment
           "SELECT 1\n\\gexec",                        // behind a statement
           "COPY t FROM stdin;\n1\nSELECT '\n\\ ';",   // rows without an end
           "COPY t FROM '/srv/stdin';\nDROP TABLE t;\nSELECT '\n\\.\n';",
           "COPY t TO stdout;\nDROP TABLE t;\n",
       }) {
    std::string text = written;
    EXPECT_THAT(Commands(text), IsEmpty()) << written;
    EXPECT_EQ(text, written);
  }
}

}  // namespace
}  // namespace hoglint::testing
