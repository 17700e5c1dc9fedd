// no-replica-identity: a published table whose rows subscribers cannot find: UPDATE and DELETE of
// it fail.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/lost_guarantee.h"
#include "lint/facts/published.h"
#include "lint/facts/replica_identity.h"
#include "lint/facts/unique_index.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string FullIdentity(const std::string& table) {
  return fmt::format("ALTER TABLE {} REPLICA IDENTITY FULL;", table);
}

// What it comes to, whichever statement brings it about.
void Explain(Finding& finding, const PublishedState& state, const std::string& table) {
  const std::string column = QuoteIdentifier(state.column);
  switch (state.trouble) {
    case PublishedTrouble::kNone:
      return;
    case PublishedTrouble::kNoIdentity:
      finding.effect = fmt::format(
          "from then on every UPDATE and DELETE of {} that is published fails (55000), since "
          "nothing tells "
          "subscribers which row it was; INSERT works",
          table);
      finding.remedy = fmt::format(
          "give {} a primary key first; where it shall have none, make the whole row its "
          "identity, which writes more to the log:{}",
          table, SqlLine(FullIdentity(table)));
      return;
    case PublishedTrouble::kCondition:
      finding.effect = fmt::format(
          "from then on every UPDATE and DELETE of {} that is published fails (42P10): a WHERE may "
          "ask what the "
          "replica identity has, and {} is not in it",
          table, column);
      finding.remedy = fmt::format(
          "leave {} out of the WHERE, or make the whole row the identity first, which writes more "
          "to the log:{}",
          column, SqlLine(FullIdentity(table)));
      return;
    case PublishedTrouble::kColumns:
      finding.effect = fmt::format(
          "from then on every UPDATE and DELETE of {} that is published fails (42P10): the list "
          "has to have every "
          "column of the replica identity",
          table);
      finding.remedy = state.column.empty() ? "leave the list of columns out"
                                            : fmt::format("add {} to the list", column);
      return;
  }
}

std::string Message(const PublishedState& state, const std::string& table) {
  const std::string column = QuoteIdentifier(state.column);
  if (state.trouble == PublishedTrouble::kNoIdentity) {
    return fmt::format("publishes changes of {}, which has no replica identity", table);
  }
  if (state.trouble == PublishedTrouble::kCondition) {
    return fmt::format("publishes {} by a WHERE over {}, which is not in its replica identity",
                       table, column);
  }
  if (!state.column.empty()) {
    return fmt::format("publishes {} without {} of its replica identity", table, column);
  }
  return fmt::format("publishes a list of columns of {}, whose replica identity is the whole row",
                     table);
}

// --- publications ---------------------------------------------------------------------------

// A later statement of the batch gives the table an identity, or drops it.
bool IsMendedLater(const Relation& table, const StatementFacts& facts) {
  const bool keys = table.replica_identity == "default";
  return std::ranges::any_of(facts.LaterNaming(table.name.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    return As<Drop>(later) != nullptr || GivesIdentity(later, table, keys, facts);
  });
}

// The publication that the statement is about, where it is one by then.
struct Publishing {
  std::vector<Publication> before;
  std::vector<Publication> behind;
  std::vector<Publication> at_end;
};

// What the statement makes of the table; kNone where that is nothing new, or does not last.
PublishedState StateOfNew(const Relation& table, const Publishing& publishing,
                          const StatementFacts& facts) {
  const ReplicaIdentity identity = IdentityOf(table, facts);
  const auto with = [&](const std::vector<Publication>& publications) {
    return StateOf(table, identity, publications, facts.before);
  };
  PublishedState state = with(publishing.behind);
  if (state.trouble == PublishedTrouble::kNone) return {};
  if (with(publishing.before).trouble == state.trouble) return {};
  if (with(publishing.at_end).trouble == PublishedTrouble::kNone) return {};
  return IsMendedLater(table, facts) ? PublishedState{} : state;
}

void ReportNamed(const Relation& table, const PublishedState& state, const StatementFacts& facts,
                 Findings& findings) {
  const std::string shown = ShownName(table.id, facts);
  const Span& whole = facts.statement.span;
  const Span& name = state.table.span;
  // ALTER PUBLICATION SET (publish = ...) is about tables that an earlier statement names.
  const bool named_here =
      name.file == whole.file && name.begin >= whole.begin && name.end <= whole.end;
  Finding& finding = findings.Add(named_here ? name : whole, Message(state, shown));
  finding.subject = fmt::format("{}.{}", QuoteIdentifier(state.publication), shown);
  Explain(finding, state, shown);
  // No deployed code changes its rows.
  if (IsNew(table, facts)) finding.level = Level::kWarning;
  AddOrigin(finding, table.origin, "created here");
}

