// journal-out-of-order: an entry that is older than one before it, which databases skip.
#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"
#include "lint/rule/time_text.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What makes databases skip an entry.
struct Blocker {
  std::string tag;
  std::int64_t when = 0;
  std::optional<Span> span;  // in this journal

  bool operator<(const Blocker& other) const {
    return std::tie(when, tag) < std::tie(other.when, other.tag);
  }
};

Blocker AsBlocker(const JournalEntry& entry) {
  return {.tag = entry.tag, .when = entry.when.value_or(0), .span = entry.when_span};
}

// The newest entry of base: its own journal's where that is known, else of those that base has.
std::optional<Blocker> NewestOfBase(const TrackFacts& facts, const Journal& journal,
                                    const std::vector<bool>& linted) {
  std::optional<Blocker> newest;
  const auto take = [&newest](Blocker blocker) {
    if (!newest || blocker.when > newest->when) newest = std::move(blocker);
  };
  if (const auto& base = facts.track.drizzle->base_journal) {
    for (const JournalEntry& entry : base->entries) {
      if (entry.when) take({.tag = entry.tag, .when = *entry.when, .span = std::nullopt});
    }
    return newest;
  }
  for (std::size_t i = 0; i < journal.entries.size(); ++i) {
    if (!linted[i] && journal.entries[i].when) take(AsBlocker(journal.entries[i]));
  }
  return newest;
}

// The entries that are skipped, by what they are skipped for: one cause, one finding.
std::map<Blocker, std::vector<const JournalEntry*>> FindSkipped(const TrackFacts& facts,
                                                                const Journal& journal) {
  const std::vector<bool>& linted = facts.linted_entries;
  const auto base = facts.all ? std::nullopt : NewestOfBase(facts, journal, linted);
  std::map<Blocker, std::vector<const JournalEntry*>> skipped;
  std::optional<Blocker> greatest;
  for (std::size_t i = 0; i < journal.entries.size(); ++i) {
    const JournalEntry& entry = journal.entries[i];
    if (!entry.when) continue;
    if (linted[i] && greatest && *entry.when <= greatest->when) {
      skipped[*greatest].push_back(&entry);
    } else if (linted[i] && base && *entry.when <= base->when) {
      skipped[*base].push_back(&entry);
    }
    if (!greatest || *entry.when > greatest->when) greatest = AsBlocker(entry);
  }
  return skipped;
}

std::string Names(const std::vector<const JournalEntry*>& entries) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> names;
  for (const JournalEntry* entry : entries) {
    if (names.size() == kMost && entries.size() > kMost + 1) {
      names.push_back(fmt::format("{} more", entries.size() - kMost));
      break;
    }
    names.push_back(entry->tag);
  }
  return JoinNames(names);
}

std::string Remedy(const TrackFacts& facts, const Blocker& blocker, bool one) {
  std::string remedy = fmt::format(
      "set {} to more than {} in the order of the entries, such as {}; only while no database has "
      "run {}",
      one ? "its when" : "each when", blocker.when, blocker.when + 1000, one ? "it" : "them");
  if (facts.all) {
    remedy +=
        "; where some have, and others skipped it, a new migration with IF NOT EXISTS makes "
        "them the same again";
  }
  return remedy;
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return;
  for (const auto& [blocker, entries] : FindSkipped(facts, *journal)) {
    const JournalEntry& first = *entries.front();
    const bool one = entries.size() == 1;
    Finding& finding = findings.Add(
        first.when_span,
        fmt::format("{} {} not newer than {}: {}", Names(entries), one ? "is" : "are", blocker.tag,
                    one ? fmt::format("when {} <= {}", *first.when, blocker.when)
                        : fmt::format("when <= {}", blocker.when)));
    finding.migration = first.tag;
    finding.subject = first.tag;
    finding.effect = fmt::format(
        "databases that have run {0} skip {1} for good, and migrate says success; a fresh database "
        "runs {1}: the two have different schemas from then on",
        blocker.tag, one ? "it" : "them");
    finding.remedy = Remedy(facts, blocker, one);
    if (blocker.span) {
      finding.related.push_back(
          {*blocker.span, fmt::format("{} is of {}", blocker.tag, TimeText(blocker.when))});
    }
  }
}

}  // namespace

extern const Rule journal_out_of_order{
    .id = "journal-out-of-order",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "An entry's when is not greater than that of one before it",
    .effect =
        "Drizzle's migrator (before 1.0) reads the newest `created_at` of its ledger once and runs "
        "the entries whose `when` is greater. An entry with a smaller one, as merging two branches "
        "leaves it, is skipped by every database that has the newer one, and migrate says success. "
        "A fresh database, such as the one of CI, runs everything in the order of the entries.",
    .remedy =
        "Before the merge, set `when` of the entry that is added to a number greater than all "
        "others, or delete the migration and generate it again on top of base.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
