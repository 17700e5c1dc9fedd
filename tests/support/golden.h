// Golden files: text that the tests compare with what is committed, and rewrite on request.
#ifndef HOGLINT_TESTS_SUPPORT_GOLDEN_H_
#define HOGLINT_TESTS_SUPPORT_GOLDEN_H_

#include <filesystem>
#include <string>
#include <string_view>

namespace hoglint::testing {

// The root of the source tree (HOGLINT_SOURCE_DIR, else found from the place of this file).
[[nodiscard]] std::filesystem::path SourceFolder();
// The bytes of a file; empty when there is none.
[[nodiscard]] std::string ReadFile(const std::filesystem::path& path);

// Fails with the first difference and the command that updates the file, unless its content is
// `text`. With HOGLINT_UPDATE=1 in the environment the file is written instead. Tests that call it
// have Golden or Docs in their name: `./dev docs` runs those.
void ExpectGolden(std::string_view text, const std::filesystem::path& path);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_GOLDEN_H_
