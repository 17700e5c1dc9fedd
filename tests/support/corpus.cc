// The files of a migrations folder in the order of its runner.
#include "tests/support/corpus.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace hoglint::testing {
namespace {

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<MigrationFile> ReadJournal(const std::filesystem::path& folder) {
  const auto journal =
      nlohmann::json::parse(ReadFile(folder / "meta/_journal.json"), nullptr, false);
  std::vector<MigrationFile> files;
  if (journal.is_discarded()) return files;
  for (const auto& entry : journal["entries"]) {
    const std::string tag = entry["tag"];
    files.push_back({tag, ReadFile(folder / (tag + ".sql"))});
  }
  return files;
}

// "00010-x.sql" is migration 10.
long Number(const MigrationFile& file) { return std::atol(file.name.c_str()); }

}  // namespace

std::vector<MigrationFile> ReadCorpus(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder / "meta/_journal.json")) return ReadJournal(folder);
  std::vector<MigrationFile> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::filesystem::path& path = entry.path();
    if (entry.is_directory()) {
      files.push_back({path.filename().string(), ReadFile(path / "migration.sql")});
    } else if (path.extension() == ".sql") {
      files.push_back({path.filename().string(), ReadFile(path)});
    }
  }
  std::ranges::sort(files, {}, Number);
  return files;
}

}  // namespace hoglint::testing
