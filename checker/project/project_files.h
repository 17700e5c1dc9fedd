// What is read of an application beside its package.json, a kind each. Private to checker/project;
// `folder` is the application's, absolute.
#ifndef HOGLINT_CHECKER_PROJECT_PROJECT_FILES_H_
#define HOGLINT_CHECKER_PROJECT_PROJECT_FILES_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/project/gathering.h"
#include "lint/deployment/deployment.h"
#include "lint/facts/application.h"
#include "lint/facts/code_uses.h"
#include "lint/facts/workspace.h"
#include "lint/typescript/app_sources.h"
#include "lint/typescript/declared_schema.h"
#include "lint/typescript/schema_settings.h"

namespace hoglint {

// Adds a file that is no migration to the sources, and notes whether base has it as it is. Absent
// when it does not exist; one that cannot be read, or is too large, is noted as not checked.
[[nodiscard]] std::optional<FileId> AddProjectFile(Gathering& gathering, const Location& location,
                                                   const std::string& path);

// The Drizzle configs in the folder itself and a few levels below.
[[nodiscard]] std::vector<std::shared_ptr<const DrizzleConfigFile>> ReadConfigFiles(
    Gathering& gathering, const Location& location, const std::string& folder);

// The TypeScript that the config's `schema` reaches; null when it names none.
[[nodiscard]] std::shared_ptr<const DeclaredSchema> ReadDeclaredSchema(
    Gathering& gathering, const Location& location, const std::string& config_folder,
    const DrizzleConfigFile& config, DrizzleLine line = DrizzleLine::kBeforeOne);

[[nodiscard]] std::shared_ptr<const Deployment> ReadDeployment(Gathering& gathering,
                                                               const Location& location,
                                                               const std::string& folder,
                                                               const Application& application);

[[nodiscard]] std::shared_ptr<const AppSources> ReadAppSources(Gathering& gathering,
                                                               const Location& location,
                                                               const std::string& folder,
                                                               const Application& application);

// Searches the code that base has, in `folder`, for what the track's new migrations drop or rename.
// Null when they drop and rename nothing, or there is no base.
[[nodiscard]] std::shared_ptr<const CodeUses> FindCodeUses(Gathering& gathering,
                                                           const Location& location,
                                                           const std::string& folder,
                                                           const Track& track);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_PROJECT_FILES_H_
