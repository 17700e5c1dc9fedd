// Dockerfile: instructions over continued lines, here-documents of RUN, the exec form.
// https://docs.docker.com/reference/dockerfile/
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "lint/deployment/readers.h"
#include "lint/deployment/shell.h"

namespace hoglint {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct Instruction {
  std::string name;           // upper case
  std::string text;           // what follows it, continued lines joined
  Span span;                  // of what follows it
  Span line;                  // of all of it
  std::string_view document;  // the body of a here-document
  std::uint32_t document_begin = 0;
};

class Lines {
 public:
  explicit Lines(const SourceFile& source) : source_(source), text_(source.text()) {}

  std::optional<Instruction> Next() {
    while (at_ < text_.size()) {
      const std::size_t begin = SkipBlank(at_);
      const std::size_t end = LineEnd(begin);
      if (begin < end && text_[begin] != '#') return Read(begin);
      Directive(text_.substr(begin, end - begin));
      at_ = end + 1;
    }
    return std::nullopt;
  }

 private:
  // "# escape=`"
  void Directive(std::string_view line) {
    const std::size_t sign = line.find("escape=");
    if (line.starts_with('#') && sign != std::string_view::npos && sign + 7 < line.size()) {
      escape_ = line[sign + 7];
    }
  }

  [[nodiscard]] std::size_t SkipBlank(std::size_t at) const {
    while (at < text_.size() && IsBlank(text_[at])) ++at;
    return at;
  }

  [[nodiscard]] std::size_t LineEnd(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }

  [[nodiscard]] Span SpanOf(std::size_t begin, std::size_t end) const {
    return {source_.id(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  Instruction Read(std::size_t begin) {
    Instruction result;
    std::size_t word = begin;
    while (word < text_.size() && std::isalpha(static_cast<unsigned char>(text_[word])) != 0) {
      result.name += static_cast<char>(std::toupper(static_cast<unsigned char>(text_[word++])));
    }
    const std::size_t from = SkipBlank(word);
    std::size_t last = from;
    std::size_t at = from;
    while (true) {
      const std::size_t end = LineEnd(at);
      std::size_t trimmed = end;
      while (trimmed > at && IsBlank(text_[trimmed - 1])) --trimmed;
      const bool continued = trimmed > at && text_[trimmed - 1] == escape_;
      if (continued) --trimmed;
      result.text += text_.substr(at, trimmed - at);
      if (trimmed > at) last = trimmed;
      at_ = end + 1;
      if (!continued || at_ >= text_.size()) break;
      at = NextPart(at_);
      if (at >= text_.size()) break;
      if (!result.text.ends_with(' ')) result.text += ' ';
    }
    result.span = SpanOf(from, last);
    result.line = SpanOf(begin, std::max(last, word));
    ReadDocument(result);
    return result;
  }

  // Comments and empty lines between continued lines are passed over.
  std::size_t NextPart(std::size_t at) {
    while (at < text_.size()) {
      const std::size_t begin = SkipBlank(at);
      if (begin < text_.size() && text_[begin] != '#' && text_[begin] != '\n') return begin;
      at = LineEnd(begin) + 1;
    }
    at_ = at;
    return at;
  }

  void ReadDocument(Instruction& instruction) {
    const std::size_t sign = instruction.text.find("<<");
    if (sign == std::string::npos || instruction.text.substr(sign, 3) == "<<<") return;
    std::string delimiter;
    for (std::size_t i = sign + 2; i < instruction.text.size(); ++i) {
      const char c = instruction.text[i];
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
        delimiter += c;
      } else if (!delimiter.empty()) {
        break;
      }
    }
    if (delimiter.empty()) return;
    const std::size_t begin = at_;
    for (std::size_t line = begin; line < text_.size();) {
      const std::size_t end = LineEnd(line);
      std::string_view bytes = text_.substr(line, end - line);
      while (!bytes.empty() && IsBlank(bytes.back())) bytes.remove_suffix(1);
      while (bytes.starts_with('\t')) bytes.remove_prefix(1);
      if (bytes == delimiter) {
        instruction.document = text_.substr(begin, line - begin);
        instruction.document_begin = static_cast<std::uint32_t>(begin);
        at_ = end + 1;
        return;
      }
      line = end + 1;
    }
  }

  const SourceFile& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  char escape_ = '\\';
};

// The words of ["node", "dist/index.js"]; absent when it is no such thing.
std::optional<std::vector<std::string>> ExecForm(std::string_view text) {
  if (!text.starts_with('[')) return std::nullopt;
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_array()) return std::nullopt;
  std::vector<std::string> words;
  for (const auto& item : json) {
    if (!item.is_string()) return std::nullopt;
    words.push_back(item.get<std::string>());
  }
  return words;
}

std::vector<std::string> WordsOf(std::string_view text) {
  if (auto words = ExecForm(text)) return *std::move(words);
  std::vector<std::string> words;
  for (ShellCommand& command : SplitShell(text)) {
    for (ShellWord& word : command.words) words.push_back(std::move(word.text));
  }
  return words;
}

class Reader {
 public:
  explicit Reader(DeploymentFile& file) : file_(file) {}

