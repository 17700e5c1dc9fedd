// drop-constraint: a constraint or unique index that kept the data whole, or that ON CONFLICT
// relies on, goes away.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/cascade.h"
#include "lint/facts/unique_index.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

using ColumnSet = std::set<std::string_view>;

ColumnSet SetOf(const std::vector<std::string>& columns) {
  return {columns.begin(), columns.end()};
}

bool IsUnique(ConstraintKind kind) {
  return kind == ConstraintKind::kPrimaryKey || kind == ConstraintKind::kUnique;
}

// Does a guarantee of kind `kind` on `columns` stand in for the dropped constraint? The columns
// must be the same ones, since ON CONFLICT names them.
bool StandsIn(ConstraintKind kind, const ColumnSet& columns, const Constraint& dropped) {
  const bool same_kind = IsUnique(dropped.kind) ? IsUnique(kind) : kind == dropped.kind;
  return same_kind && !columns.contains("") && columns == SetOf(dropped.columns);
}

bool IsEquivalent(const ConstraintDefinition& added, const Constraint& dropped,
                  const StatementFacts& facts) {
  // A CHECK of the same name is the changed rule: what it lets in is the author's business.
  if (added.kind == ConstraintKind::kCheck || added.kind == ConstraintKind::kExclude) {
    return added.kind == dropped.kind && added.name == dropped.name;
  }
  if (!StandsIn(added.kind, SetOf(added.columns), dropped)) return false;
  if (!added.references || !dropped.references) return true;
  const Relation* target = facts.before.Find(added.references->table);
  return target != nullptr && target->id == dropped.references->table;
}

bool AddsEquivalent(const AlterTable& alter, const Constraint& dropped,
                    const StatementFacts& facts) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kAddConstraint && action.constraint &&
           IsEquivalent(*action.constraint, dropped, facts);
  });
}

bool IsEquivalentIndex(const CreateIndex& index, const Constraint& dropped) {
  if (!index.unique || index.where) return false;
  ColumnSet columns;
  for (const IndexElement& element : index.elements) columns.insert(element.column);
  return StandsIn(ConstraintKind::kUnique, columns, dropped);
}

// A statement that drops the table, or a column of the constraint: that is the hazard then.
bool DropsItsGround(const Statement& statement, const QualifiedName& table,
                    const Constraint& dropped, const StatementFacts& facts) {
  if (const auto* drop = As<Drop>(statement)) {
    return drop->kind == ObjectKind::kTable &&
           std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
             return facts.before.ResolveExisting(object.name) == table;
           });
  }
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || facts.before.ResolveExisting(alter->table) != table) return false;
  return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropColumn &&
           std::ranges::find(dropped.columns, action.column) != dropped.columns.end();
  });
}

// True when some statement of the batch makes the constraint's end harmless, or is the better place
// to report.
bool BatchAnswers(const Relation& table, const Constraint& dropped, const StatementFacts& facts) {
  const auto answers = [&](const Statement& statement) {
    if (DropsItsGround(statement, table.name, dropped, facts)) return true;
    if (const auto* alter = As<AlterTable>(statement)) {
      return facts.before.ResolveExisting(alter->table) == table.name &&
             AddsEquivalent(*alter, dropped, facts);
    }
    const auto* index = As<CreateIndex>(statement);
    return index != nullptr && facts.before.ResolveExisting(index->table) == table.name &&
           IsEquivalentIndex(*index, dropped);
  };
  const auto answers_at = [&](std::uint32_t position) {
    return answers(*facts.batch.statements[position].statement);
  };
  if (answers(facts.statement)) return true;
  if (std::ranges::any_of(facts.LaterNaming(table.name.name), answers_at)) return true;
  if (std::ranges::any_of(facts.EarlierNaming(table.name.name), answers_at)) return true;
  if (!dropped.references) return false;
  // The referenced table goes: so must the foreign key.
  const Relation* referenced = facts.before.Get(dropped.references->table);
  return referenced != nullptr &&
         std::ranges::any_of(facts.LaterNaming(referenced->name.name), [&](std::uint32_t position) {
           const Statement& later = *facts.batch.statements[position].statement;
           return As<Drop>(later) != nullptr &&
                  DropsItsGround(later, referenced->name, dropped, facts);
         });
}

// True when another constraint or index of the table still guarantees the same.
bool IsRedundant(const Relation& table, const Constraint& dropped, const StatementFacts& facts) {
  for (const Constraint& other : table.constraints) {
    if (other.name == dropped.name || !IsUnique(other.kind)) continue;
    if (StandsIn(other.kind, SetOf(other.columns), dropped)) return true;
  }
  for (const RelationId id : table.indexes) {
    const Relation* relation = facts.before.Get(id);
    if (relation == nullptr || !relation->index || id == dropped.index) continue;
    const IndexDetails& index = *relation->index;
    if (!index.unique || !index.valid || index.where) continue;
    ColumnSet columns;
    for (const IndexElement& element : index.elements) columns.insert(element.column);
    if (StandsIn(ConstraintKind::kUnique, columns, dropped)) return true;
  }
  return false;
}

bool SetsNotNull(const Statement& statement, const Relation& table, const std::string& column) {
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr && alter->table.name == table.name.name &&
         std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kSetNotNull && action.column == column;
         });
}

// Here, or further down in the batch.
bool BecomesNotNull(const Relation& table, const std::string& column, const StatementFacts& facts) {
  return SetsNotNull(facts.statement, table, column) ||
         std::ranges::any_of(facts.LaterNaming(table.name.name), [&](std::uint32_t position) {
           return SetsNotNull(*facts.batch.statements[position].statement, table, column);
         });
}

