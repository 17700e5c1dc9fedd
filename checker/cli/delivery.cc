#include "checker/cli/delivery.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "checker/disk/paths.h"
#include "lint/report/display_text.h"

namespace hoglint {

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
    const auto error = environment.write_file(path, render(report.format, FileStyle()));
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
