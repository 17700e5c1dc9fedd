#include "lint/sql/name_in_string.h"

#include <string>

#include "lint/base/ascii.h"

namespace hoglint {

ObjectName NameInString(std::string_view text) {
  ObjectName name;
  std::string part;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '.' && !quoted) {
      name.schema = part;
      part.clear();
    } else {
      part += quoted ? c : LowerAscii(c);
    }
  }
  name.name = part;
  return name;
}

}  // namespace hoglint
