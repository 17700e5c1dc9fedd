#include "checker/cli/schema_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/cli/delivery.h"
#include "checker/cli/linting.h"
#include "lint/facts/fold.h"
#include "lint/report/schema_report.h"

namespace hoglint {
namespace {

// Several tracks found at one path may be of several databases.
std::optional<Error> SeveralTracks(const Arguments& arguments, const Project& project) {
  if (arguments.operands.size() > 1 || project.workspace.tracks.size() < 2) return std::nullopt;
  std::string folders;
  for (const Track& track : project.workspace.tracks) {
    folders += (folders.empty() ? "" : ", ") + track.folder;
  }
  return Error{
      fmt::format("several migrations folders here ({}): name one, or those that make up "
                  "one database in their order",
                  folders)};
}

// Folds all tracks into one catalogue; what is not followed on the way goes into `not_modelled`.
Catalogue FoldTracks(const Project& project, const Arguments& arguments,
                     std::vector<NotChecked>& not_modelled) {
  const auto add = [&](const Span& place, const std::string& reason) {
    not_modelled.push_back({place, project.sources[place.file].path(), reason});
  };
  FoldVisitor visitor;
  visitor.on_applied = [&](const AppliedStatement& applied) {
    if (applied.outcome.not_modelled) add(applied.statement.span, *applied.outcome.not_modelled);
  };
  visitor.on_migration = [&](const Migration& migration, const Catalogue&) {
    for (const ParseProblem& problem : migration.parsed.problems) {
      add(problem.span, problem.message);
    }
  };
  Catalogue catalogue;
  for (const Track& track : project.workspace.tracks) {
    catalogue = Fold(track, project.sources, std::move(catalogue),
                     {.runner = project.runner,
                      .server = {.major_version = arguments.pg_version},
                      .batching = Batching::kEachMigration},
                     visitor);
  }
  return catalogue;
}

}  // namespace

int ShowSchema(const Environment& environment, const Arguments& arguments) {
  const auto project = ReadProjectOf(environment, arguments);
  if (!project) return Fail(environment, project.error());
  if (const auto error = SeveralTracks(arguments, *project)) return Fail(environment, *error);
  std::vector<NotChecked> not_modelled;
  const Catalogue catalogue = FoldTracks(*project, arguments, not_modelled);
  for (const NotChecked& note : project->workspace.not_checked) {
    const std::string file = note.file.empty() ? "" : note.file + ": ";
    Tell(environment, fmt::format("not followed: {}{}", file, note.reason));
  }
  const int delivered = Deliver(environment, arguments, true, [&](Format format, const Style&) {
    return format == Format::kJson ? RenderSchemaJson(catalogue, not_modelled, project->sources)
                                   : RenderSchemaText(catalogue, not_modelled, project->sources);
  });
  return std::max(delivered, TellFailures(environment, *project));
}

}  // namespace hoglint
