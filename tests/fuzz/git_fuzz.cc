// A repository of the input's making, in a folder that lasts for one run, read as hoglint does:
// base, commits, trees, files. Sections of the archive: "object blob|tree|commit|tag" (in the text
// {N} is the id of the N-th), "git PATH" (a file below .git), "work PATH" (of the work tree).
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/git/libgit.h"
#include "tests/fuzz/loose_objects.h"
#include "tests/fuzz/target.h"
#include "tests/support/temp_folder.h"

namespace hoglint::fuzz {
namespace {

namespace fs = std::filesystem;

// The text with the ids that it asks for.
std::string WithIds(std::string text, const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string wanted = fmt::format("{{{}}}", i);
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at)) {
      text.replace(at, wanted.size(), ids[i]);
    }
  }
  return text;
}

// Writes a file below the folder; nothing where that cannot be: a file where a folder would have to
// be, a name that leads out.
void WriteBelow(const testing::TempFolder& folder, const std::string& name,
                const std::string& bytes) {
  const std::string path = AbsolutePath(name, folder.path());
  if (path == folder.path() || !IsWithin(path, folder.path())) return;
  if (path.find('\0') != std::string::npos || path.size() > 1'000) return;
  std::error_code error;
  fs::create_directories(ParentPath(path), error);
  if (error || fs::exists(path, error) || error || BaseName(path).size() > 200) return;
  if (!fs::is_directory(ParentPath(path), error)) return;
  folder.Write(RelativePath(path, folder.path()), bytes);
}

void MakeRepository(std::string_view bytes, const testing::TempFolder& folder) {
  for (const char* each : {".git/objects", ".git/refs"}) folder.MakeFolder(each);
  std::vector<std::string> ids;
  constexpr std::size_t kMostObjects = 100;
  for (const ArchivedFile& file : ReadArchive(bytes)) {
    const std::string_view name = file.name;
    std::string text = WithIds(file.text, ids);
    const std::size_t blank = std::min(name.find(' '), name.size());
    const std::string rest(name.substr(std::min(name.size(), blank + 1)));
    if (name.starts_with("object ") && ids.size() < kMostObjects) {
      if (rest == "tree") text = TreeBytes(text);
      const std::string object = fmt::format("{} {}", rest, text.size()) + '\0' + text;
      ids.push_back(Hex(Sha1(object)));
      WriteBelow(folder, ".git/objects/" + ids.back().substr(0, 2) + "/" + ids.back().substr(2),
                 StoredZlib(object));
    } else if (name.starts_with("git ")) {
      WriteBelow(folder, ".git/" + rest, text);
    } else if (name.starts_with("work ")) {
      WriteBelow(folder, rest, text);
    }
  }
}

// Reads files of a commit; `budget` ends it, since a tree can name itself by a link.
void Walk(const FileSystem& files, const std::string& folder, int& budget) {
  const auto entries = files.List(folder);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    if (--budget < 0) return;
    const std::string path = JoinPath(folder, entry.name);
    const auto status = files.Stat(path);
    if (const auto real = files.RealPath(path)) {
      Expect(IsWithin(*real, folder.substr(0, folder.find('/', 1))), "a link leads out");
    }
    if (!status) continue;
    if (status->kind == FileKind::kFile) {
      const auto text = files.Read(path);
      Expect(!text || text->size() == status->size, "a file is not as long as it says");
    } else if (status->kind == FileKind::kFolder) {
      Walk(files, path, budget);
    }
  }
}

void ReadCommitOf(const Repository& repository, const std::string& ref) {
  int budget = 100;
  if (const auto files = repository.ReadCommit(ref)) Walk(**files, repository.root(), budget);
  const auto commit = repository.FindCommit("--base", ref);
  if (!commit) return;
  Expect((*commit)->Info().id.size() == 40, "a commit has no id");
  (void)(*commit)->IsCutOff();
  for (const CommittedFile& file : (*commit)->FilesBelow("")) {
    if (--budget < 0) break;
    // Its id may be another: who writes .git may write any object, and none is hashed.
    if (const auto bytes = repository.ReadFile(file.id)) {
      Expect(repository.IdOf(*bytes).size() == 40, "bytes have no id");
    }
    (void)(*commit)->IdOf(file.path);
    (void)repository.IdInWorkTree(file.path);
  }
  const auto parent = (*commit)->FirstParent();
  if (parent) (void)repository.IsWithin(*parent, **commit);
}

void ReadRepository(std::string_view bytes) {
  const testing::TempFolder folder;
  MakeRepository(bytes, folder);
  const LibGit git;
  const auto opened = git.Open(folder.path());
  if (!opened) {
    Expect(!opened.error().message.empty(), "a problem says nothing");
    return;
  }
  if (*opened == nullptr) return;
  const Repository& repository = **opened;
  for (const char* ref : {"HEAD", "main", "origin/main", "v1", "HEAD~1"}) {
    ReadCommitOf(repository, ref);
  }
  for (const char* base : {"", "main", "HEAD"}) {
    const auto compared = repository.CompareWithBase({.base = base});
    if (!compared || !compared->standing) continue;
    (void)compared->standing("drizzle/0000_init.sql", "CREATE TABLE users (id int);\n");
    (void)compared->standing("drizzle/0001_drop.sql", "");
  }
}

const Target kTarget("git", ReadRepository);

}  // namespace
}  // namespace hoglint::fuzz
