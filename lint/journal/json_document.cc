// How JSON is read: nlohmann's events, made into nodes that know their bytes.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "lint/journal/json_positions.h"

namespace hoglint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// More problems of one kind help nobody, and a broken file of a million lines has many.
constexpr std::size_t kMaxConflicts = 1000;

// Walks the text for the parser and tells through `*position` how far the parser has read.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* current, const char** position)
      : current_(current), position_(position) {}
  reference operator*() const { return *current_; }
  CountingIterator& operator++() {
    *position_ = ++current_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return current_ == other.current_; }
  bool operator!=(const CountingIterator& other) const { return current_ != other.current_; }

 private:
  const char* current_;
  const char** position_;
};

bool IsNumberByte(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

bool IsBetweenTokens(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ':';
}

bool IsWordByte(char c) {
  return !IsBetweenTokens(c) && c != '[' && c != ']' && c != '{' && c != '}' && c != '"';
}

// The library's message without its number and its own line and column.
std::string ParserMessage(std::string_view what) {
  const std::size_t place = what.find(", column ");
  const std::size_t colon = what.find(": ", place == std::string_view::npos ? 0 : place);
  if (place != std::string_view::npos && colon != std::string_view::npos) {
    what.remove_prefix(colon + 2);
  } else if (const std::size_t bracket = what.find("] "); bracket != std::string_view::npos) {
    what.remove_prefix(bracket + 2);
  }
  constexpr std::string_view kPrefix = "syntax error ";
  if (what.starts_with(kPrefix)) what.remove_prefix(kPrefix.size());
  return fmt::format("is not valid JSON: {}", what);
}

bool IsMarker(std::string_view line, char c) {
  constexpr std::size_t kLength = 7;
  return line.size() >= kLength &&
         std::ranges::all_of(line.substr(0, kLength), [c](char x) { return x == c; }) &&
         (line.size() == kLength || line[kLength] == ' ' || line[kLength] == '\r');
}

}  // namespace

