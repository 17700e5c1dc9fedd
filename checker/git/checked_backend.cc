#include "checker/git/checked_backend.h"

#include <fmt/format.h>
#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

#include "checker/disk/disk.h"
#include "checker/git/libgit_commit.h"
#include "checker/git/loose_object.h"

namespace hoglint::git {
namespace {

// libgit2's interface for backends: functions that get the struct they are in.
struct CheckedBackend {
  git_odb_backend functions{};       // the first member: libgit2 knows no more of it
  git_odb_backend* inner = nullptr;  // libgit2's own
  std::string objects;
};

CheckedBackend& Self(git_odb_backend* backend) {
  return *reinterpret_cast<CheckedBackend*>(backend);
}

int Refuse(const git_oid& id, std::string_view why) {
  git_error_set_str(GIT_ERROR_ODB, fmt::format("object {} {}", IdText(id), why).c_str());
  return GIT_ERROR;
}

int ReadHeader(std::size_t* size, git_object_t* type, git_odb_backend* backend, const git_oid* id) {
  git_odb_backend* inner = Self(backend).inner;
  return inner->read_header(size, type, inner, id);
}

int Exists(git_odb_backend* backend, const git_oid* id) {
  git_odb_backend* inner = Self(backend).inner;
  return inner->exists(inner, id);
}

int ExistsPrefix(git_oid* id, git_odb_backend* backend, const git_oid* prefix, std::size_t digits) {
  git_odb_backend* inner = Self(backend).inner;
  return inner->exists_prefix(id, inner, prefix, digits);
}

int ReadPrefix(git_oid* id, void** bytes, std::size_t* size, git_object_t* type,
               git_odb_backend* backend, const git_oid* prefix, std::size_t digits) {
  const int code = ExistsPrefix(id, backend, prefix, digits);
  return code < 0 ? code : backend->read(bytes, size, type, backend, id);
}

int Refresh(git_odb_backend* backend) {
  git_odb_backend* inner = Self(backend).inner;
  return inner->refresh == nullptr ? GIT_OK : inner->refresh(inner);
}

void Free(git_odb_backend* backend) {
  const std::unique_ptr<CheckedBackend> self(&Self(backend));
  self->inner->free(self->inner);
}

int ReadPacked(void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
               const git_oid* id) {
  git_odb_backend* inner = Self(backend).inner;
  const int code = inner->read_header(size, type, inner, id);
  if (code < 0) return code;
  if (*size > kMaxObjectBytes) return Refuse(*id, TooLarge(*size));
  return inner->read(bytes, size, type, inner, id);
}

int ReadLoose(void** bytes, std::size_t* size, git_object_t* type, git_odb_backend* backend,
              const git_oid* id) {
  const std::string hex = IdText(*id);
  const std::string path = fmt::format("{}/{}/{}", Self(backend).objects,
                                       std::string_view(hex).substr(0, 2), hex.substr(2));
  const Disk disk;
  if (!disk.Stat(path)) return GIT_ENOTFOUND;
  const auto packed = disk.Read(path);
  if (!packed) return Refuse(*id, "cannot be read: " + packed.error().message);
  const auto object = UnpackLooseObject(*packed);
  if (!object) return Refuse(*id, object.error().message);
  // libgit2 expects a NUL behind the bytes.
  auto* copy = static_cast<char*>(git_odb_backend_data_alloc(backend, object->bytes.size() + 1));
  if (copy == nullptr) return GIT_ERROR;
  std::ranges::copy(object->bytes, copy);
  copy[object->bytes.size()] = '\0';
  *bytes = copy;
  *size = object->bytes.size();
  *type = object->type;
  return GIT_OK;
}

using ReadFunction = decltype(git_odb_backend::read);

git_odb_backend* Wrap(git_odb_backend* inner, const std::string& objects, ReadFunction read) {
  auto made = std::make_unique<CheckedBackend>();
  git_odb_init_backend(&made->functions, GIT_ODB_BACKEND_VERSION);
  made->inner = inner;
  made->objects = objects;
  made->functions.read = read;
  made->functions.read_prefix = ReadPrefix;
  made->functions.read_header = ReadHeader;
  made->functions.exists = Exists;
  made->functions.exists_prefix = ExistsPrefix;
  made->functions.refresh = Refresh;
  made->functions.free = Free;
  return &made.release()->functions;
}

}  // namespace

git_odb_backend* MakeLooseBackend(const std::string& objects) {
  git_odb_backend* inner = nullptr;
  if (git_odb_backend_loose(&inner, objects.c_str(), -1, 0, 0, 0) != 0) return nullptr;
  return Wrap(inner, objects, ReadLoose);
}

git_odb_backend* MakePackBackend(const std::string& objects) {
  git_odb_backend* inner = nullptr;
  if (git_odb_backend_pack(&inner, objects.c_str()) != 0) return nullptr;
  return Wrap(inner, objects, ReadPacked);
}

}  // namespace hoglint::git
