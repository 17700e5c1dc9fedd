#include "tests/docs/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>
#include <regex>
#include <sstream>
#include <utility>

namespace hoglint::testing {
namespace {

// The lines of a page by number, those of code blocks empty, code in a line blanked where wanted.
std::vector<std::string> ProseLines(std::string_view page, bool keep_code) {
  static const std::regex kCode("(`+)[^`]+\\1");
  std::vector<std::string> lines;
  std::istringstream stream{std::string(page)};
  std::string fence;
  for (std::string line; std::getline(stream, line);) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view text = std::string_view(line).substr(begin);
    const std::size_t ticks =
        std::min(text.find_first_not_of(text.empty() ? ' ' : text[0]), text.size());
    const bool is_fence = ticks >= 3 && (text[0] == '`' || text[0] == '~');
    if (fence.empty() && is_fence) {
      fence = text.substr(0, ticks);
      line.clear();
    } else if (!fence.empty()) {
      if (is_fence && ticks == text.size() && text.starts_with(fence)) fence.clear();
      line.clear();
    }
    lines.push_back(keep_code ? line : std::regex_replace(line, kCode, "_"));
  }
  return lines;
}

// GitHub's: lower case, without punctuation, blanks as "-". Bytes of other letters stay.
std::string AnchorOf(std::string_view heading) {
  static const std::regex kLink(R"(\[([^\]]*)\]\([^)]*\))");
  std::string anchor;
  for (const char c : std::regex_replace(std::string(heading), kLink, "$1")) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_') {
      anchor += static_cast<char>(byte >= 0x80 ? byte : std::tolower(byte));
    } else if (c == ' ') {
      anchor += '-';
    }
  }
  return anchor;
}

bool HasScheme(std::string_view target) {
  static const std::regex kScheme("[A-Za-z][A-Za-z0-9+.-]*:.*");
  return std::regex_match(std::string(target), kScheme);
}

// Why a link to another place is none, if so.
std::optional<std::string> ProblemElsewhere(const std::string& target) {
  static const std::regex kGood(
      R"((https://[a-z0-9-]+(\.[a-z0-9-]+)+([/?#][^\s]*)?|mailto:[^@]+@.+))");
  if (std::regex_match(target, kGood)) return std::nullopt;
  return target + " is no https address";
}

class Checker {
 public:
  Checker(const std::map<std::string, std::string>& pages,
          const std::function<bool(const std::string&)>& exists)
      : pages_(pages), exists_(exists) {}

  LinkCheck Check() {
    for (const auto& [path, text] : pages_) {
      check_.pages[path];
      for (const Link& link : LinksOf(text)) {
        const std::optional<std::string> problem = Follow(path, link.target);
        if (problem) check_.problems.push_back(fmt::format("{}:{}: {}", path, link.line, *problem));
      }
    }
    return std::move(check_);
  }

 private:
  std::optional<std::string> Follow(const std::string& from, const std::string& target) {
    if (HasScheme(target)) {
      check_.elsewhere.insert(target);
      return ProblemElsewhere(target);
    }
    const std::size_t hash = target.find('#');
    const std::string name = target.substr(0, hash);
    const std::filesystem::path folder = std::filesystem::path(from).parent_path();
    std::string to = name.empty() ? from : (folder / name).lexically_normal().generic_string();
    if (to.ends_with('/')) to.pop_back();
    if (name.starts_with('/') || to.starts_with("..")) return target + " leaves the repository";
    if (!exists_(to)) return fmt::format("{}: there is no {}", target, to);
    const auto page = pages_.find(pages_.contains(to) ? to : to + "/README.md");
    if (page != pages_.end()) check_.pages[from].insert(page->first);
    if (hash == std::string::npos) return std::nullopt;
    if (page == pages_.end()) return target + ": what has no headings has no anchors";
    if (AnchorsOf(page->second).contains(target.substr(hash + 1))) return std::nullopt;
    return fmt::format("{}: {} has no such heading", target, page->first);
  }

  const std::map<std::string, std::string>& pages_;
  const std::function<bool(const std::string&)>& exists_;
  LinkCheck check_;
};

}  // namespace

std::vector<Link> LinksOf(std::string_view page) {
  static const std::vector<std::regex> kKinds{
      std::regex(R"re(\]\(\s*<?([^)\s>]*)>?(\s+"[^"]*")?\s*\))re"),
      std::regex(R"(^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+))"),
      std::regex(R"re(\b(?:href|src|srcset)="([^"]*)")re"),
  };
  std::vector<Link> links;
  const std::vector<std::string> lines = ProseLines(page, false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const std::regex& kind : kKinds) {
      for (std::sregex_iterator match(lines[i].begin(), lines[i].end(), kind), end; match != end;
           ++match) {
        links.push_back({i + 1, (*match)[1].str()});
      }
    }
  }
  return links;
}

std::set<std::string> AnchorsOf(std::string_view page) {
  static const std::regex kHeading(R"(^ {0,3}#{1,6}\s+(.*?)\s*#*$)");
  static const std::regex kHtml(R"re(\b(?:id|name)="([^"]+)")re");
  std::set<std::string> anchors;
  std::map<std::string, int> seen;
  for (const std::string& line : ProseLines(page, true)) {
    std::smatch match;
    if (std::regex_match(line, match, kHeading)) {
      const std::string anchor = AnchorOf(match[1].str());
      const int before = seen[anchor]++;
      anchors.insert(before == 0 ? anchor : fmt::format("{}-{}", anchor, before));
    } else if (std::regex_search(line, match, kHtml)) {
      anchors.insert(match[1].str());
    }
  }
  return anchors;
}

LinkCheck CheckLinks(const std::map<std::string, std::string>& pages,
                     const std::function<bool(const std::string&)>& exists) {
  return Checker(pages, exists).Check();
}

std::set<std::string> ReachableFrom(const std::string& start, const LinkCheck& check) {
  std::set<std::string> reached{start};
  std::vector<std::string> open{start};
  while (!open.empty()) {
    const auto page = check.pages.find(open.back());
    open.pop_back();
    if (page == check.pages.end()) continue;
    for (const std::string& next : page->second) {
      if (reached.insert(next).second) open.push_back(next);
    }
  }
  return reached;
}

}  // namespace hoglint::testing
