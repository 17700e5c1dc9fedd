// The steps of a run by themselves, on a synthetic history of as many migrations as the argument
// says: parse, fold, effects, rules, render; and reading snapshots.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bench/synthetic.h"
#include "lint/facts/fold.h"
#include "lint/journal/snapshot_series.h"
#include "lint/report/report_json.h"
#include "lint/report/report_text.h"
#include "lint/run/run.h"
#include "lint/sql/parse.h"
#include "rules/rule_table.h"

namespace hoglint::bench {
namespace {

constexpr std::uint64_t kSeed = 1;

// A history as reading a folder gives it.
struct History {
  Sources sources;
  Workspace workspace;
};

ParsedFile ParseMigration(const SourceFile& file) {
  return Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}});
}

void Fill(History& history, std::int64_t count) {
  SyntheticHistory synthetic(kSeed);
  Track& track = history.workspace.tracks.emplace_back();
  track.name = "bench";
  track.layout = Layout::kDrizzleJournal;
  track.starts_at_beginning = true;
  for (std::int64_t i = 0; i < count; ++i) {
    SyntheticMigration next = synthetic.Next();
    const SourceFile& file = history.sources.Add(next.tag + ".sql", std::move(next.sql));
    track.migrations.push_back({std::move(next.tag), file.id(), ParseMigration(file), false});
  }
}

RunOptions OptionsForAll() {
  RunOptions options;
  options.all = true;
  return options;
}

void BM_Parse(benchmark::State& state) {
  History history;
  Fill(history, state.range(0));
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const Migration& migration : history.workspace.tracks.front().migrations) {
      const SourceFile& file = history.sources[migration.file];
      benchmark::DoNotOptimize(ParseMigration(file));
      bytes += static_cast<std::int64_t>(file.text().size());
    }
  }
  state.SetBytesProcessed(bytes);
}

// The catalogue alone, or with the effects of every statement.
void FoldAll(benchmark::State& state, bool effects) {
  History history;
  Fill(history, state.range(0));
  FoldVisitor visitor;
  if (effects) {
    visitor.on_statement = [](const StatementFacts& facts) {
      benchmark::DoNotOptimize(facts.effects.effects.size());
    };
  }
  const FoldOptions options{.runner = kPerFileRunner,
                            .server = {},
                            .batching = Batching::kEachMigration,
                            .effects_of_merged = effects};
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        Fold(history.workspace.tracks.front(), history.sources, Catalogue(), options, visitor));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void BM_Fold(benchmark::State& state) { FoldAll(state, false); }
void BM_FoldWithEffects(benchmark::State& state) { FoldAll(state, true); }

void BM_Rules(benchmark::State& state) {
  History history;
  Fill(history, state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(Run(history.workspace, history.sources, AllRules(), OptionsForAll()));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void BM_Render(benchmark::State& state) {
  History history;
  Fill(history, state.range(0));
  const Report report = Run(history.workspace, history.sources, AllRules(), OptionsForAll());
  for (auto _ : state) {
    benchmark::DoNotOptimize(RenderText(report, history.sources, {}));
    benchmark::DoNotOptimize(RenderJson(report, history.sources, "bench"));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(report.findings.size()));
}

void BM_Snapshots(benchmark::State& state) {
  SyntheticHistory synthetic(kSeed);
  Sources sources;
  std::vector<const SourceFile*> files;
  std::int64_t bytes = 0;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    static_cast<void>(synthetic.Next());
    files.push_back(&sources.Add("snapshot.json", synthetic.Snapshot()));
    bytes += static_cast<std::int64_t>(files.back()->text().size());
  }
  for (auto _ : state) {
    SnapshotSeries series;
    for (const SourceFile* file : files) benchmark::DoNotOptimize(series.Read(*file));
  }
  state.SetBytesProcessed(state.iterations() * bytes);
}

BENCHMARK(BM_Parse)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Fold)->RangeMultiplier(2)->Range(1000, 4000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_FoldWithEffects)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Rules)->RangeMultiplier(2)->Range(1000, 4000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Render)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Snapshots)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hoglint::bench
