#include "lint/deployment/read.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"

namespace hoglint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One file, with the sources that its spans are in.
struct Read {
  Read(const std::string& name, std::string text) {
    const SourceFile& source = sources.Add(name, std::move(text));
    const auto kind = DeploymentKindOf(name);
    EXPECT_TRUE(kind) << name;
    reading = ReadDeploymentFile(kind.value_or(DeploymentKind::kScript), source, {});
  }

  // "preDeployCommand: pnpm migrate", with <the bytes> where these are otherwise.
  [[nodiscard]] std::vector<std::string> Commands() const {
    std::vector<std::string> shown;
    for (const DeploymentCommand& command : reading.file.commands) {
      shown.push_back(fmt::format("{}: {}", command.where, command.text) +
                      Bytes(command.span, command.text));
    }
    return shown;
  }

  [[nodiscard]] std::vector<std::string> Variables() const {
    std::vector<std::string> shown;
    for (const DeploymentVariable& variable : reading.file.environment) {
      shown.push_back(fmt::format("{}: {}={}", variable.where, variable.name, variable.value) +
                      Bytes(variable.span, variable.value));
    }
    return shown;
  }

  [[nodiscard]] std::string Bytes(const Span& span, std::string_view text) const {
    const std::string_view bytes = sources.Text(span);
    return bytes == text ? std::string() : fmt::format(" <{}>", bytes);
  }

  Sources sources;
  DeploymentReading reading;
};

TEST(ReadRailway, ReadsToml) {
  const Read read("railway.toml", R"(# é
[build]
builder = "DOCKERFILE"
watchPatterns = ["src/**", "migrations/**"]
[deploy]
preDeployCommand = ["pnpm db:migrate"]
startCommand = 'node dist/index.js' # ü
[environments.production.deploy]
startCommand = "sh -c \"a b\""
[variables]
SKIP_SCHEMA_CHECK = true
)");
  EXPECT_THAT(read.reading.problems, IsEmpty());
  EXPECT_EQ(read.reading.file.builder, "DOCKERFILE");
  EXPECT_THAT(read.reading.file.watch_patterns, ElementsAre("src/**", "migrations/**"));
  EXPECT_EQ(read.sources.Text(*read.reading.file.watch_span), "[\"src/**\", \"migrations/**\"]");
  EXPECT_TRUE(read.reading.file.has_start_command);
  EXPECT_THAT(read.Commands(),
              ElementsAre("preDeployCommand: pnpm db:migrate", "startCommand: node dist/index.js",
                          "startCommand of environment production: sh -c \"a b\" "
                          "<sh -c \\\"a b\\\">"));
  EXPECT_THAT(read.Variables(), ElementsAre("variables: SKIP_SCHEMA_CHECK=true"));
}

TEST(ReadRailway, ReadsJson) {
  const Read read("railway.json", R"({"deploy": {"startCommand": "pnpm start"}})");
  EXPECT_THAT(read.Commands(), ElementsAre("startCommand: pnpm start"));
}

TEST(ReadRailway, ReadsLinesOfACommand) {
  const Read read("railway.toml", "[deploy]\nstartCommand = \"\"\"\na\nb \\\n  c\"\"\"\n");
  EXPECT_THAT(read.Commands(), ElementsAre("startCommand: a", "startCommand: b c <b \\\n  c>"));
}

