// Files that build, deploy and start an application: YAML, TOML, JSON, Dockerfiles, shell. The name
// of each file in the archive says what it is.
#include "lint/deployment/deployment.h"

#include "lint/deployment/read.h"
#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

void Check(const DeploymentReading& reading, const SourceFile& file) {
  for (const DeploymentProblem& problem : reading.problems) {
    ExpectWithin(problem.span, file, "a problem");
    Expect(!problem.message.empty(), "a problem says nothing");
  }
  const DeploymentFile& read = reading.file;
  for (const DeploymentCommand& command : read.commands) {
    ExpectWithin(command.span, file, "a command");
    Expect(read.stages.empty() || command.stage < read.stages.size(), "a command of no stage");
  }
  for (const DeploymentVariable& variable : read.environment) {
    ExpectWithin(variable.span, file, "a variable");
    Expect(!variable.name.empty(), "a variable has no name");
  }
  for (const DockerStage& stage : read.stages) {
    ExpectWithin(stage.span, file, "a stage");
    for (const DockerCopy& copy : stage.copies) ExpectWithin(copy.span, file, "a COPY");
  }
  for (const ComposeService& service : read.services) ExpectWithin(service.span, file, "a service");
  for (const IgnorePattern& ignored : read.ignored) ExpectWithin(ignored.span, file, "a pattern");
  if (read.watch_span) ExpectWithin(*read.watch_span, file, "watchPatterns");
}

void ReadFiles(std::string_view bytes) {
  for (const ArchivedFile& each : ReadArchive(bytes)) {
    constexpr unsigned kKinds = static_cast<unsigned>(DeploymentKind::kGitIgnore) + 1;
    // A name that changed to nothing of the kind still chooses a reader.
    const DeploymentKind kind = DeploymentKindOf(each.name).value_or(
        static_cast<DeploymentKind>(each.name.size() % kKinds));
    const SourceFile file(FileId{3}, each.name, each.text);
    Check(ReadDeploymentFile(kind, file, "apps/api"), file);
  }
}

const Target kTarget("deployment", ReadFiles);

}  // namespace
}  // namespace hoglint::fuzz
