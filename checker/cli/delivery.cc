#include "checker/cli/delivery.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "checker/cli/config_file.h"
#include "checker/disk/confined_files.h"
#include "checker/disk/paths.h"
#include "lint/report/display_text.h"

namespace hoglint {
namespace {

// A report named hoglint.json would overwrite the project's config, or be one for the next run.
bool IsConfigOf(const Environment& environment, const std::string& path) {
  const std::string folder = ParentPath(path);
  if (BaseName(path) != kConfigName || !IsWithin(environment.folder, folder)) return false;
  const std::string root = RepositoryAround(environment.files, environment.folder);
  return IsWithin(folder, root.empty() ? environment.folder : root);
}

}  // namespace

void Tell(const Environment& environment, std::string_view message) {
  constexpr std::string_view kSpeaker = "hoglint: ";
  while (message.ends_with('\n')) message.remove_suffix(1);
  std::string text;
  for (std::size_t begin = 0; begin <= message.size();) {
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    std::string_view line = message.substr(begin, end - begin);
    if (line.starts_with(kSpeaker)) line.remove_prefix(kSpeaker.size());
    text += fmt::format("{}{}\n", kSpeaker, DisplayText(line));
    begin = end + 1;
  }
  // When even this cannot be written, the exit code is all there is to say.
  (void)environment.error.Write(text);
}

int Fail(const Environment& environment, const Error& error) {
  Tell(environment, error.message);
  return kCouldNotCheck;
}

int Print(const Environment& environment, std::string_view text) {
  const auto error = environment.out.Write(text);
  if (!error) return kClean;
  return Fail(environment, Error{"cannot write to standard output: " + error->message});
}

int Deliver(const Environment& environment, const Arguments& arguments, bool print,
            const Renderer& render) {
  int code = kClean;
  for (const ReportFile& report : arguments.reports) {
    const std::string path = AbsolutePath(report.path, environment.folder);
    const std::optional<Error> error =
        IsConfigOf(environment, path)
            ? Error{"it would be taken for the config: call the report otherwise"}
            : environment.write_file(path, render(report.format, FileStyle()));
    if (!error) continue;
    code =
        Fail(environment, Error{fmt::format("cannot write {}: {}", report.path, error->message)});
  }
  if (!print) return code;
  const Style style = ScreenStyle(environment, arguments.color);
  return std::max(code, Print(environment, render(arguments.format, style)));
}

int TellFailures(const Environment& environment, const Project& project) {
  for (const Error& error : project.failures) (void)Fail(environment, error);
  return project.failures.empty() ? kClean : kCouldNotCheck;
}

}  // namespace hoglint
