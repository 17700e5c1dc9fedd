#include "lint/run/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "lint/facts/batch.h"
#include "lint/facts/ownership.h"
#include "lint/run/not_checked.h"
#include "lint/run/plan_layout.h"
#include "lint/run/plan_worst.h"

namespace hoglint {
namespace {

constexpr std::array kModes = {LockMode::kAccessShare,  LockMode::kRowShare,
                               LockMode::kRowExclusive, LockMode::kShareUpdateExclusive,
                               LockMode::kShare,        LockMode::kShareRowExclusive,
                               LockMode::kExclusive,    LockMode::kAccessExclusive};

// True when everything that would wait for `wanted` waits for `held` already.
bool Covers(LockMode held, LockMode wanted) {
  return std::ranges::all_of(
      kModes, [&](LockMode other) { return !Conflicts(wanted, other) || Conflicts(held, other); });
}

// True for the statements that update or delete rows of what they lock with ROW EXCLUSIVE.
bool ChangesRows(const Statement& statement) {
  const auto* insert = As<Insert>(statement);
  if (insert != nullptr) return insert->on_conflict && !insert->on_conflict->updated.empty();
  return As<Update>(statement) != nullptr || As<Delete>(statement) != nullptr ||
         As<Merge>(statement) != nullptr;
}

// The table of an index, else the relation itself; null when the catalogue does not know it.
const Relation* TableOf(const Relation& relation, const StatementFacts& facts) {
  return relation.index ? facts.before.Get(relation.index->table) : &relation;
}

// The greatest id of a relation that exists; those created later get greater ones.
RelationId LastRelation(const Catalogue& catalogue) {
  RelationId last{};
  for (const auto& [name, id] : catalogue.relation_names()) last = std::max(last, id);
  return last;
}

// Whether others cannot see the relation. `last_before` is the last one that existed before the
// transaction: later ones are not visible outside it.
bool IsUnseen(const Relation& relation, RelationId last_before, const StatementFacts& facts) {
  if (relation.persistence == Persistence::kTemporary) return true;
  return facts.transaction.open && relation.id > last_before && IsNew(relation, facts);
}

// Whether others do not want to use it. A view or sequence needs no rows to be used, but only new
// code can name it.
bool IsUnused(const Relation& relation, const StatementFacts& facts) {
  const Relation* table = TableOf(relation, facts);
  if (table == nullptr) return false;
  return IsNewAndEmpty(*table, facts) || ((table->view || table->sequence) && IsNew(*table, facts));
}

constexpr std::size_t kMaxLine = 500;

// Cuts the text to so many bytes, never inside a UTF-8 character.
void Cut(std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  text.resize(bytes);
  text += "…";
}

// The text of the span on one line, without the comments in it.
std::string OneLine(const Span& span, const ParsedFile& parsed, const Sources& sources) {
  const std::string_view text = sources[span.file].text();
  auto comment = std::ranges::lower_bound(parsed.comments, span.begin, {},
                                          [](const SqlComment& each) { return each.span.begin; });
  std::string line;
  bool blank = false;
  for (std::uint32_t i = span.begin; i < span.end && line.size() <= kMaxLine; ++i) {
    if (comment != parsed.comments.end() && comment->span.begin == i) {
      i = std::max(i + 1, comment->span.end) - 1;
      ++comment;
      blank = true;
      continue;
    }
    const char c = text[i];
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      blank = true;
      continue;
    }
    if (std::exchange(blank, false) && !line.empty()) line += ' ';
    line += c;
  }
  Cut(line, kMaxLine);
  return line;
}

// A lock that the current transaction holds.
struct HeldLock {
  LockMode lock = LockMode::kNone;
  std::uint32_t statement = 0;  // number
  std::size_t end = 0;          // position in the batch
};

// By id, or by name where the catalogue has no id.
using RelationKey = std::pair<RelationId, QualifiedName>;
RelationKey KeyOf(const Effect& effect) {
  if (effect.relation != RelationId{}) return {effect.relation, {}};
  return {RelationId{}, effect.name};
}

class Planner {
 public:
  Planner(const Workspace& workspace, const Sources& sources, const PlanOptions& options)
      : workspace_(workspace), sources_(sources), options_(options), gaps_(sources) {}

