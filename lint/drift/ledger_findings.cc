// The findings of a ledger: what its rows say of each migration, in sentences.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lint/drift/drift_report.h"

namespace hoglint {
namespace {

// How many names a sentence lists.
constexpr std::size_t kMostNamed = 5;

std::string List(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > kMostNamed) text += fmt::format(" and {} more", names.size() - kMostNamed);
  return text;
}

std::string RowText(const LedgerRow& row) {
  std::string text = fmt::format("row {}", row.id);
  if (!row.name.empty()) text += fmt::format(" ({})", row.name);
  if (row.created_at) text += fmt::format(", created_at {}", *row.created_at);
  return text;
}

class Writer {
 public:
  explicit Writer(const TrackDrift& track) : track_(track) {}

  std::vector<DriftFinding> Run() {
    Pending();
    WithoutRow();
    for (const EntryComparison& entry : track_.comparison.entries) Entry(entry);
    Rows();
    return std::move(findings_);
  }

 private:
  void Add(std::string_view kind, DriftLevel level, std::string subject, std::string message) {
    findings_.push_back({.kind = kind,
                         .level = level,
                         .track = track_.name,
                         .subject = std::move(subject),
                         .message = std::move(message)});
  }

  [[nodiscard]] std::string Table() const { return DisplayName(track_.ledger.name); }
  [[nodiscard]] const LedgerRow& Row(std::size_t row) const { return track_.ledger.rows[row]; }
  // The newest created_at; the migrator compares with it alone.
  [[nodiscard]] std::string Newest() const {
    std::int64_t newest = 0;
    for (const LedgerRow& row : track_.ledger.rows)
      newest = std::max(newest, row.created_at.value_or(0));
    return fmt::format("{}", newest);
  }

  // Those that the next run of the migrator applies, or tries to.
  void Pending() {
    std::vector<std::string> tags;
    for (const EntryComparison& entry : track_.comparison.entries) {
      if (entry.state != EntryState::kPending || !entry.entry.has_file) continue;
      if (entry.presence != Presence::kThere && entry.presence != Presence::kPartly) {
        tags.push_back(entry.entry.tag);
      }
    }
    if (tags.empty()) return;
    std::string message = tags.size() == 1 ? fmt::format("{} is not applied", tags.front())
                                           : fmt::format("{} migrations are not applied: {}",
                                                         tags.size(), List(tags));
    if (!track_.ledger.exists) {
      message += fmt::format("; the ledger {} does not exist", Table());
    }
    message +=
        track_.is_engine
            ? ". The engine refuses to start on a database that is behind it: run db:migrate "
              "before the deploy"
            : fmt::format(
                  ". The next run of the migrator applies {}: run it before the "
                  "code that needs {}",
                  tags.size() == 1 ? "it" : "them", tags.size() == 1 ? "it" : "them");
    Add("pending", track_.is_engine ? DriftLevel::kError : DriftLevel::kWarning,
        tags.size() == 1 ? tags.front() : "", std::move(message));
  }

  // db:push, a restored dump, a lost ledger.
  void WithoutRow() {
    std::vector<const EntryComparison*> there;
    for (const EntryComparison& entry : track_.comparison.entries) {
      const bool pending = entry.state == EntryState::kPending;
      if (pending && entry.presence == Presence::kThere) there.push_back(&entry);
    }
    if (there.empty()) return;
    const bool one = there.size() == 1;
    std::vector<std::string> tags;
    for (const EntryComparison* entry : there) tags.push_back(entry->entry.tag);
    Add("applied-without-row", DriftLevel::kError, one ? tags.front() : "",
        fmt::format("{} {} no row in {}, and all that {} make{} is there, as db:push or a hand "
                    "leaves it. The next run of the migrator runs {}, fails with \"already "
                    "exists\", and takes every other pending migration back with it. Record {} "
                    "first: hoglint drift --stamp-plan prints the INSERT{}",
                    one ? tags.front() : fmt::format("{} migrations", tags.size()),
                    one ? "has" : "have", Table(), one ? "it" : "they", one ? "s" : "",
                    one ? "it" : "them", one ? "it" : "them", one ? "" : "s"));
    for (const EntryComparison* entry : there) {
      if (one) {
        AddThere(*entry);
      } else {
        findings_.back().objects.push_back({entry->entry.tag, {}, {}});
      }
    }
  }

