// Observes cases on every installed server at once, and compares with recordings and with what the
// case files say must happen. Shared by observe_effects and the oracle's tests.
#ifndef HOGLINT_TESTS_ORACLE_OBSERVE_ALL_H_
#define HOGLINT_TESTS_ORACLE_OBSERVE_ALL_H_

#include <filesystem>
#include <string>
#include <vector>

#include "lint/base/result.h"
#include "tests/oracle/case.h"
#include "tests/oracle/recordings.h"

namespace hoglint::oracle {

// Observes the cases on the installed servers of versions kFirstMajor to kLastMajor, or only on
// `only_major` unless that is 0. Empty when there is no such server. One thread per server.
Result<Recordings> ObserveAll(const std::filesystem::path& oracle_folder,
                              const std::vector<Case>& cases, int only_major = 0);

// One line for each case and version that fails where the case says it succeeds, or the other way
// round, or that succeeds in a transaction although it is said to have to run alone.
std::vector<std::string> UnexpectedOutcomes(const std::vector<Case>& cases,
                                            const Recordings& observed);

// What differs between recordings and fresh observations, as lines with "-" (recorded) and "+"
// (observed), for the versions that were observed. Cases without a recording differ as well.
std::vector<std::string> Differences(const std::vector<Case>& cases, const Recordings& recorded,
                                     const Recordings& observed);

}  // namespace hoglint::oracle

#endif  // HOGLINT_TESTS_ORACLE_OBSERVE_ALL_H_
