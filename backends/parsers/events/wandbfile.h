// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/events/scalarpoint.h"
#include "backends/parsers/events/tagtable.h"
#include "backends/parsers/events/wandblog.h"

#include <QString>
#include <map>

namespace paceline::events {

/// Reads the .wandb file of one run (wandb/proto/wandb_internal.proto): bytes in, the numbers of its history out. A
/// pure function with state, as EventFileReader. Keys within keys are joined by points; media and texts are passed
/// over, and so are wandb's own keys (_step and _timestamp stand in each point).
class WandbFileReader
{
public:
    /// What a run says when it ends.
    struct Exit
    {
        qint32 code = 0;
        qint64 runtimeS = 0;
    };

    ScalarBatch read(QByteArrayView bytes);
    /// After the last bytes of a file that grows no more.
    ScalarBatch finish();

    int tagCount() const { return m_tags.size(); }
    QString tagName(int tag) const { return QString::fromStdString(m_tags.tag(tag).name); }
    qint64 records() const { return m_records; }
    qint64 otherValues() const { return m_others; }
    qint64 waiting() const { return m_frames.waiting(); }
    const std::optional<Exit> &exit() const { return m_exit; }
    /// The last summary: JSON by key, as wandb wrote it; at most kMaxSummary keys, and no long values.
    const std::map<std::string, std::string> &summary() const { return m_summary; }

    static constexpr std::size_t kMaxSummary = 10000;

private:
    ScalarBatch drain();
    std::optional<ProblemKind> readRecord(std::string_view message, ScalarBatch &batch);
    std::optional<ProblemKind> readRun(std::string_view message);
    std::optional<ProblemKind> readHistory(std::string_view message, ScalarBatch &batch);
    bool addValue(const std::string &key, std::string_view json, ScalarPoint point, ScalarBatch &batch);
    std::optional<ProblemKind> readSummary(std::string_view message);
    std::optional<ProblemKind> readExit(std::string_view message);

    WandbLogReader m_frames;
    TagTable m_tags;
    std::map<std::string, std::string> m_summary;
    std::optional<Exit> m_exit;
    qint64 m_records = 0, m_others = 0;
    qint64 m_nextStep = 0; ///< of a history that names none: newer wandb counts when it uploads
};

} // namespace paceline::events
