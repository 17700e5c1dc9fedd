// observe_effects: runs the cases on every installed server and compares what they do with the
// recordings, or writes those anew; or shows what one statement does. See tests/oracle/README.md.
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/case.h"
#include "tests/oracle/observe_all.h"
#include "tests/oracle/recordings.h"

namespace hoglint::oracle {
namespace {

constexpr const char* kUsage =
    "observe_effects [--only TEXT] [--major N]   compare the cases (whose id has TEXT) with\n"
    "                                            the recordings\n"
    "observe_effects --write [--only TEXT]       record them anew\n"
    "observe_effects --statement SQL [--given SQL] [--alone RELATION,...] [--major N]\n"
    "                                            show what a statement does to the standard "
    "schema\n";

struct Options {
  bool write = false;
  std::string only;
  int major = 0;
  std::string statement;
  std::string given;
  std::string alone;
};

bool ParseOptions(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--write") {
      options.write = true;
      continue;
    }
    if (i + 1 == argc) return false;
    const char* value = argv[++i];
    if (word == "--only") {
      options.only = value;
    } else if (word == "--major") {
      options.major = std::atoi(value);
    } else if (word == "--statement") {
      options.statement = value;
    } else if (word == "--given") {
      options.given = value;
    } else if (word == "--alone") {
      options.alone = value;
    } else {
      return false;
    }
  }
  return true;
}

int Fail(const std::string& message) {
  std::cerr << "observe_effects: " << message << '\n';
  return 2;
}

// The case that the command line describes, by way of the format of the case files.
Result<std::vector<Case>> CaseOf(const Options& options) {
  std::string text = "-- case: statement\n";
  if (!options.alone.empty()) text += "-- alone: " + options.alone + "\n";
  if (!options.given.empty()) text += "-- given\n" + options.given + ";\n-- then\n";
  return ParseCases(text + options.statement + ";\n", "statement");
}

int Main(int argc, char** argv) {
  Options options;
  if (!ParseOptions(argc, argv, options)) {
    std::cerr << kUsage;
    return 2;
  }
  const char* source = std::getenv("HOGLINT_SOURCE_DIR");
  const auto folder = std::filesystem::path(source == nullptr ? "." : source) / "tests" / "oracle";
  Result<std::vector<Case>> cases =
      options.statement.empty() ? LoadCases(folder / "cases") : CaseOf(options);
  if (!cases) return Fail(cases.error().message);
  std::erase_if(*cases,
                [&](const Case& one) { return one.id.find(options.only) == std::string::npos; });

  Result<Recordings> observed = ObserveAll(folder, *cases, options.major);
  if (!observed) return Fail(observed.error().message);
  if (observed->empty()) return Fail("no servers; see tests/oracle/servers/install.sh");
  if (!options.statement.empty()) {
    for (const auto& line : RenderCase("statement", observed->begin()->second)) {
      std::cout << line.substr(line.find('\t') + 1) << '\n';
    }
    return 0;
  }

  std::vector<std::string> problems = UnexpectedOutcomes(*cases, *observed);
  const auto path = folder / "observed.tsv";
  Result<Recordings> recorded = ReadRecordings(path);
  if (!recorded) return Fail(recorded.error().message);
  if (options.write) {
    Recordings merged = options.only.empty() && options.major == 0 ? Recordings() : *recorded;
    for (const auto& [id, observations] : *observed) {
      for (const auto& [major, observation] : observations) merged[id][major] = observation;
    }
    std::ofstream(path, std::ios::binary) << Render(merged);
  } else {
    for (std::string& line : Differences(*cases, *recorded, *observed)) {
      problems.push_back(std::move(line));
    }
  }
  for (const std::string& problem : problems) std::cout << problem << '\n';
  std::cerr << cases->size() << " cases, " << problems.size() << " problems\n";
  return problems.empty() ? 0 : 1;
}

}  // namespace
}  // namespace hoglint::oracle

int main(int argc, char** argv) { return hoglint::oracle::Main(argc, argv); }
