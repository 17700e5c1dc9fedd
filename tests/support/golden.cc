#include "tests/support/golden.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace hoglint::testing {
namespace {

bool UpdateIsWanted() {
  const char* update = std::getenv("HOGLINT_UPDATE");  // NOLINT(concurrency-mt-unsafe)
  return update != nullptr && std::string_view(update) == "1";
}

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  std::stringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// Both texts around their first different line, as in a unified diff.
std::string Difference(std::string_view wanted, std::string_view actual) {
  const auto old_lines = Lines(wanted);
  const auto new_lines = Lines(actual);
  std::size_t first = 0;
  while (first < old_lines.size() && first < new_lines.size() &&
         old_lines[first] == new_lines[first]) {
    ++first;
  }
  std::size_t same_end = 0;
  while (same_end + first < old_lines.size() && same_end + first < new_lines.size() &&
         old_lines[old_lines.size() - 1 - same_end] == new_lines[new_lines.size() - 1 - same_end]) {
    ++same_end;
  }
  std::string out = fmt::format("@@ line {} @@\n", first + 1);
  for (std::size_t i = first; i + same_end < old_lines.size(); ++i) {
    out += fmt::format("-{}\n", old_lines[i]);
  }
  for (std::size_t i = first; i + same_end < new_lines.size(); ++i) {
    out += fmt::format("+{}\n", new_lines[i]);
  }
  return out;
}

}  // namespace

std::filesystem::path SourceFolder() {
  const char* folder = std::getenv("HOGLINT_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe)
  if (folder != nullptr) return folder;
  return HOGLINT_REPOSITORY;
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void ExpectGolden(std::string_view text, const std::filesystem::path& path) {
  const std::string committed = ReadFile(path);
  if (committed == text) return;
  if (UpdateIsWanted()) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  ADD_FAILURE() << path.string() << " is not what is generated now:\n"
                << Difference(committed, text) << "To update it, run: ./dev docs";
}

}  // namespace hoglint::testing
