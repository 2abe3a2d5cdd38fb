// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/logpattern.h"

#include <QByteArray>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace paceline::logs {

/// Patterns of the user, ready to be tried on lines. Immutable; shared by the streams of all threads.
class PatternSet
{
public:
    static constexpr std::size_t kMaxPatterns = 64;
    static constexpr qsizetype kMaxExpression = 4000;
    static constexpr std::size_t kMaxNumbers = 32;

    /// Those of the patterns that are on and sound, in their order, kMaxPatterns at most.
    explicit PatternSet(const std::vector<LogPattern> &patterns = {});
    ~PatternSet();
    PatternSet(const PatternSet &) = delete;
    PatternSet &operator=(const PatternSet &) = delete;

    std::size_t size() const { return m_patterns.size(); }
    const LogPattern &pattern(std::size_t index) const;
    /// Says whether two sets read the same; empty for a set without patterns.
    QByteArray fingerprint() const { return m_fingerprint; }

    /// Why a pattern cannot be used. Errors: Malformed (the detail says where its expression is wrong, or
    /// what is missing), TooLarge (its expression, or how many numbers it has).
    static Result<void> check(const LogPattern &pattern);

private:
    friend class PatternMatcher;
    struct Compiled;
    static Result<std::unique_ptr<Compiled>> compile(const LogPattern &pattern);

    std::vector<std::unique_ptr<const Compiled>> m_patterns;
    QByteArray m_fingerprint;
};

/// Tries a set's patterns on lines, for one stream. A try costs at most what a fixed number of steps of the matcher
/// costs, whatever the pattern and the line.
class PatternMatcher
{
public:
    explicit PatternMatcher(std::shared_ptr<const PatternSet> set);
    ~PatternMatcher();
    PatternMatcher(PatternMatcher &&) noexcept;
    PatternMatcher &operator=(PatternMatcher &&) noexcept;

    struct Capture
    {
        std::size_t start = 0, length = 0;
        double value = 0;
    };
    enum class Outcome { No, Yes, TooSlow };
    /// Yes: every number of the pattern has its value in captures().
    Outcome match(std::size_t pattern, std::string_view line);
    std::span<const Capture> captures() const { return m_captures; }
    const PatternSet &set() const { return *m_set; }

private:
    struct Scratch;
    std::shared_ptr<const PatternSet> m_set;
    std::unique_ptr<Scratch> m_scratch;
    std::vector<Capture> m_captures;
};

} // namespace paceline::logs
