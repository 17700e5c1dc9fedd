#include "tests/fuzz/document_structure.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

void AddJson(const nlohmann::json& value, std::string& out) {
  out += value.type_name();
  out += '\n';
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      out += key + ' ';
      AddJson(member, out);
    }
  } else if (value.is_array()) {
    for (const auto& element : value) AddJson(element, out);
  }
}

void OnElement(void* out, const char* name, const char** attributes) {
  auto& text = *static_cast<std::string*>(out);
  text += name;
  for (; *attributes != nullptr; attributes += 2) text.append(" ").append(*attributes);
  text += '\n';
}

// Reads hoglint's own HTML from tag to tag.
class HtmlReader {
 public:
  explicit HtmlReader(std::string_view text) : text_(text) {}

  std::string Read() {
    std::string structure;
    while (Text(structure) && at_ < text_.size()) structure += Tag() + '\n';
    return structure;
  }

 private:
  [[noreturn]] void Wrong(std::string_view what) const {
    const std::size_t from = at_ - std::min<std::size_t>(at_, 100);
    Fail(fmt::format("HTML: {} at byte {}: {}", what, at_, text_.substr(from, 200)));
  }

  // The text up to the next tag: an & in it always begins a character reference.
  bool Text(const std::string& structure) {
    if (structure.ends_with("\nstyle\n")) {
      at_ = text_.find("</style>", at_);
      if (at_ == std::string_view::npos) Wrong("a style without an end");
    }
    for (; at_ < text_.size() && text_[at_] != '<'; ++at_) {
      if (text_[at_] == '&') Reference();
      if (text_[at_] == '>') Wrong("a > in text");
    }
    return true;
  }

  void Reference() const {
    const std::string_view name = text_.substr(at_ + 1, text_.substr(at_).find(';') - 1);
    constexpr std::array<std::string_view, 6> kNames{"amp", "lt", "gt", "quot", "apos", "#10"};
    if (std::ranges::find(kNames, name) == kNames.end()) Wrong("an odd &");
  }

  std::string Tag() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != ' ') ++at_;
    std::string tag(text_.substr(begin, at_ - begin));
    if (tag.empty() || !std::ranges::all_of(tag, IsNameCharacter)) Wrong("an odd tag");
    constexpr std::array<std::string_view, 14> kActive{
        "script", "iframe", "object", "embed", "img",    "form",  "input",
        "link",   "base",   "video",  "audio", "button", "image", "use"};
    if (std::ranges::find(kActive, tag) != kActive.end()) Wrong("an element that acts");
    while (at_ < text_.size() && text_[at_] == ' ') tag += ' ' + Attribute();
    if (text_.substr(at_).starts_with("/>")) ++at_;
    if (at_ >= text_.size() || text_[at_] != '>') Wrong("a tag without an end");
    ++at_;
    return tag;
  }

  std::string Attribute() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && IsNameCharacter(text_[at_])) ++at_;
    std::string name(text_.substr(begin, at_ - begin));
    if (name.starts_with("on") || name == "style" || name == "src") Wrong("an odd attribute");
    if (!text_.substr(at_).starts_with("=\"")) return name;
    at_ += 2;
    const std::size_t value = at_;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '<') Wrong("a < in an attribute");
      if (text_[at_] == '&') Reference();
    }
    const std::string_view link = text_.substr(value, at_ - value);
    if (name == "href" && !link.starts_with('#') && !link.starts_with("https://")) {
      Wrong("an odd link");
    }
    if (at_ < text_.size()) ++at_;
    return name;
  }

  static bool IsNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '/' || c == '!' || c == ':';
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The length of the fence that the line begins with; 0: it is none. One of backticks has no other
// backtick behind it: that would be a code span (CommonMark 4.5).
std::size_t FenceLength(std::string_view line) {
  if (!line.starts_with('`') && !line.starts_with('~')) return 0;
  const std::size_t length = std::min(line.find_first_not_of(line.front()), line.size());
  if (line.front() == '`' && line.find('`', length) != std::string_view::npos) return 0;
  return length >= 3 ? length : 0;
}

// The line without its code spans.
std::string WithoutCode(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] != '`') {
      out += line[at++];
      continue;
    }
    const std::size_t ticks = std::min(line.find_first_not_of('`', at), line.size()) - at;
    std::size_t end = at + ticks;
    for (std::size_t run = 0; end < line.size() && run != ticks;) {
      end = std::min(line.find('`', end), line.size());
      const std::size_t after = std::min(line.find_first_not_of('`', end), line.size());
      run = after - end;
      end = after;
      if (end == line.size() && run != ticks)
        Fail(fmt::format("Markdown: a code span without an end: {}", line));
    }
    at = end;
  }
  return out;
}

// A line of HTML without what stands in its code elements.
std::string WithoutCodeElements(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    const std::size_t begin = std::min(line.find("<code>"), line.size());
    out += line.substr(0, begin);
    line.remove_prefix(begin);
    line.remove_prefix(std::min(line.find("</code>"), line.size()));
    line.remove_prefix(std::min<std::size_t>(line.size(), 7));
  }
  return out;
}

// What of a line without code is markup.
void AddMarkup(const std::string& line, std::string& out) {
  if (line.find('@') != std::string::npos) Fail("Markdown: " + line + " mentions somebody");
  if (line.find("](") != std::string::npos &&
      line.find("](https://github.com/") == std::string::npos) {
    Fail("Markdown: " + line + " links");
  }
  for (const std::string_view mark : {"#", "- ", "|", ">", "* ", "1. "}) {
    if (line.starts_with(mark)) out.append(mark).append("\n");
  }
  for (std::size_t at = line.find('<'); at != std::string::npos; at = line.find('<', at + 1)) {
    const std::string tag = line.substr(at, line.find_first_of(" >", at) - at);
    out += tag + '\n';
  }
}

}  // namespace

std::string JsonStructure(std::string_view text) {
  const nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
  Expect(!document.is_discarded(), "a report is no JSON");
  std::string out;
  AddJson(document, out);
  return out;
}

std::string XmlStructure(std::string_view text) {
  std::string out;
  XML_Parser parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &out);
  XML_SetStartElementHandler(parser, OnElement);
  if (XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) != XML_STATUS_OK) {
    Fail(fmt::format("a report is no XML: {} in line {}", XML_ErrorString(XML_GetErrorCode(parser)),
                     XML_GetCurrentLineNumber(parser)));
  }
  XML_ParserFree(parser);
  return out;
}

std::string HtmlStructure(std::string_view text) { return HtmlReader(text).Read(); }

std::string MarkdownStructure(std::string_view text) {
  std::string out;
  const std::string_view all = text;
  std::string_view fence;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t length = FenceLength(line);
    if (!fence.empty()) {
      const bool closes =
          length >= fence.size() && line.front() == fence.front() && line.size() == length;
      if (closes) fence = {};
    } else if (length != 0) {
      fence = line.substr(0, length);
      out += "fence\n";
    } else {
      // A line of HTML is no Markdown up to the next empty one.
      AddMarkup(line.starts_with('<') ? WithoutCodeElements(line) : WithoutCode(line), out);
    }
  }
  if (!fence.empty())
    Fail(fmt::format("Markdown: a code block without an end: {}\n{}", fence, all));
  return out;
}

}  // namespace hoglint::fuzz
