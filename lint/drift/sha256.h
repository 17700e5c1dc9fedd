// SHA-256 (FIPS 180-4), by which Drizzle's ledger knows a file. Our own few lines: the libraries
// that have it are linked only as a part of libgit2's static build, or load two dozen others.
#ifndef HOGLINT_LINT_DRIFT_SHA256_H_
#define HOGLINT_LINT_DRIFT_SHA256_H_

#include <string>
#include <string_view>

namespace hoglint {

// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string Sha256(std::string_view bytes);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_SHA256_H_
