#include "lint/drift/stamp_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace hoglint {
namespace {

const UnappliedPresence* PresenceOf(const std::vector<UnappliedPresence>& unapplied,
                                    std::size_t track, const std::string& tag) {
  const auto found = std::ranges::find_if(unapplied, [&](const UnappliedPresence& each) {
    return each.track == track && each.tag == tag;
  });
  return found == unapplied.end() ? nullptr : &*found;
}

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
  TrackPlan(const AppliedTrack& track, std::size_t position,
            const std::vector<UnappliedPresence>& unapplied)
      : drift_(*track.drift), position_(position), unapplied_(unapplied) {}

  // Empty where every migration has its row.
  std::string Text() {
    std::string rows;
    std::string left;
    bool proven = true;
    for (const EntryComparison* entry : InOrder()) {
      const UnappliedPresence* found = PresenceOf(unapplied_, position_, entry->entry.tag);
      const Presence presence = found == nullptr ? Presence::kUnprovable : found->presence;
      const bool there = presence == Presence::kThere && entry->entry.has_file;
      // A row below the newest one changes nothing for others.
      const bool harmless =
          drift_.kind == LedgerKind::kByName || entry->state == EntryState::kSkipped;
      if (there && (proven || harmless)) {
        rows += Row(entry->entry);
      } else {
        left +=
            fmt::format("-- not recorded: {}: {}\n", OneLine(entry->entry.tag), WhyNot(presence));
        if (!harmless) proven = false;
      }
    }
    if (rows.empty()) return left;
    return Table() + rows + left;
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
  std::size_t position_;
  const std::vector<UnappliedPresence>& unapplied_;
};

void AddThere(const TrackDrift& track, const EntryComparison& entry,
              const UnappliedPresence& presence, std::vector<DriftFinding>& findings) {
  const std::string& tag = entry.entry.tag;
  const std::string table = DisplayName(track.ledger.name);
  DriftFinding finding{.kind = "row-missing",
                       .level = DriftLevel::kWarning,
                       .track = track.name,
                       .subject = tag,
                       .message = {},
                       .objects = presence.there};
  if (entry.state == EntryState::kSkipped) {
    std::erase_if(findings, [&](const DriftFinding& other) {
      return other.kind == "will-be-skipped" && other.track == track.name && other.subject == tag;
    });
    finding.message = fmt::format(
        "{} has no row in {}, and all that it makes is there: its row was deleted, or it was "
        "applied by hand. The migrator never looks at it again; Hogsend's probe counts one too "
        "few. hoglint drift --stamp-plan prints the row",
        tag, table);
  } else {
    finding.kind = "applied-without-row";
    finding.level = DriftLevel::kError;
    finding.message = fmt::format(
        "{} has no row in {}, and all that it makes is there, as db:push or a hand leaves it. The "
        "next run of the migrator runs it, fails with \"already exists\", and takes every other "
        "pending migration back with it. Record it first: hoglint drift --stamp-plan prints the "
        "INSERT",
        tag, table);
  }
  findings.push_back(std::move(finding));
}

}  // namespace

void AddPresence(std::span<const AppliedTrack> tracks,
                 const std::vector<UnappliedPresence>& unapplied,
                 std::vector<DriftFinding>& findings) {
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const TrackDrift& track = *tracks[i].drift;
    for (const EntryComparison& entry : track.comparison.entries) {
      const UnappliedPresence* found = PresenceOf(unapplied, i, entry.entry.tag);
      if (entry.row || found == nullptr) continue;
      if (found->presence == Presence::kThere) {
        AddThere(track, entry, *found, findings);
      } else if (found->presence == Presence::kPartly) {
        findings.push_back(
            {.kind = "partly-applied",
             .level = DriftLevel::kError,
             .track = track.name,
             .subject = entry.entry.tag,
             .message = fmt::format(
                 "{} has no row in {}, and a part of what it makes is there: a runner without "
                 "transactions stopped in the middle, or db:push did some of it. Running it fails "
                 "with \"already exists\". Undo that part, or do the rest by hand and record it",
                 entry.entry.tag, DisplayName(track.ledger.name)),
             .objects = found->there});
      }
    }
  }
}

std::string StampPlan(std::span<const AppliedTrack> tracks,
                      const std::vector<UnappliedPresence>& unapplied,
                      const std::string& database) {
  std::string body;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    if (!tracks[i].drift->has_ledger) continue;
    const std::string text = TrackPlan(tracks[i], i, unapplied).Text();
    if (text.empty()) continue;
    body += fmt::format("\n-- {}\n{}", OneLine(tracks[i].drift->name), text);
  }
  const std::string head =
      fmt::format("-- hoglint drift --stamp-plan, for {}.\n", OneLine(database));
  if (body.empty()) return head + "-- Every migration has its row: there is nothing to record.\n";
  if (body.find("INSERT INTO") == std::string::npos) {
    return head + "-- Nothing is proven to be applied without a row.\n" + body;
  }
  return head +
         "-- What these migrations make is there, and they have no row. Read this, then run it.\n"
         "BEGIN;\n" +
         body + "\nCOMMIT;\n";
}

}  // namespace hoglint
