// hoglint.baseline: what is read and written again is the same.
#include "lint/report/baseline_file.h"

#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

void ReadAndWrite(std::string_view bytes) {
  const auto entries = ParseBaseline(bytes);
  if (!entries) {
    Expect(!entries.error().message.empty(), "a problem says nothing");
    return;
  }
  for (const BaselineEntry& entry : *entries) {
    Expect(entry.fingerprint.size() == 16, "a fingerprint has no 16 digits");
  }
  const std::string written = RenderBaseline(*entries);
  const auto again = ParseBaseline(written);
  if (!again) Fail("what was written cannot be read: " + again.error().message + "\n" + written);
  ExpectEqual(RenderBaseline(*again), written, "what was written is read as something else");
  Expect(again->size() <= entries->size(), "a baseline grew");
}

const Target kTarget("baseline", ReadAndWrite);

}  // namespace
}  // namespace hoglint::fuzz
