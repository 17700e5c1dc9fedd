// The names that PostgreSQL chooses for constraints, indexes and sequences.
#include "lint/schema/object_names.h"

#include <algorithm>
#include <optional>

#include "lint/schema/expression_text.h"

namespace hoglint::apply {
namespace {

constexpr std::size_t kMaxBytes = 63;  // NAMEDATALEN - 1

// At most `bytes` of the text, never a part of a UTF-8 character. (pg_mbcliplen)
std::string Clip(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes));
}

template <typename IsFree>
std::string FirstFree(std::string_view name1, std::string_view name2, std::string_view label,
                      IsFree is_free) {
  std::string candidate = MakeObjectName(name1, name2, label);
  for (int pass = 1; !is_free(candidate); ++pass) {
    candidate = MakeObjectName(name1, name2, std::string(label) + std::to_string(pass));
  }
  return candidate;
}

}  // namespace

std::string MakeObjectName(std::string_view name1, std::string_view name2, std::string_view label) {
  std::size_t overhead = label.empty() ? 0 : label.size() + 1;
  if (!name2.empty()) ++overhead;
  const std::size_t available = kMaxBytes - overhead;
  std::size_t size1 = name1.size();
  std::size_t size2 = name2.size();
  while (size1 + size2 > available) --(size1 > size2 ? size1 : size2);
  std::string result = Clip(name1, size1);
  if (!name2.empty()) result += '_' + Clip(name2, size2);
  if (!label.empty()) result += '_' + std::string(label);
  return result;
}

std::string ChooseRelationName(Catalogue& catalogue, std::string_view schema,
                               std::string_view name1, std::string_view name2,
                               std::string_view label, bool constraint) {
  return FirstFree(name1, name2, label, [&](const std::string& name) {
    return catalogue.Find(QualifiedName{std::string(schema), name}) == nullptr &&
           !(constraint && catalogue.HasConstraint(schema, name));
  });
}

std::string ChooseConstraintName(Catalogue& catalogue, std::string_view schema,
                                 std::string_view name1, std::string_view name2,
                                 std::string_view label, const std::vector<std::string>& others) {
  return FirstFree(name1, name2, label, [&](const std::string& name) {
    return std::ranges::count(others, name) == 0 && !catalogue.HasConstraint(schema, name);
  });
}

std::vector<std::string> ChooseIndexColumnNames(const std::vector<IndexElement>& elements,
                                                const std::vector<std::string>& including) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& wanted) {
    std::string name = wanted;
    for (int number = 1; std::ranges::count(names, name) > 0; ++number) {
      const std::string suffix = std::to_string(number);
      name = Clip(wanted, kMaxBytes - suffix.size()) + suffix;
    }
    names.push_back(name);
  };
  for (const IndexElement& element : elements) {
    add(element.expression ? FigureName(*element.expression) : element.column);
  }
  for (const std::string& column : including) add(column);
  return names;
}

std::string NameAddition(const std::vector<std::string>& columns) {
  std::string result;
  for (const std::string& column : columns) {
    if (!result.empty()) result += '_';
    result += column;
    if (result.size() > kMaxBytes) break;
  }
  return result;
}

std::string FigureName(const Expression& expression) {
  const std::string name = ExpressionName(expression.text);
  return name.empty() ? "expr" : name;
}

}  // namespace hoglint::apply
