#include "lint/drift/schema_drift.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace hoglint {
namespace {

// What a difference is about; its two sides left out.
using Key = std::tuple<DifferenceObject, QualifiedName, std::string>;

Key KeyOf(const Difference& difference) {
  return {difference.object, difference.relation, difference.part};
}

std::set<Key> KeysOf(const std::vector<Difference>& differences) {
  std::set<Key> keys;
  for (const Difference& difference : differences) keys.insert(KeyOf(difference));
  return keys;
}

// One of it and several.
struct Noun {
  std::string_view one;
  std::string_view several;
};

Noun NounOf(DifferenceObject object) {
  switch (object) {
    case DifferenceObject::kSchema:
      return {"schema", "schemas"};
    case DifferenceObject::kTable:
      return {"table", "tables"};
    case DifferenceObject::kView:
      return {"view", "views"};
    case DifferenceObject::kColumn:
      return {"column", "columns"};
    case DifferenceObject::kColumnType:
      return {"column type", "column types"};
    case DifferenceObject::kNullability:
      return {"nullability", "nullabilities"};
    case DifferenceObject::kDefault:
      return {"default", "defaults"};
    case DifferenceObject::kIdentity:
      return {"identity", "identities"};
    case DifferenceObject::kGenerated:
      return {"generation", "generations"};
    case DifferenceObject::kConstraint:
      return {"constraint", "constraints"};
    case DifferenceObject::kConstraintValidated:
      return {"constraint's validation", "constraints' validations"};
    case DifferenceObject::kIndex:
      return {"index", "indexes"};
    case DifferenceObject::kIndexDefinition:
      return {"index's definition", "indexes' definitions"};
    case DifferenceObject::kEnum:
      return {"enum", "enums"};
    case DifferenceObject::kEnumValues:
      return {"enum's values", "enums' values"};
    case DifferenceObject::kSequence:
      return {"sequence", "sequences"};
    case DifferenceObject::kPolicy:
      return {"policy", "policies"};
    case DifferenceObject::kRowSecurity:
      return {"table's row level security", "tables' row level security"};
  }
  return {"object", "objects"};
}

std::string Counted(DifferenceObject object, std::size_t count) {
  const Noun noun = NounOf(object);
  return count == 1 ? fmt::format("1 {}", noun.one) : fmt::format("{} {}", count, noun.several);
}

DriftLevel LevelOf(DifferenceKind kind, DifferenceObject object) {
  if (kind == DifferenceKind::kMissing) return DriftLevel::kError;
  if (kind == DifferenceKind::kExtra) {
    // An index built by hand before its migration is a known way to avoid its lock.
    return object == DifferenceObject::kIndex || object == DifferenceObject::kSequence
               ? DriftLevel::kNote
               : DriftLevel::kWarning;
  }
  switch (object) {
    case DifferenceObject::kDefault:
    case DifferenceObject::kConstraint:
    case DifferenceObject::kConstraintValidated:
    case DifferenceObject::kIndexDefinition:
    case DifferenceObject::kPolicy:
      return DriftLevel::kWarning;
    default:
      return DriftLevel::kError;
  }
}

std::string_view KindId(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::kMissing:
      return "missing-from-database";
    case DifferenceKind::kExtra:
      return "not-in-migrations";
    case DifferenceKind::kChanged:
      break;
  }
  return "differs-from-migrations";
}

DriftObject ObjectOf(const Difference& difference) {
  const bool named = difference.part.empty() && difference.kind != DifferenceKind::kChanged;
  const bool type = difference.object == DifferenceObject::kColumn;
  if (named || (!type && difference.kind != DifferenceKind::kChanged)) {
    return {DriftObjectName(difference), {}, {}};
  }
  return {DriftObjectName(difference), difference.expected, difference.actual};
}

class Comparison {
 public:
  explicit Comparison(const SchemaDriftInput& input)
      : input_(input),
        differences_(CountedDifferences(input.expected.applied, input)),
        to_applied_(KeysOf(differences_)),
        after_all_(CountedDifferences(input.expected.full, input)),
        to_full_(KeysOf(after_all_)) {}

  SchemaDrift Run() {
    NoteWhatIsNew();
    for (const UnappliedMigration& migration : input_.expected.unapplied) Unapplied(migration);
    std::erase_if(differences_,
                  [&](const Difference& difference) { return Explained(difference); });
    LeaveOpen();
    Groups();
    InvalidIndexes();
    return std::move(result_);
  }

 private:
  // A table that a migration makes is there when nothing of it is missing or different.
  [[nodiscard]] bool IsThere(const Difference& change) const {
    if (to_full_.contains(KeyOf(change)) || absent_.contains(change.relation)) return false;
    if (change.kind != DifferenceKind::kExtra || change.object != DifferenceObject::kTable) {
      return true;
    }
    return std::ranges::none_of(after_all_, [&](const Difference& difference) {
      return difference.relation == change.relation && difference.kind != DifferenceKind::kExtra &&
             !of_migrations_.contains(KeyOf(difference));
    });
  }

