// table-rewrite: every row of a table is written anew while nobody can use it.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "lint/facts/added_again.h"
#include "lint/facts/automatic_cast.h"
#include "lint/facts/enum_recreation.h"
#include "lint/facts/table_work.h"
#include "lint/facts/value_failure.h"
#include "lint/locks/type_change.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/type_change_text.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// One subcommand, and what it costs.
struct Case {
  const AlterTable& alter;
  const AlterTableAction& action;
  std::size_t index = 0;
  const TableWork& work;
  std::string table;  // as it is shown

  [[nodiscard]] const Relation* Known(const StatementFacts& facts) const {
    return facts.before.Find(alter.table);
  }
};

// What is said of it: `change` completes "<change>, which writes every row anew".
struct Said {
  std::string change;
  std::string subject;
  std::string remedy;
};

std::string FillInBatches(const StatementFacts& facts) {
  return SqlLine(fmt::format("-- fill the old rows in batches, each in a transaction of its own{}",
                             facts.transaction.open ? ", outside the migration" : ""));
}

// --- ALTER COLUMN TYPE -----------------------------------------------------------------------

// What a value that the new type cannot hold does to the migration.
std::string HowItFails(const Case& found, const StatementFacts& facts) {
  const Relation* table = found.Known(facts);
  const Column* column = table == nullptr ? nullptr : table->FindColumn(found.action.column);
  if (column == nullptr) return {};
  const auto failure = FailureOnValue(found.action, *column, facts);
  if (!failure) return {};
  return fmt::format("; a value that does not fit makes the migration fail ({}, {})",
                     failure->sqlstate, failure->reason);
}

Said ExplainType(const Case& found, const StatementFacts& facts) {
  const Relation* table = found.Known(facts);
  const Column* column = table == nullptr ? nullptr : table->FindColumn(found.action.column);
  const std::string name = fmt::format("{}.{}", found.table, QuoteIdentifier(found.action.column));
  const std::string from =
      column == nullptr || column->type.empty() ? "" : fmt::format(" from {}", column->type);
  const std::string type = FormatType(*found.action.type);
  const ChangedType changed{found.action, found.table, table, column};
  if (ChangesValuesOnly(changed)) {
    return {.change = fmt::format("changes the values of {} by USING", name),
            .subject = name,
            .remedy = TypeRemedy(changed, facts)};
  }
  const bool collates =
      column != nullptr && column->type == type && column->collation != found.action.collation;
  const std::string& collation = found.action.collation;
  if (collates && !found.action.expression) {
    return {
        .change = fmt::format("changes the collation of {}", name),
        .subject = name,
        .remedy = ExpandRemedy(
            changed, collation.empty() ? type : type + " COLLATE " + QuoteIdentifier(collation))};
  }
  return {.change = fmt::format("changes {}{} to {}", name, from, type),
          .subject = name,
          .remedy = TypeRemedy(changed, facts)};
}

// --- ADD COLUMN ------------------------------------------------------------------------------

// The new column: beside the old one where the statement puts it into its place.
std::string NewName(const Case& found) {
  return QuoteIdentifier(NameBesideDropped(found.alter, found.action.column_definition->name));
}

std::string AddPlain(const Case& found, const std::string& type) {
  const std::string& collation = found.action.column_definition->collation;
  return SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {} {}{};", found.table, NewName(found),
                             type,
                             collation.empty() ? "" : " COLLATE " + QuoteIdentifier(collation)));
}

std::string SetDefault(const Case& found, std::string_view value) {
  return SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {};", found.table,
                             NewName(found), value));
}

// The constraints of the new column, which come once the rows have their values.
std::string Constraints(const Case& found) {
  std::string lines;
  for (const ConstraintDefinition& constraint : found.action.column_definition->constraints) {
    if (constraint.kind == ConstraintKind::kCheck && constraint.check) {
      lines += SqlLine(fmt::format("-- then ADD CHECK ({}) NOT VALID, and VALIDATE CONSTRAINT",
                                   constraint.check->text));
    } else if (constraint.kind == ConstraintKind::kForeignKey) {
      lines += SqlLine("-- then ADD FOREIGN KEY ... NOT VALID, and VALIDATE CONSTRAINT");
    } else if (constraint.kind == ConstraintKind::kPrimaryKey ||
               constraint.kind == ConstraintKind::kUnique) {
      const bool primary = constraint.kind == ConstraintKind::kPrimaryKey;
      lines += SqlLine(
          fmt::format("-- then CREATE UNIQUE INDEX CONCURRENTLY on ({}){}, and ADD {} USING INDEX",
                      NewName(found), primary ? ", a validated CHECK that it IS NOT NULL" : "",
                      primary ? "PRIMARY KEY" : "UNIQUE"));
    }
  }
  return lines;
}

