#include "lint/facts/name_in_code.h"

namespace hoglint {

QualifiedName NameInCode(const ObjectName& table, const StatementFacts& facts) {
  QualifiedName name = facts.before.ResolveExisting(table);
  for (const std::uint32_t position : facts.EarlierNaming(table.name)) {
    const auto* rename = As<Rename>(*facts.batch.statements[position].statement);
    if (rename == nullptr || rename->kind != ObjectKind::kTable) continue;
    if (rename->new_name == table.name) name.name = rename->object.name.name;
  }
  return name;
}

}  // namespace hoglint