// FOR ALL TABLES, TABLES IN SCHEMA: all of them are one finding.
void ReportWhole(const std::vector<const Relation*>& tables, const std::string& publication,
                 const StatementFacts& facts, Findings& findings) {
  if (tables.empty()) return;
  std::vector<std::string> names;
  std::string lines;
  for (const Relation* table : tables) {
    names.push_back(ShownName(table->id, facts));
    lines += SqlLine(FullIdentity(names.back()));
  }
  const std::string all = JoinNames(names);
  const bool one = names.size() == 1;
  Finding& finding = findings.Add(
      facts.statement.span, fmt::format("publishes changes of {}, which {} no replica identity",
                                        all, one ? "has" : "have"));
  finding.subject = QuoteIdentifier(publication);
  finding.effect = fmt::format(
      "from then on every UPDATE and DELETE of {} that is published fails (55000), since nothing "
      "tells subscribers "
      "which row it was; INSERT works",
      one ? all : "these tables");
  finding.remedy = fmt::format(
      "give {} a primary key first; where there shall be none, make the whole row the identity, "
      "which writes more to the log; or publish INSERT alone, WITH (publish = 'insert'):{}",
      one ? all : "each of them", lines);
  const auto is_new = [&](const Relation* table) { return IsNew(*table, facts); };
  if (std::ranges::all_of(tables, is_new)) finding.level = Level::kWarning;
}

void CheckPublication(const StatementFacts& facts, Findings& findings) {
  const std::string of_statement = PublicationNameOf(facts.statement, facts.sources);
  const auto at = [&](Until until) {
    std::vector<Publication> publications = PublicationsOf(facts, until);
    std::erase_if(publications,
                  [&](const Publication& other) { return other.name != of_statement; });
    return publications;
  };
  const Publishing publishing{
      .before = at(Until::kBefore), .behind = at(Until::kBehind), .at_end = at(Until::kEndOfBatch)};
  std::vector<const Relation*> whole;
  for (const auto& [name, id] : facts.before.relation_names()) {
    const Relation& table = *facts.before.Get(id);
    const PublishedState state = StateOfNew(table, publishing, facts);
    if (state.trouble == PublishedTrouble::kNone) continue;
    if (state.table.name.empty()) {
      whole.push_back(&table);
    } else {
      ReportNamed(table, state, facts, findings);
    }
  }
  ReportWhole(whole, of_statement, facts, findings);
}

// --- tables of a publication ----------------------------------------------------------------

// What the publications of the whole batch make of the table with that identity.
PublishedState StateWith(const Relation& table, const ReplicaIdentity& identity,
                         const StatementFacts& facts) {
  return StateOf(table, identity, PublicationsOf(facts, Until::kEndOfBatch), facts.before);
}

void CheckIdentity(const AlterTable& alter, const AlterTableAction& action,
                   const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr || IsMendedLater(*table, facts)) return;
  const PublishedState state = StateWith(*table, IdentityAfter(action, *table, facts), facts);
  if (state.trouble == PublishedTrouble::kNone) return;
  const PublishedState before = StateWith(*table, IdentityOf(*table, facts), facts);
  if (before.trouble == state.trouble) return;
  const std::string shown = ShownName(alter.table, facts);
  const bool none = state.trouble == PublishedTrouble::kNoIdentity;
  const std::string publication = QuoteIdentifier(state.publication);
  Finding& finding = findings.Add(
      action.span,
      none ? fmt::format("leaves {} without a replica identity, and publication {} has it", shown,
                         publication)
           : fmt::format("gives {} a replica identity that does not fit publication {}", shown,
                         publication));
  finding.subject = shown;
  Explain(finding, state, shown);
  if (none) {
    finding.remedy =
        "leave the statement out, or take the table out of the publication in the same migration";
  }
  if (IsNew(*table, facts)) finding.level = Level::kWarning;
  finding.related.push_back({state.place, "published here"});
}

void CheckDropped(const Span& place, std::string_view kind, const Constraint& dropped,
                  const Relation& table, const StatementFacts& facts, Findings& findings) {
  if (!LosesIdentityWith(dropped, table, facts)) return;
  // Else drop-constraint says it, with what else is lost.
  if (!IsMissedByNobody(dropped, table, facts)) return;
  const std::string owner = ShownName(table.id, facts);
  const std::string name = QuoteIdentifier(dropped.name);
  Finding& finding = findings.Add(
      place, fmt::format("drops {} {}, the replica identity of {}", kind, name, owner));
  finding.subject = fmt::format("{}.{}", owner, name);
  const ReplicaIdentity none{.known = true, .full = false, .columns = {}};
  const PublishedState state = StateWith(table, none, facts);
  if (state.trouble == PublishedTrouble::kNone) {
    finding.level = Level::kWarning;
    finding.effect = fmt::format(
        "UPDATE and DELETE of {} fail (55000) where a publication has it: a unique index, also one "
        "that is made anew, is no identity by itself",
        owner);
  } else {
    Explain(finding, state, owner);
    finding.related.push_back({state.place, "published here"});
  }
  finding.remedy =
      fmt::format("make a unique index on NOT NULL columns the identity first:{}",
                  SqlLine(fmt::format("ALTER TABLE {} REPLICA IDENTITY USING INDEX ...;", owner)));
  AddOrigin(finding, dropped.origin, "created here");
}

