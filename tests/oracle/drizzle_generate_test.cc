// schema-without-migration claims to know when drizzle-kit generate would write something: seen on
// drizzle-kit itself. tests/oracle/drizzle_kit/install.sh brings it; without it, or without
// node, the tests skip and say so.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kConfig = R"(import { defineConfig } from "drizzle-kit";
export default defineConfig({
  out: "./migrations",
  schema: "./src/schema/index.ts",
  dialect: "postgresql",
  // generate looks at neither of them
  schemaFilter: ["elsewhere"],
  tablesFilter: ["nothing_*"],
});
)";

constexpr std::string_view kPackage = R"({
  "name": "app",
  "packageManager": "pnpm@10.12.1",
  "scripts": { "db:generate": "drizzle-kit generate" },
  "dependencies": { "drizzle-orm": "0.45.4" },
  "devDependencies": { "drizzle-kit": "0.31.11" }
}
)";

// What Drizzle's builders can say, in the ways that people write it.
constexpr std::string_view kSchema = R"(import { sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import {
  bigint, bigserial, boolean, char, check, date, doublePrecision, foreignKey, index, inet, integer,
  interval, json, jsonb, numeric, pgEnum, pgSchema, pgTable, pgTableCreator, pgView, primaryKey,
  real, serial, smallint, text, time, timestamp, unique, uniqueIndex, uuid, varchar, vector,
} from "drizzle-orm/pg-core";
import { stamps } from "./stamps";
export * from "./orders";

export const app = pgSchema("app");
export const mood = pgEnum("mood", ["sad", "ok"]);
export const Level = app.enum("Level", ["low", "high"]);
const prefixed = pgTableCreator((name) => `acme_${name}`);

export const users = pgTable("users", {
  id: serial("id").primaryKey(),
  email: varchar("email", { length: 255 }).notNull().unique(),
  name: text().notNull(),
  code: char("code", { length: 3 }),
  age: integer("age"),
  big: bigint("big", { mode: "number" }).default(0),
  small: smallint("small"),
  price: numeric("price", { precision: 10, scale: 2 }).notNull().default("0"),
  rate: numeric("rate", { precision: 6 }),
  loose: numeric("loose"),
  real: real("real"),
  double: doublePrecision("double"),
  active: boolean("active").notNull().default(true),
  day: date("day"),
  at: time("at"),
  seen: timestamp("seen", { withTimezone: true, precision: 3 }),
  plain: timestamp("plain"),
  lasted: interval("lasted"),
  data: jsonb("data").$type<{ a: string }>().notNull().default({ a: "x" }),
  raw: json("raw"),
  tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
  matrix: integer("matrix").array().array(),
  ip: inet("ip"),
  mood: mood("mood").notNull().default("ok"),
  moods: mood("moods").array(),
  level: Level("level"),
  embedding: vector("embedding", { dimensions: 3 }),
  upper: text("upper").generatedAlwaysAs(sql`upper(name)`),
  ...stamps,
}, (t) => [
  index("users_name_idx").on(t.name),
  uniqueIndex().on(t.code),
  check("users_age_check", sql`${t.age} > 0`),
]);

export const memberships = pgTable("memberships", {
  userId: integer("user_id").references(() => users.id, { onDelete: "cascade" }),
  org: uuid("org").defaultRandom(),
  role: text("role", { enum: ["admin", "member"] }),
}, (t) => ({ pk: primaryKey({ columns: [t.userId, t.org] }), one: unique("one").on(t.role) }));

export const counters = pg.pgTable("counters", {
  id: pg.integer("id").primaryKey().generatedAlwaysAsIdentity(),
  n: pg.bigserial("n", { mode: "number" }),
  m: pg.bigserial("m", { mode: "bigint" }),
  point: pg.point("point"),
  geometry: pg.geometry("geometry", { type: "point", mode: "xy", srid: 4326 }),
  bits: pg.bit("bits", { dimensions: 3 }),
  cidr: pg.cidr("cidr"),
  mac: pg.macaddr8("mac"),
  zoned: pg.time("zoned", { withTimezone: true, precision: 2 }),
  kept: pg.customType<{ data: string }>({ dataType: () => "citext" })("kept").notNull(),
});

export const notes = app.table("notes", (t) => ({ id: t.uuid().primaryKey(), body: t.text() }));
export const logs = prefixed("logs", { id: bigserial("id", { mode: "number" }).primaryKey() });
export const loud = pgView("loud").as((qb) => qb.select().from(users));
)";

constexpr std::string_view kStamps = R"(import { timestamp } from "drizzle-orm/pg-core";
export const stamps = {
  createdAt: timestamp("created_at", { withTimezone: true }).defaultNow().notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).$onUpdate(() => new Date()),
};
)";

constexpr std::string_view kOrders = R"(import { pgTable, text, uuid } from "drizzle-orm/pg-core";
export const orders = pgTable("orders", { id: uuid("id").primaryKey(), state: text("state") });
)";

