#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
// toml++ 3.3 asserts, or lets the compiler assume, what a broken file need not fulfil, and handles
// the other case right after (seen by fuzzing: `[@]`).
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT(expr) static_assert(true)
#define TOML_ASSERT_ASSUME(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>

#include "lint/deployment/config_node.h"

namespace hoglint {
namespace {

// toml++ counts lines and code points from 1 (seen with 3.3).
class Places {
 public:
  explicit Places(const SourceFile& source) : source_(source) {
    const std::string_view text = source.text();
    starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }

  [[nodiscard]] std::uint32_t Offset(const toml::source_position& position) const {
    const std::string_view text = source_.text();
    if (position.line == 0 || position.line > starts_.size()) return 0;
    std::size_t at = starts_[position.line - 1];
    // Far to the right of a generated line a place is worth no count of a million steps.
    constexpr toml::source_index kFar = 20'000;
    if (position.column > kFar) return Clamped(at + position.column - 1);
    for (toml::source_index column = 1; column < position.column && at < text.size(); ++column) {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return Clamped(at);
  }

  [[nodiscard]] Span SpanOf(const toml::source_region& region) const {
    const std::uint32_t begin = Offset(region.begin);
    return {source_.id(), begin, std::max(begin, Offset(region.end))};
  }

 private:
  [[nodiscard]] std::uint32_t Clamped(std::size_t at) const {
    return static_cast<std::uint32_t>(std::min(at, source_.text().size()));
  }

  const SourceFile& source_;
  std::vector<std::uint32_t> starts_;
};

// Without its quotes, one or three on each side.
Span Unquoted(Span span, std::string_view text) {
  const std::string_view bytes = text.substr(span.begin, span.end - span.begin);
  for (const std::string_view quote : {"\"\"\"", "'''", "\"", "'"}) {
    if (bytes.size() < 2 * quote.size() || !bytes.starts_with(quote) || !bytes.ends_with(quote)) {
      continue;
    }
    const auto length = static_cast<std::uint32_t>(quote.size());
    const Span inner{span.file, span.begin + length, span.end - length};
    // The line end after three quotes is no part of the text.
    const bool line_end = length == 3 && bytes.substr(length).starts_with('\n');
    return {inner.file, inner.begin + (line_end ? 1 : 0), inner.end};
  }
  return span;
}

class Converter {
 public:
  explicit Converter(const SourceFile& source) : source_(source), places_(source) {}

  ConfigNode Convert(const toml::node& node, int depth) {
    ConfigNode result;
    if (++count_ > kMaxConfigNodes || depth > kMaxConfigDepth) {
      complete = false;
      return result;
    }
    result.span = places_.SpanOf(node.source());
    if (const auto* table = node.as_table()) {
      result.kind = ConfigNodeKind::kMap;
      for (const auto& [key, value] : *table) {
        ConfigNode child = Convert(value, depth + 1);
        child.key = std::string(key.str());
        child.key_span = places_.SpanOf(key.source());
        result.children.push_back(std::move(child));
      }
      std::ranges::stable_sort(result.children, {},
                               [](const ConfigNode& child) { return child.span.begin; });
    } else if (const auto* array = node.as_array()) {
      result.kind = ConfigNodeKind::kList;
      for (const toml::node& item : *array) result.children.push_back(Convert(item, depth + 1));
    } else {
      result.kind = ConfigNodeKind::kScalar;
      result.span = Unquoted(result.span, source_.text());
      const auto* string = node.as_string();
      result.text = string != nullptr ? string->get() : std::string(Bytes(result.span));
    }
    return result;
  }

  [[nodiscard]] const Places& places() const { return places_; }
  bool complete = true;

 private:
  [[nodiscard]] std::string_view Bytes(const Span& span) const {
    return source_.text().substr(span.begin, span.end - span.begin);
  }

  const SourceFile& source_;
  Places places_;
  std::size_t count_ = 0;
};

}  // namespace

ConfigTree ParseTomlTree(const SourceFile& file) {
  ConfigTree tree;
  Converter converter(file);
  const toml::parse_result result = toml::parse(file.text());
  if (!result) {
    const std::uint32_t at = converter.places().Offset(result.error().source().begin);
    tree.problem = {{file.id(), at, at},
                    fmt::format("is not valid TOML: {}", result.error().description())};
    return tree;
  }
  tree.root = converter.Convert(result.table(), 0);
  if (!converter.complete) {
    tree.problem = {{file.id(), 0, 0}, "is too large or nested too deeply to be read"};
  }
  return tree;
}

}  // namespace hoglint
