// Images that deployment files build and start: which Dockerfile that is, as whom it runs, and what
// it holds.
#ifndef HOGLINT_LINT_FACTS_DEPLOY_IMAGE_H_
#define HOGLINT_LINT_FACTS_DEPLOY_IMAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/deployment/deployment.h"
#include "lint/facts/deploy_commands.h"

namespace hoglint {

// The Dockerfile that a railway file builds; null when it names another builder, or none.
[[nodiscard]] const DeploymentFile* RailwayImage(const Deployment& deployment,
                                                 const DeploymentFile& railway);
// The Dockerfile that a compose service builds; null when it builds none that was read.
[[nodiscard]] const DeploymentFile* ServiceImage(const Deployment& deployment,
                                                 const DeploymentFile& compose,
                                                 const ComposeService& service);

// The stage of that name (empty: the last one) and those of the file that it is built on, nearest
// first; empty when there is none.
[[nodiscard]] std::vector<const DockerStage*> StagesOf(const DeploymentFile& dockerfile,
                                                       std::string_view target);

// The user that the image runs as; empty: root, or what an image from elsewhere says.
[[nodiscard]] std::string UserOf(const std::vector<const DockerStage*>& stages);

// Whether some COPY may bring the path, relative to the build's context. False is certain, as far
// as copies from other stages are of what a build makes.
[[nodiscard]] bool MayHold(const std::vector<const DockerStage*>& stages, std::string_view path);

// The command starts the application's server: node, tsx or bun with a file that is no worker, or
// next start.
[[nodiscard]] bool StartsServer(const RunCommand& run);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DEPLOY_IMAGE_H_
