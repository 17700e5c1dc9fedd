// drop-schema: a schema goes away, with CASCADE together with everything in it.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool CreatedEarlier(const std::string& schema, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(schema), [&](std::uint32_t position) {
    const auto* create = As<CreateSchema>(*facts.batch.statements[position].statement);
    return create != nullptr && create->name == schema &&
           (!create->if_not_exists || HistoryIsComplete(facts));
  });
}

std::size_t RelationsIn(const std::string& schema, const StatementFacts& facts) {
  const auto& names = facts.before.relation_names();
  auto entry = names.lower_bound(QualifiedName{schema, ""});
  std::size_t count = 0;
  for (; entry != names.end() && entry->first.schema == schema; ++entry) {
    const Relation* relation = facts.before.Get(entry->second);
    if (relation == nullptr) continue;
    const RelationKind kind = relation->kind;
    if (kind != RelationKind::kIndex && kind != RelationKind::kPartitionedIndex) ++count;
  }
  return count;
}

std::string Contents(const std::string& schema, const StatementFacts& facts) {
  const std::size_t count = RelationsIn(schema, facts);
  if (count == 0) return "everything in it";
  return fmt::format("everything in it ({} {} that the files create)", count,
                     count == 1 ? "table, view or sequence" : "tables, views and sequences");
}

void CheckSchema(const ObjectName& name, const Drop& drop, const StatementFacts& facts,
                 Findings& findings) {
  const std::string& schema = name.name;
  if (CreatedEarlier(schema, facts)) return;
  if (drop.if_exists && HistoryIsComplete(facts) && !facts.before.HasSchema(schema)) return;

  Finding& finding =
      findings.Add(name.span, fmt::format("drops schema {}{}", QuoteIdentifier(schema),
                                          drop.cascade ? " and everything in it" : ""));
  finding.subject = schema;
  if (drop.cascade) {
    finding.effect =
        fmt::format("CASCADE drops {}, with all rows, and what depends on it in other schemas",
                    Contents(schema, facts));
    finding.remedy = "drop table by table, so that the review sees each; the empty schema last";
    return;
  }
  finding.level = Level::kWarning;
  finding.effect =
      "without CASCADE only an empty schema can be dropped, so no row is lost; code, roles and "
      "search paths that name the schema break";
  finding.remedy = "first deploy code that no longer names the schema";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr || drop->kind != ObjectKind::kSchema) return;
  for (const ObjectReference& object : drop->objects) {
    CheckSchema(object.name, *drop, facts, findings);
  }
}

}  // namespace

extern const Rule drop_schema{
    .id = "drop-schema",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A schema is dropped, with CASCADE together with everything in it",
    .effect =
        "CASCADE takes every table, view, type and function of the schema, and whatever "
        "depends on them elsewhere, in one word that no reviewer can see through.",
    .remedy =
        "Drop the objects one by one and the empty schema last, without CASCADE, after the "
        "code that uses them is gone.",
    .manual = "sql-dropschema.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
