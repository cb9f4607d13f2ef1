# One precompiled header for each kind of target, shared by all targets of the kind: headers are half of a compile.
# duedesk_precompiled(kind Qt-targets...) makes duedesk_pch_<kind> from cmake/pch/<kind>.h; a target takes it by
# REUSE_FROM. Only gcc: clang-tidy and the fuzz targets read each file by itself, which also proves that every file
# includes what it uses.
option(DUEDESK_PCH "Share precompiled headers between targets" ON)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(DUEDESK_PCH OFF)
endif()
if(DUEDESK_PCH)
  # ccache finds a user of a precompiled header again only when told so, and gcc when it keeps the include as one.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  if(DUEDESK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
      CCACHE_PCH_EXTSUM=1 ${CMAKE_CXX_COMPILER_LAUNCHER})
  endif()
endif()
file(WRITE ${CMAKE_BINARY_DIR}/pch/empty.cpp "// The precompiled headers need a source to belong to.\n")

function(duedesk_precompiled kind)
  if(NOT DUEDESK_PCH)
    return()
  endif()
  add_library(duedesk_pch_${kind} OBJECT ${CMAKE_BINARY_DIR}/pch/empty.cpp)
  # Made in its own tree, never taken from the cache: it remembers the files it was made of.
  set_target_properties(duedesk_pch_${kind} PROPERTIES AUTOMOC OFF
    CXX_COMPILER_LAUNCHER "${CMAKE_SOURCE_DIR}/cmake/pch-launch;${CMAKE_SOURCE_DIR}")
  target_link_libraries(duedesk_pch_${kind} PRIVATE Duedesk::Flags ${ARGN})
  target_precompile_headers(duedesk_pch_${kind} PRIVATE <cmake/pch/${kind}.h>) # by the include folder: no clone's own path
endfunction()

# The target is compiled with the precompiled header of this kind.
function(duedesk_use_precompiled target kind)
  if(DUEDESK_PCH)
    target_precompile_headers(${target} REUSE_FROM duedesk_pch_${kind})
  endif()
endfunction()
