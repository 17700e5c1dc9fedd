// Reads the scripts of an application that migrate, and the .gitignore files on the way to its
// migrations.
#ifndef HOGLINT_CHECKER_PROJECT_MIGRATING_FILES_H_
#define HOGLINT_CHECKER_PROJECT_MIGRATING_FILES_H_

#include <memory>
#include <string>

#include "checker/project/gathering.h"
#include "lint/facts/application.h"
#include "lint/facts/migrating_files.h"

namespace hoglint {

// `folder` is the application's, absolute; its deployment and configs have been read.
[[nodiscard]] std::shared_ptr<const MigratingFiles> ReadMigratingFiles(
    Gathering& gathering, const Location& location, const std::string& folder,
    const Application& application);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_MIGRATING_FILES_H_