std::string Quoted(const std::string& value) {
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

// The sequence behind the new column, which has to be in the schema of its table.
std::string SequenceOf(const Case& found, const StatementFacts& facts) {
  const std::string& column = found.action.column_definition->name;
  return DisplayName({facts.before.ResolveExisting(found.alter.table).schema,
                      TruncateIdentifier(fmt::format("{}_{}_seq", found.alter.table.name,
                                                     NameBesideDropped(found.alter, column)))});
}

std::string SerialRemedy(const Case& found, const std::string& type, const StatementFacts& facts) {
  const std::string sequence = SequenceOf(found, facts);
  return "add the column without numbers, give new rows theirs, and number the old ones later:" +
         AddPlain(found, type) +
         SqlLine(fmt::format("CREATE SEQUENCE {} OWNED BY {}.{};", sequence, found.table,
                             NewName(found))) +
         SetDefault(found, fmt::format("nextval({})", Quoted(sequence))) + FillInBatches(facts);
}

Said ExplainColumn(const Case& found, const StatementFacts& facts) {
  const ColumnDefinition& column = *found.action.column_definition;
  const std::string type = FormatType(column.type);
  const std::string name = fmt::format("{}.{}", found.table, QuoteIdentifier(column.name));
  Said said{.change = {}, .subject = name, .remedy = {}};
  if (column.generated == Generated::kStored) {
    said.change = fmt::format("adds the stored generated column {}", name);
    said.remedy = facts.server.major_version >= 18
                      ? "make it VIRTUAL, which stores nothing, or keep "
                        "an ordinary column filled by a trigger, and fill the old rows in batches"
                      : "add an ordinary column, keep it filled by a trigger, and fill the old "
                        "rows in batches outside the migration";
  } else if (IsSerial(column.type)) {
    said.change = fmt::format("adds {} as {}, a number for every row", name, column.type.name);
    said.remedy = SerialRemedy(found, type, facts);
  } else if (column.identity != Identity::kNone) {
    said.change = fmt::format("adds the identity column {}, a number for every row", name);
    said.remedy =
        SerialRemedy(found, type, facts) +
        SqlLine(
            "-- once it is NOT NULL: DROP DEFAULT, DROP SEQUENCE, ADD GENERATED ... AS IDENTITY "
            "(START WITH the next number)");
  } else if (BaseOf(facts.before, column.type).constrained) {
    said.change = fmt::format("adds {} of the domain {}, which has constraints", name, type);
    said.remedy = fmt::format(
        "give the column the domain's base type, and a CHECK NOT VALID that is validated {}",
        InLaterTransaction(facts));
  } else {
    const std::string value = column.default_value ? column.default_value->text : "...";
    const bool unknown = found.work.assumed;
    said.change =
        unknown ? fmt::format("adds {} with the default {}, which may be volatile", name, value)
                : fmt::format("adds {} with the volatile default {}", name, value);
    said.remedy = "add the column first, then the default, which is for new rows only:" +
                  AddPlain(found, type) + SetDefault(found, value) + FillInBatches(facts);
    if (unknown) said.remedy = "declare the function STABLE if it is; else " + said.remedy;
  }
  said.remedy += Constraints(found);
  if (DropsColumnFirst(found.alter, column.name)) {
    said.remedy =
        "keep the old column until the code has moved to the new one, which comes under a name of "
        "its own: " +
        said.remedy;
  }
  return said;
}

// --- the others ------------------------------------------------------------------------------

std::string CopyRemedy() {
  return "fill a new table in batches outside the migration, keep it up to date by a trigger, and "
         "swap the names; or do it when nobody needs the table, with a lock_timeout";
}

Said Explain(const Case& found, const StatementFacts& facts) {
  switch (found.action.kind) {
    case AlterTableKind::kAlterColumnType:
      return ExplainType(found, facts);
    case AlterTableKind::kAddColumn:
      return ExplainColumn(found, facts);
    case AlterTableKind::kSetExpression:
      return {fmt::format("changes the expression of the generated column {}.{}", found.table,
                          QuoteIdentifier(found.action.column)),
              fmt::format("{}.{}", found.table, QuoteIdentifier(found.action.column)),
              "add a new column, keep it filled by a trigger, fill the old rows in batches outside "
              "the migration, and move the code over"};
    case AlterTableKind::kSetLogged:
      return {fmt::format("makes {} logged", found.table), found.table, CopyRemedy()};
    case AlterTableKind::kSetUnlogged:
      return {fmt::format("makes {} unlogged", found.table), found.table, CopyRemedy()};
    case AlterTableKind::kSetAccessMethod:
      return {fmt::format("changes the access method of {}", found.table), found.table,
              CopyRemedy()};
    case AlterTableKind::kSetTablespace:
      return {fmt::format("moves {} to another tablespace", found.table), found.table,
              found.alter.object == AlteredObject::kIndex
                  ? "build a second index in that tablespace CONCURRENTLY, and drop this one"
                  : CopyRemedy()};
    default:
      return {fmt::format("changes {}", found.table), found.table, CopyRemedy()};
  }
}

// The subcommands of one statement share one pass over the table; those of several statements are
// told together where the way out is the same, and shows no SQL of its own for each column.
std::string GroupOf(const Case& found, const Said& said, const StatementFacts& facts) {
  const bool type = found.action.kind == AlterTableKind::kAlterColumnType;
  const bool own_sql = !type && said.remedy.find('\n') != std::string::npos;
  if (found.alter.actions.size() > 1 || own_sql) {
    return fmt::format("{} {}", found.table, facts.statement.span.begin);
  }
  return fmt::format("{} {} {}", found.table, static_cast<int>(found.action.kind),
                     said.remedy.substr(0, said.remedy.find('\n')));
}

// A type change that keeps the rows, but builds an index over the column anew or checks a
// constraint again.
void ReportIndexes(const Case& found, const StatementFacts& facts, Findings& findings) {
  const Said said = Explain(found, facts);
  Finding& finding = findings.Add(
      found.action.span,
      fmt::format("{}, which {}", said.change,
                  found.work.index_build ? "builds its indexes anew" : "reads every row"));
  finding.level = Level::kWarning;
  finding.subject = said.subject;
  finding.group = GroupOf(found, said, facts) + " indexes";
  finding.group_label = "and " + said.change;
  finding.effect = fmt::format("the rows stay as they are, but {}: {}", found.work.reason,
                               Blocks(found.work.lock, found.table, "that lasts", facts));
  if (found.action.kind == AlterTableKind::kAlterColumnType) {
    finding.effect += HowItFails(found, facts);
  }
  finding.remedy = said.remedy;
}

void CheckAction(const Case& found, const StatementFacts& facts, Findings& findings) {
  const bool type = found.action.kind == AlterTableKind::kAlterColumnType;
  if (!found.work.rewrite) {
    if (type && !found.work.assumed && (found.work.index_build || found.work.scan)) {
      ReportIndexes(found, facts, findings);
    }
    return;
  }
  const Said said = Explain(found, facts);
  const bool moved = found.action.kind == AlterTableKind::kSetTablespace;
  Finding& finding =
      findings.Add(found.action.span, fmt::format("{}, which {} {}", said.change,
                                                  found.work.assumed ? "may write" : "writes",
                                                  moved ? "its file anew" : "every row anew"));
  finding.subject = said.subject;
  finding.group = GroupOf(found, said, facts);
  const std::string fails = type ? HowItFails(found, facts) : std::string();
  finding.group_label = "and " + said.change + fails;
  finding.effect =
      Blocks(found.work.lock, found.table,
             moved ? "the file is copied" : "the table and all its indexes are written anew",
             facts) +
      fails;
  finding.remedy = said.remedy;
  if (found.work.assumed) {
    finding.level = Level::kWarning;
    if (type) {
      finding.effect = "hoglint does not know the old type; unless it is stored as the new one, " +
                       finding.effect;
    }
  }
}

// Asking for the work of each of thousands of subcommands takes long.
bool NeverRewrites(AlterTableKind kind) {
  switch (kind) {
    case AlterTableKind::kColumnDefault:
    case AlterTableKind::kDropColumn:
    case AlterTableKind::kDropConstraint:
    case AlterTableKind::kDropNotNull:
    case AlterTableKind::kSetNotNull:
    case AlterTableKind::kValidateConstraint:
      return true;
    default:
      return false;
  }
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) return;
  if (alter->object == AlteredObject::kSequence || alter->object == AlteredObject::kType) return;
  const Relation* relation = facts.before.Find(alter->table);
  if (relation != nullptr && relation->kind == RelationKind::kSequence) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    if (NeverRewrites(alter->actions[i].kind)) continue;
    // What PostgreSQL refuses is reported by cast-fails.
    if (FailureOfCast(*alter, alter->actions[i], facts).any()) continue;
    if (IsEnumRecreationStep(*alter, alter->actions[i], facts)) continue;
    const TableWork work = WorkOf(*alter, i, facts);
    CheckAction({*alter, alter->actions[i], i, work, ShownName(alter->table, facts)}, facts,
                findings);
  }
}

}  // namespace

extern const Rule table_rewrite{
    .id = "table-rewrite",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Every row of an existing table is written anew",
    .effect =
        "A new type that is stored differently, a volatile default, serial, identity and stored "
        "generated columns, SET LOGGED, SET ACCESS METHOD and the like write the whole table and "
        "all its indexes anew under ACCESS EXCLUSIVE, which blocks reads and writes, and need "
        "room for a second copy. Where the new type does not hold every value of the old one, a "
        "row that has such a value makes the migration fail, and the finding says so. After any "
        "change of a column's type, prepared statements of open connections that return the column "
        "fail until they reconnect (0A000, cached plan must not change result type): node-postgres "
        "with names, Drizzle's .prepare() over it, postgres.js inside of a transaction.",
    .remedy =
        "Expand and contract: add a column beside the old one, keep it filled by a trigger, fill "
        "the old rows in batches, move the code over, drop the old column in a later deploy. A "
        "volatile default: ADD COLUMN without it, then SET DEFAULT. hoglint knows the changes "
        "that are free, among them varchar(n) to a longer one or to text, numeric(p,s) to more "
        "digits of the same scale, timestamp to timestamptz under UTC, and constant or stable "
        "defaults such as now(), and is silent about them.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-NOTES",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
