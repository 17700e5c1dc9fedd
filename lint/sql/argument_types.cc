#include "lint/sql/argument_types.h"

namespace hoglint {

std::vector<std::string> ArgumentTypes(const std::vector<TypeName>& arguments) {
  std::vector<std::string> types;
  for (TypeName type : arguments) {
    type.modifiers.clear();
    types.push_back(FormatType(type));
  }
  return types;
}

}  // namespace hoglint
