// A change of a pristine project that one check is about: see tests/projects/README.md.
#ifndef HOGLINT_TESTS_SUPPORT_MUTATION_H_
#define HOGLINT_TESTS_SUPPORT_MUTATION_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint::testing {

struct Mutation {
  std::vector<std::string> numbers;           // the checks that it shows: "C13", "S15"
  std::map<std::string, std::string> files;   // the project afterwards, by path
  std::vector<std::string> expected;          // findings that it adds, as expect.txt has them
  std::vector<std::string> removed;           // findings of the pristine project that it removes
  std::vector<std::string> not_checked;       // reasons that are noted as not checked
  std::map<std::string, std::string> levels;  // as --rule sets them
  std::string problem;                        // why it cannot be understood; empty: it can
};

// Reads a mutation and applies it to the files of a pristine project.
[[nodiscard]] Mutation ApplyMutation(std::string_view text,
                                     std::map<std::string, std::string> files);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_MUTATION_H_
