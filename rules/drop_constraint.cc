// drop-constraint: a constraint or unique index that kept the data whole, or that ON CONFLICT
// relies on, goes away.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lint/facts/cascade.h"
#include "lint/facts/lost_guarantee.h"
#include "lint/facts/replica_identity.h"
#include "lint/facts/unique_index.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string_view KindName(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return "primary key";
    case ConstraintKind::kUnique:
      return "unique constraint";
    case ConstraintKind::kForeignKey:
      return "foreign key";
    case ConstraintKind::kCheck:
      return "check constraint";
    case ConstraintKind::kExclude:
      return "exclusion constraint";
    case ConstraintKind::kNotNull:
      break;
  }
  return "constraint";
}

// A partial index in the place of a unique constraint or index is another case: all of them that a
// migration has are one finding.
bool ExplainPartial(Finding& finding, const Relation& table, const Constraint& dropped,
                    const StatementFacts& facts) {
  const CreateIndex* next = PartialSuccessor(table.name, dropped.columns, facts);
  if (next == nullptr) return false;
  finding.level = Level::kWarning;
  finding.effect = fmt::format(
      "only rows where {} stay unique, and code that is deployed now fails where it says ON "
      "CONFLICT "
      "({}) without that condition (42P10)",
      next->where->text, ColumnList(dropped.columns));
  finding.remedy =
      "first deploy code whose ON CONFLICT says the condition, which works with the old index too";
  finding.related.push_back({next->name_span, "takes its place for some of the rows"});
  finding.group = "partial";
  finding.group_label = "and " + finding.subject;
  return true;
}

// Its columns stay unique, but ON CONFLICT no longer finds it as it was.
void ExplainWeaker(Finding& finding, const Constraint& dropped, const WeakerSuccessor& weaker) {
  const std::string columns = ColumnList(dropped.columns);
  finding.related.push_back({weaker.place, "takes its place"});
  if (weaker.kind == WeakerKind::kDeferrable) {
    finding.effect = fmt::format(
        "what takes its place is DEFERRABLE: code that is deployed now fails where it says ON "
        "CONFLICT ({}), or names the constraint there (55000)",
        columns);
    finding.remedy = fmt::format(
        "leave DEFERRABLE out; or first deploy code without ON CONFLICT ({}), also where an ORM "
        "writes it",
        columns);
    return;
  }
  finding.level = Level::kNote;
  finding.effect = fmt::format(
      "an index takes its name: ON CONFLICT ({}) works as before, ON CONFLICT ON CONSTRAINT {} "
      "fails (42704)",
      columns, QuoteIdentifier(dropped.name));
  finding.remedy = "make sure that no deployed code names the constraint, or add it USING INDEX";
}

// Fills in what is lost, which follows from the kind.
void Explain(Finding& finding, const Constraint& constraint, const std::string& table,
             const StatementFacts& facts) {
  const std::string columns = ColumnList(constraint.columns);
  if (IsUnique(constraint.kind)) {
    finding.effect = fmt::format(
        "code that is deployed now fails where it says ON CONFLICT ({}), and {} may hold "
        "duplicates from now on",
        columns, table);
    finding.remedy = fmt::format(
        "first deploy code without ON CONFLICT ({}), also where an ORM writes it; where rows are "
        "to "
        "stay unique, build what takes its place before{}:{}",
        columns, facts.transaction.open ? " (CONCURRENTLY, so outside of the migration)" : "",
        SqlLine(fmt::format("CREATE UNIQUE INDEX CONCURRENTLY ... ON {} ({});", table, columns)));
    return;
  }
  finding.level = Level::kWarning;
  if (constraint.kind == ConstraintKind::kForeignKey && constraint.references) {
    finding.effect = fmt::format(
        "rows of {} may point at nothing from now on, and ON DELETE actions no longer run; takes "
        "ACCESS EXCLUSIVE on {} as well",
        table, ShownName(constraint.references->table, facts));
  } else {
    finding.effect = fmt::format("{} may hold rows that break it from now on", table);
  }
  finding.remedy = "make sure that no code relies on it; bringing it back means checking every row";
}

void AddIdentity(Finding& finding, const Constraint& dropped, const Relation& table,
                 const StatementFacts& facts) {
  if (!LosesIdentityWith(dropped, table, facts)) return;
  finding.effect += "; logical replication of UPDATE and DELETE needs a replica identity";
}

// True when an earlier statement of the batch has dropped it already, under a condition perhaps.
bool IsReported(const AlterTable& alter, const AlterTableAction& action,
                const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(alter.table.name), [&](std::uint32_t position) {
    const auto* earlier = As<AlterTable>(*facts.batch.statements[position].statement);
    if (earlier == nullptr || earlier->table.name != alter.table.name) return false;
    return std::ranges::any_of(earlier->actions, [&](const AlterTableAction& other) {
      return other.kind == AlterTableKind::kDropConstraint && other.name == action.name;
    });
  });
}

