#include "lint/journal/analysis.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

constexpr std::int64_t kGreatestIdx = 9999;

bool IsDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> Number(std::string_view digits) {
  std::int64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return number;
}

class EntryChecker {
 public:
  EntryChecker(const Journal& journal, std::optional<std::int64_t> now)
      : entries_(journal.entries), now_(now) {}

  std::vector<EntryAnomaly> Check() && {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      CheckWhen(i);
      CheckIdx(i);
      CheckTag(i);
    }
    return std::move(found_);
  }

 private:
  void Add(EntryAnomalyKind kind, Span span, std::size_t entry,
           std::optional<std::size_t> other = std::nullopt) {
    found_.push_back({kind, span, entry, other});
  }

  void CheckWhen(std::size_t i) {
    const JournalEntry& entry = entries_[i];
    if (!entry.when) {
      Add(EntryAnomalyKind::kWhenMissing, entry.span, i);
      return;
    }
    if (now_ && *entry.when > *now_) Add(EntryAnomalyKind::kWhenInFuture, entry.when_span, i);
    if (greatest_ && *entry.when <= *entries_[*greatest_].when) {
      Add(EntryAnomalyKind::kWhenNotIncreasing, entry.when_span, i, greatest_);
    } else {
      greatest_ = i;
    }
  }

  void CheckIdx(std::size_t i) {
    const JournalEntry& entry = entries_[i];
    if (!entry.idx) {  // the reader has told that
      ++next_idx_;
      return;
    }
    if (const auto [first, added] = by_idx_.emplace(*entry.idx, i); !added) {
      Add(EntryAnomalyKind::kDuplicateIdx, entry.idx_span, i, first->second);
    } else if (*entry.idx != next_idx_) {
      Add(EntryAnomalyKind::kIdxNotNext, entry.idx_span, i);
    }
    next_idx_ = *entry.idx + 1;
    if (*entry.idx > kGreatestIdx) Add(EntryAnomalyKind::kIdxTooLarge, entry.idx_span, i);
  }

  void CheckTag(std::size_t i) {
    const JournalEntry& entry = entries_[i];
    if (const auto [first, added] = by_tag_.emplace(entry.tag, i); !added) {
      Add(EntryAnomalyKind::kDuplicateTag, entry.tag_span, i, first->second);
    }
    const PrefixMode mode = PrefixModeOf(entry.tag);
    if (mode == PrefixMode::kNone) Add(EntryAnomalyKind::kPrefixNone, entry.tag_span, i);
    if (mode != PrefixModeOf(entries_.front().tag)) {
      Add(EntryAnomalyKind::kPrefixModeMixed, entry.tag_span, i, 0);
    } else if (mode == PrefixMode::kIndex && entry.idx &&
               Number(TagPrefix(entry.tag)) != entry.idx) {
      Add(EntryAnomalyKind::kPrefixNotIdx, entry.tag_span, i);
    }
  }

  const std::vector<JournalEntry>& entries_;
  std::optional<std::int64_t> now_;
  std::vector<EntryAnomaly> found_;
  std::optional<std::size_t> greatest_;  // the entry with the greatest `when` so far
  std::int64_t next_idx_ = 0;
  std::unordered_map<std::int64_t, std::size_t> by_idx_;
  std::unordered_map<std::string_view, std::size_t> by_tag_;
};

class FileChecker {
 public:
  FileChecker(const Journal& journal, std::span<const std::string> sql,
              std::span<const std::string> snapshots)
      : entries_(journal.entries), sql_(sql), snapshots_(snapshots.begin(), snapshots.end()) {
    for (const std::string& name : sql) {
      names_.insert(name);
      by_lower_case_.emplace(ToLowerAscii(name), name);
    }
  }

  std::vector<FileAnomaly> Check() && {
    std::unordered_set<std::string> wanted;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      CheckEntry(i);
      wanted.insert(ToLowerAscii(entries_[i].tag + ".sql"));
    }
    std::map<std::string_view, std::string_view> by_prefix;
    for (const std::string& name : sql_) {
      if (!wanted.contains(ToLowerAscii(name))) {
        found_.push_back({FileAnomalyKind::kFileWithoutEntry, std::nullopt, name, ""});
      }
      const std::string_view prefix = TagPrefix(name);
      if (!IsDigits(prefix)) continue;
      if (const auto [first, added] = by_prefix.emplace(prefix, name); !added) {
        found_.push_back(
            {FileAnomalyKind::kDuplicateNumber, std::nullopt, name, std::string(first->second)});
      }
    }
    return std::move(found_);
  }

 private:
  void CheckEntry(std::size_t i) {
    const std::string file = entries_[i].tag + ".sql";
    if (!names_.contains(file)) {
      const auto similar = by_lower_case_.find(ToLowerAscii(file));
      const bool none = similar == by_lower_case_.end();
      found_.push_back(
          {none ? FileAnomalyKind::kEntryWithoutFile : FileAnomalyKind::kFileNamedDifferently, i,
           file, none ? "" : std::string(similar->second)});
    }
    std::string snapshot = SnapshotName(entries_[i].tag);
    if (!snapshots_.contains(snapshot)) {
      found_.push_back({FileAnomalyKind::kEntryWithoutSnapshot, i, std::move(snapshot), ""});
    }
  }

  const std::vector<JournalEntry>& entries_;
  std::span<const std::string> sql_;
  std::unordered_set<std::string> snapshots_;
  std::unordered_set<std::string_view> names_;
  std::unordered_map<std::string, std::string_view> by_lower_case_;
  std::vector<FileAnomaly> found_;
};

