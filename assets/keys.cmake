# Writes one KEY(name) line for each key of a language file, in the file's order.
file(STRINGS ${IN} lines REGEX "^[a-z][a-z0-9_]*:")
set(text "")
foreach(line IN LISTS lines)
    string(REGEX REPLACE "^([a-z0-9_]+):.*$" "\\1" key "${line}")
    string(APPEND text "KEY(${key})\n")
endforeach()
file(CONFIGURE OUTPUT ${OUT} CONTENT "${text}" @ONLY)
