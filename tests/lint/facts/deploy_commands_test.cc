#include "lint/facts/deploy_commands.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/deployment/read.h"

namespace hoglint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Project {
  Project& With(const std::string& path, std::string text, const std::string& folder = {}) {
    const SourceFile& source =
        sources.Add(folder.empty() ? path : folder + "/" + path, std::move(text));
    const auto kind = DeploymentKindOf(path);
    EXPECT_TRUE(kind);
    deployment.files.push_back(ReadDeploymentFile(*kind, source, folder).file);
    return *this;
  }

  // The programs that the first file's commands run, words joined.
  [[nodiscard]] std::vector<std::string> Programs() const {
    std::vector<std::string> shown;
    for (const RunCommand& run : Runs())
      shown.push_back(fmt::format("{}", fmt::join(run.words, " ")));
    return shown;
  }

  [[nodiscard]] std::vector<RunCommand> Runs() const {
    std::vector<RunCommand> runs;
    const DeploymentFile& file = deployment.files.front();
    for (const DeploymentCommand& command : file.commands) {
      for (RunCommand& run : ProgramsOf(deployment, file, command)) runs.push_back(std::move(run));
    }
    return runs;
  }

  Sources sources;
  Deployment deployment;
};

// A Procfile with that command, and a package.json with these scripts.
Project Calling(const std::string& command, const std::string& scripts) {
  Project project;
  project.With("Procfile", "web: " + command + "\n");
  project.With("package.json",
               fmt::format(R"({{"name": "@acme/db", "scripts": {{{}}}}})", scripts));
  return project;
}

constexpr const char* kPush =
    R"("db:push": "drizzle-kit push", "deploy": "pnpm db:push && node a")";

TEST(ProgramsOf, FollowsPackageScripts) {
  for (const char* call : {"pnpm db:push",
                           "pnpm run db:push",
                           "npm run db:push",
                           "npm run --silent db:push",
                           "yarn db:push",
                           "bun run db:push",
                           "bun db:push",
                           "corepack_x=1 pnpm db:push",
                           "npm --prefix . run db:push",
                           "npm run db:push -w @acme/db",
                           "pnpm --filter @acme/db db:push",
                           "pnpm -F db run db:push",
                           "yarn workspace @acme/db db:push",
                           "turbo run db:push",
                           "npx turbo db:push --filter=@acme/db",
                           "pnpm -r db:push",
                           "nx run db:db:push",
                           "dotenv -e .env -- pnpm db:push",
                           "doppler run -- pnpm db:push",
                           "sh -c 'pnpm db:push'",
                           "concurrently 'npm:db:push'",
                           "run-s db:push",
                           "cross-env A=b pnpm db:push",
                           "docker compose run --rm -e A=b api pnpm db:push"}) {
    const Project project = Calling(call, kPush);
    EXPECT_THAT(project.Programs(), ElementsAre("drizzle-kit push")) << call;
  }
}

TEST(ProgramsOf, KnowsProgramsByTheirNames) {
  for (const char* call :
       {"drizzle-kit push", "npx drizzle-kit push", "npx -y drizzle-kit@latest push",
        "pnpm exec drizzle-kit push", "pnpm dlx drizzle-kit push", "pnpm drizzle-kit push",
        "yarn drizzle-kit push", "bunx drizzle-kit push", "./node_modules/.bin/drizzle-kit push",
        "node node_modules/drizzle-kit/bin.cjs push", "npm exec -- drizzle-kit push",
        "NODE_ENV=production drizzle-kit push", "bash -lc \"drizzle-kit push\"",
        "cd packages && drizzle-kit push", "if true; then drizzle-kit push; fi"}) {
    const Project project = Calling(call, "");
    ASSERT_FALSE(project.Runs().empty()) << call;
    EXPECT_TRUE(IsDrizzleKit(project.Runs().back(), "push")) << call;
  }
  for (const char* call :
       {"pnpm install", "npm db:push", "echo drizzle-kit push", "echo 'a && drizzle-kit push'",
        "pnpm --filter other db:push", "git push", "drizzle-kit generate --name push"}) {
    for (const RunCommand& run : Calling(call, kPush).Runs()) {
      EXPECT_FALSE(IsDrizzleKit(run, "push")) << call;
    }
  }
}

