#include "lint/facts/declared_ownership.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "lint/facts/declared_names.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/fold.h"
#include "lint/facts/snapshot_owners.h"
#include "lint/facts/touch_list.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint {
namespace {

constexpr std::string_view kDuplicateRelation = "42P07";
constexpr std::string_view kDuplicateObject = "42710";

// The names of primary keys and of serial columns' sequences are chosen so that they are free.
const Relation* OwnedRelation(const Ownership& ownership, const QualifiedName& name) {
  const Relation* relation = ownership.catalogue.Find(name);
  if (relation == nullptr || relation->sequence) return nullptr;
  return relation->index && relation->index->primary ? nullptr : relation;
}

const Type* OwnedType(const Ownership& ownership, const QualifiedName& name) {
  const auto found = ownership.catalogue.types().find(name);
  return found == ownership.catalogue.types().end() ? nullptr : &found->second;
}

// What the migrations of the track have made, and what its newest snapshot holds.
class Made {
 public:
  Made(const Track& track, const Sources& sources, const Runner& runner)
      : track_(track), sources_(sources), runner_(runner), sql_(FoldFrom(Catalogue())) {
    if (track.drizzle == nullptr) return;
    for (const Snapshot& snapshot : track.drizzle->snapshots) {
      if (snapshot.schema) newest_ = &snapshot.schema->catalogue;
    }
  }

  [[nodiscard]] bool BySql(const QualifiedName& name) const { return Has(sql_, name); }
  [[nodiscard]] bool Has(const QualifiedName& name) const {
    return BySql(name) || (newest_ != nullptr && Has(*newest_, name));
  }

  // A foreign key on these columns of the table, to the owner's.
  [[nodiscard]] bool HasKey(const QualifiedName& table, const std::vector<std::string>& columns,
                            const QualifiedName& target) const {
    const Relation* relation = sql_.Find(table);
    if (relation == nullptr) return false;
    return std::ranges::any_of(relation->constraints, [&](const Constraint& constraint) {
      if (!constraint.references || constraint.columns != columns) return false;
      const Relation* to = sql_.Get(constraint.references->table);
      return to != nullptr && to->name == target;
    });
  }

  // A column of a type that only the owner's migrations create: the SQL makes it where they ran.
  [[nodiscard]] bool HasColumn(const QualifiedName& table, const DeclaredColumn& column,
                               const QualifiedName& type) {
    if (!behind_types_) behind_types_ = FoldFrom(TypesAtStartOf(track_));
    const Relation* relation = behind_types_->Find(table);
    const Column* known = relation == nullptr ? nullptr : FindDeclared(*relation, column);
    return known != nullptr && known->type_name.name == type.name;
  }

 private:
  static bool Has(const Catalogue& catalogue, const QualifiedName& name) {
    const Relation* relation = catalogue.Find(name);
    return (relation != nullptr && !relation->assumed) || catalogue.types().contains(name);
  }

  [[nodiscard]] Catalogue FoldFrom(Catalogue start) const {
    const FoldOptions options{.runner = runner_, .batching = Batching::kEachMigration};
    return Fold(track_, sources_, std::move(start), options, {});
  }

  const Track& track_;
  const Sources& sources_;
  const Runner& runner_;
  Catalogue sql_;
  std::optional<Catalogue> behind_types_;
  const Catalogue* newest_ = nullptr;
};

class Touches {
 public:
  Touches(const Track& track, const Sources& sources, const Runner& runner)
      : track_(track), sources_(sources), runner_(runner), ownership_(*track.ownership) {}

  std::vector<DeclaredTouch> Find() && {
    if (track_.declared != nullptr) LookAt(*track_.declared);
    LookAtSnapshots();
    return std::move(touches_);
  }

 private:
  // Folding the migrations is not for those who declare nothing of the owner's.
  Made& made() {
    if (!made_) made_.emplace(track_, sources_, runner_);
    return *made_;
  }

  DeclaredTouch& Add(DeclaredTouchKind kind, Span span, const QualifiedName& object,
                     std::string_view thing) {
    DeclaredTouch& touch = touches_.emplace_back();
    touch.kind = kind;
    touch.span = span;
    touch.object = object;
    touch.thing = thing;
    touch.subject = DisplayName(object);
    touch.owner = &OwnerOf(ownership_, object);
    return touch;
  }

