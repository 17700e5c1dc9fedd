#include "checker/cli/stats_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "checker/cli/drift_command.h"
#include "checker/disk/paths.h"
#include "checker/live/size_reader.h"

namespace hoglint {
namespace {

// "; 3 of them were never analysed ..."; empty when all were. An unknown size changes no finding.
std::string NeverAnalysed(const TableSizes& sizes) {
  const auto count = static_cast<std::size_t>(std::ranges::count_if(
      sizes.tables, [](const auto& table) { return !table.second.rows.has_value(); }));
  if (count == 0) return {};
  std::string which = fmt::format("{} of them {}", count, count == 1 ? "was" : "were");
  if (count == sizes.tables.size()) which = count == 1 ? "it was" : "they were";
  return fmt::format("; {} never analysed, so that rows are not known: run ANALYZE there first",
                     which);
}

}  // namespace

Result<std::string> WriteStats(const Environment& environment, const Arguments& arguments) {
  const auto request = ConnectionOf(environment, arguments);
  if (!request) return request.error();
  const auto database = environment.connect(*request);
  if (!database) return database.error();
  const auto sizes = ReadSizes(**database);
  if (!sizes) return sizes.error();
  const std::string text = TableSizesText(*sizes);
  if (arguments.output == "-") {
    if (const auto error = environment.out.Write(text)) {
      return Error{"cannot write to standard output: " + error->message};
    }
    return std::string();
  }
  const std::string path = arguments.output.empty()
                               ? arguments.stats
                               : AbsolutePath(arguments.output, environment.folder);
  const std::string shown = RelativePath(path, environment.folder);
  if (const auto error = environment.write_file(path, text)) {
    return Error{fmt::format("cannot write {}: {}", shown, error->message)};
  }
  return fmt::format("wrote the sizes of {} table{} of {} to {}{}", sizes->tables.size(),
                     sizes->tables.size() == 1 ? "" : "s", (*database)->Shown(), shown,
                     NeverAnalysed(*sizes));
}

Result<std::shared_ptr<const TableSizes>> ReadStats(const Environment& environment,
                                                    const Arguments& arguments) {
  if (arguments.stats.empty() || !environment.files.Stat(arguments.stats)) {
    return std::shared_ptr<const TableSizes>();
  }
  const std::string shown = RelativePath(arguments.stats, environment.folder);
  auto text = environment.files.Read(arguments.stats);
  if (!text) return Error{fmt::format("cannot read {}: {}", shown, text.error().message)};
  auto sizes = ReadTableSizes(SourceFile(FileId{}, shown, *std::move(text)));
  if (!sizes) return sizes.error();
  return std::shared_ptr<const TableSizes>(std::make_shared<const TableSizes>(*std::move(sizes)));
}

}  // namespace hoglint
