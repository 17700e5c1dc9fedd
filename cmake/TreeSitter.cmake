# Defines hoglint_tree_sitter, for lint/typescript alone: libtree-sitter and the grammars of
# TypeScript and TSX, which cmake/deps/fetch_tree_sitter_typescript.sh (./dev deps) puts into .deps. Where
# one of them is missing it is empty, and hoglint goes by its small scanner of drizzle.config files.

find_library(TREE_SITTER_LIBRARY NAMES libtree-sitter.a tree-sitter)
find_path(TREE_SITTER_INCLUDE tree_sitter/api.h)
mark_as_advanced(TREE_SITTER_LIBRARY TREE_SITTER_INCLUDE)
set(grammar ${PROJECT_SOURCE_DIR}/.deps/tree_sitter_typescript)

add_library(hoglint_tree_sitter INTERFACE)
if(TREE_SITTER_LIBRARY AND TREE_SITTER_INCLUDE AND EXISTS ${grammar}/ok
    AND EXISTS ${grammar}/tsx/src/parser.c)
  # Generated code: no warnings, and always optimised.
  add_library(tree_sitter_typescript STATIC
    ${grammar}/typescript/src/parser.c ${grammar}/typescript/src/scanner.c
    ${grammar}/tsx/src/parser.c ${grammar}/tsx/src/scanner.c)
  target_include_directories(tree_sitter_typescript PRIVATE ${grammar}/typescript/src)
  target_compile_options(tree_sitter_typescript PRIVATE -w -O1)
  target_include_directories(hoglint_tree_sitter SYSTEM INTERFACE ${TREE_SITTER_INCLUDE})
  target_compile_definitions(hoglint_tree_sitter INTERFACE HOGLINT_TREE_SITTER=1)
  target_link_libraries(hoglint_tree_sitter INTERFACE
    tree_sitter_typescript ${TREE_SITTER_LIBRARY})
  message(STATUS "TypeScript: ${TREE_SITTER_LIBRARY} and the grammars in .deps")
else()
  message(STATUS "TypeScript: not read (libtree-sitter-dev or .deps/tree_sitter_typescript is not "
    "there; ./dev deps gets both)")
endif()