TEST(ReadDockerfile, ReadsStages) {
  const Read read("Dockerfile", R"(# syntax=docker/dockerfile:1
ARG BASE=node:22
FROM --platform=linux/amd64 node:22-slim AS base
RUN --mount=type=cache,target=/x pnpm install
RUN apt-get update && \
    # a comment
    apt-get install -y curl
FROM base
COPY --from=base --chown=node /app/dist ./dist
COPY ["a b", "./c/"]
ENV A=b C="d e"
ENV OLD some value
USER node
RUN <<EOF
pnpm build
pnpm test
EOF
ENTRYPOINT ["sh", "-c", "a && b"]
CMD node dist/index.js
)");
  EXPECT_THAT(
      read.Commands(),
      ElementsAre("RUN: pnpm install",
                  "RUN: apt-get update && apt-get install -y curl <apt-get update && \\\n    # a "
                  "comment\n    apt-get install -y curl>",
                  "RUN: pnpm build", "RUN: pnpm test", "RUN: <<EOF",
                  "ENTRYPOINT: sh -c 'a && b' <[\"sh\", \"-c\", \"a && b\"]>",
                  "CMD: node dist/index.js"));
  EXPECT_THAT(read.Variables(),
              ElementsAre("ENV: A=b <A=b C=\"d e\">", "ENV: C=d e <A=b C=\"d e\">",
                          "ENV: OLD=some value <OLD some value>"));
  const auto& stages = read.reading.file.stages;
  ASSERT_EQ(stages.size(), 2U);
  EXPECT_EQ(stages[0].name, "base");
  EXPECT_EQ(stages[0].base, "node:22-slim");
  EXPECT_EQ(stages[1].base, "base");
  EXPECT_EQ(stages[1].user, "node");
  ASSERT_EQ(stages[1].copies.size(), 2U);
  EXPECT_EQ(stages[1].copies[0].from, "base");
  EXPECT_THAT(stages[1].copies[0].sources, ElementsAre("/app/dist"));
  EXPECT_THAT(stages[1].copies[1].sources, ElementsAre("a b"));
  EXPECT_EQ(stages[1].copies[1].destination, "./c/");
  EXPECT_EQ(read.reading.file.commands.back().stage, 1U);
}

TEST(ReadCompose, KnowsProfilesOfDevelopers) {
  const auto phase_of = [](const std::string& profiles) {
    const Read read("compose.yml",
                    "services:\n  a:\n    command: b\n    profiles: " + profiles + "\n");
    return read.reading.file.commands.front().phase;
  };
  EXPECT_EQ(phase_of("[dev]"), CommandPhase::kLocal);
  EXPECT_EQ(phase_of("[local, test]"), CommandPhase::kLocal);
  EXPECT_EQ(phase_of("[dev, prod]"), CommandPhase::kStart);
  EXPECT_EQ(phase_of("[migrate]"), CommandPhase::kStart);
  EXPECT_EQ(phase_of("[]"), CommandPhase::kStart);
}

TEST(ReadCompose, ReadsServices) {
  const Read read("docker-compose.yml", R"(x-env: &env
  A: "1"
  B: two
services:
  migrate:
    image: app
    command: ["pnpm", "db:migrate"]
  api:
    build: { context: ., dockerfile: Dockerfile.api }
    depends_on:
      migrate:
        condition: service_completed_successfully
    environment:
      <<: *env
      B: three
    command: >-
      sh -c "a &&
      b"
  db:
    depends_on: [api]
    environment:
      - SKIP_SCHEMA_CHECK=true
)");
  EXPECT_THAT(
      read.Commands(),
      ElementsAre("command of service migrate: pnpm db:migrate <[\"pnpm\", \"db:migrate\"]>",
                  "command of service api: sh -c \"a && b\" <sh -c \"a &&\n      b\">"));
  EXPECT_THAT(read.Variables(),
              ElementsAre("service api: B=three", "service api: A=1",
                          "service db: SKIP_SCHEMA_CHECK=true <SKIP_SCHEMA_CHECK=true>"));
  const auto& services = read.reading.file.services;
  ASSERT_EQ(services.size(), 3U);
  EXPECT_EQ(read.sources.Text(services[1].span), "api");
  ASSERT_EQ(services[1].waits.size(), 1U);
  EXPECT_EQ(services[1].waits[0].condition, "service_completed_successfully");
  EXPECT_TRUE(services[1].built);
  EXPECT_EQ(services[1].dockerfile, "Dockerfile.api");
  EXPECT_EQ(services[2].waits[0].service, "api");
}

