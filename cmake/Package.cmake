# What `cmake --install` puts where, and the .deb that cpack makes of it. packaging/package.sh, which
# `./dev package` runs, makes the tarballs and checks all of it.

include(GNUInstallDirs)
set(doc ${CMAKE_INSTALL_DATADIR}/doc/hoglint)

install(TARGETS hoglint)
install(FILES README.md DESTINATION ${doc})
install(FILES LICENSE DESTINATION ${doc} OPTIONAL)
# The licences of what is linked in: packaging/notice.sh writes it, and ./dev package runs that first.
install(FILES ${PROJECT_BINARY_DIR}/NOTICE DESTINATION ${doc} OPTIONAL)
install(DIRECTORY docs/schema/ DESTINATION ${CMAKE_INSTALL_DATADIR}/hoglint/schema
  FILES_MATCHING PATTERN *.json)
install(FILES docs/man/hoglint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES completions/hoglint.bash RENAME hoglint
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions OPTIONAL)
install(FILES completions/_hoglint
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions OPTIONAL)
install(FILES completions/hoglint.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hoglint)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR "the hoglint project")
set(CPACK_PACKAGE_CONTACT "hoglint maintainers <hoglint@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter of PostgreSQL migrations")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/../package)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "hoglint reads PostgreSQL migrations, Drizzle's first, and says before the
merge what they will do to a running system: what they destroy, which
deployed code they break, which locks they take and what waits behind them.")
# The version is that of the C library that it is linked against: packaging/check.sh holds it there.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libc6 (>= 2.31)")
# Loaded by drift and stats alone.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libpq5, libcurl4 | libcurl4t64 | libcurl3-gnutls")
if(PROJECT_HOMEPAGE_URL)
  set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${PROJECT_HOMEPAGE_URL})
endif()
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake)
include(CPack)
