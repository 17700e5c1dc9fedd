#include "lint/facts/code_uses.h"

#include <set>

#include "lint/sql/statement.h"

namespace hoglint {
namespace {

QualifiedName InPublic(const ObjectName& name) {
  return {name.schema.empty() ? "public" : name.schema, name.name};
}

bool IsTableOrView(ObjectKind kind) {
  return kind == ObjectKind::kTable || kind == ObjectKind::kForeignTable ||
         kind == ObjectKind::kView || kind == ObjectKind::kMaterializedView;
}

void AddTaken(const Statement& statement, std::set<TakenName>& names) {
  if (const auto* alter = As<AlterTable>(statement)) {
    for (const AlterTableAction& action : alter->actions) {
      if (action.kind != AlterTableKind::kDropColumn) continue;
      names.insert({InPublic(alter->table), action.column});
    }
  } else if (const auto* drop = As<Drop>(statement)) {
    if (!IsTableOrView(drop->kind)) return;
    for (const ObjectReference& object : drop->objects) names.insert({InPublic(object.name), {}});
  } else if (const auto* rename = As<Rename>(statement)) {
    if (rename->kind == ObjectKind::kColumn && rename->object.parent) {
      names.insert({InPublic(*rename->object.parent), rename->object.name.name});
    } else if (IsTableOrView(rename->kind)) {
      names.insert({InPublic(rename->object.name), {}});
    }
  } else if (const auto* move = As<SetSchema>(statement)) {
    if (IsTableOrView(move->kind)) names.insert({InPublic(move->object.name), {}});
  }
}

}  // namespace

std::vector<TakenName> NamesTakenAway(const Track& track, bool only_newest) {
  std::set<TakenName> names;
  for (const Migration& migration : track.migrations) {
    if (migration.merged || (only_newest && &migration != &track.migrations.back())) continue;
    for (const Statement& statement : migration.parsed.statements) AddTaken(statement, names);
  }
  return {names.begin(), names.end()};
}

const NameUses* FindUses(const Track& track, const QualifiedName& table, std::string_view column) {
  if (track.code_uses == nullptr) return nullptr;
  const auto& names = track.code_uses->names;
  const auto found = names.find(TakenName{table, std::string(column)});
  return found == names.end() ? nullptr : &found->second;
}

}  // namespace hoglint