// CHECK (c IS NOT NULL) of a column that is NOT NULL by now: it has served its purpose.
bool OnlyRepeatsNotNull(const Relation& table, const Constraint& dropped,
                        const StatementFacts& facts) {
  if (dropped.kind != ConstraintKind::kCheck || !dropped.check) return false;
  const Expression& check = *dropped.check;
  if (check.proves_not_null.empty() || check.columns.size() != check.proves_not_null.size() ||
      !check.functions.empty() || !check.operators.empty()) {
    return false;
  }
  return std::ranges::all_of(check.proves_not_null, [&](const std::string& name) {
    const Column* column = table.FindColumn(name);
    return (column != nullptr && column->not_null && column->not_null_validated) ||
           BecomesNotNull(table, name, facts);
  });
}

bool IsHarmless(const Relation& table, const Constraint& dropped, const StatementFacts& facts) {
  return dropped.origin.batch == facts.batch.id || !dropped.enforced ||
         OnlyRepeatsNotNull(table, dropped, facts) || IsRedundant(table, dropped, facts) ||
         BatchAnswers(table, dropped, facts);
}

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
        "build what takes its place first{}, and drop this in a later deploy:{}",
        facts.transaction.open ? " (CONCURRENTLY, so outside of the migration)" : "",
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

// --- a primary key whose columns stay unique -------------------------------------------------

// True when the statement gives the table a replica identity again, or drops what the key is of.
bool AnswersIdentity(const Statement& statement, const Relation& table, const Constraint& key,
                     const StatementFacts& facts) {
  if (DropsItsGround(statement, table.name, key, facts)) return true;
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || facts.before.ResolveExisting(alter->table) != table.name) return false;
  const auto is_key = [](const ConstraintDefinition& constraint) {
    return constraint.kind == ConstraintKind::kPrimaryKey;
  };
  return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
    if (action.column_definition) {
      return std::ranges::any_of(action.column_definition->constraints, is_key);
    }
    return action.kind == AlterTableKind::kReplicaIdentity ||
           (action.constraint && is_key(*action.constraint));
  });
}

// UPDATE and DELETE of a published table need one; a unique constraint is none by itself
// (measured).
bool LosesIdentity(const Relation& table, const Constraint& dropped, const StatementFacts& facts) {
  if (dropped.kind != ConstraintKind::kPrimaryKey || dropped.origin.batch == facts.batch.id) {
    return false;
  }
  const auto answers = [&](std::uint32_t position) {
    return AnswersIdentity(*facts.batch.statements[position].statement, table, dropped, facts);
  };
  return table.replica_identity == "default" &&
         !AnswersIdentity(facts.statement, table, dropped, facts) &&
         std::ranges::none_of(facts.EarlierNaming(table.name.name), answers) &&
         std::ranges::none_of(facts.LaterNaming(table.name.name), answers);
}

void ReportIdentity(const AlterTableAction& action, const Constraint& key, const std::string& owner,
                    Findings& findings) {
  const std::string name = QuoteIdentifier(key.name);
  Finding& finding =
      findings.Add(action.span, fmt::format("drops primary key {} of {}", name, owner));
  finding.subject = fmt::format("{}.{}", owner, name);
  finding.level = Level::kWarning;
  finding.effect = fmt::format(
      "its columns stay unique, but UPDATE and DELETE on {} fail as long as a publication has it: "
      "it has no replica identity any more",
      owner);
  finding.remedy =
      fmt::format("make a unique index on NOT NULL columns the identity first:{}",
                  SqlLine(fmt::format("ALTER TABLE {} REPLICA IDENTITY USING INDEX ...;", owner)));
  AddOrigin(finding, key.origin, "constraint added here");
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

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  const Constraint* constraint = table == nullptr ? nullptr : table->FindConstraint(action.name);
  if (constraint != nullptr && IsHarmless(*table, *constraint, facts)) {
    if (LosesIdentity(*table, *constraint, facts)) {
      ReportIdentity(action, *constraint, ShownName(alter.table, facts), findings);
    }
    return;
  }
  if (constraint == nullptr && action.if_exists && HistoryIsComplete(facts)) return;
  if (constraint == nullptr && IsReported(alter, action, facts)) return;

  const std::string owner = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.name);
  Finding& finding = findings.Add(
      action.span,
      fmt::format("drops {} {} of {}",
                  constraint == nullptr ? "constraint" : KindName(constraint->kind), name, owner));
  finding.subject = fmt::format("{}.{}", owner, name);
  if (constraint != nullptr) {
    const bool unique = IsUnique(constraint->kind);
    if (!unique || !ExplainPartial(finding, *table, *constraint, facts)) {
      Explain(finding, *constraint, owner, facts);
      if (LosesIdentity(*table, *constraint, facts)) {
        finding.effect += "; logical replication of UPDATE and DELETE needs a replica identity";
      }
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
  if (IsHarmless(*table, AsConstraint(*index), facts)) return;
  if (!IsPlain(*index->index) && BuildsUniqueIndex(*table, facts)) return;

  const std::string owner = ShownName(table->id, facts);
  const std::string shown = QuoteIdentifier(index->name.name);
  Finding& finding =
      findings.Add(name.span, fmt::format("drops unique index {} of {}", shown, owner));
  finding.subject = fmt::format("{}.{}", owner, shown);
  AddOrigin(finding, index->origin, "index created here");
  if (ExplainPartial(finding, *table, AsConstraint(*index), facts)) return;
  finding.level = Level::kWarning;
  // Nobody writes a materialized view.
  finding.effect =
      table->kind == RelationKind::kMaterializedView
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
