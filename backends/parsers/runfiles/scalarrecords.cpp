// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/runfiles/scalarrecords.h"

#include "backends/parsers/logs/metricnames.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kTogetherS = 1.0;
constexpr double kLatestS = 1e11; ///< no clock says more

bool isEvaluationFolder(const QString &path)
{
    static const QStringList kFolders = {QStringLiteral("validation"), QStringLiteral("valid"), QStringLiteral("val"),
                                         QStringLiteral("eval"),       QStringLiteral("test"),  QStringLiteral("dev")};
    const QString folder = path.section(u'/', -2, -2).toLower();
    return std::any_of(kFolders.begin(), kFolders.end(), [&](const QString &known) {
        return folder == known || folder.startsWith(known + u'_') || folder.endsWith(u'_' + known);
    });
}

std::string_view canonOf(std::string_view tag, logs::Phase phase)
{
    // "train_loss_epoch" is the mean of what "train_loss_step" tells.
    if (tag.size() > 6 && tag.ends_with("_epoch") && tag.starts_with("train"))
        return {};
    std::string_view name = tag;
    for (const std::string_view twin : {"_step", "_epoch"}) {
        if (name.size() > twin.size() && name.ends_with(twin))
            name.remove_suffix(twin.size());
    }
    // Keras calls a mean over an epoch "epoch_loss"; some put the phase behind: "Loss/train".
    if (name.starts_with("epoch_"))
        name.remove_prefix(6);
    for (const std::string_view ending : {"/train", "/training"}) {
        if (name.ends_with(ending))
            name.remove_suffix(ending.size());
    }
    for (const std::string_view ending : {"/val", "/valid", "/validation", "/test", "/eval"}) {
        if (name.ends_with(ending)) {
            name.remove_suffix(ending.size());
            phase = logs::Phase::Eval;
        }
    }
    return logs::canonicalName(name, {}, phase);
}

} // namespace

ScalarRecords::ScalarRecords(const QString &path)
    : m_isEvaluation(isEvaluationFolder(path))
{
}

ScalarRecords::Tag ScalarRecords::tagOf(const QString &name)
{
    const QByteArray bytes = name.toUtf8();
    const std::string_view canon = canonOf({bytes.constData(), std::size_t(bytes.size())},
                                           m_isEvaluation ? logs::Phase::Eval : logs::Phase::Train);
    Tag tag{name, QString::fromUtf8(canon.data(), qsizetype(canon.size())), name == QLatin1String("epoch")};
    if (!tag.canon.isEmpty()) {
        const auto known = m_tagOfCanon.constFind(tag.canon);
        if (known == m_tagOfCanon.constEnd())
            m_tagOfCanon.insert(tag.canon, name);
        else if (*known != name)
            tag.canon.clear();
    }
    return tag;
}

std::vector<LogRecord> ScalarRecords::take(const events::ScalarBatch &batch, const std::function<QString(int)> &tagName)
{
    std::vector<LogRecord> records;
    std::vector<qint64> recordOfTag; // serial number of the record that holds a tag last
    double openedS = 0;
    qint64 serial = 0;
    for (const events::ScalarPoint &point : batch.points) {
        while (std::size_t(point.tag) >= m_tags.size())
            m_tags.push_back(tagOf(tagName(int(m_tags.size()))));
        if (recordOfTag.size() < m_tags.size())
            recordOfTag.resize(m_tags.size(), 0);
        const Tag &tag = m_tags[std::size_t(point.tag)];
        const bool isTogether = !records.empty() && records.back().step == point.step &&
                                !(std::fabs(point.wallTime - openedS) > kTogetherS) &&
                                std::isnan(point.wallTime) == std::isnan(openedS) &&
                                recordOfTag[std::size_t(point.tag)] != serial;
        if (!isTogether) {
            LogRecord record;
            record.step = point.step;
            record.offset = point.offset;
            if (std::fabs(point.wallTime) < kLatestS) {
                record.timeMs = std::llround(point.wallTime * 1000);
                record.timeSource = TimeSource::Printed;
            }
            if (!records.empty() && records.back().metrics.empty())
                records.pop_back(); // an epoch without anything at its step
            records.push_back(std::move(record));
            openedS = point.wallTime;
            ++serial;
        }
        recordOfTag[std::size_t(point.tag)] = serial;
        LogRecord &record = records.back();
        if (tag.isEpoch && std::isfinite(point.value))
            record.epoch = point.value;
        else
            record.metrics.push_back({tag.name, point.value, {}, tag.canon});
    }
    if (!records.empty() && records.back().metrics.empty())
        records.pop_back();
    return records;
}

} // namespace paceline
