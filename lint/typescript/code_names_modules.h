// What a file exports that other files make: `export * from "./users"`.
#ifndef HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_MODULES_H_
#define HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_MODULES_H_

#include <string>
#include <vector>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {

struct PassedOn {
  std::string name;    // as the file exports it; "*": all that the module exports
  std::string module;  // as it is written: "./users"
  std::string source;  // as the module exports it; "*": all of it as one object
};

// Types are left out.
[[nodiscard]] std::vector<PassedOn> WhatIsPassedOn(const TsNode& program);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_MODULES_H_
