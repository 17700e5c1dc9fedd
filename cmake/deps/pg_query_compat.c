/* What a libpg_query.a from Debian's newest suite expects of its C library (glibc >= 2.38) and an
 * older one lacks; CMake links this file only where both are missing. libbsd has strlcpy too, but
 * linking libbsd.a replaces libc's getentropy and arc4random along with it. */
#include <stdlib.h>
#include <string.h>

/* The newer <stdlib.h> maps strtoul to this name. It differs in reading "0b101" with base 0 or 2,
 * which libpg_query does not use. */
unsigned long __isoc23_strtoul(const char* text, char** end, int base);

unsigned long __isoc23_strtoul(const char* text, char** end, int base) {
  return strtoul(text, end, base);
}

/* Copies at most size - 1 bytes and a terminator; returns the length of `from`. */
size_t strlcpy(char* to, const char* from, size_t size);

size_t strlcpy(char* to, const char* from, size_t size) {
  const size_t length = strlen(from);
  if (size > 0) {
    const size_t copied = length < size ? length : size - 1;
    memcpy(to, from, copied);
    to[copied] = '\0';
  }
  return length;
}
