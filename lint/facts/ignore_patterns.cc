#include "lint/facts/ignore_patterns.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace hoglint {
namespace {

using Step = PatternStep;
using Kind = PatternStep::Kind;

// A longer one is no pattern that somebody wrote.
constexpr std::size_t kMaxPattern = 4096;

bool IsInPosixClass(std::string_view name, unsigned char c) {
  if (name == "alpha") return std::isalpha(c) != 0;
  if (name == "digit") return std::isdigit(c) != 0;
  if (name == "alnum") return std::isalnum(c) != 0;
  if (name == "upper") return std::isupper(c) != 0;
  if (name == "lower") return std::islower(c) != 0;
  if (name == "space") return std::isspace(c) != 0;
  if (name == "punct") return std::ispunct(c) != 0;
  if (name == "xdigit") return std::isxdigit(c) != 0;
  return false;
}

// Reads [a-z], whose bracket has been read; false where nothing closes it.
class SetReader {
 public:
  SetReader(std::string_view pattern, std::size_t at) : pattern_(pattern), at_(at) {}

  bool Read() {
    set_.assign(256, false);
    const bool negated = at_ < pattern_.size() && (pattern_[at_] == '!' || pattern_[at_] == '^');
    if (negated) ++at_;
    for (bool first = true; at_ < pattern_.size(); first = false) {
      if (pattern_[at_] == ']' && !first) {
        if (negated) set_.flip();
        set_['/'] = false;
        ++at_;
        return true;
      }
      if (!Member()) return false;
    }
    return false;
  }

  [[nodiscard]] std::size_t at() const { return at_; }
  std::vector<bool> Take() && { return std::move(set_); }

 private:
  bool Member() {
    if (pattern_.substr(at_).starts_with("[:")) {
      const std::size_t end = pattern_.find(":]", at_ + 2);
      if (end == std::string_view::npos) return false;
      const std::string_view name = pattern_.substr(at_ + 2, end - at_ - 2);
      for (std::size_t c = 0; c < set_.size(); ++c) {
        if (IsInPosixClass(name, static_cast<unsigned char>(c))) set_[c] = true;
      }
      at_ = end + 2;
      return true;
    }
    const auto low = Byte();
    auto high = low;
    const bool range =
        at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']';
    if (range) {
      ++at_;
      high = Byte();
    }
    if (!low || !high) return false;
    for (std::size_t c = *low; c <= *high; ++c) set_[c] = true;
    return true;
  }

  std::optional<unsigned char> Byte() {
    if (at_ < pattern_.size() && pattern_[at_] == '\\') ++at_;
    if (at_ >= pattern_.size()) return std::nullopt;
    return static_cast<unsigned char>(pattern_[at_++]);
  }

  std::string_view pattern_;
  std::size_t at_;
  std::vector<bool> set_;
};

// The steps of a pattern; absent when nothing can fit it.
class PatternReader {
 public:
  PatternReader(std::string_view pattern, bool docker) : pattern_(pattern), docker_(docker) {}

  std::optional<std::vector<Step>> Read() {
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      if (c == '*') {
        Stars();
      } else if (c == '?') {
        steps_.push_back({.kind = Kind::kOne});
        ++at_;
      } else if (c == '[') {
        SetReader set(pattern_, at_ + 1);
        if (!set.Read()) return std::nullopt;
        at_ = set.at();
        steps_.push_back({.kind = Kind::kSet, .set = std::move(set).Take()});
      } else {
        if (c == '\\') ++at_;
        if (at_ >= pattern_.size()) return std::nullopt;
        steps_.push_back({.kind = Kind::kByte, .byte = pattern_[at_++]});
      }
    }
    return std::move(steps_);
  }

 private:
  // ** is more than * only as a whole name in git, everywhere in docker.
  void Stars() {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && pattern_[at_] == '*') ++at_;
    const bool at_start = begin == 0 || pattern_[begin - 1] == '/';
    const bool at_end = at_ == pattern_.size();
    const bool before_slash = !at_end && pattern_[at_] == '/';
    if (at_ - begin < 2 || (!docker_ && !(at_start && (at_end || before_slash)))) {
      steps_.push_back({.kind = Kind::kName});
    } else if (at_end) {
      steps_.push_back({.kind = Kind::kRest});
    } else {
      if (before_slash) ++at_;
      steps_.push_back({.kind = Kind::kFolders});
    }
  }

  std::string_view pattern_;
  bool docker_;
  std::size_t at_ = 0;
  std::vector<Step> steps_;
};

bool FitsByte(const Step& step, char c) {
  if (step.kind == Kind::kByte) return c == step.byte;
  if (step.kind == Kind::kOne) return c != '/';
  return step.set[static_cast<unsigned char>(c)];
}

// Goes through the steps with all positions of the text that the steps so far can reach, so that
// no pattern takes longer than its length times that of the text.
bool Fits(const std::vector<Step>& steps, std::string_view text) {
  // Most patterns begin with other letters.
  for (std::size_t i = 0; i < steps.size() && steps[i].kind == Kind::kByte; ++i) {
    if (i >= text.size() || text[i] != steps[i].byte) return false;
  }
  std::vector<bool> now(text.size() + 1, false);
  std::vector<bool> next(text.size() + 1, false);
  now[0] = true;
  for (const Step& step : steps) {
    bool before = false;  // a position before this one was reached
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const char last = i > 0 ? text[i - 1] : '\0';
      switch (step.kind) {
        case Kind::kName:
          next[i] = now[i] || (i > 0 && next[i - 1] && last != '/');
          break;
        case Kind::kFolders:
          next[i] = now[i] || (before && last == '/');
          break;
        case Kind::kRest:
          next[i] = now[i] || before;
          break;
        default:
          next[i] = i > 0 && now[i - 1] && FitsByte(step, last);
      }
      before = before || now[i];
    }
    std::swap(now, next);
  }
  return now[text.size()];
}

