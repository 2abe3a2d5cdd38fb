// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goals: twelve plots that get a point twice a second cost <= 150 M instructions/s; hidden ones are not drawn.
// Usage: bench_idleplots [SECONDS] (QT_QPA_PLATFORM=offscreen)
#include "tests/bench/redraw.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/curveplot.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QTimer>
#include <cmath>

using namespace paceline;
using namespace bench;

namespace {

constexpr int kPlots = 12, kHz = 2;

class Wall : public QWidget
{
public:
    Wall()
    {
        auto *grid = new QGridLayout(this);
        for (int i = 0; i < kPlots; ++i) {
            m_plots[i] = new CurvePlot(this);
            m_plots[i]->setSeries({{QStringLiteral("loss"), i, 0.6}});
            m_plots[i]->setAxis(RunAxis::Step, &m_view);
            grid->addWidget(m_plots[i], i / 4, i % 4);
        }
        resize(1600, 900);
        add(20'000);
    }
    void add(int records)
    {
        std::vector<LogRecord> batch(static_cast<std::size_t>(records));
        for (LogRecord &record : batch) {
            record.step = m_step++;
            record.metrics = {{QStringLiteral("loss"), 2 + std::sin(double(m_step) / 900), {}, QStringLiteral("loss")}};
        }
        m_builder.append(batch);
        const auto run = m_builder.snapshot();
        m_view.setExtent(0, double(m_step), true);
        for (CurvePlot *plot : m_plots)
            plot->setRun(run);
    }
    int paintings() const
    {
        int sum = 0;
        for (const CurvePlot *plot : m_plots)
            sum += plot->paintings();
        return sum;
    }

private:
    AxisView m_view;
    RunBuilder m_builder;
    qint64 m_step = 0;
    CurvePlot *m_plots[kPlots];
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 5;
    const Meter meter;
    Wall wall;
    wall.show();
    QTimer timer;
    double begin = 0, beginMs = 0, shown = 0, shownMs = 0;
    int ticks = 0, hiddenFrom = 0, paintedHidden = 0;
    QObject::connect(&timer, &QTimer::timeout, &app, [&] {
        wall.add(1);
        ++ticks;
        if (ticks == 2) {
            begin = meter.instructions();
            beginMs = meter.cpuMs();
        } else if (ticks == 2 + seconds * kHz) {
            shown = (meter.instructions() - begin) / 1e6 / seconds;
            shownMs = (meter.cpuMs() - beginMs) / seconds;
            wall.hide();
            hiddenFrom = wall.paintings();
        } else if (ticks == 2 + seconds * kHz + 6) {
            paintedHidden = wall.paintings() - hiddenFrom;
            app.quit();
        }
    });
    timer.start(1000 / kHz);
    app.exec();
    const bool isCounted = shown > 0;
    std::printf(
        "{\"goal\":\"G17\",\"what\":\"12 plots at 2 Hz\",\"unit\":\"M instructions/s\",\"figure\":%s,\"limit\":150,"
        "\"met\":%s,\"cpu_ms_per_s\":%.1f,\"paintings_while_hidden\":%d}\n",
        isCounted ? QByteArray::number(shown, 'f', 1).constData() : "null",
        !isCounted                           ? "null"
        : shown <= 150 && paintedHidden == 0 ? "true"
                                             : "false",
        shownMs, paintedHidden);
    return 0;
}