  Plan Finish() && {
    for (const Track& track : workspace_.tracks) Add(track);
    plan_.tables = WorstLocks(plan_.transactions);
    AddUnknownRelations();
    plan_.not_checked = workspace_.not_checked;
    std::ranges::move(problems_, std::back_inserter(plan_.not_checked));
    std::ranges::move(std::move(gaps_).Finish(), std::back_inserter(plan_.not_checked));
    plan_.runner = options_.runner;
    plan_.server_version = options_.server.major_version;
    plan_.all = options_.all;
    return std::move(plan_);
  }

 private:
  [[nodiscard]] bool IsPlanned(const Migration& migration) const {
    if (options_.setup == migration.file) return false;
    return options_.all || !migration.merged;
  }

  void Add(const Track& track) {
    for (const Migration& migration : track.migrations) Count(migration);
    const FoldOptions fold{
        .runner = options_.runner,
        .server = options_.server,
        .batching = options_.all ? Batching::kEachMigration : Batching::kNewTogether,
        .effects_of_merged = options_.all,
    };
    groups_ = GroupMigrations(track, fold.batching);
    batch_.reset();
    followed_ = std::ranges::all_of(track.migrations, [](const Migration& migration) {
      return migration.parsed.problems.empty();
    });
    const FoldVisitor visitor{
        .on_statement = [this](const StatementFacts& facts) { AddStatement(facts); },
        .on_applied = [this](const AppliedStatement& applied) { NoteOutcome(applied); },
        .on_migration = nullptr,
    };
    (void)Fold(track, sources_, StartOf(track), fold, visitor);
  }

  void Count(const Migration& migration) {
    if (!IsPlanned(migration)) {
      if (options_.setup != migration.file) ++plan_.merged;
      gaps_.AddMergedProblems(migration);
      return;
    }
    ++plan_.migrations;
    for (const ParseProblem& problem : migration.parsed.problems) {
      problems_.push_back({problem.span, sources_[problem.span.file].path(),
                           fmt::format("does not parse: {}", problem.message)});
    }
  }

  void AddStatement(const StatementFacts& facts) {
    if (!IsPlanned(facts.migration)) return;
    EnterBatch(facts.batch.id);
    const StatementLayout& layout = layout_[facts.index];
    if (layout.first) BeginTransaction(facts);
    PlannedStatement& planned = plan_.transactions.back().statements.emplace_back();
    planned.number = ++number_;
    planned.span = facts.statement.span;
    planned.line = OneLine(planned.span, facts.migration.parsed, sources_);
    planned.nested = facts.statement.nesting.in_do_block;
    if (!planned.nested) ++plan_.statements;
    planned.transaction_control = As<TransactionControl>(facts.statement) != nullptr;
    gaps_.AddEffects(facts);
    planned.not_checked =
        WhyUnknown(facts.statement).value_or(facts.effects.not_modelled.value_or(std::string()));
    for (const Effect& effect : facts.effects.effects) {
      planned.effects.push_back(Planned(effect, facts, layout));
    }
    HoldAll(facts, layout.end, planned.effects);
    NoteUnknownRelation(planned);
    CountWait(facts, planned);
    if (planned.nested && !IsQuiet(planned)) MarkBlock(plan_.transactions.back().statements);
  }

  void NoteUnknownRelation(const PlannedStatement& statement) {
    if (std::ranges::none_of(statement.effects, &PlannedEffect::unknown_relation)) return;
    ++unknown_relations_;
    if (!first_unknown_) first_unknown_ = statement.span;
  }

  void CountWait(const StatementFacts& facts, const PlannedStatement& statement) {
    const auto waits = [](const PlannedEffect& effect) {
      return !effect.nobody_waits && effect.blocks >= Blocks::kWrites && effect.held_since == 0;
    };
    if (std::ranges::none_of(statement.effects, waits)) return;
    ++plan_.waiting;
    if (facts.timeouts.lock.milliseconds.value_or(0) == 0) ++plan_.unlimited;
  }

