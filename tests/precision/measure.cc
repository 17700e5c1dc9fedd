#include "tests/precision/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "checker/disk/disk.h"
#include "checker/project/read_project.h"
#include "lint/report/place_text.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

MeasuredFinding Describe(const Finding& finding, const Corpus& corpus, const Sources& sources) {
  return {.corpus = std::string(corpus.name),
          .migration = finding.migration,
          .rule = std::string(finding.rule),
          .level = finding.level,
          .place = PlaceText(finding.place, sources),
          .message = finding.message,
          .fingerprint = finding.fingerprint};
}

// Two folders of one corpus may hold migrations of one name, so the file tells them apart.
std::string FileOf(const Finding& finding, const Sources& sources) {
  const auto place = FilePlaceOf(finding.place, sources);
  return place ? place->file : std::string();
}

}  // namespace

std::vector<Corpus> Corpora() {
  return {{"hogsend-engine", "hogsend"},
          {"hogsend-scaffold", "hogsend"},
          {"sim", "drizzle"},
          {"appstrate", "drizzle"},
          {"zero", "drizzle"},
          {"motormetrics", "drizzle"},
          {"supabase-storage", "per-file"}};
}

Result<CorpusFigures> Measure(const Corpus& corpus, const std::filesystem::path& root) {
  const std::filesystem::path folder = root / corpus.name;
  const Disk disk;
  const NoGit git;
  const auto project = ReadProject(disk, git,
                                   {.folder = folder.string(),
                                    .paths = {folder.string()},
                                    .base = {},
                                    .all = true,
                                    .for_rules = true,
                                    .runner = FindRunner(corpus.runner)});
  if (!project) return project.error();
  RunOptions options;
  options.runner = project->runner;
  options.all = true;
  const Report report = Run(project->workspace, project->sources, AllRules(), options);
  CorpusFigures figures;
  figures.corpus = corpus;
  figures.migrations = report.summary.migrations;
  figures.statements = report.summary.statements;
  figures.not_checked = report.not_checked.size();
  std::set<std::string> loud;
  for (const Finding& finding : report.findings) {
    ++figures.by_level[finding.level];
    if (finding.level >= Level::kWarning) {
      loud.insert(finding.migration.empty()
                      ? FileOf(finding, project->sources)
                      : fmt::format("{}/{}", FileOf(finding, project->sources), finding.migration));
    }
    figures.findings.push_back(Describe(finding, corpus, project->sources));
  }
  figures.quiet_migrations = figures.migrations - std::min(figures.migrations, loud.size());
  return figures;
}

}  // namespace hoglint::testing
