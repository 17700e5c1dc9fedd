// A fuzz target: a named function of bytes that aborts when hoglint does what it never may.
// libFuzzer (fuzz_main.cc) and the replay program (replay_main.cc) call the same ones.
#ifndef HOGLINT_TESTS_FUZZ_TARGET_H_
#define HOGLINT_TESTS_FUZZ_TARGET_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"

namespace hoglint::fuzz {

using TargetFunction = void (*)(std::string_view bytes);

// All targets of the program, by name.
[[nodiscard]] const std::map<std::string_view, TargetFunction>& Targets();

// Makes a target known: one constant in <name>_fuzz.cc.
class Target {
 public:
  Target(std::string_view name, TargetFunction function);
};

// Says what does not hold, and aborts.
[[noreturn]] void Fail(std::string_view what);
inline void Expect(bool holds, const char* what) {
  if (!holds) Fail(what);
}
// Both texts, from where they differ on, when they do.
void ExpectEqual(std::string_view actual, std::string_view expected, const char* what);

// The span lies in the file. `what` has it: "a finding".
void ExpectWithin(const Span& span, const SourceFile& file, const char* what);

struct ArchivedFile {
  std::string name;
  std::string text;
};

// An input of several files: each begins behind a line "-- file: NAME", as in the fixtures of
// tests/rules. What comes before the first such line is a file without a name.
[[nodiscard]] std::vector<ArchivedFile> ReadArchive(std::string_view bytes);
[[nodiscard]] std::string WriteArchive(const std::vector<ArchivedFile>& files);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_TARGET_H_
