#include "lint/drift/ledger.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "lint/drift/sha256.h"
#include "lint/facts/journal_entries.h"

namespace hoglint {
namespace {

constexpr std::int64_t kSecond = 1000;

std::string WithLineEnds(std::string_view text, std::string_view end) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n') {
      result += end;
    } else {
      result += text[i];
    }
  }
  return result;
}

void AddHashes(std::string_view text, LocalEntry& entry) {
  entry.hash = Sha256(text);
  entry.hash_lf = Sha256(WithLineEnds(text, "\n"));
  entry.hash_crlf = Sha256(WithLineEnds(text, "\r\n"));
}

// Days since 1970-01-01 (H. Hinnant's days_from_civil).
std::int64_t Days(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return static_cast<std::int64_t>(era) * 146097 + day_of_era - 719468;
}

// 20240131235959_name of Drizzle 1.0, in UTC; absent when it does not begin with 14 digits.
std::optional<std::int64_t> TimeOfFolder(std::string_view name) {
  constexpr std::array<int, 6> kLengths{4, 2, 2, 2, 2, 2};
  std::array<int, 6> parts{};
  std::size_t at = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (int i = 0; i < kLengths[part]; ++i, ++at) {
      if (at >= name.size() || name[at] < '0' || name[at] > '9') return std::nullopt;
      parts[part] = parts[part] * 10 + (name[at] - '0');
    }
  }
  const std::int64_t seconds =
      Days(parts[0], parts[1], parts[2]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5];
  return seconds * kSecond;
}

bool IsHash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool IsOf(const LedgerRow& row, const LocalEntry& entry) {
  return !row.hash.empty() &&
         (row.hash == entry.hash || row.hash == entry.hash_lf || row.hash == entry.hash_crlf);
}

EntryHash HashOf(const LedgerRow& row, const LocalEntry& entry) {
  if (!entry.has_file) return EntryHash::kUnknown;
  if (row.hash == entry.hash) return EntryHash::kSame;
  if (IsOf(row, entry)) return EntryHash::kLineEndings;
  return IsHash(row.hash) ? EntryHash::kEdited : EntryHash::kHandMade;
}

// One comparison under way: rows find their entries, the surest way first.
class Matcher {
 public:
  Matcher(const std::vector<LocalEntry>& entries, const Ledger& ledger, LedgerKind kind)
      : ledger_(ledger), kind_(kind), taken_(ledger.rows.size(), false) {
    for (const LocalEntry& entry : entries) {
      result_.entries.push_back({.entry = entry, .row = std::nullopt});
    }
  }

  LedgerComparison Run() {
    const bool by_name = kind_ == LedgerKind::kByName && ledger_.has_names;
    if (by_name) {
      Match([](const LedgerRow& row, const LocalEntry& entry) { return row.name == entry.tag; });
    }
    Match([this](const LedgerRow& row, const LocalEntry& entry) {
      return row.name.empty() && SameTime(row, entry) && IsOf(row, entry);
    });
    Match([this](const LedgerRow& row, const LocalEntry& entry) {
      return row.name.empty() && SameTime(row, entry);
    });
    MatchNamedByTime();
    SortOutRows();
    MatchByHash();
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      if (!taken_[i]) result_.unknown_rows.push_back(i);
    }
    Judge();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool SameTime(const LedgerRow& row, const LocalEntry& entry) const {
    if (!row.created_at || !entry.when) return false;
    // Drizzle 1.0 has seconds only.
    return kind_ == LedgerKind::kByName ? *row.created_at / kSecond == *entry.when / kSecond
                                        : *row.created_at == *entry.when;
  }

  template <typename Same>
  void Match(Same same) {
    for (EntryComparison& entry : result_.entries) {
      if (entry.row) continue;
      for (std::size_t i = 0; i < taken_.size(); ++i) {
        if (taken_[i] || !same(ledger_.rows[i], entry.entry)) continue;
        Take(entry, i);
        break;
      }
    }
  }

  void Take(EntryComparison& entry, std::size_t row) {
    taken_[row] = true;
    entry.row = row;
    entry.state = EntryState::kApplied;
    entry.hash = HashOf(ledger_.rows[row], entry.entry);
  }

  // A journal whose database was upgraded to the table of 1.0 already: rows have names of folders.
  void MatchNamedByTime() {
    if (kind_ != LedgerKind::kByTime) return;
    Match([this](const LedgerRow& row, const LocalEntry& entry) { return SameTime(row, entry); });
  }