  void LookAt(const DeclaredSchema& declared) {
    for (const ForeignExport& each : declared.foreign_exports) {
      if (declared.InSchema(each.span.file, true)) LookAt(each);
    }
    for (const DeclaredEnum& each : declared.enums) {
      if (declared.InSchema(each.span.file, each.exported)) {
        TakeName(each.name, each.name_span, "enum", true);
      }
    }
    for (const DeclaredTable& each : declared.tables) {
      if (declared.InSchema(each.span.file, each.exported)) LookAt(each);
    }
    for (const DeclaredView& each : declared.views) {
      if (each.existing || !declared.InSchema(each.span.file, each.exported)) continue;
      TakeName(each.name, each.name_span, each.materialized ? "materialized view" : "view", false);
    }
  }

  // True when the name is the owner's, reported here or not.
  bool TakeName(const DeclaredName& name, Span span, std::string_view thing, bool is_type) {
    const QualifiedName key = KeyOf(name);
    const Relation* relation = OwnedRelation(ownership_, key);
    // Indexes have no row type that a type could collide with, and types none that an index could.
    if (is_type && relation != nullptr && relation->index) relation = nullptr;
    const bool has_type = thing != "index" && thing != "constraint";
    const Type* type = has_type ? OwnedType(ownership_, key) : nullptr;
    if (relation == nullptr && type == nullptr) return false;
    if (made().Has(key)) return true;
    DeclaredTouch& touch = Add(DeclaredTouchKind::kNameTaken, span, key,
                               relation != nullptr ? ThingOf(*relation) : ThingOf(*type));
    touch.what = fmt::format("{} {}", thing, DisplayName(key));
    touch.sqlstate = relation == nullptr || is_type ? kDuplicateObject : kDuplicateRelation;
    return true;
  }

  void LookAt(const DeclaredTable& table) {
    if (TakeName(table.name, table.name_span, "table", false)) return;
    for (const DeclaredIndex& index : table.indexes) {
      if (index.name.empty()) continue;
      TakeName({table.name.schema, index.name}, index.span,
               index.constraint ? "constraint" : "index", false);
    }
    for (const DeclaredReference& reference : table.references) LookAt(table, reference);
    for (const DeclaredColumn& column : table.columns) LookAt(table, column);
  }

  void LookAt(const DeclaredTable& table, const DeclaredReference& reference) {
    const Ownership* owner = OwnerOfModule(ownership_, reference.module);
    if (owner == nullptr) return;
    const QualifiedName target{"public", SnakeCase(reference.constant)};
    const QualifiedName from = KeyOf(table.name);
    if (made().HasKey(from, reference.columns, target)) return;
    DeclaredTouch& touch = Add(DeclaredTouchKind::kReference, reference.span, target, "table");
    touch.owner = owner;
    std::vector<std::string> columns;
    for (const std::string& column : reference.columns) columns.push_back(QuoteIdentifier(column));
    touch.what = fmt::format("{}{}{}{}", DisplayName(from), columns.empty() ? "" : " (",
                             fmt::join(columns, ", "), columns.empty() ? "" : ")");
    touch.subject =
        fmt::format("{}({}) to {}", DisplayName(from), fmt::join(columns, ","), touch.subject);
  }

  void LookAt(const DeclaredTable& table, const DeclaredColumn& column) {
    const Ownership* owner = OwnerOfModule(ownership_, column.builder_module);
    if (owner == nullptr) return;
    const auto type = NameOfEnum(column.builder);
    if (!type || made().HasColumn(KeyOf(table.name), column, *type)) return;
    DeclaredTouch& touch = Add(DeclaredTouchKind::kTypeUsed, column.span, *type, "enum");
    touch.owner = owner;
    const std::string shown = DisplayName(KeyOf(table.name));
    touch.what = fmt::format("column {} of {}", QuoteIdentifier(column.name), shown);
    touch.subject = fmt::format("{}.{}", shown, column.name);
  }

  // The package calls the constants of its enums journeyStatusEnum, those of its tables
  // journeyStates (hogsend.md, 4).
  [[nodiscard]] std::optional<QualifiedName> NameOfEnum(std::string_view constant) const {
    if (constant.ends_with("Enum")) constant.remove_suffix(4);
    QualifiedName name{"public", SnakeCase(constant)};
    if (OwnedType(ownership_, name) == nullptr) return std::nullopt;
    return name;
  }
  [[nodiscard]] std::optional<QualifiedName> NameOfTable(std::string_view constant) const {
    QualifiedName name{"public", SnakeCase(constant)};
    if (OwnedRelation(ownership_, name) == nullptr) return std::nullopt;
    return name;
  }

