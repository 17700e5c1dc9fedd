// Reading deployment files: the bytes of one file -> DeploymentFile.
#ifndef HOGLINT_LINT_DEPLOYMENT_READ_H_
#define HOGLINT_LINT_DEPLOYMENT_READ_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/deployment/deployment.h"

namespace hoglint {

// Why a file, or a part of it, was not understood: "is not valid YAML: ...".
struct DeploymentProblem {
  Span span;
  std::string message;
};

struct DeploymentReading {
  DeploymentFile file;  // what could be read
  std::vector<DeploymentProblem> problems;
};

// What a file of that name is, seen from the folder that it concerns: "railway.worker.toml",
// ".github/workflows/ci.yml", "scripts/deploy.sh". Absent for all others.
[[nodiscard]] std::optional<DeploymentKind> DeploymentKindOf(std::string_view path);

// Reads a file; never fails. `folder` is what its paths are relative to, as shown.
[[nodiscard]] DeploymentReading ReadDeploymentFile(DeploymentKind kind, const SourceFile& source,
                                                   std::string folder);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_READ_H_
