#include "tests/fuzz/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace hoglint::fuzz {
namespace {

constexpr std::string_view kFileHeader = "-- file: ";

std::map<std::string_view, TargetFunction>& Registry() {
  static std::map<std::string_view, TargetFunction> targets;
  return targets;
}

}  // namespace

const std::map<std::string_view, TargetFunction>& Targets() { return Registry(); }

Target::Target(std::string_view name, TargetFunction function) { Registry()[name] = function; }

void Fail(std::string_view what) {
  fmt::print(stderr, "fuzz: {}\n", what);
  std::fflush(stderr);
  std::abort();
}

void ExpectEqual(std::string_view actual, std::string_view expected, const char* what) {
  if (actual == expected) return;
  const auto [at, unused] = std::ranges::mismatch(actual, expected);
  const auto begin = static_cast<std::size_t>(at - actual.begin());
  const std::size_t line = begin == 0 ? 0 : actual.rfind('\n', begin - 1) + 1;
  Fail(fmt::format("{}: from byte {} on\n{}\nis not\n{}", what, begin, actual.substr(line, 2000),
                   expected.substr(line, 2000)));
}

void ExpectWithin(const Span& span, const SourceFile& file, const char* what) {
  if (span.file == file.id() && span.begin <= span.end && span.end <= file.text().size()) return;
  Fail(fmt::format("{} is at bytes {} to {} of file {}, which is no part of file {} of {} bytes",
                   what, span.begin, span.end, static_cast<unsigned>(span.file),
                   static_cast<unsigned>(file.id()), file.text().size()));
}

std::vector<ArchivedFile> ReadArchive(std::string_view bytes) {
  std::vector<ArchivedFile> files;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end);
    if (line.starts_with(kFileHeader)) {
      std::string_view name = line.substr(kFileHeader.size());
      if (name.ends_with('\n')) name.remove_suffix(1);
      files.push_back({std::string(name), {}});
      continue;
    }
    if (files.empty()) files.emplace_back();
    files.back().text += line;
  }
  return files;
}

std::string WriteArchive(const std::vector<ArchivedFile>& files) {
  std::string bytes;
  for (const ArchivedFile& file : files) {
    if (!file.name.empty()) bytes += fmt::format("{}{}\n", kFileHeader, file.name);
    bytes += file.text;
    if (!bytes.ends_with('\n')) bytes += '\n';
  }
  return bytes;
}

}  // namespace hoglint::fuzz
