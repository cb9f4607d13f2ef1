# Warnings, hardening and Qt restrictions that every target of ours is built with.
# Hardening flags are probed one by one, because compilers and linkers differ in what they take.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

# A warm ccache beats everything else, so it is used where it is installed and is no condition. Paths are taken relative to
# the tree, so that builds from different folders share it.
find_program(DUEDESK_CCACHE ccache)
if(DUEDESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${DUEDESK_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()
add_library(duedesk_flags INTERFACE)
add_library(Duedesk::Flags ALIAS duedesk_flags)

target_include_directories(duedesk_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(duedesk_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wimplicit-fallthrough
  # The preset fuzz must build what gcc has already judged; the preset tidy judges with both.
  $<$<NOT:$<BOOL:${DUEDESK_FUZZ}>>:-Werror>
  # gcc 12 sees uninitialised QString members where there are none, once automatic variables are initialised.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # clang counts sign into -Wconversion, and sees through to gcc 12's own use of get_temporary_buffer.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion;-Wno-deprecated-declarations>)
if(DUEDESK_FUZZ)
  # libFuzzer is blind in code that is not instrumented, so the layers are too; a fuzz target adds -fsanitize=fuzzer.
  target_compile_options(duedesk_flags INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(duedesk_flags INTERFACE -fsanitize=address,undefined)
endif()
target_compile_definitions(duedesk_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_USE_QSTRINGBUILDER
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  DUEDESK_VERSION="${PROJECT_VERSION}")

# mold is chosen before the probes, so that they ask the linker that will be used.
find_program(DUEDESK_MOLD mold)
if(DUEDESK_MOLD)
  add_link_options(-fuse-ld=mold)
  list(APPEND CMAKE_REQUIRED_LINK_OPTIONS -fuse-ld=mold)
endif()

set(compile_hardening
  -fstack-protector-strong -fstack-clash-protection -fcf-protection=full
  -ftrivial-auto-var-init=zero -fno-delete-null-pointer-checks -fno-strict-overflow
  -fno-strict-aliasing -Wtrampolines -Wbidi-chars=any)
# The sanitizers' own interceptors and _FORTIFY_SOURCE get in each other's way, and it needs -O.
string(FIND "${CMAKE_CXX_FLAGS}" "-fsanitize" sanitized)
if(CMAKE_BUILD_TYPE MATCHES "Rel" AND sanitized EQUAL -1 AND NOT DUEDESK_FUZZ)
  list(PREPEND compile_hardening -D_FORTIFY_SOURCE=3)
  target_compile_options(duedesk_flags INTERFACE -U_FORTIFY_SOURCE)
endif()
foreach(flag IN LISTS compile_hardening)
  string(MAKE_C_IDENTIFIER "HAVE${flag}" have)
  set(CMAKE_REQUIRED_FLAGS -Werror)
  check_cxx_compiler_flag(${flag} ${have})
  unset(CMAKE_REQUIRED_FLAGS)
  if(${have})
    target_compile_options(duedesk_flags INTERFACE ${flag})
  endif()
endforeach()
# Bounds of operator[] are checked in release too: a wrong row must end the operation, not read a
# neighbour's money. Hot loops run on raw pointers taken from a checked range.
target_compile_definitions(duedesk_flags INTERFACE _GLIBCXX_ASSERTIONS)

set(CMAKE_POSITION_INDEPENDENT_CODE ON)
foreach(flag -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,nodlopen -Wl,--as-needed)
  string(MAKE_C_IDENTIFIER "HAVE_LINK${flag}" have)
  check_linker_flag(CXX "${flag}" ${have})
  if(${have})
    add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${flag}>)
  endif()
endforeach()
