#include "tests/support/mutation.h"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <sstream>
#include <utility>

namespace hoglint::testing {
namespace {

// Lines that stand together in a section: what the file has there, and what it has afterwards.
struct Block {
  std::string old_lines;
  std::string new_lines;
};

// Without the word, when the line begins with it.
std::optional<std::string> After(std::string_view line, std::string_view word) {
  if (!line.starts_with(word)) return std::nullopt;
  return std::string(line.substr(word.size()));
}

// "# C13, S15: what it does" -> C13, S15.
std::vector<std::string> Numbers(const std::string& line) {
  std::vector<std::string> numbers;
  const std::size_t colon = line.find(':');
  if (!line.starts_with("# ") || colon == std::string::npos) return numbers;
  std::stringstream list(line.substr(2, colon - 2));
  for (std::string number; std::getline(list >> std::ws, number, ',');) numbers.push_back(number);
  return numbers;
}

std::size_t Count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

class Reader {
 public:
  explicit Reader(std::map<std::string, std::string> files) { mutation_.files = std::move(files); }

  void Read(std::string_view text) {
    std::stringstream stream{std::string(text)};
    std::string line;
    std::getline(stream, line);
    mutation_.numbers = Numbers(line);
    if (mutation_.numbers.empty()) Refuse("the first line is not \"# NUMBER: what it does\"");
    while (std::getline(stream, line)) ReadLine(line);
    FinishBlock();
    if (mutation_.expected.empty() != says_nothing_) {
      Refuse(says_nothing_ ? "expects something, and nothing" : "no line says expect:");
    }
  }

  Mutation Take() && { return std::move(mutation_); }

 private:
  void Refuse(const std::string& why) {
    if (mutation_.problem.empty()) mutation_.problem = why;
  }

  void ReadLine(const std::string& line) {
    const char first = line.empty() ? '\0' : line.front();
    if (first == '-' || first == '+' || first == ' ') {
      if (!block_) block_.emplace();
      if (first != '+') block_->old_lines += line.substr(1) + '\n';
      if (first != '-') block_->new_lines += line.substr(1) + '\n';
      return;
    }
    FinishBlock();
    if (line.empty() || first == '#') return;
    if (auto path = After(line, "file: ")) {
      path_ = *path;
    } else if (auto deleted = After(line, "delete: ")) {
      if (mutation_.files.erase(*deleted) == 0) Refuse("there is no " + *deleted);
    } else if (line == "expect: nothing") {
      says_nothing_ = true;
    } else if (auto expected = After(line, "expect: ")) {
      mutation_.expected.push_back(*expected);
    } else if (auto removed = After(line, "removes: ")) {
      mutation_.removed.push_back(*removed);
    } else if (auto level = After(line, "level: ")) {
      const std::size_t equals = level->find('=');
      mutation_.levels.emplace(level->substr(0, equals), level->substr(equals + 1));
    } else if (auto reason = After(line, "not-checked: ")) {
      mutation_.not_checked.push_back(*reason);
    } else {
      Refuse("this line is not understood: " + line);
    }
  }

  void FinishBlock() {
    if (!block_) return;
    const Block block = *std::exchange(block_, std::nullopt);
    const auto file = mutation_.files.find(path_);
    if (path_.empty()) return Refuse("lines stand before any file:");
    if (block.old_lines.empty()) {
      if (!mutation_.files.emplace(path_, block.new_lines).second) {
        Refuse(fmt::format("{} exists; lines to add need one before or after them", path_));
      }
      return;
    }
    if (file == mutation_.files.end()) return Refuse("there is no " + path_);
    Replace(file->second, block);
  }

  // A last line without a line's end counts as one with it.
  void Replace(std::string& text, const Block& block) {
    const bool ended = text.ends_with('\n');
    std::string lines = '\n' + text + (ended ? "" : "\n");
    const std::size_t count = Count(lines, '\n' + block.old_lines);
    if (count != 1) {
      return Refuse(fmt::format("{} has these lines {} times:\n{}", path_, count, block.old_lines));
    }
    lines.replace(lines.find('\n' + block.old_lines) + 1, block.old_lines.size(), block.new_lines);
    text = lines.substr(1);
    if (!ended && text.ends_with('\n')) text.pop_back();
  }

  Mutation mutation_;
  bool says_nothing_ = false;
  std::string path_;
  std::optional<Block> block_;
};

}  // namespace

Mutation ApplyMutation(std::string_view text, std::map<std::string, std::string> files) {
  Reader reader(std::move(files));
  reader.Read(text);
  return std::move(reader).Take();
}

}  // namespace hoglint::testing
