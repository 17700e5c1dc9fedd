#include "lint/journal/snapshot.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <deque>
#include <string>
#include <vector>

namespace hoglint {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

SourceFile File(std::string text) {
  return {FileId{0}, "meta/0000_snapshot.json", std::move(text)};
}

// "line:column message" of every problem.
std::vector<std::string> Lines(const SourceFile& file, const Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const JsonProblem& problem : snapshot.problems) {
    const Position position = file.PositionAt(problem.span.begin);
    lines.push_back(fmt::format("{}:{} {}", position.line, position.column, problem.message));
  }
  return lines;
}

// Every column as "schema.table.column type [not null] [= default]", every constraint, index and
// enum: what the tests look at.
std::vector<std::string> Describe(const Catalogue& catalogue) {
  std::vector<std::string> lines;
  for (const auto& [name, id] : catalogue.relation_names()) {
    const Relation& relation = *catalogue.Get(id);
    if (relation.kind == RelationKind::kIndex) {
      lines.push_back(fmt::format("index {}", ToString(name)));
    }
    if (relation.kind != RelationKind::kTable) continue;
    for (const Column& column : relation.columns) {
      lines.push_back(
          fmt::format("{}.{} {}{}{}", ToString(name), column.name, column.type,
                      column.not_null ? " not null" : "",
                      column.default_value ? " = " + column.default_value->expression.text : ""));
    }
    for (const Constraint& constraint : relation.constraints) {
      lines.push_back(fmt::format("{} {} ({})", ToString(name), constraint.name,
                                  fmt::join(constraint.columns, ",")));
    }
  }
  for (const auto& [name, type] : catalogue.types()) {
    std::string values;
    for (const EnumValue& value : type.values) values += " " + value.label;
    lines.push_back(fmt::format("enum {}{}", ToString(name), values));
  }
  return lines;
}

std::vector<std::string> Describe(const Snapshot& snapshot) {
  return snapshot.schema ? Describe(snapshot.schema->catalogue) : std::vector<std::string>{"none"};
}

constexpr std::string_view kV7 = R"json({
  "id": "a", "prevId": "00000000-0000-0000-0000-000000000000",
  "version": "7", "dialect": "postgresql",
  "tables": {
    "public.users": {
      "name": "users", "schema": "",
      "columns": {
        "id": {"name": "id", "type": "uuid", "primaryKey": true, "notNull": true,
               "default": "gen_random_uuid()"},
        "price": {"name": "price", "type": "numeric(10, 2)", "primaryKey": false,
                  "notNull": false, "default": 5},
        "on": {"name": "on", "type": "boolean", "primaryKey": false, "notNull": true,
               "default": true},
        "mood": {"name": "mood", "type": "Mood", "typeSchema": "app", "primaryKey": false,
                 "notNull": true, "default": "'it''s'"},
        "tags": {"name": "tags", "type": "text[]", "primaryKey": false, "notNull": false},
        "at": {"name": "at", "type": "timestamp (3) with time zone", "primaryKey": false,
               "notNull": false, "default": "now()"}
      },
      "indexes": {
        "i": {"name": "i", "columns": [{"expression": "price", "isExpression": false,
                "asc": false, "nulls": "last"},
               {"expression": "lower(\"mood\"::text)", "isExpression": true, "asc": true,
                "nulls": "last"}],
              "isUnique": true, "concurrently": false, "method": "btree", "with": {},
              "where": "\"users\".\"price\" is not null"}
      },
      "foreignKeys": {
        "f": {"name": "f", "tableFrom": "users", "tableTo": "users", "columnsFrom": ["id"],
              "columnsTo": ["id"], "onDelete": "set null", "onUpdate": "no action"}
      },
      "compositePrimaryKeys": {},
      "uniqueConstraints": {"u": {"name": "u", "nullsNotDistinct": true, "columns": ["price"]}},
      "policies": {}, "checkConstraints": {"c": {"name": "c", "value": "\"price\" > 0"}},
      "isRLSEnabled": true
    }
  },
  "enums": {"app.Mood": {"name": "Mood", "schema": "app", "values": ["sad", "it's"]}},
  "schemas": {"app": "app"},
  "sequences": {}, "roles": {}, "policies": {}, "views": {},
  "_meta": {"columns": {}, "schemas": {}, "tables": {}}
})json";

