// Mutants, asleep: what mutants.mjs writes into a copy of a rule in place of its conditions,
// constants and statements. One build holds all mutants; `alive` is the one that acts.
#ifndef HOGLINT_TESTS_MUTATION_MUTANT_H_
#define HOGLINT_TESTS_MUTATION_MUTANT_H_

#include <optional>
#include <type_traits>

namespace hoglint::mutant {

// The id of the mutant that acts; -1: none.
extern int alive;
// One byte for every id: set when the mutant, were it alive, would have changed a value or left a
// statement out. What stays 0 in a test cannot be killed by that test.
extern unsigned char* reached;

// True when the mutant acts. Constant expressions are never mutated.
constexpr bool Acts(int id) {
  if (std::is_constant_evaluated()) return false;
  reached[id] = 1;
  return id == alive;
}

// A condition that is never, or always, true while the mutant is alive.
constexpr bool Never(int id, bool condition) { return condition && !Acts(id); }
constexpr bool Always(int id, bool condition) { return condition || Acts(id); }
// The other literal; the next number; false in front of a statement that is to be left out.
constexpr bool Literal(int id, bool value) { return Acts(id) != value; }
template <class T>
constexpr T Number(int id, T value) {
  return Acts(id) ? static_cast<T>(value + 1) : value;
}
constexpr bool Kept(int id) { return !Acts(id); }

// `!x` is written `Not{id} ->* x`: that operator binds almost as strongly.
struct Not {
  int id;
};
template <class T>
constexpr bool operator->*(Not mutant, const T& value) {
  const bool truth = value ? true : false;
  return Acts(mutant.id) ? truth : !truth;
}

// `l == r` is written `l == Equal{id} == r`, and so are the other comparisons: the operands need
// not be found. == and != turn into each other, the others lose or gain their border.
template <class L, class Operator>
struct Left {
  const L& value;
  int id;
};
struct Equal {
  int id;
};
struct Unequal {
  int id;
};
struct Less {
  int id;
};
struct LessOrEqual {
  int id;
};
struct Greater {
  int id;
};
struct GreaterOrEqual {
  int id;
};

template <class L>
constexpr Left<L, Equal> operator==(const L& l, Equal mutant) {
  return {l, mutant.id};
}
template <class L>
constexpr Left<L, Unequal> operator!=(const L& l, Unequal mutant) {
  return {l, mutant.id};
}
template <class L>
constexpr Left<L, Less> operator<(const L& l, Less mutant) {
  return {l, mutant.id};
}
template <class L>
constexpr Left<L, LessOrEqual> operator<=(const L& l, LessOrEqual mutant) {
  return {l, mutant.id};
}
template <class L>
constexpr Left<L, Greater> operator>(const L& l, Greater mutant) {
  return {l, mutant.id};
}
template <class L>
constexpr Left<L, GreaterOrEqual> operator>=(const L& l, GreaterOrEqual mutant) {
  return {l, mutant.id};
}

template <class L, class R>
constexpr bool operator==(Left<L, Equal> l, const R& r) {
  return (l.value == r) != Acts(l.id);
}
template <class L, class R>
constexpr bool operator!=(Left<L, Unequal> l, const R& r) {
  return (l.value != r) != Acts(l.id);
}
// std::optional's own operators take everything on their left.
template <class L, class R>
constexpr bool operator==(Left<L, Equal> l, const std::optional<R>& r) {
  return (l.value == r) != Acts(l.id);
}
template <class L, class R>
constexpr bool operator!=(Left<L, Unequal> l, const std::optional<R>& r) {
  return (l.value != r) != Acts(l.id);
}
template <class L, class R>
constexpr bool operator<(Left<L, Less> l, const R& r) {
  return l.value < r || (!(r < l.value) && Acts(l.id));
}
template <class L, class R>
constexpr bool operator<=(Left<L, LessOrEqual> l, const R& r) {
  return l.value < r || (l.value <= r && !Acts(l.id));
}
template <class L, class R>
constexpr bool operator>(Left<L, Greater> l, const R& r) {
  return l.value > r || (!(r > l.value) && Acts(l.id));
}
template <class L, class R>
constexpr bool operator>=(Left<L, GreaterOrEqual> l, const R& r) {
  return l.value > r || (l.value >= r && !Acts(l.id));
}

}  // namespace hoglint::mutant

#endif  // HOGLINT_TESTS_MUTATION_MUTANT_H_
