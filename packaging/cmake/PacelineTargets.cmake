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

# paceline_test(tst_name SOURCES a.cpp... LIBRARIES x... LABELS unit... [TIMEOUT s] [FIXTURE cluster])
# One Qt Test program. Labels: unit, widgets, transport, cluster, e2e, lint. It runs offscreen and in UTC and C locale.
function(paceline_test name)
    cmake_parse_arguments(T "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;FIXTURES;LOCKS" ${ARGN})
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
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${T_LABELS}" TIMEOUT ${T_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false")
    if(T_FIXTURES)
        set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED "${T_FIXTURES}")
    endif()
    if(T_LOCKS)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK "${T_LOCKS}")
    endif()
endfunction()
