// Relations by the hash of their name: a look-up compares one number with a few others, not strings
// along a tree. Copies share what neither side changes.
#ifndef HOGLINT_LINT_SCHEMA_NAME_INDEX_H_
#define HOGLINT_LINT_SCHEMA_NAME_INDEX_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "lint/schema/copy_on_write.h"
#include "lint/schema/relation.h"

namespace hoglint {

// Eight bytes at a time, since every look-up hashes a name or two.
[[nodiscard]] inline std::uint64_t HashBytes(std::uint64_t seed, std::string_view bytes) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = (seed ^ bytes.size()) * kOdd;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t count = std::min(bytes.size(), sizeof(word));
    std::memcpy(&word, bytes.data(), count);
    bytes.remove_prefix(count);
    hash = (hash ^ (hash >> 32U) ^ word) * kOdd;
  }
  return hash ^ (hash >> 32U);
}

[[nodiscard]] inline std::size_t HashName(std::string_view schema, std::string_view name) {
  return HashBytes(HashBytes(0, schema), name);
}

// Entries by the remainder of a hash, which is 0 to kGroups * kParts - 1. In groups, since the
// first change after a copy copies the pointers of all groups and of one group's parts.
template <typename Entry>
class HashParts {
 public:
  [[nodiscard]] const std::vector<Entry>& At(std::size_t hash) const {
    return *(*(*groups_)[hash % kGroups])[hash / kGroups % kParts];
  }
  [[nodiscard]] std::vector<Entry>& Mutable(std::size_t hash) {
    return groups_.Mutable()[hash % kGroups].Mutable()[hash / kGroups % kParts].Mutable();
  }

 private:
  static constexpr std::size_t kGroups = 32;
  static constexpr std::size_t kParts = 16;

  using Group = std::array<CopyOnWrite<std::vector<Entry>>, kParts>;
  CopyOnWrite<std::array<CopyOnWrite<Group>, kGroups>> groups_;
};

class NameIndex {
 public:
  void Add(const QualifiedName& name, RelationId id) {
    const std::size_t hash = HashName(name.schema, name.name);
    entries_.Mutable(hash).push_back({hash, id});
  }
  void Remove(const QualifiedName& name, RelationId id) {
    const std::size_t hash = HashName(name.schema, name.name);
    std::erase_if(entries_.Mutable(hash), [&](const Entry& entry) { return entry.id == id; });
  }
  // The first relation with that hash of which `is_it(id)` holds, since names may share a hash;
  // RelationId{} when there is none.
  template <typename IsIt>
  [[nodiscard]] RelationId Find(std::string_view schema, std::string_view name, IsIt is_it) const {
    const std::size_t hash = HashName(schema, name);
    for (const Entry& entry : entries_.At(hash)) {
      if (entry.hash == hash && is_it(entry.id)) return entry.id;
    }
    return RelationId{};
  }

 private:
  struct Entry {
    std::size_t hash = 0;
    RelationId id{};
  };
  HashParts<Entry> entries_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_NAME_INDEX_H_
