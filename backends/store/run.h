// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"
#include "backends/store/derivedspeed.h"
#include "backends/store/pyramid.h"
#include "backends/store/runsummary.h"

#include <QHash>
#include <QMap>
#include <QString>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// 1,024 records at most, columnar. Immutable once full; the last one of a run is replaced by a longer copy.
struct RunChunk
{
    static constexpr std::size_t kCapacity = 1024;
    std::vector<double> step, timeMs, epoch; ///< one entry a record; NaN where unknown
    std::vector<double> samples;             ///< seen since the start; empty where no record tells, else as step
    std::vector<quint8> timeSource;          ///< TimeSource
    std::vector<qint64> offset;              ///< byte offset in the log
    std::vector<qint64> line;                ///< line number in the log, from 1
    std::vector<qint32> length;
    QMap<QString, std::vector<float>> values; ///< metric -> one value a record, see isCarried
    QMap<QString, Pyramid> pyramids;          ///< over values
    std::size_t first = 0;                    ///< index in the run of its first record
    bool breakBefore = false;                 ///< the log was cut or replaced before its first record
    RunSummary summary;

    std::size_t size() const { return step.size(); }
    double samplesAt(std::size_t at) const
    {
        return samples.empty() ? std::numeric_limits<double>::quiet_NaN() : samples[at];
    }
    const std::vector<double> &x(RunAxis axis) const
    {
        return axis == RunAxis::Step ? step : axis == RunAxis::Time ? timeMs : axis == RunAxis::Epoch ? epoch : samples;
    }
};

/// 64 full chunks under summaries that lie side by side, so that a long run is drawn without looking at each chunk:
/// node 0 is all of them, nodes 1 to 8 are eight chunks each, node 9 + i is chunk i.
struct RunSpan
{
    static constexpr std::size_t kChunks = 64, kGroup = 8, kFirstChunk = 1 + kChunks / kGroup,
                                 kNodes = kFirstChunk + kChunks;
    std::vector<std::array<RunSummary::Axis, kRunAxes>> axes; ///< by node
    std::vector<std::vector<RunSummary::Column>>
        columns;        ///< by the metric's number, then by node; empty where it does not occur
    quint64 breaks = 0; ///< bit i: RunChunk::breakBefore of chunk i

    const RunSummary::Axis &axis(std::size_t node, RunAxis which) const { return axes[node][std::size_t(which)]; }
    const RunSummary::Column *column(std::size_t node, std::size_t metric) const
    {
        return metric < columns.size() && !columns[metric].empty() && columns[metric][node].count > 0
                   ? &columns[metric][node]
                   : nullptr;
    }
};

/// What the builder of a run knows beyond its records, so that another builder goes on as it would.
struct RunMemory
{
    static constexpr std::size_t kMaxPrinted = 128; ///< lines of several ranks for one step stand close together
    struct Printed
    {
        QString key; ///< step and kind of line
        quint64 index;
        qint32 rank;

        friend bool operator==(const Printed &, const Printed &) = default;
    };
    std::optional<double> lastStep, firstEpoch;
    bool breakPending = false;    ///< the log was cut or replaced behind the last record
    std::vector<Printed> printed; ///< what ranks printed last, newest last
    QHash<QString, int> chosenRank;
    DerivedSpeed::Memory speed;

    friend bool operator==(const RunMemory &, const RunMemory &) = default;
};

/// A run as it was taken apart to be stored. Chunks hold their columns; summaries, pyramids and places are made anew.
struct RunParts
{
    QString path, format;
    std::optional<qint64> totalSteps;
    std::optional<double> totalEpochs;
    QStringList metrics; ///< every name in the chunks
    QMap<QString, QString> units;
    std::vector<std::shared_ptr<RunChunk>> chunks; ///< in order, none empty
    RunMemory memory;
};

/// Points of one metric for drawing: at most four a pixel column (first, min, max, last in order of x), in order of x.
struct CurvePoint
{
    double x;
    float y;                 ///< not finite: breaks the line
    bool estimated;          ///< x is a time that was interpolated
    bool superseded = false; ///< the run went back behind this point later, and runs on from there
};

class Run;

/// One file of a run that is joined of several.
struct RunPart
{
    static constexpr int kLog = -1;
    std::shared_ptr<const Run> run;
    QString label;       ///< short: "log", "version_0"
    QString folder = {}; ///< files of one writer that follow on each other share it; empty: of this file alone
    int source = kLog;   ///< parts of different sources that have the same metric tell the same thing twice
    bool printsTimes = false;
};

