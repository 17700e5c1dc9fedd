// Boxed<T>: an optional value on the heap. For large parts of a statement or relation that most do
// not have: an empty one takes a pointer, not the room of a T.
#ifndef HOGLINT_LINT_BASE_BOXED_H_
#define HOGLINT_LINT_BASE_BOXED_H_

#include <memory>
#include <optional>
#include <utility>

namespace hoglint {

// Has the meaning and the names of std::optional<T>: copying it copies the value. Dereferencing an
// empty one is undefined, as there.
template <typename T>
class Boxed {
 public:
  Boxed() = default;
  Boxed(std::nullopt_t) {}  // NOLINT(google-explicit-constructor): as std::optional
  Boxed(const T& value) : value_(std::make_unique<T>(value)) {}        // NOLINT
  Boxed(T&& value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT
  Boxed(std::optional<T> value) {                                      // NOLINT
    if (value) value_ = std::make_unique<T>(*std::move(value));
  }
  Boxed(const Boxed& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    if (this != &other) value_ = other ? std::make_unique<T>(*other) : nullptr;
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  explicit operator bool() const { return value_ != nullptr; }
  [[nodiscard]] bool has_value() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }
  // A new default value in place of the old one.
  T& emplace() { return *(value_ = std::make_unique<T>()); }
  void reset() { value_.reset(); }

  friend bool operator==(const Boxed& a, const Boxed& b) requires requires(const T& x) { x == x; }
  { return a && b ? *a == *b : !a && !b; }
  friend bool operator==(const Boxed& a, std::nullopt_t) { return !a; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_BOXED_H_