  // Rows that are left: a second one of a file, or one that no time orders.
  void SortOutRows() {
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      const LedgerRow& row = ledger_.rows[i];
      if (!row.created_at && kind_ == LedgerKind::kByTime) result_.timeless_rows.push_back(i);
      if (taken_[i]) continue;
      const bool again = std::ranges::any_of(result_.entries, [&](const EntryComparison& entry) {
        return entry.row && SameTime(row, entry.entry) && row.hash == ledger_.rows[*entry.row].hash;
      });
      if (!again) continue;
      taken_[i] = true;
      result_.duplicate_rows.push_back(i);
    }
  }

  // The file was applied, at another time than the journal has now: it was given another `when`.
  void MatchByHash() {
    Match([](const LedgerRow& row, const LocalEntry& entry) { return IsOf(row, entry); });
  }

  void Judge() {
    std::optional<std::int64_t> newest;
    for (const LedgerRow& row : ledger_.rows) {
      if (row.created_at) newest = std::max(newest.value_or(*row.created_at), *row.created_at);
    }
    // `order by created_at desc` puts NULL first, and Number(null) is 0.
    if (!result_.timeless_rows.empty()) newest = 0;
    std::optional<std::int64_t> greatest;  // of the entries so far
    bool in_order = true;
    for (EntryComparison& entry : result_.entries) {
      const std::optional<std::int64_t> when = entry.entry.when;
      in_order = !greatest || !when || *when > *greatest;
      if (when) greatest = std::max(greatest.value_or(*when), *when);
      if (kind_ == LedgerKind::kByTime) {
        JudgeByTime(entry, newest, in_order);
      } else if (entry.row && !ledger_.rows[*entry.row].name.empty() &&
                 ledger_.rows[*entry.row].name != entry.entry.tag) {
        entry.state = EntryState::kRunsAgain;
      }
    }
    JudgeAhead(greatest);
  }

  void JudgeByTime(EntryComparison& entry, std::optional<std::int64_t> newest, bool in_order) {
    const std::optional<std::int64_t> when = entry.entry.when;
    const bool runs = !newest || (when && *when > *newest);
    if (entry.row) {
      const bool restamped = !SameTime(ledger_.rows[*entry.row], entry.entry);
      const bool again = restamped || !result_.timeless_rows.empty();
      if (again && runs) entry.state = EntryState::kRunsAgain;
      return;
    }
    if (runs) return;
    entry.state = EntryState::kSkipped;
    const bool shared = std::ranges::any_of(result_.entries, [&](const EntryComparison& other) {
      return &other != &entry && other.entry.when && other.entry.when == when;
    });
    const bool foreign = std::ranges::any_of(result_.unknown_rows, [&](std::size_t row) {
      return ledger_.rows[row].created_at == newest;
    });
    entry.skip = shared      ? SkipReason::kDuplicateWhen
                 : !in_order ? SkipReason::kOutOfOrder
                 : foreign   ? SkipReason::kForeignRow
                             : SkipReason::kOlderEntry;
  }

  void JudgeAhead(std::optional<std::int64_t> greatest) {
    const bool complete = std::ranges::all_of(
        result_.entries, [](const EntryComparison& entry) { return entry.row.has_value(); });
    result_.ahead = complete && !result_.unknown_rows.empty() &&
                    std::ranges::all_of(result_.unknown_rows, [&](std::size_t row) {
                      const auto time = ledger_.rows[row].created_at;
                      return time && (!greatest || *time > *greatest);
                    });
  }

  const Ledger& ledger_;
  LedgerKind kind_;
  std::vector<bool> taken_;
  LedgerComparison result_;
};

}  // namespace

LedgerKind LedgerKindOf(const Track& track) {
  return track.layout == Layout::kDrizzleFolders ? LedgerKind::kByName : LedgerKind::kByTime;
}

std::vector<LocalEntry> LocalEntries(const Track& track, const Sources& sources) {
  std::vector<LocalEntry> entries;
  const Journal* journal = JournalOf(track);
  if (journal == nullptr) {
    for (const Migration& migration : track.migrations) {
      LocalEntry entry{.tag = migration.tag, .when = TimeOfFolder(migration.tag)};
      AddHashes(sources[migration.file].text(), entry);
      entries.push_back(std::move(entry));
    }
    return entries;
  }
  for (const JournalEntry& named : journal->entries) {
    LocalEntry entry{.tag = named.tag, .when = named.when, .idx = named.idx, .has_file = false};
    const auto migration = std::ranges::find(track.migrations, named.tag, &Migration::tag);
    if (migration != track.migrations.end()) {
      entry.has_file = true;
      AddHashes(sources[migration->file].text(), entry);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

LedgerComparison CompareLedger(const std::vector<LocalEntry>& entries, const Ledger& ledger,
                               LedgerKind kind) {
  return Matcher(entries, ledger, kind).Run();
}

SchemaVersion TrueVersion(const LedgerComparison& comparison) {
  SchemaVersion version;
  for (const EntryComparison& entry : comparison.entries) {
    version.required = entry.entry.tag;
    if (entry.row) {
      version.applied = entry.entry.tag;
    } else {
      version.pending.push_back(entry.entry.tag);
    }
  }
  version.in_sync = version.pending.empty();
  return version;
}

SchemaVersion CountedVersion(std::vector<LocalEntry> entries, std::size_t rows) {
  std::ranges::stable_sort(entries, {}, &LocalEntry::idx);
  SchemaVersion version;
  if (!entries.empty()) version.required = entries.back().tag;
  if (rows > 0 && !entries.empty())
    version.applied = entries[std::min(rows, entries.size()) - 1].tag;
  for (std::size_t i = rows; i < entries.size(); ++i) version.pending.push_back(entries[i].tag);
  version.in_sync = rows >= entries.size();
  return version;
}

}  // namespace hoglint
