// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: the job page of 10,000 nodes with 8 GPUs and 4 GPU counters each at 1 Hz: every GUI event <= 8 ms of CPU, the
// GUI
// <= 3 % of a core, the process <= 10 %. The probe's lines go through the real parsers and the store on a thread of
// their own; the page gets change sets as from a session. Prints one JSON line. Usage: bench_bigjob [NODES] [GPUS]
// [TICKS] (QT_QPA_PLATFORM=offscreen, or xvfb-run)
#include "app/window/eventwatch.h"
#include "backends/sources/probetable.h"
#include "backends/store/store.h"
#include "tests/bench/measure.h"
#include "widgets/pages/jobpage.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <cstdio>
#include <ctime>

using namespace paceline;

namespace {

constexpr JobId kJob{1};
constexpr int kWarmTicks = 6;

double processMs()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

/// What the nodes say, made before it is needed, and what becomes of it.
class Ingest : public QObject
{
    Q_OBJECT
public:
    Ingest(int nodes, int gpus)
        : m_gpus(gpus)
    {
        for (int i = 0; i < nodes; ++i)
            m_names.emplace_back(QStringLiteral("n%1").arg(i, 5, 10, QLatin1Char('0')));
        m_table = std::make_unique<ProbeTable>(kJob, m_names);
    }

public slots:
    void begin()
    {
        m_table->restart();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            m_table->take(QByteArray::number(qulonglong(i)) + ": P1 node=" + m_names[i].value.toUtf8() + " step=0",
                          now);
            m_table->take(gpuLine(int(i), "b"), now);
            m_table->take(
                gpuLine(int(i),
                        "r index, uuid, utilization.gpu [%], memory.used [MiB], power.draw [W], temperature.gpu"),
                now);
        }
        prepare();
    }
    void tick()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        bench::Meter meter;
        m_table->send(now);
        for (const QByteArray &line : m_lines)
            m_table->take(line, now + 5);
        Batch batch;
        batch.timeMs = now;
        batch.samples = m_table->takeColumns(now + 5, 1000);
        m_store.apply(batch);
        const ChangeSet changes = m_store.takeChanges();
        emit ticked(meter.cpuMs());
        emit changed(changes);
        prepare();
    }

signals:
    void changed(const paceline::ChangeSet &changes);
    void ticked(double cpuMs);

private:
    QByteArray gpuLine(int rank, const QByteArray &rest) const
    {
        return QByteArray::number(rank) + ": P1 g=nvidia u=" + QByteArray::number(5000 + m_tick) + ".20 " + rest;
    }
    /// The lines of the next tick; their making is not what is measured.
    void prepare()
    {
        ++m_tick;
        m_lines.clear();
        for (int i = 0; i < int(m_names.size()); ++i) {
            for (int gpu = 0; gpu < m_gpus; ++gpu) {
                const int noise = (i * 31 + gpu * 17 + m_tick * 7) % 9;
                m_lines.push_back(gpuLine(i, "r " + QByteArray::number(gpu) + ", GPU-" + QByteArray::number(i) + '-' +
                                                 QByteArray::number(gpu) + ", " + QByteArray::number(90 + noise) +
                                                 ", 71" + QByteArray::number(100 + noise) + ", " +
                                                 QByteArray::number(380 + noise) + ".5, " +
                                                 QByteArray::number(58 + noise % 4)));
            }
            m_lines.push_back(QByteArray::number(i) + ": P1 t=" + QByteArray::number(m_tick) + " u=" +
                              QByteArray::number(5000 + m_tick) + ".25 c=" + QByteArray::number(34596 + m_tick * 60) +
                              ",41112,29251,453872,3050,0,463,206,0,0 l=3.33 m=24684084,23306116 n=ib0:" +
                              QByteArray::number(qint64(m_tick) * 1'000'000) + ":42");
        }
    }

    std::vector<NodeName> m_names;
    std::unique_ptr<ProbeTable> m_table;
    Store m_store;
    std::vector<QByteArray> m_lines;
    int m_gpus, m_tick = 0;
};

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    qRegisterMetaType<paceline::ChangeSet>();
    const int nodes = argc > 1 ? std::atoi(argv[1]) : 10'000, gpus = argc > 2 ? std::atoi(argv[2]) : 8,
              ticks = argc > 3 ? std::atoi(argv[3]) : 40;
    QThread thread;
    auto *ingest = new Ingest(nodes, gpus);
    ingest->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, ingest, &QObject::deleteLater);

    JobPage page;
    auto job = std::make_shared<Job>();
    job->id = kJob;
    job->name = QStringLiteral("large");
    job->state = JobState::Running;
    job->numNodes = nodes;
    job->startS = QDateTime::currentSecsSinceEpoch();
    page.setJob(job);
    page.resize(2354, 1412);
    page.show();
    std::vector<double> ingestMs;
    double guiBefore = 0, processBefore = 0;
    QElapsedTimer wall;
    int seen = 0;
    QObject::connect(ingest, &Ingest::ticked, &app, [&](double ms) { ingestMs.push_back(ms); });
    QObject::connect(ingest, &Ingest::changed, &page, [&](const ChangeSet &changes) {
        for (const auto &snapshot : changes.watched)
            page.setSnapshot(snapshot);
        if (++seen == kWarmTicks) {
            app.resetFigures();
            ingestMs.clear();
            guiBefore = 0;
            processBefore = processMs();
            wall.start();
        }
    });
    QTimer clock;
    clock.setInterval(1000);
    QObject::connect(&clock, &QTimer::timeout, ingest, &Ingest::tick);
    thread.start();
    QMetaObject::invokeMethod(ingest, &Ingest::begin, Qt::BlockingQueuedConnection);
    clock.start();
    QTimer::singleShot((ticks + kWarmTicks) * 1000, &app, &QCoreApplication::quit);
    app.exec();
    const double wallMs = double(wall.elapsed()), spent = processMs() - processBefore;
    const auto figures = app.figures();
    thread.quit();
    thread.wait();
    std::printf("{\"bench\":\"bigjob\",\"goal\":\"G7\",\"nodes\":%d,\"gpus\":%d,\"ticks\":%d,\"longest_event_ms\":%.2f,"
                "\"longest_event\":\"%s\",\"limit_ms\":8,\"gui_percent\":%.2f,\"gui_limit\":3,\"ingest_tick_ms\":%.1f,"
                "\"process_percent_with_making_lines\":%.1f,\"resident_mb\":%.0f}\n",
                nodes, nodes * gpus, seen, figures.longestMs, qPrintable(figures.longest),
                100 * (figures.totalMs - guiBefore) / wallMs, bench::percentile(ingestMs, 0.5), 100 * spent / wallMs,
                bench::residentMiB() * 1.048576);
    return 0;
}

#include "bench_bigjob.moc"
