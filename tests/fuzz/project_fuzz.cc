// The whole program: a virtual project on a disk in memory, and a command line. The part before the
// first file holds the words of the command line, one a line.
#include <algorithm>
#include <string>

#include "checker/disk/paths.h"
#include "tests/fuzz/report_checks.h"
#include "tests/fuzz/target.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::fuzz {
namespace {

constexpr std::string_view kRoot = "/project";

// A disk has no file below a file, and no NUL in a name.
bool CanBeAdded(const testing::MemoryFileSystem& disk, const std::string& path) {
  if (!IsWithin(path, kRoot) || disk.Stat(path) || path.find('\0') != std::string::npos) {
    return false;
  }
  for (std::string folder = ParentPath(path); folder != "/"; folder = ParentPath(folder)) {
    const auto status = disk.Stat(folder);
    if (status && status->kind != FileKind::kFolder) return false;
  }
  return true;
}

std::vector<std::string> Words(std::string_view lines) {
  std::vector<std::string> words;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (!line.empty()) words.emplace_back(line);
  }
  return words;
}

void RunProgram(std::string_view bytes) {
  testing::MemoryFileSystem disk;
  disk.AddFolder(std::string(kRoot));
  std::vector<std::string> words;
  for (const ArchivedFile& file : ReadArchive(bytes)) {
    const std::string path = AbsolutePath(file.name, kRoot);
    if (file.name.empty()) {
      words = Words(file.text);
    } else if (CanBeAdded(disk, path)) {
      disk.AddFile(path, file.text);
    }
  }
  const testing::NoGit git;
  testing::CliRunner program(disk, git, std::string(kRoot));
  program.connect = [](const ConnectionRequest&) -> Result<std::unique_ptr<Database>> {
    return Error{"there is no network"};
  };
  program.fetch = [](const std::string&, std::chrono::milliseconds) -> Result<HttpAnswer> {
    return Error{"there is no network"};
  };
  const int exit_code = program.Run(words);
  Expect(exit_code >= 0 && exit_code <= 2, "there is no such exit code");
  CheckOutput(program.error.text());
  const bool script = std::ranges::find(words, "completions") != words.end();
  if (!script) CheckOutput(program.out.text(), true);
  for (const auto& [path, text] : program.written) CheckOutput(text, true);
}

const Target kTarget("project", RunProgram);

}  // namespace
}  // namespace hoglint::fuzz
