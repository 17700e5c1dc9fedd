#include "lint/report/plan_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/planned_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

Json Parsed(const PlannedText& planned) {
  return Json::parse(RenderPlanJson(planned.plan, planned.sources), nullptr, false);
}

// The names of the first members, in their order.
std::vector<std::string> Members(const Json& json, std::size_t count) {
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) {
    if (names.size() < count) names.push_back(name);
  }
  return names;
}

TEST(PlanJsonGoldenTest, EveryMember) {
  const auto planned = SamplePlan();
  ExpectGolden(RenderPlanJson(planned.plan, planned.sources),
               SourceFolder() / "tests/lint/report/golden/plan.json");
}

// The shape that is promised; more members may only follow.
TEST(PlanJsonTest, BeginsWithThePromisedMembers) {
  const Json json = Parsed(SamplePlan());
  EXPECT_THAT(Members(json, 2), ElementsAre("version", "transactions"));
  EXPECT_EQ(json["version"], 1);
  const Json& transaction = json["transactions"][0];
  EXPECT_THAT(Members(transaction, 2), ElementsAre("id", "statements"));
  EXPECT_EQ(transaction["id"], 1);
  const Json& statement = transaction["statements"][2];
  EXPECT_THAT(Members(statement, 4), ElementsAre("file", "line", "statement", "effects"));
  EXPECT_EQ(statement["file"], "drizzle/0001_orgs.sql");
  EXPECT_EQ(statement["line"], 7);
  EXPECT_EQ(statement["statement"], "ALTER TABLE \"users\" ADD COLUMN \"org_id\" uuid");
  const Json& effect = statement["effects"][0];
  EXPECT_THAT(Members(effect, 6),
              ElementsAre("relation", "lock", "rewrite", "scan", "indexBuild", "reason"));
  EXPECT_EQ(effect["relation"], "public.users");
  EXPECT_EQ(effect["lock"], "ACCESS EXCLUSIVE");
  EXPECT_EQ(effect["rewrite"], false);
}

// Whether the value has the members that the schema declares, and no other, all the way down.
void ExpectDeclared(const Json& value, Json schema, const Json& definitions) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(8);  // #/$defs/
    schema = definitions[name];
  }
  if (value.is_array()) {
    for (const Json& item : value) ExpectDeclared(item, schema["items"], definitions);
  }
  if (!value.is_object()) return;
  ASSERT_TRUE(schema.contains("properties")) << value.dump();
  EXPECT_EQ(Members(value, 99), Members(schema["properties"], 99));
  EXPECT_EQ(schema["required"].size(), schema["properties"].size());
  for (const auto& [name, member] : value.items()) {
    ExpectDeclared(member, schema["properties"][name], definitions);
  }
}

TEST(PlanJsonTest, IsWhatTheSchemaDeclares) {
  const Json schema =
      Json::parse(ReadFile(SourceFolder() / "docs/schema/plan.schema.json"), nullptr, false);
  ASSERT_FALSE(schema.is_discarded());
  ExpectDeclared(Parsed(SamplePlan()), schema, schema["$defs"]);
}

TEST(PlanJsonTest, KeepsTheSourceAsItIs) {
  const auto planned = PlanAfter("", "SELECT 1 -- one\n  , 2;");
  const Json json = Parsed(planned);
  EXPECT_EQ(json["transactions"][0]["statements"][0]["statement"], "SELECT 1 -- one\n  , 2");
}

TEST(PlanJsonTest, HostileTextIsOnlyText) {
  const auto planned = HostilePlan();
  const Json json = Parsed(planned);
  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(json["transactions"][0]["statements"].size(), planned.plan.statements);
  EXPECT_THAT(json["tables"].dump(), HasSubstr("octocat"));
}

}  // namespace
}  // namespace hoglint::testing
