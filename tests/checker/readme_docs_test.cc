// The README shows real output: every `$ ./dev lint ...` in it is run and compared.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace hoglint {
namespace {

std::string EnvironmentValue(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Standard output of `hoglint ARGUMENTS` in the source folder; the time it took made constant.
std::string OutputOf(const std::string& arguments) {
  const std::string command = "cd '" + EnvironmentValue("HOGLINT_SOURCE_DIR") + "' && '" +
                              EnvironmentValue("HOGLINT_BINARY") + "' " + arguments;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "could not be run";
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    output.append(buffer.data(), n);
  }
  pclose(pipe);
  return std::regex_replace(output, std::regex("; [0-9.]+ s\n"), "; 0.01 s\n");
}

// The page with the output behind every command of a console block as it is now.
std::string WithRealOutput(const std::string& page) {
  static const std::string kPrompt = "$ ./dev lint ";
  std::istringstream lines(page);
  std::string result;
  bool skipping = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("$ ") || line == "```") skipping = false;
    if (!skipping) result += line + "\n";
    if (line.starts_with(kPrompt)) {
      result += OutputOf(line.substr(kPrompt.size()));
      skipping = true;
    }
  }
  return result;
}

TEST(ReadmeDocs, ShowTheOutputOfTheirCommands) {
  const std::string path = EnvironmentValue("HOGLINT_SOURCE_DIR") + "/README.md";
  const std::string page = ReadFile(path);
  ASSERT_NE(page.find("$ ./dev lint "), std::string::npos);
  const std::string fresh = WithRealOutput(page);
  if (!EnvironmentValue("HOGLINT_UPDATE").empty()) std::ofstream(path, std::ios::binary) << fresh;
  EXPECT_EQ(ReadFile(path), fresh) << "run ./dev docs";
}

}  // namespace
}  // namespace hoglint
