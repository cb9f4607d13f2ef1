# duedesk_layer(Name SOURCES ... DEPS ...)
# A static library duedesk_<name> with the alias Duedesk::<Name>. DEPS are the only targets it may
# see: the arrows of docs/ARCHITECTURE.md; tests/layering checks that includes follow them too.
function(duedesk_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  string(TOLOWER ${name} lower)
  add_library(duedesk_${lower} STATIC ${arg_SOURCES})
  add_library(Duedesk::${name} ALIAS duedesk_${lower})
  target_link_libraries(duedesk_${lower} PUBLIC Duedesk::Flags ${arg_DEPS})
endfunction()
