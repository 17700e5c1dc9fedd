// The orders in which migration tools apply files and folders, by their names.
#ifndef HOGLINT_CHECKER_PROJECT_NAME_ORDER_H_
#define HOGLINT_CHECKER_PROJECT_NAME_ORDER_H_

#include <compare>
#include <string_view>

namespace hoglint {

// Natural order: runs of digits compare by value ("2_x" before "10_x"), all else by bytes.
[[nodiscard]] std::strong_ordering CompareNaturally(std::string_view left, std::string_view right);

// JavaScript's localeCompare (ICU, root collation), by which drizzle-orm 1.0 sorts its folders:
// punctuation, then digits, then letters whatever their case; only names that differ in nothing but
// case compare lower case first. Exact for printable ASCII (tests/checker/project compares it with
// what Node.js says); other characters come after z, by code point.
[[nodiscard]] std::strong_ordering CompareByLocale(std::string_view left, std::string_view right);

// True for a Flyway versioned migration: V1__x, V2.1__x, V2_1__x (no .sql).
[[nodiscard]] bool IsFlywayVersioned(std::string_view stem);
// Flyway's order of versioned migrations: part by part as numbers, absent parts are 0.
[[nodiscard]] std::strong_ordering CompareFlywayVersions(std::string_view left,
                                                         std::string_view right);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_NAME_ORDER_H_
