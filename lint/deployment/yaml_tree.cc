#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <exception>
#include <set>
#include <utility>

#include "lint/deployment/config_node.h"

namespace hoglint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Where the text of a scalar begins and ends; yaml-cpp says only where it begins (in bytes, seen
// with 0.7: a byte order mark is not counted).
class ScalarSpan {
 public:
  explicit ScalarSpan(std::string_view text) : text_(text) {}

  [[nodiscard]] std::pair<std::size_t, std::size_t> Find(std::size_t begin,
                                                         const std::string& value) const {
    if (begin >= text_.size()) return {text_.size(), text_.size()};
    const char first = text_[begin];
    if (first == '"' || first == '\'') return {begin + 1, QuotedEnd(begin)};
    if (first == '|' || first == '>') return Block(begin);
    return {begin, PlainEnd(begin, value)};
  }

 private:
  [[nodiscard]] std::size_t QuotedEnd(std::size_t begin) const {
    const char quote = text_[begin];
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        if (quote == '"' || text_.substr(at + 1, 1) != "'") return at;
        ++at;
      }
    }
    return text_.size();
  }

  // Line breaks inside of a plain scalar are one space of its value.
  [[nodiscard]] std::size_t PlainEnd(std::size_t begin, const std::string& value) const {
    std::size_t at = begin;
    for (const char c : value) {
      if (IsSpace(c)) {
        while (at < text_.size() && IsSpace(text_[at])) ++at;
      } else if (at < text_.size()) {
        ++at;
      }
    }
    return at;
  }

  [[nodiscard]] std::size_t LineEnd(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }

  // From the first word of the first line to the last line that is indented as much.
  [[nodiscard]] std::pair<std::size_t, std::size_t> Block(std::size_t begin) const {
    std::size_t at = LineEnd(begin);
    std::size_t first = text_.size();
    std::size_t last = text_.size();
    std::size_t indent = 0;
    while (at < text_.size()) {
      const std::size_t line = at + 1;
      at = LineEnd(line);
      std::size_t word = line;
      while (word < at && IsSpace(text_[word])) ++word;
      if (word >= at) continue;
      if (first == text_.size()) {
        first = word;
        indent = word - line;
      } else if (word - line < indent) {
        break;
      }
      last = at;
    }
    while (last > first && IsSpace(text_[last - 1])) --last;
    return {first, std::max(first, last)};
  }

  std::string_view text_;
};

class Converter {
 public:
  explicit Converter(const SourceFile& source)
      : source_(source), skipped_(source.text().starts_with(kByteOrderMark) ? 3 : 0) {}

  ConfigNode Convert(const YAML::Node& node, int depth) {
    ConfigNode result;
    if (++count_ > kMaxConfigNodes || depth > kMaxConfigDepth) {
      complete = false;
      return result;
    }
    const std::size_t begin = static_cast<std::size_t>(std::max(node.Mark().pos, 0)) + skipped_;
    result.span = SpanOf(begin, begin);
    if (node.IsScalar()) {
      result.kind = ConfigNodeKind::kScalar;
      result.text = node.Scalar();
      const auto [from, to] = ScalarSpan(source_.text()).Find(begin, result.text);
      result.span = SpanOf(from, to);
    } else if (node.IsSequence()) {
      result.kind = ConfigNodeKind::kList;
      for (const auto& item : node) result.children.push_back(Convert(item, depth + 1));
      CoverChildren(result);
    } else if (node.IsMap()) {
      result.kind = ConfigNodeKind::kMap;
      ConvertMap(node, depth, result);
      CoverChildren(result);
    }
    return result;
  }

  bool complete = true;

 private:
  void ConvertMap(const YAML::Node& node, int depth, ConfigNode& result) {
    std::vector<ConfigNode> merged;
    for (const auto& member : node) {
      if (!member.first.IsScalar()) continue;
      ConfigNode child = Convert(member.second, depth + 1);
      child.key = member.first.Scalar();
      const std::size_t key = static_cast<std::size_t>(std::max(member.first.Mark().pos, 0));
      child.key_span = SpanOf(key + skipped_, key + skipped_ + child.key.size());
      (child.key == "<<" ? merged : result.children).push_back(std::move(child));
    }
    for (ConfigNode& each : merged) Merge(each, result);
  }

  // What the map has itself counts, then the first of several that are merged into it.
  static void Merge(ConfigNode& from, ConfigNode& to) {
    if (from.is_list()) {
      for (ConfigNode& each : from.children) Merge(each, to);
    }
    if (!from.is_map()) return;
    std::set<std::string> own;
    for (const ConfigNode& child : to.children) own.insert(child.key);
    for (ConfigNode& child : from.children) {
      if (!own.contains(child.key)) to.children.push_back(std::move(child));
    }
  }

  // To the end of its last child, and the bracket after it; an alias stands elsewhere.
  void CoverChildren(ConfigNode& node) const {
    for (const ConfigNode& child : node.children) {
      if (child.span.begin >= node.span.begin) {
        node.span.end = std::max(node.span.end, child.span.end);
      }
    }
    const std::string_view text = source_.text();
    const std::string_view first = text.substr(node.span.begin, 1);
    if (first != "[" && first != "{") return;
    const std::size_t close = text.find_first_not_of("\"' \t\r\n,", node.span.end);
    if (close != std::string_view::npos && (text[close] == ']' || text[close] == '}')) {
      node.span.end = static_cast<std::uint32_t>(close + 1);
    }
  }

  [[nodiscard]] Span SpanOf(std::size_t begin, std::size_t end) const {
    const std::size_t size = source_.text().size();
    return {source_.id(), static_cast<std::uint32_t>(std::min(begin, size)),
            static_cast<std::uint32_t>(std::min(std::max(begin, end), size))};
  }

  const SourceFile& source_;
  std::size_t skipped_;
  std::size_t count_ = 0;
};

}  // namespace

ConfigTree ParseYamlTree(const SourceFile& file) {
  ConfigTree tree;
  Converter converter(file);
  // The one place where the library's exceptions end.
  try {
    tree.root = converter.Convert(YAML::Load(std::string(file.text())), 0);
  } catch (const YAML::Exception& error) {
    const auto size = static_cast<std::uint32_t>(file.text().size());
    const auto at = static_cast<std::uint32_t>(std::max(error.mark.pos, 0));
    const std::uint32_t place = std::min(at, size);
    tree.root = {};
    tree.problem = {{file.id(), place, place}, fmt::format("is not valid YAML: {}", error.msg)};
    return tree;
  } catch (const std::exception& error) {
    tree.root = {};
    tree.problem = {{file.id(), 0, 0}, fmt::format("cannot be read as YAML: {}", error.what())};
    return tree;
  }
  if (!converter.complete) {
    tree.problem = {{file.id(), 0, 0}, "is too large or nested too deeply to be read"};
  }
  return tree;
}

}  // namespace hoglint
