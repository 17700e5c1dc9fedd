#include "lint/config/table_sizes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hoglint {
namespace {

Result<TableSizes> Read(std::string text) {
  return ReadTableSizes(SourceFile(FileId{}, "hoglint.stats.json", std::move(text)));
}

TEST(TableSizesTest, ReadsBackWhatItWrites) {
  TableSizes sizes;
  sizes.tables[{"public", "users"}] = {
      .rows = 1'200'000, .bytes = 820'000'000, .index_bytes = 40'000'000, .analysed = "2026-11-20"};
  sizes.tables[{"app", "odd \"name\"\n"}] = {
      .rows = std::nullopt, .bytes = 0, .index_bytes = 0, .analysed = ""};
  const auto read = Read(TableSizesText(sizes));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->path, "hoglint.stats.json");
  ASSERT_EQ(read->tables.size(), 2U);
  const TableSize* users = read->Find({"public", "users"});
  ASSERT_NE(users, nullptr);
  EXPECT_EQ(users->rows, 1'200'000);
  EXPECT_EQ(users->bytes, 820'000'000);
  EXPECT_EQ(users->index_bytes, 40'000'000);
  EXPECT_EQ(users->analysed, "2026-11-20");
  const TableSize* odd = read->Find({"app", "odd \"name\"\n"});
  ASSERT_NE(odd, nullptr);
  EXPECT_FALSE(odd->rows.has_value());
  EXPECT_EQ(read->Find({"public", "orders"}), nullptr);
}

TEST(TableSizesTest, WritesOneTableALine) {
  TableSizes sizes;
  sizes.tables[{"public", "b"}] = {.rows = 1, .bytes = 8192, .index_bytes = 0, .analysed = ""};
  sizes.tables[{"public", "a"}] = {.rows = 2, .bytes = 8192, .index_bytes = 0, .analysed = ""};
  EXPECT_EQ(TableSizesText(sizes),
            R"({"version": 1, "tables": [
{"schema":"public","name":"a","rows":2,"bytes":8192,"indexBytes":0,"analysed":null},
{"schema":"public","name":"b","rows":1,"bytes":8192,"indexBytes":0,"analysed":null}
]}
)");
}

TEST(TableSizesTest, ADayIsADay) {
  for (const auto& [text, day] :
       std::vector<std::pair<std::string, std::string>>{{"\"2026-11-20\"", "2026-11-20"},
                                                        {"\"2026-11-20T10:00\"", ""},
                                                        {"\"yesterday, all is well\"", ""},
                                                        {"3", ""}}) {
    const auto read =
        Read(R"({"version": 1, "tables": [{"name": "a", "bytes": 1, "analysed": )" + text + "}]}");
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->Find({"", "a"})->analysed, day) << text;
  }
}

TEST(TableSizesTest, SaysWhatIsWrongWithAFile) {
  using ::testing::HasSubstr;
  for (const auto& [text, problem] : std::vector<std::pair<std::string, std::string>>{
           {"", "no JSON object"},
           {"[]", "no JSON object"},
           {"{\"version\": 2, \"tables\": []}", "'version' is not 1"},
           {"{\"version\": 1}", "no list of 'tables'"},
           {"{\"version\": 1, \"tables\": [3]}", "no 'name' and 'bytes'"},
           {"{\"version\": 1, \"tables\": [{\"name\": \"a\", \"bytes\": -1}]}", "no 'name' and"}}) {
    const auto read = Read(text);
    ASSERT_FALSE(read) << text;
    EXPECT_THAT(read.error().message, HasSubstr(problem)) << text;
    EXPECT_THAT(read.error().message, HasSubstr("hoglint.stats.json")) << text;
  }
}

}  // namespace
}  // namespace hoglint
