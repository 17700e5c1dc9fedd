# Finds libpg_query >= 18 (PostgreSQL 18's grammar) and defines pg_query::pg_query.
#
# Tried in order: .deps/ (put there by cmake/deps/fetch_pg_query.sh, which is run on demand), the
# system's own, then the pinned upstream tag built from source. FETCHCONTENT_FULLY_DISCONNECTED=ON
# keeps configuring off the network.
#
# Besides <pg_query.h> the target offers, as system headers, the internal ones that lint/sql reads
# the raw parse tree through: <pg_query_internal.h>, <postgres.h>, <nodes/parsenodes.h>, ...

include(CheckFunctionExists)
include(FetchContent)

set(HOGLINT_PG_QUERY_TAG 18.1.0)
set(HOGLINT_PG_QUERY_URL https://github.com/pganalyze/libpg_query.git)
set(pg_query_deps ${PROJECT_SOURCE_DIR}/.deps/pg_query)
set(pg_query_tried "")

# Looks below `prefixes` ("" = the system's folders); appends the reason to pg_query_tried if in vain.
function(pg_query_look what prefixes)
  unset(PG_QUERY_INCLUDE CACHE)
  unset(PG_QUERY_LIBRARY CACHE)
  if(prefixes)
    set(where PATHS ${prefixes}/include NO_DEFAULT_PATH)
    set(lib_where PATHS ${prefixes}/lib/${CMAKE_LIBRARY_ARCHITECTURE} ${prefixes}/lib NO_DEFAULT_PATH)
  endif()
  find_path(PG_QUERY_INCLUDE pg_query.h ${where})
  find_library(PG_QUERY_LIBRARY NAMES libpg_query.a pg_query ${lib_where})
  mark_as_advanced(PG_QUERY_INCLUDE PG_QUERY_LIBRARY)
  set(reason "")
  if(NOT PG_QUERY_INCLUDE OR NOT PG_QUERY_LIBRARY)
    set(reason "pg_query.h or libpg_query is not there")
  else()
    file(STRINGS ${PG_QUERY_INCLUDE}/pg_query.h version REGEX "define PG_VERSION_NUM ")
    string(REGEX MATCH "[0-9]+$" version "${version}")
    if(NOT version OR version LESS 180000)
      set(reason "its grammar is ${version}, older than 180000")
    elseif(NOT EXISTS ${PG_QUERY_INCLUDE}/pg_query/postgres/postgres.h)
      set(reason "it ships no internal headers (pg_query/postgres/postgres.h)")
    endif()
  endif()
  if(reason)
    string(APPEND pg_query_tried "\n  - ${what}: ${reason}")
    set(pg_query_tried "${pg_query_tried}" PARENT_SCOPE)
    return()
  endif()
  message(STATUS "libpg_query: ${PG_QUERY_LIBRARY} (grammar ${version})")
  add_library(pg_query::pg_query INTERFACE IMPORTED GLOBAL)
  target_include_directories(pg_query::pg_query SYSTEM INTERFACE
    ${PG_QUERY_INCLUDE} ${PG_QUERY_INCLUDE}/pg_query ${PG_QUERY_INCLUDE}/pg_query/postgres)
  target_link_libraries(pg_query::pg_query INTERFACE ${PG_QUERY_LIBRARY})
endfunction()

pg_query_look(".deps/pg_query" ${pg_query_deps}/usr)
if(NOT TARGET pg_query::pg_query)
  pg_query_look("the system's libpg_query" "")
endif()
if(NOT TARGET pg_query::pg_query AND NOT FETCHCONTENT_FULLY_DISCONNECTED)
  execute_process(COMMAND ${PROJECT_SOURCE_DIR}/cmake/deps/fetch_pg_query.sh ${pg_query_deps}
    RESULT_VARIABLE failed ERROR_VARIABLE said ERROR_STRIP_TRAILING_WHITESPACE)
  if(failed)
    string(APPEND pg_query_tried "\n  - Debian's newest suite: ${said}")
  else()
    pg_query_look(".deps/pg_query, just fetched" ${pg_query_deps}/usr)
  endif()
endif()

# Upstream's tree, built by upstream's own Makefile: the list of its sources stays its business.
if(NOT TARGET pg_query::pg_query)
  set(reachable FALSE)
  if(FETCHCONTENT_SOURCE_DIR_LIBPG_QUERY)
    set(reachable TRUE)
  elseif(FETCHCONTENT_FULLY_DISCONNECTED)
    string(APPEND pg_query_tried "\n  - upstream: FETCHCONTENT_FULLY_DISCONNECTED is on")
  else()
    # Asked first, because FetchContent's own failure would not say what else was tried.
    execute_process(
      COMMAND git ls-remote --exit-code ${HOGLINT_PG_QUERY_URL} refs/tags/${HOGLINT_PG_QUERY_TAG}
      RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said ERROR_STRIP_TRAILING_WHITESPACE
      TIMEOUT 30)
    if(failed)
      string(APPEND pg_query_tried
        "\n  - tag ${HOGLINT_PG_QUERY_TAG} of ${HOGLINT_PG_QUERY_URL}: ${said} (${failed})")
    else()
      set(reachable TRUE)
    endif()
  endif()
  if(reachable)
    FetchContent_Declare(libpg_query GIT_REPOSITORY ${HOGLINT_PG_QUERY_URL}
      GIT_TAG ${HOGLINT_PG_QUERY_TAG} GIT_SHALLOW TRUE)
    FetchContent_GetProperties(libpg_query)
    if(NOT libpg_query_POPULATED)
      FetchContent_Populate(libpg_query)
    endif()
    set(tree ${libpg_query_SOURCE_DIR})
    add_custom_command(OUTPUT ${tree}/libpg_query.a
      COMMAND make -C ${tree} -j2 CC=${CMAKE_C_COMPILER} libpg_query.a
      COMMENT "Building libpg_query ${HOGLINT_PG_QUERY_TAG} from source" VERBATIM)
    add_custom_target(libpg_query_build DEPENDS ${tree}/libpg_query.a)
    add_library(pg_query::pg_query INTERFACE IMPORTED GLOBAL)
    add_dependencies(pg_query::pg_query libpg_query_build)
    target_include_directories(pg_query::pg_query SYSTEM INTERFACE
      ${tree} ${tree}/src ${tree}/src/postgres/include)
    target_link_libraries(pg_query::pg_query INTERFACE ${tree}/libpg_query.a)
    message(STATUS "libpg_query: upstream ${HOGLINT_PG_QUERY_TAG}, built from source")
  endif()
endif()

if(NOT TARGET pg_query::pg_query)
  message(FATAL_ERROR "hoglint needs libpg_query >= 18 and found none. Tried:${pg_query_tried}\n"
    "On Debian, `./dev deps` fetches it; elsewhere install it or allow access to its repository.")
endif()

# A library of Debian's newest suite on an older C library: see the compat file.
check_function_exists(__isoc23_strtoul HOGLINT_HAVE_ISOC23_STRTOUL)
check_function_exists(strlcpy HOGLINT_HAVE_STRLCPY)
if(NOT HOGLINT_HAVE_ISOC23_STRTOUL AND NOT HOGLINT_HAVE_STRLCPY)
  add_library(pg_query_compat STATIC ${CMAKE_CURRENT_LIST_DIR}/deps/pg_query_compat.c)
  target_link_libraries(pg_query::pg_query INTERFACE pg_query_compat)
endif()

# What of it is never called, left out: see the file. -u makes the linker take ours first.
get_target_property(pg_query_libraries pg_query::pg_query INTERFACE_LINK_LIBRARIES)
if(pg_query_libraries MATCHES "\\.a(;|$)" AND NOT APPLE)
  add_library(pg_query_output STATIC ${CMAKE_CURRENT_LIST_DIR}/deps/pg_query_output.c)
  set_target_properties(pg_query::pg_query PROPERTIES
    INTERFACE_LINK_LIBRARIES "pg_query_output;${pg_query_libraries}")
  target_link_options(pg_query::pg_query INTERFACE -Wl,-u,pg_query_nodes_to_json)
endif()
