# HOGLINT_PCH: what most files include is parsed once for all of them. That takes a third off a build
# from nothing, and hides an #include that a file lacks: so it is for CI, where clang-tidy sees every
# file without it, and not for a build folder that lives on (a change of rule.h would rebuild all).
#
# hoglint_precompile(TARGET): gives the target the headers of its layer.

set(pch_std <algorithm> <array> <cstddef> <cstdint> <map> <memory> <optional> <set> <span> <string>
  <string_view> <utility> <variant> <vector> <fmt/format.h>)

# A library that nothing links: its precompiled headers are what the others reuse.
# hoglint_precompiled_headers(NAME HEADERS header... [LINK target...])
function(hoglint_precompiled_headers name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LINK")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/pch/${name}.cc CONTENT "")
  add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/pch/${name}.cc)
  target_link_libraries(${name} PRIVATE hoglint_options ${arg_LINK})
  target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

hoglint_precompiled_headers(pch_base HEADERS ${pch_std})
hoglint_precompiled_headers(pch_schema HEADERS ${pch_std} ${PROJECT_SOURCE_DIR}/lint/schema/catalogue.h)
hoglint_precompiled_headers(pch_rule HEADERS ${pch_std} ${PROJECT_SOURCE_DIR}/lint/rule/rule.h)
foreach(name IN ITEMS pch_base pch_schema pch_rule)
  target_compile_options(${name} PRIVATE ${coverage_options})
endforeach()

function(hoglint_precompile target)
  if(target MATCHES "^lint_(base|sql|typescript|deployment)$")
    target_precompile_headers(${target} REUSE_FROM pch_base)
  elseif(target MATCHES "^lint_(schema|locks|journal|config)$")
    target_precompile_headers(${target} REUSE_FROM pch_schema)
  elseif(target MATCHES "^(lint|checker)_|^hoglint_rules$")
    target_precompile_headers(${target} REUSE_FROM pch_rule)
  else() # of tests/
    if(NOT TARGET pch_tests)
      hoglint_precompiled_headers(pch_tests LINK GTest::gmock HEADERS ${pch_std} <filesystem>
        <fstream> <gmock/gmock.h> <gtest/gtest.h> ${PROJECT_SOURCE_DIR}/lint/rule/rule.h)
    endif()
    target_precompile_headers(${target} REUSE_FROM pch_tests)
  endif()
endfunction()
