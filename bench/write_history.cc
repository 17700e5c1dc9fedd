// Writes a synthetic history as a Drizzle folder: write_history COUNT FOLDER [--snapshots]
// [--seed N]. Snapshots repeat the schema each time: a thousand migrations have 250 MB of them.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "bench/synthetic.h"

namespace {

void Write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (file.flush()) return;
  std::fprintf(stderr, "write_history: cannot write %s\n", path.c_str());
  std::exit(2);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> plain;
  bool snapshots = false;
  std::uint64_t seed = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--snapshots") {
      snapshots = true;
    } else if (argument == "--seed" && i + 1 < argc) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      plain.push_back(argument);
    }
  }
  const unsigned long count = plain.size() == 2 ? std::strtoul(plain[0].c_str(), nullptr, 10) : 0;
  if (count == 0) {
    std::fputs("usage: write_history COUNT FOLDER [--snapshots] [--seed N]\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = plain[1];
  std::error_code error;
  std::filesystem::create_directories(folder / "meta", error);
  hoglint::bench::SyntheticHistory history(seed);
  for (unsigned long i = 0; i < count; ++i) {
    const hoglint::bench::SyntheticMigration migration = history.Next();
    Write(folder / (migration.tag + ".sql"), migration.sql);
    if (!snapshots) continue;
    const std::string number = migration.tag.substr(0, migration.tag.find('_'));
    Write(folder / "meta" / (number + "_snapshot.json"), history.Snapshot());
  }
  Write(folder / "meta" / "_journal.json", history.Journal());
  return 0;
}
