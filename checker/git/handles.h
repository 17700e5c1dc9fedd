// Owning handles of libgit2's objects, and its errors as text. Private to checker/git.
#ifndef HOGLINT_CHECKER_GIT_HANDLES_H_
#define HOGLINT_CHECKER_GIT_HANDLES_H_

#include <git2.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace hoglint::git {

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};

using RepositoryHandle = std::unique_ptr<git_repository, Deleter<git_repository_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Deleter<git_reference_free>>;
using ObjectHandle = std::unique_ptr<git_object, Deleter<git_object_free>>;
using CommitHandle = std::unique_ptr<git_commit, Deleter<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Deleter<git_tree_free>>;
using TreeEntryHandle = std::unique_ptr<git_tree_entry, Deleter<git_tree_entry_free>>;
using IndexHandle = std::unique_ptr<git_index, Deleter<git_index_free>>;
using BlobHandle = std::unique_ptr<git_blob, Deleter<git_blob_free>>;
using DatabaseHandle = std::unique_ptr<git_odb, Deleter<git_odb_free>>;

// Calls a libgit2 function that writes its result through its first argument; null when it fails.
template <typename Handle, typename Function, typename... Arguments>
[[nodiscard]] Handle Make(Function function, Arguments... arguments) {
  typename Handle::pointer raw = nullptr;
  if (function(&raw, arguments...) != 0) return nullptr;
  return Handle(raw);
}

// What went wrong in the last call that failed, in libgit2's words.
[[nodiscard]] inline std::string LastError() {
  const git_error* error = git_error_last();
  return error == nullptr || error->message == nullptr ? "unknown error" : error->message;
}

// The size of a blob, from its header: its bytes are not unpacked. Absent when it is not there.
[[nodiscard]] inline std::optional<std::uint64_t> BlobSize(git_repository* repository,
                                                           const git_oid& id) {
  const auto database = Make<DatabaseHandle>(git_repository_odb, repository);
  std::size_t size = 0;
  git_object_t kind = GIT_OBJECT_ANY;
  if (database == nullptr || git_odb_read_header(&size, &kind, database.get(), &id) != 0 ||
      kind != GIT_OBJECT_BLOB) {
    return std::nullopt;
  }
  return size;
}

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_HANDLES_H_
