/* What libstdc++.a and libgcc_eh.a of a system with glibc 2.32 to 2.36 expect of their C library
 * and glibc 2.31 lacks. cmake/Release.cmake links this file where it links against that older one.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

/* 2.32. "Not single-threaded" is always right: reference counts are then counted atomically. */
char __libc_single_threaded = 0;

/* 2.36, for std::random_device. */
uint32_t arc4random(void) {
  uint32_t number = 0;
  if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number) abort();
  return number;
}

struct Search {
  uintptr_t address;
  struct dl_find_object* found;
};

static int LookInto(struct dl_phdr_info* info, size_t size, void* data) {
  const struct Search* search = data;
  uintptr_t begin = 0, end = 0, tables = 0;
  (void)size;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)* part = &info->dlpi_phdr[i];
    const uintptr_t at = info->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_GNU_EH_FRAME) tables = at;
    if (part->p_type == PT_LOAD && search->address >= at && search->address - at < part->p_memsz) {
      begin = at;
      end = at + part->p_memsz;
    }
  }
  if (end == 0 || tables == 0) return 0;
  search->found->dlfo_map_start = (void*)begin;
  search->found->dlfo_map_end = (void*)end;
  search->found->dlfo_eh_frame = (void*)tables;
  return 1;
}

/* 2.35: how the unwinder finds the tables of the code that throws. */
int _dl_find_object(void* address, struct dl_find_object* found) {
  struct Search search = {(uintptr_t)address, found};
  return dl_iterate_phdr(LookInto, &search) == 1 ? 0 : -1;
}
