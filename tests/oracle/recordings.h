// The recordings in tests/oracle/observed.tsv: what every case did in every version, one line per
// case and relation, with the versions that agree on that line. The model is checked against them
// without servers; where servers are installed, the recordings are checked against those.
#ifndef HOGLINT_TESTS_ORACLE_RECORDINGS_H_
#define HOGLINT_TESTS_ORACLE_RECORDINGS_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "lint/base/result.h"
#include "tests/oracle/observation.h"

namespace hoglint::oracle {

// By case id, then by major version.
using Recordings = std::map<std::string, std::map<int, Observation>>;

// The text of observed.tsv. Deterministic: lines are sorted by case, relation and version.
std::string Render(const Recordings& recordings);

// The lines of one case, as in Render.
std::vector<std::string> RenderCase(const std::string& id,
                                    const std::map<int, Observation>& observations);

// The inverse of Render. An error names the line.
Result<Recordings> ParseRecordings(const std::string& text);

// Reads a file; one that does not exist holds no recordings.
Result<Recordings> ReadRecordings(const std::filesystem::path& path);

}  // namespace hoglint::oracle

#endif  // HOGLINT_TESTS_ORACLE_RECORDINGS_H_
