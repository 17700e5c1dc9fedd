/* The output half of a statically linked libpg_query, left out: trees as JSON and protobuf and
 * tokens as protobuf (0.7 MB). hoglint reads the raw tree and the tokens as they are (lint/sql), so
 * that nothing of this is ever called; libpg_query's own functions beside those that are used name
 * it. cmake/PgQuery.cmake makes the linker take these before it meets libpg_query's. */
#include <stdlib.h>

#define LEFT_OUT(name) \
  void name(void);     \
  void name(void) { abort(); }

LEFT_OUT(pg_query_nodes_to_json)
LEFT_OUT(pg_query_nodes_to_protobuf)
LEFT_OUT(upb_Arena_Free)
LEFT_OUT(upb_Arena_Init)
LEFT_OUT(upb_Encode)
LEFT_OUT(_upb_Arena_SlowMalloc_dont_copy_me__upb_internal_use_only)
LEFT_OUT(_upb_Array_Realloc_dont_copy_me__upb_internal_use_only)
LEFT_OUT(_upb_Message_GetOrCreateExtension_dont_copy_me__upb_internal_use_only)

const char upb_alloc_global = 0;
const char pg_0query__ScanResult_msg_init = 0;
const char pg_0query__ScanToken_msg_init = 0;