  // The database could tell: it differs from the state before the migration or from the one after,
  // in this or because the relation itself is one that only migrations without a row make.
  [[nodiscard]] bool IsVisible(const Difference& change) const {
    return to_applied_.contains(KeyOf(change)) || to_full_.contains(KeyOf(change)) ||
           new_.contains(change.relation) || absent_.contains(change.relation);
  }

  // What the database has, the files before the migration do not have, and those after it do.
  void Unapplied(const UnappliedMigration& migration) {
    UnappliedPresence presence{migration.track, migration.tag, Presence::kUnprovable, {}};
    std::size_t visible = 0;
    for (const Difference& change : migration.changes) {
      if (change.object == DifferenceObject::kSequence || !IsVisible(change)) continue;
      ++visible;
      if (!IsThere(change)) continue;
      presence.there.push_back(DriftObjectName(change));
      explained_.insert(KeyOf(change));
      if (change.part.empty()) made_.insert(change.relation);
    }
    if (visible > 0) {
      presence.presence = presence.there.empty()             ? Presence::kAbsent
                          : presence.there.size() == visible ? Presence::kThere
                                                             : Presence::kPartly;
    }
    result_.unapplied.push_back(std::move(presence));
  }

  void NoteWhatIsNew() {
    for (const Difference& difference : differences_) {
      if (difference.kind == DifferenceKind::kExtra && difference.part.empty()) {
        new_.insert(difference.relation);
      }
    }
    for (const Difference& difference : after_all_) {
      if (difference.kind == DifferenceKind::kMissing && difference.part.empty()) {
        absent_.insert(difference.relation);
      }
    }
    for (const UnappliedMigration& migration : input_.expected.unapplied) {
      for (const Difference& change : migration.changes) of_migrations_.insert(KeyOf(change));
    }
  }

  [[nodiscard]] bool Explained(const Difference& difference) const {
    return explained_.contains(KeyOf(difference)) ||
           (made_.contains(difference.relation) && difference.kind == DifferenceKind::kExtra);
  }

  // Takes out what the files do not say, one note for each place.
  void LeaveOpen() {
    std::map<OpenChanges::Reason, std::vector<std::string>> open;
    std::erase_if(differences_, [&](const Difference& difference) {
      const auto reason = input_.expected.open.Find(difference);
      if (reason) open[*reason].push_back(DriftObjectName(difference));
      return reason.has_value();
    });
    for (const auto& [reason, objects] : open) {
      result_.not_checked.push_back(
          {std::nullopt, reason.place,
           fmt::format("{}: it {}", fmt::join(objects, ", "), reason.why)});
    }
  }

  [[nodiscard]] std::string OwnerOf(const Difference& difference) const {
    const auto owner = input_.expected.owners.find(difference.relation);
    return owner == input_.expected.owners.end() ? std::string() : owner->second;
  }

  // Rows of no file here may have brought what no file makes.
  [[nodiscard]] bool HasUnknownRows() const {
    return std::ranges::any_of(input_.tracks, [](const AppliedTrack& track) {
      return !track.drift->comparison.unknown_rows.empty();
    });
  }

  void Groups() {
    std::map<std::tuple<DifferenceKind, std::string, DifferenceObject>, std::vector<Difference>>
        groups;
    for (const Difference& difference : differences_) {
      groups[{difference.kind, OwnerOf(difference), difference.object}].push_back(difference);
    }
    for (const auto& [key, group] : groups) {
      const auto& [kind, track, object] = key;
      DriftFinding finding{.kind = KindId(kind),
                           .level = LevelOf(kind, object),
                           .track = track,
                           .subject = {},
                           .message = Message(kind, object, group.size(), track)};
      if (kind == DifferenceKind::kExtra && HasUnknownRows()) finding.level = DriftLevel::kNote;
      for (const Difference& difference : group) finding.objects.push_back(ObjectOf(difference));
      result_.findings.push_back(std::move(finding));
    }
  }

  [[nodiscard]] const TrackDrift* FindTrack(const std::string& name) const {
    for (const AppliedTrack& track : input_.tracks) {
      if (track.drift->name == name) return track.drift;
    }
    return nullptr;
  }

  // What such a file says now, nothing has made.
  [[nodiscard]] bool HasEditedFiles(const std::string& name) const {
    const TrackDrift* track = FindTrack(name);
    return track != nullptr &&
           std::ranges::any_of(track->comparison.entries,
                               [](const auto& entry) { return entry.hash == EntryHash::kEdited; });
  }
  // Nobody writes migrations for the engine but its package.
  [[nodiscard]] bool IsEngine(const std::string& name) const {
    const TrackDrift* track = FindTrack(name);
    return track != nullptr && track->is_engine;
  }
  [[nodiscard]] std::string_view WayBack(const std::string& track) const {
    return IsEngine(track)
               ? "restore a backup or, where nothing is to be kept, make the database anew and run "
                 "db:migrate (the engine's check at start-up only counts rows, and says in sync)"
               : "write a migration that does, or restore";
  }
  [[nodiscard]] std::string_view Decision(const std::string& track) const {
    return IsEngine(track)
               ? "The engine's next migrations build upon what its own made: put it back"
               : "Write a migration that says which of the two is meant";
  }

