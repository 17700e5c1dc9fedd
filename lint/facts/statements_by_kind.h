// The statements of a track by what they are: a rule that asks the history what it granted looks at
// the GRANTs alone, so that a run stays linear.
#ifndef HOGLINT_LINT_FACTS_STATEMENTS_BY_KIND_H_
#define HOGLINT_LINT_FACTS_STATEMENTS_BY_KIND_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <variant>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// Refers to the track, which must outlive it.
class StatementsByKind {
 public:
  struct Entry {
    const Migration* migration = nullptr;
    const Statement* statement = nullptr;
  };

  explicit StatementsByKind(const Track& track);

  // Migrations of a track and statements of a file are vectors: addresses are in their order.
  [[nodiscard]] static bool Precedes(const Entry& entry, const Entry& other) {
    return entry.migration == other.migration ? entry.statement < other.statement
                                              : entry.migration < other.migration;
  }

  // All of the track, in the order of the files.
  template <typename Body>
  [[nodiscard]] std::span<const Entry> Of() const {
    return all_[KindOf<Body>(static_cast<const StatementBody*>(nullptr))];
  }

 private:
  template <typename Body, typename... Bodies>
  static constexpr std::size_t KindOf(const std::variant<Bodies...>* /*of*/) {
    std::size_t kind = 0;
    bool found = false;
    ((found = found || std::is_same_v<Body, Bodies>, kind += found ? 0U : 1U), ...);
    return kind;
  }

  std::array<std::vector<Entry>, std::variant_size_v<StatementBody>> all_;
};

// Those of the track that stand before the statement, those of its batch included.
[[nodiscard]] std::span<const StatementsByKind::Entry> Before(
    std::span<const StatementsByKind::Entry> entries, const StatementFacts& facts);

// Those of the track up to the end of the statement's batch.
[[nodiscard]] std::span<const StatementsByKind::Entry> UntilBatchEnds(
    std::span<const StatementsByKind::Entry> entries, const StatementFacts& facts);

// The same of one kind of statement.
template <typename Body>
[[nodiscard]] std::span<const StatementsByKind::Entry> EarlierOfKind(const StatementFacts& facts) {
  return Before(facts.by_kind->Of<Body>(), facts);
}

template <typename Body>
[[nodiscard]] std::span<const StatementsByKind::Entry> OfKindUntilBatchEnds(
    const StatementFacts& facts) {
  return UntilBatchEnds(facts.by_kind->Of<Body>(), facts);
}

// Shows the earlier statements of these kinds, the latest first, until `visit` returns false.
template <typename... Bodies, typename Visit>
void EachEarlier(const StatementFacts& facts, Visit visit) {
  using Entries = std::span<const StatementsByKind::Entry>;
  std::array<Entries, sizeof...(Bodies)> left{EarlierOfKind<Bodies>(facts)...};
  const auto precedes = [](const Entries& a, const Entries& b) {
    if (a.empty() || b.empty()) return !b.empty();
    return StatementsByKind::Precedes(a.back(), b.back());
  };
  while (true) {
    Entries& latest = *std::max_element(left.begin(), left.end(), precedes);
    if (latest.empty() || !visit(*latest.back().statement)) return;
    latest = latest.first(latest.size() - 1);
  }
}

// True where any statement of the track is one.
template <typename Body>
[[nodiscard]] bool TrackHas(const StatementFacts& facts) {
  return !facts.by_kind->Of<Body>().empty();
}

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_STATEMENTS_BY_KIND_H_
