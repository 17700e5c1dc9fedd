# Defines hoglint_tree_sitter, for lint/typescript alone: libtree-sitter and the grammars of
# TypeScript and TSX, which cmake/deps/fetch_tree_sitter_typescript.sh (./dev deps) puts into .deps. Where
# one of them is missing it is empty, and hoglint goes by its small scanner of drizzle.config files.

find_library(TREE_SITTER_LIBRARY NAMES libtree-sitter.a tree-sitter)
find_path(TREE_SITTER_INCLUDE tree_sitter/api.h)
mark_as_advanced(TREE_SITTER_LIBRARY TREE_SITTER_INCLUDE)
set(grammar ${PROJECT_SOURCE_DIR}/.deps/tree_sitter_typescript)

find_program(GZIP gzip)
mark_as_advanced(GZIP)

# Adds the parsers to tree_sitter_typescript with their tables gzipped: see deps/unpack_tables.c.
function(tree_sitter_packed grammar)
  set(tables "")
  foreach(name ${ARGN})
    add_library(tree_sitter_${name}_parser OBJECT ${grammar}/${name}/src/parser.c)
    target_include_directories(tree_sitter_${name}_parser PRIVATE ${grammar}/${name}/src)
    target_compile_options(tree_sitter_${name}_parser PRIVATE -w -O1 -fPIE -fdata-sections)
    set(object $<TARGET_OBJECTS:tree_sitter_${name}_parser>)
    set(to_bss --redefine-sym tree_sitter_${name}=packed_${name})
    foreach(table ts_parse_table ts_small_parse_table ts_parse_actions ts_lex_modes)
      add_custom_command(OUTPUT ${name}.${table}.gz
        COMMAND ${CMAKE_OBJCOPY} -O binary --only-section=.rodata.${table} ${object} ${name}.${table}
        COMMAND ${GZIP} -9nf ${name}.${table}
        DEPENDS tree_sitter_${name}_parser ${object} COMMENT "Packing ${name}'s ${table}" VERBATIM)
      list(APPEND tables ${CMAKE_CURRENT_BINARY_DIR}/${name}.${table}.gz)
      list(APPEND to_bss --rename-section .rodata.${table}=.bss.${table},alloc)
    endforeach()
    add_custom_command(OUTPUT ${name}_packed.o
      COMMAND ${CMAKE_OBJCOPY} ${to_bss} ${object} ${name}_packed.o
      DEPENDS tree_sitter_${name}_parser ${object} COMMENT "Emptying ${name}'s tables" VERBATIM)
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_packed.o
      PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
    target_sources(tree_sitter_typescript PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_packed.o)
  endforeach()
  set(unpack ${PROJECT_SOURCE_DIR}/cmake/deps/unpack_tables.c)
  # -Wa,-I: where .incbin looks.
  set_source_files_properties(${unpack} PROPERTIES OBJECT_DEPENDS "${tables}"
    COMPILE_OPTIONS "-Wa,-I${CMAKE_CURRENT_BINARY_DIR}")
  target_sources(tree_sitter_typescript PRIVATE ${unpack})
  target_compile_options(tree_sitter_typescript PRIVATE -fPIE)
  target_link_libraries(tree_sitter_typescript PRIVATE ${GIT2_Z} Threads::Threads)
endfunction()

add_library(hoglint_tree_sitter INTERFACE)
if(TREE_SITTER_LIBRARY AND TREE_SITTER_INCLUDE AND EXISTS ${grammar}/ok
    AND EXISTS ${grammar}/tsx/src/parser.c)
  # Generated code: no warnings, and always optimised.
  add_library(tree_sitter_typescript STATIC
    ${grammar}/typescript/src/scanner.c ${grammar}/tsx/src/scanner.c)
  target_include_directories(tree_sitter_typescript PRIVATE ${grammar}/typescript/src)
  target_compile_options(tree_sitter_typescript PRIVATE -w -O1)
  if(HOGLINT_STATIC AND CMAKE_OBJCOPY AND GZIP AND GIT2_Z AND CMAKE_EXECUTABLE_FORMAT STREQUAL ELF)
    tree_sitter_packed(${grammar} typescript tsx)
  else()
    target_sources(tree_sitter_typescript PRIVATE
      ${grammar}/typescript/src/parser.c ${grammar}/tsx/src/parser.c)
  endif()
  target_include_directories(hoglint_tree_sitter SYSTEM INTERFACE ${TREE_SITTER_INCLUDE})
  target_compile_definitions(hoglint_tree_sitter INTERFACE HOGLINT_TREE_SITTER=1)
  target_link_libraries(hoglint_tree_sitter INTERFACE
    tree_sitter_typescript ${TREE_SITTER_LIBRARY})
  message(STATUS "TypeScript: ${TREE_SITTER_LIBRARY} and the grammars in .deps")
else()
  message(STATUS "TypeScript: not read (libtree-sitter-dev or .deps/tree_sitter_typescript is not "
    "there; ./dev deps gets both)")
endif()
