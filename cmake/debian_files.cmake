# Run by cpack on the tree that becomes the .deb: what Debian's policy wants beside the install.
set(usr ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(doc ${usr}/share/doc/hoglint)
if(EXISTS ${doc}/NOTICE)
  file(RENAME ${doc}/NOTICE ${doc}/copyright)
endif()
# The changelog's date is the commit's: packaging/package.sh sets it.
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog "hoglint (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * Release ${CPACK_PACKAGE_VERSION}.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
file(GLOB manual ${usr}/share/man/man1/*.1)
execute_process(COMMAND gzip -9nf ${doc}/changelog ${manual} COMMAND_ERROR_IS_FATAL ANY)
file(CHMOD_RECURSE ${usr}/share FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
  DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
