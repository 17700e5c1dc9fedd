#include "tests/fuzz/mutate.h"

#include <algorithm>
#include <string_view>

namespace hoglint::fuzz {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 10U;

class Mutation {
 public:
  Mutation(std::span<const Seed> seeds, std::mt19937& random) : seeds_(seeds), random_(random) {}

  std::string Make() {
    text_ = AnySeed();
    for (std::size_t changes = 1 + Below(6); changes > 0; --changes) Change();
    text_.resize(std::min(text_.size(), kMostBytes));
    return text_;
  }

 private:
  std::size_t Below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  const std::string& AnySeed() { return seeds_[Below(seeds_.size())].bytes; }

  // Mostly short, now and then long; often whole words or lines.
  std::string Piece(const std::string& of) {
    const std::size_t begin = Below(of.size() + 1);
    const std::size_t length = Below(4) == 0 ? Below(of.size() + 1) : Below(30);
    if (Below(2) == 0) return of.substr(begin, length);
    const std::size_t word = std::min(of.find_first_of(" \n", begin), of.size());
    const std::size_t end = of.find_first_of(Below(2) == 0 ? "\n" : " \n\",", word + 1);
    return of.substr(word, std::min(end, of.size()) - word);
  }

  void Change() {
    const std::size_t at = Below(text_.size() + 1);
    switch (Below(7)) {
      case 0:
        text_.erase(at, Piece(text_).size());
        break;
      case 1:
        text_.insert(at, Piece(text_));
        break;
      case 2:
      case 3:
        text_.insert(at, Piece(AnySeed()));
        break;
      case 4: {
        const std::string piece = Piece(text_);
        for (std::size_t times = Below(60); times > 0 && text_.size() < kMostBytes; --times) {
          text_.insert(at, piece);
        }
        break;
      }
      case 5:
        if (at < text_.size()) text_[at] = static_cast<char>(Below(256));
        break;
      default: {
        constexpr std::string_view kSigns("\0\"'`(){}[]<>;:,.-\\/|&*@#$%\n\r\t \xff", 32);
        text_.insert(at, 1 + Below(3), kSigns[Below(kSigns.size())]);
      }
    }
  }

  std::span<const Seed> seeds_;
  std::mt19937& random_;
  std::string text_;
};

}  // namespace

std::string Mutate(std::span<const Seed> seeds, std::mt19937& random) {
  return Mutation(seeds, random).Make();
}

}  // namespace hoglint::fuzz