  void Take(const Instruction& instruction) {
    if (instruction.name == "FROM") {
      From(instruction);
    } else if (file_.stages.empty()) {
      return;  // ARG before the first FROM
    } else if (instruction.name == "RUN") {
      Command(instruction, CommandPhase::kBuild);
    } else if (instruction.name == "CMD" || instruction.name == "ENTRYPOINT") {
      Command(instruction, CommandPhase::kStart);
    } else if (instruction.name == "COPY" || instruction.name == "ADD") {
      Copy(instruction);
    } else if (instruction.name == "USER") {
      file_.stages.back().user = instruction.text;
    } else if (instruction.name == "ENV") {
      Environment(instruction);
    }
  }

 private:
  [[nodiscard]] std::uint32_t Stage() const {
    return static_cast<std::uint32_t>(file_.stages.size() - 1);
  }

  void From(const Instruction& instruction) {
    DockerStage stage{.span = instruction.line};
    std::vector<std::string> words = WordsOf(instruction.text);
    std::erase_if(words, [](const std::string& word) { return word.starts_with("--"); });
    if (!words.empty()) stage.base = words.front();
    if (words.size() >= 3) stage.name = words[2];
    file_.stages.push_back(std::move(stage));
  }

  void Command(const Instruction& instruction, CommandPhase phase) {
    DeploymentCommand command{
        .span = instruction.span, .phase = phase, .where = instruction.name, .stage = Stage()};
    if (!instruction.document.empty()) {
      AddScript(instruction.document, instruction.document_begin, command, file_);
    }
    std::string_view text = instruction.text;
    while (text.starts_with("--")) {  // --mount=type=cache,target=/root
      const std::size_t end = std::min(text.find(' '), text.size());
      const std::size_t next = std::min(text.find_first_not_of(' ', end), text.size());
      text.remove_prefix(next);
    }
    const auto words = ExecForm(text);
    command.text = words ? JoinShellWords(*words) : std::string(text);
    if (command.text.empty()) return;
    // What is left when flags are cut off stands at the end, unless lines were joined.
    const auto cut = static_cast<std::uint32_t>(instruction.text.size() - text.size());
    if (instruction.span.end - instruction.span.begin == instruction.text.size()) {
      command.span.begin += cut;
    }
    file_.commands.push_back(std::move(command));
  }

  void Copy(const Instruction& instruction) {
    DockerCopy copy{.span = instruction.line};
    std::string_view text = instruction.text;
    while (text.starts_with("--")) {
      const std::size_t end = std::min(text.find(' '), text.size());
      constexpr std::string_view kFrom = "--from=";
      if (text.starts_with(kFrom)) copy.from = text.substr(kFrom.size(), end - kFrom.size());
      text.remove_prefix(std::min(text.find_first_not_of(' ', end), text.size()));
    }
    copy.sources = WordsOf(text);
    if (copy.sources.empty()) return;
    copy.destination = std::move(copy.sources.back());
    copy.sources.pop_back();
    file_.stages.back().copies.push_back(std::move(copy));
  }

  // ENV A=b C="d e", or the old ENV A b c.
  void Environment(const Instruction& instruction) {
    const auto add = [&](std::string name, std::string value) {
      if (name.empty()) return;
      file_.environment.push_back({.span = instruction.span,
                                   .name = std::move(name),
                                   .value = std::move(value),
                                   .where = "ENV",
                                   .stage = Stage()});
    };
    const std::vector<std::string> words = WordsOf(instruction.text);
    if (words.size() >= 2 && words.front().find('=') == std::string::npos) {
      const std::size_t rest = instruction.text.find_first_not_of(" \t", words.front().size());
      add(words.front(), rest == std::string::npos ? words[1] : instruction.text.substr(rest));
      return;
    }
    for (const std::string& word : words) {
      const std::size_t sign = word.find('=');
      if (sign != std::string::npos) add(word.substr(0, sign), word.substr(sign + 1));
    }
  }

  DeploymentFile& file_;
};

}  // namespace

void ReadDockerfile(const SourceFile& source, DeploymentFile& file) {
  Lines lines(source);
  Reader reader(file);
  while (const auto instruction = lines.Next()) reader.Take(*instruction);
}

}  // namespace hoglint
