// A value that copies share until one of them changes it: what makes copying a Catalogue cheap.
#ifndef HOGLINT_LINT_SCHEMA_COPY_ON_WRITE_H_
#define HOGLINT_LINT_SCHEMA_COPY_ON_WRITE_H_

#include <memory>

namespace hoglint {

template <typename T>
class CopyOnWrite {
 public:
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  // The value for change, no longer shared with any copy.
  T& Mutable() {
    if (value_.use_count() > 1) value_ = std::make_shared<T>(*value_);
    return *value_;
  }

 private:
  std::shared_ptr<T> value_ = std::make_shared<T>();
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_COPY_ON_WRITE_H_
