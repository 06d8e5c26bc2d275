# Files become string literals when CMake runs; a change to one of them runs it again.

function(raw_literal out path)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
    file(READ "${path}" text)
    set(${out} "R\"__file__(${text})__file__\"" PARENT_SCOPE)
endfunction()

function(write_if_changed path text)
    set(before "")
    if(EXISTS "${path}")
        file(READ "${path}" before)
    endif()
    if(NOT before STREQUAL text)
        file(WRITE "${path}" "${text}")
    endif()
endfunction()

# embedded::migration_NAME for each NAME of store/migrations, and embedded::schema that they end in.
function(embed_migrations header)
    set(text "#pragma once\n#include <string_view>\nnamespace weekboard::embedded {\n")
    raw_literal(literal "${CMAKE_CURRENT_SOURCE_DIR}/store/schema.sql")
    string(APPEND text "inline constexpr std::string_view schema = ${literal};\n")
    foreach(name IN LISTS ARGN)
        raw_literal(literal "${CMAKE_CURRENT_SOURCE_DIR}/store/migrations/${name}.sql")
        string(APPEND text "inline constexpr std::string_view migration_${name} = ${literal};\n")
    endforeach()
    string(APPEND text "}\n")
    write_if_changed("${header}" "${text}")
endfunction()

# FUNCTION(): every table, spec and part below FOLDER, by relative path; see embedded.h.
function(embed_folder source function folder)
    file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE "${folder}"
        "${folder}/*.csv" "${folder}/*.toml" "${folder}/*.xml" "${folder}/*.rels" "${folder}/*.css" "${folder}/*.js")
    list(SORT paths)
    set(text "#include \"embedded.h\"\n#include <array>\nnamespace weekboard {\n")
    list(LENGTH paths count)
    string(APPEND text "std::span<const EmbeddedFile> ${function}()\n{\n"
        "static constexpr std::array<EmbeddedFile, ${count}> files{{\n")
    foreach(path IN LISTS paths)
        raw_literal(literal "${folder}/${path}")
        string(APPEND text "{\"${path}\", ${literal}},\n")
    endforeach()
    string(APPEND text "}};\nreturn files;\n}\n}\n")
    write_if_changed("${source}" "${text}")
endfunction()
