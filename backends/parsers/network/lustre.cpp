// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"
#include "backends/parsers/network/filesystems.h"

#include <QRegularExpression>

namespace paceline {

namespace {

/// File systems in order, the last one being the one that lines are about.
class LustreReader
{
public:
    /// "scratch-ffff8800abcd", an instance of a mount.
    void setInstance(const QString &instance)
    {
        static const QRegularExpression kAddress(QStringLiteral("-[0-9a-f]{8,16}$"));
        if (instance == m_instance && !m_report.fileSystems.empty())
            return;
        m_instance = instance;
        m_sawJob = false;
        FileSystemCounters &fileSystem = m_report.fileSystems.emplace_back();
        fileSystem.fileSystem = QString(instance).remove(kAddress);
        fileSystem.type = QStringLiteral("lustre");
        fileSystem.device = instance == fileSystem.fileSystem ? QString() : instance;
    }

    /// "read_bytes   632846 samples [bytes] 0 4194304 2446905945284", or a time.
    bool readLine(const QByteArray &line)
    {
        const std::vector<Word> words = wordsOf(line);
        const bool isCounter = words.size() >= 3 && words[2].text == "samples" && parseCounter(words[1].text);
        const bool isTime = words.size() >= 2 && words[0].text.endsWith("_time");
        if (!isCounter && !isTime)
            return false;
        const QByteArray name = words[0].text;
        if (m_report.fileSystems.empty() ||
            (isTime && name == "snapshot_time" && m_sawCounters && m_instance.isEmpty()))
            setNext();
        m_sawCounters = m_sawCounters || isCounter;
        FileSystemCounters &fileSystem = m_report.fileSystems.back();
        const auto count = isCounter ? parseCounter(words[1].text) : std::nullopt;
        const auto sum = isCounter && words.size() > 6 ? parseCounter(words[6].text) : std::nullopt;
        if (name == "read_bytes") {
            fileSystem.reads = count;
            fileSystem.readBytes = sum;
        } else if (name == "write_bytes") {
            fileSystem.writes = count;
            fileSystem.writtenBytes = sum;
        } else {
            fileSystem.others.push_back(namedValue(name, {}, words[1].text));
            if (sum && words[3].text == "[bytes]")
                fileSystem.others.push_back(namedValue(name + "_sum", {}, words[6].text));
        }
        return true;
    }

    /// Job statistics of a server: "- job_id: 7", then "read_bytes: { samples: 10, unit: bytes, ..., sum: 500 }".
    bool readJobLine(const QString &line)
    {
        static const QRegularExpression kJob(QStringLiteral("^- job_id:\\s*(.*?)\\s*$"));
        static const QRegularExpression kCounter(QStringLiteral("^\\s+(\\w+):\\s*\\{ samples:\\s*(\\d+)(.*)\\}"));
        static const QRegularExpression kSum(QStringLiteral("\\bsum:\\s*(\\d+)"));
        static const QRegularExpression kTime(QStringLiteral("^\\s+(\\w+_time):\\s*(\\S+)"));
        if (const auto job = kJob.match(line); job.hasMatch()) {
            const QString instance = m_instance;
            // The first job takes the row that the name of the server's part made.
            if (m_report.fileSystems.empty() || m_sawJob) {
                m_instance.clear();
                if (instance.isEmpty())
                    setNext();
                else
                    setInstance(instance);
            }
            m_sawJob = true;
            m_report.fileSystems.back().others.push_back({QStringLiteral("job_id"), job.captured(1)});
            return true;
        }
        if (!m_sawJob)
            return line.trimmed() == QLatin1String("job_stats:");
        FileSystemCounters &fileSystem = m_report.fileSystems.back();
        if (const auto counter = kCounter.match(line); counter.hasMatch()) {
            const QString name = counter.captured(1);
            const auto sum = kSum.match(counter.captured(3));
            addCounter(fileSystem, name.toUtf8(), counter.captured(2).toULongLong(),
                       sum.hasMatch() ? std::optional<quint64>(sum.captured(1).toULongLong()) : std::nullopt);
            return true;
        }
        if (const auto time = kTime.match(line); time.hasMatch()) {
            fileSystem.others.push_back({time.captured(1), time.captured(2)});
            return true;
        }
        return line.trimmed() == QLatin1String("job_stats:");
    }

    CounterReport &report() { return m_report; }

private:
    static void addCounter(FileSystemCounters &fileSystem, const QByteArray &name, quint64 count,
                           const std::optional<quint64> &sum)
    {
        if (name == "read_bytes") {
            fileSystem.reads = count;
            fileSystem.readBytes = sum;
        } else if (name == "write_bytes") {
            fileSystem.writes = count;
            fileSystem.writtenBytes = sum;
        } else {
            fileSystem.others.push_back({QString::fromUtf8(name), QString::number(count)});
        }
    }

    void setNext()
    {
        m_report.fileSystems.emplace_back().type = QStringLiteral("lustre");
        m_sawCounters = false;
    }

    CounterReport m_report;
    QString m_instance;
    bool m_sawCounters = false, m_sawJob = false;
};

} // namespace

Result<CounterReport> parseLustre(QByteArrayView text)
{
    // llite.NAME.stats=, /proc/fs/lustre/llite/NAME/stats:, ==> .../llite/NAME/stats <==
    static const QRegularExpression kInstance(
        QStringLiteral("^.*?(?:llite|osc|mdc|obdfilter|mdt)[./]([^/]+?)[./](?:md_|job_)?stats\\s*(?:[:=]|<==)\\s*"));
    LustreReader reader;
    for (const QByteArray &line : plainLines(text)) {
        QString rest = QString::fromUtf8(line);
        if (const auto instance = kInstance.match(rest); instance.hasMatch() && !looksLikeComplaint(line)) {
            reader.setInstance(instance.captured(1));
            rest = rest.mid(instance.capturedEnd(0));
        }
        if (rest.trimmed().isEmpty() || rest.startsWith(QLatin1String("$ ")) || reader.readLine(rest.toUtf8()) ||
            reader.readJobLine(rest))
            continue;
        reader.report().errors += rest.trimmed();
    }
    CounterReport report = std::move(reader.report());
    if (!report.hasRows() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
