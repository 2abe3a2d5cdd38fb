// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"
#include "backends/parsers/logs/patternset.h"

namespace paceline::logs {

/// Reads the lines that patterns of the user describe: the first one in their order that matches. It is asked before
/// all formats.
class PatternReader final : public LogReader
{
public:
    /// A pattern that was too slow on so many lines of one log is not tried on it any more.
    static constexpr int kMaxSlow = 64;

    explicit PatternReader(std::shared_ptr<const PatternSet> set);

    bool isEmpty() const { return m_counts.empty(); }
    ReadResult read(const CleanLine &line, ReadContext &context) override;
    QByteArray state() const override;
    void setState(const QByteArray &bytes) override;

    /// "pattern NAME" and how many records it gave, for those that gave some.
    std::vector<std::pair<QString, qint64>> records() const;
    /// Of the pattern that claimed a line last; empty while none did.
    QString latest() const;
    /// Of the set that a reader with this state had.
    static QByteArray fingerprintOf(const QByteArray &state);

private:
    void addRecord(std::size_t pattern, const CleanLine &line, ReadContext &context) const;
    QString nameOf(std::size_t pattern) const;

    PatternMatcher m_matcher;
    struct Count
    {
        qint64 records = 0;
        int slow = 0;
    };
    std::vector<Count> m_counts; ///< of each pattern
    std::optional<std::size_t> m_latest;
};

} // namespace paceline::logs
