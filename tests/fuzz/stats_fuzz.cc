// hoglint.stats.json: what is read and written again is the same.
#include "lint/config/table_sizes.h"
#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

void ReadAndWrite(std::string_view bytes) {
  const SourceFile file(FileId{}, "hoglint.stats.json", std::string(bytes));
  const auto sizes = ReadTableSizes(file);
  if (!sizes) {
    Expect(!sizes.error().message.empty(), "a problem says nothing");
    return;
  }
  const std::string written = TableSizesText(*sizes);
  const auto again = ReadTableSizes(SourceFile(FileId{}, "hoglint.stats.json", written));
  if (!again) Fail("what was written cannot be read: " + again.error().message + "\n" + written);
  ExpectEqual(TableSizesText(*again), written, "what was written is read as something else");
  Expect(again->tables.size() == sizes->tables.size(), "a table was lost");
}

const Target kTarget("stats", ReadAndWrite);

}  // namespace
}  // namespace hoglint::fuzz