TEST(ReadGitHubWorkflow, ReadsSteps) {
  const Read read(".github/workflows/ci.yml",
                  "\xEF\xBB\xBF"
                  R"(env:
  CI: true
defaults: { run: { working-directory: ./apps/web } }
jobs:
  test:
    services:
      postgres: { image: "postgres:17-alpine" }
    env: { DATABASE_URL: "postgresql://x:y@localhost:5432/z" }
    steps:
      - uses: actions/checkout@v4
      - run: pnpm push
      - run: |
          # comment
          pnpm a
          pnpm b \
            --c

          pnpm d
        env: { DATABASE_URL: "${{ secrets.PROD }}" }
)");
  EXPECT_THAT(read.Commands(),
              ElementsAre("job test: pnpm push", "job test: pnpm a",
                          "job test: pnpm b --c <pnpm b \\\n            --c>", "job test: pnpm d"));
  EXPECT_TRUE(read.reading.file.commands[0].own_database);
  EXPECT_FALSE(read.reading.file.commands[1].own_database);
  EXPECT_EQ(read.reading.file.commands[0].folder, "apps/web");
  EXPECT_EQ(read.Variables().front(), "env: CI=true");
}

TEST(ReadGitHubWorkflow, SeesADatabaseThatAStepStarts) {
  const auto own = [](const std::string& step, const std::string& url) {
    const Read read(".github/workflows/a.yml",
                    fmt::format("jobs:\n  a:\n    env: {{ DATABASE_URL: '{}' }}\n    steps:\n      "
                                "- {}\n      - run: pnpm push\n",
                                url, step));
    return read.reading.file.commands.back().own_database;
  };
  const std::string local = "postgres://u@localhost/x";
  EXPECT_TRUE(own("run: docker compose up -d db", local));
  EXPECT_TRUE(own("uses: ikalnytskyi/action-setup-postgres@v7", local));
  EXPECT_TRUE(own("uses: neondatabase/create-branch-action@v6", "${{ steps.b.outputs.db_url }}"));
  EXPECT_FALSE(own("run: docker compose up -d db", "${{ secrets.URL }}"));
  EXPECT_FALSE(own("run: pnpm install", local));
  EXPECT_FALSE(own("run: docker compose up -d db", "postgres://u@db.acme.dev/x"));
}

TEST(ReadGitLabCi, ReadsJobs) {
  const Read read(".gitlab-ci.yml", R"(services: [postgres:16]
variables: { DATABASE_URL: "postgres://u@postgres/x" }
test:
  script: [pnpm push, [pnpm test]]
)");
  EXPECT_THAT(read.Commands(), ElementsAre("job test: pnpm push", "job test: pnpm test"));
  EXPECT_TRUE(read.reading.file.commands[0].own_database);
}

TEST(ReadPackageScripts, KnowsWhenTheyRun) {
  const Read read(
      "package.json",
      R"({"name": "x", "scripts": {"build": "a \"b\"", "db:push": "drizzle-kit push"}})");
  EXPECT_EQ(read.reading.file.package_name, "x");
  EXPECT_THAT(read.Commands(), ElementsAre("script build: a \"b\" <a \\\"b\\\">",
                                           "script db:push: drizzle-kit push"));
  EXPECT_EQ(read.reading.file.commands[0].phase, CommandPhase::kBuild);
  EXPECT_EQ(read.reading.file.commands[1].phase, CommandPhase::kLocal);
}

TEST(ReadPlatforms, ReadsTheirCommands) {
  EXPECT_THAT(
      Read("vercel.json", R"({"buildCommand": "a", "build": {"env": {"B": "c"}}})").Commands(),
      ElementsAre("buildCommand: a"));
  EXPECT_THAT(
      Read("fly.toml", "[deploy]\nrelease_command = \"a\"\n[processes]\nweb = \"b\"\n").Commands(),
      ElementsAre("release_command: a", "process web: b"));
  EXPECT_THAT(Read("nixpacks.toml", "[phases.build]\ncmds = [\"a\", \"b\"]\n[start]\ncmd = 'c'\n")
                  .Commands(),
              ElementsAre("phase build: a", "phase build: b", "start: c"));
  const Read render("render.yaml",
                    "services:\n- name: api\n  preDeployCommand: a\n  envVars:\n  - "
                    "key: B\n    value: \"true\"\n");
  EXPECT_THAT(render.Commands(), ElementsAre("preDeployCommand of service api: a"));
  EXPECT_THAT(render.Variables(), ElementsAre("envVars of service api: B=true"));
  EXPECT_THAT(Read("Procfile", "release: a b\nweb: c\n").Commands(),
              ElementsAre("process release: a b", "process web: c"));
}