/// A training run: every record of the log, never thinned. Immutable; a longer run shares the full chunks of the
/// shorter one. Metrics are named by their canonical name, or where there is none by the name printed. Order of records
/// is the order in the file.
class Run
{
public:
    struct Latest
    {
        double step, timeMs;
        float value;
    };

    std::size_t size() const { return m_size; }
    QStringList metrics() const { return m_metrics; }
    QString unit(const QString &metric) const { return m_units.value(metric); }
    QString format() const { return m_format; }
    QString path() const { return m_path; }
    std::optional<qint64> totalSteps() const { return m_totalSteps; }
    std::optional<double> totalEpochs() const { return m_totalEpochs; }
    std::optional<Latest> latest(const QString &metric) const;
    std::optional<Latest> minimum(const QString &metric) const;
    std::optional<Latest> maximum(const QString &metric) const;

    /// Number of records that carry metric.
    std::size_t count(const QString &metric) const;
    /// Smallest and largest x of metric on the axis; empty when it has no point there.
    std::optional<std::pair<double, double>> extent(const QString &metric, RunAxis axis) const;
    /// What to draw for x in [x0, x1] on columns pixel columns: O(columns log n). Keeps one neighbour beyond each end,
    /// so that lines reach the edge. Values that go back on the axis (a restart) come in file order behind a break, and
    /// what the run left behind by that is marked superseded; a run that goes back more often than
    /// CurveTracer::kMaxPasses times is merged into one pass in order of x.
    std::vector<CurvePoint> curve(const QString &metric, RunAxis axis, double x0, double x1, int columns) const;
    /// The record nearest to x that carries metric: index into the run.
    std::optional<std::size_t> nearest(const QString &metric, RunAxis axis, double x) const;

    struct RecordPlace
    {
        double step, timeMs, epoch;
        TimeSource timeSource;
        qint64 offset, line; ///< line of the log: 0 where it stands in another file
        qint32 length;
        double samples;
        std::size_t part = 0; ///< of a joined run: the file that it stands in

        double on(RunAxis axis) const
        {
            return axis == RunAxis::Step    ? step
                   : axis == RunAxis::Time  ? timeMs
                   : axis == RunAxis::Epoch ? epoch
                                            : samples;
        }
    };
    RecordPlace place(std::size_t index) const;
    float value(std::size_t index, const QString &metric) const;

    /// Of a run that is not joined; else there are none, see piece().
    const std::vector<std::shared_ptr<const RunChunk>> &chunks() const { return m_chunks; }
    const RunMemory &memory() const { return m_memory; }

    /// One run of several files. Where two tell the same metric, the one with clearly more points has its name, of two
    /// alike the one that prints times; the other is called "metric · label". A log alone is given back as it is.
    static std::shared_ptr<const Run> join(std::vector<RunPart> parts);
    const std::vector<RunPart> &parts() const { return m_parts; }
    /// Where a metric stands in the files of a joined run, the newest file of those that follow on each other.
    struct Piece
    {
        const Run *run;
        QString metric;
    };
    Piece piece(const QString &metric) const;
    /// Label of the part that a metric comes from; empty where there is one part only.
    QString source(const QString &metric) const;
    /// The log's run; null where no part is a log. Its records come first.
    const Run *log() const;
    /// The record with the latest time.
    std::optional<std::size_t> newest() const;
    /// The metric tells again what another one of this run tells, from another source.
    bool isTwin(const QString &metric) const;

private:
    friend class RunBuilder;
    friend class RunJoiner;
    /// Where a metric of a joined run stands: in one part, or in several that follow on each other.
    struct Route
    {
        QString metric; ///< its name there
        std::vector<std::size_t> parts;
        bool isTwin = false;
    };
    /// Running totals of one metric.
    struct Totals
    {
        std::size_t count = 0;
        std::optional<Latest> latest, minimum, maximum;
        std::array<RunSummary::Axis, kRunAxes> extents;
    };
    const RunChunk &chunkOf(std::size_t index) const;
    /// Distance of some record that carries the metric, near the least there is, from summaries alone.
    double nearestBound(std::size_t number, RunAxis axis, double x) const;
    const Totals *totals(const QString &metric) const;
    std::vector<CurvePoint> joinedCurve(const Route &route, RunAxis axis, double x0, double x1, int columns) const;
    std::optional<std::size_t> joinedNearest(const Route &route, RunAxis axis, double x) const;
    std::size_t partOf(std::size_t index) const;

