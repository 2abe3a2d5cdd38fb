// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: one tick of a heat map of 10,000 nodes x 600 ticks <= 1/20 of QCPColorMap's instructions.
// Usage: bench_heatmap [NODES] (QT_QPA_PLATFORM=offscreen)
#include "backends/store/gridbuilder.h"
#include "tests/bench/redraw.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/qcp.h"
#include "widgets/theme.h"

#include <QApplication>
#include <random>

using namespace paceline;
using namespace bench;

namespace {

constexpr int kTicks = 600;
constexpr qint64 kTickMs = 2000;

std::vector<float> column(int nodes, std::mt19937 &random)
{
    std::normal_distribution<float> noise(88, 2);
    std::vector<float> values;
    for (int i = 0; i < nodes; ++i)
        values.push_back(noise(random));
    return values;
}

Cost ours(int nodes)
{
    std::mt19937 random(3);
    std::vector<NodeName> names;
    for (int i = 0; i < nodes; ++i)
        names.emplace_back(QStringLiteral("n%1").arg(i));
    GridBuilder builder(MetricId(QStringLiteral("cpu.busy")), nodeEntities(names));
    qint64 now = 1'700'000'000'000;
    for (int i = 0; i < kTicks; ++i)
        builder.append(now += kTickMs, column(nodes, random));
    Metric metric;
    metric.id = MetricId(QStringLiteral("cpu.busy"));
    metric.unit = Unit::Percent;
    metric.better = Better::Higher;

    AxisView view;
    HeatMapPlot plot;
    plot.resize(680, 720);
    plot.setView(&view);
    view.setExtent(double(now - kTicks * kTickMs), double(now), true);
    view.showLast(double(kTicks * kTickMs));
    plot.setGrid(builder.snapshot(), metric);
    plot.show();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(); // a new picture is made in pieces
    std::vector<std::shared_ptr<const Grid>> later;
    for (int i = 0; i < 64; ++i) {
        builder.append(now += kTickMs, column(nodes, random));
        later.push_back(builder.snapshot());
    }
    std::size_t turn = 0;
    return measure(60, [&] {
        const auto &grid = later[turn++];
        plot.setGrid(grid, metric);
        view.setExtent(double(grid->timeMs(0)), double(grid->timeMs(grid->ticks() - 1)), true);
        QCoreApplication::processEvents();
    });
}

Cost stock(int nodes)
{
    std::mt19937 random(3);
    QCustomPlot plot;
    plot.resize(680, 720);
    auto *map = new QCPColorMap(plot.xAxis, plot.yAxis);
    map->data()->setSize(kTicks, nodes);
    map->data()->setRange(QCPRange(0, kTicks), QCPRange(0, nodes));
    map->setGradient(QCPColorGradient::gpThermal);
    map->setDataRange(QCPRange(0, 100));
    map->setInterpolate(false);
    const std::vector<float> values = column(nodes, random);
    for (int x = 0; x < kTicks; ++x) {
        for (int y = 0; y < nodes; ++y)
            map->data()->setCell(x, y, double(values[std::size_t(y)]));
    }
    plot.rescaleAxes();
    plot.show();
    QCoreApplication::processEvents();
    int turn = 0;
    return measure(5, [&] {
        QCPColorMapData *cells = map->data();
        for (int y = 0; y < nodes; ++y) {
            for (int x = 0; x + 1 < kTicks; ++x)
                cells->setCell(x, y, cells->cell(x + 1, y));
            cells->setCell(kTicks - 1, y, double(values[std::size_t((y + turn) % nodes)]));
        }
        ++turn;
        plot.replot(QCustomPlot::rpImmediateRefresh);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    const int nodes = argc > 1 ? std::atoi(argv[1]) : 10'000;
    report("G8", "one tick of a heat map against QCPColorMap", ours(nodes), stock(nodes), 1.0 / 20);
    return 0;
}
