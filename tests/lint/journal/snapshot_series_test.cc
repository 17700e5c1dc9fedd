#include "lint/journal/snapshot_series.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lint/schema/diff.h"
#include "tests/support/describe_snapshot.h"

namespace hoglint {
namespace {

using testing::DescribeSnapshotFile;
using ::testing::IsEmpty;

// Reads the texts as a series and each by itself, and compares.
void ExpectSame(const std::vector<std::string>& texts) {
  std::deque<SourceFile> files;
  SnapshotSeries series;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    files.emplace_back(FileId{static_cast<std::uint32_t>(i)}, "snapshot.json", texts[i]);
    const Snapshot alone = ReadSnapshot(files.back());
    const Snapshot in_series = series.Read(files.back());
    ASSERT_EQ(DescribeSnapshotFile(in_series), DescribeSnapshotFile(alone))
        << "snapshot " << i << ":\n"
        << texts[i];
    if (!alone.schema) continue;
    ASSERT_THAT(Diff(alone.schema->catalogue, in_series.schema->catalogue, {}), IsEmpty());
  }
}

std::string Id(std::string_view more = "") {
  return fmt::format(R"("id":{{"name":"id","type":"serial","primaryKey":true,"notNull":true}}{})",
                     more);
}

std::string Table(std::string_view name, std::string_view columns, std::string_view rest = "") {
  return fmt::format(R"("public.{0}":{{"name":"{0}","schema":"","columns":{{{1}}}{2}}})", name,
                     columns, rest);
}

std::string KeyTo(std::string_view table, std::string_view column) {
  return fmt::format(
      R"(,"foreignKeys":{{"{0}_fk":{{"name":"{0}_fk","tableFrom":"x","tableTo":"{0}","columnsFrom":["{1}"],"columnsTo":["id"]}}}})",
      table, column);
}

std::string File(std::string_view id, const std::vector<std::string>& tables,
                 std::string_view rest = R"("enums":{},"schemas":{})") {
  return fmt::format(
      R"({{"id":"{}","prevId":"p","version":"7","dialect":"postgresql","tables":{{{}}},{}}})", id,
      fmt::join(tables, ",\n"), rest);
}

const std::string kUserId = R"(,"u":{"name":"u","type":"integer","notNull":false})";
const std::string kName = R"(,"n":{"name":"n","type":"text","default":"'x'","notNull":true})";
const std::string kIndex =
    R"(,"indexes":{"i":{"name":"i","columns":[{"expression":"n","isExpression":false,"asc":true,"nulls":"last"}],"isUnique":false,"method":"btree"}})";

TEST(SnapshotSeries, ATableThatOthersReferToChanges) {
  const std::string orders = Table("orders", Id(kUserId), KeyTo("users", "u"));
  ExpectSame({File("a", {Table("users", Id()), orders}),
              File("b", {Table("users", Id(kName)), orders}),
              File("c", {Table("users", Id(kName), kIndex), orders}),
              File("d", {orders, Table("users", Id(kName), kIndex)}),
              File("e", {Table("users", Id()), orders, Table("more", Id(kUserId))}),
              File("f", {Table("users", Id())}), File("g", {})});
}

// Old snapshots do not hold operator classes, so that PostgreSQL would refuse this index.
TEST(SnapshotSeries, AnIndexWithoutItsOperatorClassMakesNothingAnew) {
  const std::string gin =
      R"(,"indexes":{"g":{"name":"g","columns":[{"expression":"n","isExpression":false,"asc":true,"nulls":"last"}],"isUnique":false,"method":"gin"}})";
  const std::vector<std::string> texts = {
      File("a", {Table("users", Id(kName), gin)}),
      File("b", {Table("users", Id(kName), gin), Table("orders", Id())})};
  ExpectSame(texts);
  std::deque<SourceFile> files;  // the series looks back at the file before
  SnapshotSeries series;
  std::vector<std::shared_ptr<const Relation>> users;
  for (const std::string& text : texts) {
    files.emplace_back(FileId{}, "snapshot.json", text);
    const Snapshot read = series.Read(files.back());
    ASSERT_TRUE(read.schema);
    const Catalogue& catalogue = read.schema->catalogue;
    const Relation* found = catalogue.Find(QualifiedName{"public", "users"});
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->indexes.size(), 2U);
    users.push_back(catalogue.Share(found->id));
  }
  EXPECT_EQ(users.front(), users.back());
}

TEST(SnapshotSeries, TwoTablesOfOneNameAreOne) {
  std::string twin = Table("users", Id(kUserId));
  twin.replace(0, std::string("\"public.users\"").size(), "\"public.accounts\"");
  ExpectSame({File("a", {Table("users", Id(kName))}), File("b", {twin, Table("users", Id(kName))}),
              File("c", {Table("users", Id(kName))})});
}

TEST(SnapshotSeries, AReferredTableGoesAndComesBack) {
  const std::string orders = Table("orders", Id(kUserId), KeyTo("users", "u"));
  ExpectSame({File("a", {Table("users", Id()), orders}), File("b", {orders}),
              File("c", {orders, Table("users", Id())})});
}

