// The second error channel: hoglint cannot do its job (unreadable file, bad option, no repository).
#ifndef HOGLINT_LINT_BASE_ERROR_H_
#define HOGLINT_LINT_BASE_ERROR_H_

#include <string>

namespace hoglint {

// One sentence for the user: what could not be done, where, and what to do about it.
struct Error {
  std::string message;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_ERROR_H_
