// Which tracks `hoglint drift` compares, and where each keeps its ledger.
#ifndef HOGLINT_CHECKER_CLI_DRIFT_TRACKS_H_
#define HOGLINT_CHECKER_CLI_DRIFT_TRACKS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "checker/project/read_project.h"
#include "lint/base/result.h"
#include "lint/sql/names.h"

namespace hoglint {

struct DriftTrack {
  const Track* track = nullptr;
  const Sources* sources = nullptr;
  Runner runner;
  bool is_engine = false;
  bool has_ledger = false;
  QualifiedName ledger;
};

struct DriftTracks {
  std::vector<DriftTrack> tracks;  // the engine's first: others build upon it
  // The engine's own migrations are not at hand: what hoglint knows of it stands in.
  std::shared_ptr<const Ownership> unread_engine;
  // Others that own something in the database, without migrations that could be read.
  std::vector<std::shared_ptr<const Ownership>> others;
  std::vector<NotChecked> not_checked;
  std::vector<Error> failures;
  std::vector<std::unique_ptr<Project>> projects;  // what the tracks are in
};

// SCHEMA.TABLE; absent when the text is not that.
[[nodiscard]] std::optional<QualifiedName> SplitLedgerName(std::string_view text);

// The tracks of the operands' project, and that of an installed engine. An Error when they cannot
// be of one database, or when nobody can tell where a ledger is.
[[nodiscard]] Result<DriftTracks> FindDriftTracks(const Environment& environment,
                                                  const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_DRIFT_TRACKS_H_
