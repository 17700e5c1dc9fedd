#include "lint/facts/fold.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/facts/batch.h"
#include "lint/facts/called_routines.h"
#include "lint/facts/commit_drops.h"
#include "lint/facts/held_locks.h"
#include "lint/facts/proven_keys.h"
#include "lint/facts/refused_statement.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/facts/timeout_tracker.h"
#include "lint/schema/apply.h"

namespace hoglint {
namespace {

// One walk over a track: the only mutable thing is the catalogue.
class Folding {
 public:
  Folding(const Track& track, const Sources& sources, Catalogue start, const FoldOptions& options,
          const FoldVisitor& visitor)
      : track_(track),
        sources_(sources),
        catalogue_(std::move(start)),
        search_path_(catalogue_.search_path()),
        timeouts_(options.runner),
        commit_drops_(options.runner),
        options_(options),
        visitor_(visitor) {
    if (visitor.on_statement) by_kind_.emplace(track);
  }

  void Walk(const MigrationGroup& group, const PlannedBatch& planned) {
    snapshots_.clear();
    last_undo_.clear();
    for (const auto& [at, back_to] : planned.undo) {
      std::size_t& last = last_undo_[back_to];
      last = std::max(last, at);
    }
    timeouts_.BeginBatch();
    std::size_t position = 0;
    for (const Migration* migration : group) {
      const std::size_t end = position + migration->parsed.statements.size();
      for (; position < end; ++position) Step(planned, position);
      if (visitor_.on_migration) visitor_.on_migration(*migration, catalogue_);
    }
  }

  Catalogue Finish() && { return std::move(catalogue_); }

 private:
  void Step(const PlannedBatch& planned, std::size_t position) {
    if (planned.kept.contains(position)) snapshots_.insert_or_assign(position, catalogue_);
    const BatchStatement& entry = planned.batch.statements[position];
    if (IsRequestPerStatement(options_.runner) && !entry.statement->nesting.in_do_block) {
      catalogue_.set_search_path(search_path_);
    }
    timeouts_.Enter(entry.transaction);
    // A block that commits by itself is one transaction, and its statements do not say so.
    const bool in_block = entry.statement->nesting.in_do_block && !entry.transaction.open;
    if (!in_block) commit_drops_.Enter(entry.transaction, catalogue_);
    if (visitor_.on_statement) Show(planned.batch, position, entry);
    const bool complete = track_.starts_at_beginning && catalogue_.complete();
    ApplyOutcome outcome = Apply(catalogue_, *entry.statement, planned.batch.id);
    AddChangeByCall(*entry.statement, outcome);
    DoubtNewness(*entry.statement, planned.batch.id);
    commit_drops_.Take(*entry.statement, sources_.Text(entry.statement->span), catalogue_);
    timeouts_.Apply(*entry.statement);
    const auto undo = planned.undo.find(position);
    if (undo != planned.undo.end()) GoBack(undo->second, position);
    if (visitor_.on_applied) {
      visitor_.on_applied({.statement = *entry.statement,
                           .migration = *entry.migration,
                           .track = track_,
                           .sources = sources_,
                           .batch = planned.batch,
                           .index = position,
                           .transaction = entry.transaction,
                           .outcome = outcome,
                           .history_was_complete = complete,
                           .after = catalogue_,
                           .runner = options_.runner,
                           .server = options_.server});
    }
    GoOnBehind(*entry.statement, outcome, planned.batch.id, catalogue_);
  }

  // Thousands of savepoints would be thousands of catalogues.
  void GoBack(std::size_t back_to, std::size_t position) {
    const auto found = snapshots_.find(back_to);
    catalogue_ = found->second;
    if (last_undo_.at(back_to) == position) snapshots_.erase(found);
  }

  void Show(const Batch& batch, std::size_t position, const BatchStatement& entry) {
    const bool wanted = !entry.migration->merged || options_.effects_of_merged;
    const StatementEffects effects =
        wanted ? EffectsOf(*entry.statement, catalogue_, options_.server) : StatementEffects{};
    held_.Enter(*entry.statement, entry.transaction);
    dropped_.Enter(entry.transaction);
    const StatementFacts facts{.statement = *entry.statement,
                               .migration = *entry.migration,
                               .track = track_,
                               .sources = sources_,
                               .batch = batch,
                               .index = position,
                               .transaction = entry.transaction,
                               .before = catalogue_,
                               .effects = effects,
                               .runner = options_.runner,
                               .server = options_.server,
                               .timeouts = timeouts_.current(),
                               .held = &held_,
                               .dropped = &dropped_,
                               .by_kind = &*by_kind_};
    visitor_.on_statement(facts);
    held_.Take(facts);
    dropped_.Take(facts);
  }

  // What a called function makes or drops is not known: nothing is called missing behind it.
  void AddChangeByCall(const Statement& statement, ApplyOutcome& outcome) {
    routines_.Take(statement);
    auto change = routines_.SchemaChange(statement, catalogue_);
    if (!change) return;
    catalogue_.mark_opaque();
    if (!outcome.not_modelled) outcome.not_modelled = std::move(change);
  }

  // Where earlier files are missing, CREATE TABLE IF NOT EXISTS may have met a table with rows.
  void DoubtNewness(const Statement& statement, BatchId batch) {
    const auto* create = As<CreateTable>(statement);
    if (create == nullptr || !create->if_not_exists) return;
    if (track_.starts_at_beginning) return;
    const Relation* relation = catalogue_.Find(create->table);
    if (relation == nullptr || relation->origin.batch != batch) return;
    catalogue_.Mutable(relation->id).may_have_rows = true;
  }

  const Track& track_;
  const Sources& sources_;
  Catalogue catalogue_;
  const std::vector<std::string> search_path_;  // of a session that begins
  CalledRoutines routines_;
  TimeoutTracker timeouts_;
  CommitDrops commit_drops_;
  HeldLocks held_;
  DroppedKeys dropped_;
  std::optional<StatementsByKind> by_kind_;  // where statements are shown
  const FoldOptions& options_;
  const FoldVisitor& visitor_;
  std::map<std::size_t, Catalogue> snapshots_;    // of the batch, by position; only those needed
  std::map<std::size_t, std::size_t> last_undo_;  // who is last to go back to a snapshot
};

}  // namespace

Catalogue Fold(const Track& track, const Sources& sources, Catalogue start,
               const FoldOptions& options, const FoldVisitor& visitor) {
  Folding folding(track, sources, std::move(start), options, visitor);
  const std::vector<MigrationGroup> groups = GroupMigrations(track, options.batching);
  std::uint32_t last_transaction = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto id = static_cast<BatchId>(static_cast<std::int32_t>(i));
    PlannedBatch planned = PlanBatch(groups[i], id, sources, options.runner, last_transaction);
    planned.batch.last = i + 1 == groups.size();
    const bool shown = options.effects_of_merged || !groups[i].front()->merged;
    if (visitor.on_statement && shown) IndexByName(planned.batch);
    folding.Walk(groups[i], planned);
  }
  return std::move(folding).Finish();
}

}  // namespace hoglint
