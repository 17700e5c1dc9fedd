#include "checker/cli/delivery.h"

#include <fmt/format.h>

#include <algorithm>

#include "checker/disk/paths.h"

namespace hoglint {

int Fail(const Environment& environment, const Error& error) {
  // When even this cannot be written, the exit code is all there is to say.
  (void)environment.error.Write(fmt::format("hoglint: {}\n", error.message));
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
