#include "checker/git/loose_object.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace hoglint::git {
namespace {

// "commit 67108864" and its NUL, with room to spare.
constexpr std::size_t kMaxHeaderBytes = 32;

// Unpacks a zlib stream piece by piece.
class Inflater {
 public:
  explicit Inflater(std::string_view packed) {
    // zlib takes a pointer to what it only reads.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    ready_ = inflateInit(&stream_) == Z_OK;
  }
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // How many bytes of the stream it could write there; fewer than there is room for at its end, and
  // where it is damaged.
  std::size_t Take(char* bytes, std::size_t size) {
    stream_.next_out = reinterpret_cast<Bytef*>(bytes);
    stream_.avail_out = static_cast<uInt>(size);
    int code = ready_ ? Z_OK : Z_STREAM_ERROR;
    while (code == Z_OK && stream_.avail_out > 0) code = inflate(&stream_, Z_NO_FLUSH);
    ended_ = code == Z_STREAM_END;
    return size - stream_.avail_out;
  }
  // The last Take came to the end, and the checksum there was right.
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  z_stream stream_{};
  bool ready_ = false;
  bool ended_ = false;
};

// "blob 12" in front of a NUL.
struct Header {
  git_object_t type = GIT_OBJECT_INVALID;
  std::size_t size = 0;
};

std::optional<Header> ParseHeader(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  Header header;
  header.type = git_object_string2type(std::string(text.substr(0, blank)).c_str());
  const std::string_view digits = text.substr(blank + 1);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), header.size);
  if (git_object_typeisloose(header.type) == 0 || error != std::errc() ||
      end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return header;
}

}  // namespace

std::string TooLarge(std::size_t bytes) {
  return fmt::format("has {} bytes, the limit is {}", bytes, kMaxObjectBytes);
}

Result<LooseObject> UnpackLooseObject(std::string_view packed) {
  Inflater inflater(packed);
  std::array<char, kMaxHeaderBytes> first{};
  const std::string_view begin(first.data(), inflater.Take(first.data(), first.size()));
  const std::size_t end = begin.find('\0');
  const auto header =
      end == std::string_view::npos ? std::nullopt : ParseHeader(begin.substr(0, end));
  if (!header) return Error{"has no header"};
  if (header->size > kMaxObjectBytes) return Error{TooLarge(header->size)};
  const std::string_view rest = begin.substr(end + 1);
  if (rest.size() > header->size) return Error{"is longer than its header says"};
  LooseObject object{.type = header->type, .bytes = std::string(rest)};
  object.bytes.resize(header->size);
  const std::size_t missing = header->size - rest.size();
  char behind = 0;
  if (inflater.Take(object.bytes.data() + rest.size(), missing) != missing ||
      inflater.Take(&behind, 1) != 0 || !inflater.ended()) {
    return Error{"is not as long as its header says"};
  }
  return object;
}

}  // namespace hoglint::git
