#include "lint/facts/added_again.h"

#include <algorithm>
#include <cstddef>

namespace hoglint {

bool DropsColumnFirst(const AlterTable& alter, std::string_view column) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropColumn && action.column == column;
  });
}

std::string NameBeside(const std::string& name, int number) {
  constexpr std::size_t kMaxBytes = 63;
  const std::string suffix = "_new" + (number == 0 ? "" : std::to_string(number));
  std::size_t kept = std::min(name.size(), kMaxBytes - suffix.size());
  // Not in the middle of a character.
  while (kept > 0 && kept < name.size() &&
         (static_cast<unsigned char>(name[kept]) & 0xC0U) == 0x80U) {
    --kept;
  }
  return name.substr(0, kept) + suffix;
}

std::string NameBesideDropped(const AlterTable& alter, const std::string& column) {
  return DropsColumnFirst(alter, column) ? NameBeside(column) : column;
}

}  // namespace hoglint
