// The floor: reads .sql files (of folders: those right inside) and does nothing but PostgreSQL's
// raw parse, on one thread. bare_parse PATH...
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "lint/sql/raw_parse.h"

namespace {

void AddFiles(const std::filesystem::path& path, std::vector<std::filesystem::path>& files) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) {
    files.push_back(path);
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) AddFiles(argv[i], files);
  std::size_t bytes = 0;
  std::size_t statements = 0;
  std::size_t failed = 0;
  for (const std::filesystem::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const hoglint::sql::MemoryScope scope(true);
    const hoglint::sql::RawParse parse(text, PG_QUERY_PARSE_DEFAULT);
    bytes += text.size();
    failed += parse.error() != nullptr ? 1 : 0;
    statements += parse.tree() == nullptr ? 0 : static_cast<std::size_t>(parse.tree()->length);
  }
  std::printf("%zu files, %zu bytes, %zu statements, %zu files do not parse\n", files.size(), bytes,
              statements, failed);
  return files.empty() ? 2 : 0;
}
