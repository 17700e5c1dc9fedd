// The repositories that the paths of one run are in. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_REPOSITORIES_H_
#define HOGLINT_CHECKER_PROJECT_REPOSITORIES_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/git/git.h"
#include "lint/base/result.h"

namespace hoglint {

// A repository with what was asked of it so far.
struct OpenedRepository {
  std::unique_ptr<Repository> repository;  // null: the folder is in none, or in a broken one
  std::unique_ptr<FileSystem> commit;      // with --head
  Comparison comparison;
  bool compared = false;
};

// Opens each repository once.
class Repositories {
 public:
  Repositories(const Git& git, const BaseRequest& request) : git_(git), request_(request) {}

  // The repository of an existing folder. An Error when --base or --head is given and there is no
  // repository to ask, or none with such a ref.
  [[nodiscard]] Result<OpenedRepository*> Open(const std::string& folder);

  // Compares with base, once; `not_checked` tells what could not be.
  [[nodiscard]] Result<const Comparison*> Compare(OpenedRepository& opened) const;

 private:
  [[nodiscard]] Result<std::unique_ptr<OpenedRepository>> OpenNew(const std::string& folder) const;

  const Git& git_;
  const BaseRequest& request_;
  std::vector<std::unique_ptr<OpenedRepository>> opened_;
  std::map<std::string, OpenedRepository*> by_folder_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_REPOSITORIES_H_
