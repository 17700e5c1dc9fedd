# What HOGLINT_STATIC, the release preset, adds: executables that are small, hard to attack and start
# on old and foreign systems. docs/design/release.md has the figures, and what else was tried.

include(CheckIPOSupported)
include(CheckLinkerFlag)

# Sections: the linker leaves out what nothing uses.
set(HOGLINT_RELEASE_COMPILE -fPIE -ffunction-sections -fdata-sections -fstack-protector-strong)
# Undefined first: some distributions' compilers define it themselves.
list(APPEND HOGLINT_RELEASE_COMPILE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
target_compile_options(hoglint_options INTERFACE ${HOGLINT_RELEASE_COMPILE})

set(HOGLINT_RELEASE_LINK "")
foreach(flag -Wl,--gc-sections -Wl,--as-needed -Wl,-O1 -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
  string(MAKE_C_IDENTIFIER HOGLINT_LINK${flag} variable)
  check_linker_flag(CXX ${flag} ${variable})
  if(${variable})
    list(APPEND HOGLINT_RELEASE_LINK ${flag})
  endif()
endforeach()

# fmt compiled once: see the file. Its explicit instantiations are those of fmt 9.
if(fmt_VERSION VERSION_GREATER_EQUAL 9 AND fmt_VERSION VERSION_LESS 10)
  get_target_property(fmt_include fmt::fmt-header-only INTERFACE_INCLUDE_DIRECTORIES)
  add_library(hoglint_fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/deps/fmt_library.cc)
  target_include_directories(hoglint_fmt SYSTEM PUBLIC ${fmt_include})
  target_compile_options(hoglint_fmt PRIVATE ${HOGLINT_RELEASE_COMPILE})
else()
  add_library(hoglint_fmt INTERFACE)
  target_link_libraries(hoglint_fmt INTERFACE fmt::fmt-header-only)
endif()

# Our libraries are optimised as a whole when the program is linked, which leaves out what two of them
# hold twice (0.7 MB). Not the executables' own sources: glibc_compat.c names versions of symbols, and
# would lose them.
check_ipo_supported(RESULT HOGLINT_HAVE_LTO OUTPUT ignored LANGUAGES CXX)
if(HOGLINT_HAVE_LTO AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND HOGLINT_RELEASE_LINK -flto=auto)
endif()

# Flags of one of our libraries. hoglint throws nothing; only yaml-cpp and CLI11 do, to the code that
# calls them. What those exceptions never pass through needs no unwind tables (0.9 MB): an exception
# of the standard library, such as for memory that is not there, ends the program either way.
function(hoglint_release_library name)
  set_target_properties(${name} PROPERTIES INTERPROCEDURAL_OPTIMIZATION ${HOGLINT_HAVE_LTO})
  if(NOT name MATCHES "^(lint_deployment|checker_cli)$")
    target_compile_options(${name} PRIVATE
      -fno-exceptions -fno-unwind-tables -fno-asynchronous-unwind-tables)
  endif()
endfunction()

# Everything is compiled for size but what runs once per byte, token, statement or file, by what an
# instrumented build counted: 0.17 MB, and a tenth of the time. -O2 for all of lint/schema, lint/sql,
# lint/locks and lint/run is 1 MB, and little faster than that.
file(GLOB hot CONFIGURE_DEPENDS lint/base/*.cc lint/journal/json*.cc)
list(APPEND hot
  lint/sql/chunk_parser.cc lint/sql/columns.cc lint/sql/create_table.cc lint/sql/facts_walker.cc
  lint/sql/format_type.cc lint/sql/names.cc lint/sql/parse.cc lint/sql/references.cc
  lint/sql/source.cc lint/sql/statements.cc lint/sql/tokens.cc lint/sql/type_names.cc
  lint/sql/utf8.cc
  lint/schema/apply_alter_table.cc lint/schema/apply_context.cc lint/schema/apply_create_table.cc
  lint/schema/builtins.cc lint/schema/catalogue.cc lint/schema/expression_text.cc
  lint/locks/effect_set.cc lint/locks/effects.cc
  lint/journal/analysis.cc
  lint/facts/batch.cc lint/facts/fold.cc lint/facts/newer_functions.cc
  lint/facts/statement_facts.cc
  lint/run/collecting.cc lint/run/run.cc
  lint/report/display_text.cc lint/report/json_text.cc
  checker/disk/disk.cc checker/disk/paths.cc checker/disk/remembered_files.cc
  checker/project/migrations_folder.cc checker/project/read_track.cc)
set_source_files_properties(${hot} PROPERTIES COMPILE_OPTIONS -O2)

# libpg_query and libgit2 without their unwind tables, for nothing that is thrown passes through C
# (0.2 MB): copies of the archives that `target` links. Without objcopy they stay as they are.
function(hoglint_without_unwinding target)
  get_target_property(libraries ${target} INTERFACE_LINK_LIBRARIES)
  set(folder ${PROJECT_BINARY_DIR}/without_unwinding)
  file(MAKE_DIRECTORY ${folder})
  foreach(library IN LISTS libraries)
    if(CMAKE_OBJCOPY AND EXISTS ${library} AND library MATCHES "/(lib(pg_query|git2)[.]a)$")
      execute_process(COMMAND ${CMAKE_OBJCOPY} --remove-section .eh_frame ${library}
        ${folder}/${CMAKE_MATCH_1} RESULT_VARIABLE failed)
      if(NOT failed)
        list(TRANSFORM libraries REPLACE "^${library}$" "${folder}/${CMAKE_MATCH_1}")
      endif()
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${libraries}")
endfunction()
hoglint_without_unwinding(pg_query::pg_query)
hoglint_without_unwinding(git2::git2)

# hoglint, which loads libpq and libcurl when they are asked for; and hoglint_static, which cannot,
# needs nothing of the system and starts wherever the kernel does.
function(hoglint_release_executables main)
  set(glibc ${PROJECT_SOURCE_DIR}/.deps/glibc)
  target_link_options(hoglint PRIVATE -pie -static-libstdc++ -static-libgcc ${HOGLINT_RELEASE_LINK})
  if(EXISTS ${glibc}/ok)
    # An older C library to link against (cmake/deps/fetch_glibc.sh): hoglint then starts with it and
    # with all newer ones. Its folders come before the compiler's own.
    set(folder ${glibc}/usr/lib/${CMAKE_LIBRARY_ARCHITECTURE})
    target_sources(hoglint PRIVATE ${PROJECT_SOURCE_DIR}/cmake/deps/glibc_compat.c)
    target_link_options(hoglint PRIVATE --sysroot=${glibc} -B${folder} -L${folder}
      -L${glibc}/lib/${CMAKE_LIBRARY_ARCHITECTURE})
    # Named before the archives that use them.
    target_link_libraries(hoglint PRIVATE -Wl,--no-as-needed,-lpthread,-ldl,--as-needed)
    message(STATUS "glibc: hoglint is linked against the one in .deps/glibc")
  endif()

  # Packed relocations are the work of the C library, here the one that is linked in.
  check_linker_flag(CXX -Wl,-z,pack-relative-relocs HOGLINT_HAVE_RELR)
  add_library(checker_live_static OBJECT EXCLUDE_FROM_ALL checker/live/shared_library.cc)
  target_link_libraries(checker_live_static PRIVATE hoglint_options)
  target_compile_definitions(checker_live_static PRIVATE HOGLINT_NO_DLOPEN)
  add_executable(hoglint_static EXCLUDE_FROM_ALL ${main} $<TARGET_OBJECTS:checker_live_static>
    cmake/deps/static_compat.c)
  target_link_libraries(hoglint_static PRIVATE checker_cli)
  target_link_options(hoglint_static PRIVATE -static-pie ${HOGLINT_RELEASE_LINK}
    $<$<BOOL:${HOGLINT_HAVE_RELR}>:-Wl,-z,pack-relative-relocs>)
endfunction()
