#include "checker/project/repositories.h"

#include <fmt/format.h>

#include <utility>

namespace hoglint {

Result<OpenedRepository*> Repositories::Open(const std::string& folder) {
  if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  auto opened = OpenNew(folder);
  if (!opened) return opened.error();
  for (const auto& other : opened_) {
    if (other->repository != nullptr && (*opened)->repository != nullptr &&
        other->repository->root() == (*opened)->repository->root()) {
      return by_folder_[folder] = other.get();
    }
  }
  return by_folder_[folder] = opened_.emplace_back(*std::move(opened)).get();
}

Result<std::unique_ptr<OpenedRepository>> Repositories::OpenNew(const std::string& folder) const {
  auto opened = std::make_unique<OpenedRepository>();
  const std::string option = !request_.head.empty() ? "--head" : request_.base_named_by;
  const bool needed = !request_.head.empty() || !request_.base.empty();
  auto repository = git_.Open(folder);
  if (!repository) {
    const std::string& reason = repository.error().message;
    if (needed) return Error{fmt::format("{} needs git: {}", option, reason)};
    opened->comparison.not_checked.push_back(
        fmt::format("which migrations are already merged: {}, so all were taken as new", reason));
    opened->compared = true;
    return opened;
  }
  opened->repository = *std::move(repository);
  if (opened->repository == nullptr) {
    if (needed) return Error{fmt::format("{} needs git: {} is in no repository", option, folder)};
    opened->compared = true;
    return opened;
  }
  if (!request_.head.empty()) {
    auto commit = opened->repository->ReadCommit(request_.head);
    if (!commit) return commit.error();
    opened->commit = *std::move(commit);
  }
  // A mistyped ref is said even when only loose files are given, which are compared with nothing.
  if (!request_.base.empty()) {
    if (auto comparison = Compare(*opened); !comparison) return comparison.error();
  }
  return opened;
}

Result<const Comparison*> Repositories::Compare(OpenedRepository& opened) const {
  if (!opened.compared) {
    auto comparison = opened.repository->CompareWithBase(request_);
    if (!comparison) return comparison.error();
    opened.comparison = *std::move(comparison);
    opened.compared = true;
  }
  return &opened.comparison;
}

}  // namespace hoglint
