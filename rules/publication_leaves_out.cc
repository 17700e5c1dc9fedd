// publication-leaves-out: a publication is set or made anew without a table that it had.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/published.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/names.h"

namespace hoglint::rules {
namespace {

const Publication* FindPublication(const std::vector<Publication>& publications,
                                   const std::string& name) {
  const auto found = std::ranges::find(publications, name, &Publication::name);
  return found == publications.end() ? nullptr : &*found;
}

bool Has(const Publication& publication, const Relation& table, const Catalogue& catalogue) {
  return publication.all_tables || std::ranges::count(publication.schemas, table.name.schema) > 0 ||
         std::ranges::any_of(publication.tables, [&](const PublishedTable& published) {
           return published.table.name == table.name.name &&
                  catalogue.ResolveExisting(published.table) == table.name;
         });
}

bool CanBePublished(const Relation& relation) {
  return (relation.kind == RelationKind::kTable ||
          relation.kind == RelationKind::kPartitionedTable) &&
         relation.persistence == Persistence::kPermanent;
}

// Partitions are published with the table that they belong to, whoever names it.
bool HasOrParentHas(const Publication& publication, const Relation& table,
                    const Catalogue& catalogue) {
  if (Has(publication, table, catalogue)) return true;
  return std::ranges::any_of(table.parents, [&](RelationId id) {
    const Relation* parent = catalogue.Get(id);
    return parent != nullptr && HasOrParentHas(publication, *parent, catalogue);
  });
}

// It is dropped or renamed behind the statement: another finding, or another name to look for.
bool GoesLater(const Relation& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(table.name.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    return As<Drop>(later) != nullptr || As<Rename>(later) != nullptr ||
           As<SetSchema>(later) != nullptr;
  });
}

// The publications before the batch, before the statement, and behind the batch.
struct Publications {
  std::vector<Publication> old;
  std::vector<Publication> before;
  std::vector<Publication> now;
};

Publications ReadPublications(const StatementFacts& facts) {
  const Statement& first = *facts.batch.statements.front().statement;
  return {.old = PublicationsUntil(facts.track, facts.sources, first, false),
          .before = PublicationsOf(facts, Until::kBefore),
          .now = PublicationsOf(facts, Until::kEndOfBatch)};
}

// True where the batch moves the table into another publication.
bool Moves(const Relation& table, const Publications& publications, const Catalogue& catalogue) {
  return std::ranges::any_of(publications.now, [&](const Publication& publication) {
    if (!HasOrParentHas(publication, table, catalogue)) return false;
    const Publication* old = FindPublication(publications.old, publication.name);
    return old == nullptr || !HasOrParentHas(*old, table, catalogue);
  });
}

// Tables that it had, until the statement, and has not at the end of the batch.
std::vector<std::string> LeftOut(const std::string& name, const Publications& publications,
                                 const StatementFacts& facts) {
  const Publication* old = FindPublication(publications.old, name);
  const Publication* before = FindPublication(publications.before, name);
  const Publication* now = FindPublication(publications.now, name);
  // Where it is gone in the end, that is the finding.
  if (old == nullptr || now == nullptr) return {};
  std::vector<std::string> names;
  for (const auto& [relation, id] : facts.before.relation_names()) {
    const Relation& table = *facts.before.Get(id);
    if (!CanBePublished(table) || !Has(*old, table, facts.before)) continue;
    if (before != nullptr && !Has(*before, table, facts.before)) continue;
    if (HasOrParentHas(*now, table, facts.before)) continue;
    if (Moves(table, publications, facts.before) || GoesLater(table, facts)) continue;
    names.push_back(ShownName(id, facts));
  }
  return names;
}

bool SetsOrMakes(const StatementFacts& facts) {
  if (!IsAboutPublication(facts.statement)) return false;
  return As<OtherStatement>(facts.statement)->command == "CREATE PUBLICATION" ||
         SetsPublishedObjects(facts.statement, facts.sources);
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (!SetsOrMakes(facts) || !FollowsPublications(facts)) return;
  const std::string name = PublicationNameOf(facts.statement, facts.sources);
  const Publications publications = ReadPublications(facts);
  const std::vector<std::string> left_out = LeftOut(name, publications, facts);
  if (left_out.empty()) return;
  const std::string tables = JoinNames(left_out);
  Finding& finding =
      findings.Add(facts.statement.span,
                   fmt::format("leaves {} out of publication {}", tables, QuoteIdentifier(name)));
  finding.subject = name;
  finding.effect = fmt::format(
      "subscribers get no changes of {} from now on, and no error; what they miss is not sent when "
      "it is added again",
      left_out.size() == 1 ? "it" : "them");
  finding.remedy =
      "name all tables that it is to have, or use ADD TABLE, which keeps the others; if it is "
      "meant, "
      "ALTER PUBLICATION ... DROP TABLE says so";
  finding.related.push_back({FindPublication(publications.old, name)->place, "published here"});
}

}  // namespace

extern const Rule publication_leaves_out{
    .id = "publication-leaves-out",
    .family = Family::kDestructive,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A publication is set or made anew without a table that it had",
    .effect =
        "ALTER PUBLICATION ... SET TABLE replaces the whole list, and so does dropping the "
        "publication and creating it again: subscribers of logical replication get no more changes "
        "of a table that the new list lacks, and nothing tells them. Added again later, the "
        "table starts with the next change: what was written meanwhile is missing, and where a "
        "subscription was refreshed in between, it copies the table anew and stops at the first "
        "row that is there already (23505).",
    .remedy =
        "Name every table that is to be published, or add with ALTER PUBLICATION ... ADD TABLE. "
        "Take a table out by ALTER PUBLICATION ... DROP TABLE, which says what it does and is "
        "not reported.",
    .manual = "sql-alterpublication.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
