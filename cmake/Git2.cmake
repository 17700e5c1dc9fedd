# Finds libgit2 and defines git2::git2, for checker/git alone.
#
# Debian's libgit2 spends 10 ms of every start on loading CA certificates and initialising SSH
# (measured), for remotes that hoglint never talks to. So libgit2.a is preferred, with its network
# half left out: checker/git defines those few entry points itself, under HOGLINT_GIT2_STATIC, and
# regular expressions without PCRE2. The -u options below make the linker take ours before it meets
# libgit2's own. Else the shared library.

find_library(GIT2_STATIC libgit2.a)
find_library(GIT2_MBEDCRYPTO libmbedcrypto.a)
find_library(GIT2_HTTP_PARSER libhttp_parser.a)
find_library(GIT2_Z libz.a)
find_path(GIT2_INCLUDE git2.h)
mark_as_advanced(GIT2_STATIC GIT2_MBEDCRYPTO GIT2_HTTP_PARSER GIT2_Z GIT2_INCLUDE)

# The stubs stand for the names of an mbedTLS build (Debian's); a libgit2.a built otherwise is left.
if(GIT2_STATIC AND GIT2_MBEDCRYPTO AND GIT2_HTTP_PARSER AND GIT2_Z AND GIT2_INCLUDE)
  file(STRINGS ${GIT2_STATIC} uses_mbedtls LIMIT_COUNT 1 REGEX "git_mbedtls__set_cert_location")
endif()
add_library(git2::git2 INTERFACE IMPORTED GLOBAL)
if(uses_mbedtls)
  target_include_directories(git2::git2 SYSTEM INTERFACE ${GIT2_INCLUDE})
  target_compile_definitions(git2::git2 INTERFACE HOGLINT_GIT2_STATIC=1)
  target_link_options(git2::git2 INTERFACE
    -Wl,-u,git_mbedtls__set_cert_location -Wl,-u,git_regexp_compile)
  target_link_libraries(git2::git2 INTERFACE
    ${GIT2_STATIC} ${GIT2_MBEDCRYPTO} ${GIT2_HTTP_PARSER} ${GIT2_Z} Threads::Threads)
  message(STATUS "libgit2: ${GIT2_STATIC} without its network half")
else()
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET GLOBAL libgit2)
  find_package(ZLIB REQUIRED)  # checker/git unpacks loose objects itself
  target_link_libraries(git2::git2 INTERFACE PkgConfig::LIBGIT2 ZLIB::ZLIB)
  message(STATUS "libgit2: shared, ${LIBGIT2_VERSION}")
endif()
