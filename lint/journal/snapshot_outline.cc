#include "lint/journal/snapshot_outline.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace hoglint {
namespace {

constexpr std::string_view kTables = "tables";

class OutlineReader {
 public:
  OutlineReader(std::string_view text, const SnapshotOutline* before)
      : text_(text), before_(before) {
    outline_.text = text;
  }

  std::optional<SnapshotOutline> Read() && {
    if (!ReadObject([this](OutlineMember& member) { return ReadRootMember(member); })) {
      return std::nullopt;
    }
    SkipBlanks();
    if (at_ != text_.size() || !tables_seen_) return std::nullopt;
    if (HasDuplicates(outline_.root) || HasDuplicates(outline_.tables)) return std::nullopt;
    return std::move(outline_);
  }

 private:
  static bool HasDuplicates(const std::vector<OutlineMember>& members) {
    std::unordered_set<std::string_view> keys;
    for (const OutlineMember& member : members) {
      if (!keys.insert(member.key).second) return true;
    }
    return false;
  }

  [[nodiscard]] char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void SkipBlanks() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  bool Take(char c) {
    SkipBlanks();
    if (Peek() != c) return false;
    ++at_;
    return true;
  }

  // Reads { "key": value, ... }; `read` takes each member from its value on.
  template <typename Function>
  bool ReadObject(const Function& read) {
    if (!Take('{')) return false;
    if (Take('}')) return true;
    do {
      OutlineMember member;
      if (!ReadKey(member) || !Take(':')) return false;
      SkipBlanks();
      if (!read(member)) return false;
    } while (Take(','));
    return Take('}');
  }

  // Escapes and control characters are for the JSON reader to judge.
  bool ReadKey(OutlineMember& member) {
    SkipBlanks();
    member.begin = static_cast<std::uint32_t>(at_);
    if (!Take('"')) return false;
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\' || static_cast<unsigned char>(text_[at_]) < 0x20U) return false;
      ++at_;
    }
    member.key = text_.substr(begin, at_ - begin);
    return Take('"');
  }

  bool ReadRootMember(OutlineMember& member) {
    if (member.key == kTables && Peek() == '{') {
      if (std::exchange(tables_seen_, true)) return false;
      return ReadObject([this](OutlineMember& table) { return ReadTable(table); });
    }
    if (member.key == kTables || !SkipValue()) return false;
    member.end = static_cast<std::uint32_t>(at_);
    outline_.root.push_back(member);
    return true;
  }

  bool ReadTable(OutlineMember& member) {
    if (Peek() != '{') return false;
    member.same_as = SameBefore(member);
    if (member.same_as) {
      at_ = member.begin + before_->Bytes(before_->tables[*member.same_as]).size();
    } else if (!SkipValue()) {
      return false;
    }
    member.end = static_cast<std::uint32_t>(at_);
    outline_.tables.push_back(member);
    return true;
  }

  // A value in braces ends where it ends: the same bytes are the same value, whatever follows.
  std::optional<std::size_t> SameBefore(const OutlineMember& member) {
    if (before_ == nullptr) return std::nullopt;
    const std::optional<std::size_t> found = KeyBefore(member.key);
    if (!found) return std::nullopt;
    next_before_ = *found + 1;
    const std::string_view bytes = before_->Bytes(before_->tables[*found]);
    if (!text_.substr(member.begin).starts_with(bytes)) return std::nullopt;
    return found;
  }

  // Tables keep their order: the one behind the last that was found is usually the next.
  std::optional<std::size_t> KeyBefore(std::string_view key) {
    const std::vector<OutlineMember>& tables = before_->tables;
    if (next_before_ < tables.size() && tables[next_before_].key == key) return next_before_;
    if (by_key_.empty()) {
      for (std::size_t i = 0; i < tables.size(); ++i) by_key_.emplace(tables[i].key, i);
    }
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? std::nullopt : std::optional(found->second);
  }

  bool SkipString() {
    while (true) {
      const std::size_t quote = text_.find('"', at_ + 1);
      if (quote == std::string_view::npos) return false;
      std::size_t escapes = quote;
      while (escapes > at_ + 1 && text_[escapes - 1] == '\\') --escapes;
      const bool escaped = (quote - escapes) % 2 == 1;
      at_ = escaped ? quote : quote + 1;
      if (!escaped) return true;
    }
  }

  bool SkipValue() {
    std::size_t depth = 0;
    while (at_ < text_.size()) {
      switch (text_[at_]) {
        case '"':
          if (!SkipString()) return false;
          if (depth == 0) return true;
          continue;
        case '{':
        case '[':
          ++depth;
          break;
        case '}':
        case ']':
          if (depth == 0) return true;  // behind a number or a word
          if (--depth == 0) {
            ++at_;
            return true;
          }
          break;
        case ',':
          if (depth == 0) return true;
          break;
        default:
          break;
      }
      ++at_;
    }
    return false;
  }

  std::string_view text_;
  const SnapshotOutline* before_;
  SnapshotOutline outline_;
  std::size_t at_ = 0;
  bool tables_seen_ = false;
  std::size_t next_before_ = 0;
  std::unordered_map<std::string_view, std::size_t> by_key_;  // of the tables before; when needed
};

}  // namespace

std::optional<SnapshotOutline> OutlineOf(std::string_view text, const SnapshotOutline* before) {
  return OutlineReader(text, before).Read();
}

}  // namespace hoglint
