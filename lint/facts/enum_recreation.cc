#include "lint/facts/enum_recreation.h"

#include <algorithm>
#include <cstdint>

namespace hoglint {
namespace {

const ObjectName* CreatedType(const Statement& statement) {
  if (const auto* create = As<CreateEnum>(statement)) return &create->type;
  if (const auto* create = As<CreateCompositeType>(statement)) return &create->type;
  if (const auto* create = As<CreateOtherType>(statement)) return &create->type;
  if (const auto* create = As<CreateDomain>(statement)) return &create->domain;
  return nullptr;
}

// Whether the statement creates a type of that name as an enum; nothing where it creates none.
std::optional<bool> CreatesEnum(const Statement& statement, std::string_view name) {
  const ObjectName* created = CreatedType(statement);
  if (created == nullptr || created->name != name) return std::nullopt;
  return As<CreateEnum>(statement) != nullptr;
}

// False for a type that was dropped at that position of the batch and was created as something else
// than an enum.
bool MayHaveBeenEnum(std::string_view name, std::uint32_t position, const StatementFacts& facts) {
  for (std::uint32_t i = position; i > 0; --i) {
    const auto known = CreatesEnum(*facts.batch.statements[i - 1].statement, name);
    if (known) return *known;
  }
  const Migration* first = facts.batch.statements.front().migration;
  for (const Migration* each = first; each != facts.track.migrations.data();) {
    const std::vector<Statement>& statements = (--each)->parsed.statements;
    for (std::size_t i = statements.size(); i > 0; --i) {
      const auto known = CreatesEnum(statements[i - 1], name);
      if (known) return *known;
    }
  }
  return true;
}

bool IsTypeRename(const Rename* rename) {
  return rename != nullptr &&
         (rename->kind == ObjectKind::kType || rename->kind == ObjectKind::kDomain);
}

TypeReplacement Existing(const Span& span, const Type* type, const std::string& name,
                         const std::string& lasting_name) {
  return {span, type != nullptr && type->kind == TypeKind::kEnum, EnumLabels(type), name,
          lasting_name};
}

// DROP TYPE mood; CREATE TYPE mood ..., or: CREATE TYPE mood_new ...; DROP TYPE mood; ALTER TYPE
// mood_new RENAME TO mood.
std::optional<TypeReplacement> ReplacedLater(const ObjectName& name, const StatementFacts& facts) {
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const Statement& statement = *facts.batch.statements[position].statement;
    const ObjectName* created = CreatedType(statement);
    if (created != nullptr && created->name == name.name) {
      const auto* as_enum = As<CreateEnum>(statement);
      return TypeReplacement{statement.span, as_enum != nullptr,
                             as_enum == nullptr ? std::vector<std::string>() : as_enum->values,
                             name.name, name.name};
    }
    const auto* rename = As<Rename>(statement);
    if (IsTypeRename(rename) && rename->new_name == name.name) {
      return Existing(statement.span, facts.before.FindType(rename->object.name),
                      rename->object.name.name, name.name);
    }
  }
  return std::nullopt;
}

// ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood ...; DROP TYPE mood_old.
std::optional<TypeReplacement> ReplacedEarlier(const ObjectName& name,
                                               const StatementFacts& facts) {
  for (const std::uint32_t position : facts.EarlierNaming(name.name)) {
    const auto* rename = As<Rename>(*facts.batch.statements[position].statement);
    if (!IsTypeRename(rename) || rename->new_name != name.name) continue;
    const Type* replacement = facts.before.FindType(rename->object.name);
    if (replacement != nullptr) {
      const std::string& lasting = rename->object.name.name;
      return Existing(replacement->origin.span, replacement, lasting, lasting);
    }
  }
  return std::nullopt;
}

bool DropsType(const Statement& statement, std::string_view name) {
  const auto* drop = As<Drop>(statement);
  return drop != nullptr && drop->kind == ObjectKind::kType &&
         std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
           return object.name.name == name;
         });
}

// A later statement that changes the column to the type of that name.
bool ComesBack(const AlterTable& alter, const std::string& column, std::string_view type,
               const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(alter.table.name), [&](std::uint32_t position) {
    const auto* later = As<AlterTable>(*facts.batch.statements[position].statement);
    if (later == nullptr || later->table.name != alter.table.name) return false;
    return std::ranges::any_of(later->actions, [&](const AlterTableAction& action) {
      return action.kind == AlterTableKind::kAlterColumnType && action.column == column &&
             action.type && action.type->name == type;
    });
  });
}

// The same for a column whose type no file tells: it comes back to a type that is dropped
// meanwhile.
bool ComesBackToDropped(const AlterTable& alter, const std::string& column,
                        const StatementFacts& facts) {
  for (const std::uint32_t position : facts.LaterNaming(alter.table.name)) {
    const auto* later = As<AlterTable>(*facts.batch.statements[position].statement);
    if (later == nullptr || later->table.name != alter.table.name) continue;
    for (const AlterTableAction& action : later->actions) {
      if (action.kind != AlterTableKind::kAlterColumnType || action.column != column) continue;
      if (!action.type) continue;
      const std::string& type = action.type->name;
      const auto drops = [&](std::uint32_t other) {
        return DropsType(*facts.batch.statements[other].statement, type);
      };
      if (std::ranges::any_of(facts.LaterNaming(type), drops)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> EnumLabels(const Type* type) {
  std::vector<std::string> labels;
  if (type == nullptr) return labels;
  for (const EnumValue& value : type->values) labels.push_back(value.label);
  return labels;
}

bool MayBeEnum(const ObjectName& name, const Catalogue& catalogue) {
  const Type* type = catalogue.FindType(name);
  if (type != nullptr) return type->kind == TypeKind::kEnum;
  return catalogue.Find(name) == nullptr;  // a composite type is a relation
}

std::optional<TypeReplacement> FindTypeReplacement(const ObjectName& dropped,
                                                   const StatementFacts& facts) {
  if (auto later = ReplacedLater(dropped, facts)) return later;
  return ReplacedEarlier(dropped, facts);
}

bool IsEnumRecreationStep(const AlterTable& alter, const AlterTableAction& action,
                          const StatementFacts& facts) {
  if (action.kind != AlterTableKind::kAlterColumnType || !action.type) return false;
  const Relation* table = facts.before.Find(alter.table);
  const Column* column = table == nullptr ? nullptr : table->FindColumn(action.column);
  const Type* from = column == nullptr ? nullptr : facts.before.FindType(column->type_name);
  const Type* to = facts.before.FindType(*action.type);
  const auto dropped_at = [&](std::string_view name) {
    return [&facts, name](std::uint32_t position) {
      return DropsType(*facts.batch.statements[position].statement, name);
    };
  };
  const bool to_new =
      to != nullptr && to->kind == TypeKind::kEnum && to->origin.batch == facts.batch.id;
  // Back: text to the new enum, whose predecessor is gone.
  if (to_new) {
    const std::string& name = to->name.name;
    const auto earlier = facts.EarlierNaming(name);
    const auto drop = std::ranges::find_if(earlier, dropped_at(name));
    if (drop != earlier.end() && MayHaveBeenEnum(name, *drop, facts)) return true;
  }
  if (column == nullptr) return ComesBackToDropped(alter, action.column, facts);
  if (from == nullptr || from->kind != TypeKind::kEnum) return false;
  const std::string& old_name = from->name.name;
  if (std::ranges::none_of(facts.LaterNaming(old_name), dropped_at(old_name))) return false;
  return to_new || ComesBack(alter, action.column, old_name, facts);
}

}  // namespace hoglint
