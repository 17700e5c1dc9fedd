// fuzz_replay TARGET [--sample N] [--chance N] [--mutate N] [--grow N] [--write-seeds FOLDER]
// [PATH...]: runs a fuzz target without libFuzzer, over the files and folders given, over N of the
// target's seeds, each also cut and with a few bytes changed, over N inputs made of seeds by
// chance, and over N in which a piece of a seed is repeated up to 64 kB. It aborts where the target
// does, and leaves the input in ./fuzz-replay-input; exits with 1 when an input takes too long for
// its size, with the slowest in ./fuzz-replay-slow.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "tests/fuzz/grow.h"
#include "tests/fuzz/mutate.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace {

namespace fs = std::filesystem;
using hoglint::fuzz::Seed;
using hoglint::fuzz::SeedsOf;
using hoglint::fuzz::TargetFunction;

#if defined(__SANITIZE_ADDRESS__) || defined(HOGLINT_SANITIZED)
constexpr double kMostSeconds = 10;
#else
constexpr double kMostSeconds = 2;  // half of it on the machine where this was written
#endif

// The input that runs now, for whoever has to find out why it made the program stop.
const char* current_input = "";
const std::string* current_bytes = nullptr;

void KeepInput(const std::string& bytes, const char* path) {
  std::ofstream stream(path, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

extern "C" void TellInput(int signal) {
  std::fprintf(stderr, "fuzz_replay: in %s; its bytes are in fuzz-replay-input\n", current_input);
  if (current_bytes != nullptr) KeepInput(*current_bytes, "fuzz-replay-input");
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// Runs inputs and notes the slowest.
class Replay {
 public:
  explicit Replay(TargetFunction target) : target_(target) {}

  void Run(const std::string& name, const std::string& bytes) {
    current_input = name.c_str();
    current_bytes = &bytes;
    const std::clock_t began = std::clock();
    target_(bytes);
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    ++count_;
    if (seconds > slowest_) {
      slowest_ = seconds;
      slowest_name_ = name;
      if (seconds > kMostSeconds / 4) KeepInput(bytes, "fuzz-replay-slow");
    }
  }

  // The seed, its first half, and copies of it with a few bytes changed: the same ones every time.
  void RunChanged(const Seed& seed) {
    Run(seed.name, seed.bytes);
    Run(seed.name + " (first half)", seed.bytes.substr(0, seed.bytes.size() / 2));
    std::mt19937 random(static_cast<std::uint32_t>(seed.bytes.size()));
    std::string changed = seed.bytes;
    for (int i = 0; i < 4 && !changed.empty(); ++i) {
      constexpr std::string_view kBytes("\0\"'(;{[<\n-\\\xff", 12);
      changed[random() % changed.size()] = kBytes[random() % kBytes.size()];
    }
    Run(seed.name + " (changed)", changed);
  }

  [[nodiscard]] int Finish(std::string_view target) const {
    fmt::print("{}: {} inputs; the slowest took {:.2f} s: {}\n", target, count_, slowest_,
               slowest_name_);
    if (slowest_ <= kMostSeconds) return 0;
    fmt::print(stderr, "an input of at most 64 kB may take {} s\n", kMostSeconds);
    return 1;
  }

 private:
  TargetFunction target_;
  std::size_t count_ = 0;
  double slowest_ = 0;
  std::string slowest_name_;
};

std::string ReadBytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void RunPath(const fs::path& path, Replay& replay) {
  std::vector<fs::path> files{path};
  if (fs::is_directory(path)) {
    files.clear();
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
  }
  for (const fs::path& file : files) replay.Run(file.string(), ReadBytes(file));
}

void RunSample(std::string_view target, std::size_t most, Replay& replay) {
  const std::vector<Seed> seeds = SeedsOf(target);
  const std::size_t step = std::max<std::size_t>(1, seeds.size() / most);
  for (std::size_t i = 0; i < seeds.size(); i += step) replay.RunChanged(seeds[i]);
}

// Other inputs every time, since a fixed set would be a test that was run once; unless `chance`
// says where it begins, as the names of such inputs tell.
void RunMade(std::string_view target, const char* what,
             std::string (*make)(std::span<const Seed>, std::mt19937&), std::size_t count,
             std::optional<std::uint32_t> chance, Replay& replay) {
  const std::vector<Seed> seeds = SeedsOf(target);
  const std::uint32_t start = chance.value_or(std::random_device()());
  std::mt19937 random(start);
  for (std::size_t i = 0; i < count; ++i) {
    replay.Run(fmt::format("{} {} of {}", what, i, start), make(seeds, random));
  }
}

int WriteSeeds(std::string_view target, const fs::path& folder) {
  fs::create_directories(folder);
  const std::vector<Seed> seeds = SeedsOf(target);
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    std::ofstream stream(folder / fmt::format("seed-{:05}", i), std::ios::binary);
    stream.write(seeds[i].bytes.data(), static_cast<std::streamsize>(seeds[i].bytes.size()));
    if (!stream.flush()) {
      fmt::print(stderr, "cannot write seeds into {}\n", folder.string());
      return 2;
    }
  }
  return 0;
}

int Usage() {
  fmt::print(stderr,
             "usage: fuzz_replay TARGET [--sample N] [--chance N] [--mutate N] [--grow N] "
             "[--write-seeds FOLDER] [PATH...]\n");
  for (const auto& each : hoglint::fuzz::Targets()) fmt::print(stderr, "  {}\n", each.first);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto& targets = hoglint::fuzz::Targets();
  const auto target = words.empty() ? targets.end() : targets.find(words.front());
  if (target == targets.end()) return Usage();
  for (const int signal : {SIGABRT, SIGSEGV}) std::signal(signal, TellInput);
  Replay replay(target->second);
  std::optional<std::uint32_t> chance;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool option = words[i].starts_with("--");
    if (!option) {
      if (!fs::exists(words[i])) {
        fmt::print(stderr, "there is no {}\n", words[i]);
        return 2;
      }
      RunPath(words[i], replay);
      continue;
    }
    if (i + 1 == words.size()) return Usage();
    const std::string& value = words[i + 1];
    if (words[i] == "--write-seeds") return WriteSeeds(target->first, value);
    std::size_t count = 0;
    std::from_chars(value.data(), value.data() + value.size(), count);
    if (count == 0) return Usage();
    if (words[i] == "--sample") {
      RunSample(target->first, count, replay);
    } else if (words[i] == "--mutate") {
      RunMade(target->first, "mutation", hoglint::fuzz::Mutate, count, chance, replay);
    } else if (words[i] == "--grow") {
      RunMade(target->first, "growth", hoglint::fuzz::Grow, count, chance, replay);
    } else if (words[i] == "--chance") {
      chance = static_cast<std::uint32_t>(count);
    } else {
      return Usage();
    }
    ++i;
  }
  return replay.Finish(target->first);
}
