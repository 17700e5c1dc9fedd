#include "tests/precision/sample.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

namespace hoglint::testing {
namespace {

// FNV-1a with a last mix (that of SplitMix64), since FNV alone leaves close inputs close.
std::uint64_t Rank(const MeasuredFinding& finding, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ seed;
  for (const char c : finding.corpus + '\0' + finding.fingerprint) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
  return hash ^ (hash >> 31U);
}

std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
  return fields;
}

}  // namespace

std::vector<MeasuredFinding> Sample(std::span<const MeasuredFinding> findings, std::size_t count,
                                    std::uint64_t seed) {
  std::vector<MeasuredFinding> ranked(findings.begin(), findings.end());
  std::ranges::sort(ranked, {}, [&](const MeasuredFinding& each) { return Rank(each, seed); });
  ranked.resize(std::min(count, ranked.size()));
  return ranked;
}

Judgements ReadJudgements(const std::filesystem::path& file) {
  Judgements judgements;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const std::vector<std::string> fields = Fields(line);
    if (fields.size() != 5 || (fields[3] != "thanks" && fields[3] != "no")) continue;
    judgements[{fields[0], fields[1]}] = {fields[3] == "thanks", fields[4]};
  }
  return judgements;
}

}  // namespace hoglint::testing
