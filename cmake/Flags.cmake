# Warnings, hardening and Qt restrictions that every target of ours is built with.
# Hardening flags are probed, because compilers differ in what they take.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

add_library(duedesk_flags INTERFACE)
add_library(Duedesk::Flags ALIAS duedesk_flags)

target_include_directories(duedesk_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(duedesk_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wimplicit-fallthrough -Werror)
target_compile_definitions(duedesk_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_USE_QSTRINGBUILDER
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  DUEDESK_VERSION="${PROJECT_VERSION}")

if(CMAKE_BUILD_TYPE MATCHES "Rel")
  set(hardening -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
endif()
list(APPEND hardening
  -fstack-protector-strong -fstack-clash-protection -fcf-protection=full
  -ftrivial-auto-var-init=zero -fno-delete-null-pointer-checks -fno-strict-overflow
  -fno-strict-aliasing -Wtrampolines -Wbidi-chars=any)
foreach(flag IN LISTS hardening)
  string(MAKE_C_IDENTIFIER "HAVE${flag}" have)
  check_cxx_compiler_flag("-Werror ${flag}" ${have})
  if(${have})
    target_compile_options(duedesk_flags INTERFACE ${flag})
  endif()
endforeach()
target_compile_definitions(duedesk_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT DUEDESK_FUZZ)
  foreach(flag -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed -pie)
    string(MAKE_C_IDENTIFIER "HAVE_LINK${flag}" have)
    check_linker_flag(CXX "${flag}" ${have})
    if(${have})
      add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${flag}>)
    endif()
  endforeach()
endif()
find_program(DUEDESK_MOLD mold)
if(DUEDESK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
