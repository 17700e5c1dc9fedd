// duplicate-index: an index is built that another one of the table equals.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/schema/expression_text.h"

namespace hoglint::rules {
namespace {

bool SameElement(const IndexElement& a, const IndexElement& b) {
  const auto text = [](const IndexElement& element) {
    return element.expression ? apply::CanonicalText(element.expression->text) : std::string();
  };
  // NULLS FIRST is the default of DESC, NULLS LAST that of ASC.
  const auto nulls_first = [](const IndexElement& element) {
    return element.nulls_first.value_or(element.descending);
  };
  return text(a) == text(b) && a.column == b.column && a.collation == b.collation &&
         a.operator_class == b.operator_class && a.descending == b.descending &&
         nulls_first(a) == nulls_first(b);
}

std::string Predicate(const IndexDetails& index) {
  return index.where ? index.where->text : std::string();
}

// The two serve the same queries: they hold the same keys of the same rows in the same order.
bool HoldSameKeys(const IndexDetails& a, const IndexDetails& b) {
  return a.access_method == b.access_method && a.including == b.including && !a.exclusion &&
         !b.exclusion && Predicate(a) == Predicate(b) &&
         std::ranges::equal(a.elements, b.elements, SameElement);
}

// What `made` guarantees and serves, `other` does as well.
bool IsCoveredBy(const IndexDetails& made, const IndexDetails& other) {
  if (!other.valid || !HoldSameKeys(made, other)) return false;
  if (!made.unique) return true;
  return other.unique && made.nulls_not_distinct == other.nulls_not_distinct;
}

bool IsMadeBy(const Relation& relation, const AppliedStatement& applied) {
  const Span& made = relation.origin.span;
  const Span& statement = applied.statement.span;
  return relation.origin.batch == applied.batch.id && made.file == statement.file &&
         made.begin >= statement.begin && made.end <= statement.end;
}

// The table whose indexes the statement adds to.
const ObjectName* TableOf(const Statement& statement) {
  if (const auto* create = As<CreateIndex>(statement)) return &create->table;
  if (const auto* alter = As<AlterTable>(statement)) return &alter->table;
  const auto* create = As<CreateTable>(statement);
  return create == nullptr ? nullptr : &create->table;
}

// Names of indexes and constraints that later statements of the batch drop or make constraints of:
// those are being replaced.
std::unordered_set<std::string_view> ReplacedLater(const AppliedStatement& applied) {
  std::unordered_set<std::string_view> names;
  for (const BatchStatement& later :
       std::span(applied.batch.statements).subspan(applied.index + 1)) {
    if (const auto* drop = As<Drop>(*later.statement)) {
      for (const ObjectReference& object : drop->objects) names.insert(object.name.name);
    }
    const auto* alter = As<AlterTable>(*later.statement);
    if (alter == nullptr) continue;
    for (const AlterTableAction& action : alter->actions) {
      if (action.constraint) names.insert(action.constraint->using_index);
      if (action.kind == AlterTableKind::kDropConstraint) names.insert(action.name);
    }
  }
  return names;
}

std::string_view KindOf(const IndexDetails& index) {
  if (index.primary) return "primary key";
  if (index.of_constraint) return "unique constraint";
  return index.unique ? "unique index" : "index";
}

void Report(const Relation& table, const Relation& made, const Relation& other,
            Findings& findings) {
  const std::string name = QuoteIdentifier(made.name.name);
  const std::string shown = DisplayName(table.name);
  const std::string existing =
      fmt::format("{} {}", KindOf(*other.index), QuoteIdentifier(other.name.name));
  const std::string said = fmt::format("the {} {} on {} holds what the {} holds",
                                       KindOf(*made.index), name, shown, existing);
  Finding& finding = findings.Add(made.origin.span, said);
  finding.subject = fmt::format("{}.{}", shown, name);
  finding.group = "same";  // who writes one by habit writes ten: a unique key and its plain index
  finding.group_label = "and " + said;
  finding.effect =
      "no query is faster with both, but every write maintains both, and both take their room";
  finding.remedy = fmt::format("leave {} out", name);
  AddOrigin(finding, other.origin,
            fmt::format("{} is made here", QuoteIdentifier(other.name.name)));
}

void Check(const AppliedStatement& applied, Findings& findings) {
  const ObjectName* name = TableOf(applied.statement);
  const Relation* table = name == nullptr ? nullptr : applied.after.Find(*name);
  if (table == nullptr) return;
  std::vector<const Relation*> seen;
  std::optional<std::unordered_set<std::string_view>> replaced;  // read where it is asked for
  const auto is_replaced = [&](const Relation& other) {
    if (!replaced) replaced = ReplacedLater(applied);
    return replaced->contains(other.name.name);
  };
  for (const RelationId id : table->indexes) {
    const Relation* made = applied.after.Get(id);
    if (made == nullptr || !made->index || made->index->parent) continue;
    if (IsMadeBy(*made, applied)) {
      const auto other = std::ranges::find_if(seen, [&](const Relation* each) {
        return IsCoveredBy(*made->index, *each->index) && !is_replaced(*each);
      });
      if (other != seen.end()) Report(*table, *made, **other, findings);
    }
    seen.push_back(made);
  }
}

}  // namespace

extern const Rule duplicate_index{
    .id = "duplicate-index",
    .family = Family::kConvention,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "An index is built over what another index of the table holds already",
    .effect =
        "PostgreSQL does not mind several indexes over the same columns: each is maintained by "
        "every write and takes its room, and none makes a query faster that the other does not. A "
        "UNIQUE or PRIMARY KEY constraint has an index of its own.",
    .remedy =
        "Leave the second one out. hoglint compares columns, expressions, order, operator classes, "
        "access method, INCLUDE and WHERE; a plain index beside a unique one over the same columns "
        "counts, one over only the first of them does not. It is silent where the same batch drops "
        "the other one.",
    .manual = "sql-createindex.html",
    .check = OutcomeCheck{Check},
};

}  // namespace hoglint::rules
