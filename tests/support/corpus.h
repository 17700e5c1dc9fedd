// The files of a migrations folder in the order of its runner, read in a few lines that share
// nothing with checker/project: the oracle must not inherit its mistakes.
#ifndef HOGLINT_TESTS_SUPPORT_CORPUS_H_
#define HOGLINT_TESTS_SUPPORT_CORPUS_H_

#include <filesystem>
#include <string>
#include <vector>

namespace hoglint::testing {

struct MigrationFile {
  std::string name;
  std::string text;
};

// Drizzle v0 (meta/_journal.json), Drizzle v1 (folders with migration.sql) or numbered SQL files.
[[nodiscard]] std::vector<MigrationFile> ReadCorpus(const std::filesystem::path& folder);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_CORPUS_H_