  void AddThere(const EntryComparison& entry) {
    for (const std::string& name : entry.there) findings_.back().objects.push_back({name, {}, {}});
  }

  void Partly(const EntryComparison& entry) {
    Add("partly-applied", DriftLevel::kError, entry.entry.tag,
        fmt::format("{} has no row in {}, and a part of what it makes is there: a runner without "
                    "transactions stopped in the middle, or db:push did some of it. Running it "
                    "fails with \"already exists\". Undo that part, or do the rest by hand and "
                    "record it",
                    entry.entry.tag, Table()));
    AddThere(entry);
  }

  void Skipped(const EntryComparison& entry) {
    const std::string& tag = entry.entry.tag;
    if (entry.presence == Presence::kThere) {
      Add("row-missing", DriftLevel::kWarning, tag,
          fmt::format("{} has no row in {}, and all that it makes is there: its row was deleted, "
                      "or it was applied by hand. The migrator never looks at it again; a probe "
                      "that counts rows, such as Hogsend's, counts one too few and names the "
                      "wrong migration. hoglint drift --stamp-plan prints the row",
                      tag, Table()));
      AddThere(entry);
      return;
    }
    Add("will-be-skipped", DriftLevel::kError, tag,
        fmt::format("{} has no row in {}, and the migrator will never run it, and say success: "
                    "{}. Give it a `when` that is greater than {} and than every other entry's, "
                    "or generate it again, if what it does is not in the database yet",
                    tag, Table(), SkipText(entry), Newest()));
  }

  [[nodiscard]] std::string SkipText(const EntryComparison& entry) const {
    const std::string when = entry.entry.when ? fmt::format("{}", *entry.entry.when) : "no number";
    const std::string compared =
        fmt::format("its `when` is {}, and the newest created_at is {}", when, Newest());
    switch (entry.skip) {
      case SkipReason::kDuplicateWhen:
        return fmt::format("another entry of the journal has the same `when`, {}", when);
      case SkipReason::kOutOfOrder:
        return compared + "; an entry before it in the journal has a greater one";
      case SkipReason::kForeignRow:
        return compared + ", of a row that is of no file here: another branch was deployed";
      case SkipReason::kOlderEntry:
      case SkipReason::kNone:
        break;
    }
    return compared + "; it came in behind what was applied already, or its row was deleted";
  }

  void Entry(const EntryComparison& entry) {
    const std::string& tag = entry.entry.tag;
    if (!entry.entry.has_file) {
      FileMissing(entry);
    } else if (entry.state == EntryState::kSkipped) {
      Skipped(entry);
    } else if (entry.state == EntryState::kPending && entry.presence == Presence::kPartly) {
      Partly(entry);
    } else if (entry.state == EntryState::kRunsAgain) {
      RunsAgain(entry);
    }
    if (!entry.row) return;
    if (entry.hash == EntryHash::kEdited) {
      Add("edited-since-applied", DriftLevel::kWarning, tag,
          fmt::format("{} was edited after it ran here: {} has the hash {}, the file {}. Nothing "
                      "applies the edit to this database. Restore the file, and put the change "
                      "into a new migration",
                      tag, RowText(Row(*entry.row)), Row(*entry.row).hash.substr(0, 12),
                      entry.entry.hash.substr(0, 12)));
    } else if (entry.hash == EntryHash::kLineEndings) {
      Add("line-endings", DriftLevel::kNote, tag,
          fmt::format("{} has other line ends than the file that ran here, and the same text: git "
                      "changes them; `*.sql -text` in .gitattributes keeps them",
                      tag));
    } else if (entry.hash == EntryHash::kHandMade) {
      Add("hand-made-row", DriftLevel::kNote, tag,
          fmt::format("the row of {} was written by hand: its hash '{}' is none, so that nobody "
                      "can tell which text ran here",
                      tag, Row(*entry.row).hash.substr(0, 64)));
    }
  }

