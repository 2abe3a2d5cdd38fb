// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goals: redraw of a curve of 1e8 points <= 2x the instructions of 1e6; full redraw of 1e7 points <= 1/8 of a stock
// QCPGraph (adaptive, 1 px) and <= 1/20 of one with 2 px antialiased lines; zoom or pan step at 1e8 points p99 <= 8 ms.
// Usage: bench_curves [POINTS of the longest run, 1e8 needs 6 GB] (QT_QPA_PLATFORM=offscreen)
#include "tests/bench/redraw.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/curveplot.h"
#include "widgets/plots/qcp.h"
#include "widgets/theme.h"

#include <QApplication>
#include <cmath>
#include <random>

using namespace paceline;
using namespace bench;

namespace {

double lossAt(double t, double noise)
{
    return 6.9 * std::exp(-4 * t) + 0.4 * noise;
}

std::shared_ptr<const Run> runOf(std::size_t points)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> noise(-0.5, 0.5);
    RunBuilder builder;
    std::vector<LogRecord> records(1024);
    for (LogRecord &record : records)
        record.metrics = {{QStringLiteral("loss"), 0, {}, QStringLiteral("loss")}};
    for (std::size_t i = 0; i < points;) {
        std::size_t used = 0;
        for (; used < records.size() && i < points; ++used, ++i) {
            LogRecord &record = records[used];
            record.step = qint64(i);
            record.timeMs = qint64(i) * 10 + qint64(random() % 8);
            record.timeSource = TimeSource::Printed;
            record.metrics[0].value = lossAt(double(i) / double(points), noise(random));
        }
        records.resize(used);
        builder.append(records);
    }
    return builder.snapshot();
}

struct Window
{
    AxisView view;
    CurvePlot plot;

    explicit Window(std::shared_ptr<const Run> run)
    {
        plot.resize(1280, 720);
        plot.setSeries({{QStringLiteral("loss"), 0, 0}});
        plot.setAxis(RunAxis::Step, &view);
        view.setExtent(0, double(run->size()), false);
        plot.setRun(std::move(run));
        plot.show();
        QCoreApplication::processEvents();
    }
    void show(double from, double to)
    {
        const int before = plot.paintings();
        view.setRange({from, to});
        QCoreApplication::processEvents();
        if (plot.paintings() == before)
            std::fprintf(stderr, "not painted\n");
    }
};

Cost redraw(std::shared_ptr<const Run> run, int times)
{
    const double size = double(run->size());
    Window window(std::move(run));
    int turn = 0;
    return measure(times, [&] { window.show(0, size - (++turn % 2)); });
}

Cost steps(std::shared_ptr<const Run> run, int times)
{
    const double size = double(run->size());
    Window window(std::move(run));
    std::mt19937 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    return measure(times, [&] {
        const double span = size * std::pow(10, -6 * unit(random)), from = (size - span) * unit(random);
        window.show(from, from + std::max(span, 4.0));
    });
}

Cost stock(std::size_t points, double width, bool antialiased, int times)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> noise(-0.5, 0.5);
    QVector<QCPGraphData> data;
    data.reserve(qsizetype(points));
    for (std::size_t i = 0; i < points; ++i)
        data.append({double(i), lossAt(double(i) / double(points), noise(random))});
    QCustomPlot plot;
    plot.resize(1280, 720);
    QCPGraph *graph = plot.addGraph();
    graph->setPen(QPen(Qt::blue, width));
    graph->setAntialiased(antialiased);
    graph->setAdaptiveSampling(true);
    graph->data()->set(data, true);
    plot.xAxis->setRange(0, double(points));
    plot.yAxis->setRange(-1, 8);
    plot.show();
    QCoreApplication::processEvents();
    return measure(times, [&] { plot.replot(QCustomPlot::rpImmediateRefresh); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    const auto longest = std::size_t(argc > 1 ? std::atof(argv[1]) : 1e8);
    const Cost million = redraw(runOf(1'000'000), 31);
    {
        const Cost ours = redraw(runOf(10'000'000), 31);
        report("G4", "redraw of 1e7 points against QCPGraph, 1 px", ours, stock(10'000'000, 1, false, 11), 1.0 / 8);
        report("G4", "redraw of 1e7 points against QCPGraph, 2 px antialiased", ours, stock(10'000'000, 2, true, 3),
               1.0 / 20);
    }
    const auto run = runOf(longest);
    report("G3", "redraw of the longest run against 1e6 points", redraw(run, 31), million, 2);
    const Cost zoom = steps(run, 300);
    std::printf("{\"goal\":\"G5\",\"what\":\"zoom and pan steps, p99\",\"points\":%zu,\"unit\":\"ms\",\"figure\":%.3f,"
                "\"median\":%.3f,\"limit\":8,\"met\":%s}\n",
                run->size(), zoom.p99Ms, zoom.cpuMs, zoom.p99Ms <= 8 ? "true" : "false");
    return 0;
}
