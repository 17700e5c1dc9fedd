// A reader of JSON that keeps strings and numbers as they are written and sorts the keys.
#include "lint/schema/json_text.h"

#include <cstddef>
#include <map>

namespace hoglint::apply {
namespace {

class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text) {}

  std::optional<std::string> Whole() {
    Skip();
    if (!Is('{') && !Is('[')) return std::nullopt;
    std::string value = Value(0);
    Skip();
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return value;
  }

 private:
  static constexpr int kMaxDepth = 100;

  [[nodiscard]] bool Is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  void Skip() {
    constexpr std::string_view kSpace = " \t\r\n";
    while (at_ < text_.size() && kSpace.find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool Take(char c) {
    Skip();
    if (!Is(c)) return false;
    ++at_;
    return true;
  }

  std::string Value(int depth) {
    Skip();
    if (depth > kMaxDepth) return Fail();
    if (Is('{')) return Object(depth);
    if (Is('[')) return Array(depth);
    return Is('"') ? String() : Scalar();
  }

  std::string Fail() {
    failed_ = true;
    return {};
  }

  std::string String() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) return Fail();
    ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  // A number, true, false or null.
  std::string Scalar() {
    constexpr std::string_view kPart = "+-.0123456789abcdefghijklmnopqrstuvwxyzE";
    const std::size_t begin = at_;
    while (at_ < text_.size() && kPart.find(text_[at_]) != std::string_view::npos) ++at_;
    const std::string word(text_.substr(begin, at_ - begin));
    const bool number = !word.empty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'));
    return number || word == "true" || word == "false" || word == "null" ? word : Fail();
  }

  std::string Object(int depth) {
    ++at_;
    std::map<std::string, std::string> members;
    if (!Take('}')) {
      do {
        Skip();
        if (!Is('"')) return Fail();
        std::string key = String();
        if (failed_ || !Take(':')) return Fail();
        members[std::move(key)] = Value(depth + 1);  // jsonb keeps the last of two
      } while (!failed_ && Take(','));
      if (failed_ || !Take('}')) return Fail();
    }
    std::string result = "{";
    for (const auto& [key, value] : members) {
      if (result.size() > 1) result += ',';
      result += key;
      result += ':';
      result += value;
    }
    return result + '}';
  }

  std::string Array(int depth) {
    ++at_;
    std::string result = "[";
    if (!Take(']')) {
      do {
        if (result.size() > 1) result += ',';
        result += Value(depth + 1);
      } while (!failed_ && Take(','));
      if (failed_ || !Take(']')) return Fail();
    }
    return result + ']';
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> CanonicalJson(std::string_view text) { return JsonReader(text).Whole(); }

}  // namespace hoglint::apply
