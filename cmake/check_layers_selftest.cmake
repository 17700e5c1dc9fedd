# Shows that check_layers.cmake passes a clean tree and fails on each kind of violation.
# usage: cmake -DCHECK=<check_layers.cmake> -DWORK=<scratch folder> -P check_layers_selftest.cmake
cmake_minimum_required(VERSION 3.25)

# Runs the check on a tree of one file, and fails unless its output matches `expected`.
function(expect expected file content)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/${file} "${content}\n")
  file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/layers.txt ${WORK}/layers.txt)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -DLAYERS=${WORK}/layers.txt -P ${CHECK}
    RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(expected MATCHES "follow" AND failed OR NOT expected MATCHES "follow" AND NOT failed
      OR NOT output MATCHES "${expected}")
    message(FATAL_ERROR "${file} with ${content}\nexpected: ${expected}\ngot: ${output}")
  endif()
endfunction()

expect("follow" lint/rule/rule.h "#include <string>\n#include \"lint/facts/facts.h\"")
expect("follow" lint/sql/parse.cc "#include <nodes/parsenodes.h>\n#include <pg_query.h>")
expect("follow" checker/disk/disk.cc "#include <sys/stat.h>\n#include <filesystem>")
expect("follow" tests/lint/sql/parse_test.cc "#include <gtest/gtest.h>\n#include \"lint/sql/parse.h\"")
expect("follow" checker/cli/cli.cc "#include \"rules/rule_table.h\"  // [a]; b")
expect("lint/sql may not include \"lint/rule/rule.h\"" lint/sql/up.cc "#include \"lint/rule/rule.h\"")
expect("rules may not include <pg_query.h>" rules/second_user.cc "#  include <pg_query.h>")
expect("may not include <nodes/pg_list.h>" tests/lint/a_test.cc "#include <nodes/pg_list.h>")
expect("lint/run may not include <fstream>" lint/run/world.cc "#include <fstream>")
expect("lint/run may not include <unistd.h>" lint/run/world.cc "#include <unistd.h>")
expect("lint/run may not include <nlohmann/json.hpp>" lint/run/json.cc "#include <nlohmann/json.hpp>")
expect("checker/cli may not include <git2.h>" checker/cli/git.cc "#include <git2.h>")
expect("lint/base may not include \"checker/disk/disk.h\"" lint/base/a.h "#include \"checker/disk/disk.h\"")
expect("lint/new is not listed" lint/new/a.h "#include <string>")
expect("not written from the root" lint/base/a.h "#include \"span.h\"")
expect("not understood" lint/base/a.h "#include HEADER")
file(REMOVE_RECURSE ${WORK})