    std::vector<std::shared_ptr<const RunChunk>> m_chunks;
    std::vector<std::shared_ptr<const RunSpan>> m_spans; ///< over the first m_spans.size() * RunSpan::kChunks chunks
    std::size_t m_size = 0;
    QStringList m_metrics;
    std::vector<Totals> m_totals; ///< as m_metrics
    QMap<QString, QString> m_units;
    QString m_format, m_path;
    std::optional<qint64> m_totalSteps;
    std::optional<double> m_totalEpochs;
    RunMemory m_memory;                ///< of the builder at the time of the snapshot
    std::vector<RunPart> m_parts;      ///< of a joined run, which has no chunks
    std::vector<std::size_t> m_firsts; ///< by part: index of its first record
    std::vector<Route> m_routes;       ///< as m_metrics
};

/// Grows a run and hands out immutable snapshots of it. Lives on the ingest thread.
/// Where several ranks print the same line for the same step, the record of the smallest rank is kept and the others
/// are dropped.
class RunBuilder
{
public:
    void setSource(const QString &path, const QString &format);
    void append(const std::vector<LogRecord> &records);
    /// The log was replaced by another file or cut: what follows is appended as before, with a gap.
    void breakLine();
    std::shared_ptr<const Run> snapshot();

    /// Goes on behind the run as the builder that made it would have done; what was built before is forgotten.
    void goOn(const Run &run);
    static std::shared_ptr<const Run> assemble(RunParts parts);

private:
    struct Printed
    {
        std::size_t index;
        int rank;
    };
    enum class Fate { Append, Drop, Replace };

    /// Where a metric of a record goes.
    struct Column
    {
        QString name;
        std::size_t number;         ///< in m_run.m_metrics
        std::vector<float> *values; ///< in m_open
        bool hasUnit;
    };

    void add(const LogRecord &record);
    Column columnOf(const LogMetric &metric);
    void forgetColumns();
    const QString &lineKind(const LogRecord &record);
    static void fill(RunChunk &chunk);
    Fate judgeRank(const LogRecord &record, std::size_t &index);
    void write(RunChunk &chunk, std::size_t at, const LogRecord &record);
    void appendMetrics(std::size_t at, const LogRecord &record, const std::optional<LogMetric> &speed);
    void appendMetric(std::size_t at, std::size_t place, const LogMetric &metric);
    void rewriteMetrics(RunChunk &chunk, std::size_t at, const LogRecord &record);
    void rewrite(std::size_t index, const LogRecord &record);
    void openChunk();
    void closeChunk();
    void finish(RunChunk &chunk) const;
    std::shared_ptr<const RunSpan> makeSpan(std::size_t firstChunk) const;
    RunMemory memory() const;
    void count(const RunChunk &chunk, std::size_t at);
    void count(const RunChunk &chunk, std::size_t at, std::size_t number, float value);
    void count(const RunChunk &chunk);
    void recount();
    std::size_t metricNumber(const QString &name, const QString &unit);
    double stepOf(const LogRecord &record);
    double samplesOf(const LogRecord &record) const;

    Run m_run;
    std::shared_ptr<RunChunk> m_open; ///< the last of m_run's chunks while it is not full
    std::shared_ptr<const Run> m_last;
    std::vector<Column> m_columns;      ///< of the record before, whose metrics most often come again in the same order
    std::vector<std::size_t> m_counted; ///< by number: one more than the record that was counted last
    QString m_lineKind;                 ///< of the record whose kind and names are these:
    std::optional<RecordKind> m_kindOfLine;
    std::vector<QString> m_namesOfLine;
    bool m_breakPending = false;
    DerivedSpeed m_speed;
    double m_lastStep = std::numeric_limits<double>::quiet_NaN();
    std::optional<double> m_firstEpoch;
    QHash<QString, Printed> m_printed; ///< what ranks printed lately
    std::deque<QString> m_printedOrder;
    QHash<QString, int> m_chosenRank; ///< kind of line -> the rank that is kept, once two were seen to print the same
};

} // namespace paceline
