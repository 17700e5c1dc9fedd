// Objects of a git repository, written as git does but not compressed: what a fuzz target can make
// of any bytes without the git program.
#ifndef HOGLINT_TESTS_FUZZ_LOOSE_OBJECTS_H_
#define HOGLINT_TESTS_FUZZ_LOOSE_OBJECTS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hoglint::fuzz {

// SHA-1, by which git names objects (RFC 3174).
[[nodiscard]] std::array<std::uint8_t, 20> Sha1(std::string_view bytes);
[[nodiscard]] std::string Hex(const std::array<std::uint8_t, 20>& digest);

// A zlib stream that holds the bytes as they are (RFC 1950 and 1951, stored blocks).
[[nodiscard]] std::string StoredZlib(std::string_view bytes);

// The bytes of a tree object from lines "100644 name 40-digits"; what is no such line is taken over
// as it is.
[[nodiscard]] std::string TreeBytes(std::string_view lines);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_LOOSE_OBJECTS_H_
