// The bounds of a partition as values that can be compared. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_PARTITION_VALUES_H_
#define HOGLINT_LINT_SCHEMA_PARTITION_VALUES_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/sql/names.h"

namespace hoglint::apply {

// A constant of the partition key. Two numbers, or two texts of one type, compare as PostgreSQL
// compares them; MINVALUE and MAXVALUE stand below and above all of them.
struct BoundValue {
  enum class Kind : std::uint8_t { kMinimum, kNumber, kText, kMaximum, kNull };
  Kind kind{};
  long long number = 0;
  std::string text;

  auto operator<=>(const BoundValue&) const = default;
};

enum class BoundStrategy : std::uint8_t { kDefault, kList, kRange, kHash };

// Of a partition whose parent has one column in its key. `values` is empty where a value is none
// that can be compared.
struct BoundValues {
  BoundStrategy strategy{};
  std::vector<BoundValue> values;  // list: all of them; range: FROM and TO
  long long modulus = 0;
  long long remainder = 0;
};

// The strategy and, where they are plain constants, the values of "FOR VALUES ..." or "DEFAULT".
// `type`: of the key's column, below its domains; nothing where it is not known or the key has
// several columns.
[[nodiscard]] BoundValues BoundValuesOf(std::string_view text, const std::optional<TypeName>& type);

// One of two texts of the type is below the other just when PostgreSQL says so; of other types it
// is known only of equal texts that they are equal.
[[nodiscard]] bool IsOrderedType(const TypeName& type);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_PARTITION_VALUES_H_