TEST(Snapshot, ReadsVersionSeven) {
  const SourceFile file = File(std::string(kV7));
  const Snapshot snapshot = ReadSnapshot(file);
  EXPECT_THAT(Lines(file, snapshot), IsEmpty());
  EXPECT_EQ(snapshot.version, "7");
  EXPECT_EQ(snapshot.id, "a");
  EXPECT_THAT(snapshot.prev_ids, ElementsAre(kNoParentSnapshot));
  EXPECT_EQ(file.PositionAt(snapshot.id_span.begin).column, 9U);
  EXPECT_FALSE(snapshot.is_stub);
  EXPECT_THAT(
      Describe(snapshot),
      ElementsAre(
          "index public.i", "index public.u", "public.users.id uuid not null = gen_random_uuid()",
          "public.users.price numeric(10,2) = 5", "public.users.on boolean not null = true",
          "public.users.mood app.\"Mood\" not null = 'it''s'", "public.users.tags text[]",
          "public.users.at timestamp(3) with time zone = now()", "public.users users_pkey (id)",
          "public.users u (price)", "public.users c (price)", "public.users f (id)",
          "index public.users_pkey", "enum app.\"Mood\" sad it's"));
  const SnapshotSchema& schema = *snapshot.schema;
  EXPECT_THAT(schema.unnamed_primary_keys, ElementsAre(QualifiedName{"public", "users"}));
  const Relation& users = *schema.catalogue.Find(QualifiedName{"public", "users"});
  EXPECT_TRUE(users.row_security);
  const Relation& index = *schema.catalogue.Find(QualifiedName{"public", "i"});
  ASSERT_TRUE(index.index.has_value());
  EXPECT_TRUE(index.index->unique);
  EXPECT_TRUE(index.index->where.has_value());
  EXPECT_TRUE(index.index->elements.front().descending);
  EXPECT_EQ(index.index->elements.front().nulls_first, false);
}

TEST(Snapshot, OlderFormsOfEnumsAndIndexes) {
  const Snapshot snapshot =
      ReadSnapshot(File(R"({"id":"b","prevId":"a","version":"5","dialect":"pg",
    "tables":{"t":{"name":"t","schema":"","columns":{
      "id":{"name":"id","type":"serial","primaryKey":true,"notNull":true},
      "m":{"name":"m","type":"mood","primaryKey":false,"notNull":false}},
      "indexes":{"t_m":{"name":"t_m","columns":["m"],"isUnique":false}},"foreignKeys":{},
      "compositePrimaryKeys":{},"uniqueConstraints":{}}},
    "enums":{"mood":{"name":"mood","values":{"sad":"sad","ok":"ok"}}},"schemas":{},
    "_meta":{"columns":{},"schemas":{},"tables":{}}})"));
  EXPECT_THAT(snapshot.problems, IsEmpty());
  const std::vector<std::string> lines = Describe(snapshot);
  EXPECT_THAT(lines, Contains("public.t.m mood"));
  EXPECT_THAT(lines, Contains("enum public.mood sad ok"));
  EXPECT_THAT(lines, Contains("index public.t_m"));
  EXPECT_THAT(lines, Contains(HasSubstr("public.t.id integer not null")));
  EXPECT_FALSE(snapshot.schema->knows_views);
  EXPECT_FALSE(snapshot.schema->knows_checks);
}

TEST(Snapshot, AStubSaysNothingOfTheSchema) {
  const Snapshot snapshot = ReadSnapshot(File(
      R"({"id":"b","prevId":"a","version":"7","dialect":"postgresql","tables":{},"_stub":"x"})"));
  EXPECT_THAT(snapshot.problems, IsEmpty());
  EXPECT_TRUE(snapshot.is_stub);
  EXPECT_FALSE(snapshot.schema.has_value());
  EXPECT_EQ(snapshot.id, "b");
}

