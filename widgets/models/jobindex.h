// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <QHash>
#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// The queue as compact columns, so that 100,000 jobs are filtered and sorted without touching a Job. Words that repeat
/// (users, partitions ...) are numbers; names and ids stand in lower case in one long text. Rows follow the order of
/// the queue. No Qt objects.
class JobIndex
{
public:
    enum Word { State, User, Partition, Account, Qos, Reason, kWords };
    static constexpr quint32 kNoArray = 0;

    struct Row
    {
        std::shared_ptr<const Job> job;
        std::array<quint32, kWords> words; ///< index into dictionary(word)
        quint32 textAt = 0;                ///< of name\nid\n in text()
        quint16 nameLength = 0, textLength = 0;
        quint32 array = kNoArray;                ///< array job id
        float nodes = 0, gpus = 0, cpus = 0;     ///< gpus NaN when not told
        double startS = 0, endS = 0, limitS = 0; ///< NaN when unknown; an unlimited limit is infinite
        quint8 stateRank = 0;                    ///< order in which states are listed
        quint32 number = 0;                      ///< job->id
        bool isChanged = false;                  ///< new, or other than the job of the same id before
    };

    /// The index of the next list; takes over what did not change. Null: an empty one.
    JobIndex updated(const JobList *jobs) const;
    void clearChanges();

    const std::vector<Row> &rows() const { return m_rows; }
    const QStringList &dictionary(Word word) const
    {
        return m_dictionaries[word].entries;
    } ///< as told by Slurm; states in words
    QStringView text() const { return m_text; }
    QStringView name(const Row &row) const { return QStringView(m_text).mid(row.textAt, row.nameLength); }
    QStringView id(const Row &row) const;

private:
    struct Dictionary
    {
        QHash<QString, quint32> numbers;
        QStringList entries;
        quint32 last = 0; ///< the one asked for last
        quint32 number(const QString &entry);
    };
    quint32 stateWord(const Job &job);
    Row makeRow(std::shared_ptr<const Job> job);
    void appendText(Row &row, const Job &job);

    std::vector<Row> m_rows;
    std::array<Dictionary, kWords> m_dictionaries;
    std::array<std::optional<quint32>, 16> m_plainStates; ///< word of each state without flags, once met
    QString m_text;
};

/// Number of tasks that a pending rest of an array stands for: "6,9%2" -> 2, "0-99:2" -> 50; what cannot be read counts
/// as one.
qint64 countArrayTasks(const QString &arrayTask);

} // namespace paceline
