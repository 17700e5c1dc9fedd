// A DeclaredSchema, and a snapshot of drizzle-kit's, as the same lines of text.
#ifndef HOGLINT_TESTS_SUPPORT_DESCRIBE_DECLARED_H_
#define HOGLINT_TESTS_SUPPORT_DESCRIBE_DECLARED_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/typescript/declared_schema.h"

namespace hoglint::testing {

// What drizzle-kit sees of it, sorted: "public.users email: citext, not null". Names that it makes
// up are left out: "(index) public.users: role, display_name".
[[nodiscard]] std::vector<std::string> DescribeDeclared(const DeclaredSchema& schema);
// Of version 7. One line with the reason when it is no snapshot.
[[nodiscard]] std::vector<std::string> DescribeSnapshot(std::string_view json);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_DESCRIBE_DECLARED_H_
