#include "checker/project/folder_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "checker/project/name_order.h"
#include "checker/project/text_changes.h"
#include "lint/journal/analysis.h"

namespace hoglint {
namespace {

// More than so many renamed and edited at once are not told apart from deleted and new ones.
constexpr std::size_t kMostReadForRenames = 200;
// Digits of a number that two people may both choose; more are a timestamp.
constexpr std::size_t kLongestNumber = 7;

using Kind = HistoryEventKind;

bool HasSections(const FolderState& state) { return state.layout == Layout::kPlainSql; }

// What became of a migration.
struct Fate {
  std::optional<std::size_t> after;  // its position there
  std::optional<HistoryEvent> event;
  bool gone = false;  // what it did is not done any more: missing or edited
};

class FolderComparison {
 public:
  FolderComparison(const FolderSide& before, const FolderSide& after, const ReadById& read)
      : before_(before),
        after_(after),
        read_(read),
        old_(before.state.migrations),
        new_(after.state.migrations),
        fates_(old_.size()),
        taken_(new_.size(), false) {}

  std::vector<HistoryEvent> Run() && {
    if (old_.empty()) return {};
    MatchNames();
    MatchContents();
    MatchStatements();
    for (std::size_t i = 0; i < old_.size(); ++i) Judge(i);
    if (IsConversion()) return std::move(*this).Converted();
    if (Squash()) return std::move(events_);
    if (new_.empty()) return {AllDeleted()};
    for (Fate& fate : fates_) {
      if (fate.event) events_.push_back(*std::move(fate.event));
    }
    FindReordered();
    FindChangedWhen();
    FindSnapshots();
    FindNew();
    return std::move(events_);
  }

 private:
  void Match(std::size_t old_one, std::size_t new_one) {
    fates_[old_one].after = new_one;
    taken_[new_one] = true;
  }

  void MatchNames() {
    std::map<std::string_view, std::size_t> by_tag;
    for (std::size_t i = 0; i < new_.size(); ++i) by_tag.emplace(new_[i].tag, i);
    for (std::size_t i = 0; i < old_.size(); ++i) {
      const auto found = by_tag.find(old_[i].tag);
      if (found != by_tag.end()) Match(i, found->second);
    }
  }

  void MatchContents() {
    std::multimap<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (!taken_[i]) by_id.emplace(new_[i].id, i);
    }
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (fates_[i].after) continue;
      const auto found = by_id.find(old_[i].id);
      if (found == by_id.end()) continue;
      Match(i, found->second);
      by_id.erase(found);
    }
  }