TEST(Snapshot, ProblemsHaveTheirPlace) {
  const auto problems = [](std::string text) {
    const SourceFile file = File(std::move(text));
    return Lines(file, ReadSnapshot(file));
  };
  EXPECT_THAT(problems("[1]"), ElementsAre("1:1 a snapshot is an object, but this is an array"));
  EXPECT_THAT(problems("{\n}"),
              ElementsAre("1:1 the snapshot has no version", "1:1 the snapshot has no dialect",
                          "1:1 the snapshot has no id", "1:1 the snapshot has no prevId"));
  EXPECT_THAT(
      problems(R"({"id":1,"prevIds":[1],"version":"10","dialect":"postgres"})"),
      ElementsAre("1:7 id is a number, not a string", "1:19 prevIds is not an array of strings",
                  "1:33 version 10 of the snapshot format is not known"));
  EXPECT_THAT(problems(R"({"id":"a","prevId":"b","version":"7","dialect":"postgresql"})"),
              ElementsAre("1:1 tables of the snapshot is nothing, not an object"));
  EXPECT_THAT(problems(R"({"id":"a","prevId":"b","version":"8","dialect":"postgres","ddl":{}})"),
              ElementsAre("1:65 ddl of the snapshot is an object, not an array"));
}

TEST(Snapshot, AColumnThatCannotBeReadLeavesTheOthers) {
  const SourceFile file = File(R"({"id":"a","prevId":"b","version":"7","dialect":"postgresql",
"tables":{"public.t":{"name":"t","schema":"","columns":{
"id":{"name":"id","type":"integer","primaryKey":true,"notNull":true},
"j":{"name":"j","type":"jsonb","primaryKey":false,"notNull":true,"default":"'{\"a\":\"it's\"}'::jsonb"},
"k":{"name":"k","type":"text","primaryKey":false,"notNull":false}},
"indexes":{"x":{"name":"x","columns":[{"expression":"oops(","isExpression":true,"asc":true,"nulls":"last"}],
"isUnique":false,"method":"btree","with":{}}},
"foreignKeys":{},"compositePrimaryKeys":{},"uniqueConstraints":{}}},"enums":{},"schemas":{}})");
  const Snapshot snapshot = ReadSnapshot(file);
  EXPECT_THAT(Lines(file, snapshot),
              ElementsAre(HasSubstr("4:5 column j cannot be read: unterminated quoted identifier"),
                          HasSubstr("6:16 index x cannot be read: syntax error")));
  EXPECT_THAT(Describe(snapshot),
              ElementsAre("public.t.id integer not null", "public.t.j  not null", "public.t.k text",
                          "public.t t_pkey (id)", "index public.t_pkey"));
}

constexpr std::string_view kV8Rows = R"(
  {"entityType":"schemas","name":"app"},
  {"entityType":"tables","schema":"public","name":"users","isRlsEnabled":false},
  {"entityType":"enums","schema":"app","name":"mood","values":["sad","ok"]},
  {"entityType":"columns","schema":"public","table":"users","name":"id","type":"integer",
   "typeSchema":null,"notNull":true,"dimensions":0,"default":null,"generated":null,
   "identity":{"type":"always","name":"users_id_seq","increment":"1","minValue":"1",
               "maxValue":"2147483647","startWith":"1","cache":1,"cycle":false}},
  {"entityType":"columns","schema":"public","table":"users","name":"mood","type":"mood",
   "typeSchema":"app","notNull":false,"dimensions":1,"default":null,"generated":null,
   "identity":null},
  {"entityType":"columns","schema":"public","table":"users","name":"boss","type":"integer",
   "typeSchema":null,"notNull":false,"dimensions":0,"default":"0","generated":null,
   "identity":null},
  {"entityType":"pks","schema":"public","table":"users","name":"users_pkey","columns":["id"],
   "nameExplicit":false},
  {"entityType":"fks","schema":"public","table":"users","name":"users_boss_fkey",
   "nameExplicit":false,"columns":["boss"],"schemaTo":"public","tableTo":"users",
   "columnsTo":["id"],"onUpdate":"NO ACTION","onDelete":"CASCADE"},
  {"entityType":"indexes","schema":"public","table":"users","name":"i","nameExplicit":true,
   "columns":[{"value":"boss","isExpression":false,"asc":true,"nullsFirst":false,"opclass":null}],
   "isUnique":false,"where":null,"with":"","method":"btree","concurrently":false},
  {"entityType":"roles","name":"r"})";

