#include "lint/facts/role_privileges.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "lint/base/contains.h"
#include "lint/facts/statements_by_kind.h"

namespace hoglint {
namespace {

// Goes back from a DROP ROLE to the GRANTs before it.
class HeldReader {
 public:
  HeldReader(const std::string& role, const StatementFacts& facts) : role_(role), facts_(facts) {}

  std::vector<HeldGrant> Read() {
    if (EarlierOfKind<Grant>(facts_).empty()) return {};
    EachEarlier<Grant, DropOwned, DoBlock, DynamicSql, TransactionControl, OtherStatement, Drop,
                Rename, SetSchema, CreateRole, CreateTable, CreateTableAs, CreateView,
                CreateSequence, CreateFunction, CreateSchema>(
        facts_, [&](const Statement& statement) { return Visit(statement); });
    if (!certain_) return {};
    std::ranges::reverse(held_);
    return std::move(held_);
  }

 private:
  // False: what comes before is not asked for.
  bool Visit(const Statement& statement) {
    if (MayTakeBack(statement)) {
      certain_ = false;
      return false;
    }
    NoteOthers(statement);
    const auto* create = As<CreateRole>(statement);
    if (create != nullptr && create->name == role_) return false;
    const auto* grant = As<Grant>(statement);
    if (grant == nullptr || grant->role_membership || grant->all_in_schema) return true;
    if (!Contains(grant->grantees, role_) || statement.nesting.conditional) return true;
    const bool all_there = std::ranges::all_of(grant->objects, [&](const ObjectReference& object) {
      return IsThere(grant->kind, object.name);
    });
    if (all_there) held_.push_back({grant, statement.span});
    return true;
  }

  [[nodiscard]] bool MayTakeBack(const Statement& statement) const {
    if (const auto* grant = As<Grant>(statement)) {
      return grant->revoke && Contains(grant->grantees, role_);
    }
    if (const auto* owned = As<DropOwned>(statement)) return Contains(owned->roles, role_);
    if (const auto* block = As<DoBlock>(statement)) return !block->body_parsed;
    if (const auto* other = As<OtherStatement>(statement)) return other->command == "CALL";
    const auto* control = As<TransactionControl>(statement);
    const bool back =
        control != nullptr && (control->kind == TransactionKind::kRollback ||
                               control->kind == TransactionKind::kRollbackToSavepoint);
    return back || As<DynamicSql>(statement) != nullptr;
  }

  // What was made, dropped or renamed later than a GRANT is another object than its own.
  void NoteOthers(const Statement& statement) {
    if (const auto* drop = As<Drop>(statement)) {
      for (const ObjectReference& object : drop->objects) others_.insert(object.name.name);
    } else if (const auto* rename = As<Rename>(statement)) {
      others_.insert({rename->object.name.name, rename->new_name});
    } else if (const auto* move = As<SetSchema>(statement)) {
      others_.insert(move->object.name.name);
    } else if (const auto* table = As<CreateTable>(statement)) {
      others_.insert(table->table.name);
    } else if (const auto* filled = As<CreateTableAs>(statement)) {
      others_.insert(filled->table.name);
    } else if (const auto* view = As<CreateView>(statement)) {
      others_.insert(view->view.name);
    } else if (const auto* sequence = As<CreateSequence>(statement)) {
      others_.insert(sequence->sequence.name);
    } else if (const auto* function = As<CreateFunction>(statement)) {
      others_.insert(function->function.name);
    } else if (const auto* schema = As<CreateSchema>(statement)) {
      others_.insert(schema->name);
    }
  }

  [[nodiscard]] bool IsThere(ObjectKind kind, const ObjectName& name) const {
    if (others_.contains(name.name)) return false;
    switch (kind) {
      case ObjectKind::kTable:
      case ObjectKind::kSequence:
        return facts_.before.Find(name) != nullptr;
      case ObjectKind::kSchema:
        return facts_.before.HasSchema(name.name);
      case ObjectKind::kFunction:
        return !facts_.before.FindFunctions(name).empty();
      default:
        return false;
    }
  }

  const std::string& role_;
  const StatementFacts& facts_;
  std::set<std::string> others_;
  std::vector<HeldGrant> held_;
  bool certain_ = true;
};

}  // namespace

std::vector<HeldGrant> HeldBy(const std::string& role, const StatementFacts& facts) {
  return HeldReader(role, facts).Read();
}

}  // namespace hoglint
