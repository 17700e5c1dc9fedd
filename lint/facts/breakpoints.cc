#include "lint/facts/breakpoints.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hoglint {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

bool Overlap(const Span& a, const Span& b) { return a.begin <= b.end && b.begin <= a.end; }

// The chunk that a problem of the cut file is in; absent behind the last one.
std::optional<std::size_t> ChunkOf(const ParseProblem& problem, const Migration& migration) {
  const std::vector<Chunk>& chunks = migration.parsed.chunks;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (problem.span.begin >= chunks[i].span.begin && problem.span.begin <= chunks[i].span.end) {
      return i;
    }
  }
  return std::nullopt;
}

// The problem in that chunk is gone in the file that is not cut.
bool IsGone(const Span& chunk, const ParsedFile& whole) {
  return std::ranges::none_of(whole.problems, [&chunk](const ParseProblem& problem) {
    return Overlap(problem.span, chunk);
  });
}

}  // namespace

std::optional<CutStatement> FindCutStatement(const Migration& migration, const SourceFile& file) {
  const std::vector<Chunk>& chunks = migration.parsed.chunks;
  if (chunks.size() < 2 || migration.parsed.problems.empty()) return std::nullopt;
  const ParsedFile whole = Parse(file, {.chunks = ChunkRule::kWholeFile, .sections = {}});
  for (const ParseProblem& problem : migration.parsed.problems) {
    const auto chunk = ChunkOf(problem, migration);
    if (!problem.syntax || !chunk || !IsGone(chunks[*chunk].span, whole)) continue;
    // What begins in the chunk is cut by the marker behind it; else the one before left a rest.
    const bool begins = problem.message.starts_with("unterminated") && *chunk + 1 < chunks.size();
    if (!begins && *chunk == 0) continue;
    const std::uint32_t at = begins ? chunks[*chunk].span.end : chunks[*chunk - 1].span.end;
    const auto size = static_cast<std::uint32_t>(kBreakpoint.size());
    return CutStatement{{file.id(), at, at + size}, chunks[*chunk].span};
  }
  return std::nullopt;
}

bool IsDueToCut(const ParseProblem& problem, const Migration& migration, const SourceFile& file) {
  const auto cut = FindCutStatement(migration, file);
  if (!cut || !problem.syntax || problem.span.begin < cut->chunk.begin) return false;
  const auto chunk = ChunkOf(problem, migration);
  const ParsedFile whole = Parse(file, {.chunks = ChunkRule::kWholeFile, .sections = {}});
  return chunk && IsGone(migration.parsed.chunks[*chunk].span, whole);
}

}  // namespace hoglint
