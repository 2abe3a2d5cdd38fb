// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: with a run of 1e7 records and 24 metrics, and another one behind, no event of the curves page takes the GUI
// thread more than 16 ms. One line for each thing a person does.
// Usage: bench_curvespage [RECORDS, 1e7 needs 3 GB] (QT_QPA_PLATFORM=offscreen)
#include "tests/bench/measure.h"
#include "widgets/pages/curvesgrid.h"
#include "widgets/pages/curvespage.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/timecursor.h"

#include <QApplication>
#include <QMetaEnum>
#include <cmath>
#include <random>

using namespace paceline;

namespace {

class Watch : public QApplication
{
public:
    using QApplication::QApplication;
    double longestMs = 0;
    QString longest;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const char *name = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        const bench::Meter meter;
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        note(meter.cpuMs(), QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(int(type)));
        return handled;
    }
    void note(double ms, const QString &what)
    {
        if (ms > longestMs)
            longestMs = ms, longest = what;
    }

private:
    int m_depth = 0;
};

constexpr int kMetrics = 24;

std::vector<LogRecord> batchOf(std::size_t first, std::size_t count)
{
    static std::mt19937 random(1);
    static std::uniform_real_distribution<double> noise(-0.5, 0.5);
    static const char *const kNames[] = {"loss", "samples_per_sec", "lr", "grad_norm"};
    std::vector<LogRecord> records(count);
    for (std::size_t i = 0; i < count; ++i) {
        records[i].step = qint64(first + i);
        records[i].timeMs = qint64(first + i) * 10;
        records[i].timeSource = TimeSource::Printed;
        for (int k = 0; k < kMetrics; ++k) {
            const QString name = k < 4 ? QLatin1String(kNames[k]) : QStringLiteral("metric_%1").arg(k);
            records[i].metrics.push_back({name, 3 + noise(random), {}, name});
        }
    }
    return records;
}

std::shared_ptr<JobSnapshot> snapshotOf(RunBuilder &builder)
{
    auto snapshot = std::make_shared<JobSnapshot>();
    snapshot->job = JobId{1};
    snapshot->logRun = snapshot->run = builder.snapshot();
    return snapshot;
}

void settle()
{
    for (int i = 0; i < 60; ++i)
        QCoreApplication::processEvents();
}

} // namespace

int main(int argc, char **argv)
{
    Watch app(argc, argv);
    const auto records = std::size_t(argc > 1 ? std::atof(argv[1]) : 1e6);
    RunBuilder builder;
    for (std::size_t i = 0; i < records; i += 4096)
        builder.append(batchOf(i, std::min<std::size_t>(4096, records - i)));
    CurvesPage page;
    page.setSnapshot(snapshotOf(builder));
    page.setReferences({{QStringLiteral("last run"), builder.snapshot(), {}}});
    const auto measure = [&](const char *what, auto act) {
        settle();
        app.longestMs = 0;
        const bench::Meter meter;
        act();
        app.note(meter.cpuMs(), QStringLiteral("the call itself"));
        settle();
        std::printf("{\"what\": \"%s\", \"longest_ms\": %.1f, \"in\": \"%s\", \"goal_ms\": 16}\n", what, app.longestMs,
                    qPrintable(app.longest));
    };
    page.resize(2354, 1412);
    measure("show", [&] { page.show(); });
    measure("new records", [&] {
        builder.append(batchOf(records, 10));
        const auto snapshot = snapshotOf(builder);
        page.setSnapshot(snapshot);
    });
    measure("zoom", [&] { page.view()->zoom(0.5, double(records) / 2); });
    measure("smoothing", [&] {
        CurvesState state = page.state();
        state.smoothing = 0.9;
        page.restoreState(state.toBytes());
    });
    measure("relative time", [&] { page.setAxis(CurveAxis::Kind::RelativeTime); });
    measure("cursor", [&] { page.cursor()->moveTo(RunAxis::Step, double(records) / 3, QStringLiteral("loss")); });
    measure("hidden", [&] {
        page.hide();
        page.setSnapshot(snapshotOf(builder));
    });
    return 0;
}
