// From the paths of a command line to everything that the rules will see: the tracks with their
// statements, what base already has, and the runner.
#ifndef HOGLINT_CHECKER_PROJECT_READ_PROJECT_H_
#define HOGLINT_CHECKER_PROJECT_READ_PROJECT_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/engine_tables/configured_owners.h"
#include "checker/git/git.h"
#include "lint/base/result.h"
#include "lint/base/source_file.h"
#include "lint/facts/runner.h"
#include "lint/facts/workspace.h"

namespace hoglint {

struct ProjectRequest {
  std::string folder;              // the current one, absolute
  std::vector<std::string> paths;  // as given; empty: the project around `folder`
  BaseRequest base;
  // Everything is linted, merged or not: that nothing could be compared is then no gap.
  bool all = false;
  // Rules will see the project: Drizzle's snapshots are read too, and what is wrong with its folder
  // is left to the rules instead of being noted.
  bool for_rules = false;
  std::optional<Runner> runner;  // absent: detected
  ConfiguredOwners owners = {};  // beside Hogsend's engine
  // Applications are read also where no rule will see them.
  bool applications = false;
};

// How a track was found and told, for people.
struct TrackOrigin {
  std::string found_by;  // "drizzle.config.ts"
  std::string runner;    // the track's own; a run may take another
  std::string why;
  // What the config says, where it can be read without running it.
  std::string ledger;  // "drizzle.__client_migrations"
  std::string schema;  // files that declare the tables, "./src/schema/index.ts"
};

struct Project {
  Workspace workspace;
  Sources sources;
  Runner runner;
  std::string base;             // what migrations were compared with; empty: nothing
  std::vector<Error> failures;  // files that could not be read: the result is not the whole
  std::vector<TrackOrigin> origins = {};  // by the position of the track
};

// An Error for a path that does not exist or holds no migrations, and for an unknown ref.
[[nodiscard]] Result<Project> ReadProject(const FileSystem& files, const Git& git,
                                          const ProjectRequest& request);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_READ_PROJECT_H_
