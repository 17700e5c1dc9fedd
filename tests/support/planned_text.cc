#include "tests/support/planned_text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace hoglint::testing {
namespace {

constexpr std::string_view kOldSchema = R"(
CREATE TABLE users (id uuid PRIMARY KEY, email varchar(80), created_at timestamptz);
CREATE TABLE messages (id uuid PRIMARY KEY, user_id uuid, body text, sent_at timestamptz);
CREATE INDEX messages_user ON messages (user_id);
CREATE TABLE settings (key text PRIMARY KEY, value text);
)";

constexpr std::string_view kOrganisations = R"(CREATE TABLE "orgs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "orgs_name" ON "orgs" ("name");--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "org_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "org_role" text;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "orgs"("id");
)";

constexpr std::string_view kBackfill = R"(-- every user gets an organisation
UPDATE users SET org_id = id WHERE org_id IS NULL;
ALTER TABLE users ALTER COLUMN org_id SET NOT NULL;
CREATE INDEX messages_sent ON messages (sent_at);
DO $$ BEGIN
  ALTER TABLE messages ADD CONSTRAINT messages_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
EXCEPTION WHEN duplicate_object THEN null;
END $$;
ALTER TABLE settings ALTER COLUMN value TYPE varchar(20);
COMMENT ON TABLE settings IS 'pairs';
REINDEX INDEX messages_user;
ALTER SYSTEM SET work_mem = '64MB';
)";

std::vector<TextMigration> SampleMigrations() {
  return {{.name = "drizzle/0000_init.sql", .text = std::string(kOldSchema), .merged = true},
          {.name = "drizzle/0001_orgs.sql", .text = std::string(kOrganisations), .merged = false},
          {.name = "drizzle/0002_backfill.sql", .text = std::string(kBackfill), .merged = false}};
}

}  // namespace

const PlannedStatement& PlannedText::At(std::uint32_t number) const {
  const auto transaction = std::ranges::lower_bound(
      plan.transactions, number, {},
      [](const PlannedTransaction& each) { return each.statements.back().number; });
  return transaction->statements.at(number - transaction->statements.front().number);
}

const PlannedEffect* PlannedText::Effect(std::uint32_t number, std::string_view relation) const {
  const auto& effects = At(number).effects;
  const auto found = std::ranges::find_if(
      effects, [&](const PlannedEffect& each) { return each.relation.name == relation; });
  return found == effects.end() ? nullptr : &*found;
}

PlannedText PlanText(std::span<const TextMigration> migrations, const PlanOptions& options) {
  PlannedText planned;
  planned.workspace.tracks.push_back(MakeTrack(migrations, true, planned.sources));
  planned.plan = BuildPlan(planned.workspace, planned.sources, options);
  return planned;
}

PlannedText PlanAfter(std::string_view old_sql, std::string_view new_sql, const Runner& runner) {
  const std::vector<TextMigration> migrations = {
      {.name = "0000_old.sql", .text = std::string(old_sql), .merged = true},
      {.name = "0001_new.sql", .text = std::string(new_sql), .merged = false}};
  return PlanText(migrations,
                  {.runner = runner, .server = {}, .all = false, .setup = std::nullopt});
}

PlannedText SamplePlan(const Runner& runner) {
  return PlanText(SampleMigrations(),
                  {.runner = runner, .server = {}, .all = false, .setup = std::nullopt});
}

PlannedText HostilePlan() {
  const std::vector<std::string> names = {"a`b``c",
                                          "x|y",
                                          "<b>bold</b>",
                                          "@octocat",
                                          "end\nsection forged",
                                          "%%{init: {}}%%",
                                          "a:crit, 0, 99;b#35;",
                                          "\x1b[31mred",
                                          "``` js",
                                          "\xE2\x80\xAEright to left",
                                          "[link](https://example.org)",
                                          "gantt",
                                          "__proto__",
                                          "größe_表",
                                          "a?b",
                                          "a:b",
                                          "--> x",
                                          "</details>",
                                          "title x",
                                          "click a call b()",
                                          "$(x)",
                                          "-",
                                          "."};
  std::string old_sql;
  std::string new_sql;
  for (const std::string& name : names) {
    old_sql += "CREATE TABLE \"" + name + "\" (id int);\n";
    new_sql += "ALTER TABLE \"" + name + "\" ADD COLUMN \"```\n</details>\" int; \n";
    new_sql += "CREATE INDEX ON \"" + name + "\" (id);\n";
  }
  const std::vector<TextMigration> migrations = {
      {.name = "0000_old.sql", .text = old_sql, .merged = true},
      {.name = "dir|`<b>@octocat\x1b[31m.sql", .text = new_sql, .merged = false}};
  return PlanText(migrations,
                  {.runner = kDrizzleRunner, .server = {}, .all = false, .setup = std::nullopt});
}

}  // namespace hoglint::testing