std::string V8(std::string_view rows) {
  return fmt::format(R"({{"version":"8","dialect":"postgres","id":"a","prevIds":["{}"],"ddl":[{}],
    "renames":["public.a->public.b"]}})",
                     kNoParentSnapshot, rows);
}

TEST(Snapshot, ReadsVersionEight) {
  const Snapshot snapshot = ReadSnapshot(File(V8(kV8Rows)));
  EXPECT_THAT(snapshot.problems, IsEmpty());
  EXPECT_THAT(snapshot.renames, ElementsAre("public.a->public.b"));
  EXPECT_THAT(Describe(snapshot),
              ElementsAre("index public.i", "public.users.id integer not null",
                          "public.users.mood app.mood[]", "public.users.boss integer = 0",
                          "public.users users_pkey (id)", "public.users users_boss_fkey (boss)",
                          "index public.users_pkey", "enum app.mood sad ok"));
  EXPECT_EQ(snapshot.schema->catalogue.Find(QualifiedName{"public", "users"})->columns[0].identity,
            Identity::kAlways);
}

std::string V9Base(std::string_view rows) {
  return fmt::format(
      R"({{"type":"base","version":"9","dialect":"postgres","id":"a","prevIds":["{}"],
          "footprints":[],"ddl":[{}]}})",
      kNoParentSnapshot, rows);
}

std::string V9Diff(std::string_view id, std::string_view parents, std::string_view deltas) {
  return fmt::format(R"({{"type":"diff","version":"9","dialect":"postgres","id":"{}",
                         "prevIds":[{}],"footprints":[],"deltas":[{}]}})",
                     id, parents, deltas);
}

// Reads the texts as the files of one folder.
std::vector<Snapshot> Folder(const std::vector<std::string>& texts) {
  std::deque<SourceFile> files;
  std::vector<const SourceFile*> pointers;
  for (const std::string& text : texts) pointers.push_back(&files.emplace_back(File(text)));
  return ReadSnapshots(pointers);
}

TEST(SnapshotChain, ADiffAloneHasNoSchema) {
  const Snapshot snapshot = ReadSnapshot(File(V9Diff("b", "\"a\"", "")));
  EXPECT_TRUE(snapshot.is_diff);
  EXPECT_FALSE(snapshot.schema.has_value());
  EXPECT_THAT(snapshot.problems, IsEmpty());
}

TEST(SnapshotChain, RenamesMoveWhatRefersToTheRenamed) {
  const std::vector<Snapshot> folder = Folder(
      {V9Base(kV8Rows),
       V9Diff("b", "\"a\"",
              R"({"op":"rename","key":"tables\u0000[\"public\",\"users\"]","set":{"name":"people"}},
                 {"op":"rename","key":"columns\u0000[\"public\",\"people\",\"id\"]","set":{"name":"key"}},
                 {"op":"rename","key":"enums\u0000[\"app\",\"mood\"]","set":{"name":"feeling"}},
                 {"op":"rename","key":"schemas\u0000[\"app\"]","set":{"name":"core"}})"),
       V9Diff(
           "c", "\"b\"",
           R"({"op":"alter","key":"enums\u0000[\"core\",\"feeling\"]","set":{"values":["sad","meh","ok"]}},
                 {"op":"alter","key":"columns\u0000[\"public\",\"people\",\"boss\"]","set":{"type":"bigint","default":null}},
                 {"op":"drop","key":"indexes\u0000[\"public\",\"i\"]"},
                 {"op":"create","row":{"entityType":"columns","schema":"public","table":"people",
                  "name":"age","type":"integer","notNull":true,"dimensions":0}})")});
  ASSERT_EQ(folder.size(), 3U);
  for (const Snapshot& snapshot : folder) EXPECT_THAT(snapshot.problems, IsEmpty());
  EXPECT_THAT(folder[1].renames,
              ElementsAre("public.users->public.people", "public.people.id->public.people.key",
                          "app.mood->app.feeling", "app->core"));
  EXPECT_THAT(Describe(folder[0]), Contains("public.users.mood app.mood[]"));
  EXPECT_THAT(Describe(folder[1]),
              ElementsAre("index public.i", "public.people.key integer not null",
                          "public.people.mood core.feeling[]", "public.people.boss integer = 0",
                          "public.people users_pkey (key)", "public.people users_boss_fkey (boss)",
                          "index public.users_pkey", "enum core.feeling sad ok"));
  EXPECT_THAT(Describe(folder[2]),
              ElementsAre("public.people.key integer not null", "public.people.mood core.feeling[]",
                          "public.people.boss bigint", "public.people.age integer not null",
                          "public.people users_pkey (key)", "public.people users_boss_fkey (boss)",
                          "index public.users_pkey", "enum core.feeling sad meh ok"));
}

constexpr std::string_view kColumn =
    R"({{"op":"create","row":{{"entityType":"columns","schema":"public","table":"users",
        "name":"{}","type":"text","notNull":false,"dimensions":0}}}})";