class ChainChecker {
 public:
  explicit ChainChecker(std::span<const Snapshot> snapshots) : snapshots_(snapshots) {
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
      if (!snapshots[i].id.empty()) by_id_.emplace(snapshots[i].id, i);
      newest_ = std::max(newest_, Version(snapshots[i]));
    }
  }

  std::vector<ChainAnomaly> Check() && {
    for (std::size_t i = 0; i < snapshots_.size(); ++i) {
      const Snapshot& snapshot = snapshots_[i];
      if (Version(snapshot) != 0 &&
          Version(snapshot) < std::max<std::int64_t>(newest_, kLatestOfV0)) {
        Add(ChainAnomalyKind::kOutdated, snapshot.version_span, i);
      }
      if (!snapshot.id.empty() && by_id_.at(snapshot.id) != i) {
        Add(ChainAnomalyKind::kDuplicateId, snapshot.id_span, i, by_id_.at(snapshot.id));
      }
      CheckParents(i);
    }
    return std::move(found_);
  }

 private:
  static constexpr std::int64_t kLatestOfV0 = 7;

  static std::int64_t Version(const Snapshot& snapshot) {
    return Number(snapshot.version).value_or(0);
  }

  void Add(ChainAnomalyKind kind, Span span, std::size_t snapshot,
           std::optional<std::size_t> other = std::nullopt) {
    found_.push_back({kind, span, snapshot, other});
  }

  void CheckParents(std::size_t i) {
    const Snapshot& snapshot = snapshots_[i];
    const bool one_line = Version(snapshot) <= kLatestOfV0;
    for (const std::string& id : snapshot.prev_ids) {
      if (id == kNoParentSnapshot) {
        if (root_ && one_line) {
          Add(ChainAnomalyKind::kSecondRoot, snapshot.prev_ids_span, i, root_);
        }
        if (!root_) root_ = i;
        continue;
      }
      const auto [first, added] = by_parent_.emplace(id, i);
      const auto parent = by_id_.find(id);
      if (parent == by_id_.end()) {
        Add(ChainAnomalyKind::kParentMissing, snapshot.prev_ids_span, i);
      } else if (!added && one_line) {
        Add(ChainAnomalyKind::kFork, snapshot.prev_ids_span, i, first->second);
      } else if (one_line && parent->second + 1 != i) {
        Add(ChainAnomalyKind::kParentNotBefore, snapshot.prev_ids_span, i, parent->second);
      }
    }
  }

  std::span<const Snapshot> snapshots_;
  std::vector<ChainAnomaly> found_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::unordered_map<std::string_view, std::size_t> by_parent_;  // the first child of each parent
  std::optional<std::size_t> root_;
  std::int64_t newest_ = 0;
};

}  // namespace

std::string_view TagPrefix(std::string_view tag) { return tag.substr(0, tag.find('_')); }

PrefixMode PrefixModeOf(std::string_view tag) {
  constexpr std::size_t kUnixLength = 10;       // seconds, since 2001
  constexpr std::size_t kTimestampLength = 14;  // YYYYMMDDHHMMSS
  constexpr std::size_t kIndexLength = 4;       // padded to; longer from 10000 on
  if (tag.starts_with('_')) return PrefixMode::kNone;
  const std::string_view prefix = TagPrefix(tag);
  if (!IsDigits(prefix) || prefix.size() == tag.size()) return PrefixMode::kOther;
  if (prefix.size() == kTimestampLength) return PrefixMode::kTimestamp;
  if (prefix.size() == kUnixLength) return PrefixMode::kUnix;
  const bool index = prefix.size() == kIndexLength ||
                     (prefix.size() == kIndexLength + 1 && !prefix.starts_with('0'));
  return index ? PrefixMode::kIndex : PrefixMode::kOther;
}

std::string SnapshotName(std::string_view tag) {
  return std::string(TagPrefix(tag)) + "_snapshot.json";
}

std::vector<EntryAnomaly> CheckEntries(const Journal& journal, std::optional<std::int64_t> now) {
  return EntryChecker(journal, now).Check();
}

std::optional<std::int64_t> GreatestWhen(std::span<const JournalEntry> entries) {
  std::optional<std::int64_t> greatest;
  for (const JournalEntry& entry : entries) {
    if (entry.when && (!greatest || *entry.when > *greatest)) greatest = entry.when;
  }
  return greatest;
}

std::vector<std::size_t> SkippedOnBase(const Journal& journal, const Journal& base) {
  const std::optional<std::int64_t> greatest = GreatestWhen(base.entries);
  std::vector<std::size_t> skipped;
  if (!greatest) return skipped;
  std::unordered_set<std::string_view> known;
  for (const JournalEntry& entry : base.entries) known.insert(entry.tag);
  for (std::size_t i = 0; i < journal.entries.size(); ++i) {
    const JournalEntry& entry = journal.entries[i];
    if (!known.contains(entry.tag) && (!entry.when || *entry.when <= *greatest))
      skipped.push_back(i);
  }
  return skipped;
}

std::vector<FileAnomaly> CheckFiles(const Journal& journal, std::span<const std::string> sql,
                                    std::span<const std::string> snapshots) {
  return FileChecker(journal, sql, snapshots).Check();
}

std::vector<ChainAnomaly> CheckChain(std::span<const Snapshot> snapshots) {
  return ChainChecker(snapshots).Check();
}

std::vector<bool> KnowAllBefore(std::span<const Snapshot> snapshots) {
  std::vector<bool> know;
  std::unordered_set<std::string_view> leaves;  // so far: ids without a child
  for (const Snapshot& snapshot : snapshots) {
    for (const std::string& parent : snapshot.prev_ids) leaves.erase(parent);
    know.push_back(leaves.empty() || (snapshot.version != "8" && snapshot.version != "9"));
    if (!snapshot.id.empty()) leaves.insert(snapshot.id);
  }
  return know;
}

}  // namespace hoglint
