#include "tests/metamorphic/edits.h"

#include <algorithm>

namespace hoglint::testing {

EditedText ApplyEdits(std::string_view text, const std::vector<Edit>& edits) {
  EditedText edited;
  std::uint32_t from = 0;
  for (const Edit& edit : edits) {
    edited.text += text.substr(from, edit.at.begin - from);
    const auto begin = static_cast<std::uint32_t>(edited.text.size());
    edited.text += edit.text;
    if (edit.at.begin == edit.at.end) {
      edited.added.push_back({begin, static_cast<std::uint32_t>(edited.text.size())});
    } else if (edit.text.empty()) {
      edited.removed.push_back(edit.at);
    }
    from = edit.at.end;
  }
  edited.text += text.substr(from);
  return edited;
}

WordNumbers::WordNumbers(const std::string& text, const std::vector<Bytes>& without) {
  std::size_t next = 0;
  for (const Bytes& word : FlatWords(text)) {
    while (next < without.size() && without[next].end <= word.begin) ++next;
    if (next < without.size() && word.begin >= without[next].begin) continue;
    words_.push_back(word);
  }
}

std::pair<std::size_t, std::size_t> WordNumbers::Of(Bytes bytes) const {
  const auto first = std::ranges::upper_bound(words_, bytes.begin, {}, &Bytes::end);
  const auto last = std::ranges::lower_bound(words_, bytes.end, {}, &Bytes::begin);
  const auto begin = static_cast<std::size_t>(first - words_.begin());
  return {begin, std::max(begin, static_cast<std::size_t>(last - words_.begin()))};
}

}  // namespace hoglint::testing
