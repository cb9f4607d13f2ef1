# duedesk_layer(Name SOURCES ... DEPS ... [MOC])
# A static library duedesk_<name> with the alias Duedesk::<Name>. DEPS are the only targets it may
# see: the arrows of docs/ARCHITECTURE.md; tests/layering checks that includes follow them too.
# MOC: it has QObjects of its own. The folder says which precompiled header it shares (DUEDESK_PCH_KIND).
function(duedesk_layer name)
  cmake_parse_arguments(arg "MOC" "" "SOURCES;DEPS" ${ARGN})
  string(TOLOWER ${name} lower)
  add_library(duedesk_${lower} STATIC ${arg_SOURCES})
  add_library(Duedesk::${name} ALIAS duedesk_${lower})
  set_target_properties(duedesk_${lower} PROPERTIES AUTOMOC ${arg_MOC})
  target_link_libraries(duedesk_${lower} PUBLIC Duedesk::Flags ${arg_DEPS})
  duedesk_use_precompiled(duedesk_${lower} ${DUEDESK_PCH_KIND})
endfunction()
