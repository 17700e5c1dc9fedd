// .gitignore and .dockerignore: which of their lines hides a path. Their patterns look alike and
// mean different things.
#ifndef HOGLINT_LINT_FACTS_IGNORE_PATTERNS_H_
#define HOGLINT_LINT_FACTS_IGNORE_PATTERNS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"

namespace hoglint {

// One step of a pattern.
struct PatternStep {
  enum class Kind : std::uint8_t {
    kByte,     // that byte
    kOne,      // any byte but a slash
    kSet,      // a byte of `set`
    kName,     // any number of bytes but slashes
    kFolders,  // nothing, or anything that ends in a slash
    kRest,     // anything
  };
  Kind kind{};
  char byte = 0;
  std::vector<bool> set = {};  // by byte value
};

struct IgnoreLine {
  Span span;             // of the pattern in its file, a ! included
  bool negated = false;  // what it fits is not hidden after all
  // .gitignore:
  bool folders_only = false;
  bool names_only = false;  // without a slash: fits the last name of a path, at any depth
  std::vector<PatternStep> steps;
};

struct IgnoreFile {
  std::string folder;  // that its patterns are relative to, as shown; empty: where reports begin
  std::vector<IgnoreLine> lines;
};

[[nodiscard]] IgnoreFile ReadGitIgnore(const SourceFile& file, std::string folder);
[[nodiscard]] IgnoreFile ReadDockerIgnore(const SourceFile& file, std::string folder);

// What hides a path, and whether by hiding a folder above it.
struct HiddenBy {
  const IgnoreLine* line = nullptr;  // null: nothing does
  bool by_folder = false;
};
// As git decides for a file (gitignore(5)): `files` are those from the root down, in that order.
// In a folder that is hidden, no ! brings a file back.
[[nodiscard]] HiddenBy HiddenFromGit(std::span<const IgnoreFile> files, std::string_view path);
// As docker build decides (moby/patternmatcher): the last line that fits the path or a folder above
// it counts. A pattern without a slash is one of the context's own folder.
[[nodiscard]] HiddenBy HiddenFromDocker(const IgnoreFile& file, std::string_view path);

// Whether the last line that fits the path, or a folder above it, is none with a !: for lists of
// paths that are written as .gitignore.
[[nodiscard]] bool LastLineTakes(const IgnoreFile& file, std::string_view path);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_IGNORE_PATTERNS_H_
