#include "lint/sql/quotes.h"

#include <algorithm>

namespace hoglint::sql {
namespace {

bool IsIdentifierPart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

class Skipper {
 public:
  Skipper(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t Behind() {
    Skip();
    return at_;
  }

 private:
  void Skip() {
    const std::string_view two = text_.substr(at_, 2);
    switch (text_[at_]) {
      case '\'':
        return SkipString();
      case '"':
        return GoBehind(text_.find('"', at_ + 1), 1);
      case '$':
        return SkipDollarQuote();
      case '-':
        return two == "--" ? GoBehind(text_.find('\n', at_), 1) : void(++at_);
      case '/':
        return two == "/*" ? SkipComment() : void(++at_);
      default:
        ++at_;
    }
  }

  void GoBehind(std::size_t position, std::size_t size) {
    at_ = position == std::string_view::npos ? text_.size() : position + size;
  }

  // In E'...' a backslash takes the next character along. Elsewhere a doubled quote is two strings,
  // which end at the same place.
  void SkipString() {
    const bool prefixed = at_ > 0 && (text_[at_ - 1] == 'e' || text_[at_ - 1] == 'E') &&
                          (at_ == 1 || !IsIdentifierPart(text_[at_ - 2]));
    if (!prefixed) return GoBehind(text_.find('\'', at_ + 1), 1);
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '\'') {
        if (text_.substr(at_ + 1, 1) != "'") break;
        ++at_;
      }
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void SkipDollarQuote() {
    const bool in_name = at_ > 0 && IsIdentifierPart(text_[at_ - 1]);
    std::size_t end = at_ + 1;
    while (end < text_.size() && IsIdentifierPart(text_[end])) ++end;
    const bool digit = text_.size() > at_ + 1 && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
    if (in_name || digit || end >= text_.size() || text_[end] != '$') {
      at_ = end;
      return;
    }
    const std::string_view tag = text_.substr(at_, end + 1 - at_);
    GoBehind(text_.find(tag, end + 1), tag.size());
  }

  // PostgreSQL's comments nest.
  void SkipComment() {
    int depth = 0;
    while (at_ < text_.size()) {
      const std::string_view two = text_.substr(at_, 2);
      if (two == "/*") {
        ++depth;
        at_ += 2;
      } else if (two == "*/") {
        at_ += 2;
        if (--depth == 0) return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

std::size_t BehindQuote(std::string_view text, std::size_t at) {
  return Skipper(text, at).Behind();
}

bool IsComment(std::string_view text, std::size_t at) {
  const std::string_view two = text.substr(at, 2);
  return two == "--" || two == "/*";
}

}  // namespace hoglint::sql
