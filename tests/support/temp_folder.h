// A folder that lives as long as the test that made it.
#ifndef HOGLINT_TESTS_SUPPORT_TEMP_FOLDER_H_
#define HOGLINT_TESTS_SUPPORT_TEMP_FOLDER_H_

#include <string>
#include <string_view>

namespace hoglint::testing {

class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  // Absolute and without symbolic links.
  [[nodiscard]] const std::string& path() const { return path_; }
  // The absolute path of a name inside.
  [[nodiscard]] std::string operator/(std::string_view name) const;

  // Writes a file, and the folders it is in; returns its absolute path.
  std::string Write(std::string_view name, std::string_view bytes) const;
  std::string MakeFolder(std::string_view name) const;
  // A symbolic link: `name` leads to `target`, which is kept as written.
  std::string Link(std::string_view target, std::string_view name) const;

 private:
  std::string path_;
};

// The whole content of a file; the test fails when it cannot be read.
[[nodiscard]] std::string ReadWholeFile(const std::string& path);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_TEMP_FOLDER_H_