  // Renamed and reformatted at once.
  void MatchStatements() {
    const auto free_old = std::ranges::count_if(fates_, [](const Fate& f) { return !f.after; });
    const auto free_new = std::ranges::count(taken_, false);
    const auto pairs = static_cast<std::size_t>(std::max(free_old, free_new));
    if (free_old == 0 || free_new == 0 || pairs > kMostReadForRenames) return;
    std::map<std::string, std::size_t> by_statements;
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (!taken_[i]) by_statements.emplace(Statements(after_, new_[i]), i);
    }
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (fates_[i].after) continue;
      const std::string statements = Statements(before_, old_[i]);
      const auto found = by_statements.find(statements);
      if (statements.empty() || found == by_statements.end()) continue;
      Match(i, found->second);
      by_statements.erase(found);
    }
  }

  [[nodiscard]] std::string Statements(const FolderSide& side, const StateFile& file) const {
    const auto text = read_(file.id);
    return text ? StatementsOf(*text, HasSections(side.state)) : std::string();
  }

  void Judge(std::size_t i) {
    Fate& fate = fates_[i];
    if (!fate.after) {
      fate.gone = true;
      fate.event = MakeEvent(Kind::kDeleted, before_, old_[i]);
      fate.event->file_remains = after_.state.ids.contains(old_[i].path);
      return;
    }
    const StateFile& present = new_[*fate.after];
    if (present.tag != old_[i].tag) {
      fate.event = MakeEvent(Kind::kRenamed, after_, present);
      fate.event->tag = old_[i].tag;
      fate.event->other = present.tag;
      return;
    }
    if (present.id == old_[i].id) return;
    const auto old_text = read_(old_[i].id);
    const auto new_text = read_(present.id);
    fate.event = MakeEvent(Kind::kEdited, after_, present);
    if (!old_text || !new_text) {
      fate.event->detail = "git does not have both versions here";
      return;
    }
    const auto change = CompareStatements(*old_text, *new_text, HasSections(after_.state));
    fate.gone = change.has_value();
    if (!change) {
      fate.event->kind = Kind::kReformatted;
      return;
    }
    fate.event->detail = change->words;
    fate.event->place = change->first;
  }

  [[nodiscard]] bool IsConversion() const {
    return before_.state.layout == Layout::kDrizzleJournal &&
           after_.state.layout == Layout::kDrizzleFolders &&
           std::ranges::any_of(fates_, [](const Fate& fate) { return fate.after.has_value(); });
  }

  // The renames are what a conversion is; anything else that happened on the way is told.
  std::vector<HistoryEvent> Converted() && {
    HistoryEvent event;
    event.kind = Kind::kConverted;
    event.file = after_.shown;
    event.count = 0;
    std::vector<HistoryEvent> others;
    for (Fate& fate : fates_) {
      if (fate.after) ++event.count;
      if (fate.event && fate.event->kind != Kind::kRenamed) {
        others.push_back(*std::move(fate.event));
      }
    }
    events_.push_back(std::move(event));
    std::ranges::move(others, std::back_inserter(events_));
    return std::move(events_);
  }

  // The first ones are gone, and fewer stand where they stood.
  bool Squash() {
    const auto stays = [](const Fate& fate) { return !fate.gone; };
    const auto first_kept = std::ranges::find_if(fates_, stays);
    const auto gone = static_cast<std::size_t>(first_kept - fates_.begin());
    if (gone < 2 || !std::all_of(first_kept, fates_.end(), stays)) return false;
    const std::size_t baselines = first_kept == fates_.end() ? new_.size() : *first_kept->after;
    if (baselines == 0 || baselines >= gone) return false;
    HistoryEvent event = MakeEvent(Kind::kSquashed, after_, new_.front());
    event.other = old_[gone - 1].tag;
    event.count = static_cast<std::uint32_t>(gone);
    events_.push_back(std::move(event));
    for (auto fate = first_kept; fate != fates_.end(); ++fate) {
      if (fate->event) events_.push_back(*std::move(fate->event));
    }
    return true;
  }

  [[nodiscard]] HistoryEvent AllDeleted() const {
    HistoryEvent event;
    event.kind = Kind::kDeleted;
    event.file = before_.shown;
    event.count = static_cast<std::uint32_t>(old_.size());
    if (old_.size() == 1) event = MakeEvent(Kind::kDeleted, before_, old_.front());
    return event;
  }

  void FindReordered() {
    const StateFile* last = nullptr;
    std::size_t position = 0;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      const auto after = fates_[i].after;
      if (!after || new_[*after].tag != old_[i].tag) continue;
      if (last != nullptr && *after < position) {
        HistoryEvent event = MakeEvent(Kind::kReordered, after_, new_[*after]);
        event.other = last->tag;
        events_.push_back(std::move(event));
        return;  // one tells of all
      }
      last = &old_[i];
      position = *after;
    }
  }

  void FindChangedWhen() {
    if (!before_.state.journal || !after_.state.journal) return;
    std::map<std::string_view, const JournalEntry*> present;
    for (const JournalEntry& entry : after_.state.journal->entries) {
      present.emplace(entry.tag, &entry);
    }
    std::set<std::string_view> seen;
    for (const JournalEntry& entry : before_.state.journal->entries) {
      const auto found = present.find(entry.tag);
      if (!seen.insert(entry.tag).second || found == present.end()) continue;
      const JournalEntry& now = *found->second;
      if (!entry.when || !now.when || entry.when == now.when) continue;
      HistoryEvent event;
      event.kind = Kind::kWhenChanged;
      event.tag = entry.tag;
      event.file = ShownIn(after_.shown, "meta/_journal.json");
      event.detail = fmt::format("{} to {}", *entry.when, *now.when);
      event.place = now.when_span;
      events_.push_back(std::move(event));
    }
  }

  void FindSnapshots() {
    // Without its journal the folder is read as plain files, beside which snapshots are nothing.
    if (after_.state.layout == Layout::kPlainSql) return;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      const auto before = before_.state.snapshots.find(old_[i].tag);
      if (before == before_.state.snapshots.end() || !fates_[i].after) continue;
      const StateFile& present = new_[*fates_[i].after];
      const auto after = after_.state.snapshots.find(present.tag);
      HistoryEvent event;
      event.tag = old_[i].tag;
      if (after == after_.state.snapshots.end()) {
        event.kind = Kind::kSnapshotDeleted;
        event.file = ShownIn(before_.shown, before->second);
        events_.push_back(std::move(event));
        continue;
      }
      const std::string& old_id = before_.state.ids.at(before->second);
      const std::string& new_id = after_.state.ids.at(after->second);
      if (old_id == new_id) continue;
      const auto old_text = read_(old_id);
      const auto new_text = read_(new_id);
      if (!old_text || !new_text || !SnapshotDiffers(*old_text, *new_text)) continue;
      event.kind = Kind::kSnapshotEdited;
      event.file = ShownIn(after_.shown, after->second);
      events_.push_back(std::move(event));
    }
  }

  // New migrations that databases with the old ones see otherwise than fresh ones.
  void FindNew() {
    std::map<std::string, const StateFile*> by_number;
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (!taken_[i]) continue;
      const std::string number = MigrationNumber(*after_.state.layout, new_[i]);
      if (!number.empty()) by_number.emplace(number, &new_[i]);
    }
    const auto greatest =
        before_.state.journal ? GreatestWhen(before_.state.journal->entries) : std::nullopt;
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (taken_[i]) continue;
      const auto number = by_number.find(MigrationNumber(*after_.state.layout, new_[i]));
      if (number != by_number.end()) {
        HistoryEvent event = MakeEvent(Kind::kNumberTaken, after_, new_[i]);
        event.other = number->second->tag;
        events_.push_back(std::move(event));
      }
      if (!AddSkipped(new_[i], greatest) && number == by_number.end()) AddInserted(i);
    }
  }

  // Drizzle 0.x runs what is newer than the newest that has run, and nothing else.
  bool AddSkipped(const StateFile& file, std::optional<std::int64_t> greatest) {
    if (!greatest || !after_.state.journal) return false;
    const auto& entries = after_.state.journal->entries;
    const auto entry = std::ranges::find(entries, file.tag, &JournalEntry::tag);
    if (entry == entries.end() || !entry->when || *entry->when > *greatest) return false;
    HistoryEvent event = MakeEvent(Kind::kSkipped, after_, file);
    event.detail = fmt::format("{} is not greater than {}", *entry->when, *greatest);
    event.place = entry->when_span;
    events_.push_back(std::move(event));
    return true;
  }

  void AddInserted(std::size_t position) {
    HistoryEvent event = MakeEvent(Kind::kInserted, after_, new_[position]);
    event.count = 0;
    for (std::size_t i = position + 1; i < new_.size(); ++i) {
      if (!taken_[i]) continue;
      if (event.count++ == 0) event.other = new_[i].tag;
    }
    if (event.count > 0) events_.push_back(std::move(event));
  }

  const FolderSide& before_;
  const FolderSide& after_;
  const ReadById& read_;
  const std::vector<StateFile>& old_;
  const std::vector<StateFile>& new_;
  std::vector<Fate> fates_;  // of the old ones
  std::vector<bool> taken_;  // of the new ones: it is an old one
  std::vector<HistoryEvent> events_;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string WithoutLeadingZeros(std::string_view digits) {
  const std::size_t begin = std::min(digits.find_first_not_of('0'), digits.size());
  return begin == digits.size() && !digits.empty() ? "0" : std::string(digits.substr(begin));
}

}  // namespace