  // One entry for all of them: a partial history has many.
  void AddUnknownRelations() {
    if (!first_unknown_) return;
    problems_.push_back(
        {first_unknown_, sources_[first_unknown_->file].path(),
         fmt::format("{} what no file creates: whether that is scanned or rewritten is not known "
                     "(--sql-before FILE tells what exists)",
                     unknown_relations_ == 1 ? "one statement, here, touches"
                                             : fmt::format("{} statements, the first here, touch",
                                                           unknown_relations_))});
  }

  // The DO block that the last statement stands in.
  static void MarkBlock(std::vector<PlannedStatement>& statements) {
    const auto block = std::find_if(statements.rbegin(), statements.rend(),
                                    [](const PlannedStatement& each) { return !each.nested; });
    if (block != statements.rend()) block->block = true;
  }

  void EnterBatch(BatchId id) {
    if (batch_ == id) return;
    batch_ = id;
    std::uint32_t last_transaction = 0;
    const MigrationGroup& group = groups_[static_cast<std::size_t>(id)];
    layout_ = LayOut(PlanBatch(group, id, sources_, options_.runner, last_transaction));
  }

  void BeginTransaction(const StatementFacts& facts) {
    held_.clear();
    if (facts.transaction.open) last_before_ = LastRelation(facts.before);
    PlannedTransaction& transaction = plan_.transactions.emplace_back();
    transaction.id = static_cast<std::uint32_t>(plan_.transactions.size());
    transaction.open = facts.transaction.open;
  }

  PlannedEffect Planned(const Effect& effect, const StatementFacts& facts,
                        const StatementLayout& layout) {
    PlannedEffect planned{
        .relation = effect.name,
        .table = std::nullopt,
        .lock = effect.lock,
        .blocks = WhatBlocks(effect.lock),
        .rewrite = effect.rewrite,
        .scan = effect.scan,
        .index_build = effect.index_build,
        .assumed = effect.assumed,
        .unknown_relation = effect.relation == RelationId{},
        .changes_rows = effect.lock == LockMode::kRowExclusive && ChangesRows(facts.statement),
        .new_and_empty = false,
        .nobody_waits = false,
        .unseen = false,
        .reason = effect.reason,
        .size = std::nullopt,
        .seconds = 0,
        .release = layout.release,
        .statements_later = layout.later,
        .held_since = 0};
    if (const Relation* relation = facts.before.Get(effect.relation)) {
      const Relation* table = TableOf(*relation, facts);
      planned.new_and_empty = table != nullptr && IsNewAndEmpty(*table, facts);
      planned.unseen = IsUnseen(*relation, last_before_, facts) ||
                       (table != nullptr && IsUnseen(*table, last_before_, facts));
      planned.nobody_waits = planned.unseen || IsUnused(*relation, facts);
      if (table != nullptr && table != relation) planned.table = table->name;
      if (relation->index) planned.changes_rows = false;
      if (table != nullptr && !planned.new_and_empty) AddSize(effect, *table, facts, planned);
    }
    return planned;
  }

  void AddSize(const Effect& effect, const Relation& table, const StatementFacts& facts,
               PlannedEffect& planned) const {
    const TableSizes* sizes = options_.sizes.sizes.get();
    const TableSize* size = sizes == nullptr ? nullptr : sizes->Find(table.name);
    if (size == nullptr) return;
    planned.size = *size;
    if (SizeTellsTime(effect, facts)) planned.seconds = EstimatedSeconds(effect, *size);
  }

  // Notes the locks of a statement as held and says which earlier one made them unimportant. Tables
  // first: whoever would wait for an index needs its table before.
  void HoldAll(const StatementFacts& facts, std::size_t end, std::vector<PlannedEffect>& planned) {
    const std::vector<Effect>& effects = facts.effects.effects;
    for (const bool of_index : {false, true}) {
      for (std::size_t i = 0; i < effects.size(); ++i) {
        if (planned[i].table.has_value() != of_index) continue;
        planned[i].held_since = HeldSince(KeyOf(effects[i]), effects[i].lock, end);
        if (of_index) LookAtTable(effects[i], facts, end, planned[i]);
        if (planned[i].held_since != 0) continue;
        held_[KeyOf(effects[i])].push_back({effects[i].lock, number_, end});
      }
    }
  }

