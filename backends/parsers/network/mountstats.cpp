// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"
#include "backends/parsers/network/filesystems.h"

#include <QRegularExpression>
#include <array>

namespace paceline {

namespace {

/// "bytes:" in the order of the kernel's nfs_print_stats.
void setBytes(FileSystemCounters &mount, const std::vector<Word> &words)
{
    static constexpr std::array kNames = std::to_array<const char *>(
        {"normal_read_bytes", "normal_write_bytes", "direct_read_bytes", "direct_write_bytes", "server_read_bytes",
         "server_write_bytes", "read_pages", "write_pages"});
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (i == 5)
            mount.readBytes = parseCounter(words[i].text);
        else if (i == 6)
            mount.writtenBytes = parseCounter(words[i].text);
        else if (i - 1 < kNames.size())
            mount.others.push_back(namedValue(kNames[i - 1], {}, words[i].text));
    }
}

void readMountLine(FileSystemCounters &mount, const QByteArray &line)
{
    const std::vector<Word> words = wordsOf(line);
    if (words.size() < 2)
        return;
    const QByteArray &name = words.front().text;
    if (name == "bytes:")
        setBytes(mount, words);
    else if (name == "age:")
        mount.others.push_back(namedValue("age", {}, words[1].text));
    else if (name == "READ:")
        mount.reads = parseCounter(words[1].text);
    else if (name == "WRITE:")
        mount.writes = parseCounter(words[1].text);
}

/// The report of the program `mountstats`: "Stats for srv:/home mounted on /home:" and sentences below. True when the
/// line belongs to it.
class SentenceReader
{
public:
    bool read(const QString &line, std::vector<FileSystemCounters> &mounts)
    {
        static const QRegularExpression kHead(QStringLiteral("^Stats for (.+) mounted on (.+):\\s*$"));
        static const QRegularExpression kBytes(
            QStringLiteral("^\\s*client (read|wrote) (\\d+) bytes via NFS (?:READ|WRITE)"));
        static const QRegularExpression kOperation(QStringLiteral("^(\\w+):\\s*$"));
        static const QRegularExpression kCount(QStringLiteral("^\\s+(\\d+) ops\\b"));
        if (const auto head = kHead.match(line); head.hasMatch()) {
            FileSystemCounters &mount = mounts.emplace_back();
            mount.device = head.captured(1);
            mount.fileSystem = head.captured(2);
            m_isInside = true;
            return true;
        }
        m_isInside = m_isInside && !line.startsWith(QLatin1String("device "));
        if (!m_isInside)
            return false;
        FileSystemCounters &mount = mounts.back();
        if (const auto bytes = kBytes.match(line); bytes.hasMatch())
            (bytes.captured(1) == QLatin1String("read") ? mount.readBytes : mount.writtenBytes) =
                parseCounter(bytes.captured(2).toUtf8());
        else if (const auto operation = kOperation.match(line); operation.hasMatch())
            m_operation = operation.captured(1);
        else if (const auto count = kCount.match(line); count.hasMatch() && m_operation == QLatin1String("READ"))
            mount.reads = parseCounter(count.captured(1).toUtf8());
        else if (count.hasMatch() && m_operation == QLatin1String("WRITE"))
            mount.writes = parseCounter(count.captured(1).toUtf8());
        return true;
    }

private:
    QString m_operation;
    bool m_isInside = false;
};

} // namespace

Result<CounterReport> parseMountStats(QByteArrayView text)
{
    static const QRegularExpression kMount(
        QStringLiteral("^(?:[^:]*mountstats:)?device (.+) mounted on (.+) with fstype (\\S+)( statvers=\\S+)?\\s*$"));
    CounterReport report;
    SentenceReader sentences;
    bool sawMount = false, inMount = false;
    for (QByteArray line : plainLines(text)) {
        if (sentences.read(QString::fromUtf8(line), report.fileSystems)) {
            sawMount = true;
            continue;
        }
        if (const auto mount = kMount.match(QString::fromUtf8(line)); mount.hasMatch()) {
            sawMount = true;
            inMount = mount.hasCaptured(4) && !mount.captured(4).isEmpty();
            if (!inMount)
                continue;
            FileSystemCounters &counters = report.fileSystems.emplace_back();
            counters.device = mount.captured(1);
            counters.fileSystem = mount.captured(2);
            counters.type = mount.captured(3);
        } else if (inMount) {
            if (const qsizetype file = line.indexOf("mountstats:"); file >= 0)
                line.remove(0, file + 11);
            readMountLine(report.fileSystems.back(), line);
        } else if (!line.trimmed().isEmpty() && looksLikeComplaint(line)) {
            report.errors += QString::fromUtf8(line.trimmed());
        }
    }
    if (!sawMount && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