  [[nodiscard]] std::string Message(DifferenceKind kind, DifferenceObject object, std::size_t count,
                                    const std::string& track) const {
    const std::string what = Counted(object, count);
    const std::string_view is = count == 1 ? "is" : "are";
    const std::string_view it = count == 1 ? "it" : "them";
    const bool edited = HasEditedFiles(track);
    switch (kind) {
      case DifferenceKind::kMissing:
        return fmt::format(
            "{} that applied migrations {} {} not there: {}dropped or renamed outside of the "
            "migrations (db:push drops what its schema files do not name). No run of the migrator "
            "brings {} {}: {}",
            what, edited ? "make" : "made", is,
            edited ? "added by the edit of a file that had run, or " : "", it,
            edited ? "here" : "back", WayBack(track));
      case DifferenceKind::kExtra:
        if (HasUnknownRows()) {
          return fmt::format("{} that no migration here makes; rows of no file here may have",
                             what);
        }
        return fmt::format(
            "{} that no migration makes: db:push did, or a hand. Another database built from the "
            "files lacks {}: write the migration, with IF NOT EXISTS, or drop {}",
            what, it, it);
      case DifferenceKind::kChanged:
        break;
    }
    return fmt::format(
        "{} {} not as applied migrations {} {}: changed {}outside of the migrations. {}", what, is,
        edited ? "have" : "left", it, edited ? "by the edit of a file that had run, or " : "",
        Decision(track));
  }

  // PostgreSQL leaves one behind where CREATE INDEX CONCURRENTLY fails.
  void InvalidIndexes() {
    DriftFinding finding{
        .kind = "invalid-index",
        .level = DriftLevel::kWarning,
        .track = {},
        .subject = {},
        .message =
            "an index is invalid: a CREATE INDEX CONCURRENTLY failed or is still running. "
            "No query uses it, every write pays for it, and IF NOT EXISTS takes it for "
            "done: drop it with DROP INDEX CONCURRENTLY, and build it again"};
    for (const auto& [name, id] : input_.actual.relation_names()) {
      const Relation& index = *input_.actual.Get(id);
      if (!index.index || index.index->valid) continue;
      const Relation* table = input_.actual.Get(index.index->table);
      if (table == nullptr || input_.expected.full.Find(table->name) == nullptr) continue;
      finding.objects.push_back(
          {fmt::format("index {} of {}", index.name.name, DisplayName(table->name)), {}, {}});
    }
    if (!finding.objects.empty()) result_.findings.push_back(std::move(finding));
  }

  const SchemaDriftInput& input_;
  std::vector<Difference> differences_;
  std::set<Key> to_applied_;
  std::vector<Difference> after_all_;
  std::set<Key> to_full_;
  std::set<QualifiedName> new_;     // in the database, and no applied migration makes them
  std::set<QualifiedName> absent_;  // not in the database, and some migration makes them
  std::set<Key> of_migrations_;     // what migrations without a row change
  std::set<Key> explained_;
  std::set<QualifiedName> made_;  // relations that a migration without a row makes, and are there
  SchemaDrift result_;
};

}  // namespace

std::string DriftObjectName(const Difference& difference) {
  const std::string of = DisplayName(difference.relation);
  const std::string& part = difference.part;
  switch (difference.object) {
    case DifferenceObject::kSchema:
      return fmt::format("schema {}", difference.relation.schema);
    case DifferenceObject::kTable:
    case DifferenceObject::kView:
    case DifferenceObject::kEnum:
    case DifferenceObject::kSequence:
      return fmt::format("{} {}", NounOf(difference.object).one, of);
    case DifferenceObject::kEnumValues:
      return fmt::format("values of enum {}", of);
    case DifferenceObject::kRowSecurity:
      return fmt::format("row level security of {}", of);
    case DifferenceObject::kColumn:
      return fmt::format("column {} of {}", part, of);
    case DifferenceObject::kColumnType:
      return fmt::format("type of column {} of {}", part, of);
    case DifferenceObject::kNullability:
    case DifferenceObject::kIdentity:
    case DifferenceObject::kGenerated:
      return fmt::format("column {} of {}", part, of);
    case DifferenceObject::kDefault:
      return fmt::format("default of column {} of {}", part, of);
    case DifferenceObject::kConstraint:
    case DifferenceObject::kConstraintValidated:
      return fmt::format("constraint {} of {}", part, of);
    case DifferenceObject::kIndex:
    case DifferenceObject::kIndexDefinition:
      return fmt::format("index {} of {}", part, of);
    case DifferenceObject::kPolicy:
      return fmt::format("policy {} of {}", part, of);
  }
  return of;
}

SchemaDrift CompareSchema(const SchemaDriftInput& input) { return Comparison(input).Run(); }

}  // namespace hoglint
