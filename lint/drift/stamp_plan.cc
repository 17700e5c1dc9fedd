#include "lint/drift/stamp_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace hoglint {
namespace {

std::string Quoted(std::string_view text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) quoted += c == quote ? std::string(2, c) : std::string(1, c);
  return quoted + quote;
}

// In a comment of one line.
std::string OneLine(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\r', ' ');
  return text;
}

std::string_view WhyNot(Presence presence) {
  switch (presence) {
    case Presence::kAbsent:
      return "what it makes is not there";
    case Presence::kPartly:
      return "only a part of what it makes is there";
    case Presence::kUnprovable:
      return "it changes nothing of the schema that could be seen, so that nobody can tell from "
             "here whether it ran";
    case Presence::kThere:
      break;
  }
  return "it comes after one that is not proven";
}

class TrackPlan {
 public:
  explicit TrackPlan(const TrackDrift& drift) : drift_(drift) {}

  // Empty where every migration has its row.
  std::string Text() {
    std::string rows;
    bool proven = true;
    for (const EntryComparison* entry : InOrder()) {
      const bool there = entry->presence == Presence::kThere && entry->entry.has_file;
      // A row below the newest one changes nothing for others.
      const bool harmless =
          drift_.kind == LedgerKind::kByName || entry->state == EntryState::kSkipped;
      if (there && (proven || harmless)) {
        rows += Row(entry->entry);
        continue;
      }
      rows += fmt::format("-- not proven: {}: {}\n", OneLine(entry->entry.tag),
                          WhyNot(entry->presence));
      if (entry->entry.has_file && entry->presence != Presence::kAbsent) {
        rows += "-- " + Row(entry->entry);
      }
      if (!harmless) proven = false;
    }
    return rows.empty() ? rows : Table() + rows;
  }

 private:
  // As the migrator takes them: by `when`.
  [[nodiscard]] std::vector<const EntryComparison*> InOrder() const {
    std::vector<const EntryComparison*> entries;
    for (const EntryComparison& entry : drift_.comparison.entries) {
      if (!entry.row) entries.push_back(&entry);
    }
    std::ranges::stable_sort(
        entries, {}, [](const EntryComparison* entry) { return entry->entry.when.value_or(0); });
    return entries;
  }

  [[nodiscard]] std::string Name() const {
    return Quoted(drift_.ledger.name.schema, '"') + "." + Quoted(drift_.ledger.name.name, '"');
  }

  // 0.45 and 1.0 make it like this.
  [[nodiscard]] std::string Table() const {
    if (drift_.ledger.exists) return {};
    return fmt::format(
        "CREATE SCHEMA IF NOT EXISTS {};\nCREATE TABLE IF NOT EXISTS {} (id SERIAL PRIMARY KEY, "
        "hash text NOT NULL, created_at bigint{});\n",
        Quoted(drift_.ledger.name.schema, '"'), Name(),
        drift_.kind == LedgerKind::kByName
            ? ", name text, applied_at timestamp with time zone DEFAULT now()"
            : "");
  }

  [[nodiscard]] std::string Row(const LocalEntry& entry) const {
    const bool named =
        drift_.ledger.exists ? drift_.ledger.has_names : drift_.kind == LedgerKind::kByName;
    return fmt::format("INSERT INTO {} (hash, created_at{}) VALUES ('{}', {}{});  -- {}\n", Name(),
                       named ? ", name" : "", entry.hash, entry.when.value_or(0),
                       named ? ", " + Quoted(entry.tag, '\'') : "", OneLine(entry.tag));
  }

  const TrackDrift& drift_;
};

}  // namespace

void NotePresence(const std::vector<UnappliedPresence>& unapplied, std::size_t position,
                  TrackDrift& track) {
  for (EntryComparison& entry : track.comparison.entries) {
    const auto found = std::ranges::find_if(unapplied, [&](const UnappliedPresence& each) {
      return each.track == position && each.tag == entry.entry.tag;
    });
    if (entry.row || found == unapplied.end()) continue;
    entry.presence = found->presence;
    entry.there = found->there;
  }
}

std::string StampPlan(std::span<const TrackDrift> tracks, const std::string& database) {
  std::string body;
  for (const TrackDrift& track : tracks) {
    if (!track.has_ledger) continue;
    const std::string text = TrackPlan(track).Text();
    if (!text.empty()) body += fmt::format("\n-- {}\n{}", OneLine(track.name), text);
  }
  const std::string head =
      fmt::format("-- hoglint drift --stamp-plan, for {}.\n", OneLine(database));
  if (body.empty()) return head + "-- Every migration has its row: there is nothing to record.\n";
  if (body.find("\nINSERT INTO") == std::string::npos) {
    return head + "-- Nothing is proven to be applied without a row.\n" + body;
  }
  return head +
         "-- What these migrations make is there, and they have no row. Read this, then run it.\n"
         "BEGIN;\n" +
         body + "\nCOMMIT;\n";
}

}  // namespace hoglint
