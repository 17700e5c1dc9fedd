#include "lint/config/glob.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace hoglint {
namespace {

// The pattern without braces, once for each of their alternatives. Braces do not nest; a { without
// } is itself. At most 64 are made of one pattern, so that of further braces only the first
// alternative counts; none of a pattern that is longer than any path.
std::vector<std::string> Expanded(std::string_view pattern) {
  constexpr std::size_t kMost = 64;
  constexpr std::size_t kLongest = 4'096;
  std::vector<std::string> done{""};
  for (std::size_t at = 0; at < pattern.size();) {
    if (done.front().size() > kLongest) return {};
    const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      for (std::string& each : done) each += pattern[at];
      ++at;
      continue;
    }
    if (done.size() >= kMost) {
      const std::size_t end = std::min(pattern.find(',', at), close);
      for (std::string& each : done) each += pattern.substr(at + 1, end - at - 1);
      at = close + 1;
      continue;
    }
    std::vector<std::string> more;
    for (const std::string& each : done) {
      for (std::size_t begin = at + 1; begin <= close && more.size() < kMost;) {
        const std::size_t end = std::min(pattern.find(',', begin), close);
        more.push_back(each + std::string(pattern.substr(begin, end - begin)));
        begin = end + 1;
      }
    }
    done = std::move(more);
    at = close + 1;
  }
  return done;
}

// Goes through the pattern position by position, with all positions of the path that it may have
// come to: the time is the product of both lengths, whatever the pattern.
class Matcher {
 public:
  explicit Matcher(std::string_view path) : path_(path), reached_(path.size() + 1) {
    reached_.front() = true;
  }

  bool Fits(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern.substr(i).starts_with("**/")) {
        AnyFolders();
        i += 2;
      } else if (pattern.substr(i).starts_with("**")) {
        AnyText(true);
        ++i;
      } else if (pattern[i] == '*') {
        AnyText(false);
      } else {
        OneCharacter(pattern[i]);
      }
    }
    for (std::size_t i = 0; i < path_.size(); ++i) {
      if (reached_[i] && i > 0 && path_[i] == '/') return true;  // a folder above the path
    }
    return reached_.back();
  }

 private:
  // No folder, or any number of whole ones.
  void AnyFolders() {
    bool open = false;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const bool before = reached_[i];
      if (open && path_[i - 1] == '/') reached_[i] = true;
      open = open || before;
    }
  }
  void AnyText(bool slashes) {
    for (std::size_t i = 0; i + 1 < reached_.size(); ++i) {
      if (reached_[i] && (slashes || path_[i] != '/')) reached_[i + 1] = true;
    }
  }
  void OneCharacter(char c) {
    for (std::size_t i = reached_.size() - 1; i > 0; --i) {
      const char here = path_[i - 1];
      reached_[i] = reached_[i - 1] && (here == c || (c == '?' && here != '/'));
    }
    reached_.front() = false;
  }

  std::string_view path_;
  std::vector<bool> reached_;  // by position in the path
};

}  // namespace

bool GlobFits(std::string_view pattern, std::string_view path) {
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  return std::ranges::any_of(Expanded(pattern),
                             [path](const std::string& each) { return Matcher(path).Fits(each); });
}

std::string AnchoredGlob(std::string_view pattern, std::string_view folder) {
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  const std::string_view trimmed = pattern.substr(0, pattern.find_last_not_of('/') + 1);
  const bool anywhere = trimmed.find('/') == std::string_view::npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  std::string anchored = folder.empty() ? "" : std::string(folder) + "/";
  if (anywhere) anchored += "**/";
  return anchored + std::string(pattern);
}

}  // namespace hoglint
