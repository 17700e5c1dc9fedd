/* The grammars' parse tables, packed: 2.5 MB of mostly zeros are 0.16 MB of the executable, and 2.5
 * MB of memory only where TypeScript is read. cmake/TreeSitter.cmake takes the two largest tables
 * out of the compiled parser.c (they become .bss), gzips them, and renames the parsers' own entry
 * points to packed_*; those here fill the tables first, once. */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <tree_sitter/parser.h>
#include <zlib.h>

/* `name` and `name`_end: the bytes of the file, from assembly so that no compiler reads them. */
#define BYTES_OF(name, file)                                               \
  __asm__(".pushsection .rodata\n" #name ":\n.incbin \"" file "\"\n" #name \
          "_end:\n"                                                        \
          ".popsection\n");                                                \
  extern const unsigned char name[] __attribute__((visibility("hidden"))); \
  extern const unsigned char name##_end[] __attribute__((visibility("hidden")));

static void Unpack(const unsigned char* packed, const unsigned char* end, const void* table) {
  /* gzip's last four bytes: the size unpacked. */
  const uint32_t size = (uint32_t)end[-4] | (uint32_t)end[-3] << 8 | (uint32_t)end[-2] << 16 |
                        (uint32_t)end[-1] << 24;
  z_stream stream = {0};
  stream.next_in = (unsigned char*)packed;
  stream.avail_in = (uInt)(end - packed);
  /* The parser declares it const; it is .bss all the same. */
  stream.next_out = (unsigned char*)table;
  stream.avail_out = size;
  if (inflateInit2(&stream, 15 + 16) != Z_OK || inflate(&stream, Z_FINISH) != Z_STREAM_END) abort();
  inflateEnd(&stream);
}

#define TABLES_OF(grammar)                                       \
  BYTES_OF(grammar##_large, #grammar ".ts_parse_table.gz")       \
  BYTES_OF(grammar##_small, #grammar ".ts_small_parse_table.gz") \
  BYTES_OF(grammar##_actions, #grammar ".ts_parse_actions.gz")   \
  BYTES_OF(grammar##_modes, #grammar ".ts_lex_modes.gz")

#define UNPACK(grammar, field, name) Unpack(grammar##name, grammar##name##_end, language->field);

#define GRAMMAR(name)                               \
  TABLES_OF(name)                                   \
  const TSLanguage* packed_##name(void);            \
  const TSLanguage* tree_sitter_##name(void);       \
  static void Unpack_##name(void) {                 \
    const TSLanguage* language = packed_##name();   \
    UNPACK(name, parse_table, _large)               \
    UNPACK(name, small_parse_table, _small)         \
    UNPACK(name, parse_actions, _actions)           \
    UNPACK(name, lex_modes, _modes)                 \
  }                                                 \
  const TSLanguage* tree_sitter_##name(void) {      \
    static pthread_once_t once = PTHREAD_ONCE_INIT; \
    pthread_once(&once, Unpack_##name);             \
    return packed_##name();                         \
  }

GRAMMAR(typescript)
GRAMMAR(tsx)
