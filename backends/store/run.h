// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"
#include "backends/store/pyramid.h"

#include <QMap>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// The x axes on which a run's curves can be drawn.
enum class RunAxis { Step, Time, Epoch };

/// 1,024 records at most, columnar. Immutable once full; the last one of a run is replaced by a longer copy.
struct RunChunk
{
    static constexpr std::size_t kCapacity = 1024;
    std::vector<double> step, timeMs, epoch;        ///< one entry a record; NaN where unknown
    std::vector<quint8> timeSource;                 ///< TimeSource
    std::vector<qint64> offset;                     ///< byte offset in the log
    std::vector<qint64> line;                       ///< line number in the log, from 1
    std::vector<qint32> length;
    QMap<QString, std::vector<float>> values;       ///< metric -> one value a record, kMissing where the record has none
    QMap<QString, Pyramid> pyramids;                ///< over values

    std::size_t size() const { return step.size(); }
};

/// Points of one metric for drawing: at most four a pixel column (first, min, max, last in order of x), in order of x.
struct CurvePoint
{
    double x;
    float y;            ///< NaN breaks the line
    bool estimated;     ///< x is a time that was interpolated
};

/// A training run: every record of the log, never thinned. Immutable; a longer run shares the full chunks of the shorter one.
/// Metrics are named by their canonical name, or where there is none by the name printed. Order of records is the order in the file.
class Run
{
public:
    struct Latest { double step, timeMs; float value; };

    std::size_t size() const { return m_size; }
    QStringList metrics() const { return m_metrics; }
    QString unit(const QString &metric) const { return m_units.value(metric); }
    QString format() const { return m_format; }
    QString path() const { return m_path; }
    std::optional<qint64> totalSteps() const { return m_totalSteps; }
    std::optional<double> totalEpochs() const { return m_totalEpochs; }
    std::optional<Latest> latest(const QString &metric) const;
    std::optional<Latest> minimum(const QString &metric) const;

    /// Number of records that carry metric.
    std::size_t count(const QString &metric) const;
    /// First and last x of metric on the axis; empty when it has no point there.
    std::optional<std::pair<double, double>> extent(const QString &metric, RunAxis axis) const;
    /// What to draw for x in [x0, x1] on columns pixel columns: O(columns log n). Keeps one neighbour beyond each end, so that lines
    /// reach the edge. Values that go back on the axis (a restart) come in file order.
    std::vector<CurvePoint> curve(const QString &metric, RunAxis axis, double x0, double x1, int columns) const;
    /// The record nearest to x that carries metric: index into the run.
    std::optional<std::size_t> nearest(const QString &metric, RunAxis axis, double x) const;

    struct RecordPlace { double step, timeMs, epoch; TimeSource timeSource; qint64 offset, line; qint32 length; };
    RecordPlace place(std::size_t index) const;
    float value(std::size_t index, const QString &metric) const;

    const std::vector<std::shared_ptr<const RunChunk>> &chunks() const { return m_chunks; }

private:
    friend class RunBuilder;
    std::vector<std::shared_ptr<const RunChunk>> m_chunks;
    std::size_t m_size = 0;
    QStringList m_metrics;
    QMap<QString, QString> m_units;
    QString m_format, m_path;
    std::optional<qint64> m_totalSteps;
    std::optional<double> m_totalEpochs;
};

/// Grows a run and hands out immutable snapshots of it. Lives on the ingest thread.
class RunBuilder
{
public:
    void setSource(const QString &path, const QString &format);
    void append(const std::vector<LogRecord> &records);
    /// The log was replaced by another file or cut: what follows is appended as before, with a gap.
    void breakLine();
    std::shared_ptr<const Run> snapshot();

private:
    Run m_run;
    std::shared_ptr<RunChunk> m_open;
    bool m_changed = true;
    std::shared_ptr<const Run> m_last;
};

} // namespace paceline
