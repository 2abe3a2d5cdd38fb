// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: with 20,000 jobs and 5,000 nodes from a real controller no GUI event takes more than 16 ms of CPU.
// Usage: bench_bigwindow SSH_CONFIG HOST (see bench_bigcluster.sh, which brings the cluster up). Prints one JSON line.
#include "app/session/settings.h"
#include "app/window/clusterview.h"
#include "app/window/eventwatch.h"
#include "app/window/mainwindow.h"
#include "widgets/pages/jobtableview.h"
#include "widgets/pages/overviewpage.h"

#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

using namespace paceline;

namespace {

constexpr int kPatienceMs = 120000;
constexpr int kActEveryMs = 250;
constexpr int kActions = 160; ///< 40 s: a poll or two fall into it

/// What a person does with a long queue: scrolls, filters, sorts, looks at all jobs.
class Person : public QObject
{
public:
    Person(WatchedApplication &app, MainWindow &window)
        : m_app(app)
        , m_window(window)
    {
        connect(&m_timer, &QTimer::timeout, this, &Person::act);
        m_timer.start(kActEveryMs);
    }

private:
    void act()
    {
        ClusterView *view = m_window.currentView();
        m_waitedMs += kActEveryMs;
        if (!view->data().jobs || !view->data().nodes) {
            if (m_waitedMs > kPatienceMs)
                QCoreApplication::exit(1);
            return;
        }
        if (m_acted == 0) {
            m_first = m_app.figures();
            m_app.resetFigures();
            view->overview().setScope(OverviewPage::Scope::AllJobs);
        }
        auto *table = view->overview().findChild<JobTableView *>();
        static const char *const kFilters[] = {"", "a", "al", "alice", "state=waiting", "nodes>=1 & user=alice", ""};
        if (m_acted % 8 == 3)
            view->overview().setFilterText(QString::fromLatin1(kFilters[(m_acted / 8) % 7]));
        else if (m_acted % 8 == 7)
            table->sortByColumn((m_acted / 8) % 6, m_acted % 16 == 7 ? Qt::AscendingOrder : Qt::DescendingOrder);
        else
            table->verticalScrollBar()->setValue(
                int(qint64(table->verticalScrollBar()->maximum()) * (m_acted % 5) / 4));
        if (++m_acted == kActions)
            report(*view);
    }

    void report(const ClusterView &view)
    {
        const auto &figures = m_app.figures();
        std::printf(
            "{\"bench\":\"bigwindow\",\"jobs\":%zu,\"nodes\":%zu,\"events\":%lld,\"longest_ms\":%.1f,\"goal_ms\":16,"
            "\"longest_event\":\"%s\",\"gui_cpu_percent\":%.1f,\"longest_before_first_list_ms\":%.1f}\n",
            view.data().jobs->jobs.size(), view.data().nodes->nodes.size(), static_cast<long long>(figures.events),
            figures.longestMs, qPrintable(figures.longest), figures.totalMs * 100 / (kActEveryMs * kActions),
            m_first.longestMs);
        QCoreApplication::exit(figures.longestMs <= 16 ? 0 : 3);
    }

    WatchedApplication &m_app;
    MainWindow &m_window;
    QTimer m_timer;
    WatchedApplication::Figures m_first;
    int m_acted = 0, m_waitedMs = 0;
};

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication app(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_bigwindow SSH_CONFIG HOST\n");
        return 2;
    }
    applyColorScheme(app, ColorScheme::Light);
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("paceline.ini")));
    Options options;
    options.configFile = QString::fromLocal8Bit(argv[1]);
    options.size = QSize(1280, 800);
    options.host = HostSpec{.host = QString::fromLocal8Bit(argv[2]), .configFile = options.configFile};
    MainWindow window(settings, options);
    window.show();
    window.start();
    Person person(app, window);
    return app.exec();
}
