# duedesk_test(tst_name LIBS ... [SOURCES ...])
# One test class, one executable, registered with ctest. It runs without a display, in UTC, with a
# home of its own, so that no test reads or writes a person's settings; DUEDESK_BIN and
# DUEDESK_SOURCE in its environment name the folder of the programs and the source tree.
function(duedesk_test name)
  cmake_parse_arguments(arg "" "" "LIBS;SOURCES" ${ARGN})
  # The class of a test stands in its one source: moc reads that alone, without a target of its own to look for more.
  set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  add_custom_command(OUTPUT ${moc} DEPENDS ${name}.cpp VERBATIM
    COMMAND Qt6::moc -o ${moc} ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp)
  add_executable(${name} ${name}.cpp ${moc} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${name} PRIVATE Duedesk::Flags Qt6::Test ${arg_LIBS})
  if(arg_LIBS MATCHES "Duedesk::(Ui|Desktop)")
    duedesk_use_precompiled(${name} windowtest)
  elseif(NOT arg_LIBS MATCHES "Qt6::|Duedesk::Print") # other modules of Qt define what the shared header was not made with
    duedesk_use_precompiled(${name} coretest)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  set(home ${CMAKE_BINARY_DIR}/tests/home/${name})
  file(MAKE_DIRECTORY ${home})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;DUEDESK_BIN=${CMAKE_BINARY_DIR}/bin;DUEDESK_SOURCE=${CMAKE_SOURCE_DIR}")
endfunction()
