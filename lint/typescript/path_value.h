// Paths that code puts together: join(import.meta.dirname, "..", "migrations"). Private to
// lint/typescript.
#ifndef HOGLINT_LINT_TYPESCRIPT_PATH_VALUE_H_
#define HOGLINT_LINT_TYPESCRIPT_PATH_VALUE_H_

#include <optional>
#include <string>
#include <string_view>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {

// The path that an expression of the program gives, relative to the folder in which it is started;
// "" is that folder. `file` is the program's own path, relative to it as well. Constants of the
// file are followed; of `process.env.X ?? y` it is y. Absent where only running it would tell, and
// for a path that leads out of the folder.
[[nodiscard]] std::optional<std::string> PathValueOf(const TsNode& expression,
                                                     const TsNode& program, std::string_view file);

// What a constant is made of, for an expression that is the name of one; else the expression.
[[nodiscard]] const TsNode& MadeOf(const TsNode& expression, const TsNode& program);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_PATH_VALUE_H_