// The lines of a file with their place, without line ends.
template <typename Function>
void ForEachLine(const SourceFile& file, Function function) {
  std::string_view rest = file.text();
  std::size_t offset = 0;
  if (rest.starts_with("\xEF\xBB\xBF")) offset = 3;
  while (offset < rest.size()) {
    const std::size_t end = std::min(rest.find('\n', offset), rest.size());
    std::string_view line = rest.substr(offset, end - offset);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() <= kMaxPattern) function(line, offset);
    offset = end + 1;
  }
}

Span SpanOf(const SourceFile& file, std::size_t begin, std::size_t size) {
  return {file.id(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

// Blanks at the end count only behind a backslash.
std::string_view WithoutEndBlanks(std::string_view line) {
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

// "src/", then "src/db/", ...: where each folder above a path ends; the path itself comes last.
std::vector<std::size_t> EndsOfFolders(std::string_view path) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '/') ends.push_back(i);
  }
  ends.push_back(path.size());
  return ends;
}

// The path as the file's patterns see it; absent when the file is not above it.
std::optional<std::string_view> Below(const IgnoreFile& file, std::string_view path) {
  if (file.folder.empty()) return path;
  if (!path.starts_with(file.folder) || path.size() <= file.folder.size() ||
      path[file.folder.size()] != '/') {
    return std::nullopt;
  }
  return path.substr(file.folder.size() + 1);
}

bool FitsInGit(const IgnoreLine& line, std::string_view path, bool folder) {
  if (line.folders_only && !folder) return false;
  const std::size_t slash = path.rfind('/');
  if (line.names_only && slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return Fits(line.steps, path);
}

// The last line about that path itself, in the deepest file that has one.
const IgnoreLine* LastAbout(std::span<const IgnoreFile> files, std::string_view path, bool folder) {
  for (std::size_t i = files.size(); i-- > 0;) {
    const auto below = Below(files[i], path);
    if (!below) continue;
    const auto& lines = files[i].lines;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      if (FitsInGit(*line, *below, folder)) return &*line;
    }
  }
  return nullptr;
}

}  // namespace

IgnoreFile ReadGitIgnore(const SourceFile& file, std::string folder) {
  IgnoreFile read{.folder = std::move(folder), .lines = {}};
  ForEachLine(file, [&](std::string_view text, std::size_t offset) {
    text = WithoutEndBlanks(text);
    if (text.empty() || text.starts_with('#')) return;
    IgnoreLine line{.span = SpanOf(file, offset, text.size()), .steps = {}};
    line.negated = text.starts_with('!');
    if (line.negated) text.remove_prefix(1);
    line.folders_only = text.ends_with('/');
    if (line.folders_only) text.remove_suffix(1);
    line.names_only = text.find('/') == std::string_view::npos;
    if (text.starts_with('/')) text.remove_prefix(1);
    auto steps = PatternReader(text, /*docker=*/false).Read();
    if (text.empty() || !steps) return;
    line.steps = *std::move(steps);
    read.lines.push_back(std::move(line));
  });
  return read;
}

IgnoreFile ReadDockerIgnore(const SourceFile& file, std::string folder) {
  IgnoreFile read{.folder = std::move(folder), .lines = {}};
  ForEachLine(file, [&](std::string_view text, std::size_t offset) {
    if (text.starts_with('#')) return;
    const std::size_t blanks = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(blanks);
    offset += blanks;
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    IgnoreLine line{.span = SpanOf(file, offset, text.size()), .steps = {}};
    line.negated = text.starts_with('!');
    if (line.negated) text.remove_prefix(1);
    while (text.starts_with("./")) text.remove_prefix(2);
    if (text.starts_with('/')) text.remove_prefix(1);
    while (text.ends_with('/')) text.remove_suffix(1);
    auto steps = PatternReader(text, /*docker=*/true).Read();
    if (text.empty() || !steps) return;
    line.steps = *std::move(steps);
    read.lines.push_back(std::move(line));
  });
  return read;
}

HiddenBy HiddenFromGit(std::span<const IgnoreFile> files, std::string_view path) {
  for (const std::size_t end : EndsOfFolders(path)) {
    const bool folder = end < path.size();
    const IgnoreLine* line = LastAbout(files, path.substr(0, end), folder);
    if (line != nullptr && !line->negated) return {line, folder};
  }
  return {};
}

HiddenBy HiddenFromDocker(const IgnoreFile& file, std::string_view path) {
  const auto below = Below(file, path);
  if (!below) return {};
  HiddenBy hidden;
  for (const IgnoreLine& line : file.lines) {
    for (const std::size_t end : EndsOfFolders(*below)) {
      if (!Fits(line.steps, below->substr(0, end))) continue;
      hidden = line.negated ? HiddenBy{} : HiddenBy{&line, end < below->size()};
      break;
    }
  }
  return hidden;
}

bool LastLineTakes(const IgnoreFile& file, std::string_view path) {
  for (auto line = file.lines.rbegin(); line != file.lines.rend(); ++line) {
    for (const std::size_t end : EndsOfFolders(path)) {
      if (FitsInGit(*line, path.substr(0, end), end < path.size())) return !line->negated;
    }
  }
  return false;
}

}  // namespace hoglint
