#include "tests/docs/page.h"

#include <fmt/format.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <utility>

#include "tests/support/command_output.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kFence = "```";

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The value of a line `<!-- key: value -->`; empty for another line.
std::string Marked(std::string_view line, std::string_view key) {
  const std::string begin = fmt::format("<!-- {}: ", key);
  constexpr std::string_view kEnd = " -->";
  if (!line.starts_with(begin) || !line.ends_with(kEnd)) return "";
  return std::string(line.substr(begin.size(), line.size() - begin.size() - kEnd.size()));
}

class Follower {
 public:
  Follower(std::string_view page, const PageSetting& setting)
      : lines_(SplitLines(page)), setting_(setting) {}

  Result<std::string> Follow() {
    while (at_ < lines_.size() && problem_.empty()) FollowLine();
    if (!problem_.empty()) return Error{problem_};
    return std::move(out_);
  }

 private:
  void FollowLine() {
    const std::string line = lines_[at_];
    if (const std::string command = Marked(line, "run"); !command.empty()) RunHidden(command);
    if (const std::string name = Marked(line, "file"); !name.empty()) file_ = name;
    if (const std::string name = Marked(line, "change"); !name.empty()) change_ = name;
    if (const std::string name = Marked(line, "include"); !name.empty()) include_ = name;
    Keep();
    if (!line.starts_with(kFence)) return;
    if (line == "```console") {
      FollowCommands();
    } else {
      FollowBlock();
    }
  }

  // A fenced block that is not commands: nothing, or what a marker before it says.
  void FollowBlock() {
    if (!include_.empty()) return Include(std::exchange(include_, ""));
    std::string text;
    while (at_ < lines_.size() && lines_[at_] != kFence) {
      text += lines_[at_] + "\n";
      Keep();
    }
    if (at_ < lines_.size()) Keep();
    if (!file_.empty()) Write(std::exchange(file_, ""), text);
    if (change_.empty()) return;
    const std::string name = std::exchange(change_, "");
    auto changed = ApplyChange(ReadFile(Path(name)), text);
    if (changed) {
      Write(name, *changed);
    } else {
      problem_ = fmt::format("{}: {}", name, changed.error().message);
    }
  }

  // A block that shows a file of the repository.
  void Include(const std::string& name) {
    const std::string text = ReadFile(SourceFolder() / name);
    if (text.empty()) problem_ = name + ": there is no such file to include";
    while (at_ < lines_.size() && lines_[at_] != kFence) ++at_;
    out_ += text;
    if (at_ < lines_.size()) Keep();
  }

  void FollowCommands() {
    while (at_ < lines_.size() && lines_[at_] != kFence) {
      std::string command = lines_[at_];
      Keep();
      if (!command.starts_with("$ ")) continue;
      while (command.ends_with("\\") && at_ < lines_.size()) {
        command += "\n" + lines_[at_];
        Keep();
      }
      out_ += AsShown(Run(command.substr(2)).text);
      while (at_ < lines_.size() && lines_[at_] != kFence && !lines_[at_].starts_with("$ ")) ++at_;
    }
    if (at_ < lines_.size()) Keep();
  }

  void RunHidden(const std::string& command) {
    const CommandOutput output = Run(command);
    if (output.exit_code == 0) return;
    problem_ = fmt::format("exit code {} of {}\n{}", output.exit_code, command, output.text);
  }

  [[nodiscard]] CommandOutput Run(const std::string& command) const {
    std::string line = fmt::format("cd '{}' && env -i", setting_.folder);
    for (const std::string& variable : setting_.environment) line += fmt::format(" '{}'", variable);
    return RunCommand(fmt::format("{} sh -c '{}' 2>&1 </dev/null", line,
                                  std::regex_replace(command, std::regex("'"), R"('\'')")));
  }

  [[nodiscard]] std::string AsShown(const std::string& output) const {
    std::string text = AsOnScreen(output);
    for (const auto& [from, to] : setting_.replacements) {
      for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
      }
    }
    // How long it took, and how far a spinner came, differ from run to run.
    text = std::regex_replace(text, std::regex("; [0-9.]+ s\n"), "; 0.01 s\n");
    return std::regex_replace(text, std::regex("\\[\xe2[\xa0-\xa3][\x80-\xbf]\\]"), "[...]");
  }

  [[nodiscard]] std::filesystem::path Path(const std::string& name) const {
    return std::filesystem::path(setting_.folder) / name;
  }
  void Write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(Path(name).parent_path());
    std::ofstream(Path(name), std::ios::binary) << text;
  }
  void Keep() { out_ += lines_[at_++] + "\n"; }

  std::vector<std::string> lines_;
  const PageSetting& setting_;
  std::size_t at_ = 0;
  std::string out_;
  std::string file_;     // the next block is this file
  std::string change_;   // the next block changes this file
  std::string include_;  // the next block shows this file of the repository
  std::string problem_;
};

}  // namespace

Result<std::string> FollowPage(std::string_view page, const PageSetting& setting) {
  return Follower(page, setting).Follow();
}

std::string PlaceOfCommands(std::string_view page) {
  for (const std::string& line : SplitLines(page)) {
    if (std::string place = Marked(line, "commands run in"); !place.empty()) return place;
  }
  return "";
}

bool HasCommands(std::string_view page) {
  return page.starts_with("```console\n") || page.find("\n```console\n") != std::string_view::npos;
}

std::string AsOnScreen(std::string_view output) {
  static const std::regex kEraseLine("\x1b\\[2K\x1b\\[1G");
  static const std::regex kEscape("\x1b\\[[0-9;?]*[A-Za-z]");
  const std::string erased = std::regex_replace(std::string(output), kEraseLine, "\r");
  std::string text;
  for (std::string line : SplitLines(std::regex_replace(erased, kEscape, ""))) {
    while (line.ends_with('\r')) line.pop_back();
    line.erase(0, line.rfind('\r') + 1);
    while (line.ends_with(' ')) line.pop_back();
    text += line + "\n";
  }
  return text;
}

Result<std::string> ApplyChange(std::string_view text, std::string_view change) {
  std::string before;
  std::string after;
  for (const std::string& line : SplitLines(change)) {
    const char kind = line.empty() ? ' ' : line.front();
    const std::string rest = (line.empty() ? line : line.substr(1)) + "\n";
    if (kind != '+') before += rest;
    if (kind != '-') after += rest;
  }
  // The last line of a file may lack its end.
  std::string whole(text);
  if (!whole.ends_with('\n')) whole += '\n';
  const std::size_t at = whole.find(before);
  if (before.empty() || at == std::string::npos) return Error{"lacks the lines\n" + before};
  if (whole.find(before, at + 1) != std::string::npos) return Error{"has twice\n" + before};
  return whole.replace(at, before.size(), after);
}

}  // namespace hoglint::testing
