// A generated statement with its seams, so that a disagreement can be made small.
#ifndef HOGLINT_TESTS_AGREEMENT_PIECE_H_
#define HOGLINT_TESTS_AGREEMENT_PIECE_H_

#include <string>
#include <vector>

namespace hoglint::agreement {

// `head`, `parts` with commas between them, `tail`. What remains without one of the parts is most
// often a statement still: the columns of CREATE TABLE, the subcommands of ALTER TABLE.
struct Piece {
  std::string head;
  std::vector<std::string> parts = {};
  std::string tail = {};

  // The statement, without a semicolon.
  [[nodiscard]] std::string Text() const {
    std::string text = head;
    for (std::size_t at = 0; at < parts.size(); ++at) text += (at == 0 ? "" : ", ") + parts[at];
    return text + tail;
  }
};

using Sequence = std::vector<Piece>;

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_PIECE_H_
