#include "tests/support/describe_snapshot.h"

#include <fmt/format.h>

#include <sstream>

#include "tests/support/live_schema.h"

namespace hoglint::testing {

std::string DescribeSnapshotFile(const Snapshot& snapshot) {
  std::ostringstream text;
  const auto span = [](const Span& at) { return fmt::format("{}-{}", at.begin, at.end); };
  text << snapshot.version << ' ' << span(snapshot.version_span) << ' ' << snapshot.dialect << ' '
       << snapshot.id << ' ' << span(snapshot.id_span) << ' '
       << fmt::format("{}", fmt::join(snapshot.prev_ids, ",")) << ' '
       << span(snapshot.prev_ids_span) << ' ' << fmt::format("{}", fmt::join(snapshot.renames, ","))
       << snapshot.is_diff << snapshot.is_stub << '\n';
  for (const JsonProblem& problem : snapshot.problems) {
    text << span(problem.span) << ' ' << problem.message << '\n';
  }
  if (!snapshot.schema) return text.str();
  const SnapshotSchema& schema = *snapshot.schema;
  text << schema.knows_checks << schema.knows_views << schema.knows_sequences
       << schema.knows_policies << schema.catalogue.complete() << '\n';
  for (const QualifiedName& name : schema.unnamed_primary_keys) text << ToString(name) << '\n';
  for (const auto& [what, value] : DescribeCatalogue(schema.catalogue)) {
    text << what << " -> " << value << '\n';
  }
  return text.str();
}

}  // namespace hoglint::testing
