// The kinds that are lines: Procfile, shell scripts, .env, .dockerignore and .gitignore.
#include <fmt/format.h>

#include <algorithm>

#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Line {
  std::string_view text;  // without white space around it
  std::uint32_t begin = 0;
};

std::vector<Line> LinesOf(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t begin = at;
    std::size_t last = end;
    while (begin < last && std::string_view(" \t\r").find(text[begin]) != std::string_view::npos) {
      ++begin;
    }
    while (last > begin &&
           std::string_view(" \t\r").find(text[last - 1]) != std::string_view::npos) {
      --last;
    }
    if (begin < last) {
      lines.push_back({text.substr(begin, last - begin), static_cast<std::uint32_t>(begin)});
    }
    at = end + 1;
  }
  return lines;
}

Span SpanOf(const DeploymentFile& file, const Line& line, std::size_t skipped = 0) {
  return {file.file, line.begin + static_cast<std::uint32_t>(skipped),
          line.begin + static_cast<std::uint32_t>(line.text.size())};
}

// The value of NAME=value as dotenv takes it: quotes off, a comment behind white space cut.
std::string DotEnvValue(std::string_view value) {
  while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
  if (!value.empty() && (value.front() == '"' || value.front() == '\'' || value.front() == '`')) {
    const std::size_t end = value.find(value.front(), 1);
    if (end != std::string_view::npos) return std::string(value.substr(1, end - 1));
  }
  value = value.substr(0, value.find('#'));
  while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
  return std::string(value);
}

}  // namespace

void ReadProcfile(const SourceFile& source, DeploymentFile& file) {
  for (const Line& line : LinesOf(source.text())) {
    const std::size_t colon = line.text.find(':');
    if (line.text.starts_with('#') || colon == std::string_view::npos) continue;
    const std::size_t begin = line.text.find_first_not_of(" \t", colon + 1);
    if (begin == std::string_view::npos) continue;
    const std::string name(line.text.substr(0, colon));
    DeploymentCommand command{.span = SpanOf(file, line, begin)};
    command.text = std::string(line.text.substr(begin));
    command.phase = name == "release" ? CommandPhase::kPreDeploy : CommandPhase::kStart;
    command.where = fmt::format("process {}", name);
    command.service = name;
    file.commands.push_back(std::move(command));
  }
}

void ReadShellScript(const SourceFile& source, DeploymentFile& file) {
  DeploymentCommand like{.phase = CommandPhase::kLocal};
  const std::string name = file.path.substr(file.path.rfind('/') + 1);
  like.name = name;
  like.where = name;
  if (file.kind == DeploymentKind::kGitHook) {
    like.phase = CommandPhase::kHook;
    like.where = fmt::format("hook {}", name);
  }
  AddScript(source.text(), 0, like, file);
}

void ReadDotEnv(const SourceFile& source, DeploymentFile& file) {
  for (const Line& line : LinesOf(source.text())) {
    std::string_view text = line.text;
    constexpr std::string_view kExport = "export ";
    if (text.starts_with(kExport)) text.remove_prefix(kExport.size());
    const std::size_t sign = text.find('=');
    if (text.starts_with('#') || sign == std::string_view::npos) continue;
    std::string_view name = text.substr(0, sign);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (name.empty()) continue;
    file.environment.push_back({.span = SpanOf(file, line),
                                .name = std::string(name),
                                .value = DotEnvValue(text.substr(sign + 1)),
                                .where = {}});
  }
}

void ReadIgnoreFile(const SourceFile& source, DeploymentFile& file) {
  for (const Line& line : LinesOf(source.text())) {
    if (line.text.starts_with('#')) continue;
    const bool negated = line.text.starts_with('!');
    std::string pattern(line.text.substr(negated ? 1 : 0));
    if (pattern.starts_with("\\#") || pattern.starts_with("\\!")) pattern.erase(0, 1);
    file.ignored.push_back(
        {.span = SpanOf(file, line), .pattern = std::move(pattern), .negated = negated});
  }
}

}  // namespace hoglint
