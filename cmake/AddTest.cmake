# duedesk_test(tst_name LIBS ... [SOURCES ...])
# One test class, one executable, registered with ctest. It runs without a display, in UTC, with a
# home of its own, so that no test reads or writes a person's settings; DUEDESK_BIN and
# DUEDESK_SOURCE in its environment name the folder of the programs and the source tree.
function(duedesk_test name)
  cmake_parse_arguments(arg "" "" "LIBS;SOURCES" ${ARGN})
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE Duedesk::Flags Qt6::Test ${arg_LIBS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  set(home ${CMAKE_BINARY_DIR}/tests/home/${name})
  file(MAKE_DIRECTORY ${home})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;DUEDESK_BIN=${CMAKE_BINARY_DIR}/bin;DUEDESK_SOURCE=${CMAKE_SOURCE_DIR}")
endfunction()
