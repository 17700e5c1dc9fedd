#include "lint/facts/batch.h"

#include <utility>

#include "lint/facts/transactions.h"

namespace hoglint {
namespace {

// Enters a statement of a batch under the names of the objects that it is about.
class NameIndexer {
 public:
  explicit NameIndexer(Batch& batch) : batch_(batch) {}

  void Add(std::uint32_t position, const Statement& statement) {
    position_ = position;
    std::visit(*this, statement.body);
  }

  void operator()(const CreateTable& create) { Enter(create.table); }
  void operator()(const CreateTableAs& create) { Enter(create.table); }
  void operator()(const CreateView& create) { Enter(create.view); }
  void operator()(const CreateIndex& create) {
    Enter(create.table);
    Enter(create.name);
  }
  void operator()(const CreateSequence& create) { Enter(create.sequence); }
  void operator()(const CreateEnum& create) { Enter(create.type); }
  void operator()(const CreateCompositeType& create) { Enter(create.type); }
  void operator()(const CreateOtherType& create) { Enter(create.type); }
  void operator()(const CreateDomain& create) { Enter(create.domain); }
  void operator()(const CreateFunction& create) { Enter(create.function); }
  void operator()(const CreateSchema& create) { Enter(create.name); }
  void operator()(const AlterTable& alter) { Enter(alter.table); }
  void operator()(const AlterEnum& alter) {
    Enter(alter.type);
    batch_.alters_enum = true;
  }
  void operator()(const AlterDomain& alter) { Enter(alter.domain); }
  void operator()(const SetSchema& set) { Enter(set.object); }
  void operator()(const Drop& drop) {
    for (const ObjectReference& object : drop.objects) Enter(object);
  }
  void operator()(const Rename& rename) {
    Enter(rename.object);
    Enter(rename.new_name);
  }
  void operator()(const Insert& insert) { Enter(insert.table); }
  void operator()(const Update& update) { Enter(update.table); }
  void operator()(const Merge& merge) { Enter(merge.table); }
  void operator()(const Copy& copy) {
    if (copy.table) Enter(*copy.table);
  }
  template <typename Other>
  void operator()(const Other&) {}

 private:
  void Enter(std::string_view name) {
    if (name.empty()) return;
    std::vector<std::uint32_t>& positions = batch_.by_name[name];
    if (positions.empty() || positions.back() != position_) positions.push_back(position_);
  }
  void Enter(const ObjectName& name) { Enter(name.name); }
  void Enter(const ObjectReference& object) {
    Enter(object.name);
    if (object.parent) Enter(*object.parent);
  }

  Batch& batch_;
  std::uint32_t position_ = 0;
};

// How many top-level statements every chunk has.
std::unordered_map<std::uint32_t, std::uint32_t> CountByChunk(const Migration& migration) {
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  for (const Statement& statement : migration.parsed.statements) {
    if (!statement.nesting.in_do_block) ++counts[statement.chunk];
  }
  return counts;
}

}  // namespace

std::vector<MigrationGroup> GroupMigrations(const Track& track, Batching batching) {
  const bool each = batching == Batching::kEachMigration;
  std::vector<MigrationGroup> groups;
  MigrationGroup together;
  for (const Migration& migration : track.migrations) {
    if (each || migration.merged) {
      groups.push_back({&migration});
    } else {
      together.push_back(&migration);
    }
  }
  if (!together.empty()) groups.push_back(std::move(together));
  return groups;
}

PlannedBatch PlanBatch(const MigrationGroup& group, BatchId id, const Sources& sources,
                       const Runner& runner, std::uint32_t& last_transaction) {
  PlannedBatch planned;
  planned.batch.id = id;
  std::vector<BatchStatement>& statements = planned.batch.statements;
  TransactionWalk walk(runner, last_transaction);
  for (const Migration* migration : group) {
    const bool wrapped =
        runner.scope != TransactionScope::kFile || !OptsOutOfTransaction(sources, *migration);
    walk.BeginMigration(statements.size(), StatementCount(*migration), wrapped);
    auto in_chunk = CountByChunk(*migration);
    for (const Statement& statement : migration->parsed.statements) {
      const TransactionId transaction =
          walk.Next(statements.size(), statement, in_chunk[statement.chunk] > 1);
      statements.push_back({&statement, migration, transaction});
    }
  }
  for (const Undo& undo : walk.undos()) {
    planned.kept.insert(undo.back_to);
    planned.undo.emplace(undo.at, undo.back_to);
  }
  return planned;
}

void IndexByName(Batch& batch) {
  NameIndexer indexer(batch);
  for (std::size_t i = 0; i < batch.statements.size(); ++i) {
    indexer.Add(static_cast<std::uint32_t>(i), *batch.statements[i].statement);
  }
}

}  // namespace hoglint
