#include "checker/project/sql_sections.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Up(std::string_view text) {
  std::vector<std::string> parts;
  for (const Span& span : FindSections(FileId{}, text).up) {
    parts.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return parts;
}

TEST(FindSections, PlainSqlHasNone) {
  const SqlSections sections = FindSections(FileId{}, "-- up\nCREATE TABLE t ();\n-- down we go\n");
  EXPECT_THAT(sections.up, IsEmpty());
  EXPECT_EQ(sections.down, 0U);
}

TEST(FindSections, Goose) {
  const std::string_view text =
      "-- a header\n-- +goose Up\nA;\n-- +goose StatementBegin\nB;\n-- +goose StatementEnd\n"
      "-- +goose Down\nC;\n";
  EXPECT_THAT(Up(text), ElementsAre("A;\n-- +goose StatementBegin\nB;\n-- +goose StatementEnd\n"));
  EXPECT_EQ(FindSections(FileId{}, text).down, 1U);
}

TEST(FindSections, DbmateWithOptionsAndCarriageReturns) {
  EXPECT_THAT(Up("-- migrate:up transaction:false\r\nA;\r\n-- migrate:down\r\nB;\r\n"),
              ElementsAre("A;\r\n"));
}

TEST(FindSections, OddSpellings) {
  EXPECT_THAT(Up("--+GOOSE UP\nA;\n--   +goose   \n"), ElementsAre("A;\n--   +goose   \n"));
  EXPECT_THAT(Up("-- rambler up\nA;\n-- rambler down\nB;"), ElementsAre("A;\n"));
  EXPECT_THAT(Up("-- +goose Upward\nA;"), IsEmpty());
}

TEST(FindSections, TernDividesByOneLine) {
  EXPECT_THAT(Up("A;\n---- create above / drop below ----\nB;\n"), ElementsAre("A;\n"));
}

TEST(FindSections, NodePgMigrateNeedsBothMarkers) {
  EXPECT_THAT(Up("-- a header\n-- Up Migration: tags\nA;\n\n -- - DOWN migration\nB;\n"),
              ElementsAre("A;\n\n"));
  // It runs the whole of such a file up.
  EXPECT_THAT(Up("A;\n-- Down Migration\nB;\n"), IsEmpty());
  EXPECT_THAT(Up("A;\n-- up migration of last week\nB;\n"), IsEmpty());
}

TEST(FindSections, SeveralUpSections) {
  EXPECT_THAT(Up("-- +migrate Up\nA;\n-- +migrate Down\nB;\n-- +migrate Up\nC;"),
              ElementsAre("A;\n", "C;"));
}

TEST(FindSections, OnlyDown) {
  const SqlSections sections = FindSections(FileId{}, "-- +goose Down\nB;\n");
  EXPECT_EQ(sections.down, 1U);
  EXPECT_EQ(Up("-- +goose Down\nB;\n"), std::vector<std::string>{""});
}

}  // namespace
}  // namespace hoglint