std::string MigrationNumber(Layout layout, const StateFile& migration) {
  // A folder of its own is known by its whole name.
  const bool numbered = layout == Layout::kDrizzleJournal || layout == Layout::kPlainSql;
  if (!numbered || migration.path.find('/') != std::string::npos) return {};
  const std::string_view tag = migration.tag;
  if (layout == Layout::kPlainSql && IsFlywayVersioned(tag)) {
    std::string version(tag.substr(1, tag.find("__") - 1));
    std::ranges::replace(version, '_', '.');
    return version;
  }
  const auto end = std::ranges::find_if_not(tag, IsDigit);
  const auto length = static_cast<std::size_t>(end - tag.begin());
  if (length == 0 || length > kLongestNumber) return {};
  return WithoutLeadingZeros(tag.substr(0, length));
}

std::string ShownIn(const std::string& folder, const std::string& path) {
  return folder == "." || folder.empty() ? path : folder + "/" + path;
}

std::string PathBefore(const FolderState& before, const HistoryEvent& event) {
  if (event.kind == Kind::kSnapshotEdited || event.kind == Kind::kSnapshotDeleted) {
    const auto snapshot = before.snapshots.find(event.tag);
    return snapshot == before.snapshots.end() ? std::string() : snapshot->second;
  }
  // What clashes with an old one is new.
  const bool is_new = event.kind == Kind::kNumberTaken || event.kind == Kind::kInserted;
  const std::string& tag = is_new ? event.other : event.tag;
  const auto file = std::ranges::find(before.migrations, tag, &StateFile::tag);
  return file == before.migrations.end() ? std::string() : file->path;
}

HistoryEvent MakeEvent(HistoryEventKind kind, const FolderSide& side, const StateFile& migration) {
  HistoryEvent event;
  event.kind = kind;
  event.tag = migration.tag;
  event.file = ShownIn(side.shown, migration.path);
  return event;
}

std::vector<HistoryEvent> CompareFolders(const FolderSide& before, const FolderSide& after,
                                         const ReadById& read) {
  return FolderComparison(before, after, read).Run();
}

}  // namespace hoglint
