# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of Paceline has in common.
include_guard()

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # A precompiled header is shared between builds only when ccache may look past its time stamp.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${CCACHE_PROGRAM})
endif()

add_library(paceline_options INTERFACE)
target_compile_features(paceline_options INTERFACE cxx_std_20)
target_include_directories(paceline_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(paceline_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PACELINE_VERSION="${PROJECT_VERSION}")
target_compile_options(paceline_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(paceline_options INTERFACE -fpch-preprocess)
endif()
if(PACELINE_WERROR)
    target_compile_options(paceline_options INTERFACE -Werror)
endif()
if(PACELINE_SANITIZE)
    target_compile_options(paceline_options INTERFACE -fsanitize=${PACELINE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(paceline_options INTERFACE -fsanitize=${PACELINE_SANITIZE})
endif()

# Gives a library a precompiled header of the Qt headers that most of its files include.
function(paceline_precompile target)
    if(PACELINE_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# All that a run of `ctest -L "unit|widgets"` needs: what the sanitizers look at.
add_custom_target(unit_tests)

# paceline_test(tst_name SOURCES a.cpp... LIBRARIES x... LABELS unit... [TIMEOUT s] [FIXTURES f...] [LOCKS l...] [XVFB] [BREAKS])
# One Qt Test program. Labels: unit, widgets, transport, cluster, e2e, lint. It runs offscreen (XVFB: on a virtual X
# server), in UTC and the C locale. A test labelled cluster or e2e gets the running test cluster for itself, finds
# its state folder in PACELINE_CLUSTER_RUN and the command in PACELINE_CLUSTER, and fails when it leaves the cluster
# broken; BREAKS marks one that breaks it on purpose: it runs after all that do not, and the cluster is healed after it.
function(paceline_test name)
    cmake_parse_arguments(T "XVFB;BREAKS" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;FIXTURES;LOCKS" ${ARGN})
    if(NOT T_SOURCES)
        set(T_SOURCES ${name}.cpp)
    endif()
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 120)
    endif()
    find_package(Qt6 REQUIRED COMPONENTS Test)
    add_executable(${name} ${T_SOURCES})
    target_link_libraries(${name} PRIVATE paceline_options Qt6::Test ${T_LIBRARIES})
    target_compile_definitions(${name} PRIVATE PACELINE_FIXTURES="${CMAKE_SOURCE_DIR}/tests/fixtures"
                                               PACELINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if("unit" IN_LIST T_LABELS OR "widgets" IN_LIST T_LABELS)
        add_dependencies(unit_tests ${name})
    endif()
    set(command ${CMAKE_CURRENT_BINARY_DIR}/${name})
    set(environment TZ=UTC LC_ALL=C.UTF-8 QT_LOGGING_RULES=qt.qpa.*=false)
    if(T_XVFB)
        list(PREPEND command xvfb-run -a -s "-screen 0 1920x1200x24")
        list(APPEND environment QT_QPA_PLATFORM=xcb)
    else()
        list(APPEND environment QT_QPA_PLATFORM=offscreen)
    endif()
    if("cluster" IN_LIST T_LABELS OR "e2e" IN_LIST T_LABELS)
        paceline_add_cluster_test("${name}" "${command}" "${environment}" "${T_LABELS}" ${T_TIMEOUT} ${T_BREAKS})
        return()
    endif()
    paceline_add_test("${name}" "${command}" "${environment}" "${T_LABELS}" "${T_TIMEOUT}" "${T_FIXTURES}" "${T_LOCKS}")
endfunction()

function(paceline_add_test name command environment labels timeout fixtures locks)
    add_test(NAME ${name} COMMAND ${command})
    list(REMOVE_DUPLICATES fixtures)
    list(REMOVE_DUPLICATES locks)
    set_tests_properties(${name} PROPERTIES
        LABELS "${labels}" TIMEOUT ${timeout} ENVIRONMENT "${environment}"
        FIXTURES_REQUIRED "${fixtures}" RESOURCE_LOCK "${locks}")
endfunction()

# A test that has the cluster for itself and is called through its guard.
function(paceline_add_cluster_test name command environment labels timeout breaks)
    set(cluster ${CMAKE_SOURCE_DIR}/tests/support/cluster/cluster)
    set(guard guard)
    if(breaks)
        list(APPEND guard --breaks)
    endif()
    list(PREPEND command ${cluster} ${guard})
    list(APPEND environment PACELINE_CLUSTER=${cluster})
    math(EXPR timeout "${timeout} + 60") # for the check and the healing afterwards
    if(NOT breaks)
        set_property(GLOBAL APPEND PROPERTY PACELINE_HARMLESS_TESTS ${name})
        paceline_add_test("${name}" "${command}" "${environment}" "${labels}" ${timeout} cluster cluster)
        return()
    endif()
    # Once the whole of tests/ is read, all the names are known that run before it.
    cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY [[${CMAKE_SOURCE_DIR}/tests]] CALL paceline_add_breaking_test
        [[${name}]] [[${command}]] [[${environment}]] [[${labels}]] [[${timeout}]] cluster cluster)")
endfunction()

function(paceline_add_breaking_test name command environment labels timeout fixtures locks)
    paceline_add_test("${name}" "${command}" "${environment}" "${labels}" ${timeout} "${fixtures}" "${locks}")
    get_property(harmless GLOBAL PROPERTY PACELINE_HARMLESS_TESTS)
    set_tests_properties(${name} PROPERTIES DEPENDS "${harmless}")
endfunction()

# CMake 3.25 with Ninja does not look for Q_OBJECT in a file that was added since the last build: a changed list of
# sources makes it look again. To be called last, for the top directory.
function(paceline_follow_added_files directory)
    get_property(targets DIRECTORY ${directory} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(sources ${target} SOURCES)
        get_target_property(folder ${target} BINARY_DIR)
        string(MD5 now "${sources}")
        set(stamp ${folder}/CMakeFiles/${target}.sources)
        set(before "")
        if(EXISTS ${stamp})
            file(READ ${stamp} before)
        endif()
        if(NOT now STREQUAL before)
            file(REMOVE ${folder}/${target}_autogen/timestamp)
            file(WRITE ${stamp} ${now})
        endif()
    endforeach()
    get_property(subdirectories DIRECTORY ${directory} PROPERTY SUBDIRECTORIES)
    foreach(subdirectory IN LISTS subdirectories)
        paceline_follow_added_files(${subdirectory})
    endforeach()
endfunction()