  // The migrator reads all files of the journal before it asks the ledger.
  void FileMissing(const EntryComparison& entry) {
    Add("file-missing", DriftLevel::kError, entry.entry.tag,
        fmt::format("{} is {}, and its file is not there: every run of the migrator stops with "
                    "\"No file\"{}. Restore it from the commit that had it",
                    entry.entry.tag, entry.row ? "applied" : "in the journal and not applied",
                    entry.row ? "" : ", and applies nothing"));
  }

  void RunsAgain(const EntryComparison& entry) {
    const LedgerRow& row = Row(*entry.row);
    const std::string& tag = entry.entry.tag;
    if (!track_.comparison.timeless_rows.empty()) return;  // said once, for all
    if (track_.kind == LedgerKind::kByName) {
      Add("runs-again", DriftLevel::kError, tag,
          fmt::format("{} ran here as {}, and the migrator knows it by its name: it will run once "
                      "more, and fail or do twice what it does. Rename the folder back",
                      tag, row.name));
      return;
    }
    Add("runs-again", DriftLevel::kError, tag,
        fmt::format("{} ran here with created_at {}, and its `when` is {} now, greater than every "
                    "row's: it will run once more, and fail or do twice what it does. Give it its "
                    "old `when` back",
                    tag, row.created_at.value_or(0), entry.entry.when.value_or(0)));
  }

  void Rows() {
    const LedgerComparison& comparison = track_.comparison;
    std::vector<std::string> unknown;
    for (const std::size_t row : comparison.unknown_rows) unknown.push_back(RowText(Row(row)));
    if (!unknown.empty() && track_.kind == LedgerKind::kByName && !track_.ledger.has_names) {
      UpgradeStops(unknown);
    } else if (!unknown.empty() && comparison.ahead) {
      Add("ahead", DriftLevel::kNote, "",
          fmt::format("the database is ahead of these files: {} of {} belong{} to a newer build",
                      List(unknown), Table(), unknown.size() == 1 ? "s" : ""));
    } else if (!unknown.empty()) {
      Add("unknown-row", DriftLevel::kWarning, "",
          fmt::format("{} of {} {} of no migration here: applied from another branch, or its file "
                      "was deleted, edited and restamped since. What it did is in the database, "
                      "and no file says so",
                      List(unknown), Table(), unknown.size() == 1 ? "is" : "are"));
    }
    for (const std::size_t row : comparison.duplicate_rows) {
      Add("duplicate-row", DriftLevel::kWarning, "",
          fmt::format("{} of {} is there twice: two runs of the migrator met, and may both have "
                      "run its statements; Hogsend's probe counts one migration too many",
                      RowText(Row(row)), Table()));
    }
    if (comparison.timeless_rows.empty()) return;
    Add("row-without-time", DriftLevel::kError, "",
        fmt::format("{} of {} has no created_at: the migrator takes that one for the newest, and "
                    "runs every migration again. Set it to the `when` of its entry",
                    RowText(Row(comparison.timeless_rows.front())), Table()));
  }

  // Measured: tests/oracle/drift_migrator_test.cc.
  void UpgradeStops(const std::vector<std::string>& unknown) {
    Add("upgrade-stops", DriftLevel::kError, "",
        fmt::format("{} of the old {} {} of no migration here: Drizzle 1.0 gives every row the "
                    "name of its folder when it first runs, and stops at one that has none (\"do "
                    "not match any local migration\"). Bring its folder back from the old "
                    "layout, or, where nobody needs what it did, delete the row before that run",
                    List(unknown), Table(), unknown.size() == 1 ? "is" : "are"));
  }

  const TrackDrift& track_;
  std::vector<DriftFinding> findings_;
};

}  // namespace

std::string_view DriftLevelName(DriftLevel level) {
  switch (level) {
    case DriftLevel::kNote:
      return "note";
    case DriftLevel::kWarning:
      return "warning";
    case DriftLevel::kError:
      break;
  }
  return "error";
}

bool Fails(const DriftReport& report, bool strict) {
  const DriftLevel from = strict ? DriftLevel::kWarning : DriftLevel::kError;
  return std::ranges::any_of(report.findings,
                             [&](const DriftFinding& finding) { return finding.level >= from; });
}

std::vector<DriftFinding> LedgerFindings(const TrackDrift& track) {
  if (!track.has_ledger) return {};
  return Writer(track).Run();
}

}  // namespace hoglint
