#include "checker/cli/plan_input.h"

#include <fmt/format.h>

#include <utility>

#include "checker/disk/confined_files.h"
#include "checker/disk/paths.h"
#include "checker/project/sql_sections.h"
#include "lint/run/plan.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

Migration ParsedMigration(const SourceFile& file, std::string tag, ChunkRule chunks) {
  return {.tag = std::move(tag),
          .file = file.id(),
          .parsed = Parse(file, {.chunks = chunks, .sections = {}}),
          .merged = false};
}

// As of a loose file: the way down of goose and dbmate is left out.
ParseOptions LooseOptions(const SourceFile& file) {
  ParseOptions options{.chunks = ChunkRule::kBreakpoints, .sections = {}};
  SqlSections sections = FindSections(file.id(), file.text());
  options.sections = std::move(sections.up);
  if (options.sections.empty() && sections.down > 0) options.sections.push_back({file.id(), 0, 0});
  return options;
}

}  // namespace

Result<Project> ReadStandardInput(const Environment& environment, const Arguments& arguments) {
  auto text = environment.read_input();
  if (!text) return Error{"cannot read standard input: " + text.error().message};
  Project project;
  const SourceFile& file = project.sources.Add("<stdin>", *std::move(text));
  Track track;
  track.name = "stdin";
  track.layout = Layout::kLooseFiles;
  track.migrations.push_back({.tag = "stdin",
                              .file = file.id(),
                              .parsed = Parse(file, LooseOptions(file)),
                              .merged = false});
  project.workspace.tracks.push_back(std::move(track));
  project.runner = arguments.runner.value_or(kPerFileRunner);
  return project;
}

Result<FileId> AddSqlBefore(const Environment& environment, const std::string& path,
                            Project& project) {
  const std::string absolute = AbsolutePath(path, environment.folder);
  if (const auto error = LeavesRepository(environment.files, absolute)) {
    return Error{fmt::format("--sql-before: cannot read {}: {}", path, error->message)};
  }
  auto text = environment.files.Read(absolute);
  if (!text) {
    return Error{fmt::format("--sql-before: cannot read {}: {}", path, text.error().message)};
  }
  const SourceFile& file = project.sources.Add(path, *std::move(text));
  PrependMerged(ParsedMigration(file, "sql-before", ChunkRule::kWholeFile), project.workspace);
  return file.id();
}

}  // namespace hoglint
