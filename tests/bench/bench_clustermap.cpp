// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The map of 10,000 nodes on a window of 1280x800: CPU of the GUI thread for each event, from the first list to the
// mouse. No event may take more than 8 ms (G7). Prints one JSON line an event; gates nothing by itself.
#include "tests/bench/measure.h"
#include "tests/widgets/samplenodes.h"
#include "widgets/pages/clustermappage.h"
#include "widgets/pages/nodecard.h"
#include "widgets/pages/nodefield.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <functional>

using namespace paceline;

namespace {

constexpr int kNodes = 10'000, kChanges = 500, kRounds = 25;
constexpr double kLimitMs = 8;

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return 1'700'000'012'000; }
};

struct Costs
{
    std::vector<double> cpu, instructions;

    void take(const std::function<void()> &work)
    {
        const bench::Meter meter;
        work();
        cpu.push_back(meter.cpuMs());
        instructions.push_back(meter.instructions() / 1e6);
    }
    void report(const char *what) const
    {
        const double median = bench::percentile(cpu, 0.5);
        std::printf("{\"goal\":\"G7\",\"bench\":\"clustermap\",\"what\":\"%s\",\"nodes\":%d,\"cpu_ms\":%.2f,"
                    "\"worst_ms\":%.2f,\"least_ms\":%.2f,\"million_instructions\":%.2f,\"limit_ms\":%.0f,\"met\":%s}\n",
                    what, kNodes, median, bench::percentile(cpu, 1), bench::percentile(cpu, 0),
                    bench::percentile(instructions, 0.5), kLimitMs, median <= kLimitMs ? "true" : "false");
        std::fflush(stdout);
    }
};

/// A page as the window holds it, connected, without nodes yet.
std::unique_ptr<ClusterMapPage> makePage(const Clock &clock, NodeGrouping grouping)
{
    auto page = std::make_unique<ClusterMapPage>(clock);
    ConnectionState connected;
    connected.phase = ConnectionPhase::Connected;
    page->setConnection(connected, QStringLiteral("juniper"));
    page->setGrouping(grouping);
    page->resize(1074, 770);
    page->show();
    page->setNodes(SampleNodes{.count = 10}.make()); // the fonts are there before the cluster
    page->grab();
    return page;
}

void settle()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents();
}

void measureBuilding(const Clock &clock, NodeGrouping grouping, const char *name)
{
    Costs list, layout, paint;
    const auto nodes = SampleNodes{.count = kNodes}.make();
    QImage canvas(1074, 770, QImage::Format_RGB32);
    for (int i = 0; i < kRounds; ++i) {
        const auto page = makePage(clock, grouping);
        list.take([&] { page->setNodes(nodes); });
        layout.take([] { settle(); });
        paint.take([&] { page->render(&canvas); });
    }
    list.report(qPrintable(QStringLiteral("first list, %1").arg(QLatin1String(name))));
    layout.report(qPrintable(QStringLiteral("layout after it, %1").arg(QLatin1String(name))));
    paint.report(qPrintable(QStringLiteral("first painting, %1").arg(QLatin1String(name))));
}

void measurePolls(ClusterMapPage &page, std::shared_ptr<const NodeList> nodes)
{
    Costs poll, paint;
    QImage canvas(page.size(), QImage::Format_RGB32);
    for (int i = 0; i < kRounds; ++i) {
        nodes = SampleNodes::next(*nodes, kChanges, unsigned(i + 10));
        poll.take([&] { page.setNodes(nodes); });
        settle();
        paint.take([&] { page.render(&canvas); });
    }
    poll.report("poll, 500 nodes changed");
    paint.report("painting after it");
}

void measureMouse(ClusterMapPage &page)
{
    Costs move, paint;
    NodeField &field = page.field();
    QImage canvas(page.size(), QImage::Format_RGB32);
    for (int i = 0; i < 4 * kRounds; ++i) {
        const QPointF at = field.field().cell((i * 997) % kNodes).center();
        QMouseEvent event(QEvent::MouseMove, at, field.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        move.take([&] { QCoreApplication::sendEvent(&field, &event); });
        const QRect cell = field.field().cell((i * 997) % kNodes).adjusted(-4, -4, 4, 4);
        paint.take([&] {
            field.render(&canvas, {}, cell);
            page.findChild<NodeCard *>()->render(&canvas);
        });
    }
    move.report("hover move with its card");
    paint.report("painting of cell and card");
}

void measureSearch(ClusterMapPage &page)
{
    static const char *const kTyped[] = {
        "n", "n0", "n01", "n01 ", "n01 d", "state=drained", "load<1 & !state=free", "/^n0.*7$/", "zzz", ""};
    Costs key, paint;
    QImage canvas(page.size(), QImage::Format_RGB32);
    for (int i = 0; i < 3 * int(std::size(kTyped)); ++i) {
        const QString text = QString::fromLatin1(kTyped[std::size_t(i) % std::size(kTyped)]);
        key.take([&] { page.setSearchText(text); });
        settle();
        paint.take([&] { page.render(&canvas); });
    }
    key.report("keystroke in the search");
    paint.report("painting after it");
}

void measureChoices(ClusterMapPage &page)
{
    Costs colour, group;
    QImage canvas(page.size(), QImage::Format_RGB32);
    for (int i = 0; i < kRounds; ++i) {
        colour.take([&] { page.setQuantity(NodeQuantity(i % kNodeQuantities)); });
        page.render(&canvas);
        group.take([&] { page.setGrouping(NodeGrouping(i % 5)); });
        page.render(&canvas);
    }
    colour.report("another colour");
    group.report("another grouping");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    applyColorScheme(app, ColorScheme::Light);
    const StillClock clock;
    measureBuilding(clock, NodeGrouping::Partition, "by partition");
    measureBuilding(clock, NodeGrouping::Name, "by name");
    const auto page = makePage(clock, NodeGrouping::Name);
    const auto nodes = SampleNodes{.count = kNodes}.make();
    page->setNodes(nodes);
    settle();
    page->grab();
    measureMouse(*page);
    measureSearch(*page);
    measurePolls(*page, nodes);
    measureChoices(*page);
    return 0;
}
