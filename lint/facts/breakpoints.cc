#include "lint/facts/breakpoints.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hoglint {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

}  // namespace

BreakpointCuts::BreakpointCuts(const Migration& migration, const SourceFile& file)
    : migration_(migration) {
  if (migration.parsed.chunks.size() < 2 || migration.parsed.problems.empty()) return;
  whole_ = Parse(file, {.chunks = ChunkRule::kWholeFile, .sections = {}});
  std::ranges::sort(whole_.problems, {}, &ParseProblem::span);
  FindMarker(file.id());
}

// The chunk that a problem is in; null when it is in none.
const Chunk* BreakpointCuts::ChunkOf(const ParseProblem& problem) const {
  const std::vector<Chunk>& chunks = migration_.parsed.chunks;
  const auto chunk = std::ranges::lower_bound(chunks, problem.span.begin, {},
                                              [](const Chunk& each) { return each.span.end; });
  return chunk == chunks.end() || chunk->span.begin > problem.span.begin ? nullptr : &*chunk;
}

// Nothing is wrong with the problem's chunk where the file is not cut.
bool BreakpointCuts::IsGone(const ParseProblem& problem) const {
  const Chunk* chunk = ChunkOf(problem);
  if (chunk == nullptr || !problem.syntax) return false;
  const auto first =
      std::ranges::lower_bound(whole_.problems, chunk->span.begin, {},
                               [](const ParseProblem& each) { return each.span.begin; });
  return first == whole_.problems.end() || first->span.begin > chunk->span.end;
}

void BreakpointCuts::FindMarker(FileId file) {
  const std::vector<Chunk>& chunks = migration_.parsed.chunks;
  for (const ParseProblem& problem : migration_.parsed.problems) {
    if (!IsGone(problem)) continue;
    const Chunk* chunk = ChunkOf(problem);
    // What begins in the chunk is cut by the marker behind it; else the one before left a rest.
    const bool begins = problem.message.starts_with("unterminated") && chunk != &chunks.back();
    if (!begins && chunk == &chunks.front()) continue;
    const std::uint32_t at = begins ? chunk->span.end : (chunk - 1)->span.end;
    marker_ = Span{file, at, at + static_cast<std::uint32_t>(kBreakpoint.size())};
    return;
  }
}

bool BreakpointCuts::Explain(const ParseProblem& problem) const {
  return marker_ && IsGone(problem);
}

}  // namespace hoglint