TEST(ProgramsOf, KeepsTheChain) {
  const Project project = Calling("pnpm deploy", kPush);
  const auto runs = project.Runs();
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(
      ChainText(runs[0]),
      "process web runs `pnpm deploy`, which runs `pnpm db:push`, which is `drizzle-kit push`");
  EXPECT_EQ(ChainText(runs[0], 1),
            "script deploy runs `pnpm db:push`, which is `drizzle-kit push`");
  EXPECT_EQ(project.sources.Text(runs[0].chain[1].span), "pnpm db:push");
  EXPECT_EQ(project.sources.Text(runs[1].last().span), "node a");
}

TEST(ProgramsOf, PassesArgumentsOn) {
  EXPECT_THAT(Calling("pnpm db:push --force", kPush).Programs(),
              ElementsAre("drizzle-kit push --force"));
  EXPECT_THAT(Calling("npm run db:push -- --force", kPush).Programs(),
              ElementsAre("drizzle-kit push --force"));
}

TEST(ProgramsOf, RunsPreAndPostScripts) {
  EXPECT_THAT(Calling("npm start", R"("prestart": "a", "start": "b", "poststart": "c")").Programs(),
              ElementsAre("a", "b", "c"));
}

TEST(ProgramsOf, FollowsShellScripts) {
  Project project;
  project.With("Dockerfile", "FROM x\nENTRYPOINT [\"/usr/local/bin/start.sh\"]\n");
  project.With("scripts/start.sh", "set -e\nA=b ./scripts/push.sh\n");
  project.With("scripts/push.sh", "pnpm db:push\n");
  project.With("package.json", R"({"scripts": {"db:push": "drizzle-kit push"}})");
  const auto runs = project.Runs();
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(ChainText(runs[1]),
            "ENTRYPOINT runs `/usr/local/bin/start.sh`, which runs `A=b ./scripts/push.sh`, which "
            "runs `pnpm db:push`, which is `drizzle-kit push`");
  EXPECT_THAT(runs[1].assigned, ElementsAre("A=b"));
}

TEST(ProgramsOf, TakesTheNearestPackage) {
  Project project;
  project.With(".github/workflows/a.yml", R"(jobs:
  a:
    steps:
      - run: pnpm db:push
        working-directory: packages/db
      - run: cd packages/db && pnpm db:push
      - run: pnpm db:push
)");
  project.With("package.json", R"({"scripts": {"db:push": "root"}})");
  project.With("package.json", R"({"scripts": {"db:push": "drizzle-kit push"}})", "packages/db");
  EXPECT_THAT(project.Programs(), ElementsAre("drizzle-kit push", "drizzle-kit push", "root"));
}

TEST(ProgramsOf, EndsWhereEverythingCallsEverything) {
  std::string script;
  for (int i = 0; i < 1000; ++i) script += "./scripts/a.sh\n";
  Project project;
  project.With("scripts/a.sh", script);
  EXPECT_FALSE(CanFollowAll(project.deployment));
  EXPECT_TRUE(CanFollowAll(Calling("pnpm deploy", kPush).deployment));
}

TEST(ProgramsOf, EndsInCycles) {
  EXPECT_THAT(
      Calling("pnpm a", R"("a": "pnpm b && pnpm b", "b": "pnpm a; pnpm c", "c": "end")").Programs(),
      ElementsAre("end"));
  std::string scripts;
  for (int i = 0; i < 30; ++i) {
    scripts += fmt::format(R"("s{0}": "pnpm s{1} && pnpm s{1}", )", i, i + 1);
  }
  EXPECT_THAT(Calling("pnpm s0", scripts + R"("s30": "end")").Programs(), IsEmpty());
  EXPECT_THAT(Calling("pnpm s10", scripts + R"("s30": "end")").Programs(), ElementsAre("end"));
}

}  // namespace
}  // namespace hoglint
