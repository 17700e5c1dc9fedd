// libFuzzer's side of the targets: one program, which is the target that its name says. The build
// makes a link <target>_fuzz for each.
#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/fuzz/target.h"

namespace {

hoglint::fuzz::TargetFunction target = nullptr;

}  // namespace

// The names are libFuzzer's.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** argv) {
  std::string_view name = (*argv)[0];
  name.remove_prefix(name.rfind('/') + 1);
  name = name.substr(0, name.rfind("_fuzz"));
  const auto& targets = hoglint::fuzz::Targets();
  if (const auto found = targets.find(name); found != targets.end()) {
    target = found->second;
    return 0;
  }
  fmt::print(stderr, "no target '{}'; there are:", name);
  for (const auto& each : targets) fmt::print(stderr, " {}", each.first);
  fmt::print(stderr, "\n");
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  target({reinterpret_cast<const char*>(data), size});
  return 0;
}