TEST(SnapshotChain, AMergeHasWhatBothBranchesHave) {
  const std::vector<Snapshot> folder =
      Folder({V9Base(kV8Rows), V9Diff("b", "\"a\"", fmt::format(fmt::runtime(kColumn), "left")),
              V9Diff("c", "\"a\"", fmt::format(fmt::runtime(kColumn), "right")),
              V9Diff("d", "\"c\",\"b\"", "")});
  EXPECT_THAT(Describe(folder[2]), Contains("public.users.right text"));
  EXPECT_THAT(Describe(folder[2]), ::testing::Not(Contains("public.users.left text")));
  EXPECT_THAT(Describe(folder[3]), Contains("public.users.left text"));
  EXPECT_THAT(Describe(folder[3]), Contains("public.users.right text"));
}

TEST(SnapshotChain, MissingParentsAndCirclesAreTold) {
  const std::vector<Snapshot> folder =
      Folder({V9Diff("b", "\"a\"", ""), V9Diff("c", "\"d\"", ""), V9Diff("d", "\"c\"", ""), "{"});
  ASSERT_EQ(folder.size(), 4U);
  for (const Snapshot& snapshot : folder) {
    EXPECT_FALSE(snapshot.schema.has_value());
    EXPECT_EQ(snapshot.problems.size(), 1U);
  }
  EXPECT_THAT(folder[0].problems.front().message,
              "holds only changes since snapshot a, which cannot be read here");
}

TEST(SnapshotChain, OddDeltasAreTold) {
  const std::vector<Snapshot> folder =
      Folder({V9Base(kV8Rows), V9Diff("b", "\"a\"", R"({"op":"explode","key":"x"},{"op":"drop"},7,
                               {"op":"drop","key":"columns\u0000oops"},
                               {"op":"drop","key":"columns\u0000[\"no\",\"such\",\"column\"]"},
                               {"op":"create","row":{"entityType":"columns","name":"x"}},
                               {"op":"create","row":{"entityType":"unheard","name":"x"}})")});
  EXPECT_EQ(folder[1].problems.size(), 5U);
  EXPECT_TRUE(folder[1].schema.has_value());
}

TEST(Snapshot, NoPrefixOrBrokenByteCrashes) {
  for (const std::string& text : {std::string(kV7), V8(kV8Rows)}) {
    for (std::size_t size = 0; size < text.size(); size += 7) {
      EXPECT_FALSE(ReadSnapshot(File(text.substr(0, size))).problems.empty());
    }
    for (std::size_t at = 0; at < text.size(); at += 5) {
      std::string broken = text;
      broken[at] = text[at] == '"' ? '1' : '"';
      for (const JsonProblem& problem : ReadSnapshot(File(broken)).problems) {
        EXPECT_LE(problem.span.end, broken.size());
      }
    }
    for (const char* value : {"null", "7", "[]", "{}", "\"x\"", "[null]", "[[]]", "{\"a\":{}}"}) {
      // Every value after a colon is replaced in turn by another kind of value.
      for (std::size_t colon = text.find(':'); colon != std::string::npos;
           colon = text.find(':', colon + 1)) {
        std::string broken = text;
        const std::size_t end = text.find_first_of(",}\n", colon);
        broken.replace(colon + 1, end - colon - 1, value);
        static_cast<void>(ReadSnapshot(File(broken)));
      }
    }
  }
}

}  // namespace
}  // namespace hoglint