  void LookAtTable(const Effect& effect, const StatementFacts& facts, std::size_t end,
                   PlannedEffect& planned) const {
    const RelationId table = facts.before.Get(effect.relation)->index->table;
    planned.covered_by_table = std::ranges::any_of(facts.effects.effects, [&](const Effect& other) {
      return other.relation == table && Covers(other.lock, effect.lock);
    });
    const std::uint32_t since = HeldSince({table, {}}, effect.lock, end);
    if (since != 0 && since != number_) planned.held_since = since;
  }

  // The statement that took a lock on the relation that covers this one and lasts as long; or 0.
  [[nodiscard]] std::uint32_t HeldSince(const RelationKey& relation, LockMode lock,
                                        std::size_t end) const {
    const auto locks = held_.find(relation);
    if (locks == held_.end()) return 0;
    const auto covering = std::ranges::find_if(locks->second, [&](const HeldLock& held) {
      return held.end >= end && Covers(held.lock, lock);
    });
    return covering == locks->second.end() ? 0 : covering->statement;
  }

  void NoteOutcome(const AppliedStatement& applied) {
    const bool planned = IsPlanned(applied.migration);
    gaps_.AddApplied(applied, planned);
    // What was not followed may have made room for what seems to fail.
    followed_ = followed_ && !applied.outcome.not_modelled && !WhyUnknown(applied.statement);
    if (!planned || !followed_) return;
    const auto certain = std::ranges::find_if(applied.outcome.conflicts, &Conflict::certain);
    if (certain == applied.outcome.conflicts.end()) return;
    plan_.transactions.back().statements.back().fails = certain->message;
  }

  const Workspace& workspace_;
  const Sources& sources_;
  const PlanOptions& options_;
  Gaps gaps_;
  std::vector<NotChecked> problems_;  // of planned migrations: check has a rule for these
  Plan plan_;
  std::vector<MigrationGroup> groups_;  // of the track that is being planned
  std::optional<BatchId> batch_;        // whose statements `layout_` describes
  std::vector<StatementLayout> layout_;
  RelationId last_before_{};  // the last relation that existed before the open transaction
  bool followed_ = true;      // every statement of the track so far was understood
  std::uint32_t unknown_relations_ = 0;                // statements that touch one
  std::optional<Span> first_unknown_;                  // of these
  std::uint32_t number_ = 0;                           // of the last statement
  std::map<RelationKey, std::vector<HeldLock>> held_;  // of the transaction that is being planned
};

}  // namespace

Blocks WhatBlocks(LockMode lock) {
  if (lock == LockMode::kNone) return Blocks::kNothing;
  if (BlocksReads(lock)) return Blocks::kReadsAndWrites;
  if (BlocksWrites(lock)) return Blocks::kWrites;
  if (Conflicts(lock, LockMode::kShareUpdateExclusive)) return Blocks::kVacuum;
  return Blocks::kDdl;
}

bool IsNotable(const PlannedEffect& effect) {
  if (effect.covered_by_table) return false;
  if (!effect.nobody_waits && effect.blocks >= Blocks::kWrites) return true;
  return !effect.new_and_empty &&
         (effect.rewrite || effect.scan || effect.index_build || effect.changes_rows);
}

bool IsQuiet(const PlannedStatement& statement) {
  return !statement.block && statement.not_checked.empty() && statement.fails.empty() &&
         std::ranges::none_of(statement.effects, IsNotable);
}

Plan BuildPlan(const Workspace& workspace, const Sources& sources, const PlanOptions& options) {
  return Planner(workspace, sources, options).Finish();
}

void PrependMerged(const Migration& setup, Workspace& workspace) {
  Migration merged = setup;
  merged.merged = true;
  Statement reset;
  reset.span = {setup.file, 0, 0};
  reset.body = SetVariable{.name = "search_path", .values = {}, .local = false};
  merged.parsed.statements.push_back(std::move(reset));
  for (Track& track : workspace.tracks) {
    track.migrations.insert(track.migrations.begin(), merged);
  }
}

}  // namespace hoglint
