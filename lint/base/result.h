// Result<T>: a value or an Error, with the member names of std::expected (C++23).
#ifndef HOGLINT_LINT_BASE_RESULT_H_
#define HOGLINT_LINT_BASE_RESULT_H_

#include <utility>
#include <variant>

#include "lint/base/check.h"
#include "lint/base/error.h"

namespace hoglint {

// Holds either a T or the Error that kept it from being made. "Not found" is no error: use
// std::optional for that.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // The value; a bug when there is none.
  T& value() & { return Get(*this); }
  const T& value() const& { return Get(*this); }
  T&& value() && { return std::move(Get(*this)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // The error; a bug when there is a value.
  const Error& error() const {
    HOGLINT_CHECK(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  template <typename Self>
  static auto& Get(Self& self) {
    HOGLINT_CHECK(self.has_value());
    return *std::get_if<0>(&self.state_);
  }

  std::variant<T, Error> state_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_RESULT_H_
