// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"
#include "backends/parsers/events/scalarpoint.h"

#include <QMap>
#include <functional>

namespace paceline {

/// Puts the points of one event file or .wandb file into records: those that follow on each other, have the same step
/// and were written within a second make one. Times are those of the file. A curve has a common name where its tag
/// tells one that no other tag of the file has.
class ScalarRecords
{
public:
    /// path: of the file; a folder named "validation" holds values of an evaluation.
    explicit ScalarRecords(const QString &path = {});

    std::vector<LogRecord> take(const events::ScalarBatch &batch, const std::function<QString(int)> &tagName);

    /// Which tag has which common name: what another one needs to go on.
    using Names = QMap<QString, QString>;
    const Names &names() const { return m_tagOfCanon; }
    void setNames(const Names &names) { m_tagOfCanon = names; }

private:
    struct Tag
    {
        QString name, canon;
        bool isEpoch = false;
    };
    Tag tagOf(const QString &name);

    bool m_isEvaluation;
    std::vector<Tag> m_tags; ///< by the reader's number
    Names m_tagOfCanon;
};

} // namespace paceline