// Of a constraint that no file makes it is not known what it is; another one of its name takes its
// place.
bool IsNameGivenAgain(const AlterTable& alter, const std::string& name,
                      const StatementFacts& facts) {
  const auto gives = [&](const AlterTable& statement) {
    return std::ranges::any_of(statement.actions, [&](const AlterTableAction& action) {
      return action.constraint && action.constraint->name == name;
    });
  };
  const auto gives_later = [&](std::uint32_t position) {
    const auto* later = As<AlterTable>(*facts.batch.statements[position].statement);
    return later != nullptr && gives(*later) &&
           facts.before.Resolve(later->table) == facts.before.Resolve(alter.table);
  };
  return gives(alter) || std::ranges::any_of(facts.LaterNaming(alter.table.name), gives_later);
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  const Constraint* constraint = table == nullptr ? nullptr : table->FindConstraint(action.name);
  const auto weaker =
      constraint == nullptr ? std::nullopt : WeakerSuccessorOf(*constraint, *table, facts);
  // Where only the replica identity goes, that is no-replica-identity's.
  if (constraint != nullptr && !weaker && IsMissedByNobody(*constraint, *table, facts)) return;
  if (constraint == nullptr && action.if_exists && HistoryIsComplete(facts)) return;
  if (constraint == nullptr && IsReported(alter, action, facts)) return;
  if (constraint == nullptr && IsNameGivenAgain(alter, action.name, facts)) return;

  const std::string owner = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.name);
  Finding& finding = findings.Add(
      action.span,
      fmt::format("drops {} {} of {}",
                  constraint == nullptr ? "constraint" : KindName(constraint->kind), name, owner));
  finding.subject = fmt::format("{}.{}", owner, name);
  if (constraint != nullptr) {
    const bool unique = IsUnique(constraint->kind);
    if (weaker) {
      ExplainWeaker(finding, *constraint, *weaker);
    } else if (!unique || !ExplainPartial(finding, *table, *constraint, facts)) {
      Explain(finding, *constraint, owner, facts);
      AddIdentity(finding, *constraint, *table, facts);
    }
    if (action.cascade) finding.effect += CascadeText(facts);
    AddOrigin(finding, constraint->origin, "constraint added here");
    return;
  }
  // It may be a unique one; most are not.
  finding.level = Level::kWarning;
  finding.effect = fmt::format("{} may hold rows that break it from now on", owner);
  finding.remedy = "make sure that no code relies on it; bringing it back means checking every row";
}

// --- unique indexes, which guarantee the same ------------------------------------------------

void CheckIndex(const ObjectName& name, const StatementFacts& facts, Findings& findings) {
  const Relation* index = facts.before.Find(name);
  if (index == nullptr || !index->index || !index->index->unique) return;
  // What backs a constraint cannot be dropped: will-fail says so.
  if (index->index->of_constraint || !index->index->valid) return;
  const Relation* table = facts.before.Get(index->index->table);
  if (table == nullptr || IsNewAndEmpty(*table, facts)) return;
  if (IsMissedByNobody(AsConstraint(*index), *table, facts)) return;
  if (!IsPlain(*index->index) && BuildsUniqueIndex(*table, facts)) return;

  const std::string owner = ShownName(table->id, facts);
  const std::string shown = QuoteIdentifier(index->name.name);
  Finding& finding =
      findings.Add(name.span, fmt::format("drops unique index {} of {}", shown, owner));
  finding.subject = fmt::format("{}.{}", owner, shown);
  AddOrigin(finding, index->origin, "index created here");
  if (ExplainPartial(finding, *table, AsConstraint(*index), facts)) return;
  const bool materialized = table->kind == RelationKind::kMaterializedView;
  // ON CONFLICT finds it by its columns, as it finds a constraint (measured).
  if (IsPlain(*index->index) && !materialized) {
    Explain(finding, AsConstraint(*index), owner, facts);
    AddIdentity(finding, AsConstraint(*index), *table, facts);
    return;
  }
  finding.level = Level::kWarning;
  // Nobody writes a materialized view.
  finding.effect =
      materialized
          ? fmt::format("REFRESH MATERIALIZED VIEW CONCURRENTLY {} fails without one (55000)",
                        owner)
          : owner +
                " may hold duplicates from now on, and code that is deployed now fails where "
                "an ON CONFLICT relies on the index";
  finding.remedy =
      "make sure that no code relies on it; bringing it back fails on the first two equal rows";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop != nullptr && drop->kind == ObjectKind::kIndex) {
    for (const ObjectReference& object : drop->objects) CheckIndex(object.name, facts, findings);
  }
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind == AlterTableKind::kDropConstraint) {
      CheckAction(*alter, action, facts, findings);
    }
  }
}

}  // namespace

extern const Rule drop_constraint{
    .id = "drop-constraint",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A constraint or unique index is dropped and nothing takes its place",
    .effect =
        "From this moment the table may hold what the constraint kept out, and bringing it "
        "back means checking every row. Code that is still running fails where an ON CONFLICT "
        "relies on a unique constraint or primary key.",
    .remedy =
        "Add the replacement in an earlier deploy, or in the same batch where the rule sees it. "
        "Dropping a CHECK (column IS NOT NULL) that SET NOT NULL has taken over is not "
        "reported.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