struct Change {
  std::string name;
  std::string file;  // below src/schema
  std::string from;
  std::string to;
  std::string found;  // in the message of the finding; empty: hoglint does not compare this
};

const std::vector<Change>& Changes() {
  static const std::vector<Change> kChanges = {
      {"column added", "index.ts", R"(  age: integer("age"),)",
       "  age: integer(\"age\"),\n  nick: text(\"nick\"),", "column nick is declared"},
      {"column removed", "index.ts", "  small: smallint(\"small\"),\n", "",
       "column small is no longer declared"},
      {"column of a spread added", "stamps.ts", "export const stamps = {",
       "export const stamps = {\n  deletedAt: timestamp(\"deleted_at\"),",
       "column deleted_at is declared"},
      {"not null", "index.ts", R"(age: integer("age"))", R"(age: integer("age").notNull())",
       "column age is declared NOT NULL"},
      {"nullable", "index.ts", R"(name: text().notNull())", "name: text()",
       "column name is declared nullable"},
      {"type", "index.ts", R"(real: real("real"))", R"(real: doublePrecision("real"))",
       "declared double precision, and the migrations make it real"},
      {"length", "index.ts", "length: 255", "length: 320", "character varying(320)"},
      {"time zone", "index.ts", R"(timestamp("plain"))",
       R"(timestamp("plain", { withTimezone: true }))", "timestamp with time zone"},
      {"array", "index.ts", R"(raw: json("raw"))", R"(raw: json("raw").array())", "json[]"},
      {"enum value added", "index.ts", R"(["sad", "ok"])", R"(["sad", "ok", "happy"])",
       "value 'happy' is declared"},
      {"enum value removed", "index.ts", R"(["low", "high"])", R"(["low"])",
       "value 'high' is no longer declared"},
      {"enum added", "index.ts",
       "export const mood =", "export const size = pgEnum(\"size\", [\"s\"]);\nexport const mood =",
       "enum size is declared"},
      {"table added", "orders.ts", "export const orders",
       "export const lines = pgTable(\"lines\", { id: uuid(\"id\").primaryKey() });\n"
       "export const orders",
       "table lines is declared"},
      {"table removed", "orders.ts",
       "export const orders = pgTable(\"orders\", { id: uuid(\"id\").primaryKey(), "
       "state: text(\"state\") });",
       "export const none = pgTable;", "table orders is no longer declared"},
      {"enum no longer exported", "index.ts", "export const Level", "const Level",
       "enum app.\"Level\" is no longer exported"},
      {"table of a creator added", "index.ts", "export const logs",
       "export const more = prefixed(\"more\", { id: text(\"id\") });\nexport const logs",
       "table acme_more is declared"},
      {"view added", "index.ts", "export const loud",
       "export const quiet = pgView(\"quiet\").as((qb) => qb.select().from(counters));\n"
       "export const loud",
       "view quiet is declared"},
      {"comment", "index.ts", "export const mood",
       "// const x = pgTable(\"x\", {});\nexport const mood", "nothing"},
      {"type of TypeScript", "index.ts", "{ a: string }", "{ a: string; b?: number }", "nothing"},
      {"not exported", "index.ts", "export const mood",
       "const hidden = pgTable(\"hidden\", { id: text(\"id\") });\nexport const mood", "nothing"},
      {"default", "index.ts", "default(true)", "default(false)", ""},
      {"index added", "index.ts", "  uniqueIndex().on(t.code),",
       "  uniqueIndex().on(t.code),\n  index().on(t.age),", "index users_age_index is declared"},
      {"index renamed", "index.ts", "users_name_idx", "users_names_idx",
       "index users_names_idx is declared"},
      {"index removed", "index.ts", "  uniqueIndex().on(t.code),\n", "",
       "index users_code_index is no longer declared"},
      {"unique added", "index.ts", R"(name: text().notNull())", "name: text().notNull().unique()",
       "unique constraint users_name_unique is declared"},
      {"unique removed", "index.ts", ".notNull().unique()", ".notNull()",
       "unique constraint users_email_unique is no longer declared"},
      {"reference added", "orders.ts", R"(state: text("state"))",
       R"(state: text("state"), of: uuid("id_of").references(() => orders.id))",
       "column id_of is declared, and no migration adds it; and 1 more"},
      {"reference to another", "index.ts", R"(age: integer("age"))",
       R"(age: integer("age").references(() => counters.id))",
       "foreign key (age) to counters is declared"},
      {"reference removed", "index.ts", ".references(() => users.id, { onDelete: \"cascade\" })",
       "", "foreign key memberships_user_id_users_id_fk is no longer declared"},
      {"action of a reference", "index.ts", "\"cascade\"", "\"restrict\"",
       "foreign key (user_id) to users is declared ON DELETE RESTRICT"},
      {"default added", "index.ts", R"(age: integer("age"))", R"(age: integer("age").default(1))",
       "default of column age is declared"},
      {"default removed", "index.ts", ".default(true)", "",
       "default of column active is no longer declared"},
      {"default that is none", "index.ts", R"(date("day"))",
       R"(date("day").$defaultFn(() => new Date().toISOString()))", "nothing"},
      {"identity removed", "index.ts", ".generatedAlwaysAsIdentity()", "",
       "identity of column id is no longer declared"},
      {"order of an enum", "index.ts", R"(["sad", "ok"])", R"(["ok", "sad"])",
       "order of values is declared ok, sad, and the migrations make it sad, ok"},
      {"check added", "index.ts", "  uniqueIndex().on(t.code),",
       "  uniqueIndex().on(t.code),\n  check(\"users_big_check\", sql`${t.big} > 0`),",
       "check constraint users_big_check is declared"},
      {"check removed", "index.ts", "  check(\"users_age_check\", sql`${t.age} > 0`),\n", "",
       "check constraint users_age_check is no longer declared"},
      {"check changed", "index.ts", "${t.age} > 0", "${t.age} > 1", ""},
      {"primary key removed", "index.ts", "pk: primaryKey({ columns: [t.userId, t.org] }), ", "",
       "primary key memberships_user_id_org_pk is no longer declared"},
  };
  return kChanges;
}