  void LookAt(const ForeignExport& each) {
    const Ownership* owner = OwnerOfModule(ownership_, each.module);
    if (owner == nullptr) return;
    std::vector<std::string> objects;
    for (const std::string& constant : each.names) {
      auto name = NameOfTable(constant);
      if (!name) name = NameOfEnum(constant);
      if (name && !made().Has(*name)) objects.push_back(DisplayName(*name));
    }
    if (each.names.empty() ? AnyMade(*owner) : objects.empty()) return;
    DeclaredTouch& touch = touches_.emplace_back();
    touch.owner = owner;
    touch.kind = DeclaredTouchKind::kExported;
    touch.span = each.span;
    touch.subject = each.names.empty() ? each.module : fmt::format("{}", fmt::join(objects, ", "));
    touch.what = each.module;
    touch.objects = std::move(objects);
  }

  bool AnyMade(const Ownership& owner) {
    const auto& names = owner.catalogue.relation_names();
    return std::ranges::any_of(names, [&](const auto& named) {
      return OwnedRelation(owner, named.first) != nullptr && made().Has(named.first);
    });
  }

  // Each object once, in the first snapshot that has it.
  void LookAtSnapshots() {
    if (track_.drizzle == nullptr) return;
    std::set<QualifiedName> seen;
    const std::vector<const Migration*> owners = SnapshotOwners(track_);
    for (std::size_t i = 0; i < owners.size(); ++i) {
      const Snapshot& snapshot = track_.drizzle->snapshots[i];
      if (!snapshot.schema || owners[i] == nullptr) continue;
      std::vector<QualifiedName> names;
      for (const QualifiedName& name : NamesOf(snapshot.schema->catalogue)) {
        if (!IsOwnersName(ownership_, name) || !seen.insert(name).second) continue;
        if (!made().BySql(name)) names.push_back(name);
      }
      if (!names.empty()) AddSnapshot(snapshot, *owners[i], names);
    }
  }

  static std::vector<QualifiedName> NamesOf(const Catalogue& catalogue) {
    std::vector<QualifiedName> names;
    for (const auto& [name, id] : catalogue.relation_names()) {
      const Relation* relation = catalogue.Get(id);
      // Assumed is what a foreign key of the snapshot refers to, and it does not hold.
      if (relation == nullptr || relation->assumed) continue;
      if (!relation->index && !relation->sequence) names.push_back(name);
    }
    for (const auto& [name, type] : catalogue.types()) names.push_back(name);
    return names;
  }

  void AddSnapshot(const Snapshot& snapshot, const Migration& migration,
                   const std::vector<QualifiedName>& names) {
    DeclaredTouch& touch = touches_.emplace_back();
    touch.kind = DeclaredTouchKind::kInSnapshot;
    touch.span = PlaceOf(names.front(), snapshot.file);
    for (const QualifiedName& name : names) touch.objects.push_back(DisplayName(name));
    touch.subject = fmt::format("{}", fmt::join(touch.objects, ", "));
    touch.migration = &migration;
    touch.owner = &OwnerOf(ownership_, names.front());
  }

  // The key or the name in the file's text; its first byte where it is not found.
  [[nodiscard]] Span PlaceOf(const QualifiedName& name, FileId file) const {
    const std::string_view text = sources_[file].text();
    for (const std::string& word :
         {fmt::format("\"{}.{}\"", name.schema, name.name), fmt::format("\"{}\"", name.name)}) {
      const std::size_t at = text.find(word);
      if (at == std::string_view::npos) continue;
      return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
    }
    return {file, 0, 0};
  }

  const Track& track_;
  const Sources& sources_;
  const Runner& runner_;
  const Ownership& ownership_;
  std::optional<Made> made_;
  std::vector<DeclaredTouch> touches_;
};

}  // namespace

std::vector<DeclaredTouch> DeclaredTouchesOf(const Track& track, const Sources& sources,
                                             const Runner& runner) {
  if (track.ownership == nullptr) return {};
  return Touches(track, sources, runner).Find();
}

const Ownership* OwnerOfModule(const Ownership& ownership, std::string_view module) {
  if (ownership.parts.empty()) {
    return IsOfPackage(module, ownership.package) ? &ownership : nullptr;
  }
  for (const std::shared_ptr<const Ownership>& part : ownership.parts) {
    if (IsOfPackage(module, part->package)) return part.get();
  }
  return nullptr;
}

bool IsOwnersName(const Ownership& ownership, const QualifiedName& name) {
  const Relation* relation = OwnedRelation(ownership, name);
  if (relation != nullptr && !relation->index) return true;
  return OwnedType(ownership, name) != nullptr;
}

}  // namespace hoglint
