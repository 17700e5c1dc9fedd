#include "checker/git/object_database.h"

#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "checker/disk/disk.h"
#include "checker/disk/paths.h"
#include "checker/git/checked_backend.h"
#include "checker/git/handles.h"

namespace hoglint::git {
namespace {

// As git (run with 2.39: an object is found six alternates away, and not seven).
constexpr int kMaxAlternateDepth = 6;

// Packs are asked before loose objects, as libgit2 does.
enum Priority : int { kLoosePriority = 1, kPackPriority = 2 };

class DatabaseBuilder {
 public:
  explicit DatabaseBuilder(git_odb* database) : database_(database) {}

  // False when libgit2 refuses the folder.
  bool Add(const std::string& objects, int depth) {
    const std::string real = Disk().RealPath(objects).value_or(objects);
    if (!added_.insert(real).second) return true;
    return AddBackend(MakePackBackend(objects), kPackPriority, depth) &&
           AddBackend(MakeLooseBackend(objects), kLoosePriority, depth) &&
           AddAlternates(objects, depth);
  }

 private:
  bool AddBackend(git_odb_backend* backend, Priority priority, int depth) {
    if (backend == nullptr) return false;
    const auto add = depth == 0 ? git_odb_add_backend : git_odb_add_alternate;
    if (add(database_, backend, priority) == 0) return true;
    backend->free(backend);
    return false;
  }

  // Folders that objects/info/alternates names, a line each; one that is not there is left out.
  bool AddAlternates(const std::string& objects, int depth) {
    if (depth == kMaxAlternateDepth) return true;
    const Disk disk;
    const std::string list = JoinPath(objects, "info/alternates");
    if (!disk.Stat(list)) return true;
    const auto text = disk.Read(list);
    if (!text) return true;
    std::string_view rest = *text;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (line.empty() || line.starts_with('#')) continue;
      const std::string folder = AbsolutePath(std::string(line), objects);
      const auto status = disk.Stat(folder);
      if (!status || status->kind != FileKind::kFolder) continue;
      if (!Add(folder, depth + 1)) return false;
    }
    return true;
  }

  git_odb* database_;
  std::set<std::string> added_;
};

std::string ObjectsFolder(git_repository* repository) {
  git_buf path = GIT_BUF_INIT;
  std::string objects;
  if (git_repository_item_path(&path, repository, GIT_REPOSITORY_ITEM_OBJECTS) == 0) {
    objects = path.ptr;
  }
  git_buf_dispose(&path);
  while (objects.size() > 1 && objects.ends_with('/')) objects.pop_back();
  return objects;
}

}  // namespace

bool UseCheckedObjects(git_repository* repository) {
  const std::string objects = ObjectsFolder(repository);
  if (objects.empty()) return false;
  const auto database = Make<DatabaseHandle>(git_odb_new);
  return database != nullptr && DatabaseBuilder(database.get()).Add(objects, 0) &&
         git_repository_set_odb(repository, database.get()) == 0;
}

}  // namespace hoglint::git