TEST(SnapshotSeries, EnumsViewsAndWhatIsBesideTablesChange) {
  const std::string mood = R"("m":{"name":"m","type":"mood","notNull":false})";
  const std::string enums =
      R"("enums":{"public.mood":{"name":"mood","schema":"public","values":["a"{}]}},"schemas":{})";
  const auto with = [&](std::string_view more) {
    std::string text = enums;
    text.replace(text.find("{}]"), 2, more);
    return text;
  };
  const std::string view =
      R"("views":{"public.v":{"name":"v","schema":"public","definition":"select id from users","materialized":false}})";
  ExpectSame({File("a", {Table("users", mood)}, with("")),
              File("b", {Table("users", mood)}, with(R"(,"b")")),
              File("c", {Table("users", Id())}, view), File("d", {Table("users", Id(kName))}, view),
              File("e", {Table("users", Id(kName))}, R"("views":{},"sequences":{})")});
}

TEST(SnapshotSeries, ADefaultThatDrawsFromAnotherTablesSequenceStays) {
  const std::string draws =
      R"json("n":{"name":"n","type":"integer","default":"nextval('a_id_seq')","notNull":false})json";
  ExpectSame({File("a", {Table("a", Id()), Table("b", draws)}),
              File("b", {Table("a", Id(kName)), Table("b", draws)})});
}

TEST(SnapshotSeries, WhatIsWrongIsToldAtItsPlace) {
  const std::string users = Table("users", Id());
  const std::string good = File("a", {users, Table("b", Id())});
  std::string broken = good;
  broken.insert(broken.find(R"("public.b")"), "{");
  std::string conflict = good;
  conflict.insert(conflict.find(R"("public.b")"), "\n<<<<<<< HEAD\n");
  ExpectSame({good,
              broken,
              good,
              conflict,
              good,
              "",
              "[]",
              "{}",
              good,
              File("b", {users, users}),
              good,
              File("c", {users, Table("users", Id(kName))}),
              good,
              File("d", {Table("x", R"("c":{"name":"c","type":"int teger [[","notNull":false})")}),
              good,
              File("e", {users, R"("public.n":{"schema":""})"}),
              good,
              File("f", {users}, R"("_stub":"x")"),
              good,
              File("g", {users}, R"("version":"7")"),
              good,
              File("\\u0041", {users}),
              "\xEF\xBB\xBF" + good,
              good + " x",
              good});
}

// Changes of one byte or of a piece anywhere in a file.
TEST(SnapshotSeries, RandomEditsAreReadAsByReadSnapshot) {
  std::mt19937 random(20261122);  // NOLINT(cert-msc51-cpp): the same run every time
  const auto below = [&](std::size_t limit) { return random() % limit; };
  const std::string orders = Table("orders", Id(kUserId), KeyTo("users", "u"));
  const std::vector<std::string> starts{
      File("a", {Table("users", Id(kName), kIndex), orders, Table("more", Id(kUserId))}),
      File("b", {Table("users", Id(kName)), orders, Table("more", Id(kName), kIndex)})};
  for (int round = 0; round < 150; ++round) {
    std::vector<std::string> texts;
    for (int step = 0; step < 6; ++step) {
      std::string text = starts[below(starts.size())];
      const std::size_t edits = below(3);
      for (std::size_t edit = 0; edit < edits; ++edit) {
        const std::size_t at = below(text.size());
        if (below(2) == 0) {
          text[at] = "{}[],:\"\\x0 "[below(11)];
        } else {
          const std::string piece = text.substr(at, below(40));
          text.insert(below(text.size()), piece);
        }
      }
      texts.push_back(std::move(text));
    }
    ExpectSame(texts);
    if (HasFatalFailure()) return;
  }
}

TEST(SnapshotSeries, CorporaAreReadAsByReadSnapshot) {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  const std::filesystem::path corpora =
      std::filesystem::path(data == nullptr ? "" : data) / "corpora";
  if (data == nullptr || !std::filesystem::exists(corpora)) {
    GTEST_SKIP() << "no corpora: HOGLINT_SHARED_DATA/corpora is not there";
  }
  for (const auto& corpus : std::filesystem::directory_iterator(corpora)) {
    std::set<std::filesystem::path> paths;
    if (!std::filesystem::exists(corpus.path() / "meta")) continue;
    for (const auto& file : std::filesystem::directory_iterator(corpus.path() / "meta")) {
      if (file.path().string().ends_with("_snapshot.json")) paths.insert(file.path());
    }
    constexpr std::size_t kMost = 20;  // the newest: comparing takes longer than reading
    while (paths.size() > kMost) paths.erase(paths.begin());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
      std::ifstream file(path, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    SCOPED_TRACE(corpus.path().string());
    ExpectSame(texts);
  }
}

}  // namespace
}  // namespace hoglint
