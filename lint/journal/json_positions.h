// JSON whose every value knows its bytes in the file. Private to the readers of JSON files: what
// they return are their own values.
//
// nlohmann's SAX parser reads the text; here its events become one flat array of nodes, so that
// neither depth nor size of the input matters and nothing is copied but strings with escapes.
#ifndef HOGLINT_LINT_JOURNAL_JSON_POSITIONS_H_
#define HOGLINT_LINT_JOURNAL_JSON_POSITIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/journal/json_problem.h"

namespace hoglint {

enum class JsonKind : std::uint8_t { kAbsent, kNull, kBool, kNumber, kString, kArray, kObject };

class JsonDocument;

// A value inside a document, cheap to copy; good as long as the document and its source file stay
// where they are. A default one is absent: every question has an answer for it.
class JsonValue {
 public:
  JsonValue() = default;

  [[nodiscard]] JsonKind kind() const;
  [[nodiscard]] bool present() const { return document_ != nullptr; }
  [[nodiscard]] bool is_object() const { return kind() == JsonKind::kObject; }
  [[nodiscard]] bool is_array() const { return kind() == JsonKind::kArray; }
  // Present and not null.
  [[nodiscard]] bool has_value() const { return present() && kind() != JsonKind::kNull; }

  // The bytes of the value: of a string with its quotes, of an object with its braces.
  [[nodiscard]] Span span() const;
  // The bytes as written.
  [[nodiscard]] std::string_view text() const;
  // For a member of an object: its key, and the key's bytes with quotes. Else empty.
  [[nodiscard]] std::string_view key() const;
  [[nodiscard]] Span key_span() const;

  // Absent when the value has another type.
  [[nodiscard]] std::optional<std::string_view> AsString() const;
  [[nodiscard]] std::optional<bool> AsBool() const;
  // A number without fraction that fits 64 bits, however written (1e3 is 1000).
  [[nodiscard]] std::optional<std::int64_t> AsInteger() const;

  // The member of that key, the last one if there are several; absent when there is none or this
  // is no object. Takes time linear in the number of members.
  [[nodiscard]] JsonValue operator[](std::string_view key) const;

  // Elements of an array, members of an object, in the order of the file.
  class Iterator;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

 private:
  friend class JsonDocument;
  JsonValue(const JsonDocument* document, std::uint32_t node) : document_(document), node_(node) {}

  const JsonDocument* document_ = nullptr;
  std::uint32_t node_ = 0;
};

class JsonValue::Iterator {
 public:
  JsonValue operator*() const { return {document_, node_}; }
  Iterator& operator++();
  bool operator!=(const Iterator& other) const { return node_ != other.node_; }

 private:
  friend class JsonValue;
  Iterator(const JsonDocument* document, std::uint32_t node) : document_(document), node_(node) {}

  const JsonDocument* document_;
  std::uint32_t node_;
};

// A JSON text as far as it could be read.
class JsonDocument {
 public:
  // Reads the file. Never fails: after a syntax error the values before it are there, their open
  // arrays and objects closed. Keeps a reference to the file.
  explicit JsonDocument(const SourceFile& file);
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  // The top-level value; absent when there is none.
  [[nodiscard]] JsonValue root() const;
  [[nodiscard]] const std::vector<JsonProblem>& problems() const { return problems_; }
  [[nodiscard]] FileId file() const { return file_; }

 private:
  friend class JsonValue;
  friend class JsonDocumentBuilder;

  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  // Offsets are bytes of the text. `next` is the node after this one and all that is in it.
  struct Node {
    JsonKind kind{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t next = 0;
    std::uint32_t key_begin = 0;
    std::uint32_t key_end = 0;
    std::uint32_t unescaped = kNone;      // index of the string when it has escapes
    std::uint32_t unescaped_key = kNone;  // index of the key when it has escapes
  };

  [[nodiscard]] std::string_view text() const { return resolved_.empty() ? text_ : resolved_; }
  [[nodiscard]] std::string_view StringAt(std::uint32_t begin, std::uint32_t end,
                                          std::uint32_t unescaped) const;
  void LeaveOutConflicts();

  FileId file_;
  std::string_view text_;
  std::string resolved_;  // text with conflict markers and second sides blanked; else empty
  std::vector<Node> nodes_;
  std::vector<std::string> unescaped_;
  std::vector<JsonProblem> problems_;
};

// A problem for every key of the object that comes twice. `outcome`: what its reader makes of them,
// the end of the message; empty: nothing of the file counts.
void CheckDuplicateKeys(JsonValue object, std::vector<JsonProblem>& problems,
                        std::string_view outcome = "; the last one counts");

// "a string", "an object", "nothing": for messages.
[[nodiscard]] std::string_view KindName(JsonKind kind);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_JSON_POSITIONS_H_