fs::path Modules() { return SourceFolder() / ".deps/drizzle_kit/node_modules"; }

class DrizzleGenerateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(Modules())) {
      GTEST_SKIP() << "drizzle-kit is not installed: run tests/oracle/drizzle_kit/install.sh";
    }
    if (RunCommand("node --version 2>&1").text.substr(0, 1) != "v")
      GTEST_SKIP() << "there is no node";
    folder_.Link(Modules().string(), "node_modules");
    folder_.Write("app/package.json", kPackage);
    folder_.Write("app/drizzle.config.ts", kConfig);
    folder_.Write("app/src/schema/index.ts", kSchema);
    folder_.Write("app/src/schema/stamps.ts", kStamps);
    folder_.Write("app/src/schema/orders.ts", kOrders);
  }

  [[nodiscard]] std::string Generate() const {
    return RunCommand(
               fmt::format(
                   "cd '{}' && node ../node_modules/drizzle-kit/bin.cjs generate 2>&1 </dev/null",
                   folder_ / "app"))
        .text;
  }

  // The messages of the rule.
  [[nodiscard]] std::vector<std::string> Found() const {
    std::vector<std::string> messages;
    for (const Finding& finding : LintFolder(folder_ / "app", 100).report.findings) {
      if (finding.rule == "schema-without-migration") messages.push_back(finding.message);
    }
    return messages;
  }

  void Replace(const Change& change, const std::string& from, const std::string& to) const {
    const std::string name = "app/src/schema/" + change.file;
    std::string text = ReadWholeFile(folder_ / name);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << change.name;
    folder_.Write(name, text.replace(at, from.size(), to));
  }

  TempFolder folder_;
};

TEST_F(DrizzleGenerateTest, SpeaksWhenGenerateWouldWrite) {
  ASSERT_THAT(Generate(), HasSubstr("Your SQL migration file"));
  ASSERT_THAT(Found(), IsEmpty());
  ASSERT_THAT(Generate(), HasSubstr("No schema changes"));
  const fs::path app = folder_ / "app";
  const fs::path kept = folder_ / "kept";
  fs::copy(app / "migrations", kept, fs::copy_options::recursive);
  for (const Change& change : Changes()) {
    SCOPED_TRACE(change.name);
    const std::string before = ReadWholeFile(folder_ / ("app/src/schema/" + change.file));
    Replace(change, change.from, change.to);
    if (change.found.empty() || change.found == "nothing") {
      EXPECT_THAT(Found(), IsEmpty());
    } else {
      EXPECT_THAT(Found(), ::testing::Contains(HasSubstr(change.found)));
    }
    const std::string said = Generate();
    if (change.found == "nothing") {
      EXPECT_THAT(said, HasSubstr("No schema changes"));
    } else {
      EXPECT_THAT(said, HasSubstr("Your SQL migration file"));
    }
    EXPECT_THAT(Found(), IsEmpty());
    folder_.Write("app/src/schema/" + change.file, before);
    fs::remove_all(app / "migrations");
    fs::copy(kept, app / "migrations", fs::copy_options::recursive);
  }
}

// drizzle-kit push leaves nothing behind: the journal stays empty.
TEST_F(DrizzleGenerateTest, SpeaksWhereNothingWasEverGenerated) {
  folder_.Write("app/migrations/meta/_journal.json",
                R"({"version":"7","dialect":"postgresql","entries":[]})");
  EXPECT_THAT(Found(), ::testing::Contains(HasSubstr("has no migration yet: table users,")));
  ASSERT_THAT(Generate(), HasSubstr("Your SQL migration file"));
  EXPECT_THAT(Found(), IsEmpty());
}

}  // namespace
}  // namespace hoglint::testing
