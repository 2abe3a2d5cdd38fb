// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternreader.h"

#include "backends/parsers/logs/readerstate.h"

#include <QList>
#include <algorithm>

namespace paceline::logs {
namespace {

/// What a line with these numbers is; one without a step stands at the step that the log has reached.
RecordKind kindOf(const std::vector<PatternNumber> &numbers)
{
    const auto has = [&](NumberRole role) {
        return std::any_of(numbers.begin(), numbers.end(), [role](const PatternNumber &n) { return n.role == role; });
    };
    const bool isEval = std::any_of(numbers.begin(), numbers.end(), [](const PatternNumber &n) {
        return n.role == NumberRole::Metric && n.canon.startsWith(QLatin1String("val_"));
    });
    if (isEval)
        return RecordKind::Eval;
    if (has(NumberRole::Step) || has(NumberRole::StepInEpoch) || has(NumberRole::Samples))
        return RecordKind::Train;
    return has(NumberRole::Epoch) ? RecordKind::EpochEnd : RecordKind::Summary;
}

void setNumber(LogRecord &record, const PatternNumber &number, double value)
{
    switch (number.role) {
    case NumberRole::Metric:
        record.metrics.push_back({number.name, value, number.unit, number.canon});
        break;
    case NumberRole::Step:
        record.step = qint64(value);
        break;
    case NumberRole::TotalSteps:
        record.totalSteps = qint64(value);
        break;
    case NumberRole::StepInEpoch:
        record.stepInEpoch = qint64(value);
        break;
    case NumberRole::StepsPerEpoch:
        record.stepsPerEpoch = qint64(value);
        break;
    case NumberRole::Epoch:
        record.epoch = value;
        break;
    case NumberRole::TotalEpochs:
        record.totalEpochs = value;
        break;
    case NumberRole::Samples:
        record.samples = value;
        break;
    case NumberRole::Elapsed:
    case NumberRole::Any:
    case NumberRole::Same:
        break;
    }
}

} // namespace

PatternReader::PatternReader(std::shared_ptr<const PatternSet> set)
    : m_matcher(set ? std::move(set) : std::make_shared<const PatternSet>())
    , m_counts(m_matcher.set().size())
{
}

ReadResult PatternReader::read(const CleanLine &line, ReadContext &context)
{
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        Count &count = m_counts[i];
        if (count.slow >= kMaxSlow)
            continue;
        const PatternMatcher::Outcome outcome = m_matcher.match(i, line.text);
        count.slow += outcome == PatternMatcher::Outcome::TooSlow;
        if (outcome != PatternMatcher::Outcome::Yes)
            continue;
        ++count.records;
        m_latest = i;
        addRecord(i, line, context);
        return {Claim::Record};
    }
    return {};
}

void PatternReader::addRecord(std::size_t pattern, const CleanLine &line, ReadContext &context) const
{
    const std::vector<PatternNumber> &numbers = m_matcher.set().pattern(pattern).numbers;
    LogRecord &record = context.add(line, kindOf(numbers));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const double value = m_matcher.captures()[i].value;
        setNumber(record, numbers[i], value);
        if (numbers[i].role == NumberRole::Elapsed)
            context.last().elapsedS = value;
    }
}

QByteArray PatternReader::state() const
{
    QList<qint64> records;
    QList<qint32> slow;
    for (const Count &count : m_counts) {
        records.append(count.records);
        slow.append(count.slow);
    }
    return packed(m_matcher.set().fingerprint(), records, slow, m_latest ? qint64(*m_latest) : qint64(-1));
}

void PatternReader::setState(const QByteArray &bytes)
{
    QByteArray fingerprint;
    QList<qint64> records;
    QList<qint32> slow;
    qint64 latest = -1;
    if (!unpack(bytes, fingerprint, records, slow, latest) || fingerprint != m_matcher.set().fingerprint() ||
        std::size_t(records.size()) != m_counts.size() || std::size_t(slow.size()) != m_counts.size())
        return;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] = {records[qsizetype(i)], slow[qsizetype(i)]};
    if (latest >= 0 && std::size_t(latest) < m_counts.size())
        m_latest = std::size_t(latest);
}

QByteArray PatternReader::fingerprintOf(const QByteArray &state)
{
    QByteArray fingerprint;
    QList<qint64> records;
    QList<qint32> slow;
    qint64 latest = -1;
    unpack(state, fingerprint, records, slow, latest);
    return fingerprint;
}

QString PatternReader::nameOf(std::size_t pattern) const
{
    return QStringLiteral("pattern ") + m_matcher.set().pattern(pattern).name;
}

std::vector<std::pair<QString, qint64>> PatternReader::records() const
{
    std::vector<std::pair<QString, qint64>> found;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i].records > 0)
            found.emplace_back(nameOf(i), m_counts[i].records);
    }
    return found;
}

QString PatternReader::latest() const
{
    return m_latest ? nameOf(*m_latest) : QString();
}

} // namespace paceline::logs