// Takes the parser's events and appends nodes. Method names are those of nlohmann's SAX interface.
class JsonDocumentBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit JsonDocumentBuilder(JsonDocument& document)
      : document_(document), text_(document.text()), read_(text_.data()) {}

  void Read() {
    if (text_.starts_with(kByteOrderMark)) Skip(kByteOrderMark.size());
    const CountingIterator begin(text_.data() + last_end_, &read_);
    const CountingIterator end(text_.data() + text_.size(), &read_);
    first_ = last_end_;
    const bool complete = nlohmann::json::sax_parse(begin, end, this);
    if (complete) RefuseTrailingBytes();
    CloseAll();
  }

  bool null() { return Add(JsonKind::kNull); }
  bool boolean(bool) { return Add(JsonKind::kBool); }
  bool number_integer(number_integer_t) { return Add(JsonKind::kNumber); }
  bool number_unsigned(number_unsigned_t) { return Add(JsonKind::kNumber); }
  bool number_float(number_float_t, const string_t&) { return Add(JsonKind::kNumber); }
  bool binary(binary_t&) { return false; }  // no such thing in JSON text
  bool string(string_t& value) {
    Add(JsonKind::kString);
    JsonDocument::Node& node = document_.nodes_.back();
    node.unescaped = Unescaped(value, node.begin, node.end);
    return true;
  }
  bool key(string_t& value) {
    key_begin_ = TokenBegin();
    key_end_ = last_end_ = Consumed();
    unescaped_key_ = Unescaped(value, key_begin_, key_end_);
    return true;
  }
  bool start_object(std::size_t) { return Open(JsonKind::kObject); }
  bool start_array(std::size_t) { return Open(JsonKind::kArray); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::json::exception& error) {
    const std::size_t end = std::min(first_ + position, text_.size());
    // The last byte read is the culprit; a word is shown from its start.
    std::size_t begin = first_ + position > text_.size() ? end : end - 1;
    while (begin > last_end_ && IsWordByte(text_[begin - 1])) --begin;
    AddProblem(begin, end, ParserMessage(error.what()));
    return false;
  }

 private:
  void Skip(std::size_t count) {
    document_.problems_.push_back({JsonProblemKind::kByteOrderMark,
                                   {document_.file_, 0, static_cast<std::uint32_t>(count)},
                                   "starts with a byte order mark, which JSON.parse refuses"});
    last_end_ = static_cast<std::uint32_t>(count);
    read_ += count;
  }

  void AddProblem(std::size_t begin, std::size_t end, std::string message) {
    const Span span{document_.file_, static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(end)};
    document_.problems_.push_back({JsonProblemKind::kSyntax, span, std::move(message)});
  }

  // The parser takes a NUL byte for the end of the text.
  void RefuseTrailingBytes() {
    const std::size_t rest = text_.find_first_not_of(" \t\r\n", last_end_);
    if (rest != std::string_view::npos) {
      AddProblem(rest, rest + 1, "is not valid JSON: a NUL byte after the value");
    }
  }

  [[nodiscard]] std::uint32_t Consumed() const {
    return static_cast<std::uint32_t>(read_ - text_.data());
  }

  // Where the token begins that the parser has just read: the first byte after the one before it.
  [[nodiscard]] std::uint32_t TokenBegin() const {
    std::uint32_t begin = last_end_;
    while (begin < text_.size() && IsBetweenTokens(text_[begin])) ++begin;
    return begin;
  }

  // Behind a number the parser has read one byte too many, unless the text ends there.
  [[nodiscard]] std::uint32_t NumberEnd() const {
    const std::uint32_t end = Consumed();
    return end > 0 && !IsNumberByte(text_[end - 1]) ? end - 1 : end;
  }

  [[nodiscard]] std::uint32_t Unescaped(string_t& value, std::uint32_t begin, std::uint32_t end) {
    if (value.size() + 2 == end - begin) return JsonDocument::kNone;
    document_.unescaped_.push_back(std::move(value));
    return static_cast<std::uint32_t>(document_.unescaped_.size() - 1);
  }

  bool Add(JsonKind kind) {
    JsonDocument::Node node;
    node.kind = kind;
    node.begin = TokenBegin();
    node.end = kind == JsonKind::kNumber ? NumberEnd() : Consumed();
    node.key_begin = std::exchange(key_begin_, 0);
    node.key_end = std::exchange(key_end_, 0);
    node.unescaped_key = std::exchange(unescaped_key_, JsonDocument::kNone);
    node.next = static_cast<std::uint32_t>(document_.nodes_.size() + 1);
    last_end_ = node.end;
    document_.nodes_.push_back(node);
    return true;
  }

  bool Open(JsonKind kind) {
    open_.push_back(static_cast<std::uint32_t>(document_.nodes_.size()));
    return Add(kind);
  }

  bool Close() {
    last_end_ = Consumed();
    JsonDocument::Node& node = document_.nodes_[open_.back()];
    node.end = last_end_;
    node.next = static_cast<std::uint32_t>(document_.nodes_.size());
    open_.pop_back();
    return true;
  }

  void CloseAll() {
    while (!open_.empty()) {
      JsonDocument::Node& node = document_.nodes_[open_.back()];
      node.end = last_end_;
      node.next = static_cast<std::uint32_t>(document_.nodes_.size());
      open_.pop_back();
    }
  }

  JsonDocument& document_;
  std::string_view text_;
  const char* read_;            // how far the parser has read
  std::uint32_t first_ = 0;     // where its text begins
  std::uint32_t last_end_ = 0;  // behind the last token that made a node or key
  std::uint32_t key_begin_ = 0;
  std::uint32_t key_end_ = 0;
  std::uint32_t unescaped_key_ = JsonDocument::kNone;
  std::vector<std::uint32_t> open_;  // arrays and objects that are not closed yet
};

JsonDocument::JsonDocument(const SourceFile& file) : file_(file.id()), text_(file.text()) {
  LeaveOutConflicts();
  JsonDocumentBuilder(*this).Read();
}

// Blanks marker lines and all sides of a conflict but the first, so that offsets stay.
void JsonDocument::LeaveOutConflicts() {
  if (text_.find("<<<<<<<") == std::string_view::npos) return;
  bool in_conflict = false;
  bool in_first_side = true;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const std::string_view line = text_.substr(begin, end - begin);
    const bool opens = !in_conflict && IsMarker(line, '<');
    const bool closes = in_conflict && IsMarker(line, '>');
    if (opens) {
      if (resolved_.empty()) resolved_ = text_;
      in_conflict = in_first_side = true;
      if (++count <= kMaxConflicts) {
        problems_.push_back({JsonProblemKind::kConflictMarkers,
                             {file_, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end - (line.ends_with('\r') ? 1 : 0))},
                             "holds an unresolved merge conflict; its first side was read"});
      }
    } else if (in_conflict && (IsMarker(line, '|') || IsMarker(line, '='))) {
      in_first_side = false;
    }
    if (in_conflict && (opens || !in_first_side)) {
      std::fill(resolved_.begin() + static_cast<std::ptrdiff_t>(begin),
                resolved_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
    if (closes) in_conflict = false;
    begin = end + 1;
  }
}

}  // namespace hoglint
