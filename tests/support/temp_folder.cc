#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "lint/base/check.h"

namespace hoglint::testing {

namespace fs = std::filesystem;

TempFolder::TempFolder() {
  std::string name = (fs::canonical(fs::temp_directory_path()) / "hoglint-test-XXXXXX").string();
  HOGLINT_CHECK(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TempFolder::operator/(std::string_view name) const {
  return (fs::path(path_) / name).string();
}

std::string TempFolder::Write(std::string_view name, std::string_view bytes) const {
  const fs::path file = fs::path(path_) / name;
  fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  HOGLINT_CHECK(!stream.fail());
  return file.string();
}

std::string TempFolder::MakeFolder(std::string_view name) const {
  const fs::path folder = fs::path(path_) / name;
  fs::create_directories(folder);
  return folder.string();
}

std::string TempFolder::Link(std::string_view target, std::string_view name) const {
  const fs::path link = fs::path(path_) / name;
  fs::create_directories(link.parent_path());
  fs::create_symlink(target, link);
  return link.string();
}

std::string ReadWholeFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.is_open()) << path;
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace hoglint::testing
