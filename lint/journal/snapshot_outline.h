// Where the members of a snapshot of v5 to v7 lie, found without reading what the snapshot before
// it holds byte for byte as well: consecutive snapshots differ in a table or two. Private to
// lint/journal.
#ifndef HOGLINT_LINT_JOURNAL_SNAPSHOT_OUTLINE_H_
#define HOGLINT_LINT_JOURNAL_SNAPSHOT_OUTLINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hoglint {

// A member of an object; offsets are bytes of the file.
struct OutlineMember {
  std::string_view key;     // without its quotes; it holds no escapes
  std::uint32_t begin = 0;  // of the key, at its quote
  std::uint32_t end = 0;    // behind the value
  // Of a table: the position of the table with the same key and the same bytes in the snapshot
  // before.
  std::optional<std::size_t> same_as = {};
};

struct SnapshotOutline {
  std::string_view text;
  std::vector<OutlineMember> root;    // all members of the snapshot but `tables`
  std::vector<OutlineMember> tables;  // the members of `tables`

  // The bytes of a member: "key": value.
  [[nodiscard]] std::string_view Bytes(const OutlineMember& member) const {
    return text.substr(member.begin, member.end - member.begin);
  }
};

// Absent for what is not plainly an object with an object `tables`, without duplicate keys and
// escapes in keys. Values are only skipped: whoever reads them has to see whether they are JSON.
// `before` is null for a first snapshot; its text must still be there. The outline's views are into
// `text`.
[[nodiscard]] std::optional<SnapshotOutline> OutlineOf(std::string_view text,
                                                       const SnapshotOutline* before);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_SNAPSHOT_OUTLINE_H_
