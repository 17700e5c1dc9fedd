#include "lint/facts/definition.h"

#include <string>
#include <utility>

#include "lint/schema/apply.h"

namespace hoglint {
namespace {

// No file gives a relation such a name.
constexpr const char* kScratchName = "\x01";

}  // namespace

std::optional<Relation> Described(const StatementFacts& facts) {
  Statement statement = facts.statement;
  ObjectName name;
  if (auto* table = std::get_if<CreateTable>(&statement.body)) {
    table->table.schema = facts.before.ResolveExisting(table->table).schema;
    table->table.name = kScratchName;
    table->if_not_exists = false;
    name = table->table;
  } else if (auto* view = std::get_if<CreateView>(&statement.body)) {
    view->view.schema = facts.before.ResolveExisting(view->view).schema;
    view->view.name = kScratchName;
    view->replace = false;
    name = view->view;
  } else {
    return std::nullopt;
  }
  Catalogue scratch = facts.before;
  (void)Apply(scratch, statement, facts.batch.id);
  const Relation* made = scratch.Find(name);
  if (made == nullptr) return std::nullopt;
  return *made;
}

}  // namespace hoglint
