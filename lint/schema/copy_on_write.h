// Values that copies share until one of them changes: what makes copying a Catalogue cheap.
#ifndef HOGLINT_LINT_SCHEMA_COPY_ON_WRITE_H_
#define HOGLINT_LINT_SCHEMA_COPY_ON_WRITE_H_

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace hoglint {

template <typename T>
class CopyOnWrite {
 public:
  const T& operator*() const { return value_ == nullptr ? Default() : *value_; }
  const T* operator->() const { return &**this; }

  // The value for change, no longer shared with any copy.
  T& Mutable() {
    if (value_ == nullptr || value_.use_count() > 1) value_ = std::make_shared<T>(**this);
    return *value_;
  }

 private:
  static const T& Default() {
    static const T value{};
    return value;
  }

  std::shared_ptr<T> value_;  // null: a default T, which takes no room
};

// A growing vector in pieces: after a copy, changing an element copies its piece, not everything.
template <typename T>
class SharedVector {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  const T& operator[](std::size_t index) const {
    return (*(*pieces_)[index / kPiece])[index % kPiece];
  }
  T& Mutable(std::size_t index) {
    return pieces_.Mutable()[index / kPiece].Mutable()[index % kPiece];
  }
  void push_back(T value) {
    auto& pieces = pieces_.Mutable();
    if (size_ % kPiece == 0) pieces.emplace_back();
    pieces.back().Mutable().push_back(std::move(value));
    ++size_;
  }

 private:
  static constexpr std::size_t kPiece = 128;

  CopyOnWrite<std::vector<CopyOnWrite<std::vector<T>>>> pieces_;
  std::size_t size_ = 0;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_COPY_ON_WRITE_H_