void CheckAlter(const AlterTable& alter, const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr) return;
  for (const AlterTableAction& action : alter.actions) {
    if (action.kind == AlterTableKind::kReplicaIdentity) {
      CheckIdentity(alter, action, facts, findings);
    }
    if (action.kind != AlterTableKind::kDropConstraint) continue;
    const Constraint* dropped = table->FindConstraint(action.name);
    if (dropped == nullptr) continue;
    const bool is_key = dropped->kind == ConstraintKind::kPrimaryKey;
    CheckDropped(action.span, is_key ? "primary key" : "unique constraint", *dropped, *table, facts,
                 findings);
  }
}

void CheckDrop(const Drop& drop, const StatementFacts& facts, Findings& findings) {
  if (drop.kind != ObjectKind::kIndex) return;
  for (const ObjectReference& object : drop.objects) {
    const Relation* index = facts.before.Find(object.name);
    if (index == nullptr || !index->index || index->index->of_constraint) continue;
    const Relation* table = facts.before.Get(index->index->table);
    if (table == nullptr) continue;
    CheckDropped(object.name.span, "index", AsConstraint(*index), *table, facts, findings);
  }
}

// --- new tables, which a publication of all tables has at once --------------------------------

bool HasKey(const CreateTable& create) {
  const auto is_key = [](const ConstraintDefinition& constraint) {
    return constraint.kind == ConstraintKind::kPrimaryKey && !constraint.deferrable;
  };
  return std::ranges::any_of(create.constraints, is_key) ||
         std::ranges::any_of(create.columns, [&](const ColumnDefinition& column) {
           return std::ranges::any_of(column.constraints, is_key);
         });
}

// The name of a new permanent table that has no key of its own or of another table's.
const ObjectName* KeylessTable(const Statement& statement) {
  if (const auto* select = As<CreateTableAs>(statement)) {
    const bool table = !select->materialized_view && select->persistence == Persistence::kPermanent;
    return table ? &select->table : nullptr;
  }
  const auto* create = As<CreateTable>(statement);
  if (create == nullptr || HasKey(*create) || create->foreign) return nullptr;
  if (create->persistence != Persistence::kPermanent || !create->like.empty()) return nullptr;
  if (!create->inherits.empty() || create->partition_of || create->of_type) return nullptr;
  return create->partition_by ? nullptr : &create->table;
}

void CheckNew(const ObjectName& name, const StatementFacts& facts, Findings& findings) {
  if (facts.before.Find(name) != nullptr) return;
  std::vector<Publication> publications = PublicationsOf(facts, Until::kBefore);
  if (publications.empty()) return;
  Relation table;
  table.name = facts.before.Resolve(name);
  const ReplicaIdentity none{.known = true, .full = false, .columns = {}};
  for (Publication& publication : publications) publication.tables.clear();
  const PublishedState state = StateOf(table, none, publications, facts.before);
  if (state.trouble == PublishedTrouble::kNone || IsMendedLater(table, facts)) return;
  const std::string shown = ShownName(name, facts);
  Finding& finding = findings.Add(
      name.span, fmt::format("{} has no replica identity, and publication {} has it from the start",
                             shown, QuoteIdentifier(state.publication)));
  finding.subject = shown;
  finding.level = Level::kWarning;
  Explain(finding, state, shown);
  finding.remedy = fmt::format(
      "give it a primary key; where it shall have none, make the whole row its identity behind "
      "this statement, which writes more to the log:{}",
      SqlLine(FullIdentity(shown)));
  finding.related.push_back({state.place, "published here"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (facts.before.opaque()) return;
  if (IsAboutPublication(facts.statement)) {
    if (FollowsPublications(facts)) CheckPublication(facts, findings);
    return;
  }
  if (const auto* alter = As<AlterTable>(facts.statement)) {
    return CheckAlter(*alter, facts, findings);
  }
  if (const auto* drop = As<Drop>(facts.statement)) return CheckDrop(*drop, facts, findings);
  const ObjectName* table = KeylessTable(facts.statement);
  if (table != nullptr) CheckNew(*table, facts, findings);
}

}  // namespace

extern const Rule no_replica_identity{
    .id = "no-replica-identity",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "UPDATE and DELETE of a published table fail, since it has no replica identity",
    .effect =
        "Logical replication tells subscribers which row an UPDATE or DELETE was about by the "
        "table's replica identity: its primary key, unless REPLICA IDENTITY says otherwise. "
        "PostgreSQL lets the identity go, and lets a publication have a table without one, or "
        "with a WHERE or a list of columns that does not fit it. Then it refuses every UPDATE and "
        "DELETE of that table, with or without subscribers. A warning where the files publish "
        "nothing themselves, and of new tables, which deployed code does not know.",
    .remedy =
        "Give the table a primary key, or another identity, before the old one goes and before a "
        "publication has it.",
    .manual = "logical-replication-publication.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
