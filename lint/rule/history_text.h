// The words and places that the rules about merged migrations share.
#ifndef HOGLINT_LINT_RULE_HISTORY_TEXT_H_
#define HOGLINT_LINT_RULE_HISTORY_TEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/track_history.h"
#include "lint/rule/rule.h"

namespace hoglint {

// The events of that kind; none when there was nothing to compare with.
[[nodiscard]] std::vector<const HistoryEvent*> EventsOf(const TrackFacts& facts,
                                                        HistoryEventKind kind);

// Adds a finding about the event at its place: in the file, the file as such, or one that is gone.
Finding& AddAbout(const HistoryEvent& event, const TrackFacts& facts, std::string message,
                  Findings& findings);

// What base is called: "origin/main". Only for a track with a history, as one with events is.
[[nodiscard]] const std::string& BaseName(const TrackFacts& facts);

// "; origin/main has it since 1a2b3c4d5e "Add users" (2026-01-31)"; empty when that is not known.
[[nodiscard]] std::string SinceWhen(const HistoryEvent& event, const TrackFacts& facts);

// "0001_a, 0002_b and 3 more": the migrations of the events.
[[nodiscard]] std::string TagList(std::span<const HistoryEvent* const> events);

// The line of a remedy that brings the file back.
[[nodiscard]] std::string RestoreLine(const HistoryEvent& event, const TrackFacts& facts);

[[nodiscard]] bool IsDrizzle(const Track& track);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_HISTORY_TEXT_H_
