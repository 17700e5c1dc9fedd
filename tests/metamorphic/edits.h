// Changes of a file's text that know which words they add and take away, so that a place can be
// told before and after: as numbers of words that both texts have.
#ifndef HOGLINT_TESTS_METAMORPHIC_EDITS_H_
#define HOGLINT_TESTS_METAMORPHIC_EDITS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/metamorphic/scan.h"

namespace hoglint::testing {

// Puts `text` in the place of `at`. With an empty `at`, the words of `text` are added ones; with an
// empty `text`, those of `at` are taken away; else both have the same number of words.
struct Edit {
  Bytes at;
  std::string text;
};

struct EditedText {
  std::string text;
  std::vector<Bytes> added;    // in `text`
  std::vector<Bytes> removed;  // in the text as it was
};

// The edits are in order and do not overlap; of two at one place the first comes first.
[[nodiscard]] EditedText ApplyEdits(std::string_view text, const std::vector<Edit>& edits);

// The words of a text without those of some ranges, as numbers.
class WordNumbers {
 public:
  WordNumbers(const std::string& text, const std::vector<Bytes>& without);

  // The half-open range of words that the bytes touch. Bytes between words give the number of the
  // next one twice.
  [[nodiscard]] std::pair<std::size_t, std::size_t> Of(Bytes bytes) const;

 private:
  std::vector<Bytes> words_;
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_METAMORPHIC_EDITS_H_