TEST(ReadHooks, ReadsBothKinds) {
  EXPECT_THAT(Read("lefthook.yml", "pre-push:\n  commands:\n    a:\n      run: b\n").Commands(),
              ElementsAre("hook pre-push: b"));
  EXPECT_THAT(Read(".husky/pre-commit", "#!/bin/sh\npnpm lint\n").Commands(),
              ElementsAre("hook pre-commit: pnpm lint"));
  EXPECT_THAT(Read("scripts/deploy.sh", "set -e\npnpm push\n").Commands(),
              ElementsAre("deploy.sh: set -e", "deploy.sh: pnpm push"));
}

TEST(ReadDotEnv, ReadsValues) {
  EXPECT_THAT(
      Read(".env.production", "# A=b\nexport A = \"b # c\" # d\nB=c # d\nC='x'\r\n").Variables(),
      ElementsAre(": A=b # c <export A = \"b # c\" # d>", ": B=c <B=c # d>", ": C=x <C='x'>"));
}

TEST(ReadIgnoreFile, ReadsPatterns) {
  const Read read(".dockerignore", "# a\n\nnode_modules\n!keep.sql\n\\#x\n");
  const auto& ignored = read.reading.file.ignored;
  ASSERT_EQ(ignored.size(), 3U);
  EXPECT_EQ(ignored[1].pattern, "keep.sql");
  EXPECT_TRUE(ignored[1].negated);
  EXPECT_EQ(read.sources.Text(ignored[1].span), "!keep.sql");
  EXPECT_EQ(ignored[2].pattern, "#x");
}

TEST(DeploymentKindOf, LeavesOthersOut) {
  for (const char* name :
       {"README.md", "flyway.toml", "src/index.ts", "migrations/0000_a.sql",
        ".github/workflows/x.txt", ".husky/_", "web/Dockerfile", "tsconfig.json"}) {
    if (std::string_view(name) == ".husky/_") continue;  // a folder
    EXPECT_FALSE(DeploymentKindOf(name)) << name;
  }
  EXPECT_EQ(DeploymentKindOf("Dockerfile.worker"), DeploymentKind::kDockerfile);
  EXPECT_EQ(DeploymentKindOf("Dockerfile.dockerignore"), DeploymentKind::kDockerIgnore);
  EXPECT_EQ(DeploymentKindOf("railway.worker.toml"), DeploymentKind::kRailway);
}

TEST(ReadDeploymentFile, SaysWhatIsBroken) {
  const Read toml("railway.toml", "[deploy]\nstartCommand = \n");
  ASSERT_EQ(toml.reading.problems.size(), 1U);
  EXPECT_THAT(toml.reading.problems[0].message, testing::HasSubstr("is not valid TOML"));
  EXPECT_EQ(toml.reading.problems[0].span.begin, 24U);
  // toml++ 3.3 alone asserts that no such header is there.
  EXPECT_EQ(Read("railway.toml", "[@]\n").reading.problems.size(), 1U);
  const Read yaml("compose.yml", "services:\n\ta: [\n");
  ASSERT_EQ(yaml.reading.problems.size(), 1U);
  EXPECT_THAT(yaml.reading.problems[0].message, testing::HasSubstr("is not valid YAML"));
  EXPECT_EQ(Read("vercel.json", "{\"a\": ").reading.problems.size(), 1U);
}

TEST(ReadDeploymentFile, BoundsAliases) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    text +=
        fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}]\n", i, i - 1);
  }
  EXPECT_EQ(Read("compose.yml", text).reading.problems.size(), 1U);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += '[';
  EXPECT_EQ(Read("compose.yml", deep).reading.problems.size(), 1U);
  EXPECT_EQ(Read("railway.toml", "a = " + deep).reading.problems.size(), 1U);
  EXPECT_EQ(Read("vercel.json", deep).reading.problems.size(), 1U);
}

}  // namespace
}  // namespace hoglint
