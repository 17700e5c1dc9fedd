// The third error channel: hoglint has a bug. Never for input, however odd.
#ifndef HOGLINT_LINT_BASE_CHECK_H_
#define HOGLINT_LINT_BASE_CHECK_H_

#include <cstdio>
#include <cstdlib>

// Prints the place and the broken condition, then aborts.
#define HOGLINT_CHECK(condition)                                                         \
  do {                                                                                   \
    if (!(condition)) {                                                                  \
      std::fprintf(stderr, "%s:%d: hoglint bug: %s does not hold\n", __FILE__, __LINE__, \
                   #condition);                                                          \
      std::abort();                                                                      \
    }                                                                                    \
  } while (false)

#endif  // HOGLINT_LINT_BASE_CHECK_H_
