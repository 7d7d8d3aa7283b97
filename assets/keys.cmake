# Writes one KEY(name) line for each key of a language file, in the file's order.
# Signs that mean something in CMake's lists are taken out first; keys hold none of them.
file(READ ${IN} yaml)
string(REGEX REPLACE "[][;\\\\\"]" "" yaml "\n${yaml}")
string(REGEX MATCHALL "\n[a-z][a-z0-9_]*:" matches "${yaml}")
set(text "")
foreach(match IN LISTS matches)
    string(REGEX REPLACE "[\n:]" "" key "${match}")
    string(APPEND text "KEY(${key})\n")
endforeach()
file(CONFIGURE OUTPUT ${OUT} CONTENT "${text}" @ONLY)
