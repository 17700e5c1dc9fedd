#include "lint/facts/package_places.h"

#include "lint/journal/json_positions.h"

namespace hoglint {

std::vector<RequestedPackage> RequestedPackages(const SourceFile& package) {
  const JsonDocument document(package);
  std::vector<RequestedPackage> requested;
  for (const JsonValue member : document.root()) {
    const std::string_view key = member.key();
    if (key != "dependencies" && key != "devDependencies" && key != "peerDependencies" &&
        key != "optionalDependencies") {
      continue;
    }
    for (const JsonValue entry : member) {
      const auto range = entry.AsString();
      if (!range) continue;
      const Span span{package.id(), entry.key_span().begin, entry.span().end};
      requested.push_back(
          {std::string(entry.key()), std::string(*range), span, key == "devDependencies"});
    }
  }
  return requested;
}

Span ScriptSpan(const SourceFile& package, std::string_view script) {
  const JsonDocument document(package);
  const JsonValue value = document.root()["scripts"][script];
  return value.present() ? value.span() : Span{package.id(), 0, 0};
}

}  // namespace hoglint
